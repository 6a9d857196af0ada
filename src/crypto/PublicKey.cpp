#include "crypto/PublicKey.h"

#include "crypto/CurveContext.h"
#include "crypto/LaxDer.h"
#include "crypto/PointCache.h"
#include "util/Require.h"

#include <secp256k1_recovery.h>
#include <secp256k1_schnorrsig.h>

#include <algorithm>

namespace crypto {
namespace {

std::optional<secp256k1_pubkey> parsePoint(util::ByteView bytes) {
    secp256k1_pubkey point;
    if (bytes.empty()) return std::nullopt; // the library aborts on a null pointer
    if (secp256k1_ec_pubkey_parse(curveContext(), &point, bytes.data(), bytes.size()) != 1)
        return std::nullopt;
    return point;
}

util::ByteArray<33> compress(const secp256k1_pubkey& point) {
    util::ByteArray<33> out;
    std::size_t size = out.size();
    secp256k1_ec_pubkey_serialize(curveContext(), out.data(), &size, &point, SECP256K1_EC_COMPRESSED);
    return out;
}

constexpr std::size_t kCompressedSize = 33;
constexpr std::uint8_t kEvenTag = 0x02;

/// As parsePoint, for keys that are likely to come again.
std::optional<secp256k1_pubkey> pointOf(util::ByteView bytes) {
    if (bytes.size() != kCompressedSize) return parsePoint(bytes);
    const secp256k1_pubkey* const point = PointCache::ofThread().find(bytes);
    return point != nullptr ? std::optional(*point) : std::nullopt;
}

/// The point with this x and an even y, as BIP 340 means its keys. Needs: 32 bytes.
std::optional<secp256k1_xonly_pubkey> evenPointOf(util::ByteView x) {
    util::ByteArray<kCompressedSize> compressed{kEvenTag};
    std::ranges::copy(x, compressed.begin() + 1);
    const secp256k1_pubkey* const point = PointCache::ofThread().find(compressed);
    secp256k1_xonly_pubkey out;
    if (point == nullptr || secp256k1_xonly_pubkey_from_pubkey(curveContext(), &out, nullptr, point) != 1)
        return std::nullopt;
    return out;
}

/// The signature of a lax DER text; one that fits no message when a number is out of range.
std::optional<secp256k1_ecdsa_signature> parseSignature(util::ByteView signature) {
    const auto numbers = parseLaxDer(signature);
    if (!numbers) return std::nullopt;
    secp256k1_ecdsa_signature out;
    if (secp256k1_ecdsa_signature_parse_compact(curveContext(), &out, numbers->data()) != 1) {
        constexpr util::ByteArray<64> kZeros{};
        static_cast<void>(secp256k1_ecdsa_signature_parse_compact(curveContext(), &out, kZeros.data()));
    }
    return out;
}

/// The size of the strict DER integer (tag, length, digits) at `from`; 0 when it is none.
std::size_t strictIntegerSize(util::ByteView from) {
    if (from.size() < 3 || from[0] != 0x02) return 0;
    const std::size_t digits = from[1];
    if (digits == 0 || digits > from.size() - 2) return 0;
    if (from[2] & 0x80) return 0;                                      // negative
    if (digits > 1 && from[2] == 0 && (from[3] & 0x80) == 0) return 0; // a zero too many
    return 2 + digits;
}

} // namespace

std::optional<PublicKey> PublicKey::parse(util::ByteView bytes) {
    if (bytes.size() != 33 && bytes.size() != 65) return std::nullopt;
    // The library also reads the hybrid form (06, 07), which is no part of SEC 1.
    if (bytes.size() == 65 && bytes[0] != 0x04) return std::nullopt;
    const auto point = parsePoint(bytes);
    if (!point) return std::nullopt;
    PublicKey key;
    key.m_bytes = compress(*point);
    return key;
}

std::optional<PublicKey> PublicKey::recover(util::ByteView signature65, util::ByteView hash32) {
    constexpr int kCandidates = 4;
    if (signature65.size() != 65 || hash32.size() != 32 || signature65[0] >= kCandidates) return std::nullopt;
    secp256k1_ecdsa_recoverable_signature signature;
    secp256k1_pubkey point;
    if (secp256k1_ecdsa_recoverable_signature_parse_compact(curveContext(), &signature,
                                                            signature65.data() + 1, signature65[0]) != 1 ||
        secp256k1_ecdsa_recover(curveContext(), &point, &signature, hash32.data()) != 1)
        return std::nullopt;
    PublicKey out;
    out.m_bytes = compress(point);
    return out;
}

util::Bytes PublicKey::uncompressed() const {
    const auto point = parsePoint(m_bytes);
    require(point.has_value());
    util::Bytes out(65);
    std::size_t size = out.size();
    secp256k1_ec_pubkey_serialize(curveContext(), out.data(), &size, &*point, SECP256K1_EC_UNCOMPRESSED);
    return out;
}

std::optional<PublicKey> PublicKey::tweakAdd(util::ByteView tweak32) const {
    auto point = parsePoint(m_bytes);
    if (tweak32.size() != 32 || !point) return std::nullopt;
    if (secp256k1_ec_pubkey_tweak_add(curveContext(), &*point, tweak32.data()) != 1) return std::nullopt;
    PublicKey key;
    key.m_bytes = compress(*point);
    return key;
}

bool verifyEcdsa(util::ByteView publicKey, util::ByteView signature, util::ByteView hash32) {
    if (hash32.size() != 32) return false;
    const auto point = pointOf(publicKey); // hybrid keys too: consensus takes them
    if (!point) return false;
    auto parsed = parseSignature(signature);
    if (!parsed) return false;
    secp256k1_ecdsa_signature_normalize(curveContext(), &*parsed, &*parsed); // the library takes low S only
    return secp256k1_ecdsa_verify(curveContext(), &*parsed, hash32.data(), &*point) == 1;
}

bool verifySchnorr(util::ByteView publicKey32, util::ByteView signature64, util::ByteView hash32) {
    if (publicKey32.size() != 32 || signature64.size() != 64) return false;
    const auto point = evenPointOf(publicKey32);
    if (!point) return false;
    return secp256k1_schnorrsig_verify(curveContext(), signature64.data(), hash32.data(), hash32.size(),
                                       &*point) == 1;
}

bool isTweaked(util::ByteView outputKey32, bool isOdd, util::ByteView internalKey32, util::ByteView tweak32) {
    if (outputKey32.size() != 32 || internalKey32.size() != 32 || tweak32.size() != 32) return false;
    secp256k1_xonly_pubkey internal;
    if (secp256k1_xonly_pubkey_parse(curveContext(), &internal, internalKey32.data()) != 1) return false;
    return secp256k1_xonly_pubkey_tweak_add_check(curveContext(), outputKey32.data(), isOdd ? 1 : 0,
                                                  &internal, tweak32.data()) == 1;
}

bool isStrictDer(util::ByteView signature) {
    constexpr std::size_t kMinSize = 8;
    constexpr std::size_t kMaxSize = 72;
    if (signature.size() < kMinSize || signature.size() > kMaxSize) return false;
    if (signature[0] != 0x30 || signature[1] != signature.size() - 2) return false;
    const util::ByteView integers = signature.subspan(2);
    const std::size_t first = strictIntegerSize(integers);
    if (first == 0) return false;
    const std::size_t second = strictIntegerSize(integers.subspan(first));
    return second != 0 && first + second == integers.size();
}

bool hasLowS(util::ByteView signature) {
    const auto parsed = parseSignature(signature);
    return parsed && secp256k1_ecdsa_signature_normalize(curveContext(), nullptr, &*parsed) == 0;
}

} // namespace crypto
