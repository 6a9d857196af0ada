#include "crypto/PrivateKey.h"

#include "crypto/CurveContext.h"
#include "crypto/Random.h"
#include "util/Require.h"

#include <secp256k1_recovery.h>
#include <secp256k1_schnorrsig.h>

namespace crypto {

std::optional<PrivateKey> PrivateKey::parse(util::ByteView bytes32) {
    const StackWiper wiper;
    if (bytes32.size() != 32 || secp256k1_ec_seckey_verify(curveContext(), bytes32.data()) != 1)
        return std::nullopt;
    return PrivateKey(bytes32);
}

PrivateKey PrivateKey::generate() {
    while (true) {
        if (auto key = parse(randomBytes(32))) return std::move(*key);
    }
}

PublicKey PrivateKey::publicKey() const {
    const StackWiper wiper;
    secp256k1_pubkey point;
    require(secp256k1_ec_pubkey_create(curveContext(), &point, m_bytes.data()) == 1);
    PublicKey out;
    std::size_t size = out.m_bytes.size();
    secp256k1_ec_pubkey_serialize(curveContext(), out.m_bytes.data(), &size, &point, SECP256K1_EC_COMPRESSED);
    return out;
}

util::Bytes PrivateKey::signEcdsa(util::ByteView hash32) const {
    return signWith(hash32, nullptr);
}

util::Bytes PrivateKey::signEcdsaShort(util::ByteView hash32) const {
    constexpr std::size_t kSizeOfR = 3; // where DER says how long it is
    util::ByteArray<32> entropy{};
    util::Bytes out = signWith(hash32, nullptr);
    for (std::uint32_t attempt = 1; out[kSizeOfR] > 32; ++attempt) {
        for (std::size_t i = 0; i < sizeof attempt; ++i)
            entropy[i] = static_cast<std::uint8_t>(attempt >> 8 * i);
        out = signWith(hash32, entropy.data());
    }
    return out;
}

util::Bytes PrivateKey::signWith(util::ByteView hash32, const std::uint8_t* entropy32) const {
    const StackWiper wiper;
    require(hash32.size() == 32);
    secp256k1_ecdsa_signature signature;
    require(secp256k1_ecdsa_sign(curveContext(), &signature, hash32.data(), m_bytes.data(),
                                 secp256k1_nonce_function_rfc6979, entropy32) == 1);
    util::Bytes out(72);
    std::size_t size = out.size();
    require(secp256k1_ecdsa_signature_serialize_der(curveContext(), out.data(), &size, &signature) == 1);
    out.resize(size);
    return out;
}

util::ByteArray<65> PrivateKey::signRecoverable(util::ByteView hash32) const {
    const StackWiper wiper;
    require(hash32.size() == 32);
    secp256k1_ecdsa_recoverable_signature signature;
    require(secp256k1_ecdsa_sign_recoverable(curveContext(), &signature, hash32.data(), m_bytes.data(),
                                             secp256k1_nonce_function_rfc6979, nullptr) == 1);
    util::ByteArray<65> out;
    int which = 0;
    secp256k1_ecdsa_recoverable_signature_serialize_compact(curveContext(), out.data() + 1, &which,
                                                            &signature);
    out[0] = static_cast<std::uint8_t>(which);
    return out;
}

util::ByteArray<64> PrivateKey::signSchnorr(util::ByteView hash32) const {
    const StackWiper wiper;
    require(hash32.size() == 32);
    secp256k1_keypair pair;
    require(secp256k1_keypair_create(curveContext(), &pair, m_bytes.data()) == 1);
    const SecretBytes auxiliary = randomBytes(32);
    util::ByteArray<64> out;
    const int made =
        secp256k1_schnorrsig_sign32(curveContext(), out.data(), hash32.data(), &pair, auxiliary.data());
    wipe(&pair, sizeof pair);
    require(made == 1);
    return out;
}

std::optional<PrivateKey> PrivateKey::evenTweakAdd(util::ByteView tweak32) const {
    const StackWiper wiper;
    constexpr std::uint8_t kOddTag = 3;
    PrivateKey even(m_bytes);
    if (publicKey().compressed()[0] == kOddTag)
        require(secp256k1_ec_seckey_negate(curveContext(), even.m_bytes.data()) == 1);
    return even.tweakAdd(tweak32);
}

std::optional<PrivateKey> PrivateKey::tweakAdd(util::ByteView tweak32) const {
    const StackWiper wiper;
    if (tweak32.size() != 32) return std::nullopt;
    PrivateKey out(m_bytes);
    if (secp256k1_ec_seckey_tweak_add(curveContext(), out.m_bytes.data(), tweak32.data()) != 1)
        return std::nullopt;
    return out;
}

} // namespace crypto
