#include "storage/StoredFacts.h"

#include "storage/ReadOnlyDatabase.h"
#include "storage/SqliteError.h"
#include "storage/Statement.h"
#include "storage/StorageFormat.h"

#include <QFileInfo>

namespace storage {
namespace {

bool hasTable(Database& database, const QString& name) {
    Statement find(database, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?"));
    auto rows = find.select(name);
    return rows && rows->next().value_or(false);
}

/// The first column of the first row; nothing when there is none.
template <Bindable Value>
Result<std::optional<QByteArray>, StorageError> firstValue(Statement& statement, const Value& value) {
    auto rows = statement.select(value);
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return std::nullopt;
    return rows->bytes(0);
}

Result<chain::TipInfo, StorageError> lastBlock(Database& database) {
    Statement last(database,
                   QStringLiteral("SELECT height, hash FROM recent_blocks ORDER BY height DESC LIMIT 1"));
    auto rows = last.select();
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return chain::TipInfo{};
    const auto height = rows->fitting<std::int32_t>(0);
    const QByteArray hash = rows->bytes(1);
    if (!height || hash.size() != qsizetype(primitives::BlockHash::kSize))
        return fail(damaged(QStringLiteral("a row of recent_blocks is unreadable")));
    return chain::TipInfo{*height, primitives::BlockHash::fromBytes(viewOf(hash))};
}

} // namespace

Result<std::optional<QByteArray>, StorageError> storedValue(const QString& path, const QString& key) {
    if (QFileInfo(path).size() == 0) return std::nullopt;
    const auto database = openToRead(path);
    if (!database) return fail(database.error());
    if (!hasTable(**database, QStringLiteral("state"))) return std::nullopt;
    Statement find(**database, QStringLiteral("SELECT value FROM state WHERE key = ?"));
    return firstValue(find, key);
}

Result<bool, StorageError> knowsBlock(const QString& path, const primitives::BlockHash& hash) {
    if (QFileInfo(path).size() == 0) return false;
    const auto database = openToRead(path);
    if (!database) return fail(database.error());
    if (!hasTable(**database, QStringLiteral("headers"))) return false;
    Statement find(**database, QStringLiteral("SELECT header FROM headers WHERE hash = ?"));
    return firstValue(find, displayOrder(hash)).map([](const auto& row) { return row.has_value(); });
}

Result<WalletFacts, StorageError> walletFacts(const QString& path) {
    WalletFacts facts;
    if (QFileInfo::exists(path) && QFileInfo(path).size() == 0) return facts;
    const auto database = openToRead(path);
    if (!database) return fail(database.error());
    if (!hasTable(**database, QStringLiteral("properties"))) return facts;
    Statement find(**database, QStringLiteral("SELECT value FROM properties WHERE key = ?"));
    const auto kind = firstValue(find, QStringLiteral("secret_kind"));
    if (!kind) return fail(kind.error());
    const auto network = firstValue(find, QStringLiteral("network"));
    if (!network) return fail(network.error());
    facts.isEmpty = !*kind && !*network;
    if (facts.isEmpty) return facts;
    facts.isEncrypted = *kind == QByteArray("sealed");
    facts.network = QString::fromUtf8(network->value_or(QByteArray()));
    const auto tip = lastBlock(**database);
    if (!tip) return fail(tip.error());
    facts.tip = *tip;
    return facts;
}

} // namespace storage
