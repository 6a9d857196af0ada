#pragma once

#include <cstdint>
#include <deque>

namespace mining {

/// The rate over the last minute, which expectations are made from: the rate of a second jumps. Pure; one
/// reader.
class HashWindow {
public:
    /// Notes a growing count. Needs: `steadyMs` does not fall.
    void add(std::uint64_t hashes, std::int64_t steadyMs);
    /// The miner rests: what comes next is counted anew.
    void clear() { m_samples.clear(); }
    /// Hashes a second; 0 before there are two samples a quarter second apart.
    [[nodiscard]] double rate() const;

private:
    struct Sample {
        std::uint64_t hashes;
        std::int64_t steadyMs;
    };
    std::deque<Sample> m_samples; ///< the oldest first
};

} // namespace mining
