#pragma once

#include "mining/Kernels.h"

#include <array>

namespace mining::detail {

/// What a kernel needs of a header: `midstate` after its first 64 bytes, `tail` the three big endian words
/// before the nonce.
ScanWords scanWordsOf(const std::array<std::uint32_t, 8>& midstate, const std::array<std::uint32_t, 3>& tail);

} // namespace mining::detail
