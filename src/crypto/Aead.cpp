#include "crypto/Aead.h"

#include "crypto/Random.h"
#include "util/Require.h"

#include <openssl/evp.h>

#include <algorithm>
#include <climits>
#include <memory>

namespace crypto {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kNonceSize = 12;
constexpr std::size_t kTagSize = 16;
constexpr std::size_t kMaxSize = INT_MAX - kNonceSize - kTagSize; // OpenSSL counts in int

struct ContextFree {
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, ContextFree>;

enum class Direction { Open = 0, Seal = 1 };

/// A context that has taken key, nonce and associated bytes.
Context start(Direction direction, util::ByteView key, util::ByteView nonce, util::ByteView associated) {
    static const EVP_CIPHER* const cipher = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    require(cipher != nullptr && key.size() == kKeySize && associated.size() <= kMaxSize);
    Context context(EVP_CIPHER_CTX_new());
    require(context != nullptr);
    require(EVP_CipherInit_ex2(context.get(), cipher, key.data(), nonce.data(), static_cast<int>(direction),
                               nullptr) == 1);
    int written = 0;
    if (!associated.empty())
        require(EVP_CipherUpdate(context.get(), nullptr, &written, associated.data(),
                                 static_cast<int>(associated.size())) == 1);
    return context;
}

/// From `from` to the equally many bytes at `to`.
void convert(EVP_CIPHER_CTX* context, util::ByteView from, std::uint8_t* to) {
    int written = 0;
    if (from.empty()) return;
    require(EVP_CipherUpdate(context, to, &written, from.data(), static_cast<int>(from.size())) == 1);
    require(static_cast<std::size_t>(written) == from.size());
}

} // namespace

util::Bytes seal(util::ByteView key, util::ByteView plain, util::ByteView associated) {
    require(plain.size() <= kMaxSize);
    util::Bytes out(kNonceSize + plain.size() + kTagSize);
    const std::span<std::uint8_t> nonce(out.data(), kNonceSize);
    std::uint8_t* const body = out.data() + kNonceSize;
    std::uint8_t* const tag = body + plain.size();
    fillRandom(nonce);
    const Context context = start(Direction::Seal, key, nonce, associated);
    convert(context.get(), plain, body);
    int written = 0;
    require(EVP_CipherFinal_ex(context.get(), tag, &written) == 1 && written == 0);
    require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTagSize, tag) == 1);
    return out;
}

std::optional<SecretBytes> unseal(util::ByteView key, util::ByteView sealed, util::ByteView associated) {
    if (key.size() != kKeySize || sealed.size() < kNonceSize + kTagSize || sealed.size() > kMaxSize)
        return std::nullopt;
    const util::ByteView body = sealed.subspan(kNonceSize, sealed.size() - kNonceSize - kTagSize);
    util::ByteArray<kTagSize> tag;
    std::copy(sealed.end() - kTagSize, sealed.end(), tag.begin());
    const Context context = start(Direction::Open, key, sealed.first(kNonceSize), associated);
    SecretBytes out(body.size());
    convert(context.get(), body, out.data());
    require(EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTagSize, tag.data()) == 1);
    std::uint8_t rest[kTagSize];
    int written = 0;
    if (EVP_CipherFinal_ex(context.get(), rest, &written) != 1) return std::nullopt;
    return out;
}

} // namespace crypto
