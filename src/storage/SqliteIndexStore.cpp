#include "storage/SqliteIndexStore.h"

#include "crypto/Sha256.h"
#include "script/Script.h"
#include "storage/SqliteBlockStore.h"
#include "storage/SqliteError.h"
#include "util/Require.h"

#include <algorithm>
#include <map>

namespace storage {
namespace {

/// What one transaction does to one script.
struct Touch {
    std::int32_t fundedCount = 0;
    std::int32_t spentCount = 0;
    primitives::Amount funded;
    primitives::Amount spent;
    std::vector<std::uint32_t> outputs;
};
using Touches = std::map<ScriptHash, Touch>;

/// Genesis' output and unspendable ones are no coins and belong to no address.
Touches touchesOf(const primitives::Transaction& transaction, std::span<const consensus::Coin> spent,
                  const TxPlace& place) {
    Touches out;
    for (const consensus::Coin& coin : spent) {
        Touch& touch = out[crypto::sha256(coin.output.scriptPubKey)];
        ++touch.spentCount;
        touch.spent += coin.output.value;
    }
    if (place.height == 0) return out;
    std::uint32_t index = 0;
    for (const primitives::TxOut& output : transaction.outputs()) {
        const std::uint32_t number = index++;
        if (script::isUnspendable(output.scriptPubKey)) continue;
        Touch& touch = out[crypto::sha256(output.scriptPubKey)];
        ++touch.fundedCount;
        touch.funded += output.value;
        touch.outputs.push_back(number);
    }
    return out;
}

/// The coins that transaction `position` spends; nothing when the undo data does not belong to the block.
std::optional<std::span<const consensus::Coin>> spentBy(const primitives::Transaction& transaction,
                                                        std::size_t position, const chain::BlockUndo* undo) {
    if (position == 0) return std::span<const consensus::Coin>();
    if (undo == nullptr || undo->spent.size() < position) return std::nullopt;
    const auto& coins = undo->spent[position - 1];
    if (coins.size() != transaction.inputs().size()) return std::nullopt;
    return std::span<const consensus::Coin>(coins);
}

StorageError undoMissing(const primitives::BlockHash& hash) {
    return damaged(QStringLiteral("the undo data of block %1 is missing or of another block")
                       .arg(QString::fromStdString(hash.toHex())));
}

} // namespace

struct SqliteIndexStore::HistoryEntry {
    ScriptHash script;
    std::int64_t place;
    Touch touch;
    auto operator<=>(const HistoryEntry& other) const {
        return std::tie(script, place) <=> std::tie(other.script, other.place);
    }
};

struct SqliteIndexStore::SpendEntry {
    OutPointKey outpoint;
    std::int64_t place;
    std::uint32_t input;
};

struct SqliteIndexStore::Rowset {
    struct Transaction {
        std::int64_t place;
        util::ByteArray<32> txid;
        std::size_t start;
        std::size_t size;
    };
    std::vector<Transaction> transactions;
    std::vector<HistoryEntry> history;
    std::vector<SpendEntry> spends;
};

SqliteIndexStore::SqliteIndexStore(Database& database)
    : m_database(database), m_readMark(database, kSelectIndexTip),
      m_putMark(database,
                QStringLiteral("INSERT OR REPLACE INTO index_tip (only_row, height, hash) VALUES (1, ?, ?)")),
      m_removeMark(database, QStringLiteral("DELETE FROM index_tip")),
      m_putTransaction(database, QStringLiteral("INSERT INTO transactions (place, txid, start, size)"), 4),
      m_putHistory(
          database,
          QStringLiteral(
              "INSERT INTO history (script, place, funded_count, spent_count, funded, spent, outputs)"),
          7),
      m_putSpend(database, QStringLiteral("INSERT INTO spends (outpoint, place, input)"), 3),
      m_removeTransactions(database, QStringLiteral("DELETE FROM transactions WHERE place >= ?")),
      m_removeHistory(database, QStringLiteral("DELETE FROM history WHERE script = ? AND place = ?")),
      m_removeSpend(database, QStringLiteral("DELETE FROM spends WHERE outpoint = ?")),
      m_undo(database, kSelectUndo) {}

// --- the mark ---

Result<chain::TipInfo, StorageError> SqliteIndexStore::readMark() {
    auto rows = m_readMark.select();
    if (!rows) return fail(rows.error());
    return readTip(*rows);
}

SqliteIndexStore::Done SqliteIndexStore::writeMark(const chain::TipInfo& tip) {
    auto done = tip.height < 0 ? m_removeMark.run() : m_putMark.run(tip.height, displayOrder(tip.hash));
    return done.map([](int) {});
}

Result<chain::TipInfo, chain::StoreError> SqliteIndexStore::tip() {
    return readMark().map_error(toStoreError);
}

// --- applying ---

Result<void, chain::StoreError> SqliteIndexStore::apply(const std::vector<chain::ConnectedBlock>& blocks) {
    if (blocks.empty()) return {};
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return fail(toStoreError(transaction.error()));
    return applyAll(blocks).and_then([&] { return transaction->commit(); }).map_error(toStoreError);
}

SqliteIndexStore::Done SqliteIndexStore::applyAll(const std::vector<chain::ConnectedBlock>& blocks) {
    const auto mark = readMark();
    if (!mark) return fail(mark.error());
    chain::TipInfo last = *mark;
    Rowset rows;
    for (const chain::ConnectedBlock& block : blocks) {
        require(block.height == last.height + 1 && block.block->header.previous == last.hash);
        if (auto done = collect(block, rows); !done) return done;
        last = {block.height, block.hash};
    }
    return write(rows).and_then([&] { return writeMark(last); });
}

SqliteIndexStore::Done SqliteIndexStore::collect(const chain::ConnectedBlock& block, Rowset& rows) {
    const auto& transactions = block.block->transactions;
    std::size_t start = primitives::BlockHeader::kSize + util::compactSizeLength(transactions.size());
    TxPlace place{block.height, 0};
    for (const primitives::TransactionRef& transaction : transactions) {
        const auto spent = spentBy(*transaction, place.position, block.undo.get());
        if (!spent) return fail(undoMissing(block.hash));
        const std::int64_t key = keyOf(place);
        rows.transactions.push_back({key, displayOrder(transaction->txid()), start, transaction->size()});
        start += transaction->size();
        for (auto& [script, touch] : touchesOf(*transaction, *spent, place))
            rows.history.push_back({script, key, std::move(touch)});
        for (std::uint32_t input = 0; place.position > 0 && input < transaction->inputs().size(); ++input)
            rows.spends.push_back({keyOf(transaction->inputs()[input].previous), key, input});
        ++place.position;
    }
    return {};
}

SqliteIndexStore::Done SqliteIndexStore::write(Rowset& rows) {
    // In the tables' order: neighbours share pages.
    std::ranges::sort(rows.transactions, {}, &Rowset::Transaction::place);
    std::ranges::sort(rows.history, [](const auto& a, const auto& b) { return a < b; });
    std::ranges::sort(rows.spends, {}, &SpendEntry::outpoint);
    BulkInsert::Writer transactions(m_putTransaction);
    for (const auto& row : rows.transactions) {
        const auto done = transactions.add(row.place, row.txid, static_cast<std::int64_t>(row.start),
                                           static_cast<std::int64_t>(row.size));
        if (!done) return done;
    }
    BulkInsert::Writer history(m_putHistory);
    for (const HistoryEntry& row : rows.history) {
        const auto done = history.add(row.script, row.place, row.touch.fundedCount, row.touch.spentCount,
                                      row.touch.funded.satoshi(), row.touch.spent.satoshi(),
                                      outputBytes(row.touch.outputs));
        if (!done) return done;
    }
    BulkInsert::Writer spends(m_putSpend);
    for (const SpendEntry& row : rows.spends) {
        if (const auto done = spends.add(row.outpoint, row.place, row.input); !done) return done;
    }
    return transactions.finish().and_then([&] { return history.finish(); }).and_then([&] {
        return spends.finish();
    });
}

// --- taking off ---

Result<void, chain::StoreError> SqliteIndexStore::revert(const chain::DisconnectedBlock& block) {
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return fail(toStoreError(transaction.error()));
    return revertOne(block).and_then([&] { return transaction->commit(); }).map_error(toStoreError);
}

SqliteIndexStore::Done SqliteIndexStore::revertOne(const chain::DisconnectedBlock& block) {
    const auto mark = readMark();
    if (!mark) return fail(mark.error());
    require(mark->hash == block.hash && mark->height == block.height);

    std::shared_ptr<const chain::BlockUndo> undo;
    {
        auto rows = m_undo.select(displayOrder(block.hash));
        if (!rows) return fail(rows.error());
        auto read = readUndoRow(*rows, block.hash);
        if (!read) return fail(read.error());
        undo = std::move(*read);
    }
    TxPlace place{block.height, 0};
    for (const primitives::TransactionRef& transaction : block.block->transactions) {
        const auto spent = spentBy(*transaction, place.position, undo.get());
        if (!spent) return fail(undoMissing(block.hash));
        if (auto done = removeTransaction(*transaction, *spent, place); !done) return done;
        ++place.position;
    }
    const auto removed = m_removeTransactions.run(firstKeyOf(block.height));
    if (!removed) return fail(removed.error());
    return writeMark({block.height - 1, block.block->header.previous});
}

SqliteIndexStore::Done SqliteIndexStore::removeTransaction(const primitives::Transaction& transaction,
                                                           std::span<const consensus::Coin> spent,
                                                           const TxPlace& place) {
    for (const auto& [script, touch] : touchesOf(transaction, spent, place)) {
        const auto done = m_removeHistory.run(script, keyOf(place));
        if (!done) return fail(done.error());
    }
    for (std::size_t input = 0; place.position > 0 && input < transaction.inputs().size(); ++input) {
        const auto done = m_removeSpend.run(keyOf(transaction.inputs()[input].previous));
        if (!done) return fail(done.error());
    }
    return {};
}

} // namespace storage
