#pragma once

#include "chain/BlockStore.h"

#include <unordered_map>

namespace chain {

/// The coins of the tip: changes not yet stored and coins read lately in memory, the rest behind them in the store.
/// Owned by ChainState. Thread: node.
class CoinCache {
public:
    explicit CoinCache(CoinStore& store) : m_store(store) {}

    /// Null when spent or never seen. The pointer holds until the next call.
    Result<const consensus::Coin*, StoreError> find(const primitives::OutPoint& outpoint);
    /// Needs: no such coin now.
    void add(const primitives::OutPoint& outpoint, consensus::Coin coin);
    /// Needs: the coin exists (found before).
    void spend(const primitives::OutPoint& outpoint);
    /// The changes since the last `markStored`, for a batch; they stay until then.
    [[nodiscard]] std::vector<CoinChange> changes() const;
    /// The store has the changes now; of coins that are as stored, at most `maxEntries` / 2 are kept from here on.
    void markStored(std::size_t maxEntries);
    /// Forgets the changes since the last `markStored`: the coins are those of the store again.
    void discardChanges() { m_changes.clear(); }
    [[nodiscard]] std::size_t changedCount() const { return m_changes.size(); }
    [[nodiscard]] std::size_t size() const { return m_changes.size() + m_clean.size(); }

private:
    /// What differs from the store. `fresh`: the store has no row, so spending it needs no delete.
    struct Change {
        std::optional<consensus::Coin> coin;
        bool fresh = false;
    };
    void trimClean(std::size_t count);

    CoinStore& m_store;
    std::unordered_map<primitives::OutPoint, Change> m_changes;
    std::unordered_map<primitives::OutPoint, consensus::Coin> m_clean; ///< as the store has them
    std::size_t m_maxClean = 250'000;
};

} // namespace chain
