#include "storage/SqliteStateStore.h"

namespace storage {

SqliteStateStore::SqliteStateStore(Database& database)
    : m_get(database, QStringLiteral("SELECT value FROM state WHERE key = ?")),
      m_put(database, QStringLiteral("INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)")) {}

Result<std::optional<QByteArray>, StorageError> SqliteStateStore::get(const QString& key) {
    auto rows = m_get.select(key);
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return std::nullopt;
    return rows->bytes(0);
}

Result<void, StorageError> SqliteStateStore::put(const QString& key, const QByteArray& value) {
    // A statement outside a transaction is one.
    return m_put.run(key, viewOf(value)).map([](int) {});
}

} // namespace storage
