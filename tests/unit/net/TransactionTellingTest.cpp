#include "RelayBench.h"
#include "net/relay/TransactionRelay.h"
#include "support/TestProgram.h"

#include <QtTest>

#include <set>

using support::outputOf;
using support::spendAll;
using Items = std::vector<net::wire::InventoryItem>;

/// What TransactionRelay tells and gives of what waits.
class TransactionTellingTest : public QObject {
    Q_OBJECT

private slots:
    // --- telling

    void tellsInBatchesAndNotToWhoToldUs() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, RelayBench::dialledIn());
        net::PeerFacts deaf = RelayBench::dialledIn();
        deaf.relaysTransactions = false;
        bench.relay.connected(3, deaf);
        net::PeerFacts polled = RelayBench::dialled();
        polled.isPolled = true;
        bench.relay.connected(4, polled);
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        bench.relay.received(1, payment);
        QVERIFY(bench.has(payment));
        QCOMPARE(bench.relay.of(2).toAnnounce, std::size_t(1));
        QVERIFY2(bench.told(2).empty(), "not at once");
        bench.pass(60'000);
        QVERIFY(bench.told(2) == Items{RelayBench::named(payment)});
        QVERIFY(bench.told(1).empty() && bench.told(3).empty() && bench.told(4).empty());
        QVERIFY(bench.relay.isIdle());
    }

    /// An orphan of one and the parent of another: each learns what the other brought.
    void eachIsToldWhatOthersBrought() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, RelayBench::dialled());
        const auto parent = spendAll(bench.node.coinbase(1), 1'000);
        const auto child = spendAll(outputOf(*parent), 1'000);
        bench.relay.received(1, child);
        bench.relay.received(2, parent);
        QVERIFY(bench.has(parent) && bench.has(child));
        bench.pass(60'000);
        QVERIFY(bench.told(1) == Items{RelayBench::named(parent)});
        QVERIFY(bench.told(2) == Items{RelayBench::named(child)});
    }

    /// Payments reach those who come late, however many wait.
    void whoComesLateLearnsAllThatWaits() {
        RelayBench bench({}, {}, 80);
        std::set<util::ByteArray<32>> waiting;
        for (std::int32_t height = 1; waiting.size() < 1'500; ++height) {
            const auto fan = spendAll(bench.node.coinbase(height), 500'000, 24);
            bench.pay(fan);
            waiting.insert(fan->wtxid().bytes());
            for (std::uint32_t i = 0; i < 24; ++i) {
                const auto payment = spendAll(outputOf(*fan, i), 1'000);
                bench.pay(payment);
                waiting.insert(payment->wtxid().bytes());
            }
        }
        bench.relay.connected(1, RelayBench::dialledIn());
        bench.pass(60'000);
        std::set<util::ByteArray<32>> told;
        for (const auto& message : bench.sent<net::wire::Inventory>(1)) {
            QVERIFY(message.items.size() <= 1'000);
            for (const auto& item : message.items)
                QVERIFY(told.insert(item.hash).second);
        }
        QVERIFY(told == waiting);
    }

    void belowItsFeeFilterNothingIsTold() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.feeFilter(1, 50'000);
        const auto cheap = spendAll(bench.node.coinbase(1), 1'000);
        const auto dear = spendAll(bench.node.coinbase(2), 100'000);
        bench.pay(cheap);
        bench.pay(dear);
        bench.pass(60'000);
        QVERIFY(bench.told(1) == Items{RelayBench::named(dear)});
        bench.relay.feeFilter(1, -1);
        QCOMPARE(bench.relay.of(1).feePerKvB, 50'000);
        bench.relay.feeFilter(1, 0);
        const auto other = spendAll(bench.node.coinbase(3), 1'000);
        bench.pay(other);
        bench.pass(60'000);
        QVERIFY(bench.told(1) == Items{RelayBench::named(other)});
    }

    void ourFeeIsToldAtOnce() {
        RelayBench bench;
        net::PeerFacts old = RelayBench::dialled();
        old.protocol = 70012;
        bench.relay.connected(1, RelayBench::dialled());
        bench.relay.connected(2, old);
        const auto told = bench.sent<net::wire::FeeFilter>(1);
        QCOMPARE(told.size(), std::size_t(1));
        QCOMPARE(told[0].satoshiPerKvB, 1'000);
        QVERIFY(bench.sent<net::wire::FeeFilter>(2).empty());
        bench.pass(3'600'000);
        QVERIFY(bench.sent<net::wire::FeeFilter>(1).empty());
    }

    void blocksOnlyNeitherAsksNorTakes() {
        RelayBench bench({.relays = false});
        bench.relay.connected(1, RelayBench::dialledIn());
        QVERIFY(bench.sent<net::wire::FeeFilter>(1).empty());
        bench.announce(1, RelayBench::numbered(0, 1));
        QVERIFY(bench.dropped(1));
        RelayBench other({.relays = false});
        other.relay.connected(1, RelayBench::dialledIn());
        other.relay.received(1, spendAll(other.node.coinbase(1), 1'000));
        QVERIFY(other.dropped(1));
        QCOMPARE(other.checked, 0);
        // Ours go out all the same.
        RelayBench own({.relays = false});
        own.relay.connected(1, RelayBench::dialledIn());
        own.pay(spendAll(own.node.coinbase(1), 1'000));
        own.pass(60'000);
        QCOMPARE(own.told(1).size(), std::size_t(1));
    }

    // --- giving

    /// What it was not told of yet it cannot ask for: it would learn when it came.
    void givesWhatWasToldAndOfTheLastBlock() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        bench.pass(30'000);
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        bench.pay(payment);
        const Items names{RelayBench::named(payment)};
        bench.relay.asked(1, names);
        QVERIFY(bench.sent<net::wire::TransactionMessage>(1).empty());
        QVERIFY(bench.items<net::wire::NotFound>(1) == names);
        bench.pass(60'000);
        QVERIFY(bench.told(1) == names);
        bench.relay.asked(1, names);
        auto given = bench.sent<net::wire::TransactionMessage>(1);
        QCOMPARE(given.size(), std::size_t(1));
        QVERIFY(given[0].transaction == payment && given[0].withWitness);
        QVERIFY(bench.items<net::wire::NotFound>(1).empty());
        const Items old{{net::wire::ItemKind::Transaction, payment->txid().bytes()}};
        bench.relay.asked(1, old);
        given = bench.sent<net::wire::TransactionMessage>(1);
        QVERIFY(given.size() == 1 && !given[0].withWitness);
        bench.mine({payment});
        bench.relay.asked(1, names);
        QCOMPARE(bench.sent<net::wire::TransactionMessage>(1).size(), std::size_t(1));
        bench.mine({});
        bench.relay.asked(1, names);
        QVERIFY(bench.sent<net::wire::TransactionMessage>(1).empty());
        QVERIFY(bench.items<net::wire::NotFound>(1) == names);
    }

    void whatWasReplacedIsNotGiven() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        const auto first = spendAll(bench.node.coinbase(1), 1'000);
        bench.pay(first);
        bench.pass(60'000);
        bench.pay(spendAll(bench.node.coinbase(1), 50'000));
        const Items names{RelayBench::named(first),
                          {net::wire::ItemKind::Transaction, first->txid().bytes()}};
        bench.relay.asked(1, names);
        QVERIFY(bench.sent<net::wire::TransactionMessage>(1).empty());
        QVERIFY(bench.items<net::wire::NotFound>(1) == names);
    }

    void givingIsBounded() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        const auto payment = spendAll(bench.node.coinbase(1), 1'000'000, 2'000);
        bench.pay(payment);
        bench.pass(60'000);
        const Items many(10'000, RelayBench::named(payment));
        bench.relay.asked(1, many);
        const auto size = std::size_t(payment->size());
        std::size_t given = bench.sent<net::wire::TransactionMessage>(1).size();
        QVERIFY(given * size <= 8'000'000 + size);
        bench.pass(10'000);
        given = bench.sent<net::wire::TransactionMessage>(1).size();
        QVERIFY2(given * size >= 18'000'000 && given * size <= 21'000'000,
                 qPrintable(QString::number(given)));
    }

    void theWholePoolOnRequest() {
        RelayBench bench;
        bench.relay.connected(1, RelayBench::dialledIn());
        const auto payment = spendAll(bench.node.coinbase(1), 1'000);
        bench.pay(payment);
        bench.relay.mempoolAsked(1);
        QVERIFY(bench.told(1) == Items{RelayBench::named(payment)});
        const Items names{RelayBench::named(payment)};
        bench.relay.asked(1, names);
        QCOMPARE(bench.sent<net::wire::TransactionMessage>(1).size(), std::size_t(1));
        bench.relay.mempoolAsked(1);
        QVERIFY2(bench.told(1).empty(), "not twice in a minute");
        bench.pass(60'000);
        bench.relay.mempoolAsked(1);
        QCOMPARE(bench.told(1).size(), std::size_t(1));
    }
};

CAIRN_TEST(TransactionTellingTest)
#include "TransactionTellingTest.moc"
