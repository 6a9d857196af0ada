#include "crypto/Ripemd160.h"

#include "crypto/EvpDigest.h"
#include "crypto/Sha256.h"

namespace crypto {

Hash160Bytes ripemd160(util::ByteView bytes) {
    static const EVP_MD* const algorithm = fetchDigest("RIPEMD160");
    thread_local EvpDigest digest(algorithm);
    digest.start();
    digest.add(bytes);
    return digest.finish<20>();
}

Hash160Bytes hash160(util::ByteView bytes) {
    return ripemd160(sha256(bytes));
}

} // namespace crypto
