#include "net/sync/BlockDownload.h"

#include <algorithm>
#include <cmath>

namespace net {

using primitives::BlockHash;

namespace {

constexpr double kStallDecay = 0.85;              ///< a connected block
constexpr std::int64_t kShortestBlockMs = 60'000; ///< for a body, at least
constexpr std::int32_t kLimitedDepth = 288;       ///< BIP 159
constexpr std::size_t kMostGivenUp = 64;
constexpr std::size_t kMostLacks = 1'024;
constexpr std::size_t kMostGivenUpInAll = 4'096;
constexpr std::int64_t kCompactMs = 5'000; ///< to put a block together
constexpr int kMostDoublings = 5;
constexpr std::int32_t kStep = 128;

bool givesAll(const PeerFacts& facts) {
    return facts.isPolled || (facts.services & wire::kServiceNetwork) != 0;
}

} // namespace

bool BlockDownload::isWorthFetching(const SyncPeer& peer) const {
    if (peer.isDropped || peer.best == nullptr) return false;
    if (!peer.facts.isPolled && !peer.facts.givesWitness()) return false;
    const consensus::Uint256& ours = m_context.chain.tip().chainWork;
    return peer.best->chainWork >= ours || peer.provenWork >= ours;
}

/// Its peer has let us wait since it was asked, or since its last body; or it did so before, and gave nothing
/// since. Each time a body is asked of yet another, that one gets twice as long: on a slow line, all at once
/// would be slower still. What strangers do to other blocks does not count.
bool BlockDownload::isOverdue(const chain::HeaderEntry& entry, const Flight& flight) const {
    const auto peer = m_context.peers.find(flight.peer);
    if (peer == m_context.peers.end() || peer->second.isLate) return true;
    const std::int64_t since = std::max(flight.sinceMs, peer->second.progressMs);
    const auto times = m_timesGivenUp.find(entry.hash());
    const int doublings = times == m_timesGivenUp.end() ? 0 : std::min(times->second, kMostDoublings);
    return m_context.clock.steadyMs() - since >= m_context.options.stallMs << doublings;
}

/// The lowest missing blocks of its chain in the window above the last one that it and we have.
BlockDownload::Choice BlockDownload::choose(PeerId id, SyncPeer& peer, std::size_t most) {
    Choice out;
    if (!isWorthFetching(peer)) return out;
    const chain::HeaderEntry& best = *peer.best;
    const chain::HeaderEntry* common = chain::HeaderTree::fork(&m_context.chain.tip(), &best);
    if (peer.common != nullptr) {
        const chain::HeaderEntry* before = chain::HeaderTree::fork(peer.common, &best);
        if (before->height() > common->height()) common = before;
    }
    peer.common = common;
    const std::int32_t windowEnd = common->height() + m_context.options.window;
    const std::int32_t end = std::min(best.height(), windowEnd + 1);
    const std::int32_t lowest = givesAll(peer.facts) ? 0 : best.height() - kLimitedDepth + 1;
    std::vector<const chain::HeaderEntry*> overdue;
    PeerId waitsFor = 0;
    std::vector<const chain::HeaderEntry*> part;
    for (std::int32_t height = common->height(); height < end;) {
        const std::int32_t until = std::min(height + kStep, end);
        part.clear();
        for (const chain::HeaderEntry* entry = best.ancestor(until); entry->height() > height;
             entry = entry->parent)
            part.push_back(entry);
        height = until;
        for (auto place = part.rbegin(); place != part.rend(); ++place) {
            const chain::HeaderEntry& entry = **place;
            if (entry.isInvalid()) return out;
            if (entry.hasBody()) {
                if (entry.linked && peer.common == entry.parent) peer.common = &entry;
                continue;
            }
            if (const auto flight = m_flights.find(&entry); flight != m_flights.end()) {
                if (waitsFor == 0) waitsFor = flight->second.peer;
                if (flight->second.peer != id && isOverdue(entry, flight->second)) overdue.push_back(&entry);
                continue;
            }
            if (entry.height() > windowEnd) {
                if (out.blocks.empty() && waitsFor != id) out.holdsWindowUp = waitsFor;
                return out;
            }
            if (entry.height() < lowest || peer.lacks.contains(entry.hash())) continue;
            out.blocks.push_back(&entry);
            if (out.blocks.size() == most) return out;
        }
    }
    // All that is left is on its way from others. Who lets it wait keeps its link: it is not needed here.
    if (!out.blocks.empty() || peer.isLate) return out;
    for (const chain::HeaderEntry* entry : overdue) {
        if (out.blocks.size() == most) break;
        if (entry->height() < lowest || peer.lacks.contains(entry->hash())) continue;
        giveUp(*entry);
        out.blocks.push_back(entry);
    }
    return out;
}

/// Off the list of what is waited for from that peer.
void BlockDownload::takeOff(SyncPeer& peer, const chain::HeaderEntry& entry) {
    if (!peer.inFlight.empty() && peer.inFlight.front() == &entry) peer.frontMs = m_context.clock.steadyMs();
    std::erase(peer.inFlight, &entry);
}

/// It is asked of another; should it come after all, it is taken.
void BlockDownload::giveUp(const chain::HeaderEntry& entry) {
    const auto flight = m_flights.find(&entry);
    if (m_timesGivenUp.size() >= kMostGivenUpInAll) m_timesGivenUp.clear();
    ++m_timesGivenUp[entry.hash()];
    const auto found = m_context.peers.find(flight->second.peer);
    if (found != m_context.peers.end()) {
        SyncPeer& late = found->second;
        takeOff(late, entry);
        late.givenUp.push_back(entry.hash());
        if (late.givenUp.size() > kMostGivenUp) late.givenUp.pop_front();
        late.isLate = true;
    }
    m_flights.erase(flight);
}

void BlockDownload::take(PeerId id, SyncPeer& peer, const chain::HeaderEntry& entry, bool isCompact) {
    const std::int64_t now = m_context.clock.steadyMs();
    if (peer.inFlight.empty()) peer.progressMs = peer.frontMs = now;
    peer.inFlight.push_back(&entry);
    m_flights[&entry] = {id, now, isCompact};
}

void BlockDownload::askFor(PeerId id, const std::vector<const chain::HeaderEntry*>& blocks,
                           wire::ItemKind kind) {
    wire::GetData message;
    for (const chain::HeaderEntry* entry : blocks)
        message.items.push_back({kind, entry->hash().bytes()});
    m_context.out.send(id, std::move(message));
}

void BlockDownload::fetchFrom(PeerId id, SyncPeer& peer) {
    // Who let us wait is tried with one block until it gives it.
    const std::size_t most = peer.isLate ? 1 : static_cast<std::size_t>(m_context.options.blocksPerPeer);
    if (peer.inFlight.size() >= most) return;
    const Choice choice = choose(id, peer, most - peer.inFlight.size());
    for (const chain::HeaderEntry* entry : choice.blocks)
        take(id, peer, *entry, false);
    if (!choice.blocks.empty()) {
        // Of the next block most transactions are here already.
        const bool isNext = choice.blocks.size() == 1 && m_flights.size() == 1 &&
                            choice.blocks.front()->parent == &m_context.chain.tip();
        askFor(id, choice.blocks,
               isNext && peer.givesCompact ? wire::ItemKind::CompactBlock : wire::ItemKind::BlockWithWitness);
    }
    if (choice.holdsWindowUp == 0) return;
    SyncPeer* staller = m_context.find(choice.holdsWindowUp);
    if (staller != nullptr && !staller->stallsSinceMs) staller->stallsSinceMs = m_context.clock.steadyMs();
}

void BlockDownload::fetch() {
    for (auto& [id, peer] : m_context.peers) {
        if (peer.isDropped) release(peer);
    }
    for (const bool isLate : {false, true}) {
        for (auto& [id, peer] : m_context.peers) {
            if (!peer.isDropped && peer.isLate == isLate) fetchFrom(id, peer);
        }
    }
}

BlockDownload::Coming BlockDownload::arrived(PeerId id, SyncPeer& peer, const BlockHash& hash) {
    Coming out = std::erase(peer.givenUp, hash) > 0 ? Coming::Asked : Coming::Unasked;
    const chain::HeaderEntry* entry = m_context.chain.headers().find(hash);
    const auto flight = entry == nullptr ? m_flights.end() : m_flights.find(entry);
    if (flight != m_flights.end() && flight->second.peer == id) {
        out = flight->second.isCompact ? Coming::Compact : Coming::Asked;
        takeOff(peer, *entry);
        m_flights.erase(flight);
    } else if (flight != m_flights.end() && out == Coming::Asked) {
        // The other one's copy comes in vain; it is not late for that.
        if (SyncPeer* other = m_context.find(flight->second.peer)) {
            takeOff(*other, *entry);
            other->givenUp.push_back(hash);
        }
        m_flights.erase(flight);
    }
    if (out == Coming::Unasked) return out;
    m_timesGivenUp.erase(hash);
    peer.progressMs = m_context.clock.steadyMs();
    peer.stallsSinceMs.reset();
    peer.isLate = false;
    return out;
}

void BlockDownload::notFound(PeerId id, SyncPeer& peer, const BlockHash& hash) {
    const chain::HeaderEntry* entry = m_context.chain.headers().find(hash);
    const auto flight = entry == nullptr ? m_flights.end() : m_flights.find(entry);
    std::erase(peer.givenUp, hash);
    if (flight == m_flights.end() || flight->second.peer != id) return;
    takeOff(peer, *entry);
    m_flights.erase(flight);
    peer.stallsSinceMs.reset();
    if (peer.lacks.size() >= kMostLacks) peer.lacks.clear();
    peer.lacks.insert(hash);
}

void BlockDownload::expect(PeerId id, SyncPeer& peer, const chain::HeaderEntry& entry) {
    if (const auto flight = m_flights.find(&entry); flight != m_flights.end()) {
        SyncPeer* other = m_context.find(flight->second.peer);
        if (other != nullptr) {
            takeOff(*other, entry);
            if (flight->second.peer != id) other->givenUp.push_back(entry.hash());
        }
        m_flights.erase(flight);
    }
    take(id, peer, entry, true);
}

void BlockDownload::askWhole(PeerId id, SyncPeer& peer, const chain::HeaderEntry& entry) {
    const auto flight = m_flights.find(&entry);
    if (flight != m_flights.end() && flight->second.peer != id) return; // another is at it
    if (flight == m_flights.end())
        take(id, peer, entry, false);
    else
        flight->second.isCompact = false;
    askFor(id, {&entry}, wire::ItemKind::BlockWithWitness);
}

void BlockDownload::lookAfter() {
    const std::int64_t now = m_context.clock.steadyMs();
    for (auto place = m_flights.begin(); place != m_flights.end();) {
        auto& [entry, flight] = *place;
        SyncPeer* peer = m_context.find(flight.peer);
        const bool isSettled = entry->hasBody() || entry->isInvalid();
        if (isSettled && peer != nullptr) takeOff(*peer, *entry);
        if (isSettled) {
            place = m_flights.erase(place);
            continue;
        }
        if (peer != nullptr && flight.isCompact && now - flight.sinceMs >= kCompactMs) {
            flight.isCompact = false;
            askFor(flight.peer, {entry}, wire::ItemKind::BlockWithWitness);
        }
        ++place;
    }
}

void BlockDownload::release(SyncPeer& peer) {
    for (const chain::HeaderEntry* entry : peer.inFlight)
        m_flights.erase(entry);
    peer.inFlight.clear();
    peer.givenUp.clear();
    peer.stallsSinceMs.reset();
}

void BlockDownload::connectedBlocks(std::int32_t count) {
    const double decayed = static_cast<double>(m_stallMs) * std::pow(kStallDecay, count);
    m_stallMs = std::max(m_context.options.stallMs, static_cast<std::int64_t>(decayed));
}

void BlockDownload::doubleStallTime() {
    m_stallMs = std::min(m_stallMs * 2, m_context.options.maxStallMs);
}

std::vector<PeerId> BlockDownload::stalled() const {
    std::vector<PeerId> out;
    const std::int64_t now = m_context.clock.steadyMs();
    const auto busy = std::ranges::count_if(m_context.peers, [](const auto& item) {
        return !item.second.isDropped && !item.second.inFlight.empty();
    });
    const std::int64_t spacing = std::max<std::int64_t>(
        m_context.chain.params().rules().targetBlockTime * std::int64_t{1'000}, kShortestBlockMs);
    const std::int64_t bodyTimeout = spacing + spacing / 2 * std::max<std::int64_t>(busy - 1, 0);
    for (const auto& [id, peer] : m_context.peers) {
        if (peer.isDropped || peer.inFlight.empty()) continue;
        const bool holdsUp = peer.stallsSinceMs && now - *peer.stallsSinceMs >= m_stallMs;
        if (holdsUp || now - peer.frontMs >= bodyTimeout) out.push_back(id);
    }
    return out;
}

bool BlockDownload::isComingCompact(const chain::HeaderEntry& entry) const {
    const auto flight = m_flights.find(&entry);
    return flight != m_flights.end() && flight->second.isCompact && !isOverdue(entry, flight->second);
}

} // namespace net
