#include "crypto/Random.h"
#include "support/TestProgram.h"

#include <set>

class RandomTest : public QObject {
    Q_OBJECT
private slots:
    void fillsEveryByte();
    void fillsMoreThanOnePiece();
    void givesAsManyBytesAsAskedFor();
    void neverRepeatsANumber();
    void staysBelowTheBound_data();
    void staysBelowTheBound();
    void reachesEveryNumberEvenly();
};

void RandomTest::fillsEveryByte() {
    util::ByteArray<40> seen{};
    for (int round = 0; round < 20; ++round) { // a byte stays 0 twenty times once in 2^160
        util::ByteArray<40> bytes{};
        crypto::fillRandom(bytes);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            seen[i] |= bytes[i];
    }
    for (const std::uint8_t byte : seen)
        QVERIFY(byte != 0);
}

void RandomTest::fillsMoreThanOnePiece() {
    const auto bytes = crypto::randomBytes((1 << 20) + 32);
    const util::ByteView tail = util::ByteView(bytes).last(32);
    QVERIFY(std::any_of(tail.begin(), tail.end(), [](std::uint8_t byte) { return byte != 0; }));
}

void RandomTest::givesAsManyBytesAsAskedFor() {
    QCOMPARE(crypto::randomBytes(0).size(), std::size_t{0});
    QCOMPARE(crypto::randomBytes(33).size(), std::size_t{33});
}

void RandomTest::neverRepeatsANumber() {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(crypto::randomNumber());
    QCOMPARE(seen.size(), std::size_t{1000});
}

void RandomTest::staysBelowTheBound_data() {
    QTest::addColumn<quint64>("bound");
    for (const quint64 bound : {quint64{1}, quint64{2}, quint64{3}, quint64{1000}, (quint64{1} << 63) + 1,
                                std::numeric_limits<quint64>::max()})
        QTest::addRow("%llu", static_cast<unsigned long long>(bound)) << bound;
}

void RandomTest::staysBelowTheBound() {
    QFETCH(quint64, bound);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(crypto::randomBelow(bound) < bound);
}

void RandomTest::reachesEveryNumberEvenly() {
    constexpr int kRounds = 10000;
    std::array<int, 10> counts{};
    for (int i = 0; i < kRounds; ++i)
        ++counts[crypto::randomBelow(counts.size())];
    for (const int count : counts)
        QVERIFY2(count > 800 && count < 1200, QByteArray::number(count)); // 6 sigma
    // Above half of the range a plain remainder would give the lower numbers twice as often.
    constexpr quint64 kBound = quint64{3} << 62;
    int low = 0;
    for (int i = 0; i < kRounds; ++i)
        low += crypto::randomBelow(kBound) < kBound / 3;
    QVERIFY2(low > 3000 && low < 3670, QByteArray::number(low));
}

CAIRN_TEST(RandomTest)
#include "RandomTest.moc"
