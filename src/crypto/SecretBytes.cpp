#include "crypto/SecretBytes.h"

#include <openssl/crypto.h>

namespace crypto {

void wipe(void* data, std::size_t size) {
    OPENSSL_cleanse(data, size);
}

[[gnu::noinline]] void wipeStack() {
    constexpr std::size_t kDeepest = 16 * 1024; // libsecp256k1 takes less than half of it
    std::uint8_t left[kDeepest];
    wipe(left, sizeof left);
}

bool equalConstantTime(util::ByteView a, util::ByteView b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace crypto
