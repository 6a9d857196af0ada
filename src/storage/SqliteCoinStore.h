#pragma once

#include "chain/BlockStore.h"
#include "storage/BulkInsert.h"

namespace storage {

/// Table `coins`: the unspent outputs at the stored tip. Owned by ChainDatabase. Thread: its own.
class SqliteCoinStore final : public chain::CoinStore {
public:
    explicit SqliteCoinStore(Database& database);
    Result<std::optional<consensus::Coin>, chain::StoreError>
    find(const primitives::OutPoint& outpoint) override;
    Result<void, chain::StoreError>
    forEach(const std::function<bool(const primitives::OutPoint&, const consensus::Coin&)>& visit) override;

    /// Needs: a transaction is open, for these changes and the block they belong to.
    Result<void, StorageError> write(std::span<const chain::CoinChange> changes);

private:
    Statement m_find;
    Statement m_all;
    BulkInsert m_put;
    Statement m_remove;
};

/// One row of `coins` (or nothing) that `rows` was started for; column 0 is the coin.
Result<std::optional<consensus::Coin>, StorageError> readCoin(Rows& rows);

} // namespace storage
