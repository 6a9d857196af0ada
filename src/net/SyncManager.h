#pragma once

#include "chain/ChainState.h"
#include "chain/mempool/Mempool.h"
#include "net/PeerTypes.h"

#include <map>
#include <memory>
#include <variant>

namespace net {

/// What SyncManager wants done; the engine passes it to PeerManager.
struct AskPeer {
    PeerId peer;
    Order order;
};
struct AnnouncePeer {
    PeerId peer;
    Announcement news;
};
struct DropPeer {
    PeerId peer;
    Misbehaviour reason;
    QString detail;
};
using SyncOrder = std::variant<AskPeer, AnnouncePeer, DropPeer>;

/// Progress, for the window and the summary.
struct SyncProgress {
    std::int32_t bestHeaderHeight = 0;
    std::int32_t blocksInFlight = 0;
    bool downloading = false;
};

/// How the sync stands with one peer.
struct SyncPeerInfo {
    PeerState state;
    std::int32_t height;
    primitives::BlockHash tip;
    consensus::Uint256 chainWork;
    std::int32_t blocksInFlight;
};

/// Decides what to ask whom: headers first, then bodies of the branch with most work in a moving window,
/// several per peer, reassigned when a peer stalls; announces what is new here. Pure: events and time in,
/// orders out; touches no socket. Owned by node::Engine, next to ChainState and Mempool. Thread: node.
class SyncManager {
public:
    struct Options {
        int blocksPerRequest = 16;
        int requestsPerPeer = 2;
        int window = 1024; ///< blocks ahead of the tip
        std::int64_t requestTimeoutMs = 20'000;
    };
    SyncManager(chain::ChainState& chain, chain::Mempool& mempool, Options options);
    ~SyncManager();

    // --- events ---
    void peerReady(PeerId peer, const Hello& hello, std::int64_t nowMs);
    void peerGone(PeerId peer);
    /// News from a peer (its announce, or the answer of our wait).
    void announced(PeerId peer, const Announcement& news, std::int64_t nowMs);
    /// The answer to an order; `nowUnix` is for header checks. Blocks go to the chain here; what the chain
    /// did with them is in the result, for wallet, mempool and news.
    struct Delivered {
        chain::ChainChange chainChange;                       ///< net effect of all blocks
        std::vector<primitives::TransactionRef> transactions; ///< to be offered to the mempool by the engine
        std::optional<chain::StoreError> storeError;
    };
    Delivered delivered(PeerId peer, Delivery delivery, std::int64_t nowMs);
    void orderFailed(PeerId peer, const Order& order, std::int64_t nowMs);
    /// Our best chain changed (mined, submitted, delivered).
    void tipChanged(std::int64_t nowMs);
    /// A transaction entered the mempool; `from` = 0 when it is ours.
    void transactionAdded(const primitives::WtxId& wtxid, PeerId from);
    void tick(std::int64_t nowMs);
    /// Asks every peer for the headers behind our tip (`GET /nodes/resolve`, "look again").
    void askEveryone(std::int64_t nowMs);
    /// No order is under way and no body of a better branch is missing that a peer could give.
    [[nodiscard]] bool isIdle() const;

    /// Orders since the last call, oldest first.
    std::vector<SyncOrder> takeOrders();
    [[nodiscard]] SyncProgress progress() const;
    [[nodiscard]] std::optional<SyncPeerInfo> infoOf(PeerId peer) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net
