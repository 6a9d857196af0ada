#pragma once

#include <QFuture>
#include <QPromise>

#include <memory>
#include <thread>
#include <type_traits>

namespace node {

/// A promise that has been started, for whoever will keep it; dropped before it is kept, its future is
/// cancelled.
template <class T>
std::shared_ptr<QPromise<T>> startedPromise() {
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

/// Runs `work` on a thread of its own that nobody waits for; the future gives what it returns.
template <class F>
auto onItsOwnThread(F work) -> QFuture<std::invoke_result_t<F>> {
    auto promise = startedPromise<std::invoke_result_t<F>>();
    auto future = promise->future();
    std::thread([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    }).detach();
    return future;
}

} // namespace node
