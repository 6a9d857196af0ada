#include "chain/CoinCache.h"

#include "util/Require.h"

namespace chain {

namespace {

/// What a map takes beside an entry's own bytes: link and hash of the node, its place in the table, the
/// heap's overhead.
constexpr std::size_t kNodeOverhead = 48;
/// A vector's bytes on the heap, with what the heap adds.
constexpr std::size_t kHeapOverhead = 16;

std::size_t heapBytesOf(const consensus::Coin& coin) {
    const std::size_t script = coin.output.scriptPubKey.capacity();
    return script == 0 ? 0 : script + kHeapOverhead;
}

} // namespace

std::size_t CoinCache::bytesOf(const consensus::Coin& coin) {
    return sizeof(Clean::value_type) + kNodeOverhead + heapBytesOf(coin);
}

std::size_t CoinCache::bytesOf(const Change& change) {
    return sizeof(Changes::value_type) + kNodeOverhead + (change.coin ? heapBytesOf(*change.coin) : 0);
}

Result<const consensus::Coin*, StoreError> CoinCache::find(const primitives::OutPoint& outpoint) {
    if (const auto change = m_changes.find(outpoint); change != m_changes.end()) {
        return change->second.coin ? &*change->second.coin : nullptr;
    }
    if (const auto clean = m_clean.find(outpoint); clean != m_clean.end()) return &clean->second;
    auto stored = m_store.find(outpoint);
    if (!stored) return fail(stored.error());
    if (!*stored) return nullptr;
    makeRoomForClean(bytesOf(**stored));
    const consensus::Coin& kept = m_clean.emplace(outpoint, *std::move(*stored)).first->second;
    m_cleanBytes += bytesOf(kept);
    return &kept;
}

void CoinCache::add(const primitives::OutPoint& outpoint, consensus::Coin coin) {
    const auto [change, added] = m_changes.try_emplace(outpoint, Change{std::nullopt, true});
    require(!change->second.coin);
    if (!added) m_changedBytes -= bytesOf(change->second);
    change->second.coin = std::move(coin);
    m_changedBytes += bytesOf(change->second);
}

void CoinCache::spend(const primitives::OutPoint& outpoint) {
    if (const auto clean = m_clean.find(outpoint); clean != m_clean.end()) {
        m_cleanBytes -= bytesOf(clean->second);
        m_clean.erase(clean);
    }
    const auto [change, added] = m_changes.try_emplace(outpoint);
    if (!added) {
        require(change->second.coin.has_value());
        m_changedBytes -= bytesOf(change->second);
        if (change->second.fresh) {
            m_changes.erase(change);
            return;
        }
        change->second.coin.reset();
    }
    m_changedBytes += bytesOf(change->second);
}

std::vector<CoinChange> CoinCache::changes() const {
    std::vector<CoinChange> out;
    out.reserve(m_changes.size());
    for (const auto& [outpoint, change] : m_changes)
        out.push_back({outpoint, change.coin});
    return out;
}

void CoinCache::markStored() {
    makeRoomForClean(std::min(m_changedBytes, m_maxBytes / 4)); // some of the older coins stay
    for (auto& [outpoint, change] : m_changes) {
        if (!change.coin) continue;
        const std::size_t size = bytesOf(*change.coin);
        if (m_cleanBytes + size > m_maxBytes / 2) break;
        if (m_clean.insert_or_assign(outpoint, *std::move(change.coin)).second) m_cleanBytes += size;
    }
    discardChanges();
}

void CoinCache::discardChanges() {
    m_changes.clear();
    m_changedBytes = 0;
}

/// Forgets coins that are as stored until `bytes` more fit. Which ones go hardly matters (the buckets are
/// salted, so it is chance); some more than needed keep this rare.
void CoinCache::makeRoomForClean(std::size_t bytes) {
    if (m_cleanBytes + bytes <= m_maxBytes / 2) return;
    const std::size_t reserve = m_maxBytes / 16;
    while (!m_clean.empty() && m_cleanBytes + bytes + reserve > m_maxBytes / 2) {
        m_cleanBytes -= bytesOf(m_clean.begin()->second);
        m_clean.erase(m_clean.begin());
    }
}

} // namespace chain
