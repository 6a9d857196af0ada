#include "FakeNavigator.h"
#include "GuiTest.h"
#include "support/MemoryNode.h"

#include "gui/mining/FoundBlocks.h"
#include "gui/mining/MiningPage.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/SegmentedControl.h"

#include <QSignalSpy>

class MiningPageTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() { failOnWarnings(); }
    void theButtonStartsAndStops();
    void listsBlocksFound();
    void keepsTheMode();
    void asksForOneBlock();
};

namespace {

gui::Button* buttonNamed(const QWidget& page, const QString& text) {
    for (gui::Button* button : page.findChildren<gui::Button*>())
        if (button->text() == text) return button;
    return nullptr;
}

} // namespace

void MiningPageTest::theButtonStartsAndStops() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    gui::Button* start = buttonNamed(page, QStringLiteral("Start mining"));
    QVERIFY(start);
    start->click();
    QTRY_VERIFY(node->miningStatus()->enabled);
    QTRY_COMPARE(start->text(), QStringLiteral("Stop mining"));
    start->click();
    QTRY_VERIFY(!node->miningStatus()->enabled);
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
    QCOMPARE(found->index(0, gui::FoundBlocksModel::Height).data().toString(), QStringLiteral("2"));
    QTRY_COMPARE(found->index(0, gui::FoundBlocksModel::State).data().toString(), QStringLiteral("matures in 99"));
}

void MiningPageTest::keepsTheMode() {
    test::MemoryNode node;
    QVERIFY(node.start());
    FakeNavigator navigator;
    gui::MiningPage page(*node, navigator);
    page.show();
    page.findChild<gui::SegmentedControl*>()->setCurrentIndex(1);
    QTRY_COMPARE(node->settings().text(QStringLiteral("mining_mode")), QStringLiteral("when-waiting"));
    QTRY_VERIFY(node->miningStatus()->mode == mining::MiningMode::WhenWaiting);
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

QTEST_MAIN(MiningPageTest)
#include "MiningPageTest.moc"
