#pragma once

#include "storage/BulkInsert.h"
#include "storage/IndexStore.h"
#include "storage/StorageFormat.h"

namespace storage {

/// Tables `transactions`, `history`, `spends` and the mark `index_tip`. Owned by ChainDatabase. Thread: its
/// own.
class SqliteIndexStore final : public IndexStore {
public:
    explicit SqliteIndexStore(Database& database);
    Result<chain::TipInfo, chain::StoreError> tip() override;
    Result<void, chain::StoreError> apply(const std::vector<chain::ConnectedBlock>& blocks) override;
    Result<void, chain::StoreError> revert(const chain::DisconnectedBlock& block) override;

private:
    using Done = Result<void, StorageError>;
    struct HistoryEntry;
    struct SpendEntry;
    struct Rowset; ///< what a run of blocks adds

    Result<chain::TipInfo, StorageError> readMark();
    Done writeMark(const chain::TipInfo& tip);
    Done applyAll(const std::vector<chain::ConnectedBlock>& blocks);
    Done collect(const chain::ConnectedBlock& block, Rowset& rows);
    Done write(Rowset& rows);
    Done revertOne(const chain::DisconnectedBlock& block);
    Done removeTransaction(const primitives::Transaction& transaction, std::span<const consensus::Coin> spent,
                           const TxPlace& place);

    Database& m_database;
    Statement m_readMark;
    Statement m_putMark;
    Statement m_removeMark;
    BulkInsert m_putTransaction;
    BulkInsert m_putHistory;
    BulkInsert m_putSpend;
    Statement m_removeTransactions;
    Statement m_removeHistory;
    Statement m_removeSpend;
    Statement m_undo;
};

inline const QString kSelectIndexTip = QStringLiteral("SELECT height, hash FROM index_tip");

} // namespace storage
