#pragma once

#include "primitives/Block.h"

namespace mining {

/// The last bytes of a coinbase's script are the miner's to change.
constexpr std::size_t kExtraNonceSize = 8;

/// Little endian.
void writeExtraNonce(std::uint64_t extraNonce, std::span<std::uint8_t, kExtraNonceSize> out);
/// Sets the extra nonce in the coinbase and the Merkle root that follows from it.
void setExtraNonce(primitives::Block& block, std::uint64_t extraNonce);

} // namespace mining
