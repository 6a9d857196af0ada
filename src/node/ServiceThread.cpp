#include "node/ServiceThread.h"

namespace node {

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
    post([thread = &m_thread] { thread->quit(); });
    m_thread.wait();
    std::deque<std::function<void()>> left;
    {
        const std::lock_guard lock(m_queue->mutex);
        m_queue->isClosed = true;
        left.swap(m_queue->tasks);
    }
    left.clear(); // without the lock: what goes with them may post
}

} // namespace node
