#pragma once

#include "chain/mempool/Mempool.h"
#include "net/SyncManager.h"

#include <memory>

namespace net {

/// New blocks between nodes: ours are told as each peer likes it (headers, inventory, or compact), theirs are
/// put together from compact ones (BIP 152). At most three peers send compact blocks unasked. Pure.
/// Thread: node.
class BlockRelay {
public:
    /// Needs: everything outlives it.
    BlockRelay(chain::ChainState& chain, chain::Mempool& mempool, SyncManager& sync, PeerOutbox& out,
               const util::Clock& clock, std::uint64_t seed);
    ~BlockRelay();

    void connected(PeerId peer, const PeerFacts& facts);
    void gone(PeerId peer);
    void wantsHeaders(PeerId peer);
    void sendCompact(PeerId peer, const wire::SendCompact& message);
    void compactBlock(PeerId peer, const wire::CompactBlock& message);
    void blockTransactions(PeerId peer, const wire::BlockTransactions& message);
    /// `getblocktxn`: answered for the last ten blocks, deeper ones are served whole.
    void transactionsAsked(PeerId peer, const wire::GetBlockTransactions& message);
    /// A compact block was asked for by `getdata`: near the tip as such, deeper whole.
    void compactAsked(PeerId peer, const primitives::BlockHash& hash);
    /// The tip moved: tell those who do not have it.
    void chainChanged();
    void tick();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net
