#include "storage/Migrator.h"

#include "storage/ReadOnlyDatabase.h"
#include "storage/SqliteError.h"

#include <QFileInfo>

namespace storage {
namespace {

constexpr int kPageSize = 8192; ///< large enough for most coins and bodies, small enough for single rows
/// No program will have come so far: a number above tells of damage, not of a newer one.
constexpr std::int64_t kMostVersions = 1'000'000;

Result<void, StorageError> runSteps(Database& database, const Schema& schema, std::size_t from) {
    for (const Migration& step : schema.steps.subspan(from)) {
        for (const char* sql : step.statements) {
            if (auto done = database.execute(QString::fromUtf8(sql)); !done) return done;
        }
    }
    if (auto done = database.execute(QStringLiteral("PRAGMA application_id = %1").arg(schema.applicationId));
        !done)
        return done;
    return database.execute(QStringLiteral("PRAGMA user_version = %1").arg(schema.steps.size()));
}

/// SQLite says only "unable to open" or "disk I/O error" where it may not make the file or its log, or has no
/// room for them.
StorageError withReason(StorageError error, const QString& path) {
    if (error.kind != StorageError::Kind::Io) return error;
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir() && !folder.isWritable())
        error.kind = StorageError::Kind::ReadOnly;
    else if (isDiskFull(path))
        error.kind = StorageError::Kind::Full;
    return error;
}

} // namespace

Result<std::size_t, StorageError> versionOf(Database& database, const Schema& schema) {
    const auto id = database.number(QStringLiteral("PRAGMA application_id"));
    if (!id) return fail(id.error());
    const auto version = database.number(QStringLiteral("PRAGMA user_version"));
    if (!version) return fail(version.error());
    const auto objects = database.number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!objects) return fail(objects.error());

    const QString what = QString::fromLatin1(schema.what);
    const bool isNew = *id == 0 && *version == 0 && *objects == 0;
    if (isNew) return std::size_t{0};
    if (*id != schema.applicationId || *version < 1 || *version > kMostVersions)
        return fail(damaged(QStringLiteral("%1 is not %2").arg(database.path(), what)));
    if (*version > static_cast<std::int64_t>(schema.steps.size())) {
        return fail(StorageError{StorageError::Kind::Newer,
                                 QStringLiteral("%1 is %2 of version %3; this program knows up to version %4")
                                     .arg(database.path(), what)
                                     .arg(*version)
                                     .arg(schema.steps.size())});
    }
    return static_cast<std::size_t>(*version);
}

Result<std::unique_ptr<Database>, StorageError> openMigrated(const QString& path,
                                                             const Database::Options& options,
                                                             const Schema& schema,
                                                             Database::Journal journal) {
    auto database = Database::open(path, options);
    if (!database) return fail(withReason(database.error(), path));
    if (auto done = migrate(**database, schema, journal); !done) return fail(withReason(done.error(), path));
    return database;
}

Result<void, StorageError> migrate(Database& database, const Schema& schema, Database::Journal journal) {
    const auto version = versionOf(database, schema);
    if (!version) return fail(version.error());
    if (*version == 0) {
        if (auto done = database.execute(QStringLiteral("PRAGMA page_size = %1").arg(kPageSize)); !done)
            return done;
    }
    if (auto done = database.setJournal(journal); !done) return done;

    // Also when nothing is to be done: a file that cannot be written is found now and not at the first block.
    auto transaction = Transaction::begin(database);
    if (!transaction) return fail(transaction.error());
    if (*version < schema.steps.size()) {
        if (auto done = runSteps(database, schema, *version); !done) return done;
    }
    return transaction->commit();
}

Result<void, StorageError> checkVersion(Database& database, const Schema& schema) {
    const auto version = versionOf(database, schema);
    if (!version) return fail(version.error());
    if (*version != schema.steps.size())
        return fail(damaged(QStringLiteral("%1 has not been brought to this version").arg(database.path())));
    return {};
}

} // namespace storage
