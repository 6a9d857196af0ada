#include "storage/Database.h"

#include "storage/SqliteError.h"

#include <QFileInfo>
#include <QSqlQuery>
#include <QUrl>
#include <QVariant>

#include <atomic>

namespace storage {
namespace {

constexpr int kBusyTimeoutMs = 5'000;
constexpr qint64 kHeaderBytes = 100;

QString nextName() {
    static std::atomic<std::uint64_t> count = 0;
    return QStringLiteral("cairn-%1").arg(count.fetch_add(1));
}

QString immutableName(const QString& path) {
    return QStringLiteral("file:%1?immutable=1").arg(QString::fromLatin1(QUrl::toPercentEncoding(path, "/")));
}

} // namespace

Database::Database(QString name, QString path) : m_name(std::move(name)), m_path(std::move(path)) {}

Result<std::unique_ptr<Database>, StorageError> Database::open(const QString& path, const Options& options) {
    // SQLite takes a file shorter than its header for a new one and writes over it; to us it is a damaged
    // one.
    if (const QFileInfo file(path); file.exists() && file.size() > 0 && file.size() < kHeaderBytes)
        return fail(damaged(QStringLiteral("the file is cut off")));
    std::unique_ptr<Database> database(new Database(nextName(), path));
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_name);
        connection.setDatabaseName(options.immutable ? immutableName(path) : path);
        QString settings = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(kBusyTimeoutMs);
        if (options.access == Access::ReadOnly) settings += QStringLiteral(";QSQLITE_OPEN_READONLY");
        if (options.immutable) settings += QStringLiteral(";QSQLITE_OPEN_URI");
        connection.setConnectOptions(settings);
        if (!connection.open())
            return fail(toStorageError(connection.lastError(), QStringLiteral("open %1").arg(path)));
    }
    if (auto done = database->configure(options); !done) return fail(done.error());
    return database;
}

Database::~Database() {
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase Database::connection() const {
    return QSqlDatabase::database(m_name, false);
}

Result<void, StorageError> Database::configure(const Options& options) {
    const QString statements[] = {
        QStringLiteral("PRAGMA foreign_keys = ON"),
        QStringLiteral("PRAGMA trusted_schema = OFF"),
        QStringLiteral("PRAGMA cell_size_check = ON"),
        QStringLiteral("PRAGMA temp_store = MEMORY"),
        QStringLiteral("PRAGMA cache_size = -%1").arg(options.cacheKiB),
        QStringLiteral("PRAGMA synchronous = %1").arg(options.durable ? u"FULL" : u"OFF"),
        QStringLiteral("PRAGMA secure_delete = %1").arg(options.eraseDeleted ? u"ON" : u"OFF"),
    };
    for (const QString& sql : statements) {
        if (auto done = execute(sql); !done) return done;
    }
    return {};
}

Result<void, StorageError> Database::execute(const QString& sql) {
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.exec(sql)) return fail(toStorageError(query.lastError(), sql));
    return {};
}

template <class T>
Result<T, StorageError> Database::first(const QString& sql) {
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.exec(sql)) return fail(toStorageError(query.lastError(), sql));
    if (!query.next()) return fail(damaged(QStringLiteral("%1: no answer").arg(sql)));
    return query.value(0).value<T>();
}

Result<std::int64_t, StorageError> Database::number(const QString& sql) {
    return first<qint64>(sql).map([](qint64 value) { return std::int64_t{value}; });
}

Result<QString, StorageError> Database::text(const QString& sql) {
    return first<QString>(sql);
}

Result<void, StorageError> Database::setJournal(Journal journal) {
    const QString mode = journal == Journal::Wal ? QStringLiteral("wal") : QStringLiteral("truncate");
    auto now = text(QStringLiteral("PRAGMA journal_mode = %1").arg(mode));
    if (!now) return fail(now.error());
    if (now.value() != mode && now.value() != QStringLiteral("memory")) {
        return fail(
            StorageError{StorageError::Kind::Io, QStringLiteral("journal mode stays %1").arg(now.value())});
    }
    // A large import makes a large log; give the space back at the next checkpoint.
    return execute(QStringLiteral("PRAGMA journal_size_limit = %1").arg(64 * 1024 * 1024));
}

Result<Transaction, StorageError> Transaction::begin(Database& database) {
    if (auto done = database.execute(QStringLiteral("BEGIN IMMEDIATE")); !done) return fail(done.error());
    return Transaction(database);
}

Transaction::~Transaction() {
    // Some errors (disk full) have rolled back already, then this one fails: that is fine.
    if (m_database != nullptr) static_cast<void>(m_database->execute(QStringLiteral("ROLLBACK")));
}

Result<void, StorageError> Transaction::commit() {
    auto done = m_database->execute(QStringLiteral("COMMIT"));
    if (done) m_database = nullptr;
    return done;
}

} // namespace storage
