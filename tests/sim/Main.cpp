// cairn-simulation: prints the tables of README.md. Takes some minutes and 1 GB, most of it for real nodes.
//   cairn-simulation [spread|stale|split] [REAL_NODES]     default: all three, with 1 000 real nodes
#include "sim/Experiments.h"
#include "sim/ModelNetwork.h"
#include "sim/RealNetwork.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

namespace {

constexpr std::int64_t kBytesPerMs = 1'000; ///< 8 Mbit/s a link
constexpr std::size_t kDials = 8;
constexpr std::size_t kSmall = 200;      ///< an empty block
constexpr std::size_t kCompact = 15'000; ///< 1 MB whose 2 500 transactions are known
constexpr std::size_t kWhole = 900'000;  ///< … of which nobody has seen any

enum class Kind { Real, Model };

sim::Topology topologyOf(std::size_t nodes) {
    return sim::randomTopology(nodes, kDials, 10, 190, 1);
}

std::unique_ptr<sim::Network> networkOf(Kind kind, std::size_t nodes, std::size_t bytes) {
    if (kind == Kind::Real)
        return std::make_unique<sim::RealNetwork>(topologyOf(nodes), bytes, kBytesPerMs, 1);
    return std::make_unique<sim::ModelNetwork>(topologyOf(nodes), bytes, kBytesPerMs);
}

const char* nameOf(Kind kind) {
    return kind == Kind::Real ? "real" : "model";
}

/// Of this process so far.
double mostMegabytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) return std::atof(line.c_str() + 6) / 1'024;
    }
    return 0;
}

class Watch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

void printSpread(Kind kind, std::size_t nodes, std::size_t bytes) {
    const Watch watch;
    const bool isLarge = nodes > 10'000 || (kind == Kind::Real && bytes == kWhole);
    const auto network = networkOf(kind, nodes, bytes);
    const sim::Spread spread = sim::spreadOf(*network, isLarge ? 12 : 30, isLarge ? 5 : 21, 2);
    std::printf("| %zu | %s | %zu | %.0f | %.0f | %.0f | %.0f | %.1f | %.0f | %.0f |\n", nodes, nameOf(kind),
                bytes / 1'000, spread.halfMs, spread.nineTenthsMs, spread.allMs, spread.meanMs,
                spread.messagesANode, watch.seconds(), mostMegabytes());
    std::fflush(stdout);
}

void printSpreads(std::size_t mostReal) {
    std::printf("\n| nodes | | kB | half, ms | 90 %% | all | mean | messages a node | took, s | MB so far |\n"
                "|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for (const std::size_t bytes : {kSmall, kCompact, kWhole}) {
        for (const std::size_t nodes : {20, 100, 1'000}) {
            if (nodes <= mostReal) printSpread(Kind::Real, nodes, bytes);
            printSpread(Kind::Model, nodes, bytes);
        }
        printSpread(Kind::Model, 10'000, bytes);
        printSpread(Kind::Model, 100'000, bytes);
    }
}

void printStale(Kind kind, std::size_t nodes, std::int64_t intervalMs, int blocks, double travelMs) {
    const auto network = networkOf(kind, nodes, kCompact);
    const sim::Staleness stale = sim::stalenessOf(*network, intervalMs, blocks, 3);
    std::printf("| %zu | %s | %g | %d | %.2f | %.2f |\n", nodes, nameOf(kind), double(intervalMs) / 1'000,
                blocks, 100 * stale.rate(), 100 * (1 - std::exp(-travelMs / double(intervalMs))));
    std::fflush(stdout);
}

void printStales(std::size_t mostReal) {
    std::printf("\n| nodes | | interval, s | blocks | stale, %% | law, %% |\n|--:|---|--:|--:|--:|--:|\n");
    for (const std::size_t nodes : {100, 1'000}) {
        const auto network = networkOf(Kind::Model, nodes, kCompact);
        const double travelMs = sim::spreadOf(*network, 30, 101, 4).meanMs;
        for (const std::int64_t interval : {1'000, 2'000, 5'000, 10'000, 30'000, 60'000, 600'000}) {
            const bool isAffordable = nodes <= mostReal && interval <= 10'000;
            if (isAffordable) printStale(Kind::Real, nodes, interval, nodes > 100 ? 200 : 1'000, travelMs);
            printStale(Kind::Model, nodes, interval, nodes > 100 ? 5'000 : 20'000, travelMs);
        }
    }
}

void printReunion(Kind kind, std::size_t nodes, double share, int blocks) {
    const auto network = networkOf(kind, nodes, kCompact);
    sim::spreadOf(*network, 5, 1, 5);
    const sim::Reunion reunion = sim::reunionOf(*network, share, blocks, 10'000, 6);
    std::printf("| %zu | %s | %.0f : %.0f | %d : %d | %.1f | %.1f | %s |\n", nodes, nameOf(kind), share * 100,
                100 - share * 100, reunion.mined[0], reunion.mined[1], double(reunion.halfMs) / 1'000,
                double(reunion.allMs) / 1'000, reunion.isLargerSidesTip ? "yes" : "no");
    std::fflush(stdout);
}

void printReunions(std::size_t mostReal) {
    std::printf("\n| nodes | | sides, %% | blocks | half, s | all, s | the longer chain |\n"
                "|--:|---|--:|--:|--:|--:|---|\n");
    for (const std::size_t nodes : {100, 1'000}) {
        for (const int blocks : {5, 30, 150}) {
            if (nodes <= mostReal) printReunion(Kind::Real, nodes, 0.4, blocks);
            printReunion(Kind::Model, nodes, 0.4, blocks);
        }
    }
    for (const int blocks : {5, 30, 150})
        printReunion(Kind::Model, 100'000, 0.4, blocks);
}

} // namespace

int main(int argc, char** argv) {
    std::string what = "all";
    std::size_t mostReal = 1'000;
    for (int i = 1; i < argc; ++i) {
        if (const long nodes = std::atol(argv[i]); nodes > 0)
            mostReal = std::size_t(nodes);
        else
            what = argv[i];
    }
    if (what == "all" || what == "spread") printSpreads(mostReal);
    if (what == "all" || what == "stale") printStales(mostReal);
    if (what == "all" || what == "split") printReunions(mostReal);
    return 0;
}
