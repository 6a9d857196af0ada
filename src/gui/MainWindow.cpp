#include "gui/MainWindow.h"

#include "gui/Appearance.h"
#include "gui/AutoLock.h"
#include "gui/Format.h"
#include "gui/NetworkWords.h"
#include "gui/SyncState.h"
#include "gui/api/ApiPage.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/dialogs/NewWalletDialog.h"
#include "gui/dialogs/SpendDialog.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/explorer/ExplorerPage.h"
#include "gui/frame/Header.h"
#include "gui/frame/Page.h"
#include "gui/home/HomePage.h"
#include "gui/mining/MiningPage.h"
#include "gui/mining/MiningWords.h"
#include "gui/network/NetworkPage.h"
#include "gui/settings/SettingsPage.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SearchField.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QUrl>

namespace gui {

namespace {

constexpr int kClockMs = 1'000;
constexpr int kMineOneTimeoutMs = 600'000;

int indexOf(PageId page) {
    return static_cast<int>(page);
}

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
    connectHeader();
    connectNode();
    statusBar()->setItem(StatusBar::Item::Unit, format().unit(), tr("The unit of amounts on this network"));
    m_clockTimer.setInterval(kClockMs);
    connect(&m_clockTimer, &QTimer::timeout, this, &MainWindow::showLastBlock);
    m_clockTimer.start();
    m_autoLock->setMinutes(static_cast<int>(node.settings().number(QStringLiteral("auto_lock_minutes"))));
    showChain();
    showMining();
    showWallet();
    showSync();
    showApi();
    askLastBlock();
}

MainWindow::~MainWindow() = default;

// --- parts

void MainWindow::addPages() { // in the order of PageId
    addPage(HomePage::tr("Home"), QStringLiteral("home"), [this] { return new HomePage(m_node, *this); });
    addPage(WalletPage::tr("Wallet"), QStringLiteral("wallet"),
            [this] { return new WalletPage(m_node, *this); });
    addPage(ExplorerPage::tr("Explorer"), QStringLiteral("explorer"),
            [this] { return new ExplorerPage(m_node, *this); });
    addPage(MiningPage::tr("Mining"), QStringLiteral("mining"), [this] {
        auto* mining = new MiningPage(m_node, *this);
        connect(mining, &MiningPage::oneBlockRequested, this, &MainWindow::mineOneBlock);
        return mining;
    });
    addPage(NetworkPage::tr("Network"), QStringLiteral("network"),
            [this] { return new NetworkPage(m_node, *this); });
    addPage(ApiPage::tr("API"), QStringLiteral("api"), [this] { return new ApiPage(m_node, *this); });
    addPage(
        SettingsPage::tr("Settings"), QStringLiteral("settings"),
        [this] { return new SettingsPage(m_node, *this); }, true);
}

WalletPage* MainWindow::wallet() {
    return static_cast<WalletPage*>(page(indexOf(PageId::Wallet)));
}

ExplorerPage* MainWindow::explorer() {
    return static_cast<ExplorerPage*>(page(indexOf(PageId::Explorer)));
}

void MainWindow::addKeys() {
    const auto bind = [this](const QKeySequence& keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { openSend(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_R), [this] { openReceive(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_M), [this] { toggleMining(!m_node.miningStatus()->enabled); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_B), [this] { mineOneBlock(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_L), [this] { toggleLock(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { openPage(PageId::Settings); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_G), [this] { askHeight(); });
    bind(QKeySequence(Qt::Key_F11), [this] { toggleFullScreen(); });
}

void MainWindow::connectNode() {
    connect(&m_node, &node::Node::chainStatusChanged, this, [this] {
        showChain();
        showSync();
    });
    connect(&m_node, &node::Node::tipChanged, this, [this] { askLastBlock(); });
    connect(&m_node, &node::Node::mempoolChanged, this, &MainWindow::showChain);
    connect(&m_node, &node::Node::miningChanged, this, &MainWindow::showMining);
    connect(&m_node, &node::Node::walletChanged, this, &MainWindow::showWallet);
    connect(&m_node, &node::Node::peersChanged, this, &MainWindow::showSync);
    connect(&m_node, &node::Node::apiChanged, this, &MainWindow::showApi);
    connect(&m_node, &node::Node::settingChanged, this, &MainWindow::applySetting);
    connect(&m_node, &node::Node::stopped, this, &MainWindow::showDiskFailure);
    connect(&m_node, &node::Node::spendAsked, this, [this](quint64 question, const QString& payment) {
        (new SpendDialog(m_node, question, payment, this))->open();
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
        openPage(PageId::Explorer);
        explorer()->showSearch(text.trimmed());
        header()->search()->clear();
        page(currentPage())->setFocus();
    });
    connect(header()->search(), &SearchField::escaped, this, [this] {
        if (Page* current = page(currentPage())) current->setFocus();
    });
    connect(statusBar(), &StatusBar::itemClicked, this, &MainWindow::followStatusItem);
    connect(m_autoLock, &AutoLock::inUse, this, [this] { m_node.noteInput(); });
    connect(m_autoLock, &AutoLock::timeIsUp, this, [this] {
        const auto wallet = m_node.walletStatus();
        if (wallet->encrypted && !wallet->locked) toggleLock();
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

void MainWindow::showChain() {
    header()->setHeight(m_node.chainStatus()->tip.height);
    const auto waiting = m_node.mempool();
    const int count = static_cast<int>(waiting->items.size());
    statusBar()->setItem(StatusBar::Item::Mempool,
                         count == 0 ? tr("Nothing is waiting") : tr("%n payment(s) waiting", nullptr, count),
                         tr("%1 of payments wait for a block").arg(Format::size(waiting->bytes)));
}

void MainWindow::showMining() {
    const auto status = m_node.miningStatus();
    if (status->working)
        header()->setMining(status->enabled, status->statistics.hashesPerSecond);
    else
        header()->setMining(status->enabled, 0, miningPauseWords(status->pause));
}

void MainWindow::showWallet() {
    const auto status = m_node.walletStatus();
    if (!status->isOpen) {
        header()->setNoWallet();
        header()->setLockable(false);
        return;
    }
    header()->setWallet(walletTitle(status->name), status->balance.total());
    header()->setLockable(status->encrypted);
    header()->setLocked(status->locked);
}

void MainWindow::showSync() {
    const SyncState state = judgeSync(*m_node.peers(), *m_node.chainStatus());
    statusBar()->setSync(state.look, state.words, state.rest);
}

void MainWindow::showApi() {
    const QUrl url(m_node.apiEndpoints().api);
    statusBar()->setItem(StatusBar::Item::Api,
                         url.isEmpty() ? tr("API off") : tr("API on %1").arg(url.authority()),
                         tr("Where programs on this computer reach the node"));
}

void MainWindow::askLastBlock() {
    const quint64 asked = ++m_askedTip;
    const auto rows = m_node.query([](explorer::ExplorerQueries& queries) { return queries.blocks(-1, 1); });
    node::onResult(rows, this, [this, asked](const auto& answer) {
        if (asked != m_askedTip || !answer || answer->empty()) return;
        m_tipTime = answer->front().height == 0 ? 0 : answer->front().time;
        m_tipIsOwn = m_node.ownScripts()->contains(answer->front().minerScript);
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

void MainWindow::showDiskFailure(const QString& reason) {
    m_failure->setSentence(
        tr("<bad>The disk failed, so Cairn stopped taking blocks.</bad> %1 Your keys are safe. Free some "
           "space or check the disk, then start Cairn again.")
            .arg(reason.toHtmlEscaped()));
    m_failure->show();
}

// --- what is done

void MainWindow::toggleMining(bool on) {
    m_node.setMining({.enabled = on, .threads = {}, .mode = {}});
    header()->setMining(on, 0);
}

void MainWindow::mineOneBlock() {
    if (m_job != 0) return showNotice(tr("A block is being mined already."));
    const node::Node::MineJob job = m_node.mineOne({}, kMineOneTimeoutMs);
    m_job = job.id;
    showNotice(tr("Mining one block…"));
    node::onResult(job.result, this, [this](const node::MinedBlock& block) {
        m_job = 0;
        if (block.found) return showNotice(tr("Block %1 is yours.").arg(Format::count(block.height)));
        showNotice(block.problem.isEmpty() ? tr("No block yet; mining goes on until one is found.")
                                           : block.problem);
    });
}

void MainWindow::toggleLock() {
    const auto status = m_node.walletStatus();
    if (!status->isOpen) return showNotice(tr("No wallet is open."));
    if (!status->encrypted) return showNotice(tr("This wallet has no passphrase, so it cannot be locked."));
    if (status->locked) return (new UnlockDialog(m_node, this))->open();
    const auto locked = m_node.withWallet(
        [](wallet::Wallet& wallet, std::int32_t) {
            wallet.lock();
            return true;
        },
        true);
    node::onResult(locked, this, [this](std::optional<bool>) { showNotice(tr("The wallet is locked.")); });
}

void MainWindow::toggleFullScreen() {
    QWidget* top = window();
    top->setWindowState(top->windowState() ^ Qt::WindowFullScreen);
}

void MainWindow::askHeight() {
    const std::int32_t newest = m_node.chainStatus()->tip.height;
    auto* dialog = new FormDialog(
        tr("Go to a block"), tr("The newest one is block %1.").arg(Format::count(newest)), tr("Go"), this);
    dialog->setObjectName(QStringLiteral("heightDialog"));
    QLineEdit* edit = dialog->addField(tr("&Height"));
    connect(dialog, &FormDialog::submitted, this, [this, dialog, edit] {
        QString typed = edit->text();
        typed.removeIf([](QChar letter) { return letter.isSpace(); });
        bool isNumber = false;
        const int height = typed.toInt(&isNumber);
        const std::int32_t last = m_node.chainStatus()->tip.height;
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
    for (const QString& name : node::knownNetworks(root)) {
        QAction* action = menu->addAction(name == current ? name : tr("Change to %1").arg(name));
        action->setCheckable(true);
        action->setChecked(name == current);
        action->setEnabled(name != current);
        connect(action, &QAction::triggered, this, [this, name] {
            FirstStart start;
            start.network = name;
            emit networkChosen(start);
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Join a network…")), &QAction::triggered, this,
            [this] { emit networkChangeRequested(1); });
    connect(menu->addAction(tr("Create a network…")), &QAction::triggered, this,
            [this] { emit networkChangeRequested(2); });
    menu->popup(place);
}

void MainWindow::openWalletMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto status = m_node.walletStatus();
    for (const QString& name : m_node.walletNames()) {
        const bool isOpen = status->isOpen && name == status->name;
        QAction* action = menu->addAction(walletTitle(name));
        action->setCheckable(true);
        action->setChecked(isOpen);
        connect(action, &QAction::triggered, this, [this, name, isOpen] {
            if (isOpen) return openPage(PageId::Wallet);
            node::onResult(m_node.openWallet(name), this, [this](const Result<void, QString>& opened) {
                if (!opened) showNotice(opened.error());
            });
        });
    }
    menu->addSeparator();
    using From = NewWalletDialog::From;
    connect(menu->addAction(tr("Create a wallet…")), &QAction::triggered, this,
            [this] { (new NewWalletDialog(m_node, From::FreshWords, this))->open(); });
    connect(menu->addAction(tr("Restore a wallet…")), &QAction::triggered, this,
            [this] { (new NewWalletDialog(m_node, From::OldWords, this))->open(); });
    menu->popup(place);
}

void MainWindow::followStatusItem(StatusBar::Item item) {
    switch (item) {
    case StatusBar::Item::Sync:
        return openPage(PageId::Network);
    case StatusBar::Item::Mempool:
        return openPage(PageId::Explorer);
    case StatusBar::Item::LastBlock:
        return openHeight(m_node.chainStatus()->tip.height);
    case StatusBar::Item::Api:
        return openPage(PageId::Api);
    case StatusBar::Item::Unit:
        return openPage(PageId::Settings);
    }
}

// --- Navigator

void MainWindow::openPage(PageId page) {
    setCurrentPage(indexOf(page));
}

void MainWindow::openActivity() {
    openPage(PageId::Wallet);
    wallet()->showActivity();
}

void MainWindow::openSend(const QString& address) {
    openPage(PageId::Wallet);
    wallet()->showSend(address);
}

void MainWindow::openReceive() {
    openPage(PageId::Wallet);
    wallet()->showReceive();
}

void MainWindow::openBlock(const primitives::BlockHash& hash) {
    openPage(PageId::Explorer);
    explorer()->showBlock(hash);
}

void MainWindow::openHeight(std::int32_t height) {
    openPage(PageId::Explorer);
    explorer()->showHeight(height);
}

void MainWindow::openTransaction(const primitives::TxId& txid) {
    openPage(PageId::Explorer);
    explorer()->showTransaction(txid);
}

void MainWindow::openAddress(const QString& address) {
    openPage(PageId::Explorer);
    explorer()->showAddress(address);
}

void MainWindow::showNotice(const QString& sentence) {
    showToast(sentence);
}

// Within the Explorer, Alt+Left and Alt+Right walk what was looked at there first, then the pages.
void MainWindow::goBack() {
    if (currentPage() == indexOf(PageId::Explorer) && explorer()->canGoBack()) return explorer()->goBack();
    FrameWindow::goBack();
}

void MainWindow::goForward() {
    if (currentPage() == indexOf(PageId::Explorer) && explorer()->canGoForward())
        return explorer()->goForward();
    FrameWindow::goForward();
}

} // namespace gui
