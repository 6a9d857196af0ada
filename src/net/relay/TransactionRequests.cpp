#include "net/relay/TransactionRequests.h"

#include "crypto/SipHash.h"

#include <algorithm>
#include <cstring>

namespace net {

namespace {
/// A map node, two set nodes, a place in the vector of its hash and that hash's node.
constexpr std::size_t kBytesAnAnnouncement = 400;
} // namespace

std::uint64_t TransactionRequests::lotOf(PeerId peer, const Hash& hash) const {
    crypto::SipHash<1, 3> lot(m_seed, peer);
    for (std::size_t i = 0; i < hash.size(); i += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, hash.data() + i, sizeof(word));
        lot.add(word);
    }
    return lot.finish();
}

/// Of a peer's announcement of a hash; 0: it made none.
std::uint64_t TransactionRequests::numberOf(PeerId peer, const Hash& hash) const {
    const auto numbers = m_byHash.find(hash);
    if (numbers == m_byHash.end()) return 0;
    const auto found = std::ranges::find_if(
        numbers->second, [&](std::uint64_t number) { return m_announcements.at(number).peer == peer; });
    return found != numbers->second.end() ? *found : 0;
}

bool TransactionRequests::announced(PeerId peer, const Hash& hash, bool isWtxid, bool isPreferred,
                                    std::int64_t readyMs) {
    if (numberOf(peer, hash) != 0) return true;
    if (announcedBy(peer) >= m_options.maxPerPeer || !makeRoom(peer)) return false;
    Peer& from = m_peers[peer];
    const std::uint64_t number = m_nextNumber++;
    m_announcements.emplace(
        number, Announcement{hash, peer, isWtxid, isPreferred, State::Waiting, readyMs, lotOf(peer, hash)});
    m_byHash[hash].push_back(number);
    from.all.insert(number);
    m_times.emplace(readyMs, number);
    return true;
}

/// When all of it is used up, the one with the largest part gives way to those with less.
bool TransactionRequests::makeRoom(PeerId peer) {
    if (m_announcements.size() < m_options.maxInAll) return true;
    const auto largest =
        std::ranges::max_element(m_peers, {}, [](const auto& item) { return item.second.all.size(); });
    if (largest->first == peer || largest->second.all.size() <= announcedBy(peer) + 1) return false;
    const std::uint64_t number = *largest->second.all.rbegin();
    const Hash hash = m_announcements.at(number).hash;
    erase(number);
    choose(hash);
    return true;
}

void TransactionRequests::setState(std::uint64_t number, State state) {
    Announcement& item = m_announcements.at(number);
    Peer& peer = m_peers.at(item.peer);
    const auto isTimed = [](State of) { return of == State::Waiting || of == State::Asked; };
    if (isTimed(item.state)) m_times.erase({item.timeMs, number});
    if (item.state == State::Chosen) peer.chosen.erase(number);
    if (item.state == State::Asked) --peer.asked;
    item.state = state;
    if (state == State::Chosen) peer.chosen.insert(number);
    if (state == State::Asked) ++peer.asked;
    if (isTimed(state)) m_times.emplace(item.timeMs, number);
}

/// Makes the best that is ready the chosen one, unless one is asked; with nobody left the hash is forgotten.
void TransactionRequests::choose(const Hash& hash) {
    const auto found = m_byHash.find(hash);
    if (found == m_byHash.end()) return;
    std::uint64_t best = 0, chosen = 0;
    bool isAsked = false, isOpen = false;
    for (const std::uint64_t number : found->second) {
        const Announcement& item = m_announcements.at(number);
        isAsked = isAsked || item.state == State::Asked;
        isOpen = isOpen || item.state != State::Done;
        if (item.state == State::Chosen) chosen = number;
        if (item.state != State::Ready && item.state != State::Chosen) continue;
        const auto rank = [](const Announcement& of) { return std::pair(of.isPreferred, of.lot); };
        if (best == 0 || rank(item) > rank(m_announcements.at(best))) best = number;
    }
    if (!isOpen) {
        settled(hash);
        return;
    }
    if (isAsked) best = 0;
    if (chosen == best) return;
    if (chosen != 0) setState(chosen, State::Ready);
    if (best != 0) setState(best, State::Chosen);
}

void TransactionRequests::advance(std::int64_t nowMs) {
    while (!m_times.empty() && m_times.begin()->first <= nowMs) {
        const std::uint64_t number = m_times.begin()->second;
        const Announcement& item = m_announcements.at(number);
        const Hash hash = item.hash;
        setState(number, item.state == State::Waiting ? State::Ready : State::Done);
        choose(hash);
    }
}

std::vector<wire::InventoryItem> TransactionRequests::ask(PeerId peer, std::int64_t nowMs) {
    advance(nowMs);
    std::vector<wire::InventoryItem> out;
    const auto found = m_peers.find(peer);
    if (found == m_peers.end()) return out;
    const std::set<std::uint64_t> chosen = found->second.chosen;
    for (const std::uint64_t number : chosen) {
        Announcement& item = m_announcements.at(number);
        item.timeMs = nowMs + m_options.retryMs;
        setState(number, State::Asked);
        const auto kind =
            item.isWtxid ? wire::ItemKind::WtxId : wire::ItemKind::TransactionWithWitness; // BIP 144
        out.push_back({kind, item.hash});
    }
    return out;
}

void TransactionRequests::answered(PeerId peer, const Hash& hash) {
    const std::uint64_t number = numberOf(peer, hash);
    if (number == 0) return;
    setState(number, State::Done);
    choose(hash);
}

void TransactionRequests::erase(std::uint64_t number) {
    setState(number, State::Done);
    const Announcement item = m_announcements.at(number);
    const auto numbers = m_byHash.find(item.hash);
    std::erase(numbers->second, number);
    if (numbers->second.empty()) m_byHash.erase(numbers);
    const auto peer = m_peers.find(item.peer);
    peer->second.all.erase(number);
    if (peer->second.all.empty()) m_peers.erase(peer);
    m_announcements.erase(number);
}

void TransactionRequests::settled(const Hash& hash) {
    const auto found = m_byHash.find(hash);
    if (found == m_byHash.end()) return;
    const std::vector<std::uint64_t> numbers = found->second;
    for (const std::uint64_t number : numbers)
        erase(number);
}

void TransactionRequests::gone(PeerId peer) {
    const auto found = m_peers.find(peer);
    if (found == m_peers.end()) return;
    const std::set<std::uint64_t> numbers = found->second.all;
    for (const std::uint64_t number : numbers) {
        const Hash hash = m_announcements.at(number).hash;
        erase(number);
        choose(hash);
    }
}

std::vector<PeerId> TransactionRequests::peersOf(const Hash& hash) const {
    std::vector<PeerId> out;
    const auto numbers = m_byHash.find(hash);
    if (numbers == m_byHash.end()) return out;
    for (const std::uint64_t number : numbers->second) {
        const Announcement& item = m_announcements.at(number);
        if (item.state != State::Done) out.push_back(item.peer);
    }
    return out;
}

std::size_t TransactionRequests::announcedBy(PeerId peer) const {
    const auto found = m_peers.find(peer);
    return found != m_peers.end() ? found->second.all.size() : 0;
}

std::size_t TransactionRequests::underWay(PeerId peer) const {
    const auto found = m_peers.find(peer);
    return found != m_peers.end() ? found->second.asked : 0;
}

std::size_t TransactionRequests::bytes() const {
    return m_announcements.size() * kBytesAnAnnouncement;
}

} // namespace net
