#include "net/sync/HeadersPresync.h"

#include "support/RegtestChain.h"
#include "support/TestProgram.h"

#include <QtTest>

using net::HeadersPresync;
using net::HeaderWalk;
using Outcome = net::HeadersPresync::Outcome;

namespace {

using HeaderRow = std::vector<primitives::BlockHeader>;

struct PresyncBench {
    explicit PresyncBench(std::int32_t interval = 10)
        : params(networkOf(interval)), maker(params), tree(params) {}

    static consensus::ChainParams networkOf(std::int32_t interval) {
        consensus::NetworkCard card;
        card.name = "Test";
        card.rules.powLimitBits = 0x207fffff;
        card.rules.initialBits = 0x207fffff;
        card.rules.difficultyAdjustmentInterval = interval;
        card.rules.genesisMessage = "made for tests";
        return consensus::paramsFromCard(card);
    }
    /// `seconds` apart: below the wanted block time, the difficulty rises.
    HeaderRow row(int count, std::int64_t seconds) { return row(params.genesisHash, count, seconds); }
    HeaderRow row(primitives::BlockHash parent, int count, std::int64_t seconds) {
        HeaderRow out;
        for (int i = 0; i < count; ++i) {
            const auto block =
                maker.mineOn(parent, {.time = maker.headers().find(parent)->record.header.time + seconds});
            out.push_back(block->header);
            parent = block->header.hash();
        }
        return out;
    }
    consensus::Uint256 workOf(const HeaderRow& headers) {
        return maker.headers().find(headers.back().hash())->chainWork;
    }
    HeadersPresync presync(const consensus::Uint256& wanted, HeadersPresync::Options options,
                           std::uint64_t salt = 7) {
        return {tree.genesis(), params, wanted, now, 0, salt, options};
    }
    /// In messages of 100.
    Outcome feed(HeadersPresync& presync, const HeaderRow& headers, HeaderRow* ready = nullptr) {
        Outcome out = Outcome::More;
        const bool isSecond = presync.isSecondPass();
        for (std::size_t at = 0; at < headers.size() && out == Outcome::More; at += 100) {
            const std::size_t count = std::min<std::size_t>(100, headers.size() - at);
            HeadersPresync::Step step =
                presync.take({headers.data() + at, count}, at + count < headers.size(), now, 0);
            out = step.outcome;
            last = step.rejection;
            if (ready != nullptr) ready->insert(ready->end(), step.ready.begin(), step.ready.end());
            most = std::max(most, presync.memoryBytes());
            if (presync.isSecondPass() != isSecond) break;
        }
        return out;
    }

    consensus::ChainParams params;
    support::RegtestChain maker;
    chain::HeaderTree tree;
    std::int64_t now = 2'000'000'000;
    std::optional<consensus::Rejection> last;
    std::size_t most = 0;
};

} // namespace

class HeadersPresyncTest : public QObject {
    Q_OBJECT
private slots:
    void walksAsTheTreeDoes_data();
    void walksAsTheTreeDoes();
    void givesOutWhatTwoPassesAgreeOn();
    void givesOutNothingOfLittleWork();
    void noticesAnotherSecondPass();
    void noticesASecondPassThatEnds();
    void refusesWhatBreaksARule();
    void holdsABuffer();
    void takesNoLongerThanItMay();
    void asksFromWhereItIs();
};

void HeadersPresyncTest::walksAsTheTreeDoes_data() {
    QTest::addColumn<int>("interval");
    for (const int interval : {1, 2, 3, 10, 50})
        QTest::addRow("%d", interval) << interval;
}

void HeadersPresyncTest::walksAsTheTreeDoes() {
    QFETCH(int, interval);
    PresyncBench bench(interval);
    HeaderRow all;
    primitives::BlockHash parent = bench.params.genesisHash;
    for (int i = 0; i < 12; ++i) { // slow and quick in turns
        const HeaderRow part = bench.row(parent, 15, i % 3 == 0 ? 40 : 7);
        all.insert(all.end(), part.begin(), part.end());
        parent = part.back().hash();
    }
    for (const std::size_t start : {0, 1, 5, 9, 10, 11, 57, 100}) {
        chain::HeaderTree tree(bench.params);
        const chain::HeaderEntry* from = &tree.genesis();
        for (std::size_t i = 0; i < start; ++i)
            from = *tree.add(all[i], bench.now);
        HeaderWalk walk(*from, bench.params);
        for (std::size_t i = start; i < all.size(); ++i) {
            const auto entry = tree.add(all[i], bench.now);
            QVERIFY(entry.has_value());
            QVERIFY(walk.add(all[i], bench.now).has_value());
            QCOMPARE(walk.height(), (*entry)->height());
            QVERIFY(walk.chainWork() == (*entry)->chainWork);
            QVERIFY(walk.hash() == (*entry)->hash());
        }
    }
}

void HeadersPresyncTest::givesOutWhatTwoPassesAgreeOn() {
    PresyncBench bench;
    const HeaderRow headers = bench.row(1'000, 10);
    for (std::uint64_t salt = 0; salt < 20; ++salt) {
        HeadersPresync presync =
            bench.presync(bench.workOf(headers), {.commitmentPeriod = 20, .buffer = 300}, salt);
        HeaderRow ready;
        QVERIFY(bench.feed(presync, headers, &ready) == Outcome::More);
        QVERIFY(presync.isSecondPass() && ready.empty());
        QVERIFY(presync.provenWork() == bench.workOf(headers));
        QCOMPARE(presync.height(), 0);
        QVERIFY(bench.feed(presync, headers, &ready) == Outcome::Done);
        QVERIFY(ready == headers);
    }
}

void HeadersPresyncTest::givesOutNothingOfLittleWork() {
    PresyncBench bench;
    const HeaderRow headers = bench.row(500, 10);
    const consensus::Uint256 wanted = bench.workOf(headers) + consensus::Uint256(1);
    HeadersPresync presync = bench.presync(wanted, {.commitmentPeriod = 20, .buffer = 300});
    HeaderRow ready;
    QVERIFY(bench.feed(presync, headers, &ready) == Outcome::TooLittle);
    QVERIFY(ready.empty());
    QVERIFY(bench.most < 100); // bytes
}

void HeadersPresyncTest::noticesAnotherSecondPass() {
    PresyncBench bench;
    const HeaderRow shown = bench.row(1'000, 10);
    const HeaderRow given = bench.row(1'000, 10);
    int gaveSome = 0;
    for (std::uint64_t salt = 0; salt < 50; ++salt) {
        HeadersPresync presync =
            bench.presync(bench.workOf(shown), {.commitmentPeriod = 20, .buffer = 300}, salt);
        HeaderRow ready;
        QVERIFY(bench.feed(presync, shown, &ready) == Outcome::More);
        QVERIFY(bench.feed(presync, given, &ready) == Outcome::Differs);
        if (!ready.empty()) ++gaveSome; // fifteen bits before the first is given out
    }
    QVERIFY(gaveSome <= 1);
}

void HeadersPresyncTest::noticesASecondPassThatEnds() {
    PresyncBench bench;
    const HeaderRow headers = bench.row(600, 10);
    HeadersPresync presync = bench.presync(bench.workOf(headers), {.commitmentPeriod = 20, .buffer = 300});
    QVERIFY(bench.feed(presync, headers) == Outcome::More);
    QVERIFY(bench.feed(presync, {headers.begin(), headers.end() - 50}) == Outcome::Differs);
}

void HeadersPresyncTest::refusesWhatBreaksARule() {
    PresyncBench bench;
    const HeaderRow headers = bench.row(40, 4); // the difficulty rises
    HeaderRow easy = headers;
    easy[35].bits = 0x207fffff;
    while (!consensus::hasValidWork(easy[35].hash(), easy[35].bits, bench.params.powLimit))
        ++easy[35].nonce;
    HeadersPresync presync = bench.presync(bench.workOf(headers), {});
    QVERIFY(bench.feed(presync, easy) == Outcome::Broken);
    QVERIFY(bench.last->reason == consensus::Reject::BadDiffBits);
    HeadersPresync gap = bench.presync(bench.workOf(headers), {});
    QVERIFY(bench.feed(gap, {headers.begin() + 1, headers.end()}) == Outcome::Broken);
    bench.now = headers[20].time - 3 * 3600; // a clock behind
    HeadersPresync early = bench.presync(bench.workOf(headers), {});
    QVERIFY(bench.feed(early, headers) == Outcome::Broken);
    QVERIFY(bench.last->reason == consensus::Reject::TimeTooNew);
}

void HeadersPresyncTest::holdsABuffer() {
    PresyncBench bench;
    const HeaderRow headers = bench.row(1'000, 10);
    HeadersPresync presync = bench.presync(bench.workOf(headers), {.commitmentPeriod = 20, .buffer = 300});
    QVERIFY(bench.feed(presync, headers) == Outcome::More);
    HeaderRow ready;
    QVERIFY(bench.feed(presync, {headers.begin(), headers.begin() + 300}, &ready) != Outcome::Done);
    QVERIFY(ready.empty());
    QVERIFY(bench.most <= 400 * sizeof(primitives::BlockHeader) + 100);
}

void HeadersPresyncTest::takesNoLongerThanItMay() {
    PresyncBench bench;
    const HeaderRow headers = bench.row(400, 10);
    HeadersPresync slow = bench.presync(bench.workOf(headers), {.maxMs = 1'000});
    QVERIFY(slow.take({headers.data(), 100}, true, bench.now, 1'000).outcome == Outcome::More);
    QVERIFY(slow.take({headers.data() + 100, 100}, true, bench.now, 1'001).outcome == Outcome::TooLong);
}

void HeadersPresyncTest::asksFromWhereItIs() {
    PresyncBench bench;
    const HeaderRow headers = bench.row(250, 10);
    HeadersPresync presync = bench.presync(bench.workOf(headers), {});
    QVERIFY(presync.locator() == std::vector{bench.params.genesisHash});
    QVERIFY(presync.take({headers.data(), 100}, true, bench.now, 0).outcome == Outcome::More);
    QVERIFY(presync.locator() == (std::vector{headers[99].hash(), bench.params.genesisHash}));
    QVERIFY(presync.position() == headers[99].hash());
    QVERIFY(presync.take({headers.data() + 100, 150}, false, bench.now, 0).outcome == Outcome::More);
    QVERIFY(presync.isSecondPass());
    QVERIFY(presync.locator() == std::vector{bench.params.genesisHash}); // once more from the start
}

CAIRN_TEST(HeadersPresyncTest)
#include "HeadersPresyncTest.moc"
