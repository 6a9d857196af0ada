#include "net/link/Link.h"
#include "consensus/ChainParams.h"
#include "support/FakeClock.h"
#include "support/RawPeer.h"
#include "support/TestProgram.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace net;

namespace {

using support::kLinkMagic;
using support::RawPeer;

struct LinkFixture {
    support::FakeClock clock;
    Hello self;
    PeerBudget budget;
    UploadLimit upload{0};
    std::uint64_t ownNonce = 0;
    std::map<primitives::BlockHash, util::Bytes> store;
    int blocksRead = 0;
    Link::Environment environment{clock,
                                  self,
                                  budget,
                                  upload,
                                  [this](const primitives::BlockHash& hash) {
                                      ++blocksRead;
                                      QPromise<util::Bytes> promise;
                                      promise.start();
                                      promise.addResult(store[hash]);
                                      promise.finish();
                                      return promise.future();
                                  },
                                  [this](std::uint64_t nonce) { return nonce == ownNonce; }};
    Link::Options options;
    QTcpServer server;
    QTcpSocket socket; ///< the far end
    std::unique_ptr<QTcpSocket> accepted;
    std::unique_ptr<RawPeer> peer;
    std::unique_ptr<Link> link;
    std::vector<wire::Message> got;
    std::size_t gotBytes = 0;
    std::vector<ConnectionEnd> ends;

    LinkFixture() {
        options.magic = kLinkMagic;
        self.agent = QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0(Mia)/");
        self.height = 113;
        if (!server.listen(QHostAddress::LocalHost)) qFatal("no port");
    }
    void watch() {
        QObject::connect(link.get(), &Link::received, link.get(),
                         [this](const PeerConnection::Messages& messages, std::size_t bytes) {
                             got.insert(got.end(), messages->begin(), messages->end());
                             gotBytes += bytes;
                         });
        QObject::connect(link.get(), &Link::ended, link.get(),
                         [this](const ConnectionEnd& how) { ends.push_back(how); });
    }
    /// The far end dials.
    bool dialIn() {
        socket.connectToHost(QHostAddress::LocalHost, server.serverPort());
        if (!QTest::qWaitFor([&] { return server.hasPendingConnections(); })) return false;
        std::unique_ptr<QTcpSocket> near(server.nextPendingConnection());
        near->setParent(nullptr);
        link = std::make_unique<Link>(1, environment, options, std::move(near));
        peer = std::make_unique<RawPeer>(socket);
        watch();
        return true;
    }
    bool dialOut() {
        link =
            std::make_unique<Link>(1, environment, options, QStringLiteral("127.0.0.1"), server.serverPort());
        watch();
        if (!QTest::qWaitFor([&] { return server.hasPendingConnections(); })) return false;
        accepted.reset(server.nextPendingConnection());
        accepted->setParent(nullptr);
        peer = std::make_unique<RawPeer>(*accepted);
        return true;
    }
    static wire::Version version() {
        wire::Version out;
        out.services = wire::kServiceNetwork | wire::kServiceWitness;
        out.time = 2'000'000'007;
        out.nonce = 99;
        out.userAgent = "/Satoshi:30.0.0/";
        out.startHeight = 7;
        return out;
    }
    bool shakeHands() {
        if (!dialIn()) return false;
        peer->send(version());
        peer->send(wire::Verack{});
        return QTest::qWaitFor([&] { return link->isReady() && peer->has("ping"); });
    }
    [[nodiscard]] bool endedWith(Misbehaviour what) const {
        return ends.size() == 1 && ends[0].drop && ends[0].drop->reason == what;
    }
    /// Everything that was sent has been looked at: a message behind it came out.
    bool sync() {
        const std::size_t before = got.size();
        peer->send(wire::Ping{5});
        return QTest::qWaitFor([&] { return got.size() > before || !ends.empty(); });
    }
};

} // namespace

class LinkTest : public QObject {
    Q_OBJECT
private slots:
    void answersWhoDialsIn();
    void introducesItselfWhereItDials();
    void leavesNewWordsOutForOldPrograms();
    void dropsObsoleteVersions();
    void passesOverWhatComesTooEarly();
    void keepsWhatIsLikedFromBeforeTheVerack();
    void refusesToNegotiateLate();
    void findsItself();
    void endsHandshakesThatTakeTooLong();
    void handsMessagesOnInOrder();
    void passesOverBadFrames();
    void endsAfterManyBadFrames();
    void endsAtWhatIsForbidden_data();
    void endsAtWhatIsForbidden();
    void tellsAnotherLanguageFromNobody();
    void pingsAndMeasures();
    void endsWithoutAPong();
    void endsAMessageWithoutEnd();
    void stopsReadingWhileTheNodeIsBusy();
    void servesBlocksInTheirPlace();
    void servesWithoutWitness();
    void boundsWhatIsNotRead();
    void givesAddressesInTheFormAskedFor();
    void keepsALogOfTheLast();
};

void LinkTest::answersWhoDialsIn() {
    LinkFixture f;
    QVERIFY(f.dialIn());
    QSignalSpy ready(f.link.get(), &Link::shookHands);
    // Nothing is said to who says nothing.
    f.link->tick();
    QTest::qWait(0);
    QVERIFY(f.peer->all().isEmpty());
    f.peer->send(LinkFixture::version());
    QTRY_VERIFY(f.peer->has("verack"));
    QCOMPARE(f.peer->all(), QStringList({QStringLiteral("version"), QStringLiteral("wtxidrelay"),
                                         QStringLiteral("sendaddrv2"), QStringLiteral("verack")}));
    const auto& ours = f.peer->last<wire::Version>("version");
    QCOMPARE(ours.protocol, 70016);
    QCOMPARE(ours.services, std::uint64_t(0x409));
    QCOMPARE(ours.time, f.clock.now());
    QCOMPARE(ours.userAgent, std::string("/Satoshi:30.0.0/Cairn:0.1.0(Mia)/"));
    QCOMPARE(ours.startHeight, 113);
    QVERIFY(ours.relay && ours.nonce != 0);
    QVERIFY(!f.link->isReady());
    f.peer->send(wire::WtxidRelay{});
    f.peer->send(wire::Verack{});
    QTRY_COMPARE(ready.count(), 1);
    const auto facts = ready[0][0].value<PeerFacts>();
    QVERIFY(facts.dialledIn && facts.isLoopback && facts.wtxidRelay && facts.givesWitness());
    QCOMPARE(facts.startHeight, 7);
    QTRY_VERIFY(f.peer->has("ping"));
    QVERIFY(f.peer->has("sendcmpct"));
    QVERIFY(!f.peer->has("getaddr")); // who dials in is not asked
    PeerInfo info;
    f.link->fill(info);
    QCOMPARE(info.clockOffset, std::int64_t(7));
    QCOMPARE(info.agent, QStringLiteral("/Satoshi:30.0.0/"));
}

void LinkTest::introducesItselfWhereItDials() {
    LinkFixture f;
    QVERIFY(f.dialOut());
    QTRY_VERIFY(f.peer->has("version"));
    QVERIFY((f.peer->last<wire::Version>("version").receiver ==
             wire::NetAddress{wire::NetAddress::Kind::Ipv4, {127, 0, 0, 1}, f.server.serverPort()}));
    wire::Version theirs = LinkFixture::version();
    theirs.userAgent = "/Satoshi:30.0.0/Cairn:0.1.0(Bo)/";
    f.peer->send(theirs);
    f.peer->send(wire::Verack{});
    QTRY_VERIFY(f.peer->has("getaddr"));
    QVERIFY(f.link->isReady() && !f.link->dialledIn());
    PeerInfo info;
    f.link->fill(info);
    QCOMPARE(info.name, QStringLiteral("Bo"));
}

void LinkTest::leavesNewWordsOutForOldPrograms() {
    LinkFixture f;
    QVERIFY(f.dialIn());
    wire::Version old = LinkFixture::version();
    old.protocol = 70013;
    f.peer->send(old);
    f.peer->send(wire::WtxidRelay{}); // means nothing between old programs
    f.peer->send(wire::Verack{});
    QTRY_VERIFY(f.peer->has("ping"));
    QVERIFY(!f.peer->has("wtxidrelay") && !f.peer->has("sendaddrv2") && !f.peer->has("sendcmpct"));
    PeerInfo info;
    f.link->fill(info);
    QVERIFY(!info.facts.wtxidRelay);
}

void LinkTest::dropsObsoleteVersions() {
    LinkFixture f;
    QVERIFY(f.dialIn());
    wire::Version old = LinkFixture::version();
    old.protocol = 31799;
    f.peer->send(old);
    QTRY_COMPARE(f.ends.size(), std::size_t(1));
    QCOMPARE(f.ends[0].fault, PeerFault::TooOld);
    QTRY_COMPARE(f.socket.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(f.peer->all().isEmpty());
}

void LinkTest::passesOverWhatComesTooEarly() {
    LinkFixture f;
    QVERIFY(f.dialIn());
    f.peer->send(wire::Ping{1});
    f.peer->send(wire::GetAddr{});
    f.peer->send(wire::Verack{});
    f.peer->send(LinkFixture::version());
    f.peer->send(wire::Ping{2});
    f.peer->send(LinkFixture::version()); // a second one
    QTRY_VERIFY(f.peer->has("verack"));
    QVERIFY(!f.link->isReady());
    f.peer->send(wire::Verack{});
    f.peer->send(wire::Verack{}); // another one
    f.peer->send(wire::Ping{3});
    QTRY_COMPARE(f.got.size(), std::size_t(1));
    QCOMPARE(std::get<wire::Ping>(f.got[0]).nonce, std::uint64_t(3));
    QCOMPARE(f.peer->all().count(QStringLiteral("version")), 1);
    QVERIFY(f.ends.empty());
}

void LinkTest::keepsWhatIsLikedFromBeforeTheVerack() {
    LinkFixture f;
    QVERIFY(f.dialIn());
    f.peer->send(LinkFixture::version());
    f.peer->send(wire::SendHeaders{});
    f.peer->send(wire::SendCompact{true, 2});
    f.peer->send(wire::Verack{});
    QTRY_COMPARE(f.got.size(), std::size_t(2));
    QVERIFY(std::holds_alternative<wire::SendHeaders>(f.got[0]));
    QVERIFY(std::get<wire::SendCompact>(f.got[1]).highBandwidth);
}

void LinkTest::refusesToNegotiateLate() {
    for (const wire::Message& message :
         {wire::Message(wire::SendAddrV2{}), wire::Message(wire::WtxidRelay{})}) {
        LinkFixture f;
        QVERIFY(f.shakeHands());
        f.peer->send(message);
        QTRY_VERIFY(f.endedWith(Misbehaviour::BadRequest));
    }
}

void LinkTest::findsItself() {
    LinkFixture f;
    f.ownNonce = 99;
    QVERIFY(f.dialIn());
    f.peer->send(LinkFixture::version());
    QTRY_COMPARE(f.ends.size(), std::size_t(1));
    QVERIFY(f.ends[0].isSelf);
}

void LinkTest::endsHandshakesThatTakeTooLong() {
    LinkFixture f;
    QVERIFY(f.dialIn());
    f.peer->send(LinkFixture::version());
    QTRY_VERIFY(f.peer->has("verack"));
    f.clock.advance(60);
    f.link->tick();
    QVERIFY(f.ends.empty());
    f.clock.advance(1);
    f.link->tick();
    QCOMPARE(f.ends.size(), std::size_t(1));
    QCOMPARE(f.ends[0].fault, PeerFault::TimedOut);
    QVERIFY(!f.ends[0].wasReady);
}

void LinkTest::handsMessagesOnInOrder() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    std::size_t bytes = 0;
    for (std::uint64_t i = 0; i < 500; ++i) {
        f.peer->send(wire::Ping{i});
        f.peer->send(wire::Unknown{"sendtxrcncl"});
        bytes += 24 + 8;
    }
    QTRY_COMPARE(f.got.size(), std::size_t(500));
    for (std::uint64_t i = 0; i < 500; ++i)
        QCOMPARE(std::get<wire::Ping>(f.got[i]).nonce, i);
    QVERIFY(f.gotBytes >= bytes);
}

void LinkTest::passesOverBadFrames() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    util::Bytes changed = wire::encode(wire::Ping{1}, kLinkMagic);
    changed.back() ^= 1;
    f.peer->sendBytes(changed);
    util::Bytes unnamed = wire::encode(wire::Ping{1}, kLinkMagic);
    unnamed[5] = 0;
    f.peer->sendBytes(unnamed);
    f.peer->sendBytes(wire::frame("addrv2", {}, kLinkMagic));
    QVERIFY(f.sync());
    QVERIFY(f.ends.empty());
    QCOMPARE(f.got.size(), std::size_t(1));
    PeerInfo info;
    f.link->fill(info);
    QCOMPARE(info.receivedByCommand[QStringLiteral("*other*")].bytes, std::int64_t(32 + 32 + 24));
}

void LinkTest::endsAfterManyBadFrames() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    for (int i = 0; i < 51; ++i)
        f.peer->sendBytes(wire::frame("inv", {}, kLinkMagic));
    QTRY_VERIFY(f.endedWith(Misbehaviour::MalformedMessage));
}

void LinkTest::endsAtWhatIsForbidden_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* name, const util::Bytes& bytes, Misbehaviour reason) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                          qsizetype(bytes.size()))
                            << int(reason);
    };
    row("too many items", wire::frame("inv", util::Bytes{0xfd, 0x51, 0xc3}, kLinkMagic),
        Misbehaviour::TooManyMessages);
    row("forbidden value", wire::frame("sendcmpct", util::Bytes{2, 2, 0, 0, 0, 0, 0, 0, 0}, kLinkMagic),
        Misbehaviour::MalformedMessage);
    row("wrong magic", wire::encode(wire::Ping{}, {1, 2, 3, 4}), Misbehaviour::MalformedMessage);
    util::Bytes large = wire::encode(wire::Verack{}, kLinkMagic);
    large[19] = 1;
    row("too long", large, Misbehaviour::OversizeMessage);
}

void LinkTest::endsAtWhatIsForbidden() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, reason);
    LinkFixture f;
    QVERIFY(f.shakeHands());
    f.peer->send(wire::Ping{8});
    f.peer->sendBytes({bytes.begin(), bytes.end()});
    QTRY_VERIFY(f.endedWith(Misbehaviour(reason)));
    QVERIFY(f.ends[0].wasReady);
    QCOMPARE(f.got.size(), std::size_t(1)); // what came before counts
    QTRY_COMPARE(f.socket.state(), QAbstractSocket::UnconnectedState);
}

void LinkTest::tellsAnotherLanguageFromNobody() {
    LinkFixture f;
    QVERIFY(f.dialOut());
    f.accepted->write("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTRY_COMPARE(f.ends.size(), std::size_t(1));
    QCOMPARE(f.ends[0].fault, PeerFault::NotANode);

    LinkFixture closing;
    QVERIFY(closing.dialOut());
    closing.accepted->close();
    QTRY_COMPARE(closing.ends.size(), std::size_t(1));
    QCOMPARE(closing.ends[0].fault, PeerFault::ClosedAtOnce);

    LinkFixture nobody;
    const quint16 port = nobody.server.serverPort();
    nobody.server.close();
    nobody.link =
        std::make_unique<Link>(1, nobody.environment, nobody.options, QStringLiteral("127.0.0.1"), port);
    nobody.watch();
    QTRY_COMPARE(nobody.ends.size(), std::size_t(1));
    QCOMPARE(nobody.ends[0].fault, PeerFault::Refused);
}

void LinkTest::pingsAndMeasures() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    PeerInfo info;
    f.clock.advance(3);
    f.link->fill(info);
    QCOMPARE(info.pingWaitMs, std::int64_t(3'000));
    f.peer->send(wire::Pong{f.peer->last<wire::Ping>("ping").nonce + 1}); // of another
    QVERIFY(f.sync());
    f.link->fill(info);
    QCOMPARE(info.pingWaitMs, std::int64_t(3'000));
    f.peer->send(wire::Pong{f.peer->last<wire::Ping>("ping").nonce});
    QVERIFY(f.sync());
    f.link->fill(info);
    QCOMPARE(info.pingMs, std::int64_t(3'000));
    QCOMPARE(info.lowestPingMs, std::int64_t(3'000));
    QCOMPARE(info.pingWaitMs, std::int64_t(-1));
    f.clock.advance(118);
    f.link->tick();
    f.link->fill(info);
    QCOMPARE(info.pingWaitMs, std::int64_t(0));
    QTRY_COMPARE(f.peer->all().count(QStringLiteral("ping")), 2);
    f.peer->send(wire::Pong{0}); // ends the wait, measures nothing
    QVERIFY(f.sync());
    f.link->fill(info);
    QCOMPARE(info.pingWaitMs, std::int64_t(-1));
    QCOMPARE(info.pingMs, std::int64_t(3'000));
}

void LinkTest::endsWithoutAPong() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    f.clock.advance(600);
    QVERIFY(f.sync()); // it speaks, but does not answer
    f.link->tick();
    QVERIFY(f.ends.empty());
    f.clock.advance(601);
    QVERIFY(f.sync());
    f.link->tick();
    QVERIFY(f.endedWith(Misbehaviour::NoAnswer));
}

void LinkTest::endsAMessageWithoutEnd() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    f.peer->send(wire::Pong{f.peer->last<wire::Ping>("ping").nonce});
    QVERIFY(f.sync());
    f.link->handled(f.gotBytes);
    const util::Bytes bytes = wire::frame("block", util::Bytes(1'000'000), kLinkMagic);
    std::size_t sent = 0;
    for (int minute = 0; minute <= 20 && f.ends.empty(); ++minute) { // a byte a minute
        f.peer->sendBytes({bytes[sent++]});
        QTRY_COMPARE(f.budget.total(), sent);
        f.link->tick();
        QVERIFY(f.ends.empty());
        f.peer->read();
        f.clock.advance(60);
    }
    f.link->tick();
    QVERIFY(f.endedWith(Misbehaviour::NoAnswer));
    QCOMPARE(f.budget.total(), std::size_t(0));
}

void LinkTest::stopsReadingWhileTheNodeIsBusy() {
    LinkFixture f;
    f.budget = PeerBudget({1'000'000, 10'000'000, 64'000'000, 64'000'000});
    QVERIFY(f.shakeHands());
    const util::Bytes large = wire::frame("filterload", util::Bytes(400'000), kLinkMagic);
    for (int i = 0; i < 20; ++i)
        f.peer->sendBytes(large);
    QTRY_VERIFY(f.gotBytes >= 1'000'000);
    QTest::qWait(50); // nothing more would come
    QVERIFY(f.gotBytes <= 1'000'000 + 2 * large.size());
    QVERIFY(f.socket.bytesToWrite() > 0 || f.gotBytes < 20 * large.size());
    for (int round = 0; round < 20 && f.got.size() < 20; ++round) {
        f.link->handled(f.gotBytes);
        const std::size_t before = f.got.size();
        QTRY_VERIFY(f.got.size() > before || f.got.size() == 20);
    }
    QCOMPARE(f.got.size(), std::size_t(20));
}

void LinkTest::servesBlocksInTheirPlace() {
    LinkFixture f;
    const primitives::BlockRef genesis = consensus::regtestParams().genesis;
    f.store[genesis->header.hash()] = genesis->serialize();
    QVERIFY(f.shakeHands());
    f.peer->read();
    f.link->send(wire::Pong{1});
    f.link->serve(genesis->header.hash(), true);
    f.link->serve({}, true); // not there
    f.link->send(wire::Pong{2});
    QTRY_VERIFY(f.peer->all().count(QStringLiteral("pong")) == 2);
    QCOMPARE(f.peer->all().last(4), QStringList({QStringLiteral("pong"), QStringLiteral("block"),
                                                 QStringLiteral("notfound"), QStringLiteral("pong")}));
    QCOMPARE(f.peer->last<wire::BlockMessage>("block").block->header, genesis->header);
}

void LinkTest::servesWithoutWitness() {
    LinkFixture f;
    primitives::TransactionParts parts;
    parts.inputs.emplace_back().witness = {{1}};
    parts.outputs.emplace_back();
    primitives::Block block = *consensus::regtestParams().genesis;
    block.transactions.push_back(std::make_shared<const primitives::Transaction>(std::move(parts)));
    f.store[block.header.hash()] = block.serialize();
    QVERIFY(f.shakeHands());
    f.link->serve(block.header.hash(), false);
    QTRY_VERIFY(f.peer->has("block"));
    QVERIFY(!f.peer->last<wire::BlockMessage>("block").block->transactions[1]->hasWitness());
    f.link->serve(block.header.hash(), true);
    QTRY_COMPARE(f.peer->all().count(QStringLiteral("block")), 2);
    QVERIFY(f.peer->last<wire::BlockMessage>("block").block->transactions[1]->hasWitness());
}

void LinkTest::boundsWhatIsNotRead() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    f.socket.setReadBufferSize(1);
    primitives::TransactionParts parts;
    parts.inputs.emplace_back().scriptSig = util::Bytes(1'000'000);
    primitives::Block block = *consensus::regtestParams().genesis;
    block.transactions.push_back(std::make_shared<const primitives::Transaction>(std::move(parts)));
    const primitives::BlockHash hash = block.header.hash();
    f.store[hash] = block.serialize();
    for (int i = 0; i < 1000; ++i)
        f.link->serve(hash, true);
    QTest::qWait(50);
    // What the system takes by itself, and little more than one.
    QVERIFY2(f.blocksRead < 30, qPrintable(QString::number(f.blocksRead)));
    QVERIFY(f.budget.total() < 3'000'000);
    f.clock.advance(119);
    f.link->tick();
    QVERIFY(f.ends.empty());
    f.clock.advance(2);
    f.link->tick();
    QVERIFY(f.endedWith(Misbehaviour::ReadsNothing));
    QCOMPARE(f.budget.total(), std::size_t(0));

    LinkFixture flooded;
    QVERIFY(flooded.shakeHands());
    flooded.socket.setReadBufferSize(1);
    for (int i = 0; i < 1'000'000 && flooded.ends.empty(); ++i)
        flooded.link->serve(hash, true);
    QVERIFY(flooded.endedWith(Misbehaviour::ReadsNothing));
}

void LinkTest::givesAddressesInTheFormAskedFor() {
    const wire::TimedAddress v4{5, 9, {wire::NetAddress::Kind::Ipv4, {10, 0, 0, 1}, 5001}};
    const wire::TimedAddress tor{5, 9, {wire::NetAddress::Kind::TorV3, util::Bytes(32, 1), 5001}};
    for (const bool isNew : {false, true}) {
        LinkFixture f;
        QVERIFY(f.dialIn());
        f.peer->send(LinkFixture::version());
        if (isNew) f.peer->send(wire::SendAddrV2{});
        f.peer->send(wire::Verack{});
        QTRY_VERIFY(f.link->isReady());
        f.link->sendAddresses({v4, tor});
        const char* command = isNew ? "addrv2" : "addr";
        QTRY_VERIFY(f.peer->has(command));
        QCOMPARE(f.peer->last<wire::Addresses>(command).list.size(), std::size_t(isNew ? 2 : 1));
    }
}

void LinkTest::keepsALogOfTheLast() {
    LinkFixture f;
    QVERIFY(f.shakeHands());
    for (std::uint64_t i = 0; i < 100; ++i) {
        f.peer->send(wire::Ping{i});
        f.peer->send(wire::Inventory{{{wire::ItemKind::Block, {}}, {wire::ItemKind::Block, {}}}});
        f.peer->send(wire::Inventory{{{wire::ItemKind::Block, {}}}});
    }
    QTRY_COMPARE(f.got.size(), std::size_t(300));
    PeerInfo info;
    f.link->fill(info);
    QCOMPARE(info.lastMessages.size(), std::size_t(50));
    const PeerMessageNote& last = info.lastMessages.back();
    QCOMPARE(last.command, QStringLiteral("inv"));
    QCOMPARE(last.times, 2);
    QCOMPARE(last.count, 3);
    QVERIFY(!last.isOurs);
    QCOMPARE(info.receivedByCommand[QStringLiteral("inv")].messages, std::int64_t(200));
    QVERIFY(info.sentByCommand.contains(QStringLiteral("version")));
}

CAIRN_TEST(LinkTest)
#include "LinkTest.moc"
