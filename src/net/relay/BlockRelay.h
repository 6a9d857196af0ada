#pragma once

#include "chain/mempool/Mempool.h"
#include "net/relay/ExtraTransactions.h"
#include "net/sync/SyncManager.h"

#include <memory>

namespace net {

/// How compact blocks stand with one peer, for `getpeerinfo`.
struct CompactState {
    bool sendsUnasked = false;  ///< we told it to
    bool isSentUnasked = false; ///< it told us to
    bool gives = false;         ///< it speaks BIP 152, version 2
    bool wantsHeaders = false;  ///< BIP 130
};

/// New blocks between nodes: ours are told as each peer likes it (headers, inventory, or compact), theirs are
/// put together from compact ones (BIP 152). At most three peers send compact blocks unasked. Pure.
/// Thread: node.
class BlockRelay {
public:
    /// Needs: everything outlives it.
    BlockRelay(chain::ChainState& chain, chain::Mempool& mempool, SyncManager& sync, PeerOutbox& out,
               const ExtraTransactions& extra, const util::Clock& clock, std::uint64_t seed);
    ~BlockRelay();

    void connected(PeerId peer, const PeerFacts& facts);
    void gone(PeerId peer);
    void wantsHeaders(PeerId peer);
    /// It asked where our chain goes on: it knows our tip, or has it with the answer.
    void asked(PeerId peer);
    void sendCompact(PeerId peer, const wire::SendCompact& message);
    void compactBlock(PeerId peer, const wire::CompactBlock& message);
    void blockTransactions(PeerId peer, const wire::BlockTransactions& message);
    /// `getblocktxn`: answered for the last ten blocks, deeper ones are served whole.
    void transactionsAsked(PeerId peer, const wire::GetBlockTransactions& message);
    /// A compact block was asked for by `getdata`: near the tip as such, deeper whole.
    void compactAsked(PeerId peer, const primitives::BlockHash& hash);
    /// These bodies of a peer are about to be given to the sync: whoever brought what becomes the tip is
    /// asked for compact blocks unasked.
    void comes(PeerId peer, std::span<const primitives::BlockRef> blocks);
    /// The tip moved: tell those who do not have it.
    void chainChanged();
    void tick();
    [[nodiscard]] CompactState of(PeerId peer) const;
    /// Memory of blocks in the making.
    [[nodiscard]] std::size_t rememberedBytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net
