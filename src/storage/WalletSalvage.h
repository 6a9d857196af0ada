#pragma once

#include "storage/StorageError.h"
#include "util/Result.h"
#include "wallet/WalletStore.h"

#include <QString>

#include <optional>

namespace storage {

/// What can still be read of a damaged wallet file, row by row; the file is not changed.
struct SalvagedWallet {
    wallet::WalletContents contents; ///< no recent blocks
    bool hasKeys = false;            ///< network, account and secret are there
};
/// Errors: Busy, Newer, Io (no such file). Where SQLite does not take it for a file of its own: without keys.
Result<SalvagedWallet, StorageError> salvageWallet(const QString& path);

} // namespace storage
