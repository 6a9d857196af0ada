#pragma once

#include "primitives/Transaction.h"

#include <list>
#include <unordered_map>

namespace chain {

/// Whom a transaction came from; they share the room for what cannot be judged yet. 0: this computer.
using TransactionOrigin = std::uint64_t;

/// How many transactions wait for their parents, and for how long.
struct OrphanLimits {
    std::size_t maxCount = 500;
    std::int64_t maxWeight = 400'000;         ///< of one
    std::int64_t maxTotalWeight = 20'000'000; ///< of all
    std::int64_t maxSeconds = 1'200;
};

/// One of them, for lists.
struct OrphanInfo {
    primitives::TransactionRef transaction;
    std::vector<TransactionOrigin> origins; ///< in order of arrival
};

/// Transactions that came before their parents, bounded by number, size and age. When there is no room, the
/// oldest of the origin with the largest share gives way: a flood puts out only its own. Owned by Mempool.
/// Thread: node.
class OrphanTransactions {
public:
    explicit OrphanTransactions(OrphanLimits limits) : m_limits(limits) {}

    /// Keeps a transaction (once, whoever brings it) until one it spends from comes; one above the weight is
    /// let go at once. Whether it was new, or new from that origin, and is kept.
    bool add(const primitives::TransactionRef& transaction, std::int64_t now, TransactionOrigin origin = 0);
    /// Null when it is not here.
    [[nodiscard]] primitives::TransactionRef find(const primitives::WtxId& wtxid) const;
    /// The first of those that brought it; 0 when it is not here.
    [[nodiscard]] TransactionOrigin originOf(const primitives::WtxId& wtxid) const;
    /// Oldest first.
    [[nodiscard]] std::vector<OrphanInfo> all() const;
    /// Those that spend from `parent`, in order of arrival; they stay.
    [[nodiscard]] std::vector<primitives::TransactionRef> childrenOf(const primitives::TxId& parent) const;
    void remove(const primitives::WtxId& wtxid);
    /// An origin went: what nobody else brought goes with it.
    void forget(TransactionOrigin origin);
    void expire(std::int64_t now);
    [[nodiscard]] std::size_t count() const { return m_orphans.size(); }
    [[nodiscard]] std::int64_t weight() const { return m_weight; }

private:
    struct Orphan {
        primitives::TransactionRef transaction;
        std::int64_t time;
        std::vector<TransactionOrigin> origins; ///< at least one, each once
    };
    struct Share {
        std::size_t count = 0;
        std::int64_t weight = 0;
    };
    using Place = std::list<Orphan>::iterator;
    void remove(Place place);
    void leave(Place place, TransactionOrigin origin);
    void makeRoom();

    OrphanLimits m_limits;
    std::list<Orphan> m_orphans; ///< oldest first
    std::unordered_map<primitives::WtxId, Place> m_byWtxid;
    std::unordered_map<primitives::TxId, std::vector<primitives::WtxId>>
        m_children; ///< by every transaction spent from
    std::unordered_map<TransactionOrigin, Share> m_shares;
    std::int64_t m_weight = 0;
};

} // namespace chain
