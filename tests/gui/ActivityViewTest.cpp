#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/models/ActivityModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/ActivityView.h"
#include "gui/wallet/FeeBars.h"
#include "gui/wallet/LabelFiles.h"
#include "gui/wallet/PaymentPane.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/RecipientsDialog.h"
#include "gui/wallet/ReviewDialog.h"
#include "gui/wallet/SendView.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/SentenceLabel.h"
#include "gui/widgets/TableRoles.h"
#include "script/OutputType.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>

using gui::ActivityModel;
using primitives::Amount;

namespace {

/// Regtest with blocks of some payments only: they fill.
consensus::ChainParams narrowParams() {
    consensus::ChainParams params = consensus::regtestParams();
    params.card.rules.maxBlockWeight = 8'000;
    params.card.rules.coinbaseMaturity = 10;
    return params;
}

} // namespace

/// The lines of the activity that wait: opened in place, made faster, called back, given up.
class ActivityViewTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_node.reset(); }
    void init();
    void cleanup();
    void showsTheBalanceAfterEachLine();
    void opensALineInPlace();
    void saysWhyAPaymentWaits();
    void speedsUpForThePriceOnTheButton();
    void callsBackAfterAQuestion();
    void saysWhatIsMissing();
    void filtersWhatWaits();
    void writesTheHistoryForPrograms();
    void takesLabelsOver();
    void paysAList();
    void refusesAWrongList();

private:
    ActivityModel* model() { return m_page->findChild<gui::ActivityView*>()->model(); }
    gui::DataTable* table() { return m_page->findChild<gui::ActivityView*>()->table(); }
    gui::PaymentPane* pane() { return m_page->findChild<gui::ActivityView*>()->pane(); }
    QString cell(int row, int column) { return model()->index(row, column).data().toString(); }
    primitives::TransactionRef pay(std::int64_t feePerKvB);
    void open(int row);
    int rowOf(const primitives::TransactionRef& transaction);
    int longestInk(int row);

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<test::NotedNavigator> m_navigator;
    std::unique_ptr<gui::WalletPage> m_page;
    std::vector<primitives::OutPoint> m_coins; ///< rewards that were not spent
    primitives::TransactionRef m_cheap;        ///< waits behind others
};

void ActivityViewTest::initTestCase() {
    (void)gui::theme();
    m_node = std::make_unique<test::MemoryNode>(true, QStringLiteral("off"), narrowParams());
    QVERIFY(m_node->start());
    QVERIFY(m_node->mine(30));
    QVERIFY(m_node->mine(10, util::Bytes{0x51}));
    const auto coins = test::MemoryNode::answer(
        (*m_node)->wallet().ask([](const wallet::Wallet& wallet, std::int32_t) { return wallet.coins(); }));
    for (const auto& coin : *coins)
        m_coins.push_back(coin.outpoint);
    QCOMPARE(m_coins.size(), std::size_t(30));
    m_cheap = pay(2'000);
    for (int i = 0; i < 17; ++i)
        (void)pay(20'000 + 4'000 * i);
}

/// Each from a coin of its own.
primitives::TransactionRef ActivityViewTest::pay(std::int64_t feePerKvB) {
    wallet::PaymentRequest request;
    request.recipients = {{script::witnessPubKeyHashScript(util::Bytes(20, 7)), Amount(150'000'000)}};
    request.feePerKvB = feePerKvB;
    request.onlyFrom = {m_coins.back()};
    m_coins.pop_back();
    return test::MemoryNode::answer((*m_node)->wallet().pay(request)).value().transaction;
}

void ActivityViewTest::init() {
    failOnWarnings();
    m_navigator = std::make_unique<test::NotedNavigator>();
    m_page = std::make_unique<gui::WalletPage>(**m_node, *m_navigator);
    m_page->resize(1104, 640); // of a window of 1280×720
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_VERIFY(model()->row(0));
}

void ActivityViewTest::cleanup() {
    m_page.reset();
}

int ActivityViewTest::rowOf(const primitives::TransactionRef& transaction) {
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->row(row) && model()->row(row)->txid == transaction->txid()) return row;
    }
    return -1;
}

void ActivityViewTest::open(int row) {
    table()->setCurrentIndex(model()->index(row, 0));
    table()->scrollTo(model()->index(row, 0));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(table()->openedRow(), row);
    QVERIFY(pane());
}

void ActivityViewTest::showsTheBalanceAfterEachLine() {
    const auto rows = model()->rowCount();
    for (int row = 0; row + 1 < std::min(rows, 20); ++row) {
        QTRY_VERIFY(model()->row(row) && model()->row(row + 1));
        QCOMPARE(*model()->row(row)->balance, *model()->row(row + 1)->balance + model()->row(row)->net);
    }
    QCOMPARE(*model()->row(0)->balance, (*m_node)->wallet().status()->balance.total());
    QVERIFY(!cell(0, ActivityModel::Balance).isEmpty());
    test::shoot(*m_page, QStringLiteral("pay-activity-light"));
}

void ActivityViewTest::opensALineInPlace() {
    const int height = table()->rowHeight(1);
    open(1);
    QVERIFY(table()->rowHeight(1) > height + 60);
    QVERIFY(pane()->isVisible());
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(table()->openedRow(), -1);
    QCOMPARE(table()->rowHeight(1), height);
    // A click opens, another closes; where notes are written it does not.
    const auto click = [this](int column, int row = 1) {
        const QRect place = table()->visualRect(model()->index(row, column));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place.topLeft() + QPoint(20, 18));
    };
    click(ActivityModel::Date);
    QCOMPARE(table()->openedRow(), 1);
    click(ActivityModel::Date);
    QCOMPARE(table()->openedRow(), -1);
    click(ActivityModel::Note, 2);
    QCOMPARE(table()->openedRow(), -1);
    // What is confirmed says where, and leads to the explorer.
    const int last = model()->rowCount() - 1;
    table()->scrollToBottom();
    QTRY_VERIFY(model()->row(last));
    open(last);
    QVERIFY2(pane()->sentence().contains(QStringLiteral("since")), qPrintable(pane()->sentence()));
    QTest::mouseClick(buttonNamed(*pane(), QStringLiteral("Open in Explorer")), Qt::LeftButton);
    QVERIFY(m_navigator->visited.value(0).startsWith(QStringLiteral("transaction ")));
    // A block on top moves the line, and it stays open.
    QVERIFY(m_node->mine(1, script::witnessPubKeyHashScript(util::Bytes(20, 9))));
    QCOMPARE(table()->openedRow(), model()->rowCount() - 1);
}

void ActivityViewTest::saysWhyAPaymentWaits() {
    open(rowOf(m_cheap));
    QTRY_VERIFY2(pane()->sentence().contains(QStringLiteral("No other node is connected")),
                 qPrintable(pane()->sentence()));
    QVERIFY(pane()->cancelButton()->isVisible() && !pane()->abandonButton()->isVisible());
    QTRY_VERIFY(pane()->speedUpButton()->text().startsWith(QStringLiteral("Speed up for ")));
    auto* bars = pane()->findChild<gui::FeeBars*>();
    QVERIFY(bars->isVisible() && bars->itemCount() > 5);
    QCOMPARE(bars->tableModel()->rowCount(), bars->itemCount());
    for (const auto theme : {gui::Theme::Choice::Light, gui::Theme::Choice::Dark}) {
        gui::theme().setChoice(theme);
        test::shoot(*m_page, theme == gui::Theme::Choice::Light ? QStringLiteral("pay-waiting-light")
                                                                : QStringLiteral("pay-waiting-dark"));
    }
    gui::theme().setChoice(gui::Theme::Choice::Light);
}

void ActivityViewTest::speedsUpForThePriceOnTheButton() {
    const auto paid = pay(2'000);
    QTRY_VERIFY(rowOf(paid) == 0);
    open(0);
    auto* button = pane()->speedUpButton();
    QTRY_VERIFY(button->isVisible() && button->isEnabled());
    const QString price = button->text().section(QLatin1Char(' '), 3);
    const Amount before = (*m_node)->wallet().status()->balance.total();
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(m_navigator->notices.size(), 1);
    QTRY_VERIFY(rowOf(paid) == 1);
    QTRY_COMPARE(cell(1, ActivityModel::State), QStringLiteral("replaced"));
    QTRY_VERIFY((*m_node)->wallet().status()->balance.total() != before);
    QCOMPARE(gui::format().trimmed(before - (*m_node)->wallet().status()->balance.total()), price);
    QCOMPARE(model()->index(1, 0).data(gui::RowToneRole).toInt(), int(gui::RowTone::Lost));
    QVERIFY(cell(1, ActivityModel::Balance).isEmpty());
    QVERIFY(longestInk(1) > 50);
    table()->closeRow();
    open(1);
    QVERIFY2(pane()->sentence().contains(QStringLiteral("pays more")), qPrintable(pane()->sentence()));
    test::shoot(*m_page, QStringLiteral("pay-replaced-light"));
}

/// Of the pixels beside one another in the line through a row's text: a word has gaps, a stroke has none.
int ActivityViewTest::longestInk(int row) {
    const QImage image = m_page->grab().toImage();
    const QRect cell = table()->visualRect(model()->index(row, ActivityModel::Date));
    const QPoint corner = table()->viewport()->mapTo(m_page.get(), cell.topLeft());
    int longest = 0;
    for (int y = corner.y() + 10; y < corner.y() + 26; ++y) {
        int run = 0;
        for (int x = corner.x() + 6; x < corner.x() + cell.width(); ++x) {
            run = image.pixel(x, y) == image.pixel(corner.x() + cell.width() - 2, y) ? 0 : run + 1;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

void ActivityViewTest::callsBackAfterAQuestion() {
    const auto paid = pay(2'000);
    QTRY_VERIFY(rowOf(paid) == 0);
    open(0);
    QVERIFY(pane()->cancelButton()->isVisible());
    QTest::mouseClick(pane()->cancelButton(), Qt::LeftButton);
    const auto review = [this] { return m_page->findChild<gui::ReviewDialog*>(); };
    QTRY_VERIFY(review() && review()->isVisible());
    test::shoot(*review(), QStringLiteral("pay-cancel-light"));
    QVERIFY(review()->findChild<gui::SentenceLabel*>() != nullptr);
    QTest::mouseClick(review()->acceptButton(), Qt::LeftButton);
    QTRY_COMPARE(cell(1, ActivityModel::State), QStringLiteral("replaced"));
    QCOMPARE(cell(0, ActivityModel::What), QStringLiteral("Moved to yourself"));
}

void ActivityViewTest::saysWhatIsMissing() {
    const wallet::SpeedUpFailure failure{wallet::SpeedUpError::NoCoins, Amount(50'000), Amount(20'000), {}};
    gui::PaymentPane poor(**m_node, *m_navigator, *model()->row(rowOf(m_cheap)));
    poor.resize(1'000, 180);
    poor.show();
    QTRY_VERIFY(poor.speedUpButton()->isEnabled() && poor.speedUpButton()->isVisible());
    poor.showPlan(fail(failure));
    QVERIFY(!poor.speedUpButton()->isEnabled() && poor.speedUpButton()->isVisible());
    QVERIFY2(poor.speedUpButton()->text().startsWith(gui::format().trimmed(Amount(30'000))),
             qPrintable(poor.speedUpButton()->text()));
    test::shoot(poor, QStringLiteral("pay-missing-light"));
    poor.showPlan(fail(wallet::SpeedUpFailure{wallet::SpeedUpError::OthersBuildOn, {}, {}, {}}));
    QVERIFY(!poor.speedUpButton()->isVisible());
}

void ActivityViewTest::filtersWhatWaits() {
    gui::Button* chip = nullptr;
    for (auto* each : m_page->findChildren<gui::Button*>())
        if (each->text().startsWith(QStringLiteral("Waiting "))) chip = each;
    QVERIFY(chip);
    const int all = model()->rowCount();
    QTest::mouseClick(chip, Qt::LeftButton);
    QTRY_VERIFY(model()->rowCount() < all && model()->rowCount() >= 4);
    QCOMPARE(chip->text(), QStringLiteral("Waiting %1").arg(model()->rowCount()));
    for (int row = 0; row < model()->rowCount(); ++row) {
        QTRY_VERIFY(model()->row(row));
        QVERIFY(model()->row(row)->state == wallet::TxState::Waiting);
    }
    m_page->findChild<gui::SearchField*>()->setText(QStringLiteral("nothing like that"));
    QTRY_COMPARE(model()->rowCount(), 0);
    test::shoot(*m_page, QStringLiteral("pay-no-hits-light"));
    emit table()->emptyActionTriggered();
    QTRY_COMPARE(model()->rowCount(), all);
    auto* times = m_page->findChild<gui::Button*>(QStringLiteral("timeChip"));
    QVERIFY(times && times->menu()->actions().size() == 5);
    times->menu()->actions()[1]->trigger();
    QVERIFY(model()->filter().since > 0);
    QVERIFY(times->text() != QStringLiteral("Any time"));
}

void ActivityViewTest::writesTheHistoryForPrograms() {
    QSignalSpy done(model(), &ActivityModel::exported);
    const QString path = m_node->folder() + QStringLiteral("/activity.json");
    model()->exportTo(path, ActivityModel::FileKind::Json);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(done[0][0].toBool());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray lines = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(lines.size(), model()->rowCount());
    QCOMPARE(lines[0].toObject()[QStringLiteral("balance")].toString(),
             QString::fromStdString(primitives::toDecimal((*m_node)->wallet().status()->balance.total())));
    QVERIFY(!lines[0].toObject()[QStringLiteral("state")].toString().isEmpty());
}

void ActivityViewTest::takesLabelsOver() {
    QVERIFY(test::MemoryNode::answer((*m_node)->wallet().setNote(m_cheap->txid(), "from here")).has_value());
    const QString path = m_node->folder() + QStringLiteral("/labels.jsonl");
    gui::saveLabels(path, (*m_node)->wallet(), *m_navigator, m_page.get());
    QTRY_COMPARE(m_navigator->notices.size(), 1);
    QVERIFY(test::MemoryNode::answer((*m_node)->wallet().setNote(m_cheap->txid(), "")).has_value());
    gui::takeLabels(path, (*m_node)->wallet(), *m_navigator, m_page.get());
    QTRY_COMPARE(m_navigator->notices.size(), 2);
    QVERIFY2(m_navigator->notices[1].contains(QLatin1Char('1')), qPrintable(m_navigator->notices[1]));
    const auto note = test::MemoryNode::answer(
        (*m_node)->wallet().ask([txid = m_cheap->txid()](const wallet::Wallet& wallet, std::int32_t) {
            return wallet.transaction(txid)->note;
        }));
    QCOMPARE(note.value(), std::string("from here"));
    gui::takeLabels(m_node->folder() + QStringLiteral("/none"), (*m_node)->wallet(), *m_navigator,
                    m_page.get());
    QCOMPARE(m_navigator->notices.size(), 3);
}

void ActivityViewTest::paysAList() {
    const QString address = QString::fromStdString(*script::toAddress(
        script::witnessPubKeyHashScript(util::Bytes(20, 7)), (*m_node)->params().addresses));
    auto* menu = m_page->findChild<gui::Button*>(QStringLiteral("manageButton"))->menu();
    emit menu->aboutToShow();
    menu->actions().first()->trigger();
    auto* dialog = m_page->findChild<gui::RecipientsDialog*>();
    QVERIFY(dialog);
    dialog->edit()->setPlainText(QStringLiteral("address;amount\n%1;1.5;Bo\n%1;0.25\n").arg(address));
    test::shoot(*dialog, QStringLiteral("pay-list-light"));
    QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    const auto rows = m_page->findChildren<gui::PaymentRow*>();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0]->address(), address);
    QCOMPARE(rows[0]->amount()->satoshi(), 150'000'000);
    QCOMPARE(rows[1]->amount()->satoshi(), 25'000'000);
}

void ActivityViewTest::refusesAWrongList() {
    gui::RecipientsDialog dialog((*m_node)->params().addresses, QStringLiteral("regtest"), nullptr);
    QSignalSpy listed(&dialog, &gui::RecipientsDialog::listed);
    const auto said = [&] {
        const auto* banner = dialog.findChild<gui::Banner*>();
        return banner->findChild<gui::SentenceLabel*>()->text();
    };
    for (const char* text :
         {"", "nonsense;1.5", "\"no end", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4;1"}) {
        dialog.edit()->setPlainText(QString::fromLatin1(text));
        QTest::mouseClick(dialog.acceptButton(), Qt::LeftButton);
        QVERIFY2(!said().isEmpty(), text);
    }
    QCOMPARE(listed.size(), 0);
    dialog.readFile(QStringLiteral("/nowhere.csv"));
    QVERIFY(said().contains(QStringLiteral("/nowhere.csv")));
}

CAIRN_GUI_TEST(ActivityViewTest)
#include "ActivityViewTest.moc"
