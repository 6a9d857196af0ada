#pragma once

#include "storage/StorageError.h"
#include "util/Result.h"
#include "wallet/WalletStore.h"

#include <QString>

#include <memory>

namespace storage {

/// One wallet file, opened and migrated; of one that is migrated a copy stays beside it, named after its
/// version and the time. Thread: the one that opened it (wallet). Files are made with mode 0600.
class WalletDatabase {
public:
    /// Makes the file when it is missing. An empty path: in memory, for tests.
    /// Errors: Damaged (not a wallet file), Newer, ReadOnly, Busy, Full, Io.
    static Result<std::unique_ptr<WalletDatabase>, StorageError> open(const QString& path);
    ~WalletDatabase();
    WalletDatabase(const WalletDatabase&) = delete;
    WalletDatabase& operator=(const WalletDatabase&) = delete;
    wallet::WalletStore& store();
    /// A consistent copy of the file (mode 0600), made while it is open; on disk when it returns.
    /// Errors: Io where there is a file already (it stays as it is), or the disk: nothing is left then.
    /// Cost:   reads and writes the whole file.
    Result<void, StorageError> backUpTo(const QString& path);

private:
    WalletDatabase();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Takes the copies away that migrations of this file left.
void removeEarlierVersions(const QString& path);
/// Gives a finished, closed file its name, in place of whatever had it; on disk when it returns.
Result<void, StorageError> replaceWalletFile(const QString& fresh, const QString& path);
/// A second name for a file, with the journal beside it.
Result<void, StorageError> keepWalletFile(const QString& path, const QString& kept);

} // namespace storage
