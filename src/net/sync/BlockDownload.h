#pragma once

#include "net/sync/SyncPeer.h"

#include <unordered_map>

namespace net {

/// The bodies' half of SyncManager: which block is asked of whom, and who is let go for holding up the rest.
/// Thread: node.
class BlockDownload {
public:
    explicit BlockDownload(SyncContext& context) : m_context(context), m_stallMs(context.options.stallMs) {}

    /// Asks every peer with room for the nearest missing blocks that it has.
    void fetch();
    /// How a body comes.
    enum class Coming {
        Unasked,
        Asked,
        Compact, ///< put together from a compact block: its sender may not have checked it
    };
    /// It is here now, from that peer: nobody else is waited for.
    Coming arrived(PeerId id, SyncPeer& peer, const primitives::BlockHash& hash);
    /// That peer does not have it.
    void notFound(PeerId id, SyncPeer& peer, const primitives::BlockHash& hash);
    /// A compact block of that peer is being put together.
    void expect(PeerId id, SyncPeer& peer, const chain::HeaderEntry& entry);
    /// Asks that peer for all of it.
    void askWhole(PeerId id, SyncPeer& peer, const chain::HeaderEntry& entry);
    /// Nothing is waited for from that peer any more.
    void release(SyncPeer& peer);
    /// Forgets what is not needed any more, and asks for the whole of what could not be put together in time.
    void lookAfter();
    /// The best chain grew by so many blocks.
    void connectedBlocks(std::int32_t count);
    /// Who has held up the rest for too long.
    [[nodiscard]] std::vector<PeerId> stalled() const;
    void doubleStallTime();

    /// It is being put together from a compact block, and that has not taken long yet.
    [[nodiscard]] bool isComingCompact(const chain::HeaderEntry& entry) const;
    [[nodiscard]] bool isComing(const chain::HeaderEntry& entry) const { return m_flights.contains(&entry); }
    [[nodiscard]] std::size_t count() const { return m_flights.size(); }

private:
    struct Flight {
        PeerId peer = 0;
        std::int64_t sinceMs = 0;
        bool isCompact = false;
    };
    /// What one peer may be asked for.
    struct Choice {
        std::vector<const chain::HeaderEntry*> blocks; ///< lowest first
        PeerId holdsWindowUp = 0;                      ///< nothing can be asked for because of it
    };
    [[nodiscard]] Choice choose(PeerId id, SyncPeer& peer, std::size_t most);
    [[nodiscard]] bool isWorthFetching(const SyncPeer& peer) const;
    [[nodiscard]] bool isOverdue(const chain::HeaderEntry& entry, const Flight& flight) const;
    void fetchFrom(PeerId id, SyncPeer& peer);
    void take(PeerId id, SyncPeer& peer, const chain::HeaderEntry& entry, bool isCompact);
    void takeOff(SyncPeer& peer, const chain::HeaderEntry& entry);
    void giveUp(const chain::HeaderEntry& entry);
    void askFor(PeerId id, const std::vector<const chain::HeaderEntry*>& blocks, wire::ItemKind kind);

    SyncContext& m_context;
    std::unordered_map<const chain::HeaderEntry*, Flight> m_flights;
    std::unordered_map<primitives::BlockHash, int> m_timesGivenUp; ///< of bodies that have not come
    std::int64_t m_stallMs;
};

} // namespace net
