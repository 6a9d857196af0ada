#include "net/PeerManager.h"
#include "consensus/ChainParams.h"
#include "net/PeerPrograms.h"
#include "net/address/HostAddress.h"
#include "net/link/HttpProtocol.h"
#include "net/wire/Codec.h"
#include "support/FakeClock.h"
#include "support/HttpStub.h"
#include "support/TestProgram.h"

#include <QPromise>

using namespace net;

namespace {

Hello managerHello() {
    Hello hello;
    hello.genesis = hello.tip = consensus::regtestParams().genesisHash;
    hello.magic = QStringLiteral("fabfb5da");
    hello.agent = QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0(Mia)/");
    hello.rulesJson = QStringLiteral(R"({"block_reward":"50.00000000","target_block_time":10})");
    return hello;
}

/// A PeerManager, the port others reach it at, and what it told.
struct ManagedNode {
    support::FakeClock clock;
    PeerManager::Options options;
    QTcpServer server;
    std::unique_ptr<PeerManager> manager;
    std::vector<PeerId> connected, gone;
    std::map<PeerId, PeerFacts> facts;
    std::vector<std::pair<PeerId, wire::Message>> got;

    explicit ManagedNode(bool listens = true, const std::function<void(PeerManager::Options&)>& adjust = {}) {
        options.magic = {0xfa, 0xbf, 0xb5, 0xda};
        if (adjust) adjust(options);
        manager = std::make_unique<PeerManager>(clock, options, [](const primitives::BlockHash&) {
            QPromise<util::Bytes> promise;
            promise.start();
            promise.addResult(consensus::regtestParams().genesis->serialize());
            promise.finish();
            return promise.future();
        });
        manager->setLocalState({managerHello()});
        QObject::connect(manager.get(), &PeerManager::connected, manager.get(),
                         [this](quint64 peer, const PeerFacts& told) {
                             connected.push_back(peer);
                             facts[peer] = told;
                         });
        QObject::connect(manager.get(), &PeerManager::gone, manager.get(),
                         [this](quint64 peer) { gone.push_back(peer); });
        QObject::connect(manager.get(), &PeerManager::received, manager.get(),
                         [this](quint64 peer, const auto& messages, std::size_t bytes) {
                             for (const wire::Message& each : *messages)
                                 got.emplace_back(peer, each);
                             manager->handled(peer, bytes);
                         });
        if (!listens) return;
        if (!server.listen(QHostAddress::LocalHost)) qFatal("no port");
        manager->setListenPort(server.serverPort());
        QObject::connect(&server, &QTcpServer::newConnection, manager.get(), [this] {
            while (QTcpSocket* socket = server.nextPendingConnection()) {
                socket->setParent(nullptr);
                manager->adopt(std::unique_ptr<QTcpSocket>(socket));
            }
        });
    }
    [[nodiscard]] QString address() const { return QStringLiteral("127.0.0.1:%1").arg(server.serverPort()); }
    [[nodiscard]] PeerInfo info(PeerId id) const {
        for (const PeerInfo& each : manager->peers())
            if (each.id == id) return each;
        return {};
    }
};

} // namespace

class PeerManagerTest : public QObject {
    Q_OBJECT
private slots:
    void linksTwoNodes();
    void carriesMessagesAndBlocks();
    void findsItselfOnce();
    void dialsAgainWithGrowingWaits();
    void doesNotDialTwice();
    void findsTheSameNodeUnderTwoNames();
    void refusesAddressesThatAreNone();
    void dropsAndBans();
    void neverBansThisComputerByItself();
    void banishedAreTurnedAwayAndUndone();
    void takesFourWaysOfAnAddress();
    void namesTheRulesOfAnotherNetwork();
    void pollsWhoSpeaksHttpOnly();
    void upgradesWhoBeginsToListen();
    void boundsThoseWhoDialIn();
    void letsEverybodyGoWhenSwitchedOff();
    void learnsAddressesAndDialsThem();
    void hearsWhoPolls();
    void dialsWhoIsNear();
    void savesOnlyWhatIsByHand();
    void whoDialEachOtherAreOnePeer();
    void oneLinkIsOne();
    void dialsWhomItIsToldWithoutAPlace();
    void tellsANewNameAtOnce();
    void remembersWhoGaveWhat();
    void removedPeersAreForgotten();
};

void PeerManagerTest::linksTwoNodes() {
    ManagedNode a(false), b;
    const auto id = a.manager->addPeer(b.address(), PeerOrigin::ByHand);
    QVERIFY(id);
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QCOMPARE(a.connected[0], *id);
    QVERIFY(!a.facts[*id].dialledIn && b.facts[b.connected[0]].dialledIn);
    const PeerInfo there = a.info(*id);
    QCOMPARE(there.state, PeerState::Checking);
    QCOMPARE(there.name, QStringLiteral("Mia"));
    QVERIFY(there.isConnected() && there.isByHand && there.saved);
    QCOMPARE(b.manager->peers().size(), std::size_t(1));
    b.manager->disconnectPeer(b.connected[0]);
    QTRY_COMPARE(a.gone.size(), std::size_t(1));
    QTRY_COMPARE(b.gone.size(), std::size_t(1));
    QVERIFY(b.manager->peers().empty());
    QCOMPARE(a.info(*id).state, PeerState::Unreachable);
    QCOMPARE(a.info(*id).fault, PeerFault::Closed);
    QVERIFY(a.info(*id).nextTry > a.clock.now());
    a.clock.advance(5);
    QTRY_COMPARE(a.connected.size(), std::size_t(2));
}

void PeerManagerTest::carriesMessagesAndBlocks() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    b.manager->carryOut({SendMessage{b.connected[0], wire::SendHeaders{}},
                         ServeBlock{b.connected[0], consensus::regtestParams().genesisHash, true},
                         SendMessage{b.connected[0], wire::FeeFilter{7}}, SendMessage{999, wire::Ping{}}});
    QTRY_VERIFY(!a.got.empty() && std::holds_alternative<wire::FeeFilter>(a.got.back().second));
    std::vector<std::string> commands;
    for (const auto& [peer, message] : a.got) {
        QCOMPARE(peer, id);
        if (!std::holds_alternative<wire::Ping>(message) &&
            !std::holds_alternative<wire::SendCompact>(message))
            commands.push_back(wire::commandOf(message));
    }
    QVERIFY((commands == std::vector<std::string>{"sendheaders", "block", "feefilter"}));
    QCOMPARE(a.info(id).feeFilter, std::int64_t(7));
}

void PeerManagerTest::findsItselfOnce() {
    ManagedNode a;
    const PeerId id = a.manager->addPeer(a.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(a.info(id).state, PeerState::Self);
    QVERIFY(a.connected.empty());
    a.clock.advance(10'000);
    QTest::qWait(600); // two ticks: it is not tried again
    QCOMPARE(a.info(id).state, PeerState::Self);
    QCOMPARE(a.info(id).nextTry, std::int64_t(0));
}

void PeerManagerTest::dialsAgainWithGrowingWaits() {
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const QString address = QStringLiteral("127.0.0.1:%1").arg(nobody.serverPort());
    nobody.close();
    ManagedNode a(false);
    const PeerId id = a.manager->addPeer(address, PeerOrigin::ByHand).value();
    std::int64_t longest = 0;
    for (int i = 0; i < 10; ++i) {
        QTRY_VERIFY(a.info(id).nextTry > a.clock.now());
        QCOMPARE(a.info(id).fault, PeerFault::Refused);
        const std::int64_t wait = a.info(id).nextTry - a.clock.now();
        QVERIFY(wait >= std::min<std::int64_t>(60, 5LL << i) * 3 / 4);
        QVERIFY(wait <= std::min<std::int64_t>(60, 5LL << i) + 1);
        longest = std::max(longest, wait);
        a.clock.advance(wait);
    }
    QVERIFY(longest > 40);
}

void PeerManagerTest::doesNotDialTwice() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QCOMPARE(a.manager->addPeer(b.address(), PeerOrigin::ByHand).value(), id);
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    QCOMPARE(a.manager->addPeer(b.address(), PeerOrigin::CommandLine).value(), id);
    QTest::qWait(300);
    QCOMPARE(a.connected.size(), std::size_t(1));
    QCOMPARE(b.connected.size(), std::size_t(1));
    QCOMPARE(a.manager->savedPeers(), QStringList{b.address()});
}

void PeerManagerTest::findsTheSameNodeUnderTwoNames() {
    ManagedNode a(false), b;
    QVERIFY(a.manager->addPeer(b.address(), PeerOrigin::ByHand));
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    const PeerId twin =
        a.manager->addPeer(QStringLiteral("localhost:%1").arg(b.server.serverPort()), PeerOrigin::ByHand)
            .value();
    QTRY_COMPARE(a.info(twin).fault, PeerFault::Same);
    QVERIFY(a.info(twin).nextTry >= a.clock.now() + 600);
    QCOMPARE(a.connected.size(), std::size_t(1));
    QVERIFY(a.gone.empty());
}

void PeerManagerTest::refusesAddressesThatAreNone() {
    ManagedNode a(false, [](PeerManager::Options& options) { options.maxByHand = 2; });
    const auto faultOf = [&](const char* text, bool linkLocalToo = false) {
        const auto added = a.manager->addPeer(QLatin1String(text), PeerOrigin::ByHand, linkLocalToo);
        return added ? -1 : int(added.error());
    };
    QCOMPARE(faultOf("ftp://x"), int(AddPeerFault::BadAddress));
    QCOMPARE(faultOf("169.254.1.1:5001"), int(AddPeerFault::LinkLocal));
    QCOMPARE(faultOf("[fe80::1]:5001"), int(AddPeerFault::LinkLocal));
    a.manager->ban(QStringLiteral("10.9.0.0/16"), a.clock.now() + 100, true);
    QCOMPARE(faultOf("10.9.1.1:5001"), int(AddPeerFault::Banned));
    a.manager->setNetworkActive(false); // nothing is dialled here
    QCOMPARE(faultOf("169.254.1.1:5001", true), -1);
    QCOMPARE(faultOf("10.0.0.1:5001"), -1);
    QCOMPARE(faultOf("10.0.0.2:5001"), int(AddPeerFault::Full));
}

void PeerManagerTest::dropsAndBans() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    a.manager->carryOut({DropPeer{id, Misbehaviour::InvalidBlock, {}}});
    QCOMPARE(a.gone.size(), std::size_t(1));
    const PeerInfo dropped = a.info(id);
    QCOMPARE(dropped.fault, PeerFault::Misbehaved);
    QVERIFY(dropped.drop && dropped.drop->reason == Misbehaviour::InvalidBlock);
    QVERIFY(a.manager->bans().empty()); // on this computer
    QVERIFY(dropped.nextTry >= a.clock.now() + 60);
}

void PeerManagerTest::neverBansThisComputerByItself() {
    ManagedNode a(false);
    QVERIFY(!a.manager->ban(QStringLiteral("127.0.0.1"), a.clock.now() + 100, false));
    QVERIFY(!a.manager->ban(QStringLiteral("::1"), a.clock.now() + 100, false));
    QVERIFY(a.manager->ban(QStringLiteral("127.0.0.1"), a.clock.now() + 100, true));
    QVERIFY(a.manager->isBanned(QHostAddress(QHostAddress::LocalHost)));
}

void PeerManagerTest::banishedAreTurnedAwayAndUndone() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QVERIFY(b.manager->ban(QStringLiteral("127.0.0.0/8"), b.clock.now() + 1000, true));
    QTRY_COMPARE(a.gone.size(), std::size_t(1));
    QCOMPARE(b.manager->bans().size(), std::size_t(1));
    a.clock.advance(10);
    QTRY_COMPARE(a.info(id).fault, PeerFault::ClosedAtOnce);
    QCOMPARE(b.connected.size(), std::size_t(1));
    QVERIFY(b.manager->unban(QStringLiteral("127.0.0.0/8")));
    QVERIFY(!b.manager->unban(QStringLiteral("127.0.0.0/8")));
    QTRY_VERIFY(a.info(id).nextTry > a.clock.now());
    a.clock.advance(60);
    QTRY_COMPARE(b.connected.size(), std::size_t(2));
    // A ban of one's own: the row says so, and it ends by itself.
    QVERIFY(a.manager->ban(QStringLiteral("127.0.0.1"), a.clock.now() + 100, true));
    QTRY_COMPARE(a.info(id).state, PeerState::Banned);
    a.clock.advance(101);
    QTRY_COMPARE(b.connected.size(), std::size_t(3));
    QVERIFY(a.manager->bans().empty());
}

void PeerManagerTest::takesFourWaysOfAnAddress() {
    // The port for links, and an HTTP port that tells of it; written with and without "http://".
    ManagedNode b;
    support::HttpStub api;
    Hello told = managerHello();
    told.port = b.server.serverPort();
    api.answers["/p2p/v1/hello"] = encodeHello(told);
    for (const QString& address : {b.address(), api.address(), QStringLiteral("http://") + api.address()}) {
        ManagedNode a(false);
        const PeerId id = a.manager->addPeer(address, PeerOrigin::ByHand).value();
        QTRY_COMPARE(a.connected.size(), std::size_t(1));
        QVERIFY(!a.facts[id].isPolled);
        QVERIFY(a.info(id).address == address || QStringLiteral("http://") + a.info(id).address == address);
    }
}

void PeerManagerTest::namesTheRulesOfAnotherNetwork() {
    support::HttpStub api;
    Hello told = managerHello();
    told.genesis = primitives::BlockHash(util::ByteArray<32>{1});
    told.network = QStringLiteral("Lab 13");
    told.rulesJson = QStringLiteral(R"({"block_reward":"25.00000000","target_block_time":10})");
    told.port = 5001;
    api.answers["/p2p/v1/hello"] = encodeHello(told);
    ManagedNode a(false);
    const PeerId id = a.manager->addPeer(api.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(a.info(id).state, PeerState::WrongNetwork);
    const PeerInfo info = a.info(id);
    QCOMPARE(info.otherNetwork, QStringLiteral("Lab 13"));
    QCOMPARE(info.differences.size(), std::size_t(1));
    QVERIFY(
        (info.differences[0] == RuleDifference{QStringLiteral("block_reward"), QStringLiteral("50.00000000"),
                                               QStringLiteral("25.00000000")}));
    QVERIFY(info.nextTry >= a.clock.now() + 600);
    QVERIFY(a.connected.empty());
}

void PeerManagerTest::pollsWhoSpeaksHttpOnly() {
    support::HttpStub student;
    Hello told = managerHello();
    student.answers["/p2p/v1/hello"] = encodeHello(told);
    student.answers["/p2p/v1/headers"] = encodeHeaders({consensus::regtestParams().genesis->header});
    ManagedNode a(false);
    const PeerId id = a.manager->addPeer(student.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    QVERIFY(a.facts[id].isPolled && a.info(id).isPolled);
    a.manager->carryOut({SendMessage{id, wire::GetHeaders{}}});
    QTRY_VERIFY(!a.got.empty());
    QCOMPARE(std::get<wire::Headers>(a.got[0].second).list.size(), std::size_t(1));
    // It goes away: its row says so after some calls, and it is found again.
    student.answers.clear();
    for (int i = 0; i < 10 && a.gone.empty(); ++i) {
        a.clock.advance(5);
        QTest::qWait(300);
    }
    QCOMPARE(a.gone.size(), std::size_t(1));
    student.answers["/p2p/v1/hello"] = encodeHello(told);
    a.clock.advance(10);
    QTRY_COMPARE(a.connected.size(), std::size_t(2));
}

void PeerManagerTest::upgradesWhoBeginsToListen() {
    ManagedNode b;
    support::HttpStub api;
    api.answers["/p2p/v1/hello"] = encodeHello(managerHello());
    ManagedNode a(false);
    const PeerId id =
        a.manager->addPeer(QStringLiteral("http://") + api.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    QVERIFY(a.facts[id].isPolled);
    Hello told = managerHello();
    told.port = b.server.serverPort();
    api.answers["/p2p/v1/hello"] = encodeHello(told);
    a.clock.advance(5);
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QTRY_COMPARE(a.connected.size(), std::size_t(2));
    QVERIFY(!a.facts[id].isPolled && !a.info(id).isPolled);
}

void PeerManagerTest::boundsThoseWhoDialIn() {
    ManagedNode b(true, [](PeerManager::Options& options) { options.maxDialledIn = 8; });
    std::vector<std::unique_ptr<QTcpSocket>> strangers;
    for (int i = 0; i < 100; ++i) {
        strangers.push_back(std::make_unique<QTcpSocket>());
        strangers.back()->connectToHost(QHostAddress::LocalHost, b.server.serverPort());
    }
    const auto open = [&] {
        return std::ranges::count_if(
            strangers, [](const auto& each) { return each->state() == QAbstractSocket::ConnectedState; });
    };
    QTRY_COMPARE(open(), 8);
    QVERIFY(b.manager->peers().empty()); // nobody has said who he is
    // A real one still finds a place, instead of one who says nothing.
    ManagedNode a(false);
    QVERIFY(a.manager->addPeer(b.address(), PeerOrigin::ByHand));
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QTRY_COMPARE(open(), 7);
}

void PeerManagerTest::letsEverybodyGoWhenSwitchedOff() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    b.manager->setNetworkActive(false);
    QCOMPARE(b.gone.size(), std::size_t(1));
    QVERIFY(!b.manager->isNetworkActive());
    QTRY_COMPARE(a.gone.size(), std::size_t(1));
    a.clock.advance(600);
    QTRY_COMPARE(a.info(id).fault, PeerFault::ClosedAtOnce);
    b.manager->setNetworkActive(true);
    QTRY_VERIFY(a.info(id).nextTry > a.clock.now());
    a.clock.advance(600);
    QTRY_COMPARE(b.connected.size(), std::size_t(2));
    b.manager->setListenPort(0);
    QCOMPARE(b.gone.size(), std::size_t(2));
    QCOMPARE(b.manager->localHello().port, quint16(0));
}

void PeerManagerTest::learnsAddressesAndDialsThem() {
    // c knows only b; a and c meet because b tells.
    ManagedNode a, b, c;
    QVERIFY(a.manager->addPeer(b.address(), PeerOrigin::ByHand));
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QTRY_VERIFY(b.manager->addresses().size() >= 1); // a has told where it listens
    QVERIFY(c.manager->addPeer(b.address(), PeerOrigin::ByHand));
    const auto move = [&] {
        for (ManagedNode* each : {&a, &b, &c})
            each->clock.advanceMs(1000);
    };
    const auto meets = [&] {
        move();
        return a.connected.size() >= 2 && c.connected.size() >= 2;
    };
    QTRY_VERIFY(meets());
}

/// A node of the same network that was heard in the local one is dialled without a word; others are not.
void PeerManagerTest::dialsWhoIsNear() {
    ManagedNode a, b;
    a.manager->heardNearby(
        netAddressOf(QHostAddress(QStringLiteral("8.8.8.8")), 5001)); // not of a local network
    a.manager->heardNearby(netAddressOf(QHostAddress(QStringLiteral("169.254.1.2")), 5001));
    a.manager->heardNearby(
        netAddressOf(QHostAddress(QHostAddress::LocalHost), a.server.serverPort())); // itself
    QCOMPARE(a.manager->addresses().size(), std::size_t{0});
    a.manager->heardNearby(netAddressOf(QHostAddress(QHostAddress::LocalHost), b.server.serverPort()));
    QCOMPARE(a.manager->addresses().size(), std::size_t{1});
    a.clock.advance(1'000);
    QTRY_COMPARE(a.connected.size(), std::size_t{1});
    QTRY_COMPARE(b.connected.size(), std::size_t{1});
}

/// Two links stand, and are of use; people are told of one peer, for Cairn tells Cairn which run it is.
void PeerManagerTest::whoDialEachOtherAreOnePeer() {
    ManagedNode a, b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QVERIFY(b.manager->addPeer(a.address(), PeerOrigin::ByHand));
    const auto links = [](const ManagedNode& node) {
        return std::ranges::count_if(node.manager->peers(), &PeerInfo::isConnected);
    };
    QTRY_COMPARE(links(a), 2);
    QTRY_COMPARE(links(b), 2);
    QTRY_COMPARE(programsOf(a.manager->peers()).size(), std::size_t{1});
    QTRY_COMPARE(programsOf(b.manager->peers()).size(), std::size_t{1});
    QCOMPARE(programsOf(a.manager->peers())[0].id, id);
    QVERIFY(a.gone.empty() && b.gone.empty());
    // A third program of this computer is another peer.
    ManagedNode c(false);
    QVERIFY(c.manager->addPeer(a.address(), PeerOrigin::ByHand));
    QTRY_COMPARE(links(a), 3);
    QTRY_VERIFY(std::ranges::all_of(a.manager->peers(), [](const PeerInfo& each) { return each.run != 0; }));
    QCOMPARE(programsOf(a.manager->peers()).size(), std::size_t{2});
}

void PeerManagerTest::hearsWhoPolls() {
    ManagedNode a;
    Hello caller = managerHello();
    a.manager->heard(QHostAddress(QStringLiteral("192.168.1.7")), caller); // links nowhere
    QCOMPARE(a.manager->addresses().size(), std::size_t(0));
    caller.port = 5001;
    a.manager->heard(QHostAddress(QStringLiteral("192.168.1.7")), caller);
    QCOMPARE(a.manager->addresses().size(), std::size_t(1));
    caller.genesis = {};
    a.manager->heard(QHostAddress(QStringLiteral("192.168.1.8")), caller);
    a.manager->heard(QHostAddress(QStringLiteral("fe80::1")), managerHello());
    QCOMPARE(a.manager->addresses().size(), std::size_t(1));
    caller = managerHello();
    for (quint16 port = 1; port < 1000; ++port) { // many made up
        caller.port = port;
        a.manager->heard(QHostAddress(QStringLiteral("192.168.1.9")), caller);
    }
    QVERIFY(a.manager->addresses().size() <= 20);
}

void PeerManagerTest::savesOnlyWhatIsByHand() {
    ManagedNode a(false);
    a.manager->setNetworkActive(false);
    QVERIFY(a.manager->addPeer(QStringLiteral("10.0.0.1"), PeerOrigin::ByHand));
    QVERIFY(a.manager->addPeer(QStringLiteral("http://10.0.0.2:80"), PeerOrigin::ByHand));
    QVERIFY(a.manager->addPeer(QStringLiteral("10.0.0.3"), PeerOrigin::CommandLine));
    QVERIFY(a.manager->addPeer(QStringLiteral("10.0.0.4"), PeerOrigin::Seed));
    QCOMPARE(a.manager->savedPeers(),
             QStringList({QStringLiteral("10.0.0.1:5001"), QStringLiteral("http://10.0.0.2:80")}));
    QCOMPARE(a.manager->peers().size(), std::size_t(4));
}

void PeerManagerTest::removedPeersAreForgotten() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    a.manager->removePeer(id);
    QCOMPARE(a.gone.size(), std::size_t(1));
    QVERIFY(a.manager->peers().empty() && a.manager->savedPeers().isEmpty());
    QTRY_COMPARE(b.gone.size(), std::size_t(1));
}

/// Tried once, by hand or as heard of: forgotten when its link ends, or does not come about.
void PeerManagerTest::oneLinkIsOne() {
    ManagedNode a(false, [](PeerManager::Options&options) { options.listensToGossip = false; }), b;
    for (const PeerOrigin origin : {PeerOrigin::HeardOf, PeerOrigin::Once}) {
        a.connected.clear();
        b.connected.clear();
        const PeerId id = a.manager->addPeer(b.address(), origin).value();
        QTRY_COMPARE(a.connected.size(), std::size_t(1));
        QTRY_COMPARE(b.connected.size(), std::size_t(1));
        QCOMPARE(a.info(id).isOnce, origin == PeerOrigin::Once);
        QVERIFY(!a.info(id).isByHand && !a.info(id).saved && a.manager->savedPeers().isEmpty());
        b.manager->disconnectPeer(b.connected[0]);
        QTRY_VERIFY(a.manager->peers().empty());
        a.clock.advance(3600);
        QTest::qWait(600); // two ticks
        QCOMPARE(b.connected.size(), std::size_t(1));
        if (origin == PeerOrigin::HeardOf) QCOMPARE(a.manager->addresses().size(), std::size_t(0));
    }
    const QString address = b.address();
    b.server.close();
    QVERIFY(a.manager->addPeer(address, PeerOrigin::Once));
    QTRY_VERIFY(a.manager->peers().empty());
}

/// On regtest nobody is dialled by itself; whom a program names is.
void PeerManagerTest::dialsWhomItIsToldWithoutAPlace() {
    ManagedNode a(false, [](PeerManager::Options&options) { options.maxDialled = 0; }), b;
    QVERIFY(a.manager->addPeer(b.address(), PeerOrigin::HeardOf));
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
}

/// Links begin anew, ours at once: who they lead to need not wait to hear it.
void PeerManagerTest::tellsANewNameAtOnce() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    QCOMPARE(b.info(b.connected[0]).name, QStringLiteral("Mia"));
    Hello hello = managerHello();
    hello.height = 7; // a new block is no reason
    a.manager->setLocalState({hello});
    hello.agent = QStringLiteral("/Satoshi:30.0.0/Cairn:0.1.0(Ida)/");
    a.manager->setLocalState({hello});
    QTRY_COMPARE(b.connected.size(), std::size_t(2));
    QTRY_COMPARE(a.connected.size(), std::size_t(2));
    QCOMPARE(a.gone.size(), std::size_t(1));
    QCOMPARE(a.connected[1], id);
    QCOMPARE(b.info(b.connected[1]).name, QStringLiteral("Ida"));
}

void PeerManagerTest::remembersWhoGaveWhat() {
    ManagedNode a(false), b;
    const PeerId id = a.manager->addPeer(b.address(), PeerOrigin::ByHand).value();
    QTRY_COMPARE(b.connected.size(), std::size_t(1));
    QTRY_COMPARE(a.connected.size(), std::size_t(1));
    b.manager->carryOut({SendMessage{b.connected[0], wire::BlockMessage{consensus::regtestParams().genesis}},
                         SendMessage{b.connected[0], wire::FeeFilter{7}}});
    QTRY_VERIFY(!a.got.empty() && std::holds_alternative<wire::FeeFilter>(a.got.back().second));
    QCOMPARE(a.info(id).lastBlock, std::int64_t(0)); // what came may be of no use
    a.clock.advance(10);
    a.manager->carryOut({NoteGift{id, Gift::Block}});
    QCOMPARE(a.info(id).lastBlock, a.clock.now());
    QCOMPARE(a.info(id).lastTransaction, std::int64_t(0));
    a.clock.advance(10);
    a.manager->carryOut({NoteGift{id, Gift::Transaction}, NoteGift{999, Gift::Block}});
    QCOMPARE(a.info(id).lastTransaction, a.clock.now());
    QCOMPARE(a.info(id).lastBlock, a.clock.now() - 10);
}

CAIRN_TEST(PeerManagerTest)
#include "PeerManagerTest.moc"
