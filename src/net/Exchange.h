#pragma once

#include "net/relay/BlockRelay.h"
#include "net/relay/TransactionRelay.h"
#include "net/sync/ChainServer.h"
#include "net/sync/SyncManager.h"

namespace net {

/// The node's side of all links: every message goes to the part whose job it is, in order, and what the parts
/// want sent comes out. Pure: events, time and a seed in, orders out; touches no socket. Owned by the node,
/// next to ChainState and Mempool. Thread: node.
class Exchange {
public:
    struct Options {
        SyncManager::Options sync;
        TransactionRelay::Options relay;
    };
    /// Needs: everything outlives it.
    Exchange(chain::ChainState& chain, chain::Mempool& mempool, Intake& intake, const util::Clock& clock,
             Options options, std::uint64_t seed);
    ~Exchange();

    // --- links
    void connected(PeerId peer, const PeerFacts& facts);
    void gone(PeerId peer);
    /// In the order they came.
    void received(PeerId peer, std::span<const wire::Message> messages);

    // --- this node
    /// The chain changed, by a peer's block or otherwise. Needs: every change, in order.
    void chainChanged(const chain::ChainChange& change);
    void transactionAdded(const primitives::Transaction& transaction);
    void tick();
    /// While blocks that are not on disk yet come in bulk, nobody is told of them.
    void setHoldsAnnouncements(bool holds);

    [[nodiscard]] std::vector<PeerOrder> takeOrders();
    [[nodiscard]] SyncManager& sync() { return m_sync; }
    [[nodiscard]] const SyncManager& sync() const { return m_sync; }
    [[nodiscard]] RelayState relayOf(PeerId peer) const { return m_relay.of(peer); }
    [[nodiscard]] CompactState compactOf(PeerId peer) const { return m_blocks.of(peer); }
    /// What is remembered of strangers' headers, transactions and blocks, for the budget.
    [[nodiscard]] std::size_t rememberedBytes() const {
        return m_sync.rememberedBytes() + m_relay.rememberedBytes() + m_blocks.rememberedBytes();
    }
    [[nodiscard]] bool isIdle() const { return m_sync.isIdle() && m_relay.isIdle(); }

private:
    struct Visitor;

    PeerOutbox m_out;
    ExtraTransactions m_extra;
    SyncManager m_sync;
    TransactionRelay m_relay;
    BlockRelay m_blocks;
    ChainServer m_server;
    bool m_holdsAnnouncements = false;
};

} // namespace net
