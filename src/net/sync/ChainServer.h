#pragma once

#include "net/sync/SyncManager.h"

#include <span>
#include <unordered_map>

namespace net {

/// Whether a block and its header are given to others: all of the best chain, and of other branches what was
/// valid and is young (a month by time and by work), so that nobody can tell nodes apart by what they saw
/// long ago.
[[nodiscard]] bool isGiven(const chain::ChainState& chain, const chain::HeaderEntry& entry);

/// Answers what peers ask of the chain: getheaders, getblocks, blocks by getdata. Pure. Thread: node.
class ChainServer {
public:
    ChainServer(chain::ChainState& chain, SyncManager& sync, PeerOutbox& out)
        : m_chain(chain), m_sync(sync), m_out(out) {}

    void headersAsked(PeerId peer, const wire::GetHeaders& message);
    /// At most 500 at a time; when the last of them is fetched, our tip is named, so that it asks on.
    void blocksAsked(PeerId peer, const wire::GetBlocks& message);
    /// `getdata` of a block; what is not given is passed over in silence.
    void blockAsked(PeerId peer, const primitives::BlockHash& hash, bool withWitness);
    void gone(PeerId peer) { m_goesOnAt.erase(peer); }

private:
    [[nodiscard]] const chain::HeaderEntry& fork(std::span<const primitives::BlockHash> locator) const;

    chain::ChainState& m_chain;
    SyncManager& m_sync;
    PeerOutbox& m_out;
    std::unordered_map<PeerId, primitives::BlockHash> m_goesOnAt; ///< the last of 500
};

} // namespace net
