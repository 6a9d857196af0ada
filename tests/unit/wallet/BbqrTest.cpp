#include "support/TestProgram.h"

#include "util/Bytes.h"
#include "util/Hex.h"
#include "wallet/text/Bbqr.h"

#include <QtTest>

#include <algorithm>
#include <random>

using Taken = wallet::bbqr::Joiner::Taken;
using wallet::bbqr::Joiner;

/// Data as a row of QR codes.
class BbqrTest : public QObject {
    Q_OBJECT
private slots:
    void comesBack_data();
    void comesBack();
    void readsWhatOthersWrite_data();
    void readsWhatOthersWrite();
    void takesPartsInAnyOrderAndAgain();
    void keepsPartsOfOtherDataOut();
    void refusesWhatIsNoPart_data();
    void refusesWhatIsNoPart();
    void aSmallCodeDoesNotFillTheMemory();
};

namespace {

util::Bytes noise(std::size_t size) {
    std::mt19937 random(7);
    util::Bytes out(size);
    std::ranges::generate(out, [&] { return static_cast<std::uint8_t>(random()); });
    return out;
}

std::optional<util::Bytes> joined(const std::vector<std::string>& parts) {
    Joiner joiner;
    for (const std::string& part : parts)
        if (joiner.take(part) != Taken::New) return std::nullopt;
    return joiner.data();
}

} // namespace

void BbqrTest::comesBack_data() {
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("isNoise");
    QTest::addColumn<int>("longest");
    for (const int size : {1, 4, 5, 6, 300, 4'999, 20'000})
        for (const bool isNoise : {false, true})
            for (const int longest : {24, 480, 4'296})
                if (size < 5'000 || longest > 24)
                    QTest::addRow("%d bytes %s in %d", size, isNoise ? "of noise" : "alike", longest)
                        << size << isNoise << longest;
}

void BbqrTest::comesBack() {
    QFETCH(int, size);
    QFETCH(bool, isNoise);
    QFETCH(int, longest);
    const auto bytes = static_cast<std::size_t>(size);
    const util::Bytes data = isNoise ? noise(bytes) : util::Bytes(bytes, 'a');
    const auto parts = wallet::bbqr::split(data, wallet::bbqr::kPsbt, static_cast<std::size_t>(longest));
    QVERIFY(!parts.empty());
    for (const std::string& part : parts) {
        QVERIFY(part.size() <= static_cast<std::size_t>(longest));
        QVERIFY(std::ranges::all_of(
            part, [](char c) { return c == '$' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }));
    }
    QVERIFY(joined(parts) == data);
}

/// Each has been written by hand after the description: "B$", encoding, kind, how many, which, data.
void BbqrTest::readsWhatOthersWrite_data() {
    QTest::addColumn<QStringList>("parts");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("hexadecimal") << QStringList{"B$HP0100DEADBEEF"} << QByteArray("deadbeef");
    QTest::newRow("hexadecimal, two")
        << QStringList{"B$HP0200DEAD", "B$HP0201BEEF"} << QByteArray("deadbeef");
    QTest::newRow("base 32") << QStringList{"B$2P0100MZXW6YTBOI"} << QByteArray("foobar").toHex();
    QTest::newRow("base 32, two") << QStringList{"B$2P0200MZXW6YTB", "B$2P0201OI"}
                                  << QByteArray("foobar").toHex();
    // A stored block of raw deflate: 01, length, its complement, "hi".
    QTest::newRow("zlib") << QStringList{"B$ZP0100AEBAB7P7NBUQ"} << QByteArray("hi").toHex();
}

void BbqrTest::readsWhatOthersWrite() {
    QFETCH(QStringList, parts);
    QFETCH(QByteArray, hex);
    std::vector<std::string> texts;
    for (const QString& part : parts)
        texts.push_back(part.toStdString());
    const auto data = joined(texts);
    QVERIFY(data);
    QCOMPARE(QByteArray::fromStdString(util::toHex(*data)), hex);
}

void BbqrTest::takesPartsInAnyOrderAndAgain() {
    const util::Bytes data = noise(3'000);
    auto parts = wallet::bbqr::split(data, wallet::bbqr::kPsbt, 200);
    QVERIFY(parts.size() > 20);
    std::ranges::shuffle(parts, std::mt19937(3));
    Joiner joiner;
    for (const std::string& part : parts) {
        QVERIFY(!joiner.isWhole() && !joiner.data());
        QVERIFY(joiner.take(part) == Taken::New);
        QVERIFY(joiner.take(part) == Taken::Known);
    }
    QCOMPARE(joiner.have(), parts.size());
    QCOMPARE(joiner.total(), parts.size());
    QVERIFY(joiner.data() == data);
    joiner.clear();
    QCOMPARE(joiner.total(), std::size_t(0));
}

void BbqrTest::keepsPartsOfOtherDataOut() {
    Joiner joiner;
    QVERIFY(joiner.take("B$HP0200DEAD") == Taken::New);
    QVERIFY(joiner.take("B$HP0301BEEF") == Taken::OfAnother); // another number of parts
    QVERIFY(joiner.take("B$HT0201BEEF") == Taken::OfAnother); // another kind
    QVERIFY(joiner.take("B$2P0201OI") == Taken::OfAnother);   // another encoding
    QVERIFY(joiner.take("B$HP0200BEEF") == Taken::OfAnother); // other bytes in the same place
    QCOMPARE(joiner.have(), std::size_t(1));
    QVERIFY(joiner.take("B$HP0201BEEF") == Taken::New);
    QVERIFY(joiner.isWhole());
}

void BbqrTest::refusesWhatIsNoPart_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("another text") << QStringLiteral("cHNidP8BAA==");
    QTest::newRow("no data") << QStringLiteral("B$HP0100");
    QTest::newRow("no parts") << QStringLiteral("B$HP0000DEAD");
    QTest::newRow("behind the end") << QStringLiteral("B$HP0101DEAD");
    QTest::newRow("small figures") << QStringLiteral("B$HP0z00DEAD");
    QTest::newRow("unknown encoding") << QStringLiteral("B$XP0100DEAD");
    QTest::newRow("half a byte") << QStringLiteral("B$HP0100DEA");
    QTest::newRow("small letters") << QStringLiteral("B$HP0100dead");
    QTest::newRow("no letter of base 32") << QStringLiteral("B$2P0100MZXW01");
    QTest::newRow("bits left over") << QStringLiteral("B$2P0100MZXW6YTBOJ");
    QTest::newRow("too long") << QStringLiteral("B$HP0100") + QString(4'300, QLatin1Char('A'));
}

void BbqrTest::refusesWhatIsNoPart() {
    QFETCH(QString, text);
    Joiner joiner;
    QVERIFY(joiner.take(text.toStdString()) == Taken::Wrong);
    QCOMPARE(joiner.total(), std::size_t(0));
}

void BbqrTest::aSmallCodeDoesNotFillTheMemory() {
    const auto parts = wallet::bbqr::split(util::Bytes(wallet::bbqr::kMostBytes, 0), 'P', 4'296);
    QVERIFY(!parts.empty());
    QVERIFY(joined(parts)->size() == wallet::bbqr::kMostBytes);
    QVERIFY(wallet::bbqr::split(util::Bytes(wallet::bbqr::kMostBytes + 1, 0), 'P', 4'296).empty());
    // No end of the stream, and something behind it.
    Joiner half;
    QVERIFY(half.take("B$ZP0100AEBAB7P7NA") == Taken::New);
    QVERIFY(half.isWhole() && !half.data());
}

CAIRN_TEST(BbqrTest)
#include "BbqrTest.moc"
