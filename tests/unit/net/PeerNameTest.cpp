#include "net/PeerName.h"

#include "net/link/HttpProtocol.h"

#include "support/TestProgram.h"

#include <QtTest>

class PeerNameTest : public QObject {
    Q_OBJECT
private slots:
    void cleans_data();
    void cleans();
    void travelsInHello();
    void isCleanedWhenItComes();
};

void PeerNameTest::cleans_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << QStringLiteral("Mia") << QStringLiteral("Mia");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("white space") << QStringLiteral("  a \t\n b  ") << QStringLiteral("a b");
    QTest::newRow("control") << QStringLiteral("a\x01\x1b[31mb") << QStringLiteral("a[31mb");
    QTest::newRow("turns the writing") << QStringLiteral("a\u202eb\u2066c\u200f") << QStringLiteral("abc");
    QTest::newRow("invisible") << QStringLiteral("\u200b\u2060\ufeff") << QString();
    QTest::newRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("a b");
    QTest::newRow("other scripts") << QStringLiteral("عمر 網路 Ünal") << QStringLiteral("عمر 網路 Ünal");
    QTest::newRow("half a pair") << (QStringLiteral("a") + QChar(0xd83d)) << QStringLiteral("a\ufffd");
    QTest::newRow("long") << QString(100, QLatin1Char('x')) << QString(40, QLatin1Char('x'));
    QTest::newRow("pairs are not cut")
        << (QString(39, QLatin1Char('x')) + QStringLiteral("😀")) << QString(39, QLatin1Char('x'));
    QTest::newRow("very long blanks")
        << QString(100'000, QLatin1Char(' ')) + QStringLiteral("x") << QString();
}

void PeerNameTest::cleans() {
    QFETCH(QString, given);
    QFETCH(QString, shown);
    QCOMPARE(net::cleanName(given), shown);
    QCOMPARE(net::cleanName(shown), shown);
}

void PeerNameTest::travelsInHello() {
    net::Hello hello;
    hello.name = QStringLiteral("Mia & Bo");
    const auto json = net::decodeHello(net::encodeHello(hello));
    const auto query = net::helloFromQuery(net::helloQuery(hello));
    QVERIFY(json && query);
    QCOMPARE(json->name, hello.name);
    QCOMPARE(query->name, hello.name);
}

void PeerNameTest::isCleanedWhenItComes() {
    net::Hello hello;
    hello.name = QStringLiteral("a\u202e\nb") + QString(200, QLatin1Char('x'));
    const auto query = net::helloFromQuery(net::helloQuery(hello));
    QVERIFY(query);
    QCOMPARE(query->name, QStringLiteral("a b") + QString(37, QLatin1Char('x')));
}

CAIRN_TEST(PeerNameTest)
#include "PeerNameTest.moc"
