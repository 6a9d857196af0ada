#pragma once

#include "consensus/Rules.h"

namespace consensus {

/// New coins of the block at `height`: the reward, halved once an interval, as long as all rewards of blocks
/// 1 to `height` together stay within 21 million coins; the block that would go beyond gets what is left, and
/// those after it nothing. So every coin and every sum of coins is in range on every network, whatever its
/// card says.
primitives::Amount subsidyAt(std::int32_t height, const Rules& rules);

} // namespace consensus
