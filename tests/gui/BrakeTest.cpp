#include "GuiTest.h"
#include "PageFixture.h"
#include "PeerSamples.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/home/HomePage.h"
#include "gui/network/BrakeBanner.h"
#include "gui/network/BrakeFeed.h"
#include "gui/network/BranchComparison.h"
#include "gui/network/ChainCompare.h"
#include "gui/network/ForkPicture.h"
#include "gui/network/NetworkPage.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/Picture.h"

#include <QLabel>

/// What the window asks when the brake of a real node holds a branch back: six blocks of the wallet against
/// nine others.
class BrakeTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void init() {
        failOnWarnings();
        gui::theme().setChoice(gui::Theme::Choice::Light);
        gui::theme().setReducedMotion(true);
        m_node = std::make_unique<test::MemoryNode>();
        QVERIFY(m_node->start());
        const auto held = test::holdABranch(*m_node);
        QVERIFY(held.has_value());
        m_offered = *held;
        QCOMPARE((*m_node)->chain().status()->tip.height, 6); // nothing was taken back
        m_page = std::make_unique<gui::NetworkPage>(**m_node, m_navigator);
        m_page->resize(1084, 700);
        m_page->show();
        QTRY_VERIFY(banner()->isVisible());
    }
    void cleanup() {
        m_page.reset();
        m_node.reset();
        m_navigator = {};
        gui::format().setAmountsHidden(false);
    }

    void asksOnThePage();
    void asksOnHome();
    void staysOnOurChain();
    void comparesTheTwo();
    void tellsWhatTheWalletWouldLose();
    void hidesAmounts();
    void followsAfterAskingOnceMore();
    void endsWhenTheQuestionGoesAway();
    void comesBackToThePage();
    void looksAsDrawn_data();
    void looksAsDrawn();

private:
    [[nodiscard]] gui::BrakeBanner* banner() const { return m_page->findChild<gui::BrakeBanner*>(); }
    template <class Widget = gui::Button>
    [[nodiscard]] Widget* part(const char* name) const {
        return m_page->findChild<Widget*>(QLatin1String(name));
    }
    void press(const char* name) const {
        QVERIFY2(part(name) && part(name)->isVisible(), name);
        QTest::mouseClick(part(name), Qt::LeftButton);
    }
    /// The comparison, filled.
    gui::ChainCompare* compare() {
        press("compareButton");
        auto* view = m_page->findChild<gui::ChainCompare*>();
        const bool filled = QTest::qWaitFor([this] {
            return stake(QStringLiteral("You hold now")) != QString() &&
                   !part<QLabel>("compareLead")->text().isEmpty();
        });
        return filled ? view : nullptr;
    }
    [[nodiscard]] QString stake(const QString& name) const {
        const auto* facts = part<gui::FactsList>("stakeFacts");
        return facts ? facts->factText(name) : QString();
    }

    test::NotedNavigator m_navigator;
    primitives::BlockHash m_offered;
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<gui::NetworkPage> m_page;
};

void BrakeTest::asksOnThePage() {
    QVERIFY2(banner()->accessibleName().contains(QStringLiteral("replaces 6 block(s), from height 1")),
             qPrintable(banner()->accessibleName()));
    // Its question is the primary action now.
    QVERIFY(part("inviteButton")->kind() == gui::Button::Kind::Normal);
    QVERIFY(part("compareButton")->kind() == gui::Button::Kind::Primary);
    // It is asked on every tab.
    for (int tab = 0; tab < m_page->header()->tabs()->count(); ++tab) {
        m_page->setTab(tab);
        QVERIFY(banner()->isVisible());
    }
}

void BrakeTest::asksOnHome() {
    gui::HomePage home(**m_node, m_navigator);
    home.resize(1084, 700);
    home.show();
    auto* asked = home.findChild<gui::BrakeBanner*>();
    QTRY_VERIFY(asked->isVisible());
    QTest::mouseClick(asked->findChild<gui::Button*>(QStringLiteral("compareButton")), Qt::LeftButton);
    QCOMPARE(m_navigator.visited, QStringList{QStringLiteral("compare")});
    // Who stays on one page has answered on all of them.
    press("stayButton");
    QTRY_VERIFY(!asked->isVisible());
}

void BrakeTest::staysOnOurChain() {
    press("stayButton");
    QTRY_VERIFY(!banner()->isVisible());
    QVERIFY(part("inviteButton")->kind() == gui::Button::Kind::Primary);
    QVERIFY(gui::BrakeFeed::of(**m_node).held().has_value()); // and it stays held
    QVERIFY(!gui::BrakeFeed::of(**m_node).question());
    QVERIFY(m_node->mine(1)); // our chain goes on: not asked again for the same fork
    gui::BrakeFeed::of(**m_node).look();
    QTRY_COMPARE(gui::BrakeFeed::of(**m_node).held()->replaces, 7);
    QVERIFY(!banner()->isVisible());
}

void BrakeTest::comparesTheTwo() {
    QVERIFY(compare());
    QVERIFY(!banner()->isVisible());
    QCOMPARE(m_page->header()->title(), QStringLiteral("Two chains"));
    QVERIFY(!m_page->header()->tabs()->isVisible());
    const QString lead = part<QLabel>("compareLead")->text();
    QVERIFY2(lead.contains(QStringLiteral("50.0 % more work")) && lead.contains(QStringLiteral("6 block(s)")),
             qPrintable(lead));
    auto* picture = m_page->findChild<gui::ForkPicture*>();
    QCOMPARE(picture->itemCount(), 5 + 6 + 9);
    QVERIFY(!picture->blockOf(0)); // the fork
    QCOMPARE(picture->blockOf(2)->height, 6);
    QCOMPARE(picture->blockOf(4)->height, 9);
    QVERIFY(picture->blockOf(4)->hash == m_offered);
    QCOMPARE(picture->tableModel()->rowCount(), 9);
    QCOMPARE(picture->tableModel()->index(0, 0).data().toString(), QStringLiteral("9"));
    QCOMPARE(picture->tableModel()->index(0, 1).data().toString(), QStringLiteral("–"));
    QTest::mouseClick(picture, Qt::LeftButton, {}, picture->itemRect(4).center().toPoint());
    QCOMPARE(m_navigator.visited.last(),
             QStringLiteral("block ") + QString::fromStdString(m_offered.toHex()));
}

/// All six blocks were found by this wallet: its 300 coins are theirs.
void BrakeTest::tellsWhatTheWalletWouldLose() {
    QVERIFY(compare());
    QVERIFY2(stake(QStringLiteral("Blocks you found")).startsWith(QStringLiteral("6 gone")),
             qPrintable(stake(QStringLiteral("Blocks you found"))));
    QVERIFY(stake(QStringLiteral("You hold now")).startsWith(QStringLiteral("300")));
    QVERIFY(stake(QStringLiteral("You would hold")).startsWith(QStringLiteral("0")));
    QCOMPARE(stake(QStringLiteral("Your payments")), QStringLiteral("none is touched"));
    const auto above = test::MemoryNode::answer(
        (*m_node)->wallet().ask([](const wallet::Wallet& wallet, std::int32_t height) {
            return gui::walletAbove(wallet, height, 4);
        }));
    QCOMPARE(above->blocks, 2);
    QCOMPARE(above->now - above->afterwards, primitives::Amount(100 * primitives::Amount::kCoin));
}

void BrakeTest::hidesAmounts() {
    QVERIFY(compare());
    gui::format().setAmountsHidden(true);
    for (const char* name : {"You hold now", "You would hold", "Blocks you found"})
        QVERIFY2(!stake(QLatin1String(name)).contains(QStringLiteral("300")), name);
}

void BrakeTest::followsAfterAskingOnceMore() {
    QVERIFY(compare());
    press("followButton");
    auto* dialog = part<gui::FormDialog>("followDialog");
    QVERIFY(dialog);
    bool namesTheAmount = false;
    for (const QLabel* label : dialog->findChildren<QLabel*>())
        namesTheAmount |= label->text().contains(QStringLiteral("300"));
    QVERIFY(namesTheAmount);
    test::shoot(*dialog, QStringLiteral("follow-dialog"));
    dialog->reject(); // not yet
    QCOMPARE((*m_node)->chain().status()->tip.height, 6);
    QTRY_VERIFY(!part<gui::FormDialog>("followDialog"));
    press("followButton");
    dialog = part<gui::FormDialog>("followDialog");
    QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    QTRY_VERIFY((*m_node)->chain().status()->tip.hash == m_offered);
    QTRY_COMPARE(m_page->header()->title(), QStringLiteral("Network"));
    QTRY_VERIFY(!banner()->isVisible());
    QVERIFY(!gui::BrakeFeed::of(**m_node).held());
}

/// Somebody else answers, or our chain overtakes the other one, while both are looked at.
void BrakeTest::endsWhenTheQuestionGoesAway() {
    QVERIFY(compare());
    QVERIFY(m_node->mine(4)); // ten against nine
    QTRY_VERIFY(part<QWidget>("compareEnd")->isVisible());
    QVERIFY(!part("followButton")->isVisible());
    QVERIFY(!part("compareStayButton")->isVisible());
}

void BrakeTest::comesBackToThePage() {
    QVERIFY(compare());
    QVERIFY(m_page->stepBack());
    QVERIFY(banner()->isVisible());
    QVERIFY(m_page->header()->tabs()->isVisible());
    QVERIFY(!m_page->stepBack());
    m_page->follow(gui::CompareLink{});
    QCOMPARE(m_page->header()->title(), QStringLiteral("Two chains"));
    press("compareStayButton");
    QCOMPARE(m_page->header()->title(), QStringLiteral("Network"));
    QVERIFY(!banner()->isVisible());
}

void BrakeTest::looksAsDrawn_data() {
    QTest::addColumn<gui::Theme::Choice>("choice");
    QTest::newRow("light") << gui::Theme::Choice::Light;
    QTest::newRow("dark") << gui::Theme::Choice::Dark;
}

void BrakeTest::looksAsDrawn() {
    QFETCH(gui::Theme::Choice, choice);
    gui::theme().setChoice(choice);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    test::shoot(*m_page, QStringLiteral("brake-%1").arg(tag));
    QVERIFY(compare());
    test::shoot(*m_page, QStringLiteral("compare-%1").arg(tag));
    m_page->findChild<gui::ForkPicture*>();
    for (auto* twin : m_page->findChildren<gui::PictureWithTable*>())
        if (twin->picture() == m_page->findChild<gui::ForkPicture*>()) twin->showTable(true);
    test::shoot(*m_page, QStringLiteral("compare-table-%1").arg(tag));
}

CAIRN_GUI_TEST(BrakeTest)
#include "BrakeTest.moc"
