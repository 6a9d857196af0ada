#pragma once

#include "chain/BlockStore.h"

#include <unordered_map>

namespace chain {

/// The coins of the tip: changes not yet stored and coins read lately in memory, the rest behind them in the
/// store. Half of the memory is for the changes, which the owner stores when `isFull`; half for the coins
/// that are as stored. Owned by ChainState. Thread: node.
class CoinCache {
public:
    CoinCache(CoinStore& store, std::size_t maxBytes) : m_store(store), m_maxBytes(maxBytes) {}

    /// Null when spent or never seen. The pointer holds until the next call.
    Result<const consensus::Coin*, StoreError> find(const primitives::OutPoint& outpoint);
    /// Needs: no such coin now.
    void add(const primitives::OutPoint& outpoint, consensus::Coin coin);
    /// Needs: the coin exists (found before).
    void spend(const primitives::OutPoint& outpoint);
    /// The changes since the last `markStored`, for a batch; they stay until then.
    [[nodiscard]] std::vector<CoinChange> changes() const;
    /// The store has the changes now.
    void markStored();
    /// Forgets the changes since the last `markStored`: the coins are those of the store again.
    void discardChanges();
    /// Whether the changes fill their half of the memory.
    [[nodiscard]] bool isFull() const { return m_changedBytes > m_maxBytes / 2; }
    [[nodiscard]] std::size_t changedCount() const { return m_changes.size(); }
    [[nodiscard]] std::size_t size() const { return m_changes.size() + m_clean.size(); }
    /// The memory that all of this takes, as near as can be told.
    [[nodiscard]] std::size_t bytes() const { return m_changedBytes + m_cleanBytes; }

private:
    /// What differs from the store. `fresh`: the store has no row, so spending it needs no delete.
    struct Change {
        std::optional<consensus::Coin> coin;
        bool fresh = false;
    };
    using Changes = std::unordered_map<primitives::OutPoint, Change>;
    using Clean = std::unordered_map<primitives::OutPoint, consensus::Coin>;
    static std::size_t bytesOf(const consensus::Coin& coin);
    static std::size_t bytesOf(const Change& change);
    void makeRoomForClean(std::size_t bytes);

    CoinStore& m_store;
    std::size_t m_maxBytes;
    Changes m_changes;
    Clean m_clean; ///< as the store has them
    std::size_t m_changedBytes = 0;
    std::size_t m_cleanBytes = 0;
};

} // namespace chain
