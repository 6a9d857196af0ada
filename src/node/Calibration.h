#pragma once

#include "consensus/Rules.h"

namespace node {

/// Bits at which this computer needs about the rules' target time for a block, never easier than their limit.
/// Cost: half a second of hashing.
std::uint32_t calibratedBits(const consensus::Rules& rules);

} // namespace node
