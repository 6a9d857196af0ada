#include "chain/mempool/MempoolSnapshot.h"
#include "crypto/Sha256.h"
#include "support/TestProgram.h"

#include "support/MempoolBench.h"

using support::outputOf;
using support::spendAll;

class MempoolSnapshotTest : public QObject {
    Q_OBJECT

private slots:
    void showsWhatWaits() {
        support::MempoolBench bench;
        const auto cheap = spendAll(bench.coinbase(1), 500);
        const auto parent = spendAll(bench.coinbase(2), 1'000, 2);
        const auto child = support::spend({outputOf(*parent, 1), bench.coinbase(3)},
                                          {{primitives::Amount(1'000'000), support::testScript()}});
        for (const auto& transaction : {cheap, parent, child})
            QCOMPARE(bench.offer(transaction), std::string());

        const chain::MempoolSnapshot snapshot = chain::snapshotOf(bench.mempool, bench.memory.state());
        QCOMPARE(snapshot.items.size(), std::size_t(3));
        QCOMPARE(snapshot.items[0].transaction, parent);
        QCOMPARE(snapshot.items[1].transaction, child);
        QCOMPARE(snapshot.items[2].transaction, cheap);
        QCOMPARE(snapshot.byTxid.at(child->txid()), std::size_t(1));
        QVERIFY(snapshot.spenders.at(bench.coinbase(3).outpoint) ==
                std::pair(std::size_t(1), std::uint32_t(1)));
        QVERIFY(snapshot.items[1].spent == (std::vector{parent->outputs()[1], bench.coinbase(3).output}));
        QCOMPARE(snapshot.bytes, bench.mempool.bytes());
        QCOMPARE(snapshot.vsize, cheap->vsize() + parent->vsize() + child->vsize());
        QCOMPARE(snapshot.totalFees, bench.mempool.totalFees());
        QCOMPARE(snapshot.sequence, bench.mempool.sequence());
    }

    /// Scripts are hashed once a snapshot, not once a question.
    void findsByScript() {
        support::MempoolBench bench;
        const util::Bytes paid = support::testScript();
        util::Bytes other(22, 7); // P2WPKH
        other[0] = 0x00;
        other[1] = 0x14;
        const auto parent = support::spend({bench.coinbase(1)}, {{primitives::Amount(1'000'000), paid},
                                                                 {primitives::Amount(1'000'000), paid}});
        const auto child = support::spend({outputOf(*parent, 0)}, {{primitives::Amount(900'000), other}});
        for (const auto& transaction : {parent, child})
            QCOMPARE(bench.offer(transaction), std::string());
        const chain::MempoolSnapshot snapshot = chain::snapshotOf(bench.mempool, bench.memory.state());
        const std::vector<std::size_t> both{snapshot.byTxid.at(parent->txid()),
                                            snapshot.byTxid.at(child->txid())};
        const auto& found = snapshot.touching(crypto::sha256(paid));
        QVERIFY(found == both);
        QVERIFY(snapshot.touching(crypto::sha256(other)) == std::vector{both[1]});
        QVERIFY(snapshot.touching(crypto::sha256(util::Bytes{0x52})).empty());
        QCOMPARE(&snapshot.touching(crypto::sha256(paid)), &found);
    }
};

CAIRN_TEST(MempoolSnapshotTest)
#include "MempoolSnapshotTest.moc"
