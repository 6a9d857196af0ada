#include "node/Calibration.h"

#include "consensus/Target.h"
#include "mining/Miner.h"

#include <QThread>

#include <algorithm>

namespace node {

namespace {

constexpr int kMeasureMs = 500;

} // namespace

std::uint32_t calibratedBits(const consensus::Rules& rules) {
    const int threads = std::max(1, QThread::idealThreadCount() / 2);
    const double rate = std::max(1.0, mining::measureHashRate(threads, kMeasureMs));
    const double hashes = std::max(1.0, rate * rules.targetBlockTime);
    consensus::Uint256 target = (consensus::Uint256(1) << 255) / consensus::Uint256(static_cast<std::uint64_t>(hashes)) * 2;
    const auto limit = consensus::targetFromBits(rules.powLimitBits).value_or(target);
    if (target > limit) target = limit;
    return consensus::bitsFromTarget(target);
}

} // namespace node
