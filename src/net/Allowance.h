#pragma once

#include <algorithm>
#include <cstdint>

namespace net {

/// How much of something may be used: so much at once, then as it fills up again with time. The use that
/// empties it may take more than is left.
class Allowance {
public:
    /// Full at first.
    Allowance(double most, double perMs) : m_most(most), m_perMs(perMs), m_left(most) {}

    [[nodiscard]] bool isLeft(std::int64_t nowMs) {
        if (m_lastMs >= 0)
            m_left = std::min(m_most, m_left + m_perMs * static_cast<double>(nowMs - m_lastMs));
        m_lastMs = nowMs;
        return m_left > 0;
    }
    void use(double amount) { m_left -= amount; }

private:
    double m_most;
    double m_perMs;
    double m_left;
    std::int64_t m_lastMs = -1;
};

} // namespace net
