#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/models/ActivityModel.h"
#include "gui/models/AddressModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/ActivityView.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/ReceiveView.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/SegmentedControl.h"
#include "gui/widgets/SentenceLabel.h"
#include "gui/widgets/TableRoles.h"
#include "script/OutputType.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
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
        QTRY_COMPARE((*m_node)->wallet().status()->historySize, 3);
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
        QMenu* menu = table()->makeMenu(model()->index(0, 0));
        for (QAction* action : menu->actions())
            if (action->text().startsWith(QStringLiteral("Open in Explorer"))) action->trigger();
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
        model()->setFilter({wallet::HistoryKind::All, QStringLiteral("LUCK")});
        QTRY_COMPARE(model()->rowCount(), 1);
        model()->setFilter({wallet::HistoryKind::Sent, {}});
        QTRY_COMPARE(model()->rowCount(), 0);
    }

    void writesATable() {
        QSignalSpy done(model(), &gui::ActivityModel::exported);
        const QString path = m_node->folder() + QStringLiteral("/activity.csv");
        model()->exportTo(path, gui::ActivityModel::FileKind::Csv);
        QTRY_COMPARE(done.size(), 1);
        QVERIFY(done[0][0].toBool());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList lines = file.readAll().replace("\r\n", "\n").split('\n');
        QCOMPARE(lines.size(), 1 + 3 + 1);
        QCOMPARE(lines[0], QByteArray("time,height,kind,change,fee,balance,address,label,note,txid,state"));
        const QByteArrayList newest = lines[1].split(',');
        QCOMPARE(newest[1], QByteArray("3"));
        QCOMPARE(newest[2], QByteArray("mined"));
        QCOMPARE(newest[3], QByteArray("50.00000000")); // for programs: never as the language writes it
        QCOMPARE(newest[4], QByteArray());
        QCOMPARE(newest[5], QByteArray("150.00000000")); // what there was after it
        QCOMPARE(lines[3].split(',')[5], QByteArray("50.00000000"));
        QCOMPARE(newest[10], QByteArray("confirmed"));
    }

    void aFilterStaysWhenABlockComes() {
        QTRY_VERIFY(model()->row(1));
        const auto txid = model()->row(1)->txid;
        QVERIFY(model()->setData(model()->index(1, gui::ActivityModel::Note), QStringLiteral("lucky one"),
                                 Qt::EditRole));
        QTRY_COMPARE(noteOf(txid), QStringLiteral("lucky one"));
        m_page->findChild<gui::SearchField*>()->setText(QStringLiteral("lucky"));
        QTRY_COMPARE(model()->rowCount(), 1);
        QTRY_VERIFY(model()->row(0));
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        table()->setCurrentIndex(model()->index(0, 0));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_F2);
        QPointer<QLineEdit> editor = table()->findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("half a note"));
        QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
        const auto seen = (*m_node)->wallet().status()->historyRevision;
        QVERIFY(m_node->mine(1));
        QTRY_VERIFY((*m_node)->wallet().status()->historyRevision > seen);
        QTest::qWait(400); // more than the time between two news
        QCOMPARE(reset.count(), 0);
        QVERIFY(editor);
        QCOMPARE(editor->text(), QStringLiteral("half a note"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(noteOf(txid), QStringLiteral("half a note"));
        QTRY_COMPARE(model()->rowCount(), 0); // it does not fit any more
    }

    void kindsAreListsOfTheirOwn() {
        QTRY_VERIFY(model()->rowCount() >= 3);
        QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
        model()->setFilter({wallet::HistoryKind::Mined, {}});
        QTRY_COMPARE(reset.count(), 1);
        const int before = model()->rowCount();
        QVERIFY(m_node->mine(1));
        QTRY_COMPARE(model()->rowCount(), before + 1);
        QCOMPARE(reset.count(), 1);
        QTRY_VERIFY(model()->row(0) && model()->row(0)->isCoinbase);
        model()->setFilter({wallet::HistoryKind::Sent, {}});
        QTRY_COMPARE(model()->rowCount(), 0);
    }

    void aNoteThatCannotBeWrittenIsNotShown() {
        QTRY_VERIFY(model()->row(0));
        QSignalSpy refused(model(), &gui::ActivityModel::noteRefused);
        // The wallet is closed before the note comes to it.
        const auto other = (*m_node)->wallet().create(QStringLiteral("other"), {}, {}, {}, false);
        QVERIFY(model()->setData(model()->index(0, gui::ActivityModel::Note), QStringLiteral("lost"),
                                 Qt::EditRole));
        QVERIFY(cell(0, gui::ActivityModel::Note) != QStringLiteral("lost"));
        QTRY_COMPARE(refused.count(), 1);
        QVERIFY(test::MemoryNode::answer(other).has_value());
        QCOMPARE(m_navigator->notices.size(), 1);
        QVERIFY(m_navigator->notices[0].startsWith(QStringLiteral("The note was not kept")));
        QTRY_COMPARE(model()->rowCount(), 0); // the other one is empty
        QVERIFY(test::MemoryNode::answer((*m_node)->wallet().open(QStringLiteral("default"))).has_value());
        QVERIFY(m_node->waitForWallet());
        QTRY_VERIFY(model()->rowCount() >= 3);
    }

    void namesEveryoneWhoIsPaid() {
        gui::Counterparty one{QStringLiteral("bcrt1qabcdefghijklmnop"), {}, 0};
        QVERIFY(!one.text().contains(QStringLiteral("other")));
        one.others = 2;
        QVERIFY2(one.text().contains(QStringLiteral("and 2 other")), qPrintable(one.text()));
        QVERIFY(m_node->mine(101, util::Bytes{0x51})); // the first rewards ripen
        QTRY_VERIFY((*m_node)->wallet().status()->balance.spendable.satoshi() > 0);
        wallet::PaymentRequest request;
        for (const std::uint8_t who : {std::uint8_t{7}, std::uint8_t{8}})
            request.recipients.push_back(
                {.scriptPubKey = script::witnessPubKeyHashScript(util::Bytes(20, who)),
                 .amount = primitives::Amount(100'000'000)});
        QVERIFY(test::MemoryNode::answer((*m_node)->wallet().pay(request)).has_value());
        QTRY_VERIFY(cell(0, gui::ActivityModel::What).startsWith(QStringLiteral("Sent to ")));
        QVERIFY2(cell(0, gui::ActivityModel::What).contains(QStringLiteral("and 1 other")),
                 qPrintable(cell(0, gui::ActivityModel::What)));
        // A ripe reward is called the same everywhere.
        QTRY_VERIFY(model()->row(model()->rowCount() - 1));
        QCOMPARE(cell(model()->rowCount() - 1, gui::ActivityModel::State), QStringLiteral("spendable"));
    }

    void copiesNothingThatIsHidden() {
        QTRY_VERIFY(model()->row(0));
        gui::format().setAmountsHidden(true);
        for (int row = 0; row < 3; ++row) {
            table()->setCurrentIndex(model()->index(row, gui::ActivityModel::Amount));
            QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
            const QString copied = QGuiApplication::clipboard()->text();
            QVERIFY2(!copied.contains(QRegularExpression(QStringLiteral("[0-9]"))), qPrintable(copied));
            const auto things =
                model()->index(row, gui::ActivityModel::Amount).data(gui::ThingsRole).value<gui::Things>();
            QVERIFY(things.isEmpty());
        }
    }

    void listsMiningAddressesApart() {
        m_page->showReceive();
        auto* view = m_page->findChild<gui::ReceiveView*>();
        QTRY_VERIFY(!view->address().isEmpty());
        auto* table = view->findChild<gui::DataTable*>(QStringLiteral("addressTable"));
        view->findChild<gui::SegmentedControl*>()->setCurrentIndex(1);
        auto* given = qobject_cast<gui::AddressModel*>(table->model());
        QVERIFY(given);
        QTRY_VERIFY(given->rowCount() > 0 && given->row(0));
        for (int row = 0; row < given->rowCount(); ++row)
            QVERIFY(given->row(row)->label != QString::fromStdString(std::string(wallet::kRewardLabel)));
        view->findChild<gui::SegmentedControl*>()->setCurrentIndex(2);
        auto* mining = qobject_cast<gui::AddressModel*>(table->model());
        QVERIFY(mining != given);
        QTRY_VERIFY(mining->rowCount() >= 1 &&
                    mining->rowCount() <= 2); // one an opening, however many blocks
        QTest::qWait(1'000);                  // the last news of the blocks before
        // A block without a reward of ours changes no address: nothing is read again.
        QSignalSpy read(mining, &gui::AddressModel::sizeChanged);
        const auto seen = (*m_node)->wallet().status()->revision;
        QVERIFY(m_node->mine(1, util::Bytes{0x51}));
        QTRY_VERIFY((*m_node)->wallet().status()->revision > seen);
        QTest::qWait(400);
        QCOMPARE(read.count(), 0);
    }

    void keepsALabelTypedIntoTheTable() {
        m_page->showReceive();
        auto* view = m_page->findChild<gui::ReceiveView*>();
        auto* table = view->findChild<gui::DataTable*>(QStringLiteral("addressTable"));
        view->findChild<gui::SegmentedControl*>()->setCurrentIndex(1);
        auto* given = qobject_cast<gui::AddressModel*>(table->model());
        QTRY_VERIFY(given->rowCount() > 0 && given->row(0));
        const QString address = given->row(0)->address;
        table->setCurrentIndex(given->index(0, gui::AddressModel::Address));
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F2);
        auto* editor = table->findChild<QLineEdit*>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QStringLiteral("choir"));
        QTest::keyClick(editor, Qt::Key_Return);
        const auto labelOf = [&] {
            const auto script =
                script::scriptFromAddress(address.toStdString(), (*m_node)->params().addresses);
            return test::MemoryNode::answer(
                       (*m_node)->wallet().ask([script](const wallet::Wallet& wallet, std::int32_t) {
                           return wallet.addressOf(*script)->label;
                       }))
                .value_or(std::string());
        };
        QTRY_COMPARE(labelOf(), std::string("choir"));
        QTRY_VERIFY(given->row(0) && given->row(0)->label == QLatin1String("choir"));
    }

    void showsAFreshAddressAndItsCode() {
        m_page->showReceive();
        auto* view = m_page->findChild<gui::ReceiveView*>();
        QTRY_VERIFY(!view->address().isEmpty());
        const auto script =
            script::scriptFromAddress(view->address().toStdString(), (*m_node)->params().addresses);
        QVERIFY(script);
        QVERIFY(test::MemoryNode::answer((*m_node)->wallet().ask([script](const wallet::Wallet& wallet,
                                                                          std::int32_t) {
                    return wallet.isMine(*script);
                })).value_or(false));
        QVERIFY(!view->qr()->isEmpty());
        const auto link = [&] {
            return wallet::parsePaymentLink(view->qr()->text().toStdString(),
                                            wallet::paymentLinkFormat((*m_node)->params().addresses))
                .value();
        };
        QCOMPARE(link().address, view->address().toStdString());
        auto* amount = m_page->findChild<QLineEdit*>(QStringLiteral("requestAmountEdit"));
        QTest::keyClicks(amount, QStringLiteral("2,5"));
        QCOMPARE(link().amount->satoshi(), 250'000'000);
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
        auto* hint = view->findChild<gui::SentenceLabel*>(QStringLiteral("hintLabel"));
        QTRY_VERIFY(hint->text().contains(QStringLiteral("Bo & Mia")));
        QVERIFY(!view->qr()->text().contains(QStringLiteral("Mia"))); // only they themselves can read it
    }

    void readsAmountsAsTyped() {
        QCOMPARE(gui::typedAmount(QStringLiteral("1 204,5"))->satoshi(), 120'450'000'000);
        QVERIFY(!gui::typedAmount(QStringLiteral("-1")));
        QVERIFY(!gui::typedAmount(QStringLiteral("1e3")));
        QCOMPARE(gui::groupedAddress(QStringLiteral("abcdefghij")), QStringLiteral("abcd efgh ij"));
    }

private:
    gui::ActivityModel* model() { return m_page->findChild<gui::ActivityView*>()->model(); }
    gui::DataTable* table() { return m_page->findChild<gui::ActivityView*>()->table(); }
    QString cell(int row, int column) { return model()->index(row, column).data().toString(); }
    QString noteOf(const primitives::TxId& txid) {
        const auto note = test::MemoryNode::answer((*m_node)->wallet().ask(
            [txid](const wallet::Wallet& wallet, std::int32_t) { return wallet.transaction(txid)->note; }));
        return QString::fromStdString(note.value_or(std::string()));
    }

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<test::NotedNavigator> m_navigator;
    std::unique_ptr<gui::WalletPage> m_page;
};

CAIRN_GUI_TEST(WalletPageTest)
#include "WalletPageTest.moc"
