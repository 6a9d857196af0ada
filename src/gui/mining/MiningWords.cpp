#include "gui/mining/MiningWords.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MiningWords)
};

} // namespace

QString miningPauseWords(node::MiningPause pause) {
    switch (pause) {
    case node::MiningPause::None:
        return {};
    case node::MiningPause::NoAddress:
        return Words::tr("There is no address that rewards could go to: open a wallet or set one.");
    case node::MiningPause::NothingWaiting:
        return Words::tr("Nothing is waiting; mining starts with the next payment.");
    case node::MiningPause::Importing:
        return Words::tr("Paused: blocks are being read from a file.");
    case node::MiningPause::CatchingUp:
        return Words::tr("Paused: catching up with the network.");
    case node::MiningPause::OnBattery:
        return Words::tr("Paused: on battery.");
    case node::MiningPause::UserActive:
        return Words::tr("Paused: you are using Cairn.");
    case node::MiningPause::AheadOfClock:
        return Words::tr(
            "Paused: blocks came faster than one a second, and the next one's time has not come yet.");
    case node::MiningPause::Refused:
        return Words::tr("Paused for some seconds: the last block that was found was refused.");
    }
    return {};
}

QString kernelWords(const std::string& kernel) {
    const QString name = QString::fromStdString(kernel);
    if (name == QLatin1String("SHA-NI"))
        return Words::tr("SHA-NI, with the processor's own SHA instructions");
    if (name == QLatin1String("ARMv8-SHA2"))
        return Words::tr("ARMv8, with the processor's own SHA instructions");
    if (name == QLatin1String("AVX2")) return Words::tr("AVX2, eight nonces at a time");
    if (name == QLatin1String("AVX-512")) return Words::tr("AVX-512, sixteen nonces at a time");
    if (name == QLatin1String("portable")) return Words::tr("portable, one nonce at a time");
    return name;
}

} // namespace gui
