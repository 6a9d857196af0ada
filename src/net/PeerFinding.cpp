#include "net/PeerManagerImpl.h"
#include "net/Penalties.h"
#include "net/address/HostAddress.h"
#include "net/link/HttpProtocol.h"

namespace net {

namespace {

constexpr int kFirstByteMs = 5'000;
constexpr HttpCall::Limits kHelloLimits{10'000, 64 * 1024};

} // namespace

// An address that a user gives may be a port for links, one for HTTP that tells where links are taken, or one
// of a program that speaks HTTP only. A link is tried first where "http://" does not say otherwise.

void PeerManager::Impl::dial(Row& row) {
    row.linkFault = PeerFault::None;
    row.last.state = PeerState::Connecting;
    if (row.asksHello && row.linkPort == 0)
        askHello(row);
    else
        dialLink(row);
}

void PeerManager::Impl::dialLink(Row& row) {
    Link::Options mine = linkOptions;
    if (row.isKept() && !row.isPatient) mine.firstByteMs = kFirstByteMs;
    const quint16 port = row.linkPort != 0 ? row.linkPort : row.port;
    auto* link = new Link(row.id, environment, mine, row.host, port, &self);
    watch(row, link, link);
}

void PeerManager::Impl::askHello(Row& row) {
    const HttpCall::Target target{row.host, row.port, "/p2p/v1/hello?" + helloQuery(hello).toLatin1()};
    row.call = new HttpCall(
        target, {}, kHelloLimits, [this, id = row.id](const HttpResult& result) { onHello(id, result); },
        &self);
}

void PeerManager::Impl::onHello(PeerId id, const HttpResult& result) {
    Row& row = *find(id);
    row.call = nullptr;
    if (row.remote.host.empty()) row.remote = result.remote;
    const auto theirs = decodeHello(result.body);
    if (result.ok() && theirs) {
        row.isPatient = false;
        onHelloOf(row, *theirs);
        return;
    }
    // Nothing of HTTP came either: a node that is slow to speak, perhaps.
    row.isPatient = row.linkFault == PeerFault::TimedOut && !row.isPatient;
    const PeerFault http = result.status != 0 ? PeerFault::NotANode : result.fault;
    giveUp(row, PeerState::Unreachable, row.linkFault != PeerFault::None ? row.linkFault : http);
}

void PeerManager::Impl::onHelloOf(Row& row, const Hello& theirs) {
    row.last.agent = theirs.agent;
    row.last.name = theirs.name;
    if (theirs.genesis != hello.genesis) {
        notOfUs(row, theirs);
        return;
    }
    if (theirs.nonce != 0 && theirs.nonce == hello.nonce) {
        becomeSelf(row);
        return;
    }
    const bool wasTried = row.linkFault != PeerFault::None && theirs.port == row.port;
    if (theirs.port == 0 || nowMs() < row.polledUntilMs) {
        poll(row, theirs);
    } else if (wasTried) {
        giveUp(row, PeerState::Unreachable, PeerFault::ClosedAtOnce); // it takes no link of ours now
    } else {
        row.linkPort = theirs.port;
        dialLink(row);
    }
}

void PeerManager::Impl::notOfUs(Row& row, const Hello& theirs) {
    const Penalty penalty = penaltyFor(Misbehaviour::WrongNetwork, false);
    row.last.state = PeerState::WrongNetwork;
    row.last.fault = PeerFault::None;
    row.last.otherNetwork = theirs.network;
    row.last.differences = networkDifference(hello, theirs);
    log.refused(row.address(), PeerState::WrongNetwork, nowMs());
    row.isOver = row.origin == PeerOrigin::Once;
    dialler.postpone(row.id, nowMs(), std::int64_t(penalty.retrySeconds) * 1000);
    changed();
}

void PeerManager::Impl::poll(Row& row, const Hello& theirs) {
    auto* polled =
        new PolledPeer(row.id, {clock, hello, budget}, pollOptions, row.host, row.port, theirs, &self);
    watch(row, polled, nullptr);
    QObject::connect(polled, &PolledPeer::listensAt, &self,
                     [this, id = row.id](quint16 port) { upgrade(id, port); });
    QObject::connect(polled, &PolledPeer::changedNetwork, &self,
                     [this, id = row.id](const Hello& changed) { notOfUs(*find(id), changed); });
}

void PeerManager::Impl::upgrade(PeerId id, quint16 port) {
    Row& row = *find(id);
    if (nowMs() < row.polledUntilMs || row.origin == PeerOrigin::Once) return;
    row.linkPort = port;
    row.connection->end({PeerFault::None});
    dialler.postpone(id, nowMs(), 0);
}

} // namespace net
