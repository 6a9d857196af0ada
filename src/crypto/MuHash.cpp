#include "crypto/MuHash.h"

#include "util/Require.h"

#include <openssl/bn.h>
#include <openssl/evp.h>

namespace crypto {

namespace {

constexpr int kBits = 3072;
constexpr std::size_t kNumberSize = kBits / 8;
constexpr BN_ULONG kDistance = 1'103'717; ///< from 2^3072 down to the prime

using NumberBytes = util::ByteArray<kNumberSize>;

struct NumberFree {
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(BN_CTX* context) const { BN_CTX_free(context); }
    void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Number = std::unique_ptr<BIGNUM, NumberFree>;

Number newNumber() {
    Number out(BN_new());
    require(out != nullptr);
    return out;
}

/// 384 bytes that follow from the element: ChaCha20 under its SHA-256.
NumberBytes spread(util::ByteView element) {
    static constexpr util::ByteArray<16> kStart{};
    const Hash256Bytes key = sha256(element);
    NumberBytes bytes{};
    const std::unique_ptr<EVP_CIPHER_CTX, NumberFree> context(EVP_CIPHER_CTX_new());
    int written = 0;
    require(context &&
            EVP_EncryptInit_ex(context.get(), EVP_chacha20(), nullptr, key.data(), kStart.data()) == 1 &&
            EVP_EncryptUpdate(context.get(), bytes.data(), &written, bytes.data(),
                              static_cast<int>(bytes.size())) == 1);
    return bytes;
}

} // namespace

struct MuHash::Impl {
    Number product = newNumber();
    Number high = newNumber();
    std::unique_ptr<BN_CTX, NumberFree> context{BN_CTX_new()};

    /// What lies above 3072 bits counts as often as the prime is below 2^3072.
    void reduce(BIGNUM* number) {
        while (BN_num_bits(number) > kBits) {
            require(BN_rshift(high.get(), number, kBits) == 1 && BN_mask_bits(number, kBits) == 1 &&
                    BN_mul_word(high.get(), kDistance) == 1 && BN_add(number, number, high.get()) == 1);
        }
    }
};

MuHash::MuHash() : m_impl(std::make_unique<Impl>()) {
    require(m_impl->context != nullptr && BN_one(m_impl->product.get()) == 1);
}

MuHash::~MuHash() = default;

void MuHash::add(util::ByteView element) {
    const NumberBytes bytes = spread(element);
    const Number factor(BN_lebin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
    BIGNUM* const product = m_impl->product.get();
    require(factor && BN_mul(product, product, factor.get(), m_impl->context.get()) == 1);
    m_impl->reduce(product);
}

Hash256Bytes MuHash::finish() const {
    const Number prime = newNumber();
    const Number least = newNumber();
    require(BN_set_bit(prime.get(), kBits) == 1 && BN_sub_word(prime.get(), kDistance) == 1 &&
            BN_nnmod(least.get(), m_impl->product.get(), prime.get(), m_impl->context.get()) == 1);
    NumberBytes bytes{};
    require(BN_bn2lebinpad(least.get(), bytes.data(), static_cast<int>(bytes.size())) ==
            static_cast<int>(bytes.size()));
    return sha256(bytes);
}

} // namespace crypto
