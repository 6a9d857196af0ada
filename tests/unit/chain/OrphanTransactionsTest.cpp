#include "chain/mempool/OrphanTransactions.h"
#include "support/TestProgram.h"

#include "support/RegtestChain.h"

using primitives::TransactionRef;

namespace {

TransactionRef orphan(const std::vector<std::uint8_t>& parents, std::uint32_t number = 0) {
    primitives::TransactionParts parts;
    for (const std::uint8_t parent : parents) {
        util::ByteArray<32> txid{};
        txid[0] = parent;
        parts.inputs.push_back({{primitives::TxId(txid), number}, {}, 0, {}});
    }
    parts.outputs.push_back({primitives::Amount(1), support::testScript()});
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

primitives::TxId parentId(std::uint8_t parent) {
    util::ByteArray<32> txid{};
    txid[0] = parent;
    return primitives::TxId(txid);
}

} // namespace

class OrphanTransactionsTest : public QObject {
    Q_OBJECT

private slots:
    void findsThemByEveryParent() {
        chain::OrphanTransactions orphans({.maxCount = 10});
        const auto one = orphan({1}), both = orphan({1, 2, 2});
        orphans.add(one, 0);
        orphans.add(both, 0);
        orphans.add(both, 0);
        QCOMPARE(orphans.count(), std::size_t(2));
        QVERIFY(orphans.childrenOf(parentId(1)) == (std::vector{one, both}));
        QVERIFY(orphans.childrenOf(parentId(2)) == std::vector{both});
        orphans.remove(both->wtxid());
        orphans.remove(both->wtxid());
        QVERIFY(orphans.childrenOf(parentId(2)).empty());
        QCOMPARE(orphans.count(), std::size_t(1));
    }

    void theOldestGiveWay() {
        chain::OrphanTransactions orphans({.maxCount = 3});
        for (std::uint32_t i = 0; i < 10; ++i)
            orphans.add(orphan({1}, i), i);
        QCOMPARE(orphans.count(), std::size_t(3));
        QVERIFY(orphans.childrenOf(parentId(1)).front()->inputs()[0].previous.index == 7);
        orphans.expire(1'208);
        QCOMPARE(orphans.count(), std::size_t(2));
        orphans.add(orphan({5}), 5'000); // the old ones go first
        QCOMPARE(orphans.count(), std::size_t(1));
    }

    /// A flood puts out only its own.
    void whoBringsMostGivesWay() {
        chain::OrphanTransactions orphans({.maxCount = 10});
        for (std::uint32_t i = 0; i < 3; ++i)
            orphans.add(orphan({1}, i), 0, 7);
        for (std::uint32_t i = 0; i < 1'000; ++i)
            orphans.add(orphan({2}, i), 1, 8);
        QCOMPARE(orphans.childrenOf(parentId(1)).size(), std::size_t(3));
        const auto left = orphans.childrenOf(parentId(2));
        QCOMPARE(left.size(), std::size_t(7));
        QCOMPARE(left.front()->inputs()[0].previous.index, 993U); // the oldest of its own went
        for (std::uint64_t origin = 100; origin < 107; ++origin) {
            for (std::uint32_t i = 0; i < 10; ++i)
                orphans.add(orphan({3}, std::uint32_t(origin) * 100 + i), 2, origin);
        }
        QVERIFY2(!orphans.childrenOf(parentId(1)).empty(), "many floods: each honest one keeps its part");
        QCOMPARE(orphans.count(), std::size_t(10));
    }

    void weightIsSharedToo() {
        const std::int64_t weight = orphan({1})->weight();
        chain::OrphanTransactions orphans({.maxCount = 1'000, .maxTotalWeight = 10 * weight});
        orphans.add(orphan({1}), 0, 7);
        for (std::uint32_t i = 0; i < 100; ++i)
            orphans.add(orphan({2}, i), 0, 8);
        QVERIFY(orphans.weight() <= 10 * weight);
        QCOMPARE(orphans.count(), std::size_t(10));
        QCOMPARE(orphans.childrenOf(parentId(1)).size(), std::size_t(1));
    }

    void goesWithTheLastThatBroughtIt() {
        chain::OrphanTransactions orphans({});
        const auto shared = orphan({1}), own = orphan({2});
        QVERIFY(orphans.add(shared, 0, 7));
        QVERIFY(!orphans.add(shared, 0, 7));
        QVERIFY(orphans.add(shared, 0, 8));
        const auto listed = orphans.all();
        QCOMPARE(listed.size(), std::size_t(1));
        QVERIFY(listed[0].transaction == shared);
        QCOMPARE(listed[0].origins, (std::vector<chain::TransactionOrigin>{7, 8}));
        orphans.add(own, 0, 8);
        QCOMPARE(orphans.originOf(shared->wtxid()), chain::TransactionOrigin(7));
        QCOMPARE(orphans.find(shared->wtxid()), shared);
        orphans.forget(7);
        orphans.forget(7);
        QCOMPARE(orphans.count(), std::size_t(2));
        QCOMPARE(orphans.originOf(shared->wtxid()), chain::TransactionOrigin(8));
        orphans.forget(8);
        QCOMPARE(orphans.count(), std::size_t(0));
        QCOMPARE(orphans.weight(), std::int64_t(0));
        QVERIFY(orphans.find(shared->wtxid()) == nullptr);
        QVERIFY(orphans.childrenOf(parentId(1)).empty());
    }

    void refusesWhatIsTooHeavy() {
        chain::OrphanTransactions orphans({.maxCount = 3, .maxWeight = 100});
        orphans.add(orphan({1}), 0);
        QCOMPARE(orphans.count(), std::size_t(0));
        chain::OrphanTransactions none({.maxCount = 0});
        none.add(orphan({1}), 0);
        QCOMPARE(none.count(), std::size_t(0));
    }
};

CAIRN_TEST(OrphanTransactionsTest)
#include "OrphanTransactionsTest.moc"
