#include "node/peers/PeerAccess.h"

#include "node/chain/ResolveJob.h"
#include "util/Log.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace node {

namespace {

constexpr auto kPeersKey = "peers";

QStringList storedPeers(Engine& engine) {
    QStringList out;
    const auto stored = engine.state().get(QString::fromLatin1(kPeersKey));
    if (!stored || !*stored) return out;
    for (const auto& value : QJsonDocument::fromJson(**stored).array())
        out << value.toString();
    return out;
}

void sendOrder(net::PeerManager& manager, const net::SyncOrder& order) {
    if (const auto* ask = std::get_if<net::AskPeer>(&order)) manager.ask(ask->peer, ask->order);
    if (const auto* news = std::get_if<net::AnnouncePeer>(&order)) manager.announce(news->peer, news->news);
    if (const auto* drop = std::get_if<net::DropPeer>(&order))
        manager.drop(drop->peer, drop->reason, drop->detail);
}

} // namespace

PeerAccess::PeerAccess(const ServiceThread& io, const Resident<Engine>& engine, BoardRef<PeerList> board)
    : m_manager(io), m_engine(engine), m_board(std::move(board)) {}

QFuture<Result<quint64, QString>> PeerAccess::add(QString url) const {
    return m_manager.ask([url, peers = *this](net::PeerManager& manager) -> Result<quint64, QString> {
        const auto added = manager.addPeer(url, true);
        if (!added) return fail(added.error());
        peers.save();
        return quint64(*added);
    });
}

void PeerAccess::remove(quint64 peer) const {
    m_manager.tell([peer, peers = *this](net::PeerManager& manager) {
        manager.removePeer(peer);
        peers.save();
    });
}

void PeerAccess::ban(quint64 peer, int seconds) const {
    m_manager.tell([peer, seconds](net::PeerManager& manager) {
        manager.ban(peer, seconds, QStringLiteral("by hand"));
    });
}

void PeerAccess::unban(quint64 peer) const {
    m_manager.tell([peer](net::PeerManager& manager) { manager.unban(peer); });
}

QFuture<ResolveReport> PeerAccess::resolve(int timeoutMs) const {
    auto promise = startedPromise<ResolveReport>();
    m_engine.tell([board = m_board, timeoutMs, promise](Engine& engine) {
        const auto isConnecting = [board] {
            return std::ranges::any_of(*board->get(), [](const net::PeerInfo& peer) {
                return peer.state == net::PeerState::Connecting;
            });
        };
        new ResolveJob(engine, isConnecting, timeoutMs, promise); // deletes itself
    });
    return promise->future();
}

QFuture<Result<QString, PortProblem>> PeerAccess::listen(QString bind) const {
    return m_manager.thread().call([listener = m_listener, bind]() -> Result<QString, PortProblem> {
        if (!*listener) return fail(PortProblem{.kind = PortProblem::Kind::NoFace});
        return (*listener)(bind);
    });
}

void PeerAccess::tellHello() const {
    m_engine.tell([manager = m_manager](Engine& engine) {
        manager.tell(
            [hello = engine.peers().localHello()](net::PeerManager& there) { there.setLocalState({hello}); });
    });
}

void PeerAccess::start(const util::Clock& clock, const consensus::NetworkCard& card, QStringList connect,
                       ChainFeed& feed) const {
    net::PeerManager::Options options;
    options.standardPort = card.peerPort;
    auto made = std::make_unique<net::PeerManager>(clock, options);
    net::PeerManager* const manager = made.get();
    link(*manager);
    QObject::connect(&feed, &ChainFeed::tipChanged, manager, [peers = *this] { peers.tellHello(); });
    const auto publishNow = [peers = *this, manager] { peers.publish(manager->peers()); };
    QObject::connect(&feed, &ChainFeed::statusChanged, manager, publishNow);
    QObject::connect(manager, &net::PeerManager::peersChanged, manager, publishNow);
    m_manager.settle(std::move(made));
    tellHello();
    // Once the first hello is set.
    m_engine.tell([manager = m_manager, connect, seeds = card.seeds](Engine& engine) {
        manager.tell([saved = storedPeers(engine), connect, seeds](net::PeerManager& there) {
            for (const QString& url : saved)
                (void)there.addPeer(url, true);
            for (const QString& url : connect) {
                if (const auto ok = there.addPeer(url, false); !ok)
                    util::logWarning("net", ok.error().toStdString());
            }
            for (const std::string& url : seeds)
                (void)there.addPeer(QString::fromStdString(url), false);
        });
    });
}

/// What peers say goes to the chain, what the chain wants goes to them.
void PeerAccess::link(net::PeerManager& manager) const {
    using net::PeerManager;
    const auto pass = [&manager, engine = m_engine](auto signal, auto slot) {
        QObject::connect(&manager, signal, &manager, [engine, slot](const auto&... said) {
            engine.tell([slot, said...](Engine& there) { (there.peers().*slot)(said...); });
        });
    };
    pass(&PeerManager::peerReady, &PeerBridge::ready);
    pass(&PeerManager::peerGone, &PeerBridge::gone);
    pass(&PeerManager::announced, &PeerBridge::announced);
    pass(&PeerManager::delivered, &PeerBridge::delivered);
    pass(&PeerManager::orderFailed, &PeerBridge::orderFailed);
    QObject::connect(&manager, &PeerManager::ordered, &manager,
                     [engine = m_engine, self = m_manager](quint64 peer, const net::Order& order) {
                         engine.tell([self, peer, order](Engine& there) {
                             self.tell([peer, delivery = there.peers().answer(order)](PeerManager& back) {
                                 back.deliver(peer, delivery);
                             });
                         });
                     });
    m_engine.tell([self = m_manager](Engine& engine) {
        QObject::connect(&engine.peers(), &PeerBridge::orders, &engine.peers(),
                         [self](const std::vector<net::SyncOrder>& orders) {
                             self.tell([orders](PeerManager& there) {
                                 for (const net::SyncOrder& order : orders)
                                     sendOrder(there, order);
                             });
                         });
    });
}

/// What the connections say, joined on the node thread with how the sync stands.
void PeerAccess::publish(std::vector<net::PeerInfo> list) const {
    m_engine.tell([board = m_board, list = std::move(list)](Engine& engine) mutable {
        engine.peers().complete(list);
        board->set(std::make_shared<const PeerList>(std::move(list)));
    });
}

/// Thread: io.
void PeerAccess::save() const {
    const QStringList urls = m_manager.here()->savedPeers();
    m_engine.tell([json = QJsonDocument(QJsonArray::fromStringList(urls)).toJson(QJsonDocument::Compact)](
                      Engine& engine) {
        if (const auto ok = engine.state().put(QString::fromLatin1(kPeersKey), json); !ok)
            util::logError("net", "the peers could not be stored: " + ok.error().what.toStdString());
    });
}

void PeerAccess::close() const {
    if (m_manager.here() == nullptr) return;
    save();
    m_manager.clear();
}

} // namespace node
