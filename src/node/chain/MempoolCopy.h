#pragma once

#include "chain/mempool/Mempool.h"
#include "storage/WaitingStore.h"

#include <unordered_set>

namespace node {

/// Keeps the mempool over a restart: what is submitted here is on disk before its answer, the rest follows
/// when the owner saves. Only what differs is written. Owned by Engine. Thread: node.
class MempoolCopy {
public:
    MempoolCopy(storage::WaitingStore& store, chain::Mempool& mempool) : m_store(store), m_mempool(mempool) {}

    /// Offers the pool what was kept; what no longer fits the chain stays out. Call once, first.
    Result<void, storage::StorageError> load();
    /// What one call changed is on disk when it returns.
    /// Errors: the copy is as it was.
    Result<void, storage::StorageError> keep(const chain::MempoolChange& change);
    /// Brings the copy level with the pool.   Cost: a look at each transaction; the rows that differ.
    Result<void, storage::StorageError> save();

private:
    using Added = std::vector<storage::WaitingTransaction>;
    using Removed = std::vector<primitives::TxId>;
    Result<void, storage::StorageError> write(const Added& added, const Removed& removed);

    storage::WaitingStore& m_store;
    chain::Mempool& m_mempool;
    std::unordered_set<primitives::TxId> m_kept; ///< what the store has
};

} // namespace node
