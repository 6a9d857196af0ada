#pragma once

#include <deque>
#include <mutex>
#include <vector>

namespace util {

/// The last items of a log that is written often and looked at seldom. Thread: any.
template <class T>
class RecentItems {
public:
    explicit RecentItems(std::size_t kept) : m_kept(kept) {}
    void add(T item) {
        const std::lock_guard lock(m_mutex);
        if (m_items.size() == m_kept) m_items.pop_front();
        m_items.push_back(std::move(item));
    }
    /// Oldest first. Cost: a copy of all of them.
    [[nodiscard]] std::vector<T> all() const {
        const std::lock_guard lock(m_mutex);
        return {m_items.begin(), m_items.end()};
    }

private:
    mutable std::mutex m_mutex;
    std::deque<T> m_items;
    std::size_t m_kept;
};

} // namespace util
