#include "rest/json/WalletWords.h"

#include "wallet/Wallet.h"

namespace rest {

namespace {

QString fileSentence(storage::StorageError::Kind kind, const QString& path) {
    using Kind = storage::StorageError::Kind;
    switch (kind) {
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

/// Of what can keep a wallet from being opened or from following the chain.
QString insideSentence(wallet::WalletError error) {
    using Error = wallet::WalletError;
    switch (error) {
    case Error::WrongPassphrase:
        return QStringLiteral("The passphrase is wrong.");
    case Error::EndsInZero:
        return passphraseEndsInZero();
    case Error::WrongNetwork:
        return QStringLiteral("The wallet belongs to another network. Nothing was changed.");
    case Error::Damaged:
    case Error::NotFound: // a part of the file
        return QStringLiteral("The wallet file is damaged. Restore it from its words or from a copy.");
    case Error::Locked:
        return QStringLiteral("The wallet is locked.");
    default:
        return QStringLiteral(
            "The wallet file cannot be written. Look whether the disk is full, or may not be written.");
    }
}

} // namespace

QString passphraseEndsInZero() {
    return QStringLiteral(
        "The passphrase ends in a zero byte, and would be the same without it. Leave that byte out.");
}

QString walletProblemSentence(const node::WalletProblem& problem) {
    using Kind = node::WalletProblem::Kind;
    switch (problem.kind) {
    case Kind::BadName:
        return QStringLiteral("\"%1\" is no wallet name: use letters, digits, spaces, - and _.")
            .arg(problem.name);
    case Kind::NoSuchWallet:
        return QStringLiteral("There is no wallet named \"%1\".").arg(problem.name);
    case Kind::Exists:
        return QStringLiteral("There is a wallet named \"%1\" already.").arg(problem.name);
    case Kind::AlreadyOpen:
        return QStringLiteral("Wallet \"%1\" is already loaded.").arg(problem.name);
    case Kind::FileMissing:
    case Kind::FileEmpty:
        return QStringLiteral("The wallet \"%1\" was encrypted, and its file %2 %3. Nothing was made in its "
                              "place. Put the file back from a copy, restore it from its words, or open "
                              "another with --wallet NAME.")
            .arg(problem.name, problem.path,
                 problem.kind == Kind::FileEmpty ? QStringLiteral("is empty") : QStringLiteral("is missing"));
    case Kind::NotNoted:
        return QStringLiteral(
                   "It could not be noted whether a start opens the wallet \"%1\". Check the disk.")
            .arg(problem.name);
    case Kind::Disk:
        return fileSentence(problem.disk, problem.path);
    case Kind::Wallet:
        break;
    }
    return insideSentence(problem.wallet);
}

} // namespace rest
