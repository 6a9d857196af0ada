#include "crypto/Base58.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using crypto::decodeBase58;
using crypto::encodeBase58;
using support::hexOf;
using support::unhex;

class Base58Test : public QObject {
    Q_OBJECT
private slots:
    void agreesWithPublishedVectors();
    void keepsZerosInFront();
    void refusesForeignCharacters();
    void refusesMoreThanTheLimit();
    void givesUpEarlyOnHugeTexts();
};

void Base58Test::agreesWithPublishedVectors() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_base58_encode_decode.json"));
    NEEDS_DATA(vectors);
    int cases = 0;
    for (const auto& row : *vectors) {
        const util::Bytes bytes = unhex(row[0].get<std::string>());
        const auto text = row[1].get<std::string>();
        QCOMPARE(QByteArray::fromStdString(encodeBase58(bytes)), QByteArray::fromStdString(text));
        const auto decoded = decodeBase58(text, bytes.size()); // a limit of just the size
        QVERIFY2(decoded, text.c_str());
        QCOMPARE(hexOf(*decoded), hexOf(bytes));
        if (!bytes.empty()) QVERIFY2(!decodeBase58(text, bytes.size() - 1), text.c_str());
        ++cases;
    }
    QCOMPARE(cases, 21);
}

void Base58Test::keepsZerosInFront() {
    QCOMPARE(encodeBase58(unhex("000000")), std::string("111"));
    QCOMPARE(encodeBase58(unhex("000061")), std::string("112g"));
    QCOMPARE(hexOf(decodeBase58("111", 3).value()), QByteArray("000000"));
    QVERIFY(!decodeBase58("111", 2));
}

void Base58Test::refusesForeignCharacters() {
    for (const char* text : {"0", "O", "I", "l", " 2g", "2g ", "2 g", "2g\n", "+", "\xc3\xa9"})
        QVERIFY2(!decodeBase58(text, 100), text);
    QVERIFY(!decodeBase58(std::string_view("2g\0", 3), 100));
}

void Base58Test::refusesMoreThanTheLimit() {
    QVERIFY(decodeBase58("", 0).value().empty());
    QVERIFY(!decodeBase58("2", 0));
    QCOMPARE(hexOf(decodeBase58("5Q", 1).value()), QByteArray("ff"));
    QVERIFY(!decodeBase58("5R", 1));
    QCOMPARE(hexOf(decodeBase58("5R", 2).value()), QByteArray("0100"));
}

void Base58Test::givesUpEarlyOnHugeTexts() {
    const std::string digits(10'000'000, 'z');
    const std::string ones(10'000'000, '1');
    // Working through them would take hours: the test program's time limit.
    for (int i = 0; i < 100; ++i) {
        QVERIFY(!decodeBase58(digits, 128));
        QVERIFY(!decodeBase58(ones, 128));
    }
}

CAIRN_TEST(Base58Test)
#include "Base58Test.moc"
