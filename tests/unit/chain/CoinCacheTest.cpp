#include "chain/CoinCache.h"

#include "support/MemoryStores.h"
#include "support/RegtestChain.h"

#include <QtTest>

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

    void storeChanges(chain::CoinCache& cache, std::size_t maxEntries = 100) {
        m_store.apply(cache.changes());
        cache.markStored(maxEntries);
    }

private slots:
    void init() { m_store = support::MemoryCoinStore(); }

    void readsThroughOnce() {
        m_store.apply({{point(1), coin(5)}});
        chain::CoinCache cache(m_store);
        QCOMPARE(**cache.find(point(1)), coin(5));
        QCOMPARE(**cache.find(point(1)), coin(5));
        QCOMPARE(m_store.lookUps, 1);
        QCOMPARE(*cache.find(point(2)), nullptr);
        QVERIFY(cache.changes().empty());
    }

    void aCoinThatCameAndWentIsNoChange() {
        chain::CoinCache cache(m_store);
        cache.add(point(1), coin(5));
        QCOMPARE(cache.changedCount(), std::size_t(1));
        cache.spend(point(1));
        QVERIFY(cache.changes().empty());
        QCOMPARE(*cache.find(point(1)), nullptr);
    }

    void aSpentCoinIsDeletedFromTheStore() {
        m_store.apply({{point(1), coin(5)}});
        chain::CoinCache cache(m_store);
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
        chain::CoinCache cache(m_store);
        QVERIFY(*cache.find(point(1)));
        cache.spend(point(1));
        cache.add(point(2), coin(7));
        cache.discardChanges();
        QCOMPARE(**cache.find(point(1)), coin(5));
        QCOMPARE(*cache.find(point(2)), nullptr);
    }

    void keepsItsBound() {
        chain::CoinCache cache(m_store);
        for (std::uint32_t i = 0; i < 50; ++i)
            cache.add(point(i), coin(i));
        storeChanges(cache, 20);
        QVERIFY(cache.size() <= 10);
        for (std::uint32_t i = 0; i < 50; ++i) {
            QCOMPARE(**cache.find(point(i)), coin(i));
            QVERIFY(cache.size() <= 10);
        }
        storeChanges(cache, 0);
        QCOMPARE(**cache.find(point(3)), coin(3));
    }

    void tellsThatTheStoreFails() {
        m_store.failReads = true;
        chain::CoinCache cache(m_store);
        QVERIFY(!cache.find(point(1)));
    }

    void behavesLikeAMap() {
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        chain::CoinCache cache(m_store);
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
                storeChanges(cache, random() % 60);
                stored = model;
                QVERIFY(m_store.coins() == model);
            } else {
                cache.discardChanges();
                model = stored;
            }
        }
    }
};

QTEST_GUILESS_MAIN(CoinCacheTest)
#include "CoinCacheTest.moc"
