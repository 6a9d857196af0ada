#pragma once

#include "crypto/SecretBytes.h"

#include <optional>

namespace crypto {

/// AES-256-GCM. `key` has 32 bytes. The result is nonce (12 random bytes), ciphertext, tag (16 bytes).
util::Bytes seal(util::ByteView key, util::ByteView plain, util::ByteView associated);
/// The plain bytes; nothing when the key is wrong or a byte was changed.
std::optional<SecretBytes> unseal(util::ByteView key, util::ByteView sealed, util::ByteView associated);

} // namespace crypto
