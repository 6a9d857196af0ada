#pragma once

#include "chain/BlockStore.h"
#include "chain/CoinTable.h"

namespace chain {

/// The coins of the tip: changes not yet stored and coins read lately in memory, the rest behind them in the
/// store. Half of the memory is for the changes, which the owner stores when `isFull`; half for the coins
/// that are as stored, of which those stay that are asked for again. Owned by ChainState. Thread: node.
class CoinCache {
public:
    CoinCache(CoinStore& store, std::size_t maxBytes)
        : m_store(store), m_changes(maxBytes / 2), m_clean(maxBytes / 2) {}

    /// Null when spent or never seen. The pointer holds until the next call.
    /// Errors: StoreError, of a coin that is not in memory.
    Result<const consensus::Coin*, StoreError> find(const primitives::OutPoint& outpoint);
    /// Needs: no such coin now (a bug otherwise).
    void add(const primitives::OutPoint& outpoint, const consensus::Coin& coin);
    /// Needs: the coin exists (found before).
    void spend(const primitives::OutPoint& outpoint);
    /// The changes since the last `markStored`, for a batch; they stay until then.
    [[nodiscard]] std::vector<CoinChange> changes() const;
    /// The store has the changes now.
    void markStored();
    /// Forgets the changes since the last `markStored`: the coins are those of the store again.
    void discardChanges() { m_changes.clear(); }
    /// Whether the changes fill their half of the memory.
    [[nodiscard]] bool isFull() const { return m_changes.isFull(); }
    [[nodiscard]] std::size_t changedCount() const { return m_changes.size(); }
    [[nodiscard]] std::size_t size() const { return m_changes.size() + m_clean.size(); }
    /// The memory that all of this takes.
    [[nodiscard]] std::size_t bytes() const { return m_changes.bytes() + m_clean.bytes(); }

private:
    const consensus::Coin* given(const CoinTable::Entry& entry);
    void keepClean(const primitives::OutPoint& outpoint, const consensus::Coin& coin);

    CoinStore& m_store;
    CoinTable m_changes;     ///< what differs from the store; no coin: spent, and the store has a row of it
    CoinTable m_clean;       ///< as the store has them
    consensus::Coin m_given; ///< what `find` points at
};

} // namespace chain
