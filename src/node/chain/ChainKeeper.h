#pragma once

#include "chain/CoinStatistics.h"
#include "node/chain/IndexFollower.h"
#include "node/chain/MempoolKeeper.h"

namespace node {

/// What moves the chain: blocks given to it, blocks judged by hand, imports; and what follows from each
/// change, in one order: mempool, index, values, news. Owned by Engine. Thread: node.
class ChainKeeper {
public:
    /// Needs: everything outlives it.
    ChainKeeper(chain::ChainState& chain, MempoolKeeper& mempool, IndexFollower& index, ChainFeed& feed,
                ChainPublisher& publisher, StoreHealth& health, const util::Clock& clock)
        : m_chain(chain), m_mempool(mempool), m_index(index), m_feed(feed), m_publisher(publisher),
          m_health(health), m_clock(clock) {}

    /// As BIP 22's `submitblock`; a coinbase that lacks its reserved value gets the usual one.
    BlockSubmission submit(const primitives::BlockRef& block);
    /// As BIP 22's block proposal: whether the block, without its work, would do on the tip. Changes nothing.
    BlockSubmission propose(const primitives::Block& block);
    Result<void, consensus::Rejection> submitHeader(const primitives::BlockHeader& header);
    Result<void, BranchFailure> invalidate(const primitives::BlockHash& hash);
    Result<void, BranchFailure> reconsider(const primitives::BlockHash& hash);
    Result<void, BranchFailure> prefer(const primitives::BlockHash& hash);

    /// Follows the branch that the brake holds back and that ends with `tip`.
    Result<void, BranchFailure> release(const primitives::BlockHash& tip);

    /// Import (see BlockImport): many blocks per flush; `endImport` flushes.
    void beginImport();
    void importBatch(const std::vector<primitives::BlockRef>& blocks, double progress, ImportReport& report);
    void endImport(ImportReport& report);

    /// While many blocks come from peers they are written together: by `flushBulk`, or when it ends.
    void setBulk(bool isBulk);
    void flushBulk();

    /// Everything that follows from a change of the chain.
    void follow(const chain::ChainChange& change);
    /// The chain up to a tip of the store, with what was counted of the coins there.
    [[nodiscard]] Summary summaryAt(const chain::TipInfo& tip,
                                    const Result<chain::CoinStatistics, storage::StorageError>& coins);

private:
    bool noteFailure(ImportReport& report) const;
    Result<void, BranchFailure> judged(const Result<chain::ChainChange, chain::BlockError>& change);
    [[nodiscard]] BlockSubmission outcomeOf(const primitives::BlockHash& hash,
                                            chain::BlockOutcome outcome) const;
    [[nodiscard]] BlockSubmission refusalOf(const primitives::BlockHash& hash,
                                            const consensus::Rejection& rejection) const;

    chain::ChainState& m_chain;
    MempoolKeeper& m_mempool;
    IndexFollower& m_index;
    ChainFeed& m_feed;
    ChainPublisher& m_publisher;
    StoreHealth& m_health;
    const util::Clock& m_clock;
};

} // namespace node
