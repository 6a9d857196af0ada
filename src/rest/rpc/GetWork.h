#pragma once

#include "consensus/Uint256.h"
#include "primitives/BlockHeader.h"

#include <optional>
#include <string>

namespace rest {

/// The `data` of getwork: the header padded to 128 bytes as SHA-256 does it, every 32-bit word turned round;
/// 256 hex digits.
std::string getWorkData(const primitives::BlockHeader& header);
/// The target in little endian; 64 hex digits.
std::string getWorkTarget(const consensus::Uint256& target);
/// The header in what a miner sends back; nothing when it has another length.
std::optional<primitives::BlockHeader> headerFromGetWork(const util::Bytes& data);

} // namespace rest
