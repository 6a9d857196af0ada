#include "rest/esplora/FeeHistogram.h"
#include "support/TestProgram.h"

using namespace rest;

class FeeHistogramTest : public QObject {
    Q_OBJECT
private slots:
    void makesAHistogram();

private:
    /// One waiting payment each, paying so many satoshi per virtual byte, best first as the snapshot has
    /// them.
    static chain::MempoolSnapshot waiting(const std::vector<std::int64_t>& rates);
};

chain::MempoolSnapshot FeeHistogramTest::waiting(const std::vector<std::int64_t>& rates) {
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

void FeeHistogramTest::makesAHistogram() {
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

CAIRN_TEST(FeeHistogramTest)
#include "FeeHistogramTest.moc"
