#include "mining/MiningThread.h"

#include "mining/ThreadPriority.h"

#include <algorithm>
#include <string>
#include <thread>

namespace mining {
namespace {

using namespace std::chrono_literals;

/// A thread looks up from its work this often: bounds how long stopping and new work take.
constexpr auto kChunkTime = 1ms;
constexpr std::uint32_t kLeastChunk = 256;
constexpr std::uint32_t kLargestChunk = 1 << 20;

} // namespace

bool MiningBoard::claim(std::uint64_t generation) {
    std::uint64_t solved = solvedGeneration.load();
    while (solved < generation) {
        if (solvedGeneration.compare_exchange_weak(solved, generation)) return true;
    }
    return false;
}

void MiningThread::run(const std::stop_token& stop) {
    becomeBackgroundThread(("mine-" + std::to_string(m_index)).c_str());
    m_seenWake = m_board.wake.load();
    lookAtAssignment();
    while (!stop.stop_requested()) {
        const std::uint32_t wake = m_board.wake.load(std::memory_order_acquire);
        if (wake != m_seenWake) {
            m_seenWake = wake;
            lookAtAssignment();
        } else if (!mayWork()) {
            m_board.wake.wait(wake);
        } else {
            pauseAfter(scanOnce(), stop);
        }
    }
}

void MiningThread::lookAtAssignment() {
    auto newest = m_board.assignment.get();
    if (m_assignment && newest->generation == m_assignment->generation) return;
    m_assignment = std::move(newest);
    m_cursor.reset();
    m_best = primitives::BlockHash();
    if (!m_assignment->work) return;
    m_cursor.emplace(m_assignment->work, m_nextExtraNonce++);
    closest.set({m_assignment->work->id, m_best});
}

bool MiningThread::mayWork() const {
    return m_cursor && m_board.solvedGeneration.load(std::memory_order_acquire) < m_assignment->generation;
}

MiningThread::Duration MiningThread::scanOnce() {
    m_cursor->rollTime(m_board.clock.now());
    const auto start = std::chrono::steady_clock::now();
    const WorkCursor::Range range = m_cursor->take(m_chunk);
    const auto hit = m_kernel.scan(m_cursor->job(), range.first, range.count, m_best);
    const Duration taken = std::chrono::steady_clock::now() - start;
    noteHashes(range, hit);
    if (hit) {
        hand(*hit);
    } else if (taken < kChunkTime / 2) {
        m_chunk = std::min(m_chunk * 2, kLargestChunk);
    } else if (taken > kChunkTime * 2) {
        m_chunk = std::max(m_chunk / 2, kLeastChunk);
    }
    return taken;
}

void MiningThread::noteHashes(WorkCursor::Range range, std::optional<std::uint32_t> hit) {
    const std::uint32_t done = hit ? *hit - range.first + 1 : range.count;
    hashes.store(hashes.load(std::memory_order_relaxed) + done, std::memory_order_relaxed);
    lastNonce.store(range.first + done - 1, std::memory_order_relaxed);
    const std::uint64_t templateId = m_assignment->work->id;
    if (closest.get().hash != m_best) closest.set({templateId, m_best});
}

void MiningThread::hand(std::uint32_t nonce) {
    const auto newest = m_board.assignment.get();
    // A template that came meanwhile for the same parent does not make the find worthless; another parent, or
    // rest, does.
    const bool isWanted =
        newest->work && newest->work->block.header.previous == m_assignment->work->block.header.previous;
    if (isWanted && m_board.claim(newest->generation))
        m_board.onFound(m_cursor->solved(nonce), m_assignment->work->id);
}

void MiningThread::pauseAfter(Duration worked, const std::stop_token& stop) const {
    const int percent = m_board.dutyPercent.load(std::memory_order_relaxed);
    if (percent >= 100) return;
    const auto until = std::chrono::steady_clock::now() + worked * (100 - percent) / percent;
    while (!stop.stop_requested() && m_board.wake.load(std::memory_order_relaxed) == m_seenWake) {
        const auto left = until - std::chrono::steady_clock::now();
        if (left <= Duration::zero()) return;
        std::this_thread::sleep_for(std::min<Duration>(left, kChunkTime));
    }
}

} // namespace mining
