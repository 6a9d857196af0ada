#pragma once

#include "chain/ChainState.h"
#include "storage/IndexStore.h"

namespace explorer {

/// Keeps the history index level with the best chain: a follower that remembers the last block it applied,
/// undoes what left the chain and reads on from there. Owned by node::Engine. Thread: node.
class AddressIndex {
public:
    AddressIndex(storage::IndexStore& store, chain::ChainState& chain, chain::BlockStore& blocks)
        : m_store(store), m_chain(chain), m_blocks(blocks) {}

    /// Applies or undoes at most `maxBlocks` blocks, some megabytes of them. True when level with the tip.
    /// Needs: the chain's changes are flushed.
    Result<bool, chain::StoreError> catchUp(int maxBlocks);

private:
    [[nodiscard]] bool isInBestChain(const chain::TipInfo& block) const;
    /// Takes the index's topmost block off; gives the one below.
    Result<chain::TipInfo, chain::StoreError> revert(const chain::TipInfo& tip);
    /// The next blocks of the best chain with their undo data, as many as fit into one transaction.
    Result<std::vector<chain::ConnectedBlock>, chain::StoreError> readAfter(const chain::TipInfo& tip,
                                                                            int maxBlocks);

    storage::IndexStore& m_store;
    chain::ChainState& m_chain;
    chain::BlockStore& m_blocks;
};

} // namespace explorer
