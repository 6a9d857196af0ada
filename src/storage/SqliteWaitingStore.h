#pragma once

#include "storage/BulkInsert.h"
#include "storage/WaitingStore.h"

namespace storage {

/// Table `waiting`. Owned by ChainDatabase. Thread: its own.
class SqliteWaitingStore final : public WaitingStore {
public:
    explicit SqliteWaitingStore(Database& database);
    Result<std::vector<WaitingTransaction>, StorageError> load() override;
    Result<void, StorageError> update(std::span<const WaitingTransaction> added,
                                      std::span<const primitives::TxId> removed) override;

private:
    using Done = Result<void, StorageError>;
    Done add(std::span<const WaitingTransaction> added);
    Done bringOver();

    Database& m_database;
    Statement m_all;
    BulkInsert m_put;
    Statement m_remove;
    Statement m_removeRow;
    Statement m_oldList;
    Statement m_removeOldList;
};

} // namespace storage
