#include "util/ByteWriter.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "util/ByteReader.h"

using support::hexOf;
using util::ByteWriter;

class ByteWriterTest : public QObject {
    Q_OBJECT
private slots:
    void writesLittleEndianIntegers();
    void writesTheShortestCompactSize_data();
    void writesTheShortestCompactSize();
    void writesSizedBytes();
    void givesItsBytesAway();
};

void ByteWriterTest::writesLittleEndianIntegers() {
    ByteWriter writer;
    writer.u8(0x01);
    writer.u16(0x0302);
    writer.u32(0x07060504);
    writer.u64(0x0f0e0d0c0b0a0908);
    writer.i32(-2);
    writer.i64(-1);
    QCOMPARE(hexOf(writer.view()), QByteArray("0102030405060708090a0b0c0d0e0ffeffffffffffffffffffffff"));
}

void ByteWriterTest::writesTheShortestCompactSize_data() {
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("zero") << quint64{0} << QByteArray("00");
    QTest::newRow("largest byte") << quint64{0xfc} << QByteArray("fc");
    QTest::newRow("smallest of two") << quint64{0xfd} << QByteArray("fdfd00");
    QTest::newRow("largest of two") << quint64{0xffff} << QByteArray("fdffff");
    QTest::newRow("smallest of four") << quint64{0x10000} << QByteArray("fe00000100");
    QTest::newRow("largest of four") << quint64{0xffffffff} << QByteArray("feffffffff");
    QTest::newRow("smallest of eight") << quint64{0x100000000} << QByteArray("ff0000000001000000");
    QTest::newRow("largest") << std::numeric_limits<quint64>::max() << QByteArray("ffffffffffffffffff");
}

void ByteWriterTest::writesTheShortestCompactSize() {
    QFETCH(quint64, value);
    QFETCH(QByteArray, hex);
    ByteWriter writer;
    writer.compactSize(value);
    QCOMPARE(hexOf(writer.view()), hex);
    QCOMPARE(util::compactSizeLength(value), writer.size());
    util::ByteReader reader(writer.view());
    QCOMPARE(quint64{reader.compactSize(value)}, value);
}

void ByteWriterTest::writesSizedBytes() {
    ByteWriter writer;
    writer.sized(support::unhex("aabb"));
    writer.sized({});
    writer.sized(util::Bytes(0x100, 7));
    QCOMPARE(hexOf(writer.view().first(7)), QByteArray("02aabb00fd0001"));
    QCOMPARE(writer.size(), std::size_t{3 + 1 + 3 + 0x100});
}

void ByteWriterTest::givesItsBytesAway() {
    ByteWriter writer;
    writer.reserve(2);
    writer.bytes(support::unhex("0102"));
    QCOMPARE(hexOf(writer.take()), QByteArray("0102"));
}

CAIRN_TEST(ByteWriterTest)
#include "ByteWriterTest.moc"
