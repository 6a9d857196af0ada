#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/models/InvoiceListModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/ReceiveView.h"
#include "gui/wallet/RequestDialog.h"
#include "gui/wallet/TillDialog.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/SentenceLabel.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "wallet/PaymentLink.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>

using gui::InvoiceListModel;

/// Payment requests on Receive, and the till, on a real node.
class RequestsTest : public QObject, protected test::ViewOnNode<gui::ReceiveView> {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startRichNode(6)); }
    void cleanupTestCase() { m_node.reset(); }

    void init() {
        failOnWarnings();
        QVERIFY(showView(QSize(1200, 700)));
    }
    void cleanup() {
        closeView();
        for (const wallet::Invoice& each : invoices()) {
            const auto done = test::MemoryNode::answer((*m_node)->wallet().removeInvoice(each.address));
            QVERIFY(done && *done);
        }
    }

    void asksForAPayment() {
        QTRY_VERIFY(!m_view->requests()->emptyState()->isHidden());
        test::shoot(*m_view, QStringLiteral("requests-empty"));
        QTest::keyClicks(field(*m_view, "requestAmountEdit"), QStringLiteral("0,5"));
        QTest::mouseClick(m_view->findChild<gui::Button*>(QStringLiteral("askPaymentButton")),
                          Qt::LeftButton);
        auto* dialog = m_view->findChild<gui::RequestDialog*>();
        QVERIFY(dialog);
        QCOMPARE(field(*dialog, "askedAmountEdit")->text(), QStringLiteral("0,5"));
        for (const char* const wrong : {"0", "-1", "much"}) {
            field(*dialog, "askedAmountEdit")->setText(QLatin1String(wrong));
            dialog->acceptButton()->click();
            QVERIFY(problemIn(*dialog, QStringLiteral("no number that can be paid")));
        }
        field(*dialog, "askedAmountEdit")->setText(QStringLiteral("0.5"));
        field(*dialog, "askedMessageEdit")->setText(QStringLiteral("bread & rolls"));
        field(*dialog, "askedLabelEdit")->setText(QStringLiteral("Bo"));
        dialog->findChild<QComboBox*>(QStringLiteral("askedUntilCombo"))->setCurrentIndex(2);
        test::shoot(*dialog, QStringLiteral("request-dialog"));
        dialog->acceptButton()->click();
        QTRY_VERIFY(till() && till()->facts());
        test::shoot(*till(), QStringLiteral("till-open"));
        const auto link = linkOf(till()->qr()->text());
        QCOMPARE(link.amount->satoshi(), std::int64_t(50'000'000));
        QCOMPARE(link.message, std::string("bread & rolls"));
        for (const auto* words : till()->findChildren<gui::SentenceLabel*>()) // only the asker knows whom
            QVERIFY(!words->text().contains(QStringLiteral("Bo")));
        QVERIFY(!till()->qr()->text().contains(QStringLiteral("Bo")));
        QVERIFY(state().contains(QStringLiteral("There is time until")));
        QTRY_COMPARE(cell(InvoiceListModel::Label), QStringLiteral("Bo"));
        QCOMPARE(cell(InvoiceListModel::Message), QStringLiteral("bread & rolls"));
        QVERIFY(cell(InvoiceListModel::State).startsWith(QStringLiteral("open, ")));
        // The next is asked from here.
        till()->acceptButton()->click();
        QTRY_VERIFY(m_view->findChild<gui::RequestDialog*>() &&
                    field(*m_view->findChild<gui::RequestDialog*>(), "askedAmountEdit")->text().isEmpty());
    }

    void tellsAtOnceWhatCame() {
        const wallet::Invoice invoice = asked(primitives::Amount(50'000'000));
        openFirst();
        QVERIFY(till()->qr()->isVisible());
        pay(invoice, 20'000'000);
        QTRY_VERIFY(till()->facts()->missing() == primitives::Amount(30'000'000));
        QTRY_VERIFY(state().contains(QStringLiteral("The code asks for the rest")));
        QCOMPARE(linkOf(till()->qr()->text()).amount->satoshi(), std::int64_t(30'000'000));
        QTRY_COMPARE(cell(InvoiceListModel::State), QStringLiteral("0.30 missing"));
        test::shoot(*till(), QStringLiteral("till-partly"));
        pay(invoice, 31'000'000);
        QTRY_VERIFY(state().contains(QStringLiteral("on its way")));
        QVERIFY(!till()->qr()->isVisible()); // nobody pays twice
        test::shoot(*till(), QStringLiteral("till-seen"));
        QVERIFY(m_node->mine(1));
        QTRY_VERIFY(state().contains(QStringLiteral("It is paid.")));
        QVERIFY(state().contains(QStringLiteral("more than was asked for")));
        QVERIFY(!till()->qr()->isVisible());
        QTRY_COMPARE(cell(InvoiceListModel::State), QStringLiteral("paid, 0.01 too much"));
        test::shoot(*till(), QStringLiteral("till-paid"));
        test::shoot(*m_view, QStringLiteral("requests-light"));
        gui::format().setAmountsHidden(true);
        QVERIFY(!cell(InvoiceListModel::State).contains(QStringLiteral("0.01")));
        QVERIFY(!cell(InvoiceListModel::Amount).contains(QStringLiteral("0.50")));
        QVERIFY(!state().contains(QStringLiteral("0.51")));
    }

    void copiesTheLinkAndDeletes() {
        const wallet::Invoice invoice = asked({});
        QTRY_COMPARE(cell(InvoiceListModel::State), QStringLiteral("open"));
        QCOMPARE(cell(InvoiceListModel::Amount), QStringLiteral("any"));
        choose(QStringLiteral("Copy the link"));
        const auto link = linkOf(QGuiApplication::clipboard()->text());
        QCOMPARE(link.address, invoice.address);
        QVERIFY(!link.amount);
        openFirst();
        choose(QStringLiteral("Delete…"));
        auto* question = m_view->findChild<gui::FormDialog*>(QStringLiteral("removeRequestDialog"));
        QVERIFY(question);
        question->acceptButton()->click();
        QTRY_COMPARE(m_view->requests()->model()->rowCount(), 0);
        QVERIFY(invoices().empty());
        QTRY_VERIFY(!till() || !till()->isVisible()); // there is nothing more to show
    }

    void keepsALabelTypedIntoTheTable() {
        (void)asked({});
        QTRY_COMPARE(m_view->requests()->model()->rowCount(), 1);
        QTRY_COMPARE(cell(InvoiceListModel::State), QStringLiteral("open"));
        auto* model = m_view->requests()->model();
        QVERIFY(
            model->setData(model->index(0, InvoiceListModel::Label), QStringLiteral("Mia"), Qt::EditRole));
        QTRY_COMPARE(cell(InvoiceListModel::Label), QStringLiteral("Mia"));
    }

private:
    gui::TillDialog* till() {
        const auto all = m_view->findChildren<gui::TillDialog*>();
        return all.isEmpty() ? nullptr : all.back();
    }
    QString state() {
        auto* banner = till()->findChild<gui::Banner*>(QStringLiteral("tillState"));
        return banner->accessibleName();
    }
    static QLineEdit* field(QWidget& parent, const char* name) {
        return parent.findChild<QLineEdit*>(QLatin1String(name));
    }
    QString cell(int column) { return m_view->requests()->model()->index(0, column).data().toString(); }
    void openFirst() {
        QTRY_VERIFY(!cell(InvoiceListModel::State).isEmpty());
        emit m_view->requests()->rowActivated(0);
        QTRY_VERIFY(till() && till()->facts());
    }
    void choose(const QString& words) {
        QMenu* menu = m_view->requests()->makeMenu(m_view->requests()->model()->index(0, 0));
        for (QAction* action : menu->actions())
            if (action->text().startsWith(words)) return action->trigger();
        QFAIL(qPrintable(words));
    }
    wallet::Invoice asked(std::optional<primitives::Amount> amount) {
        wallet::Invoice wanted;
        wanted.amount = amount;
        return test::MemoryNode::answer((*m_node)->wallet().addInvoice(wanted, "")).value().value();
    }
    std::vector<wallet::Invoice> invoices() {
        return test::MemoryNode::answer(
                   (*m_node)->wallet().ask(
                       [](const wallet::Wallet& wallet, std::int32_t) { return wallet.invoices().all(); }))
            .value();
    }
    void pay(const wallet::Invoice& invoice, std::int64_t satoshi) {
        wallet::PaymentRequest request;
        request.recipients = {
            {script::scriptFromAddress(invoice.address, (*m_node)->params().addresses).value(),
             primitives::Amount(satoshi)}};
        QVERIFY(test::MemoryNode::answer((*m_node)->wallet().pay(request)));
    }
    wallet::PaymentLink linkOf(const QString& text) {
        return wallet::parsePaymentLink(text.toStdString(),
                                        wallet::paymentLinkFormat((*m_node)->params().addresses))
            .value();
    }
    static bool problemIn(const gui::FormDialog& dialog, const QString& words) {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
};

CAIRN_GUI_TEST(RequestsTest)
#include "RequestsTest.moc"
