#include "net/address/PeerAddress.h"
#include "support/TestProgram.h"

class PeerAddressTest : public QObject {
    Q_OBJECT
private slots:
    void readsWhatUsersWrite_data();
    void readsWhatUsersWrite();
    void refusesEverythingElse_data();
    void refusesEverythingElse();
    void knowsThisComputer();
};

void PeerAddressTest::readsWhatUsersWrite_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::newRow("url") << "http://10.0.0.1:5002"
                         << "10.0.0.1:5002";
    QTest::newRow("url with slash") << " http://10.0.0.1:5002/ "
                                    << "10.0.0.1:5002";
    QTest::newRow("host and port") << "localhost:5001"
                                   << "localhost:5001";
    QTest::newRow("host") << "teacher.local"
                          << "teacher.local:5001";
    QTest::newRow("IPv6") << "::1"
                          << "[::1]:5001";
    QTest::newRow("IPv6 and port") << "[fe80::1]:99"
                                   << "[fe80::1]:99";
}

void PeerAddressTest::readsWhatUsersWrite() {
    QFETCH(QString, text);
    QFETCH(QString, address);
    const auto url = net::peerUrl(text, 5001);
    QVERIFY(url.has_value());
    QCOMPARE(net::addressText(*url), address);
}

void PeerAddressTest::refusesEverythingElse_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"",
                             " ",
                             "https://a",
                             "ftp://a",
                             "http://a/path",
                             "http://a?x=1",
                             "http://u:p@a",
                             "a:0",
                             "a:99999",
                             "a:b",
                             "http://",
                             "a b",
                             ":5001",
                             "6189",
                             "6189:5001",
                             "127.1:5001",
                             "0x7f.0.0.1",
                             "010.0.0.1:5001",
                             "http://2130706433:5001",
                             "1.2.3.999"}) {
        QTest::newRow(text) << text;
    }
    QTest::newRow("long") << QString(1000, QLatin1Char('a'));
}

void PeerAddressTest::refusesEverythingElse() {
    QFETCH(QString, text);
    const auto url = net::peerUrl(text, 5001);
    QVERIFY(!url.has_value());
}

void PeerAddressTest::knowsThisComputer() {
    QVERIFY(net::isLoopbackHost(QStringLiteral("127.0.0.2")));
    QVERIFY(net::isLoopbackHost(QStringLiteral("localhost")));
    QVERIFY(net::isLoopbackHost(QStringLiteral("::1")));
    QVERIFY(!net::isLoopbackHost(QStringLiteral("192.168.1.2")));
}

CAIRN_TEST(PeerAddressTest)
#include "PeerAddressTest.moc"
