#pragma once

#include "net/sync/HeaderLedger.h"

namespace net {

/// The headers' half of SyncManager: whom to ask, what to keep, whom to let go for them. Thread: node.
class HeaderSync {
public:
    HeaderSync(SyncContext& context, HeaderLedger& ledger, std::uint64_t seed)
        : m_context(context), m_ledger(ledger), m_seed(seed) {}

    void headers(PeerId id, const std::vector<primitives::BlockHeader>& headers);
    void announced(PeerId id, std::span<const primitives::BlockHash> blocks);
    /// One header out of its row, of a compact block or a body; null when it was not kept: its peer was
    /// dropped for it or asked for what lies below, or its work is low.
    const chain::HeaderEntry* takeOne(PeerId id, const primitives::BlockHeader& header);
    /// A header or block of that peer was refused.
    void judge(PeerId id, const primitives::BlockHeader& header, const consensus::Rejection& rejection);
    /// Asks for what follows our best knowledge of its chain, unless that is under way.
    void ask(PeerId id, SyncPeer& peer);
    /// Blocks that peers have named may be here now.
    void nameWhatIsKnown();
    void gone(PeerId id);
    void tick();
    /// Asks whoever is due: one peer first while far behind, everybody else when it is done or late.
    void askWhoIsDue();
    /// Takes in what a second pass gave when there was no room, and asks on.
    void goOn();
    /// Ends the link; what was asked of it is asked of others.
    void drop(PeerId id, Misbehaviour reason, std::optional<consensus::Rejection> rejection = {});

    [[nodiscard]] bool isInitialSync() const;
    /// Work below which headers are not kept.
    [[nodiscard]] consensus::Uint256 lowWork() const;

private:
    using Headers = std::span<const primitives::BlockHeader>;
    [[nodiscard]] bool areSound(PeerId id, Headers headers);
    [[nodiscard]] const chain::HeaderEntry& whereToAsk(const SyncPeer& peer) const;
    /// It has told of something behind what is known of it.
    void askForNews(PeerId id, SyncPeer& peer);
    void askFrom(PeerId id, SyncPeer& peer, std::vector<primitives::BlockHash> locator);
    void nothingMore(PeerId id, SyncPeer& peer);
    void unconnected(PeerId id, SyncPeer& peer, Headers headers);
    [[nodiscard]] bool isLow(const chain::HeaderEntry& below, Headers headers) const;
    void startPresync(PeerId id, SyncPeer& peer, const chain::HeaderEntry& start, Headers headers);
    void takePresync(PeerId id, SyncPeer& peer, Headers headers, bool isFull);
    /// Into the tree while there is room; false when it stopped before the end.
    bool keep(PeerId id, SyncPeer& peer, Headers headers);
    void followed(PeerId id, SyncPeer& peer, bool isFull);
    void nameWhatIsKnown(SyncPeer& peer) const;
    void leaderIsDone(PeerId id);

    SyncContext& m_context;
    HeaderLedger& m_ledger;
    std::uint64_t m_seed;
    std::uint64_t m_presyncs = 0;
    PeerId m_leader = 0; ///< of the first sync; 0: none yet
    bool m_isLeaderDone = false;
    primitives::BlockHash m_lastAnnounced; ///< asked of one more peer during the first sync
    mutable bool m_isInitialSync = true;
};

} // namespace net
