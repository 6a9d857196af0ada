#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>

namespace node {

/// Turns many notices from any thread into at most four calls a second on the thread it was made on; the
/// first comes at once, the last one always. Thread: `notify` from any.
class NewsThrottle : public QObject {
    Q_OBJECT
public:
    explicit NewsThrottle(std::function<void()> deliver);
    void notify();

private:
    void arrived();
    void deliverNow();
    std::function<void()> m_deliver;
    std::atomic<bool> m_posted = false;
    QTimer m_timer;
    QElapsedTimer m_last;
};

} // namespace node
