#pragma once

#include <cstdint>
#include <vector>

namespace chain {

/// What a transaction should pay to be in one of the next `targetBlocks` blocks, and what says so.
struct FeeEstimate {
    enum class Basis {
        Room,    ///< the blocks have room for everything that waits: the minimum is enough
        Waiting, ///< what waits fills the blocks: it must outbid some of it
        Recent,  ///< recent full blocks took nothing cheaper
    };
    std::int32_t targetBlocks = 1;
    std::int64_t feePerKvB = 0; ///< satoshi per 1000 virtual bytes
    Basis basis = Basis::Room;
    bool operator==(const FeeEstimate&) const = default;
};

/// Estimates by rising target; their fees never rise.
struct FeeEstimates {
    std::vector<FeeEstimate> byTarget;

    /// The one for so many blocks, or for the next fewer that is there.
    [[nodiscard]] FeeEstimate at(std::int32_t targetBlocks) const {
        FeeEstimate out = byTarget.empty() ? FeeEstimate() : byTarget.front();
        for (const FeeEstimate& estimate : byTarget) {
            if (estimate.targetBlocks <= targetBlocks) out = estimate;
        }
        return out;
    }
};

} // namespace chain
