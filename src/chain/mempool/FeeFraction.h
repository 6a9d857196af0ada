#pragma once

#include <cstdint>

namespace chain {

/// A fee over a size, compared exactly. Needs: vsize above 0.
struct FeeFraction {
    std::int64_t fee = 0;
    std::int64_t vsize = 1;

    bool operator<(const FeeFraction& other) const {
        return static_cast<Wide>(fee) * other.vsize < static_cast<Wide>(other.fee) * vsize;
    }
    /// Satoshi per 1000 virtual bytes, rounded down.
    [[nodiscard]] std::int64_t perKvB() const {
        return static_cast<std::int64_t>(static_cast<Wide>(fee) * 1000 / vsize);
    }

private:
    __extension__ using Wide = __int128;
};

} // namespace chain
