#include "net/link/PolledPeer.h"
#include "consensus/ChainParams.h"
#include "net/link/HttpProtocol.h"
#include "support/FakeClock.h"
#include "support/HttpStub.h"
#include "support/TestProgram.h"

#include <QSignalSpy>

using namespace net;

namespace {

struct PolledFixture {
    support::FakeClock clock;
    Hello self;
    PeerBudget budget;
    support::HttpStub stub;
    Hello theirs;
    PolledPeer::Options options;
    std::unique_ptr<PolledPeer> peer;
    std::vector<wire::Message> got;
    std::vector<ConnectionEnd> ends;
    int shaken = 0;

    PolledFixture() {
        self.genesis = theirs.genesis = theirs.tip = consensus::regtestParams().genesisHash;
        theirs.agent = QStringLiteral("forty lines");
        theirs.name = QStringLiteral("Bo");
        theirs.height = 5;
        theirs.time = clock.now() + 9;
        say(theirs);
        stub.answers["/p2p/v1/mempool"] = "";
    }
    void say(const Hello& hello) { stub.answers["/p2p/v1/hello"] = encodeHello(hello); }
    void start() {
        peer = std::make_unique<PolledPeer>(1, PolledPeer::Environment{clock, self, budget}, options,
                                            QStringLiteral("127.0.0.1"), stub.port(), theirs);
        QObject::connect(peer.get(), &PolledPeer::shookHands, peer.get(), [this] { ++shaken; });
        QObject::connect(peer.get(), &PolledPeer::received, peer.get(),
                         [this](const PeerConnection::Messages& messages, std::size_t bytes) {
                             got.insert(got.end(), messages->begin(), messages->end());
                             peer->handled(bytes);
                         });
        QObject::connect(peer.get(), &PolledPeer::ended, peer.get(),
                         [this](const ConnectionEnd& how) { ends.push_back(how); });
        peer->tick();
    }
    /// Time passes until that many calls of a path were made.
    bool until(const QByteArray& path, int count) {
        return QTest::qWaitFor(
            [&] {
                clock.advanceMs(500);
                peer->tick();
                return stub.count(path) >= count || !ends.empty();
            },
            60'000);
    }
    template <class T>
    const T* last() const {
        return got.empty() ? nullptr : std::get_if<T>(&got.back());
    }
};

} // namespace

class PolledPeerTest : public QObject {
    Q_OBJECT
private slots:
    void introducesWhatItPolls();
    void asksForHeaders();
    void asksForBlocksSomeAtATime();
    void asksForFewerWhenTheyAreTooLong();
    void asksForTransactions();
    void tellsOfANewTip();
    void tellsOfNewTransactionsOnce();
    void pushesBlocksFirst();
    void pushesToNobodyWhoTakesNone();
    void answersPingsItself();
    void givesEverythingItsTurnHoweverSlowTheAnswers();
    void neverRunsHot();
    void waitsForTheBudget();
    void endsAfterFailures();
    void needsNoMempool();
    void endsAtNonsense_data();
    void endsAtNonsense();
    void leavesAnotherNetwork();
    void tellsThatLinksAreTaken();
};

void PolledPeerTest::introducesWhatItPolls() {
    PolledFixture f;
    f.start();
    QCOMPARE(f.shaken, 1);
    PeerInfo info;
    f.peer->fill(info);
    QVERIFY(info.isPolled && info.facts.isPolled && info.facts.givesWitness() && info.facts.isLoopback);
    QCOMPARE(info.name, QStringLiteral("Bo"));
    QCOMPARE(info.facts.startHeight, 5);
    QCOMPARE(info.clockOffset, std::int64_t(9));
    QTRY_COMPARE(f.stub.count("/p2p/v1/mempool"), 1);
    QCOMPARE(f.stub.count("/p2p/v1/hello"), 1);
    QVERIFY(f.until("/p2p/v1/hello", 3));
    QVERIFY(f.clock.steadyMs() >= 10'000); // five seconds apart
    QVERIFY(f.got.empty() && f.ends.empty());
}

void PolledPeerTest::pushesBlocksFirst() {
    PolledFixture f;
    const auto genesis = consensus::regtestParams().genesis;
    f.stub.answers["/p2p/v1/block"] = R"({"accepted":true})";
    f.stub.answers["/p2p/v1/headers"] = "";
    f.start();
    for (int i = 0; i < 3; ++i)
        f.peer->send(wire::GetHeaders{wire::kProtocolVersion, {genesis->header.hash()}, {}});
    const std::size_t before = f.stub.requests.size();
    f.peer->send(wire::BlockMessage{genesis});
    f.peer->send(wire::BlockMessage{genesis});
    QVERIFY(f.until("/p2p/v1/block", 2));
    std::vector<QByteArray> paths;
    for (std::size_t i = before; i < f.stub.requests.size(); ++i)
        if (f.stub.requests[i].path != "/p2p/v1/hello") paths.push_back(f.stub.requests[i].path);
    QVERIFY(paths.size() >= 2 && paths[0] == "/p2p/v1/block" && paths[1] == "/p2p/v1/block");
    const util::Bytes wanted = genesis->serialize();
    for (const auto& request : f.stub.requests) {
        if (request.path != "/p2p/v1/block") continue;
        QCOMPARE(request.body, QByteArray(reinterpret_cast<const char*>(wanted.data()), wanted.size()));
    }
    QVERIFY(f.until("/p2p/v1/headers", 3));
    QVERIFY(f.ends.empty());
}

void PolledPeerTest::pushesToNobodyWhoTakesNone() {
    PolledFixture f;
    const auto genesis = consensus::regtestParams().genesis;
    f.start();
    for (int i = 0; i < 5; ++i) {
        f.peer->send(wire::BlockMessage{genesis}); // 404
        QVERIFY(f.until("/p2p/v1/hello", 2 + i));
    }
    QCOMPARE(f.stub.count("/p2p/v1/block"), 1);
    QVERIFY(f.ends.empty());
}

void PolledPeerTest::asksForHeaders() {
    PolledFixture f;
    const auto header = consensus::regtestParams().genesis->header;
    f.stub.answers["/p2p/v1/headers"] = encodeHeaders({header, header});
    f.start();
    f.peer->send(wire::GetHeaders{wire::kProtocolVersion, {header.hash()}, {}});
    QTRY_VERIFY(f.last<wire::Headers>() != nullptr);
    QCOMPARE(f.last<wire::Headers>()->list.size(), std::size_t(2));
    for (const auto& request : f.stub.requests) {
        if (request.path != "/p2p/v1/headers") continue;
        const auto asked = decodeHeadersRequest(request.body);
        QVERIFY(asked && asked->locator == std::vector{header.hash()});
    }
}

void PolledPeerTest::asksForBlocksSomeAtATime() {
    PolledFixture f;
    const auto genesis = consensus::regtestParams().genesis;
    f.stub.answers["/p2p/v1/blocks"] = encodeBlocks({genesis});
    f.start();
    wire::GetData wanted;
    wanted.items.push_back({wire::ItemKind::BlockWithWitness, genesis->header.hash().bytes()});
    for (std::uint8_t i = 0; i < 19; ++i)
        wanted.items.push_back({wire::ItemKind::Block, {1, i}});
    f.peer->send(wanted);
    QVERIFY(f.until("/p2p/v1/blocks", 2));
    QTRY_COMPARE(f.got.size(), std::size_t(4)); // block and notfound, twice
    QVERIFY(std::get<wire::BlockMessage>(f.got[0]).block->header == genesis->header);
    QCOMPARE(std::get<wire::NotFound>(f.got[1]).items.size(), std::size_t(15));
    QCOMPARE(std::get<wire::NotFound>(f.got[3]).items.size(), std::size_t(4));
}

void PolledPeerTest::asksForFewerWhenTheyAreTooLong() {
    PolledFixture f;
    f.options.blocks = {30'000, 1000};
    const auto genesis = consensus::regtestParams().genesis;
    f.stub.raw = [&](const support::HttpStub::Request& request) -> std::optional<QByteArray> {
        if (request.path != "/p2p/v1/blocks") return std::nullopt;
        QByteArray body;
        for (qsizetype i = 0; i < request.body.size() / 32; ++i)
            body += encodeBlocks({genesis}); // 289 bytes each
        return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    };
    f.start();
    wire::GetData wanted;
    for (int i = 0; i < 16; ++i)
        wanted.items.push_back({wire::ItemKind::Block, genesis->header.hash().bytes()});
    f.peer->send(wanted);
    QVERIFY(f.until("/p2p/v1/blocks", 4));
    const auto blocks = [&] {
        return std::ranges::count_if(
            f.got, [](const auto& m) { return std::holds_alternative<wire::BlockMessage>(m); });
    };
    QVERIFY(QTest::qWaitFor([&] {
        f.clock.advanceMs(100);
        f.peer->tick();
        return blocks() == 16;
    }));
    QVERIFY(f.ends.empty());
}

void PolledPeerTest::asksForTransactions() {
    PolledFixture f;
    const auto transaction = consensus::regtestParams().genesis->transactions[0];
    f.stub.answers["/p2p/v1/txs"] = encodeTransactions({transaction});
    f.start();
    f.peer->send(wire::GetData{{{wire::ItemKind::WtxId, transaction->wtxid().bytes()},
                                {wire::ItemKind::WtxId, {7}},
                                {wire::ItemKind::Transaction, {8}}}});
    QTRY_COMPARE(f.got.size(), std::size_t(3));
    QVERIFY((std::get<wire::NotFound>(f.got[0]).items[0].hash == util::ByteArray<32>{8})); // not by that name
    QVERIFY(std::get<wire::TransactionMessage>(f.got[1]).transaction->txid() == transaction->txid());
    QVERIFY((std::get<wire::NotFound>(f.got[2]).items[0].hash == util::ByteArray<32>{7}));
}

void PolledPeerTest::tellsOfANewTip() {
    PolledFixture f;
    f.start();
    QVERIFY(f.until("/p2p/v1/hello", 2));
    QVERIFY(f.got.empty());
    f.theirs.tip = primitives::BlockHash(util::ByteArray<32>{5});
    f.say(f.theirs);
    QVERIFY(f.until("/p2p/v1/hello", 5));
    QTRY_COMPARE(f.got.size(), std::size_t(1));
    const auto* news = f.last<wire::Inventory>();
    QVERIFY(news != nullptr && news->items[0].kind == wire::ItemKind::Block && news->items[0].hash[0] == 5);
}

void PolledPeerTest::tellsOfNewTransactionsOnce() {
    PolledFixture f;
    const primitives::WtxId one(util::ByteArray<32>{1});
    const primitives::WtxId two(util::ByteArray<32>{2});
    f.stub.answers["/p2p/v1/mempool"] = encodeWtxids({one, one});
    f.start();
    QVERIFY(f.until("/p2p/v1/mempool", 3));
    QTRY_COMPARE(f.got.size(), std::size_t(1));
    QCOMPARE(f.last<wire::Inventory>()->items.size(), std::size_t(1));
    f.stub.answers["/p2p/v1/mempool"] = encodeWtxids({one, two});
    QVERIFY(f.until("/p2p/v1/mempool", 6));
    QTRY_COMPARE(f.got.size(), std::size_t(2));
    QCOMPARE(f.last<wire::Inventory>()->items[0].hash[0], std::uint8_t(2));
}

void PolledPeerTest::answersPingsItself() {
    PolledFixture f;
    f.start();
    f.peer->send(wire::Ping{9});
    QCOMPARE(f.last<wire::Pong>()->nonce, std::uint64_t(9));
    f.peer->send(wire::SendHeaders{}); // means nothing to it
    f.peer->serve({}, true);
    QCOMPARE(f.got.size(), std::size_t(1));
}

void PolledPeerTest::givesEverythingItsTurnHoweverSlowTheAnswers() {
    PolledFixture f;
    f.stub.raw = [&](const support::HttpStub::Request&) -> std::optional<QByteArray> {
        f.clock.advanceMs(20'000); // each takes longer than the time between two polls
        f.peer->tick();
        return std::nullopt;
    };
    f.start();
    f.peer->send(wire::GetHeaders{});
    QVERIFY(f.until("/p2p/v1/headers", 1));
    QVERIFY(f.stub.count("/p2p/v1/hello") <= 3);
}

void PolledPeerTest::neverRunsHot() {
    PolledFixture f;
    f.stub.answers["/p2p/v1/headers"] = "";
    f.start();
    for (int i = 0; i < 5'000; ++i)
        f.peer->send(wire::GetHeaders{});
    QTest::qWait(300); // time stands still
    QVERIFY2(f.stub.requests.size() <= 101, qPrintable(QString::number(f.stub.requests.size())));
    const std::size_t before = f.stub.requests.size();
    for (int i = 0; i < 20; ++i) { // a second and more
        f.clock.advanceMs(50);
        f.peer->tick();
        QTest::qWait(5);
    }
    QVERIFY(f.stub.requests.size() <= before + 21);
}

void PolledPeerTest::waitsForTheBudget() {
    PolledFixture f;
    f.budget = PeerBudget({100, 100, 100, 100});
    f.start();
    QTRY_COMPARE(f.stub.count("/p2p/v1/mempool"), 1);
    f.budget.given(1, 100);
    f.peer->send(wire::GetHeaders{});
    QTest::qWait(50);
    QCOMPARE(f.stub.count("/p2p/v1/headers"), 0);
    f.peer->handled(100);
    QTRY_COMPARE(f.stub.count("/p2p/v1/headers"), 1);
}

void PolledPeerTest::endsAfterFailures() {
    PolledFixture f;
    f.start();
    QTRY_COMPARE(f.stub.count("/p2p/v1/mempool"), 1);
    f.stub.answers.clear();
    QVERIFY(f.until("/p2p/v1/hello", 100));
    QCOMPARE(f.ends.size(), std::size_t(1));
    QCOMPARE(f.ends[0].fault, PeerFault::NotANode);
    QVERIFY(f.ends[0].wasReady);
    QCOMPARE(f.stub.count("/p2p/v1/hello"), 4);
    f.peer->tick();
    f.peer->send(wire::GetHeaders{}); // nothing more
}

void PolledPeerTest::needsNoMempool() {
    PolledFixture f;
    f.stub.answers.erase("/p2p/v1/mempool");
    f.start();
    QVERIFY(f.until("/p2p/v1/mempool", 10));
    QVERIFY(f.ends.empty());
}

void PolledPeerTest::endsAtNonsense_data() {
    QTest::addColumn<QByteArray>("path");
    for (const char* path :
         {"/p2p/v1/hello", "/p2p/v1/mempool", "/p2p/v1/headers", "/p2p/v1/blocks", "/p2p/v1/txs"})
        QTest::newRow(path) << QByteArray(path);
}

void PolledPeerTest::endsAtNonsense() {
    QFETCH(QByteArray, path);
    PolledFixture f;
    f.stub.answers[path] = "nonsense";
    f.start();
    f.peer->send(wire::GetHeaders{});
    f.peer->send(wire::GetData{{{wire::ItemKind::Block, {1}}, {wire::ItemKind::WtxId, {2}}}});
    f.stub.answers.try_emplace("/p2p/v1/headers", "");
    QTRY_COMPARE(f.ends.size(), std::size_t(1));
    QVERIFY(f.ends[0].drop && f.ends[0].drop->reason == Misbehaviour::MalformedMessage);
}

void PolledPeerTest::leavesAnotherNetwork() {
    PolledFixture f;
    Hello other = f.theirs;
    other.genesis = {};
    f.say(other);
    f.start();
    QSignalSpy changed(f.peer.get(), &PolledPeer::changedNetwork);
    QTRY_COMPARE(f.ends.size(), std::size_t(1));
    QCOMPARE(changed.count(), 1);
    QVERIFY(f.ends[0].drop && f.ends[0].drop->reason == Misbehaviour::WrongNetwork);
}

void PolledPeerTest::tellsThatLinksAreTaken() {
    PolledFixture f;
    f.start();
    QSignalSpy spy(f.peer.get(), &PolledPeer::listensAt);
    f.theirs.port = 5001;
    f.say(f.theirs);
    QVERIFY(f.until("/p2p/v1/hello", 3));
    QTRY_VERIFY(spy.count() > 0);
    QCOMPARE(spy[0][0].value<quint16>(), quint16(5001));
}

CAIRN_TEST(PolledPeerTest)
#include "PolledPeerTest.moc"
