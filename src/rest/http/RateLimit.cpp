#include "rest/http/RateLimit.h"

#include <algorithm>

namespace rest {

namespace {
constexpr qint64 kMinuteMs = 60'000;
constexpr qint64 kPruneLookMs = 1'000;
constexpr qsizetype kManyClients = 1'000;
constexpr int kOneSubnet = 8; ///< bytes
} // namespace

QHostAddress clientNetwork(const QHostAddress& address) {
    if (address.protocol() != QAbstractSocket::IPv6Protocol) return address;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + kOneSubnet, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes);
}

bool RateLimit::allow(const QHostAddress& client, qint64 nowMs) {
    const QHostAddress key = clientNetwork(client);
    auto found = m_clients.find(key);
    if (found != m_clients.end()) return take(*found, nowMs);
    if (m_clients.size() >= kManyClients && nowMs - m_forgotMs >= kPruneLookMs) {
        m_forgotMs = nowMs;
        forgetIdle(nowMs);
    }
    if (m_clients.size() >= kManyClients) return take(m_crowd, nowMs);
    return take(*m_clients.insert(key, {double(m_perMinute), nowMs}), nowMs);
}

bool RateLimit::take(Bucket& bucket, qint64 nowMs) const {
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
