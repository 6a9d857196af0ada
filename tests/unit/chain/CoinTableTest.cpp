#include "chain/CoinTable.h"

#include "support/TestProgram.h"

#include <malloc.h>
#include <map>
#include <random>

using chain::CoinTable;
using consensus::Coin;
using primitives::OutPoint;

namespace {

OutPoint pointNumber(std::uint32_t number) {
    return {primitives::TxId(), number};
}
Coin coinOf(std::int64_t value, std::size_t scriptSize = 22) {
    return {{primitives::Amount(value), util::Bytes(scriptSize, static_cast<std::uint8_t>(value))},
            7,
            value % 2 == 0};
}
Coin read(const CoinTable::Entry& entry) {
    Coin out;
    entry.copyCoin(out);
    return out;
}

} // namespace

class CoinTableTest : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatItGot_data() {
        QTest::addColumn<int>("scriptSize");
        for (const int size : {0, 22, 34, 37, 38, 105, 10'000})
            QTest::addRow("script of %d bytes", size) << size;
    }
    void givesBackWhatItGot() {
        QFETCH(int, scriptSize);
        CoinTable table(1 << 20);
        const Coin coin = coinOf(5, static_cast<std::size_t>(scriptSize));
        QVERIFY(table.find(pointNumber(1)) == nullptr);
        CoinTable::Entry& entry = table.add(pointNumber(1), &coin);
        QVERIFY(table.find(pointNumber(1)) == &entry && table.find(pointNumber(2)) == nullptr);
        QCOMPARE(entry.outpoint(), pointNumber(1));
        QCOMPARE(read(entry), coin);
        table.dropCoin(entry);
        QVERIFY(!entry.hasCoin() && table.size() == 1);
        table.setCoin(entry, coinOf(6));
        QCOMPARE(read(entry), coinOf(6));
        table.remove(entry);
        QVERIFY(table.find(pointNumber(1)) == nullptr);
        QCOMPARE(table.bytes(), std::size_t(0)); // an empty table takes nothing
    }

    void keepsMarks() {
        CoinTable table(1 << 20);
        CoinTable::Entry& entry = table.add(pointNumber(1), nullptr);
        QVERIFY(!entry.hasCoin() && !entry.has(CoinTable::Fresh) && !entry.has(CoinTable::Used));
        entry.set(CoinTable::Fresh);
        table.setCoin(entry, coinOf(1));
        QVERIFY(entry.has(CoinTable::Fresh) && !entry.has(CoinTable::Used) && entry.hasCoin());
        entry.clear(CoinTable::Fresh);
        QVERIFY(!entry.has(CoinTable::Fresh) && entry.hasCoin());
    }

    void behavesLikeAMap() {
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        CoinTable table(random() % 100'000);
        std::map<OutPoint, Coin> model;
        for (int i = 0; i < 50'000; ++i) {
            // Times of growing and times of shrinking, so that runs of neighbours come and go.
            const bool grows = i / 5'000 % 2 == 0;
            const OutPoint place = pointNumber(static_cast<std::uint32_t>(random() % 3'000));
            CoinTable::Entry* entry = table.find(place);
            QCOMPARE(entry != nullptr, model.contains(place));
            if (entry != nullptr) QCOMPARE(read(*entry), model.at(place));
            const bool acts = random() % 10 < 7;
            if (entry == nullptr && acts == grows) {
                const Coin coin = coinOf(i, random() % 60);
                table.add(place, &coin);
                model.emplace(place, coin);
            } else if (entry != nullptr && acts != grows) {
                table.remove(*entry);
                model.erase(place);
            }
        }
        std::map<OutPoint, Coin> seen;
        table.forEach([&](const CoinTable::Entry& entry) { seen.emplace(entry.outpoint(), read(entry)); });
        QVERIFY(seen == model && table.size() == model.size());
    }

    void staysWithinItsBoundWhenAsked_data() {
        QTest::addColumn<int>("longScripts"); // of ten
        QTest::newRow("ordinary coins") << 0;
        QTest::newRow("some long scripts") << 2;
        QTest::newRow("long scripts only") << 10;
    }
    void staysWithinItsBoundWhenAsked() {
        QFETCH(int, longScripts);
        constexpr std::size_t kBound = 100'000;
        CoinTable table(kBound);
        std::size_t most = 0;
        for (std::uint32_t i = 0; i < 10'000; ++i) {
            const Coin coin = coinOf(i, static_cast<int>(i % 10) < longScripts ? 200 : 25);
            QVERIFY(table.makeRoomFor(coin));
            table.add(pointNumber(i), &coin);
            QVERIFY(table.bytes() <= kBound && !table.isFull());
            QVERIFY(table.find(pointNumber(i)) != nullptr); // the newest is there
            most = std::max(most, table.size());
        }
        QVERIFY(most >
                (longScripts == 10 ? 100 : 600)); // and the room is used: 90 bytes a place, four of five
        QVERIFY(!table.makeRoomFor(coinOf(1, 60'000))); // as much as no room is for
        QVERIFY(!CoinTable(0).makeRoomFor(coinOf(1)));
    }

    void forgetsByACertainOrder() {
        CoinTable table(10'000);
        std::uint32_t count = 0;
        const auto addOne = [&] {
            const Coin coin = coinOf(count);
            QVERIFY(table.makeRoomFor(coin));
            table.add(pointNumber(count++), &coin);
        };
        while (table.size() == count)
            addOne();
        // Full; the next to go are those that nobody uses, one for each new one.
        const std::size_t size = table.size();
        std::vector<std::uint32_t> used;
        for (std::uint32_t i = 0; i < count && used.size() < size / 2; ++i) {
            if (CoinTable::Entry* entry = table.find(pointNumber(i))) {
                entry->set(CoinTable::Used);
                used.push_back(i);
            }
        }
        for (std::size_t i = 0; i < size / 4; ++i)
            addOne();
        QCOMPARE(table.size(), size);
        for (const std::uint32_t number : used)
            QVERIFY(table.find(pointNumber(number)) != nullptr);
        // Spared once, and not for ever.
        for (std::size_t i = 0; i < 6 * size; ++i)
            addOne();
        for (const std::uint32_t number : used)
            QVERIFY(table.find(pointNumber(number)) == nullptr);
    }

    void countsTheMemoryItTakes() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the heap is the sanitizer's");
#endif
        const auto taken = [] {
            const struct mallinfo2 heap = mallinfo2();
            return heap.uordblks + heap.hblkhd;
        };
        for (const std::size_t scriptSize : {std::size_t(22), std::size_t(105)}) {
            CoinTable table(std::size_t(64) << 20);
            std::vector<Coin> coins{coinOf(1, scriptSize)};
            const std::size_t before = taken();
            for (std::uint32_t i = 0; i < 50'000; ++i)
                table.add(pointNumber(i), &coins[0]);
            const auto real = static_cast<double>(taken() - before);
            const auto counted = static_cast<double>(table.bytes());
            QVERIFY2(counted > real * 0.98 && counted < real * 1.02,
                     qPrintable(QStringLiteral("%1 counted, %2 taken").arg(counted).arg(real)));
        }
    }

    // Entries that come in another table's order must not heap up where that order begins.
    void takesTheOrderOfAnotherTable() {
        CoinTable from(std::size_t(64) << 20);
        for (std::uint32_t i = 0; i < 100'000; ++i) {
            const Coin coin = coinOf(i);
            from.add(pointNumber(i), &coin);
        }
        CoinTable into(std::size_t(64) << 20);
        from.forEach([&](const CoinTable::Entry& entry) {
            const Coin coin = read(entry);
            into.add(entry.outpoint(), &coin); // takes minutes otherwise
        });
        QCOMPARE(into.size(), from.size());
    }
};

CAIRN_TEST(CoinTableTest)
#include "CoinTableTest.moc"
