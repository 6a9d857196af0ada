#include "node/mining/Calibration.h"

#include "consensus/Target.h"
#include "mining/Miner.h"
#include "mining/ThreadPriority.h"

#include <QThread>

#include <algorithm>
#include <thread>

namespace node {

namespace {

constexpr int kMeasureMs = 500;
/// How much sooner than the target time the first blocks come: as much as the first adjustment can take back.
/// Whoever tries the program sees blocks at once, on a computer that has become busier since the measurement,
/// too.
constexpr double kHeadStart = 4;

/// Threads take over the priority of the one that starts them: measured is what the miner will get beside
/// other programs.
double rateOfTheMiner(int threads) {
    double rate = 0;
    std::thread([threads, &rate] {
        mining::becomeBackgroundThread("calibrate");
        rate = mining::measureHashRate(threads, kMeasureMs);
    }).join();
    return rate;
}

} // namespace

std::uint32_t calibratedBits(const consensus::Rules& rules) {
    const int threads = std::max(1, QThread::idealThreadCount() / 2);
    const double rate = std::max(1.0, rateOfTheMiner(threads));
    const double hashes = std::max(1.0, rate * rules.targetBlockTime / kHeadStart);
    consensus::Uint256 target =
        (consensus::Uint256(1) << 255) / consensus::Uint256(static_cast<std::uint64_t>(hashes)) * 2;
    const auto limit = consensus::targetFromBits(rules.powLimitBits).value_or(target);
    if (target > limit) target = limit;
    return consensus::bitsFromTarget(target);
}

} // namespace node
