#pragma once

#include "node/chain/ChainKeeper.h"
#include "node/settings/Settings.h"

#include <QObject>

#include <utility>

namespace node {

/// The chain's side of the links to other nodes: what they say goes to the sync, what the sync wants goes
/// out as orders, and what they bring goes into chain and mempool. Owned by Engine. Thread: node.
class PeerBridge : public QObject {
    Q_OBJECT
public:
    /// Needs: everything outlives it.
    PeerBridge(chain::ChainState& chain, chain::Mempool& mempool, net::SyncManager& sync, ChainKeeper& blocks,
               MempoolKeeper& waiting, ChainFeed& feed, ChainPublisher& publisher, StoreHealth& health,
               const util::Clock& clock);

    void applySettings(const Settings& settings) { m_settings = settings; }
    void tick();

    // What the io thread's peers say.
    void ready(quint64 peer, const net::Hello& hello);
    void gone(quint64 peer);
    void announced(quint64 peer, const net::Announcement& news);
    void delivered(quint64 peer, const net::Delivery& delivery);
    void orderFailed(quint64 peer, const net::Order& order);
    [[nodiscard]] net::Delivery answer(const net::Order& order);

    /// Who we are, fresh from the chain and the settings.
    [[nodiscard]] net::Hello localHello() const;
    [[nodiscard]] const net::SyncManager& sync() const { return m_sync; }
    /// The list with how the sync stands with each.
    void complete(std::vector<net::PeerInfo>& peers) const;
    /// Asks every peer for the headers behind our tip.
    void lookForBetterChain();
    /// The tip before the first block that came from a peer since the last call; nothing when none came.
    std::optional<primitives::BlockHash> takeTipBeforePeers() {
        return std::exchange(m_tipBeforePeers, std::nullopt);
    }

signals:
    void orders(const std::vector<net::SyncOrder>& orders);

private:
    void sendOrders();
    [[nodiscard]] std::int64_t steadyMs() const { return m_clock.steadyMs(); }

    chain::ChainState& m_chain;
    chain::Mempool& m_mempool;
    net::SyncManager& m_sync;
    ChainKeeper& m_blocks;
    MempoolKeeper& m_waiting;
    ChainPublisher& m_publisher;
    StoreHealth& m_health;
    const util::Clock& m_clock;
    Settings m_settings;
    std::optional<primitives::BlockHash> m_tipBeforePeers;
};

} // namespace node
