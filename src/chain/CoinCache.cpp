#include "chain/CoinCache.h"

#include "util/Require.h"

namespace chain {

const consensus::Coin* CoinCache::given(const CoinTable::Entry& entry) {
    entry.copyCoin(m_given);
    return &m_given;
}

/// A new one counts as used: its place may lie right before the hand.
void CoinCache::keepClean(const primitives::OutPoint& outpoint, const consensus::Coin& coin) {
    if (m_clean.makeRoomFor(coin)) m_clean.add(outpoint, &coin).set(CoinTable::Used);
}

Result<const consensus::Coin*, StoreError> CoinCache::find(const primitives::OutPoint& outpoint) {
    if (const CoinTable::Entry* change = m_changes.find(outpoint))
        return change->hasCoin() ? given(*change) : nullptr;
    if (CoinTable::Entry* clean = m_clean.find(outpoint)) {
        clean->set(CoinTable::Used);
        return given(*clean);
    }
    auto stored = m_store.find(outpoint);
    if (!stored) return fail(stored.error());
    if (!*stored) return nullptr;
    m_given = *std::move(*stored);
    keepClean(outpoint, m_given);
    return &m_given;
}

void CoinCache::add(const primitives::OutPoint& outpoint, const consensus::Coin& coin) {
    CoinTable::Entry* change = m_changes.find(outpoint);
    if (change == nullptr) {
        m_changes.add(outpoint, &coin).set(CoinTable::Fresh);
        return;
    }
    require(!change->hasCoin());
    m_changes.setCoin(*change, coin);
}

void CoinCache::spend(const primitives::OutPoint& outpoint) {
    if (CoinTable::Entry* clean = m_clean.find(outpoint)) m_clean.remove(*clean);
    CoinTable::Entry* change = m_changes.find(outpoint);
    if (change == nullptr) {
        m_changes.add(outpoint, nullptr);
        return;
    }
    require(change->hasCoin());
    if (change->has(CoinTable::Fresh))
        m_changes.remove(*change);
    else
        m_changes.dropCoin(*change);
}

std::vector<CoinChange> CoinCache::changes() const {
    std::vector<CoinChange> out;
    out.reserve(m_changes.size());
    m_changes.forEach([&](const CoinTable::Entry& entry) {
        CoinChange& change = out.emplace_back();
        change.outpoint = entry.outpoint();
        if (entry.hasCoin()) entry.copyCoin(change.coin.emplace());
    });
    return out;
}

void CoinCache::markStored() {
    consensus::Coin coin;
    m_changes.forEach([&](const CoinTable::Entry& entry) {
        if (!entry.hasCoin()) return;
        entry.copyCoin(coin);
        keepClean(entry.outpoint(), coin);
    });
    m_changes.clear();
}

} // namespace chain
