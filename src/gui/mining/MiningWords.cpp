#include "gui/mining/MiningWords.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct MiningWords {
    Q_DECLARE_TR_FUNCTIONS(gui::MiningWords)
};

} // namespace

QString miningPauseWords(node::MiningPause pause) {
    switch (pause) {
    case node::MiningPause::None:
        return {};
    case node::MiningPause::NoAddress:
        return MiningWords::tr("There is no address that rewards could go to: open a wallet or set one.");
    case node::MiningPause::NothingWaiting:
        return MiningWords::tr("Nothing is waiting; mining starts with the next payment.");
    case node::MiningPause::Importing:
        return MiningWords::tr("Paused: blocks are being read from a file.");
    case node::MiningPause::CatchingUp:
        return MiningWords::tr("Paused: catching up with the network.");
    case node::MiningPause::OnBattery:
        return MiningWords::tr("Paused: on battery.");
    case node::MiningPause::UserActive:
        return MiningWords::tr("Paused: you are using Cairn.");
    case node::MiningPause::AheadOfClock:
        return MiningWords::tr(
            "Paused: blocks came faster than one a second, and the next one's time has not come yet.");
    case node::MiningPause::DiskFull:
        return MiningWords::tr(
            "Paused: the disk takes no more blocks. It goes on by itself when there is space.");
    case node::MiningPause::Refused:
        return MiningWords::tr("Paused for some seconds: the last block that was found was refused.");
    }
    return {};
}

QString mineProblemWords(node::MineProblem problem) {
    switch (problem) {
    case node::MineProblem::None:
        break;
    case node::MineProblem::NoAddress:
        return MiningWords::tr("There is no address that rewards could go to: open a wallet or set one.");
    case node::MineProblem::AheadOfClock:
        return MiningWords::tr("The chain is ahead of this computer's clock: no block can be added now.");
    case node::MineProblem::Refused:
        return MiningWords::tr("The block that was found was refused. The log says why.");
    case node::MineProblem::DiskFull:
        return MiningWords::tr("The disk is full: blocks cannot be stored. Free some space.");
    case node::MineProblem::DiskFailed:
        return MiningWords::tr("The block cannot be stored. Look at the disk and start Cairn again.");
    case node::MineProblem::Stopping:
        return MiningWords::tr("Cairn is ending.");
    }
    return MiningWords::tr("No block yet; mining goes on until one is found.");
}

QString kernelWords(const std::string& kernel) {
    const QString name = QString::fromStdString(kernel);
    if (name == QLatin1String("SHA-NI"))
        return MiningWords::tr("SHA-NI, with the processor's own SHA instructions");
    if (name == QLatin1String("ARMv8-SHA2"))
        return MiningWords::tr("ARMv8, with the processor's own SHA instructions");
    if (name == QLatin1String("AVX2")) return MiningWords::tr("AVX2, eight nonces at a time");
    if (name == QLatin1String("AVX-512")) return MiningWords::tr("AVX-512, sixteen nonces at a time");
    if (name == QLatin1String("portable")) return MiningWords::tr("portable, one nonce at a time");
    return name;
}

} // namespace gui
