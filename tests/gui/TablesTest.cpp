#include "GuiTest.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "gui/MainWindow.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Picture.h"

#include <QMenu>

#include <memory>

/// Every table of the real window: what holds for all of them.
class TablesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void everyCellHasAName();
    void everyRowHasAMenu();

private:
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<gui::MainWindow> m_window;
    QVector<gui::DataTable*> m_tables; ///< with rows
};

void TablesTest::initTestCase() {
    failOnWarnings();
    (void)gui::theme();
    m_node = std::make_unique<test::MemoryNode>();
    QVERIFY(m_node->start());
    QVERIFY(m_node->mine(3));
    m_window = std::make_unique<gui::MainWindow>(**m_node);
    m_window->resize(1280, 800);
    m_window->show();
    for (int page = 0; page <= static_cast<int>(gui::PageId::Help); ++page) {
        m_window->setCurrentPage(page);
        QTest::qWait(50);
    }
    m_window->openReceive();
    m_window->openHeight(2);
    QTest::qWait(200);
    const auto paid =
        test::MemoryNode::answer((*m_node)->wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
            return wallet.addresses(wallet::AddressGroup::Mining, 0, 10).back().address;
        }));
    m_window->openAddress(QString::fromStdString(paid.value_or(std::string())));
    QTest::qWait(200);
    m_window->openTransaction((*m_node)->params().genesis->transactions[0]->txid());
    QTest::qWait(200);
    for (auto* picture : m_window->findChildren<gui::PictureWithTable*>())
        (void)picture->table();
    QTest::qWait(100);
    for (auto* table : m_window->findChildren<gui::DataTable*>())
        if (table->model() && table->model()->rowCount() > 0) m_tables << table;
    QVERIFY2(m_tables.size() >= 10, qPrintable(QString::number(m_tables.size())));
}

void TablesTest::cleanupTestCase() {
    m_window.reset();
    m_node.reset();
}

void TablesTest::everyCellHasAName() {
    for (gui::DataTable* table : m_tables) {
        for (int row = 0; row < std::min(table->model()->rowCount(), 30); ++row)
            for (int column = 0; column < table->model()->columnCount(); ++column)
                QVERIFY2(
                    !table->model()->index(row, column).data(Qt::AccessibleTextRole).toString().isEmpty(),
                    qPrintable(QStringLiteral("row %1, column %2 of %3")
                                   .arg(row)
                                   .arg(column)
                                   .arg(table->accessibleName())));
    }
}

void TablesTest::everyRowHasAMenu() {
    for (gui::DataTable* table : m_tables) {
        const QModelIndex cell = table->model()->index(table->model()->rowCount() - 1, 0);
        const std::unique_ptr<QMenu> menu(table->makeMenu(cell));
        const bool isHead = !(cell.flags() & Qt::ItemIsSelectable);
        QVERIFY2(isHead || !menu->isEmpty(), qPrintable(table->accessibleName()));
        for (const QAction* action : menu->actions())
            QVERIFY(action->isSeparator() || !action->text().isEmpty());
    }
}

CAIRN_GUI_TEST(TablesTest)
#include "TablesTest.moc"
