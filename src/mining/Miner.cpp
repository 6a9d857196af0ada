#include "mining/Miner.h"

#include "mining/HashMeter.h"
#include "mining/MiningThread.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <thread>
#include <utility>

namespace mining {
namespace {

struct RunningThread {
    RunningThread(MiningBoard& board, const Kernel& kernel, int index, std::uint64_t extraNonce)
        : miner(board, kernel, index, extraNonce), thread([this](const std::stop_token& stop) {
              miner.run(stop);
              hasEnded = true;
          }) {}
    MiningThread miner;
    std::atomic<bool> hasEnded = false;
    std::jthread thread; // last: the others are there while it runs
};

/// Extra nonces: 16 bits for the thread, 16 for the start, 32 for what the thread uses up.
std::uint64_t firstExtraNonce(int thread, std::uint64_t starts) {
    return static_cast<std::uint64_t>(thread) << 48 | (starts & 0xffff) << 32;
}

} // namespace

struct Miner::Impl {
    Impl(const util::Clock& clock, FoundBlock onFound) : board(clock, std::move(onFound)) {}

    using Threads = std::vector<std::unique_ptr<RunningThread>>;

    [[nodiscard]] std::uint64_t hashes() const {
        std::uint64_t sum = finishedHashes;
        for (const Threads* some : {&threads, &leaving}) {
            for (const auto& thread : *some)
                sum += thread->miner.hashes.load();
        }
        return sum;
    }
    [[nodiscard]] primitives::BlockHash closest(std::uint64_t templateId) const;
    void dismissThreads();
    void buryTheEnded();

    MiningBoard board;
    HashMeter meter;
    BlockTemplateRef work;
    std::uint64_t generation = 0;
    std::uint64_t starts = 0;
    std::uint64_t finishedHashes = 0; ///< of threads that have stopped
    std::string_view kernel;
    Threads threads;
    Threads leaving; ///< told to end
};

primitives::BlockHash Miner::Impl::closest(std::uint64_t templateId) const {
    primitives::BlockHash lowest;
    for (const auto& thread : threads) {
        const ClosestHash::Value value = thread->miner.closest.get();
        if (value.templateId != templateId || value.hash.isNull()) continue;
        const auto& bytes = value.hash.bytes();
        if (lowest.isNull() || std::lexicographical_compare(bytes.rbegin(), bytes.rend(),
                                                            lowest.bytes().rbegin(), lowest.bytes().rend()))
            lowest = value.hash;
    }
    return lowest;
}

/// Nobody waits for them: on a busy computer threads of the lowest priority may need a while to hear of it.
void Miner::Impl::dismissThreads() {
    for (const auto& thread : threads)
        thread->thread.request_stop();
    board.wakeThreads();
    std::move(threads.begin(), threads.end(), std::back_inserter(leaving));
    threads.clear();
    buryTheEnded();
}

void Miner::Impl::buryTheEnded() {
    std::erase_if(leaving, [this](const auto& thread) {
        if (!thread->hasEnded) return false;
        finishedHashes += thread->miner.hashes.load();
        return true;
    });
}

Miner::Miner(const util::Clock& clock, std::function<void(primitives::BlockRef, std::uint64_t)> onFound)
    : m_impl(std::make_unique<Impl>(clock, std::move(onFound))) {}

Miner::~Miner() {
    stop();
}

void Miner::start(int threads, std::string_view kernel) {
    const Kernel& chosen = kernelFor(kernel);
    threads = std::max(threads, 1);
    if (std::cmp_equal(m_impl->threads.size(), threads) && m_impl->kernel == chosen.name) return;
    m_impl->dismissThreads();
    m_impl->kernel = chosen.name;
    m_impl->meter.restart(m_impl->hashes(), m_impl->board.clock.steadyMs());
    ++m_impl->starts;
    for (int index = 0; index < threads; ++index) {
        m_impl->threads.push_back(std::make_unique<RunningThread>(m_impl->board, chosen, index,
                                                                  firstExtraNonce(index, m_impl->starts)));
    }
}

void Miner::stop() {
    m_impl->dismissThreads();
    setTemplate(nullptr);
}

void Miner::setTemplate(BlockTemplateRef work) {
    if (work == m_impl->work) return;
    m_impl->work = work;
    m_impl->board.assignment.set(
        std::make_shared<const Assignment>(Assignment{std::move(work), ++m_impl->generation}));
    m_impl->board.wakeThreads();
}

void Miner::setDuty(int percent) {
    m_impl->board.dutyPercent = std::clamp(percent, 1, 100);
}

bool Miner::isRunning() const {
    return !m_impl->threads.empty();
}

bool Miner::hasEnded() {
    m_impl->buryTheEnded();
    return m_impl->threads.empty() && m_impl->leaving.empty();
}

MinerStatistics Miner::statistics() {
    m_impl->buryTheEnded();
    MinerStatistics out;
    out.running = isRunning();
    out.threads = static_cast<int>(m_impl->threads.size());
    out.kernel = m_impl->kernel;
    out.hashes = m_impl->hashes();
    if (out.running) {
        out.hashesPerSecond = m_impl->meter.sample(out.hashes, m_impl->board.clock.steadyMs());
        out.lastNonce = m_impl->threads.front()->miner.lastNonce.load();
    }
    if (m_impl->work) {
        out.templateId = m_impl->work->id;
        out.closest = m_impl->closest(out.templateId);
    }
    return out;
}

double measureHashRate(int threads, int milliseconds) {
    const Kernel& kernel = kernelFor();
    const ScanJob job(primitives::BlockHeader{}, consensus::Uint256(0));
    std::vector<double> rates(static_cast<std::size_t>(std::max(threads, 1)));
    const auto measure = [&](double& rate) {
        const auto start = std::chrono::steady_clock::now();
        const auto end = start + std::chrono::milliseconds(milliseconds);
        primitives::BlockHash best;
        std::uint32_t done = 0;
        constexpr std::uint32_t kChunk = 8192;
        do {
            kernel.scan(job, done, kChunk, best);
            done += kChunk;
        } while (std::chrono::steady_clock::now() < end);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        rate = done / taken.count();
    };
    {
        std::vector<std::jthread> running;
        running.reserve(rates.size());
        for (double& rate : rates)
            running.emplace_back([&] { measure(rate); });
    }
    return std::accumulate(rates.begin(), rates.end(), 0.0);
}

} // namespace mining
