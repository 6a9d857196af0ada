#include "mining/HashMeter.h"

namespace mining {
namespace {
constexpr std::int64_t kLeastMs = 250;
}

double HashMeter::sample(std::uint64_t hashes, std::int64_t steadyMs) {
    const std::int64_t passedMs = steadyMs - m_steadyMs;
    if (passedMs < kLeastMs) return m_rate;
    const double rate = static_cast<double>(hashes - m_hashes) * 1000 / static_cast<double>(passedMs);
    restart(hashes, steadyMs);
    m_rate = rate;
    return rate;
}

void HashMeter::restart(std::uint64_t hashes, std::int64_t steadyMs) {
    m_hashes = hashes;
    m_steadyMs = steadyMs;
    m_rate = 0;
}

} // namespace mining
