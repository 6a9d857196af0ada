#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/models/ActivityModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/ActivityView.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/ReceiveView.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/QrView.h"

#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>

/// Activity and Receive on a real node.
class WalletPageTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        (void)gui::theme();
        m_node = std::make_unique<test::MemoryNode>();
        QVERIFY(m_node->start());
        QVERIFY(m_node->mine(3));
        QTRY_COMPARE((*m_node)->walletStatus()->historySize, 3);
    }
    void cleanupTestCase() { m_node.reset(); }

    void init() {
        failOnWarnings();
        m_navigator = std::make_unique<test::NotedNavigator>();
        m_page = std::make_unique<gui::WalletPage>(**m_node, *m_navigator);
        m_page->resize(1244, 784);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() {
        m_page.reset();
        gui::format().setAmountsHidden(false);
    }

    void listsWhatHappened() {
        QTRY_COMPARE(model()->rowCount(), 3);
        QTRY_VERIFY(cell(0, gui::ActivityModel::What).startsWith(QStringLiteral("Mined block 3")));
        QVERIFY(cell(0, gui::ActivityModel::State).startsWith(QStringLiteral("matures in")));
        test::shoot(*m_page, QStringLiteral("activity-light"));
    }

    void opensTheTransaction() {
        QTRY_VERIFY(model()->row(0));
        table()->setCurrentIndex(model()->index(0, 0));
        QTest::keyClick(table(), Qt::Key_Return);
        QCOMPARE(m_navigator->visited.size(), 1);
        QVERIFY(m_navigator->visited[0].startsWith(QStringLiteral("transaction ")));
    }

    void hidesAmounts() {
        QTRY_VERIFY(model()->row(0));
        QVERIFY(cell(0, gui::ActivityModel::Amount).contains(QStringLiteral("50")));
        gui::format().setAmountsHidden(true);
        QVERIFY(!cell(0, gui::ActivityModel::Amount).contains(QStringLiteral("50")));
    }

    void keepsANoteTypedIntoTheTable() {
        QTRY_VERIFY(model()->row(1));
        table()->setCurrentIndex(model()->index(1, gui::ActivityModel::Date)); // wherever in the row
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_F2);
        auto* editor = table()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("first luck"));
        QTest::keyClick(editor, Qt::Key_Return);
        const auto txid = model()->row(1)->txid;
        QTRY_COMPARE(noteOf(txid), QStringLiteral("first luck"));
        model()->setFilter({gui::ActivityFilter::Kind::All, QStringLiteral("LUCK")});
        QTRY_COMPARE(model()->rowCount(), 1);
        model()->setFilter({gui::ActivityFilter::Kind::Sent, {}});
        QTRY_COMPARE(model()->rowCount(), 0);
    }

    void writesATable() {
        QSignalSpy done(model(), &gui::ActivityModel::exported);
        const QString path = m_node->folder() + QStringLiteral("/activity.csv");
        model()->exportCsv(path);
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(done[0][0].toBool());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 4);
    }

    void showsAFreshAddressAndItsCode() {
        m_page->showReceive();
        auto* view = m_page->findChild<gui::ReceiveView*>();
        QTRY_VERIFY(!view->address().isEmpty());
        const auto script =
            script::scriptFromAddress(view->address().toStdString(), (*m_node)->params().addresses);
        QVERIFY(script);
        QVERIFY(
            test::MemoryNode::answer((*m_node)->withWallet([script](wallet::Wallet& wallet, std::int32_t) {
                return wallet.isMine(*script);
            })).value_or(false));
        QVERIFY(!view->qr()->isEmpty());
        QCOMPARE(gui::readPaymentLink(view->qr()->text()).address, view->address());
        auto* amount = m_page->findChild<QLineEdit*>(QStringLiteral("requestAmountEdit"));
        QTest::keyClicks(amount, QStringLiteral("2,5"));
        QCOMPARE(gui::readPaymentLink(view->qr()->text()).amount, QStringLiteral("2.50000000"));
        test::shoot(*m_page, QStringLiteral("receive-light"));
    }

    void makesALabelledAddress() {
        m_page->showReceive();
        auto* view = m_page->findChild<gui::ReceiveView*>();
        QTRY_VERIFY(!view->address().isEmpty());
        const QString before = view->address();
        QTest::mouseClick(m_page->findChild<gui::Button*>(QStringLiteral("newAddressButton")),
                          Qt::LeftButton);
        auto* label = m_page->findChild<QLineEdit*>(QStringLiteral("labelEdit"));
        QVERIFY(label);
        QTest::keyClicks(label, QStringLiteral("Bo & Mia"));
        QTest::keyClick(label, Qt::Key_Return);
        QTRY_VERIFY(view->address() != before);
        QTRY_VERIFY(view->qr()->text().contains(QStringLiteral("label=Bo%20%26%20Mia")));
    }

    void understandsPaymentLinks() {
        const auto link = gui::readPaymentLink(QStringLiteral(" cairn:abc?amount=1.5&label=Bo%20B "));
        QCOMPARE(link.address, QStringLiteral("abc"));
        QCOMPARE(link.amount, QStringLiteral("1.5"));
        QCOMPARE(link.label, QStringLiteral("Bo B"));
        QCOMPARE(gui::typedAmount(QStringLiteral("1 204,5"))->satoshi(), 120'450'000'000);
        QVERIFY(!gui::typedAmount(QStringLiteral("-1")));
        QCOMPARE(gui::groupedAddress(QStringLiteral("abcdefghij")), QStringLiteral("abcd efgh ij"));
    }

private:
    gui::ActivityModel* model() { return m_page->findChild<gui::ActivityView*>()->model(); }
    gui::DataTable* table() { return m_page->findChild<gui::ActivityView*>()->table(); }
    QString cell(int row, int column) { return model()->index(row, column).data().toString(); }
    QString noteOf(const primitives::TxId& txid) {
        const auto note = test::MemoryNode::answer((*m_node)->withWallet(
            [txid](wallet::Wallet& wallet, std::int32_t) { return wallet.transaction(txid)->note; }));
        return QString::fromStdString(note.value_or(std::string()));
    }

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<test::NotedNavigator> m_navigator;
    std::unique_ptr<gui::WalletPage> m_page;
};

CAIRN_GUI_TEST(WalletPageTest)
#include "WalletPageTest.moc"
