#pragma once

#include <cstdint>

namespace primitives {

/// Lock times from here on are unix seconds, below they are heights (BIP 65, and before).
constexpr std::uint32_t kLockTimeThreshold = 500'000'000;

/// An input with this sequence asks for nothing: its transaction's lock time counts only for the other
/// inputs.
constexpr std::uint32_t kSequenceFinal = 0xffffffff;
/// BIP 125 and lock times work, no relative lock.
constexpr std::uint32_t kSequenceReplaceable = 0xfffffffd;

// How a sequence locks its input until its coin is old enough.   Source: BIP 68.
constexpr std::uint32_t kSequenceLockDisabled = 1U << 31; ///< not at all
constexpr std::uint32_t kSequenceLockIsTime = 1U << 22;   ///< counts time instead of blocks
constexpr std::uint32_t kSequenceLockMask = 0xffff;       ///< how many of either
constexpr int kSequenceLockTimeShift = 9;                 ///< time counts in units of 512 seconds

} // namespace primitives
