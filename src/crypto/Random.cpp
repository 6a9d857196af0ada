#include "crypto/Random.h"

#include "util/Require.h"

#include <openssl/rand.h>

#include <algorithm>
#include <cstring>

namespace crypto {

void fillRandom(std::span<std::uint8_t> out) {
    constexpr std::size_t kMaxPiece = 1 << 20; // OpenSSL counts in int
    while (!out.empty()) {
        const std::size_t piece = std::min(out.size(), kMaxPiece);
        require(RAND_priv_bytes(out.data(), static_cast<int>(piece)) == 1);
        out = out.subspan(piece);
    }
}

SecretBytes randomBytes(std::size_t count) {
    SecretBytes out(count);
    fillRandom(out);
    return out;
}

std::uint64_t randomNumber() {
    util::ByteArray<8> bytes;
    fillRandom(bytes);
    std::uint64_t out = 0;
    std::memcpy(&out, bytes.data(), sizeof out);
    return out;
}

std::uint64_t randomBelow(std::uint64_t bound) {
    require(bound > 0);
    // Numbers below 2^64 mod bound would favour the small results: draw again.
    const std::uint64_t uneven = (0 - bound) % bound;
    std::uint64_t drawn = randomNumber();
    while (drawn < uneven)
        drawn = randomNumber();
    return drawn % bound;
}

} // namespace crypto
