#pragma once

#include <QCoreApplication>

namespace gui {

/// What the program says while it starts, changes its network and stops: shown by app::GuiRun, kept here with
/// all other words.
class RunWords {
    Q_DECLARE_TR_FUNCTIONS(gui::RunWords)
public:
    static QString welcomeTitle();
    static QString changingTitle();
    static QString changingText();
    static QString startingTitle();
    static QString measuringText();
    static QString openingText();
    static QString walletRestored();
    static QString firstChain();
    static QString stoppingTitle();
    static QString stoppingText();
    static QString restartingTitle();
    static QString restartingText();
    static QString failedTitle();
    static QString damagedTitle();
    static QString damagedAdvice();
    static QString openFolderAction();
    static QString repairAction();
    static QString repairingTitle();
    static QString repairingText();
    static QString closeAction();
    static QString withoutApiAction();
};

} // namespace gui
