#pragma once

#include <memory>
#include <mutex>

namespace util {

/// A value made by whichever thread asks first; the others wait for it. Thread: any.
template <class T>
class Once {
public:
    /// `make` gives a unique_ptr.
    template <class Make>
    const T& get(const Make& make) {
        std::call_once(m_flag, [&] { m_value = make(); });
        return *m_value;
    }

private:
    std::once_flag m_flag;
    std::unique_ptr<const T> m_value;
};

} // namespace util
