#include "net/PeerManagerImpl.h"
#include "net/Penalties.h"
#include "net/address/HostAddress.h"

#include <algorithm>

namespace net {

namespace {

constexpr std::int64_t kPolledAfterFailureMs = 10 * 60'000;
constexpr int kSameRetrySeconds = 600;

} // namespace

QString PeerManager::Impl::Row::address() const {
    const bool isV6 = host.contains(QLatin1Char(':'));
    return QStringLiteral("%1:%2").arg(isV6 ? QLatin1Char('[') + host + QLatin1Char(']') : host).arg(port);
}

PeerManager::Impl::Row* PeerManager::Impl::find(PeerId id) {
    const auto row = rows.find(id);
    return row == rows.end() ? nullptr : &row->second;
}

PeerManager::Impl::Row* PeerManager::Impl::findAddress(const QString& host, quint16 port) {
    const auto row = std::ranges::find_if(rows, [&](const auto& each) {
        return !each.second.dialledIn && each.second.port == port &&
               each.second.host.compare(host, Qt::CaseInsensitive) == 0;
    });
    return row == rows.end() ? nullptr : &row->second;
}

PeerManager::Impl::Row& PeerManager::Impl::add(Row row) {
    row.id = nextId++;
    return rows.emplace(row.id, std::move(row)).first->second;
}

void PeerManager::Impl::erase(PeerId id) {
    dialler.remove(id);
    if (Row* row = find(id)) delete row->call;
    rows.erase(id);
}

int PeerManager::Impl::countOf(PeerOrigin origin) const {
    return int(std::ranges::count_if(
        rows, [origin](const auto& each) { return each.second.isKept() && each.second.origin == origin; }));
}

PeerInfo PeerManager::Impl::infoOf(const Row& row) const {
    PeerInfo info = row.last;
    info.id = row.id;
    info.address = row.address();
    info.dialledIn = row.dialledIn;
    info.saved = row.isKept() && row.origin == PeerOrigin::ByHand;
    info.isByHand = row.isByHand();
    info.isOnce = row.isKept() && row.origin == PeerOrigin::Once;
    if (row.connection != nullptr) {
        row.connection->fill(info);
        info.remote = row.remote;
        if (row.connection->isReady()) {
            info.state = PeerState::Checking;
            info.fault = PeerFault::None;
            info.drop.reset();
        }
        const AddressGossip::Told told = addressGossip.toldBy(row.id);
        info.addressesTaken = told.taken;
        info.addressesAboveRate = told.aboveRate;
    }
    if (const auto next = dialler.nextTryMs(row.id))
        info.nextTry = now() + std::max<std::int64_t>(0, *next - nowMs() + 999) / 1000;
    return info;
}

void PeerManager::Impl::watch(Row& row, PeerConnection* connection, Link* link) {
    row.connection = connection;
    row.link = link;
    const PeerId id = row.id;
    QObject::connect(connection, &PeerConnection::shookHands, &self,
                     [this, id](const PeerFacts& facts) { onShookHands(id, facts); });
    QObject::connect(connection, &PeerConnection::received, &self,
                     [this, id](const PeerConnection::Messages& messages, std::size_t bytes) {
                         onReceived(id, messages, bytes);
                     });
    QObject::connect(connection, &PeerConnection::ended, &self,
                     [this, id](const ConnectionEnd& how) { onEnded(id, how); });
    if (link == nullptr) return;
    QObject::connect(link, &Link::addressesCame, &self,
                     [this, id](const wire::Addresses& addresses) { onAddresses(id, addresses); });
    QObject::connect(link, &Link::addressesAsked, &self, [this, id] { onAddressesAsked(id); });
}

void PeerManager::Impl::onShookHands(PeerId id, const PeerFacts& facts) {
    Row& row = *find(id);
    if (row.link != nullptr) row.remote = row.link->remote();
    if (hasAnother(row)) {
        row.connection->end({PeerFault::Same});
        return;
    }
    dialler.succeeded(id);
    const bool isOfBook = row.origin != PeerOrigin::HeardOf; // else told by a program that tries a node
    if (!row.dialledIn && !facts.isPolled && isOfBook) {
        book.succeeded(row.remote, facts.services, now());
        remember();
        if (row.isHeardOf && !facts.givesWitness()) {
            end(row, Misbehaviour::NothingToGive);
            return;
        }
    }
    log.connected(row.address(), row.dialledIn, infoOf(row).agent, nowMs());
    row.last = {};
    addressGossip.connected(id, row.remote, row.dialledIn, nowMs());
    row.wasTold = true;
    emit self.connected(id, facts);
    changed();
}

bool PeerManager::Impl::hasAnother(const Row& row) const {
    if (row.dialledIn || row.link == nullptr) return false;
    return std::ranges::any_of(rows, [&](const auto& each) {
        const Row& other = each.second;
        return other.id != row.id && !other.dialledIn && other.link != nullptr && other.link->isReady() &&
               other.remote == row.remote;
    });
}

void PeerManager::Impl::onReceived(PeerId id, const PeerConnection::Messages& messages, std::size_t bytes) {
    emit self.received(id, messages, bytes);
    changed();
}

void PeerManager::Impl::onEnded(PeerId id, const ConnectionEnd& how) {
    Row& row = *find(id);
    PeerInfo last = infoOf(row);
    last.connectedSince = 0;
    if (row.link != nullptr && row.remote.host.empty()) row.remote = row.link->remote();
    row.connection->disconnect(&self);
    row.connection->deleteLater();
    row.connection = nullptr;
    row.link = nullptr;
    budget.forget(id);
    addressGossip.gone(id);
    if (how.wasReady)
        log.ended(row.address(), how, nowMs());
    else if (row.dialledIn)
        log.failed(row.address(), how, nowMs());
    if (std::exchange(row.wasTold, false)) emit self.gone(id);
    changed();
    if (!row.dialledIn && how.wasReady) book.seen(row.remote, now());
    if (!row.dialledIn && !how.wasReady && row.isHeardOf && !how.isSelf) book.failed(row.remote, now());
    if (how.isSelf && !row.dialledIn) becomeSelf(row);
    if (how.drop) punish(row, *how.drop);
    if (row.dialledIn || row.isHeardOf) {
        erase(id);
        return;
    }
    if (!how.isSelf) onKeptEnded(row, std::move(last), how);
}

void PeerManager::Impl::onKeptEnded(Row& row, PeerInfo last, const ConnectionEnd& how) {
    const bool isOfOtherNetwork = row.last.state == PeerState::WrongNetwork;
    const bool mayBeHttp = !how.wasReady && row.linkPort == 0 &&
                           (how.fault == PeerFault::ClosedAtOnce || how.fault == PeerFault::NotANode ||
                            (how.fault == PeerFault::TimedOut && !row.remote.host.empty() && !row.isPatient));
    if (mayBeHttp && isActive) {
        row.linkFault = how.fault;
        askHello(row);
        return;
    }
    row.isOver = row.origin == PeerOrigin::Once;
    if (!how.wasReady && row.linkPort != 0) {
        row.linkPort = 0; // it may have moved
        row.polledUntilMs = nowMs() + kPolledAfterFailureMs;
    }
    if (isOfOtherNetwork) return; // it is known why, and when it is tried again
    if (!how.wasReady) log.failed(row.address(), how, nowMs());
    row.isPatient = false;
    row.last = std::move(last);
    row.last.drop = how.drop;
    row.last.fault = how.fault;
    row.last.state =
        how.drop && bans.isBanned(hostOf(row.remote), now()) ? PeerState::Banned : PeerState::Unreachable;
    const bool isLoopback = scopeOf(row.remote) == Scope::Loopback;
    int wait = how.drop ? penaltyFor(how.drop->reason, isLoopback).retrySeconds : 0;
    if (how.fault == PeerFault::Same) wait = kSameRetrySeconds;
    if (wait > 0)
        dialler.postpone(row.id, nowMs(), std::int64_t(wait) * 1000);
    else
        dialler.failed(row.id, nowMs(), random);
}

void PeerManager::Impl::punish(Row& row, const DropPeer& drop) {
    const Penalty penalty = penaltyFor(drop.reason, scopeOf(row.remote) == Scope::Loopback);
    const QHostAddress host = hostOf(row.remote);
    if (penalty.banSeconds == 0 || host.isNull()) return;
    if (bans.add(holderText(row.remote), now(), now() + penalty.banSeconds, false)) applyBans();
}

void PeerManager::Impl::applyBans() {
    endAll(
        [this](const Row& row) {
            return !row.remote.host.empty() && bans.isBanned(hostOf(row.remote), now());
        },
        Misbehaviour::StoppedByUser);
    for (auto& [id, row] : rows) {
        const bool isOut = !row.remote.host.empty() && bans.isBanned(hostOf(row.remote), now());
        if (row.last.state == PeerState::Banned && !isOut) {
            row.last.state = PeerState::Unreachable;
            dialler.hurry(id, nowMs());
        } else if (isOut && row.connection == nullptr) {
            row.last.state = PeerState::Banned;
        }
    }
    changed();
    emit self.memoryChanged();
}

void PeerManager::Impl::end(Row& row, Misbehaviour reason, std::optional<consensus::Rejection> rejection) {
    if (row.call != nullptr) {
        delete std::exchange(row.call, nullptr);
        giveUp(row, PeerState::Unreachable, PeerFault::None);
    }
    if (row.connection == nullptr) return;
    row.connection->end({PeerFault::Misbehaved, DropPeer{row.id, reason, std::move(rejection)}});
}

void PeerManager::Impl::endAll(const std::function<bool(const Row&)>& which, Misbehaviour reason) {
    std::vector<PeerId> chosen;
    for (const auto& [id, row] : rows)
        if (row.isBusy() && which(row)) chosen.push_back(id);
    for (const PeerId id : chosen)
        if (Row* row = find(id)) end(*row, reason);
}

void PeerManager::Impl::resumeAll() {
    for (const auto& [id, row] : rows)
        if (row.connection != nullptr) row.connection->resume();
}

void PeerManager::Impl::onAddresses(PeerId id, const wire::Addresses& addresses) {
    if (options.listensToGossip && addressGossip.received(id, addresses, now(), nowMs())) remember();
}

void PeerManager::Impl::onAddressesAsked(PeerId id) {
    Row& row = *find(id);
    if (row.link != nullptr) row.link->sendAddresses(addressGossip.asked(id, now(), random));
}

void PeerManager::Impl::gossip() {
    if (!options.listensToGossip) return;
    for (const auto& [id, row] : rows) {
        if (row.link == nullptr || !row.link->isReady() || hello.port == 0) continue;
        wire::NetAddress own = row.link->local(); // where that peer finds us
        own.port = hello.port;
        addressGossip.announceSelf(id, own, kLocalServices, now());
    }
    for (AddressGossip::Outgoing& each : addressGossip.takeOutgoing(nowMs(), random)) {
        Row* row = find(each.peer);
        if (row != nullptr && row->link != nullptr) row->link->sendAddresses(std::move(each.addresses));
    }
}

std::vector<InboundSlots::Occupant> PeerManager::Impl::occupants() const {
    std::vector<InboundSlots::Occupant> out;
    for (const auto& [id, row] : rows) {
        if (!row.dialledIn || row.link == nullptr) continue;
        const Link& link = *row.link;
        out.push_back({id, row.remote, link.isReady(), link.sinceMs(), link.lowestPingMs(), link.lastBlock(),
                       link.lastTransaction()});
    }
    return out;
}

} // namespace net
