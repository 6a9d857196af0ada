#include "node/NewsThrottle.h"

namespace node {

namespace {
constexpr int kIntervalMs = 250;
}

NewsThrottle::NewsThrottle(std::function<void()> deliver) : m_deliver(std::move(deliver)), m_timer(this) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NewsThrottle::deliverNow);
}

void NewsThrottle::notify() {
    if (m_posted.exchange(true)) return;
    QMetaObject::invokeMethod(this, &NewsThrottle::arrived, Qt::QueuedConnection);
}

void NewsThrottle::arrived() {
    if (m_timer.isActive()) return;
    const qint64 since = m_last.isValid() ? m_last.elapsed() : kIntervalMs;
    if (since >= kIntervalMs)
        deliverNow();
    else
        m_timer.start(int(kIntervalMs - since));
}

void NewsThrottle::deliverNow() {
    m_posted = false; // before the call: what changes during it is told again
    m_last.start();
    m_deliver();
}

} // namespace node

#include "moc_NewsThrottle.cpp"
