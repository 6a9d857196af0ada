#include "rest/Router.h"

#include <QtTest>

using namespace rest;

class RouterTest : public QObject {
    Q_OBJECT
private slots:
    void findsRowsAndArguments();
    void namesNearMisses();
    void namesAllowedMethods();

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
    QVERIFY(find("HEAD", QStringLiteral("/mine")).route != nullptr);
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
    QVERIFY((match.refusal->headers == std::vector<std::pair<QByteArray, QByteArray>>{{"Allow", "GET, POST"}}));
}

QTEST_GUILESS_MAIN(RouterTest)
#include "RouterTest.moc"
