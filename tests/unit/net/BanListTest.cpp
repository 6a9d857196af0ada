#include "net/address/BanList.h"
#include "support/TestProgram.h"

using net::BanInfo;
using net::BanList;

class BanListTest : public QObject {
    Q_OBJECT
private slots:
    void readsAddressesAndSubnets_data();
    void readsAddressesAndSubnets();
    void keepsOut_data();
    void keepsOut();
    void endsByItself();
    void isUndone();
    void keepsTheLongerOfTwo();
    void restores();
    void leavesThisComputerAlone();
    void isBounded();
};

void BanListTest::readsAddressesAndSubnets_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("kept"); // empty: refused
    const auto row = [](const char* given, const char* kept) {
        QTest::newRow(given) << QString::fromLatin1(given) << QString::fromLatin1(kept);
    };
    row("1.2.3.4", "1.2.3.4/32");
    row(" 1.2.3.4/32 ", "1.2.3.4/32");
    row("10.1.2.3/8", "10.0.0.0/8");
    row("192.168.77.130/25", "192.168.77.128/25");
    row("0.0.0.0/0", "0.0.0.0/0");
    row("2001:DB8::1", "2001:db8::1/128");
    row("2001:db8:1:2:3::/32", "2001:db8::/32");
    row("::ffff:1.2.3.4", "1.2.3.4/32");
    row("1.2.3.4/33", "");
    row("1.2.3.4/-1", "");
    row("1.2.3.4/", "");
    row("1.2.3", "");
    row("teacher.local", "");
    row("", "");
    row("2001:db8::/129", "");
}

void BanListTest::readsAddressesAndSubnets() {
    QFETCH(QString, given);
    QFETCH(QString, kept);
    QCOMPARE(BanList::normalised(given).value_or(QString()), kept);
    BanList list;
    QCOMPARE(list.add(given, 0, 100, true), !kept.isEmpty());
    if (!kept.isEmpty()) QCOMPARE(list.all(0)[0].subnet, kept);
}

void BanListTest::keepsOut_data() {
    QTest::addColumn<QString>("subnet");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("out");
    const auto row = [](const char* subnet, const char* host, bool out) {
        QTest::addRow("%s %s", subnet, host)
            << QString::fromLatin1(subnet) << QString::fromLatin1(host) << out;
    };
    row("1.2.3.4", "1.2.3.4", true);
    row("1.2.3.4", "::ffff:1.2.3.4", true);
    row("1.2.3.4", "1.2.3.5", false);
    row("10.0.0.0/8", "10.255.1.1", true);
    row("10.0.0.0/8", "11.0.0.0", false);
    row("10.0.0.0/9", "10.128.0.0", false);
    row("0.0.0.0/0", "8.8.8.8", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("2001:db8::/32", "2001:db8:ffff::1", true);
    row("2001:db8::/32", "2001:db9::1", false);
    row("::/0", "1.2.3.4", true);
}

void BanListTest::keepsOut() {
    QFETCH(QString, subnet);
    QFETCH(QString, host);
    QFETCH(bool, out);
    BanList list;
    QVERIFY(list.add(subnet, 0, 100, true));
    QCOMPARE(list.isBanned(QHostAddress(host), 50), out);
    QVERIFY(!list.isBanned(QHostAddress(host), 100));
}

void BanListTest::endsByItself() {
    BanList list;
    QVERIFY(list.add(QStringLiteral("1.2.3.4"), 10, 100, false));
    QVERIFY(list.add(QStringLiteral("1.2.3.5"), 10, 200, false));
    QVERIFY(!list.prune(99));
    QCOMPARE(list.all(100).size(), std::size_t(1));
    QVERIFY(list.prune(100));
    QVERIFY(!list.prune(100));
    QCOMPARE(list.all(0).size(), std::size_t(1));
}

void BanListTest::isUndone() {
    BanList list;
    QVERIFY(list.add(QStringLiteral("10.0.0.0/8"), 0, 100, true));
    QVERIFY(!list.remove(QStringLiteral("10.0.0.0/9")));
    QVERIFY(list.remove(QStringLiteral("10.1.0.0/8"))); // the same, written otherwise
    QVERIFY(!list.isBanned(QHostAddress(QStringLiteral("10.0.0.1")), 0));
    QVERIFY(list.add(QStringLiteral("10.0.0.0/8"), 0, 100, true));
    list.clear();
    QVERIFY(list.all(0).empty());
}

void BanListTest::keepsTheLongerOfTwo() {
    BanList list;
    const QString host = QStringLiteral("1.2.3.4");
    QVERIFY(list.add(host, 0, 100, true));
    QVERIFY(list.add(host, 50, 60, false)); // by itself: no shorter
    QCOMPARE(list.all(0).size(), std::size_t(1));
    QCOMPARE(list.all(0)[0].until, std::int64_t(100));
    QVERIFY(list.all(0)[0].byHand);
    QVERIFY(list.add(host, 50, 70, true)); // who says it by hand means it
    QCOMPARE(list.all(0)[0].until, std::int64_t(70));
}

void BanListTest::restores() {
    BanList list;
    list.restore({{QStringLiteral("1.2.3.4/32"), 5, 100, true},
                  {QStringLiteral("1.2.3.5/32"), 5, 10, false},
                  {QStringLiteral("nonsense"), 5, 100, false}},
                 20);
    QCOMPARE(list.all(20).size(), std::size_t(1));
    QCOMPARE(list.all(20)[0].since, std::int64_t(5));
    QVERIFY(list.all(20)[0].byHand);
}

void BanListTest::leavesThisComputerAlone() {
    BanList list;
    for (const char* own :
         {"127.0.0.1", "127.9.9.9/32", "127.0.0.0/8", "0.0.0.0/0", "::1", "::/0", "::1/64"}) {
        QVERIFY2(!list.add(QLatin1String(own), 0, 100, false), own);
        QVERIFY2(list.add(QLatin1String(own), 0, 100, true), own);
    }
    QVERIFY(list.add(QStringLiteral("128.0.0.0/1"), 0, 100, false));
}

void BanListTest::isBounded() {
    BanList list;
    for (quint32 i = 0; i < 11'000; ++i)
        (void)list.add(QHostAddress(0x08000000 + i).toString(), 0, 100, false);
    QCOMPARE(list.all(0).size(), std::size_t(10'000));
    QVERIFY(list.add(QStringLiteral("1.1.1.1"), 100, 200, false)); // the others are over
    QCOMPARE(list.all(100).size(), std::size_t(1));
}

CAIRN_TEST(BanListTest)
#include "BanListTest.moc"
