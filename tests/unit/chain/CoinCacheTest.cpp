#include "chain/CoinCache.h"
#include "support/TestProgram.h"

#include "support/MemoryStores.h"
#include "support/RegtestChain.h"

#include <random>

using consensus::Coin;
using primitives::OutPoint;

namespace {

OutPoint point(std::uint32_t number) {
    return {primitives::TxId(), number};
}
Coin coin(std::int64_t value) {
    return {{primitives::Amount(value), {0x51}}, 1, false};
}

} // namespace

class CoinCacheTest : public QObject {
    Q_OBJECT

    support::MemoryCoinStore m_store;

    static constexpr std::size_t kMaxBytes = 100'000;

    void storeChanges(chain::CoinCache& cache) {
        m_store.apply(cache.changes());
        cache.markStored();
    }

private slots:
    void init() { m_store = support::MemoryCoinStore(); }

    void readsThroughOnce() {
        m_store.apply({{point(1), coin(5)}});
        chain::CoinCache cache(m_store, kMaxBytes);
        QCOMPARE(**cache.find(point(1)), coin(5));
        QCOMPARE(**cache.find(point(1)), coin(5));
        QCOMPARE(m_store.lookUps, 1);
        QCOMPARE(*cache.find(point(2)), nullptr);
        QVERIFY(cache.changes().empty());
    }

    void aCoinThatCameAndWentIsNoChange() {
        chain::CoinCache cache(m_store, kMaxBytes);
        cache.add(point(1), coin(5));
        QCOMPARE(cache.changedCount(), std::size_t(1));
        cache.spend(point(1));
        QVERIFY(cache.changes().empty());
        QCOMPARE(*cache.find(point(1)), nullptr);
    }

    void aSpentCoinIsDeletedFromTheStore() {
        m_store.apply({{point(1), coin(5)}});
        chain::CoinCache cache(m_store, kMaxBytes);
        QVERIFY(*cache.find(point(1)));
        cache.spend(point(1));
        QCOMPARE(*cache.find(point(1)), nullptr);
        QCOMPARE(cache.changes().size(), std::size_t(1));
        QVERIFY(!cache.changes()[0].coin);
        cache.add(point(1), coin(6)); // comes back
        QCOMPARE(cache.changes()[0].coin, coin(6));
        cache.spend(point(1));
        storeChanges(cache);
        QVERIFY(m_store.coins().empty());
        QCOMPARE(*cache.find(point(1)), nullptr);
    }

    void discardsChanges() {
        m_store.apply({{point(1), coin(5)}});
        chain::CoinCache cache(m_store, kMaxBytes);
        QVERIFY(*cache.find(point(1)));
        cache.spend(point(1));
        cache.add(point(2), coin(7));
        cache.discardChanges();
        QCOMPARE(**cache.find(point(1)), coin(5));
        QCOMPARE(*cache.find(point(2)), nullptr);
    }

    void keepsItsBound_data() {
        QTest::addColumn<int>("scriptSize");
        QTest::addColumn<int>("maxBytes");
        QTest::newRow("small coins") << 22 << 20'000;
        QTest::newRow("large scripts") << 5'000 << 50'000;
        QTest::newRow("no room at all") << 22 << 0;
    }
    void keepsItsBound() {
        QFETCH(int, scriptSize);
        QFETCH(int, maxBytes);
        const auto bound = static_cast<std::size_t>(maxBytes);
        const auto big = [&](std::uint32_t number) {
            return Coin{
                {primitives::Amount(number), util::Bytes(static_cast<std::size_t>(scriptSize))}, 1, false};
        };
        chain::CoinCache cache(m_store, bound);
        std::uint32_t count = 0;
        for (int flush = 0; flush < 3; ++flush) {
            std::size_t largest = 0;
            while (!cache.isFull()) {
                largest = cache.bytes();
                cache.add(point(count), big(count));
                ++count;
            }
            // Each coin's script and key, at the least, are counted; and only the last coin went over half of
            // the bound.
            QVERIFY(cache.bytes() >= cache.changedCount() * (static_cast<std::size_t>(scriptSize) + 36));
            QVERIFY(largest <= bound);
            storeChanges(cache);
            QCOMPARE(cache.changedCount(), std::size_t(0));
            QVERIFY(!cache.isFull());
            QVERIFY(cache.bytes() <= bound / 2);
        }
        const std::size_t one = static_cast<std::size_t>(scriptSize) + 500;
        for (std::uint32_t i = 0; i < count; ++i) {
            QCOMPARE(**cache.find(point(i)), big(i));
            QVERIFY(cache.bytes() <= bound / 2 + one);
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            QVERIFY(*cache.find(point(i)));
            cache.spend(point(i));
        }
        storeChanges(cache);
        QCOMPARE(cache.bytes(), std::size_t(0)); // nothing is left, and nothing was miscounted
        QVERIFY(m_store.coins().empty());
    }

    void countsBytesBack() {
        chain::CoinCache cache(m_store, kMaxBytes);
        cache.add(point(1), coin(1));
        const std::size_t one = cache.bytes();
        QVERIFY(one > 0);
        cache.spend(point(1));
        QCOMPARE(cache.bytes(), std::size_t(0));
        cache.add(point(1), coin(1));
        storeChanges(cache);
        cache.spend(point(1)); // now a deletion waits
        QVERIFY(cache.bytes() > 0);
        cache.add(point(1), coin(2));
        QCOMPARE(cache.bytes(), one);
        cache.discardChanges();
        QCOMPARE(cache.bytes(), std::size_t(0));
    }

    void keepsTheCoinsThatAreAskedForAgain() {
        constexpr std::uint32_t kAll = 10'000; // ten times what the cache holds
        constexpr std::uint32_t kHot = 100;
        for (std::uint32_t i = 0; i < kAll; ++i)
            m_store.apply({{point(i), coin(i)}});
        chain::CoinCache cache(m_store, 3 * kMaxBytes);
        // Which coins are in demand changes: old ones must not stand in the way of new ones.
        for (const std::uint32_t firstHot : {0U, 3'000U, 6'000U}) {
            std::int64_t missed = 0;
            for (std::uint32_t i = 0; i < kAll; ++i) {
                QVERIFY(*cache.find(point(i)));
                const std::int64_t before = m_store.lookUps;
                QVERIFY(*cache.find(point(firstHot + i % kHot)));
                if (i >= kHot) missed += m_store.lookUps - before; // each of them came once
            }
            QVERIFY2(missed < kAll / 100,
                     qPrintable(QString::number(missed))); // once in a while all are marked
        }
        QVERIFY(cache.size() > 900 && cache.size() < 1'100);
    }

    void keepsWhatAFlushWrote() {
        for (std::uint32_t i = 0; i < 5'000; ++i)
            m_store.apply({{point(i), coin(i)}});
        chain::CoinCache cache(m_store, kMaxBytes);
        for (std::uint32_t i = 0; i < 5'000; ++i)
            QVERIFY(*cache.find(point(i))); // the cache is full of coins that nobody wants again
        for (std::uint32_t i = 5'000; i < 5'100; ++i)
            cache.add(point(i), coin(i));
        storeChanges(cache);
        const std::int64_t before = m_store.lookUps;
        for (std::uint32_t i = 5'000; i < 5'100; ++i)
            QVERIFY(*cache.find(point(i)));
        QCOMPARE(m_store.lookUps, before);
    }

    void tellsThatTheStoreFails() {
        m_store.failReads = true;
        chain::CoinCache cache(m_store, kMaxBytes);
        QVERIFY(!cache.find(point(1)));
    }

    void behavesLikeAMap() {
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        chain::CoinCache cache(m_store, random() % 10'000);
        support::MemoryCoinStore::Coins model;
        support::MemoryCoinStore::Coins stored;
        for (int i = 0; i < 20'000; ++i) {
            const OutPoint place = point(static_cast<std::uint32_t>(random() % 40));
            const auto found = cache.find(place);
            QVERIFY(found);
            QCOMPARE(*found != nullptr, model.contains(place));
            if (*found != nullptr) QCOMPARE(**found, model.at(place));
            const auto act = random() % 100;
            if (act < 60 && *found == nullptr) {
                cache.add(place, coin(i));
                model.emplace(place, coin(i));
            } else if (act < 95 && *found != nullptr) {
                cache.spend(place);
                model.erase(place);
            } else if (act < 98) {
                storeChanges(cache);
                stored = model;
                QVERIFY(m_store.coins() == model);
            } else {
                cache.discardChanges();
                model = stored;
            }
        }
    }
};

CAIRN_TEST(CoinCacheTest)
#include "CoinCacheTest.moc"
