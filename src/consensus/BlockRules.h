#pragma once

#include "consensus/ChainParams.h"
#include "consensus/Reject.h"
#include "consensus/TxRules.h"

namespace consensus {

/// What the rules need of a block's ancestors.
struct BlockContext {
    std::int32_t height;     ///< of the block itself
    std::int64_t medianTime; ///< of the 11 blocks that end with the parent (BIP 113)
    std::int64_t parentTime;
    std::uint32_t scheduledBits; ///< `nextScheduledBits` for this block
};

constexpr std::int64_t kMaxFutureSeconds = std::int64_t{2} * 3600;

/// Work of a header alone.
Result<void, Rejection> checkHeader(const primitives::BlockHeader& header, const primitives::BlockHash& hash,
                                    const ChainParams& params);
/// Bits, times and version of a header after its parent. `now`: this computer's unix time.
Result<void, Rejection> checkHeaderInContext(const primitives::BlockHeader& header,
                                             const BlockContext& context, std::int64_t now,
                                             const ChainParams& params);
/// The body alone: Merkle root, sizes, coinbase first and only, every transaction's own rules, legacy sigops.
Result<void, Rejection> checkBlock(const primitives::Block& block, const ChainParams& params);
/// The body after its parent: finality, height in the coinbase (BIP 34), witness commitment, weight.
Result<void, Rejection> checkBlockInContext(const primitives::Block& block, const BlockContext& context,
                                            const ChainParams& params);
/// A block whose coinbase commits to a witness but has none gets the usual reserved value, 32 zero bytes, as
/// miners that know nothing of it leave it out. Any other block as it came.
primitives::BlockRef withReservedValue(primitives::BlockRef block);
/// BIP 34: how the coinbase's script must begin.
util::Bytes coinbaseHeightScript(std::int32_t height);

} // namespace consensus
