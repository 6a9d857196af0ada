#include "chain/ReorganisationBrake.h"

#include "support/MemoryChain.h"
#include "support/RegtestChain.h"
#include "support/TestProgram.h"

#include <QtTest>

using chain::BlockOutcome;
using primitives::BlockRef;
using support::hashOf;

namespace {

constexpr std::int32_t kBrake = 100;

struct BrakeBench {
    explicit BrakeBench(int ownBlocks = 150, chain::ChainOptions options = {.brakeBlocks = kBrake})
        : memory(support::easyCard(), options), maker(memory.params) {
        own = maker.mineMany(memory.params.genesisHash, ownBlocks);
        for (const BlockRef& block : own)
            QVERIFY(memory->acceptBlock(block));
    }
    std::vector<BlockRef> branch(int fork, int count) {
        return maker.mineMany(fork == 0 ? memory.params.genesisHash : hashOf(own[std::size_t(fork - 1)]),
                              count);
    }
    /// The outcome of the last.
    BlockOutcome give(const std::vector<BlockRef>& blocks) {
        BlockOutcome out = BlockOutcome::Known;
        for (const BlockRef& block : blocks) {
            const auto accepted = memory->acceptBlock(block);
            require(accepted.has_value());
            out = accepted->outcome;
        }
        return out;
    }
    [[nodiscard]] bool isOn(const BlockRef& block) { return memory->tip().hash() == hashOf(block); }

    support::MemoryChain memory;
    support::RegtestChain maker;
    std::vector<BlockRef> own;
};

} // namespace

class ReorganisationBrakeTest : public QObject {
    Q_OBJECT
private slots:
    void holdsADeepBranchBack();
    void letsABranchOfTheLimitThrough();
    void staysHeldWhileTheBranchGrows();
    void goesOnOnOurOwnBranch();
    void endsWhenOurChainOvertakes();
    void movesAtOnceWhenReleased();
    void staysHeldAfterARestart();
    void staysHeldAfterAKillAnywhere();
    void holdsInOneBatchToo();
    void holdsNothingInInitialSync();
    void handsAreNotHeld();
    void comesBackFromALongBranchThatFails();
    void comesBackToFewerBlocksOfMoreWork();
    void holdsTwoBranches();
    void followsBlocksThatWaited();
};

void ReorganisationBrakeTest::holdsADeepBranchBack() {
    BrakeBench bench;
    const auto branch = bench.branch(0, 151);
    const auto coins = bench.memory.coins.coins();
    QVERIFY(bench.give({branch.begin(), branch.end() - 1}) == BlockOutcome::SideChain);
    QVERIFY(!bench.memory->heldBranch());
    QVERIFY(bench.give({branch.back()}) == BlockOutcome::Held);
    QVERIFY(bench.isOn(bench.own.back()));
    QVERIFY(bench.memory.coins.coins() == coins);
    const auto held = bench.memory->heldBranch();
    QVERIFY(held.has_value());
    QCOMPARE(held->fork, &bench.memory->headers().genesis());
    QCOMPARE(held->tip->hash(), hashOf(branch.back()));
    QCOMPARE(held->ours, &bench.memory->tip());
    QCOMPARE(held->replacedBlocks, 150);
    QVERIFY(held->tip->chainWork > held->ours->chainWork);
    QVERIFY(bench.give({branch.back()}) == BlockOutcome::Known);
}

void ReorganisationBrakeTest::letsABranchOfTheLimitThrough() {
    BrakeBench bench;
    const auto within = bench.branch(50, 101);
    QVERIFY(bench.give(within) == BlockOutcome::NewTip);
    const auto beyond = bench.maker.mineMany(hashOf(bench.own[49]), 102);
    QVERIFY(bench.give(beyond) == BlockOutcome::Held); // 101 would go now
    QVERIFY(bench.isOn(within.back()));
}

void ReorganisationBrakeTest::staysHeldWhileTheBranchGrows() {
    BrakeBench bench;
    auto branch = bench.branch(10, 141);
    QVERIFY(bench.give(branch) == BlockOutcome::Held);
    const auto more = bench.maker.mineMany(hashOf(branch.back()), 60);
    QVERIFY(bench.give(more) == BlockOutcome::Held);
    QVERIFY(bench.isOn(bench.own.back()));
    QCOMPARE(bench.memory->heldBranch()->tip->hash(), hashOf(more.back()));
    const auto fork = bench.maker.mineMany(hashOf(branch[100]), 110); // and what forks off it
    QVERIFY(bench.give(fork) == BlockOutcome::Held);
    QVERIFY(bench.isOn(bench.own.back()));
}

void ReorganisationBrakeTest::goesOnOnOurOwnBranch() {
    BrakeBench bench;
    QVERIFY(bench.give(bench.branch(0, 170)) == BlockOutcome::Held);
    const auto next = bench.maker.mineMany(hashOf(bench.own.back()), 3);
    QVERIFY(bench.give(next) == BlockOutcome::NewTip);
    QCOMPARE(bench.memory->heldBranch()->replacedBlocks, 153);
    const auto side = bench.maker.mineMany(hashOf(next[0]), 3); // small reorganisations go on, too
    QVERIFY(bench.give(side) == BlockOutcome::NewTip);
    QVERIFY(bench.isOn(side.back()));
}

void ReorganisationBrakeTest::endsWhenOurChainOvertakes() {
    BrakeBench bench;
    const auto branch = bench.branch(0, 152);
    QVERIFY(bench.give(branch) == BlockOutcome::Held);
    auto next = bench.maker.mineMany(hashOf(bench.own.back()), 3);
    QVERIFY(bench.give(next) == BlockOutcome::NewTip);
    QVERIFY(!bench.memory->heldBranch());
    // It is ahead again: held again.
    QVERIFY(bench.give(bench.maker.mineMany(hashOf(branch.back()), 2)) == BlockOutcome::Held);
    QVERIFY(bench.isOn(next.back()));
}

void ReorganisationBrakeTest::movesAtOnceWhenReleased() {
    BrakeBench bench;
    const auto branch = bench.branch(5, 150);
    QVERIFY(bench.give(branch) == BlockOutcome::Held);
    QVERIFY(!bench.memory->release(hashOf(bench.own[20]))); // not held
    QVERIFY(!bench.memory->release(primitives::BlockHash()));
    const auto moved = bench.memory->release(hashOf(branch[7])); // any block of it names it
    QVERIFY(moved.has_value());
    QCOMPARE(moved->disconnected.size(), std::size_t(145));
    QCOMPARE(moved->connected.size(), std::size_t(150));
    QVERIFY(bench.isOn(branch.back()));
    QVERIFY(!bench.memory->heldBranch());
    bench.memory.reopen();
    QVERIFY(bench.isOn(branch.back()));
    QVERIFY(!bench.memory->heldBranch());
}

void ReorganisationBrakeTest::staysHeldAfterARestart() {
    BrakeBench bench;
    const auto branch = bench.branch(0, 151);
    QVERIFY(bench.give(branch) == BlockOutcome::Held);
    for (int i = 0; i < 2; ++i) {
        bench.memory.reopen();
        QVERIFY(bench.isOn(bench.own.back()));
        QCOMPARE(bench.memory->heldBranch()->replacedBlocks, 150);
        bench.memory->setBrake(std::nullopt); // initial sync: the node was off for long
        QVERIFY(bench.give({bench.maker.mineOn(branch.back())}) == BlockOutcome::Held);
        QVERIFY(bench.isOn(bench.own.back()));
    }
    QVERIFY(bench.memory->release(hashOf(branch[0])));
    QCOMPARE(bench.memory->tip().height(), 152);
}

/// Every commit on the way to a held branch, and away from it, is one after which the program may die.
void ReorganisationBrakeTest::staysHeldAfterAKillAnywhere() {
    for (const bool isImport : {false, true}) {
        BrakeBench bench(150, {.flushEveryChange = !isImport,
                               .maxPendingBytes = 4'000,
                               .maxUnsettledBytes = 16'000,
                               .maxReorganisationBytes = 8'000,
                               .brakeBlocks = kBrake});
        QVERIFY(bench.memory->flush());
        const auto branch = bench.branch(0, 160);
        for (std::size_t i = 0; i < branch.size(); ++i) {
            QVERIFY(bench.memory->acceptBlock(branch[i]));
            if (i % 7 != 0 && i + 12 < branch.size()) continue;
            bench.memory.reopen(); // without a flush
            QCOMPARE(bench.memory->tip().height(), 150);
            QVERIFY(bench.isOn(bench.own.back()));
            for (std::size_t again = 0; again <= i; ++again) // what was not written comes again
                QVERIFY(bench.memory->acceptBlock(branch[again]));
        }
        QVERIFY(bench.memory->heldBranch());
        // A release that dies on its way is one valid chain or another, and ends where it was meant to.
        bench.memory.blocks.commitsBeforeFailure = 3;
        QVERIFY(!bench.memory->release(hashOf(branch.back())));
        bench.memory.reopen();
        if (bench.memory->heldBranch()) QVERIFY(bench.memory->release(hashOf(branch.back())));
        QVERIFY(bench.isOn(branch.back()));
    }
}

void ReorganisationBrakeTest::holdsInOneBatchToo() {
    BrakeBench bench(0);
    auto all = bench.branch(0, 150);
    const auto branch = bench.branch(0, 151);
    const BlockRef last = all.back();
    all.insert(all.end(), branch.begin(), branch.end());
    const auto taken = bench.memory->acceptBlocks(all);
    QVERIFY(taken.has_value());
    QVERIFY(**(taken->each.end() - 1) == BlockOutcome::Held);
    QVERIFY(bench.isOn(last));
    QVERIFY(bench.memory->heldBranch());
}

void ReorganisationBrakeTest::holdsNothingInInitialSync() {
    BrakeBench bench;
    bench.memory->setBrake(std::nullopt);
    const auto branch = bench.branch(0, 151);
    QVERIFY(bench.give(branch) == BlockOutcome::NewTip);
    bench.memory->setBrake(kBrake);
    QVERIFY(bench.give(bench.maker.mineMany(hashOf(bench.own.back()), 2)) == BlockOutcome::Held);
    QVERIFY(bench.isOn(branch.back()));
}

void ReorganisationBrakeTest::handsAreNotHeld() {
    BrakeBench bench;
    const auto branch = bench.branch(0, 151);
    QVERIFY(bench.give(branch) == BlockOutcome::Held);
    // Leaving our own chain by hand makes the other the best, and nothing of ours goes any more.
    QVERIFY(bench.memory->invalidate(hashOf(bench.own[0])));
    QVERIFY(bench.isOn(branch.back()));
    QVERIFY(!bench.memory->heldBranch());
    const auto more = bench.maker.mineMany(hashOf(bench.own.back()), 5);
    QVERIFY(!bench.memory->acceptBlock(more[0])); // on what was left by hand
    QVERIFY(bench.memory->reconsider(hashOf(bench.own[0])));
    QVERIFY(bench.give(more) == BlockOutcome::Held);    // 151 would go
    QVERIFY(bench.memory->reconsider(hashOf(more[0]))); // asked for by hand
    QVERIFY(bench.isOn(more.back()));
    QVERIFY(bench.memory->invalidate(hashOf(bench.own[1])));
    QVERIFY(bench.isOn(branch.back()));
}

/// Blocks that fail high up a long branch: going back is no reorganisation of its own.
void ReorganisationBrakeTest::comesBackFromALongBranchThatFails() {
    BrakeBench bench(300);
    auto branch = bench.branch(205, 150);
    branch.push_back(bench.maker.mineOn(branch.back(), {.fees = primitives::Amount(1)}));
    // The whole branch becomes known at once: its first block comes last.
    for (std::size_t i = 1; i < branch.size(); ++i)
        QVERIFY(bench.memory->acceptHeader(branch[i - 1]->header) && bench.memory->acceptBlock(branch[i]));
    const auto taken = bench.memory->acceptBlock(branch[0]);
    QVERIFY(taken.has_value());
    QVERIFY(bench.isOn(*(branch.end() - 2))); // 355 blocks are good, and 95 of ours went
    QVERIFY(!bench.memory->heldBranch());

    BrakeBench other(300);
    auto bad = other.branch(205, 94);
    bad.push_back(other.maker.mineOn(bad.back(), {.fees = primitives::Amount(1)}));
    bad.push_back(other.maker.mineOn(bad.back()));
    for (const BlockRef& block : bad)
        static_cast<void>(other.memory->acceptBlock(block));
    QVERIFY(other.isOn(other.own.back()));
    QVERIFY(!other.memory->heldBranch());
}

/// More than a hundred easy blocks are put on before one fails; our few hard ones, which went for them, are
/// the best again: that is no branch to hold.
void ReorganisationBrakeTest::comesBackToFewerBlocksOfMoreWork() {
    BrakeBench bench(200);
    const auto workAt = [&](const BlockRef& block) {
        return bench.maker.headers().find(hashOf(block))->chainWork.low64();
    };
    const BlockRef fork = bench.own.back();
    const std::uint64_t easy = workAt(fork) - workAt(bench.own[198]);
    BlockRef last = fork;
    for (int i = 0; i < 100; ++i) { // ten quick ones make the last ten harder
        const std::int64_t gap = i >= 80 && i < 90 ? 4 : 10;
        last = bench.maker.mineOn(last, {.time = std::int64_t{last->header.time} + gap});
        QVERIFY(bench.memory->acceptBlock(last)->outcome == BlockOutcome::NewTip);
    }
    const auto count = static_cast<int>((workAt(last) - workAt(fork)) / easy);
    QVERIFY(count > kBrake);
    auto branch = bench.maker.mineMany(hashOf(fork), count);
    QVERIFY(bench.give(branch) == BlockOutcome::SideChain);
    const auto bad =
        bench.memory->acceptBlock(bench.maker.mineOn(branch.back(), {.fees = primitives::Amount(1)}));
    QVERIFY(!bad);
    QVERIFY(bench.isOn(last));
    QVERIFY(!bench.memory->heldBranch());
}

void ReorganisationBrakeTest::holdsTwoBranches() {
    BrakeBench bench;
    const auto first = bench.branch(0, 155);
    const auto second = bench.branch(20, 150);
    QVERIFY(bench.give(first) == BlockOutcome::Held);
    QVERIFY(bench.give(second) == BlockOutcome::Held);
    QCOMPARE(bench.memory->heldBranch()->tip->hash(), hashOf(second.back()));
    QVERIFY(bench.memory->release(hashOf(first[3]))); // the other one
    QVERIFY(bench.isOn(first.back()));
    QCOMPARE(bench.memory->heldBranch()->replacedBlocks, 155); // they fork at genesis
    bench.memory.reopen();
    QVERIFY(bench.isOn(first.back()));
    QVERIFY(bench.memory->heldBranch());
    QVERIFY(bench.memory->release(hashOf(second[0])));
    QVERIFY(bench.isOn(second.back()));
}

void ReorganisationBrakeTest::followsBlocksThatWaited() {
    BrakeBench bench;
    const auto branch = bench.branch(0, 151);
    for (std::size_t i = 1; i < branch.size(); ++i)
        QVERIFY(bench.memory->acceptBlock(branch[i])->outcome == BlockOutcome::Waiting);
    QVERIFY(bench.memory->acceptBlock(branch[0])->outcome == BlockOutcome::Held);
    QVERIFY(bench.isOn(bench.own.back()));
    QCOMPARE(bench.memory->heldBranch()->tip->height(), 151);
}

CAIRN_TEST(ReorganisationBrakeTest)
#include "ReorganisationBrakeTest.moc"
