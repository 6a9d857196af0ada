#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/MainWindow.h"
#include "gui/SafeText.h"
#include "gui/dialogs/SpendDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/ReviewDialog.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SentenceLabel.h"
#include "rest/ApiService.h"

#include <QCheckBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QPromise>
#include <QSemaphore>
#include <QSignalSpy>

/// What is confirmed is made from what was shown, and what was begun is told.
class PaymentDialogsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void cleanup();
    void cleanupTestCase();
    void aBusyDialogStays();
    void tellsElsewhereWhenTheDialogHasGone();
    void showsProblemsWhole();
    void reviewsBothRecipients();
    void leavesNothingWhenOnePaysOneself();
    void asksToLookAgainWhenTheCoinsChanged();
    void cancelDuringSendingIsNoCancel();
    void showsAProgramsPaymentAsItIsSigned();
    void opensOneQuestionForManyRequests();
    void closesTheQuestionWhenTheClientLeaves();
    void enterRefuses();
    void cleansForeignTexts_data();
    void cleansForeignTexts();

private:
    node::Node& node() { return **m_node; }
    util::Bytes stranger(std::uint8_t fill) {
        util::Bytes script(22, fill);
        script[0] = 0x00;
        script[1] = 0x14;
        return script;
    }
    QString addressOf(const util::Bytes& script) {
        return QString::fromStdString(*script::toAddress(script, node().params().addresses));
    }
    wallet::PaymentRequest request(std::int64_t satoshi) {
        wallet::PaymentRequest out;
        out.recipients = {{stranger(1), primitives::Amount(satoshi)}};
        return out;
    }
    gui::ReviewDialog* review(const wallet::PaymentRequest& request);
    QNetworkReply* post(const QJsonObject& payment);
    gui::SpendDialog* question() { return m_window->findChild<gui::SpendDialog*>(); }
    static bool says(const QWidget* widget, const QString& part) {
        const auto labels = widget->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return !label->isHidden() && label->text().contains(part); });
    }

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<rest::ApiService> m_api;
    std::unique_ptr<QWidget> m_window;
    QNetworkAccessManager m_http;
};

void PaymentDialogsTest::initTestCase() {
    (void)gui::theme();
    m_node = std::make_unique<test::MemoryNode>(true, QStringLiteral("127.0.0.1:0"));
    QVERIFY(m_node->start());
    QVERIFY(node().changeSetting(QStringLiteral("api_spending"), QStringLiteral("ask")).has_value());
    m_api = std::make_unique<rest::ApiService>(node());
    QVERIFY(test::MemoryNode::answer(m_api->start()).has_value());
    QVERIFY(m_node->mine(node().params().rules().coinbaseMaturity + 30));
    QTRY_VERIFY(node().wallet().status()->balance.spendable.satoshi() > 0);
}

void PaymentDialogsTest::cleanup() {
    m_window.reset();
    gui::format().setAmountsHidden(false);
}

void PaymentDialogsTest::cleanupTestCase() {
    m_api.reset();
    m_node.reset();
}

void PaymentDialogsTest::aBusyDialogStays() {
    m_window = std::make_unique<QWidget>();
    m_window->show();
    QPointer<gui::FormDialog> dialog =
        new gui::FormDialog(QStringLiteral("T"), {}, QStringLiteral("Do"), m_window.get());
    dialog->open();
    QPromise<int> promise;
    promise.start();
    int told = 0;
    dialog->await(promise.future(), QStringLiteral("Doing"), [&told, dialog](int value) {
        told = value;
        dialog->accept();
    });
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::mouseClick(dialog->cancelButton(), Qt::LeftButton);
    dialog->close();
    dialog->reject();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->acceptButton()->isEnabled());
    promise.addResult(7);
    promise.finish();
    QTRY_COMPARE(told, 7);
    QTRY_VERIFY(!dialog);
}

void PaymentDialogsTest::tellsElsewhereWhenTheDialogHasGone() {
    m_window = std::make_unique<QWidget>();
    m_window->show();
    auto lost = std::make_unique<QWidget>();
    auto* dialog = new gui::FormDialog(QStringLiteral("T"), {}, QStringLiteral("Do"), lost.get());
    QPromise<int> promise;
    promise.start();
    dialog->await(
        promise.future(), {}, [](int) { QFAIL("the dialog has gone"); },
        [](int value) { return QStringLiteral("It was %1.").arg(value); });
    lost.reset();
    promise.addResult(7);
    promise.finish();
    QTRY_VERIFY(m_window->findChild<gui::Toast*>());
    QCOMPARE(m_window->findChild<gui::Toast*>()->text(), QStringLiteral("It was 7."));
}

void PaymentDialogsTest::showsProblemsWhole() {
    m_window = std::make_unique<QWidget>();
    m_window->show();
    auto* dialog = new gui::FormDialog(QStringLiteral("T"), {}, QStringLiteral("Do"), m_window.get());
    dialog->addField(QStringLiteral("Field"));
    dialog->open();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    QString text = QStringLiteral("A long story of what went wrong and of what can be done about it. ");
    dialog->showProblem(text.repeated(8));
    auto* banner = dialog->findChild<gui::Banner*>();
    auto* label = banner->findChild<gui::SentenceLabel*>();
    QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    QVERIFY(dialog->acceptButton()->geometry().bottom() < dialog->height());
    test::shoot(*dialog, QStringLiteral("problem"));
}

gui::ReviewDialog* PaymentDialogsTest::review(const wallet::PaymentRequest& request) {
    const auto draft = test::MemoryNode::answer(node().wallet().draft(request));
    if (!draft) return nullptr;
    m_window = std::make_unique<QWidget>();
    m_window->resize(1280, 720);
    m_window->show();
    auto* dialog = new gui::ReviewDialog(node(), std::make_shared<const wallet::PaymentDraft>(*draft),
                                         request, {}, m_window.get());
    dialog->open();
    return dialog;
}

void PaymentDialogsTest::reviewsBothRecipients() {
    wallet::PaymentRequest two = request(150'000'000);
    two.recipients.push_back({stranger(2), primitives::Amount(25'000'000)});
    const auto* dialog = review(two);
    QVERIFY(dialog);
    for (const std::uint8_t fill : {std::uint8_t(1), std::uint8_t(2)})
        QVERIFY(says(dialog, gui::groupedAddress(addressOf(stranger(fill)))));
    QVERIFY(says(dialog, gui::format().withUnit(primitives::Amount(150'000'000))));
    QVERIFY(says(dialog, gui::format().withUnit(primitives::Amount(25'000'000))));
    test::shoot(*m_window->findChild<QDialog*>(), QStringLiteral("review-two"));
}

/// "Leaves your wallet 1.5", for 1.5 that did not leave it.
void PaymentDialogsTest::leavesNothingWhenOnePaysOneself() {
    const auto own = test::MemoryNode::answer(node().wallet().newReceiveAddress("me")).value();
    wallet::PaymentRequest mine;
    mine.recipients = {{own->scriptPubKey, primitives::Amount(150'000'000)}};
    const auto draft = test::MemoryNode::answer(node().wallet().draft(mine));
    const auto* dialog = review(mine);
    QVERIFY(dialog && draft);
    QCOMPARE(draft->leaving(), draft->fee);
    const auto labels = dialog->findChildren<QLabel*>();
    const auto leaves = std::ranges::find_if(labels, [](const QLabel* label) {
        return label->accessibleName().startsWith(QLatin1String("Leaves your wallet"));
    });
    QVERIFY(leaves != labels.end());
    QVERIFY(!(*leaves)->text().contains(QLatin1String("1.5")));
    QVERIFY(says(dialog, QStringLiteral("to yourself")));
}

void PaymentDialogsTest::asksToLookAgainWhenTheCoinsChanged() {
    auto* dialog = review(request(5'000'000));
    QVERIFY(dialog);
    // Everything that can pay is spent and comes back as other coins.
    const auto own = test::MemoryNode::answer(node().wallet().newReceiveAddress("all")).value();
    wallet::PaymentRequest all;
    all.recipients = {{own->scriptPubKey, node().wallet().status()->balance.spendable}};
    all.feeFrom = {0};
    QVERIFY(test::MemoryNode::answer(node().wallet().pay(all)).has_value());
    const auto before = node().wallet().status()->historySize;
    QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    QTRY_VERIFY(says(dialog, QStringLiteral("Look again")));
    QVERIFY(dialog->isVisible());
    QCOMPARE(node().wallet().status()->historySize, before);
    test::shoot(*dialog, QStringLiteral("review-look-again"));
    QSignalSpy sent(dialog, &gui::ReviewDialog::sent);
    QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    QTRY_COMPARE(sent.size(), 1);
    QTRY_COMPARE(node().wallet().status()->historySize, before + 1);
    QVERIFY(m_node->mine(1));
}

/// Who pressed Escape while "Sending…" was shown paid all the same, was not told, and paid again.
void PaymentDialogsTest::cancelDuringSendingIsNoCancel() {
    QPointer<gui::ReviewDialog> dialog = review(request(5'000'000));
    QVERIFY(dialog);
    QSignalSpy sent(dialog, &gui::ReviewDialog::sent);
    QSemaphore hold;
    const auto held = node().wallet().ask([&hold](const wallet::Wallet&, std::int32_t) {
        hold.acquire();
        return true;
    });
    QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
    QVERIFY(dialog->isBusy());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTest::mouseClick(dialog->cancelButton(), Qt::LeftButton);
    dialog->close();
    const bool stayed = dialog && dialog->isVisible();
    hold.release();
    QVERIFY(stayed);
    QTRY_COMPARE(sent.size(), 1);
    QTRY_VERIFY(!dialog);
    QVERIFY(m_node->mine(1));
}

QNetworkReply* PaymentDialogsTest::post(const QJsonObject& payment) {
    QNetworkRequest request(QUrl(node().api().endpoints().api + QStringLiteral("/transactions/new")));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("till/1.0")); // no browser
    return m_http.post(request, QJsonDocument(payment).toJson());
}

/// The text that a program sent was shown, cut at 30 letters, which zeros can fill: what is shown is the
/// amount that was read.
void PaymentDialogsTest::showsAProgramsPaymentAsItIsSigned() {
    m_window = std::make_unique<gui::MainWindow>(node());
    m_window->resize(1280, 720);
    m_window->show();
    const QString to = addressOf(stranger(7));
    const std::unique_ptr<QNetworkReply> reply(
        post({{QStringLiteral("sender"), QStringLiteral("wallet")},
              {QStringLiteral("recipient"), to},
              {QStringLiteral("amount"), QStringLiteral("123.25") + QString(40, QLatin1Char('0'))}}));
    QTRY_VERIFY(question() && question()->isVisible());
    QVERIFY(says(question(), gui::format().withUnit(primitives::Amount(12'325'000'000))));
    QVERIFY(says(question(), gui::groupedAddress(to)));
    QVERIFY(says(question(), QStringLiteral("sat/vB"))); // the fee
    QVERIFY(!says(question(), QStringLiteral("0000000000")));
    QTRY_VERIFY(question()->acceptButton()->isEnabled());
    test::shoot(*question(), QStringLiteral("question"));
    QTest::mouseClick(question()->acceptButton(), Qt::LeftButton);
    QTRY_VERIFY(reply->isFinished());
    const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 201);
    QTRY_VERIFY(!question());
    const auto paid = test::MemoryNode::answer(node().wallet().ask(
        [txid = primitives::TxId::fromHex(answer[QStringLiteral("txid")].toString().toStdString())](
            const wallet::Wallet& wallet, std::int32_t) { return wallet.transaction(*txid); }));
    QVERIFY(paid && *paid);
    QVERIFY(m_node->mine(1));
}

void PaymentDialogsTest::opensOneQuestionForManyRequests() {
    m_window = std::make_unique<gui::MainWindow>(node());
    m_window->show();
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    const auto finished = [&replies] {
        return std::ranges::count_if(replies, [](const auto& reply) { return reply->isFinished(); });
    };
    for (int i = 0; i < 6; ++i) // as many connections as Qt opens to one host
        replies.emplace_back(post({{QStringLiteral("sender"), QStringLiteral("wallet")},
                                   {QStringLiteral("recipient"), addressOf(stranger(7))},
                                   {QStringLiteral("amount"), i + 1}}));
    QTRY_VERIFY(question());
    QCOMPARE(m_window->findChildren<gui::SpendDialog*>().size(), 1);
    question()->findChild<QCheckBox*>(QStringLiteral("alwaysCheck"))->setChecked(false);
    for (int i = 1; i <= 6; ++i) {
        QTRY_VERIFY(question() && question()->isVisible());
        QPointer<gui::SpendDialog> present = question();
        QTest::mouseClick(present->cancelButton(), Qt::LeftButton);
        QTRY_VERIFY(!present);
        QTRY_COMPARE(finished(), i);
        QVERIFY(m_window->findChildren<gui::SpendDialog*>().size() <= 1);
    }
    for (const auto& reply : replies)
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 403);
}

void PaymentDialogsTest::closesTheQuestionWhenTheClientLeaves() {
    m_window = std::make_unique<gui::MainWindow>(node());
    m_window->show();
    const std::unique_ptr<QNetworkReply> reply(post({{QStringLiteral("sender"), QStringLiteral("wallet")},
                                                     {QStringLiteral("recipient"), addressOf(stranger(7))},
                                                     {QStringLiteral("amount"), 1}}));
    QTRY_VERIFY(question());
    const auto before = node().wallet().status()->historySize;
    reply->abort();
    QTRY_VERIFY(!question());
    QCOMPARE(node().wallet().status()->historySize, before);
}

/// The question comes while somebody types: their Enter is no yes.
void PaymentDialogsTest::enterRefuses() {
    m_window = std::make_unique<gui::MainWindow>(node());
    m_window->show();
    const std::unique_ptr<QNetworkReply> reply(post({{QStringLiteral("sender"), QStringLiteral("wallet")},
                                                     {QStringLiteral("recipient"), addressOf(stranger(7))},
                                                     {QStringLiteral("amount"), 1}}));
    QTRY_VERIFY(question() && question()->isVisible());
    QVERIFY(!question()->acceptButton()->isEnabled()); // not yet
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!question());
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 403);
}

void PaymentDialogsTest::cleansForeignTexts_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << QStringLiteral("Bo & Mia") << QStringLiteral("Bo & Mia");
    QTest::newRow("lines") << QStringLiteral("  a\n\tb\r\nc ") << QStringLiteral("a b c");
    QTest::newRow("override") << QStringLiteral("a\u202eb\u2066c\u200f") << QStringLiteral("abc");
    QTest::newRow("control") << QStringLiteral("a\u0000b\u0007\u0085c") << QStringLiteral("ab c");
    QTest::newRow("invisible") << QStringLiteral("a\u200bb\ufeffc") << QStringLiteral("abc");
    QTest::newRow("hebrew") << QStringLiteral("שלום 5") << QStringLiteral("שלום 5");
    QTest::newRow("long") << QString(1'000, QLatin1Char('a'))
                          << QString(249, QLatin1Char('a')) + QChar(0x2026);
}

void PaymentDialogsTest::cleansForeignTexts() {
    QFETCH(QString, text);
    QFETCH(QString, safe);
    QCOMPARE(gui::safeText(text), safe);
}

CAIRN_GUI_TEST(PaymentDialogsTest)
#include "PaymentDialogsTest.moc"
