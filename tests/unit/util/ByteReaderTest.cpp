#include "util/ByteReader.h"
#include "support/Hex.h"
#include "support/TestProgram.h"

using support::hexOf;
using support::unhex;
using util::ByteReader;
using util::ReadError;

class ByteReaderTest : public QObject {
    Q_OBJECT
private slots:
    void readsLittleEndianIntegers();
    void readsSignedIntegers();
    void readsCompactSizes_data();
    void readsCompactSizes();
    void refusesCompactSizes_data();
    void refusesCompactSizes();
    void failsInsteadOfReadingPastTheEnd();
    void staysBadWithTheFirstReason();
    void readsSizedBytes();
    void refusesASizeBeyondTheEnd();
    void readsArraysAndRanges();
    void namesEveryError();
};

void ByteReaderTest::readsLittleEndianIntegers() {
    const auto bytes = unhex("01"
                             "0203"
                             "04050607"
                             "08090a0b0c0d0e0f");
    ByteReader reader(bytes);
    QCOMPARE(reader.u8(), std::uint8_t{0x01});
    QCOMPARE(reader.u16(), std::uint16_t{0x0302});
    QCOMPARE(reader.u32(), std::uint32_t{0x07060504});
    QCOMPARE(reader.u64(), std::uint64_t{0x0f0e0d0c0b0a0908});
    QVERIFY(reader.ok());
    QVERIFY(reader.atEnd());
}

void ByteReaderTest::readsSignedIntegers() {
    const auto bytes = unhex("feffffff"
                             "0000000000000080");
    ByteReader reader(bytes);
    QCOMPARE(reader.i32(), -2);
    QCOMPARE(reader.i64(), std::numeric_limits<std::int64_t>::min());
}

void ByteReaderTest::readsCompactSizes_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<quint64>("value");
    QTest::newRow("zero") << QByteArray("00") << quint64{0};
    QTest::newRow("largest byte") << QByteArray("fc") << quint64{0xfc};
    QTest::newRow("smallest of two") << QByteArray("fdfd00") << quint64{0xfd};
    QTest::newRow("largest of two") << QByteArray("fdffff") << quint64{0xffff};
    QTest::newRow("smallest of four") << QByteArray("fe00000100") << quint64{0x10000};
    QTest::newRow("largest of four") << QByteArray("feffffffff") << quint64{0xffffffff};
    QTest::newRow("smallest of eight") << QByteArray("ff0000000001000000") << quint64{0x100000000};
    QTest::newRow("largest") << QByteArray("ffffffffffffffffff") << std::numeric_limits<quint64>::max();
}

void ByteReaderTest::readsCompactSizes() {
    QFETCH(QByteArray, hex);
    QFETCH(quint64, value);
    const auto bytes = unhex(hex.toStdString());
    ByteReader reader(bytes);
    QCOMPARE(quint64{reader.compactSize(value)}, value); // a limit of just the value
    QVERIFY(reader.ok());
    QVERIFY(reader.atEnd());
}

void ByteReaderTest::refusesCompactSizes_data() {
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<ReadError>("error");
    constexpr auto kNoLimit = std::numeric_limits<quint64>::max();
    QTest::newRow("two for one") << QByteArray("fdfc00") << kNoLimit << ReadError::NonCanonicalSize;
    QTest::newRow("four for two") << QByteArray("feffff0000") << kNoLimit << ReadError::NonCanonicalSize;
    QTest::newRow("eight for four") << QByteArray("ffffffffff00000000") << kNoLimit
                                    << ReadError::NonCanonicalSize;
    QTest::newRow("above the limit") << QByteArray("05") << quint64{4} << ReadError::SizeTooLarge;
    QTest::newRow("far above the limit")
        << QByteArray("ffffffffffffffffff") << quint64{4} << ReadError::SizeTooLarge;
    QTest::newRow("empty") << QByteArray("") << kNoLimit << ReadError::EndOfData;
    QTest::newRow("cut two") << QByteArray("fd00") << kNoLimit << ReadError::EndOfData;
    QTest::newRow("cut four") << QByteArray("fe000001") << kNoLimit << ReadError::EndOfData;
    QTest::newRow("cut eight") << QByteArray("ff00000000010000") << kNoLimit << ReadError::EndOfData;
}

void ByteReaderTest::refusesCompactSizes() {
    QFETCH(QByteArray, hex);
    QFETCH(quint64, limit);
    QFETCH(ReadError, error);
    const auto bytes = unhex(hex.toStdString());
    ByteReader reader(bytes);
    QCOMPARE(reader.compactSize(limit), std::uint64_t{0});
    QVERIFY(!reader.ok());
    QCOMPARE(reader.error(), error);
}

void ByteReaderTest::failsInsteadOfReadingPastTheEnd() {
    const auto bytes = unhex("010203");
    ByteReader reader(bytes);
    QCOMPARE(reader.u32(), std::uint32_t{0});
    QVERIFY(!reader.ok());
    QCOMPARE(reader.error(), ReadError::EndOfData);
    QCOMPARE(reader.u8(), std::uint8_t{0}); // bytes are left, but the reader is bad
    QVERIFY(reader.view(1).empty());
    QCOMPARE(reader.array<2>(), util::ByteArray<2>{});
}

void ByteReaderTest::staysBadWithTheFirstReason() {
    const auto bytes = unhex("09");
    ByteReader reader(bytes);
    reader.compactSize(8);
    reader.setError(ReadError::BadFormat);
    reader.u64();
    QCOMPARE(reader.error(), ReadError::SizeTooLarge);
}

void ByteReaderTest::readsSizedBytes() {
    const auto bytes = unhex("03aabbcc00dd");
    ByteReader reader(bytes);
    QCOMPARE(hexOf(reader.sized(3)), QByteArray("aabbcc"));
    QVERIFY(reader.sized(3).empty());
    QVERIFY(reader.ok());
    QCOMPARE(reader.remaining(), std::size_t{1});
}

void ByteReaderTest::refusesASizeBeyondTheEnd() {
    const auto cut = unhex("04aabbcc");
    ByteReader reader(cut);
    QVERIFY(reader.sized(100).empty());
    QCOMPARE(reader.error(), ReadError::EndOfData);

    const auto huge = unhex("ffffffffffffffffffaa");
    ByteReader other(huge);
    QVERIFY(other.sized(std::numeric_limits<std::uint64_t>::max()).empty());
    QCOMPARE(other.error(), ReadError::EndOfData);
}

void ByteReaderTest::readsArraysAndRanges() {
    const auto bytes = unhex("0102030405");
    ByteReader reader(bytes);
    reader.u8();
    const std::size_t from = reader.position();
    QCOMPARE(reader.array<3>(), (util::ByteArray<3>{2, 3, 4}));
    QCOMPARE(hexOf(reader.since(from)), QByteArray("020304"));
    QVERIFY(!reader.atEnd());
}

void ByteReaderTest::namesEveryError() {
    QSet<QByteArray> names;
    for (const auto error : {ReadError::EndOfData, ReadError::NonCanonicalSize, ReadError::SizeTooLarge,
                             ReadError::TrailingData, ReadError::BadFormat})
        names.insert(QByteArray(util::toString(error)));
    QCOMPARE(names.size(), 5);
}

CAIRN_TEST(ByteReaderTest)
#include "ByteReaderTest.moc"
