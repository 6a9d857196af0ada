#include "storage/SqliteWalletStore.h"

#include "storage/SqliteError.h"

namespace storage {
namespace {

constexpr int kRecentBlocksKept = 1'000;

util::Bytes copyOf(const QByteArray& bytes) {
    const auto view = viewOf(bytes);
    return {view.begin(), view.end()};
}

template <class Hash>
std::optional<Hash> hashFrom(const QByteArray& bytes) {
    if (bytes.size() != static_cast<qsizetype>(Hash::kSize)) return std::nullopt;
    return Hash::fromBytes(viewOf(bytes));
}

std::optional<wallet::KeyPath> pathFrom(const Rows& rows, int column) {
    const std::int64_t chain = rows.integer(column);
    const auto index = rows.fitting<std::uint32_t>(column + 1);
    if (chain < 0 || chain > 1 || !index) return std::nullopt;
    return wallet::KeyPath{static_cast<wallet::KeyChain>(chain), *index};
}

std::optional<wallet::WalletAddress> addressFrom(const Rows& rows) {
    const auto path = pathFrom(rows, 0);
    if (!path) return std::nullopt;
    return wallet::WalletAddress{*path,
                                 copyOf(rows.bytes(2)),
                                 rows.text(3).toStdString(),
                                 rows.text(4).toStdString(),
                                 rows.integer(5) != 0,
                                 rows.integer(6)};
}

std::optional<wallet::WalletTransaction> transactionFrom(const Rows& rows) {
    const QByteArray bytes = rows.bytes(1);
    auto parsed = primitives::Transaction::parse(viewOf(bytes));
    const auto txid = hashFrom<primitives::TxId>(rows.bytes(0));
    const std::int64_t state = rows.integer(2);
    const auto height = rows.fitting<std::int32_t>(3);
    const auto block = hashFrom<primitives::BlockHash>(rows.bytes(4));
    if (!parsed || !txid || parsed->txid() != *txid || state < 0 || state > 2 || !height || !block)
        return std::nullopt;

    wallet::WalletTransaction out;
    out.transaction = std::make_shared<const primitives::Transaction>(std::move(*parsed));
    out.state = static_cast<wallet::TxState>(state);
    out.height = *height;
    out.block = *block;
    out.time = rows.integer(5);
    out.received = primitives::Amount(rows.integer(6));
    out.spent = primitives::Amount(rows.integer(7));
    if (!out.received.inRange() || !out.spent.inRange()) return std::nullopt;
    if (!rows.isNull(8)) out.fee = primitives::Amount(rows.integer(8));
    out.isCoinbase = rows.integer(9) != 0;
    out.note = rows.text(10).toStdString();
    out.sequence = rows.integer(11);
    return out;
}

std::optional<wallet::StoredCoin> coinFrom(const Rows& rows) {
    const auto txid = hashFrom<primitives::TxId>(rows.bytes(0));
    const auto number = rows.fitting<std::uint32_t>(1);
    const primitives::Amount value(rows.integer(2));
    const auto path = pathFrom(rows, 4);
    const auto height = rows.fitting<std::int32_t>(6);
    if (!txid || !number || !value.inRange() || !path || !height) return std::nullopt;

    wallet::StoredCoin out;
    out.coin.outpoint = {*txid, *number};
    out.coin.output = {value, copyOf(rows.bytes(3))};
    out.coin.path = *path;
    out.coin.height = *height;
    out.coin.fromCoinbase = rows.integer(7) != 0;
    out.coin.isChange = rows.integer(8) != 0;
    if (!rows.isNull(9)) {
        out.spentBy = hashFrom<primitives::TxId>(rows.bytes(9));
        if (!out.spentBy) return std::nullopt;
    }
    return out;
}

std::optional<wallet::WalletProperty> propertyFrom(const Rows& rows) {
    return wallet::WalletProperty{rows.text(0).toStdString(), copyOf(rows.bytes(1))};
}

std::optional<wallet::WalletTip> recentBlockFrom(const Rows& rows) {
    const auto height = rows.fitting<std::int32_t>(0);
    const auto hash = hashFrom<primitives::BlockHash>(rows.bytes(1));
    if (!height || !hash) return std::nullopt;
    return wallet::WalletTip{*height, *hash};
}

/// All rows of a table; Damaged when one makes no sense.
template <class T>
Result<std::vector<T>, StorageError> loadAll(Statement& statement, std::optional<T> (*read)(const Rows&),
                                             const char* table) {
    auto rows = statement.select();
    if (!rows) return fail(rows.error());
    std::vector<T> out;
    while (true) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) return out;
        auto value = read(*rows);
        if (!value)
            return fail(damaged(QStringLiteral("a row of %1 is unreadable").arg(QLatin1String(table))));
        out.push_back(std::move(*value));
    }
}

wallet::WalletStoreError toWalletError(const StorageError& error) {
    return {error.what.toStdString(), error.kind == StorageError::Kind::Damaged};
}

QString textOf(const std::string& text) {
    return QString::fromStdString(text);
}

/// Runs `write` over every item until one fails.
template <class Items, class Write>
Result<void, StorageError> forAll(const Items& items, Write write) {
    for (const auto& item : items) {
        const auto done = write(item);
        if (!done) return fail(done.error());
    }
    return {};
}

} // namespace

SqliteWalletStore::SqliteWalletStore(Database& database)
    : m_database(database), m_properties(database, QStringLiteral("SELECT key, value FROM properties")),
      m_addresses(database, QStringLiteral("SELECT chain, number, script, address, label, used, handed_out "
                                           "FROM addresses ORDER BY chain, number")),
      m_transactions(database,
                     QStringLiteral("SELECT txid, bytes, state, height, block, time, received, spent, fee, "
                                    "is_coinbase, note, sequence FROM transactions ORDER BY sequence")),
      m_coins(database, QStringLiteral("SELECT txid, number, value, script, key_chain, key_number, height, "
                                       "from_coinbase, is_change, spent_by FROM coins")),
      m_recentBlocks(database, QStringLiteral("SELECT height, hash FROM recent_blocks ORDER BY height")),
      m_putProperty(database, QStringLiteral("INSERT OR REPLACE INTO properties (key, value) VALUES (?, ?)")),
      m_putAddress(database,
                   QStringLiteral("INSERT OR REPLACE INTO addresses (chain, number, script, address, label, "
                                  "used, handed_out) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      m_putTransaction(
          database,
          QStringLiteral("INSERT OR REPLACE INTO transactions (txid, bytes, state, height, block, time, "
                         "received, spent, fee, is_coinbase, note, sequence) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_putCoin(database,
                QStringLiteral("INSERT OR REPLACE INTO coins (txid, number, value, script, key_chain, "
                               "key_number, height, from_coinbase, is_change, spent_by) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_putRecentBlock(database,
                       QStringLiteral("INSERT OR REPLACE INTO recent_blocks (height, hash) VALUES (?, ?)")),
      m_removeTransaction(database, QStringLiteral("DELETE FROM transactions WHERE txid = ?")),
      m_removeCoin(database, QStringLiteral("DELETE FROM coins WHERE txid = ? AND number = ?")),
      m_cutRecentBlocks(database, QStringLiteral("DELETE FROM recent_blocks WHERE height > ?")),
      m_forgetOldBlocks(database, QStringLiteral("DELETE FROM recent_blocks WHERE height <= "
                                                 "(SELECT max(height) FROM recent_blocks) - ?")) {}

// --- reading ---

Result<wallet::WalletContents, wallet::WalletStoreError> SqliteWalletStore::load() {
    wallet::WalletContents out;
    const auto keep = [](auto& target) { return [&target](auto&& rows) { target = std::move(rows); }; };
    return loadAll(m_properties, propertyFrom, "properties")
        .map(keep(out.properties))
        .and_then([&] { return loadAll(m_addresses, addressFrom, "addresses").map(keep(out.addresses)); })
        .and_then([&] {
            return loadAll(m_transactions, transactionFrom, "transactions").map(keep(out.transactions));
        })
        .and_then([&] { return loadAll(m_coins, coinFrom, "coins").map(keep(out.coins)); })
        .and_then([&] {
            return loadAll(m_recentBlocks, recentBlockFrom, "recent_blocks").map(keep(out.recentBlocks));
        })
        .map([&] { return std::move(out); })
        .map_error(toWalletError);
}

// --- writing ---

Result<void, wallet::WalletStoreError> SqliteWalletStore::commit(const wallet::WalletBatch& batch) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return fail(toWalletError(transaction.error()));
    return write(batch).and_then([&] { return transaction->commit(); }).map_error(toWalletError);
}

SqliteWalletStore::Done SqliteWalletStore::write(const wallet::WalletBatch& batch) {
    return writeRemovals(batch)
        .and_then([&] { return writeKeys(batch); })
        .and_then([&] {
            return forAll(batch.transactions, [&](const auto& row) { return writeTransaction(row); });
        })
        .and_then([&] { return forAll(batch.coins, [&](const auto& row) { return writeCoin(row); }); })
        .and_then([&] { return writeRecentBlocks(batch); });
}

SqliteWalletStore::Done SqliteWalletStore::writeRemovals(const wallet::WalletBatch& batch) {
    return forAll(batch.removedTransactions,
                  [&](const auto& txid) { return m_removeTransaction.run(txid.view()); })
        .and_then([&] {
            return forAll(batch.removedCoins, [&](const auto& point) {
                return m_removeCoin.run(point.txid.view(), point.index);
            });
        });
}

SqliteWalletStore::Done SqliteWalletStore::writeKeys(const wallet::WalletBatch& batch) {
    return forAll(
               batch.properties,
               [&](const auto& property) { return m_putProperty.run(textOf(property.key), property.value); })
        .and_then([&] {
            return forAll(batch.addresses, [&](const wallet::WalletAddress& row) {
                return m_putAddress.run(static_cast<int>(row.path.chain), row.path.index, row.scriptPubKey,
                                        textOf(row.address), textOf(row.label), row.used, row.handedOut);
            });
        });
}

SqliteWalletStore::Done SqliteWalletStore::writeTransaction(const wallet::WalletTransaction& row) {
    std::optional<std::int64_t> fee;
    if (row.fee) fee = row.fee->satoshi();
    return m_putTransaction
        .run(row.transaction->txid().view(), row.transaction->serialize(), static_cast<int>(row.state),
             row.height, row.block.view(), row.time, row.received.satoshi(), row.spent.satoshi(), fee,
             row.isCoinbase, textOf(row.note), row.sequence)
        .map([](int) {});
}

SqliteWalletStore::Done SqliteWalletStore::writeCoin(const wallet::StoredCoin& stored) {
    const wallet::WalletCoin& coin = stored.coin;
    std::optional<util::ByteView> spentBy;
    if (stored.spentBy) spentBy = stored.spentBy->view();
    return m_putCoin
        .run(coin.outpoint.txid.view(), coin.outpoint.index, coin.output.value.satoshi(),
             coin.output.scriptPubKey, static_cast<int>(coin.path.chain), coin.path.index, coin.height,
             coin.fromCoinbase, coin.isChange, spentBy)
        .map([](int) {});
}

SqliteWalletStore::Done SqliteWalletStore::writeRecentBlocks(const wallet::WalletBatch& batch) {
    if (batch.revertedTo) {
        if (auto done = m_cutRecentBlocks.run(*batch.revertedTo); !done) return fail(done.error());
    }
    if (batch.appliedBlocks.empty()) return {};
    return forAll(batch.appliedBlocks,
                  [&](const wallet::WalletTip& tip) {
                      return m_putRecentBlock.run(tip.height, tip.hash.view());
                  })
        .and_then([&] { return m_forgetOldBlocks.run(kRecentBlocksKept).map([](int) {}); });
}

} // namespace storage
