// The part of Node that has to do with other nodes.
#include "node/Node.h"

#include "node/chain/ResolveJob.h"
#include "util/Log.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace node {

namespace {
constexpr auto kPeersKey = "peers";
constexpr auto kBindKey = "peer_bind";
} // namespace

void Node::startPeers() {
    net::PeerManager::Options options;
    options.standardPort = m_config.params.card.peerPort;
    m_peers = std::make_shared<net::PeerManager>(*m_config.clock, options);
    net::PeerManager* const peers = m_peers.get();
    Engine* const engine = m_engine.get();
    connect(peers, &net::PeerManager::peerReady, engine, &Engine::peerReady);
    connect(peers, &net::PeerManager::peerGone, engine, &Engine::peerGone);
    connect(peers, &net::PeerManager::announced, engine, &Engine::peerAnnounced);
    connect(peers, &net::PeerManager::delivered, engine, &Engine::peerDelivered);
    connect(peers, &net::PeerManager::orderFailed, engine, &Engine::peerOrderFailed);
    connect(peers, &net::PeerManager::ordered, engine, [this](quint64 peer, const net::Order& order) {
        const net::Delivery delivery = m_engine->answer(order);
        m_io.post([this, peer, delivery] { m_peers->deliver(peer, delivery); });
    });
    connect(engine, &Engine::syncOrders, peers, [peers](const std::vector<net::SyncOrder>& orders) {
        for (const net::SyncOrder& order : orders) {
            if (const auto* ask = std::get_if<net::AskPeer>(&order)) peers->ask(ask->peer, ask->order);
            if (const auto* news = std::get_if<net::AnnouncePeer>(&order))
                peers->announce(news->peer, news->news);
            if (const auto* drop = std::get_if<net::DropPeer>(&order))
                peers->drop(drop->peer, drop->reason, drop->detail);
        }
    });
    connect(engine, &Engine::tipChanged, peers, [this] { tellHello(); });
    connect(peers, &net::PeerManager::peersChanged, peers, [this] { publishPeers(); });
    connect(engine, &Engine::statusChanged, peers, [this] { publishPeers(); });
    tellHello();
    // Peers from the card, the settings and the last run, once the first hello is set.
    m_nodeThread.post([this] {
        QStringList saved;
        if (const auto stored = m_engine->state().get(QString::fromLatin1(kPeersKey)); stored && *stored) {
            for (const auto& value : QJsonDocument::fromJson(**stored).array())
                saved << value.toString();
        }
        m_io.post([this, saved] {
            for (const QString& url : saved)
                (void)m_peers->addPeer(url, true);
            for (const QString& url : m_settings.list(QStringLiteral("connect"))) {
                if (const auto ok = m_peers->addPeer(url, false); !ok)
                    util::logWarning("net", ok.error().toStdString());
            }
            for (const std::string& url : m_config.params.card.seeds)
                (void)m_peers->addPeer(QString::fromStdString(url), false);
        });
    });
}

/// Who we are, fresh from the chain and the settings, for the peers.
void Node::tellHello() {
    m_nodeThread.post([this] {
        if (!m_engine) return;
        m_io.post([this, hello = m_engine->localHello()] {
            if (m_peers) m_peers->setLocalState({hello});
        });
    });
}

/// Io thread: what the peers' connections say, joined on the node thread with how the sync stands.
void Node::publishPeers() {
    m_nodeThread.post([this, list = m_peers->peers()]() mutable {
        for (net::PeerInfo& peer : list) {
            const auto sync = m_engine->sync().infoOf(peer.id);
            if (!sync) continue;
            peer.state = sync->state;
            peer.height = sync->height;
            peer.tip = sync->tip;
            peer.chainWork = sync->chainWork;
            peer.blocksInFlight = sync->blocksInFlight;
        }
        m_peerList.set(std::make_shared<const std::vector<net::PeerInfo>>(std::move(list)));
        m_peerNews.notify();
    });
}

QFuture<Result<quint64, QString>> Node::addPeer(QString url) {
    return m_io.call([this, url]() -> Result<quint64, QString> {
        auto added = m_peers->addPeer(url, true);
        if (!added) return fail(added.error());
        savePeers();
        return quint64(*added);
    });
}

void Node::removePeer(quint64 peer) {
    m_io.post([this, peer] {
        m_peers->removePeer(peer);
        savePeers();
    });
}

void Node::banPeer(quint64 peer, int seconds) {
    m_io.post([this, peer, seconds] { m_peers->ban(peer, seconds, QStringLiteral("by hand")); });
}

QFuture<Result<QString, PortProblem>> Node::listenForPeers(QString bind) {
    return m_io.call([this, bind]() -> Result<QString, PortProblem> {
        if (!m_peerListener) return fail(PortProblem{.kind = PortProblem::Kind::NoFace});
        const auto opened = m_peerListener(bind);
        if (!opened) return opened;
        QMetaObject::invokeMethod(
            this,
            [this, bind] {
                const auto stored = storeSetting(QString::fromLatin1(kBindKey), bind);
                if (!stored) util::logWarning("net", stored.error().sentence.toStdString());
            },
            Qt::QueuedConnection);
        return opened;
    });
}

/// Io thread.
void Node::savePeers() {
    const QByteArray json =
        QJsonDocument(QJsonArray::fromStringList(m_peers->savedPeers())).toJson(QJsonDocument::Compact);
    m_nodeThread.post([this, json] {
        if (!m_engine) return;
        if (const auto ok = m_engine->state().put(QString::fromLatin1(kPeersKey), json); !ok) {
            util::logError("net", "the peers could not be stored: " + ok.error().what.toStdString());
        }
    });
}

QFuture<ResolveReport> Node::resolve(int timeoutMs) {
    auto promise = std::make_shared<QPromise<ResolveReport>>();
    promise->start();
    m_nodeThread.post([this, timeoutMs, promise] {
        const auto isConnecting = [this] {
            for (const auto peers = m_peerList.get(); const net::PeerInfo& peer : *peers) {
                if (peer.state == net::PeerState::Connecting) return true;
            }
            return false;
        };
        new ResolveJob(*m_engine, isConnecting, timeoutMs, promise); // deletes itself
    });
    return promise->future();
}

} // namespace node
