#include "storage/ChainReader.h"

#include "storage/ChainReaderImpl.h"
#include "storage/ChainSchema.h"
#include "storage/HeaderRow.h"
#include "storage/ReadOnlyDatabase.h"
#include "storage/SqliteBlockStore.h"
#include "storage/SqliteCoinStore.h"
#include "storage/SqliteError.h"
#include "storage/SqliteIndexStore.h"
#include "storage/StorageFormat.h"

namespace storage {
namespace {

constexpr int kReaderCacheKiB = 8 * 1024;

const QString kBestChainTables =
    QStringLiteral(" FROM best_chain b JOIN headers h ON h.sequence = b.sequence ");
const QString kStaleCondition =
    QStringLiteral("WHERE h.height BETWEEN ? AND ? AND b.height IS NULL AND "
                   "(h.status >= 2 OR EXISTS (SELECT 1 FROM best_chain t WHERE t.height = h.height)) "
                   "ORDER BY h.height DESC, h.sequence LIMIT ?");

QString select(const QString& columns, const QString& rest) {
    return QStringLiteral("SELECT ") + columns + rest;
}

} // namespace

ChainReader::Impl::Impl(std::unique_ptr<Database> opened)
    : database(std::move(opened)), tip(*database, kSelectTip), indexTip(*database, kSelectIndexTip),
      block(*database, select(kBlockColumns, kBlockTables + QStringLiteral("WHERE h.hash = ?"))),
      blockAt(*database, select(kBlockColumns, kBestChainTables + QStringLiteral("WHERE b.height = ?"))),
      blocksDown(*database, select(kBlockColumns,
                                   kBestChainTables +
                                       QStringLiteral("WHERE b.height <= ? ORDER BY b.height DESC LIMIT ?"))),
      staleBlocks(*database, select(kBlockColumns, kBlockTables + kStaleCondition)),
      body(*database, kSelectBody), undo(*database, kSelectUndo),
      coin(*database, QStringLiteral("SELECT coin FROM coins WHERE outpoint = ?")),
      place(*database, QStringLiteral("SELECT place FROM transactions WHERE txid = ? AND place < ?")),
      transaction(
          *database,
          QStringLiteral("SELECT t.txid, substr(b.bytes, t.start + 1, t.size) FROM transactions t "
                         "JOIN best_chain c ON c.height = t.place >> 24 "
                         "JOIN bodies b ON b.sequence = c.sequence WHERE t.place = ? AND t.place < ?")),
      spender(
          *database,
          QStringLiteral("SELECT s.place, s.input, t.txid FROM spends s "
                         "JOIN transactions t ON t.place = s.place WHERE s.outpoint = ? AND s.place < ?")),
      history(*database,
              QStringLiteral("SELECT h.place, h.funded_count, h.spent_count, h.funded, h.spent, t.txid "
                             "FROM history h JOIN transactions t ON t.place = h.place "
                             "WHERE h.script = ? AND h.place < ? ORDER BY h.place DESC LIMIT ?")),
      historySums(
          *database,
          QStringLiteral(
              // sum() fails where it does not fit: the upper and the lower half of the amounts by themselves.
              "SELECT count(*), coalesce(sum(funded_count), 0), coalesce(sum(spent_count), 0), "
              "coalesce(sum(funded >> 32), 0), coalesce(sum(funded & 4294967295), 0), "
              "coalesce(sum(spent >> 32), 0), coalesce(sum(spent & 4294967295), 0) FROM history "
              "WHERE script = ? AND place < ?")),
      fundings(*database, QStringLiteral("SELECT h.place, h.outputs, t.txid FROM history h "
                                         "JOIN transactions t ON t.place = h.place WHERE h.script = ? AND "
                                         "h.place < ? AND h.funded_count > 0 ORDER BY h.place DESC")),
      txidsByPrefix(*database, QStringLiteral("SELECT txid FROM transactions WHERE txid BETWEEN ? AND ? "
                                              "AND place < ? ORDER BY txid LIMIT ?")),
      blocksByPrefix(*database,
                     select(kBlockColumns, kBlockTables + QStringLiteral("WHERE h.hash BETWEEN ? AND ? "
                                                                         "ORDER BY h.hash LIMIT ?"))) {}

ChainReader::ChainReader() = default;
ChainReader::~ChainReader() = default;

Result<std::unique_ptr<ChainReader>, StorageError> ChainReader::open(const QString& path) {
    auto database = openToRead(path, kReaderCacheKiB);
    if (!database) return fail(database.error());
    if (auto done = checkVersion(**database, chainSchema()); !done) return fail(done.error());
    std::unique_ptr<ChainReader> out(new ChainReader);
    out->m_impl = std::make_unique<Impl>(std::move(*database));
    return out;
}

ChainReader::Snapshot::Snapshot(ChainReader& reader) : m_reader(reader) {
    // A BEGIN cannot fail on an open connection; a broken file shows at the first read.
    if (m_reader.m_impl->snapshots++ == 0)
        static_cast<void>(m_reader.m_impl->database->execute(QStringLiteral("BEGIN")));
}

ChainReader::Snapshot::~Snapshot() {
    if (--m_reader.m_impl->snapshots != 0) return;
    static_cast<void>(m_reader.m_impl->database->execute(QStringLiteral("COMMIT")));
    m_reader.m_impl->knownIndexedTo.reset();
}

ChainReader::Answer<void> ChainReader::quickCheck() {
    const auto found = m_impl->database->text(QStringLiteral("PRAGMA quick_check(1)"));
    if (!found) return fail(found.error());
    if (*found != QStringLiteral("ok")) return fail(damaged(*found));
    return {};
}

ChainReader::Answer<chain::CoinStatistics> ChainReader::coinStatistics(chain::CoinHash kind) {
    SqliteCoinStore coins(*m_impl->database);
    return chain::coinStatistics(coins, kind).map_error([](const chain::StoreError& error) {
        return toStorageError(error);
    });
}

ChainReader::Answer<void>
ChainReader::eachCoin(const std::function<bool(const primitives::OutPoint&, const consensus::Coin&)>& visit) {
    return SqliteCoinStore(*m_impl->database).forEach(visit).map_error([](const chain::StoreError& error) {
        return toStorageError(error);
    });
}

// --- blocks ---

ChainReader::Answer<std::vector<StoredBlock>> ChainReader::Impl::allBlocks(Result<Rows, StorageError> rows) {
    if (!rows) return fail(rows.error());
    std::vector<StoredBlock> out;
    while (true) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) return out;
        auto read = readStoredBlock(*rows);
        if (!read) return fail(read.error());
        out.push_back(std::move(*read));
    }
}

ChainReader::Answer<std::optional<StoredBlock>> ChainReader::Impl::oneBlock(Result<Rows, StorageError> rows) {
    auto all = allBlocks(std::move(rows));
    if (!all) return fail(all.error());
    if (all->empty()) return std::nullopt;
    return std::move(all->front());
}

ChainReader::Answer<chain::TipInfo> ChainReader::tip() {
    auto rows = m_impl->tip.select();
    if (!rows) return fail(rows.error());
    return readTip(*rows);
}

ChainReader::Answer<chain::TipInfo> ChainReader::indexTip() {
    auto rows = m_impl->indexTip.select();
    if (!rows) return fail(rows.error());
    return readTip(*rows);
}

ChainReader::Answer<std::optional<StoredBlock>> ChainReader::block(const primitives::BlockHash& hash) {
    return m_impl->oneBlock(m_impl->block.select(displayOrder(hash)));
}

ChainReader::Answer<std::optional<StoredBlock>> ChainReader::blockAt(std::int32_t height) {
    return m_impl->oneBlock(m_impl->blockAt.select(height));
}

ChainReader::Answer<std::vector<StoredBlock>> ChainReader::blocksDown(std::int32_t height,
                                                                      std::int32_t count) {
    return m_impl->allBlocks(m_impl->blocksDown.select(height, std::max(count, 0)));
}

ChainReader::Answer<std::vector<StoredBlock>>
ChainReader::staleBlocks(std::int32_t lowest, std::int32_t highest, std::int32_t count) {
    return m_impl->allBlocks(m_impl->staleBlocks.select(lowest, highest, std::max(count, 0)));
}

ChainReader::Answer<primitives::BlockRef> ChainReader::readBlock(const primitives::BlockHash& hash) {
    auto rows = m_impl->body.select(displayOrder(hash));
    if (!rows) return fail(rows.error());
    return readBody(*rows, hash);
}

ChainReader::Answer<std::optional<util::Bytes>>
ChainReader::readBlockBytes(const primitives::BlockHash& hash) {
    auto rows = m_impl->body.select(displayOrder(hash));
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return std::nullopt;
    const QByteArray bytes = rows->bytes(0);
    return util::Bytes(viewOf(bytes).begin(), viewOf(bytes).end());
}

ChainReader::Answer<std::shared_ptr<const chain::BlockUndo>>
ChainReader::readUndo(const primitives::BlockHash& hash) {
    auto rows = m_impl->undo.select(displayOrder(hash));
    if (!rows) return fail(rows.error());
    return readUndoRow(*rows, hash);
}

ChainReader::Answer<std::optional<consensus::Coin>> ChainReader::coin(const primitives::OutPoint& outpoint) {
    auto rows = m_impl->coin.select(keyOf(outpoint));
    if (!rows) return fail(rows.error());
    return readCoin(*rows);
}

} // namespace storage
