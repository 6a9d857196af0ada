#include "consensus/Difficulty.h"

#include "consensus/Target.h"
#include "util/Require.h"

#include <algorithm>

namespace consensus {

namespace {

constexpr std::int64_t kMaxStep = 4;    ///< a target changes at most by this factor, either way
constexpr std::int64_t kMostAhead = 10; ///< block times; see the header

/// `measured` ÷ `wanted` as a fraction, clamped to 1/4 … 4.
struct Ratio {
    std::uint64_t numerator;
    std::uint64_t denominator;
};

Ratio clampedRatio(std::int64_t measured, std::int64_t wanted) {
    if (measured * kMaxStep < wanted) return {1, kMaxStep}; // also when the clocks ran backwards
    if (measured > wanted * kMaxStep) return {kMaxStep, 1};
    return {static_cast<std::uint64_t>(measured), static_cast<std::uint64_t>(wanted)};
}

} // namespace

bool retargetsAt(std::int32_t height, const ChainParams& params) {
    return !params.isRegtest && height > 0 && height % params.rules().difficultyAdjustmentInterval == 0;
}

// A block `height` knows the times of blocks 0 … height - 1. Time of genesis is written in the card, so the
// earliest time that tells something of the miners is block 1's: height - 2 intervals at most.
std::int32_t difficultyWindow(std::int32_t height, const ChainParams& params) {
    return std::max(0, std::min(params.rules().difficultyAdjustmentInterval, height - 2));
}

std::int64_t borderTime(std::int64_t blockTime, std::int64_t medianTime, const ChainParams& params) {
    return std::min(blockTime, medianTime + kMostAhead * params.rules().targetBlockTime);
}

std::uint32_t nextScheduledBits(const DifficultyContext& context, const ChainParams& params) {
    if (!retargetsAt(context.height, params)) return context.scheduledBits;
    const std::int64_t window = difficultyWindow(context.height, params);
    if (window == 0) return context.scheduledBits;

    const std::optional<Uint256> old = targetFromBits(context.scheduledBits);
    require(old.has_value());
    const Ratio ratio = clampedRatio(context.windowEndTime - context.windowStartTime,
                                     window * params.rules().targetBlockTime);
    return bitsFromTarget(
        std::clamp(scaled(*old, ratio.numerator, ratio.denominator), Uint256(1), params.powLimit));
}

bool mayUseMinimum(std::int64_t blockTime, std::int64_t parentTime, const ChainParams& params) {
    const std::int64_t wait = params.rules().minDifficultyAfter;
    return wait > 0 && blockTime - parentTime > wait;
}

} // namespace consensus
