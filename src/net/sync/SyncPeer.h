#pragma once

#include "net/sync/HeadersPresync.h"
#include "net/sync/SyncManager.h"

#include <deque>
#include <map>
#include <unordered_set>

namespace net {

/// What the sync knows of one peer. Plain data of SyncManager's parts.
struct SyncPeer {
    PeerFacts facts;
    bool givesCompact = false; ///< BIP 152
    bool isDropped = false;    ///< its link ends: nothing is asked of it, nothing taken
    const chain::HeaderEntry* best = nullptr;
    const chain::HeaderEntry* common = nullptr;
    primitives::BlockHash unknown; ///< named by it last, and not in the tree; null: none

    // Headers
    std::optional<std::int64_t> askedMs; ///< getheaders is under way since
    bool wasAsked = false;
    bool isMute = false;             ///< it did not answer in time
    int askedAnew = 0;               ///< since it never answered, and told of a block
    bool wantsMore = false;          ///< it may have more than there was room for
    std::int64_t askAgainMs = 0;     ///< not before
    std::int64_t presyncAfterMs = 0; ///< not before
    bool isHintUsed = false;         ///< its claimed height was tried as a place to ask from
    std::unique_ptr<HeadersPresync> presync;
    consensus::Uint256 provenWork; ///< of its chain, seen in a first pass; its headers are on their way
    std::deque<primitives::BlockHeader> ready; ///< from a second pass, no room in the tree yet
    bool clockDiffers = false;
    bool isOnLeftBranch = false;

    // Bodies
    std::vector<const chain::HeaderEntry*> inFlight; ///< in the order they were asked for
    std::deque<primitives::BlockHash> givenUp;       ///< asked for, then of another; may still come
    std::unordered_set<primitives::BlockHash> lacks; ///< it said so
    std::int64_t progressMs = 0;                     ///< a body of it came, or the first was asked for
    std::int64_t frontMs = 0;                        ///< since when the first of them is the first
    std::optional<std::int64_t> stallsSinceMs;       ///< it holds the window up
    bool isLate = false;                             ///< it let us wait: little is asked of it

    // Watchdog
    std::int64_t behindSinceMs = -1;
    consensus::Uint256 behindWork; ///< its best when it was looked at last
    bool wasWarned = false;        ///< asked for headers a last time
};

/// What SyncManager's parts share.
struct SyncContext {
    chain::ChainState& chain;
    PeerOutbox& out;
    const util::Clock& clock;
    SyncManager::Options options;
    std::map<PeerId, SyncPeer> peers;

    [[nodiscard]] SyncPeer* find(PeerId id) {
        const auto found = peers.find(id);
        return found == peers.end() || found->second.isDropped ? nullptr : &found->second;
    }
    /// Its chain goes up to there at least.
    static void noteBest(SyncPeer& peer, const chain::HeaderEntry& entry) {
        if (peer.best == nullptr || entry.chainWork >= peer.best->chainWork) peer.best = &entry;
    }
    /// Somebody who is connected has it on the chain that he told us of.
    [[nodiscard]] PeerId backerOf(const chain::HeaderEntry& entry) const;
};

} // namespace net
