#include "net/lobby/LobbySchedule.h"

#include <algorithm>

namespace net {

void LobbySchedule::hurry(std::int64_t nowMs, const Random& random) {
    const std::int64_t soon = nowMs + std::int64_t(random(kSoonMs));
    m_nextMs = std::min(m_nextMs, std::max(soon, m_lastMs + kGapMs));
}

bool LobbySchedule::isDue(std::int64_t nowMs, const Random& random) {
    if (nowMs < m_nextMs) return false;
    m_lastMs = nowMs;
    m_nextMs = nowMs + kEveryMs * 3 / 4 + std::int64_t(random(kEveryMs / 2));
    return true;
}

} // namespace net
