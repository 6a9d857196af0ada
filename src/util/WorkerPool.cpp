#include "util/WorkerPool.h"

#include <atomic>
#include <utility>

namespace util {

/// Numbers to hand out. `finish` returns only when `active` is 0.
struct WorkerPool::Batch {
    std::size_t count;
    Task task;
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false};
    std::size_t active = 0; ///< pool threads inside; guarded by m_mutex

    Batch(std::size_t items, Task work) : count(items), task(std::move(work)) {}

    void run() {
        while (!failed.load(std::memory_order_relaxed)) {
            const std::size_t i = next.fetch_add(1, std::memory_order_relaxed);
            if (i >= count) return;
            if (!task(i)) failed.store(true, std::memory_order_relaxed);
        }
    }
};

WorkerPool::WorkerPool(std::size_t threads) {
    m_threads.reserve(threads);
    for (std::size_t i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
}

bool WorkerPool::forEach(std::size_t count, Task task) {
    return finish(start(count, std::move(task)));
}

std::shared_ptr<WorkerPool::Batch> WorkerPool::start(std::size_t count, Task task) {
    auto batch = std::make_shared<Batch>(count, std::move(task));
    if (m_threads.empty() || count < 2) return batch;
    {
        const std::lock_guard lock(m_mutex);
        m_batch = batch;
    }
    m_wake.notify_all();
    return batch;
}

bool WorkerPool::finish(const std::shared_ptr<Batch>& batch) {
    batch->run();
    std::unique_lock lock(m_mutex);
    m_batch.reset(); // who wakes late finds nothing to join
    m_done.wait(lock, [&] { return batch->active == 0; });
    return !batch->failed;
}

void WorkerPool::work() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || m_batch; });
        if (m_stopping) return;
        const std::shared_ptr<Batch> batch = m_batch;
        ++batch->active;
        lock.unlock();
        batch->run();
        lock.lock();
        if (m_batch == batch) m_batch.reset(); // everything is handed out
        if (--batch->active == 0) m_done.notify_all();
    }
}

} // namespace util
