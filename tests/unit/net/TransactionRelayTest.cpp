#include "net/relay/TransactionRelay.h"
#include "RelayBench.h"
#include "support/TestProgram.h"

#include "support/MadeBlocks.h"

#include <QtTest>

using net::PeerId;
using primitives::TransactionRef;
using support::outputOf;
using support::spendAll;
using Items = std::vector<net::wire::InventoryItem>;

namespace {

/// The same transaction with another, wrong witness.
TransactionRef withWrongWitness(const TransactionRef& transaction) {
    auto parts = transaction->parts();
    parts.inputs[0].witness[0][10] ^= 1;
    return support::refOf(std::move(parts));
}

TransactionRef withoutWitness(const TransactionRef& transaction) {
    auto parts = transaction->parts();
    for (auto& input : parts.inputs)
        input.witness.clear();
    return support::refOf(std::move(parts));
}

/// Spends an output that does not exist; each number another.
TransactionRef orphanNumber(std::uint32_t number) {
    util::ByteArray<32> txid{};
    for (std::size_t i = 0; i < 4; ++i)
        txid[i] = std::uint8_t(number >> (8 * i));
    txid[31] = 9;
    return support::spendAll(
        {{primitives::TxId(txid), 0}, {primitives::Amount(100'000), support::testScript()}}, 1'000);
}

} // namespace

class TransactionRelayTest : public QObject {
    Q_OBJECT

private slots:
    // --- asking

    void asksWhoWasDialledAtOnceAndOthersLater() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, RelayBench::dialledIn());
        bench.announce(1, RelayBench::numbered(1, 1));
        QVERIFY(bench.asked(1) == RelayBench::numbered(1, 1));
        bench.announce(2, RelayBench::numbered(2, 1));
        bench.pass(1'900);
        QVERIFY(bench.asked(2).empty());
        bench.pass(100);
        QVERIFY(bench.asked(2) == RelayBench::numbered(2, 1));
    }

    void whoNamesNoWitnessIsAskedLater() {
        RelayBench bench;
        net::PeerFacts old = RelayBench::dialled();
        old.wtxidRelay = false;
        bench.relay.connected(1, old);
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        const Items item{{net::wire::ItemKind::Transaction, payment->txid().bytes()}};
        bench.announce(1, item);
        QVERIFY2(bench.asked(1) == Items{RelayBench::namedByTxid(payment)}, "alone: at once");
        bench.relay.connected(2, RelayBench::dialled());
        const auto other = spendAll(bench.node.coinbase(2), 1'000);
        bench.announce(1, {{net::wire::ItemKind::Transaction, other->txid().bytes()}});
        QVERIFY(bench.asked(1).empty());
        bench.pass(2'000);
        QVERIFY(bench.asked(1) == Items{RelayBench::namedByTxid(other)});
    }

    void whoHasNoWitnessesIsAskedForNone() {
        RelayBench bench;
        net::PeerFacts old = RelayBench::dialled();
        old.wtxidRelay = false;
        old.services = net::wire::kServiceNetwork;
        bench.relay.connected(1, old);
        const Items items{{net::wire::ItemKind::Transaction, RelayBench::numbered(1, 1)[0].hash}};
        bench.announce(1, items);
        QVERIFY(bench.asked(1) == items);
    }

    void namesNotAsNegotiatedAreIgnored() {
        RelayBench bench;
        net::PeerFacts old = RelayBench::dialled();
        old.wtxidRelay = false;
        bench.relay.connected(1, old);
        bench.relay.connected(2, RelayBench::dialled());
        bench.announce(1, RelayBench::numbered(1, 1));
        bench.announce(2, {{net::wire::ItemKind::Transaction, RelayBench::numbered(2, 1)[0].hash}});
        bench.pass(10'000);
        QVERIFY(bench.asked(1).empty());
        QVERIFY(bench.asked(2).empty());
    }

    void aBusyPeerIsAskedLater() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        bench.announce(1, RelayBench::numbered(0, 100));
        bench.pass(2'000);
        QCOMPARE(bench.asked(1).size(), std::size_t(100));
        bench.announce(1, RelayBench::numbered(100, 2));
        bench.pass(3'900);
        QVERIFY(bench.asked(1).empty());
        bench.pass(100);
        QCOMPARE(bench.asked(1).size(), std::size_t(2));
    }

    void largeListsAreAskedInPartsAndUpToABound() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.announce(1, RelayBench::numbered(0, 5'001));
        std::size_t count = 0;
        for (const auto& message : bench.sent<net::wire::GetData>(1)) {
            QVERIFY(message.items.size() <= 1'000);
            count += message.items.size();
        }
        QCOMPARE(count, std::size_t(5'000));
    }

    void anotherIsAskedWhenOneFails() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, RelayBench::dialledIn());
        const Items items = RelayBench::numbered(0, 3);
        bench.announce(1, items);
        bench.announce(2, items);
        bench.pass(5'000);
        QVERIFY(bench.asked(1) == items);
        QVERIFY(bench.asked(2).empty());
        bench.relay.notFound(1, {items.data(), 1});
        QVERIFY2(bench.asked(2) == Items{items[0]}, "it said no");
        bench.pass(55'000);
        QVERIFY2(bench.asked(2) == (Items{items[1], items[2]}), "it was silent for a minute");
        bench.relay.connected(3, RelayBench::dialled());
        bench.announce(3, items);
        bench.relay.gone(2);
        QVERIFY2(bench.asked(3) == items, "it went");
    }

    void asksNobodyForWhatIsHere() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        bench.pay(payment);
        bench.announce(1, {RelayBench::named(payment)});
        bench.mine({payment});
        bench.announce(1, {RelayBench::named(payment)});
        bench.pass(10'000);
        QVERIFY2(bench.asked(1).empty(), "waiting, and then confirmed");
    }

    void bodiesOfBlocksComeFirstButNotForEver() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.node.memory.clock.advanceMs(100'000);
        bench.mine({});
        bench.relay.setIsCatchingUp(true);
        bench.announce(1, RelayBench::numbered(0, 1));
        bench.pass(9'000);
        QVERIFY(bench.asked(1).empty());
        bench.mine({});
        bench.pass(9'000);
        QVERIFY(bench.asked(1).empty());
        bench.pass(1'000); // whoever withholds bodies must not stop payments
        QCOMPARE(bench.asked(1).size(), std::size_t(1));
        bench.mine({});
        bench.announce(1, RelayBench::numbered(1, 1));
        QVERIFY(bench.asked(1).empty());
        bench.relay.setIsCatchingUp(false);
        QCOMPARE(bench.asked(1).size(), std::size_t(1));
        bench.closed = true;
        bench.announce(1, RelayBench::numbered(2, 1));
        bench.pass(1'000);
        QVERIFY2(bench.asked(1).empty(), "the disk takes nothing");
    }

    // --- what is refused

    /// The row: no memory of refused transactions.
    void whatWasRefusedIsNotAskedForAgainUntilABlockComes() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, RelayBench::dialled());
        const auto wrong = withWrongWitness(spendAll(bench.node.coinbase(1), 1'000));
        bench.announce(1, {RelayBench::named(wrong)});
        QCOMPARE(bench.asked(1).size(), std::size_t(1));
        bench.relay.received(1, wrong);
        QCOMPARE(bench.checked, 1);
        for (const PeerId peer : {1, 2})
            bench.announce(peer, {RelayBench::named(wrong)});
        bench.relay.received(2, wrong); // unasked
        bench.pass(120'000);
        QVERIFY(bench.asked(1).empty() && bench.asked(2).empty());
        QCOMPARE(bench.checked, 1);
        bench.mine({});
        bench.announce(2, {RelayBench::named(wrong)});
        QVERIFY(bench.asked(2) == Items{RelayBench::named(wrong)});
    }

    /// Core 30: what is invalid here may be another's policy, and its bearer need not have checked it.
    void nobodyIsDroppedForATransaction() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.received(1, withWrongWitness(spendAll(bench.node.coinbase(1), 1'000)));
        bench.relay.received(1, support::refOf(support::coinbaseParts(5)));
        auto empty = spendAll(bench.node.coinbase(2), 1'000)->parts();
        empty.outputs.clear();
        bench.relay.received(1, support::refOf(std::move(empty)));
        QCOMPARE(bench.checked, 3);
        QVERIFY(!bench.dropped(1));
    }

    /// Whoever strips the witness must not keep the whole one out.
    void aStrippedTransactionIsNotRemembered() {
        RelayBench bench;
        net::PeerFacts old = RelayBench::dialled();
        old.wtxidRelay = false;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, old);
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        bench.relay.received(1, withoutWitness(payment));
        QVERIFY(!bench.has(payment));
        bench.announce(2, {{net::wire::ItemKind::Transaction, payment->txid().bytes()}});
        bench.pass(3'000);
        QVERIFY(bench.asked(2) == Items{RelayBench::namedByTxid(payment)});
        bench.relay.received(2, payment);
        QVERIFY(bench.has(payment));
    }

    void aCheapParentComesWithItsChild() {
        chain::MempoolOptions pool;
        RelayBench bench({}, pool);
        bench.relay.connected(1, RelayBench::dialled());
        auto parts = spendAll(bench.node.coinbase(1), 0)->parts();
        parts.version = 3;
        const auto parent = support::signAll(std::move(parts), {bench.node.coinbase(1)});
        auto childParts = spendAll(outputOf(*parent), 20'000)->parts();
        childParts.version = 3;
        const auto child = support::signAll(std::move(childParts), {outputOf(*parent)});
        bench.relay.received(1, parent);
        QVERIFY(!bench.has(parent));
        bench.announce(1, {RelayBench::named(parent)});
        QVERIFY2(bench.asked(1).empty(), "by itself it is not asked for again");
        bench.announce(1, {RelayBench::named(child)});
        QCOMPARE(bench.asked(1).size(), std::size_t(1));
        bench.relay.received(1, child);
        bench.pass(5'000);
        for (const auto& item : bench.asked(1)) { // its child needs it
            QVERIFY(item.hash == parent->txid().bytes());
            bench.relay.received(1, parent);
        }
        QVERIFY(bench.has(parent) && bench.has(child));
    }

    // --- orphans

    void parentsAreAskedOfThoseThatNamedTheOrphan() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        bench.relay.connected(2, RelayBench::dialled());
        bench.relay.connected(3, RelayBench::dialled());
        const auto parent = spendAll(bench.node.coinbase(1), 1'000);
        const auto child = spendAll(outputOf(*parent), 1'000);
        bench.announce(1, {RelayBench::named(child)});
        bench.pass(2'000);
        QCOMPARE(bench.asked(1).size(), std::size_t(1));
        bench.announce(2, {RelayBench::named(child)});
        bench.relay.received(1, child);
        bench.pass(2'000);
        QVERIFY2(bench.asked(2) == Items{RelayBench::namedByTxid(parent)}, "the one that we dialled first");
        QVERIFY(bench.asked(1).empty() && bench.asked(3).empty());
        bench.pass(60'000);
        QVERIFY2(bench.asked(1) == Items{RelayBench::namedByTxid(parent)}, "then the other");
        bench.relay.received(1, parent);
        QVERIFY(bench.has(parent) && bench.has(child));
        bench.pass(60'000);
        QVERIFY(bench.asked(1).empty() && bench.asked(2).empty() && bench.asked(3).empty());
    }

    void whoNamesAnOrphanLaterIsAskedToo() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, RelayBench::dialled());
        const auto parent = spendAll(bench.node.coinbase(1), 1'000);
        const auto child = spendAll(outputOf(*parent), 1'000);
        bench.relay.received(1, child);
        bench.announce(2, {RelayBench::named(child)});
        bench.pass(2'000);
        const auto first = bench.asked(1), second = bench.asked(2);
        QCOMPARE(first.size() + second.size(), std::size_t(1));
        bench.relay.gone(first.empty() ? 2 : 1);
        const PeerId left = first.empty() ? 1 : 2;
        QVERIFY(bench.asked(left) == Items{RelayBench::namedByTxid(parent)});
        QCOMPARE(bench.node.mempool.orphanCount(), std::size_t(1));
        bench.relay.gone(left);
        QCOMPARE(bench.node.mempool.orphanCount(), std::size_t(0));
    }

    void whatIsKnownOfParentsIsNotAskedFor() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        const auto waiting = spendAll(bench.node.coinbase(1), 1'000);
        const auto confirmed = spendAll(bench.node.coinbase(2), 1'000);
        const auto missing = spendAll(bench.node.coinbase(3), 1'000);
        bench.pay(waiting);
        bench.mine({confirmed});
        const auto child = support::spend({outputOf(*waiting), outputOf(*confirmed), outputOf(*missing)},
                                          {{primitives::Amount(1'000'000), support::testScript()}});
        bench.relay.received(1, child);
        bench.pass(2'000);
        QVERIFY(bench.asked(1) == Items{RelayBench::namedByTxid(missing)});
    }

    void theChildOfARefusedParentIsNotKept() {
        RelayBench bench;
        net::PeerFacts old = RelayBench::dialled();
        old.wtxidRelay = false;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, old);
        // What spends a form that is not standard is refused whatever its witness.
        const auto block =
            bench.node.maker.mineOn(bench.node.memory->tip().hash(), {.coinbaseScript = {0x51}});
        bench.node.take(block);
        for (int i = 0; i < 10; ++i)
            bench.mine({});
        primitives::TransactionParts parts;
        parts.inputs.resize(1);
        parts.inputs[0].previous = support::coinbaseOf(block).outpoint;
        parts.outputs = {{primitives::Amount(1'000'000), support::testScript()}};
        const auto parent = support::refOf(std::move(parts));
        const auto child = spendAll(outputOf(*parent), 1'000);
        const auto grandchild = spendAll(outputOf(*child), 1'000);
        for (const auto& transaction : {parent, child, grandchild})
            bench.relay.received(1, transaction);
        QCOMPARE(bench.checked, 3);
        QCOMPARE(bench.node.mempool.orphanCount(), std::size_t(0));
        bench.announce(2, {{net::wire::ItemKind::Transaction, child->txid().bytes()}});
        bench.pass(5'000);
        QVERIFY(bench.asked(1).empty() && bench.asked(2).empty());
    }

    /// The row: after orphan floods an honest payment took 14 s.
    void orphanFloodsDelayNobody() {
        RelayBench bench;
        for (PeerId flooder = 1; flooder <= 5; ++flooder)
            bench.relay.connected(flooder, RelayBench::dialledIn());
        bench.relay.connected(9, RelayBench::dialled());
        const auto parent = spendAll(bench.node.coinbase(1), 1'000);
        const auto child = spendAll(outputOf(*parent), 1'000);
        std::uint32_t number = 0;
        const auto flood = [&] {
            for (int i = 0; i < 400; ++i) {
                for (PeerId flooder = 1; flooder <= 5; ++flooder)
                    bench.relay.received(flooder, orphanNumber(number++));
            }
        };
        flood();
        bench.relay.received(9, child); // the child first: it is an orphan among thousands
        flood();
        QVERIFY2(bench.node.mempool.findOrphan(child->wtxid()) != nullptr, "a flood puts out only its own");
        bench.pass(2'000);
        QVERIFY(bench.asked(9) == Items{RelayBench::namedByTxid(parent)});
        flood();
        bench.relay.received(9, parent);
        QVERIFY2(bench.has(parent) && bench.has(child), "no later than without the flood");
        QVERIFY(bench.node.mempool.orphanCount() <= chain::OrphanLimits{}.maxCount);
        QVERIFY(bench.relay.rememberedBytes() < std::size_t(64) << 20);
    }

    /// Hundreds of orphans on one parent: their scripts are work for later, in turns.
    void aParentOfHundredsHoldsNothingUp() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        bench.relay.connected(2, RelayBench::dialledIn());
        const auto parent = spendAll(bench.node.coinbase(1), 100'000, 20);
        for (std::uint32_t i = 0; i < 400; ++i) {
            auto made = spendAll(outputOf(*parent, i % 20), 1'000 + 1'000 * std::int64_t(i / 20));
            bench.relay.received(1, made);
        }
        QCOMPARE(bench.node.mempool.orphanCount(), std::size_t(400));
        bench.checkMs = 10;
        bench.checked = 0;
        bench.relay.received(1, parent);
        QVERIFY2(bench.checked <= 21, qPrintable(QString::number(bench.checked)));
        const auto payment = spendAll(bench.node.coinbase(2), 1'000);
        bench.relay.received(2, payment);
        QVERIFY(bench.has(payment));
        bench.pass(60'000);
        QVERIFY(bench.node.mempool.orphanCount() < 20);
    }

    // --- time

    /// A peer that sends thousands of hard transactions does not hold the thread.
    void hardTransactionsAreCheckedInTurns() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        bench.relay.connected(2, RelayBench::dialledIn());
        bench.checkMs = 25;
        const std::int64_t before = bench.node.memory.clock.steadyMs();
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        for (std::uint32_t i = 0; i < 1'000; ++i)
            bench.relay.received(1, orphanNumber(i));
        QVERIFY(bench.node.memory.clock.steadyMs() - before <= 150);
        bench.relay.received(2, payment);
        QVERIFY2(bench.has(payment), "at once");
        const int checked = bench.checked;
        const std::int64_t since = bench.node.memory.clock.steadyMs();
        bench.pass(10'000);
        const std::int64_t passed = bench.node.memory.clock.steadyMs() - since;
        QVERIFY2(bench.checked - checked <= passed / 4 / 25 + 10, qPrintable(QString::number(bench.checked)));
        QVERIFY(bench.checked - checked >= 50);
    }

    void strangersAreIgnored() {
        RelayBench bench;
        bench.announce(7, RelayBench::numbered(0, 1));
        bench.relay.received(7, spendAll(bench.node.coinbase(1), 1'000));
        bench.relay.asked(7, RelayBench::numbered(0, 1));
        bench.relay.mempoolAsked(7);
        bench.relay.feeFilter(7, 5);
        bench.relay.gone(7);
        bench.pass(1'000);
        QCOMPARE(bench.checked, 0);
        QVERIFY(bench.out.take().empty());
    }

    void memoryIsBounded() {
        RelayBench bench;
        for (PeerId peer = 1; peer <= 100; ++peer) {
            bench.relay.connected(peer, RelayBench::dialledIn());
            bench.announce(peer, RelayBench::numbered(std::uint32_t(peer) * 100'000, 10'000));
            bench.relay.asked(peer, RelayBench::numbered(0, 50'000));
        }
        QVERIFY2(bench.relay.rememberedBytes() < std::size_t(64) << 20,
                 qPrintable(QString::number(bench.relay.rememberedBytes())));
        for (PeerId peer = 1; peer <= 100; ++peer)
            bench.relay.gone(peer);
        QVERIFY(bench.relay.rememberedBytes() < std::size_t(1) << 20);
        QVERIFY(bench.relay.isIdle());
    }
};

CAIRN_TEST(TransactionRelayTest)
#include "TransactionRelayTest.moc"
