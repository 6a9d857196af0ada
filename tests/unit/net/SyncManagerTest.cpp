#include "net/sync/SyncManager.h"

#include "SyncBench.h"
#include "support/TestProgram.h"

using net::Misbehaviour;
using primitives::BlockRef;
using support::hashOf;

class SyncManagerTest : public QObject {
    Q_OBJECT
private slots:
    void fetchesALongChainInWindows();
    void asksOnePeerForHeadersFirst();
    void asksAnotherWhenTheFirstIsSilent();
    void newsOfWhoNeverAnsweredAskAgain();
    void asksForNewsFromTheTip();
    void whoTellsNothingIsKnown();
    void twoEmptyChainsAreInStep();
    void headersWithoutBodiesStopNobody();
    void aSilentPeerIsPassedOver();
    void strangersThatComeAgainSlowNothing();
    void whoHoldsTheWindowUpIsLetGo();
    void aBodyThatNeverComesEndsTheLink();
    void oneBodyOfManyThatNeverComesEndsTheLink();
    void notFoundIsAskedOfAnother();
    void twoMillionHeadersCostNothing();
    void manyFloodsLeaveRoomForTheNextBlock();
    void unconnectingHeadersAreNoFault();
    void headersOutOfRowAreOne();
    void futureTimesAreAClockThatDiffers();
    void dropsWhoSendsAnInvalidHeader();
    void dropsWhoSendsAnInvalidBlock();
    void blamesWhoGaveTheBlockThatFailed();
    void aMutatedBodyCondemnsNoHash();
    void keepsWhoFollowsABranchLeftByHand();
    void takesUnaskedBlocksNearTheTipOnly();
    void letsGoWhoHasNothingToGive();
    void fetchesALongBranchOfProvenWork();
    void ignoresBranchesOfLittleWork();
    void fetchesNothingWhileTheDiskIsFull();
    void knowsWhoHasWhat();
    void compactBlocksTakeOverFlights();
};

void SyncManagerTest::fetchesALongChainInWindows() {
    SyncBench bench;
    const auto blocks = bench.mine(2'300);
    bench.join(1, blocks);
    bench.join(2, blocks);
    QVERIFY(bench.reaches(2'300, 60'000));
    QVERIFY(bench.runUntil([&] { return bench.sync.isIdle(); }, 5'000));
    QVERIFY(bench.drops.empty());
    QVERIFY(bench.parts[1].bodiesAsked > 500 && bench.parts[2].bodiesAsked > 500);
    QCOMPARE(bench.parts[1].bodiesAsked + bench.parts[2].bodiesAsked, 2'300); // each of one peer
    QCOMPARE(bench.sync.of(1).best, &bench.node->tip());
    QCOMPARE(bench.sync.of(1).common, &bench.node->tip());
    QCOMPARE(bench.sync.progress().targetHeight, 2'300);
}

void SyncManagerTest::asksOnePeerForHeadersFirst() {
    SyncBench bench;
    const auto blocks = bench.mine(30);
    bench.join(1, blocks, true).answerMs = 1'000;
    bench.join(2, blocks).answerMs = 1'000;
    bench.join(3, blocks).answerMs = 1'000;
    bench.run(900);
    QCOMPARE(bench.parts[1].headersAsked, 1); // it was there first
    QCOMPARE(bench.parts[2].headersAsked + bench.parts[3].headersAsked, 0);
    QVERIFY(bench.reaches(30, 10'000));
    QVERIFY(bench.parts[2].headersAsked > 0 && bench.parts[3].headersAsked > 0);
}

void SyncManagerTest::asksAnotherWhenTheFirstIsSilent() {
    SyncBench bench;
    const auto blocks = bench.mine(30);
    bench.join(1, {}).givesHeaders = false;
    bench.join(2, blocks);
    QVERIFY(bench.reaches(30, 8'000));
    QVERIFY(!bench.dropOf(1)); // late is no crime
}

/// Two requests once stopped the sync with everybody, for ever.
/// bcoin answers no getheaders while it has nothing itself, and tells of its blocks by `inv` later.
void SyncManagerTest::newsOfWhoNeverAnsweredAskAgain() {
    SyncBench bench;
    const auto blocks = bench.mine(12);
    bench.join(1, {}).givesHeaders = false;
    bench.run(5'000);
    bench.parts[1].chain = blocks;
    bench.parts[1].givesHeaders = true;
    const primitives::BlockHash news = support::hashOf(blocks.back());
    bench.sync.announced(1, {&news, 1});
    QVERIFY(bench.reaches(12, 2'000));
}

/// Whoever tells of a block has it on top of what we have, most likely: no header is sent twice.
void SyncManagerTest::asksForNewsFromTheTip() {
    SyncBench bench;
    const auto blocks = bench.mine(30);
    bench.give({blocks.begin(), blocks.begin() + 29});
    auto& part = bench.join(1, {blocks.begin(), blocks.begin() + 29});
    bench.run(1'000);
    QCOMPARE(bench.headerRequests.size(), std::size_t(1));
    QVERIFY(bench.headerRequests[0].locator.front() == hashOf(blocks[27])); // so that it answers at all
    part.chain = blocks;
    const auto tip = hashOf(blocks.back());
    bench.sync.announced(1, {&tip, 1});
    QVERIFY(bench.reaches(30, 1'000));
    QCOMPARE(bench.headerRequests.size(), std::size_t(2));
    QVERIFY(bench.headerRequests[1].locator.front() == hashOf(blocks[28]));
}

void SyncManagerTest::whoTellsNothingIsKnown() {
    SyncBench bench;
    bench.give(bench.mine(30));
    bench.join(1, {}).givesHeaders = false;
    bench.run(10'000);
    QVERIFY(!bench.sync.of(1).tellsNothing);
    bench.run(11'000);
    QVERIFY(bench.sync.of(1).tellsNothing);
    bench.run(200'000); // nothing is waited for any more
    QVERIFY(bench.sync.of(1).tellsNothing && !bench.dropOf(1));
    bench.sendHeaders(1, bench.mine(1));
    QVERIFY(!bench.sync.of(1).tellsNothing);
}

void SyncManagerTest::twoEmptyChainsAreInStep() {
    SyncBench bench;
    bench.join(1, {});
    bench.run(2'000);
    QCOMPARE(bench.sync.of(1).best, &bench.node->headers().genesis());
}

void SyncManagerTest::headersWithoutBodiesStopNobody() {
    SyncBench bench;
    const auto honest = bench.mine(40);
    const auto heavy = bench.mine(60);
    SyncBench::Part& liar = bench.join(1, heavy);
    liar.givesBodies = false;
    bench.run(1'000);
    QCOMPARE(bench.sync.of(1).best->height(), 60);
    bench.join(2, honest);
    QVERIFY(bench.reaches(40, 10'000));
    // And the chain goes on growing under those headers.
    auto more = bench.mine(5, hashOf(honest.back()));
    auto all = honest;
    all.insert(all.end(), more.begin(), more.end());
    bench.parts[2].chain = all;
    bench.sendHeaders(2, more);
    QVERIFY(bench.reaches(45, 5'000));
}

/// A peer that answers for headers and is silent on bodies, with a chain far below one window.
void SyncManagerTest::aSilentPeerIsPassedOver() {
    for (const bool dialledIn : {false, true}) {
        SyncBench bench;
        const auto blocks = bench.mine(100);
        bench.join(1, blocks, dialledIn).givesBodies = false;
        bench.join(2, blocks);
        QVERIFY(bench.reaches(100, 10'000));
        // The next blocks do not wait for it at all.
        auto grown = blocks;
        for (int i = 0; i < 5; ++i) {
            grown.push_back(bench.mine(1, hashOf(grown.back())).front());
            bench.parts[1].chain = bench.parts[2].chain = grown;
            bench.sendHeaders(1, {grown.back()});
            bench.sendHeaders(2, {grown.back()});
            QVERIFY(bench.reaches(101 + i, 500));
        }
        QVERIFY(!bench.dropOf(2));
    }
}

/// Each block is announced first by a stranger who withholds it, leaves and comes again: the wait is the same
/// each time.
void SyncManagerTest::strangersThatComeAgainSlowNothing() {
    SyncBench bench;
    auto chain = bench.mine(10);
    bench.give(chain);
    bench.join(1, chain);
    bench.run(500);
    for (net::PeerId stranger = 10; stranger < 30; ++stranger) {
        bench.join(stranger, chain).givesBodies = false;
        bench.run(200);
        chain.push_back(bench.mine(1, hashOf(chain.back())).front());
        bench.parts[1].chain = bench.parts[stranger].chain = chain;
        bench.sendHeaders(stranger, {chain.back()});
        bench.run(100);
        bench.sendHeaders(1, {chain.back()});
        QVERIFY(bench.reaches(std::int32_t(chain.size()), 2'500));
        bench.leave(stranger);
    }
    QVERIFY(!bench.dropOf(1));
}

void SyncManagerTest::whoHoldsTheWindowUpIsLetGo() {
    SyncBench bench;
    const auto blocks = bench.mine(1'200);
    bench.join(1, blocks).withheld = {hashOf(blocks[3])};
    bench.join(2, blocks);
    bench.join(3, blocks).withheld = {hashOf(blocks[3])};
    QVERIFY(bench.reaches(1'200, 60'000));
    for (const net::DropPeer& drop : bench.drops) {
        QVERIFY(drop.peer != 2);
        QVERIFY(drop.reason == Misbehaviour::Stalls);
    }
    QVERIFY(!bench.drops.empty());
}

void SyncManagerTest::aBodyThatNeverComesEndsTheLink() {
    SyncBench bench;
    const auto blocks = bench.mine(5);
    bench.join(1, blocks).givesBodies = false;
    QVERIFY(bench.runUntil([&] { return bench.dropOf(1).has_value(); }, 1'200'000));
    QVERIFY(bench.dropOf(1)->reason == Misbehaviour::Stalls);
    QVERIFY(bench.sync.isIdle());
}

/// Also where it gives all others in time.
void SyncManagerTest::oneBodyOfManyThatNeverComesEndsTheLink() {
    SyncBench bench;
    auto chain = bench.mine(20);
    bench.join(1, chain).withheld = {hashOf(chain[7])};
    const bool isGone = bench.runUntil(
        [&] {
            if (bench.node.clock.steadyMs() % 5'000 == 0 && !bench.dropOf(1)) {
                chain.push_back(bench.mine(1, hashOf(chain.back())).front());
                bench.parts[1].chain = chain;
                bench.sendHeaders(1, {chain.back()});
            }
            return bench.dropOf(1).has_value();
        },
        200'000);
    QVERIFY(isGone);
    QVERIFY(bench.dropOf(1)->reason == Misbehaviour::Stalls);
}

void SyncManagerTest::notFoundIsAskedOfAnother() {
    SyncBench bench;
    const auto blocks = bench.mine(50);
    bench.join(1, blocks).saysNotFound = true;
    bench.join(2, blocks);
    QVERIFY(bench.reaches(50, 3'000));
    for (const auto& [hash, times] : bench.parts[1].asked)
        QCOMPARE(times, 1); // it said so once
    QVERIFY(bench.drops.empty());
}

/// 2.1 million headers once took 984 MiB and 114 MB of disk.
void SyncManagerTest::twoMillionHeadersCostNothing() {
    SyncBench bench;
    const auto own = bench.mine(20);
    bench.give(own);
    bench.join(1, own);
    bench.join(2, {}).givesHeaders = false;
    bench.run(500);
    // Headers in a row on top of our tip, with more work than we have; nobody asked.
    primitives::BlockHash last = hashOf(own.back());
    std::vector<primitives::BlockHeader> message;
    for (int sent = 0; sent < 2'100'000; sent += 2'000) {
        if (sent < 40'000) { // then the same again and again: making them costs more than refusing
            message.clear();
            for (const BlockRef& block : bench.maker.mineMany(last, int(net::wire::kMaxHeaders)))
                message.push_back(block->header);
            last = message.back().hash();
        }
        bench.sync.headers(2, message);
    }
    QCOMPARE(bench.node->headers().size(), std::size_t(20'000 + 21));
    QVERIFY(bench.sync.rememberedBytes() < (10U << 20));
    QVERIFY(!bench.dropOf(2));
    QVERIFY(bench.node->flush());
    QCOMPARE(bench.node.blocks.headers.size(), std::size_t(21)); // none of them is on disk
    // The honest peer goes on as if nothing had been.
    auto more = bench.mine(3, hashOf(own.back()));
    auto all = own;
    all.insert(all.end(), more.begin(), more.end());
    bench.parts[1].chain = all;
    bench.sendHeaders(1, more);
    QVERIFY(bench.reaches(23, 3'000));
    bench.leave(2);
    bench.run(200'000);
    QCOMPARE(bench.node->headers().size(), std::size_t(24)); // and they are forgotten
    QCOMPARE(bench.node->headers().bestHeader(), &bench.node->tip());
}

/// Where strangers fill all the room there is for headers, the next block comes all the same.
void SyncManagerTest::manyFloodsLeaveRoomForTheNextBlock() {
    SyncBench bench({.maxHeadersAheadPerPeer = 1'000, .maxHeadersAhead = 2'000});
    auto own = bench.mine(20);
    bench.give(own);
    for (net::PeerId id = 1; id <= 6; ++id) {
        bench.join(id, {}).givesHeaders = false;
        bench.sendHeaders(id, bench.maker.mineMany(hashOf(own.back()), 1'500));
    }
    // Two fill it; each of the others keeps the few that are always its own.
    QCOMPARE(bench.node->headers().size(), std::size_t(21 + 2'000 + 4 * 256));
    bench.join(7, own);
    for (int i = 0; i < 5; ++i) {
        own.push_back(bench.mine(1, hashOf(own.back())).front());
        bench.parts[7].chain = own;
        bench.sendHeaders(7, {own.back()});
        QVERIFY(bench.reaches(21 + i, 1'000));
    }
    for (net::PeerId id = 1; id <= 6; ++id)
        QVERIFY(!bench.dropOf(id));
}

void SyncManagerTest::unconnectingHeadersAreNoFault() {
    SyncBench bench;
    const auto blocks = bench.mine(30);
    bench.join(1, {});
    bench.run(500);
    bench.parts[1].chain = blocks;
    const int asked = bench.parts[1].headersAsked;
    bench.sendHeaders(1, {blocks.back()});
    bench.sendHeaders(1, {blocks.back()}); // while that is under way
    bench.run(20);
    QCOMPARE(bench.parts[1].headersAsked, asked + 1);
    QVERIFY(bench.reaches(30, 3'000));
    QVERIFY(bench.drops.empty());
}

void SyncManagerTest::headersOutOfRowAreOne() {
    SyncBench bench;
    const auto blocks = bench.mine(5);
    bench.join(1, {});
    bench.run(100);
    bench.sendHeaders(1, {blocks[0], blocks[2]});
    bench.run(100);
    QVERIFY(bench.dropOf(1) && bench.dropOf(1)->reason == Misbehaviour::HeadersDoNotConnect);
}

void SyncManagerTest::futureTimesAreAClockThatDiffers() {
    SyncBench bench;
    const auto blocks = bench.mine(3);
    auto ahead = blocks;
    const BlockRef future = bench.maker.mineOn(blocks.back(), {.time = bench.node.clock.now() + 3 * 3600});
    bench.bodies[hashOf(future)] = future;
    ahead.push_back(future);
    bench.join(1, ahead);
    QVERIFY(bench.reaches(3, 3'000));
    QVERIFY(bench.sync.of(1).clockDiffers);
    bench.sync.blocks(1, {&future, 1}); // also as a body
    bench.run(1'000);
    QVERIFY(bench.drops.empty());
    // When its time has come, it is taken.
    bench.node.clock.advance(2 * 3600);
    QVERIFY(bench.reaches(4, 120'000));
    QVERIFY(!bench.sync.of(1).clockDiffers);
}

void SyncManagerTest::dropsWhoSendsAnInvalidHeader() {
    SyncBench bench;
    const auto blocks = bench.mine(3);
    bench.join(1, blocks);
    QVERIFY(bench.reaches(3, 3'000));
    primitives::Block old = bench.maker.draft(hashOf(blocks.back()));
    old.header.time = bench.node.params.genesis->header.time;
    bench.sendHeaders(1, {bench.maker.solve(old)});
    bench.run(50);
    QVERIFY(bench.dropOf(1) && bench.dropOf(1)->reason == Misbehaviour::InvalidHeader);
    QVERIFY(bench.dropOf(1)->rejection->reason == consensus::Reject::TimeTooOld);
}

void SyncManagerTest::dropsWhoSendsAnInvalidBlock() {
    SyncBench bench;
    auto blocks = bench.mine(3);
    const BlockRef greedy = bench.maker.mineOn(blocks.back(), {.fees = primitives::Amount(1)});
    bench.bodies[hashOf(greedy)] = greedy;
    auto bad = blocks;
    bad.push_back(greedy);
    bench.join(1, bad);
    bench.join(2, blocks);
    QVERIFY(bench.reaches(3, 3'000));
    bench.run(1'000);
    QVERIFY(bench.dropOf(1) && bench.dropOf(1)->reason == Misbehaviour::InvalidBlock);
    QVERIFY(bench.dropOf(1)->rejection->reason == consensus::Reject::CoinbaseAmount);
    QVERIFY(!bench.dropOf(2));
}

/// Two give one branch; the block that fails when the other's makes it the best came from the first.
void SyncManagerTest::blamesWhoGaveTheBlockThatFailed() {
    SyncBench bench;
    const auto own = bench.mine(3);
    bench.give(own);
    const BlockRef bad = bench.maker.mineOn(own[1], {.fees = primitives::Amount(1)});
    const BlockRef top = bench.maker.mineOn(bad);
    bench.join(1, own);
    bench.join(2, own, true);
    bench.run(500);
    bench.sync.blocks(1, {&bad, 1}); // as much work as our tip: stored
    bench.run(50);
    QVERIFY(bench.drops.empty());
    bench.sync.blocks(2, {&top, 1});
    bench.run(50);
    QVERIFY(bench.dropOf(1) && bench.dropOf(1)->reason == Misbehaviour::InvalidBlock);
    QVERIFY(!bench.dropOf(2));
    QCOMPARE(bench.node->tip().hash(), hashOf(own.back()));
}

void SyncManagerTest::aMutatedBodyCondemnsNoHash() {
    SyncBench bench;
    const auto blocks = bench.mine(20);
    bench.join(1, blocks).spoil = [](const BlockRef& block) {
        auto spoiled = *block;
        spoiled.transactions.push_back(spoiled.transactions.front());
        return std::make_shared<const primitives::Block>(spoiled);
    };
    bench.join(2, blocks);
    QVERIFY(bench.reaches(20, 10'000));
    QVERIFY(bench.dropOf(1) && bench.dropOf(1)->reason == Misbehaviour::MutatedBlock);
    QVERIFY(!bench.dropOf(2));
}

void SyncManagerTest::keepsWhoFollowsABranchLeftByHand() {
    SyncBench bench;
    const auto blocks = bench.mine(5);
    bench.join(1, blocks);
    QVERIFY(bench.reaches(5, 3'000));
    QVERIFY(bench.node->invalidate(hashOf(blocks[2])));
    bench.sync.chainChanged();
    auto grown = blocks;
    const auto more = bench.mine(2, hashOf(blocks.back()));
    grown.insert(grown.end(), more.begin(), more.end());
    bench.parts[1].chain = grown;
    bench.sendHeaders(1, more);
    bench.run(5'000);
    QVERIFY(bench.drops.empty());
    QVERIFY(bench.sync.of(1).isOnLeftBranch);
    QCOMPARE(bench.node->tip().height(), 2);
    QVERIFY(bench.node->reconsider(hashOf(blocks[2])));
    bench.sync.chainChanged();
    bench.sync.askEveryone();
    QVERIFY(bench.reaches(7, 3'000));
    QVERIFY(!bench.sync.of(1).isOnLeftBranch);
}

void SyncManagerTest::takesUnaskedBlocksNearTheTipOnly() {
    SyncBench bench;
    const auto own = bench.mine(10);
    bench.give(own);
    bench.join(1, {});
    bench.run(500);
    const auto give = [&](const BlockRef& block) { bench.sync.blocks(1, {&block, 1}); };
    const auto side = bench.maker.mineMany(hashOf(own[4]), 6);
    give(side[0]); // less work than our tip
    QVERIFY(*bench.node->readBlock(hashOf(side[0])) == nullptr);
    for (const auto& block : side)
        bench.sync.headers(1, {block->header});
    static_cast<void>(bench.out.take());
    const BlockRef next = bench.maker.mineOn(own.back());
    give(next);
    QCOMPARE(bench.node->tip().hash(), hashOf(next));
    const auto tower = bench.maker.mineMany(hashOf(next), 300);
    bench.sendHeaders(1, tower);
    bench.sync.gone(1); // what was asked for of it is not any more
    bench.parts.clear();
    bench.join(2, {});
    give(tower.back());
    const BlockRef top = tower.back();
    bench.sync.blocks(2, {&top, 1});
    QVERIFY(*bench.node->readBlock(hashOf(top)) == nullptr); // too far ahead
    const BlockRef near = tower[200];
    bench.sync.blocks(2, {&near, 1});
    QVERIFY(*bench.node->readBlock(hashOf(near)) != nullptr);
}

void SyncManagerTest::letsGoWhoHasNothingToGive() {
    SyncBench bench;
    const auto blocks = bench.mine(20);
    bench.give(blocks);
    bench.join(1, {blocks.begin(), blocks.begin() + 5});       // dialled, stays behind
    bench.join(2, {blocks.begin(), blocks.begin() + 5}, true); // dialled in
    bench.join(3, blocks);
    bench.run(19 * 60'000);
    QVERIFY(bench.drops.empty());
    bench.run(4 * 60'000);
    QCOMPARE(bench.drops.size(), std::size_t(1));
    QVERIFY(bench.dropOf(1) && bench.dropOf(1)->reason == Misbehaviour::NothingToGive);
}

/// A branch from far below, longer than one message, with more work than ours: fetched in two passes.
void SyncManagerTest::fetchesALongBranchOfProvenWork() {
    SyncBench bench({.maxHeadersAheadPerPeer = 1'000});
    bench.give(bench.mine(2'500));
    const auto branch = bench.mine(5'000);
    bench.join(1, branch);
    QVERIFY(bench.runUntil([&] { return bench.sync.of(1).presyncHeight > 0; }, 2'000));
    QVERIFY(bench.node->headers().size() < 2'600); // nothing is kept in the first pass
    QVERIFY(bench.reaches(5'000, 200'000));
    QVERIFY(bench.drops.empty());
    QCOMPARE(bench.node->tip().hash(), hashOf(branch.back()));
}

void SyncManagerTest::ignoresBranchesOfLittleWork() {
    SyncBench bench;
    const auto own = bench.mine(300);
    bench.give(own);
    bench.join(1, bench.mine(120)); // one message of less than our tip's work less 144 blocks
    bench.run(5'000);
    QCOMPARE(bench.node->headers().size(), std::size_t(301));
    QVERIFY(bench.drops.empty());
    bench.join(2, bench.mine(200, hashOf(own[9]))); // 210: a branch near our tip's work is known, not fetched
    bench.run(5'000);
    QCOMPARE(bench.node->headers().size(), std::size_t(501));
    QCOMPARE(bench.parts[2].bodiesAsked, 0);
}

void SyncManagerTest::fetchesNothingWhileTheDiskIsFull() {
    SyncBench bench;
    const auto blocks = bench.mine(10);
    bench.closed = true;
    bench.join(1, blocks);
    bench.run(3'000);
    QCOMPARE(bench.parts[1].bodiesAsked, 0);
    QCOMPARE(bench.sync.of(1).best->height(), 10);
    bench.closed = false;
    QVERIFY(bench.reaches(10, 3'000));
}

/// Also of peers that have nothing newer than we.
void SyncManagerTest::knowsWhoHasWhat() {
    SyncBench bench;
    const auto blocks = bench.mine(60);
    bench.give(blocks);
    for (const int height : {1, 20, 49, 55, 59, 60})
        bench.join(net::PeerId(height), {blocks.begin(), blocks.begin() + height});
    bench.run(3'000);
    for (const int height : {1, 20, 49, 55, 59, 60}) {
        const net::PeerSync known = bench.sync.of(net::PeerId(height));
        QVERIFY(known.best != nullptr);
        QCOMPARE(known.best->height(), height);
        QCOMPARE(known.common, known.best);
    }
    QVERIFY(bench.sync.isIdle());
}

void SyncManagerTest::compactBlocksTakeOverFlights() {
    using Use = net::SyncManager::HeaderUse;
    SyncBench bench;
    const auto own = bench.mine(3);
    bench.give(own);
    bench.join(1, own).givesBodies = false;
    bench.join(2, own);
    bench.run(500);
    const auto next = bench.mine(1, hashOf(own.back()));
    bench.sendHeaders(1, next); // it announces and withholds
    bench.run(20);
    QVERIFY(bench.sync.takeHeader(2, next[0]->header) == Use::Wanted);
    bench.sync.expect(2, hashOf(next[0]));
    QCOMPARE(bench.sync.of(1).blocksInFlight, 0);
    QCOMPARE(bench.sync.of(2).blocksInFlight, 1);
    QVERIFY(bench.sync.takeHeader(1, next[0]->header) == Use::InFlight);
    bench.sync.fetchWhole(2, hashOf(next[0])); // it could not be put together
    QVERIFY(bench.reaches(4, 1'000));
    QVERIFY(bench.sync.takeHeader(1, next[0]->header) == Use::Known);
    const auto lost = bench.mine(2, hashOf(next[0]));
    QVERIFY(bench.sync.takeHeader(2, lost[1]->header) == Use::Refused); // its parent is not known
    QVERIFY(bench.drops.empty());
}

CAIRN_TEST(SyncManagerTest)
#include "SyncManagerTest.moc"
