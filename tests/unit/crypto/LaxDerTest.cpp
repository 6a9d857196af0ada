#include "crypto/LaxDer.h"
#include "support/Hex.h"
#include "support/TestProgram.h"

using support::hexOf;
using support::unhex;

class LaxDerTest : public QObject {
    Q_OBJECT
private slots:
    void toleratesOldEncodings_data();
    void toleratesOldEncodings();
    void refusesWhatHasNoTwoIntegers_data();
    void refusesWhatHasNoTwoIntegers();
};

/// 32 bytes: zeros and then `hex`.
static QByteArray number(const QByteArray& hex) {
    return QByteArray(64 - hex.size(), '0') + hex;
}

void LaxDerTest::toleratesOldEncodings_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<QByteArray>("r");
    QTest::addColumn<QByteArray>("s");
    const QByteArray one = number("01");
    const QByteArray two = number("02");
    QTest::newRow("strict") << QByteArray("3006020101020102") << one << two;
    QTest::newRow("wrong sequence length") << QByteArray("3000020101020102") << one << two;
    QTest::newRow("sequence length too large") << QByteArray("307f020101020102") << one << two;
    QTest::newRow("long sequence length") << QByteArray("308106020101020102") << one << two;
    QTest::newRow("padded sequence length") << QByteArray("308400000006020101020102") << one << two;
    QTest::newRow("indefinite sequence length") << QByteArray("3080020101020102") << one << two;
    QTest::newRow("long integer length") << QByteArray("300702810101020102") << one << two;
    QTest::newRow("padded integer lengths") << QByteArray("30000285000000000101"
                                                          "0283000001"
                                                          "02")
                                            << one << two;
    QTest::newRow("padded integers") << QByteArray("3000"
                                                   "0203000001"
                                                   "02020002")
                                     << one << two;
    QTest::newRow("negative integers") << QByteArray("3000"
                                                     "0201ff"
                                                     "02028001")
                                       << number("ff") << number("8001");
    QTest::newRow("empty integers") << QByteArray("3000"
                                                  "0200"
                                                  "0200")
                                    << number("") << number("");
    QTest::newRow("bytes behind the end") << QByteArray("3006020101020102"
                                                        "deadbeef")
                                          << one << two;
    const QByteArray full(64, 'a');
    QTest::newRow("32 bytes") << "30000220" + full + "0220" + full << full << full;
    QTest::newRow("33 bytes with padding") << "3000022100" + full +
                                                  "0222"
                                                  "0000" +
                                                  full
                                           << full << full;
    QTest::newRow("R of 33 bytes") << "3000022101" + full + "020102" << number("") << number("");
    QTest::newRow("S of 33 bytes") << "3000020101"
                                      "022101" +
                                          full
                                   << number("") << number("");
}

void LaxDerTest::toleratesOldEncodings() {
    QFETCH(QByteArray, hex);
    QFETCH(QByteArray, r);
    QFETCH(QByteArray, s);
    const auto parsed = crypto::parseLaxDer(unhex(hex.toStdString()));
    QVERIFY(parsed);
    QCOMPARE(hexOf(*parsed), r + s);
}

void LaxDerTest::refusesWhatHasNoTwoIntegers_data() {
    QTest::addColumn<QByteArray>("hex");
    const QByteArray good("3006020101020102");
    for (qsizetype size = 0; size < good.size(); size += 2)
        QTest::addRow("cut to %d", int(size / 2)) << good.left(size);
    QTest::newRow("no sequence") << QByteArray("3106020101020102");
    QTest::newRow("R is no integer") << QByteArray("3006030101020102");
    QTest::newRow("S is no integer") << QByteArray("3006020101030102");
    QTest::newRow("sequence length cut") << QByteArray("30ff020101020102");
    QTest::newRow("integer length cut") << QByteArray("3006028401");
    QTest::newRow("R longer than the text") << QByteArray("3006020501020102");
    QTest::newRow("S longer than the text") << QByteArray("3006020101020202");
    QTest::newRow("length beyond four bytes") << QByteArray("30000285010000000101020102");
    QTest::newRow("length that wraps round") << QByteArray("30000289010000000000000001"
                                                           "01"
                                                           "020102");
}

void LaxDerTest::refusesWhatHasNoTwoIntegers() {
    QFETCH(QByteArray, hex);
    QVERIFY(!crypto::parseLaxDer(unhex(hex.toStdString())));
}

CAIRN_TEST(LaxDerTest)
#include "LaxDerTest.moc"
