#include "consensus/Subsidy.h"

#include "util/Require.h"

#include <algorithm>

namespace consensus {

using primitives::Amount;

namespace {

constexpr std::int64_t kHalvings = 63; ///< after so many nothing is left of any reward

std::int64_t rewardAfter(std::int64_t halvings, const Rules& rules) {
    return halvings >= kHalvings ? 0 : rules.blockReward.satoshi() >> halvings;
}

/// What is left of 21 million coins after the rewards of blocks 1 to `height` - 1.
std::int64_t leftBefore(std::int32_t height, const Rules& rules) {
    const std::int64_t interval =
        rules.halvingInterval == 0 ? std::int64_t{height} + 1 : rules.halvingInterval;
    std::int64_t left = Amount::kMax;
    for (std::int64_t halvings = 0; halvings < kHalvings && halvings * interval < height; ++halvings) {
        const std::int64_t first = std::max<std::int64_t>(halvings * interval, 1);
        const std::int64_t blocks = std::min<std::int64_t>((halvings + 1) * interval, height) - first;
        const std::int64_t reward = rewardAfter(halvings, rules);
        if (reward == 0) break;
        if (blocks > left / reward) return 0; // one of them got the rest
        left -= blocks * reward;
    }
    return left;
}

} // namespace

Amount subsidyAt(std::int32_t height, const Rules& rules) {
    require(height >= 0);
    const std::int64_t halvings = rules.halvingInterval == 0 ? 0 : height / rules.halvingInterval;
    return Amount(std::min(rewardAfter(halvings, rules), leftBefore(height, rules)));
}

} // namespace consensus
