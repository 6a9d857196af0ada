#include "gui/models/BlockListModel.h"
#include "support/TestProgram.h"

#include "GuiTest.h"
#include "support/MemoryNode.h"

#include "gui/widgets/DataTable.h"

#include <QAbstractItemModelTester>
#include <QScrollBar>
#include <QSignalSpy>

class BlockListModelTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void cleanupTestCase() { m_node.reset(); }
    void loadsWhatIsSeen();
    void putsNewBlocksOnTop();
    void startsAnewAfterAReorganisation();

private:
    [[nodiscard]] chain::TipInfo tip() const { return (*m_node)->chain().status()->tip; }
    std::unique_ptr<test::MemoryNode> m_node;
};

void BlockListModelTest::initTestCase() {
    m_node = std::make_unique<test::MemoryNode>(false);
    QVERIFY(m_node->start());
    QVERIFY(m_node->mine(320, util::Bytes{0x51}));
}

void BlockListModelTest::loadsWhatIsSeen() {
    gui::BlockListModel model(**m_node);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(model.rowCount(), 0);
    model.follow(tip());
    QCOMPARE(model.rowCount(), 321); // at once, long before the rows are here
    gui::DataTable table;
    table.setModel(&model);
    table.resize(800, 400);
    table.show();
    QTRY_VERIFY(model.hashAt(0));
    QCOMPARE(model.hashAt(0), tip().hash);
    QCOMPARE(model.index(0, gui::BlockListModel::Height).data().toString(), QStringLiteral("320"));
    table.verticalScrollBar()->setValue(table.verticalScrollBar()->maximum());
    table.viewport()->repaint();
    QTRY_COMPARE(model.hashAt(320), (*m_node)->params().genesisHash);
    QVERIFY(model.pagesInMemory() <= 7);
}

void BlockListModelTest::putsNewBlocksOnTop() {
    gui::BlockListModel model(**m_node);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.follow(tip());
    QTRY_VERIFY(model.hashAt(0));
    const auto before = model.hashAt(0);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QVERIFY(m_node->mine(3, util::Bytes{0x51}));
    model.follow(tip());
    QTRY_COMPARE(inserted.count(), 1);
    QCOMPARE(inserted.first().at(2).toInt(), 2);
    QCOMPARE(model.hashAt(3), before);
    QTRY_COMPARE(model.hashAt(0), std::optional(tip().hash));
    QCOMPARE(reset.count(), 0);
}

void BlockListModelTest::startsAnewAfterAReorganisation() {
    gui::BlockListModel model(**m_node);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.follow(tip());
    QTRY_VERIFY(model.hashAt(0));
    const chain::TipInfo old = tip();
    QVERIFY(test::MemoryNode::answer((*m_node)->chain().invalidateBlock(*model.hashAt(0))).has_value());
    QVERIFY(m_node->mine(2, util::Bytes{0x52}));
    QCOMPARE(tip().height, old.height + 1);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.follow(tip()); // longer, but not a continuation
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), tip().height + 1);
    QTRY_COMPARE(model.hashAt(0), std::optional(tip().hash));
    QVERIFY(model.hashAt(1) != old.hash);
}

CAIRN_GUI_TEST(BlockListModelTest)
#include "BlockListModelTest.moc"
