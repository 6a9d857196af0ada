#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/models/AddressListModel.h"
#include "gui/wallet/AddressesView.h"
#include "gui/wallet/MessageDialog.h"
#include "gui/wallet/NewAddressDialog.h"
#include "gui/wallet/OwnAddressPane.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SearchField.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using gui::AddressListModel;

/// The tab Addresses on a real node.
class AddressesViewTest : public QObject, protected test::ViewOnNode<gui::AddressesView> {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startNode(2)); }
    void cleanupTestCase() { m_node.reset(); }

    void init() {
        failOnWarnings();
        QVERIFY(showView({1200, 700}));
    }
    void cleanup() { closeView(); }

    void makesAnAddressOfTheKindThatWasChosen() {
        QTest::mouseClick(m_view->findChild<gui::Button*>(QStringLiteral("freshAddressButton")),
                          Qt::LeftButton);
        auto* dialog = m_view->findChild<gui::NewAddressDialog*>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit*>(QStringLiteral("labelEdit"))->setText(QStringLiteral("rent, Ana"));
        dialog->findChild<QComboBox*>(QStringLiteral("newAddressKindCombo"))->setCurrentIndex(1);
        dialog->acceptButton()->click();
        QTRY_VERIFY(m_view->pane()->address().startsWith(QStringLiteral("bcrt1p")));
        QTRY_COMPARE(m_view->table()->currentIndex().row(), 0); // chosen where it is listed
        QCOMPARE(cell(0, AddressListModel::Label), QStringLiteral("rent, Ana"));
        QCOMPARE(cell(0, AddressListModel::Kind), QStringLiteral("Taproot"));
        QCOMPARE(cell(0, AddressListModel::Last), QStringLiteral("not paid yet"));
        auto* groups = m_view->pane()->findChild<QLabel*>(QStringLiteral("addressGroups"));
        QCOMPARE(QString(groups->text()).remove(QLatin1Char(' ')), m_view->pane()->address());
    }

    void tellsWhatCameWhere() {
        QTest::mouseClick(m_view->findChild<gui::Button*>(QStringLiteral("addressUse2")), Qt::LeftButton);
        QTRY_COMPARE(model()->filter().use, wallet::AddressUse::Mining);
        QTRY_VERIFY(model()->row(0) && model()->row(0)->money.times >= 2); // one address for a run
        QVERIFY(cell(0, AddressListModel::There).startsWith(QStringLiteral("100.")));
        m_view->table()->selectRow(0);
        QTRY_COMPARE(m_view->pane()->address(), model()->row(0)->address);
        auto* payments = m_view->pane()->findChild<gui::DataTable*>(QStringLiteral("addressPayments"));
        QTRY_VERIFY(payments->model()->rowCount() >= 2);
        // Rewards tell nobody anything.
        QVERIFY(m_view->pane()->findChild<gui::Banner*>(QStringLiteral("reuseBanner"))->isHidden());
        gui::format().setAmountsHidden(true);
        QVERIFY(!cell(0, AddressListModel::There).contains(QStringLiteral("100")));
        QVERIFY(!payments->model()->index(0, 2).data().toString().contains(QStringLiteral("50")));
    }

    void warnsWhereOneWasPaidTwice() {
        const auto address = given(QStringLiteral("twice"), wallet::AddressType::Bech32);
        QVERIFY(m_node->mine((*m_node)->params().rules().coinbaseMaturity)); // something is ripe
        for (int i = 0; i < 2; ++i) {
            wallet::PaymentRequest request;
            request.recipients = {{address.scriptPubKey, primitives::Amount(100'000'000)}};
            QVERIFY(test::MemoryNode::answer((*m_node)->wallet().pay(request)));
        }
        m_view->findChild<gui::SearchField*>()->setText(QStringLiteral("TWICE"));
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_VERIFY(model()->row(0) && model()->row(0)->money.times == 2);
        QCOMPARE(cell(0, AddressListModel::Last), QStringLiteral("waiting"));
        m_view->table()->selectRow(0);
        auto* banner = m_view->pane()->findChild<gui::Banner*>(QStringLiteral("reuseBanner"));
        QTRY_VERIFY(banner->isVisible());
        test::shoot(*m_view, QStringLiteral("addresses-light"));
    }

    void keepsALabelTypedIntoTheTable() {
        const auto address = given(QStringLiteral("before"), wallet::AddressType::Bech32);
        QTRY_VERIFY(model()->row(0) && model()->row(0)->label == QStringLiteral("before"));
        QVERIFY(model()->setData(model()->index(0, AddressListModel::Label), QStringLiteral("after"),
                                 Qt::EditRole));
        QTRY_COMPARE(cell(0, AddressListModel::Label), QStringLiteral("after"));
        const auto kept = test::MemoryNode::answer((*m_node)->wallet().ask(
            [&](const wallet::Wallet& wallet, std::int32_t) { return wallet.factsAt(address.path); }));
        QCOMPARE(kept.value()->address.label, std::string("after"));
    }

    void showsOneKindOnly() {
        (void)given(QStringLiteral("old"), wallet::AddressType::Legacy);
        m_view->findChild<QComboBox*>(QStringLiteral("addressKindCombo"))->setCurrentIndex(4);
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_COMPARE(cell(0, AddressListModel::Kind), QStringLiteral("Legacy"));
        m_view->findChild<gui::Button*>(QStringLiteral("withCoinsChip"))->click();
        QTRY_COMPARE(model()->rowCount(), 0);
        QVERIFY(!m_view->table()->emptyState()->isHidden());
    }

    void signsAndChecksAMessage() {
        const auto address = given(QStringLiteral("signer"), wallet::AddressType::Bech32);
        const QString text = QString::fromStdString(address.address);
        auto* dialog = new gui::MessageDialog(**m_node, text, m_view.get());
        dialog->open();
        auto* message = dialog->findChild<QPlainTextEdit*>(QStringLiteral("messageEdit"));
        auto* signature = dialog->findChild<QPlainTextEdit*>(QStringLiteral("signatureEdit"));
        auto* verdict = dialog->findChild<gui::Banner*>(QStringLiteral("messageVerdict"));
        message->setPlainText(QStringLiteral("I owe Bo two apples"));
        dialog->acceptButton()->click();
        QTRY_VERIFY(!signature->toPlainText().isEmpty());
        QTRY_VERIFY(verdict->isVisible());
        test::shoot(*dialog, QStringLiteral("message-light"));
        dialog->setWay(gui::MessageDialog::Way::Check);
        dialog->acceptButton()->click();
        QVERIFY(verdict->isVisible());
        message->setPlainText(QStringLiteral("I owe Bo three apples"));
        QVERIFY(verdict->isHidden());
        dialog->acceptButton()->click();
        QVERIFY(verdict->isHidden());
        signature->setPlainText(QStringLiteral("no signature"));
        dialog->acceptButton()->click();
        QVERIFY(verdict->isHidden());
        dialog->close();
    }

private:
    [[nodiscard]] AddressListModel* model() const { return m_view->model(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return model()->index(row, column).data().toString();
    }
    wallet::WalletAddress given(const QString& label, wallet::AddressType type) {
        const auto made =
            test::MemoryNode::answer((*m_node)->wallet().newReceiveAddress(label.toStdString(), type));
        return **made;
    }
};

CAIRN_GUI_TEST(AddressesViewTest)
#include "AddressesViewTest.moc"
