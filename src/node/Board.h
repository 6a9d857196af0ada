#pragma once

#include "node/NewsThrottle.h"
#include "util/Published.h"

#include <memory>
#include <utility>

namespace node {

/// The newest value of one thread for readers on any other, and the notice that it changed, which comes to
/// the main thread at most four times a second. Thread: made and destroyed on main; else any.
template <class T>
class Board {
public:
    explicit Board(std::function<void()> changed) : m_news(std::move(changed)) {}

    [[nodiscard]] std::shared_ptr<const T> get() const { return m_value.get(); }
    void set(std::shared_ptr<const T> value) {
        m_value.set(std::move(value));
        m_news.notify();
    }

private:
    util::Published<T> m_value;
    NewsThrottle m_news;
};
template <class T>
using BoardRef = std::shared_ptr<Board<T>>;

} // namespace node
