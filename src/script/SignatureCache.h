#pragma once

#include "crypto/Sha256.h"
#include "util/VerdictTable.h"

#include <atomic>
#include <optional>

namespace script {

/// The verdicts of curve operations made before, so that none is made twice: a transaction that waited is
/// checked again when a block brings it. Kept under SHA-256 of a secret salt and everything the verdict
/// depends on. Bounded; thread: any.
class SignatureCache {
public:
    static constexpr std::size_t kDefaultBytes = 16U << 20; ///< half a million verdicts
    explicit SignatureCache(std::size_t maxBytes = kDefaultBytes);

    /// What a verdict is about.
    enum class Kind : std::uint8_t { Ecdsa, Schnorr, TaprootKey };
    using Key = util::VerdictTable::Digest;
    /// Needs: `publicKey` shorter than 256 bytes.
    [[nodiscard]] Key keyOf(Kind kind, util::ByteView message, util::ByteView publicKey,
                            util::ByteView signature) const;
    [[nodiscard]] std::optional<bool> find(const Key& key) const;
    void add(const Key& key, bool verdict) { m_verdicts.add(key, verdict); }

    [[nodiscard]] bool isEmpty() const { return m_verdicts.size() == 0; }
    [[nodiscard]] std::size_t size() const { return m_verdicts.size(); }
    [[nodiscard]] std::size_t capacity() const { return m_verdicts.capacity(); }
    /// Checks that the cache answered.
    [[nodiscard]] std::uint64_t hits() const { return m_hits.load(std::memory_order_relaxed); }
    /// Curve operations that were made by those who use this cache.
    [[nodiscard]] std::uint64_t operations() const { return m_operations.load(std::memory_order_relaxed); }
    void countOperation() { m_operations.fetch_add(1, std::memory_order_relaxed); }

private:
    util::ByteArray<32> m_salt;
    util::VerdictTable m_verdicts;
    mutable std::atomic<std::uint64_t> m_hits{0};
    std::atomic<std::uint64_t> m_operations{0};
};

/// How scripts make their curve operations: anew each time, or with a cache (borrowed) that may spare them.
/// Value type.
class CurveChecks {
public:
    /// Whether new verdicts are kept: those of waiting transactions are asked for again, those of blocks are
    /// not.
    enum class Mode { Remember, LookOnly };
    CurveChecks() = default;
    CurveChecks(SignatureCache& cache, Mode mode) : m_cache(&cache), m_mode(mode) {}

    /// As crypto::verifyEcdsa, crypto::verifySchnorr.
    [[nodiscard]] bool ecdsa(util::ByteView publicKey, util::ByteView signature, util::ByteView hash32) const;
    [[nodiscard]] bool schnorr(util::ByteView publicKey32, util::ByteView signature64,
                               util::ByteView hash32) const;
    /// As crypto::isTweaked.
    [[nodiscard]] bool taprootKey(util::ByteView outputKey32, bool isOdd, util::ByteView internalKey32,
                                  util::ByteView tweak32) const;

private:
    template <class Operation>
    bool checked(SignatureCache::Kind kind, util::ByteView message, util::ByteView publicKey,
                 util::ByteView signature, const Operation& operation) const;
    SignatureCache* m_cache = nullptr;
    Mode m_mode = Mode::LookOnly;
};

} // namespace script
