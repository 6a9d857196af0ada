#pragma once

#include "chain/MempoolSnapshot.h"
#include "consensus/Rules.h"

#include <optional>

namespace rest {

/// What the API says about fees. The one place that knows where the numbers come from: what waits now, in the order in which
/// miners take it.
struct FeeRates {
    const chain::MempoolSnapshot& mempool;
    const consensus::Rules& rules;
    std::int64_t minFeePerKvB; ///< this node takes nothing below

    /// Satoshi per 1000 virtual bytes that would be among the next `blocks` blocks if nothing else came.
    [[nodiscard]] std::int64_t perKvB(int blocks) const;
};
/// The confirmation targets that Esplora lists.
const std::vector<int>& feeTargets();
/// `[[satoshi per virtual byte, virtual bytes], …]`, best first; a bin holds at least `binVsize`.
std::vector<std::pair<double, std::int64_t>> feeHistogram(const chain::MempoolSnapshot& mempool, std::int64_t binVsize);

} // namespace rest
