#include "rest/http/Router.h"
#include "rest/cairn/ApiDocs.h"
#include "support/TestProgram.h"

#include <nlohmann/json.hpp>

using namespace rest;

class RouterTest : public QObject {
    Q_OBJECT
private slots:
    void findsRowsAndArguments();
    void namesNearMisses();
    void namesAllowedMethods();
    void answersTheExplorersUnknownPathsInPlainText();
    void knowsTheFamilies();
    void describesEveryRow();

private:
    static Router someRouter();
    static Router::Match find(const QByteArray& method, const QString& path);
};

Router RouterTest::someRouter() {
    Router router;
    router.add({{"GET", "/mine", Access::Change, {}, "", nullptr},
                {"POST", "/mine", Access::Change, {}, "", nullptr},
                {"GET", "/", Access::Read, {}, "", nullptr},
                {"POST", "/nodes/register", Access::Change, {}, "", nullptr},
                {"GET", "/transactions/:hash/confirmations", Access::Read, {}, "", nullptr}});
    return router;
}

Router::Match RouterTest::find(const QByteArray& method, const QString& path) {
    static const Router router = someRouter();
    HttpRequest request;
    request.method = method;
    request.path = path;
    return router.find(request);
}

void RouterTest::findsRowsAndArguments() {
    const auto match = find("GET", QStringLiteral("/transactions/abc/confirmations"));
    QVERIFY(match.route != nullptr);
    QCOMPARE(match.arguments, QStringList{QStringLiteral("abc")});
    QVERIFY(find("GET", QStringLiteral("/")).route != nullptr);
    QVERIFY(find("HEAD", QStringLiteral("/")).route != nullptr);
    QVERIFY(find("HEAD", QStringLiteral("/mine")).route == nullptr); // it would mine
    QVERIFY(find("GET", QStringLiteral("/mine/")).route != nullptr);
    QVERIFY(find("GET", QStringLiteral("/transactions//confirmations")).route == nullptr);
    QCOMPARE(QByteArray(find("POST", QStringLiteral("/mine")).route->method), QByteArray("POST"));
}

void RouterTest::namesNearMisses() {
    const auto match = find("POST", QStringLiteral("/node/register"));
    QVERIFY(match.refusal.has_value());
    QCOMPARE(match.refusal->status, 404);
    QVERIFY(match.refusal->body.contains("Did you mean /nodes/register?"));
    QVERIFY(!find("GET", QStringLiteral("/quite/different")).refusal->body.contains("Did you mean"));
    QCOMPARE(find("GET", QLatin1Char('/') + QString(5000, QLatin1Char('x'))).refusal->status, 404);
}

void RouterTest::namesAllowedMethods() {
    const auto match = find("DELETE", QStringLiteral("/mine"));
    QCOMPARE(match.refusal->status, 405);
    QVERIFY((match.refusal->headers ==
             std::vector<std::pair<QByteArray, QByteArray>>{{"Allow", "GET, POST, OPTIONS"}}));
}

void RouterTest::answersTheExplorersUnknownPathsInPlainText() {
    const auto match = find("GET", QStringLiteral("/api/nothing"));
    QCOMPARE(match.refusal->status, 404);
    QCOMPARE(match.refusal->contentType, QByteArray("text/plain"));
    QCOMPARE(match.refusal->body, QByteArray("endpoint does not exist \"/api/nothing\""));
    QCOMPARE(find("GET", QStringLiteral("/api/v1/nothing")).refusal->contentType,
             QByteArray("application/json"));
    QCOMPARE(find("PUT", QStringLiteral("/")).allowed, QByteArray("GET, HEAD, OPTIONS"));
}

void RouterTest::knowsTheFamilies() {
    const auto family = [](const char* method, const char* path) {
        return QByteArray(familyOf({method, path, Access::Read, {}, ""}));
    };
    QCOMPARE(family("GET", "/"), QByteArray("Cairn"));
    QCOMPARE(family("POST", "/"), QByteArray("JSON-RPC"));
    QCOMPARE(family("POST", "/wallet/:name"), QByteArray("JSON-RPC"));
    QCOMPARE(family("GET", "/wallet/address"), QByteArray("Tutorial"));
    QCOMPARE(family("GET", "/api/tx/:txid"), QByteArray("Esplora"));
    QCOMPARE(family("GET", "/api/v1/peers"), QByteArray("Cairn"));
    QCOMPARE(family("GET", "/p2p/v1/hello"), QByteArray("Peers"));
}

void RouterTest::describesEveryRow() {
    const std::vector<Route> rows = {{"GET",
                                      "/a/:name",
                                      Access::Read,
                                      {},
                                      "Reads <a>.",
                                      "/a/x",
                                      "text/plain",
                                      {{"limit", "integer", "How many."}}},
                                     {"POST",
                                      "/a/:name",
                                      Access::Control,
                                      {},
                                      "Writes it.",
                                      "/a/x",
                                      "application/json",
                                      {},
                                      "application/json",
                                      "[1]"}};
    const auto json =
        nlohmann::json::parse(openApiJson(rows, QStringLiteral("http://127.0.0.1:5000")).toStdString());
    const auto& path = json["paths"]["/a/{name}"];
    QCOMPARE(path["get"]["parameters"].size(), std::size_t(2));
    QCOMPARE(path["get"]["parameters"][0]["in"].get<std::string>(), std::string("path"));
    QCOMPARE(path["get"]["responses"]["200"]["content"].items().begin().key(), std::string("text/plain"));
    QCOMPARE(path["post"]["x-access"].get<std::string>(), std::string("control"));
    QVERIFY(path["post"].contains("requestBody") && !path["get"].contains("requestBody"));
    QCOMPARE(path["post"]["requestBody"]["content"]["application/json"]["example"][0].get<int>(), 1);
    const auto shown = documentedRoutes(rows);
    QCOMPARE(shown.size(), std::size_t(2));
    QCOMPARE(shown[0].parameters.size(), std::size_t(2));
    QVERIFY(shown[0].parameters[0].inPath && !shown[0].parameters[1].inPath);
    QCOMPARE(shown[1].access, QStringLiteral("control"));
    QCOMPARE(shown[1].sampleBody, QStringLiteral("[1]"));
    const QByteArray page =
        describePage(rows, {QStringLiteral("Lab & co"), QStringLiteral("a b c"), 7,
                            QStringLiteral("http://127.0.0.1:5000"), QStringLiteral("/x/api.cookie")});
    QVERIFY(page.contains("curl -s -u &quot;$(cat /x/api.cookie)&quot; -H 'Content-Type: application/json' "
                          "-d '[1]' http://127.0.0.1:5000/a/x"));
    QVERIFY(page.contains("Lab &amp; co") && page.contains("Reads &lt;a&gt;.") &&
            page.contains("curl -s http://127.0.0.1:5000/a/x"));
}

CAIRN_TEST(RouterTest)
#include "RouterTest.moc"
