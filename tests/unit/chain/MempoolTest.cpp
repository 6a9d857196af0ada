#include "chain/mempool/Mempool.h"
#include "support/TestProgram.h"

#include "support/MempoolBench.h"

#include <algorithm>

using primitives::Amount;
using primitives::TransactionRef;
using support::MempoolBench;
using support::offer;
using support::outputOf;
using support::removedBy;
using support::spendAll;

namespace {

std::vector<primitives::TxId> idsOf(const std::vector<TransactionRef>& transactions) {
    std::vector<primitives::TxId> out;
    for (const auto& transaction : transactions)
        out.push_back(transaction->txid());
    return out;
}

/// `count` transactions in a line, each spending the one before.
std::vector<TransactionRef> line(const support::Spendable& from, std::size_t count,
                                 std::int64_t fee = 1'000) {
    std::vector<TransactionRef> out{spendAll(from, fee)};
    while (out.size() < count)
        out.push_back(spendAll(support::outputOf(*out.back()), fee));
    return out;
}

} // namespace

class MempoolTest : public QObject {
    Q_OBJECT

private slots:
    void takesAPayment() {
        MempoolBench bench;
        const auto payment = spendAll(bench.coinbase(1), 1'234, 2);
        QCOMPARE(bench.mempool.test(*payment), Amount(1'234));
        QCOMPARE(bench.mempool.size(), std::size_t(0));
        QCOMPARE(offer(bench, payment), "");
        QVERIFY(bench.change.added == std::vector{payment});
        QVERIFY(bench.change.removed.empty());
        const chain::MempoolEntry* entry = bench.mempool.find(payment->txid());
        QVERIFY(entry && entry == bench.mempool.findByWtxid(payment->wtxid()));
        QCOMPARE(entry, bench.mempool.spenderOf(bench.coinbase(1).outpoint));
        QCOMPARE(entry->fee, Amount(1'234));
        QCOMPARE(entry->height, 40);
        QCOMPARE(entry->time, bench.memory.clock.now());
        QCOMPARE(entry->sigOpCost, 1);
        QCOMPARE(entry->feePerKvB(), 1'234 * 1000 / payment->vsize());
        QCOMPARE(bench.mempool.totalFees(), Amount(1'234));
        QCOMPARE(bench.mempool.bytes(), std::int64_t(payment->size()));
        QCOMPARE(offer(bench, payment), "txn-already-in-mempool");
        primitives::TransactionParts other = payment->parts();
        other.inputs[0].witness[0].push_back(0);
        const auto sameId = std::make_shared<const primitives::Transaction>(std::move(other));
        QCOMPARE(offer(bench, sameId), "txn-same-nonwitness-data-in-mempool");
        const auto child = spendAll(outputOf(*payment), 1'000);
        const auto before = bench.mempool.sequence();
        QCOMPARE(offer(bench, child), "");
        QVERIFY(bench.mempool.sequence() > before);
        QVERIFY(bench.mempool.find(child->txid())->parents == std::vector{payment->txid()});
    }

    void forgetsWhatABlockConfirmed() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 3);
        for (const auto& transaction : family)
            QCOMPARE(offer(bench, transaction), "");
        bench.mine({family[0], family[1]});
        QVERIFY(bench.change.removed.empty() && bench.change.added.empty());
        QCOMPARE(bench.mempool.size(), std::size_t(1));
        QVERIFY(bench.mempool.find(family[2]->txid())->parents.empty());
        QCOMPARE(offer(bench, family[1]), "txn-already-known");
    }

    void putsOutWhatABlockContradicts() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 3);
        for (const auto& transaction : family)
            QCOMPARE(offer(bench, transaction), "");
        bench.mine({spendAll(bench.coinbase(1), 7)});
        auto removed = removedBy(bench.change);
        auto wanted = idsOf(family);
        std::sort(removed.begin(), removed.end());
        std::sort(wanted.begin(), wanted.end());
        QVERIFY(removed == wanted);
        for (const chain::MempoolRemoval& left : bench.change.removed)
            QVERIFY(left.why == chain::MempoolLeave::Conflict);
        QCOMPARE(bench.mempool.bytes(), 0);
        QCOMPARE(bench.mempool.totalFees(), Amount(0));
    }

    void keepsOrphansUntilTheirParentsCome() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 3);
        QCOMPARE(offer(bench, family[2]), "bad-txns-inputs-missingorspent");
        QCOMPARE(offer(bench, family[1]), "bad-txns-inputs-missingorspent");
        QCOMPARE(bench.mempool.orphanCount(), std::size_t(2));
        QCOMPARE(offer(bench, family[0]), "");
        QVERIFY(bench.change.added == family);
        QCOMPARE(bench.mempool.orphanCount(), std::size_t(0));
    }

    /// Hundreds of orphans of one parent are a stranger's work to check: it is done in parts.
    void manyOrphansOfAParentAreLookedAtInParts() {
        MempoolBench bench;
        const auto parent = spendAll(bench.coinbase(1), 100'000, 20);
        std::vector<TransactionRef> orphans;
        for (std::uint32_t i = 0; i < 60; ++i) { // three for each output
            orphans.push_back(spendAll(outputOf(*parent, i % 20), 1'000 + i / 20));
            QVERIFY(!bench.mempool.accept(orphans.back(), {}, 100 + i).has_value());
        }
        QCOMPARE(offer(bench, parent), "");
        QVERIFY(bench.mempool.size() <= 21);
        const auto due = bench.mempool.takeDueOrphans();
        QVERIFY(!due.empty() && due.size() <= 28);
        QVERIFY(due.front().origin >= 100);
        QVERIFY2(bench.mempool.takeDueOrphans().empty(), "each is given out once");
        for (const auto& [orphan, origin] : due)
            static_cast<void>(bench.mempool.accept(orphan, {}, origin));
        QCOMPARE(bench.mempool.size(), std::size_t(21));
        QCOMPARE(bench.mempool.orphanCount(), std::size_t(0));
    }

    void orphansGoWithThoseThatBroughtThem() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 3);
        QVERIFY(!bench.mempool.accept(family[2], {}, 5).has_value());
        QVERIFY(bench.mempool.addOrphan(family[2], 6));
        QVERIFY(!bench.mempool.addOrphan(family[2], 6));
        QVERIFY(bench.mempool.findOrphan(family[2]->wtxid()) == family[2]);
        QVERIFY(bench.mempool.orphanWeight() > 0);
        bench.mempool.forgetOrigin(5);
        QCOMPARE(bench.mempool.orphanCount(), std::size_t(1));
        bench.mempool.forgetOrigin(6);
        QCOMPARE(bench.mempool.orphanCount(), std::size_t(0));
        QVERIFY(!bench.mempool.accept(family[2], {}, 5).has_value());
        bench.mempool.forgetOrphan(family[2]->wtxid());
        QCOMPARE(bench.mempool.orphanWeight(), std::int64_t(0));
    }

    void takesOrphansWhoseParentIsInABlock() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 3);
        QCOMPARE(offer(bench, family[2]), "bad-txns-inputs-missingorspent");
        bench.mine({family[0], family[1]});
        QVERIFY(bench.change.added == std::vector{family[2]});
        const auto more = line(bench.coinbase(2), 2);
        QCOMPARE(offer(bench, more[1]), "bad-txns-inputs-missingorspent");
        bench.mine(more);
        QCOMPARE(bench.mempool.orphanCount(), std::size_t(0));
        QVERIFY(!bench.has(more[1]));
    }

    void limitsFamilies() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 26);
        for (std::size_t i = 0; i < 25; ++i)
            QCOMPARE(offer(bench, family[i]), "");
        QCOMPARE(offer(bench, family[25]), "too-long-mempool-chain");

        const auto parent = spendAll(bench.coinbase(2), 5'000, 30);
        QCOMPARE(offer(bench, parent), "");
        for (std::uint32_t i = 0; i < 24; ++i)
            QCOMPARE(offer(bench, spendAll(outputOf(*parent, i), 1'000)), "");
        QCOMPARE(offer(bench, spendAll(outputOf(*parent, 24), 1'000)), "too-long-mempool-chain");
        QCOMPARE(offer(bench, spendAll(outputOf(*parent, 23), 9'000)), ""); // takes another's place
    }

    void putsOutThePoorestWhenItIsFull() {
        MempoolBench bench({.maxBytes = 900});
        std::vector<TransactionRef> sent;
        for (int i = 1; i <= 4; ++i) {
            sent.push_back(spendAll(bench.coinbase(i), 1'000 * i));
            QCOMPARE(offer(bench, sent.back()), "");
        }
        QCOMPARE(bench.mempool.minFeePerKvB(), 1'000);
        const auto next = spendAll(bench.coinbase(5), 2'500);
        QCOMPARE(900 / static_cast<std::int64_t>(next->size()), 4);
        QCOMPARE(offer(bench, next), "");
        QVERIFY(removedBy(bench.change) == std::vector{sent[0]->txid()});
        const std::int64_t minimum = bench.mempool.minFeePerKvB();
        QCOMPARE(minimum, 1'000 * 1000 / sent[0]->vsize() + 1'000);
        QCOMPARE(offer(bench, spendAll(bench.coinbase(6), 1'000)), "mempool min fee not met");
        bench.memory.clock.advance(12 * 3600);
        QVERIFY(bench.mempool.minFeePerKvB() * 2 <= minimum + 2);
        bench.memory.clock.advance(10 * 24 * 3600);
        QCOMPARE(bench.mempool.minFeePerKvB(), 1'000);
        QCOMPARE(offer(bench, spendAll(bench.coinbase(6), 500)), "mempool full");
        QCOMPARE(bench.mempool.size(), std::size_t(4));
    }

    /// What made room for one that did not stay in the end has left: nobody else would hear of it.
    void tellsWhatMadeRoomInVain() {
        MempoolBench bench({.maxBytes = 900});
        std::vector<TransactionRef> sent;
        for (int i = 1; i <= 4; ++i) {
            sent.push_back(spendAll(bench.coinbase(i), 1'000 * i));
            QCOMPARE(offer(bench, sent.back()), "");
        }
        const auto large = spendAll(bench.coinbase(5), 9'000, 20); // between the first two in what it pays
        QCOMPARE(offer(bench, large), "mempool full");
        QVERIFY(!bench.has(sent[0]) && !bench.has(large) && bench.has(sent[1]));
        const chain::MempoolChange left = bench.mempool.takeLeftovers();
        QVERIFY(left.added.empty());
        QVERIFY(left.removed ==
                (std::vector<chain::MempoolRemoval>{{sent[0]->txid(), chain::MempoolLeave::Evicted}}));
        QVERIFY(bench.mempool.takeLeftovers().isEmpty());
    }

    void keepsAPoorParentForItsRichChild() {
        MempoolBench bench({.maxBytes = 900});
        const auto family = line(bench.coinbase(1), 1, 200);
        QCOMPARE(offer(bench, family[0]), "");
        QCOMPARE(offer(bench, spendAll(outputOf(*family[0]), 9'000)), "");
        for (int i = 2; i <= 3; ++i)
            QCOMPARE(offer(bench, spendAll(bench.coinbase(i), 1'000 * i)), "");
        QCOMPARE(offer(bench, spendAll(bench.coinbase(4), 5'000)), "");
        QVERIFY(bench.has(family[0]));
    }

    void dropsWhatIsTooOld() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 2);
        QCOMPARE(offer(bench, family[0]), "");
        bench.memory.clock.advance(14 * 24 * 3600);
        QCOMPARE(offer(bench, family[1]), "");
        QCOMPARE(offer(bench, spendAll(bench.coinbase(2), 1'000)), "");
        QVERIFY(bench.mempool.expire().removed.empty());
        bench.memory.clock.advance(1);
        const auto change = bench.mempool.expire();
        QCOMPARE(change.removed.size(), std::size_t(2)); // the child with its parent
        QVERIFY(change.removed[0].why == chain::MempoolLeave::Expired);
        QCOMPARE(bench.mempool.size(), std::size_t(1));
    }

    void dropsWhatIsTooOldWhenSomethingNewComes() {
        MempoolBench bench;
        const auto old = spendAll(bench.coinbase(1), 1'000);
        QCOMPARE(offer(bench, old), "");
        bench.memory.clock.advance(14 * 24 * 3600 + 1);
        QCOMPARE(offer(bench, spendAll(bench.coinbase(2), 1'000)), "");
        QVERIFY(removedBy(bench.change) == std::vector{old->txid()});
    }

    void letsTransactionsCountAsPayingMoreOrLess() {
        MempoolBench bench;
        const auto parent = spendAll(bench.coinbase(1), 2'000);
        const auto child = spendAll(outputOf(*parent), 2'000);
        const auto other = spendAll(bench.coinbase(2), 3'000);
        for (const auto& each : {parent, child, other})
            QCOMPARE(offer(bench, each), "");
        const auto order = [&] {
            std::vector<TransactionRef> out;
            for (const auto* entry : bench.mempool.selectForBlock(4'000'000, 100, 80'000))
                out.push_back(entry->transaction);
            return out;
        };
        QVERIFY(order() == (std::vector{other, parent, child}));
        const auto before = bench.mempool.sequence();
        bench.mempool.prioritise(child->txid(), Amount(9'000)); // it takes its parent along
        QVERIFY(bench.mempool.sequence() != before);
        QVERIFY(order() == (std::vector{parent, child, other}));
        bench.mempool.prioritise(child->txid(), Amount(-10'000));
        QVERIFY(order() == (std::vector{other, parent, child}));
        QCOMPARE(bench.mempool.find(child->txid())->fee, Amount(2'000));
        QCOMPARE(bench.mempool.find(child->txid())->modifiedFee(), Amount(1'000));
        bench.mempool.prioritise(child->txid(), Amount(1'000));
        QVERIFY(bench.mempool.bonuses().empty());
        bench.mempool.prioritise(other->txid(), Amount(Amount::kMax));
        bench.mempool.prioritise(other->txid(), Amount(Amount::kMax));
        QCOMPARE(bench.mempool.bonuses().at(other->txid()), Amount(Amount::kMax));
        bench.mine({other});
        QVERIFY(bench.mempool.bonuses().empty());
    }

    void countsWhatIsToComeAsWell() {
        MempoolBench bench;
        const auto free = spendAll(bench.coinbase(1), 0);
        QCOMPARE(offer(bench, free), "min relay fee not met");
        bench.mempool.prioritise(free->txid(), Amount(1'000));
        QCOMPARE(offer(bench, free), "");
        const auto better = spendAll(bench.coinbase(1), 1'050);
        QCOMPARE(offer(bench, better), "insufficient fee"); // 1000 and the step are to be paid
        bench.mempool.prioritise(better->txid(), Amount(5'000));
        QCOMPARE(offer(bench, better), "");
        QVERIFY(!bench.has(free) && bench.mempool.bonuses().contains(free->txid()));
    }

    void putsOutLastWhatCountsAsPayingMore() {
        MempoolBench bench({.maxBytes = 900});
        const auto poor = spendAll(bench.coinbase(1), 1'000);
        QCOMPARE(offer(bench, poor), "");
        bench.mempool.prioritise(poor->txid(), Amount(100'000));
        for (int i = 2; i <= 6; ++i)
            QCOMPARE(offer(bench, spendAll(bench.coinbase(i), 10'000 * i)), "");
        QVERIFY(bench.has(poor));
    }

    void testsAPackageAndLeavesNothing() {
        MempoolBench bench;
        const auto family = line(bench.coinbase(1), 3);
        const auto before = bench.mempool.sequence();
        const auto verdicts = bench.mempool.test(family);
        QCOMPARE(verdicts.size(), std::size_t(3));
        QVERIFY(std::ranges::all_of(verdicts, [](const auto& verdict) { return verdict.has_value(); }));
        const auto alone = bench.mempool.test({family[1], family[2]});
        QCOMPARE(alone.size(), std::size_t(1)); // up to the first refusal
        QVERIFY(alone.front().error().reason == consensus::Reject::MissingInputs);
        QCOMPARE(bench.mempool.size(), std::size_t(0));
        QCOMPARE(bench.mempool.sequence(), before);
        QCOMPARE(offer(bench, family[0]), "");
    }

    void keepsTheTimeOfAnEarlierArrival() {
        MempoolBench bench;
        const std::int64_t now = bench.memory.clock.now();
        const auto old = spendAll(bench.coinbase(1), 1'000);
        const auto ahead = spendAll(bench.coinbase(2), 1'000);
        QVERIFY(bench.mempool.accept(old, now - 14 * 24 * 3600 - 1));
        QVERIFY(bench.mempool.accept(ahead, now + 1'000));
        QCOMPARE(bench.mempool.find(ahead->txid())->time, now); // a clock was wrong
        QVERIFY(removedBy(bench.mempool.expire()) == std::vector{old->txid()});
    }

    void ordersParentsBeforeChildren() {
        MempoolBench bench;
        const auto first = line(bench.coinbase(1), 3), second = line(bench.coinbase(2), 2);
        for (const auto& transaction : {first[0], second[0], first[1], second[1], first[2]}) {
            QCOMPARE(offer(bench, transaction), "");
        }
        std::vector<TransactionRef> got;
        for (const chain::MempoolEntry* entry : bench.mempool.entries())
            got.push_back(entry->transaction);
        QVERIFY(got == (std::vector{first[0], second[0], first[1], second[1], first[2]}));
    }
};

CAIRN_TEST(MempoolTest)
#include "MempoolTest.moc"
