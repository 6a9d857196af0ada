#pragma once

#include "chain/mempool/MempoolGraph.h"

namespace chain {

struct BlockRoom {
    std::int64_t weight;
    std::int64_t count; ///< transactions
    std::int64_t sigOpCost;
};

/// The transactions that pay a miner most for the room: again and again the one with the best fee rate
/// together with its ancestors that are not in yet. Parents before children. Cost: the mempool once through a
/// heap; packages that do not fit are skipped, a bounded number in a row.
std::vector<const MempoolNode*> selectPackages(const MempoolGraph& graph, BlockRoom room);

} // namespace chain
