#include "GalleryPages.h"
#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/frame/Chips.h"
#include "gui/frame/FrameWindow.h"
#include "gui/frame/Header.h"
#include "gui/frame/Page.h"
#include "gui/frame/Rail.h"
#include "gui/frame/StatusBar.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <iterator>

using namespace gui;

namespace {

class CountingPage : public Page {
public:
    using Page::Page;
    int refreshed = 0;

protected:
    void refresh() override { ++refreshed; }
};

struct Sample {
    FrameWindow window;
    CountingPage* home = new CountingPage(QStringLiteral("Home"));
    CountingPage* wallet = new CountingPage(QStringLiteral("Wallet"));

    Sample() {
        window.addPage(home, QStringLiteral("home"));
        window.addPage(wallet, QStringLiteral("wallet"));
        window.addPage(new Page(QStringLiteral("Settings")), QStringLiteral("settings"), true);
        fillFrame(window);
        window.resize(1440, 900);
        window.show();
    }
    [[nodiscard]] bool activate() { return QTest::qWaitForWindowActive(&window); }
};

} // namespace

class FrameTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void hasTheMeasuresOfTheDesign();
    void opensPagesWithCtrlAndADigit();
    void opensPagesFromTheRail();
    void goesBackAndForward();
    void findsTheSearch();
    void hidesAmounts();
    void hidesTheWordsWhenNarrow();
    void fitsTheHeaderWhenNarrow_data();
    void fitsTheHeaderWhenNarrow();
    void refreshesOnlyWhatIsShown();
    void passesOnWhatIsClicked();
    void theStateOfTheNodeStays();
    void mineSwitchAnswersTheUserOnly();
    void coversTheFrame();
    void movesFromPartToPart();
};

void FrameTest::init() {
    failOnWarnings();
    theme().setChoice(Theme::Choice::Light);
    theme().setTextScale(100);
    format().setAmountsHidden(false);
}

void FrameTest::hasTheMeasuresOfTheDesign() {
    Sample sample;
    QCOMPARE(sample.window.header()->height(), 56);
    QCOMPARE(sample.window.statusBar()->height(), 30);
    QCOMPARE(sample.window.rail()->width(), 196);
    QCOMPARE(sample.home->content()->contentsMargins(), QMargins(24, 20, 24, 20));
    theme().setTextScale(150);
    QCOMPARE(sample.window.header()->height(), 84);
}

void FrameTest::opensPagesWithCtrlAndADigit() {
    Sample sample;
    QVERIFY(sample.activate());
    QSignalSpy changed(&sample.window, &FrameWindow::pageChanged);
    QTest::keyClick(&sample.window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(sample.window.currentPage(), 1);
    QCOMPARE(sample.window.rail()->current(), 1);
    QTest::keyClick(&sample.window, Qt::Key_3, Qt::ControlModifier);
    QTest::keyClick(&sample.window, Qt::Key_9, Qt::ControlModifier); // there is none
    QCOMPARE(sample.window.currentPage(), 2);
    QCOMPARE(changed.count(), 2);
}

void FrameTest::opensPagesFromTheRail() {
    Sample sample;
    const QList<QAbstractButton*> entries = sample.window.rail()->findChildren<QAbstractButton*>();
    QCOMPARE(entries.size(), 3);
    QTest::mouseClick(entries[1], Qt::LeftButton);
    QCOMPARE(sample.window.currentPage(), 1);
    QVERIFY(entries[1]->isChecked());
    QVERIFY(!entries[0]->isChecked());
    QVERIFY(entries[2]->y() > entries[1]->y() + 100); // Settings at the lower end
}

void FrameTest::goesBackAndForward() {
    Sample sample;
    QVERIFY(sample.activate());
    sample.window.setCurrentPage(1);
    sample.window.setCurrentPage(2);
    QTest::keyClick(&sample.window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(sample.window.currentPage(), 1);
    sample.window.goBack();
    QCOMPARE(sample.window.currentPage(), 0);
    sample.window.goBack();
    QCOMPARE(sample.window.currentPage(), 0);
    QTest::keyClick(&sample.window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(sample.window.currentPage(), 1);
    sample.window.setCurrentPage(0);
    sample.window.goForward(); // a new way forgets the old one
    QCOMPARE(sample.window.currentPage(), 0);
}

void FrameTest::findsTheSearch() {
    Sample sample;
    QVERIFY(sample.activate());
    QSignalSpy accepted(sample.window.header(), &Header::searchAccepted);
    QTest::keyClick(&sample.window, Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), sample.window.header()->search());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2148"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(accepted.count(), 1);
    QCOMPARE(accepted.first().first().toString(), QStringLiteral("2148"));
}

void FrameTest::hidesAmounts() {
    Sample sample;
    QVERIFY(sample.activate());
    auto* chip = sample.window.header()->findChild<WalletChip*>();
    QVERIFY(chip->accessibleName().contains(QLatin1String("204.50")));
    QTest::keyClick(&sample.window, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(format().amountsHidden());
    QVERIFY(!chip->accessibleName().contains(QLatin1String("204.50")));
    QVERIFY(!chip->toolTip().contains(QLatin1String("204")));
}

void FrameTest::hidesTheWordsWhenNarrow() {
    Sample sample;
    QVERIFY(!sample.window.rail()->isNarrow());
    sample.window.resize(1000, 700);
    QVERIFY(sample.window.rail()->isNarrow());
    QVERIFY(sample.window.rail()->width() < 80);
    sample.window.resize(1280, 720);
    QVERIFY(!sample.window.rail()->isNarrow());
    theme().setTextScale(150);
    QVERIFY(sample.window.rail()->isNarrow());
}

void FrameTest::fitsTheHeaderWhenNarrow_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("scale");
    QTest::newRow("the design") << 1440 << 100;
    QTest::newRow("a small screen") << 1280 << 100;
    QTest::newRow("a narrow window") << 800 << 100;
    QTest::newRow("large text") << 1280 << 150;
    QTest::newRow("the largest text") << 1440 << 200;
}

void FrameTest::fitsTheHeaderWhenNarrow() {
    QFETCH(int, width);
    QFETCH(int, scale);
    theme().setTextScale(scale);
    Sample sample;
    sample.window.resize(width, 720);
    QCoreApplication::processEvents();
    const Header* header = sample.window.header();
    QVERIFY(header->width() <= width);
    int before = 0;
    QList<QWidget*> parts = header->findChildren<QWidget*>(Qt::FindDirectChildrenOnly);
    std::sort(parts.begin(), parts.end(), [](const QWidget* a, const QWidget* b) { return a->x() < b->x(); });
    for (QWidget* part : parts) {
        if (!part->isVisible() || part->width() < 3) continue;
        QVERIFY2(part->x() >= before, part->metaObject()->className());
        QVERIFY2(part->width() >= part->minimumSizeHint().width() || part->inherits("gui::SearchField"),
                 part->metaObject()->className());
        before = part->geometry().right();
    }
    QVERIFY(before <= width);
}

void FrameTest::refreshesOnlyWhatIsShown() {
    Sample sample;
    QTRY_COMPARE(sample.home->refreshed, 1);
    QCOMPARE(sample.wallet->refreshed, 0);
    sample.wallet->markStale();
    sample.home->markStale();
    sample.home->markStale();
    QTRY_COMPARE(sample.home->refreshed, 2); // once for both
    QCOMPARE(sample.wallet->refreshed, 0);
    sample.window.setCurrentPage(1);
    QCOMPARE(sample.wallet->refreshed, 1);
    sample.window.setCurrentPage(0);
    QCOMPARE(sample.home->refreshed, 2); // nothing new
}

void FrameTest::passesOnWhatIsClicked() {
    Sample sample;
    QSignalSpy status(sample.window.statusBar(), &StatusBar::itemClicked);
    QSignalSpy network(sample.window.header(), &Header::networkClicked);
    QSignalSpy wallet(sample.window.header(), &Header::walletClicked);
    QTest::mouseClick(sample.window.statusBar()->findChildren<QAbstractButton*>().first(), Qt::LeftButton);
    QTest::mouseClick(sample.window.header()->findChild<NetworkChip*>(), Qt::LeftButton);
    QTest::mouseClick(sample.window.header()->findChild<WalletChip*>(), Qt::LeftButton);
    QCOMPARE(status.count(), 1);
    QCOMPARE(network.count(), 1);
    QCOMPARE(wallet.count(), 1);
    QCOMPARE(sample.window.statusBar()->itemText(StatusBar::Item::Sync),
             QStringLiteral("In step with 6 peers"));
}

/// A narrow window shows fewer words of the status bar, each of them whole.
void FrameTest::theStateOfTheNodeStays() {
    StatusBar bar;
    bar.setSync(StatusBar::State::Good, QStringLiteral("In step"), QStringLiteral("with 6 peers"));
    bar.setItem(StatusBar::Item::Mempool, QStringLiteral("3 payments waiting"));
    bar.setItem(StatusBar::Item::LastBlock, QStringLiteral("Last block 8 s ago by you"));
    bar.setItem(StatusBar::Item::Api, QStringLiteral("API on 127.0.0.1:5000"));
    bar.setItem(StatusBar::Item::Unit, QStringLiteral("LAB"));
    const auto items = bar.findChildren<QAbstractButton*>();
    bar.show();
    qsizetype before = items.size();
    for (int width = 1'200; width >= 120; width -= 10) {
        bar.resize(width, bar.height());
        QList<QAbstractButton*> seen;
        std::ranges::copy_if(items, std::back_inserter(seen), &QAbstractButton::isVisible);
        QVERIFY(seen.size() <= before && seen.contains(items.first()));
        before = seen.size();
        for (const QAbstractButton* item : seen) {
            QVERIFY(bar.rect().contains(item->geometry()));
            QVERIFY(seen.size() == 1 || item->width() >= item->sizeHint().width());
            for (const QAbstractButton* other : seen)
                QVERIFY(other == item || !other->geometry().intersects(item->geometry()));
        }
    }
    QCOMPARE(before, qsizetype(1));
}

void FrameTest::mineSwitchAnswersTheUserOnly() {
    Sample sample;
    QSignalSpy toggled(sample.window.header(), &Header::miningToggled);
    sample.window.header()->setMining(false, 0);
    sample.window.header()->setMining(true, 1000);
    QCOMPARE(toggled.count(), 0);
    QTest::mouseClick(sample.window.header()->miningSwitch(), Qt::LeftButton);
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(toggled.first().first().toBool(), false);
}

void FrameTest::coversTheFrame() {
    Sample sample;
    sample.window.setCover(new QWidget);
    QVERIFY(!sample.window.header()->isVisible());
    sample.window.setCover(nullptr);
    QVERIFY(sample.window.header()->isVisible());
}

void FrameTest::movesFromPartToPart() {
    Sample sample;
    QVERIFY(sample.activate());
    sample.window.header()->focusSearch();
    QTest::keyClick(&sample.window, Qt::Key_F6);
    QVERIFY(sample.window.rail()->isAncestorOf(QApplication::focusWidget()));
}

CAIRN_GUI_TEST(FrameTest)
#include "FrameTest.moc"
