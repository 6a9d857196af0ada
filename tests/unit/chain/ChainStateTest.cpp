#include "chain/ChainState.h"
#include "support/TestProgram.h"

#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

using chain::BlockOutcome;
using primitives::BlockHash;
using primitives::BlockRef;
using support::BlockPlan;
using support::hashOf;

namespace {

/// A chain and somebody who makes blocks for it.
struct Bench {
    explicit Bench(chain::ChainOptions options = {})
        : memory(support::easyCard(), options), maker(memory.params) {}

    BlockOutcome take(const BlockRef& block) {
        auto accepted = memory->acceptBlock(block);
        if (!accepted) {
            const auto* rejection = std::get_if<consensus::Rejection>(&accepted.error());
            reason = rejection != nullptr ? consensus::toString(*rejection) : "disk";
            return BlockOutcome::Known;
        }
        reason.clear();
        change = std::move(accepted->change);
        return accepted->outcome;
    }
    void takeAll(const std::vector<BlockRef>& blocks) {
        for (const BlockRef& block : blocks)
            take(block);
    }
    BlockHash genesis() { return memory.params.genesisHash; }
    BlockHash tip() { return memory->tip().hash(); }

    support::MemoryChain memory;
    support::RegtestChain maker;
    chain::ChainChange change; ///< of the last block taken
    std::string reason;        ///< why it was not
};

std::vector<BlockHash> hashes(const std::vector<chain::ConnectedBlock>& blocks) {
    std::vector<BlockHash> out;
    for (const auto& block : blocks)
        out.push_back(block.hash);
    return out;
}

std::vector<BlockHash> hashes(const std::vector<chain::DisconnectedBlock>& blocks) {
    std::vector<BlockHash> out;
    for (const auto& block : blocks)
        out.push_back(block.hash);
    return out;
}

BlockPlan overpaid() {
    return {.fees = primitives::Amount(1)};
}

} // namespace

class ChainStateTest : public QObject {
    Q_OBJECT

private slots:
    void startsWithGenesis() {
        Bench bench;
        QCOMPARE(bench.memory->tip().height(), 0);
        QVERIFY(bench.memory.blocks.best == std::vector{bench.genesis()});
        QVERIFY(bench.memory.coins.coins().empty()); // its output is no coin
        const auto output = support::coinbaseOf(bench.memory.params.genesis);
        QVERIFY(!*bench.memory->coin(output.outpoint));
    }

    void extendsTheTip() {
        Bench bench;
        const BlockRef block = bench.maker.mineOn(bench.genesis());
        QVERIFY(bench.take(block) == BlockOutcome::NewTip);
        QVERIFY(hashes(bench.change.connected) == std::vector{hashOf(block)});
        QVERIFY(bench.change.disconnected.empty());
        QVERIFY(bench.change.connected[0].block == block);
        QVERIFY(bench.change.connected[0].undo != nullptr);
        const auto coin = bench.memory->coin(support::coinbaseOf(block).outpoint);
        QVERIFY(coin && *coin && (*coin)->fromCoinbase && (*coin)->height == 1);
        QVERIFY(bench.take(block) == BlockOutcome::Known && bench.reason.empty());
        QCOMPARE(bench.memory->tip().facts.transactionCount, 1);
        QVERIFY(bench.memory->tip().facts.minerScript == support::testScript());
    }

    void keepsTheFirstOfTwoEqualBranches() {
        Bench bench;
        const auto first = bench.maker.mineMany(bench.genesis(), 2);
        const auto second = bench.maker.mineMany(bench.genesis(), 2);
        bench.takeAll(first);
        QVERIFY(bench.take(second[0]) == BlockOutcome::SideChain);
        QVERIFY(bench.take(second[1]) == BlockOutcome::SideChain);
        QVERIFY(bench.tip() == hashOf(first[1]));
        bench.memory.reopen();
        QVERIFY(bench.tip() == hashOf(first[1]));
    }

    void reorganisesToMoreWork() {
        Bench bench;
        const auto first = bench.maker.mineMany(bench.genesis(), 2);
        const auto second = bench.maker.mineMany(bench.genesis(), 3);
        bench.takeAll(first);
        bench.takeAll({second[0], second[1]});
        bench.memory.reopen(); // bodies and undo data come from the store
        QVERIFY(bench.take(second[2]) == BlockOutcome::NewTip);
        QVERIFY(hashes(bench.change.disconnected) == (std::vector{hashOf(first[1]), hashOf(first[0])}));
        QVERIFY(hashes(bench.change.connected) ==
                (std::vector{hashOf(second[0]), hashOf(second[1]), hashOf(second[2])}));
        QCOMPARE(bench.memory.coins.coins().size(), std::size_t(3));
        QVERIFY(bench.memory->at(2) == bench.memory->headers().find(hashOf(second[1])));
        QVERIFY(bench.memory->at(4) == nullptr);
    }

    void keepsBlocksAsideUntilTheirParentsCome() {
        Bench bench;
        const auto blocks = bench.maker.mineMany(bench.genesis(), 4);
        for (const std::size_t i : {3U, 1U, 2U})
            QVERIFY(bench.take(blocks[i]) == BlockOutcome::Waiting);
        QVERIFY(bench.take(blocks[0]) == BlockOutcome::NewTip);
        QCOMPARE(bench.change.connected.size(), std::size_t(4));
        QVERIFY(bench.tip() == hashOf(blocks[3]));
    }

    void connectsBodiesThatComeInAnyOrder() {
        Bench bench;
        const auto blocks = bench.maker.mineMany(bench.genesis(), 3);
        for (const BlockRef& block : blocks)
            QVERIFY(bench.memory->acceptHeader(block->header));
        QVERIFY(bench.memory->missingBodies(2) == (std::vector{hashOf(blocks[0]), hashOf(blocks[1])}));
        QVERIFY(bench.take(blocks[2]) == BlockOutcome::SideChain);
        QVERIFY(bench.memory->missingBodies(9) == (std::vector{hashOf(blocks[0]), hashOf(blocks[1])}));
        QVERIFY(bench.take(blocks[1]) == BlockOutcome::SideChain);
        QCOMPARE(bench.memory->tips().front().status, "headers-only");
        bench.memory.reopen();
        QVERIFY(bench.take(blocks[0]) == BlockOutcome::NewTip);
        QVERIFY(bench.tip() == hashOf(blocks[2]));
        QVERIFY(bench.memory->missingBodies(9).empty());
    }

    void restoresTheTipWhenABranchFails() {
        Bench bench;
        const auto good = bench.maker.mineMany(bench.genesis(), 3);
        bench.takeAll(good);
        const auto start = bench.maker.mineMany(bench.genesis(), 2);
        const BlockRef bad = bench.maker.mineOn(start[1], overpaid());
        const BlockRef onBad = bench.maker.mineOn(bad);
        bench.takeAll({start[0], start[1], bad});
        QVERIFY(bench.reason.empty()); // not looked at so closely yet
        const auto coins = bench.memory.coins.coins();
        bench.take(onBad);
        QCOMPARE(bench.reason, std::string("bad-cb-amount"));
        QVERIFY(bench.tip() == hashOf(good[2]));
        QVERIFY(bench.memory.coins.coins() == coins);
        QVERIFY(bench.memory->headers().find(hashOf(bad))->record.status == chain::BlockStatus::Invalid);
        QVERIFY(bench.memory->headers().find(hashOf(onBad))->record.status ==
                chain::BlockStatus::InvalidAncestor);
        QVERIFY(bench.memory->headers().find(hashOf(start[1]))->record.status ==
                chain::BlockStatus::Connected);
        bench.take(bad);
        QCOMPARE(bench.reason, std::string("duplicate-invalid"));
        bench.take(bench.maker.mineOn(bad));
        QCOMPARE(bench.reason, std::string("bad-prevblk"));
        bench.memory.reopen();
        QVERIFY(bench.memory->headers().find(hashOf(onBad))->isInvalid());
    }

    void movesToTheGoodPartOfABranch() {
        Bench bench;
        bench.takeAll(bench.maker.mineMany(bench.genesis(), 1));
        const auto start = bench.maker.mineMany(bench.genesis(), 2);
        const BlockRef bad = bench.maker.mineOn(start[1], overpaid());
        QVERIFY(bench.take(bad) == BlockOutcome::Waiting);
        QVERIFY(bench.take(start[1]) == BlockOutcome::Waiting);
        QVERIFY(bench.take(start[0]) == BlockOutcome::NewTip);
        QVERIFY(bench.tip() == hashOf(start[1]));
        QVERIFY(hashes(bench.change.connected) == (std::vector{hashOf(start[0]), hashOf(start[1])}));
        QCOMPARE(bench.change.disconnected.size(), std::size_t(1));
    }

    void invalidatesAndReconsiders() {
        Bench bench;
        const auto main = bench.maker.mineMany(bench.genesis(), 4);
        const auto side = bench.maker.mineMany(hashOf(main[0]), 2);
        bench.takeAll(main);
        bench.takeAll(side);
        const auto coins = bench.memory.coins.coins();
        const auto away = bench.memory->invalidate(hashOf(main[1]));
        QVERIFY(away);
        QCOMPARE(away->disconnected.size(), std::size_t(3));
        QVERIFY(hashes(away->connected) == (std::vector{hashOf(side[0]), hashOf(side[1])}));
        QVERIFY(bench.tip() == hashOf(side[1]));
        QVERIFY(bench.memory->headers().bestHeader()->hash() == hashOf(side[1]));
        bench.memory.reopen();
        QVERIFY(bench.tip() == hashOf(side[1]));
        const auto leftByHand = [&](const BlockRef& block) {
            return bench.memory->headers().find(hashOf(block))->isLeftByHand();
        };
        QVERIFY(!leftByHand(main[0]) && leftByHand(main[1]) && leftByHand(main[3]) && !leftByHand(side[0]));
        const auto back = bench.memory->reconsider(hashOf(main[2]));
        QVERIFY(back);
        QCOMPARE(back->connected.size(), std::size_t(3));
        QVERIFY(bench.tip() == hashOf(main[3]));
        QVERIFY(bench.memory.coins.coins() == coins);
        QVERIFY(!leftByHand(main[3]));
    }

    void refusesToInvalidateWhatIsNotThere() {
        Bench bench;
        QVERIFY(!bench.memory->invalidate(BlockHash()));
        QVERIFY(!bench.memory->invalidate(bench.genesis()));
        QVERIFY(!bench.memory->reconsider(BlockHash()));
    }

    void goesBackToGenesis() {
        Bench bench;
        const auto blocks = bench.maker.mineMany(bench.genesis(), 3);
        bench.takeAll(blocks);
        QVERIFY(bench.memory->invalidate(hashOf(blocks[0])));
        QVERIFY(bench.tip() == bench.genesis());
        QVERIFY(bench.memory.coins.coins().empty());
        QCOMPARE(bench.memory.blocks.best.size(), std::size_t(1));
    }

    void testsABlockWithoutChanging() {
        Bench bench;
        const primitives::Block draft = bench.maker.draft(bench.genesis());
        QVERIFY(bench.memory->testBlock(draft)); // no work was done
        QCOMPARE(bench.memory->tip().height(), 0);
        QCOMPARE(bench.memory->headers().size(), std::size_t(1));
        const auto bad = bench.memory->testBlock(bench.maker.draft(bench.genesis(), overpaid()));
        QVERIFY(!bad && bad.error().reason == consensus::Reject::CoinbaseAmount);
        bench.takeAll(bench.maker.mineMany(bench.genesis(), 1));
        const auto late = bench.memory->testBlock(draft);
        QVERIFY(!late && late.error().reason == consensus::Reject::PreviousUnknown);
    }

    void tellsTheTips() {
        Bench bench;
        const auto main = bench.maker.mineMany(bench.genesis(), 3);
        const auto stale = bench.maker.mineMany(bench.genesis(), 1);
        const auto once = bench.maker.mineMany(hashOf(main[0]), 1);
        const BlockRef bad = bench.maker.mineOn(main[2], overpaid());
        const BlockRef header = bench.maker.mineOn(once[0]);
        bench.takeAll({main[0], once[0], main[1], main[2], stale[0], bad});
        QVERIFY(bench.memory->acceptHeader(header->header));
        QStringList told;
        for (const chain::ChainTip& tip : bench.memory->tips()) {
            told << QString("%1 %2 %3").arg(tip.height).arg(tip.branchLength).arg(tip.status);
        }
        QCOMPARE(told, (QStringList{"4 1 invalid", "3 0 active", "3 2 headers-only", "1 1 valid-headers"}));
    }

    void findsTheMemoryBoundOfWaitingBlocks() {
        Bench bench({.maxWaitingBytes = 700});
        const auto blocks = bench.maker.mineMany(bench.genesis(), 8);
        for (std::size_t i = 7; i > 0; --i)
            QVERIFY(bench.take(blocks[i]) == BlockOutcome::Waiting);
        bench.take(blocks[0]);
        const int height = bench.memory->tip().height();
        QVERIFY2(height > 1 && height < 8, qPrintable(QString::number(height)));
    }

    void takesManyAtOnceAsOneByOne_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<bool>("flushEveryChange");
        for (const int threads : {0, 1, 3})
            for (const bool each : {false, true})
                QTest::addRow("%d threads, %s", threads, each ? "flushed" : "in memory") << threads << each;
    }
    /// Good payments, a bad signature among them, what builds on it, and another branch that is longer than
    /// what is left.
    void takesManyAtOnceAsOneByOne() {
        QFETCH(int, threads);
        QFETCH(bool, flushEveryChange);
        const consensus::ChainParams params = support::easyCard();
        support::RegtestChain maker(params);
        std::vector<BlockRef> blocks = maker.mineMany(params.genesisHash, 14);
        const auto pay = [&](std::size_t from, std::uint8_t key) {
            const auto coin = support::coinbaseOf(blocks[from]);
            return BlockPlan{.transactions = {support::spend({coin}, {coin.output}, key)}};
        };
        blocks.push_back(maker.mineOn(blocks[13], pay(0, 1)));
        blocks.push_back(maker.mineOn(blocks[14], pay(1, 1)));
        blocks.push_back(maker.mineOn(blocks[15], pay(2, 2))); // signed by another key
        blocks.push_back(maker.mineOn(blocks[16], pay(3, 1)));
        blocks.push_back(maker.mineOn(blocks[17]));
        blocks.push_back(maker.mineOn(blocks[15], pay(4, 1)));
        blocks.push_back(blocks[3]);

        const chain::ChainOptions options{.flushEveryChange = flushEveryChange};
        support::MemoryChain together(params, options, static_cast<std::size_t>(threads));
        const auto accepted = together->acceptBlocks(blocks);
        QVERIFY(accepted);
        QCOMPARE(accepted->each.size(), blocks.size());
        QVERIFY(accepted->change.disconnected.empty());
        QCOMPARE(accepted->change.connected.size(), std::size_t(17));
        QVERIFY(accepted->change.connected.back().hash == hashOf(blocks[19]));
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const auto& outcome = accepted->each[i];
            QCOMPARE(outcome.has_value(), i < 16 || i > 18);
            if (!outcome) continue;
            QVERIFY(*outcome == (i == 20 ? BlockOutcome::Known : BlockOutcome::NewTip));
        }
        QVERIFY(accepted->each[16].error().reason == consensus::Reject::Script);

        support::MemoryChain single(params, options);
        for (const BlockRef& block : blocks)
            static_cast<void>(single->acceptBlock(block));
        for (support::MemoryChain* each : {&together, &single}) {
            QVERIFY((*each)->tip().hash() == hashOf(blocks[19]));
            QVERIFY((*each)->headers().find(hashOf(blocks[16]))->isInvalid());
            const chain::HeaderEntry* above = (*each)->headers().find(hashOf(blocks[18]));
            QVERIFY(above == nullptr || above->isInvalid());
            QVERIFY((*each)->flush());
        }
        QVERIFY(together.coins.coins() == single.coins.coins());
        together.reopen();
        QVERIFY(together->tip().hash() == hashOf(blocks[19]));
        QVERIFY(together->headers().find(hashOf(blocks[16]))->isInvalid());
    }

    void takesTheLastBlockOffWhenItsScriptsFail() {
        Bench bench;
        const auto blocks = bench.maker.mineMany(bench.genesis(), 12);
        bench.takeAll(blocks);
        const auto coin = support::coinbaseOf(blocks[0]);
        const BlockRef bad =
            bench.maker.mineOn(blocks[11], {.transactions = {support::spend({coin}, {coin.output}, 2)}});
        bench.take(bad);
        QVERIFY(!bench.reason.empty());
        QVERIFY(bench.tip() == hashOf(blocks[11]));
        QVERIFY(*bench.memory->coin(coin.outpoint));
        QCOMPARE(bench.memory->headers().find(hashOf(bad))->facts.fees, primitives::Amount());
        QVERIFY(bench.take(bench.maker.mineOn(blocks[11])) == BlockOutcome::NewTip);
        QVERIFY(bench.change.disconnected.empty());
    }
};

CAIRN_TEST(ChainStateTest)
#include "ChainStateTest.moc"
