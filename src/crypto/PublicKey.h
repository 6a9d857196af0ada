#pragma once

#include "util/Bytes.h"

#include <optional>

namespace crypto {

/// A point of secp256k1 in its 33-byte compressed form, known to be on the curve. Value type.
class PublicKey {
public:
    /// From 33 or 65 bytes (SEC 1); nothing when they are no point.
    static std::optional<PublicKey> parse(util::ByteView bytes);
    /// The key that made a signature of PrivateKey::signRecoverable; nothing when none can have.
    static std::optional<PublicKey> recover(util::ByteView signature65, util::ByteView hash32);
    [[nodiscard]] const util::ByteArray<33>& compressed() const { return m_bytes; }
    /// The same in 65 bytes, with y.
    [[nodiscard]] util::Bytes uncompressed() const;
    /// This point plus `tweak` × G (BIP 32); nothing in the practically impossible cases BIP 32 names.
    [[nodiscard]] std::optional<PublicKey> tweakAdd(util::ByteView tweak32) const;
    bool operator==(const PublicKey&) const = default;

private:
    friend class PrivateKey;
    PublicKey() = default;
    util::ByteArray<33> m_bytes{};
};

/// ECDSA check as Bitcoin does it: `publicKey` of 33 or 65 bytes, `signature` in DER (as lax as consensus
/// allows before BIP 66: callers that need strict DER check that first), high S accepted. `hash32` is the
/// message hash. Cost: about 40 µs, and 6 more for a key that this thread did not meet lately.
bool verifyEcdsa(util::ByteView publicKey, util::ByteView signature, util::ByteView hash32);
/// BIP 340. `publicKey32` is x only, `signature64` R and s.
bool verifySchnorr(util::ByteView publicKey32, util::ByteView signature64, util::ByteView hash32);
/// BIP 341: whether `outputKey32` (x only, its y odd or not) is the even point of `internalKey32` plus
/// `tweak32` × G.
bool isTweaked(util::ByteView outputKey32, bool isOdd, util::ByteView internalKey32, util::ByteView tweak32);
/// Strict DER of BIP 66, without the hash-type byte.
bool isStrictDer(util::ByteView signature);
/// S at most half the order (BIP 146). Needs strict DER.
bool hasLowS(util::ByteView signature);

} // namespace crypto
