#pragma once

#include "consensus/Uint256.h"
#include "primitives/BlockHeader.h"

#include <optional>

namespace consensus {

/// The target a compact "bits" stands for; nothing when negative, zero or over 256 bits.
std::optional<Uint256> targetFromBits(std::uint32_t bits);
/// The compact form, with the precision it has.
std::uint32_t bitsFromTarget(const Uint256& target);
/// Expected hashes to meet the target: 2^256 / (target + 1).
Uint256 workOf(std::uint32_t bits);
/// The hash, read as a little endian number, is at most the target.
bool meetsTarget(const primitives::BlockHash& hash, const Uint256& target);
/// `meetsTarget` for valid bits that are not easier than `powLimit`.
bool hasValidWork(const primitives::BlockHash& hash, std::uint32_t bits, const Uint256& powLimit);
/// Core's difficulty: how many times harder than bits 0x1d00ffff.
double difficultyOf(std::uint32_t bits);

} // namespace consensus
