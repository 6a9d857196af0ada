#pragma once

#include "primitives/Transaction.h"

#include <list>
#include <unordered_map>

namespace chain {

/// Transactions that came before their parents, bounded by number, size and age; the oldest give way. Owned
/// by Mempool. Thread: node.
class OrphanTransactions {
public:
    OrphanTransactions(std::size_t maxCount, std::int64_t maxWeight, std::int64_t maxSeconds)
        : m_maxCount(maxCount), m_maxWeight(maxWeight), m_maxSeconds(maxSeconds) {}

    /// Keeps a transaction (once) until one it spends from comes; one above the weight is let go at once.
    void add(const primitives::TransactionRef& transaction, std::int64_t now);
    /// Those that spend from `parent`, in order of arrival; they stay.
    [[nodiscard]] std::vector<primitives::TransactionRef> childrenOf(const primitives::TxId& parent) const;
    void remove(const primitives::WtxId& wtxid);
    void expire(std::int64_t now);
    /// Oldest first.
    [[nodiscard]] std::vector<primitives::TransactionRef> all() const;
    [[nodiscard]] std::size_t count() const { return m_orphans.size(); }

private:
    struct Orphan {
        primitives::TransactionRef transaction;
        std::int64_t time;
    };
    using Place = std::list<Orphan>::iterator;
    void remove(Place place);

    std::size_t m_maxCount;
    std::int64_t m_maxWeight;
    std::int64_t m_maxSeconds;
    std::list<Orphan> m_orphans; ///< oldest first
    std::unordered_map<primitives::WtxId, Place> m_byWtxid;
    std::unordered_map<primitives::TxId, std::vector<primitives::WtxId>>
        m_children; ///< by every transaction spent from
};

} // namespace chain
