#include "gui/StartWords.h"

#include "gui/Format.h"
#include "gui/wallet/WalletProblemWords.h"
#include "node/NodeTypes.h"
#include "node/StartError.h"
#include "node/settings/Settings.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct StartWords {
    Q_DECLARE_TR_FUNCTIONS(gui::StartWords)
};

using StartKind = node::StartError::Kind;

QString cardProblem(const node::StartError& error) {
    switch (error.kind) {
    case StartKind::UnknownNetwork:
        return StartWords::tr("This computer knows no network and no card named %1.").arg(error.detail);
    case StartKind::CardUnreadable:
        return StartWords::tr("The network card %1 cannot be read. Check whether it is still there.")
            .arg(error.path);
    case StartKind::NotACard:
        return StartWords::tr("%1 is not a network card. Ask for it again.").arg(error.path);
    case StartKind::CardNotWritten:
        return StartWords::tr(
                   "The network card cannot be written to %1. Check the disk and the rights of the "
                   "folder.")
            .arg(error.path);
    case StartKind::OtherRules:
        return StartWords::tr("The folder %1 belongs to a network with other rules. Nothing was changed.")
            .arg(error.path);
    case StartKind::OtherCard:
        return StartWords::tr(
                   "%1 is not the card of the chain beside it. Nothing was changed. Put the right card "
                   "there, or delete it: it is written again from the chain.")
            .arg(error.path);
    case StartKind::FixedRules:
        return StartWords::tr("The rules of this network are Bitcoin Core's and cannot be changed.");
    default:
        return StartWords::tr("The environment asks for other rules than the network card has.");
    }
}

QString startFolderWords(const node::StartError& error) {
    switch (error.kind) {
    case StartKind::FolderNotMade:
        return StartWords::tr("The folder %1 cannot be made. Check that the one above it exists and may be "
                              "written.")
            .arg(error.path);
    case StartKind::FolderReadOnly:
        return StartWords::tr("The folder %1 may not be written. Make it writable.").arg(error.path);
    case StartKind::FolderInUse:
        return error.process > 0
                   ? StartWords::tr(
                         "The folder %1 is in use by %2 (process %3). Use that window, or end that "
                         "program.")
                         .arg(error.path, error.detail)
                         .arg(error.process)
                   : StartWords::tr("The folder %1 is in use by another program. End that first.")
                         .arg(error.path);
    default:
        return StartWords::tr("The folder %1 cannot be locked. Make it writable.").arg(error.path);
    }
}

QString chainFileWords(const node::StartError& error) {
    using Kind = storage::StorageError::Kind;
    switch (error.disk) {
    case Kind::Newer:
        return StartWords::tr(
                   "%1 was written by a newer version of Cairn. Nothing was changed; use that version.")
            .arg(error.path);
    case Kind::Damaged:
        return StartWords::tr("The chain in %1 is damaged.").arg(error.path);
    case Kind::Busy:
        return StartWords::tr("%1 is in use by another program. End it and start again.").arg(error.path);
    case Kind::ReadOnly:
        return StartWords::tr("%1 may not be written. Make its folder writable.").arg(error.path);
    case Kind::Full:
    case Kind::Io:
        break;
    }
    return StartWords::tr("%1 cannot be read or written. Check the disk and the rights of the folder.")
        .arg(error.path);
}

QString chainLostWords(const node::StartError& error) {
    const QString reached =
        StartWords::tr("This network had reached block %1.").arg(Format::count(error.height));
    const QString advice = StartWords::tr(
        "Nothing was changed. Put the file back from a copy of the whole folder, or go on with "
        "what is there.");
    const QString what = error.kind == StartKind::ChainMissing
                             ? StartWords::tr("The chain %1 is missing.").arg(error.path)
                         : error.kind == StartKind::ChainEmpty
                             ? StartWords::tr("The chain %1 is empty.").arg(error.path)
                             : StartWords::tr("The chain %1 has lost its newest blocks.").arg(error.path);
    return what + QLatin1Char(' ') + reached + QLatin1Char(' ') + advice;
}

} // namespace

QString startProblemWords(const node::StartError& error) {
    switch (error.kind) {
    case StartKind::UnknownNetwork:
    case StartKind::CardUnreadable:
    case StartKind::NotACard:
    case StartKind::CardNotWritten:
    case StartKind::OtherRules:
    case StartKind::OtherCard:
    case StartKind::FixedRules:
    case StartKind::CardAndEnvironment:
        return cardProblem(error);
    case StartKind::NoSpace:
        return StartWords::tr(
                   "There is no space left on the disk for %1. Nothing stored was lost; free some space "
                   "and start again.")
            .arg(error.path);
    case StartKind::FolderNotMade:
    case StartKind::FolderReadOnly:
    case StartKind::FolderInUse:
    case StartKind::FolderNotLocked:
        return startFolderWords(error);
    case StartKind::ChainFile:
        return chainFileWords(error);
    case StartKind::RulesLost:
        return StartWords::tr(
                   "The chain %1 is damaged so badly that the rules of its network cannot be read from "
                   "it, and there is no card beside it. Get the card from another computer of the "
                   "network, and join with it.")
            .arg(error.path);
    case StartKind::ChainMissing:
    case StartKind::ChainEmpty:
    case StartKind::ChainShortened:
        return chainLostWords(error);
    case StartKind::Wallet:
        break;
    }
    return walletProblemWords(error.wallet);
}

QString startProblemWords(const node::SettingError& error) {
    return StartWords::tr(
               "The file of settings %1 cannot be understood. Correct it, or delete it to go back to the "
               "defaults; it holds no keys and no coins.")
        .arg(error.path);
}

QString startProblemWords(const node::PortProblem& problem) {
    const QString number = QString::number(problem.port);
    switch (problem.kind) {
    case node::PortProblem::Kind::InUse:
        return problem.owner.isEmpty()
                   ? StartWords::tr("Port %1, at which programs ask Cairn, is in use by another program.")
                         .arg(number)
                   : StartWords::tr("Port %1, at which programs ask Cairn, is in use by %2.")
                         .arg(number, problem.owner);
    case node::PortProblem::Kind::NotAllowed:
        return StartWords::tr("The system does not let Cairn listen at port %1, at which programs ask it.")
            .arg(number);
    default:
        return StartWords::tr("Port %1, at which programs ask Cairn, could not be opened.").arg(number);
    }
}

QString diskProblemWords(node::DiskProblem problem) {
    switch (problem) {
    case node::DiskProblem::Full:
        return StartWords::tr("The disk is full: blocks and payments cannot be stored. Free some space; then "
                              "everything goes on by itself.");
    case node::DiskProblem::Damaged:
        return StartWords::tr("The stored chain is damaged. Start Cairn again: it offers to repair it.");
    case node::DiskProblem::Failed:
        break;
    }
    return StartWords::tr("The chain cannot be written. Look at the disk and start Cairn again.");
}

} // namespace gui
