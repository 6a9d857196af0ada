#include "net/address/AddressGossip.h"

#include "crypto/SipHash.h"
#include "net/address/HostAddress.h"

#include <algorithm>

namespace net {

namespace {

constexpr std::int64_t kADay = 24 * 60 * 60;
constexpr std::size_t kRelayedTogether = 10; ///< in one message: news; more is an answer
constexpr std::size_t kMostKnown = 5'000;
constexpr std::size_t kMostOutgoing = 1'000;
constexpr std::int64_t kMeanWaitMs = 30'000;
constexpr std::int64_t kHearsayPenalty = 2 * 60 * 60; ///< seconds
/// A book this small gives nothing away that an answer does not.
constexpr std::size_t kCachedFrom = 100;

} // namespace

void AddressGossip::connected(PeerId peer, const wire::NetAddress& address, bool dialledIn,
                              std::int64_t nowMs) {
    Peer& there = m_peers[peer];
    there.address = address;
    there.dialledIn = dialledIn;
    there.tokens = TokenBucket(0.1, 1000, nowMs);
    there.awaitsAnswer = !dialledIn; // it was asked
    if (there.awaitsAnswer) there.tokens.allow(double(wire::kMaxAddresses));
}

bool AddressGossip::received(PeerId peer, const wire::Addresses& message, std::int64_t nowUnix,
                             std::int64_t nowMs) {
    const auto found = m_peers.find(peer);
    if (found == m_peers.end()) return false;
    Peer& from = found->second;
    const auto allowed = std::size_t(from.tokens.take(std::int64_t(message.list.size()), nowMs));
    from.told.taken += std::int64_t(allowed);
    from.told.aboveRate += std::int64_t(message.list.size() - allowed);
    const bool isNews = !from.awaitsAnswer && message.list.size() <= kRelayedTogether;
    bool grew = false;
    for (std::size_t i = 0; i < allowed; ++i) {
        const wire::TimedAddress& each = message.list[i];
        if (!isOfUse(each.address, from.address)) continue;
        from.known.insert(each.address);
        if (from.known.size() > kMostKnown) from.known.clear();
        grew = m_book.add(each, from.address, nowUnix, each.address == from.address ? 0 : kHearsayPenalty) ||
               grew;
        const bool isFresh = each.time > nowUnix - 10 * 60 && each.time < nowUnix + 10 * 60;
        if (isNews && isFresh) relay(peer, each, nowUnix);
    }
    if (message.list.size() < wire::kMaxAddresses) from.awaitsAnswer = false;
    return grew;
}

AddressGossip::Told AddressGossip::toldBy(PeerId peer) const {
    const auto found = m_peers.find(peer);
    return found == m_peers.end() ? Told{} : found->second.told;
}

void AddressGossip::relay(PeerId from, const wire::TimedAddress& address, std::int64_t nowUnix) {
    // The same one or two for a day, whoever tells of it: nobody can choose who hears.
    std::vector<std::pair<std::uint64_t, Peer*>> ranked;
    for (auto& [id, peer] : m_peers) {
        if (id == from || !isOfUse(address.address, peer.address)) continue;
        crypto::SipHash<2, 4> hash(m_secret, id);
        for (const std::uint8_t byte : address.address.host)
            hash.add(byte);
        hash.add(address.address.port);
        hash.add(std::uint64_t(nowUnix / kADay));
        ranked.emplace_back(hash.finish(), &peer);
    }
    std::ranges::sort(ranked, {}, &std::pair<std::uint64_t, Peer*>::first);
    constexpr std::size_t kTold = 2;
    for (std::size_t i = 0; i < std::min(ranked.size(), kTold); ++i)
        queue(*ranked[i].second, address);
}

void AddressGossip::queue(Peer& peer, const wire::TimedAddress& address) {
    if (peer.known.contains(address.address) || peer.outgoing.size() >= kMostOutgoing) return;
    peer.outgoing.insert_or_assign(address.address, address);
}

std::vector<wire::TimedAddress> AddressGossip::asked(PeerId peer, std::int64_t nowUnix,
                                                     const Random& random) {
    const auto found = m_peers.find(peer);
    // Those we dialled are not answered: they could read in the answers who we are.
    if (found == m_peers.end() || !found->second.dialledIn || std::exchange(found->second.wasAnswered, true))
        return {};
    if (m_book.size() < kCachedFrom || nowUnix >= m_cachedUntil) {
        m_cached = m_book.sample(nowUnix, random);
        m_cachedUntil = nowUnix + kADay - 3 * 60 * 60 + std::int64_t(random(6 * 60 * 60));
    }
    std::vector<wire::TimedAddress> out;
    for (const wire::TimedAddress& each : m_cached) {
        if (isOfUse(each.address, found->second.address) && each.address != found->second.address)
            out.push_back(each);
    }
    return out;
}

void AddressGossip::announceSelf(PeerId peer, const wire::NetAddress& self, std::uint64_t services,
                                 std::int64_t nowUnix) {
    const auto found = m_peers.find(peer);
    if (found == m_peers.end() || nowUnix - found->second.selfToldAt < kADay ||
        !isOfUse(self, found->second.address))
        return;
    found->second.selfToldAt = nowUnix;
    found->second.known.erase(self);
    queue(found->second, {std::uint32_t(nowUnix), services, self});
}

std::vector<AddressGossip::Outgoing> AddressGossip::takeOutgoing(std::int64_t nowMs, const Random& random) {
    std::vector<Outgoing> out;
    for (auto& [id, peer] : m_peers) {
        if (peer.outgoing.empty() || nowMs < peer.nextSendMs) continue;
        peer.nextSendMs = nowMs + std::int64_t(random(2 * kMeanWaitMs)) + 1;
        Outgoing& each = out.emplace_back();
        each.peer = id;
        for (const auto& [address, timed] : std::exchange(peer.outgoing, {})) {
            each.addresses.push_back(timed);
            peer.known.insert(address);
        }
    }
    return out;
}

} // namespace net
