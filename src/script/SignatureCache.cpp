#include "script/SignatureCache.h"

#include "crypto/PublicKey.h"
#include "crypto/Random.h"
#include "util/ByteWriter.h"
#include "util/Require.h"

namespace script {

namespace {

util::ByteArray<32> randomSalt() {
    util::ByteArray<32> salt;
    crypto::fillRandom(salt);
    return salt;
}

} // namespace

SignatureCache::SignatureCache(std::size_t maxBytes) : m_salt(randomSalt()), m_verdicts(maxBytes) {}

SignatureCache::Key SignatureCache::keyOf(Kind kind, util::ByteView message, util::ByteView publicKey,
                                          util::ByteView signature) const {
    require(message.size() == 32 && publicKey.size() < 256);
    util::ByteWriter writer;
    writer.reserve(m_salt.size() + 1 + message.size() + 1 + publicKey.size() + signature.size());
    writer.bytes(m_salt);
    writer.u8(static_cast<std::uint8_t>(kind));
    writer.bytes(message);
    writer.u8(static_cast<std::uint8_t>(publicKey.size()));
    writer.bytes(publicKey);
    writer.bytes(signature);
    return crypto::sha256(writer.view());
}

std::optional<bool> SignatureCache::find(const Key& key) const {
    const auto verdict = m_verdicts.find(key);
    if (verdict) m_hits.fetch_add(1, std::memory_order_relaxed);
    return verdict;
}

template <class Operation>
bool CurveChecks::checked(SignatureCache::Kind kind, util::ByteView message, util::ByteView publicKey,
                          util::ByteView signature, const Operation& operation) const {
    if (m_cache == nullptr) return operation();
    std::optional<SignatureCache::Key> key;
    if (m_mode == Mode::Remember || !m_cache->isEmpty()) {
        key = m_cache->keyOf(kind, message, publicKey, signature);
        if (const auto known = m_cache->find(*key)) return *known;
    }
    m_cache->countOperation();
    const bool verdict = operation();
    if (m_mode == Mode::Remember) m_cache->add(*key, verdict);
    return verdict;
}

bool CurveChecks::ecdsa(util::ByteView publicKey, util::ByteView signature, util::ByteView hash32) const {
    return checked(SignatureCache::Kind::Ecdsa, hash32, publicKey, signature,
                   [&] { return crypto::verifyEcdsa(publicKey, signature, hash32); });
}

bool CurveChecks::schnorr(util::ByteView publicKey32, util::ByteView signature64,
                          util::ByteView hash32) const {
    return checked(SignatureCache::Kind::Schnorr, hash32, publicKey32, signature64,
                   [&] { return crypto::verifySchnorr(publicKey32, signature64, hash32); });
}

bool CurveChecks::taprootKey(util::ByteView outputKey32, bool isOdd, util::ByteView internalKey32,
                             util::ByteView tweak32) const {
    util::ByteWriter outputKey;
    outputKey.bytes(outputKey32);
    outputKey.u8(isOdd ? 1 : 0);
    return checked(SignatureCache::Kind::TaprootKey, tweak32, internalKey32, outputKey.view(),
                   [&] { return crypto::isTweaked(outputKey32, isOdd, internalKey32, tweak32); });
}

} // namespace script
