#include "net/PeerManagerImpl.h"
#include "net/address/HostAddress.h"
#include "net/address/LanAddresses.h"
#include "net/address/PeerAddress.h"

#include <algorithm>

namespace net {

namespace {

constexpr std::int64_t kStoreEveryMs = 60'000;
constexpr std::int64_t kSeedWaitMs = 30'000; ///< while there are peers enough
constexpr std::int64_t kBannedWaitMs = 60'000;

} // namespace

void PeerManager::Impl::tick() {
    std::vector<PeerConnection*> connections;
    for (const auto& [id, row] : rows)
        if (row.connection != nullptr) connections.push_back(row.connection);
    for (PeerConnection* each : connections)
        each->tick(); // may end it; it is deleted later
    if (Row* row = find(budget.largestUnfinished())) end(*row, Misbehaviour::NotNeeded);
    if (bans.prune(now())) applyBans();
    forgetThoseThatAreOver();
    dialDue();
    dialHeardOf();
    gossip();
    if (std::exchange(isChanged, false)) emit self.peersChanged();
    if (isToBeStored && nowMs() - lastStoredMs >= kStoreEveryMs) {
        isToBeStored = false;
        lastStoredMs = nowMs();
        emit self.memoryChanged();
    }
}

void PeerManager::Impl::forgetThoseThatAreOver() {
    std::vector<PeerId> gone;
    for (const auto& [id, row] : rows)
        if (row.isOver && !row.isBusy()) gone.push_back(id);
    for (const PeerId id : gone)
        erase(id);
}

void PeerManager::Impl::dialDue() {
    if (!isActive) return;
    const auto dialled = std::ranges::count_if(
        rows, [](const auto& each) { return each.second.connection != nullptr && !each.second.dialledIn; });
    for (const PeerId id : dialler.due(nowMs())) {
        Row* row = find(id);
        if (row == nullptr || row->isBusy() || row->isOver) continue;
        const QHostAddress ip = ipAddress(row->host);
        const bool needsPlace = !row->isExtra() && row->origin != PeerOrigin::HeardOf;
        if (needsPlace && dialled >= options.maxDialled) {
            dialler.postpone(id, nowMs(), kSeedWaitMs);
        } else if (!ip.isNull() && bans.isBanned(ip, now())) {
            row->last.state = PeerState::Banned;
            dialler.postpone(id, nowMs(), kBannedWaitMs);
        } else {
            dial(*row);
        }
        changed();
    }
}

void PeerManager::Impl::dialHeardOf() {
    if (!isActive || !options.listensToGossip || book.size() == 0) return;
    Dialler::Surroundings around;
    for (const auto& [id, row] : rows) {
        if (row.isKept()) // not dialled a second time, connected or not
            if (const auto address = netAddressFrom(row.address())) around.connected.push_back(*address);
        if (row.connection == nullptr) continue;
        if (!row.remote.host.empty()) around.connected.push_back(row.remote);
        if (!row.dialledIn && !row.isExtra()) ++around.heardOf; // those of the card take their places too
    }
    around.isOut = [this](const wire::NetAddress& address) {
        return isOwn(address) || bans.isBanned(hostOf(address), now());
    };
    const auto address = dialler.heardOf(book, around, now(), nowMs(), random);
    if (!address) return;
    Row row;
    row.host = hostOf(*address).toString();
    row.port = address->port;
    row.isHeardOf = true;
    row.remote = *address;
    book.tried(*address, now());
    dial(add(std::move(row)));
}

void PeerManager::Impl::giveUp(Row& row, PeerState state, PeerFault fault) {
    row.last.state = state;
    row.last.fault = fault;
    if (fault != PeerFault::None) log.failed(row.address(), {fault}, nowMs());
    row.isOver = row.origin == PeerOrigin::Once;
    dialler.failed(row.id, nowMs(), random);
    changed();
}

void PeerManager::Impl::becomeSelf(Row& row) {
    row.last.state = PeerState::Self;
    row.last.fault = PeerFault::Same;
    row.isOver = row.origin == PeerOrigin::Once;
    dialler.remove(row.id);
    if (!row.remote.host.empty() && !isOwn(row.remote)) {
        constexpr std::size_t kMostOwn = 100;
        if (ownAddresses.size() >= kMostOwn) ownAddresses.erase(ownAddresses.begin());
        ownAddresses.push_back(row.remote);
        book.remove(row.remote);
    }
    changed();
}

bool PeerManager::Impl::isOwn(const wire::NetAddress& address) const {
    return std::ranges::find(ownAddresses, address) != ownAddresses.end() ||
           (address.port == hello.port && scopeOf(address) == Scope::Loopback);
}

bool PeerManager::Impl::isOwnNonce(std::uint64_t nonce) {
    const auto own = std::ranges::find_if(rows, [nonce](const auto& each) {
        const Link* link = each.second.link;
        return link != nullptr && !link->dialledIn() && link->nonce() == nonce;
    });
    if (own == rows.end()) return false;
    // The other end is let go from there, too.
    QMetaObject::invokeMethod(
        own->second.link,
        [link = own->second.link] {
            link->end({PeerFault::Same, {}, true});
        },
        Qt::QueuedConnection);
    return true;
}

} // namespace net
