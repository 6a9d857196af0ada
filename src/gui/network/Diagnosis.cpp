#include "gui/network/Diagnosis.h"

#include "gui/Format.h"
#include "gui/network/PeerWords.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>
#include <QVersionNumber>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace gui {

namespace {

struct DoctorTalk {
    Q_DECLARE_TR_FUNCTIONS(gui::Doctor)
};

constexpr std::int64_t kMegabyte = 1'000'000;
constexpr std::int64_t kLeastDisk = 200 * kMegabyte;
constexpr std::int64_t kGoodDisk = 2'000 * kMegabyte;
constexpr std::int64_t kFineClock = 10;       // seconds
constexpr std::int64_t kWrongClock = 70 * 60; // where Bitcoin Core stops believing in a clock
constexpr std::array kReportNames = {"clock",   "disk",  "version", "network", "port",
                                     "reached", "peers", "rules",   "branch"};

using Peers = std::vector<net::PeerInfo>;

/// Those that have shaken hands.
std::vector<const net::PeerInfo*> talkingPeers(const Peers& peers) {
    std::vector<const net::PeerInfo*> out;
    for (const net::PeerInfo& peer : peers)
        if (peer.isConnected() && isTalking(peer.state)) out.push_back(&peer);
    return out;
}

QStringList namesOf(const Peers& peers, net::PeerState state) {
    QStringList names;
    for (const net::PeerInfo& peer : peers)
        if (peer.state == state) names << peerName(peer);
    return names;
}

Check checkOf(CheckId id, CheckMark mark, const QString& title, const QString& detail) {
    Check check;
    check.id = id;
    check.mark = mark;
    check.title = title;
    check.detail = detail;
    return check;
}

/// Of their clocks against ours, the one in the middle; nothing without anybody to compare with.
std::optional<std::int64_t> medianOffset(const std::vector<const net::PeerInfo*>& peers) {
    std::vector<std::int64_t> offsets;
    for (const net::PeerInfo* peer : peers)
        if (!peer->agent.isEmpty()) offsets.push_back(peer->clockOffset);
    if (offsets.empty()) return std::nullopt;
    std::ranges::sort(offsets);
    return offsets[(offsets.size() - 1) / 2];
}

Check checkClock(const DoctorFacts& facts) {
    const auto talking = talkingPeers(facts.peers);
    const std::optional<std::int64_t> offset = medianOffset(talking);
    const QStringList ahead = namesOf(facts.peers, net::PeerState::ClockDiffers);
    if (!offset && ahead.isEmpty()) {
        Check check =
            checkOf(CheckId::Clock, CheckMark::NotKnown, DoctorTalk::tr("The clock is not compared yet"),
                    DoctorTalk::tr("nobody is here to compare it with"));
        check.meaning = DoctorTalk::tr("Clocks are compared with those of the peers that are connected.");
        return check;
    }
    const std::int64_t away = std::abs(offset.value_or(0));
    const CheckMark mark = away > kWrongClock || !ahead.isEmpty() ? CheckMark::Broken
                           : away > kFineClock                    ? CheckMark::Better
                                                                  : CheckMark::Well;
    const QString span = format().duration(static_cast<double>(away));
    const QString detail = offset.value_or(0) == 0 ? DoctorTalk::tr("the same as that of your peers")
                           : *offset > 0           ? DoctorTalk::tr("%1 behind your peers").arg(span)
                                                   : DoctorTalk::tr("%1 ahead of your peers").arg(span);
    Check check = checkOf(CheckId::Clock, mark,
                          mark == CheckMark::Well ? DoctorTalk::tr("The clock is right")
                          : ahead.isEmpty()       ? DoctorTalk::tr("The clock differs from the others")
                                            : DoctorTalk::tr("Blocks come from a time that is not here yet"),
                          ahead.isEmpty() ? detail : ahead.join(QStringLiteral(", ")));
    for (const net::PeerInfo* peer : talking)
        if (!peer->agent.isEmpty() && check.facts.size() < 8)
            check.facts.append({peerName(*peer), clockWords(peer->clockOffset)});
    check.meaning = DoctorTalk::tr("A block is taken only when its time is at most two hours ahead of this "
                                   "computer's clock.");
    if (mark == CheckMark::Well) return check;
    check.command = QStringLiteral("sudo ") + setClockCommand().join(QLatin1Char(' '));
    if (facts.canAskAdministrator) {
        check.repair = Repair::SetClock;
        check.button = DoctorTalk::tr("Set the clock");
        check.meaning += QLatin1Char(' ') +
                         DoctorTalk::tr("The button lets this computer set its clock by the internet. Your "
                                        "computer asks for its password.");
    }
    return check;
}

Check checkDisk(const DoctorFacts& facts) {
    if (facts.freeBytes < 0)
        return checkOf(CheckId::Disk, CheckMark::NotKnown, DoctorTalk::tr("The disk is not known"),
                       DoctorTalk::tr("the system does not tell how much room is left"));
    const CheckMark mark = facts.freeBytes < kLeastDisk  ? CheckMark::Broken
                           : facts.freeBytes < kGoodDisk ? CheckMark::Better
                                                         : CheckMark::Well;
    Check check = checkOf(CheckId::Disk, mark,
                          mark == CheckMark::Well     ? DoctorTalk::tr("There is room on the disk")
                          : mark == CheckMark::Better ? DoctorTalk::tr("Little room is left on the disk")
                                                      : DoctorTalk::tr("The disk is almost full"),
                          DoctorTalk::tr("%1 free").arg(Format::size(facts.freeBytes)));
    check.facts = {{DoctorTalk::tr("Free"), Format::size(facts.freeBytes)},
                   {DoctorTalk::tr("The chain takes"), Format::size(facts.chainBytes)}};
    check.meaning =
        DoctorTalk::tr("When the disk is full, Cairn takes no more blocks until there is room again.");
    if (mark == CheckMark::Well) return check;
    check.repair = Repair::OpenFolder;
    check.button = DoctorTalk::tr("Open the folder");
    return check;
}

QVersionNumber cairnVersion(const QString& text) {
    static const QRegularExpression number(QStringLiteral("Cairn[:/ ]v?([0-9]+(?:\\.[0-9]+)*)"));
    const auto match = number.match(text);
    return match.hasMatch() ? QVersionNumber::fromString(match.captured(1)) : QVersionNumber();
}

Check checkVersion(const DoctorFacts& facts) {
    const QVersionNumber own = QVersionNumber::fromString(facts.version);
    QVersionNumber newest;
    int others = 0;
    for (const net::PeerInfo* peer : talkingPeers(facts.peers)) {
        const QVersionNumber theirs = cairnVersion(peer->agent);
        if (theirs.isNull()) continue;
        ++others;
        newest = std::max(newest, theirs);
    }
    const QString name = QStringLiteral("Cairn %1").arg(facts.version);
    if (others == 0) {
        Check check =
            checkOf(CheckId::Version, CheckMark::NotKnown, DoctorTalk::tr("The version is not compared yet"),
                    DoctorTalk::tr("%1; nobody with Cairn is here").arg(name));
        return check;
    }
    const bool isOld = newest > own;
    Check check = checkOf(
        CheckId::Version, isOld ? CheckMark::Better : CheckMark::Well,
        isOld ? DoctorTalk::tr("A newer Cairn is about") : DoctorTalk::tr("Cairn is up to date"),
        isOld ? DoctorTalk::tr("a peer runs Cairn %1, this is %2").arg(newest.toString(), facts.version)
              : DoctorTalk::tr("%1, and nobody here has a newer one").arg(name));
    check.facts = {
        {DoctorTalk::tr("This computer"), name},
        {DoctorTalk::tr("Newest of the peers"), QStringLiteral("Cairn %1").arg(newest.toString())}};
    check.meaning =
        DoctorTalk::tr("Versions are what peers say of themselves; any of them may say anything.");
    return check;
}

Check checkNetwork(const DoctorFacts& facts) {
    if (facts.addresses.isEmpty()) {
        Check check =
            checkOf(CheckId::Network, CheckMark::Broken, DoctorTalk::tr("This computer is in no network"),
                    DoctorTalk::tr("it has no address that others could dial"));
        check.meaning = DoctorTalk::tr("Join a Wi-Fi or plug in a cable. Windows on this computer still find "
                                       "each other.");
        return check;
    }
    Check check = checkOf(CheckId::Network, CheckMark::Well, DoctorTalk::tr("This computer has a network"),
                          facts.addresses.first());
    for (const QString& address : facts.addresses)
        check.facts.append({DoctorTalk::tr("Address %1").arg(check.facts.size() + 1), address});
    check.meaning =
        DoctorTalk::tr("Some Wi-Fi keeps computers apart from each other. When peers in the same "
                       "room cannot be dialled, use a cable, another Wi-Fi, or the hotspot of a phone.");
    return check;
}

quint16 portOf(const DoctorFacts& facts) {
    const int port = QUrl(facts.endpoints.peer).port();
    return port > 0 ? static_cast<quint16>(port) : facts.usualPort;
}

QString answerWords(const DoctorFacts& facts) {
    if (facts.isProbing) return DoctorTalk::tr("is being tried");
    if (!facts.portAnswers) return DoctorTalk::tr("not tried");
    return *facts.portAnswers ? DoctorTalk::tr("answers") : DoctorTalk::tr("does not answer");
}

Check checkPortTrouble(const DoctorFacts& facts, const node::PortProblem& problem) {
    const QString number = QString::number(problem.port);
    Check check =
        checkOf(CheckId::Port, CheckMark::Broken, DoctorTalk::tr("Port %1 could not be opened").arg(number),
                problem.kind == node::PortProblem::Kind::InUse
                    ? problem.owner.isEmpty() ? DoctorTalk::tr("another program uses it")
                                              : DoctorTalk::tr("%1 uses it").arg(problem.owner)
                : problem.kind == node::PortProblem::Kind::NotAllowed
                    ? DoctorTalk::tr("the system keeps it for others")
                : problem.kind == node::PortProblem::Kind::NoSuchAddress
                    ? DoctorTalk::tr("this computer does not have that address now")
                    : DoctorTalk::tr("the log says why"));
    check.facts = {{DoctorTalk::tr("Cairn listens"), DoctorTalk::tr("no")}};
    check.meaning = DoctorTalk::tr("You can dial others, but nobody can dial you.");
    if (problem.freePort != 0) {
        check.repair = Repair::OtherPort;
        check.button = DoctorTalk::tr("Use port %1").arg(problem.freePort);
        check.meaning += QLatin1Char(' ') + DoctorTalk::tr("The button opens another port, which is free.");
    } else {
        check.repair = Repair::OpenPort;
        check.button = DoctorTalk::tr("Try again");
    }
    (void)facts;
    return check;
}

Check checkPort(const DoctorFacts& facts) {
    if (facts.endpoints.peerProblem) return checkPortTrouble(facts, *facts.endpoints.peerProblem);
    const QString number = QString::number(portOf(facts));
    if (facts.endpoints.peer.isEmpty()) {
        Check check = checkOf(CheckId::Port, CheckMark::Better, DoctorTalk::tr("The port is closed"),
                              DoctorTalk::tr("you can dial others, nobody can dial you"));
        check.facts = {{DoctorTalk::tr("Cairn listens"), DoctorTalk::tr("no")}};
        check.repair = Repair::OpenPort;
        check.button = DoctorTalk::tr("Open port %1").arg(number);
        check.meaning =
            DoctorTalk::tr("The button opens port %1 for everyone in the same Wi-Fi or cable network. "
                           "It can be closed again under Peers and in the invitation.")
                .arg(number);
        return check;
    }
    const QUrl url(facts.endpoints.peer);
    const bool isAlone = QHostAddress(url.host()).isLoopback();
    const bool isDead = facts.portAnswers == false;
    const CheckMark mark = isDead            ? CheckMark::Broken
                           : facts.isProbing ? CheckMark::Running
                           : isAlone         ? CheckMark::Better
                                             : CheckMark::Well;
    Check check = checkOf(CheckId::Port, mark,
                          isDead            ? DoctorTalk::tr("The port does not answer")
                          : facts.isProbing ? DoctorTalk::tr("The port is being tried")
                          : isAlone         ? DoctorTalk::tr("Only this computer can reach the port")
                                            : DoctorTalk::tr("The port is open"),
                          DoctorTalk::tr("Cairn listens at %1").arg(url.authority()));
    check.facts = {{DoctorTalk::tr("Cairn listens at"), url.authority()},
                   {DoctorTalk::tr("From this computer itself"), answerWords(facts)}};
    if (isDead || isAlone) {
        check.repair = Repair::OpenPort;
        check.button = isDead ? DoctorTalk::tr("Open it again") : DoctorTalk::tr("Open it for all");
        check.meaning = DoctorTalk::tr("The button opens the port anew.");
    } else {
        check.meaning = DoctorTalk::tr("The doctor dials the port from this computer itself.");
    }
    return check;
}

QString visitorOf(const Peers& peers) {
    const auto found = std::ranges::find_if(peers, [](const net::PeerInfo& peer) {
        return (peer.dialledIn || peer.twin != 0) && peer.isConnected() && !peer.facts.isLoopback;
    });
    return found == peers.end() ? QString() : peerName(*found);
}

/// Nobody has come: what may be in the way.
Check checkUnvisited(const DoctorFacts& facts) {
    const QString number = QString::number(portOf(facts));
    Check check =
        checkOf(CheckId::Reached, CheckMark::Better, DoctorTalk::tr("Nobody has dialled in yet"),
                facts.firewall ? DoctorTalk::tr("a firewall may turn them away at port %1").arg(number)
                               : DoctorTalk::tr("whether others can is known when the first one does"));
    check.facts = {{DoctorTalk::tr("Cairn listens on port %1").arg(number), DoctorTalk::tr("yes")},
                   {DoctorTalk::tr("From this computer itself"), answerWords(facts)},
                   {DoctorTalk::tr("From others"), DoctorTalk::tr("nobody came")},
                   {DoctorTalk::tr("The firewall"),
                    facts.firewall ? DoctorTalk::tr("%1, on").arg(firewallName(*facts.firewall))
                                   : DoctorTalk::tr("none that is known here")}};
    if (!facts.firewall) {
        check.repair = Repair::Invite;
        check.button = DoctorTalk::tr("Invite somebody");
        check.meaning = DoctorTalk::tr("Let somebody in the same network join with your invitation: it names "
                                       "this computer's address.");
        return check;
    }
    check.command = openPortLine(*facts.firewall, portOf(facts));
    check.meaning = DoctorTalk::tr("The command lets others in at port %1, and nowhere else.").arg(number);
    if (facts.canAskAdministrator) {
        check.repair = Repair::OpenFirewall;
        check.button = DoctorTalk::tr("Open port %1").arg(number);
        check.meaning += QLatin1Char(' ') + DoctorTalk::tr("Your computer asks for its password.");
    }
    return check;
}

Check checkReached(const DoctorFacts& facts) {
    const QString visitor = visitorOf(facts.peers);
    if (!visitor.isEmpty()) {
        Check check = checkOf(CheckId::Reached, CheckMark::Well, DoctorTalk::tr("Others reach this computer"),
                              DoctorTalk::tr("%1 dialled in").arg(visitor));
        check.facts = {{DoctorTalk::tr("From others"), DoctorTalk::tr("%1 came").arg(visitor)}};
        return check;
    }
    const QUrl url(facts.endpoints.peer);
    if (facts.endpoints.peer.isEmpty() || QHostAddress(url.host()).isLoopback()) {
        Check check = checkOf(CheckId::Reached, CheckMark::NotKnown, DoctorTalk::tr("Others cannot come"),
                              DoctorTalk::tr("as long as the port is closed for them"));
        check.meaning = DoctorTalk::tr("Open the port first; the line above does it.");
        return check;
    }
    return checkUnvisited(facts);
}

QString pingSpan(const std::vector<const net::PeerInfo*>& peers) {
    std::int64_t low = -1;
    std::int64_t high = -1;
    for (const net::PeerInfo* peer : peers) {
        if (peer->pingMs < 0) continue;
        low = low < 0 ? peer->pingMs : std::min(low, peer->pingMs);
        high = std::max(high, peer->pingMs);
    }
    if (low < 0) return {};
    if (low == high) return Format::milliseconds(static_cast<double>(low));
    return DoctorTalk::tr("%1 to %2")
        .arg(QString::number(low), Format::milliseconds(static_cast<double>(high)));
}

Check checkPeers(const DoctorFacts& facts) {
    const auto talking = talkingPeers(facts.peers);
    const auto silent = static_cast<int>(std::ranges::count_if(facts.peers, [](const net::PeerInfo& peer) {
        return peer.state == net::PeerState::Unreachable || peer.state == net::PeerState::Connecting;
    }));
    if (!talking.empty()) {
        const auto level = static_cast<int>(namesOf(facts.peers, net::PeerState::InStep).size());
        const QString ping = pingSpan(talking);
        Check check = checkOf(
            CheckId::Peers, CheckMark::Well,
            DoctorTalk::tr("%n peer(s), %1 in step", nullptr, static_cast<int>(talking.size())).arg(level),
            ping.isEmpty()
                ? DoctorTalk::tr("you are on block %1").arg(Format::count(facts.height))
                : DoctorTalk::tr("you are on block %1, ping %2").arg(Format::count(facts.height), ping));
        check.facts = {{DoctorTalk::tr("Connected"), Format::count(static_cast<qint64>(talking.size()))},
                       {DoctorTalk::tr("In step"), Format::count(level)},
                       {DoctorTalk::tr("Known, without an answer"), Format::count(silent)}};
        return check;
    }
    if (silent == 0) {
        Check check = checkOf(CheckId::Peers, CheckMark::Better, DoctorTalk::tr("You are alone"),
                              DoctorTalk::tr("your blocks are valid, but nobody sees them"));
        check.repair = Repair::Invite;
        check.button = DoctorTalk::tr("Invite somebody");
        check.meaning = DoctorTalk::tr("Invite somebody, or add the address of a node that you know.");
        return check;
    }
    Check check = checkOf(CheckId::Peers, CheckMark::Broken, DoctorTalk::tr("No peer answers"),
                          DoctorTalk::tr("%n known, all silent", nullptr, silent));
    for (const net::PeerInfo& peer : facts.peers)
        if (check.facts.size() < 8 && !peer.isConnected())
            check.facts.append(
                {peerName(peer), peerTrouble(peer).isEmpty() ? peerDoing(peer) : peerTrouble(peer)});
    check.repair = Repair::DialAgain;
    check.button = DoctorTalk::tr("Dial them now");
    check.meaning =
        DoctorTalk::tr("Cairn keeps trying, ever more rarely; the button tries all of them at once.");
    return check;
}

Check checkRules(const DoctorFacts& facts) {
    const QStringList others = namesOf(facts.peers, net::PeerState::WrongNetwork);
    const auto talking = static_cast<int>(talkingPeers(facts.peers).size());
    Check check;
    if (!others.isEmpty()) {
        check =
            checkOf(CheckId::Rules, CheckMark::Better,
                    DoctorTalk::tr("%n peer(s) of another network", nullptr, static_cast<int>(others.size())),
                    others.join(QStringLiteral(", ")));
        for (const net::PeerInfo& peer : facts.peers)
            if (peer.state == net::PeerState::WrongNetwork)
                check.facts.append({peerName(peer), peerTrouble(peer)});
        check.repair = Repair::ShowRules;
        check.button = DoctorTalk::tr("Show our rules");
        check.meaning =
            DoctorTalk::tr("Two computers are in the same network when they show the same three words. "
                           "Whoever is to join needs the card of this network: invite them.");
    } else {
        check = checkOf(CheckId::Rules, talking == 0 ? CheckMark::NotKnown : CheckMark::Well,
                        talking == 0 ? DoctorTalk::tr("The rules are not compared yet")
                                     : DoctorTalk::tr("All follow the same rules"),
                        facts.networkWords);
        check.meaning =
            DoctorTalk::tr("Compare these three words with those on another computer: the same words, "
                           "the same network.");
    }
    check.facts.prepend({DoctorTalk::tr("Three words"), facts.networkWords});
    check.facts.prepend({DoctorTalk::tr("This network"), facts.networkName});
    return check;
}

Check checkBranch(const DoctorFacts& facts) {
    const QStringList held = namesOf(facts.peers, net::PeerState::Held);
    const QStringList apart = namesOf(facts.peers, net::PeerState::OtherBranch);
    if (facts.branchHeld || !held.isEmpty()) {
        Check check = checkOf(
            CheckId::Branch, CheckMark::Broken, DoctorTalk::tr("A heavier chain is held back"),
            held.isEmpty() ? DoctorTalk::tr("whoever offered it has left") : held.join(QStringLiteral(", ")));
        check.facts = {
            {DoctorTalk::tr("It would replace"), DoctorTalk::tr("%n block(s)", nullptr, facts.replaces)}};
        check.repair = Repair::Compare;
        check.button = DoctorTalk::tr("Compare the two");
        check.meaning =
            DoctorTalk::tr("Cairn does not take back so many blocks by itself. Look at both chains, and say "
                           "which one to follow.");
        return check;
    }
    if (!apart.isEmpty()) {
        Check check =
            checkOf(CheckId::Branch, CheckMark::Better,
                    DoctorTalk::tr("%n peer(s) on another branch", nullptr, static_cast<int>(apart.size())),
                    apart.join(QStringLiteral(", ")));
        for (const net::PeerInfo& peer : facts.peers)
            if (peer.state == net::PeerState::OtherBranch)
                check.facts.append(
                    {peerName(peer), DoctorTalk::tr("since block %1").arg(Format::count(peer.commonHeight))});
        check.repair = Repair::AskOthers;
        check.button = DoctorTalk::tr("Ask them again");
        check.meaning =
            DoctorTalk::tr("Two branches are as heavy as each other, or theirs is lighter. The next block "
                           "decides; usually nothing is to be done.");
        return check;
    }
    const bool any = !talkingPeers(facts.peers).empty();
    return checkOf(CheckId::Branch, any ? CheckMark::Well : CheckMark::NotKnown,
                   any ? DoctorTalk::tr("All are on one branch")
                       : DoctorTalk::tr("The branch is not compared yet"),
                   any ? DoctorTalk::tr("nobody tells of another one")
                       : DoctorTalk::tr("nobody is here to compare it with"));
}

QString markName(CheckMark mark) {
    switch (mark) {
    case CheckMark::Well:
        return QStringLiteral("well");
    case CheckMark::Better:
        return QStringLiteral("better");
    case CheckMark::Broken:
        return QStringLiteral("broken");
    case CheckMark::Running:
        return QStringLiteral("running");
    case CheckMark::NotKnown:
        break;
    }
    return QStringLiteral("unknown");
}

} // namespace

std::vector<Check> diagnose(const DoctorFacts& facts) {
    return {checkClock(facts),   checkDisk(facts),  checkVersion(facts),
            checkNetwork(facts), checkPort(facts),  checkReached(facts),
            checkPeers(facts),   checkRules(facts), checkBranch(facts)};
}

Verdict verdictOf(const std::vector<Check>& checks) {
    const auto count = [&checks](CheckMark mark) {
        return static_cast<int>(std::ranges::count(checks, mark, &Check::mark));
    };
    Verdict verdict;
    verdict.well = count(CheckMark::Well);
    verdict.better = count(CheckMark::Better);
    verdict.broken = count(CheckMark::Broken);
    verdict.mark = verdict.broken > 0   ? CheckMark::Broken
                   : verdict.better > 0 ? CheckMark::Better
                                        : CheckMark::Well;
    const auto worst = std::ranges::find(checks, verdict.mark, &Check::mark);
    if (verdict.broken == 1)
        verdict.title = DoctorTalk::tr("One thing needs you: %1.").arg(worst->title);
    else if (verdict.broken > 1)
        verdict.title = DoctorTalk::tr("%n thing(s) need you, first of all: %1.", nullptr, verdict.broken)
                            .arg(worst->title);
    else if (verdict.better > 0)
        verdict.title =
            DoctorTalk::tr("Nothing is broken. %n thing(s) could be better.", nullptr, verdict.better);
    else if (count(CheckMark::NotKnown) > 0)
        verdict.title = DoctorTalk::tr("Everything that could be checked is well.");
    else
        verdict.title = DoctorTalk::tr("All nine checks are well.");
    verdict.rest = worst != checks.end() && !worst->meaning.isEmpty() && verdict.mark != CheckMark::Well
                       ? worst->meaning
                       : DoctorTalk::tr("You can pay, mine and follow the chain.");
    return verdict;
}

QString reportOf(const std::vector<Check>& checks) {
    QString lines = QStringLiteral("Doctor:\n");
    for (const Check& check : checks)
        lines +=
            QStringLiteral("  %1: %2\n")
                .arg(QLatin1String(kReportNames[static_cast<std::size_t>(check.id)]), markName(check.mark));
    return lines;
}

} // namespace gui
