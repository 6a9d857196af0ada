#include "app/GuiRun.h"

#include "app/Session.h"
#include "gui/Appearance.h"
#include "gui/MainWindow.h"
#include "gui/RunWords.h"
#include "gui/TopWindow.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/WaitView.h"
#include "gui/welcome/WelcomePage.h"
#include "node/OnResult.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPromise>
#include <QSettings>

#include <cstdio>
#include <thread>

namespace app {

namespace {

constexpr auto kLastNetworkKey = "window/network";
using PreparedAnswer = std::shared_ptr<Result<Prepared, node::StartError>>;

QString windowFile(const Options& options) {
    return options.dataRoot + QStringLiteral("/window.ini");
}
QString settingsFile(const Options& options) {
    return options.dataRoot + QStringLiteral("/settings.ini");
}

} // namespace

GuiRun::GuiRun(Options options, LanguageSetup& language)
    : m_options(std::move(options)), m_language(language) {
    m_look = m_options.settings;
    readProgramSettings();
    m_window = std::make_unique<gui::TopWindow>(windowFile(m_options));
    connect(m_window.get(), &gui::TopWindow::closeRequested, this, &GuiRun::quit);
}

GuiRun::~GuiRun() = default;

void GuiRun::begin() {
    const QStringList known = node::knownNetworks(m_options.dataRoot);
    const bool first = m_options.network.isEmpty() && known.isEmpty() && m_options.rules.empty();
    if (first) showWelcome(0);
    m_window->show();
    if (first) return;
    gui::FirstStart start;
    start.network = m_options.network.isEmpty() ? lastNetwork() : m_options.network;
    startNetwork(start);
}

// --- what all networks share

void GuiRun::readProgramSettings() {
    // What is wrong with the file is said when the network is prepared.
    (void)m_look.readFile(settingsFile(m_options), node::SettingRow::Scope::Program);
    m_language.apply(m_look.text(QStringLiteral("language")));
    gui::applyAppearance(m_look);
}

void GuiRun::storeProgramSetting(const QString& key, const QString& value) {
    QDir().mkpath(m_options.dataRoot);
    (void)m_look.store(settingsFile(m_options), key, value);
    m_language.apply(m_look.text(QStringLiteral("language")));
    gui::applyAppearance(m_look);
}

QString GuiRun::lastNetwork() const {
    const QString last = QSettings(windowFile(m_options), QSettings::IniFormat)
                             .value(QLatin1String(kLastNetworkKey))
                             .toString();
    const QStringList known = node::knownNetworks(m_options.dataRoot);
    if (known.contains(last)) return last;
    return known.contains(QStringLiteral("sandbox")) || known.isEmpty() ? QStringLiteral("sandbox")
                                                                        : known.first();
}

void GuiRun::rememberNetwork(const QString& folder) {
    QSettings(windowFile(m_options), QSettings::IniFormat).setValue(QLatin1String(kLastNetworkKey), folder);
}

// --- first run

void GuiRun::showWelcome(int way) {
    const gui::WelcomePage::Look look{m_look.text(QStringLiteral("language")),
                                      m_look.text(QStringLiteral("theme"))};
    auto* page = new gui::WelcomePage(m_options.dataRoot, look);
    connect(page, &gui::WelcomePage::chosen, this, &GuiRun::startNetwork);
    connect(page, &gui::WelcomePage::themeChosen, this,
            [this](const QString& name) { storeProgramSetting(QStringLiteral("theme"), name); });
    connect(page, &gui::WelcomePage::languageChosen, this, [this](const QString& code) {
        storeProgramSetting(QStringLiteral("language"), code);
        showWelcome(0); // in the new language
    });
    if (!m_start.network.isEmpty()) {
        page->setCancellable(true);
        connect(page, &gui::WelcomePage::cancelled, this, [this] {
            gui::FirstStart back;
            back.network = lastNetwork();
            startNetwork(back);
        });
    }
    page->showWay(static_cast<gui::WelcomePage::Way>(way));
    m_window->setWindowTitle(gui::RunWords::welcomeTitle());
    m_window->setContent(page);
}

// --- one network

void GuiRun::startNetwork(const gui::FirstStart& start) {
    m_start = start;
    m_options.network = start.network;
    prepareNetwork();
}

void GuiRun::changeNetwork(const gui::FirstStart& start) {
    m_next = start;
    stopSession(gui::RunWords::changingTitle(), gui::RunWords::changingText());
}

/// The main window goes first: it looks at the node.
void GuiRun::stopSession(const QString& title, const QString& sentence) {
    m_window->setContent(new gui::WaitView(gui::WaitView::Kind::Busy, title, sentence));
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_session) m_session->stop(0);
        },
        Qt::QueuedConnection);
}

/// Off this thread: a new sandbox measures the computer for half a second, and a database may have to be
/// looked at.
void GuiRun::prepareNetwork() {
    const bool isNew = m_start.network == QLatin1String("sandbox") &&
                       !node::knownNetworks(m_options.dataRoot).contains(m_start.network);
    m_window->setContent(
        new gui::WaitView(gui::WaitView::Kind::Busy, gui::RunWords::startingTitle(),
                          isNew ? gui::RunWords::measuringText() : gui::RunWords::openingText()));
    auto promise = std::make_shared<QPromise<PreparedAnswer>>();
    promise->start();
    node::onResult(promise->future(), this, [this](const PreparedAnswer& prepared) {
        if (!*prepared) return showProblem(prepared->error().exitCode, prepared->error().sentence);
        startSession(std::move(**prepared));
    });
    std::thread([promise, options = m_options] {
        promise->addResult(std::make_shared<Result<Prepared, node::StartError>>(prepare(options)));
        promise->finish();
    }).detach();
}

void GuiRun::startSession(Prepared prepared) {
    if (m_quitting) return QCoreApplication::exit(0);      // quit() asks the window, which asks us
    if (m_start.words) prepared.config.openWallet = false; // it is made from the words once the node runs
    m_session = std::make_unique<Session>(std::move(prepared), m_options);
    connect(m_session.get(), &Session::ready, this, [this](const QString& line) {
        std::fputs(line.toUtf8().constData(), stdout);
        std::fflush(stdout);
        sessionReady();
    });
    connect(m_session.get(), &Session::printed, this, [](const QString& line) {
        std::fputs(line.toUtf8().constData(), stdout);
        std::fflush(stdout);
    });
    connect(m_session.get(), &Session::ended, this, &GuiRun::sessionEnded);
    m_session->start();
}

void GuiRun::sessionReady() {
    if (m_quitting) return;
    node::Node& node = m_session->node();
    rememberNetwork(QFileInfo(node.paths().folder).fileName());
    auto* main = new gui::MainWindow(node);
    m_main = main;
    m_window->setWindowTitle(main->title());
    m_window->setContent(main);
    connect(main, &gui::MainWindow::networkChosen, this, &GuiRun::changeNetwork);
    connect(main, &gui::MainWindow::networkChangeRequested, this, [this](int way) {
        m_nextWay = way;
        stopSession(gui::RunWords::changingTitle(), gui::RunWords::changingText());
    });
    if (m_start.words) {
        const auto made =
            node.createWallet(node.settings().text(QStringLiteral("wallet")), std::move(m_start.words->words),
                              std::move(m_start.words->extra), std::move(m_start.words->passphrase), true);
        m_start.words.reset();
        node::onResult(made, main, [main](const Result<void, QString>& outcome) {
            main->showNotice(outcome ? gui::RunWords::walletRestored() : outcome.error());
        });
    }
    if (m_start.mine) {
        node.setMining({.enabled = true, .threads = {}, .mode = {}});
        main->showNotice(gui::RunWords::firstChain());
    }
}

// --- the end

void GuiRun::quit() {
    if (m_quitting) return;
    m_quitting = true;
    if (!m_session) return QCoreApplication::exit(0); // quit() asks the window, which asks us
    stopSession(gui::RunWords::stoppingTitle(), gui::RunWords::stoppingText());
}

void GuiRun::sessionEnded(int exitCode, const QString& sentence) {
    if (m_main) m_window->setContent(nullptr); // it looks at the node
    // The node's threads have stopped; what is left goes when this call is over.
    QMetaObject::invokeMethod(
        this,
        [this, exitCode, sentence] {
            m_session.reset();
            const auto way = std::exchange(m_nextWay, std::nullopt);
            const auto next = std::exchange(m_next, std::nullopt);
            if (way && !m_quitting) return showWelcome(*way);
            if (next && !m_quitting) return startNetwork(*next);
            if (!sentence.isEmpty()) return showProblem(exitCode, sentence);
            m_exitCode = exitCode;
            QCoreApplication::exit(exitCode);
        },
        Qt::QueuedConnection);
}

/// Another program has the API's port: wallet and node work without it, and the API's page says how it comes
/// back.
void GuiRun::startWithoutApi() {
    (void)m_options.settings.set(QStringLiteral("api_bind"), QStringLiteral("off"),
                                 node::SettingSource::CommandLine);
    m_exitCode = 0;
    disconnect(m_window.get(), &gui::TopWindow::closeRequested, this, nullptr);
    connect(m_window.get(), &gui::TopWindow::closeRequested, this, &GuiRun::quit);
    prepareNetwork();
}

void GuiRun::showProblem(int exitCode, const QString& sentence) {
    m_exitCode = exitCode;
    std::fprintf(stderr, "cairn: %s\n", sentence.toUtf8().constData());
    if (m_quitting) return QCoreApplication::exit(exitCode);
    auto* view = new gui::WaitView(gui::WaitView::Kind::Problem, gui::RunWords::failedTitle(), sentence);
    const bool apiPortTaken = exitCode == 3 && sentence.contains(QLatin1String("--api-bind"));
    view->setAction(apiPortTaken ? gui::RunWords::withoutApiAction() : gui::RunWords::closeAction());
    connect(view, &gui::WaitView::actionTriggered, this, [this, exitCode, apiPortTaken] {
        if (!apiPortTaken) return QCoreApplication::exit(exitCode);
        startWithoutApi();
    });
    m_window->setWindowTitle(QStringLiteral("Cairn"));
    m_window->setContent(view);
    disconnect(m_window.get(), &gui::TopWindow::closeRequested, this, nullptr);
    connect(m_window.get(), &gui::TopWindow::closeRequested, this,
            [exitCode] { QCoreApplication::exit(exitCode); });
}

} // namespace app
