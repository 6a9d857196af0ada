#include "storage/SqliteWaitingStore.h"

#include "storage/SqliteError.h"
#include "storage/StorageFormat.h"
#include "util/Log.h"

namespace storage {
namespace {

/// Where version 1 kept them, as named values: all of them, and those submitted since that was written.
constexpr const char* kOldLists[] = {"waiting", "waiting_recent"};

/// A list of version 1: a count, then of each its time (8 bytes) and its wire form. As many as can be read.
std::vector<WaitingTransaction> readOldList(util::ByteView bytes) {
    util::ByteReader reader(bytes);
    const std::uint64_t count = reader.compactSize(bytes.size());
    std::vector<WaitingTransaction> out;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const std::int64_t time = reader.i64();
        auto transaction = primitives::Transaction::read(reader);
        if (reader.ok())
            out.push_back({std::make_shared<const primitives::Transaction>(std::move(transaction)), time});
    }
    return out;
}

} // namespace

SqliteWaitingStore::SqliteWaitingStore(Database& database)
    : m_database(database),
      m_all(database, QStringLiteral("SELECT sequence, received, bytes FROM waiting ORDER BY sequence")),
      m_put(database, QStringLiteral("INSERT OR IGNORE INTO waiting (txid, received, bytes)"), 3),
      m_remove(database, QStringLiteral("DELETE FROM waiting WHERE txid = ?")),
      m_removeRow(database, QStringLiteral("DELETE FROM waiting WHERE sequence = ?")),
      m_oldList(database, QStringLiteral("SELECT value FROM state WHERE key = ?")),
      m_removeOldList(database, QStringLiteral("DELETE FROM state WHERE key = ?")) {}

Result<std::vector<WaitingTransaction>, StorageError> SqliteWaitingStore::load() {
    if (auto brought = bringOver(); !brought) return fail(brought.error());
    std::vector<WaitingTransaction> out;
    std::vector<std::int64_t> unreadable;
    {
        auto rows = m_all.select();
        if (!rows) return fail(rows.error());
        while (true) {
            const auto more = rows->next();
            if (!more) return fail(more.error());
            if (!*more) break;
            auto parsed = primitives::Transaction::parse(viewOf(rows->bytes(2)));
            if (parsed)
                out.push_back(
                    {std::make_shared<const primitives::Transaction>(std::move(*parsed)), rows->integer(1)});
            else
                unreadable.push_back(rows->integer(0));
        }
    }
    for (const std::int64_t sequence : unreadable) {
        util::logWarning("storage", "a waiting transaction cannot be read and is dropped");
        if (const auto removed = m_removeRow.run(sequence); !removed) return fail(removed.error());
    }
    return out;
}

Result<void, StorageError> SqliteWaitingStore::update(std::span<const WaitingTransaction> added,
                                                      std::span<const primitives::TxId> removed) {
    if (added.empty() && removed.empty()) return {};
    auto transaction = Transaction::begin(m_database);
    if (!transaction) return fail(transaction.error());
    for (const primitives::TxId& txid : removed) {
        if (const auto done = m_remove.run(displayOrder(txid)); !done) return fail(done.error());
    }
    if (auto done = add(added); !done) return done;
    return transaction->commit();
}

SqliteWaitingStore::Done SqliteWaitingStore::add(std::span<const WaitingTransaction> added) {
    BulkInsert::Writer put(m_put);
    for (const WaitingTransaction& waiting : added) {
        auto done = put.add(displayOrder(waiting.transaction->txid()), waiting.time,
                            waiting.transaction->serialize());
        if (!done) return done;
    }
    return put.finish();
}

/// What version 1 left becomes rows.
SqliteWaitingStore::Done SqliteWaitingStore::bringOver() {
    for (const char* key : kOldLists) {
        QByteArray bytes;
        {
            auto rows = m_oldList.select(QString::fromLatin1(key));
            if (!rows) return fail(rows.error());
            const auto more = rows->next();
            if (!more) return fail(more.error());
            if (!*more) continue;
            bytes = rows->bytes(0);
        }
        auto transaction = Transaction::begin(m_database);
        if (!transaction) return fail(transaction.error());
        if (auto done = add(readOldList(viewOf(bytes))); !done) return done;
        if (const auto done = m_removeOldList.run(QString::fromLatin1(key)); !done) return fail(done.error());
        if (auto done = transaction->commit(); !done) return done;
    }
    return {};
}

} // namespace storage
