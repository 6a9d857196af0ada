#include "net/address/LanAddresses.h"

#include "support/TestProgram.h"

#include <QtTest>

class LanAddressesTest : public QObject {
    Q_OBJECT
private slots:
    void putsTheLikeliestFirst();
    void leavesOutWhatNobodyCanDial_data();
    void leavesOutWhatNobodyCanDial();
    void makesSeeds();
    void findsItsOwn();
};

namespace {

net::OwnAddress at(const char* interface, const char* address) {
    return {QLatin1String(interface), QHostAddress(QLatin1String(address))};
}

QStringList textsOf(const QList<QHostAddress>& addresses) {
    QStringList out;
    for (const QHostAddress& address : addresses)
        out << address.toString();
    return out;
}

} // namespace

void LanAddressesTest::putsTheLikeliestFirst() {
    const auto found = net::dialableAddresses({at("eth0", "2001:db8::7"), at("eth0", "203.0.113.9"),
                                               at("wlan0", "192.168.1.20"), at("wlan0", "192.168.1.20"),
                                               at("eth1", "10.1.2.3")});
    QCOMPARE(textsOf(found), QStringList({QStringLiteral("192.168.1.20"), QStringLiteral("10.1.2.3"),
                                          QStringLiteral("203.0.113.9"), QStringLiteral("2001:db8::7")}));
}

void LanAddressesTest::leavesOutWhatNobodyCanDial_data() {
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("address");
    const auto row = [](const char* name, const char* interface, const char* address) {
        QTest::newRow(name) << QString::fromLatin1(interface) << QString::fromLatin1(address);
    };
    row("loopback", "lo", "127.0.0.1");
    row("loopback 6", "lo", "::1");
    row("link-local", "wlan0", "169.254.3.4");
    row("link-local 6", "wlan0", "fe80::1");
    row("any", "wlan0", "0.0.0.0");
    row("multicast", "wlan0", "239.1.1.1");
    row("containers", "docker0", "172.17.0.1");
    row("bridge of containers", "br-0a1b2c", "172.18.0.1");
    row("virtual machines", "virbr0", "192.168.122.1");
}

void LanAddressesTest::leavesOutWhatNobodyCanDial() {
    QFETCH(QString, interface);
    QFETCH(QString, address);
    QVERIFY(net::dialableAddresses({{interface, QHostAddress(address)}}).isEmpty());
}

void LanAddressesTest::makesSeeds() {
    const QList<QHostAddress> lan = {QHostAddress(QStringLiteral("192.168.1.20")),
                                     QHostAddress(QStringLiteral("2001:db8::7"))};
    const auto seeds = [&](const char* url) { return net::seedsFor(QLatin1String(url), lan); };
    QCOMPARE(seeds("http://0.0.0.0:5001"), QStringList{QStringLiteral("http://192.168.1.20:5001")});
    QCOMPARE(seeds("http://[::]:5001"), QStringList({QStringLiteral("http://192.168.1.20:5001"),
                                                     QStringLiteral("http://[2001:db8::7]:5001")}));
    QCOMPARE(seeds("http://192.168.9.9:6000"), QStringList{QStringLiteral("http://192.168.9.9:6000")});
    QVERIFY(seeds("").isEmpty());
    // No network: the other windows of this computer can come.
    QCOMPARE(net::seedsFor(QStringLiteral("http://0.0.0.0:5001"), {}),
             QStringList{QStringLiteral("http://127.0.0.1:5001")});
    QCOMPARE(net::seedsFor(QStringLiteral("http://0.0.0.0:1"), QList<QHostAddress>(9, lan[0])).size(), 4);
}

void LanAddressesTest::findsItsOwn() {
    for (const net::OwnAddress& own : net::ownAddresses())
        QVERIFY(!own.address.isLoopback());
}

CAIRN_TEST(LanAddressesTest)
#include "LanAddressesTest.moc"
