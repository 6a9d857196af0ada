#pragma once

#include "consensus/Rules.h"

namespace node {

/// Bits at which the miner of this computer needs a quarter of the rules' target time for a block, never
/// easier than their limit: the first blocks come quickly, the first adjustment brings the target time. Cost:
/// half a second of hashing.
std::uint32_t calibratedBits(const consensus::Rules& rules);

} // namespace node
