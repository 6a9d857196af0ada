#include "storage/WalletDatabase.h"

#include "storage/SqliteError.h"
#include "storage/SqliteWalletStore.h"
#include "storage/WalletSchema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace storage {
namespace {

StorageError systemError(const QString& doing, int code) {
    auto kind = StorageError::Kind::Io;
    if (code == ENOSPC || code == EDQUOT) kind = StorageError::Kind::Full;
    if (code == EACCES || code == EPERM || code == EROFS) kind = StorageError::Kind::ReadOnly;
    return {kind, QStringLiteral("%1: %2").arg(doing, QString::fromLocal8Bit(std::strerror(code)))};
}

/// Makes an empty file that only its owner may read, whatever the umask. False: there is one already.
Result<bool, StorageError> makePrivateFile(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
    if (file < 0 && errno == EEXIST) return false;
    if (file < 0) return fail(systemError(QStringLiteral("make %1").arg(path), errno));
    const bool isPrivate = ::fchmod(file, 0600) == 0;
    const int code = errno;
    ::close(file);
    if (!isPrivate) return fail(systemError(QStringLiteral("protect %1").arg(path), code));
    return true;
}

Result<void, StorageError> flushToDisk(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool flushed = file >= 0 && ::fsync(file) == 0;
    const int code = errno;
    if (file >= 0) ::close(file);
    if (!flushed) return fail(systemError(QStringLiteral("flush %1").arg(path), code));
    return {};
}

/// SQLite accepts an empty file as target; a quote in the name is written twice.
Result<void, StorageError> copyInto(Database& database, const QString& path) {
    QString quoted = path;
    quoted.replace(QLatin1Char('\''), QStringLiteral("''"));
    return database.execute(QStringLiteral("VACUUM INTO '%1'").arg(quoted)).and_then([&] {
        return flushToDisk(path);
    });
}

/// Its bytes go before its name does.
void eraseFile(const QString& path) {
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) {
        file.write(QByteArray(file.size(), '\0'));
        file.close();
        static_cast<void>(flushToDisk(path));
    }
    QFile::remove(path);
}

const QString kEarlierVersion = QStringLiteral(".version");

const QString kUnfinished = QStringLiteral(".part");

void eraseEarlierVersions(const QString& path, const QString& ending) {
    const QFileInfo file(path);
    for (const QFileInfo& each : file.absoluteDir().entryInfoList(
             {file.fileName() + kEarlierVersion + QLatin1Char('*') + ending}, QDir::Files))
        eraseFile(each.filePath());
}

/// Before a file of an earlier version changes: it is kept as it is, under its name, version and time.
Result<void, StorageError> keepEarlierVersion(const QString& path, const Database::Options& options) {
    const auto database = Database::open(path, options);
    if (!database) return {}; // opening it to use it says why
    const auto version = versionOf(**database, walletSchema());
    if (!version || *version == 0 || *version >= walletSchema().steps.size()) return {};
    const QString kept = path + kEarlierVersion + QString::number(*version) + QLatin1Char('-') +
                         QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString unfinished = kept + kUnfinished;
    eraseEarlierVersions(path,
                         kUnfinished + QLatin1Char('*')); // of a start that was interrupted, its journal too
    if (const auto made = makePrivateFile(unfinished); !made) return fail(made.error());
    const auto copied = copyInto(**database, unfinished).and_then([&]() -> Result<void, StorageError> {
        if (::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(kept).constData()) != 0)
            return fail(systemError(QStringLiteral("rename %1").arg(unfinished), errno));
        return flushToDisk(QFileInfo(path).absolutePath());
    });
    if (!copied) QFile::remove(unfinished);
    return copied;
}

} // namespace

void removeEarlierVersions(const QString& path) {
    eraseEarlierVersions(path, {});
}

struct WalletDatabase::Impl {
    explicit Impl(std::unique_ptr<Database> databaseUsed) : database(std::move(databaseUsed)) {}
    std::unique_ptr<Database> database;
    SqliteWalletStore store{*database};
};

WalletDatabase::WalletDatabase() = default;
WalletDatabase::~WalletDatabase() = default;

Result<std::unique_ptr<WalletDatabase>, StorageError> WalletDatabase::open(const QString& path) {
    const QString used = path.isEmpty() ? QStringLiteral(":memory:") : path;
    if (!path.isEmpty()) {
        if (auto made = makePrivateFile(path); !made) return fail(made.error());
    }
    Database::Options options;
    options.cacheKiB = 2 * 1024;
    options.eraseDeleted = true; // a secret that was replaced by its sealed form
    if (!path.isEmpty()) {
        if (const auto kept = keepEarlierVersion(path, options); !kept) return fail(kept.error());
    }
    auto database = openMigrated(used, options, walletSchema(), Database::Journal::Rollback);
    if (!database) return fail(database.error());
    std::unique_ptr<WalletDatabase> out(new WalletDatabase);
    out->m_impl = std::make_unique<Impl>(std::move(*database));
    return out;
}

Result<void, StorageError> replaceWalletFile(const QString& fresh, const QString& path) {
    if (const auto flushed = flushToDisk(fresh); !flushed) return flushed;
    // A journal would be taken for the new file's and undo what is in it.
    QFile::remove(path + QStringLiteral("-journal"));
    if (::rename(QFile::encodeName(fresh).constData(), QFile::encodeName(path).constData()) != 0)
        return fail(systemError(QStringLiteral("rename %1").arg(fresh), errno));
    QFile::remove(fresh + QStringLiteral("-journal")); // empty: the file was closed
    return flushToDisk(QFileInfo(path).absolutePath());
}

Result<void, StorageError> keepWalletFile(const QString& path, const QString& kept) {
    const QString journal = QStringLiteral("-journal");
    for (const QString& ending : {journal, QString()}) {
        if (ending == journal && QFileInfo(path + journal).size() == 0) continue;
        const QByteArray from = QFile::encodeName(path + ending);
        if (::link(from.constData(), QFile::encodeName(kept + ending).constData()) == 0) continue;
        // A file system without second names: a copy.
        if (!QFile::copy(path + ending, kept + ending))
            return fail(systemError(QStringLiteral("keep %1").arg(path), errno));
    }
    return {};
}

wallet::WalletStore& WalletDatabase::store() {
    return m_impl->store;
}

Result<void, StorageError> WalletDatabase::backUpTo(const QString& path) {
    const auto made = makePrivateFile(path);
    if (!made) return fail(made.error());
    if (!*made)
        return fail(StorageError{StorageError::Kind::Io, QStringLiteral("%1 exists already").arg(path)});
    auto done = copyInto(*m_impl->database, path);
    if (!done) QFile::remove(path);
    return done;
}

} // namespace storage
