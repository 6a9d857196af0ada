#include "gui/SyncState.h"

#include "gui/Format.h"
#include "node/NodeTypes.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui {

namespace {

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(gui::SyncState)
};

struct PeerCount {
    int inStep = 0;
    int ahead = 0;
    int behind = 0;
    int otherBranch = 0;
    int held = 0;
    int clockDiffers = 0;
    int checking = 0;
    int wrongNetwork = 0;
    int silent = 0;
    [[nodiscard]] int connected() const {
        return inStep + ahead + behind + otherBranch + held + clockDiffers + checking;
    }
};

PeerCount countOf(const std::vector<net::PeerInfo>& peers) {
    using State = net::PeerState;
    PeerCount count;
    for (const net::PeerInfo& peer : peers) {
        switch (peer.state) {
        case State::InStep:
            ++count.inStep;
            break;
        case State::CatchingUp:
            ++count.ahead;
            break;
        case State::Behind:
            ++count.behind;
            break;
        case State::OtherBranch:
            ++count.otherBranch;
            break;
        case State::Held:
            ++count.held;
            break;
        case State::ClockDiffers:
            ++count.clockDiffers;
            break;
        case State::Checking:
            ++count.checking;
            break;
        case State::WrongNetwork:
            ++count.wrongNetwork;
            break;
        case State::Connecting:
        case State::Quiet:
        case State::Unreachable:
            ++count.silent;
            break;
        case State::Self:
        case State::Banned:
            break;
        }
    }
    return count;
}

SyncState::Kind kindOf(const PeerCount& count, const node::ChainStatus& status) {
    using Kind = SyncState::Kind;
    if (status.importing) return Kind::Importing;
    if (count.held > 0) return Kind::Held;
    if (count.connected() == 0) {
        if (count.wrongNetwork > 0) return Kind::WrongNetwork;
        return count.silent > 0 ? Kind::Quiet : Kind::Alone;
    }
    if (count.ahead > 0 || status.sync.isFetching) return Kind::CatchingUp;
    const int level = count.inStep + count.behind;
    if (count.clockDiffers > 0 && level + count.otherBranch == 0) return Kind::ClockDiffers;
    if (count.otherBranch > 0 && level == 0) return Kind::OtherBranch;
    return Kind::InStep;
}

void describeInStep(SyncState& state, const PeerCount& count, const QString& height) {
    state.look = StatusBar::State::Good;
    state.words = SyncWords::tr("In step");
    state.rest = SyncWords::tr("with %n peer(s)", nullptr, state.connected);
    const int others = count.behind + count.otherBranch;
    state.sentence = others == 0
                         ? SyncWords::tr("%n peer(s), all on block %1.", nullptr, state.connected).arg(height)
                         : SyncWords::tr("%n peer(s); %1 not on our block %2 yet.", nullptr, state.connected)
                               .arg(others)
                               .arg(height);
}

void describeCatchingUp(SyncState& state, const std::vector<net::PeerInfo>& peers,
                        const node::ChainStatus& status) {
    std::int32_t best = std::max(status.sync.targetHeight, status.tip.height);
    for (const net::PeerInfo& peer : peers) {
        if (peer.state == net::PeerState::CatchingUp) best = std::max(best, peer.height);
    }
    const QString at = Format::count(status.tip.height);
    const QString goal = Format::count(best);
    state.look = StatusBar::State::Busy;
    state.words = SyncWords::tr("Catching up");
    state.rest = SyncWords::tr("block %1 of %2").arg(at, goal);
    state.sentence = SyncWords::tr("Block %1 of %2; balances may still change.").arg(at, goal);
}

} // namespace

SyncState judgeSync(const std::vector<net::PeerInfo>& peers, const node::ChainStatus& status) {
    using Kind = SyncState::Kind;
    const PeerCount count = countOf(peers);
    const QString height = Format::count(status.tip.height);
    SyncState state;
    state.connected = count.connected();
    state.kind = kindOf(count, status);
    switch (state.kind) {
    case Kind::Alone:
        state.words = SyncWords::tr("Alone");
        state.rest = SyncWords::tr("no peers yet");
        state.sentence = SyncWords::tr("Your blocks are valid, but nobody else sees them yet.");
        break;
    case Kind::Quiet:
        state.look = StatusBar::State::Busy;
        state.words = SyncWords::tr("Quiet");
        state.rest = SyncWords::tr("%n known peer(s), none answers", nullptr, count.silent);
        state.sentence =
            SyncWords::tr("%n known peer(s), none answers. Cairn keeps trying.", nullptr, count.silent);
        break;
    case Kind::InStep:
        describeInStep(state, count, height);
        break;
    case Kind::CatchingUp:
        describeCatchingUp(state, peers, status);
        break;
    case Kind::OtherBranch:
        state.look = StatusBar::State::Bad;
        state.words = SyncWords::tr("On a different branch");
        state.rest = SyncWords::tr("than %n peer(s)", nullptr, count.otherBranch);
        state.sentence =
            SyncWords::tr("%n peer(s) follow another branch with no more work. The next block decides.",
                          nullptr, count.otherBranch);
        break;
    case Kind::Held:
        state.look = StatusBar::State::Bad;
        state.words = SyncWords::tr("Held back");
        state.rest = SyncWords::tr("a longer branch waits for you");
        state.sentence =
            SyncWords::tr("%n peer(s) follow a branch with more work that would take back many of our "
                          "blocks. Nothing happens until you decide.",
                          nullptr, count.held);
        break;
    case Kind::ClockDiffers:
        state.look = StatusBar::State::Bad;
        state.words = SyncWords::tr("Clocks differ");
        state.rest = SyncWords::tr("from %n peer(s)", nullptr, count.clockDiffers);
        state.sentence =
            SyncWords::tr("%n peer(s) have blocks from a time that has not come yet here. Check the "
                          "clock of this computer and theirs.",
                          nullptr, count.clockDiffers);
        break;
    case Kind::WrongNetwork:
        state.look = StatusBar::State::Bad;
        state.words = SyncWords::tr("Wrong network");
        state.rest = SyncWords::tr("%n peer(s) have other rules", nullptr, count.wrongNetwork);
        state.sentence = SyncWords::tr("%n peer(s) run a network with other rules. Compare the three words.",
                                       nullptr, count.wrongNetwork);
        break;
    case Kind::Importing:
        state.look = StatusBar::State::Busy;
        state.words = SyncWords::tr("Importing");
        state.rest = SyncWords::tr("%1 of the file").arg(Format::percent(status.importProgress));
        state.sentence =
            SyncWords::tr("Blocks are read from a file: %1.").arg(Format::percent(status.importProgress));
        break;
    }
    return state;
}

} // namespace gui
