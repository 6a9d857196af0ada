#pragma once

#include "mining/MiningTypes.h"
#include "mining/NonceScanner.h"

namespace mining {

/// Where one mining thread is in a template: hands out ranges of nonces, and when a header's nonces are used
/// up goes on with the next extra nonce. Allocates when made and when it builds a solved block, not in
/// between.
class WorkCursor {
public:
    static constexpr std::uint64_t kAllNonces = std::uint64_t{1} << 32;

    /// Needs: a template whose coinbase ends with 8 bytes of extra nonce. `noncesPerHeader` is for tests; a
    /// multiple of 64.
    WorkCursor(BlockTemplateRef work, std::uint64_t extraNonce, std::uint64_t noncesPerHeader = kAllNonces);

    struct Range {
        std::uint32_t first;
        std::uint32_t count;
    };
    /// The next nonces, at most `count` (a multiple of 64); `job` is theirs until the next call.
    Range take(std::uint32_t count);
    [[nodiscard]] const ScanJob& job() const { return m_job; }
    /// Moves the header's time to `now` (unix seconds), never backwards and never below the template's.
    void rollTime(std::int64_t now);
    [[nodiscard]] std::uint64_t extraNonce() const { return m_extraNonce; }
    /// The whole block with this nonce.
    [[nodiscard]] primitives::BlockRef solved(std::uint32_t nonce) const;

private:
    void setExtraNonce(std::uint64_t extraNonce);

    BlockTemplateRef m_work;
    util::Bytes m_coinbase; ///< without witness, as its id hashes it
    std::size_t m_extraNonceAt = 0;
    std::vector<util::ByteArray<32>> m_branch;
    std::uint64_t m_noncesPerHeader;
    std::uint64_t m_noncesLeft;
    std::uint64_t m_extraNonce = 0;
    std::uint32_t m_nextNonce = 0;
    ScanJob m_job;
};

} // namespace mining
