#pragma once

#include "storage/ChainReader.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>
#include <QThreadStorage>

#include <functional>
#include <memory>
#include <mutex>

namespace storage {

/// Threads for questions to the chain, each with a read-only connection of its own. Thread: any.
class ReadPool {
public:
    /// Answers nothing (futures are cancelled) until it is opened.
    explicit ReadPool(int threads);
    ReadPool(QString path, int threads);
    ~ReadPool();

    /// Call once.
    void open(QString path);
    /// Waits for running questions; waiting and later ones are dropped (their futures are cancelled).
    void close();

    /// Runs `question` on a pool thread. The future gives its answer, or is cancelled when the pool stops or
    /// the file cannot be opened.
    template <class F>
    auto run(F question) -> QFuture<std::invoke_result_t<F, ChainReader&>> {
        using T = std::invoke_result_t<F, ChainReader&>;
        auto promise = std::make_shared<QPromise<T>>();
        auto future = promise->future();
        promise->start();
        post([promise, question = std::move(question)](ChainReader* reader) mutable {
            if (reader != nullptr)
                promise->addResult(question(*reader));
            else
                promise->future().cancel();
            promise->finish();
        });
        return future;
    }

private:
    /// The task gets null when there is no connection.
    void post(std::function<void(ChainReader*)> task);
    ChainReader* readerOfThisThread();

    std::mutex m_gate;
    QString m_path;
    bool m_isOpen = false;
    QThreadStorage<std::shared_ptr<ChainReader>> m_readers; ///< outlives the threads of the pool
    QThreadPool m_pool;
};

} // namespace storage
