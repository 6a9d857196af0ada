#pragma once

#include "node/DataFolder.h"
#include "node/wallet/WalletProblem.h"
#include "storage/WalletDatabase.h"
#include "wallet/Drill.h"
#include "wallet/Wallet.h"

#include <functional>
#include <memory>
#include <variant>

namespace node {

/// Why a wallet's file was not made or opened: the disk or the file, or what the file holds.
using WalletFileError = std::variant<storage::StorageError, wallet::WalletFailure>;
/// The file's content is what is wrong.
bool isDamage(const WalletFileError& error);
/// For who asked for the wallet; what the disk or the store said of it goes to the log.
WalletProblem problemOf(const WalletFileError& error, const QString& name, const QString& path);

/// Stands between a wallet and its file.
using StoreWrapper = std::function<std::unique_ptr<wallet::WalletStore>(wallet::WalletStore&)>;

/// An open file and the wallet in it. Each goes before those above it.
struct WalletFile {
    std::unique_ptr<storage::WalletDatabase> database;
    std::unique_ptr<wallet::WalletStore> wrapper; ///< null: none
    std::unique_ptr<wallet::Wallet> wallet;
};

/// There is a file and it ever held a wallet. One whose making was interrupted did not: it may be made again.
bool holdsWallet(const QString& path);
/// Makes a wallet under another name and gives it its own when it is whole on the disk; what an interrupted
/// making left is taken away. Needs:  not holdsWallet(path). Errors: the disk; the wallet's as
/// `wallet::Wallet::create`. Nothing is left then.
Result<void, WalletFileError> makeWallet(const QString& path, const util::Clock& clock,
                                         const wallet::WalletOptions& options,
                                         const wallet::NewWallet& start);
/// Takes away what interrupted makings left in the folder: they hold keys, and nobody was told of them. At no
/// moment is one of these files the only one of its wallet.
void removeUnfinishedWallets(const DataPaths& paths);
/// Takes a copy of a wallet file in, once it has been opened; it is whole on the disk, or there is nothing.
/// Needs: not holdsWallet(path).   Errors: those of opening the copy, the disk's.
Result<void, WalletFileError> restoreWallet(const QString& path, const QString& backup,
                                            const util::Clock& clock, const wallet::WalletOptions& options);
/// What a copy of a wallet file would bring back of `wallet`. It is opened under the name `scratch`, which is
/// gone afterwards; the copy itself and the wallet stay as they are.
/// Errors: those of opening the copy, the disk's.   Cost: reads the whole file.
Result<wallet::DrillReport, WalletFileError> drillWalletCopy(const QString& scratch, const QString& backup,
                                                             const wallet::Wallet& wallet,
                                                             const util::Clock& clock,
                                                             const wallet::WalletOptions& options);
/// Needs: holdsWallet(path).
Result<WalletFile, WalletFileError> openWalletFile(const QString& path, const util::Clock& clock,
                                                   const wallet::WalletOptions& options,
                                                   const StoreWrapper& wrap = {});
/// Makes a damaged file anew from its keys, addresses, labels, notes and waiting payments, as far as they can
/// be read; everything else is to be read from the chain again. Gives the name under which the old file is
/// kept. Errors: Damaged where keys cannot be read, or the disk; the old file is where it was.
Result<QString, WalletFileError> rescueWallet(const QString& path, const util::Clock& clock,
                                              const wallet::WalletOptions& options);

/// Notes whether a wallet is encrypted, outside of its file: one that is gone is not made anew in silence.
void noteEncrypted(const DataPaths& paths, const QString& name, bool isEncrypted);
bool wasEncrypted(const DataPaths& paths, const QString& name);

} // namespace node
