#include "EventCounter.h"
#include "EveryView.h"
#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/frame/Chips.h"
#include "gui/frame/Seen.h"
#include "gui/frame/StatusBar.h"
#include "gui/theme/Theme.h"

#include <QDateTime>
#include <QSignalSpy>

#include <ctime>

namespace {

constexpr int kLookMs = 1'000;
constexpr double kMostOfACore =
    0.25; // generous: other programs run beside this test; a window that spins takes all

/// Seconds of processor time of this whole process.
double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

/// A window in which nothing happens does nothing.
class StillnessTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void init() { failOnWarnings(); }
    void everyPageRests_data();
    void everyPageRests();
    void aMinimisedWindowHearsNothing();
    void aHiddenWindowHearsNothing();
    void clocksStopOutOfSight();

private:
    std::unique_ptr<gui::MainWindow> open();
    /// Waits until every page is made, in all its parts, and nothing was laid out for so long.
    bool isQuiet(gui::MainWindow& window, int quietMs = 500);

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<test::EventCounter> m_counter;
    std::unique_ptr<gui::MainWindow> m_window; ///< that is walked through, page by page
};

void StillnessTest::cleanupTestCase() {
    m_window.reset();
    m_node.reset();
}

void StillnessTest::initTestCase() {
    (void)gui::theme();
    m_counter = std::make_unique<test::EventCounter>();
    m_node = std::make_unique<test::MemoryNode>();
    QVERIFY(m_node->start());
    // Blocks of the day before yesterday: their ages do not change while the test looks.
    (*m_node)->setMockTime(QDateTime::currentSecsSinceEpoch() - 60 * 60 * 60);
    QVERIFY(m_node->mine(3));
    (*m_node)->setMockTime(0);
}

std::unique_ptr<gui::MainWindow> StillnessTest::open() {
    auto window = std::make_unique<gui::MainWindow>(**m_node);
    window->resize(1280, 800);
    window->show();
    return window;
}

bool StillnessTest::isQuiet(gui::MainWindow& window, int quietMs) {
    return QTest::qWaitFor([&window] { return window.isPrepared(); }, 30'000) &&
           test::settle(*m_counter, quietMs, 30'000);
}

void StillnessTest::everyPageRests_data() {
    QTest::addColumn<QString>("name");
    m_window = open();
    for (const test::View& view : test::everyPage(*m_window, *m_node))
        QTest::newRow(qPrintable(view.name)) << view.name;
}

void StillnessTest::everyPageRests() {
    QFETCH(QString, name);
    for (const test::View& view : test::everyPage(*m_window, *m_node)) {
        if (view.name != name) continue;
        view.open();
        QVERIFY2(isQuiet(*m_window, kLookMs + 100), qPrintable(m_counter->words()));
        m_counter->clear();
        const double before = processorSeconds();
        QTest::qWait(kLookMs);
        const double share = (processorSeconds() - before) * 1000 / kLookMs;
        QVERIFY2(m_counter->layouts() == 0, qPrintable(m_counter->words()));
        QVERIFY2(m_counter->paints() == 0, qPrintable(m_counter->words()));
        qInfo("%s at rest: %.1f %% of a core", qPrintable(name), share * 100);
        QVERIFY2(share < kMostOfACore, qPrintable(QString::number(share)));
        return;
    }
    QFAIL("There is no such page.");
}

void StillnessTest::aMinimisedWindowHearsNothing() {
    m_window.reset();
    const auto window = open();
    QVERIFY(isQuiet(*window));
    window->showMinimized();
    QVERIFY(window->isMinimized());
    QTest::qWait(50);
    m_counter->clear();
    QVERIFY(m_node->mine(1));
    QTest::qWait(600); // news come four times a second
    QVERIFY2(m_counter->layouts() == 0, qPrintable(m_counter->words()));
    window->showNormal();
    const auto* bar = window->statusBar();
    QTRY_VERIFY(bar->itemText(gui::StatusBar::Item::LastBlock).contains(QStringLiteral("by you")));
    // And what came meanwhile is shown at once.
    QTRY_COMPARE(window->findChild<gui::NetworkChip*>()->toolTip().isEmpty(), false);
    QTRY_VERIFY(window->findChild<gui::NetworkChip*>()->accessibleName().contains(
        QString::number((*m_node)->chain().status()->tip.height)));
}

void StillnessTest::aHiddenWindowHearsNothing() {
    const auto window = open();
    QVERIFY(isQuiet(*window));
    window->hide();
    m_counter->clear();
    QVERIFY(m_node->mine(1));
    QTest::qWait(600);
    QVERIFY2(m_counter->layouts() == 0, qPrintable(m_counter->words()));
    window->show();
    QTRY_VERIFY(window->findChild<gui::NetworkChip*>()->accessibleName().contains(
        QString::number((*m_node)->chain().status()->tip.height)));
}

void StillnessTest::clocksStopOutOfSight() {
    const auto window = open();
    QVERIFY(isQuiet(*window));
    const auto ticking = [&window] {
        int count = 0;
        for (const gui::SeenClock* clock : window->findChildren<gui::SeenClock*>())
            count += clock->isTicking() ? 1 : 0;
        return count;
    };
    QVERIFY(ticking() > 0);
    window->showMinimized();
    QTRY_COMPARE(ticking(), 0);
    window->showNormal();
    QTRY_VERIFY(ticking() > 0);
    window->hide();
    QCOMPARE(ticking(), 0);
}

CAIRN_GUI_TEST(StillnessTest)
#include "StillnessTest.moc"
