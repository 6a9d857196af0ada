#include "node/wallet/WaitingFacts.h"
#include "support/OutboxBench.h"
#include "support/TestProgram.h"

using primitives::Amount;
using support::OutboxBench;

/// What the mempool tells about one that waits.
class WaitingFactsTest : public QObject {
    Q_OBJECT
private slots:
    void addsUpTheFamily();
    void knowsNothingOfStrangers();
    void outbidsTheNextBlock();
};

void WaitingFactsTest::addsUpTheFamily() {
    OutboxBench bench(1);
    const auto first = bench.pay(1'000'000, 2'000);
    const auto second = bench.pay(1'000'000, 3'000);
    const auto third = bench.pay(1'000'000, 4'000);
    const auto waiting = support::waitingIn(bench.node.pool());
    const auto family = node::familyOf(waiting, second->transaction->txid());
    QCOMPARE(family.fee, second->fee);
    QCOMPARE(family.vsize, second->transaction->vsize());
    QCOMPARE(family.ancestors.fees, first->fee + second->fee);
    QCOMPARE(family.ancestors.vsize, first->transaction->vsize() + second->transaction->vsize());
    QCOMPARE(family.descendantFees, third->fee);
    QCOMPARE(family.descendants, std::vector{third->transaction->txid()});
    const auto youngest = node::familyOf(waiting, third->transaction->txid());
    QCOMPARE(youngest.ancestors.fees, first->fee + second->fee + third->fee);
    QVERIFY(youngest.descendants.empty());
}

void WaitingFactsTest::knowsNothingOfStrangers() {
    const auto family = node::familyOf({}, primitives::TxId(util::ByteArray<32>{1}));
    QVERIFY(family.vsize == 0 && family.descendants.empty() && family.ancestors.vsize == 0);
}

void WaitingFactsTest::outbidsTheNextBlock() {
    chain::MempoolSnapshot waiting;
    waiting.minFeePerKvB = 1'000;
    QCOMPARE(node::rateForNextBlock(waiting), std::int64_t(1'000));
    waiting.fees.byTarget = {{1, 1'000, chain::FeeEstimate::Basis::Room}};
    QCOMPARE(node::rateForNextBlock(waiting), std::int64_t(1'000)); // there is room: nobody to outbid
    waiting.fees.byTarget = {{1, 85'200, chain::FeeEstimate::Basis::Waiting}};
    QCOMPARE(node::rateForNextBlock(waiting), std::int64_t(94'000));
    waiting.fees.byTarget = {{1, 1'200, chain::FeeEstimate::Basis::Waiting}};
    QCOMPARE(node::rateForNextBlock(waiting), std::int64_t(3'000));
}

CAIRN_TEST(WaitingFactsTest)
#include "WaitingFactsTest.moc"
