#pragma once

#include <cmath>
#include <cstdint>

namespace net {

/// Chance from a seed: the same seed gives the same numbers (SplitMix64). For choices and waits, not for
/// keys.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    /// Even over 0 … bound - 1. Needs: bound > 0.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    /// A wait as between events that know nothing of one another, `meanMs` on average.
    std::int64_t waitMs(std::int64_t meanMs) {
        const double part = (static_cast<double>(next() >> 11U) + 0.5) / 9007199254740992.0; // 2^53
        return static_cast<std::int64_t>(-std::log(part) * static_cast<double>(meanMs));
    }

private:
    std::uint64_t m_state;
};

} // namespace net
