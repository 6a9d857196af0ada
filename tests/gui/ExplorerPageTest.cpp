#include "gui/explorer/ExplorerPage.h"
#include "support/TestProgram.h"

#include "GuiTest.h"
#include "support/MemoryNode.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/BlockPane.h"
#include "gui/explorer/CellsModel.h"
#include "gui/explorer/ExplorerWords.h"
#include "gui/models/BlockListModel.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/ChainStrip.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "script/Address.h"
#include "script/OutputType.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>

namespace {

/// Leads every link back into the page, as the window does.
class PageNavigator : public gui::Navigator {
public:
    gui::ExplorerPage* explorer = nullptr;
    QStringList notices;
    void open(const gui::PageLink& link) override {
        if (gui::pageOf(link) == gui::PageId::Explorer) explorer->follow(link);
    }
    void showNotice(const QString& sentence) override { notices << sentence; }
    void joinNetwork(const QString&) override {}
};

util::Bytes foreignScript(std::uint8_t number) {
    return script::witnessPubKeyHashScript(util::Bytes(20, number));
}

QString foreignAddress(std::uint8_t number) {
    return QString::fromStdString(
        script::toAddress(foreignScript(number), consensus::regtestParams().addresses).value());
}

/// The same payment with a higher fee, as another program with these keys would make it.
primitives::TransactionRef paidMore(node::Node& node, const primitives::Transaction& first) {
    const auto task = [&first](const wallet::Wallet& wallet, std::int32_t) {
        primitives::TransactionParts parts = first.parts();
        std::vector<std::optional<primitives::TxOut>> spent;
        for (primitives::TxIn& input : parts.inputs) {
            input.witness.clear();
            const auto maker = wallet.transaction(input.previous.txid);
            spent.emplace_back(maker->transaction->outputs()[input.previous.index]);
        }
        for (primitives::TxOut& output : parts.outputs)
            if (wallet.isMine(output.scriptPubKey)) output.value -= primitives::Amount(100'000);
        return wallet.signOwn(primitives::Transaction(parts), spent).value();
    };
    return test::MemoryNode::answer(node.wallet().ask(task)).value();
}

} // namespace

class ExplorerPageTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void showsTheChain();
    void walksFromBlockToAddressAndBack();
    void opensByHeight();
    void searches_data();
    void searches();
    void saysWhatCanBeSearched();
    void knowsUnseenAddresses();
    void followsTheChain();
    void hidesAmounts();
    void opensAndFindsWhatWasReplaced();
    void linksKeepTheFocusThroughNews();
    void namesTheWitnessCommitment();
    void takesPictures();

private:
    [[nodiscard]] QString title() const { return m_page->header()->title(); }
    [[nodiscard]] gui::DataTable* visibleTable() const;
    void shoot(const QString& name, bool small) const;
    std::unique_ptr<test::MemoryNode> m_node;
    PageNavigator m_navigator;
    std::unique_ptr<gui::ExplorerPage> m_page;
    primitives::TxId m_payment;
};

void ExplorerPageTest::initTestCase() {
    gui::theme().setReducedMotion(true);
    m_node = std::make_unique<test::MemoryNode>();
    QVERIFY(m_node->start());
    QVERIFY(m_node->mine(104));
    QVERIFY(m_node->mine(1, util::Bytes{0x51}));
    wallet::PaymentRequest request;
    request.recipients.push_back(
        {.scriptPubKey = foreignScript(7), .amount = primitives::Amount(1'234'500'000)});
    const auto sent = test::MemoryNode::answer((*m_node)->wallet().pay(request));
    QVERIFY(sent.has_value());
    m_payment = sent->transaction->txid();
    QVERIFY(m_node->mine(1));
}

void ExplorerPageTest::init() {
    failOnWarnings();
    m_page = std::make_unique<gui::ExplorerPage>(**m_node, m_navigator);
    m_navigator.explorer = m_page.get();
    m_page->resize(1244, 784);
    m_page->show();
}

void ExplorerPageTest::cleanup() {
    m_page.reset();
}

void ExplorerPageTest::cleanupTestCase() {
    m_node.reset();
}

gui::DataTable* ExplorerPageTest::visibleTable() const {
    for (auto* table : m_page->findChildren<gui::DataTable*>())
        if (table->isVisible()) return table;
    return nullptr;
}

void ExplorerPageTest::showsTheChain() {
    QCOMPARE(title(), QStringLiteral("Chain"));
    auto* model = m_page->findChild<gui::BlockListModel*>();
    QTRY_COMPARE(model->rowCount(), 107);
    QTRY_COMPARE(model->index(0, gui::BlockListModel::Payments).data().toString(), QStringLiteral("1"));
    QCOMPARE(model->index(0, gui::BlockListModel::By).data().toString(), QStringLiteral("you"));
    auto* strip = m_page->findChild<gui::ChainStrip*>();
    QTRY_VERIFY(strip->itemCount() > 10);
    QTRY_VERIFY(!m_page->findChildren<QLabel*>().isEmpty());
    QVERIFY(!m_page->canGoBack());
}

void ExplorerPageTest::walksFromBlockToAddressAndBack() {
    auto* model = m_page->findChild<gui::BlockListModel*>();
    QTRY_COMPARE(model->rowCount(), 107);
    QTRY_VERIFY(model->hashAt(0));
    gui::DataTable* list = visibleTable();
    list->setCurrentIndex(model->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(title(), QStringLiteral("Block 106"));
    QTRY_VERIFY(visibleTable() && visibleTable()->model()->rowCount() == 2);
    gui::DataTable* transactions = visibleTable();
    transactions->setCurrentIndex(transactions->model()->index(1, 1));
    QTest::keyClick(transactions, Qt::Key_Return);
    QCOMPARE(title(), QStringLiteral("Transaction"));
    gui::DataTable* outputs = nullptr;
    for (auto* table : m_page->findChildren<gui::DataTable*>())
        if (table->accessibleName() == QStringLiteral("Outputs")) outputs = table;
    QVERIFY(outputs);
    QTRY_COMPARE(outputs->model()->rowCount(), 2);
    outputs->setCurrentIndex(outputs->model()->index(0, 0));
    QTest::keyClick(outputs, Qt::Key_Return);
    QCOMPARE(title(), QStringLiteral("Address"));
    QTRY_VERIFY(visibleTable() && visibleTable()->model()->rowCount() == 1);
    m_page->goBack();
    QCOMPARE(title(), QStringLiteral("Transaction"));
    m_page->goBack();
    QCOMPARE(title(), QStringLiteral("Block 106"));
    m_page->goBack();
    QCOMPARE(title(), QStringLiteral("Chain"));
    QVERIFY(!m_page->canGoBack());
    m_page->goForward();
    QCOMPARE(title(), QStringLiteral("Block 106"));
    QVERIFY(m_page->canGoForward());
    m_page->showHeight(3);
    QVERIFY(!m_page->canGoForward());
}

void ExplorerPageTest::opensByHeight() {
    m_page->showHeight(42);
    QTRY_VERIFY(visibleTable() && visibleTable()->model()->rowCount() == 1);
    QCOMPARE(title(), QStringLiteral("Block 42"));
    m_page->showHeight(4000);
    QTRY_VERIFY(!visibleTable());
    QCOMPARE(title(), QStringLiteral("Block 4\u00a0000"));
}

void ExplorerPageTest::searches_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    const auto status = (*m_node)->chain().status();
    QTest::newRow("height") << QStringLiteral(" 17 ") << QStringLiteral("Block 17");
    QTest::newRow("block") << QString::fromStdString(status->tip.hash.toHex()) << QStringLiteral("Block 106");
    QTest::newRow("transaction") << QString::fromStdString(m_payment.toHex())
                                 << QStringLiteral("Transaction");
    QTest::newRow("beginning") << QString::fromStdString(m_payment.toHex()).left(12)
                               << QStringLiteral("Transaction");
    const QString address = foreignAddress(7);
    QTest::newRow("address") << address << QStringLiteral("Address");
}

void ExplorerPageTest::searches() {
    QFETCH(QString, text);
    QFETCH(QString, title);
    m_page->showSearch(text);
    QTRY_COMPARE(this->title(), title);
    m_page->goBack(); // the search itself is no step
    QCOMPARE(this->title(), QStringLiteral("Chain"));
    QVERIFY(!m_page->canGoBack());
}

void ExplorerPageTest::saysWhatCanBeSearched() {
    for (const QString& text : {QStringLiteral("hello <b>you</b>"), QStringLiteral("999999999999999999"),
                                QString(64, QLatin1Char('f')), QStringLiteral("bcrt1qqqq")}) {
        m_page->showSearch(text);
        QCOMPARE(title(), QStringLiteral("Search"));
        bool said = false;
        const auto words = [this, &said] {
            for (auto* label : m_page->findChildren<QLabel*>())
                said = said ||
                       (label->isVisible() && label->text().contains(QStringLiteral("You can search for")));
            return said;
        };
        QTRY_VERIFY(words());
    }
}

void ExplorerPageTest::knowsUnseenAddresses() {
    const QString address = foreignAddress(99);
    m_page->showAddress(address);
    QTRY_VERIFY(visibleTable() && visibleTable()->emptyState()->isVisible());
    m_page->showAddress(QStringLiteral("nonsense"));
    QTRY_VERIFY(!visibleTable());
}

void ExplorerPageTest::followsTheChain() {
    auto* model = m_page->findChild<gui::BlockListModel*>();
    QTRY_VERIFY(model->rowCount() > 100);
    const int before = model->rowCount();
    QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    QVERIFY(m_node->mine(2));
    QTRY_COMPARE(model->rowCount(), before + 2);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(visibleTable()->currentIndex().row(), 0);
    m_page->hide();
    QVERIFY(m_node->mine(1));
    QTest::qWait(300);
    QCOMPARE(model->rowCount(), before + 2); // nobody looks
    m_page->show();
    QTRY_COMPARE(model->rowCount(), before + 3);
}

void ExplorerPageTest::hidesAmounts() {
    m_page->showTransaction(m_payment);
    gui::DataTable* outputs = nullptr;
    for (auto* table : m_page->findChildren<gui::DataTable*>())
        if (table->accessibleName() == QStringLiteral("Outputs")) outputs = table;
    QTRY_COMPARE(outputs->model()->rowCount(), 2);
    gui::format().setAmountsHidden(true);
    QVERIFY(!outputs->model()->index(0, 2).data().toString().contains(QStringLiteral("12")));
    for (auto* label : m_page->findChildren<QLabel*>())
        if (label->isVisible())
            QVERIFY2(!label->text().contains(QStringLiteral("12.345")), qPrintable(label->text()));
    gui::format().setAmountsHidden(false);
}

void ExplorerPageTest::shoot(const QString& name, bool small) const {
    m_page->resize(small ? QSize(1084, 604) : QSize(1244, 784));
    QTest::qWait(150);
    m_page->grab().save(qEnvironmentVariable("EXPLORER_SHOTS") + QLatin1Char('/') + name +
                        QStringLiteral(".png"));
}

/// For people: EXPLORER_SHOTS=folder.
void ExplorerPageTest::opensAndFindsWhatWasReplaced() {
    wallet::PaymentRequest request;
    request.recipients.push_back(
        {.scriptPubKey = foreignScript(9), .amount = primitives::Amount(100'000'000)});
    const auto sent = test::MemoryNode::answer((*m_node)->wallet().pay(request));
    QVERIFY(sent.has_value());
    const primitives::TxId first = sent->transaction->txid();
    const auto second = paidMore(**m_node, *sent->transaction);
    QVERIFY(test::MemoryNode::answer((*m_node)->chain().submitTransaction(second)).has_value());
    const auto isLost = [&] {
        return test::MemoryNode::answer(
                   (*m_node)->wallet().ask([first](const wallet::Wallet& wallet, std::int32_t) {
                       return wallet.transaction(first)->state == wallet::TxState::Lost;
                   }))
            .value_or(false);
    };
    QTRY_VERIFY(isLost());
    m_page->showTransaction(first);
    auto* fate = m_page->findChild<gui::Banner*>();
    QTRY_VERIFY(fate && fate->isVisible());
    QVERIFY(fate->findChild<gui::SentenceLabel*>()->text().startsWith(QStringLiteral("Replaced.")));
    shoot(QStringLiteral("replaced"), false);
    QTest::mouseClick(fate->findChild<gui::Button*>(), Qt::LeftButton);
    QTRY_VERIFY(!fate->isVisible()); // the one that was taken
    m_page->showSearch(QString::fromStdString(first.toHex()).left(10));
    QTRY_COMPARE(title(), QStringLiteral("Transaction"));
    QTRY_VERIFY(fate->isVisible());
    QVERIFY(m_node->mine(1)); // the other one is confirmed: nothing changes about this one
    m_page->showTransaction(first);
    QTRY_VERIFY(fate->isVisible());
}

void ExplorerPageTest::linksKeepTheFocusThroughNews() {
    m_page->showHeight(42);
    const auto linkTo = [this](const QString& name) -> QLabel* {
        for (auto* label : m_page->findChildren<QLabel*>())
            if (label->isVisible() && label->accessibleName() == name) return label;
        return nullptr;
    };
    QTRY_VERIFY(linkTo(QStringLiteral("Block 41")));
    QPointer<QLabel> link = linkTo(QStringLiteral("Block 41"));
    QPointer<gui::HashLabel> hash = m_page->findChild<gui::HashLabel*>();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    link->setFocus();
    QVERIFY(link->hasFocus());
    QTest::mousePress(link, Qt::LeftButton, {}, QPoint(5, link->height() / 2));
    const auto facts = [this] {
        for (auto* list : m_page->findChildren<gui::FactsList*>())
            if (const QString text = list->factText(QStringLiteral("Confirmations")); !text.isEmpty())
                return text;
        return QString();
    };
    const QString before = facts();
    QVERIFY(m_node->mine(1));
    QTRY_VERIFY(facts() != before); // the facts have been read anew
    QVERIFY(link && hash);
    QVERIFY(link->hasFocus());
    QTest::mouseRelease(link, Qt::LeftButton, {}, QPoint(5, link->height() / 2));
    QTRY_COMPARE(title(), QStringLiteral("Block 41"));
}

void ExplorerPageTest::namesTheWitnessCommitment() {
    util::Bytes commitment{0x6a, 0x24, 0xaa, 0x21, 0xa9, 0xed};
    commitment.resize(38, 0x11);
    QCOMPARE(gui::dataIn(commitment).kind, QStringLiteral("witness commitment"));
    QCOMPARE(gui::dataIn(commitment).content, QString(64, QLatin1Char('1')));
    const util::Bytes message{0x6a, 0x02, 'h', 'i'};
    QCOMPARE(gui::dataIn(message).kind, QStringLiteral("message"));
    QCOMPARE(gui::dataIn(message).content, QStringLiteral("“hi”"));
    commitment.pop_back(); // too short to be one
    QCOMPARE(gui::dataIn(commitment).kind, QStringLiteral("message"));
}

void ExplorerPageTest::takesPictures() {
    if (qEnvironmentVariable("EXPLORER_SHOTS").isEmpty())
        QSKIP("Set EXPLORER_SHOTS to a folder to see the views.");
    const QString address = foreignAddress(7);
    struct Look {
        QString name;
        gui::Theme::Choice choice;
        int scale;
        bool small;
    };
    const QVector<Look> looks{{QStringLiteral("light"), gui::Theme::Choice::Light, 100, false},
                              {QStringLiteral("dark"), gui::Theme::Choice::Dark, 100, false},
                              {QStringLiteral("small"), gui::Theme::Choice::Light, 100, true},
                              {QStringLiteral("large"), gui::Theme::Choice::Light, 125, false}};
    for (const Look& look : looks) {
        gui::theme().setChoice(look.choice);
        gui::theme().setTextScale(look.scale);
        m_page->showChain();
        shoot(QStringLiteral("chain-") + look.name, look.small);
        m_page->showHeight(106);
        shoot(QStringLiteral("block-") + look.name, look.small);
        m_page->showTransaction(m_payment);
        shoot(QStringLiteral("tx-") + look.name, look.small);
        m_page->showAddress(address);
        shoot(QStringLiteral("address-") + look.name, look.small);
        m_page->showSearch(QStringLiteral("hello"));
        shoot(QStringLiteral("search-") + look.name, look.small);
        m_page->showHeight(0);
        shoot(QStringLiteral("genesis-") + look.name, look.small);
    }
    gui::theme().setTextScale(100);
    gui::theme().setChoice(gui::Theme::Choice::Light);
}

CAIRN_GUI_TEST(ExplorerPageTest)
#include "ExplorerPageTest.moc"
