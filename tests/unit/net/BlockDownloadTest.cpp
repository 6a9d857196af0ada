#include "net/sync/BlockDownload.h"

#include "SyncParts.h"
#include "support/TestProgram.h"

using net::BlockDownload;
using net::PeerId;
using primitives::BlockHash;
using support::hashOf;
using Coming = net::BlockDownload::Coming;
using Hashes = std::vector<primitives::BlockHash>;

class BlockDownloadTest : public QObject {
    Q_OBJECT
private slots:
    void asksForTheNearestMissingOnes();
    void asksEachOfOnePeer();
    void asksNothingOfWhoHasLess();
    void tellsHowABodyComes();
    void asksAnotherWhereItIsNotFound();
    void tellsWhoHoldsTheWindowUp();
    void waitsLongerAfterEachStall();
    void forgetsWhoLeft();
};

namespace {

Hashes hashesOf(const std::vector<primitives::BlockRef>& blocks, std::size_t from, std::size_t count) {
    Hashes out;
    for (std::size_t i = from; i < from + count; ++i)
        out.push_back(hashOf(blocks[i]));
    return out;
}

} // namespace

void BlockDownloadTest::asksForTheNearestMissingOnes() {
    SyncParts parts({.window = 40, .blocksPerPeer = 16});
    BlockDownload download(parts.context);
    const auto blocks = parts.mine(100);
    const auto chain = parts.know(blocks);
    auto& peer = parts.join(1, chain.back());
    download.fetch();
    QVERIFY(parts.asked(1) == hashesOf(blocks, 0, 16));
    download.fetch();
    QVERIFY(parts.asked(1).empty()); // as many as it may have under way
    parts.take({blocks.begin(), blocks.begin() + 3});
    for (int i = 0; i < 3; ++i)
        QVERIFY(download.arrived(1, peer, hashOf(blocks[std::size_t(i)])) == Coming::Asked);
    download.fetch();
    QVERIFY(parts.asked(1) == hashesOf(blocks, 16, 3));
    QCOMPARE(download.count(), std::size_t(16));
    QCOMPARE(peer.common, chain[2]);
}

void BlockDownloadTest::asksEachOfOnePeer() {
    SyncParts parts({.window = 40, .blocksPerPeer = 16});
    BlockDownload download(parts.context);
    const auto blocks = parts.mine(100);
    const auto chain = parts.know(blocks);
    for (const PeerId id : {1, 2, 3})
        parts.join(id, chain.back());
    download.fetch();
    QVERIFY(parts.asked(1) == hashesOf(blocks, 0, 16));
    QVERIFY(parts.asked(2) == hashesOf(blocks, 16, 16));
    QVERIFY(parts.asked(3) == hashesOf(blocks, 32, 8)); // the window ends
    QVERIFY(download.isComing(*chain[39]) && !download.isComing(*chain[40]));
}

void BlockDownloadTest::asksNothingOfWhoHasLess() {
    SyncParts parts;
    BlockDownload download(parts.context);
    const auto blocks = parts.mine(20);
    parts.take(blocks);
    const auto branch = parts.mine(10, hashOf(blocks[4])); // to 15
    parts.join(1, parts.know(branch).back());
    parts.join(2); // nothing is known of it
    download.fetch();
    QVERIFY(parts.asked(1).empty() && parts.asked(2).empty());
}

void BlockDownloadTest::tellsHowABodyComes() {
    SyncParts parts;
    BlockDownload download(parts.context);
    const auto blocks = parts.mine(3);
    const auto chain = parts.know(blocks);
    auto& first = parts.join(1, chain.back());
    auto& second = parts.join(2, chain[0]);
    download.fetch();
    QVERIFY(download.arrived(2, second, hashOf(blocks[0])) == Coming::Unasked);
    QVERIFY(download.isComing(*chain[0])); // the other's is still waited for
    download.expect(2, second, *chain[0]); // put together from a compact block
    QVERIFY(download.isComingCompact(*chain[0]));
    QVERIFY(download.arrived(2, second, hashOf(blocks[0])) == Coming::Compact);
    QVERIFY2(download.arrived(1, first, hashOf(blocks[0])) == Coming::Asked, "late, but asked for");
    QVERIFY(download.arrived(1, first, hashOf(blocks[0])) == Coming::Unasked);
    download.expect(1, first, *chain[1]);
    download.askWhole(1, first, *chain[1]);
    QVERIFY(!download.isComingCompact(*chain[1]));
    QVERIFY(download.arrived(1, first, hashOf(blocks[1])) == Coming::Asked);
}

void BlockDownloadTest::asksAnotherWhereItIsNotFound() {
    SyncParts parts;
    BlockDownload download(parts.context);
    const auto blocks = parts.mine(2);
    const auto chain = parts.know(blocks);
    auto& first = parts.join(1, chain.back());
    parts.join(2, chain.back());
    download.fetch();
    QVERIFY(parts.asked(1) == hashesOf(blocks, 0, 2));
    download.notFound(1, first, hashOf(blocks[0]));
    download.notFound(2, parts.context.peers.at(2), hashOf(blocks[1])); // it was not asked
    download.fetch();
    QVERIFY(parts.asked(1).empty());
    QVERIFY(parts.asked(2) == hashesOf(blocks, 0, 1));
}

/// Nothing can be asked of one peer since another's first body is missing: that one has the stall time.
void BlockDownloadTest::tellsWhoHoldsTheWindowUp() {
    SyncParts parts({.window = 16, .blocksPerPeer = 16, .stallMs = 2'000});
    BlockDownload download(parts.context);
    const auto blocks = parts.mine(40);
    const auto chain = parts.know(blocks);
    parts.join(1, chain.back());
    parts.join(2, chain.back());
    download.fetch();
    parts.node.clock.advanceMs(1'999);
    QVERIFY(download.stalled().empty());
    parts.node.clock.advanceMs(1);
    QVERIFY(download.stalled() == std::vector<PeerId>{1});
    // A body that comes begins the time anew.
    QVERIFY(download.arrived(1, parts.context.peers.at(1), hashOf(blocks[0])) == Coming::Asked);
    QVERIFY(download.stalled().empty());
}

void BlockDownloadTest::waitsLongerAfterEachStall() {
    SyncParts parts({.window = 16, .blocksPerPeer = 16, .stallMs = 2'000, .maxStallMs = 8'000});
    BlockDownload download(parts.context);
    const auto chain = parts.know(parts.mine(40));
    parts.join(1, chain.back());
    parts.join(2, chain.back());
    const auto stallsAfter = [&](std::int64_t ms) {
        parts.context.peers.at(1).stallsSinceMs = parts.node.clock.steadyMs() - ms;
        const bool yes = !download.stalled().empty();
        parts.context.peers.at(1).stallsSinceMs = parts.node.clock.steadyMs() - ms + 1;
        return yes && download.stalled().empty();
    };
    download.fetch();
    QVERIFY(stallsAfter(2'000));
    download.doubleStallTime();
    QVERIFY(stallsAfter(4'000));
    for (int i = 0; i < 5; ++i)
        download.doubleStallTime();
    QVERIFY(stallsAfter(8'000));
    download.connectedBlocks(100); // long ago
    QVERIFY(stallsAfter(2'000));
}

void BlockDownloadTest::forgetsWhoLeft() {
    SyncParts parts;
    BlockDownload download(parts.context);
    const auto blocks = parts.mine(4);
    const auto chain = parts.know(blocks);
    auto& first = parts.join(1, chain.back());
    parts.join(2, chain.back());
    download.fetch();
    download.release(first);
    QCOMPARE(download.count(), std::size_t(0));
    parts.context.peers.erase(1);
    download.fetch();
    QVERIFY(parts.asked(2) == hashesOf(blocks, 0, 4));
    parts.take(blocks); // another way
    download.lookAfter();
    QCOMPARE(download.count(), std::size_t(0));
    QVERIFY(parts.context.peers.at(2).inFlight.empty());
}

CAIRN_TEST(BlockDownloadTest)
#include "BlockDownloadTest.moc"
