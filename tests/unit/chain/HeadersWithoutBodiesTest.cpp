#include "support/MemoryChain.h"
#include "support/RegtestChain.h"
#include "support/TestProgram.h"

#include <QtTest>

using chain::BlockStatus;
using primitives::BlockRef;
using support::hashOf;

namespace {

std::vector<const chain::HeaderEntry*> leafFirst(const support::MemoryChain& memory,
                                                 const std::vector<BlockRef>& blocks) {
    std::vector<const chain::HeaderEntry*> out;
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block)
        out.push_back(const_cast<support::MemoryChain&>(memory)->headers().find(hashOf(*block)));
    return out;
}

} // namespace

/// Headers cost a stranger nothing: they are not written before their bodies come, and may be forgotten.
class HeadersWithoutBodiesTest : public QObject {
    Q_OBJECT
private slots:
    void areNotStored();
    void areStoredWithABodyAboveThem();
    void areStoredWithAVerdict();
    void areForgottenFromTheirLeaves();
    void stayWhenSomethingStandsOnThem();
    void comeAgainAfterTheyWereForgotten();
    void surviveAFailedDisk();
    void ofOldStoresAreRead();
};

void HeadersWithoutBodiesTest::areNotStored() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto blocks = maker.mineMany(memory.params.genesisHash, 5);
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptHeader(block->header));
    QVERIFY(memory->flush());
    QCOMPARE(memory.blocks.headers.size(), std::size_t(1));
    QVERIFY(memory->acceptBlock(blocks[0]));
    QCOMPARE(memory.blocks.headers.size(), std::size_t(2));
    memory.reopen();
    QCOMPARE(memory->headers().size(), std::size_t(2));
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptBlock(block));
    QCOMPARE(memory->tip().height(), 5);
}

void HeadersWithoutBodiesTest::areStoredWithABodyAboveThem() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto blocks = maker.mineMany(memory.params.genesisHash, 6);
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptHeader(block->header));
    QVERIFY(memory->acceptBlock(blocks[3])); // out of order, as a download does
    QCOMPARE(memory.blocks.headers.size(), std::size_t(5));
    memory.reopen();
    QCOMPARE(memory->headers().bestHeader()->height(), 4);
    for (const BlockRef& block : {blocks[0], blocks[1], blocks[2]})
        QVERIFY(memory->acceptBlock(block));
    QCOMPARE(memory->tip().height(), 4);
    memory.reopen();
    QCOMPARE(memory->tip().height(), 4);
}

void HeadersWithoutBodiesTest::areStoredWithAVerdict() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto blocks = maker.mineMany(memory.params.genesisHash, 4);
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptHeader(block->header));
    QVERIFY(memory->invalidate(hashOf(blocks[1])));
    memory.reopen();
    QVERIFY(memory->headers().find(hashOf(blocks[1]))->record.status == BlockStatus::LeftByHand);
    QVERIFY(memory->headers().find(hashOf(blocks[2])) == nullptr); // only what follows from it
    QVERIFY(!memory->acceptHeader(blocks[2]->header));
    QVERIFY(memory->reconsider(hashOf(blocks[1])));
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptBlock(block));
    QCOMPARE(memory->tip().height(), 4);
}

void HeadersWithoutBodiesTest::areForgottenFromTheirLeaves() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto own = maker.mineMany(memory.params.genesisHash, 3);
    for (const BlockRef& block : own)
        QVERIFY(memory->acceptBlock(block));
    const auto branch = maker.mineMany(hashOf(own[0]), 10);
    const auto side = maker.mineMany(hashOf(branch[4]), 3);
    for (const auto& part : {branch, side}) {
        for (const BlockRef& block : part)
            QVERIFY(memory->acceptHeader(block->header));
    }
    QCOMPARE(memory->headers().bestHeader()->hash(), hashOf(branch.back()));
    const auto stay = memory->forgetHeaders(leafFirst(memory, branch));
    QCOMPARE(stay.size(), std::size_t(5)); // the side branch stands on them
    QCOMPARE(memory->headers().bestHeader()->hash(), hashOf(side.back()));
    QCOMPARE(memory->tips().size(), std::size_t(2));
    QVERIFY(memory->forgetHeaders(leafFirst(memory, side)).empty());
    QVERIFY(memory->forgetHeaders(stay).empty());
    QCOMPARE(memory->headers().size(), std::size_t(4));
    QCOMPARE(memory->headers().bestHeader(), &memory->tip());
    QCOMPARE(memory->tips().size(), std::size_t(1));
    QVERIFY(memory->acceptBlock(maker.mineOn(own.back())));
}

void HeadersWithoutBodiesTest::stayWhenSomethingStandsOnThem() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto blocks = maker.mineMany(memory.params.genesisHash, 4);
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptHeader(block->header));
    QVERIFY(memory->acceptBlock(blocks[3]));
    QCOMPARE(memory->forgetHeaders(leafFirst(memory, blocks)).size(), std::size_t(4));
    const chain::HeaderEntry* genesis = &memory->headers().genesis();
    QCOMPARE(memory->forgetHeaders({&genesis, 1}).size(), std::size_t(1));
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptBlock(block));
    QCOMPARE(memory->forgetHeaders(leafFirst(memory, blocks)).size(), std::size_t(4));
    QCOMPARE(memory->tip().height(), 4);
}

void HeadersWithoutBodiesTest::comeAgainAfterTheyWereForgotten() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto blocks = maker.mineMany(memory.params.genesisHash, 4);
    const auto other = maker.mineMany(memory.params.genesisHash, 2);
    for (int round = 0; round < 3; ++round) {
        for (const BlockRef& block : blocks)
            QVERIFY(memory->acceptHeader(block->header));
        QVERIFY(memory->forgetHeaders(leafFirst(memory, blocks)).empty());
    }
    for (const BlockRef& block : other)
        QVERIFY(memory->acceptBlock(block));
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptBlock(block));
    QCOMPARE(memory->tip().hash(), hashOf(blocks.back()));
    memory.reopen();
    QCOMPARE(memory->tip().hash(), hashOf(blocks.back()));
    QCOMPARE(memory->headers().size(), std::size_t(7));
}

void HeadersWithoutBodiesTest::surviveAFailedDisk() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto blocks = maker.mineMany(memory.params.genesisHash, 4);
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptHeader(block->header));
    memory.blocks.failCommits = 1;
    QVERIFY(!memory->acceptBlock(blocks[1]));
    QVERIFY(memory->headers().find(hashOf(blocks[1]))->record.status == BlockStatus::HeaderOnly);
    memory.blocks.failCommits = 1;
    QVERIFY(!memory->invalidate(hashOf(blocks[2])));
    QVERIFY(memory->headers().find(hashOf(blocks[3]))->record.status == BlockStatus::HeaderOnly);
    QVERIFY(memory->forgetHeaders(leafFirst(memory, {blocks[3]})).empty());
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptBlock(block));
    memory.reopen();
    QCOMPARE(memory->tip().height(), 4);
}

/// Versions before wrote every header.
void HeadersWithoutBodiesTest::ofOldStoresAreRead() {
    support::MemoryChain memory(support::easyCard());
    support::RegtestChain maker(memory.params);
    const auto blocks = maker.mineMany(memory.params.genesisHash, 3);
    chain::ChainBatch batch;
    for (const BlockRef& block : blocks) {
        const auto entry = memory->acceptHeader(block->header);
        QVERIFY(entry);
        batch.headers.push_back((*entry)->record);
    }
    QVERIFY(memory.blocks.commit(batch));
    memory.reopen();
    QCOMPARE(memory->headers().size(), std::size_t(4));
    QCOMPARE(memory->forgetHeaders(leafFirst(memory, blocks)).size(), std::size_t(3)); // their rows stay
    for (const BlockRef& block : blocks)
        QVERIFY(memory->acceptBlock(block));
    memory.reopen();
    QCOMPARE(memory->tip().height(), 3);
}

CAIRN_TEST(HeadersWithoutBodiesTest)
#include "HeadersWithoutBodiesTest.moc"
