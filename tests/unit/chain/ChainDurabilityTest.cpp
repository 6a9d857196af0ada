// What is on disk, and what happens when the disk fails.
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"
#include "support/TestProgram.h"

using chain::BlockOutcome;
using primitives::BlockHash;
using primitives::BlockRef;
using support::hashOf;

namespace {

bool isDisk(const chain::BlockError& error) {
    return std::holds_alternative<chain::StoreError>(error);
}

} // namespace

class ChainDurabilityTest : public QObject {
    Q_OBJECT

private slots:
    void commitsEveryChangeAtOnce() {
        support::MemoryChain memory(support::easyCard());
        support::RegtestChain maker(memory.params);
        int commits = memory.blocks.commits;
        for (const BlockRef& block : maker.mineMany(memory.params.genesisHash, 3)) {
            QVERIFY(memory->acceptBlock(block));
            QCOMPARE(memory.blocks.commits, ++commits);
            QVERIFY(memory.blocks.best.back() == hashOf(block));
        }
        const auto longer = maker.mineMany(memory.params.genesisHash, 4);
        for (const BlockRef& block : longer) {
            QVERIFY(memory->acceptBlock(block));
            QCOMPARE(memory.blocks.commits, ++commits); // the reorganisation too
        }
        QCOMPARE(memory.blocks.best.size(), std::size_t(5));
    }

    void batchesAnImport() {
        support::MemoryChain memory(support::easyCard(), {.flushEveryChange = false});
        support::RegtestChain maker(memory.params);
        const int commits = memory.blocks.commits;
        const auto blocks = maker.mineMany(memory.params.genesisHash, 20);
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptBlock(block));
        QCOMPARE(memory.blocks.commits, commits);
        const auto pending = memory->readBlock(hashOf(blocks[7]));
        QVERIFY(pending && *pending == blocks[7]);
        for (const BlockRef& block : maker.mineMany(hashOf(blocks[10]), 10))
            QVERIFY(memory->acceptBlock(block));
        QCOMPARE(memory->tip().height(), 21); // undone from memory
        QVERIFY(memory->setFlushEveryChange(true));
        QCOMPARE(memory.blocks.commits, commits + 1);
        QCOMPARE(memory.coins.coins().size(), std::size_t(21));
        QVERIFY(memory->flush());
        QCOMPARE(memory.blocks.commits, commits + 1); // nothing left
    }

    void flushesAnImportWhenTheCoinsFillTheirBound() {
        constexpr std::size_t kBound = 2'000;
        support::MemoryCoinStore none;
        chain::CoinCache same(none, kBound);
        std::uint32_t fill = 0;
        while (!same.isFull())
            same.add({{}, fill++}, {{primitives::Amount(1), support::testScript()}, 1, true});
        QVERIFY(fill > 2 && fill < 15);
        support::MemoryChain memory(support::easyCard(),
                                    {.coinCacheBytes = kBound, .flushEveryChange = false});
        support::RegtestChain maker(memory.params);
        const int commits = memory.blocks.commits;
        for (const BlockRef& block : maker.mineMany(memory.params.genesisHash, 30))
            QVERIFY(memory->acceptBlock(block));
        QCOMPARE(memory.blocks.commits, commits + 30 / static_cast<int>(fill));
    }

    void writesBodiesOfAnImportAheadOfTheirCoins() {
        support::MemoryChain memory(support::easyCard(),
                                    {.flushEveryChange = false, .maxPendingBytes = 2'000});
        support::RegtestChain maker(memory.params);
        const int commits = memory.blocks.commits;
        const auto blocks = maker.mineMany(memory.params.genesisHash, 30);
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptBlock(block));
        // A block counts twice, for its body and its undo data.
        const auto each = static_cast<int>((2'000 + 2 * blocks[20]->size() - 1) / (2 * blocks[20]->size()));
        QCOMPARE(memory.blocks.commits, commits + 30 / each);
        QCOMPARE(memory.blocks.bodies.size(), static_cast<std::size_t>(1 + 30 / each * each));
        QCOMPARE(memory.blocks.best.size(), std::size_t(1)); // genesis
        QVERIFY(memory.coins.coins().empty());
        QVERIFY(memory->flush());
        QCOMPARE(memory.blocks.best.size(), std::size_t(31));
        QCOMPARE(memory.coins.coins().size(), std::size_t(30));
    }

    void flushesAnImportWhenTooMuchLiesBeyondTheStoredTip() {
        support::MemoryChain memory(
            support::easyCard(),
            {.flushEveryChange = false, .maxPendingBytes = 2'000, .maxUnsettledBytes = 6'000});
        support::RegtestChain maker(memory.params);
        const auto blocks = maker.mineMany(memory.params.genesisHash, 60);
        std::size_t most = 0;
        std::size_t stored = 1;
        for (const BlockRef& block : blocks) {
            QVERIFY(memory->acceptBlock(block));
            stored = std::max(stored, memory.blocks.best.size());
            most = std::max(most, memory.blocks.bodies.size() - memory.blocks.best.size());
        }
        QVERIFY(stored > 40);
        QVERIFY(most > 0);
        QVERIFY(most * 2 * blocks[20]->size() < 6'000);
        QCOMPARE(memory.coins.coins().size(), memory.blocks.best.size() - 1);
    }

    /// Blocks of the stored chain that were told to be invalid while an import runs: a kill finds the old tip
    /// whole, or the new one.
    void leavesTheStoredChainAsAWhole() {
        support::MemoryChain memory(support::easyCard(),
                                    {.flushEveryChange = false, .maxPendingBytes = 2'000});
        support::RegtestChain maker(memory.params);
        const auto trunk = maker.mineMany(memory.params.genesisHash, 20);
        for (const BlockRef& block : trunk)
            QVERIFY(memory->acceptBlock(block));
        QVERIFY(memory->flush());
        QVERIFY(memory->invalidate(hashOf(trunk[15])).has_value());
        for (const BlockRef& block : maker.mineMany(hashOf(trunk[14]), 12)) {
            QVERIFY(memory->acceptBlock(block));
            for (const primitives::BlockHash& hash : memory.blocks.best)
                QVERIFY(memory.blocks.headers.at(hash).status == chain::BlockStatus::Connected);
        }
        memory.reopen(); // killed
        QVERIFY(memory->tip().height() > 20);
    }

    void goesOnAfterAKillFromTheBodiesItHas() {
        support::MemoryChain memory(support::easyCard(),
                                    {.flushEveryChange = false, .maxPendingBytes = 2'000});
        support::RegtestChain maker(memory.params);
        const auto trunk = maker.mineMany(memory.params.genesisHash, 20);
        std::vector<BlockRef> blocks = trunk;
        for (std::size_t i = 0; i < 2; ++i)
            blocks.push_back(maker.mineOn(hashOf(blocks.back()),
                                          {{support::spendAll(support::coinbaseOf(trunk[i]), 1'000)}}));
        for (const BlockRef& block : maker.mineMany(hashOf(blocks.back()), 10))
            blocks.push_back(block);
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptBlock(block));
        const auto checked = memory->signatures().operations();
        QVERIFY(checked > 0);
        const auto written = static_cast<std::int32_t>(memory.blocks.bodies.size()) - 1;
        QCOMPARE(memory.blocks.best.size(), std::size_t(1));
        memory.reopen();
        QCOMPARE(memory->tip().height(), written);
        QVERIFY(written > 22);
        QVERIFY(memory->tip().hash() == hashOf(blocks[static_cast<std::size_t>(written) - 1]));
        QCOMPARE(memory->signatures().operations(), std::uint64_t(0)); // their scripts were checked
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptBlock(block));
        QVERIFY(memory->flush());
        support::MemoryChain straight(memory.params);
        for (const BlockRef& block : blocks)
            QVERIFY(straight->acceptBlock(block));
        QVERIFY(memory.coins.coins() == straight.coins.coins());
        QVERIFY(memory.blocks.best == straight.blocks.best);
        QVERIFY(memory.blocks.undos == straight.blocks.undos);
    }

    void commitsADeepReorganisationInParts() {
        support::MemoryChain memory(support::easyCard(), {.maxReorganisationBytes = 1'000});
        support::RegtestChain maker(memory.params);
        const auto main = maker.mineMany(memory.params.genesisHash, 20);
        const auto side = maker.mineMany(memory.params.genesisHash, 21);
        for (const BlockRef& block : main)
            QVERIFY(memory->acceptBlock(block));
        for (std::size_t i = 0; i < 20; ++i)
            QVERIFY(memory->acceptBlock(side[i]));
        const int commits = memory.blocks.commits;
        const auto accepted = memory->acceptBlock(side[20]);
        QVERIFY(accepted && accepted->outcome == BlockOutcome::NewTip);
        QVERIFY(memory.blocks.commits > commits + 1);
        QCOMPARE(accepted->change.disconnected.size(), std::size_t(20));
        QCOMPARE(accepted->change.connected.size(), std::size_t(21));
        QVERIFY(accepted->change.disconnected.front().block && !accepted->change.disconnected.back().block);
        QVERIFY(accepted->change.connected.front().block && !accepted->change.connected.back().block);
        QVERIFY(accepted->change.connected.back().hash == hashOf(side[20]));
        QCOMPARE(memory.coins.coins().size(), std::size_t(21));
    }

    void goesOnAfterADeepReorganisationFailedHalfway() {
        support::MemoryChain memory(support::easyCard(), {.maxReorganisationBytes = 1'000});
        support::RegtestChain maker(memory.params);
        const auto main = maker.mineMany(memory.params.genesisHash, 20);
        const auto side = maker.mineMany(memory.params.genesisHash, 21);
        for (const BlockRef& block : main)
            QVERIFY(memory->acceptBlock(block));
        for (std::size_t i = 0; i < 20; ++i)
            QVERIFY(memory->acceptBlock(side[i]));
        memory.blocks.commitsBeforeFailure = 2;
        const auto failed = memory->acceptBlock(side[20]);
        QVERIFY(!failed && isDisk(failed.error()));
        QVERIFY(memory->tip().height() < 20);
        QCOMPARE(memory.coins.coins().size(), std::size_t(memory->tip().height()));
        // Any block brings the best branch back, and the caller hears of all of it.
        const auto accepted = memory->acceptBlock(maker.mineOn(memory.params.genesisHash));
        QVERIFY(accepted);
        QVERIFY(memory->tip().height() >= 20);
        const bool isMain = memory->tip().hash() == hashOf(main[19]);
        QCOMPARE(accepted->change.disconnected.size(), std::size_t(isMain ? 0 : 20));
        QCOMPARE(accepted->change.connected.size(), std::size_t(isMain ? 0 : memory->tip().height()));
        QVERIFY(memory->acceptBlock(side[20]));
        QVERIFY(memory->tip().hash() == hashOf(side[20]));
        QCOMPARE(memory.coins.coins().size(), std::size_t(21));
    }

    void keepsTheStateWhenACommitFails_data() {
        QTest::addColumn<int>("branch");
        QTest::newRow("one block more") << 0;
        QTest::newRow("a reorganisation") << 1;
        QTest::newRow("a branch that is invalid") << 2;
        QTest::newRow("a side branch") << 3;
    }

    void keepsTheStateWhenACommitFails() {
        QFETCH(int, branch);
        support::MemoryChain memory(support::easyCard());
        support::RegtestChain maker(memory.params);
        const auto main = maker.mineMany(memory.params.genesisHash, 3);
        for (const BlockRef& block : main)
            QVERIFY(memory->acceptBlock(block));
        BlockRef last = main[2];
        if (branch != 0) last = maker.mineMany(hashOf(main[0]), branch == 3 ? 1 : 2).back();
        if (branch == 1 || branch == 2) {
            const auto side = maker.mineMany(hashOf(main[0]), 2);
            for (const BlockRef& block : side)
                QVERIFY(memory->acceptBlock(block));
            last = side.back();
        }
        const primitives::Amount fees(branch == 2 ? 1 : 0);
        const BlockRef next = branch == 3 ? last : maker.mineOn(last, {.fees = fees});

        const auto coins = memory.coins.coins();
        memory.blocks.failCommits = 2;
        for (int i = 0; i < 2; ++i) {
            const auto failed = memory->acceptBlock(next);
            QVERIFY(!failed && isDisk(failed.error()));
            QVERIFY(memory->tip().hash() == hashOf(main[2]));
            QCOMPARE(memory->at(3), &memory->tip());
            QVERIFY(memory.coins.coins() == coins);
            for (const auto& [outpoint, coin] : coins)
                QVERIFY(*memory->coin(outpoint) == coin);
        }
        const auto accepted = memory->acceptBlock(next);
        QCOMPARE(accepted.has_value(), branch != 2);
        if (branch == 1) QCOMPARE(accepted->change.disconnected.size(), std::size_t(2));
        if (branch == 0) QCOMPARE(accepted->change.connected.size(), std::size_t(1));
        if (branch == 3) QVERIFY(accepted->outcome == BlockOutcome::SideChain);
        const BlockHash tip = memory->tip().hash();
        memory.reopen();
        QVERIFY(memory->tip().hash() == tip);
    }

    void tellsWhatAFailedImportUndid() {
        support::MemoryChain memory(support::easyCard(), {.flushEveryChange = false});
        support::RegtestChain maker(memory.params);
        const auto blocks = maker.mineMany(memory.params.genesisHash, 5);
        for (int i = 0; i < 2; ++i)
            QVERIFY(memory->acceptBlock(blocks[std::size_t(i)]));
        QVERIFY(memory->flush());
        for (int i = 2; i < 4; ++i)
            QVERIFY(memory->acceptBlock(blocks[std::size_t(i)]));
        memory.blocks.failCommits = 1;
        QVERIFY(!memory->flush());
        QCOMPARE(memory->tip().height(), 2);
        QVERIFY(*memory->readBlock(hashOf(blocks[3])) == nullptr);
        QVERIFY(memory->missingBodies(9) == (std::vector{hashOf(blocks[2]), hashOf(blocks[3])}));
        // The next change begins where the caller thinks the chain is: at block 4.
        const auto accepted = memory->acceptBlock(blocks[2]);
        QVERIFY(accepted && accepted->outcome == BlockOutcome::NewTip);
        QVERIFY(accepted->change.connected.empty());
        QCOMPARE(accepted->change.disconnected.size(), std::size_t(1));
        QVERIFY(accepted->change.disconnected[0].hash == hashOf(blocks[3]));
        QVERIFY(accepted->change.disconnected[0].block == blocks[3]);
        QVERIFY(memory->acceptBlock(blocks[3]));
        QVERIFY(memory->acceptBlock(blocks[4]));
        QCOMPARE(memory->tip().height(), 5);
    }

    void survivesACoinStoreThatCannotBeRead() {
        support::MemoryChain memory(support::easyCard());
        support::RegtestChain maker(memory.params);
        const auto blocks = maker.mineMany(memory.params.genesisHash, 11);
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptBlock(block));
        const auto payment = support::spendAll(support::coinbaseOf(blocks[0]), 1'000);
        const BlockRef next = maker.mineOn(blocks.back(), {.transactions = {payment}});
        memory.reopen(); // an empty cache
        memory.coins.failReads = true;
        const auto failed = memory->acceptBlock(next);
        QVERIFY(!failed && isDisk(failed.error()));
        QCOMPARE(memory->tip().height(), 11);
        const auto tested = memory->testBlock(*next);
        QVERIFY(!tested);
        memory.coins.failReads = false;
        QVERIFY(memory->acceptBlock(next));
        QCOMPARE(memory->tip().height(), 12);
    }

    void connectsWhatWasStoredButNotConnected() {
        support::MemoryChain memory(support::easyCard());
        support::RegtestChain maker(memory.params);
        const auto blocks = maker.mineMany(memory.params.genesisHash, 3);
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptBlock(block));
        // As if the program had been ended between the parts of a deep reorganisation.
        chain::ChainBatch batch;
        batch.bestFrom = 2;
        const auto coinbase = [&blocks](std::size_t i) { return support::coinbaseOf(blocks[i]).outpoint; };
        batch.coins = {{coinbase(1), std::nullopt}, {coinbase(2), std::nullopt}};
        QVERIFY(memory.blocks.commit(batch));
        memory.reopen();
        QVERIFY(memory->tip().hash() == hashOf(blocks[2]));
        QCOMPARE(memory.coins.coins().size(), std::size_t(3));
    }

    void refusesADamagedStore_data() {
        QTest::addColumn<int>("damage");
        QTest::newRow("tip without header") << 0;
        QTest::newRow("header without parent") << 1;
        QTest::newRow("another genesis") << 2;
        QTest::newRow("body of the best chain gone") << 3;
    }

    void refusesADamagedStore() {
        QFETCH(int, damage);
        support::MemoryChain memory(support::easyCard());
        support::RegtestChain maker(memory.params);
        const auto blocks = maker.mineMany(memory.params.genesisHash, 3);
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptBlock(block));
        auto& middle = memory.blocks.headers.at(hashOf(blocks[1]));
        if (damage == 0) memory.blocks.best.push_back(BlockHash());
        if (damage == 1) middle.header.previous = BlockHash();
        if (damage == 3) middle.status = chain::BlockStatus::HeaderOnly;
        const consensus::ChainParams other = damage == 2 ? consensus::regtestParams() : memory.params;
        chain::ChainState state(other, memory.blocks, memory.coins, memory.clock, memory.pool, {});
        const auto loaded = state.load();
        QVERIFY(!loaded);
        QVERIFY(loaded.error().kind == chain::StoreError::Kind::Damaged);
        QCOMPARE(state.tip().height(), damage == 3 ? 3 : 0);
    }

    void needsAStoreThatTakesGenesis() {
        support::FakeClock clock;
        support::MemoryCoinStore coins;
        support::MemoryBlockStore blocks(coins);
        util::WorkerPool pool(0);
        const consensus::ChainParams params = support::easyCard();
        chain::ChainState state(params, blocks, coins, clock, pool, {});
        blocks.failCommits = 1;
        QVERIFY(!state.load());
        QVERIFY(state.load());
        QCOMPARE(blocks.best.size(), std::size_t(1));
    }
};

CAIRN_TEST(ChainDurabilityTest)
#include "ChainDurabilityTest.moc"
