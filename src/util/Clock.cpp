#include "util/Clock.h"

#include <chrono>

namespace util {

std::int64_t SystemClock::now() const {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::floor<std::chrono::seconds>(since).count();
}

std::int64_t SystemClock::steadyMs() const {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::floor<std::chrono::milliseconds>(since).count();
}

} // namespace util
