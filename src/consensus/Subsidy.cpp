#include "consensus/Subsidy.h"

#include "util/Require.h"

namespace consensus {

primitives::Amount subsidyAt(std::int32_t height, const Rules& rules) {
    require(height >= 0);
    if (rules.halvingInterval == 0) return rules.blockReward;
    const std::int32_t halvings = height / rules.halvingInterval;
    return halvings >= 63 ? primitives::Amount()
                          : primitives::Amount(rules.blockReward.satoshi() >> halvings);
}

} // namespace consensus
