#include "storage/ChainDatabase.h"

#include "storage/ChainSchema.h"
#include "storage/SqliteBlockStore.h"
#include "storage/SqliteIndexStore.h"
#include "storage/SqliteStateStore.h"
#include "storage/SqliteWaitingStore.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace storage {
namespace {
constexpr int kWriterCacheKiB = 32 * 1024;
}

struct ChainDatabase::Impl {
    Impl(std::unique_ptr<QTemporaryDir> folderUsed, std::unique_ptr<Database> databaseUsed)
        : folder(std::move(folderUsed)), database(std::move(databaseUsed)) {}

    std::unique_ptr<QTemporaryDir> folder; ///< of a database that is not kept
    std::unique_ptr<Database> database;
    bool wasInterrupted = false;
    SqliteCoinStore coins{*database};
    SqliteBlockStore blocks{*database, coins};
    SqliteIndexStore indexes{*database};
    SqliteStateStore state{*database};
    SqliteWaitingStore waiting{*database};
};

ChainDatabase::ChainDatabase() = default;
ChainDatabase::~ChainDatabase() = default;

Result<std::unique_ptr<ChainDatabase>, StorageError> ChainDatabase::open(const QString& path) {
    // Not SQLite's shared memory: its readers and its writer lock each other out, table by table.
    std::unique_ptr<QTemporaryDir> folder;
    if (path.isEmpty()) {
        folder = std::make_unique<QTemporaryDir>();
        if (!folder->isValid()) return fail(StorageError{StorageError::Kind::Io, folder->errorString()});
    }
    const QString used = folder ? folder->filePath(QStringLiteral("chain.sqlite")) : path;
    // The last connection takes the log away as it closes.
    const bool wasInterrupted = QFileInfo(used + QStringLiteral("-wal")).size() > 0;
    Database::Options options;
    options.cacheKiB = kWriterCacheKiB;
    options.durable = folder == nullptr;
    auto database = openMigrated(used, options, chainSchema(), Database::Journal::Wal);
    if (!database) return fail(database.error());
    std::unique_ptr<ChainDatabase> out(new ChainDatabase);
    out->m_impl = std::make_unique<Impl>(std::move(folder), std::move(*database));
    out->m_impl->wasInterrupted = wasInterrupted;
    return out;
}

QString ChainDatabase::path() const {
    return m_impl->database->path();
}
chain::BlockStore& ChainDatabase::blocks() {
    return m_impl->blocks;
}
chain::CoinStore& ChainDatabase::coins() {
    return m_impl->coins;
}
IndexStore& ChainDatabase::indexes() {
    return m_impl->indexes;
}
StateStore& ChainDatabase::state() {
    return m_impl->state;
}
WaitingStore& ChainDatabase::waiting() {
    return m_impl->waiting;
}

bool ChainDatabase::wasInterrupted() const {
    return m_impl->wasInterrupted;
}

Result<void, StorageError> ChainDatabase::moveLog() {
    return m_impl->database->number(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")).map([](std::int64_t) {
    });
}

} // namespace storage
