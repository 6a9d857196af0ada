#pragma once

#include "storage/StorageError.h"
#include "util/Result.h"
#include "wallet/WalletStore.h"

#include <QString>

#include <memory>

namespace storage {

/// One wallet file, opened and migrated. Thread: the one that opened it (wallet). The file is made with mode
/// 0600.
class WalletDatabase {
public:
    static Result<std::unique_ptr<WalletDatabase>, StorageError> open(const QString& path);
    ~WalletDatabase();
    WalletDatabase(const WalletDatabase&) = delete;
    WalletDatabase& operator=(const WalletDatabase&) = delete;
    wallet::WalletStore& store();
    /// A consistent copy of the file, made while it is open (VACUUM INTO); refuses to overwrite.
    Result<void, StorageError> backUpTo(const QString& path);

private:
    WalletDatabase();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace storage
