#include "Benchmark.h"
#include "ShaUnit.h"

#include "mining/NonceScanner.h"

#include <algorithm>
#include <latch>
#include <random>
#include <thread>

namespace {

using mining::Kernel;
using primitives::BlockHash;

constexpr int kRounds = 300;
constexpr double kPieceSeconds =
    0.0002; ///< short, so that some pieces are not interrupted even on a busy computer

/// A best hash that no other beats: the kernel's own work is measured, not the care for new best hashes.
BlockHash unbeatable() {
    util::ByteArray<32> one{};
    one.front() = 1;
    return BlockHash(one);
}

primitives::BlockHeader randomHeader(std::mt19937_64& random) {
    util::ByteArray<80> bytes;
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<std::uint8_t>(random()); });
    util::ByteReader reader(bytes);
    return primitives::BlockHeader::read(reader);
}

/// The kernel finds what the portable one finds: hits at all places, and the lowest hash where there is no
/// hit.
void verify(const Kernel& kernel, bench::Report& report) {
    const auto seed = std::random_device()();
    std::mt19937_64 random(seed);
    const Kernel& portable = mining::kernelFor("portable");
    for (int i = 0; i < 200; ++i) {
        const auto target = i % 2 == 0 ? consensus::Uint256(0) : ~consensus::Uint256(0) >> (i % 16);
        const mining::ScanJob job(randomHeader(random), target);
        const auto first = static_cast<std::uint32_t>(random());
        BlockHash best;
        BlockHash expectedBest;
        const auto found = kernel.scan(job, first, 192, best);
        const auto expected = portable.scan(job, first, 192, expectedBest);
        if (found == expected && best == expectedBest) continue;
        report.check(false,
                     std::string(kernel.name) + " differs from portable, seed " + std::to_string(seed));
        return;
    }
}

/// Nonces for a piece.
std::uint32_t pieceOf(const Kernel& kernel) {
    const mining::ScanJob job(primitives::BlockHeader{}, 0);
    BlockHash best = unbeatable();
    const double seconds = bench::quickestOf(0.01, [&] { kernel.scan(job, 0, 192, best); });
    return 192 * std::max(1U, static_cast<std::uint32_t>(kPieceSeconds / seconds));
}

/// One kernel's pieces, in order. The SHA instructions' own rate is measured as if it were another kernel.
struct Lane {
    std::string name;
    std::function<double()> hashesPerSecond; ///< of one piece
    std::vector<double> rates = {};
};

Lane laneOf(const Kernel& kernel) {
    const std::uint32_t piece = pieceOf(kernel);
    return {std::string(kernel.name), [&kernel, piece] {
                const mining::ScanJob job(primitives::BlockHeader{}, 0);
                BlockHash best = unbeatable();
                return piece / bench::secondsOf([&] { kernel.scan(job, 0, piece, best); });
            }};
}

/// Of the 64 instructions for two rounds each, the first of the first hash and the last of the second fall
/// away.
Lane shaUnitLane() {
    return {"bound", [] { return bench::shaRoundInstructionsPerSecond() / 62; }};
}

/// Kernels take turns, so that whatever else the computer does, and its changing clock, meets all of them
/// alike.
std::vector<Lane> race() {
    std::vector<Lane> lanes;
    for (const Kernel& kernel : mining::allKernels()) {
        if (!kernel.isSupported()) continue;
        lanes.push_back(laneOf(kernel));
        if (kernel.name == "SHA-NI") lanes.push_back(shaUnitLane());
    }
    for (int round = 0; round < kRounds; ++round) {
        for (Lane& lane : lanes)
            lane.rates.push_back(lane.hashesPerSecond());
    }
    return lanes;
}

/// The middle of the ratios of neighbours in time.
double ratio(const Lane& a, const Lane& b) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < a.rates.size(); ++i)
        ratios.push_back(a.rates[i] / b.rates[i]);
    std::nth_element(ratios.begin(), ratios.begin() + kRounds / 2, ratios.end());
    return ratios[kRounds / 2];
}

void addRatio(bench::Report& report, const std::vector<Lane>& lanes, std::string_view a, std::string_view b,
              const std::string& note = {}) {
    const auto find = [&](std::string_view name) {
        return std::find_if(lanes.begin(), lanes.end(), [&](const Lane& lane) { return lane.name == name; });
    };
    if (find(a) == lanes.end() || find(b) == lanes.end()) return;
    report.add(std::string(a) + " ÷ " + std::string(b), ratio(*find(a), *find(b)), "x", note);
}

void oneThread(bench::Report& report) {
    for (const Kernel& kernel : mining::allKernels()) {
        if (kernel.isSupported()) verify(kernel, report);
    }
    const std::string_view chosen = mining::kernelFor().name;
    const std::vector<Lane> lanes = race();
    for (const Lane& lane : lanes) {
        const double best = *std::max_element(lane.rates.begin(), lane.rates.end());
        const std::string note = lane.name == "bound"
                                     ? "of SHA instructions: 62 sha256rnds2 a hash, measured in turn"
                                 : lane.name == chosen ? "chosen"
                                                       : "";
        report.add(lane.name + ", 1 thread", best / 1e6, "MH/s", note);
    }
    addRatio(report, lanes, chosen, "AVX2", "goal: 1.4");
    addRatio(report, lanes, chosen, "bound");
    addRatio(report, lanes, "SHA-NI", "bound", "goal: 0.9");
    addRatio(report, lanes, "SHA-NI", "AVX2");
}

/// Hashes a second of `threads` threads at once over half a second.
double rateOnThreads(const Kernel& kernel, unsigned threads) {
    const std::uint32_t piece = pieceOf(kernel);
    std::vector<std::uint64_t> hashes(threads);
    std::latch start(threads);
    const double seconds = bench::secondsOf([&] {
        std::vector<std::jthread> running;
        for (unsigned i = 0; i < threads; ++i) {
            running.emplace_back([&, i] {
                const mining::ScanJob job(primitives::BlockHeader{}, 0);
                BlockHash best = unbeatable();
                start.arrive_and_wait();
                const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(500);
                for (std::uint32_t first = i << 28; std::chrono::steady_clock::now() < end; first += piece) {
                    kernel.scan(job, first, piece, best);
                    hashes[i] += piece;
                }
            });
        }
    });
    std::uint64_t sum = 0;
    for (const std::uint64_t each : hashes)
        sum += each;
    return static_cast<double>(sum) / seconds;
}

void allThreads(bench::Report& report) {
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    for (const Kernel& kernel : mining::allKernels()) {
        if (!kernel.isSupported()) continue;
        verify(kernel, report);
        report.add(std::string(kernel.name) + ", " + std::to_string(threads) + " threads",
                   rateOnThreads(kernel, threads) / 1e6, "MH/s");
    }
}

const bench::Registration kOneThread{"hash-one-thread", oneThread};
const bench::Registration kAllThreads{"hash-all-threads", allThreads};

} // namespace
