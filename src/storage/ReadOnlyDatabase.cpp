#include "storage/ReadOnlyDatabase.h"

#include "storage/SqliteError.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <limits>
#include <sys/statvfs.h>

namespace storage {
namespace {

using Opened = Result<std::unique_ptr<Database>, StorageError>;
constexpr std::uint64_t kLeastRoom = 64 * 1024;
constexpr std::uint64_t kRoomToGoOn = 4 * 1024 * 1024;

/// All there are where the system does not say.
std::uint64_t bytesFree(const QString& path) {
    struct statvfs disk {};
    const QString folder = QFileInfo(path).absolutePath();
    if (::statvfs(QFile::encodeName(folder).constData(), &disk) != 0)
        return std::numeric_limits<std::uint64_t>::max();
    return std::uint64_t{disk.f_bavail} * disk.f_frsize;
}

/// Opening touches nothing yet; the first question shows whether the file can be read.
Opened openAndAsk(const QString& path, const Database::Options& options) {
    auto database = Database::open(path, options);
    if (!database) return database;
    const auto objects = (*database)->number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!objects) return fail(objects.error());
    return database;
}

/// What was written last lies in one of these: without them the file is not whole.
QStringList logsOf(const QString& path) {
    QStringList out;
    for (const char* ending : {"-wal", "-journal"}) {
        if (QFileInfo(path + QLatin1String(ending)).size() > 0) out << QLatin1String(ending);
    }
    return out;
}

Opened openCopy(const QString& path, const QStringList& logs, Database::Options options) {
    const auto folder = std::make_shared<QTemporaryDir>();
    const QString copy = folder->filePath(QStringLiteral("copy.sqlite"));
    for (const QString& ending : QStringList(QString()) + logs) {
        if (!folder->isValid() || !QFile::copy(path + ending, copy + ending))
            return fail(
                StorageError{StorageError::Kind::Io, QStringLiteral("%1 cannot be copied").arg(path)});
        QFile::setPermissions(copy + ending, QFile::ReadOwner | QFile::WriteOwner);
    }
    options.access = Database::Access::ReadWrite;
    options.durable = false;
    auto database = openAndAsk(copy, options);
    if (database) (*database)->keep(folder);
    return database;
}

} // namespace

Opened openToRead(const QString& path, int cacheKiB) {
    using Kind = StorageError::Kind;
    if (!QFileInfo::exists(path))
        return fail(StorageError{Kind::Io, QStringLiteral("there is no file %1").arg(path)});
    Database::Options options;
    options.access = Database::Access::ReadOnly;
    options.cacheKiB = cacheKiB;
    auto database = openAndAsk(path, options);
    if (database) return database;
    const Kind kind = database.error().kind;
    if (kind != Kind::Io && kind != Kind::ReadOnly && kind != Kind::Full) return database;
    if (const QStringList logs = logsOf(path); !logs.isEmpty()) return openCopy(path, logs, options);
    options.immutable = true;
    return openAndAsk(path, options);
}

bool isDiskFull(const QString& path) {
    return bytesFree(path) < kLeastRoom;
}

bool hasRoom(const QString& path) {
    return bytesFree(path) >= kRoomToGoOn;
}

} // namespace storage
