#include "node/api/ApiCall.h"
#include "support/TestProgram.h"

#include <QTest>

using node::ApiCall;

class ApiCallTest : public QObject {
    Q_OBJECT
private slots:
    void quotesOnlyWhatTheShellWouldRead();
    void spellsTheMethodOnlyWhereItIsNotImplied();
    void sendsCredentials();
    void writesJsonInEachLanguagesWords();
    void readsStreamsAsTheyCome();
    void printsTheAnswerByItsType();
    void sendsBytesThatAreWrittenInHex();
};

namespace {

ApiCall get(const char* path) {
    ApiCall call;
    call.url = QStringLiteral("http://127.0.0.1:5000") + QLatin1String(path);
    return call;
}

ApiCall post(const char* path, const QString& body, const char* type = "application/json") {
    ApiCall call = get(path);
    call.method = QStringLiteral("POST");
    call.contentType = QLatin1String(type);
    call.body = body;
    return call;
}

} // namespace

void ApiCallTest::quotesOnlyWhatTheShellWouldRead() {
    QCOMPARE(node::curlText(get("/chain")), QStringLiteral("curl -s http://127.0.0.1:5000/chain"));
    QCOMPARE(node::curlText(get("/chain?from=0&limit=2")),
             QStringLiteral("curl -s 'http://127.0.0.1:5000/chain?from=0&limit=2'"));
    const QString line =
        QStringLiteral("curl -s -H 'Content-Type: text/plain' -d 'it'\\''s $HOME' http://127.0.0.1:5000/x");
    QCOMPARE(node::curlText(post("/x", QStringLiteral("it's $HOME"), "text/plain")), line);
    QVERIFY(node::curlText(post("/x", QStringLiteral("@/etc/passwd"), "text/plain"))
                .contains(QStringLiteral("--data-raw '@/etc/passwd'")));
}

void ApiCallTest::spellsTheMethodOnlyWhereItIsNotImplied() {
    ApiCall call = get("/mine");
    call.method = QStringLiteral("POST");
    QCOMPARE(node::curlText(call), QStringLiteral("curl -s -X POST http://127.0.0.1:5000/mine"));
    call.method = QStringLiteral("DELETE");
    QCOMPARE(node::curlText(call), QStringLiteral("curl -s -X DELETE http://127.0.0.1:5000/mine"));
    QVERIFY(node::javaScriptText(call).contains(QStringLiteral("method: \"DELETE\"")));
    QVERIFY(node::pythonText(call).contains(QStringLiteral("requests.delete(")));
}

void ApiCallTest::sendsCredentials() {
    ApiCall call = get("/api/v1/tokens");
    call.cookieFile = QStringLiteral("/home/a b/api.cookie");
    QCOMPARE(
        node::curlText(call),
        QStringLiteral("curl -s -u \"$(cat '/home/a b/api.cookie')\" http://127.0.0.1:5000/api/v1/tokens"));
    QVERIFY(node::pythonText(call).contains(
        QStringLiteral("auth=tuple(open(\"/home/a b/api.cookie\").read().split(\":\", 1))")));
    QVERIFY(node::javaScriptText(call).contains(
        QStringLiteral("btoa(readFileSync(\"/home/a b/api.cookie\", \"utf8\"))")));
    call.cookieFile.clear();
    call.token = QStringLiteral("cairn_1");
    QVERIFY(node::curlText(call).contains(QStringLiteral("-H 'Authorization: Bearer cairn_1'")));
    QVERIFY(
        node::pythonText(call).contains(QStringLiteral("headers={\"Authorization\": \"Bearer cairn_1\"}")));
}

void ApiCallTest::writesJsonInEachLanguagesWords() {
    const ApiCall call =
        post("/api/v1/mining",
             QStringLiteral("{\"enabled\":true,\"x\":null,\"say\":\"true \\\"null\\\" \\/ false\"}"));
    QVERIFY(node::pythonText(call).contains(
        QStringLiteral("json={\"enabled\":True,\"x\":None,\"say\":\"true \\\"null\\\" / false\"}")));
    QVERIFY(node::javaScriptText(call).contains(
        QStringLiteral("body: JSON.stringify({\"enabled\":true,\"x\":null,")));
    // What is no JSON goes out as it was written, to be refused by the node and not by the language.
    const ApiCall broken = post("/api/v1/mining", QStringLiteral("{\"enabled\":\n"));
    QVERIFY(node::pythonText(broken).contains(QStringLiteral("data=\"{\\\"enabled\\\":\\n\"")));
    QVERIFY(node::javaScriptText(broken).contains(QStringLiteral("body: \"{\\\"enabled\\\":\\n\"")));
}

void ApiCallTest::readsStreamsAsTheyCome() {
    ApiCall call = get("/api/v1/events");
    call.answerType = QStringLiteral("text/event-stream");
    QCOMPARE(node::curlText(call), QStringLiteral("curl -s -N http://127.0.0.1:5000/api/v1/events"));
    QVERIFY(node::pythonText(call).contains(QStringLiteral("stream=True")));
    QVERIFY(node::javaScriptText(call).contains(QStringLiteral("for await")));
}

void ApiCallTest::printsTheAnswerByItsType() {
    ApiCall call = get("/api/blocks/tip/height");
    QVERIFY(node::pythonText(call).endsWith(QStringLiteral("print(answer.status_code, answer.json())")));
    call.answerType = QStringLiteral("text/plain");
    QVERIFY(node::pythonText(call).endsWith(QStringLiteral("answer.text)")));
    call.answerType = QStringLiteral("application/octet-stream");
    QVERIFY(node::javaScriptText(call).contains(QStringLiteral("arrayBuffer()")));
}

void ApiCallTest::sendsBytesThatAreWrittenInHex() {
    const ApiCall call = post("/p2p/v1/blocks", QStringLiteral("00ff"), "application/octet-stream");
    QCOMPARE(node::curlText(call),
             QStringLiteral("echo '00ff' | xxd -r -p | curl -s -H 'Content-Type: application/octet-stream' "
                            "--data-binary @- http://127.0.0.1:5000/p2p/v1/blocks"));
    QVERIFY(node::pythonText(call).contains(QStringLiteral("data=bytes.fromhex(\"00ff\")")));
    QVERIFY(node::javaScriptText(call).contains(QStringLiteral("body: Buffer.from(\"00ff\", \"hex\")")));
}

CAIRN_TEST(ApiCallTest)
#include "ApiCallTest.moc"
