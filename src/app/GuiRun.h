#pragma once

#include "app/CommandLine.h"
#include "app/LanguageSetup.h"
#include "app/SingleInstance.h"
#include "gui/welcome/FirstStart.h"
#include "gui/welcome/WelcomePage.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <thread>

namespace gui {
class MainWindow;
class Notifier;
class TopWindow;
class TrayIcon;
} // namespace gui

namespace app {

class Session;

/// The program with a window, from the first run to the clean stop: it shows what the moment asks for and
/// owns the session. Nothing here waits: networks are prepared on a thread of their own, nodes start and stop
/// by futures. Thread: main.
class GuiRun : public QObject {
    Q_OBJECT
public:
    GuiRun(Options options, LanguageSetup& language);
    ~GuiRun() override;

    /// Shows the window: the first run when there is no network yet, else the node's start.
    void begin();
    /// Stops what runs; `finished` follows.
    void quit();
    /// The same without an event loop, when the display is gone: returns when everything is on disk.
    void stopAtOnce();
    /// Shows what a link or a card's path leads to: a network to join, a payment. At once, or as soon as the
    /// moment allows.
    void open(const QString& what);
    /// What a later start wants of this window; comes to the front. False: it wants another network.
    [[nodiscard]] bool takeOver(const SecondStart& start);
    [[nodiscard]] gui::TopWindow* window() const { return m_window.get(); }
    /// Null while no network runs.
    [[nodiscard]] node::Node* node() const;
    [[nodiscard]] int exitCode() const { return m_exitCode; }

signals:
    /// Everything is stopped: the program may end.
    void finished(int exitCode);

private:
    void readProgramSettings();
    void storeProgramSetting(const QString& key, const QString& value);
    [[nodiscard]] QString lastNetwork() const;
    void rememberNetwork(const QString& folder);

    void listenToDesktop();
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showWelcome(int way);
    [[nodiscard]] gui::WelcomePage::Look look() const;
    void showCover(int way, const QString& open = {});
    void takeChoice(const gui::FirstStart& start);
    void welcomeNewcomer();
    void openPending();
    void raise();
    void end(int exitCode);
    void startNetwork(const gui::FirstStart& start);
    void changeNetwork(const gui::FirstStart& start);
    void stopSession(const QString& title, const QString& sentence);
    void prepareNetwork();
    void startSession(Prepared prepared);
    void sessionReady();
    void showMain();
    void applySetting(const QString& key);
    void restart();
    void sessionEnded(const Ending& how);
    void startWithoutApi();
    void showProblem(const Ending& how);
    void showDamage(const QString& sentence);
    void repairChain();

    Options m_options;
    LanguageSetup& m_language;
    node::Settings m_look; ///< program-wide settings, before a node holds them
    std::unique_ptr<gui::TopWindow> m_window;
    gui::TrayIcon* m_tray; ///< child of the window
    gui::Notifier* m_notifier;
    std::unique_ptr<Session> m_session;
    QPointer<gui::MainWindow> m_main;
    gui::FirstStart m_start;               ///< what the running network was asked for with
    std::optional<gui::FirstStart> m_next; ///< to start when the present one has stopped
    QPointer<gui::WelcomePage> m_welcome;  ///< when it is what the window shows
    QString m_pending;                     ///< to open once a network runs
    std::thread m_preparing;
    bool m_quitting = false;
    int m_exitCode = 0;
};

} // namespace app
