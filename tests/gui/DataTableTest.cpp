#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/RowsModel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

class DataTableTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void keepsToTheRulesOfModels();
    void activatesWithEnterAndDoubleClick();
    void walksWithTheArrowKeys();
    void copiesTheCell();
    void showsTheEmptyState();
    void fitsItsRows();
    void showsWholeRowsOnly();
    void paintsTheSelection();
    void leavesWithTab();

private:
    static void fill(gui::RowsModel& model);
};

void DataTableTest::init() {
    failOnWarnings();
    gui::theme().setChoice(gui::Theme::Choice::Light);
}

void DataTableTest::fill(gui::RowsModel& model) {
    model.setColumns({{QStringLiteral("Peer"), gui::TextStyle::Strong, false},
                      {QStringLiteral("Height"), gui::TextStyle::Normal, true}});
    model.setRows({{QStringLiteral("teacher"), QStringLiteral("2148")},
                   {QStringLiteral("ana"), QStringLiteral("2147")},
                   {QStringLiteral("bo"), QStringLiteral("2146")}});
}

void DataTableTest::keepsToTheRulesOfModels() {
    gui::RowsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("Height"));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void DataTableTest::activatesWithEnterAndDoubleClick() {
    gui::RowsModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    table.resize(400, 300);
    table.show();
    QSignalSpy activated(&table, &gui::DataTable::rowActivated);
    table.setCurrentIndex(model.index(1, 0));
    QTest::keyClick(&table, Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.takeFirst().first().toInt(), 1);
    const QPoint third = table.visualRect(model.index(2, 0)).center();
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, third);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, third);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toInt(), 2);
}

void DataTableTest::walksWithTheArrowKeys() {
    gui::RowsModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    table.show();
    QSignalSpy moved(&table, &gui::DataTable::currentRowChanged);
    table.selectRow(0);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(table.currentIndex().row(), 1);
    QVERIFY(table.selectionModel()->isRowSelected(1));
    QVERIFY(moved.count() >= 1);
}

void DataTableTest::copiesTheCell() {
    gui::RowsModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    table.show();
    table.setCurrentIndex(model.index(0, 0));
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("teacher"));
    table.setCurrentIndex(model.index(1, 1));
    QTest::keyClick(&table, Qt::Key_C);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("2147"));
}

void DataTableTest::showsTheEmptyState() {
    gui::RowsModel model;
    gui::DataTable table;
    table.setModel(&model);
    table.setEmptyState(QStringLiteral("peers"), QStringLiteral("You are alone."), QStringLiteral("Invite"));
    table.show();
    QVERIFY(table.emptyState()->isVisible());
    QSignalSpy asked(&table, &gui::DataTable::emptyActionTriggered);
    QTest::mouseClick(table.emptyState()->findChild<gui::Button*>(), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    fill(model);
    QVERIFY(!table.emptyState()->isVisible());
    model.setRows({});
    QVERIFY(table.emptyState()->isVisible());
}

void DataTableTest::fitsItsRows() {
    gui::RowsModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    table.setFitRows(10);
    QCOMPARE(table.sizeHint().height(), 30 + 3 * 36);
    table.setHeadsVisible(false);
    QCOMPARE(table.sizeHint().height(), 3 * 36);
    table.setFitRows(2);
    QCOMPARE(table.sizeHint().height(), 2 * 36);
}

void DataTableTest::showsWholeRowsOnly() {
    gui::RowsModel model;
    fill(model);
    gui::DataTable table;
    table.setHeadsVisible(false);
    table.setWholeRows(true);
    table.setModel(&model);
    table.resize(300, gui::px(36) * 2 + gui::px(20)); // two rows and a piece
    table.show();
    QTRY_VERIFY(table.isRowHidden(2));
    QVERIFY(!table.isRowHidden(1));
    table.resize(300, gui::px(36) * 3);
    QTRY_VERIFY(!table.isRowHidden(2));
}

void DataTableTest::paintsTheSelection() {
    gui::RowsModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    table.resize(400, 300);
    table.show();
    table.selectRow(1);
    const QRect cell = table.visualRect(model.index(1, 1));
    const QImage image = table.viewport()->grab().toImage();
    QCOMPARE(image.pixelColor(cell.left() + 2, cell.center().y()), gui::color(gui::Token::AccentSoft));
    QCOMPARE(image.pixelColor(1, cell.center().y()),
             gui::color(gui::Token::Accent)); // a bar, not colour alone
    QCOMPARE(image.pixelColor(cell.left() + 2, cell.bottom()), gui::color(gui::Token::Line));
}

void DataTableTest::leavesWithTab() {
    QWidget window;
    gui::RowsModel model;
    fill(model);
    auto* table = new gui::DataTable(&window);
    table->setModel(&model);
    auto* next = new gui::Button(QStringLiteral("Next"), gui::Button::Kind::Normal, &window);
    next->move(0, 300);
    window.resize(400, 400);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), next);
}

CAIRN_GUI_TEST(DataTableTest)
#include "DataTableTest.moc"
