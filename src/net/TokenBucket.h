#pragma once

#include <algorithm>
#include <cstdint>

namespace net {

/// So much at once, and so much a second from then on. Time is passed in.
class TokenBucket {
public:
    TokenBucket(double perSecond, double burst, std::int64_t nowMs = 0)
        : m_perSecond(perSecond), m_burst(burst), m_tokens(burst), m_lastMs(nowMs) {}

    /// How many of `wanted` there are tokens for; those are taken.
    std::int64_t take(std::int64_t wanted, std::int64_t nowMs) {
        refill(nowMs);
        const std::int64_t given = std::clamp<std::int64_t>(std::int64_t(m_tokens + kRounding), 0, wanted);
        m_tokens -= double(given);
        return given;
    }
    /// Takes all of them: what is lacking is a debt that `isInDebt` tells of until it is paid.
    void spend(std::int64_t count, std::int64_t nowMs) {
        refill(nowMs);
        m_tokens -= double(count);
    }
    bool isInDebt(std::int64_t nowMs) {
        refill(nowMs);
        return m_tokens < -kRounding;
    }
    /// Once more than a burst, as for an answer that was asked for.
    void allow(double count) { m_tokens += count; }

private:
    void refill(std::int64_t nowMs) {
        const double grown = double(std::max<std::int64_t>(0, nowMs - m_lastMs)) * m_perSecond / 1000;
        m_lastMs = std::max(m_lastMs, nowMs);
        // What was allowed on top does not grow, and is not taken away.
        if (m_tokens < m_burst) m_tokens = std::min(m_burst, m_tokens + grown);
    }

    static constexpr double kRounding = 1e-6; ///< so little is lost by adding up fractions
    double m_perSecond;
    double m_burst;
    double m_tokens;
    std::int64_t m_lastMs;
};

} // namespace net
