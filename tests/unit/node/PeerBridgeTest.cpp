#include "node/chain/PeerBridge.h"

#include "support/EngineBench.h"
#include "support/TestProgram.h"

#include <QTest>

using support::EngineBench;

namespace {

constexpr quint64 kOther = 5; ///< what each calls the other

/// Two chains with a link between them, without sockets: what one wants sent, the other receives.
class Link {
public:
    Link(EngineBench& one, EngineBench& other) : m_ends{End{one}, End{other}} {
        for (std::size_t side : {0, 1}) {
            QObject::connect(&m_ends[side].bench.engine.peers(), &node::PeerBridge::orders,
                             &m_ends[side].bench.feed, [this, side](const std::vector<net::PeerOrder>& list) {
                                 auto& orders = m_ends[side].orders;
                                 orders.insert(orders.end(), list.begin(), list.end());
                             });
        }
    }
    void open() {
        net::PeerFacts facts;
        facts.services = net::wire::kServiceNetwork | net::wire::kServiceWitness;
        facts.wtxidRelay = true;
        m_ends[0].bench.engine.peers().connected(kOther, facts);
        facts.dialledIn = true;
        m_ends[1].bench.engine.peers().connected(kOther, facts);
        run();
    }
    /// Until nobody says anything more.
    void run() {
        while (!m_ends[0].orders.empty() || !m_ends[1].orders.empty()) {
            for (std::size_t side : {0, 1}) {
                for (const net::PeerOrder& order : std::exchange(m_ends[side].orders, {}))
                    carryOut(side, order);
            }
        }
    }
    /// Some seconds of both sides, in which announcements leave.
    void wait(int seconds) {
        for (int i = 0; i < seconds; ++i) {
            for (End& end : m_ends) {
                end.bench.clock->advance(1);
                end.bench.engine.peers().tick();
            }
            run();
        }
    }
    /// How often one side has sent that message.
    template <class Message>
    [[nodiscard]] int sent(std::size_t side) const {
        return int(std::ranges::count_if(m_ends[side].sent, [](const net::wire::Message& message) {
            return std::holds_alternative<Message>(message);
        }));
    }
    [[nodiscard]] int dropped() const { return m_dropped; }

private:
    struct End {
        EngineBench& bench;
        std::vector<net::PeerOrder> orders = {};
        std::vector<net::wire::Message> sent = {};
    };
    void carryOut(std::size_t side, const net::PeerOrder& order) {
        if (const auto* message = std::get_if<net::SendMessage>(&order)) deliver(side, message->message);
        if (const auto* block = std::get_if<net::ServeBlock>(&order)) {
            const auto& blocks = m_ends[side].bench.blocks;
            const auto found = std::ranges::find(blocks, block->hash, support::hashOf);
            if (found != blocks.end()) deliver(side, net::wire::BlockMessage{*found});
        }
        if (std::holds_alternative<net::DropPeer>(order)) ++m_dropped;
    }
    void deliver(std::size_t from, const net::wire::Message& message) {
        m_ends[from].sent.push_back(message);
        m_ends[1 - from].bench.engine.peers().received(kOther, {message});
    }
    std::array<End, 2> m_ends;
    int m_dropped = 0;
};

} // namespace

class PeerBridgeTest : public QObject {
    Q_OBJECT
private slots:
    /// From the handshake to the peer's tip; and who asks for it hears which tip was ours.
    void followsAPeer() {
        EngineBench here(0);
        EngineBench there(40);
        Link link(here, there);
        link.open();
        link.wait(2);
        QCOMPARE(here.height(), 40);
        QCOMPARE(link.dropped(), 0);
        QVERIFY(here.engine.peers().takeTipBeforePeers() == here.params.genesisHash);
        QVERIFY(!here.engine.peers().takeTipBeforePeers());
        std::vector<net::PeerInfo> list(1);
        list[0].id = kOther;
        list[0].connectedSince = list[0].lastReceived = here.clock->now();
        here.engine.peers().complete(list);
        QCOMPARE(list[0].height, 40);
        QVERIFY(list[0].state == net::PeerState::InStep);
    }

    /// So many blocks that they are written together: nobody reads one that is not there yet.
    void fetchesALongChain() {
        EngineBench here(0);
        EngineBench there(300);
        Link link(here, there);
        link.open();
        link.wait(3);
        QCOMPARE(here.height(), 300);
        QVERIFY(!here.engine.health().hasFailed());
        QTRY_COMPARE(here.feed.status.get()->indexHeight, 300);
        QCOMPARE(link.dropped(), 0);
    }

    /// News of ours reach the peer; what came from it does not go back.
    void announcesToOthersOnly() {
        EngineBench here(30);
        EngineBench there(30);
        Link link(here, there);
        link.open();
        link.wait(2);
        const auto ours = here.payment(2);
        QVERIFY(here.engine.waiting().submit(ours).has_value());
        link.wait(60);
        QVERIFY(there.engine.view().mempool().findByWtxid(ours->wtxid()) != nullptr);
        QCOMPARE(link.sent<net::wire::Inventory>(1), 0);
        here.blocks.push_back(here.maker.mineOn(here.blocks.back()));
        QVERIFY(here.engine.blocks().submit(here.blocks.back()).reason.isEmpty());
        link.wait(2);
        QCOMPARE(there.height(), 31);
    }

    void takesNothingOnceTheDiskFailed() {
        EngineBench here(0);
        EngineBench there(10);
        Link link(here, there);
        here.engine.health().fail({chain::StoreError::Kind::Full, "full"});
        link.open();
        link.wait(5);
        QCOMPARE(here.height(), 0);
        QCOMPARE(link.dropped(), 0);
    }

    /// A block that somebody pushes: near the tip it is judged, elsewhere it is not kept.
    void takesPushedBlocksNearItsTip() {
        EngineBench here(200);
        using Kind = node::BlockSubmission::Kind;
        const auto next = here.maker.mineOn(here.blocks.back());
        QVERIFY(here.engine.peers().pushed(next).kind == Kind::Accepted);
        QCOMPARE(here.height(), 201);
        const auto old = here.maker.mineOn(here.blocks[20]);
        QVERIFY(here.engine.peers().pushed(old).kind == Kind::Rejected);
        EngineBench other(300);
        QVERIFY(here.engine.peers().pushed(other.blocks.back()).kind == Kind::Waiting);
    }

    void saysWhoWeAre() {
        EngineBench bench(12);
        node::Settings settings;
        QVERIFY(settings.set(QStringLiteral("node_name"), QStringLiteral("Ada"), node::SettingSource::File));
        bench.engine.applySettings(settings);
        const net::Hello hello = bench.engine.peers().localHello();
        QCOMPARE(hello.name, QStringLiteral("Ada"));
        QCOMPARE(hello.height, 12);
        QVERIFY(hello.genesis == bench.params.genesisHash);
        QVERIFY(bench.engine.templates().coinbaseTag().find("Ada") != std::string::npos);
    }
};

CAIRN_TEST(PeerBridgeTest)
#include "PeerBridgeTest.moc"
