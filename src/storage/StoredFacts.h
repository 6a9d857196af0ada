#pragma once

#include "chain/ChainTypes.h"
#include "storage/StorageError.h"
#include "util/Result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace storage {

// Single questions to files that are not open: nothing in them or beside them is changed. Thread: any.

/// A named value of a chain database; nothing when it has none, or when there is no such file, or an empty
/// one.
Result<std::optional<QByteArray>, StorageError> storedValue(const QString& path, const QString& key);
/// The header of this block is stored. False also when there is no such file, or an empty one.
Result<bool, StorageError> knowsBlock(const QString& path, const primitives::BlockHash& hash);

/// What a wallet file says of itself.
struct WalletFacts {
    bool isEmpty = true; ///< never held keys: its making was interrupted
    bool isEncrypted = false;
    QString network;    ///< genesis hash, hex
    chain::TipInfo tip; ///< the last block it has read; height -1: none
};
/// Errors: Damaged, Io (no such file) …
Result<WalletFacts, StorageError> walletFacts(const QString& path);

} // namespace storage
