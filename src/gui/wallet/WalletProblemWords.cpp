#include "gui/wallet/WalletProblemWords.h"

#include "gui/NetworkWords.h"
#include "node/wallet/WalletProblem.h"
#include "wallet/Wallet.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct WalletTrouble {
    Q_DECLARE_TR_FUNCTIONS(gui::WalletTrouble)
};

QString walletFileWords(const node::WalletProblem& problem) {
    using Kind = storage::StorageError::Kind;
    const QString title = walletTitle(problem.name);
    switch (problem.disk) {
    case Kind::Damaged:
        return WalletTrouble::
            tr("The file of %1 is damaged, and its keys cannot be read. Restore the wallet from its words "
               "or from a copy; the chain is not affected.")
                .arg(title);
    case Kind::Newer:
        return WalletTrouble::tr("The file of %1 was written by a newer version of Cairn.").arg(title);
    case Kind::Full:
        return WalletTrouble::tr("There is no space left on the disk for %1. Free some space.").arg(title);
    case Kind::ReadOnly:
        return WalletTrouble::tr("The file of %1 may not be written. Check its rights.").arg(title);
    case Kind::Busy:
        return WalletTrouble::tr("The file of %1 is in use by another program. End that first.").arg(title);
    case Kind::Io:
        break;
    }
    return WalletTrouble::tr("The file of %1 cannot be read or written. Check the disk.").arg(title);
}

/// Of what can keep a wallet from being opened or from following the chain.
QString walletInsideWords(const node::WalletProblem& problem) {
    using Error = wallet::WalletError;
    const QString title = walletTitle(problem.name);
    switch (problem.wallet) {
    case Error::WrongPassphrase:
    case Error::EndsInZero:
        return WalletTrouble::tr("The passphrase is wrong.");
    case Error::WrongNetwork:
        return WalletTrouble::tr("%1 belongs to another network. Nothing was changed.").arg(title);
    case Error::Damaged:
    case Error::NotFound: // a part of the file
        return WalletTrouble::tr(
                   "The file of %1 is damaged. Restore the wallet from its words or from a copy.")
            .arg(title);
    case Error::Locked:
        return WalletTrouble::tr("%1 is locked.").arg(title);
    default:
        return WalletTrouble::tr("The file of %1 cannot be written. Check whether the disk is full.")
            .arg(title);
    }
}

} // namespace

QString walletProblemWords(const node::WalletProblem& problem) {
    using Kind = node::WalletProblem::Kind;
    const QString title = walletTitle(problem.name);
    switch (problem.kind) {
    case Kind::BadName:
        return WalletTrouble::tr("A wallet's name has at most 64 letters, digits, spaces, - and _.");
    case Kind::NoSuchWallet:
        return WalletTrouble::tr("There is no wallet named %1 any more.").arg(title);
    case Kind::Exists:
        return WalletTrouble::tr("There is a wallet named %1 already. Choose another name.").arg(title);
    case Kind::AlreadyOpen:
        return WalletTrouble::tr("%1 is open already.").arg(title);
    case Kind::FileMissing:
        return WalletTrouble::tr(
                   "%1 had a passphrase, and its file is missing. Nothing was made in its place: put "
                   "the file back from a copy, or restore the wallet from its words.")
            .arg(title);
    case Kind::FileEmpty:
        return WalletTrouble::tr(
                   "%1 had a passphrase, and its file is empty. Nothing was made in its place: put "
                   "the file back from a copy, or restore the wallet from its words.")
            .arg(title);
    case Kind::NotNoted:
        return WalletTrouble::tr(
                   "It could not be stored whether a start opens %1, so nothing was done. Check the disk.")
            .arg(title);
    case Kind::Disk:
        return walletFileWords(problem);
    case Kind::Wallet:
        break;
    }
    return walletInsideWords(problem);
}

} // namespace gui
