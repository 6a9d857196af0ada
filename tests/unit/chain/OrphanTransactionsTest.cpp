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
