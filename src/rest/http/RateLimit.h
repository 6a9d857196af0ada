#pragma once

#include <QHash>
#include <QHostAddress>

namespace rest {

/// So many requests a minute for every client, and as many at once after a pause. Time is passed in. Thread:
/// io.
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
    void forgetIdle(qint64 nowMs);
    int m_perMinute;
    QHash<QHostAddress, Bucket> m_clients;
};

} // namespace rest
