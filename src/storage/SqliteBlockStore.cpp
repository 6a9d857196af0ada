#include "storage/SqliteBlockStore.h"

#include "storage/HeaderRow.h"
#include "storage/SqliteError.h"
#include "storage/StorageFormat.h"

namespace storage {
namespace {

const QString kPutHeader = QStringLiteral(
    "INSERT INTO headers (sequence, hash, header, height, status, scheduled_bits, received, tx_count, size, "
    "weight, "
    "fees, miner_script, finder) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sequence) DO "
    "UPDATE SET "
    "status = excluded.status, received = excluded.received, tx_count = coalesce(excluded.tx_count, "
    "tx_count), "
    "size = coalesce(excluded.size, size), weight = coalesce(excluded.weight, weight), "
    "fees = coalesce(excluded.fees, fees), miner_script = coalesce(excluded.miner_script, miner_script), "
    "finder = coalesce(excluded.finder, finder) "
    "WHERE hash = excluded.hash");

QString hexOf(const primitives::BlockHash& hash) {
    return QString::fromStdString(hash.toHex());
}

} // namespace

SqliteBlockStore::SqliteBlockStore(Database& database, SqliteCoinStore& coins)
    : m_database(database), m_coins(coins),
      m_headers(database, QStringLiteral("SELECT %1 FROM headers h ORDER BY h.sequence").arg(kRecordColumns)),
      m_tip(database, kSelectTip), m_body(database, kSelectBody), m_undo(database, kSelectUndo),
      m_sequence(database, QStringLiteral("SELECT sequence FROM headers WHERE hash = ?")),
      m_putHeader(database, kPutHeader),
      m_putFacts(database,
                 QStringLiteral("UPDATE headers SET tx_count = ?, size = ?, weight = ?, miner_script = ?, "
                                "finder = ? WHERE sequence = ?")),
      m_putFees(database, QStringLiteral("UPDATE headers SET fees = ? WHERE sequence = ?")),
      m_putBody(database, QStringLiteral("INSERT OR REPLACE INTO bodies (sequence, bytes) VALUES (?, ?)")),
      m_putUndo(database, QStringLiteral("INSERT OR REPLACE INTO undos (sequence, bytes) VALUES (?, ?)")),
      m_cutBestChain(database, QStringLiteral("DELETE FROM best_chain WHERE height >= ?")),
      m_putBestChain(database, QStringLiteral("INSERT INTO best_chain (height, sequence) VALUES (?, ?)")) {}

// --- reading ---

Result<std::vector<chain::StoredHeader>, chain::StoreError> SqliteBlockStore::loadHeaders() {
    auto rows = m_headers.select();
    if (!rows) return fail(toStoreError(rows.error()));
    std::vector<chain::StoredHeader> out;
    while (true) {
        const auto more = rows->next();
        if (!more) return fail(toStoreError(more.error()));
        if (!*more) return out;
        auto header = readStoredHeader(*rows);
        if (!header) return fail(toStoreError(header.error()));
        out.push_back(std::move(*header));
    }
}

Result<chain::TipInfo, StorageError> readTip(Rows& rows) {
    const auto more = rows.next();
    if (!more) return fail(more.error());
    if (!*more) return chain::TipInfo{};
    const auto height = rows.fitting<std::int32_t>(0);
    const auto hash = fromDisplayOrder<primitives::BlockHash>(viewOf(rows.bytes(1)));
    if (!height || *height < 0 || !hash) return fail(damaged(QStringLiteral("the stored tip is no block")));
    return chain::TipInfo{*height, *hash};
}

Result<chain::TipInfo, chain::StoreError> SqliteBlockStore::loadTip() {
    auto rows = m_tip.select();
    if (!rows) return fail(toStoreError(rows.error()));
    return readTip(*rows).map_error(toStoreError);
}

Result<primitives::BlockRef, StorageError> readBody(Rows& rows, const primitives::BlockHash& hash) {
    const auto more = rows.next();
    if (!more) return fail(more.error());
    if (!*more) return primitives::BlockRef();
    const QByteArray bytes = rows.bytes(0);
    auto block = primitives::Block::parse(viewOf(bytes));
    if (!block || block->header.hash() != hash)
        return fail(damaged(QStringLiteral("the body of block %1 is unreadable").arg(hexOf(hash))));
    return std::make_shared<const primitives::Block>(std::move(*block));
}

Result<std::shared_ptr<const chain::BlockUndo>, StorageError> readUndoRow(Rows& rows,
                                                                          const primitives::BlockHash& hash) {
    const auto more = rows.next();
    if (!more) return fail(more.error());
    if (!*more) return std::shared_ptr<const chain::BlockUndo>();
    const QByteArray bytes = rows.bytes(0);
    auto undo = chain::parseUndo(viewOf(bytes));
    if (!undo)
        return fail(damaged(QStringLiteral("the undo data of block %1 is unreadable").arg(hexOf(hash))));
    return std::make_shared<const chain::BlockUndo>(std::move(*undo));
}

Result<primitives::BlockRef, chain::StoreError>
SqliteBlockStore::readBlock(const primitives::BlockHash& hash) {
    auto rows = m_body.select(displayOrder(hash));
    if (!rows) return fail(toStoreError(rows.error()));
    return readBody(*rows, hash).map_error(toStoreError);
}

Result<std::shared_ptr<const chain::BlockUndo>, chain::StoreError>
SqliteBlockStore::readUndo(const primitives::BlockHash& hash) {
    auto rows = m_undo.select(displayOrder(hash));
    if (!rows) return fail(toStoreError(rows.error()));
    return readUndoRow(*rows, hash).map_error(toStoreError);
}

// --- writing ---

Result<void, chain::StoreError> SqliteBlockStore::commit(const chain::ChainBatch& batch) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return fail(toStoreError(transaction.error()));
    auto done = write(batch);
    m_batchSequences.clear();
    if (!done) return fail(toStoreError(done.error()));
    return transaction->commit().map_error(toStoreError);
}

SqliteBlockStore::Done SqliteBlockStore::write(const chain::ChainBatch& batch) {
    return writeHeaders(batch)
        .and_then([&] { return writeBodies(batch); })
        .and_then([&] { return writeUndos(batch); })
        .and_then([&] { return writeBestChain(batch); })
        .and_then([&] { return m_coins.write(batch.coins); });
}

SqliteBlockStore::Done SqliteBlockStore::writeHeaders(const chain::ChainBatch& batch) {
    // Facts of a block that is new in this batch go into its row at once.
    std::unordered_map<primitives::BlockHash, const chain::BlockFacts*> facts;
    for (const auto& body : batch.bodies)
        facts[body.hash] = &body.facts;
    std::unordered_map<primitives::BlockHash, primitives::Amount> fees;
    for (const auto& undo : batch.undos)
        fees[undo.hash] = undo.fees;

    for (const chain::HeaderRecord& record : batch.headers) {
        std::optional<std::int64_t> count, size, weight, fee;
        std::optional<util::ByteView> script;
        std::optional<QString> finder;
        if (const auto found = facts.find(record.hash); found != facts.end()) {
            count = found->second->transactionCount;
            size = found->second->sizeBytes;
            weight = found->second->weight;
            script = found->second->minerScript;
            finder = QString::fromStdString(found->second->finder);
        }
        if (const auto found = fees.find(record.hash); found != fees.end()) fee = found->second.satoshi();
        const auto changed =
            m_putHeader.run(record.sequence, displayOrder(record.hash), record.header.serialize(),
                            record.height, static_cast<int>(record.status), record.scheduledBits,
                            record.receivedTime, count, size, weight, fee, script, finder);
        if (!changed) return fail(changed.error());
        if (*changed != 1)
            return fail(
                damaged(QStringLiteral("another block has the number of %1").arg(hexOf(record.hash))));
        m_batchSequences[record.hash] = record.sequence;
    }
    return {};
}

SqliteBlockStore::Done SqliteBlockStore::writeBodies(const chain::ChainBatch& batch) {
    for (const auto& body : batch.bodies) {
        const auto sequence = sequenceOf(body.hash);
        if (!sequence) return fail(sequence.error());
        const auto stored = m_putBody.run(*sequence, body.block->serialize());
        if (!stored) return fail(stored.error());
        if (m_batchSequences.contains(body.hash)) continue;
        const auto updated =
            m_putFacts.run(body.facts.transactionCount, body.facts.sizeBytes, body.facts.weight,
                           body.facts.minerScript, QString::fromStdString(body.facts.finder), *sequence);
        if (!updated) return fail(updated.error());
    }
    return {};
}

SqliteBlockStore::Done SqliteBlockStore::writeUndos(const chain::ChainBatch& batch) {
    for (const auto& undo : batch.undos) {
        const auto sequence = sequenceOf(undo.hash);
        if (!sequence) return fail(sequence.error());
        const auto stored = m_putUndo.run(*sequence, chain::serialize(*undo.undo));
        if (!stored) return fail(stored.error());
        if (m_batchSequences.contains(undo.hash)) continue;
        const auto updated = m_putFees.run(undo.fees.satoshi(), *sequence);
        if (!updated) return fail(updated.error());
    }
    return {};
}

SqliteBlockStore::Done SqliteBlockStore::writeBestChain(const chain::ChainBatch& batch) {
    if (batch.bestFrom < 0) return {};
    const auto cut = m_cutBestChain.run(batch.bestFrom);
    if (!cut) return fail(cut.error());
    std::int32_t height = batch.bestFrom;
    for (const primitives::BlockHash& hash : batch.best) {
        const auto sequence = sequenceOf(hash);
        if (!sequence) return fail(sequence.error());
        const auto stored = m_putBestChain.run(height++, *sequence);
        if (!stored) return fail(stored.error());
    }
    return {};
}

Result<std::int64_t, StorageError> SqliteBlockStore::sequenceOf(const primitives::BlockHash& hash) {
    if (const auto found = m_batchSequences.find(hash); found != m_batchSequences.end()) return found->second;
    auto rows = m_sequence.select(displayOrder(hash));
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return fail(damaged(QStringLiteral("block %1 has no header here").arg(hexOf(hash))));
    return rows->integer(0);
}

} // namespace storage
