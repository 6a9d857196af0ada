#include "net/sync/ChainServer.h"
#include "ExchangeBench.h"
#include "support/TestProgram.h"

#include <QtTest>

using Hashes = std::vector<primitives::BlockHash>;

namespace {

Hashes hashesOf(ExchangeBench& bench, std::int32_t from, std::int32_t to) {
    Hashes out;
    for (; from <= to; ++from)
        out.push_back(bench.node.memory->at(from)->hash());
    return out;
}

net::wire::GetHeaders headersAfterOf(Hashes locator, const primitives::BlockHash& stop = {}) {
    return {net::wire::kProtocolVersion, std::move(locator), stop};
}

net::wire::GetData blockWanted(const primitives::BlockHash& hash,
                               net::wire::ItemKind kind = net::wire::ItemKind::BlockWithWitness) {
    return {{{kind, hash.bytes()}}};
}

/// Replaces the last `depth` blocks by one more; gives the last of those that left.
primitives::BlockHash replaceBranch(ExchangeBench& bench, std::int32_t depth) {
    const auto old = bench.tip();
    const std::int32_t height = bench.node.memory->tip().height() - depth;
    for (const auto& block : bench.node.maker.mineMany(bench.node.memory->at(height)->hash(), depth + 1))
        bench.give(block);
    return old;
}

} // namespace

class ChainServerTest : public QObject {
    Q_OBJECT

private slots:
    void headersAfterTheLastCommonBlock() {
        ExchangeBench bench;
        bench.connect(1);
        const Hashes all = hashesOf(bench, 1, 60);
        bench.send(1, headersAfterOf({all[49], all[10]}));
        QVERIFY(bench.headersTold(1) == hashesOf(bench, 51, 60));
        bench.send(1, headersAfterOf({bench.node.maker.mineOn(all[5])->header.hash(), all[5]}, all[8]));
        QVERIFY(bench.headersTold(1) == hashesOf(bench, 7, 9));
        bench.send(1, headersAfterOf({primitives::BlockHash(util::ByteArray<32>{7})}));
        QVERIFY2(bench.headersTold(1) == all, "nothing in common but genesis");
        bench.send(1, bench.inStep());
        QCOMPARE(bench.sent<net::wire::Headers>(1).size(), std::size_t(1)); // empty: nothing more
    }

    void oneHeaderByItsHash() {
        ExchangeBench bench;
        bench.connect(1);
        bench.send(1, headersAfterOf({}, bench.tip()));
        QVERIFY(bench.headersTold(1) == Hashes{bench.tip()});
        bench.send(1, headersAfterOf({}, primitives::BlockHash(util::ByteArray<32>{7})));
        QVERIFY(bench.sent<net::wire::Headers>(1).empty());
        // A header whose block was never seen stays our secret.
        const auto block = bench.make();
        bench.send(1, net::wire::Headers{{block->header}});
        QVERIFY(bench.node.memory->headers().find(block->header.hash()) != nullptr);
        bench.send(1, headersAfterOf({}, block->header.hash()));
        QVERIFY(bench.sent<net::wire::Headers>(1).empty());
    }

    void twoThousandAtATime() {
        ExchangeBench bench(2'100);
        bench.connect(1);
        bench.send(1, headersAfterOf({bench.node.memory.params.genesisHash}));
        const Hashes first = bench.headersTold(1);
        QVERIFY(first == hashesOf(bench, 1, 2'000));
        bench.send(1, headersAfterOf({first.back()}));
        QVERIFY(bench.headersTold(1) == hashesOf(bench, 2'001, 2'100));
    }

    void fiveHundredNamesAndThenOn() {
        ExchangeBench bench(1'100);
        bench.connect(1);
        bench.forgetSent();
        const auto asks = [&](std::int32_t height, const primitives::BlockHash& stop = {}) {
            bench.send(1, net::wire::GetBlocks{
                              net::wire::kProtocolVersion, {bench.node.memory->at(height)->hash()}, stop});
        };
        asks(1'090);
        QVERIFY(bench.namesTold(1) == hashesOf(bench, 1'091, 1'100));
        asks(1'090, bench.node.memory->at(1'095)->hash());
        QVERIFY2(bench.namesTold(1) == hashesOf(bench, 1'091, 1'094), "up to the stop, without it");
        asks(1'100);
        QVERIFY(bench.sent<net::wire::Inventory>(1).empty());
        asks(0);
        QVERIFY(bench.namesTold(1) == hashesOf(bench, 1, 500));
        bench.send(1, blockWanted(bench.node.memory->at(499)->hash()));
        QVERIFY(bench.namesTold(1).empty());
        bench.send(1, blockWanted(bench.node.memory->at(500)->hash()));
        QVERIFY2(bench.namesTold(1) == Hashes{bench.tip()}, "it may ask on");
        bench.send(1, blockWanted(bench.node.memory->at(500)->hash()));
        QVERIFY(bench.namesTold(1).empty());
    }

    void blocksOfTheBestChainAreGiven() {
        ExchangeBench bench;
        bench.connect(1);
        bench.send(1, blockWanted(bench.node.memory->at(7)->hash()), blockWanted(bench.tip()));
        QVERIFY(bench.served(1) == (Hashes{bench.node.memory->at(7)->hash(), bench.tip()}));
        bench.send(1, blockWanted(primitives::BlockHash(util::ByteArray<32>{7})));
        QVERIFY(bench.served(1).empty());
        QVERIFY2(bench.sent<net::wire::NotFound>(1).empty(), "as Core: nothing is said of blocks");
    }

    /// No fingerprint: what a node saw long ago tells it from others.
    void leftBranchesAreGivenWhileTheyAreYoung() {
        ExchangeBench bench;
        bench.connect(1);
        const auto old = replaceBranch(bench, 2);
        QVERIFY(!bench.node.memory->isInBestChain(*bench.node.memory->headers().find(old)));
        bench.send(1, blockWanted(old), headersAfterOf({}, old));
        QVERIFY(bench.served(1) == Hashes{old});
        QVERIFY(bench.headersTold(1) == Hashes{old});
        // A month later.
        const std::int64_t later =
            std::int64_t{bench.node.memory->tip().record.header.time} + 31 * 24 * 3'600;
        bench.node.memory.clock.setNow(later);
        bench.give(bench.node.maker.mineOn(bench.tip(), {.time = later}));
        bench.send(1, blockWanted(old), headersAfterOf({}, old));
        QVERIFY(bench.served(1).empty());
        QVERIFY(bench.headersTold(1).empty());
        bench.send(1, blockWanted(bench.node.memory->at(3)->hash()));
        QCOMPARE(bench.served(1).size(), std::size_t(1));
    }

    void branchesThatNeverWereBestAreNotGiven() {
        ExchangeBench bench;
        bench.connect(1);
        const auto side = bench.node.maker.mineOn(bench.node.memory->at(58)->hash());
        const auto taken = bench.node.memory->acceptBlock(side);
        QVERIFY(taken && taken->outcome == chain::BlockOutcome::SideChain);
        bench.send(1, blockWanted(side->header.hash()));
        QVERIFY(bench.served(1).empty());
    }
};

CAIRN_TEST(ChainServerTest)
#include "ChainServerTest.moc"
