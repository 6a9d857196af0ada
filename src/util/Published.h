#pragma once

#include <memory>
#include <mutex>

namespace util {

/// The newest immutable value of one thread for readers on any other: the writer puts a whole new value,
/// readers take the one that is there. Thread: any.
template <class T>
class Published {
public:
    [[nodiscard]] std::shared_ptr<const T> get() const {
        const std::lock_guard lock(m_mutex);
        return m_value;
    }
    void set(std::shared_ptr<const T> value) {
        const std::lock_guard lock(m_mutex);
        m_value.swap(value);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_value = std::make_shared<const T>();
};

} // namespace util
