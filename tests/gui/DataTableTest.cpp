#include "FakeNavigator.h"
#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/RowsModel.h"
#include "gui/widgets/TableDelegate.h"
#include "gui/widgets/TableRoles.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

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
    void rowsThatStayKeepTheirPlace();
    void onlyWhatChangedIsPainted();
    void theMenuOffersWhatTheRowNames();
    void aRowKeepsItsMenuWhenOthersCome();
    void editsWithF2AndThePencil();
    void whatIsBeingWrittenStays();
    void emptyCellsHaveAName();
    void whatNoLongerCountsCanBeRead_data();
    void whatNoLongerCountsCanBeRead();

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

void DataTableTest::rowsThatStayKeepTheirPlace() {
    gui::RowsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    fill(model);
    const QPersistentModelIndex bo = model.index(2, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows({{QStringLiteral("mia"), QStringLiteral("2149")},
                   {QStringLiteral("teacher"), QStringLiteral("2149")},
                   {QStringLiteral("ana"), QStringLiteral("2147")},
                   {QStringLiteral("bo"), QStringLiteral("2146")}});
    QCOMPARE(bo.row(), 3);
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("2149"));
    model.setRows({{QStringLiteral("teacher"), QStringLiteral("2149")}, {QStringLiteral("bo"), QString()}});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("bo"));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(reset.count(), 0);
}

void DataTableTest::onlyWhatChangedIsPainted() {
    gui::RowsModel model;
    fill(model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    fill(model);
    changed.clear();
    model.setRows({{QStringLiteral("teacher"), QStringLiteral("2148")},
                   {QStringLiteral("ana"), QStringLiteral("2150")},
                   {QStringLiteral("bo"), QStringLiteral("2146")}});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 1);
}

namespace {

QStringList menuWordsOf(const QMenu& menu) {
    QStringList out;
    for (const QAction* action : menu.actions())
        if (!action->isSeparator()) out << action->text().section(QLatin1Char('\t'), 0, 0);
    return out;
}

QAction* menuEntryOf(const QMenu& menu, const QString& words) {
    for (QAction* action : menu.actions())
        if (action->text().startsWith(words)) return action;
    return nullptr;
}

/// A table whose first column can be written into.
class NotedModel : public gui::RowsModel {
public:
    using gui::RowsModel::RowsModel;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override {
        const Qt::ItemFlags flags = gui::RowsModel::flags(index);
        return index.column() == 0 ? flags | Qt::ItemIsEditable : flags;
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        return gui::RowsModel::data(index, role == Qt::EditRole ? int(Qt::DisplayRole) : role);
    }
    bool setData(const QModelIndex&, const QVariant& value, int) override {
        written << value.toString();
        return true;
    }
    QStringList written;
};

} // namespace

void DataTableTest::theMenuOffersWhatTheRowNames() {
    FakeNavigator navigator;
    gui::RowsModel model;
    model.setColumns({{QStringLiteral("Address"), gui::TextStyle::Mono, false, gui::Thing::Address},
                      {QStringLiteral("Height"), gui::TextStyle::Normal, true, gui::Thing::Height},
                      {QStringLiteral("Words")}});
    model.setRows({{QStringLiteral("bcrt1qabc"), QStringLiteral("2148"), QStringLiteral("rent")}});
    gui::DataTable table;
    table.setModel(&model);
    int removed = -1;
    table.addRowAction(QStringLiteral("Remove"), {}, QKeySequence(Qt::Key_Delete),
                       [&](int row) { removed = row; });
    std::unique_ptr<QMenu> bare(table.makeMenu(model.index(0, 2)));
    QCOMPARE(menuWordsOf(*bare),
             (QStringList{QStringLiteral("Remove"), QStringLiteral("Copy the address"),
                          QStringLiteral("Copy the height"), QStringLiteral("Copy what is written here")}));
    table.setNavigator(navigator);
    QSignalSpy opened(&table, &gui::DataTable::rowActivated);
    std::unique_ptr<QMenu> menu(table.makeMenu(model.index(0, 0)));
    QCOMPARE(menuWordsOf(*menu),
             (QStringList{QStringLiteral("Open"), QStringLiteral("Remove"), QStringLiteral("Show the block"),
                          QStringLiteral("Pay to this address…"), QStringLiteral("Copy the address"),
                          QStringLiteral("Copy the height")}));
    menuEntryOf(*menu, QStringLiteral("Open"))->trigger();
    menuEntryOf(*menu, QStringLiteral("Show the block"))->trigger();
    menuEntryOf(*menu, QStringLiteral("Pay to"))->trigger();
    menuEntryOf(*menu, QStringLiteral("Copy the address"))->trigger();
    menuEntryOf(*menu, QStringLiteral("Remove"))->trigger();
    QCOMPARE(opened.count(), 1);
    QCOMPARE(removed, 0);
    QCOMPARE(navigator.calls.size(), 2);
    QCOMPARE(navigator.calls[1], QStringLiteral("send bcrt1qabc"));
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("bcrt1qabc"));
    // By the keyboard too: the menu key, and the key of the action.
    table.resize(500, 200);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setCurrentIndex(model.index(0, 0));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), table.mapToGlobal(QPoint()));
    QApplication::sendEvent(&table, &asked);
    auto* shown = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(shown);
    shown->close();
    removed = -1;
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Delete);
    QCOMPARE(removed, 0);
}

void DataTableTest::aRowKeepsItsMenuWhenOthersCome() {
    gui::RowsModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    QString removed;
    table.addRowAction(QStringLiteral("Remove"), {}, {},
                       [&](int row) { removed = model.index(row, 0).data().toString(); });
    std::unique_ptr<QMenu> menu(table.makeMenu(model.index(1, 0)));
    model.setRows({{QStringLiteral("mia"), QString()},
                   {QStringLiteral("teacher"), QString()},
                   {QStringLiteral("ana"), QString()}});
    menuEntryOf(*menu, QStringLiteral("Remove"))->trigger();
    QCOMPARE(removed, QStringLiteral("ana"));
    removed.clear();
    model.setRows({{QStringLiteral("mia"), QString()}, {QStringLiteral("teacher"), QString()}});
    menuEntryOf(*menu, QStringLiteral("Remove"))->trigger(); // it has gone
    QVERIFY(removed.isEmpty());
}

void DataTableTest::editsWithF2AndThePencil() {
    NotedModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    table.setColumnFixed(0, 200);
    table.setEditable(0, QStringLiteral("Edit the name"));
    table.resize(500, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setCurrentIndex(model.index(1, 1)); // wherever in the row
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_F2);
    auto* editor = table.findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("bea"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(model.written, QStringList{QStringLiteral("bea")});
    QTRY_VERIFY(!table.findChild<QLineEdit*>());
    const auto* pencils = static_cast<gui::TableDelegate*>(table.itemDelegate());
    const QRectF pencil = pencils->pencilRect(table.visualRect(model.index(2, 0)), model.index(2, 0));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, pencil.center().toPoint());
    QTRY_VERIFY(table.findChild<QLineEdit*>());
    std::unique_ptr<QMenu> menu(table.makeMenu(model.index(0, 1)));
    QVERIFY(menuWordsOf(*menu).contains(QStringLiteral("Edit the name")));
}

void DataTableTest::whatIsBeingWrittenStays() {
    NotedModel model;
    fill(model);
    gui::DataTable table;
    table.setModel(&model);
    table.setEditable(0, QStringLiteral("Edit the name"));
    table.resize(500, 300);
    table.show();
    QVERIFY(QTest::qWaitForWindowActive(&table));
    table.setCurrentIndex(model.index(1, 0));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_F2);
    auto* editor = table.findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("half a na"));
    model.setRows({{QStringLiteral("mia"), QStringLiteral("1")},
                   {QStringLiteral("teacher"), QStringLiteral("2")},
                   {QStringLiteral("ana"), QStringLiteral("3")},
                   {QStringLiteral("bo"), QStringLiteral("4")}});
    emit model.dataChanged(model.index(0, 0), model.index(3, 1));
    QCOMPARE(table.findChild<QLineEdit*>(), editor);
    QCOMPARE(editor->text(), QStringLiteral("half a na"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(model.written, QStringList{QStringLiteral("half a na")});
}

void DataTableTest::emptyCellsHaveAName() {
    gui::RowsModel model;
    fill(model);
    model.setRows({{QString(), QStringLiteral("2148")}});
    gui::DataTable table;
    table.setModel(&model);
    table.show();
    QAccessibleInterface* whole = QAccessible::queryAccessibleInterface(&table);
    QVERIFY(whole && whole->tableInterface());
    QCOMPARE(whole->tableInterface()->cellAt(0, 0)->text(QAccessible::Name), QStringLiteral("Peer: nothing"));
    QCOMPARE(whole->tableInterface()->cellAt(0, 1)->text(QAccessible::Name), QStringLiteral("2148"));
}

namespace {

/// Rows of one tone.
class ToneModel : public gui::RowsModel {
public:
    explicit ToneModel(gui::RowTone tone) : m_tone(tone) {}
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        return role == gui::RowToneRole ? QVariant(static_cast<int>(m_tone)) : RowsModel::data(index, role);
    }

private:
    gui::RowTone m_tone;
};

} // namespace

void DataTableTest::whatNoLongerCountsCanBeRead_data() {
    QTest::addColumn<int>("tone");
    QTest::addColumn<int>("theme");
    using Choice = gui::Theme::Choice;
    for (const gui::RowTone tone : {gui::RowTone::Faded, gui::RowTone::Lost})
        for (const Choice theme : {Choice::Light, Choice::Dark, Choice::HighContrast})
            QTest::addRow("tone %d, theme %d", static_cast<int>(tone), static_cast<int>(theme))
                << static_cast<int>(tone) << static_cast<int>(theme);
}

/// The strongest point of what was painted tells the ink.                        Source: WCAG 2.1, 1.4.3.
void DataTableTest::whatNoLongerCountsCanBeRead() {
    QFETCH(int, tone);
    QFETCH(int, theme);
    gui::theme().setChoice(static_cast<gui::Theme::Choice>(theme));
    ToneModel model(static_cast<gui::RowTone>(tone));
    model.setColumns({{QStringLiteral("What"), gui::TextStyle::Muted, false}});
    model.setRows({{QStringLiteral("Mined block 12")}});
    gui::TableDelegate delegate(nullptr);
    QStyleOptionViewItem option;
    option.rect = QRect(0, 0, 300, 36);
    const QColor ground = gui::color(gui::Token::Surface);
    QImage picture(option.rect.size(), QImage::Format_RGB32);
    picture.fill(ground);
    QPainter painter(&picture);
    delegate.paint(&painter, option, model.index(0, 0));
    painter.end();
    double strongest = 1;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            strongest = std::max(strongest, gui::contrastRatio(picture.pixelColor(x, y), ground));
    QVERIFY2(strongest >= 4.5, qPrintable(QString::number(strongest)));
}

CAIRN_GUI_TEST(DataTableTest)
#include "DataTableTest.moc"
