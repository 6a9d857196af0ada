// Packages whose child pays for its parents, transactions of version 3 (BIP 431) and dust that does not stay.
#include "chain/mempool/MempoolTruc.h"
#include "support/MempoolBench.h"
#include "support/TestProgram.h"

using primitives::Amount;
using primitives::TransactionRef;
using support::MempoolBench;
using support::offer;
using support::outputOf;
using support::removedBy;
using support::Spendable;

namespace {

/// All of `spent` less `fee` in `pieces` equal outputs, and further outputs.
TransactionRef made(std::int32_t version, const std::vector<Spendable>& spent, std::int64_t fee,
                    std::int64_t pieces = 1, const std::vector<primitives::TxOut>& further = {}) {
    primitives::TransactionParts parts;
    parts.version = version;
    std::int64_t sum = -fee;
    for (const Spendable& from : spent) {
        primitives::TxIn input;
        input.previous = from.outpoint;
        parts.inputs.push_back(std::move(input));
        sum += from.output.value.satoshi();
    }
    for (const auto& output : further)
        sum -= output.value.satoshi();
    parts.outputs.assign(std::size_t(pieces), {Amount(sum / pieces), support::testScript()});
    parts.outputs.insert(parts.outputs.end(), further.begin(), further.end());
    return support::signAll(std::move(parts), spent, 1);
}

TransactionRef truc(const Spendable& from, std::int64_t fee, std::int64_t pieces = 1) {
    return made(chain::kTrucVersion, {from}, fee, pieces);
}

QString offerTogether(MempoolBench& bench, const std::vector<TransactionRef>& package) {
    auto accepted = bench.mempool.acceptPackage(package);
    if (!accepted) return QString::fromStdString(consensus::toString(accepted.error().rejection));
    bench.change = std::move(*accepted);
    return {};
}

} // namespace

class MempoolPackageTest : public QObject {
    Q_OBJECT

private slots:
    void takesACheapParentWithAChildThatPays() {
        MempoolBench bench;
        const auto parent = truc(bench.coinbase(1), 0);
        const auto child = truc(outputOf(*parent), 1'000);
        QCOMPARE(offer(bench, parent), "min relay fee not met");
        QCOMPARE(offerTogether(bench, {parent, child}), "");
        QVERIFY(bench.change.added == (std::vector{parent, child}));
        QVERIFY(bench.change.removed.empty());
        const std::int64_t rate = 1'000'000 / (parent->vsize() + child->vsize());
        QCOMPARE(bench.mempool.worthPerKvB(*bench.mempool.find(parent->txid())), rate);
        QCOMPARE(bench.mempool.selectForBlock(4'000'000, 100, 80'000).size(), std::size_t(2));
        bench.mine({parent, child});
        QCOMPARE(bench.mempool.size(), std::size_t(0));
    }

    void refusesAPackageThatPaysTooLittle() {
        MempoolBench bench;
        const auto parent = truc(bench.coinbase(1), 0);
        const auto child =
            truc(outputOf(*parent), parent->vsize() * 2 - 1); // of the same size: a satoshi short
        QCOMPARE(child->vsize(), parent->vsize());
        const auto before = bench.mempool.sequence();
        QCOMPARE(offerTogether(bench, {parent, child}), "min relay fee not met");
        QCOMPARE(bench.mempool.size(), std::size_t(0));
        QVERIFY(bench.mempool.sequence() >= before);
        // Nothing of it is told with the next change.
        const auto other = support::spendAll(bench.coinbase(2), 1'000);
        QCOMPARE(offer(bench, other), "");
        QVERIFY(bench.change.added == std::vector{other} && bench.change.removed.empty());
        QCOMPARE(offerTogether(bench, {parent, truc(outputOf(*parent), parent->vsize() * 2)}), "");
    }

    void leavesNothingOfAPackageWithABadChild() {
        MempoolBench bench;
        const auto parent = truc(bench.coinbase(1), 0);
        auto parts = primitives::TransactionParts{
            .version = 3, .inputs = {{}}, .outputs = {{Amount(1), support::testScript()}}};
        parts.inputs[0].previous = outputOf(*parent).outpoint;
        const auto unsignedChild = std::make_shared<const primitives::Transaction>(std::move(parts));
        auto accepted = bench.mempool.acceptPackage({parent, unsignedChild});
        QVERIFY(!accepted);
        QVERIFY(accepted.error().transaction == unsignedChild->txid());
        QVERIFY(!bench.has(parent));
    }

    /// Only version 3 may be below what this node passes on: a child of another version could leave its
    /// parent behind.
    void keepsTheRelayMinimumForOtherVersions() {
        MempoolBench bench;
        const auto parent = made(2, {bench.coinbase(1)}, 0);
        QCOMPARE(offerTogether(bench, {parent, made(2, {outputOf(*parent)}, 10'000)}),
                 "min relay fee not met");
    }

    void takesAParentBelowTheFullPoolsMinimum() {
        MempoolBench bench({.maxBytes = 3'000});
        std::vector<TransactionRef> filling;
        for (std::int32_t i = 1; i <= 20; ++i)
            (void)offer(bench, support::spendAll(bench.coinbase(i), 1'000 * i));
        QVERIFY(bench.mempool.minFeePerKvB() > 2'000);
        const auto parent = made(2, {bench.coinbase(25)}, 200);
        QCOMPARE(offer(bench, parent), "mempool min fee not met");
        QCOMPARE(offerTogether(bench, {parent, made(2, {outputOf(*parent)}, 100'000)}), "");
        QVERIFY(bench.has(parent));
    }

    void replacesNobodyTogether() {
        MempoolBench bench;
        QCOMPARE(offer(bench, support::spendAll(bench.coinbase(1), 1'000)), "");
        const auto parent = truc(bench.coinbase(1), 0);
        QCOMPARE(offerTogether(bench, {parent, truc(outputOf(*parent), 100'000)}), "txn-mempool-conflict");
    }

    /// As they come from a peer, in either order.
    void bringsACheapParentAndItsChildTogether() {
        for (const bool parentFirst : {true, false}) {
            MempoolBench bench;
            const auto parent = truc(bench.coinbase(1), 0);
            const auto child = truc(outputOf(*parent), 1'000);
            QVERIFY(offer(bench, parentFirst ? parent : child) != "");
            QCOMPARE(bench.mempool.size(), std::size_t(0));
            QCOMPARE(offer(bench, parentFirst ? child : parent), "");
            QVERIFY(bench.has(parent) && bench.has(child));
            QCOMPARE(bench.change.added.size(), std::size_t(2));
            QCOMPARE(bench.mempool.orphanCount(), std::size_t(0));
        }
    }

    /// Both came before what they spend from.
    void bringsACheapOrphanAndItsChildTogether() {
        MempoolBench bench;
        const auto first = made(3, {bench.coinbase(1)}, 1'000);
        const auto parent = truc(outputOf(*first), 0);
        const auto child = truc(outputOf(*parent), 1'000);
        for (const auto& transaction : {parent, child})
            QCOMPARE(offer(bench, transaction), "bad-txns-inputs-missingorspent");
        bench.mine({first});
        QVERIFY(bench.has(parent) && bench.has(child));
        QCOMPARE(bench.change.added.size(), std::size_t(2));
        QCOMPARE(bench.mempool.orphanCount(), std::size_t(0));
    }

    /// What was acknowledged is taken from the disk again, parents before their child.
    void takesItsOwnCopyWhateverTheFee() {
        MempoolBench bench;
        const auto parent = truc(bench.coinbase(1), 0);
        const auto child = truc(outputOf(*parent), 1'000);
        for (const auto& transaction : {parent, child})
            QVERIFY(bench.mempool.accept(transaction, bench.memory.clock.now()).has_value());
        QVERIFY(bench.has(parent) && bench.has(child));
    }

    void keepsVersion3ToSmallFamilies() {
        MempoolBench bench;
        const auto parent = truc(bench.coinbase(1), 1'000, 2);
        QCOMPARE(offer(bench, parent), "");
        QCOMPARE(offer(bench, made(2, {outputOf(*parent)}, 1'000)), "TRUC-violation");
        QCOMPARE(offer(bench, truc(outputOf(*parent), 50'000, 40)), "TRUC-violation"); // over 1000 vbytes
        const auto child = truc(outputOf(*parent), 1'000);
        QCOMPARE(offer(bench, child), "");
        QCOMPARE(offer(bench, truc(outputOf(*child), 50'000)), "TRUC-violation"); // a grandchild
        const auto ordinary = made(2, {bench.coinbase(2)}, 1'000);
        QCOMPARE(offer(bench, ordinary), "");
        QCOMPARE(offer(bench, truc(outputOf(*ordinary), 50'000)), "TRUC-violation");
        const auto second = truc(bench.coinbase(3), 1'000);
        QCOMPARE(offer(bench, second), "");
        QCOMPARE(offer(bench, made(3, {outputOf(*second), outputOf(*parent, 1)}, 50'000)),
                 "TRUC-violation");                                                      // two parents
        QCOMPARE(offer(bench, truc(bench.coinbase(4), 500'000, 400)), "TRUC-violation"); // over 10 000 vbytes
        QCOMPARE(bench.mempool.size(), std::size_t(4));
        bench.mine({parent, child, ordinary, second});
        QCOMPARE(offer(bench, truc(outputOf(*ordinary), 1'000)), ""); // in a block they are all alike
        QCOMPARE(offer(bench, made(2, {outputOf(*second)}, 1'000)), "");
    }

    void letsABetterSiblingIn() {
        MempoolBench bench;
        const auto parent = truc(bench.coinbase(1), 1'000, 2);
        const auto first = truc(outputOf(*parent, 0), 1'000);
        for (const auto& transaction : {parent, first})
            QCOMPARE(offer(bench, transaction), "");
        QCOMPARE(offer(bench, truc(outputOf(*parent, 1), 1'050)),
                 "insufficient fee (including sibling eviction)");
        const auto better = truc(outputOf(*parent, 1), 5'000);
        QCOMPARE(offer(bench, better), "");
        QVERIFY(removedBy(bench.change) == std::vector{first->txid()});
        QVERIFY(bench.has(parent) && bench.has(better));
        const auto replacement =
            truc(outputOf(*parent, 1), 9'000); // of the only child: an ordinary replacement
        QCOMPARE(offer(bench, replacement), "");
        QVERIFY(removedBy(bench.change) == std::vector{better->txid()});
    }

    void letsDustPassThatIsSpentAtOnce() {
        MempoolBench bench;
        const primitives::TxOut dust{Amount(0), support::testScript()};
        const auto parent = made(3, {bench.coinbase(1)}, 0, 1, {dust});
        QCOMPARE(offer(bench, made(3, {bench.coinbase(2)}, 1'000, 1, {dust})), "dust");   // pays a fee
        QCOMPARE(offer(bench, made(3, {bench.coinbase(2)}, 0, 1, {dust, dust})), "dust"); // two of them
        QCOMPARE(offerTogether(bench, {parent, truc(outputOf(*parent), 5'000)}), "missing-ephemeral-spends");
        const auto child = made(3, {outputOf(*parent, 0), outputOf(*parent, 1)}, 5'000);
        QCOMPARE(offerTogether(bench, {parent, child}), "");
        QVERIFY(bench.has(parent) && bench.has(child));
    }
};

CAIRN_TEST(MempoolPackageTest)
#include "MempoolPackageTest.moc"
