#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/models/CoinListModel.h"
#include "gui/wallet/CoinScatter.h"
#include "gui/wallet/CoinsDialog.h"
#include "gui/wallet/CoinsView.h"
#include "gui/wallet/ReviewDialog.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SegmentedControl.h"
#include "gui/widgets/SentenceLabel.h"

#include <QSignalSpy>

using gui::CoinListModel;

/// The tab Coins on a real node, whose wallet has coins of three kinds.
class CoinsViewTest : public QObject, protected test::ViewOnNode<gui::CoinsView> {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(startRichNode(2));
        for (const char* const label : {"Ana", "Bo"}) { // three coins of one: two to itself, and change
            const auto made = test::MemoryNode::answer((*m_node)->wallet().newReceiveAddress(label));
            wallet::PaymentRequest request;
            request.recipients = {{(*made)->scriptPubKey, primitives::Amount(500'000'000)}};
            QVERIFY(test::MemoryNode::answer((*m_node)->wallet().pay(request)));
        }
        QVERIFY(m_node->mine(1));
    }
    void cleanupTestCase() { m_node.reset(); }

    void init() {
        failOnWarnings();
        QVERIFY(showView({1200, 620}));
        QTRY_VERIFY(model()->field() && model()->field()->count >= 13);
        QTRY_VERIFY(model()->row(0));
    }
    void cleanup() { closeView(); }

    void theLargestComeFirst() {
        for (int row = 1; row < model()->rowCount(); ++row) {
            QTRY_VERIFY(model()->row(row));
            QVERIFY(model()->row(row - 1)->amount >= model()->row(row)->amount);
        }
        QSignalSpy anew(model(), &QAbstractItemModel::modelReset);
        m_view->findChild<gui::SegmentedControl*>(QStringLiteral("coinOrder"))->setCurrentIndex(1);
        QTRY_COMPARE(anew.size(), 1);
        QTRY_VERIFY(model()->row(0) && model()->row(0)->height == (*m_node)->chain().status()->tip.height);
        for (int row = 1; row < model()->rowCount(); ++row) {
            QTRY_VERIFY(model()->row(row));
            QVERIFY(model()->row(row - 1)->height >= model()->row(row)->height);
        }
    }

    void boxesChoose() {
        const int row = rowOf(QStringLiteral("Ana"));
        const QModelIndex box = model()->index(row, CoinListModel::Chosen);
        QCOMPARE(box.data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        m_view->table()->scrollTo(box);
        QTest::mouseClick(m_view->table()->viewport(), Qt::LeftButton, {},
                          m_view->table()->visualRect(box).center());
        QCOMPARE(model()->chosen().size(), 1U);
        QTRY_COMPARE(model()->chosenSum().satoshi(), 500'000'000);
        QVERIFY(button("spendTheseButton")->isVisible());
        QVERIFY(m_view->findChild<gui::Banner*>(QStringLiteral("togetherBanner"))->isHidden());
        // With the key, wherever in the row.
        const int other = rowOf(QStringLiteral("Bo"));
        m_view->table()->setCurrentIndex(model()->index(other, CoinListModel::Age));
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
        m_view->table()->setFocus();
        QTest::keyClick(m_view->table(), Qt::Key_Space);
        QTRY_COMPARE(model()->chosenRows().size(), 2U);
        auto* banner = m_view->findChild<gui::Banner*>(QStringLiteral("togetherBanner"));
        QTRY_VERIFY(banner->isVisible()); // two addresses, seen to be one owner's
        QVERIFY(banner->findChild<gui::SentenceLabel*>()->text().contains(QStringLiteral("Ana")));
        test::shoot(*m_view, QStringLiteral("coins-light"));
        QSignalSpy spent(m_view.get(), &gui::CoinsView::spendRequested);
        button("spendTheseButton")->click();
        QCOMPARE(spent.size(), 1);
        QCOMPARE(spent[0][1].value<primitives::Amount>().satoshi(), 1'000'000'000);
        button("clearChoiceButton")->click();
        QTRY_VERIFY(!button("spendTheseButton")->isVisible());
    }

    void whatIsNotRipeCannotBeSpent() {
        const int row = rowWithState(QStringLiteral("matures"));
        QVERIFY(row >= 0);
        model()->toggle(model()->row(row)->outpoint);
        QTRY_COMPARE(model()->chosenRows().size(), 1U);
        QVERIFY(!button("spendTheseButton")->isEnabled());
        model()->choose({});
        QTRY_COMPARE(model()->chosenRows().size(), 0U);
    }

    void freezesAndGivesFree() {
        const int row = rowOf(QStringLiteral("Ana"));
        const primitives::OutPoint coin = model()->row(row)->outpoint;
        model()->toggle(coin);
        QTRY_VERIFY(button("freezeButton")->isVisible());
        button("freezeButton")->click();
        QTRY_VERIFY(isFrozen(coin));
        QTRY_COMPARE(cell(rowOf(QStringLiteral("Ana")), CoinListModel::State), QStringLiteral("frozen"));
        QTRY_COMPARE((*m_node)->wallet().status()->balance.frozen.satoshi(), 500'000'000);
        QTRY_COMPARE(button("freezeButton")->text(), QStringLiteral("Give free"));
        button("freezeButton")->click();
        QTRY_VERIFY(!isFrozen(coin));
        QTRY_COMPARE(cell(rowOf(QStringLiteral("Ana")), CoinListModel::State), QString());
        model()->choose({});
    }

    void thePictureChoosesToo() {
        auto* picture = m_view->scatter();
        QCOMPARE(picture->itemCount(), model()->field()->count);
        const auto coin = picture->coinAt(3);
        QVERIFY(coin);
        picture->setFocus();
        picture->setCurrentItem(3);
        QTest::keyClick(picture, Qt::Key_Space);
        QVERIFY(model()->chosen().contains(*coin));
        QTRY_COMPARE(model()->chosenRows().size(), 1U);
        // A band around everything chooses everything.
        QTest::mousePress(picture, Qt::LeftButton, {}, QPoint(1, 1));
        QTest::mouseMove(picture, QPoint(picture->width() / 2, picture->height() / 2));
        QTest::mouseMove(picture, QPoint(picture->width() - 2, picture->height() - 2));
        QTest::mouseRelease(picture, Qt::LeftButton, {}, QPoint(picture->width() - 2, picture->height() - 2));
        QTRY_COMPARE(static_cast<int>(model()->chosenRows().size()), model()->field()->count);
        model()->choose({});
    }

    void hidesAmounts() {
        QVERIFY(cell(0, CoinListModel::Value).contains(QStringLiteral("50")));
        gui::format().setAmountsHidden(true);
        QVERIFY(!cell(0, CoinListModel::Value).contains(QStringLiteral("50")));
    }

    void theDialogOffersWhatCanPay() {
        auto* const opened = new gui::CoinsDialog(**m_node, {}, m_view.get()); // goes when it is closed
        gui::CoinsDialog& dialog = *opened;
        dialog.open();
        QTRY_VERIFY(dialog.model()->rowCount() > 0);
        QVERIFY(dialog.model()->rowCount() < model()->rowCount()); // without those that ripen
        QTRY_VERIFY(dialog.model()->row(0));
        dialog.model()->toggle(dialog.model()->row(0)->outpoint);
        QTRY_COMPARE(dialog.model()->chosenRows().size(), 1U);
        QSignalSpy chosen(&dialog, &gui::CoinsDialog::chosen);
        dialog.acceptButton()->click();
        QCOMPARE(chosen.size(), 1);
    }

    /// Last: it spends.
    void joinsTheSmallest() {
        button("joinCoinsButton")->click();
        QTRY_VERIFY(m_view->findChild<gui::ReviewDialog*>());
        auto* review = m_view->findChild<gui::ReviewDialog*>();
        test::shoot(*review, QStringLiteral("join-light"));
        const int before = model()->field()->count;
        review->acceptButton()->click();
        QTRY_VERIFY(m_navigator->visited.contains(QStringLiteral("activity")));
        QTRY_VERIFY(model()->field()->count < before);
    }

    void tooManyForCirclesAreSquares() {
        gui::CoinScatter picture(10);
        auto field = std::make_shared<gui::CoinField>();
        field->count = 700;
        field->sum = primitives::Amount(70'000);
        field->least = primitives::Amount(10);
        field->most = primitives::Amount(10'000'000);
        field->oldest = 1;
        field->cells = {{0, 0, 600, primitives::Amount(6'000)}, {39, 13, 100, primitives::Amount(64'000)}};
        picture.resize(600, 200);
        picture.setField(field, 100'000);
        QCOMPARE(picture.itemCount(), 2);
        QVERIFY(!picture.coinAt(0));
        QVERIFY(picture.itemRect(0).right() < picture.itemRect(1).left()); // the older at the right …
        QVERIFY(picture.itemRect(0).top() > picture.itemRect(1).bottom()); // … the larger above
        QCOMPARE(picture.tableModel()->rowCount(), 2);
    }

private:
    [[nodiscard]] CoinListModel* model() const { return m_view->model(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return model()->index(row, column).data().toString();
    }
    [[nodiscard]] gui::Button* button(const char* name) const {
        return m_view->findChild<gui::Button*>(QLatin1String(name));
    }
    [[nodiscard]] int rowWith(int column, const QString& start) const {
        for (int row = 0; row < model()->rowCount(); ++row) {
            (void)QTest::qWaitFor([&] { return model()->row(row) != nullptr; });
            if (cell(row, column).startsWith(start)) return row;
        }
        return -1;
    }
    [[nodiscard]] int rowOf(const QString& label) const { return rowWith(CoinListModel::Label, label); }
    [[nodiscard]] int rowWithState(const QString& state) const {
        return rowWith(CoinListModel::State, state);
    }
    [[nodiscard]] bool isFrozen(const primitives::OutPoint& coin) const {
        return test::MemoryNode::answer(
                   (*m_node)->wallet().ask(
                       [coin](const wallet::Wallet& wallet, std::int32_t) { return wallet.isFrozen(coin); }))
            .value_or(false);
    }
};

CAIRN_GUI_TEST(CoinsViewTest)
#include "CoinsViewTest.moc"
