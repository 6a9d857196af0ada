#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/api/AnswerText.h"
#include "gui/api/ApiPage.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SegmentedControl.h"
#include "gui/widgets/TabBar.h"
#include "gui/widgets/Tag.h"
#include "rest/ApiService.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QStandardPaths>

using namespace gui;

/// The page over a node that really listens, and answers.
class ApiPageTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void saysThatItIsOff();
    void listsTheRoutesOfTheServer();
    void findsRoutes();
    void sendsAndShowsTheAnswer();
    void fillsInWhatTheOwnChainHas();
    void showsRefusalsAsTheyCome();
    void showsEventsWhileTheyHappen();
    void stopsReadingAtTheBound();
    void asksBeforeItPays();
    void writesLinesThatWork();
    void makesAndRevokesTokens();
    void saysWhyATokenCannotBeMade();
    void sendsAsTheOwner();
    void logsRequestsAndOpensThemAgain();
    void keepsWhatWasTyped();
    void namesEveryControl();
    void worksByKeyboard();
    void indentsJson_data();
    void indentsJson();

private:
    static void shoot(QWidget& widget, const char* name) {
        QCoreApplication::processEvents(); // what was just set is laid out
        test::shoot(widget, QLatin1String(name));
    }
    template <class T>
    T* child(const char* name) const {
        return m_page->findChild<T*>(QLatin1String(name));
    }
    void select(const QString& method, const QString& path);
    void send();
    QString shown(int view);
    QString statusText() const { return child<Tag>("statusTag")->text(); }
    void showTab(int tab) { m_page->header()->tabs()->setCurrentIndex(tab); }
    void start(bool withWallet = false);

    test::NotedNavigator m_navigator;
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<rest::ApiService> m_api;
    std::unique_ptr<ApiPage> m_page;
};

void ApiPageTest::init() {
    failOnWarnings();
    (void)theme();
}

void ApiPageTest::cleanup() {
    m_page.reset();
    m_api.reset();
    m_node.reset();
}

void ApiPageTest::start(bool withWallet) {
    m_node = std::make_unique<test::MemoryNode>(withWallet, QStringLiteral("127.0.0.1:0"));
    QVERIFY(m_node->start());
    m_api = std::make_unique<rest::ApiService>(**m_node);
    QVERIFY(test::MemoryNode::answer(m_api->start()).has_value());
    m_page = std::make_unique<ApiPage>(**m_node, m_navigator);
    m_page->resize(1244, 784);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_VERIFY(child<DataTable>("routeTable")->model()->rowCount() > 50);
}

void ApiPageTest::select(const QString& method, const QString& path) {
    auto* table = child<DataTable>("routeTable");
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data() == method && table->model()->index(row, 1).data() == path)
            return table->selectRow(row);
    }
    QFAIL(qPrintable(QStringLiteral("no route %1 %2").arg(method, path)));
}

void ApiPageTest::send() {
    auto* button = child<Button>("sendButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Send"));
}

QString ApiPageTest::shown(int view) {
    child<TabBar>("answerViews")->setCurrentIndex(view);
    return child<CodeBlock>("answerText")->code();
}

void ApiPageTest::saysThatItIsOff() {
    m_node = std::make_unique<test::MemoryNode>(false);
    QVERIFY(m_node->start());
    m_page = std::make_unique<ApiPage>(**m_node, m_navigator);
    m_page->resize(1244, 784);
    m_page->show();
    auto* off = child<Card>("apiOffCard");
    QTRY_VERIFY(off->isVisible());
    QVERIFY(!child<DataTable>("routeTable")->isVisible());
    shoot(*m_page, "api-off-light");
    emit off->findChild<EmptyState*>()->actionTriggered();
    QCOMPARE(m_navigator.visited.last(), QStringLiteral("setting api_bind"));
}

void ApiPageTest::listsTheRoutesOfTheServer() {
    start();
    QVERIFY(!child<Card>("apiOffCard")); // made when it is needed
    QCOMPARE(child<CopyField>("apiUrlField")->text(), (*m_node)->api().endpoints().api);
    const auto* model = child<DataTable>("routeTable")->model();
    QStringList families;
    int routes = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const bool family = !(model->flags(model->index(row, 0)) & Qt::ItemIsSelectable);
        if (family)
            families << model->index(row, 0).data().toString();
        else
            ++routes;
    }
    QCOMPARE(routes, int((*m_node)->api().endpoints().routes.size()));
    QCOMPARE(families, (QStringList{"Tutorial", "Cairn", "Esplora", "JSON-RPC", "Peers"}));
    shoot(*m_page, "api-light");
}

void ApiPageTest::findsRoutes() {
    start();
    auto* filter = child<QLineEdit>("routeFilter");
    const auto* model = child<DataTable>("routeTable")->model();
    QTest::keyClicks(filter, QStringLiteral("post token"));
    QCOMPARE(model->rowCount(), 2); // the family's name and the route
    QCOMPARE(model->index(1, 1).data().toString(), QStringLiteral("/api/v1/tokens"));
    QCOMPARE(child<Tag>("methodTag")->text(), QStringLiteral("POST"));
    filter->setText(QStringLiteral("no such route"));
    QCOMPARE(model->rowCount(), 0);
    QVERIFY(child<DataTable>("routeTable")->emptyState()->isVisible());
    emit child<DataTable>("routeTable")->emptyActionTriggered();
    QVERIFY(model->rowCount() > 50);
}

void ApiPageTest::sendsAndShowsTheAnswer() {
    start();
    select(QStringLiteral("GET"), QStringLiteral("/chain"));
    send();
    QCOMPARE(statusText(), QStringLiteral("200 OK"));
    QVERIFY(shown(0).contains(QStringLiteral("\n  \"length\": 1,")));
    QVERIFY(shown(0).contains(QStringLiteral("\"amount\": 50.00000000"))); // as the node wrote it
    QVERIFY(shown(1).toLower().contains(QStringLiteral("content-type: application/json")));
    shoot(*m_page, "api-answer-light");
}

void ApiPageTest::fillsInWhatTheOwnChainHas() {
    start();
    const QString tip = QString::fromStdString((*m_node)->chain().status()->tip.hash.toHex());
    for (const auto& [path, edit, status] : {std::tuple("/api/block/:hash", "hashEdit", "200 OK"),
                                             {"/api/tx/:txid", "txidEdit", "200 OK"},
                                             {"/api/scripthash/:hash", "hashEdit", "200 OK"},
                                             {"/api/block/:hash/raw", "hashEdit", "200 OK"}}) {
        select(QStringLiteral("GET"), QLatin1String(path));
        QTRY_VERIFY(!child<QLineEdit>(edit)->text().isEmpty());
        send();
        QCOMPARE(statusText(), QLatin1String(status));
    }
    QVERIFY(shown(0).startsWith(QStringLiteral("01 00 00 00 00"))); // bytes in hex
    child<QLineEdit>("hashEdit")->clear();
    QTest::mouseClick(child<Button>("sendButton"), Qt::LeftButton);
    QVERIFY(shown(0).contains(QStringLiteral("hash")) &&
            statusText() == QStringLiteral("no answer")); // a part of the path is missing
    QVERIFY(!tip.isEmpty());
}

void ApiPageTest::showsRefusalsAsTheyCome() {
    start();
    select(QStringLiteral("GET"), QStringLiteral("/api/tx/:txid"));
    child<QLineEdit>("txidEdit")->setText(QStringLiteral("zz"));
    send();
    QCOMPARE(statusText(), QStringLiteral("400 Bad Request"));
    QCOMPARE(shown(0), QStringLiteral("Invalid hash string"));
}

void ApiPageTest::showsEventsWhileTheyHappen() {
    start();
    select(QStringLiteral("GET"), QStringLiteral("/api/v1/events"));
    auto* button = child<Button>("sendButton");
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(statusText(), QStringLiteral("200 OK"));
    QCOMPARE(button->text(), QStringLiteral("Stop"));
    QVERIFY(m_node->mine(1, util::Bytes{0x51}));
    QTRY_VERIFY(shown(0).contains(QStringLiteral("event: block")));
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(button->text(), QStringLiteral("Send"));
    QVERIFY(shown(0).contains(QStringLiteral("event: block"))); // what came stays
}

void ApiPageTest::stopsReadingAtTheBound() {
    start();
    QVERIFY(m_node->mine(400, util::Bytes{0x51}));
    select(QStringLiteral("GET"), QStringLiteral("/chain"));
    send();
    QCOMPARE(statusText(), QStringLiteral("200 OK"));
    QVERIFY(shown(0).size() <= 25 * 1024 && shown(0).size() > 20 * 1024);
    QVERIFY(shown(0).endsWith(QStringLiteral("\n…")));
}

void ApiPageTest::asksBeforeItPays() {
    start(true);
    select(QStringLiteral("POST"), QStringLiteral("/transactions/new"));
    QTRY_VERIFY(child<QPlainTextEdit>("bodyEdit")->toPlainText().contains(QStringLiteral("\"amount\":1.5")));
    auto* button = child<Button>("sendButton");
    QTest::mouseClick(button, Qt::LeftButton);
    auto* dialog = child<QDialog>("reallySendDialog");
    QVERIFY(dialog && button->text() == QStringLiteral("Send"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QCOMPARE((*m_node)->api().requests().size(), std::size_t(0));
    QTest::mouseClick(button, Qt::LeftButton);
    for (auto* open : m_page->findChildren<QDialog*>(QStringLiteral("reallySendDialog"))) {
        if (open->isVisible()) QTest::keyClick(open, Qt::Key_Return);
    }
    QTRY_COMPARE(statusText(), QStringLiteral("400 Bad Request")); // there are no coins yet
    QVERIFY(shown(0).contains(QStringLiteral("insufficient-funds")) ||
            shown(0).contains(QStringLiteral("bad-address")));
}

void ApiPageTest::writesLinesThatWork() {
    start();
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty()) QSKIP("curl is missing");
    for (const auto& [method, path, part] : {std::tuple("GET", "/heartbeat", "\"ok\""),
                                             {"POST", "/", "\"result\""},
                                             {"POST", "/api/v1/mining", "\"enabled\""},
                                             {"GET", "/api/v1/tokens", "[]"},
                                             {"POST", "/p2p/v1/blocks", "malformed"}}) {
        select(QLatin1String(method), QLatin1String(path));
        if (auto* body = child<QPlainTextEdit>("bodyEdit");
            body && QLatin1String(path) == QLatin1String("/p2p/v1/blocks"))
            body->setPlainText(QStringLiteral("01"));
        for (const auto& [view, program] :
             {std::pair(2, QStringList{QStringLiteral("sh"), QStringLiteral("-c")}),
              {3, {QStringLiteral("python3"), QStringLiteral("-c")}}}) {
            QProcess process;
            QSignalSpy ended(&process, &QProcess::finished);
            process.start(program[0], {program[1], shown(view)});
            QTRY_COMPARE(ended.size(), 1); // with the event loop running: the node answers meanwhile
            const QString out =
                QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
            if (out.contains(QStringLiteral("No module named")) || out.contains(QStringLiteral("xxd")))
                continue;
            QVERIFY2(
                out.contains(QLatin1String(part)) ||
                    out.contains(QString(QLatin1String(part)).replace(QLatin1Char('"'), QLatin1Char('\''))),
                qPrintable(shown(view) + QLatin1Char('\n') + out));
        }
        QVERIFY(shown(4).contains(QStringLiteral("await fetch(\"")));
    }
}

void ApiPageTest::makesAndRevokesTokens() {
    start();
    showTab(1);
    auto* table = child<DataTable>("tokenTable");
    QTRY_VERIFY(table->emptyState()->isVisible());
    shoot(*m_page, "api-tokens-empty-light");
    QTest::mouseClick(child<Button>("newTokenButton"), Qt::LeftButton);
    auto* dialog = child<QDialog>("newTokenDialog");
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("tokenNameEdit")), QStringLiteral("till"));
    dialog->findChild<QCheckBox*>(QStringLiteral("walletCheck"))->click();
    shoot(*dialog, "api-new-token-light");
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(child<QDialog>("tokenSecretDialog"));
    auto* shownOnce = child<QDialog>("tokenSecretDialog");
    const QString secret = child<CopyField>("tokenSecretField")->text();
    const auto* token = (*m_node)->api().tokens()->find(secret.toLatin1());
    QVERIFY(token && token->name == QStringLiteral("till") &&
            token->scopes == QStringList{QStringLiteral("wallet")});
    shoot(*shownOnce, "api-token-made-light");
    QTest::keyClick(shownOnce, Qt::Key_Return);
    QCOMPARE(QGuiApplication::clipboard()->text(), secret);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("read the wallet"));
    QVERIFY(!child<CopyField>("cookieField")->text().isEmpty());
    QVERIFY(child<CopyField>("cookieLine")->text().startsWith(QStringLiteral("curl -s -u \"$(cat ")));
    table->selectRow(0);
    shoot(*m_page, "api-tokens-light");
    QTest::mouseClick(child<Button>("revokeTokenButton"), Qt::LeftButton);
    auto* revoke = child<QDialog>("revokeTokenDialog");
    QTest::keyClick(revoke, Qt::Key_Return);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY((*m_node)->api().tokens()->all().empty());
}

void ApiPageTest::saysWhyATokenCannotBeMade() {
    start();
    QVERIFY(test::MemoryNode::answer(
                (*m_node)->api().createToken(QStringLiteral("till"), {QStringLiteral("wallet")}))
                .has_value());
    showTab(1);
    QTest::mouseClick(child<Button>("newTokenButton"), Qt::LeftButton);
    auto* dialog = child<QDialog>("newTokenDialog");
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("tokenNameEdit"));
    auto* problem = dialog->findChild<Banner*>();
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(problem->isVisible()); // no name
    QTest::keyClicks(name, QStringLiteral("till"));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(problem->isVisible()); // may do nothing
    dialog->findChild<QCheckBox*>(QStringLiteral("spendCheck"))->click();
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(problem->isVisible() && dialog->isVisible()); // taken
    QCOMPARE((*m_node)->api().tokens()->all().size(), std::size_t(1));
    dialog->close();
}

void ApiPageTest::sendsAsTheOwner() {
    start();
    select(QStringLiteral("GET"), QStringLiteral("/api/v1/tokens"));
    send();
    QCOMPARE(statusText(), QStringLiteral("200 OK")); // with the password of this run, by itself
    auto* as = child<QComboBox>("credentialsCombo");
    as->setCurrentIndex(0);
    send();
    QCOMPARE(statusText(), QStringLiteral("401 Unauthorized"));
    const auto secret = test::MemoryNode::answer(
        (*m_node)->api().createToken(QStringLiteral("narrow"), {QStringLiteral("wallet")}));
    as->setCurrentIndex(2);
    child<QLineEdit>("tokenEdit")->setText(*secret);
    send();
    QCOMPARE(statusText(), QStringLiteral("403 Forbidden"));
}

void ApiPageTest::logsRequestsAndOpensThemAgain() {
    start();
    select(QStringLiteral("GET"), QStringLiteral("/chain"));
    child<QLineEdit>("limitEdit")->setText(QStringLiteral("1"));
    send();
    select(QStringLiteral("GET"), QStringLiteral("/api/block-height/:height"));
    child<QLineEdit>("heightEdit")->setText(QStringLiteral("77"));
    send();
    showTab(2);
    auto* table = child<DataTable>("requestTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 2).data().toString(),
             QStringLiteral("/api/block-height/77")); // newest first
    QCOMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("404"));
    QCOMPARE(table->model()->index(1, 6).data().toString(), QStringLiteral("127.0.0.1"));
    shoot(*m_page, "api-requests-light");
    child<SegmentedControl>("requestFilter")->setCurrentIndex(1);
    QCOMPARE(table->model()->rowCount(), 1);
    child<SegmentedControl>("requestFilter")->setCurrentIndex(0);
    emit table->rowActivated(1);
    QCOMPARE(m_page->header()->tabs()->currentIndex(), 0);
    QCOMPARE(child<QLineEdit>("limitEdit")->text(), QStringLiteral("1"));
    QVERIFY(child<QLineEdit>("fromEdit")->text().isEmpty());
}

void ApiPageTest::keepsWhatWasTyped() {
    start();
    select(QStringLiteral("GET"), QStringLiteral("/chain"));
    QTest::keyClicks(child<QLineEdit>("limitEdit"), QStringLiteral("3"));
    select(QStringLiteral("GET"), QStringLiteral("/heartbeat"));
    QVERIFY(!child<QLineEdit>("limitEdit"));
    select(QStringLiteral("GET"), QStringLiteral("/chain"));
    QCOMPARE(child<QLineEdit>("limitEdit")->text(), QStringLiteral("3"));
    QVERIFY(shown(2).endsWith(QStringLiteral("/chain?limit=3'")));
}

void ApiPageTest::namesEveryControl() {
    start();
    select(QStringLiteral("POST"), QStringLiteral("/mine")); // with fields
    for (const int tab : {0, 1, 2}) {
        showTab(tab);
        int controls = 0;
        for (QWidget* widget : m_page->findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
            ++controls;
            QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(
                interface && !interface->text(QAccessible::Name).isEmpty(),
                qPrintable(QStringLiteral("%1 %2 on tab %3")
                               .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                               .arg(tab)));
        }
        QVERIFY(controls > 3);
    }
}

void ApiPageTest::worksByKeyboard() {
    start();
    m_page->activateWindow();
    QTRY_VERIFY(m_page->isActiveWindow());
    m_page->setFocus();
    QTest::keySequence(m_page.get(), QKeySequence(QKeySequence::Find));
    auto* filter = child<QLineEdit>("routeFilter");
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("heartbeat"));
    QTest::keyClick(filter, Qt::Key_Return);
    auto* table = child<DataTable>("routeTable");
    QVERIFY(table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Up); // the family's name is passed over
    QCOMPARE(table->currentIndex().row(), 1);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(child<Tag>("methodTag")->text(), QStringLiteral("POST"));
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(statusText(), QStringLiteral("200 OK"));
}

void ApiPageTest::indentsJson_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("lines");
    QTest::newRow("object") << QByteArray("{\"a\":1,\"b\":[1,2]}")
                            << QStringLiteral("{\n  \"a\": 1,\n  \"b\": [\n    1,\n    2\n  ]\n}");
    QTest::newRow("empty") << QByteArray("{ \"a\" : {} , \"b\":[ ]}")
                           << QStringLiteral("{\n  \"a\": {},\n  \"b\": []\n}");
    QTest::newRow("small amounts") << QByteArray("[0.00000001]") << QStringLiteral("[\n  0.00000001\n]");
    QTest::newRow("brackets in texts")
        << QByteArray("[\"{\\\"[,:\"]") << QStringLiteral("[\n  \"{\\\"[,:\"\n]");
    QTest::newRow("cut off") << QByteArray("{\"a\":\"x") << QStringLiteral("{\n  \"a\": \"x");
    QTest::newRow("no JSON") << QByteArray("]]}{\\") << QStringLiteral("\n]\n]\n}{\n\\");
}

void ApiPageTest::indentsJson() {
    QFETCH(const QByteArray, json);
    QFETCH(const QString, lines);
    QCOMPARE(indentedJson(json, 1000), lines);
    QVERIFY(indentedJson(json, 3).size() <= 3);
}

CAIRN_GUI_TEST(ApiPageTest)
#include "ApiPageTest.moc"
