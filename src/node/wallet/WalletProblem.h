#pragma once

#include "storage/StorageError.h"

#include <QString>

#include <string>

namespace wallet {
enum class WalletError;
}

namespace node {

/// Why a wallet is not open, or does not go on: what opening, making, taking in a copy and closing answer.
struct WalletProblem {
    enum class Kind {
        BadName, ///< no wallet may be called so
        NoSuchWallet,
        Exists, ///< there is one of that name
        AlreadyOpen,
        FileMissing, ///< it was encrypted: nothing is made in the place of its file
        FileEmpty,
        NotNoted, ///< whether a start opens it; nothing else was done
        Disk,     ///< or the file itself: `disk`
        Wallet,   ///< what the wallet in the file says: `wallet`
    };
    Kind kind = Kind::Disk;
    QString name = {};
    QString path = {}; ///< of the wallet's file
    storage::StorageError::Kind disk = storage::StorageError::Kind::Io;
    wallet::WalletError wallet = {};

    friend bool operator==(const WalletProblem&, const WalletProblem&) = default;
};

/// One word of the kind for the log: "file-missing (/home/a/…)".
std::string toString(const WalletProblem& problem);

} // namespace node
