#include "support/MempoolBench.h"
#include "support/TestProgram.h"

using primitives::Amount;
using primitives::BlockRef;
using primitives::TransactionRef;
using support::MempoolBench;
using support::offer;
using support::outputOf;
using support::removedBy;
using support::spendAll;

namespace {

/// Takes the last `count` blocks off the chain by a branch of empty ones, one longer.
void reorganise(MempoolBench& bench, int count, const std::vector<TransactionRef>& first = {}) {
    BlockRef block = bench.maker.mineOn(bench.memory->at(bench.memory->tip().height() - count)->hash(),
                                        {.transactions = first});
    bench.take(block);
    for (int i = 0; i < count; ++i)
        bench.take(block = bench.maker.mineOn(block));
}

} // namespace

class MempoolReorganisationTest : public QObject {
    Q_OBJECT

private slots:
    void bringsBackWhatLeftTheChain() {
        MempoolBench bench;
        const auto parent = spendAll(bench.coinbase(1), 1'000, 2);
        const auto child = spendAll(outputOf(*parent), 1'500);
        const auto grandchild = spendAll(outputOf(*child), 2'000);
        bench.mine({parent});
        bench.mine({child});
        QCOMPARE(offer(bench, grandchild), "");
        reorganise(bench, 2);
        QVERIFY(bench.change.added == (std::vector{parent, child}));
        QVERIFY(bench.change.removed.empty());
        QCOMPARE(bench.mempool.size(), std::size_t(3));
        QVERIFY(bench.mempool.find(grandchild->txid())->parents == std::vector{child->txid()});
        std::vector<TransactionRef> order;
        for (const chain::MempoolEntry* entry : bench.mempool.entries())
            order.push_back(entry->transaction);
        QVERIFY(order == (std::vector{parent, child, grandchild}));
        QCOMPARE(bench.mempool.find(child->txid())->fee, Amount(1'500));
        // The sums over the family are right again: everything fits a block and leaves together.
        QCOMPARE(bench.mempool.selectForBlock(4'000'000, 100, 80'000).size(), std::size_t(3));
        bench.mine({parent, child, grandchild});
        QCOMPARE(bench.mempool.size(), std::size_t(0));
    }

    void bringsBackWhatTheRulesOfVersionThreeRefuse() {
        MempoolBench bench;
        auto parts = spendAll(bench.coinbase(1), 1'000)->parts();
        parts.version = 3; // its children have to be of version 3 as well, while they wait
        const auto parent = support::signAll(parts, {bench.coinbase(1)});
        const auto child = spendAll(outputOf(*parent), 1'000);
        QCOMPARE(offer(bench, parent), "");
        QCOMPARE(offer(bench, child), "TRUC-violation");
        bench.mine({parent, child});
        reorganise(bench, 1);
        QVERIFY(bench.change.added == (std::vector{parent, child}));
    }

    void bringsBackNothingThatIsConfirmedAgain() {
        MempoolBench bench;
        const auto payment = spendAll(bench.coinbase(1), 1'000);
        bench.mine({payment});
        reorganise(bench, 1, {payment});
        QCOMPARE(bench.mempool.size(), std::size_t(0));
        QVERIFY(bench.change.added.empty() && bench.change.removed.empty());
    }

    void dropsWhatBuiltOnALostTransaction() {
        MempoolBench bench;
        const auto lost = spendAll(bench.coinbase(1), 1'000);
        const auto child = spendAll(outputOf(*lost), 1'000);
        bench.mine({lost});
        QCOMPARE(offer(bench, child), "");
        reorganise(bench, 1, {spendAll(bench.coinbase(1), 5)}); // the new branch spends the coin otherwise
        QVERIFY(removedBy(bench.change) == std::vector{child->txid()});
        QVERIFY(bench.change.removed[0].why == chain::MempoolLeave::Unfit);
        QCOMPARE(bench.mempool.size(), std::size_t(0));
    }

    void dropsSpendsOfLostCoinbases() {
        MempoolBench bench;
        bench.mine({});
        const support::Spendable gone = bench.coinbase(41);
        for (int i = 0; i < 9; ++i)
            bench.mine({});
        const auto payment = spendAll(gone, 1'000);
        QCOMPARE(offer(bench, payment), "");
        reorganise(bench, 10);
        QVERIFY(removedBy(bench.change) == std::vector{payment->txid()});
        QVERIFY(bench.change.removed[0].why == chain::MempoolLeave::Unfit);
    }

    void dropsWhatIsNoLongerRipeOrFinal() {
        MempoolBench bench;
        const auto ripe = spendAll(bench.coinbase(31), 1'000); // just ripe in block 41
        primitives::TransactionParts parts = spendAll(bench.coinbase(1), 1'000)->parts();
        parts.lockTime = 40;
        const auto final = support::signAll(parts, {bench.coinbase(1)});
        parts = spendAll(bench.coinbase(2), 1'000)->parts();
        parts.inputs[0].sequence = 39; // block 41 or later
        const auto relative = support::signAll(parts, {bench.coinbase(2)});
        const auto lasting = spendAll(bench.coinbase(3), 1'000);
        for (const auto& transaction : {ripe, final, relative, lasting})
            QCOMPARE(offer(bench, transaction), "");
        const auto change = bench.memory->invalidate(bench.memory->at(39)->hash());
        QVERIFY(change);
        const auto mempoolChange = bench.mempool.applyChainChange(*change);
        QCOMPARE(mempoolChange.removed.size(), std::size_t(3));
        QVERIFY(bench.has(lasting));
        QCOMPARE(bench.mempool.size(), std::size_t(1));
    }

    void readsBodiesThatAChangeDoesNotCarry() {
        MempoolBench bench;
        const auto payment = spendAll(bench.coinbase(1), 1'000);
        bench.mine({payment});
        auto change = bench.memory->invalidate(bench.memory->tip().hash());
        QVERIFY(change);
        change->disconnected[0].block = nullptr;
        QVERIFY(bench.mempool.applyChainChange(*change).added == std::vector{payment});
        change = bench.memory->reconsider(change->disconnected[0].hash);
        QVERIFY(change);
        change->connected[0].block = nullptr;
        QVERIFY(bench.mempool.applyChainChange(*change).removed.empty());
        QCOMPARE(bench.mempool.size(), std::size_t(0));
    }
};

CAIRN_TEST(MempoolReorganisationTest)
#include "MempoolReorganisationTest.moc"
