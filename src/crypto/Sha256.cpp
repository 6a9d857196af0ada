#include "crypto/Sha256.h"

#include "crypto/EvpDigest.h"

#include <openssl/sha.h>

#include <bit>

namespace crypto {
namespace {

const EVP_MD* algorithm() {
    static const EVP_MD* const fetched = fetchDigest("SHA256");
    return fetched;
}

/// The same code of OpenSSL's without the generic layer above it, which takes half as long as the hash of a
/// small input: blocks are full of those. Deprecated there since 3.0 for being the lower interface, not for
/// being unsound.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
class OneShot {
public:
    OneShot() { SHA256_Init(&m_context); } // NOLINT(cppcoreguidelines-pro-type-member-init): that fills it
    OneShot& add(util::ByteView bytes) {
        SHA256_Update(&m_context, bytes.data(), bytes.size());
        return *this;
    }
    Hash256Bytes finish() {
        Hash256Bytes out;
        SHA256_Final(out.data(), &m_context);
        return out;
    }

private:
    SHA256_CTX m_context;
};
#pragma GCC diagnostic pop

constexpr std::array<std::uint32_t, 64> kRoundConstants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

using Schedule = std::array<std::uint32_t, 64>;

Schedule expand(std::span<const std::uint8_t, 64> block) {
    Schedule w;
    for (std::size_t i = 0; i < 16; ++i) {
        w[i] = std::uint32_t{block[4 * i]} << 24 | std::uint32_t{block[4 * i + 1]} << 16 |
               std::uint32_t{block[4 * i + 2]} << 8 | std::uint32_t{block[4 * i + 3]};
    }
    for (std::size_t i = 16; i < 64; ++i) {
        const std::uint32_t early = w[i - 15];
        const std::uint32_t late = w[i - 2];
        const std::uint32_t sigma0 = std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3);
        const std::uint32_t sigma1 = std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10);
        w[i] = w[i - 16] + sigma0 + w[i - 7] + sigma1;
    }
    return w;
}

/// One round; the caller rotates the names of the eight words instead of their values.
inline void round(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t& d, std::uint32_t e,
                  std::uint32_t f, std::uint32_t g, std::uint32_t& h, std::uint32_t constantAndWord) {
    const std::uint32_t sum1 = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
    const std::uint32_t choice = g ^ (e & (f ^ g));
    const std::uint32_t first = h + sum1 + choice + constantAndWord;
    const std::uint32_t sum0 = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
    const std::uint32_t majority = (a & b) | (c & (a | b));
    d += first;
    h = first + sum0 + majority;
}

} // namespace

struct Sha256::State {
    EvpDigest digest{algorithm()};
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {
    m_state->digest.start();
}
Sha256::~Sha256() = default;

Sha256& Sha256::add(util::ByteView bytes) {
    m_state->digest.add(bytes);
    return *this;
}

Hash256Bytes Sha256::finish() {
    const auto out = m_state->digest.finish<32>();
    m_state->digest.start();
    return out;
}

Hash256Bytes sha256(util::ByteView bytes) {
    return OneShot().add(bytes).finish();
}

Hash256Bytes sha256d(util::ByteView bytes) {
    return sha256(sha256(bytes));
}

Hash256Bytes taggedHash(std::string_view tag, util::ByteView bytes) {
    const Hash256Bytes tagHash = sha256(util::asBytes(tag));
    return OneShot().add(tagHash).add(tagHash).add(bytes).finish();
}

Sha256Midstate sha256Compress(Sha256Midstate state, std::span<const std::uint8_t, 64> block) {
    const Schedule w = expand(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; i += 8) {
        const std::uint32_t* const k = kRoundConstants.data() + i;
        round(a, b, c, d, e, f, g, h, k[0] + w[i]);
        round(h, a, b, c, d, e, f, g, k[1] + w[i + 1]);
        round(g, h, a, b, c, d, e, f, k[2] + w[i + 2]);
        round(f, g, h, a, b, c, d, e, k[3] + w[i + 3]);
        round(e, f, g, h, a, b, c, d, k[4] + w[i + 4]);
        round(d, e, f, g, h, a, b, c, k[5] + w[i + 5]);
        round(c, d, e, f, g, h, a, b, k[6] + w[i + 6]);
        round(b, c, d, e, f, g, h, a, k[7] + w[i + 7]);
    }
    const Sha256Midstate added = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += added[i];
    return state;
}

} // namespace crypto
