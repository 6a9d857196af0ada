#include "rest/FeeRates.h"

#include <QtTest>

using namespace rest;

class FeeRatesTest : public QObject {
    Q_OBJECT
private slots:
    void asksTheMinimumWhileThereIsRoom();
    void asksMoreThanTheLastThatFits();
    void makesAHistogram();

private:
    /// One waiting payment each, paying so many satoshi per virtual byte, best first as the snapshot has them.
    static chain::MempoolSnapshot waiting(const std::vector<std::int64_t>& rates);
};

chain::MempoolSnapshot FeeRatesTest::waiting(const std::vector<std::int64_t>& rates) {
    chain::MempoolSnapshot out;
    for (const std::int64_t rate : rates) {
        primitives::TransactionParts parts;
        parts.inputs.emplace_back();
        parts.outputs.push_back({primitives::Amount(1), util::Bytes(22)});
        auto transaction = std::make_shared<const primitives::Transaction>(std::move(parts));
        const primitives::Amount fee(rate * transaction->vsize());
        out.items.push_back({std::move(transaction), fee, 0, {}});
    }
    return out;
}

void FeeRatesTest::asksTheMinimumWhileThereIsRoom() {
    const consensus::Rules rules;
    const auto none = waiting({}), some = waiting({50, 20, 10});
    for (const int blocks : feeTargets()) {
        QCOMPARE((FeeRates{none, rules, 1'000}.perKvB(blocks)), std::int64_t(1'000));
        QCOMPARE((FeeRates{some, rules, 1'000}.perKvB(blocks)), std::int64_t(1'000));
    }
}

void FeeRatesTest::asksMoreThanTheLastThatFits() {
    const auto mempool = waiting({50, 40, 30, 20, 10});
    consensus::Rules rules;
    rules.maxBlockWeight = std::int32_t(mempool.items.front().transaction->weight() * 2);
    const FeeRates byWeight{mempool, rules, 1'000};
    QCOMPARE(byWeight.perKvB(1), std::int64_t(41'000));
    QCOMPARE(byWeight.perKvB(2), std::int64_t(21'000));
    QCOMPARE(byWeight.perKvB(3), std::int64_t(1'000));
    rules = {};
    rules.maxBlockTransactions = 2; // with the coinbase
    const FeeRates byCount{mempool, rules, 1'000};
    QCOMPARE(byCount.perKvB(1), std::int64_t(51'000));
    QCOMPARE(byCount.perKvB(5), std::int64_t(1'000));
}

void FeeRatesTest::makesAHistogram() {
    const auto mempool = waiting({10, 50, 50, 20});
    const std::int64_t vsize = mempool.items.front().transaction->vsize();
    const auto fine = feeHistogram(mempool, 0);
    QCOMPARE(fine.size(), std::size_t(3));
    QCOMPARE(fine.front(), (std::pair<double, std::int64_t>(50, 2 * vsize)));
    QCOMPARE(fine.back(), (std::pair<double, std::int64_t>(10, vsize)));
    const auto coarse = feeHistogram(mempool, 3 * vsize);
    QCOMPARE(coarse.size(), std::size_t(2));
    QCOMPARE(coarse.front(), (std::pair<double, std::int64_t>(20, 3 * vsize)));
    QVERIFY(feeHistogram(waiting({}), 1).empty());
}

QTEST_GUILESS_MAIN(FeeRatesTest)
#include "FeeRatesTest.moc"
