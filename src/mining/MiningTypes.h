#pragma once

#include "consensus/Uint256.h"
#include "primitives/Block.h"

#include <cstdint>
#include <string>
#include <vector>

namespace mining {

/// A block to mine: everything but nonce, time and extra nonce is decided.
struct BlockTemplate {
    primitives::Block block; ///< nonce 0; the coinbase's script ends with 8 bytes of extra nonce
    std::int32_t height = 0;
    consensus::Uint256 target;
    std::int64_t minTime = 0;     ///< the parent's median time + 1
    std::int64_t currentTime = 0; ///< time when made (at least minTime)
    /// Unix seconds from which the easiest target will do (`min_difficulty_after`): time for a new template.
    /// 0: it is the target already, or that never comes.
    std::int64_t easierFrom = 0;
    primitives::Amount subsidy;
    primitives::Amount fees;
    std::vector<primitives::Amount> transactionFees; ///< one a transaction, 0 for the coinbase
    std::vector<std::int64_t> sigOpCosts;            ///< the same
    std::uint64_t mempoolSequence = 0;
    std::uint64_t id = 0; ///< grows with every template
};
using BlockTemplateRef = std::shared_ptr<const BlockTemplate>;

/// How the miner uses its time.
enum class MiningMode : std::uint8_t { Always = 0, WhenWaiting = 1, OneBlock = 2 };

/// Numbers of the miner, sampled; a plain value.
struct MinerStatistics {
    bool running = false;
    int threads = 0;
    std::string kernel;         ///< "SHA-NI", "AVX2", "portable"
    double hashesPerSecond = 0; ///< over the last second or so
    std::uint64_t hashes = 0;   ///< since the start of the program
    std::uint64_t templateId = 0;
    primitives::BlockHash closest; ///< best hash of the present template
    std::uint32_t lastNonce = 0;   ///< for the picture
};

} // namespace mining
