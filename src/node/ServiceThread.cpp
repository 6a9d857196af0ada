#include "node/ServiceThread.h"

#include <chrono>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace node {

namespace {

constexpr int kMostLooks = 20'000; ///< a second

/// QThread::wait comes back before the thread has cleared what belongs to it alone; a program that ends just
/// then clears some of it a second time. So: until the system does not know the thread any more.
void waitForEnd(pid_t thread) {
    for (int i = 0; i < kMostLooks && ::syscall(SYS_tgkill, ::getpid(), thread, 0) == 0; ++i)
        std::this_thread::sleep_for(std::chrono::microseconds(50));
}

} // namespace

ServiceThread::ServiceThread(const QString& name) : m_context(std::make_unique<QObject>()) {
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    m_thread.start();
}

ServiceThread::~ServiceThread() {
    stop();
}

/// One turn of the loop a task: timers and signals come between.
void ServiceThread::post(std::function<void()> task) const {
    {
        const std::lock_guard lock(m_queue->mutex);
        if (m_queue->isClosed) return; // the task goes with its promise: its future is cancelled
        m_queue->tasks.push_back(std::move(task));
    }
    QMetaObject::invokeMethod(
        m_context.get(), [queue = m_queue] { runNext(*queue); }, Qt::QueuedConnection);
}

void ServiceThread::runNext(Queue& queue) {
    std::function<void()> task;
    {
        const std::lock_guard lock(queue.mutex);
        if (queue.tasks.empty()) return;
        task = std::move(queue.tasks.front());
        queue.tasks.pop_front();
    }
    task();
}

void ServiceThread::stop() {
    if (!m_thread.isRunning()) return;
    const QFuture<pid_t> id = call([] { return ::gettid(); });
    post([thread = &m_thread] { thread->quit(); });
    m_thread.wait();
    if (id.resultCount() > 0) waitForEnd(id.result());
    std::deque<std::function<void()>> left;
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->isClosed = true;
        left.swap(m_queue->tasks);
    }
    left.clear(); // without the lock: what goes with them may post
}

} // namespace node
