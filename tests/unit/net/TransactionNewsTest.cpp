#include "net/relay/TransactionNews.h"
#include "support/TestProgram.h"

#include "support/MempoolBench.h"

#include <QtTest>

#include <set>

using primitives::TransactionRef;
using support::MempoolBench;
using support::outputOf;
using support::spendAll;
using Items = std::vector<net::wire::InventoryItem>;

namespace {

net::wire::InventoryItem byWtxid(const TransactionRef& transaction) {
    return {net::wire::ItemKind::WtxId, transaction->wtxid().bytes()};
}

/// `count` payments that wait, from `coins` outputs of the first coinbases, each with its own fee.
std::vector<TransactionRef> manyWaiting(MempoolBench& bench, int count) {
    std::vector<TransactionRef> out;
    for (std::int32_t height = 1; int(out.size()) < count; ++height) {
        const auto fan = spendAll(bench.coinbase(height), 500'000, 24);
        require(bench.offer(fan).empty());
        out.push_back(fan);
        for (std::uint32_t i = 0; i < 24 && int(out.size()) < count; ++i) {
            out.push_back(spendAll(outputOf(*fan, i), 1'000 + 10 * std::int64_t(out.size())));
            require(bench.offer(out.back()).empty());
        }
    }
    return out;
}

} // namespace

class TransactionNewsTest : public QObject {
    Q_OBJECT

private slots:
    void batchesComeAtRandomTimes() {
        net::TransactionNews news({.meanMs = 5'000}, true, 3, 0);
        int batches = 0;
        for (std::int64_t nowMs = 0; nowMs < 1'000'000; nowMs += 100)
            batches += news.isDue(nowMs) ? 1 : 0;
        QVERIFY2(batches > 150 && batches < 250, qPrintable(QString::number(batches)));
    }

    void namesAsNegotiated() {
        MempoolBench bench;
        const auto payment = spendAll(bench.coinbase(1), 1'000);
        QCOMPARE(support::offer(bench, payment), "");
        for (const bool wtxid : {false, true}) {
            net::TransactionNews news({}, wtxid, 1, 0);
            news.add(*payment);
            const Items items = news.take(bench.mempool, 0);
            QCOMPARE(items.size(), std::size_t(1));
            QVERIFY(items[0].kind == (wtxid ? net::wire::ItemKind::WtxId : net::wire::ItemKind::Transaction));
            QVERIFY(items[0].hash == (wtxid ? payment->wtxid().bytes() : payment->txid().bytes()));
        }
    }

    void thoseThatPayMostGoFirstAndParentsBeforeThem() {
        MempoolBench bench;
        const auto cheap = spendAll(bench.coinbase(1), 1'000);
        const auto dear = spendAll(bench.coinbase(2), 9'000);
        const auto parent = spendAll(bench.coinbase(3), 2'000);
        const auto child = spendAll(outputOf(*parent), 90'000);
        const auto other = spendAll(bench.coinbase(4), 5'000);
        net::TransactionNews news({}, true, 1, 0);
        for (const auto& transaction : {cheap, dear, parent, child, other}) {
            QCOMPARE(support::offer(bench, transaction), "");
            news.add(*transaction);
        }
        const Items items = news.take(bench.mempool, 0);
        const Items wanted{byWtxid(parent), byWtxid(child), byWtxid(dear), byWtxid(other), byWtxid(cheap)};
        QVERIFY(items == wanted);
        QCOMPARE(news.waiting(), std::size_t(0));
    }

    /// The row: news beyond 1 000 ids were lost in silence.
    void nothingBeyondABatchIsLost() {
        MempoolBench bench({}, 130);
        const auto all = manyWaiting(bench, 2'700);
        net::TransactionNews news({}, true, 1, 0);
        for (const auto& transaction : all)
            news.add(*transaction);
        std::set<util::ByteArray<32>> told;
        std::vector<std::size_t> sizes;
        while (news.waiting() != 0) {
            const Items items = news.take(bench.mempool, 0);
            sizes.push_back(items.size());
            for (const auto& item : items) {
                QVERIFY2(told.insert(item.hash).second, "told once");
                const auto* entry = bench.mempool.findByWtxid(primitives::WtxId(item.hash));
                for (const auto& parent : entry->parents)
                    QVERIFY(told.contains(bench.mempool.find(parent)->transaction->wtxid().bytes()));
            }
        }
        QCOMPARE(sizes, (std::vector<std::size_t>{1'000, 1'000, 700}));
        QCOMPARE(told.size(), all.size());
    }

    void leavesOutWhatIsKnownCheapOrGone() {
        MempoolBench bench;
        const auto known = spendAll(bench.coinbase(1), 50'000);
        const auto cheap = spendAll(bench.coinbase(2), 1'000);
        const auto gone = spendAll(bench.coinbase(3), 50'000);
        const auto told = spendAll(bench.coinbase(4), 50'000);
        net::TransactionNews news({}, true, 1, 0);
        const auto knownBefore = spendAll(bench.coinbase(5), 50'000);
        news.knows(*knownBefore);
        for (const auto& transaction : {known, cheap, gone, told, knownBefore}) {
            QCOMPARE(support::offer(bench, transaction), "");
            news.add(*transaction);
        }
        QCOMPARE(news.waiting(), std::size_t(4));
        news.knows(*known);
        bench.mempool.forget(gone->txid());
        QVERIFY(news.take(bench.mempool, 20'000) == Items{byWtxid(told)});
        news.add(*told); // it came again
        QVERIFY(news.take(bench.mempool, 20'000).empty());
    }

    void aCheapParentGoesWithTheChildThatPays() {
        MempoolBench bench;
        const auto parent = spendAll(bench.coinbase(1), 1'000);
        const auto child = spendAll(outputOf(*parent), 200'000);
        net::TransactionNews news({}, true, 1, 0);
        for (const auto& transaction : {parent, child}) {
            QCOMPARE(support::offer(bench, transaction), "");
            news.add(*transaction);
        }
        QVERIFY(news.take(bench.mempool, 20'000) == (Items{byWtxid(parent), byWtxid(child)}));
    }

    void allIsGivenInPartsOnRequest() {
        MempoolBench bench;
        const auto all = manyWaiting(bench, 60);
        net::TransactionNews news({}, true, 1, 0);
        news.add(*all[0]);
        const auto parts = news.all(bench.mempool, 0);
        QCOMPARE(parts.size(), std::size_t(1));
        QCOMPARE(parts[0].items.size(), all.size());
        QCOMPARE(news.waiting(), std::size_t(0));
        QVERIFY(news.all(bench.mempool, 1'000'000'000).empty());
    }
};

CAIRN_TEST(TransactionNewsTest)
#include "TransactionNewsTest.moc"
