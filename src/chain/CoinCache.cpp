#include "chain/CoinCache.h"

#include "util/Require.h"

namespace chain {

Result<const consensus::Coin*, StoreError> CoinCache::find(const primitives::OutPoint& outpoint) {
    if (const auto change = m_changes.find(outpoint); change != m_changes.end()) {
        return change->second.coin ? &*change->second.coin : nullptr;
    }
    if (const auto clean = m_clean.find(outpoint); clean != m_clean.end()) return &clean->second;
    auto stored = m_store.find(outpoint);
    if (!stored) return fail(stored.error());
    if (!*stored) return nullptr;
    if (m_clean.size() >= m_maxClean) trimClean(m_maxClean / 2);
    return &m_clean.emplace(outpoint, *std::move(*stored)).first->second;
}

void CoinCache::add(const primitives::OutPoint& outpoint, consensus::Coin coin) {
    const auto change = m_changes.find(outpoint);
    if (change == m_changes.end()) {
        m_changes.emplace(outpoint, Change{std::move(coin), true});
        return;
    }
    require(!change->second.coin);
    change->second.coin = std::move(coin);
}

void CoinCache::spend(const primitives::OutPoint& outpoint) {
    m_clean.erase(outpoint);
    const auto [change, added] = m_changes.try_emplace(outpoint);
    if (added) return;
    require(change->second.coin.has_value());
    if (change->second.fresh) {
        m_changes.erase(change);
    } else {
        change->second.coin.reset();
    }
}

std::vector<CoinChange> CoinCache::changes() const {
    std::vector<CoinChange> out;
    out.reserve(m_changes.size());
    for (const auto& [outpoint, change] : m_changes)
        out.push_back({outpoint, change.coin});
    return out;
}

void CoinCache::markStored(std::size_t maxEntries) {
    m_maxClean = maxEntries / 2;
    if (m_clean.size() + m_changes.size() > m_maxClean) trimClean(m_maxClean / 2);
    for (auto& [outpoint, change] : m_changes) {
        if (!change.coin) continue;
        if (m_clean.size() >= m_maxClean) break;
        m_clean.insert_or_assign(outpoint, *std::move(change.coin));
    }
    m_changes.clear();
}

/// Which coins go hardly matters (the buckets are salted, so it is chance); many at once keeps this rare.
void CoinCache::trimClean(std::size_t count) {
    while (m_clean.size() > count)
        m_clean.erase(m_clean.begin());
}

} // namespace chain
