#include "node/wallet/WalletProblem.h"

#include "wallet/Wallet.h"

namespace node {

namespace {

const char* nameOf(storage::StorageError::Kind kind) {
    using Kind = storage::StorageError::Kind;
    switch (kind) {
    case Kind::Full:
        return "no-space";
    case Kind::ReadOnly:
        return "read-only";
    case Kind::Damaged:
        return "damaged";
    case Kind::Newer:
        return "newer-version";
    case Kind::Busy:
        return "in-use";
    case Kind::Io:
        break;
    }
    return "disk-failed";
}

const char* nameOf(wallet::WalletError error) {
    using Error = wallet::WalletError;
    switch (error) {
    case Error::WrongPassphrase:
        return "wrong-passphrase";
    case Error::EndsInZero:
        return "bad-passphrase";
    case Error::WrongNetwork:
        return "other-network";
    case Error::Damaged:
        return "damaged";
    case Error::Locked:
        return "locked";
    default:
        return "store-failed";
    }
}

const char* nameOf(const WalletProblem& problem) {
    using Kind = WalletProblem::Kind;
    switch (problem.kind) {
    case Kind::BadName:
        return "bad-name";
    case Kind::NoSuchWallet:
        return "no-such-wallet";
    case Kind::Exists:
        return "exists";
    case Kind::AlreadyOpen:
        return "already-open";
    case Kind::FileMissing:
        return "file-missing";
    case Kind::FileEmpty:
        return "file-empty";
    case Kind::NotNoted:
        return "not-noted";
    case Kind::Disk:
        return nameOf(problem.disk);
    case Kind::Wallet:
        break;
    }
    return nameOf(problem.wallet);
}

} // namespace

std::string toString(const WalletProblem& problem) {
    const QString& where = problem.path.isEmpty() ? problem.name : problem.path;
    return std::string(nameOf(problem)) + " (" + where.toStdString() + ')';
}

} // namespace node
