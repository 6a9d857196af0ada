#include "chain/mempool/FeeEstimator.h"
#include "support/MempoolBench.h"
#include "support/TestProgram.h"

using chain::FeeEstimate;
using chain::FeeEstimates;
using primitives::TransactionRef;
using Basis = chain::FeeEstimate::Basis;

namespace {

constexpr int kRoom = 4; ///< payments in a block

consensus::ChainParams smallBlocks() {
    consensus::NetworkCard card = support::easyCard().card;
    card.rules.maxBlockTransactions = kRoom + 1;
    return consensus::paramsFromCard(card);
}

/// A pool over a chain with small blocks and many coins of one size.
struct EstimatorBench : support::MempoolBench {
    EstimatorBench() : MempoolBench({}, 40, smallBlocks()), estimator(memory.state()) {
        const auto split = support::spendAll(coinbase(1), 10'000, 200);
        mine({split});
        for (std::uint32_t i = 0; i < 200; ++i)
            coins.push_back(support::outputOf(*split, i));
    }
    /// A payment at about this many satoshi per 1000 virtual bytes; they all have one size.
    TransactionRef payment(std::int64_t feePerKvB) {
        const support::Spendable from = coins.back();
        coins.pop_back();
        const std::int64_t vsize = support::spendAll(from, 0)->vsize();
        return support::spendAll(from, (feePerKvB * vsize + 999) / 1000);
    }
    void wait(std::int64_t feePerKvB) { QCOMPARE(offer(payment(feePerKvB)), std::string()); }
    FeeEstimates estimate() { return estimator.estimate(chain::snapshotOf(mempool, memory.state())); }

    chain::FeeEstimator estimator;
    std::vector<support::Spendable> coins;
};

void verifyRoom(const FeeEstimates& estimates, std::int32_t from = 1) {
    for (const FeeEstimate& estimate : estimates.byTarget) {
        if (estimate.targetBlocks < from) continue;
        QVERIFY(estimate.basis == Basis::Room);
        QCOMPARE(estimate.feePerKvB, 1'000);
    }
}

} // namespace

class FeeEstimatorTest : public QObject {
    Q_OBJECT
private slots:
    void saysThatTheNextBlockHasRoom();
    void outbidsWhatFillsTheBlocks();
    void getsIntoTheBlockItWasAskedFor();
    void countsAChildWithItsParent();
    void learnsFromFullBlocks();
    void forgetsBlocksThatLeftTheChain();
    void answersForEveryTarget();
};

void FeeEstimatorTest::saysThatTheNextBlockHasRoom() {
    EstimatorBench bench;
    verifyRoom(bench.estimate());
    for (int i = 0; i < kRoom - 1; ++i)
        bench.wait(50'000); // one more still fits
    verifyRoom(bench.estimate());
}

void FeeEstimatorTest::outbidsWhatFillsTheBlocks() {
    EstimatorBench bench;
    for (const int rate : {90'000, 80'000, 70'000, 60'000, 50'000, 40'000, 30'000, 20'000, 10'000, 5'000})
        bench.wait(rate);
    const FeeEstimates estimates = bench.estimate();
    QVERIFY(estimates.at(1).basis == Basis::Waiting);
    QVERIFY(estimates.at(1).feePerKvB > 60'000 && estimates.at(1).feePerKvB < 70'000);
    QVERIFY(estimates.at(2).basis == Basis::Waiting);
    QVERIFY(estimates.at(2).feePerKvB > 20'000 && estimates.at(2).feePerKvB < 30'000);
    verifyRoom(estimates, 3);
}

void FeeEstimatorTest::getsIntoTheBlockItWasAskedFor() {
    for (const std::int32_t target : {1, 2, 3}) {
        EstimatorBench bench;
        for (int i = 0; i < 3 * kRoom + 2; ++i)
            bench.wait(2'000 + 1'500 * i);
        const TransactionRef asked = bench.payment(bench.estimate().at(target).feePerKvB);
        QCOMPARE(bench.offer(asked), std::string());
        for (std::int32_t block = 1; block <= target; ++block) {
            std::vector<TransactionRef> chosen;
            for (const chain::MempoolEntry* entry : bench.mempool.selectForBlock(4'000'000, kRoom, 80'000))
                chosen.push_back(entry->transaction);
            bench.mine(chosen);
        }
        QVERIFY(!bench.has(asked));
    }
}

void FeeEstimatorTest::countsAChildWithItsParent() {
    EstimatorBench bench;
    for (int i = 0; i < kRoom / 2; ++i) {
        const TransactionRef parent = bench.payment(1'000);
        QCOMPARE(bench.offer(parent), std::string());
        const auto vsize = parent->vsize();
        QCOMPARE(bench.offer(support::spendAll(support::outputOf(*parent), 99 * vsize)), std::string());
    }
    // The block is full of families that pay 50 000 together; nobody has to pay as much as the children do.
    const FeeEstimate estimate = bench.estimate().at(1);
    QVERIFY(estimate.basis == Basis::Waiting);
    QVERIFY(estimate.feePerKvB > 50'000 && estimate.feePerKvB < 60'000);
}

void FeeEstimatorTest::learnsFromFullBlocks() {
    EstimatorBench bench;
    for (int block = 0; block < 24; ++block) {
        std::vector<TransactionRef> payments; // every third block has room
        for (int i = 0; i < kRoom && block % 3 != 0; ++i)
            payments.push_back(bench.payment(23'000 - 1'000 * i));
        bench.mine(payments);
    }
    verifyRoom(bench.estimate()); // nobody waits
    for (int i = 0; i < kRoom / 2; ++i)
        bench.wait(5'000);
    const FeeEstimates estimates = bench.estimate();
    for (const int target : {1, 2}) {
        QVERIFY(estimates.at(target).basis == Basis::Recent);
        QVERIFY(estimates.at(target).feePerKvB >= 20'000 && estimates.at(target).feePerKvB < 21'000);
    }
    verifyRoom(estimates, 3);
}

void FeeEstimatorTest::forgetsBlocksThatLeftTheChain() {
    EstimatorBench bench;
    const auto fork = bench.memory->tip().hash();
    const std::int32_t height = bench.memory->tip().height();
    for (int block = 0; block < 24; ++block) {
        std::vector<TransactionRef> payments;
        for (int i = 0; i < kRoom; ++i)
            payments.push_back(bench.payment(30'000));
        bench.mine(payments);
    }
    for (const auto& block : bench.maker.mineMany(fork, 25))
        static_cast<void>(bench.memory->acceptBlock(block));
    QCOMPARE(bench.memory->tip().height(), height + 25);
    for (int i = 0; i < kRoom / 2; ++i)
        bench.wait(5'000);
    verifyRoom(bench.estimate());
}

void FeeEstimatorTest::answersForEveryTarget() {
    QVERIFY(FeeEstimates().at(6) == FeeEstimate());
    EstimatorBench bench;
    for (int i = 0; i < 30 * kRoom; ++i)
        bench.wait(1'000 + 100 * i);
    const FeeEstimates estimates = bench.estimate();
    QCOMPARE(estimates.byTarget.size(), std::size_t(28));
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    for (const FeeEstimate& estimate : estimates.byTarget) {
        QVERIFY(estimate.feePerKvB <= last && estimate.feePerKvB >= 1'000);
        last = estimate.feePerKvB;
    }
    QCOMPARE(estimates.at(100).targetBlocks, 25);
    QCOMPARE(estimates.at(144).targetBlocks, 144);
    QCOMPARE(estimates.at(5'000).targetBlocks, 1008);
    QVERIFY(estimates.at(144).basis == Basis::Room);
}

CAIRN_TEST(FeeEstimatorTest)
#include "FeeEstimatorTest.moc"
