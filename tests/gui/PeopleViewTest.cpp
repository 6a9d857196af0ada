#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"
#include "support/WalletBlocks.h"

#include "gui/Format.h"
#include "gui/models/PeopleModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/AddressEdit.h"
#include "gui/wallet/NewAddressDialog.h"
#include "gui/wallet/PeopleCompleter.h"
#include "gui/wallet/PeopleView.h"
#include "gui/wallet/PersonDialog.h"
#include "gui/wallet/PersonPane.h"
#include "gui/wallet/RecipientsDialog.h"
#include "gui/wallet/ReviewDialog.h"
#include "gui/wallet/SendView.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/SentenceLabel.h"
#include "script/OutputType.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using gui::PeopleModel;

/// The tab People on a real node, and the names that Send takes from it.
class PeopleViewTest : public QObject, protected test::ViewOnNode<gui::PeopleView> {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(startRichNode(4)); }
    void cleanupTestCase() { m_node.reset(); }

    void init() {
        failOnWarnings();
        QVERIFY(showView(QSize(1200, 700)));
    }
    void cleanup() {
        closeView();
        std::vector<wallet::KnownAddress> none;
        for (wallet::KnownAddress each : people()->all())
            none.push_back({each.address, {}});
        const auto done = test::MemoryNode::answer((*m_node)->wallet().setPeople(none));
        QVERIFY(done && *done);
        QTRY_VERIFY(people()->all().empty());
    }

    void addsSomebody() {
        QTRY_VERIFY(!m_view->table()->emptyState()->isHidden());
        test::shoot(*m_view, QStringLiteral("people-empty"));
        emit m_view->table()->emptyActionTriggered();
        auto* dialog = m_view->findChild<gui::PersonDialog*>();
        QVERIFY(dialog);
        dialog->nameEdit()->setText(QStringLiteral("  Bo  "));
        dialog->acceptButton()->click();
        QVERIFY(problemIn(*dialog, QStringLiteral("Write an address first")));
        dialog->addressesEdit()->setPlainText(QStringLiteral("bcrt1qnonsense"));
        dialog->acceptButton()->click();
        QVERIFY(problemIn(*dialog, QStringLiteral("bcrt1qnons")));
        test::shoot(*dialog, QStringLiteral("person-dialog-problem"));
        // In capitals and in groups, as they are read aloud.
        dialog->addressesEdit()->setPlainText(foreign(1).toUpper().insert(8, QLatin1Char(' ')) +
                                              QLatin1Char('\n') + foreign(2));
        dialog->acceptButton()->click();
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QCOMPARE(cell(0, PeopleModel::Person), QStringLiteral("Bo"));
        QCOMPARE(cell(0, PeopleModel::When), QStringLiteral("no payment yet"));
        QTRY_COMPARE(m_view->pane()->name(), QStringLiteral("Bo"));
        QCOMPARE(m_view->model()->row(0)->addresses, (QStringList{foreign(1), foreign(2)}));
        QCOMPARE(m_view->model()->row(0)->next, foreign(2));
    }

    void refusesAnAddressOfTheWalletAndOfSomebodyElse() {
        name(QStringLiteral("Ana"), foreign(3));
        const auto own = test::MemoryNode::answer((*m_node)->wallet().newReceiveAddress("own"));
        m_view->askNewPerson(QString::fromStdString((*own)->address));
        auto* dialog = m_view->findChild<gui::PersonDialog*>();
        dialog->nameEdit()->setText(QStringLiteral("Bo"));
        dialog->acceptButton()->click();
        QTRY_VERIFY(problemIn(*dialog, QStringLiteral("is an address of this wallet")));
        dialog->addressesEdit()->setPlainText(foreign(3));
        dialog->acceptButton()->click();
        QVERIFY(problemIn(*dialog, QStringLiteral("is an address of Ana")));
        dialog->reject();
        QCOMPARE(people()->all().size(), std::size_t(1));
    }

    void addsUpWhatWentToAndFro() {
        name(QStringLiteral("Bo"), foreign(1));
        name(QStringLiteral("Ana"), foreign(3));
        pay(foreign(1), 25'000'000);
        pay(foreign(1), 5'000'000);
        const auto fromBo = test::MemoryNode::answer((*m_node)->wallet().newReceiveAddress("Bo"));
        QVERIFY(m_node->mine(1, (*fromBo)->scriptPubKey)); // a reward is nobody's
        QTRY_COMPARE(m_view->model()->rowCount(), 2);
        QTRY_VERIFY(m_view->model()->row(0)->paid == primitives::Amount(30'000'000));
        QCOMPARE(cell(0, PeopleModel::Person), QStringLiteral("Bo")); // who had to do with it last
        QVERIFY(m_view->model()->row(0)->received == primitives::Amount());
        m_view->table()->selectRow(0);
        QTRY_COMPARE(m_view->pane()->name(), QStringLiteral("Bo"));
        auto* payments = m_view->pane()->findChild<gui::DataTable*>(QStringLiteral("personPayments"));
        QTRY_COMPARE(payments->model()->rowCount(), 2);
        QCOMPARE(payments->model()->index(0, 2).data().toString(),
                 gui::format().signedAmount(primitives::Amount(-5'000'000)));
        test::shoot(*m_view, QStringLiteral("people-light"));
        gui::format().setAmountsHidden(true);
        QVERIFY(!cell(0, PeopleModel::Paid).contains(QStringLiteral("30")));
        for (const auto* label : m_view->pane()->findChildren<gui::SentenceLabel*>())
            QVERIFY(!label->text().contains(QStringLiteral("0.30")));
        gui::format().setAmountsHidden(false);
        emit m_view->table()->rowActivated(0);
        QCOMPARE(m_navigator->visited, QStringList{QStringLiteral("send ") + foreign(1)});
    }

    void paysToTheAddressThatIsFresh() {
        name(QStringLiteral("Bo"), foreign(5));
        name(QStringLiteral("Bo"), foreign(6));
        pay(foreign(6), 1'000'000);
        QTRY_VERIFY(m_view->model()->row(0) && m_view->model()->row(0)->last);
        QCOMPARE(m_view->model()->row(0)->next, foreign(5));
    }

    void changesAndForgetsSomebody() {
        name(QStringLiteral("Bo"), foreign(1));
        name(QStringLiteral("Bo"), foreign(2));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        QTRY_COMPARE(m_view->model()->row(0)->addresses.size(), 2);
        m_view->table()->selectRow(0);
        QTRY_COMPARE(m_view->pane()->name(), QStringLiteral("Bo"));
        m_view->pane()->findChild<gui::Button*>(QStringLiteral("editPersonButton"))->click();
        auto* dialog = m_view->findChild<gui::PersonDialog*>();
        dialog->nameEdit()->setText(QStringLiteral("Robert"));
        dialog->addressesEdit()->setPlainText(foreign(2));
        dialog->acceptButton()->click();
        QTRY_COMPARE(m_view->pane()->name(), QStringLiteral("Robert"));
        QCOMPARE(people()->all(), (std::vector<wallet::KnownAddress>{{foreign(2).toStdString(), "Robert"}}));
        m_view->pane()->findChild<gui::Button*>(QStringLiteral("forgetPersonButton"))->click();
        auto* question = m_view->findChild<gui::FormDialog*>(QStringLiteral("forgetDialog"));
        QVERIFY(question);
        QCOMPARE(people()->all().size(), std::size_t(1)); // only asked
        question->acceptButton()->click();
        QTRY_COMPARE(m_view->model()->rowCount(), 0);
        QVERIFY(m_view->pane()->name().isEmpty());
    }

    void asksForMoneyUnderTheirName() {
        name(QStringLiteral("Bo"), foreign(1));
        QTRY_COMPARE(m_view->model()->rowCount(), 1);
        m_view->table()->selectRow(0);
        QTRY_COMPARE(m_view->pane()->name(), QStringLiteral("Bo"));
        QString label;
        QObject::connect(
            m_view.get(), &gui::PeopleView::addressMade, m_view.get(),
            [&label](const wallet::WalletAddress& made) { label = QString::fromStdString(made.label); });
        m_view->pane()->findChild<gui::Button*>(QStringLiteral("askPersonButton"))->click();
        m_view->findChild<gui::NewAddressDialog*>()->acceptButton()->click();
        QTRY_COMPARE(label, QStringLiteral("Bo"));
    }

    void findsByNameOrAddress() {
        name(QStringLiteral("Bo"), foreign(1));
        name(QStringLiteral("Ana"), foreign(3));
        QTRY_COMPARE(m_view->model()->rowCount(), 2);
        m_view->findChild<gui::SearchField*>()->setText(QStringLiteral("an"));
        QCOMPARE(m_view->model()->rowCount(), 1);
        m_view->findChild<gui::SearchField*>()->setText(foreign(1));
        QCOMPARE(cell(0, PeopleModel::Person), QStringLiteral("Bo"));
        m_view->findChild<gui::SearchField*>()->setText(QStringLiteral("nobody"));
        QVERIFY(!m_view->table()->emptyState()->isHidden());
    }

    void sendTakesANameForAnAddress() {
        name(QStringLiteral("Bo"), foreign(1));
        name(QStringLiteral("Bob"), foreign(2));
        QTRY_COMPARE(people()->all().size(), std::size_t(2));
        gui::SendView send(**m_node, *m_navigator);
        send.resize(1100, 700);
        send.show();
        QVERIFY(QTest::qWaitForWindowExposed(&send));
        send.refresh();
        auto* edit = send.findChild<gui::AddressEdit*>();
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("bob"));
        QTRY_VERIFY(edit->completer()->popup()->isVisible());
        QCOMPARE(edit->completer()->completionCount(), 1);
        QTest::keyClick(edit->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(edit->completer()->popup(), Qt::Key_Return);
        QCOMPARE(edit->text(), foreign(2));
        auto* label = send.findChild<QLabel*>(QStringLiteral("personLabel"));
        QVERIFY(label->isVisible());
        QVERIFY(label->text().contains(QStringLiteral("Bob")));
        test::shoot(send, QStringLiteral("send-name-light"));
        // The whole name is enough.
        edit->clear();
        QTest::keyClicks(edit, QStringLiteral("bo"));
        edit->completer()->popup()->hide();
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(edit->text(), foreign(1));
    }

    void keepsTheNamesOfAListOnceItIsPaid() {
        name(QStringLiteral("Bo"), foreign(1));
        gui::SendView send(**m_node, *m_navigator);
        QObject::connect(&**m_node, &node::Node::walletChanged, &send, &gui::SendView::refresh);
        send.resize(1100, 800);
        send.show();
        send.refresh();
        send.askForList();
        auto* dialog = send.findChild<gui::RecipientsDialog*>();
        const auto own = test::MemoryNode::answer((*m_node)->wallet().newReceiveAddress("mine"));
        const QString mine = QString::fromStdString((*own)->address);
        dialog->edit()->setPlainText(foreign(1) + QStringLiteral(",0.1,somebody else\n") + foreign(7) +
                                     QStringLiteral(",0.1,Cleo\n") + mine + QStringLiteral(",0.1,me\n"));
        dialog->acceptButton()->click();
        auto* review = send.findChild<gui::Button*>(QStringLiteral("reviewButton"));
        QTRY_VERIFY(review->isEnabled());
        QCOMPARE(people()->all().size(), std::size_t(1)); // nothing was sent yet
        review->click();
        auto* sure = send.findChild<gui::ReviewDialog*>();
        QVERIFY(sure);
        sure->acceptButton()->click();
        QTRY_COMPARE(people()->all().size(), std::size_t(2));
        QCOMPARE(people()->nameOf(foreign(7).toStdString()), std::string("Cleo"));
        QCOMPARE(people()->nameOf(foreign(1).toStdString()), std::string("Bo")); // as it was
    }

private:
    [[nodiscard]] std::shared_ptr<const wallet::People> people() const {
        return (*m_node)->wallet().status()->people;
    }
    [[nodiscard]] QString cell(int row, int column) const {
        return m_view->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString foreign(unsigned char number) const {
        const auto script = script::witnessPubKeyHashScript(util::ByteArray<20>{number});
        return QString::fromStdString(script::toAddress(script, (*m_node)->params().addresses).value());
    }
    void name(const QString& name, const QString& address) {
        const auto done = test::MemoryNode::answer(
            (*m_node)->wallet().setPeople({{address.toStdString(), name.toStdString()}}));
        QVERIFY(done && *done);
    }
    void pay(const QString& address, std::int64_t satoshi) {
        wallet::PaymentRequest request;
        request.recipients = {
            {script::scriptFromAddress(address.toStdString(), (*m_node)->params().addresses).value(),
             primitives::Amount(satoshi)}};
        QVERIFY(test::MemoryNode::answer((*m_node)->wallet().pay(request)));
    }
    static bool problemIn(const gui::FormDialog& dialog, const QString& words) {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }
};

CAIRN_GUI_TEST(PeopleViewTest)
#include "PeopleViewTest.moc"
