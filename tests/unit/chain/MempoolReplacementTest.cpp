#include "support/MempoolBench.h"
#include "support/TestProgram.h"

using primitives::Amount;
using primitives::TransactionRef;
using support::MempoolBench;
using support::offer;
using support::outputOf;
using support::removedBy;
using support::spend;
using support::spendAll;

class MempoolReplacementTest : public QObject {
    Q_OBJECT

private slots:
    void takesThePlaceOfWhatPaysLess_data() {
        QTest::addColumn<int>("fee");
        QTest::addColumn<QString>("reason");
        QTest::newRow("the same fee") << 1'000 << "insufficient fee";
        QTest::newRow("not enough for its own size") << 1'109 << "insufficient fee";
        QTest::newRow("its own size on top") << 1'110 << "";
        QTest::newRow("much more") << 9'000 << "";
    }

    void takesThePlaceOfWhatPaysLess() {
        QFETCH(int, fee);
        QFETCH(QString, reason);
        MempoolBench bench;
        const auto first = spendAll(bench.coinbase(1), 1'000);
        QCOMPARE(offer(bench, first), "");
        // No signal is needed: the sequence is final.
        const auto second = spend({bench.coinbase(1)},
                                  {{bench.coinbase(1).output.value - Amount(fee), support::testScript()}}, 1,
                                  primitives::kSequenceFinal);
        QVERIFY2(second->vsize() == 110, qPrintable(QString::number(second->vsize())));
        QCOMPARE(offer(bench, second), reason);
        QCOMPARE(bench.has(second), reason.isEmpty());
        QCOMPARE(bench.has(first), !reason.isEmpty());
        if (reason.isEmpty()) QVERIFY(removedBy(bench.change) == std::vector{first->txid()});
    }

    void paysForAllThatGo() {
        MempoolBench bench;
        const auto parent = spendAll(bench.coinbase(1), 1'000, 2);
        const auto child = spendAll(outputOf(*parent), 5'000);
        for (const auto& transaction : {parent, child})
            QCOMPARE(offer(bench, transaction), "");
        QCOMPARE(offer(bench, spendAll(bench.coinbase(1), 6'000)), "insufficient fee");
        QCOMPARE(offer(bench, spendAll(bench.coinbase(1), 6'200)), "");
        QCOMPARE(bench.change.removed.size(), std::size_t(2));
        QCOMPARE(bench.mempool.size(), std::size_t(1));
    }

    void needsABetterFeeRate() {
        MempoolBench bench;
        QCOMPARE(offer(bench, spendAll(bench.coinbase(1), 1'000)), "");
        // More money, but far larger.
        QCOMPARE(offer(bench, spendAll(bench.coinbase(1), 3'000, 40)), "insufficient fee");
    }

    void doesNotBuildOnWhatItReplaces() {
        MempoolBench bench;
        const auto parent = spendAll(bench.coinbase(1), 1'000);
        QCOMPARE(offer(bench, parent), "");
        const auto both =
            spend({outputOf(*parent), bench.coinbase(1)}, {{Amount(1'000'000), support::testScript()}});
        QCOMPARE(offer(bench, both), "bad-txns-spends-conflicting-tx");
    }

    void addsNoUnconfirmedParents() {
        MempoolBench bench;
        const auto first = spendAll(bench.coinbase(1), 1'000);
        const auto other = spendAll(bench.coinbase(2), 1'000);
        for (const auto& transaction : {first, other})
            QCOMPARE(offer(bench, transaction), "");
        const auto both =
            spend({bench.coinbase(1), outputOf(*other)}, {{Amount(1'000'000), support::testScript()}});
        QCOMPARE(offer(bench, both), "replacement-adds-unconfirmed");
    }

    void keepsAParentOfWhatItReplaces() {
        MempoolBench bench;
        const auto parent = spendAll(bench.coinbase(1), 1'000);
        const auto child = spendAll(outputOf(*parent), 1'000);
        for (const auto& transaction : {parent, child})
            QCOMPARE(offer(bench, transaction), "");
        QCOMPARE(offer(bench, spendAll(outputOf(*parent), 4'000)), "");
        QVERIFY(removedBy(bench.change) == std::vector{child->txid()});
        QVERIFY(bench.change.removed[0].why == chain::MempoolLeave::Replaced);
    }

    void putsOutABoundedNumber() {
        MempoolBench bench({.maxReplaced = 2});
        const auto parent = spendAll(bench.coinbase(1), 1'000, 3);
        QCOMPARE(offer(bench, parent), "");
        for (std::uint32_t i = 0; i < 2; ++i)
            QCOMPARE(offer(bench, spendAll(outputOf(*parent, i), 1'000)), "");
        QCOMPARE(offer(bench, spendAll(bench.coinbase(1), 1'000'000)), "too many potential replacements");
        QCOMPARE(bench.mempool.size(), std::size_t(3));
    }
};

CAIRN_TEST(MempoolReplacementTest)
#include "MempoolReplacementTest.moc"
