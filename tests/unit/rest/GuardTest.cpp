#include "rest/Guard.h"

#include <QtTest>

using namespace rest;

class GuardTest : public QObject {
    Q_OBJECT
private slots:
    void allowsOwnHostsOnly_data();
    void allowsOwnHostsOnly();
    void keepsForeignPagesOut_data();
    void keepsForeignPagesOut();
    void letsPagesReadTheChain();
    void servesOnlyPeersOnThePeerFace();
};

void GuardTest::allowsOwnHostsOnly_data() {
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("allowed");
    for (const char* host : {"127.0.0.1:5000", "127.0.0.1", "localhost:5000", "a.localhost", "[::1]:5000", "10.1.2.3:5000", "lab.example:5000"})
        QTest::newRow(host) << QByteArray(host) << true;
    for (const char* host : {"evil.test", "evil.test:5000", "localhost:80", "127.0.0.1:1", "localhost.evil.test", "", "[::1", "127.0.0.1:5000x"})
        QTest::newRow(*host != '\0' ? host : "empty") << QByteArray(host) << false;
}

void GuardTest::allowsOwnHostsOnly() {
    QFETCH(QByteArray, host);
    QFETCH(bool, allowed);
    const Guard guard({5000, {QStringLiteral("lab.example")}});
    HttpRequest request;
    request.headers = {{"host", host}};
    const Route route{"GET", "/chain", Access::Read, {}, "", nullptr};
    const auto refusal = guard.check(request, route, Face::Control);
    QCOMPARE(!refusal.has_value(), allowed);
    if (refusal) QCOMPARE(refusal->status, 403);
}

void GuardTest::keepsForeignPagesOut_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("foreign");
    const auto row = [](const char* name, const char* value, bool foreign) {
        QTest::newRow(qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(name), QLatin1String(value)))) << QByteArray(name) << QByteArray(value) << foreign;
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
    const Guard guard({5000, {}});
    HttpRequest request;
    request.headers = {{"host", "127.0.0.1:5000"}, {name, value}};
    for (const Access access : {Access::Change, Access::Wallet, Access::Spend, Access::Peer}) {
        const Route route{"GET", "/mine", access, {}, "", nullptr};
        QCOMPARE(guard.check(request, route, Face::Control).has_value(), foreign);
    }
}

void GuardTest::letsPagesReadTheChain() {
    HttpRequest request;
    request.headers = {{"host", "localhost"}, {"sec-fetch-site", "cross-site"}};
    const Route route{"GET", "/chain", Access::Read, {}, "", nullptr};
    QVERIFY(!Guard({5000, {}}).check(request, route, Face::Control));
}

void GuardTest::servesOnlyPeersOnThePeerFace() {
    const Guard guard({5000, {}});
    HttpRequest request;
    request.headers = {{"host", "192.168.1.5:5001"}};
    for (const Access access : {Access::Read, Access::Change, Access::Wallet, Access::Spend}) {
        const auto refusal = guard.check(request, {"GET", "/x", access, {}, "", nullptr}, Face::Peer);
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->status, 404);
    }
    QVERIFY(!guard.check(request, {"GET", "/p2p/v1/hello", Access::Peer, {}, "", nullptr}, Face::Peer));
}

QTEST_GUILESS_MAIN(GuardTest)
#include "GuardTest.moc"
