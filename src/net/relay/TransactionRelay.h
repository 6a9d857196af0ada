#pragma once

#include "chain/mempool/Mempool.h"
#include "net/Intake.h"
#include "net/relay/ExtraTransactions.h"
#include "util/Clock.h"

#include <memory>
#include <span>

namespace net {

/// How transactions stand with one peer, for `getpeerinfo`.
struct RelayState {
    std::size_t toAnnounce = 0;      ///< waiting for the next batches
    std::uint64_t announcedUpTo = 0; ///< of the counter of arrivals, at its last batch; 0: none yet
    std::int64_t feePerKvB = 0;      ///< what it told us that it takes
    std::int64_t toldFeePerKvB = -1; ///< what we told it; -1: nothing
    std::size_t announced = 0;       ///< by it, not settled
    std::size_t underWay = 0;        ///< asked of it
};

/// Transactions between nodes: who announced what, one peer asked at a time, what was refused or confirmed
/// lately remembered, ours announced in small batches at random times above each peer's fee filter; a new
/// peer learns in the same way what waits already. What strangers send is checked within a bounded part of
/// the thread's time, in turns. Nobody is punished for a transaction: what one node refuses, another's rules
/// may allow, and each is the work of a third. Pure. Thread: node.
class TransactionRelay {
public:
    struct Options {
        std::size_t maxAnnouncedPerPeer = 5'000; ///< remembered
        std::size_t maxAskedPerPeer = 100;       ///< under way
        std::int64_t retryMs = 60'000;           ///< then another is asked
        std::int64_t dialledInDelayMs = 2'000;   ///< peers that we dialled are asked first
        std::int64_t txidDelayMs = 2'000; ///< those that name the witness too (BIP 339) are asked first
        std::int64_t busyDelayMs = 2'000; ///< for one that has `maxAskedPerPeer` under way
        std::int64_t batchOutMs = 2'000;  ///< mean wait between two announcements to a peer we dialled …
        std::int64_t batchInMs = 5'000;   ///< … and to one that dialled in
        bool relays = true;               ///< false: blocks only
    };
    /// Needs: everything outlives it.
    TransactionRelay(chain::ChainState& chain, chain::Mempool& mempool, Intake& intake, PeerOutbox& out,
                     ExtraTransactions& extra, const util::Clock& clock, Options options, std::uint64_t seed);
    ~TransactionRelay();

    void connected(PeerId peer, const PeerFacts& facts);
    void gone(PeerId peer);
    /// Transactions named by `inv` (BIP 339 kinds by what the peer negotiated).
    void announced(PeerId peer, std::span<const wire::InventoryItem> items);
    /// Checked at once while the peer has not used up its time; else in its turn, by `tick`.
    void received(PeerId peer, const primitives::TransactionRef& transaction);
    void notFound(PeerId peer, std::span<const wire::InventoryItem> items);
    /// `getdata` of transactions: what it may know of is sent, the rest is `notfound`.
    void asked(PeerId peer, std::span<const wire::InventoryItem> items);
    void mempoolAsked(PeerId peer);
    void feeFilter(PeerId peer, std::int64_t satoshiPerKvB);

    /// It came into our mempool. It is told to all but those that told us of it.
    void added(const primitives::Transaction& transaction);
    /// Blocks came or went: what was refused may do now, what was confirmed is not asked for again.
    void chainChanged(const chain::ChainChange& change);
    /// While blocks are fetched in bulk, nobody is asked for transactions.
    void setIsCatchingUp(bool isCatchingUp);
    void tick();
    /// Nobody is asked for anything, and nothing is left to be told.
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] RelayState of(PeerId peer) const;
    /// What is remembered of strangers, for the budget.
    [[nodiscard]] std::size_t rememberedBytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net
