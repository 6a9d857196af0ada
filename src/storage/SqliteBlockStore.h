#pragma once

#include "chain/BlockStore.h"
#include "storage/SqliteCoinStore.h"

#include <unordered_map>

namespace storage {

/// Tables `headers`, `bodies`, `undos` and `best_chain`; writes the coins of a batch along. Owned by
/// ChainDatabase. Thread: its own.
class SqliteBlockStore final : public chain::BlockStore {
public:
    SqliteBlockStore(Database& database, SqliteCoinStore& coins);
    Result<std::vector<chain::StoredHeader>, chain::StoreError> loadHeaders() override;
    Result<chain::TipInfo, chain::StoreError> loadTip() override;
    Result<primitives::BlockRef, chain::StoreError> readBlock(const primitives::BlockHash& hash) override;
    Result<std::shared_ptr<const chain::BlockUndo>, chain::StoreError>
    readUndo(const primitives::BlockHash& hash) override;
    Result<void, chain::StoreError> commit(const chain::ChainBatch& batch) override;

private:
    using Done = Result<void, StorageError>;
    Done write(const chain::ChainBatch& batch);
    Done writeHeaders(const chain::ChainBatch& batch);
    Done writeBodies(const chain::ChainBatch& batch);
    Done writeUndos(const chain::ChainBatch& batch);
    Done writeBestChain(const chain::ChainBatch& batch);
    /// The short key of a block, of this batch or stored before.
    Result<std::int64_t, StorageError> sequenceOf(const primitives::BlockHash& hash);

    Database& m_database;
    SqliteCoinStore& m_coins;
    Statement m_headers;
    Statement m_tip;
    Statement m_body;
    Statement m_undo;
    Statement m_sequence;
    Statement m_putHeader;
    Statement m_putFacts;
    Statement m_putFees;
    Statement m_putBody;
    Statement m_putUndo;
    Statement m_cutBestChain;
    Statement m_putBestChain;
    std::unordered_map<primitives::BlockHash, std::int64_t>
        m_batchSequences; ///< of the headers of the batch being written
};

/// What one row of `bodies` or `undos` holds; the reader parses it as bytes of a stranger.
Result<primitives::BlockRef, StorageError> readBody(Rows& rows, const primitives::BlockHash& hash);
Result<std::shared_ptr<const chain::BlockUndo>, StorageError> readUndoRow(Rows& rows,
                                                                          const primitives::BlockHash& hash);
/// Columns height and hash, display order; height -1 when there is no row.
Result<chain::TipInfo, StorageError> readTip(Rows& rows);

inline const QString kSelectTip =
    QStringLiteral("SELECT b.height, h.hash FROM best_chain b JOIN headers h ON "
                   "h.sequence = b.sequence ORDER BY b.height DESC LIMIT 1");
inline const QString kSelectBody =
    QStringLiteral("SELECT bytes FROM bodies WHERE sequence = (SELECT sequence FROM headers WHERE hash = ?)");
inline const QString kSelectUndo =
    QStringLiteral("SELECT bytes FROM undos WHERE sequence = (SELECT sequence FROM headers WHERE hash = ?)");

} // namespace storage
