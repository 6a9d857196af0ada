#include "node/chain/PeerBridge.h"

#include "support/EngineBench.h"
#include "support/TestProgram.h"

#include <QTest>

using net::AnnouncePeer;
using net::AskPeer;
using net::Order;
using support::EngineBench;

namespace {

/// Two chains: what one asks, the other answers, as if over a wire.
struct Link {
    Link(EngineBench& one, EngineBench& other) : here(one), there(other) {
        QObject::connect(&here.engine.peers(), &node::PeerBridge::orders, &here.feed,
                         [this](const std::vector<net::SyncOrder>& list) {
                             orders.insert(orders.end(), list.begin(), list.end());
                         });
    }
    /// Until nothing is asked any more.
    void run() {
        while (!orders.empty()) {
            const auto list = std::exchange(orders, {});
            for (const net::SyncOrder& order : list) {
                if (const auto* ask = std::get_if<AskPeer>(&order)) {
                    kinds.push_back(ask->order.kind);
                    here.engine.peers().delivered(ask->peer, there.engine.peers().answer(ask->order));
                }
            }
        }
    }
    EngineBench& here;
    EngineBench& there;
    std::vector<net::SyncOrder> orders;
    std::vector<Order::Kind> kinds;
};

} // namespace

class PeerBridgeTest : public QObject {
    Q_OBJECT
private slots:
    /// From hello to the peer's tip: headers, then blocks; and who asks for it hears which tip was ours.
    void followsAPeer() {
        EngineBench here(0);
        EngineBench there(40);
        Link link(here, there);
        here.engine.peers().ready(5, there.engine.peers().localHello());
        link.run();
        QCOMPARE(here.height(), 40);
        QVERIFY(link.kinds.front() == Order::Kind::Headers);
        QVERIFY(std::ranges::find(link.kinds, Order::Kind::Blocks) != link.kinds.end());
        QVERIFY(here.engine.peers().takeTipBeforePeers() == here.params.genesisHash);
        QVERIFY(!here.engine.peers().takeTipBeforePeers());
        std::vector<net::PeerInfo> list(1);
        list[0].id = 5;
        here.engine.peers().complete(list);
        QCOMPARE(list[0].height, 40);
        QVERIFY(list[0].state == net::PeerState::InStep);
    }

    /// News of ours go to the peer; what came from it does not go back.
    void announcesToOthersOnly() {
        EngineBench here(30);
        EngineBench there(30);
        Link link(here, there);
        here.engine.peers().ready(5, there.engine.peers().localHello());
        link.run();
        const auto announced = [&link] {
            net::Announcement all;
            for (const net::SyncOrder& order : std::exchange(link.orders, {})) {
                const auto* news = std::get_if<AnnouncePeer>(&order);
                if (news == nullptr) continue;
                all.headers.insert(all.headers.end(), news->news.headers.begin(), news->news.headers.end());
                all.wtxids.insert(all.wtxids.end(), news->news.wtxids.begin(), news->news.wtxids.end());
            }
            return all;
        };
        here.engine.waiting().offer({here.payment(1)}, 5);
        here.clock->advance(60);
        here.engine.peers().tick();
        QVERIFY(announced().wtxids.empty());
        const auto ours = here.payment(2);
        QVERIFY(here.engine.waiting().submit(ours).has_value());
        here.clock->advance(60);
        here.engine.peers().tick();
        QCOMPARE(announced().wtxids, std::vector<primitives::WtxId>{ours->wtxid()});
        const auto block = here.maker.mineOn(here.blocks.back());
        QVERIFY(here.engine.blocks().submit(block).reason.isEmpty());
        const auto headers = announced().headers;
        QVERIFY(!headers.empty() && headers.back().hash() == support::hashOf(block));
    }

    void takesNothingOnceTheDiskFailed() {
        EngineBench here(0);
        EngineBench there(10);
        Link link(here, there);
        here.engine.health().fail({chain::StoreError::Kind::Full, "full"});
        here.engine.peers().ready(5, there.engine.peers().localHello());
        link.run();
        QCOMPARE(here.height(), 0);
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
