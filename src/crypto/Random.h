#pragma once

#include "crypto/SecretBytes.h"

namespace crypto {

/// Bytes from the system's generator, good for keys. Stops the program when there are none.
void fillRandom(std::span<std::uint8_t> out);
SecretBytes randomBytes(std::size_t count);
std::uint64_t randomNumber();
/// Even over 0 … bound - 1. Needs: bound > 0.
std::uint64_t randomBelow(std::uint64_t bound);

} // namespace crypto
