#pragma once

#include "chain/mempool/Mempool.h"

namespace chain {

/// Waiting transactions that a miner takes together or not at all.
struct MempoolChunk {
    std::vector<const MempoolEntry*> transactions; ///< parents first
    primitives::Amount fee;                        ///< modified
    std::int64_t weight = 0;
};

/// The order in which transactions that hang together are mined, in chunks of falling rate. Each is the rest
/// of a family that pays best, joined with what comes before it where that pays less.
/// Needs:  all that one of them spends from or is spent by.
/// Cost:   quadratic; families of more than 500 stay in the order given.
std::vector<MempoolChunk> chunksOf(const std::vector<const MempoolEntry*>& cluster);

} // namespace chain
