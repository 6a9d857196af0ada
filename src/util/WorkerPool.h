#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace util {

/// A fixed set of threads for short, independent sums (script checks). The caller of `forEach` works too and
/// returns when the whole batch is done; a pool of 0 threads runs everything on the caller. Thread: one
/// caller at a time, one batch at a time.
class WorkerPool {
public:
    using Task = std::function<bool(std::size_t)>;
    struct Batch;

    explicit WorkerPool(std::size_t threads);
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Calls `task(i)` for every i below `count`, on any thread, in any order; stops handing out further
    /// numbers once a call gave false. Returns true when all gave true.
    bool forEach(std::size_t count, Task task);
    /// As `forEach` in two steps: `start` lets the pool's threads begin and returns at once, so that the
    /// caller can do something else; in `finish` the caller works too, until the batch is done. Needs: every
    /// `start` is finished.
    [[nodiscard]] std::shared_ptr<Batch> start(std::size_t count, Task task);
    bool finish(const std::shared_ptr<Batch>& batch);
    [[nodiscard]] std::size_t threads() const { return m_threads.size(); }

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::shared_ptr<Batch> m_batch;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace util
