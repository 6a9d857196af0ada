#pragma once

#include "consensus/ChainParams.h"

namespace consensus {

// Why windows share their borders. Bitcoin measures an interval of N blocks from its first block to its last:
// N - 1 gaps for which it wants N times the block time (the off-by-one), and the gap between two intervals is
// in no window. Who has most of the hash power may therefore date the last block of every interval ahead and
// the next one back again: each interval looks long, the target eases every time, and no window ever counts
// the step back (the time-warp). Here a window runs from the last block of one interval to the last of the
// next: N gaps for N blocks, every gap counted once, and what a false time adds to one window it takes from
// the next.
//
// Why border times are bounded. A step back counts as a quarter of an interval at least. Borders dated
// further ahead each time, and then back in one step that is mostly forgiven, would still ease the target
// without end (BIP 54's case). A border therefore counts as at most `kMostAhead` block times after its median
// time, which never goes back and which only most of the miners can move. README.md has the sums and a
// simulation.

/// What the difficulty rule needs of a block's parent and its interval.
struct DifficultyContext {
    std::int32_t height = 0; ///< of the block whose bits are asked for, 1 or more
    /// The parent's scheduled bits (its bits, had nobody used the minimum-difficulty rule).
    std::uint32_t scheduledBits = 0;
    /// `borderTime` of the parent and of the block `difficultyWindow(height)` blocks before it; read only
    /// where `retargetsAt(height)`.
    std::int64_t windowEndTime = 0;
    std::int64_t windowStartTime = 0;
};

/// Heights that are multiples of the interval set a new target (never on regtest).
bool retargetsAt(std::int32_t height, const ChainParams& params);
/// Block intervals the window before `height` covers: the whole interval; in the first one, which has no
/// block mined by anyone before block 1, it starts at block 1. 0: nothing can be measured, the target stays.
std::int32_t difficultyWindow(std::int32_t height, const ChainParams& params);
/// What a block's time counts for where it ends a window and starts the next. `medianTime`: of the 11 blocks
/// that end with it. Honest borders count as they are: five blocks lie between the two.
std::int64_t borderTime(std::int64_t blockTime, std::int64_t medianTime, const ChainParams& params);
/// Bits by schedule: the parent's, or at a retarget the old target × measured time ÷ wanted time, the time
/// clamped to a quarter and four times the wanted, never easier than the limit.   Source: Bitcoin's rule,
/// over the whole interval.
std::uint32_t nextScheduledBits(const DifficultyContext& context, const ChainParams& params);
/// Whether a block of this time may use the easiest target instead (`min_difficulty_after`).
bool mayUseMinimum(std::int64_t blockTime, std::int64_t parentTime, const ChainParams& params);

} // namespace consensus
