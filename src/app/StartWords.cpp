#include "app/StartWords.h"

#include "app/CardWords.h"
#include "rest/json/WalletWords.h"
#include "wallet/Wallet.h"

#include <QFileInfo>

namespace app {

namespace {

using node::SettingRow;
using Type = SettingRow::Type;
using Form = SettingRow::Form;
using StartKind = node::StartError::Kind;

/// What a row accepts, as the end of a sentence.
QString allowed(const SettingRow& row) {
    switch (row.type) {
    case Type::Bool:
        return QStringLiteral("on or off");
    case Type::Integer:
        return QStringLiteral("a whole number from %1 to %2").arg(row.lowest).arg(row.highest);
    case Type::Amount:
        return QStringLiteral("a decimal number of coins from %1 to %2 with at most 8 places")
            .arg(QString::fromStdString(toDecimal(primitives::Amount(row.lowest))),
                 QString::fromStdString(toDecimal(primitives::Amount(row.highest))));
    case Type::Choice:
        return QStringLiteral("one of: %1")
            .arg(QString::fromLatin1(row.choices).replace(QLatin1Char(','), QStringLiteral(", ")));
    case Type::Endpoint:
        return QStringLiteral("an IP address with a port (127.0.0.1:5000), an IP address, or off");
    case Type::Text:
    case Type::List:
    case Type::Address:
        break;
    }
    switch (row.form) {
    case Form::WalletName:
        return QStringLiteral("a name of at most 64 letters, digits, spaces, - and _, or off");
    case Form::Peer:
        return QStringLiteral("addresses as HOST:PORT or http://HOST:PORT, separated by commas");
    case Form::Host:
        return QStringLiteral("host names or IP addresses, separated by commas");
    case Form::Origin:
        return QStringLiteral("web pages as http://HOST:PORT or https://HOST:PORT, separated by commas");
    case Form::Any:
        break;
    }
    return QStringLiteral("text of at most 1000 characters without control characters");
}

QString differenceSentence(const std::vector<consensus::RuleDifference>& differences, const char* ours,
                           const char* theirs) {
    QStringList parts;
    for (const auto& item : differences) {
        parts << QStringLiteral("%1 is %2 %3 and %4 %5")
                     .arg(QString::fromStdString(item.rule), QString::fromStdString(item.ours),
                          QLatin1String(ours), QString::fromStdString(item.theirs), QLatin1String(theirs));
    }
    return parts.join(QStringLiteral("; "));
}

QString networkSentence(const node::StartError& error) {
    switch (error.kind) {
    case StartKind::UnknownNetwork:
        return QStringLiteral(
                   "There is no network and no card file named \"%1\". Allowed: %2, or the path of a "
                   "network card.")
            .arg(error.detail, error.known.join(QStringLiteral(", ")));
    case StartKind::CardUnreadable:
        return QStringLiteral("The network card %1 cannot be read: %2.").arg(error.path, error.detail);
    case StartKind::NotACard:
        return QStringLiteral("%1 is not a network card: %2")
            .arg(error.path, error.card ? cardSentence(*error.card) : QString());
    case StartKind::CardNotWritten:
        return QStringLiteral("The network card cannot be written to %1: %2.").arg(error.path, error.detail);
    case StartKind::OtherRules:
        return QStringLiteral(
                   "The data folder %1 belongs to a network with other rules: %2. Nothing "
                   "was changed. Start without the differing values, or choose another folder with "
                   "--datadir.")
            .arg(error.path, differenceSentence(error.differences, "in the folder", "as asked for"));
    case StartKind::OtherCard:
        return QStringLiteral(
                   "%1 is not the card of the chain beside it: %2. Nothing was changed. Put the right card "
                   "there, or delete it: it is written again from the chain.")
            .arg(error.path, differenceSentence(error.differences, "in the chain", "on the card"));
    case StartKind::FixedRules:
        return QStringLiteral("The rules of regtest are Bitcoin Core's and cannot be changed: %1. Use "
                              "another network, or unset the variable.")
            .arg(differenceSentence(error.differences, "there", "as asked for"));
    default:
        return QStringLiteral("The environment asks for other rules than the network card: %1.")
            .arg(differenceSentence(error.differences, "on the card", "in the environment"));
    }
}

QString folderSentence(const node::StartError& error) {
    switch (error.kind) {
    case StartKind::FolderNotMade:
        return QStringLiteral("The data folder %1 cannot be made. Check that its parent exists and may "
                              "be written, or choose another with --datadir.")
            .arg(error.path);
    case StartKind::FolderReadOnly:
        return QStringLiteral("The data folder %1 may not be written: %2. Make it writable, or choose "
                              "another with --datadir.")
            .arg(error.path, error.detail);
    case StartKind::FolderInUse: {
        const QString holder = error.process > 0
                                   ? QStringLiteral("%1 (process %2)").arg(error.detail).arg(error.process)
                                   : QStringLiteral("another program");
        return QStringLiteral("The data folder %1 is in use by %2. Use that window, end that "
                              "program, or choose another folder with --datadir.")
            .arg(error.path, holder);
    }
    default:
        return QStringLiteral("The data folder %1 cannot be locked (%2). Make it writable, or choose "
                              "another with --datadir.")
            .arg(error.path, error.detail);
    }
}

node::DataPaths foldersOf(const QString& database) {
    return {QFileInfo(database).path()};
}

QString databaseSentence(storage::StorageError::Kind kind, const QString& path) {
    using Kind = storage::StorageError::Kind;
    switch (kind) {
    case Kind::Newer:
        return QStringLiteral(
                   "%1 was written by a newer version of Cairn. Nothing was changed. Use that version, "
                   "or another data folder.")
            .arg(path);
    case Kind::Damaged:
        return QStringLiteral(
                   "The chain database %1 is damaged. Wallets are separate files and are safe. This "
                   "makes it anew from every block that can still be read, and keeps the damaged file: %2")
            .arg(path, node::repairCommand(foldersOf(path)));
    case Kind::Busy:
        return QStringLiteral("%1 is in use by another program. End it and start again.").arg(path);
    case Kind::ReadOnly:
        return QStringLiteral("%1 may not be written. Make the data folder writable, or choose "
                              "another with --datadir.")
            .arg(path);
    case Kind::Full:
    case Kind::Io:
        break;
    }
    return QStringLiteral("%1 cannot be read or written: the disk, or the folder's permissions, do "
                          "not let it.")
        .arg(path);
}

QString lostSentence(const node::StartError& error) {
    const QString what = error.kind == StartKind::ChainMissing ? QStringLiteral("is missing")
                         : error.kind == StartKind::ChainEmpty ? QStringLiteral("is empty")
                                                               : QStringLiteral("has lost its newest blocks");
    return QStringLiteral(
               "The chain database %1 %2: this network had reached block %3 (%4). Wallets are "
               "separate files and are safe. Nothing was changed. Put the file back from a copy of "
               "the whole folder; or go on with what is there, and fetch the rest from peers or with "
               "--import-blocks: %5")
        .arg(error.path, what)
        .arg(error.height)
        .arg(error.block, node::repairCommand(foldersOf(error.path)));
}

QString startSentence(const node::StartError& error) {
    switch (error.kind) {
    case StartKind::UnknownNetwork:
    case StartKind::CardUnreadable:
    case StartKind::NotACard:
    case StartKind::CardNotWritten:
    case StartKind::OtherRules:
    case StartKind::OtherCard:
    case StartKind::FixedRules:
    case StartKind::CardAndEnvironment:
        return networkSentence(error);
    case StartKind::NoSpace:
        return QStringLiteral(
                   "There is no space left on the disk for %1. Nothing stored was lost; free some space "
                   "and start again.")
            .arg(error.path);
    case StartKind::FolderNotMade:
    case StartKind::FolderReadOnly:
    case StartKind::FolderInUse:
    case StartKind::FolderNotLocked:
        return folderSentence(error);
    case StartKind::ChainFile:
        return databaseSentence(error.disk, error.path);
    case StartKind::RulesLost:
        return QStringLiteral(
                   "The chain database %1 is damaged so badly that the rules of its network cannot be read "
                   "from it, and there is no card beside it. Wallets are separate files and are safe. Get "
                   "the card from another computer of the network, put it there as %2, and run: %3")
            .arg(error.path, foldersOf(error.path).card(), node::repairCommand(foldersOf(error.path)));
    case StartKind::ChainMissing:
    case StartKind::ChainEmpty:
    case StartKind::ChainShortened:
        return lostSentence(error);
    case StartKind::Wallet:
        break;
    }
    return rest::walletProblemSentence(error.wallet);
}

// Exit codes as in the manual: 2 setting, 3 in use, 4 other network or newer version, 5 damaged.
constexpr int kFailed = 1, kBadSetting = 2, kInUse = 3, kOther = 4, kDamaged = 5;

int exitCodeOf(storage::StorageError::Kind kind) {
    using Kind = storage::StorageError::Kind;
    return kind == Kind::Damaged ? kDamaged
           : kind == Kind::Newer ? kOther
           : kind == Kind::Busy  ? kInUse
                                 : kFailed;
}

int exitCodeOf(const node::WalletProblem& problem) {
    using Kind = node::WalletProblem::Kind;
    using Error = wallet::WalletError;
    switch (problem.kind) {
    case Kind::FileMissing:
    case Kind::FileEmpty:
        return kDamaged;
    case Kind::Disk:
        return exitCodeOf(problem.disk);
    case Kind::Wallet:
        return problem.wallet == Error::WrongPassphrase || problem.wallet == Error::EndsInZero ? kBadSetting
               : problem.wallet == Error::WrongNetwork                                         ? kOther
               : problem.wallet == Error::Damaged || problem.wallet == Error::NotFound         ? kDamaged
                                                                                               : kFailed;
    default:
        return kFailed;
    }
}

int exitCodeOf(const node::StartError& error) {
    switch (error.kind) {
    case StartKind::UnknownNetwork:
    case StartKind::CardUnreadable:
    case StartKind::NotACard:
    case StartKind::CardAndEnvironment:
        return kBadSetting;
    case StartKind::OtherRules:
    case StartKind::OtherCard:
    case StartKind::FixedRules:
        return kOther;
    case StartKind::FolderInUse:
        return kInUse;
    case StartKind::ChainFile:
        return exitCodeOf(error.disk);
    case StartKind::RulesLost:
    case StartKind::ChainMissing:
    case StartKind::ChainEmpty:
    case StartKind::ChainShortened:
        return kDamaged;
    case StartKind::Wallet:
        return exitCodeOf(error.wallet);
    default:
        return kFailed;
    }
}

int exitCodeOf(const rest::ApiProblem& problem) {
    using Kind = node::PortProblem::Kind;
    if (problem.kind == rest::ApiProblem::Kind::Cookie) return kFailed;
    if (problem.kind == rest::ApiProblem::Kind::NotLoopback) return kBadSetting;
    return problem.port.kind == Kind::InUse || problem.port.kind == Kind::NotAllowed ? kInUse : kBadSetting;
}

QString settingValueSentence(const node::SettingError& error) {
    if (error.rule) return cardSentence(*error.rule, error.variable);
    const SettingRow* const row = node::settingRow(error.key);
    const QString name = error.variable.isEmpty() ? error.key : error.variable;
    return QStringLiteral("%1 must be %2, not \"%3\".")
        .arg(name, row != nullptr ? allowed(*row) : QString(), error.text);
}

} // namespace

Ending endingOf(const node::StartError& error) {
    return {exitCodeOf(error), startSentence(error), error};
}

Ending endingOf(const node::SettingError& error) {
    return {kBadSetting, settingSentence(error), error};
}

Ending endingOf(const rest::ApiProblem& problem) {
    return {exitCodeOf(problem), rest::apiProblemSentence(problem), problem};
}

QString settingSentence(const node::SettingError& error) {
    using Kind = node::SettingError::Kind;
    switch (error.kind) {
    case Kind::Unknown:
        return QStringLiteral("There is no setting named \"%1\".").arg(error.key);
    case Kind::Unreadable:
        return QStringLiteral("The settings file %1 cannot be read: %2.").arg(error.path, error.detail);
    case Kind::Damaged:
        return QStringLiteral("The settings file %1 is damaged. Correct it, or delete it to go back to "
                              "the defaults; it holds no keys and no coins.")
            .arg(error.path);
    case Kind::NotWritten:
        return QStringLiteral("The setting holds until the program ends: %1 cannot be written.")
            .arg(error.path);
    case Kind::NotAllowed:
        break;
    }
    const QString sentence = settingValueSentence(error);
    return error.path.isEmpty() ? sentence : QStringLiteral("In %1: %2").arg(error.path, sentence);
}

QString verifySentence(const node::VerifyProblem& problem, const node::DataPaths& paths) {
    using Kind = node::VerifyProblem::Kind;
    const auto what = [&problem]() -> QString {
        switch (problem.kind) {
        case Kind::NoTip:
            return QStringLiteral("Its newest block cannot be read.");
        case Kind::OtherGenesis:
            return QStringLiteral("Genesis is another network's.");
        case Kind::BlockMissing:
            return QStringLiteral("Block %1 is missing from the best chain.").arg(problem.height);
        case Kind::BodyMissing:
            return QStringLiteral("The body of block %1 cannot be read.").arg(problem.height);
        case Kind::BlockInvalid:
            return QStringLiteral("Block %1 is not valid: %2.")
                .arg(problem.height)
                .arg(problem.reject.isEmpty() ? QStringLiteral("it does not extend the chain")
                                              : problem.reject);
        case Kind::CoinsUnread:
            return QStringLiteral("The coins cannot be read.");
        case Kind::CoinsDiffer:
            return QStringLiteral("The stored coins are not those that the blocks make.");
        case Kind::NoRoomToCheck:
            break;
        }
        return QStringLiteral("The check has no room for its coins: there is no space in the folder for "
                              "temporary files, or it may not be written.");
    };
    return QStringLiteral(
               "The stored chain is not valid: %1 Wallets are separate files and are safe. This makes "
               "the chain database anew from every block that can still be read, and keeps the old "
               "file: %2")
        .arg(what(), node::repairCommand(paths));
}

QString exportSentence(const node::ExportProblem& problem, const QString& path) {
    using Kind = node::ExportProblem::Kind;
    switch (problem.kind) {
    case Kind::NoSpace:
        return QStringLiteral("--export-blocks: there is no space left for %1.").arg(path);
    case Kind::ChainUnread:
        return QStringLiteral("--export-blocks: the chain database cannot be read.");
    case Kind::BlockUnread:
        return QStringLiteral("--export-blocks: block %1 cannot be read.").arg(problem.height);
    case Kind::NotWritten:
        break;
    }
    return QStringLiteral("--export-blocks: %1 cannot be written.").arg(path);
}

} // namespace app
