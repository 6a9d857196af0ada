#pragma once

#include "consensus/Difficulty.h"

#include <algorithm>
#include <vector>

namespace support {

/// A chain of block times alone, for the difficulty rule.
struct TimeChain {
    explicit TimeChain(const consensus::ChainParams& chainParams)
        : params(chainParams), times{params.rules().genesisTime}, bits(params.rules().initialBits) {}

    /// Height of the next block.
    [[nodiscard]] std::int32_t height() const { return static_cast<std::int32_t>(times.size()); }
    /// Of the 11 blocks that end with block `index`.
    [[nodiscard]] std::int64_t medianTime(std::size_t index) const {
        const auto end = times.begin() + static_cast<std::ptrdiff_t>(index) + 1;
        std::vector<std::int64_t> last(end - std::min<std::ptrdiff_t>(11, end - times.begin()), end);
        std::sort(last.begin(), last.end());
        return last[last.size() / 2];
    }
    [[nodiscard]] std::int64_t medianTime() const { return medianTime(times.size() - 1); }

    /// Sets `bits` for the next block.
    void prepareNext() {
        consensus::DifficultyContext context{height(), bits};
        if (consensus::retargetsAt(context.height, params)) {
            const auto window = static_cast<std::size_t>(consensus::difficultyWindow(context.height, params));
            context.windowEndTime = borderTime(times.size() - 1);
            context.windowStartTime = borderTime(times.size() - 1 - window);
        }
        bits = consensus::nextScheduledBits(context, params);
    }

    const consensus::ChainParams& params;
    std::vector<std::int64_t> times;
    std::uint32_t bits;
    bool believesBorders = false; ///< without the rule's bound, to compare

private:
    [[nodiscard]] std::int64_t borderTime(std::size_t index) const {
        return believesBorders ? times[index]
                               : consensus::borderTime(times[index], medianTime(index), params);
    }
};

} // namespace support
