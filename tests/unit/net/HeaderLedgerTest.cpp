#include "net/sync/HeaderLedger.h"

#include "SyncParts.h"
#include "support/TestProgram.h"

using net::HeaderLedger;
using net::PeerId;
using support::hashOf;

class HeaderLedgerTest : public QObject {
    Q_OBJECT
private slots:
    void boundsEachAndAll();
    void countsWhatIsSettledNoMore();
    void forgetsWhatNobodyStandsBehind();
    void handsOverToWhoStandsBehindIt();
    void makesRoomOfBranchesThatWereLeft();
};

namespace {

void addAll(HeaderLedger& ledger, PeerId peer, const std::vector<const chain::HeaderEntry*>& entries) {
    for (const chain::HeaderEntry* entry : entries)
        ledger.add(peer, *entry);
}

} // namespace

/// Whatever others hold, each peer may bring the next blocks.
void HeaderLedgerTest::boundsEachAndAll() {
    SyncParts parts({.maxHeadersAheadPerPeer = 300, .maxHeadersAhead = 400});
    HeaderLedger ledger(parts.context);
    QCOMPARE(ledger.roomFor(1), std::size_t(300));
    const auto chain = parts.know(parts.mine(300));
    addAll(ledger, 1, chain);
    addAll(ledger, 1, chain); // once is enough
    QCOMPARE(ledger.of(1), std::size_t(300));
    QCOMPARE(ledger.roomFor(1), std::size_t(0));
    QCOMPARE(ledger.roomFor(2), std::size_t(256)); // its reserve: of all there are only 100 left
    addAll(ledger, 2, chain);
    QCOMPARE(ledger.of(2), std::size_t(0)); // they are the first one's
    addAll(ledger, 2, parts.know(parts.mine(250)));
    QCOMPARE(ledger.roomFor(2), std::size_t(6));
    QCOMPARE(ledger.roomFor(3), std::size_t(256));
    QCOMPARE(ledger.size(), std::size_t(550));
}

void HeaderLedgerTest::countsWhatIsSettledNoMore() {
    SyncParts parts({.maxHeadersAheadPerPeer = 300});
    HeaderLedger ledger(parts.context);
    const auto chain = parts.know(parts.mine(10));
    addAll(ledger, 1, chain);
    ledger.remove(*chain[4]);
    ledger.remove(*chain[4]);
    ledger.remove(*chain[0]);
    QCOMPARE(ledger.of(1), std::size_t(8));
    QCOMPARE(ledger.size(), std::size_t(8));
    ledger.gone(1);
    ledger.gone(2); // nobody
    for (const chain::HeaderEntry* entry : chain)
        ledger.remove(*entry);
    QCOMPARE(ledger.of(1), std::size_t(0));
    QCOMPARE(ledger.roomFor(1), std::size_t(300));
}

/// A minute after its link ended: it may come back.
void HeaderLedgerTest::forgetsWhatNobodyStandsBehind() {
    SyncParts parts;
    HeaderLedger ledger(parts.context);
    const auto blocks = parts.mine(5'000);
    const auto chain = parts.know(blocks);
    parts.join(1, chain.back());
    addAll(ledger, 1, chain);
    parts.context.peers.erase(1);
    ledger.gone(1);
    ledger.tick();
    QCOMPARE(parts.node->headers().size(), std::size_t(5'001));
    parts.node.clock.advanceMs(60'000);
    for (int i = 0; i < 3; ++i) { // so many at a time
        QCOMPARE(parts.node->headers().size(), std::size_t(5'001 - 2'000 * i));
        ledger.tick();
    }
    QCOMPARE(parts.node->headers().size(), std::size_t(1));
    QCOMPARE(ledger.size(), std::size_t(0));
}

void HeaderLedgerTest::handsOverToWhoStandsBehindIt() {
    SyncParts parts;
    HeaderLedger ledger(parts.context);
    const auto chain = parts.know(parts.mine(30));
    parts.join(1, chain.back());
    parts.join(2, chain[19]); // has two thirds of it
    addAll(ledger, 1, chain);
    parts.context.peers.erase(1);
    ledger.gone(1);
    parts.node.clock.advanceMs(60'000);
    ledger.tick();
    QCOMPARE(ledger.of(1), std::size_t(0));
    QCOMPARE(ledger.of(2), std::size_t(20));
    QCOMPARE(parts.node->headers().size(), std::size_t(21));
    QVERIFY(parts.node->headers().find(chain[19]->hash()) == chain[19]);
}

/// A connected peer that has no room left: what is not below its best gives way, now and then.
void HeaderLedgerTest::makesRoomOfBranchesThatWereLeft() {
    SyncParts parts({.maxHeadersAheadPerPeer = 300});
    HeaderLedger ledger(parts.context);
    const auto left = parts.know(parts.mine(100));
    const auto best = parts.know(parts.mine(200));
    parts.join(1, best.back());
    addAll(ledger, 1, left);
    addAll(ledger, 1, best);
    QCOMPARE(ledger.roomFor(1), std::size_t(0));
    ledger.sweep(1);
    QCOMPARE(ledger.of(1), std::size_t(200));
    QCOMPARE(parts.node->headers().size(), std::size_t(201));
    parts.context.peers.at(1).best = nullptr;
    ledger.sweep(1); // too soon
    QCOMPARE(ledger.of(1), std::size_t(200));
    parts.node.clock.advanceMs(10'000);
    ledger.sweep(1);
    QCOMPARE(ledger.of(1), std::size_t(0));
}

CAIRN_TEST(HeaderLedgerTest)
#include "HeaderLedgerTest.moc"
