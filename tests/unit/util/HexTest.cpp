#include "util/Hex.h"
#include "support/TestProgram.h"

class HexTest : public QObject {
    Q_OBJECT
private slots:
    void writesLowerCase();
    void writesReversed();
    void readsBothCases();
    void readsBackEveryByte();
    void refusesWhatIsNotHex_data();
    void refusesWhatIsNotHex();
};

const util::Bytes kBytes = {0x00, 0x1f, 0xab, 0xff};

void HexTest::writesLowerCase() {
    QCOMPARE(util::toHex(kBytes), std::string("001fabff"));
    QCOMPARE(util::toHex({}), std::string());
}

void HexTest::writesReversed() {
    QCOMPARE(util::toReversedHex(kBytes), std::string("ffab1f00"));
}

void HexTest::readsBothCases() {
    QVERIFY(util::fromHex("001fabff") == kBytes);
    QVERIFY(util::fromHex("001FaBFf") == kBytes);
    QVERIFY(util::fromHex("") == util::Bytes());
}

void HexTest::readsBackEveryByte() {
    util::Bytes all;
    for (int i = 0; i < 256; ++i)
        all.push_back(static_cast<std::uint8_t>(i));
    QVERIFY(util::fromHex(util::toHex(all)) == all);
}

void HexTest::refusesWhatIsNotHex_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"0", "abc", "0g", "g0", "0x12", " 00", "00 ", "0 ", "/0", ":0", "@0", "`0", "-1"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("zero byte") << QByteArray("0\0", 2);
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa9");
}

void HexTest::refusesWhatIsNotHex() {
    QFETCH(QByteArray, text);
    QVERIFY(!util::fromHex(text.toStdString()));
}

CAIRN_TEST(HexTest)
#include "HexTest.moc"
