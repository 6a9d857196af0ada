#include "GuiTest.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/MainWindow.h"
#include "gui/SyncState.h"
#include "gui/frame/Header.h"
#include "gui/frame/Page.h"
#include "gui/frame/StatusBar.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QDialog>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>

namespace {

/// The classes of all windows that are shown while it lives.
class ShownWindows : public QObject {
public:
    ShownWindows() { qApp->installEventFilter(this); }
    QStringList names;

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::Show && object->isWidgetType() &&
            static_cast<QWidget*>(object)->isWindow())
            names << QString::fromLatin1(object->metaObject()->className());
        return false;
    }
};

} // namespace

class MainWindowTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() { failOnWarnings(); }
    void namesTheNetwork();
    void switchesMining();
    void saysWhoFoundTheLastBlock();
    void keysOpenPages();
    void goesToAHeight();
    void makesItsPagesBeforeTheyAreNeeded();
    void aloneIsNotInStep();
    void judgesByPeersOnly_data();
    void judgesByPeersOnly();
    void aFailedDiskIsSeenOnEveryPage();
    void remembersThatAmountsAreHidden();
    void opensWhereItWasLeft();
    void tellsWhereItIs();
    void aStartOpensTheWalletOfTheEnd();
    void leadsToThingsOnPages();
};

void MainWindowTest::namesTheNetwork() {
    test::MemoryNode node;
    QVERIFY(node.start());
    const gui::MainWindow window(*node);
    QVERIFY(window.title().startsWith(QStringLiteral("Cairn — regtest (")));
    QCOMPARE(window.title().count(QStringLiteral(" · ")), 2);
    QCOMPARE(gui::format().unit(), QStringLiteral("REGT"));
}

void MainWindowTest::switchesMining() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.show();
    QTest::mouseClick(window.header()->miningSwitch(), Qt::LeftButton);
    QTRY_VERIFY(node->mining().status()->enabled);
    QTRY_VERIFY(node->mining().status()->working);
    QTest::mouseClick(window.header()->miningSwitch(), Qt::LeftButton);
    QTRY_VERIFY(!node->mining().status()->enabled);
}

void MainWindowTest::saysWhoFoundTheLastBlock() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.show();
    using Item = gui::StatusBar::Item;
    QTRY_COMPARE(window.statusBar()->itemText(Item::LastBlock), QStringLiteral("No block yet"));
    QVERIFY(node.mine(1));
    QTRY_VERIFY(window.statusBar()->itemText(Item::LastBlock).endsWith(QStringLiteral("by you")));
    QVERIFY(node.mine(1, util::Bytes{0x51}));
    QTRY_VERIFY(!window.statusBar()->itemText(Item::LastBlock).endsWith(QStringLiteral("by you")));
}

void MainWindowTest::keysOpenPages() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.currentPage(), static_cast<int>(gui::PageId::Mining));
    QTest::keyClick(&window, Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(window.currentPage(), static_cast<int>(gui::PageId::Wallet));
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.currentPage(), static_cast<int>(gui::PageId::Mining));
}

void MainWindowTest::goesToAHeight() {
    test::MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(2));
    gui::MainWindow window(*node);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_G, Qt::ControlModifier);
    auto* dialog = window.findChild<QDialog*>(QStringLiteral("heightDialog"));
    QVERIFY(dialog);
    auto* edit = dialog->findChild<QLineEdit*>();
    QTRY_VERIFY(edit->hasFocus());
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget()->objectName(),
             QStringLiteral("cancelButton")); // the buttons come after the fields
    for (const char* wrong : {"3", "-1", "two"}) {
        edit->setText(QLatin1String(wrong));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QCOMPARE(window.currentPage(), static_cast<int>(gui::PageId::Home));
    }
    edit->setText(QStringLiteral("2"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(window.currentPage(), static_cast<int>(gui::PageId::Explorer));
}

void MainWindowTest::makesItsPagesBeforeTheyAreNeeded() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    QCOMPARE(window.findChildren<gui::Page*>().size(), 0); // the window comes first
    ShownWindows shown;
    window.show();
    QTRY_COMPARE(window.findChildren<gui::Page*>().size(), static_cast<int>(gui::PageId::Help) + 1);
    QCOMPARE(window.currentPage(), 0);
    QVERIFY(window.page(0)->isVisible());
    for (int page = 0; page <= static_cast<int>(gui::PageId::Help); ++page) {
        window.setCurrentPage(page);
        QVERIFY(window.page(page)->isVisible());
    }
    // A part that is shown before it has a parent flickers as a window of its own.
    QCOMPARE(shown.names, QStringList{QStringLiteral("gui::MainWindow")});
}

void MainWindowTest::aloneIsNotInStep() {
    test::MemoryNode node;
    QVERIFY(node.start());
    const gui::MainWindow window(*node);
    QVERIFY(window.statusBar()->itemText(gui::StatusBar::Item::Sync).startsWith(QStringLiteral("Alone")));
}

void MainWindowTest::judgesByPeersOnly_data() {
    using Kind = gui::SyncState::Kind;
    using State = net::PeerState;
    QTest::addColumn<QList<int>>("peers");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QList<State>& states, Kind kind) {
        QList<int> numbers;
        for (const State state : states)
            numbers << static_cast<int>(state);
        QTest::newRow(name) << numbers << static_cast<int>(kind);
    };
    row("no peers", {}, Kind::Alone);
    row("nobody answers", {State::Unreachable, State::Connecting}, Kind::Quiet);
    row("same tip", {State::InStep, State::Behind}, Kind::InStep);
    row("one has more work", {State::InStep, State::CatchingUp}, Kind::CatchingUp);
    row("another branch", {State::OtherBranch}, Kind::OtherBranch);
    row("another network", {State::WrongNetwork, State::Unreachable}, Kind::WrongNetwork);
    row("only myself", {State::Self}, Kind::Alone);
    row("one says nothing", {State::Quiet}, Kind::Quiet);
    row("still looking at its headers", {State::Checking}, Kind::InStep);
    row("one is held back", {State::InStep, State::Held}, Kind::Held);
    row("one clock differs", {State::ClockDiffers, State::InStep}, Kind::InStep);
    row("all clocks differ", {State::ClockDiffers, State::Unreachable}, Kind::ClockDiffers);
}

void MainWindowTest::judgesByPeersOnly() {
    QFETCH(QList<int>, peers);
    QFETCH(int, kind);
    std::vector<net::PeerInfo> list;
    for (const int state : peers) {
        list.emplace_back();
        list.back().state = static_cast<net::PeerState>(state);
    }
    node::ChainStatus status;
    status.tipTime = 1; // very old: it says nothing
    QCOMPARE(static_cast<int>(gui::judgeSync(list, status).kind), kind);
}

void MainWindowTest::aFailedDiskIsSeenOnEveryPage() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.show();
    const auto visibleErrors = [&window] {
        int count = 0;
        for (const gui::Banner* banner : window.findChildren<gui::Banner*>())
            count += banner->isVisible() ? 1 : 0;
        return count;
    };
    QCOMPARE(visibleErrors(), 0);
    emit node->stopped(node::DiskProblem::Full);
    for (int page = 0; window.page(page); ++page) {
        window.setCurrentPage(page);
        QVERIFY(visibleErrors() >= 1);
    }
}

void MainWindowTest::remembersThatAmountsAreHidden() {
    test::MemoryNode node;
    QVERIFY(node.start());
    const gui::MainWindow window(*node);
    gui::format().setAmountsHidden(true);
    QVERIFY(node->settings().flag(QStringLiteral("hide_amounts")));
    QVERIFY(node->changeSetting(QStringLiteral("hide_amounts"), QStringLiteral("off")));
    QVERIFY(!gui::format().amountsHidden());
}

void MainWindowTest::opensWhereItWasLeft() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.openPlace(QStringLiteral("wallet/2"));
    window.show();
    QTRY_COMPARE(window.currentPage(), static_cast<int>(gui::PageId::Wallet));
    QCOMPARE(window.page(window.currentPage())->tab(), 2);
    QCOMPARE(window.place(), QStringLiteral("wallet/2"));
    // From another version, or another hand.
    for (const char* wrong : {"", "nonsense", "nonsense/1", "wallet/99", "wallet/-1", "wallet/x"}) {
        gui::MainWindow other(*node);
        other.openPlace(QLatin1String(wrong));
        other.show();
        QTRY_VERIFY(other.page(other.currentPage())->isVisible());
        QVERIFY(other.place() == QStringLiteral("home/-1") || other.place() == QStringLiteral("wallet/0"));
    }
}

void MainWindowTest::tellsWhereItIs() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.show();
    QSignalSpy moved(&window, &gui::MainWindow::placeChanged);
    window.openPage(gui::PageId::Network);
    QVERIFY(moved.count() >= 1);
    QCOMPARE(window.place(), QStringLiteral("network/0"));
    moved.clear();
    window.page(window.currentPage())->setTab(1);
    QVERIFY(moved.count() >= 1);
    QCOMPARE(window.place(), QStringLiteral("network/1"));
}

void MainWindowTest::aStartOpensTheWalletOfTheEnd() {
    test::MemoryNode node;
    QVERIFY(node.start());
    gui::MainWindow window(*node);
    window.show();
    const QString key = QStringLiteral("wallet");
    QCOMPARE(node->settings().text(key), QStringLiteral("default"));
    QVERIFY(test::MemoryNode::answer(node->wallet().create(QStringLiteral("savings"), {}, {}, {}, false)));
    QTRY_COMPARE(node->settings().text(key), QStringLiteral("savings"));
    const QSettings kept(node->paths().settings(), QSettings::IniFormat);
    QCOMPARE(kept.value(key).toString(), QStringLiteral("savings"));
    QVERIFY(test::MemoryNode::answer(node->wallet().open(QStringLiteral("default"))));
    QTRY_COMPARE(node->settings().text(key), QStringLiteral("default"));
}

void MainWindowTest::leadsToThingsOnPages() {
    test::MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(1));
    gui::MainWindow window(*node);
    window.show();
    const auto pageOf = [&window] { return window.place().section(QLatin1Char('/'), 0, 0); };
    const QVector<std::pair<gui::PageLink, QString>> links{
        {gui::PageId::Api, QStringLiteral("api")},
        {gui::ActivityLink{}, QStringLiteral("wallet")},
        {gui::SendLink{}, QStringLiteral("wallet")},
        {gui::HeightLink{1}, QStringLiteral("explorer")},
        {gui::SearchLink{QStringLiteral("1")}, QStringLiteral("explorer")},
        {gui::SettingLink{QStringLiteral("theme")}, QStringLiteral("settings")},
        {gui::TermLink{QStringLiteral("nonce")}, QStringLiteral("help")}};
    for (const auto& [link, page] : links) {
        window.open(link);
        QCOMPARE(pageOf(), page);
    }
    window.openSend();
    QCOMPARE(window.place(), QStringLiteral("wallet/1"));
}

CAIRN_GUI_TEST(MainWindowTest)
#include "MainWindowTest.moc"
