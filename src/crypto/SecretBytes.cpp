#include "crypto/SecretBytes.h"

#include <openssl/crypto.h>

namespace crypto {

void wipe(void* data, std::size_t size) {
    OPENSSL_cleanse(data, size);
}

bool equalConstantTime(util::ByteView a, util::ByteView b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace crypto
