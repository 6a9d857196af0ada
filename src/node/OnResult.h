#pragma once

#include <QFutureWatcher>

#include <functional>
#include <type_traits>

namespace node {

/// Calls `handle` on the receiver's thread with what the future gives; nothing happens when the receiver has
/// gone or the future was cancelled, but then `cancelled` is called where it is given. Thread: the
/// receiver's.
template <class T, class F>
void onResult(const QFuture<T>& future, QObject* receiver, F handle,
              const std::function<void()>& cancelled = {}) {
    auto* watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcher<T>::finished, receiver, [watcher, handle, cancelled]() mutable {
        watcher->deleteLater();
        if constexpr (std::is_void_v<T>) {
            if (!watcher->isCanceled()) return handle();
        } else {
            if (watcher->future().resultCount() > 0) return handle(watcher->result());
        }
        if (cancelled) cancelled();
    });
    watcher->setFuture(future);
}

} // namespace node
