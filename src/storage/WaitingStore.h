#pragma once

#include "primitives/Transaction.h"
#include "storage/StorageError.h"
#include "util/Result.h"

#include <span>
#include <vector>

namespace storage {

/// A transaction that waits for a block, as it is kept over a restart.
struct WaitingTransaction {
    primitives::TransactionRef transaction;
    std::int64_t time = 0; ///< unix seconds of arrival
};

/// The mempool's copy on disk, a row a transaction. Thread: node.
class WaitingStore {
public:
    virtual ~WaitingStore() = default;
    /// In the order they were added. Rows that cannot be read are dropped.
    virtual Result<std::vector<WaitingTransaction>, StorageError> load() = 0;
    /// On disk when it returns, all of it or (after an error) nothing. What is there already, and what is not
    /// there to be removed, changes nothing.   Cost: the rows named; nothing for none.
    virtual Result<void, StorageError> update(std::span<const WaitingTransaction> added,
                                              std::span<const primitives::TxId> removed) = 0;
};

} // namespace storage
