#pragma once

#include "mining/ClosestHash.h"
#include "mining/MiningTypes.h"
#include "mining/NonceScanner.h"
#include "mining/WorkCursor.h"
#include "util/Clock.h"
#include "util/Published.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace mining {

using FoundBlock = std::function<void(primitives::BlockRef, std::uint64_t templateId)>;

/// A template and its number in the order of arrival; no template = rest.
struct Assignment {
    BlockTemplateRef work;
    std::uint64_t generation = 0;
};

/// What the Miner and its threads share. Lives as long as the Miner.
struct MiningBoard {
    MiningBoard(const util::Clock& wallClock, FoundBlock found)
        : clock(wallClock), onFound(std::move(found)) {}

    /// Threads look at their assignment when this has changed; resting ones wait on it.
    void wakeThreads() {
        wake.fetch_add(1);
        wake.notify_all();
    }
    /// True for the first find of a generation.
    bool claim(std::uint64_t generation);

    const util::Clock& clock;
    const FoundBlock onFound;
    util::Published<Assignment> assignment;
    std::atomic<std::uint32_t> wake = 0;
    std::atomic<std::uint64_t> solvedGeneration = 0; ///< threads with this assignment, or an older one, rest
    std::atomic<int> dutyPercent = 100;
};

/// One mining thread: `run` is its whole life. The public numbers may be read from any thread.
class MiningThread {
public:
    /// `extraNonce`: the first of the numbers that are this thread's alone.
    MiningThread(MiningBoard& board, const Kernel& kernel, int index, std::uint64_t extraNonce)
        : m_board(board), m_kernel(kernel), m_index(index), m_nextExtraNonce(extraNonce) {}

    void run(const std::stop_token& stop);

    alignas(64) std::atomic<std::uint64_t> hashes = 0;
    std::atomic<std::uint32_t> lastNonce = 0;
    ClosestHash closest;

private:
    using Duration = std::chrono::steady_clock::duration;

    void lookAtAssignment();
    [[nodiscard]] bool mayWork() const;
    /// Scans for about a millisecond and gives how long it took.
    Duration scanOnce();
    void noteHashes(WorkCursor::Range range, std::optional<std::uint32_t> hit);
    void hand(std::uint32_t nonce);
    /// Sleeps as the duty wants after `worked`, in short pieces.
    void pauseAfter(Duration worked, const std::stop_token& stop) const;

    MiningBoard& m_board;
    const Kernel& m_kernel;
    const int m_index;
    std::uint64_t m_nextExtraNonce;
    std::uint32_t m_seenWake = 0;
    std::uint32_t m_chunk = 1024; ///< nonces scanned at a time
    std::shared_ptr<const Assignment> m_assignment;
    std::optional<WorkCursor> m_cursor;
    primitives::BlockHash m_best;
};

} // namespace mining
