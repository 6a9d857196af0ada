#pragma once

#include "chain/ChainTypes.h"
#include "chain/StoreError.h"
#include "util/Result.h"

namespace storage {

/// Tables of the history index (addresses, transactions, spenders), kept by explorer::AddressIndex. The index
/// knows the last block it applied; applying or reverting a block and moving that mark is one transaction.
/// Thread: node.
class IndexStore {
public:
    virtual ~IndexStore() = default;
    /// The last block applied; height -1 in a new index.
    virtual Result<chain::TipInfo, chain::StoreError> tip() = 0;
    /// Needs: each block follows the one before (first: the index's tip). All of them in one transaction.
    virtual Result<void, chain::StoreError> apply(const std::vector<chain::ConnectedBlock>& blocks) = 0;
    /// Takes the topmost block off. `block` is the indexed block at the index's tip.
    virtual Result<void, chain::StoreError> revert(const chain::DisconnectedBlock& block) = 0;
};

} // namespace storage
