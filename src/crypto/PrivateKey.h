#pragma once

#include "crypto/PublicKey.h"
#include "crypto/SecretBytes.h"

#include <optional>

namespace crypto {

/// A secret number of secp256k1, 1 … order - 1. Wiped when destroyed. Move or copy it as seldom as possible.
class PrivateKey {
public:
    /// From 32 bytes, big endian; nothing when out of range.
    static std::optional<PrivateKey> parse(util::ByteView bytes32);
    static PrivateKey generate();

    [[nodiscard]] PublicKey publicKey() const;
    [[nodiscard]] const SecretBytes& bytes() const { return m_bytes; }
    /// DER signature, low S, nonce by RFC 6979. `hash32` is the message hash.
    [[nodiscard]] util::Bytes signEcdsa(util::ByteView hash32) const;
    /// The same with the first nonce whose point fits into 32 bytes as a positive number, as Bitcoin Core
    /// signs: 70 bytes at most. Cost: two signatures on average.
    [[nodiscard]] util::Bytes signEcdsaShort(util::ByteView hash32) const;
    /// A signature that tells its key: which of four (0 … 3), then r and s; low S, nonce by RFC 6979.
    [[nodiscard]] util::ByteArray<65> signRecoverable(util::ByteView hash32) const;
    /// BIP 340 signature of 64 bytes.
    [[nodiscard]] util::ByteArray<64> signSchnorr(util::ByteView hash32) const;
    /// This key, or its negative where that has the even y, plus `tweak` (BIP 341); nothing as `tweakAdd`.
    [[nodiscard]] std::optional<PrivateKey> evenTweakAdd(util::ByteView tweak32) const;
    /// (key + tweak) mod order (BIP 32); nothing in the practically impossible cases BIP 32 names.
    [[nodiscard]] std::optional<PrivateKey> tweakAdd(util::ByteView tweak32) const;

private:
    [[nodiscard]] util::Bytes signWith(util::ByteView hash32, const std::uint8_t* entropy32) const;
    explicit PrivateKey(util::ByteView bytes32) : m_bytes(bytes32.begin(), bytes32.end()) {}
    SecretBytes m_bytes;
};

} // namespace crypto
