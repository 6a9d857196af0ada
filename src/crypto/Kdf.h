#pragma once

#include "crypto/SecretBytes.h"

namespace crypto {

/// Cost of scrypt (RFC 7914): memory is about 128 × n × r bytes; n is a power of two.
struct ScryptCost {
    std::uint64_t n = 1 << 16;
    std::uint32_t r = 8;
    std::uint32_t p = 1;
    bool operator==(const ScryptCost&) const = default;
};

/// `size` bytes from a passphrase. Empty when the cost is out of range (n not a power of two, over 1 GiB of
/// memory).
SecretBytes scrypt(util::ByteView passphrase, util::ByteView salt, const ScryptCost& cost, std::size_t size);
/// 64 bytes by PBKDF2 with HMAC-SHA-512 (BIP 39 uses 2048 rounds).
SecretBytes pbkdf2Sha512(util::ByteView password, util::ByteView salt, int rounds);

} // namespace crypto
