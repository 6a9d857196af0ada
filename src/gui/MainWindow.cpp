#include "gui/MainWindow.h"

#include "gui/Appearance.h"
#include "gui/AutoLock.h"
#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "gui/StartWords.h"
#include "gui/SyncState.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/dialogs/NewWalletDialog.h"
#include "gui/dialogs/SpendDialog.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/frame/Header.h"
#include "gui/frame/Page.h"
#include "gui/frame/Seen.h"
#include "gui/help/TermHelp.h"
#include "gui/mining/MiningWords.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SearchField.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kClockMs = 1'000;
constexpr int kMineOneTimeoutMs = 600'000;

} // namespace

MainWindow::MainWindow(node::Node& node, QWidget* parent)
    : FrameWindow(parent), m_node(node), m_autoLock(new AutoLock(this)) {
    const QString name = QString::fromStdString(node.params().name());
    format().setUnit(unitOf(name));
    applyAppearance(node.settings());
    header()->setNetwork(name, fingerprintText(node.params().genesisHash),
                         QColor(QString::fromStdString(node.params().card.colour)));
    m_failure = new Banner(Banner::Kind::Error, QString());
    m_failure->hide();
    setBanner(m_failure);
    addPages();
    addKeys();
    new TermHelp(*this, this);
    auto* news = new WalletNews(node, this);
    connect(news, &WalletNews::came, this, &MainWindow::newsCame);
    connectHeader();
    connectNode();
    statusBar()->setItem(StatusBar::Item::Unit, format().unit(), tr("The unit of amounts on this network"));
    connect(new SeenClock(this, kClockMs), &SeenClock::tick, this, &MainWindow::showLastBlock);
    m_autoLock->setMinutes(static_cast<int>(node.settings().number(QStringLiteral("auto_lock_minutes"))));
    showAll();
}

MainWindow::~MainWindow() = default;

// --- parts

void MainWindow::addPages() {
    m_pages = pageTable(m_node, *this);
    for (const PageRow& row : m_pages)
        addPage(row.title, row.icon, row.make, row.last);
    connect(this, &FrameWindow::pageChanged, this, &MainWindow::placeChanged);
    connect(this, &FrameWindow::tabChanged, this, &MainWindow::placeChanged);
}

int MainWindow::indexOf(PageId page) const {
    return static_cast<int>(std::ranges::find(m_pages, page, &PageRow::id) - m_pages.begin());
}

void MainWindow::addKeys() {
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_N), tr("Send a payment"), [this] { openSend(); });
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_R), tr("Receive: show an address"), [this] { openReceive(); });
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_M), tr("Switch mining on or off"),
            [this] { toggleMining(!m_node.mining().status()->enabled); });
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_B), tr("Mine one block"), [this] { mineOneBlock(); });
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_L), tr("Lock or unlock the wallet"), [this] { toggleLock(); });
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_Comma), tr("Open the settings"),
            [this] { openPage(PageId::Settings); });
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_G), tr("Go to a block by its height"), [this] { askHeight(); });
    bindKey(QKeySequence(Qt::Key_F11), tr("Full screen, and back"), [this] { toggleFullScreen(); });
}

void MainWindow::connectNode() {
    // News that nobody sees cost nothing: all is shown anew when the window comes back.
    const auto onNews = [this](auto news, void (MainWindow::*renew)()) {
        connect(&m_node, news, this, [this, renew] {
            if (isSeen(*this)) (this->*renew)();
        });
    };
    connect(new SeenWatch(this), &SeenWatch::seenChanged, this, [this](bool seen) {
        if (seen) showAll();
    });
    onNews(&node::Node::chainStatusChanged, &MainWindow::showChain);
    onNews(&node::Node::chainStatusChanged, &MainWindow::showSync);
    onNews(&node::Node::tipChanged, &MainWindow::askLastBlock);
    onNews(&node::Node::mempoolChanged, &MainWindow::showChain);
    onNews(&node::Node::miningChanged, &MainWindow::showMining);
    onNews(&node::Node::walletChanged, &MainWindow::showWallet);
    onNews(&node::Node::peersChanged, &MainWindow::showSync);
    onNews(&node::Node::apiChanged, &MainWindow::showApi);
    connect(&m_node, &node::Node::settingChanged, this, &MainWindow::applySetting);
    connect(&m_node, &node::Node::stopped, this, &MainWindow::showDiskFailure);
    connect(&m_node.api().questions(), &node::SpendQuestions::asked, this,
            [this](const node::SpendQuestion& question) {
                (new SpendDialog(m_node, question, this))->open();
                QApplication::alert(window());
            });
    connect(&format(), &Format::changed, this, [this] {
        const QString key = QStringLiteral("hide_amounts");
        const bool hidden = format().amountsHidden();
        if (m_node.settings().flag(key) == hidden) return;
        (void)m_node.changeSetting(key, hidden ? QStringLiteral("on") : QStringLiteral("off"));
    });
}

void MainWindow::connectHeader() {
    connect(header(), &Header::miningToggled, this, &MainWindow::toggleMining);
    connect(header(), &Header::lockClicked, this, &MainWindow::toggleLock);
    connect(header(), &Header::networkClicked, this, &MainWindow::openNetworkMenu);
    connect(header(), &Header::walletClicked, this, &MainWindow::openWalletMenu);
    connect(header(), &Header::searchAccepted, this, [this](const QString& text) {
        if (text.trimmed().isEmpty()) return;
        open(SearchLink{text.trimmed()});
        header()->search()->clear();
        page(currentPage())->setFocus();
    });
    connect(header()->search(), &SearchField::escaped, this, [this] {
        if (Page* current = page(currentPage())) current->setFocus();
    });
    connect(statusBar(), &StatusBar::itemClicked, this, &MainWindow::followStatusItem);
    connect(m_autoLock, &AutoLock::inUse, this, [this] { m_node.mining().noteInput(); });
    connect(m_autoLock, &AutoLock::timeIsUp, this, [this] {
        const auto wallet = m_node.wallet().status();
        m_node.wallet().lockAll();
        if (wallet->encrypted && !wallet->locked) showNotice(tr("The wallet is locked."));
    });
}

QString MainWindow::title() const {
    return tr("Cairn — %1 (%2)")
        .arg(QString::fromStdString(m_node.params().name()), fingerprintText(m_node.params().genesisHash));
}

// --- what is shown

void MainWindow::applySetting(const QString& key) {
    const node::Settings settings = m_node.settings();
    if (isAppearance(key)) applyAppearance(settings);
    if (key == QLatin1String("auto_lock_minutes"))
        m_autoLock->setMinutes(static_cast<int>(settings.number(key)));
}

void MainWindow::showAll() {
    showChain();
    showMining();
    showWallet();
    showSync();
    showApi();
    askLastBlock();
}

void MainWindow::showChain() {
    header()->setHeight(m_node.chain().status()->tip.height);
    const auto waiting = m_node.chain().mempool();
    const int count = static_cast<int>(waiting->items.size());
    statusBar()->setItem(StatusBar::Item::Mempool,
                         count == 0 ? tr("Nothing is waiting") : tr("%n payment(s) waiting", nullptr, count),
                         tr("%1 of payments wait for a block").arg(Format::size(waiting->bytes)));
}

void MainWindow::showMining() {
    const auto status = m_node.mining().status();
    if (status->working)
        header()->setMining(status->enabled, status->statistics.hashesPerSecond);
    else
        header()->setMining(status->enabled, 0, miningPauseWords(status->pause));
}

void MainWindow::showWallet() {
    const auto status = m_node.wallet().status();
    if (!status->isOpen) {
        header()->setNoWallet();
        header()->setLockable(false);
        return;
    }
    if (status->uncertain) {
        m_failure->setSentence(tr(
            "<bad>The disk failed while the wallet was being written.</bad> What you did last may be kept or "
            "not. Start Cairn again and look before you do it once more."));
        m_failure->show();
    }
    keepWallet(status->name);
    header()->setWallet(walletTitle(status->name), status->balance.total());
    header()->setLockable(status->encrypted);
    header()->setLocked(status->locked);
}

void MainWindow::showSync() {
    const SyncState state = judgeSync(*m_node.peers().programs(), *m_node.chain().status());
    statusBar()->setSync(state.look, state.words, state.rest);
}

void MainWindow::showApi() {
    const QUrl url(m_node.api().endpoints().api);
    statusBar()->setItem(StatusBar::Item::Api,
                         url.isEmpty() ? tr("API off") : tr("API on %1").arg(url.authority()),
                         tr("Where programs on this computer reach the node"));
}

void MainWindow::askLastBlock() {
    const quint64 asked = ++m_askedTip;
    const auto rows =
        m_node.chain().query([](explorer::ExplorerQueries& queries) { return queries.blocks(-1, 1); });
    node::onResult(rows, this, [this, asked](const auto& answer) {
        if (asked != m_askedTip || !answer || answer->empty()) return;
        m_tipTime = answer->front().height == 0 ? 0 : answer->front().time;
        m_tipIsOwn = m_node.wallet().ownScripts()->contains(answer->front().minerScript);
        showLastBlock();
    });
}

void MainWindow::showLastBlock() {
    if (m_tipTime == 0) return statusBar()->setItem(StatusBar::Item::LastBlock, tr("No block yet"));
    const QString ago = format().ago(m_tipTime);
    statusBar()->setItem(StatusBar::Item::LastBlock,
                         m_tipIsOwn ? tr("Last block %1 by you").arg(ago) : tr("Last block %1").arg(ago),
                         format().exactTime(m_tipTime));
}

void MainWindow::showDiskFailure(node::DiskProblem problem) {
    m_failure->setSentence(tr("<bad>The disk failed, so Cairn stopped taking blocks.</bad> %1 Nothing "
                              "accepted before was lost, and "
                              "your keys are safe.")
                               .arg(diskProblemWords(problem)));
    m_failure->show();
}

// --- what is done

void MainWindow::toggleMining(bool on) {
    m_node.mining().change({.enabled = on, .threads = {}, .mode = {}});
    header()->setMining(on, 0);
}

void MainWindow::mineOneBlock() {
    if (m_job != 0) return showNotice(tr("A block is being mined already."));
    const node::MiningAccess::Job job = m_node.mining().mineOne({}, kMineOneTimeoutMs);
    m_job = job.id;
    showNotice(tr("Mining one block…"));
    node::onResult(job.result, this, [this](const node::MinedBlock& block) {
        m_job = 0;
        if (block.found) return showNotice(tr("Block %1 is yours.").arg(Format::count(block.height)));
        showNotice(mineProblemWords(block.problem));
    });
}

void MainWindow::toggleLock() {
    const auto status = m_node.wallet().status();
    if (!status->isOpen) return showNotice(tr("No wallet is open."));
    if (!status->encrypted) return showNotice(tr("This wallet has no passphrase, so it cannot be locked."));
    if (status->locked) return (new UnlockDialog(m_node.wallet(), this))->open();
    node::onResult(m_node.wallet().lock(), this,
                   [this](std::optional<bool>) { showNotice(tr("The wallet is locked.")); });
}

void MainWindow::toggleFullScreen() {
    QWidget* top = window();
    top->setWindowState(top->windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::askHeight() {
    const std::int32_t newest = m_node.chain().status()->tip.height;
    auto* dialog = new FormDialog(
        tr("Go to a block"), tr("The newest one is block %1.").arg(Format::count(newest)), tr("Go"), this);
    dialog->setObjectName(QStringLiteral("heightDialog"));
    QLineEdit* edit = dialog->addField(tr("&Height"));
    connect(dialog, &FormDialog::submitted, this, [this, dialog, edit] {
        QString typed = edit->text();
        typed.removeIf([](QChar letter) { return letter.isSpace(); });
        bool isNumber = false;
        const int height = typed.toInt(&isNumber);
        const std::int32_t last = m_node.chain().status()->tip.height;
        if (!isNumber || height < 0 || height > last)
            return dialog->showProblem(
                tr("There is no such block: heights go from 0 to %1.").arg(Format::count(last)));
        dialog->accept();
        openHeight(height);
    });
    dialog->open();
}

void MainWindow::openNetworkMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Network and its rules")), &QAction::triggered, this,
            [this] { openPage(PageId::Network); });
    connect(menu->addAction(tr("Copy the three words")), &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(fingerprintText(m_node.params().genesisHash));
        showNotice(tr("The three words are copied."));
    });
    menu->addSeparator();
    const QString root = QFileInfo(m_node.paths().folder).path();
    const QString current = QFileInfo(m_node.paths().folder).fileName();
    for (const node::KnownNetwork& known : node::knownNetworkCards(root)) {
        const QString name = QString(known.name).replace(QLatin1Char('&'), QLatin1String("&&"));
        const bool isCurrent = known.folder == current;
        QAction* action = menu->addAction(isCurrent ? name : tr("Change to %1").arg(name));
        action->setCheckable(true);
        action->setChecked(isCurrent);
        action->setEnabled(!isCurrent);
        action->setToolTip(fingerprintText(known.genesis));
        connect(action, &QAction::triggered, this, [this, folder = known.folder] {
            FirstStart start;
            start.network = folder;
            emit networkChosen(start);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Invite somebody…")), &QAction::triggered, this, [this] { openInvite(); });
    connect(menu->addAction(tr("Join a network…")), &QAction::triggered, this,
            [this] { emit networkChangeRequested(1); });
    connect(menu->addAction(tr("Create a network…")), &QAction::triggered, this,
            [this] { emit networkChangeRequested(2); });
    menu->popup(place);
}

void MainWindow::openWalletMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto status = m_node.wallet().status();
    const QStringList open = m_node.wallet().openNames();
    for (const QString& name : m_node.wallet().names()) {
        const bool isShown = status->isOpen && name == status->name;
        const QString title = walletTitle(name);
        const bool isBehind = !isShown && open.contains(name);
        QAction* action = menu->addAction(isBehind ? tr("%1 (open)").arg(title) : title);
        action->setCheckable(true);
        action->setChecked(isShown);
        connect(action, &QAction::triggered, this, [this, name, isShown] {
            if (isShown) return openPage(PageId::Wallet);
            node::onResult(m_node.wallet().open(name), this,
                           [this](const Result<void, node::WalletProblem>& opened) {
                               if (!opened) showNotice(walletProblemWords(opened.error()));
                           });
        });
    }
    menu->addSeparator();
    if (status->isOpen) {
        connect(menu->addAction(tr("Close %1").arg(walletTitle(status->name))), &QAction::triggered, this,
                [this, name = status->name] { closeWallet(name); });
    }
    using From = NewWalletDialog::From;
    connect(menu->addAction(tr("Create a wallet…")), &QAction::triggered, this,
            [this] { (new NewWalletDialog(m_node, From::FreshWords, this))->open(); });
    connect(menu->addAction(tr("Restore a wallet…")), &QAction::triggered, this,
            [this] { (new NewWalletDialog(m_node, From::OldWords, this))->open(); });
    menu->popup(place);
}

/// No start opens it again by itself.
void MainWindow::closeWallet(const QString& name) {
    node::onResult(m_node.wallet().closeNamed(name, false), this,
                   [this](const Result<bool, node::WalletProblem>& closed) {
                       if (!closed) showNotice(walletProblemWords(closed.error()));
                   });
}

void MainWindow::followStatusItem(StatusBar::Item item) {
    switch (item) {
    case StatusBar::Item::Sync:
        return openPage(PageId::Network);
    case StatusBar::Item::Mempool:
        return openPage(PageId::Explorer);
    case StatusBar::Item::LastBlock:
        return openHeight(m_node.chain().status()->tip.height);
    case StatusBar::Item::Api:
        return openPage(PageId::Api);
    case StatusBar::Item::Unit:
        return openPage(PageId::Settings);
    }
}

// --- Navigator

void MainWindow::open(const PageLink& link) {
    const int index = indexOf(pageOf(link));
    setCurrentPage(index);
    page(index)->follow(link);
}

void MainWindow::showNotice(const QString& sentence) {
    showToast(sentence);
}

// --- what is kept

QString MainWindow::place() const {
    const PageRow& row = m_pages[currentPage()];
    return QStringLiteral("%1/%2").arg(row.name).arg(currentTab());
}

void MainWindow::openPlace(const QString& place) {
    const QString name = place.section(QLatin1Char('/'), 0, 0);
    const auto row = std::ranges::find(m_pages, name, &PageRow::name);
    if (row == m_pages.end()) return;
    const auto index = static_cast<int>(row - m_pages.begin());
    bool isNumber = false;
    const int tab = place.section(QLatin1Char('/'), 1).toInt(&isNumber);
    openAt(index, isNumber ? tab : -1);
}

/// The wallet that was opened last is the one that a start opens.
void MainWindow::keepWallet(const QString& name) {
    const QString before = std::exchange(m_wallet, name);
    const QString key = QStringLiteral("wallet");
    if (before == name || (before.isEmpty() && m_node.settings().text(key) == name)) return;
    (void)m_node.changeSetting(key, name);
}

} // namespace gui

#include "moc_MainWindow.cpp"
