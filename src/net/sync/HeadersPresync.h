#pragma once

#include "chain/HeaderTree.h"
#include "net/wire/Messages.h"

#include <deque>
#include <optional>
#include <span>

namespace net {

/// Checks headers that follow one another on top of a known block, with all rules, without keeping them.
/// Thread: any, one at a time.
class HeaderWalk {
public:
    /// Needs: `start` lives as long as this.
    HeaderWalk(const chain::HeaderEntry& start, const consensus::ChainParams& params);
    /// Errors: the rule that the next header breaks; nothing changed then.
    Result<void, consensus::Rejection> add(const primitives::BlockHeader& header, std::int64_t now);

    [[nodiscard]] std::int32_t height() const { return m_height; }
    [[nodiscard]] const primitives::BlockHash& hash() const { return m_hash; }
    [[nodiscard]] const consensus::Uint256& chainWork() const { return m_work; }

private:
    [[nodiscard]] std::int64_t medianTime() const;
    [[nodiscard]] std::uint32_t scheduledBits() const;

    const chain::HeaderEntry* m_start;
    const consensus::ChainParams* m_params;
    std::int32_t m_height;
    primitives::BlockHash m_hash;
    consensus::Uint256 m_work;
    std::uint32_t m_scheduledBits;
    std::deque<std::int64_t> m_times; ///< of the last eleven blocks, oldest first
    std::int64_t m_borderTime = 0;    ///< of the last block before a retarget …
    std::int32_t m_borderHeight = -1; ///< … at this height; -1: none since `start`
};

/// Fetches headers whose work is not known to be worth keeping: once to count the work, remembering one bit
/// of some of them under a salt, and again to keep them, against those bits. What a liar makes us hold is
/// those bits and one buffer. Source: Bitcoin Core's low-work headers sync. Thread: node.
class HeadersPresync {
public:
    struct Options {
        std::int32_t commitmentPeriod = 600; ///< one header in so many is remembered
        std::size_t buffer = 14'304;         ///< headers held in the second pass before any is given out
        std::int64_t maxMs = std::int64_t{30} * 60'000; ///< for both passes
    };
    enum class Outcome {
        More,      ///< ask for what follows `locator()`
        Done,      ///< all that is worth keeping was given out
        TooLittle, ///< its chain ended below the work that was wanted
        Broken,    ///< a rule of headers; see `rejection`
        Differs,   ///< the second pass is not the first
        TooLong,   ///< more headers than can be by now, or it took too long
    };
    struct Step {
        Outcome outcome = Outcome::More;
        std::vector<primitives::BlockHeader> ready; ///< to keep, in order
        std::optional<consensus::Rejection> rejection;
    };

    /// Needs: `start` stays in the tree; `wanted` is more than its work.
    HeadersPresync(const chain::HeaderEntry& start, const consensus::ChainParams& params,
                   const consensus::Uint256& wanted, std::int64_t now, std::int64_t nowMs, std::uint64_t salt,
                   Options options);

    /// The next headers, that follow one another. `isFull`: there may be more behind them.
    Step take(std::span<const primitives::BlockHeader> headers, bool isFull, std::int64_t now,
              std::int64_t nowMs);
    /// Where the next answer has to begin.
    [[nodiscard]] std::vector<primitives::BlockHash> locator() const;
    /// The block that the next header has to follow.
    [[nodiscard]] const primitives::BlockHash& position() const { return m_walk.hash(); }
    [[nodiscard]] const chain::HeaderEntry& start() const { return m_start; }
    [[nodiscard]] bool isSecondPass() const { return m_isSecondPass; }
    [[nodiscard]] std::int32_t height() const { return m_walk.height(); }
    /// Work of its chain that the first pass has seen whole; zero while that runs.
    [[nodiscard]] const consensus::Uint256& provenWork() const { return m_provenWork; }
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    Step firstPass(std::span<const primitives::BlockHeader> headers, bool isFull, std::int64_t now);
    Step secondPass(std::span<const primitives::BlockHeader> headers, bool isFull, std::int64_t now);
    [[nodiscard]] bool isCommitted(std::int32_t height) const;
    [[nodiscard]] bool bitOf(const primitives::BlockHash& hash) const;

    const chain::HeaderEntry& m_start;
    const consensus::ChainParams& m_params;
    consensus::Uint256 m_wanted;
    Options m_options;
    std::int64_t m_startMs;
    std::uint64_t m_salt;
    std::size_t m_maxCommitments;
    bool m_isSecondPass = false;
    HeaderWalk m_walk;
    std::vector<bool> m_commitments;
    std::size_t m_checked = 0; ///< commitments compared
    consensus::Uint256 m_provenWork;
    bool m_isProvenAgain = false; ///< the second pass has seen the work that was wanted
    std::deque<primitives::BlockHeader> m_buffer;
};

} // namespace net
