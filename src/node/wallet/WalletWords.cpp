#include "node/wallet/WalletWords.h"

#include "util/Log.h"

namespace node {

QString sentenceOf(const wallet::WalletFailure& failure) {
    using Error = wallet::WalletError;
    if (!failure.detail.empty()) util::logError("wallet", failure.detail);
    switch (failure.error) {
    case Error::WrongPassphrase:
        return QStringLiteral("The passphrase is wrong.");
    case Error::AlreadyEncrypted:
        return QStringLiteral("The wallet is encrypted already.");
    case Error::NotEncrypted:
        return QStringLiteral("The wallet is not encrypted.");
    case Error::Locked:
        return QStringLiteral("The wallet is locked.");
    case Error::WrongNetwork:
        return QStringLiteral("The wallet belongs to another network. Nothing was changed.");
    case Error::Damaged:
        return QStringLiteral("The wallet file is damaged. Restore it from its words or from a copy.");
    case Error::NotFound:
        return QStringLiteral("The wallet does not know this address or transaction.");
    case Error::NoAddress:
        return QStringLiteral("The wallet makes no addresses of this kind.");
    case Error::Full:
        return QStringLiteral("The address book is full.");
    case Error::Store:
        break;
    }
    return QStringLiteral(
        "The wallet file cannot be written. Look whether the disk is full, or may not be written.");
}

QString sentenceOf(const storage::StorageError& error, const QString& path) {
    using Kind = storage::StorageError::Kind;
    util::logError("wallet", error.what.toStdString());
    switch (error.kind) {
    case Kind::Damaged:
        return QStringLiteral(
                   "The wallet file %1 is damaged, and its keys cannot be read. Restore it from its words or "
                   "from a copy; the chain is not affected.")
            .arg(path);
    case Kind::Newer:
        return QStringLiteral("The wallet file %1 was written by a newer version of Cairn.").arg(path);
    case Kind::Full:
        return QStringLiteral("There is no space left on the disk for the wallet file %1.").arg(path);
    case Kind::ReadOnly:
        return QStringLiteral("The wallet file %1 may not be written.").arg(path);
    case Kind::Busy:
        return QStringLiteral("The wallet file %1 is in use by another program.").arg(path);
    case Kind::Io:
        break;
    }
    return QStringLiteral("The wallet file %1 cannot be read or written.").arg(path);
}

QString sentenceOf(const WalletFileError& error, const QString& path) {
    if (const auto* disk = std::get_if<storage::StorageError>(&error)) return sentenceOf(*disk, path);
    return sentenceOf(std::get<wallet::WalletFailure>(error));
}

int exitCodeOf(const WalletFileError& error) {
    if (isDamage(error)) return 5;
    if (const auto* disk = std::get_if<storage::StorageError>(&error)) {
        return disk->kind == storage::StorageError::Kind::Newer  ? 4
               : disk->kind == storage::StorageError::Kind::Busy ? 3
                                                                 : 1;
    }
    const auto kind = std::get<wallet::WalletFailure>(error).error;
    return kind == wallet::WalletError::WrongPassphrase ? 2
           : kind == wallet::WalletError::WrongNetwork  ? 4
                                                        : 1;
}

QString badWalletName(const QString& name) {
    return QStringLiteral("\"%1\" is no wallet name: use letters, digits, spaces, - and _.").arg(name);
}

wallet::Absence absenceOf(chain::MempoolLeave why) {
    using chain::MempoolLeave;
    using wallet::Absence;
    switch (why) {
    case MempoolLeave::Replaced:
        return Absence::Replaced;
    case MempoolLeave::Conflict:
        return Absence::Conflict;
    case MempoolLeave::Evicted:
        return Absence::Evicted;
    case MempoolLeave::Expired:
        return Absence::Expired;
    case MempoolLeave::TooLongChain:
        return Absence::TooLongChain;
    case MempoolLeave::Unfit:
        return Absence::Unfit;
    case MempoolLeave::Withdrawn:
        break;
    }
    return Absence::Unsent;
}

wallet::Absence absenceOf(consensus::Reject reason) {
    using enum consensus::Reject;
    using wallet::Absence;
    switch (reason) {
    case MempoolConflict:
    case InsufficientFee:
    case SpendsConflicting:
        return Absence::Replaced;
    case MempoolFull:
        return Absence::Evicted;
    case MempoolMinFee:
    case MinRelayFee:
        return Absence::TooCheap;
    case TooLongChain:
        return Absence::TooLongChain;
    case MissingInputs:
    case MissingOrSpent:
    case ImmatureCoinbase:
    case NonFinalMempool:
    case SequenceLocksMempool:
        return Absence::Unfit;
    case DiskFailed:
        return Absence::Unsent;
    default:
        return Absence::Refused;
    }
}

} // namespace node
