#include "util/VerdictTable.h"
#include "support/TestProgram.h"

#include <random>
#include <thread>

using util::VerdictTable;

namespace {

/// Bytes that look like chance, different for each number.
VerdictTable::Digest digestOf(std::uint64_t number) {
    std::minstd_rand random(static_cast<std::uint32_t>(number + 1));
    VerdictTable::Digest out;
    for (std::uint8_t& byte : out)
        byte = static_cast<std::uint8_t>(random() >> 8);
    return out;
}

} // namespace

class VerdictTableTest : public QObject {
    Q_OBJECT
private slots:
    void remembersBothVerdicts() {
        VerdictTable table(1 << 20);
        QVERIFY(!table.find(digestOf(1)));
        table.add(digestOf(1), true);
        table.add(digestOf(2), false);
        QVERIFY(table.find(digestOf(1)) == true);
        QVERIFY(table.find(digestOf(2)) == false);
        QVERIFY(!table.find(digestOf(3)));
        table.add(digestOf(1), false); // the last word counts, in the same place
        QVERIFY(table.find(digestOf(1)) == false);
        QCOMPARE(table.size(), std::size_t(2));
    }

    void takesNoMoreThanItsBound_data() {
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("capacity");
        QTest::newRow("nothing is one bucket") << 0 << 8;
        QTest::newRow("one bucket") << 256 << 8;
        QTest::newRow("rounded down") << 1'000 << 16;
        QTest::newRow("64 KiB") << 65'536 << 2'048;
    }
    void takesNoMoreThanItsBound() {
        QFETCH(int, bytes);
        QFETCH(int, capacity);
        VerdictTable table(static_cast<std::size_t>(bytes));
        QCOMPARE(table.capacity(), static_cast<std::size_t>(capacity));
        std::size_t kept = 0;
        for (std::uint64_t i = 0; i < 20'000; ++i) {
            table.add(digestOf(i), true);
            QVERIFY(table.find(digestOf(i)) == true); // the newest is always there
        }
        for (std::uint64_t i = 0; i < 20'000; ++i)
            kept += table.find(digestOf(i)) ? 1 : 0;
        QCOMPARE(kept, table.size());
        QCOMPARE(table.size(), table.capacity()); // it filled, and what gave way was forgotten
    }

    void isUsedByManyThreads() {
        VerdictTable table(64 << 10);
        constexpr std::uint64_t kEach = 5'000;
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (std::uint64_t t = 0; t < 4; ++t) {
            threads.emplace_back([&table, &wrong, t] {
                for (std::uint64_t i = 0; i < kEach; ++i) {
                    const std::uint64_t number = i * 4 + (i + t) % 4; // everybody's, in another order
                    table.add(digestOf(number), number % 3 == 0);
                    const auto found = table.find(digestOf(number / 2));
                    if (found && *found != (number / 2 % 3 == 0)) ++wrong;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
        QVERIFY(table.size() > 0 && table.size() <= table.capacity());
    }
};

CAIRN_TEST(VerdictTableTest)
#include "VerdictTableTest.moc"
