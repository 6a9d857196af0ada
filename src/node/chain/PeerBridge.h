#pragma once

#include "net/Exchange.h"
#include "net/PeerInfo.h"
#include "net/link/Hello.h"
#include "node/chain/ChainKeeper.h"
#include "node/settings/Settings.h"

#include <QObject>

#include <utility>

namespace node {

/// The chain's side of the links to other nodes: what they say goes to the exchange, what they bring goes
/// into chain and mempool, and what is to be said comes out as orders. Owned by Engine. Thread: node.
class PeerBridge : public QObject, private net::Intake {
    Q_OBJECT
public:
    /// Needs: everything outlives it.
    PeerBridge(chain::ChainState& chain, chain::Mempool& mempool, ChainKeeper& blocks, MempoolKeeper& waiting,
               ChainFeed& feed, ChainPublisher& publisher, StoreHealth& health, const util::Clock& clock);
    ~PeerBridge() override;

    void applySettings(const Settings& settings);
    void tick();

    // What the io thread's links say.
    void connected(quint64 peer, const net::PeerFacts& facts);
    void gone(quint64 peer);
    void received(quint64 peer, const std::vector<net::wire::Message>& messages);

    /// A block that a stranger gives over HTTP. What builds on nothing known or lies far below the tip is not
    /// kept.
    [[nodiscard]] BlockSubmission pushed(const primitives::BlockRef& block);

    /// Who we are, fresh from the chain and the settings.
    [[nodiscard]] net::Hello localHello() const;
    [[nodiscard]] bool isInitialSync() const { return m_exchange.sync().isInitialSync(); }
    /// Nothing is under way and nothing more is known to be had.
    [[nodiscard]] bool isIdle() const { return m_exchange.isIdle(); }
    /// The list with how the sync stands with each.
    void complete(std::vector<net::PeerInfo>& peers) const;
    /// Asks every peer for the headers behind our tip.
    void lookForBetterChain();
    /// Asks one peer for one block.
    BlockFetch fetchFrom(net::PeerId peer, const primitives::BlockHash& block);
    /// The tip before the first block that came from a peer since the last call; nothing when none came.
    std::optional<primitives::BlockHash> takeTipBeforePeers() {
        return std::exchange(m_tipBeforePeers, std::nullopt);
    }

signals:
    void orders(const std::vector<net::PeerOrder>& orders);

private:
    Result<std::vector<Result<chain::BlockOutcome, consensus::Rejection>>, chain::StoreError>
    takeBlocks(std::span<const primitives::BlockRef> blocks, net::PeerId from) override;
    Result<void, consensus::Rejection> takeTransaction(const primitives::TransactionRef& transaction,
                                                       net::PeerId from) override;
    [[nodiscard]] bool isClosed() const override { return m_health.hasFailed(); }

    void afterwards();
    void judgeBulk();
    [[nodiscard]] net::PeerState stateOf(const net::PeerInfo& peer, const net::PeerSync& sync) const;

    chain::ChainState& m_chain;
    ChainKeeper& m_blocks;
    MempoolKeeper& m_waiting;
    ChainPublisher& m_publisher;
    StoreHealth& m_health;
    const util::Clock& m_clock;
    net::Exchange m_exchange;
    Settings m_settings;
    std::optional<primitives::BlockHash> m_tipBeforePeers;
    bool m_isBulk = false; ///< many blocks come: written together, some times a second
};

} // namespace node
