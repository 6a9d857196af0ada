#pragma once

#include "chain/ChainTypes.h"
#include "chain/StoreError.h"
#include "util/Result.h"

#include <functional>

namespace chain {

/// Everything one flush writes, as one transaction: all of it or nothing is on disk afterwards.
struct ChainBatch {
    std::vector<HeaderRecord> headers; ///< new, or with a new status
    struct BlockBody {
        primitives::BlockHash hash;
        primitives::BlockRef block;
        BlockFacts facts;
    };
    std::vector<BlockBody> bodies;
    struct Undo {
        primitives::BlockHash hash;
        std::shared_ptr<const BlockUndo> undo;
        primitives::Amount fees;
    };
    std::vector<Undo> undos;
    /// Best chain: heights from `bestFrom` up are replaced by these hashes. -1: unchanged.
    std::int32_t bestFrom = -1;
    std::vector<primitives::BlockHash> best;
    std::vector<CoinChange> coins; ///< at most one an outpoint
    [[nodiscard]] bool isEmpty() const {
        return headers.empty() && bodies.empty() && undos.empty() && bestFrom < 0 && coins.empty();
    }
};

/// Where headers, bodies, undo data and the best chain are kept. Implemented by storage::SqliteBlockStore.
/// Thread: node, but for the const reads, which the read pool does on connections of its own.
class BlockStore {
public:
    virtual ~BlockStore() = default;
    /// Every header in order of arrival (parents before children).
    /// Errors: Damaged where a row is no header, or its hash another.   Cost: reads all of them.
    virtual Result<std::vector<StoredHeader>, StoreError> loadHeaders() = 0;
    /// The stored tip of the best chain; height -1 in a new store.
    virtual Result<TipInfo, StoreError> loadTip() = 0;
    /// Null when the body is not here.   Errors: Damaged where it is not the block of that hash.
    virtual Result<primitives::BlockRef, StoreError> readBlock(const primitives::BlockHash& hash) = 0;
    /// Null when the block never was connected.
    virtual Result<std::shared_ptr<const BlockUndo>, StoreError>
    readUndo(const primitives::BlockHash& hash) = 0;
    /// All of the batch is on disk when it returns, or (after an error) nothing.
    /// Needs: parents are stored before their children, headers before or with bodies, bodies with undo data.
    virtual Result<void, StoreError> commit(const ChainBatch& batch) = 0;
};

/// The coins of the stored tip.
class CoinStore {
public:
    virtual ~CoinStore() = default;
    /// Nothing when there is no such coin.   Errors: Damaged where the row is no coin.
    virtual Result<std::optional<consensus::Coin>, StoreError> find(const primitives::OutPoint& outpoint) = 0;
    /// Every coin, ordered by txid bytes and then output number; stops when `visit` gives false.
    virtual Result<void, StoreError>
    forEach(const std::function<bool(const primitives::OutPoint&, const consensus::Coin&)>& visit) = 0;
};

} // namespace chain
