#pragma once

#include "chain/mempool/Mempool.h"
#include "net/Intake.h"
#include "util/Clock.h"

#include <memory>
#include <span>

namespace net {

/// Transactions between nodes: who announced what, one peer asked at a time, what was refused or confirmed
/// lately remembered, ours announced in small batches at random times above each peer's fee filter. Pure.
/// Thread: node.
class TransactionRelay {
public:
    struct Options {
        std::size_t maxAnnouncedPerPeer = 5'000; ///< remembered
        std::size_t maxAskedPerPeer = 100;       ///< under way
        std::int64_t retryMs = 60'000;           ///< then another is asked
        std::int64_t dialledInDelayMs = 2'000;   ///< peers that we dialled are asked first
        std::int64_t batchOutMs = 2'000; ///< mean wait between two announcements to a peer we dialled …
        std::int64_t batchInMs = 5'000;  ///< … and to one that dialled in
        bool relays = true;              ///< false: blocks only
    };
    /// Needs: everything outlives it.
    TransactionRelay(chain::ChainState& chain, chain::Mempool& mempool, Intake& intake, PeerOutbox& out,
                     const util::Clock& clock, Options options, std::uint64_t seed);
    ~TransactionRelay();

    void connected(PeerId peer, const PeerFacts& facts);
    void gone(PeerId peer);
    /// Transactions named by `inv` (BIP 339 kinds by what the peer negotiated).
    void announced(PeerId peer, std::span<const wire::InventoryItem> items);
    void received(PeerId peer, const primitives::TransactionRef& transaction);
    void notFound(PeerId peer, std::span<const wire::InventoryItem> items);
    /// `getdata` of transactions: what it may know of is sent, the rest is `notfound`.
    void asked(PeerId peer, std::span<const wire::InventoryItem> items);
    void mempoolAsked(PeerId peer);
    void feeFilter(PeerId peer, std::int64_t satoshiPerKvB);

    /// It came into our mempool, from that peer (0: from here).
    void added(const primitives::Transaction& transaction, PeerId from);
    /// Blocks came or went: what was refused may do now, what was confirmed is not asked for again.
    void chainChanged(const chain::ChainChange& change);
    /// While blocks are fetched in bulk, nobody is asked for transactions.
    void setIsCatchingUp(bool isCatchingUp);
    void tick();
    [[nodiscard]] bool isIdle() const;
    /// What is remembered of strangers, for the budget.
    [[nodiscard]] std::size_t rememberedBytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net
