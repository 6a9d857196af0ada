#pragma once

#include "app/CommandLine.h"
#include "app/LanguageSetup.h"
#include "gui/welcome/FirstStart.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace gui {
class MainWindow;
class TopWindow;
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
    /// Stops what runs, then quits.
    void quit();
    [[nodiscard]] int exitCode() const { return m_exitCode; }

private:
    void readProgramSettings();
    void storeProgramSetting(const QString& key, const QString& value);
    [[nodiscard]] QString lastNetwork() const;
    void rememberNetwork(const QString& folder);

    void showWelcome(int way);
    void startNetwork(const gui::FirstStart& start);
    void changeNetwork(const gui::FirstStart& start);
    void stopSession(const QString& title, const QString& sentence);
    void prepareNetwork();
    void startSession(Prepared prepared);
    void sessionReady();
    void sessionEnded(int exitCode, const QString& sentence);
    void startWithoutApi();
    void showProblem(int exitCode, const QString& sentence);

    Options m_options;
    LanguageSetup& m_language;
    node::Settings m_look; ///< program-wide settings, before a node holds them
    std::unique_ptr<gui::TopWindow> m_window;
    std::unique_ptr<Session> m_session;
    QPointer<gui::MainWindow> m_main;
    gui::FirstStart m_start;               ///< what the running network was asked for with
    std::optional<gui::FirstStart> m_next; ///< to start when the present one has stopped …
    std::optional<int> m_nextWay;          ///< … or the first run's page to show then
    bool m_quitting = false;
    int m_exitCode = 0;
};

} // namespace app
