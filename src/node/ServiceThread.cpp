#include "node/ServiceThread.h"

#include <QCoreApplication>
#include <QEvent>

#include <chrono>
#include <deque>
#include <mutex>
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

/// What was posted, in order: our own queue, so that the hand-over is one lock that every tool sees.
struct ServiceThread::Queue {
    void runNext();

    std::mutex mutex;
    std::deque<std::function<void()>> tasks;
    bool isClosed = false;
};

/// The event loop only wakes the queue: what Qt hands over is an event without content.
class ServiceThread::Waker : public QObject {
public:
    explicit Waker(std::shared_ptr<Queue> queue) : m_queue(std::move(queue)) {}
    bool event(QEvent* event) override {
        if (event->type() != QEvent::User) return QObject::event(event);
        m_queue->runNext();
        return true;
    }

private:
    std::shared_ptr<Queue> m_queue;
};

ServiceThread::ServiceThread(const QString& name)
    : m_queue(std::make_shared<Queue>()), m_waker(std::make_unique<Waker>(m_queue)) {
    m_thread.setObjectName(name);
    m_waker->moveToThread(&m_thread);
    m_thread.start();
}

ServiceThread::~ServiceThread() {
    stop();
}

QObject* ServiceThread::context() const {
    return m_waker.get();
}

/// One turn of the loop a task: timers and signals come between.
void ServiceThread::post(std::function<void()> task) const {
    {
        const std::lock_guard lock(m_queue->mutex);
        if (m_queue->isClosed) return; // the task goes with its promise: its future is cancelled
        m_queue->tasks.push_back(std::move(task));
    }
    QCoreApplication::postEvent(m_waker.get(), new QEvent(QEvent::User));
}

void ServiceThread::Queue::runNext() {
    std::function<void()> task;
    {
        const std::lock_guard lock(mutex);
        if (tasks.empty()) return;
        task = std::move(tasks.front());
        tasks.pop_front();
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
