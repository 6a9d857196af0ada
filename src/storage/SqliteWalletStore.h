#pragma once

#include "storage/Statement.h"
#include "wallet/WalletStore.h"

namespace storage {

/// All tables of a wallet file. Owned by WalletDatabase. Thread: its own.
class SqliteWalletStore final : public wallet::WalletStore {
public:
    explicit SqliteWalletStore(Database& database);
    Result<wallet::WalletContents, wallet::WalletStoreError> load() override;
    Result<void, wallet::WalletStoreError> commit(const wallet::WalletBatch& batch) override;

private:
    using Done = Result<void, StorageError>;
    Done write(const wallet::WalletBatch& batch);
    Done writeRemovals(const wallet::WalletBatch& batch);
    Done writeKeys(const wallet::WalletBatch& batch);
    Done writeTransaction(const wallet::WalletTransaction& transaction);
    Done writeCoin(const wallet::StoredCoin& stored);
    Done writeRecentBlocks(const wallet::WalletBatch& batch);

    Database& m_database;
    std::optional<wallet::WalletStoreError> m_uncertain; ///< what every later commit is answered, too
    Statement m_properties;
    Statement m_descriptors;
    Statement m_addresses;
    Statement m_transactions;
    Statement m_coins;
    Statement m_recentBlocks;
    Statement m_putProperty;
    Statement m_putDescriptor;
    Statement m_putAddress;
    Statement m_putTransaction;
    Statement m_putCoin;
    Statement m_putRecentBlock;
    Statement m_removeTransaction;
    Statement m_removeCoin;
    Statement m_cutRecentBlocks;
    Statement m_forgetOldBlocks;
};

} // namespace storage
