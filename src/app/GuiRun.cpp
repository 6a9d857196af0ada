#include "app/GuiRun.h"

#include "app/Session.h"
#include "app/StoredTask.h"
#include "consensus/CardLink.h"
#include "gui/Appearance.h"
#include "gui/MainWindow.h"
#include "gui/RunWords.h"
#include "gui/StartWords.h"
#include "gui/TopWindow.h"
#include "gui/desktop/Notifier.h"
#include "gui/desktop/TrayIcon.h"
#include "gui/network/SharingControl.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/welcome/CardSource.h"
#include "gui/welcome/WaitView.h"
#include "gui/welcome/WelcomePage.h"
#include "node/NodeName.h"
#include "node/OnResult.h"
#include "node/Promises.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

#include <cstdio>
#include <thread>

namespace app {

namespace {

constexpr auto kLastNetworkKey = "window/network";
constexpr auto kPlaceKey = "window/page";
constexpr int kDamaged = 5; // exit code
constexpr int kJoinWay = static_cast<int>(gui::WelcomePage::Way::Join);
using PreparedAnswer = std::shared_ptr<Result<Prepared, Ending>>;

QString windowFile(const Options& options) {
    return options.dataRoot + QStringLiteral("/window.ini");
}
/// A card's path or a link that leads to a network; a payment otherwise.
bool isNetwork(const QString& what) {
    return what.startsWith(QLatin1Char('/')) || consensus::isCardLink(what.toStdString());
}
void showIn(gui::WelcomePage& page, const QString& what) {
    if (what.startsWith(QLatin1Char('/')))
        page.openFile(what);
    else
        page.openText(what);
}
/// The folder of what --network names.
QString folderOf(const QString& network) {
    if (!QFileInfo(network).isFile()) return node::folderNameOf(network);
    const auto card = gui::readCardFile(network);
    return card ? node::folderNameOf(QString::fromStdString(card->name)) : QString();
}
/// What the window says of it: in its language, without options of the command line.
QString windowWords(const Ending& how) {
    if (const auto* start = std::get_if<node::StartError>(&how.why)) return gui::startProblemWords(*start);
    if (const auto* setting = std::get_if<node::SettingError>(&how.why); setting && !setting->path.isEmpty())
        return gui::startProblemWords(*setting);
    if (const auto* api = std::get_if<rest::ApiProblem>(&how.why);
        api && api->kind == rest::ApiProblem::Kind::ApiPort)
        return gui::startProblemWords(api->port);
    return how.sentence;
}

bool isApiPortTaken(const Ending& how) {
    const auto* api = std::get_if<rest::ApiProblem>(&how.why);
    return api && api->kind == rest::ApiProblem::Kind::ApiPort && how.exitCode == 3;
}

QString settingsFile(const Options& options) {
    return options.dataRoot + QStringLiteral("/settings.ini");
}

} // namespace

GuiRun::GuiRun(Options options, LanguageSetup& language)
    : m_options(std::move(options)), m_language(language) {
    m_options.needsPeerPort = false; // a taken port is said in the window, which runs on
    m_options.needsWallet = false;
    m_options.locksWallet = false;
    m_look = m_options.settings;
    readProgramSettings();
    m_window = std::make_unique<gui::TopWindow>(windowFile(m_options));
    m_tray = new gui::TrayIcon(m_window->windowIcon(), m_window.get());
    m_tray->setWanted(m_look.flag(QStringLiteral("tray_icon")));
    m_notifier = new gui::Notifier(gui::Notifier::sessionBus, m_window.get());
    listenToDesktop();
}

GuiRun::~GuiRun() {
    if (m_preparing.joinable()) m_preparing.join();
}

/// Everything that asks for the end or for the window, from outside the pages.
void GuiRun::listenToDesktop() {
    connect(m_window.get(), &gui::TopWindow::closeRequested, this, [this] {
        if (m_main && m_tray->isShown()) return m_window->hide(); // it goes on, in the tray
        quit();
    });
    connect(m_window.get(), &gui::TopWindow::quitRequested, this, &GuiRun::quit);
    connect(m_tray, &gui::TrayIcon::quitRequested, this, &GuiRun::quit);
    connect(m_tray, &gui::TrayIcon::openRequested, m_window.get(), &gui::TopWindow::bringToFront);
    connect(m_notifier, &gui::Notifier::opened, m_window.get(), &gui::TopWindow::bringToFront);
    connect(m_notifier, &gui::Notifier::notShown, m_tray, &gui::TrayIcon::showBalloon);
    // Logging out: the desktop waits for this, then ends the program as it likes.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, m_window.get(), &gui::TopWindow::keepNow,
            Qt::DirectConnection);
    qGuiApp->installEventFilter(this);
}

/// The desktop's own way to quit closes windows, and stops at the first that does not close at once.
bool GuiRun::eventFilter(QObject* watched, QEvent* event) {
    if (watched != qGuiApp || event->type() != QEvent::Quit) return false;
    quit();
    return true;
}

node::Node* GuiRun::node() const {
    return m_session ? &m_session->node() : nullptr;
}

void GuiRun::begin() {
    const QStringList known = node::knownNetworks(m_options.dataRoot);
    const bool first = m_options.network.isEmpty() && known.isEmpty() && m_options.rules.empty();
    const QString what = std::exchange(m_options.open, {});
    const bool joins = isNetwork(what) && m_options.network.isEmpty();
    if (first || joins) {
        if (!first) m_start.network = lastNetwork(); // where "back" leads
        showWelcome(0);
    }
    m_window->show();
    if (!what.isEmpty()) open(what);
    if (first || joins) return;
    gui::FirstStart start;
    start.network = m_options.network.isEmpty() ? lastNetwork() : m_options.network;
    startNetwork(start);
}

// --- links and cards from outside

void GuiRun::open(const QString& what) {
    m_pending = what;
    openPending();
}

/// Waits while a network starts or stops: sessionReady() and showWelcome() call again.
void GuiRun::openPending() {
    if (m_pending.isEmpty() || m_quitting) return;
    if (m_main && m_window->content() == m_main) {
        const QString what = std::exchange(m_pending, {});
        if (isNetwork(what)) return showCover(kJoinWay, what);
        m_main->setCover(nullptr);
        return m_main->openSend(what);
    }
    if (!m_welcome || m_window->content() != m_welcome || !isNetwork(m_pending)) return;
    showIn(*m_welcome, std::exchange(m_pending, {}));
}

bool GuiRun::takeOver(const SecondStart& start) {
    if (m_quitting) return false;
    if (!start.network.isEmpty()) {
        const QString running =
            m_session ? QFileInfo(m_session->node().paths().folder).fileName() : folderOf(m_start.network);
        if (running != folderOf(start.network)) return false;
    }
    raise();
    if (!start.open.isEmpty()) open(start.open);
    return true;
}

void GuiRun::raise() {
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
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
    const QString last = m_window->kept(QLatin1String(kLastNetworkKey)).toString();
    const QStringList known = node::knownNetworks(m_options.dataRoot);
    if (known.contains(last)) return last;
    return known.contains(QStringLiteral("sandbox")) || known.isEmpty() ? QStringLiteral("sandbox")
                                                                        : known.first();
}

void GuiRun::rememberNetwork(const QString& folder) {
    m_window->keep(QLatin1String(kLastNetworkKey), folder);
}

// --- first run

void GuiRun::showWelcome(int way) {
    auto* page = new gui::WelcomePage(m_options.dataRoot, look());
    m_welcome = page;
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
    openPending();
}

gui::WelcomePage::Look GuiRun::look() const {
    return {m_look.text(QStringLiteral("language")), m_look.text(QStringLiteral("theme")),
            node::nodeName(m_look)};
}

/// Over a network that runs: it goes on until another one is chosen.
void GuiRun::showCover(int way, const QString& what) {
    auto* page = new gui::WelcomePage(m_options.dataRoot, look());
    connect(page, &gui::WelcomePage::chosen, this, &GuiRun::takeChoice);
    connect(page, &gui::WelcomePage::cancelled, m_main, [main = m_main] { main->setCover(nullptr); });
    page->setOneWay(static_cast<gui::WelcomePage::Way>(way));
    m_main->setCover(page);
    if (!what.isEmpty()) showIn(*page, what);
}

/// Another network beside the one that runs, or that one again.
void GuiRun::takeChoice(const gui::FirstStart& start) {
    node::Node& node = m_session->node();
    if (start.network != QFileInfo(node.paths().folder).fileName()) return changeNetwork(start);
    m_main->setCover(nullptr);
    for (const QString& seed : start.seeds)
        node.peers().add(seed);
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
            if (m_session) m_session->stop();
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
    auto promise = node::startedPromise<PreparedAnswer>();
    node::onResult(promise->future(), this, [this](const PreparedAnswer& prepared) {
        if (!*prepared) return showProblem(prepared->error());
        startSession(std::move(**prepared));
    });
    if (m_preparing.joinable()) m_preparing.join(); // it has answered
    m_preparing = std::thread([promise, options = m_options] {
        promise->addResult(std::make_shared<Result<Prepared, Ending>>(prepare(options)));
        promise->finish();
    });
}

void GuiRun::startSession(Prepared prepared) {
    if (m_quitting) return end(0);
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
    showMain();
    connect(&node, &node::Node::settingChanged, this, &GuiRun::applySetting);
    gui::MainWindow* const main = m_main;
    if (m_start.words) {
        const auto made = node.wallet().create(
            node.settings().text(QStringLiteral("wallet")), std::move(m_start.words->words),
            std::move(m_start.words->extra), std::move(m_start.words->passphrase), true);
        m_start.words.reset();
        node::onResult(made, main, [main](const Result<void, node::WalletProblem>& outcome) {
            main->showNotice(outcome ? gui::RunWords::walletRestored()
                                     : gui::walletProblemWords(outcome.error()));
        });
    }
    if (m_start.mine) {
        node.mining().change({.enabled = true, .threads = {}, .mode = {}});
        if (!m_start.isRestart) main->showNotice(gui::RunWords::firstChain());
    }
    welcomeNewcomer();
    openPending();
}

/// What was asked for when the network was chosen and needs a node that runs.
void GuiRun::welcomeNewcomer() {
    node::Node& node = m_session->node();
    if (!m_start.nodeName.isEmpty() &&
        m_start.nodeName != node.settings().text(QStringLiteral("node_name"))) {
        (void)node.changeSetting(QStringLiteral("node_name"), m_start.nodeName);
        (void)m_look.set(QStringLiteral("node_name"), m_start.nodeName, node::SettingSource::File);
    }
    for (const QString& seed : std::exchange(m_start.seeds, {}))
        node.peers().add(seed);
    if (!std::exchange(m_start.share, false)) return;
    node::onResult(node.listenForPeers(gui::sharingBind(node)), m_main,
                   [main = m_main](const Result<QString, node::PortProblem>&) { main->openInvite(); });
}

void GuiRun::showMain() {
    auto* main = new gui::MainWindow(m_session->node());
    m_main = main;
    m_window->setWindowTitle(main->title());
    main->openPlace(m_window->kept(QLatin1String(kPlaceKey)).toString());
    m_window->setContent(main);
    connect(main, &gui::MainWindow::placeChanged, this,
            [this, main] { m_window->keep(QLatin1String(kPlaceKey), main->place()); });
    connect(main, &gui::MainWindow::restartRequested, this, &GuiRun::restart);
    connect(main, &gui::MainWindow::networkChosen, this, &GuiRun::changeNetwork);
    connect(main, &gui::MainWindow::networkChangeRequested, this, [this](int way) { showCover(way); });
    connect(main, &gui::MainWindow::joinRequested, this,
            [this](const QString& card) { showCover(kJoinWay, card); });
    connect(main, &gui::MainWindow::newsCame, this,
            [this](gui::WalletNews::Kind kind, const QString& title, const QString& text) {
                if (m_window->isVisible() && m_window->isActiveWindow()) return; // it is seen
                m_notifier->show(static_cast<int>(kind), title, text);
            });
}

/// What the whole program shows at once: the node keeps the value, the parts around the main window follow.
void GuiRun::applySetting(const QString& key) {
    const node::SettingRow* row = node::settingRow(key);
    if (!row || row->scope != node::SettingRow::Scope::Program) return;
    const QString value = m_session->node().settings().text(key);
    (void)m_look.set(key, value, node::SettingSource::File);
    if (key == QLatin1String("tray_icon")) m_tray->setWanted(m_look.flag(key));
    if (key != QLatin1String("language")) return;
    m_language.apply(value);
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_main && !m_quitting) showMain(); // in the new language, at the same place
        },
        Qt::QueuedConnection);
}

/// The same network again, with the settings of now.
void GuiRun::restart() {
    gui::FirstStart again;
    again.network = QFileInfo(m_session->node().paths().folder).fileName();
    again.mine = m_session->node().mining().status()->enabled;
    again.isRestart = true;
    m_next = again;
    stopSession(gui::RunWords::restartingTitle(), gui::RunWords::restartingText());
}

// --- the end

void GuiRun::quit() {
    if (m_quitting) return;
    m_quitting = true;
    m_window->keepNow();
    if (!m_session) return end(m_exitCode);
    stopSession(gui::RunWords::stoppingTitle(), gui::RunWords::stoppingText());
}

void GuiRun::stopAtOnce() {
    m_window->keepNow();
    if (m_preparing.joinable()) m_preparing.join();
    m_session.reset(); // waits until the node has stopped
}

void GuiRun::end(int exitCode) {
    m_exitCode = exitCode;
    emit finished(exitCode);
}

void GuiRun::sessionEnded(const Ending& how) {
    if (m_main) m_window->setContent(nullptr); // it looks at the node
    // The node's threads have stopped; what is left goes when this call is over.
    QMetaObject::invokeMethod(
        this,
        [this, how] {
            m_session.reset();
            const auto next = std::exchange(m_next, std::nullopt);
            if (next && !m_quitting) return startNetwork(*next);
            if (!how.sentence.isEmpty()) return showProblem(how);
            end(how.exitCode);
        },
        Qt::QueuedConnection);
}

/// Another program has the API's port: wallet and node work without it, and the API's page says how it comes
/// back.
void GuiRun::startWithoutApi() {
    (void)m_options.settings.set(QStringLiteral("api_bind"), QStringLiteral("off"),
                                 node::SettingSource::CommandLine);
    m_exitCode = 0;
    prepareNetwork();
}

void GuiRun::showProblem(const Ending& how) {
    const int exitCode = how.exitCode;
    m_exitCode = exitCode;
    std::fprintf(stderr, "cairn: %s\n", how.sentence.toUtf8().constData());
    if (m_quitting) return end(exitCode);
    if (exitCode == kDamaged) return showDamage(windowWords(how));
    auto* view =
        new gui::WaitView(gui::WaitView::Kind::Problem, gui::RunWords::failedTitle(), windowWords(how));
    const bool apiPortTaken = isApiPortTaken(how);
    view->setAction(apiPortTaken ? gui::RunWords::withoutApiAction() : gui::RunWords::closeAction());
    connect(view, &gui::WaitView::actionTriggered, this, [this, exitCode, apiPortTaken] {
        if (!apiPortTaken) return end(exitCode);
        startWithoutApi();
    });
    m_window->setWindowTitle(QStringLiteral("Cairn"));
    m_window->setContent(view);
}

/// Says what is safe, offers the repair and leads to the files.
void GuiRun::showDamage(const QString& sentence) {
    auto* view = new gui::WaitView(gui::WaitView::Kind::Problem, gui::RunWords::damagedTitle(),
                                   sentence + QStringLiteral("\n\n") + gui::RunWords::damagedAdvice());
    view->setAction(gui::RunWords::repairAction());
    view->setSecondAction(gui::RunWords::openFolderAction());
    connect(view, &gui::WaitView::actionTriggered, this, &GuiRun::repairChain);
    connect(view, &gui::WaitView::secondActionTriggered, this, [this] {
        const QString folder = m_options.dataRoot + QLatin1Char('/') + node::folderNameOf(m_options.network);
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo::exists(folder) ? folder : m_options.dataRoot));
    });
    m_window->setWindowTitle(QStringLiteral("Cairn"));
    m_window->setContent(view);
}

/// What --repair does, then the start again.
void GuiRun::repairChain() {
    m_window->setContent(new gui::WaitView(gui::WaitView::Kind::Busy, gui::RunWords::repairingTitle(),
                                           gui::RunWords::repairingText()));
    auto promise = node::startedPromise<TaskOutcome>();
    node::onResult(promise->future(), this, [this](const TaskOutcome& outcome) {
        if (outcome.exitCode != 0) return showProblem({outcome.exitCode, outcome.sentence, outcome.why});
        m_exitCode = 0;
        std::fprintf(stderr, "cairn: %s\n", outcome.sentence.toUtf8().constData());
        if (m_quitting) return end(0);
        prepareNetwork();
    });
    if (m_preparing.joinable()) m_preparing.join(); // it has answered
    m_preparing = std::thread([promise, options = m_options]() mutable {
        options.repair = true;
        promise->addResult(prepareAndRun(options));
        promise->finish();
    });
}

} // namespace app

#include "moc_GuiRun.cpp"
