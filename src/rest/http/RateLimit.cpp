#include "rest/http/RateLimit.h"

#include <algorithm>

namespace rest {

namespace {
constexpr qint64 kMinuteMs = 60'000;
constexpr qsizetype kManyClients = 1'000;
} // namespace

bool RateLimit::allow(const QHostAddress& client, qint64 nowMs) {
    if (m_clients.size() >= kManyClients) forgetIdle(nowMs);
    auto found = m_clients.find(client);
    if (found == m_clients.end()) found = m_clients.insert(client, {double(m_perMinute), nowMs});
    Bucket& bucket = *found;
    const double gained = double(nowMs - bucket.timeMs) * m_perMinute / double(kMinuteMs);
    bucket.left = std::min(double(m_perMinute), bucket.left + gained);
    bucket.timeMs = nowMs;
    if (bucket.left < 1) return false;
    bucket.left -= 1;
    return true;
}

/// Who asked nothing for a minute has a full bucket again: the same as a stranger.
void RateLimit::forgetIdle(qint64 nowMs) {
    m_clients.removeIf([&](const auto& item) { return nowMs - item.value().timeMs >= kMinuteMs; });
}

} // namespace rest
