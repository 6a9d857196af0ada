#include "FakeNavigator.h"
#include "GuiTest.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "gui/mining/FoundBlocks.h"
#include "gui/mining/HeaderBytes.h"
#include "gui/mining/MiningPage.h"
#include "gui/mining/TableTwin.h"
#include "gui/mining/TemplateStrip.h"
#include "gui/mining/ThisBlockCard.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/SegmentedControl.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QSignalSpy>

#include <algorithm>

class MiningPageTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() { failOnWarnings(); }
    void theButtonStartsAndStops();
    void listsBlocksFound();
    void keepsTheMode();
    void asksForOneBlock();
    void everyPictureHasItsTable();
    void showsThePaymentsInFeeOrder();
    void showsLimitsWithoutSettingThem();
    void changesTheLimits();
    void saysWhyItRests();
    void switchesAtOnce();
};

void MiningPageTest::theButtonStartsAndStops() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    gui::Button* start = buttonNamed(page, QStringLiteral("Start mining"));
    QVERIFY(start);
    start->click();
    QTRY_VERIFY(node->mining().status()->enabled);
    QTRY_COMPARE(start->text(), QStringLiteral("Stop mining"));
    start->click();
    QTRY_VERIFY(!node->mining().status()->enabled);
}

void MiningPageTest::listsBlocksFound() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.resize(1200, 800);
    page.show();
    QVERIFY(node.mine(2));
    auto* found = page.findChild<gui::FoundBlocksModel*>();
    QVERIFY(found);
    QTRY_COMPARE(found->rowCount(), 2);
    // How many there are is known before what they say.
    QTRY_COMPARE(found->index(0, gui::FoundBlocksModel::Height).data().toString(), QStringLiteral("2"));
    QTRY_COMPARE(found->index(0, gui::FoundBlocksModel::State).data().toString(),
                 QStringLiteral("matures in 99"));
}

void MiningPageTest::keepsTheMode() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    page.findChild<gui::SegmentedControl*>()->setCurrentIndex(1);
    QTRY_COMPARE(node->settings().text(QStringLiteral("mining_mode")), QStringLiteral("when-waiting"));
    QTRY_VERIFY(node->mining().status()->mode == mining::MiningMode::WhenWaiting);
}

void MiningPageTest::asksForOneBlock() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    QSignalSpy asked(&page, &gui::MiningPage::oneBlockRequested);
    buttonNamed(page, QStringLiteral("Mine one block now"))->click();
    QCOMPARE(asked.size(), 1);
}

void MiningPageTest::everyPictureHasItsTable() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.resize(1200, 800);
    page.show();
    QVERIFY(node.mine(1));
    auto* header = page.findChild<gui::HeaderBytes*>();
    QVERIFY(header);
    QTRY_COMPARE(header->tableModel()->rowCount(), 6);
    QCOMPARE(header->tableModel()->index(0, 0).data().toString(), QStringLiteral("00000020"));
    QCOMPARE(header->tableModel()->index(1, 0).data().toString().size(), 64); // whole, not shortened
    // Tables are made when they are asked for.
    for (gui::PictureWithTable* both : page.findChildren<gui::PictureWithTable*>())
        both->table();
    for (gui::TableTwin* both : page.findChildren<gui::TableTwin*>()) {
        QVERIFY(both->findChildren<gui::DataTable*>().isEmpty());
        both->toggle()->click();
        both->toggle()->click();
    }
    for (gui::Picture* picture : page.findChildren<gui::Picture*>()) {
        QVERIFY(!picture->accessibleName().isEmpty());
        const auto twins = page.findChildren<gui::DataTable*>();
        QVERIFY2(
            std::ranges::any_of(
                twins, [&](const gui::DataTable* table) { return table->model() == picture->tableModel(); }),
            picture->metaObject()->className());
    }
    auto* card = page.findChild<gui::ThisBlockCard*>();
    auto* twin = card->findChild<gui::TableTwin*>();
    const auto tables = twin->findChildren<gui::DataTable*>();
    QCOMPARE(tables.size(), 3);
    QVERIFY(!twin->showsTables() && header->isVisible() && !tables[0]->isVisible());
    twin->toggle()->click();
    QVERIFY(twin->showsTables() && !header->isVisible() && tables[0]->isVisible() && tables[2]->isVisible());
    QCOMPARE(twin->toggle()->text(), QStringLiteral("as picture"));
    twin->toggle()->click();
    QVERIFY(header->isVisible());
}

void MiningPageTest::showsThePaymentsInFeeOrder() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.resize(1200, 800);
    page.show();
    QVERIFY(node.mine(103));
    QStringList expected;
    util::Bytes somebody{0x00, 0x14};
    somebody.resize(22, 0x77);
    for (const std::int64_t fee : {20'000, 90'000, 50'000}) {
        wallet::PaymentRequest request;
        request.recipients.push_back({somebody, primitives::Amount(1'000'000)});
        request.feePerKvB = fee;
        const auto paid = test::MemoryNode::answer(node->wallet().pay(request, {}));
        QVERIFY(paid);
        expected << QString::fromStdString(paid->transaction->txid().toHex());
    }
    auto* strip = page.findChild<gui::TemplateStrip*>();
    QVERIFY(strip);
    QTRY_COMPARE(strip->itemCount(), 4);
    const QAbstractItemModel* table = strip->tableModel();
    QCOMPARE(table->index(0, 0).data().toString(), QStringLiteral("the reward"));
    QCOMPARE(table->index(1, 0).data().toString(), expected[1]);
    QCOMPARE(table->index(2, 0).data().toString(), expected[2]);
    QCOMPARE(table->index(3, 0).data().toString(), expected[0]);
    for (int i = 1; i < 4; ++i)
        QVERIFY(strip->itemRect(i).left() >= strip->itemRect(i - 1).right());
    QVERIFY(strip->itemRect(3).right() <= strip->width() + 0.5);
    QSignalSpy opened(page.findChild<gui::ThisBlockCard*>(), &gui::ThisBlockCard::paymentOpened);
    QTest::mouseClick(strip, Qt::LeftButton, {}, strip->itemRect(2).center().toPoint());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(QString::fromStdString(opened[0][0].value<primitives::TxId>().toHex()), expected[2]);
}

void MiningPageTest::showsLimitsWithoutSettingThem() {
    test::MemoryNode node;
    QVERIFY(node.start());
    node->mining().change({.enabled = {}, .threads = 2, .mode = {}});
    QTRY_COMPARE(node->mining().status()->threads, 2);
    const QString before = node->settings().text(QStringLiteral("mining_threads"));
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    QTest::qWait(50);
    QCOMPARE(node->mining().status()->threads, 2);
    QCOMPARE(node->settings().text(QStringLiteral("mining_threads")), before);
}

void MiningPageTest::changesTheLimits() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    const auto choose = [&](const char* setting, int value) {
        auto* box = page.findChild<QComboBox*>(QLatin1String(setting));
        box->setCurrentIndex(box->findData(value));
        emit box->activated(box->currentIndex());
    };
    choose("mining_percent", 25);
    choose("mining_pause_on_battery", 1);
    choose("mining_idle_minutes", 5);
    QTRY_VERIFY((node->mining().status()->limits == node::MiningLimits{25, true, 5}));
    QCOMPARE(node->settings().text(QStringLiteral("mining_percent")), QStringLiteral("25"));
    QCOMPARE(node->settings().text(QStringLiteral("mining_pause_on_battery")), QStringLiteral("on"));
    QCOMPARE(node->settings().text(QStringLiteral("mining_idle_minutes")), QStringLiteral("5"));
    // What was set elsewhere is shown, though it is none of the usual values.
    node->mining().change({.enabled = {}, .threads = {}, .mode = {}, .percent = 33});
    QTRY_COMPARE(page.findChild<QComboBox*>(QStringLiteral("mining_percent"))->currentData().toInt(), 33);
}

void MiningPageTest::saysWhyItRests() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    node->mining().change({.enabled = true, .threads = {}, .mode = {}, .idleMinutes = 5});
    node->mining().noteInput();
    const auto says = [&](const QString& words) {
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    };
    QTRY_VERIFY(says(QStringLiteral("Paused: you are using Cairn.")));
    node->mining().change(
        {.enabled = {}, .threads = {}, .mode = mining::MiningMode::WhenWaiting, .idleMinutes = 0});
    QTRY_VERIFY(says(QStringLiteral("Nothing is waiting; mining starts with the next payment.")));
    node->mining().change({.enabled = false, .threads = {}, .mode = {}});
    QTRY_VERIFY(!says(QStringLiteral("Nothing is waiting")));
}

// From the click to threads that run, and back; printed, as computers differ.
void MiningPageTest::switchesAtOnce() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    auto* button = buttonNamed(page, QStringLiteral("Start mining"));
    QVERIFY(button);
    QElapsedTimer timer;
    const auto click = [&](bool runs) {
        timer.start();
        button->click();
        if (!QTest::qWaitFor([&] { return node->mining().status()->statistics.running == runs; },
                             test::MemoryNode::kTimeoutMs))
            return -1LL;
        return static_cast<long long>(timer.elapsed());
    };
    for (int i = 0; i < 5; ++i) {
        const long long on = click(true);
        const QString other = QStringLiteral("Stop mining");
        QTRY_COMPARE(button->text(), other);
        const long long off = click(false);
        qInfo("on %lld ms, off %lld ms", on, off);
        QVERIFY(on >= 0 && off >= 0);
        QTRY_COMPARE(button->text(), QStringLiteral("Start mining"));
    }
}

CAIRN_GUI_TEST(MiningPageTest)
#include "MiningPageTest.moc"
