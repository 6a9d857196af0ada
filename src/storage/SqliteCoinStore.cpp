#include "storage/SqliteCoinStore.h"

#include "storage/SqliteError.h"
#include "storage/StorageFormat.h"

#include <algorithm>

namespace storage {
namespace {

/// A change with the beginning of its key, which nearly always settles the order: the changes themselves lie
/// far apart.
struct Row {
    std::uint64_t start;
    const chain::CoinChange* change;
    bool operator<(const Row& other) const {
        return start != other.start ? start < other.start : change->outpoint < other.change->outpoint;
    }
};

Row rowOf(const chain::CoinChange& change) {
    Row row{0, &change};
    for (const std::uint8_t byte : change.outpoint.txid.view().first(sizeof row.start))
        row.start = row.start << 8 | byte;
    return row;
}

} // namespace

SqliteCoinStore::SqliteCoinStore(Database& database)
    : m_find(database, QStringLiteral("SELECT coin FROM coins WHERE outpoint = ?")),
      m_all(database, QStringLiteral("SELECT coin, outpoint FROM coins ORDER BY outpoint")),
      m_put(database, QStringLiteral("INSERT OR REPLACE INTO coins (outpoint, coin)"), 2),
      m_remove(database, QStringLiteral("DELETE FROM coins WHERE outpoint = ?")) {}

Result<std::optional<consensus::Coin>, StorageError> readCoin(Rows& rows) {
    const auto more = rows.next();
    if (!more) return fail(more.error());
    if (!*more) return std::nullopt;
    auto coin = coinFromBytes(viewOf(rows.bytes(0)));
    if (!coin) return fail(damaged(QStringLiteral("a row of coins is no coin")));
    return coin;
}

Result<std::optional<consensus::Coin>, chain::StoreError>
SqliteCoinStore::find(const primitives::OutPoint& outpoint) {
    auto rows = m_find.select(keyOf(outpoint));
    if (!rows) return fail(toStoreError(rows.error()));
    return readCoin(*rows).map_error(toStoreError);
}

Result<void, chain::StoreError> SqliteCoinStore::forEach(
    const std::function<bool(const primitives::OutPoint&, const consensus::Coin&)>& visit) {
    auto rows = m_all.select();
    if (!rows) return fail(toStoreError(rows.error()));
    while (true) {
        const auto coin = readCoin(*rows);
        if (!coin) return fail(toStoreError(coin.error()));
        if (!*coin) return {};
        const auto outpoint = outPointFromKey(viewOf(rows->bytes(1)));
        if (!outpoint) return fail(toStoreError(damaged(QStringLiteral("a row of coins has a bad key"))));
        if (!visit(*outpoint, **coin)) return {};
    }
}

Result<void, StorageError> SqliteCoinStore::write(std::span<const chain::CoinChange> changes) {
    // In the table's order neighbours share a page: several times quicker than as they come.
    std::vector<Row> ordered;
    ordered.reserve(changes.size());
    for (const chain::CoinChange& change : changes)
        ordered.push_back(rowOf(change));
    std::sort(ordered.begin(), ordered.end());

    BulkInsert::Writer put(m_put);
    for (const Row& row : ordered) {
        const auto key = keyOf(row.change->outpoint);
        const auto done =
            row.change->coin ? put.add(key, coinBytes(*row.change->coin)) : m_remove.run(key).map([](int) {});
        if (!done) return done;
    }
    return put.finish();
}

} // namespace storage
