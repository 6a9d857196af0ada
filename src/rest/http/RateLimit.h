#pragma once

#include <QHash>
#include <QHostAddress>

namespace rest {

/// The network that stands for a client: an IPv4 address, or the first half of an IPv6 one, which one
/// computer has all of.
QHostAddress clientNetwork(const QHostAddress& address);

/// So many requests a minute for every client, and as many at once after a pause. What comes while the table
/// is full shares one allowance. Time is passed in. Thread: io.
class RateLimit {
public:
    explicit RateLimit(int perMinute) : m_perMinute(perMinute) {}
    /// Counts one request; false: too many.
    bool allow(const QHostAddress& client, qint64 nowMs);
    [[nodiscard]] qsizetype clients() const { return m_clients.size(); }

private:
    struct Bucket {
        double left;
        qint64 timeMs;
    };
    bool take(Bucket& bucket, qint64 nowMs) const;
    void forgetIdle(qint64 nowMs);
    int m_perMinute;
    QHash<QHostAddress, Bucket> m_clients;
    Bucket m_crowd{0, 0};  ///< of those that find no room
    qint64 m_forgotMs = 0; ///< when the idle ones were looked for
};

} // namespace rest
