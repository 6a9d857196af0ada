#pragma once

#include "node/Promises.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <type_traits>

namespace node {

/// A named thread with an event loop, joined when it goes. Objects that live on it are made and destroyed by
/// calls on it (see Resident). Thread: `post` and `call` from any; start and stop by the owner.
class ServiceThread {
public:
    explicit ServiceThread(const QString& name);
    ~ServiceThread();
    ServiceThread(const ServiceThread&) = delete;
    ServiceThread& operator=(const ServiceThread&) = delete;

    /// Runs `task` on the thread, after what was posted before. Dropped once the thread stops.
    void post(std::function<void()> task) const;
    /// Runs `task` there; the future gives what it returns. Cancelled when the thread has stopped.
    template <class F>
    auto call(F task) const -> QFuture<std::invoke_result_t<F>> {
        using T = std::invoke_result_t<F>;
        auto promise = startedPromise<T>();
        auto future = promise->future();
        post([promise, task = std::move(task)]() mutable {
            if constexpr (std::is_void_v<T>)
                task();
            else
                promise->addResult(task());
            promise->finish();
        });
        return future;
    }
    /// For QTimer and connect contexts on this thread.
    [[nodiscard]] QObject* context() const;
    [[nodiscard]] bool isCurrent() const { return QThread::currentThread() == &m_thread; }
    /// Runs what was posted, then ends the loop and joins. Safe to call twice.
    void stop();

private:
    struct Queue;
    class Waker;

    mutable QThread m_thread;
    std::shared_ptr<Queue> m_queue;
    std::unique_ptr<Waker> m_waker;
};

} // namespace node
