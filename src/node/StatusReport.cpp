#include "node/StatusReport.h"

#include "consensus/Difficulty.h"
#include "consensus/Target.h"

#include <algorithm>

namespace node {

namespace {

constexpr std::int32_t kRateWindow = 100; ///< blocks the network's hash rate is judged by

/// Hashes a second from the work and the times of the last blocks. 0 when nothing can be said.
double networkHashRate(const chain::ChainState& chain) {
    const chain::HeaderEntry& tip = chain.tip();
    const std::int32_t from = std::max(1, tip.height() - kRateWindow);
    const chain::HeaderEntry* first = tip.ancestor(from);
    if (first == nullptr || first == &tip) return 0;
    std::int64_t lowest = first->record.header.time;
    std::int64_t highest = lowest;
    for (const chain::HeaderEntry* entry = &tip; entry != first; entry = entry->parent) {
        lowest = std::min<std::int64_t>(lowest, entry->record.header.time);
        highest = std::max<std::int64_t>(highest, entry->record.header.time);
    }
    if (highest <= lowest) return 0;
    const consensus::Uint256 work = tip.chainWork - first->chainWork;
    return work.toDouble() / double(highest - lowest);
}

/// Fills in where the next retarget lies and what it would do if blocks went on coming as they do.
void describeAdjustment(ChainStatus& status, const chain::ChainState& chain) {
    const consensus::ChainParams& params = chain.params();
    if (params.isRegtest) return;
    const std::int32_t interval = params.rules().difficultyAdjustmentInterval;
    const std::int32_t next = status.tip.height + 1;
    status.nextAdjustmentHeight = (next + interval - 1) / interval * interval;
    const std::int32_t intervalStart = std::max(1, status.nextAdjustmentHeight - 1 - interval);
    const chain::HeaderEntry* first = chain.at(std::min(intervalStart, status.tip.height));
    if (first == nullptr || first->height() >= status.tip.height) return;
    const std::int32_t intervals = status.tip.height - first->height();
    const double elapsed = double(chain.tip().record.header.time) - double(first->record.header.time);
    status.averageBlockTime = elapsed / intervals;
    const double wanted = params.rules().targetBlockTime;
    const double ratio = wanted / std::clamp(status.averageBlockTime, wanted / 4, wanted * 4);
    status.adjustmentEstimate = ratio - 1;
}

} // namespace

ChainStatus statusOf(const chain::ChainState& chain) {
    const chain::HeaderEntry& tip = chain.tip();
    ChainStatus status;
    status.tip = {tip.height(), tip.hash()};
    status.tipTime = tip.record.header.time;
    status.tipReceived = tip.record.receivedTime;
    status.medianTime = tip.medianTime();
    status.bits = tip.record.header.bits;
    status.nextBits = chain.nextContext().scheduledBits;
    status.chainWork = tip.chainWork;
    status.headerHeight = tip.height();
    status.bestHeaderHeight = chain.headers().bestHeader()->height();
    status.staleBlocks =
        std::int32_t(chain.headers().size()) - std::max(tip.height(), status.bestHeaderHeight) - 1;
    status.networkHashRate = networkHashRate(chain);
    describeAdjustment(status, chain);
    return status;
}

} // namespace node
