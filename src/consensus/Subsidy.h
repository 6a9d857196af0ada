#pragma once

#include "consensus/Rules.h"

namespace consensus {

/// New coins of the block at `height`: the reward halved once an interval; 0 at genesis of our own networks is not asked.
primitives::Amount subsidyAt(std::int32_t height, const Rules& rules);

} // namespace consensus
