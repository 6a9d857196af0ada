#include "rest/http/RouteInput.h"
#include "support/TestProgram.h"

using namespace rest;

class RouteInputTest : public QObject {
    Q_OBJECT
private slots:
    void refusesWhatNoRowNames_data();
    void refusesWhatNoRowNames();
    void leavesTheDialectsOfOthersAlone();

private:
    static HttpRequest request(const char* query, const char* body) {
        HttpRequest out;
        out.query = QUrlQuery(QLatin1String(query));
        out.body = body;
        return out;
    }
};

void RouteInputTest::refusesWhatNoRowNames_data() {
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("part"); // of the refusal; empty: taken
    const auto row = [](const char* query, const char* body, const char* part) {
        QTest::addRow("%s %s", query, body) << QByteArray(query) << QByteArray(body) << QByteArray(part);
    };
    row("", "", "");
    row("from=1&whole=0", R"({"amount":1,"dry_run":true,"names":["a"]})", "");
    row("", R"({"Amount":1})", ""); // names in any case
    row("", R"({"dry_run":null})", "");
    row("", "[1]", ""); // the route's own words
    row("form=1", "", R"(There is no parameter \"form\" here. There are: from, whole.)");
    row("from=1&from=2", "", R"(The parameter \"from\" comes twice.)");
    row("whole=yes", "", R"(\"whole\" must be true or false.)");
    row("whole=", "", R"(\"whole\" must be true or false.)");
    row("", R"({"dryrun":true})", R"(There is no member \"dryrun\" here.)");
    row("", R"({"dry_run":"maybe"})", R"(\"dry_run\" must be true or false.)");
    row("", R"({"amount":[1]})", R"(\"amount\" must be one value, not a list.)");
}

void RouteInputTest::refusesWhatNoRowNames() {
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, part);
    Route route{"POST", "/transactions/new", Access::Spend, {}, ""};
    route.parameters = {{"from", "integer", ""}, {"whole", "boolean", ""}};
    route.members = {{"amount", "number", ""}, {"dry_run", "boolean", ""}, {"names", "array", ""}};
    const auto refusal = inputRefusal(route, request(query, body));
    QCOMPARE(refusal.has_value(), !part.isEmpty());
    if (!refusal) return;
    QCOMPARE(refusal->status, 400);
    QVERIFY2(refusal->body.contains(part) && refusal->body.contains("bad-parameter"),
             refusal->body.constData());
}

void RouteInputTest::leavesTheDialectsOfOthersAlone() {
    const HttpRequest odd = request("x=1", R"({"x":1})");
    for (const char* path : {"/api/blocks", "/rest/chaininfo.json", "/p2p/v1/hello"})
        QVERIFY(!inputRefusal({"GET", path, path[1] == 'p' ? Access::Peer : Access::Read, {}, ""}, odd));
    QVERIFY(!inputRefusal({"POST", "/", Access::Read, {}, ""}, odd));
    for (const char* path : {"/chain", "/api/v1/peers"})
        QVERIFY(inputRefusal({"GET", path, Access::Read, {}, ""}, odd));
}

CAIRN_TEST(RouteInputTest)
#include "RouteInputTest.moc"
