#include "net/relay/RecentHashes.h"
#include "support/TestProgram.h"

#include <QtTest>

namespace {

util::ByteArray<32> hashNumber(std::uint32_t number) {
    util::ByteArray<32> hash{};
    for (std::size_t i = 0; i < 4; ++i)
        hash[i] = std::uint8_t(number >> (8 * i));
    return hash;
}

} // namespace

class RecentHashesTest : public QObject {
    Q_OBJECT

private slots:
    void remembersTheLast() {
        net::RecentHashes recent(100, 7);
        QVERIFY(!recent.contains(hashNumber(1)));
        for (std::uint32_t i = 0; i < 1'000; ++i) {
            recent.add(hashNumber(i));
            for (std::uint32_t back = 0; back < std::min<std::uint32_t>(100, i + 1); ++back)
                QVERIFY(recent.contains(hashNumber(i - back)));
            QVERIFY(!recent.contains(hashNumber(i + 1)));
        }
        QVERIFY(!recent.contains(hashNumber(799)));
        recent.clear();
        QVERIFY(!recent.contains(hashNumber(999)));
        QCOMPARE(recent.bytes(), std::size_t(0));
    }

    void isBounded() {
        net::RecentHashes recent(1'000, 7);
        for (std::uint32_t i = 0; i < 100'000; ++i)
            recent.add(hashNumber(i));
        QVERIFY(recent.bytes() <= 2 * 4 * 1'024 * sizeof(std::uint64_t));
    }

    void repetitionPutsNothingOut() {
        net::RecentHashes recent(10, 7);
        recent.add(hashNumber(1));
        for (int i = 0; i < 1'000; ++i)
            recent.add(hashNumber(2));
        QVERIFY(recent.contains(hashNumber(1)));
    }
};

CAIRN_TEST(RecentHashesTest)
#include "RecentHashesTest.moc"
