#pragma once

#include "util/Bytes.h"

#include <memory>

namespace crypto {

using Hash256Bytes = util::ByteArray<32>;

/// SHA-256 over bytes given in pieces (OpenSSL). Thread: one at a time.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    Sha256& add(util::ByteView bytes);
    /// The digest; the object starts anew.
    Hash256Bytes finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

Hash256Bytes sha256(util::ByteView bytes);
/// SHA-256 of the SHA-256: transaction ids, block hashes, Merkle nodes.
Hash256Bytes sha256d(util::ByteView bytes);
/// BIP 340: SHA-256 that starts with twice the hash of `tag`.
Hash256Bytes taggedHash(std::string_view tag, util::ByteView bytes);

/// The eight 32-bit words of SHA-256's state after whole 64-byte blocks.
using Sha256Midstate = std::array<std::uint32_t, 8>;
constexpr Sha256Midstate kSha256Start = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
/// State after one more 64-byte block: the portable compression function, for mining and its tests.
Sha256Midstate sha256Compress(Sha256Midstate state, std::span<const std::uint8_t, 64> block);

} // namespace crypto
