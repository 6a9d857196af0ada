#pragma once

#include "node/DataFolder.h"
#include "storage/WalletDatabase.h"

#include <vector>

namespace node {

/// A dated copy of a wallet's file, made before something that could go wrong.
struct WalletCopy {
    QString path;
    qint64 time = 0; ///< unix seconds
    qint64 bytes = 0;
};

/// So many are kept of each wallet; the oldest go first.
constexpr std::size_t kMostCopies = 12;

/// The copies of a wallet, the newest first.
std::vector<WalletCopy> walletCopies(const DataPaths& paths, const QString& name);
/// Makes one. The copy is as encrypted as the file: of one that is not, none should be made.
/// Errors: the disk; then there is none.   Cost: reads and writes the whole file.   Thread: wallet.
Result<void, storage::StorageError> keepWalletCopy(const DataPaths& paths, const QString& name,
                                                   storage::WalletDatabase& database, qint64 now);

} // namespace node
