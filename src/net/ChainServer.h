#pragma once

#include "net/SyncManager.h"

#include <span>

namespace net {

/// Answers what peers ask of the chain: getheaders, getblocks, blocks by getdata. Pure. Thread: node.
class ChainServer {
public:
    ChainServer(chain::ChainState& chain, SyncManager& sync, PeerOutbox& out)
        : m_chain(chain), m_sync(sync), m_out(out) {}

    void headersAsked(PeerId peer, const wire::GetHeaders& message);
    void blocksAsked(PeerId peer, const wire::GetBlocks& message);
    /// `getdata` of a block; what is not of the best chain and not young is not given (no fingerprint).
    void blockAsked(PeerId peer, const primitives::BlockHash& hash, bool withWitness);

private:
    chain::ChainState& m_chain;
    SyncManager& m_sync;
    PeerOutbox& m_out;
};

} // namespace net
