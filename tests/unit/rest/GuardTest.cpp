#include "rest/http/Guard.h"
#include "rest/http/RateLimit.h"
#include "support/TestProgram.h"

using namespace rest;

class GuardTest : public QObject {
    Q_OBJECT
private slots:
    void allowsOwnHostsOnly_data();
    void allowsOwnHostsOnly();
    void keepsForeignPagesOut_data();
    void keepsForeignPagesOut();
    void letsPagesReadTheChain();
    void servesTheNetworkItsRowsOnly();
    void takesCookieAndTokens_data();
    void takesCookieAndTokens();
    void boundsTokensByScope();
    void asksForJsonFromBrowsers();
    void guardsSpending();
    void opensTheExplorerToListedPages();
    void limitsRequestsAMinute();
    void boundsTheTableOfClients();
    void takesASubnetForOneClient();

private:
    static HttpRequest requestWith(HeaderList headers);
    static Guard::Verdict check(const Guard& guard, Access access, const HttpRequest& request,
                                Face face = Face::Control);
    node::ApiTokens m_tokens;
    QByteArray m_walletSecret =
        m_tokens.create(QStringLiteral("till"), {QStringLiteral("wallet")}, 1).value_or(QString()).toLatin1();
    QByteArray m_controlSecret =
        m_tokens.create(QStringLiteral("boss"), {QStringLiteral("control"), QStringLiteral("spend")}, 1)
            .value_or(QString())
            .toLatin1();
};

HttpRequest GuardTest::requestWith(HeaderList headers) {
    HttpRequest request;
    request.headers = std::move(headers);
    request.headers.insert(request.headers.begin(), {"host", "127.0.0.1:5000"});
    return request;
}

Guard::Verdict GuardTest::check(const Guard& guard, Access access, const HttpRequest& request, Face face) {
    return guard.check(request, {"GET", "/x", access, {}, ""}, face, {});
}

void GuardTest::allowsOwnHostsOnly_data() {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("allowed");
    for (const char* host : {"127.0.0.1:5000", "127.0.0.1", "localhost:5000", "a.localhost", "[::1]:5000",
                             "10.1.2.3:5000", "lab.example:5000"})
        QTest::newRow(host) << QByteArray(host) << true;
    for (const char* host : {"evil.test", "evil.test:5000", "localhost:80", "127.0.0.1:1",
                             "localhost.evil.test", "", "[::1", "127.0.0.1:5000x"})
        QTest::newRow(*host != '\0' ? host : "empty") << QByteArray(host) << false;
}

void GuardTest::allowsOwnHostsOnly() {
    QFETCH(QByteArray, host);
    QFETCH(bool, allowed);
    const Guard guard({5000, {QStringLiteral("lab.example")}});
    HttpRequest request;
    request.headers = {{"host", host}};
    const auto verdict = check(guard, Access::Read, request);
    QCOMPARE(!verdict.refusal.has_value(), allowed);
    if (verdict.refusal) QCOMPARE(verdict.refusal->status, 403);
    QCOMPARE(!guard.checkHost(request, Face::Control).has_value(), allowed);
}

void GuardTest::keepsForeignPagesOut_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("foreign");
    const auto row = [](const char* name, const char* value, bool foreign) {
        QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name), QLatin1String(value))))
            << QByteArray(name) << QByteArray(value) << foreign;
    };
    row("sec-fetch-site", "cross-site", true);
    row("sec-fetch-site", "same-site", true);
    row("sec-fetch-site", "none", false);
    row("sec-fetch-site", "same-origin", false);
    row("origin", "null", true);
    row("origin", "http://evil.test", true);
    row("origin", "http://127.0.0.1:3000", true);
    row("origin", "https://127.0.0.1:5000", true);
    row("origin", "http://127.0.0.1:5000", false);
    row("origin", "http://localhost:5000", false);
    row("sec-purpose", "prefetch;prerender", true);
    row("purpose", "prefetch", true);
    row("user-agent", "Mozilla/5.0 (X11)", true);
    row("user-agent", "Mozilla/5.0 (Windows NT; en-US) WindowsPowerShell/5.1", false);
    row("user-agent", "curl/8", false);
    row("user-agent", "python-requests/2.28", false);
}

void GuardTest::keepsForeignPagesOut() {
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, foreign);
    const Guard guard(Guard::Options{5000});
    const HttpRequest request = requestWith({{name, value}});
    for (const Access access : {Access::Change, Access::Wallet, Access::Spend, Access::Peer})
        QCOMPARE(check(guard, access, request).refusal.has_value(), foreign);
    QVERIFY(check(guard, Access::Control, request).refusal.has_value());
}

void GuardTest::letsPagesReadTheChain() {
    QVERIFY(!check(Guard(Guard::Options{5000}), Access::Read, requestWith({{"sec-fetch-site", "cross-site"}}))
                 .refusal);
}

void GuardTest::servesTheNetworkItsRowsOnly() {
    const Guard guard(Guard::Options{5000});
    HttpRequest request;
    request.headers = {{"host", "192.168.1.5:5001"},
                       {"user-agent", "Mozilla/5.0"}}; // what the peers' library calls itself
    for (const Access access :
         {Access::Read, Access::Change, Access::Wallet, Access::Spend, Access::Control}) {
        const auto verdict = check(guard, access, request, Face::Peer);
        QVERIFY(verdict.refusal.has_value());
        QCOMPARE(verdict.refusal->status, 404);
    }
    QVERIFY(!check(guard, Access::Peer, request, Face::Peer).refusal);
    HttpRequest page = request; // what a page makes a browser send
    page.headers.emplace_back("sec-fetch-site", "cross-site");
    QVERIFY(check(guard, Access::Peer, page, Face::Peer).refusal.has_value());
    page.headers.back() = {"origin", "http://evil.test"};
    QVERIFY(check(guard, Access::Peer, page, Face::Peer).refusal.has_value());
    Route explorer{"GET", "/api/blocks", Access::Read, {}, ""};
    explorer.onPeerFace = true;
    QVERIFY(!guard.check(request, explorer, Face::Peer, {}).refusal);
    Route submit{"POST", "/api/tx", Access::Change, {}, ""};
    submit.onPeerFace = true;
    QVERIFY(guard.check(request, submit, Face::Peer, {}).refusal); // an old browser's name
    request.headers.back().second = "curl/8";
    QVERIFY(!guard.check(request, submit, Face::Peer, {}).refusal);
    // The cookie opens nothing here.
    const Guard withCookie({5000, {}, {}, "__cookie__:secret"});
    request.headers.emplace_back("authorization", "Basic " + QByteArray("__cookie__:secret").toBase64());
    QCOMPARE(check(withCookie, Access::Control, request, Face::Peer).refusal->status, 404);
}

void GuardTest::takesCookieAndTokens_data() {
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("read");
    QTest::addColumn<int>("control");
    const auto basic = [](const QByteArray& pair) { return "Basic " + pair.toBase64(); };
    QTest::newRow("none") << QByteArray() << 200 << 401;
    QTest::newRow("cookie") << basic("__cookie__:secret") << 200 << 200;
    QTest::newRow("wrong cookie") << basic("__cookie__:secre7") << 401 << 401;
    QTest::newRow("old cookie") << basic("__cookie__:") << 401 << 401;
    QTest::newRow("a miner's empty one") << basic(":") << 200 << 401;
    QTest::newRow("no base64") << QByteArray("Basic !!!!") << 200 << 401;
    QTest::newRow("control token") << "Bearer " + m_controlSecret << 200 << 200;
    QTest::newRow("control token as password") << basic("me:" + m_controlSecret) << 200 << 200;
    QTest::newRow("wallet token") << "Bearer " + m_walletSecret << 200 << 403;
    QTest::newRow("unknown token") << QByteArray("Bearer cairn_00") << 401 << 401;
    QTest::newRow("digest") << QByteArray("Digest x") << 401 << 401;
}

void GuardTest::takesCookieAndTokens() {
    QFETCH(QByteArray, authorization);
    QFETCH(int, read);
    QFETCH(int, control);
    const Guard guard({5000, {}, {}, "__cookie__:secret"});
    const HttpRequest request =
        authorization.isEmpty() ? requestWith({}) : requestWith({{"authorization", authorization}});
    const auto statusOf = [&](Access access) {
        const auto verdict = guard.check(request, {"GET", "/x", access, {}, ""}, Face::Control, m_tokens);
        if (verdict.refusal && verdict.refusal->status == 401 && !authorization.isEmpty() &&
            access == Access::Read && !verdict.wrongPassword)
            return -1;
        return verdict.refusal ? verdict.refusal->status : 200;
    };
    QCOMPARE(statusOf(Access::Read), read);
    QCOMPARE(statusOf(Access::Control), control);
}

void GuardTest::boundsTokensByScope() {
    const Guard guard(Guard::Options{5000});
    const auto status = [&](const QByteArray& secret, Access access) {
        const auto verdict = guard.check(requestWith({{"authorization", "Bearer " + secret}}),
                                         {"GET", "/x", access, {}, ""}, Face::Control, m_tokens);
        return verdict.refusal ? verdict.refusal->status : 200;
    };
    QCOMPARE(status(m_walletSecret, Access::Wallet), 200);
    QCOMPARE(status(m_walletSecret, Access::Control), 403);
    QCOMPARE(status(m_controlSecret, Access::Control), 200);
    // What is open to every program of this computer is to one with a token as well.
    for (const Access access : {Access::Read, Access::Change, Access::Wallet, Access::Spend})
        QCOMPARE(status(m_walletSecret, access), 200);
    m_tokens.revoke(QStringLiteral("till"));
    QCOMPARE(status(m_walletSecret, Access::Wallet), 401);
}

void GuardTest::asksForJsonFromBrowsers() {
    const Guard guard(Guard::Options{5000});
    Route route{"POST", "/x", Access::Change, {}, ""};
    route.body = "application/json";
    const auto refused = [&](HeaderList headers) {
        return guard.check(requestWith(std::move(headers)), route, Face::Control, {}).refusal.has_value();
    };
    QVERIFY(!refused({{"content-type", "application/x-www-form-urlencoded"}})); // curl -d
    QVERIFY(refused({{"content-type", "text/plain"}, {"sec-fetch-site", "same-origin"}}));
    QVERIFY(
        !refused({{"content-type", "application/json; charset=utf-8"}, {"sec-fetch-site", "same-origin"}}));
}

void GuardTest::guardsSpending() {
    using Spending = Guard::Spending;
    const QString changing =
        m_tokens.create(QStringLiteral("miner"), {QStringLiteral("change")}, 1).value_or(QString());
    for (const Spending rule : {Spending::Open, Spending::Ask, Spending::Token}) {
        const Guard guard({5000, {}, {}, "__cookie__:secret", rule});
        const auto plain = check(guard, Access::Spend, requestWith({}));
        QCOMPARE(plain.refusal.has_value(), rule == Spending::Token);
        QCOMPARE(plain.askBeforeSpending, rule == Spending::Ask);
        const auto known = guard.check(requestWith({{"authorization", "Bearer " + m_controlSecret}}),
                                       {"POST", "/x", Access::Spend, {}, ""}, Face::Control, m_tokens);
        QVERIFY(!known.refusal && !known.askBeforeSpending);
        // A token for other things is as good as none.
        const auto other = guard.check(requestWith({{"authorization", "Bearer " + changing.toLatin1()}}),
                                       {"POST", "/x", Access::Spend, {}, ""}, Face::Control, m_tokens);
        QCOMPARE(other.refusal.has_value(), rule == Spending::Token);
        QCOMPARE(other.askBeforeSpending, rule == Spending::Ask);
    }
}

void GuardTest::opensTheExplorerToListedPages() {
    const Guard guard({5000, {}, {QStringLiteral("http://localhost:8080")}});
    const auto headers = [&](const char* origin, const char* path, Access access) {
        Route route{"GET", path, access, {}, ""};
        route.onPeerFace = true;
        return guard.corsHeaders(requestWith({{"origin", origin}}), route);
    };
    QCOMPARE(headers("http://localhost:8080", "/api/blocks", Access::Read).front().second,
             QByteArray("http://localhost:8080"));
    QVERIFY(headers("http://localhost:8081", "/api/blocks", Access::Read).empty());
    QVERIFY(headers("null", "/api/blocks", Access::Read).empty());
    QVERIFY(headers("http://localhost:8080", "/chain", Access::Read).empty());
    QVERIFY(headers("http://localhost:8080", "/api/v1/settings", Access::Wallet).empty());
    // It may submit what every stranger may.
    Route submit{"POST", "/api/tx", Access::Change, {}, ""};
    submit.onPeerFace = true;
    for (const Face face : {Face::Control, Face::Peer}) {
        const auto refused = [&](const char* origin) {
            const auto request = requestWith({{"origin", origin}, {"sec-fetch-site", "cross-site"}});
            return guard.check(request, submit, face, {}).refusal.has_value();
        };
        QVERIFY(!refused("http://localhost:8080"));
        QVERIFY(refused("http://localhost:8081"));
    }
    const auto listed = requestWith({{"origin", "http://localhost:8080"}});
    QVERIFY(!guard.corsHeaders(listed, submit).empty());
    submit.onPeerFace = false;
    QVERIFY(guard.check(listed, submit, Face::Control, {}).refusal.has_value());
}

void GuardTest::limitsRequestsAMinute() {
    RateLimit limit(60);
    const QHostAddress one(QStringLiteral("10.0.0.1")), two(QStringLiteral("10.0.0.2"));
    for (int i = 0; i < 60; ++i)
        QVERIFY(limit.allow(one, 1'000));
    QVERIFY(!limit.allow(one, 1'000));
    QVERIFY(limit.allow(two, 1'000));
    QVERIFY(!limit.allow(one, 1'900));
    QVERIFY(limit.allow(one, 2'100)); // one a second comes back
    QVERIFY(!limit.allow(one, 2'100));
    for (quint32 i = 0; i < 3'000; ++i)
        (void)limit.allow(QHostAddress(0x0b000000 + i), 3'000'000 + i * 100);
    QVERIFY(limit.clients() <= 1'001);
}

/// A table that strangers fill within a minute stays bounded, and who is in it keeps what is his.
void GuardTest::boundsTheTableOfClients() {
    RateLimit limit(60);
    const QHostAddress known(QStringLiteral("10.0.0.1"));
    QVERIFY(limit.allow(known, 100'000));
    int allowed = 0;
    for (quint32 i = 0; i < 5'000; ++i)
        allowed += limit.allow(QHostAddress(0x0b000000 + i), 100'000) ? 1 : 0;
    QVERIFY2(limit.clients() <= 1'000, qPrintable(QString::number(limit.clients())));
    QVERIFY2(allowed <= 1'000 + 60, qPrintable(QString::number(allowed)));
    QVERIFY(limit.allow(known, 100'000));
}

void GuardTest::takesASubnetForOneClient() {
    RateLimit limit(60);
    const auto address = [](int network, int host) {
        return QHostAddress(QStringLiteral("2001:db8:0:%1::%2").arg(network, 0, 16).arg(host, 0, 16));
    };
    int allowed = 0;
    for (int host = 1; host <= 500; ++host)
        allowed += limit.allow(address(1, host), 1'000) ? 1 : 0;
    QCOMPARE(allowed, 60);
    QCOMPARE(limit.clients(), qsizetype(1));
    QVERIFY(limit.allow(address(2, 1), 1'000));
}

CAIRN_TEST(GuardTest)
#include "GuardTest.moc"
