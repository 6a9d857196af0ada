#pragma once

#include <cstdint>

namespace mining {

/// Turns a growing count into a rate. Pure; one reader.
class HashMeter {
public:
    /// Hashes a second since the last sample; samples nearer than a quarter second repeat the last rate.
    double sample(std::uint64_t hashes, std::int64_t steadyMs);
    /// The count stands still from now on, or starts anew.
    void restart(std::uint64_t hashes, std::int64_t steadyMs);

private:
    std::uint64_t m_hashes = 0;
    std::int64_t m_steadyMs = 0;
    double m_rate = 0;
};

} // namespace mining
