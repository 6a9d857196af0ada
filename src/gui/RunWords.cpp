#include "gui/RunWords.h"

namespace gui {

QString RunWords::welcomeTitle() {
    return tr("Welcome to Cairn");
}
QString RunWords::changingTitle() {
    return tr("Changing the network…");
}
QString RunWords::changingText() {
    return tr("The present one is put away first; nothing of it is lost.");
}
QString RunWords::startingTitle() {
    return tr("Starting…");
}
QString RunWords::measuringText() {
    return tr("Measuring this computer for half a second, so that blocks come about every ten seconds.");
}
QString RunWords::openingText() {
    return tr("The chain and the wallet are opened.");
}
QString RunWords::walletRestored() {
    return tr("The wallet is restored; the chain is being searched for its coins.");
}
QString RunWords::firstChain() {
    return tr("This is your chain, and this computer mines its first block.");
}
QString RunWords::stoppingTitle() {
    return tr("Stopping…");
}
QString RunWords::stoppingText() {
    return tr("Mining ends, peers are told, and everything is on disk before the window closes.");
}
QString RunWords::restartingTitle() {
    return tr("Starting again…");
}
QString RunWords::restartingText() {
    return tr("The node is stopped cleanly, then it starts with the settings of now.");
}
QString RunWords::damagedTitle() {
    return tr("The stored chain is damaged");
}
QString RunWords::damagedAdvice() {
    return tr(
        "Repairing reads every block that can still be read and makes the chain anew from them. The old file "
        "is kept, and wallets are files of their own that are not touched.");
}
QString RunWords::repairAction() {
    return tr("Repair");
}
QString RunWords::repairingTitle() {
    return tr("Repairing…");
}
QString RunWords::repairingText() {
    return tr(
        "The chain is made anew from its blocks. This takes as long as reading them did the first time.");
}
QString RunWords::openFolderAction() {
    return tr("Open the folder");
}
QString RunWords::failedTitle() {
    return tr("Cairn could not start");
}
QString RunWords::closeAction() {
    return tr("Close");
}
QString RunWords::withoutApiAction() {
    return tr("Open without the API");
}

} // namespace gui
