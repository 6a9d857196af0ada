#include "crypto/Kdf.h"

#include "util/Require.h"

#include <openssl/evp.h>

#include <bit>
#include <climits>

namespace crypto {
namespace {

constexpr std::uint64_t kMaxMemory = std::uint64_t{1} << 30;
constexpr std::uint32_t kMaxParallel = 64;

/// n × r lanes of 128 bytes; checked without overflow.
bool inRange(const ScryptCost& cost) {
    if (cost.n < 2 || !std::has_single_bit(cost.n)) return false;
    if (cost.r == 0 || cost.p == 0 || cost.p > kMaxParallel) return false;
    return cost.n <= kMaxMemory / 128 / cost.r;
}

const char* textOf(util::ByteView bytes) {
    return bytes.empty() ? "" : util::asText(bytes).data();
}
const std::uint8_t* dataOf(util::ByteView bytes) {
    return util::asBytes({textOf(bytes), bytes.size()}).data();
}

} // namespace

SecretBytes scrypt(util::ByteView passphrase, util::ByteView salt, const ScryptCost& cost, std::size_t size) {
    if (!inRange(cost) || size == 0) return {};
    // What OpenSSL counts on top of the table: p + 2 blocks of 128 × r bytes.
    const std::uint64_t memory = 128 * std::uint64_t{cost.r} * (cost.n + cost.p + 2);
    SecretBytes out(size);
    if (EVP_PBE_scrypt(textOf(passphrase), passphrase.size(), dataOf(salt), salt.size(), cost.n, cost.r,
                       cost.p, memory, out.data(), out.size()) != 1)
        return {};
    return out;
}

SecretBytes pbkdf2Sha512(util::ByteView password, util::ByteView salt, int rounds) {
    require(rounds > 0 && password.size() <= INT_MAX && salt.size() <= INT_MAX);
    static const EVP_MD* const digest = EVP_MD_fetch(nullptr, "SHA512", nullptr);
    SecretBytes out(64);
    require(PKCS5_PBKDF2_HMAC(textOf(password), static_cast<int>(password.size()), dataOf(salt),
                              static_cast<int>(salt.size()), rounds, digest, static_cast<int>(out.size()),
                              out.data()) == 1);
    return out;
}

} // namespace crypto
