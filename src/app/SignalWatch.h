#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace app {

/// SIGINT, SIGTERM, and SIGHUP where it is not ignored (nohup), as a call on the main thread. One a program;
/// made on the main thread before others start.
class SignalWatch : public QObject {
    Q_OBJECT
public:
    explicit SignalWatch(std::function<void()> stop);
    ~SignalWatch() override;

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace app
