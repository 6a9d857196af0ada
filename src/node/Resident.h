#pragma once

#include "node/ServiceThread.h"

#include <memory>
#include <utility>

namespace node {

/// An object that lives on a service thread: made there, used there, taken away there. Who is elsewhere asks
/// it through this handle; what finds nobody at home is dropped, and its future cancelled. Copies are the
/// same place. Needs: the thread outlives the handles. Thread: any, but where said.
template <class T>
class Resident {
public:
    explicit Resident(const ServiceThread& thread) : m_thread(&thread), m_place(std::make_shared<Place>()) {}

    /// Runs `question(T&)` there; the future gives what it returns.
    template <class F>
    auto ask(F question) const -> QFuture<std::invoke_result_t<F, T&>> {
        using R = std::invoke_result_t<F, T&>;
        auto promise = startedPromise<R>();
        auto future = promise->future();
        m_thread->post([place = m_place, promise, question = std::move(question)]() mutable {
            if (!place->object) return; // the promise goes unkept: its future is cancelled
            if constexpr (std::is_void_v<R>)
                question(*place->object);
            else
                promise->addResult(question(*place->object));
            promise->finish();
        });
        return future;
    }
    /// The same for what needs no answer.
    template <class F>
    void tell(F task) const {
        m_thread->post([place = m_place, task = std::move(task)]() mutable {
            if (place->object) task(*place->object);
        });
    }
    [[nodiscard]] const ServiceThread& thread() const { return *m_thread; }

    // On its own thread.
    /// Moves in; not any more once the place was cleared (the node stopped in the middle of its start).
    void settle(std::unique_ptr<T> object) const {
        if (!m_place->isClosed) m_place->object = std::move(object);
    }
    void clear() const {
        m_place->isClosed = true;
        m_place->object.reset();
    }
    /// Null when nobody is there.
    [[nodiscard]] T* here() const { return m_place->object.get(); }

private:
    struct Place {
        std::unique_ptr<T> object;
        bool isClosed = false;
    };
    const ServiceThread* m_thread;
    std::shared_ptr<Place> m_place;
};

} // namespace node
