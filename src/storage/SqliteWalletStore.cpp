#include "storage/SqliteWalletStore.h"

#include "storage/SqliteError.h"
#include "storage/WalletRows.h"

namespace storage {
namespace {

constexpr int kRecentBlocksKept = 1'000;

QString selectFrom(const QString& columns, const QString& table) {
    return QStringLiteral("SELECT %1 FROM %2").arg(columns, table);
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
    using Kind = wallet::WalletStoreError::Kind;
    return {error.what.toStdString(),
            error.kind == StorageError::Kind::Damaged ? Kind::Damaged : Kind::Unwritten};
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
    : m_database(database),
      m_properties(database, selectFrom(kPropertyColumns, QStringLiteral("properties"))),
      m_descriptors(database, selectFrom(kDescriptorColumns, QStringLiteral("descriptors ORDER BY id"))),
      m_addresses(database,
                  selectFrom(kAddressColumns, QStringLiteral("addresses ORDER BY descriptor, number"))),
      m_transactions(database,
                     selectFrom(kTransactionColumns, QStringLiteral("transactions ORDER BY sequence"))),
      m_coins(database,
              QStringLiteral("SELECT txid, number, value, script, key_descriptor, key_number, height, "
                             "from_coinbase, is_change, spent_by FROM coins")),
      m_recentBlocks(database, QStringLiteral("SELECT height, hash FROM recent_blocks ORDER BY height")),
      m_putProperty(database, QStringLiteral("INSERT OR REPLACE INTO properties (key, value) VALUES (?, ?)")),
      m_putDescriptor(database,
                      QStringLiteral("INSERT OR REPLACE INTO descriptors (id, text, chain, is_active, next, "
                                     "range_end, birth, can_sign) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      m_putAddress(
          database,
          QStringLiteral("INSERT OR REPLACE INTO addresses (descriptor, number, script, address, label, "
                         "used, handed_out) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      m_putTransaction(
          database,
          QStringLiteral("INSERT OR REPLACE INTO transactions (txid, bytes, state, height, block, time, "
                         "received, spent, fee, is_coinbase, note, sequence) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      m_putCoin(database,
                QStringLiteral("INSERT OR REPLACE INTO coins (txid, number, value, script, key_descriptor, "
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
        .and_then(
            [&] { return loadAll(m_descriptors, descriptorFrom, "descriptors").map(keep(out.descriptors)); })
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
    if (m_uncertain) return fail(*m_uncertain);
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return fail(toWalletError(transaction.error()));
    if (const auto written = write(batch); !written) return fail(toWalletError(written.error()));
    const auto committed = transaction->commit();
    if (committed) return {};
    wallet::WalletStoreError error = toWalletError(committed.error());
    // SQLite may have ended the commit when its last sync failed, and says no more than that something did.
    if (committed.error().kind == StorageError::Kind::Io) {
        error.kind = wallet::WalletStoreError::Kind::Uncertain;
        m_uncertain = error;
    }
    return fail(std::move(error));
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
            return forAll(batch.descriptors, [&](const wallet::StoredDescriptor& row) {
                return m_putDescriptor.run(row.id, textOf(row.text), static_cast<int>(row.chain),
                                           row.isActive, row.next, row.rangeEnd, row.birth, row.canSign);
            });
        })
        .and_then([&] {
            return forAll(batch.addresses, [&](const wallet::WalletAddress& row) {
                return m_putAddress.run(row.path.descriptor, row.path.index, row.scriptPubKey,
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
             coin.output.scriptPubKey, coin.path.descriptor, coin.path.index, coin.height, coin.fromCoinbase,
             coin.isChange, spentBy)
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
