#pragma once

#include "chain/ChainState.h"
#include "chain/mempool/MempoolSnapshot.h"

namespace chain {

/// Says what to pay from what waits now and from what the last blocks took. A chain with few transactions has
/// room in its next block, and that is the answer then: nothing is learned from empty blocks. Owned by
/// node::Engine. Thread: node.
class FeeEstimator {
public:
    explicit FeeEstimator(ChainState& chain) : m_chain(chain) {}

    /// For 1 to 25, 144, 504 and 1008 blocks.
    /// Cost: the snapshot once; a full block among the last 24 is read once in its life.
    FeeEstimates estimate(const MempoolSnapshot& waiting);

private:
    void lookAtRecentBlocks();
    [[nodiscard]] std::int64_t recentRate(std::int32_t targetBlocks) const;

    ChainState& m_chain;
    std::unordered_map<primitives::BlockHash, std::int64_t>
        m_rates;                        ///< of full blocks: the cheapest they took
    std::vector<std::int64_t> m_recent; ///< of the last blocks, newest first; 0: it had room
};

} // namespace chain
