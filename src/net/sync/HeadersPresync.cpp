#include "net/sync/HeadersPresync.h"

#include "chain/Locator.h"
#include "consensus/Difficulty.h"
#include "consensus/Target.h"
#include "crypto/Sha256.h"
#include "util/ByteWriter.h"
#include "util/Require.h"

#include <algorithm>

namespace net {

namespace {

constexpr std::size_t kMedianBlocks = 11;
/// Median time has to grow by a second in eleven blocks at least: six blocks a second are most.
constexpr std::int64_t kMostHeadersASecond = 6;

std::size_t mostCommitments(const chain::HeaderEntry& start, std::int64_t now, std::int32_t period) {
    const std::int64_t seconds =
        std::max<std::int64_t>(now - start.medianTime(), 0) + consensus::kMaxFutureSeconds;
    return static_cast<std::size_t>(kMostHeadersASecond * seconds / period) + 1;
}

} // namespace

// --- HeaderWalk

HeaderWalk::HeaderWalk(const chain::HeaderEntry& start, const consensus::ChainParams& params)
    : m_start(&start), m_params(&params), m_height(start.height()), m_hash(start.hash()),
      m_work(start.chainWork), m_scheduledBits(start.record.scheduledBits) {
    for (const chain::HeaderEntry* entry = &start; entry != nullptr && m_times.size() < kMedianBlocks;
         entry = entry->parent) {
        m_times.push_front(entry->record.header.time);
    }
}

std::int64_t HeaderWalk::medianTime() const {
    std::vector<std::int64_t> sorted(m_times.begin(), m_times.end());
    std::ranges::sort(sorted);
    return sorted[sorted.size() / 2];
}

/// Of the next header.
std::uint32_t HeaderWalk::scheduledBits() const {
    consensus::DifficultyContext context{m_height + 1, m_scheduledBits};
    if (consensus::retargetsAt(context.height, *m_params)) {
        const std::int32_t first =
            std::max(m_height - consensus::difficultyWindow(context.height, *m_params), 0);
        context.windowEndTime = consensus::borderTime(m_times.back(), medianTime(), *m_params);
        if (first == m_borderHeight) {
            context.windowStartTime = m_borderTime;
        } else if (first == m_height) {
            context.windowStartTime = context.windowEndTime;
        } else {
            const chain::HeaderEntry* entry = m_start->ancestor(first);
            require(entry != nullptr); // a window begins at a border, and borders above the start are kept
            context.windowStartTime =
                consensus::borderTime(entry->record.header.time, entry->medianTime(), *m_params);
        }
    }
    return consensus::nextScheduledBits(context, *m_params);
}

Result<void, consensus::Rejection> HeaderWalk::add(const primitives::BlockHeader& header, std::int64_t now) {
    if (header.previous != m_hash) return fail(consensus::Rejection{consensus::Reject::PreviousUnknown, {}});
    const primitives::BlockHash hash = header.hash();
    if (auto work = consensus::checkHeader(header, hash, *m_params); !work) return work;
    const consensus::BlockContext context{m_height + 1, medianTime(), m_times.back(), scheduledBits()};
    if (auto fits = consensus::checkHeaderInContext(header, context, now, *m_params); !fits) return fits;
    if (consensus::retargetsAt(context.height, *m_params) && m_height > m_start->height()) {
        m_borderHeight = m_height;
        m_borderTime = consensus::borderTime(m_times.back(), context.medianTime, *m_params);
    }
    m_height = context.height;
    m_hash = hash;
    m_work += consensus::workOf(header.bits);
    m_scheduledBits = context.scheduledBits;
    m_times.push_back(header.time);
    if (m_times.size() > kMedianBlocks) m_times.pop_front();
    // The first window begins at block 1, which is no border of its own.
    if (m_height == 1) {
        m_borderHeight = 1;
        m_borderTime = consensus::borderTime(header.time, medianTime(), *m_params);
    }
    return {};
}

// --- HeadersPresync

HeadersPresync::HeadersPresync(const chain::HeaderEntry& start, const consensus::ChainParams& params,
                               const consensus::Uint256& wanted, std::int64_t now, std::int64_t nowMs,
                               std::uint64_t salt, Options options)
    : m_start(start), m_params(params), m_wanted(wanted), m_options(options), m_startMs(nowMs), m_salt(salt),
      m_maxCommitments(mostCommitments(start, now, options.commitmentPeriod)), m_walk(start, params) {}

bool HeadersPresync::isCommitted(std::int32_t height) const {
    const auto period = static_cast<std::uint64_t>(m_options.commitmentPeriod);
    return static_cast<std::uint64_t>(height) % period == m_salt % period;
}

bool HeadersPresync::bitOf(const primitives::BlockHash& hash) const {
    util::ByteWriter writer;
    writer.u64(m_salt);
    writer.bytes(hash.view());
    return (crypto::sha256(writer.view()).front() & 1) != 0;
}

HeadersPresync::Step HeadersPresync::take(std::span<const primitives::BlockHeader> headers, bool isFull,
                                          std::int64_t now, std::int64_t nowMs) {
    if (nowMs - m_startMs > m_options.maxMs) return {Outcome::TooLong, {}, {}};
    return m_isSecondPass ? secondPass(headers, isFull, now) : firstPass(headers, isFull, now);
}

HeadersPresync::Step HeadersPresync::firstPass(std::span<const primitives::BlockHeader> headers, bool isFull,
                                               std::int64_t now) {
    for (const primitives::BlockHeader& header : headers) {
        if (auto fits = m_walk.add(header, now); !fits) return {Outcome::Broken, {}, fits.error()};
        if (!isCommitted(m_walk.height())) continue;
        if (m_commitments.size() >= m_maxCommitments) return {Outcome::TooLong, {}, {}};
        m_commitments.push_back(bitOf(m_walk.hash()));
    }
    if (m_walk.chainWork() >= m_wanted) {
        m_provenWork = m_walk.chainWork();
        m_isSecondPass = true;
        m_walk = HeaderWalk(m_start, m_params);
        return {};
    }
    return {isFull ? Outcome::More : Outcome::TooLittle, {}, {}};
}

HeadersPresync::Step HeadersPresync::secondPass(std::span<const primitives::BlockHeader> headers, bool isFull,
                                                std::int64_t now) {
    Step step;
    for (const primitives::BlockHeader& header : headers) {
        if (auto fits = m_walk.add(header, now); !fits) return {Outcome::Broken, {}, fits.error()};
        // Behind what the first pass has seen there is nothing to compare with, and no need.
        if (isCommitted(m_walk.height()) && m_checked < m_commitments.size() &&
            m_commitments[m_checked++] != bitOf(m_walk.hash()))
            return {Outcome::Differs, {}, {}};
        m_buffer.push_back(header);
        m_isProvenAgain = m_isProvenAgain || m_walk.chainWork() >= m_wanted;
    }
    while (!m_buffer.empty() && (m_isProvenAgain || m_buffer.size() > m_options.buffer)) {
        step.ready.push_back(m_buffer.front());
        m_buffer.pop_front();
    }
    if (m_isProvenAgain)
        step.outcome = Outcome::Done;
    else if (!isFull)
        step.outcome = Outcome::Differs; // it ends before the work that the first pass has seen
    return step;
}

std::vector<primitives::BlockHash> HeadersPresync::locator() const {
    std::vector<primitives::BlockHash> out{m_walk.hash()};
    if (m_walk.height() == m_start.height()) out.clear();
    for (const primitives::BlockHash& hash : chain::locatorFrom(m_start))
        out.push_back(hash);
    if (out.size() > wire::kMaxLocator) out.resize(wire::kMaxLocator);
    return out;
}

std::size_t HeadersPresync::memoryBytes() const {
    return m_commitments.capacity() / 8 + m_buffer.size() * sizeof(primitives::BlockHeader);
}

} // namespace net
