#include "net/address/HostAddress.h"
#include "support/TestProgram.h"

using namespace net;

class HostAddressTest : public QObject {
    Q_OBJECT
private slots:
    void readsAndWrites_data();
    void readsAndWrites();
    void knowsHowFarTheyReach_data();
    void knowsHowFarTheyReach();
    void isOfUseWithinItsNetwork();
    void groups();
    void namesWhatOneUserHas();
};

void HostAddressTest::readsAndWrites_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written"); // empty: no address
    const auto row = [](const char* text, const char* written) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(written);
    };
    row("1.2.3.4:5", "1.2.3.4:5");
    row("[2a00::7]:65535", "[2a00::7]:65535");
    row("[::ffff:1.2.3.4]:5", "1.2.3.4:5");
    row("[::]:5", "[::]:5");
    row("[::1.2.3.4]:5", "[::102:304]:5");
    row("0.0.0.0:5", "0.0.0.0:5");
    row("1.2.3.4", "");
    row("1.2.3.4:65536", "");
    row("1.2.3.4:x", "");
    row("teacher.local:5001", "");
    row(":5", "");
    row("", "");
}

void HostAddressTest::readsAndWrites() {
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto address = netAddressFrom(text);
    QCOMPARE(address.has_value(), !written.isEmpty());
    if (!address) return;
    QVERIFY(netAddressOf(hostOf(*address), address->port) == *address);
    QVERIFY(netAddressFrom(textOf(*address)) == address);
    QCOMPARE(netAddressFrom(written), address);
}

void HostAddressTest::knowsHowFarTheyReach_data() {
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("scope");
    const auto row = [](const char* host, Scope scope) {
        QTest::newRow(host) << QString::fromLatin1(host) << int(scope);
    };
    row("8.8.8.8", Scope::Public);
    row("172.15.0.1", Scope::Public);
    row("2a00::1", Scope::Public);
    row("10.1.2.3", Scope::Private);
    row("172.31.0.1", Scope::Private);
    row("192.168.0.1", Scope::Private);
    row("100.64.0.1", Scope::Private);
    row("fd00::1", Scope::Private);
    row("127.0.0.1", Scope::Loopback);
    row("127.255.0.9", Scope::Loopback);
    row("::1", Scope::Loopback);
    for (const char* nowhere :
         {"0.0.0.0", "0.1.2.3", "169.254.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.51.100.7",
          "203.0.113.7", "198.19.0.1", "::", "fe80::1", "ff02::1", "2001:db8::1"})
        row(nowhere, Scope::Nowhere);
}

void HostAddressTest::knowsHowFarTheyReach() {
    QFETCH(QString, host);
    QFETCH(int, scope);
    QCOMPARE(int(scopeOf(netAddressOf(QHostAddress(host), 1))), scope);
}

void HostAddressTest::isOfUseWithinItsNetwork() {
    const auto at = [](const char* text) { return *netAddressFrom(QLatin1String(text)); };
    const auto far = at("8.8.8.8:1");
    const auto lan = at("192.168.1.1:1");
    const auto here = at("127.0.0.1:1");
    const auto none = at("169.254.1.1:1");
    QVERIFY(isOfUse(far, far) && isOfUse(far, lan) && isOfUse(far, here) && isOfUse(far, none));
    QVERIFY(!isOfUse(lan, far) && isOfUse(lan, lan) && isOfUse(lan, here) && !isOfUse(lan, none));
    QVERIFY(!isOfUse(here, far) && !isOfUse(here, lan) && isOfUse(here, here) && !isOfUse(here, none));
    QVERIFY(!isOfUse(none, none) && !isOfUse(at("8.8.8.8:0"), far));
    QVERIFY(!isOfUse({wire::NetAddress::Kind::TorV3, util::Bytes(32), 1}, here));
}

void HostAddressTest::groups() {
    const auto group = [](const char* text) { return groupOf(*netAddressFrom(QLatin1String(text))); };
    QCOMPARE(group("8.8.1.1:1"), group("8.8.2.2:2"));
    QVERIFY(group("8.8.1.1:1") != group("8.9.1.1:1"));
    QCOMPARE(group("[2a00:1:2::1]:1"), group("[2a00:1:3::1]:1"));
    QVERIFY(group("[2a00:1::1]:1") != group("[2a00:2::1]:1"));
    QVERIFY(group("192.168.1.1:1") != group("192.168.1.2:1"));
    QCOMPARE(group("192.168.1.1:1"), group("192.168.1.1:2"));
    QVERIFY(group("127.0.0.1:1") != group("127.0.0.1:2"));
    const auto holder = [](const char* text) { return holderOf(*netAddressFrom(QLatin1String(text))); };
    QVERIFY(holder("8.8.1.1:1") != holder("8.8.1.2:1"));
    QCOMPARE(holder("[2a00:1:2:3::1]:1"), holder("[2a00:1:2:3:4::]:7"));
    QVERIFY(holder("[2a00:1:2:3::1]:1") != holder("[2a00:1:2:4::1]:1"));
}

void HostAddressTest::namesWhatOneUserHas() {
    const auto text = [](const char* address) {
        return holderText(netAddressFrom(QString::fromLatin1(address)).value());
    };
    QCOMPARE(text("1.2.3.4:5"), QStringLiteral("1.2.3.4"));
    QCOMPARE(text("[2a00:1:2:3:4:5:6:7]:5"), QStringLiteral("2a00:1:2:3::/64"));
    QCOMPARE(text("[2a00:1:2:3::]:9"), text("[2a00:1:2:3:ffff::1]:5"));
    QCOMPARE(text("[::ffff:1.2.3.4]:5"), QStringLiteral("1.2.3.4"));
}

CAIRN_TEST(HostAddressTest)
#include "HostAddressTest.moc"
