#include "node/mining/TemplateMaker.h"

#include "support/EngineBench.h"
#include "support/TestProgram.h"

#include <QTest>

using support::EngineBench;

class TemplateMakerTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatEachCosts() {
        EngineBench bench;
        QVERIFY(bench.engine.waiting().submit(bench.payment(1, 7'000)).has_value());
        const auto made = bench.engine.templates().make({0x51}, "tag");
        QVERIFY(made.has_value());
        const mining::BlockTemplate& work = **made;
        QCOMPARE(work.block.transactions.size(), std::size_t(2));
        QCOMPARE(work.transactionFees.size(), std::size_t(2));
        QCOMPARE(work.sigOpCosts.size(), std::size_t(2));
        QCOMPARE(work.transactionFees[1].satoshi(), std::int64_t(7'000));
        QCOMPARE(work.sigOpCosts[1], std::int64_t(1)); // one P2WPKH input
    }

    /// Exactly what was asked for, checked but for its work.
    void makesABlockOfChosenTransactions() {
        EngineBench bench;
        QVERIFY(bench.engine.waiting().submit(bench.payment(1)).has_value()); // not chosen
        const auto chosen = bench.payment(2);
        const auto made = bench.engine.templates().blockOf({0x51}, {chosen});
        QVERIFY(made.has_value());
        QCOMPARE(made->transactions.size(), std::size_t(2));
        QVERIFY(made->transactions[1]->txid() == chosen->txid());
        const auto solved = bench.maker.solve(*made);
        QVERIFY(bench.engine.blocks().submit(solved).reason.isEmpty());
        const auto again = bench.engine.templates().blockOf({0x51}, {chosen});
        QCOMPARE(QString::fromStdString(consensus::toString(again.error())),
                 QStringLiteral("bad-txns-BIP30"));
    }
};

CAIRN_TEST(TemplateMakerTest)
#include "TemplateMakerTest.moc"
