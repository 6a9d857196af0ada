#include "FakeNavigator.h"
#include "GuiTest.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/home/FirstSteps.h"
#include "gui/home/HomePage.h"
#include "gui/home/MiningCard.h"
#include "gui/home/PaymentsModel.h"
#include "gui/models/Certainty.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/AreaChart.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/ChainStrip.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"

class HomePageTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() { failOnWarnings(); }
    void anEmptyWalletOffersAnAction();
    void showsOwnBlocksAndPayments();
    void sendLeadsToTheWallet();
    void closedStepsStayClosed();
    void hiddenAmountsHideTheCurve();
    void worthFollowsTheHeight();
    void certaintyInWords_data();
    void certaintyInWords();
};

void HomePageTest::anEmptyWalletOffersAnAction() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::HomePage page(*node, navigator);
    page.resize(1200, 800);
    page.show();
    gui::Button* action = nullptr; // once it is known that there are none
    QTRY_VERIFY((action = buttonNamed(page, QStringLiteral("Show my address"))));
    QTRY_VERIFY(action->isVisible());
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(navigator.calls, QStringList{QStringLiteral("receive")});
}

void HomePageTest::showsOwnBlocksAndPayments() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::HomePage page(*node, navigator);
    page.resize(1200, 800);
    page.show();
    QVERIFY(node.mine(3));
    auto* strip = page.findChild<gui::ChainStrip*>();
    auto* payments = page.findChild<gui::PaymentsModel*>();
    QVERIFY(strip && payments);
    QTRY_COMPARE(strip->itemCount(), 5); // the next one, three of ours, the first of all
    QTRY_COMPARE(payments->rowCount(), 3);
    QCOMPARE(payments->index(0, gui::PaymentsModel::What).data().toString(), QStringLiteral("Mined block 3"));
    QTRY_COMPARE(payments->index(0, gui::PaymentsModel::State).data().toString(),
                 QStringLiteral("matures in 99"));
    strip->setCurrentItem(1);
    QTest::keyClick(strip, Qt::Key_Return);
    QTRY_COMPARE(navigator.calls.size(), 1);
    QCOMPARE(navigator.calls.first(),
             QStringLiteral("block ") + QString::fromStdString(node->chain().status()->tip.hash.toHex()));
}

void HomePageTest::sendLeadsToTheWallet() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::HomePage page(*node, navigator);
    page.show();
    gui::Button* send = buttonNamed(page, QStringLiteral("Send"));
    QVERIFY(send);
    QTRY_VERIFY(send->isEnabled());
    send->click();
    QCOMPARE(navigator.calls, QStringList{QStringLiteral("send ")});
}

void HomePageTest::closedStepsStayClosed() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    {
        gui::HomePage page(*node, navigator);
        page.show();
        auto* steps = page.findChild<gui::FirstSteps*>();
        QVERIFY(steps);
        QTRY_VERIFY(steps->isVisible());
        for (gui::Button* button : steps->findChildren<gui::Button*>())
            if (button->text().isEmpty()) button->click();
        QVERIFY(!steps->isVisible());
    }
    QTRY_VERIFY(!node->settings().flag(QStringLiteral("first_steps")));
    gui::HomePage again(*node, navigator);
    again.show();
    QVERIFY(!again.findChild<gui::FirstSteps*>()->isVisible());
}

void HomePageTest::hiddenAmountsHideTheCurve() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::HomePage page(*node, navigator);
    page.resize(1200, 800);
    page.show();
    QVERIFY(node.mine(3));
    auto* chart = page.findChild<gui::AreaChart*>();
    QVERIFY(chart);
    QTRY_VERIFY(chart->itemCount() > 2);
    QVERIFY(chart->tableModel()->rowCount() > 2);
    const auto inkOf = [chart] {
        const QImage image = chart->grab().toImage();
        int ink = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                if (image.pixelColor(x, y) == gui::color(gui::Token::Accent)) ++ink;
        return ink;
    };
    QVERIFY(inkOf() > 0);
    gui::format().setAmountsHidden(true);
    QCOMPARE(inkOf(), 0);
    QCOMPARE(chart->itemCount(), 0);
    QCOMPARE(chart->tableModel()->rowCount(), 0);
    gui::format().setAmountsHidden(false);
    QVERIFY(inkOf() > 0);
}

void HomePageTest::worthFollowsTheHeight() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::HomePage page(*node, navigator);
    page.show();
    const auto said = [&page] {
        QStringList out;
        for (const auto* label : page.findChild<gui::MiningCard*>()->findChildren<gui::SentenceLabel*>())
            out << label->text();
        return out.join(QLatin1Char(' '));
    };
    QTRY_VERIFY(said().contains(QStringLiteral("worth 50")));
    QVERIFY(node.mine(149, util::Bytes{0x51})); // regtest halves with block 150
    QTRY_VERIFY2(said().contains(QStringLiteral("worth 25")), qPrintable(said()));
}

void HomePageTest::certaintyInWords_data() {
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("coinbase");
    QTest::addColumn<int>("height");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, wallet::TxState state, bool coinbase, int height,
                        const QString& text) {
        QTest::newRow(name) << static_cast<int>(state) << coinbase << height << text;
    };
    using State = wallet::TxState;
    row("just mined", State::Confirmed, true, 100, QStringLiteral("matures in 9"));
    row("last block to go", State::Confirmed, true, 92, QStringLiteral("matures in 1"));
    row("ripe", State::Confirmed, true, 91, QStringLiteral("spendable"));
    row("lost", State::Lost, true, 100, QStringLiteral("lost to a fork"));
    row("waiting", State::Waiting, false, -1, QStringLiteral("waiting"));
    row("two", State::Confirmed, false, 99, QStringLiteral("2 of 6"));
    row("six", State::Confirmed, false, 95, QStringLiteral("confirmed"));
}

void HomePageTest::certaintyInWords() {
    QFETCH(int, state);
    QFETCH(bool, coinbase);
    QFETCH(int, height);
    QFETCH(QString, text);
    QCOMPARE(gui::certaintyOf(static_cast<wallet::TxState>(state), coinbase, height, {100, 10, 6}).text,
             text);
}

CAIRN_GUI_TEST(HomePageTest)
#include "HomePageTest.moc"
