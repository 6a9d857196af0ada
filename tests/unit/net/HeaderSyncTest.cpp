#include "net/sync/HeaderSync.h"

#include "SyncParts.h"
#include "support/TestProgram.h"

using net::HeaderLedger;
using net::HeaderSync;
using net::Misbehaviour;
using net::PeerId;
using net::wire::GetHeaders;
using support::hashOf;

class HeaderSyncTest : public QObject {
    Q_OBJECT
private slots:
    void asksOnceUntilItIsAnswered();
    void asksWhoWasDialledFirst();
    void asksOnWhileMessagesAreFull();
    void stopsWhereThereIsNoRoom();
    void wantsHeadersInARow();
    void knowsTheWorkThatIsTooLow();
    void judgesByWhoIsToBlame();
    void isDoneWithTheFirstSyncForGood();
};

namespace {

std::vector<primitives::BlockHeader> headersOf(const std::vector<primitives::BlockRef>& blocks,
                                               std::size_t from, std::size_t count) {
    std::vector<primitives::BlockHeader> out;
    for (std::size_t i = from; i < std::min(from + count, blocks.size()); ++i)
        out.push_back(blocks[i]->header);
    return out;
}

struct HeaderFixture : SyncParts {
    explicit HeaderFixture(net::SyncManager::Options options = {}) : SyncParts(options) {}

    HeaderLedger ledger{context};
    HeaderSync headers{context, ledger, 1};
};

} // namespace

void HeaderSyncTest::asksOnceUntilItIsAnswered() {
    HeaderFixture f;
    const auto blocks = f.mine(20);
    f.take({blocks.begin(), blocks.begin() + 10});
    auto& peer = f.join(1);
    f.headers.ask(1, peer);
    f.headers.ask(1, peer);
    auto asked = f.sent<GetHeaders>(1);
    QCOMPARE(asked.size(), std::size_t(1));
    QVERIFY(asked[0].locator.front() == hashOf(blocks[8])); // below our tip: it has something to answer
    f.headers.headers(1, headersOf(blocks, 9, 11));
    QVERIFY(!peer.askedMs);
    QCOMPARE(peer.best->height(), 20);
    QCOMPARE(f.ledger.of(1), std::size_t(10));
    QVERIFY2(f.sent<GetHeaders>(1).empty(), "there is no more");
    f.headers.ask(1, peer);
    asked = f.sent<GetHeaders>(1);
    QCOMPARE(asked.size(), std::size_t(1));
    QVERIFY(asked[0].locator.front() == hashOf(blocks[18]));
    f.node.clock.advanceMs(120'000);
    f.headers.tick();
    QVERIFY(!peer.askedMs && peer.isMute && !f.dropOf(1));
}

/// During the first sync one is asked, and no stranger chooses to be the one.
void HeaderSyncTest::asksWhoWasDialledFirst() {
    HeaderFixture f;
    f.join(1).facts.dialledIn = true;
    f.join(2);
    f.join(3);
    f.headers.askWhoIsDue();
    QCOMPARE(f.sent<GetHeaders>(2).size(), std::size_t(1));
    QVERIFY(f.sent<GetHeaders>(1).empty() && f.sent<GetHeaders>(3).empty());
    f.node.clock.advanceMs(5'000); // late
    f.headers.askWhoIsDue();
    QCOMPARE(f.sent<GetHeaders>(3).size(), std::size_t(1));
    f.headers.gone(3); // done with
    f.context.peers.erase(3);
    f.headers.askWhoIsDue();
    QCOMPARE(f.sent<GetHeaders>(1).size(), std::size_t(1));
}

void HeaderSyncTest::asksOnWhileMessagesAreFull() {
    HeaderFixture f;
    const auto blocks = f.mine(2'100);
    auto& peer = f.join(1);
    f.headers.ask(1, peer);
    static_cast<void>(f.sent<GetHeaders>(1));
    f.headers.headers(1, headersOf(blocks, 0, 2'000));
    const auto asked = f.sent<GetHeaders>(1);
    QCOMPARE(asked.size(), std::size_t(1));
    QVERIFY(asked[0].locator.front() == hashOf(blocks[1'999]));
    f.headers.headers(1, headersOf(blocks, 2'000, 100));
    QVERIFY(f.sent<GetHeaders>(1).empty());
    QCOMPARE(peer.best->height(), 2'100);
}

/// What there is no room for is asked for again when bodies have come.
void HeaderSyncTest::stopsWhereThereIsNoRoom() {
    HeaderFixture f({.maxHeadersAheadPerPeer = 100});
    const auto blocks = f.mine(150);
    auto& peer = f.join(1);
    f.headers.headers(1, headersOf(blocks, 0, 150));
    QCOMPARE(peer.best->height(), 100);
    QVERIFY(peer.wantsMore);
    f.headers.goOn();
    QVERIFY(f.sent<GetHeaders>(1).empty());
    for (std::size_t i = 0; i < 60; ++i)
        f.ledger.remove(*f.node->headers().find(hashOf(blocks[i])));
    f.headers.goOn();
    const auto asked = f.sent<GetHeaders>(1);
    QCOMPARE(asked.size(), std::size_t(1));
    QVERIFY(asked[0].locator.front() == hashOf(blocks[99]));
    f.headers.headers(1, headersOf(blocks, 100, 50));
    QCOMPARE(peer.best->height(), 150);
}

void HeaderSyncTest::wantsHeadersInARow() {
    HeaderFixture f;
    const auto blocks = f.mine(20);
    f.join(1);
    f.join(2);
    f.headers.headers(1, {blocks[0]->header, blocks[2]->header});
    QVERIFY(f.dropOf(1) == Misbehaviour::HeadersDoNotConnect);
    f.headers.headers(1, headersOf(blocks, 0, 5)); // it is gone: nothing of it is taken
    QCOMPARE(f.node->headers().size(), std::size_t(1));
    f.headers.headers(2, headersOf(blocks, 10, 5)); // no fault: what lies between is asked for
    QVERIFY(!f.dropOf(2));
    const auto asked = f.sent<GetHeaders>(2);
    QCOMPARE(asked.size(), std::size_t(1));
    QVERIFY(asked[0].locator.front() == f.node.params.genesisHash);
}

void HeaderSyncTest::knowsTheWorkThatIsTooLow() {
    HeaderFixture f({.lowWorkBlocks = 144});
    QVERIFY(f.headers.lowWork() == consensus::Uint256());
    const auto blocks = f.mine(200);
    f.take(blocks);
    QVERIFY(f.headers.lowWork() == f.node->at(200 - 144)->chainWork);
    auto& peer = f.join(1);
    const auto branch = f.mine(50);
    f.headers.headers(1, headersOf(branch, 0, 50));
    QCOMPARE(f.node->headers().size(), std::size_t(201));
    QVERIFY(!f.dropOf(1) && peer.best == &f.node->headers().genesis());
    QVERIFY(f.headers.takeOne(1, branch[0]->header) == nullptr);
    QVERIFY(f.headers.takeOne(1, blocks[3]->header) == f.node->at(4));
}

void HeaderSyncTest::judgesByWhoIsToBlame() {
    using consensus::Reject;
    HeaderFixture f;
    const auto blocks = f.mine(2);
    for (const PeerId id : {1, 2, 3, 4, 5})
        f.join(id).facts.dialledIn = id == 2;
    f.headers.judge(1, blocks[0]->header, {Reject::DuplicateInvalid, {}});
    QVERIFY(f.dropOf(1) == Misbehaviour::InvalidHeader); // we chose it among others
    f.headers.judge(2, blocks[0]->header, {Reject::DuplicateInvalid, {}});
    QVERIFY2(!f.dropOf(2), "it may be on it in good faith");
    f.headers.judge(3, blocks[0]->header, {Reject::TimeTooNew, {}});
    QVERIFY(!f.dropOf(3) && f.context.peers.at(3).clockDiffers);
    f.headers.judge(4, blocks[0]->header, {Reject::DiskFailed, {}});
    QVERIFY(!f.dropOf(4));
    f.headers.judge(5, blocks[0]->header, {Reject::BadPrevious, {}});
    QVERIFY(f.dropOf(5) == Misbehaviour::InvalidHeader);
}

void HeaderSyncTest::isDoneWithTheFirstSyncForGood() {
    HeaderFixture f;
    QVERIFY(f.headers.isInitialSync());
    f.node.clock.setNow(f.node.params.genesis->header.time + 3'600);
    QVERIFY(!f.headers.isInitialSync());
    f.node.clock.setNow(f.node.params.genesis->header.time + 400 * 24 * 3'600);
    QVERIFY(!f.headers.isInitialSync());
}

CAIRN_TEST(HeaderSyncTest)
#include "HeaderSyncTest.moc"
