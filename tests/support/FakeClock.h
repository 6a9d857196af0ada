#pragma once

#include "util/Clock.h"

#include <atomic>

namespace support {

/// A clock that a test moves by hand. Starts in 2033, after the time of any block that tests make.
class FakeClock final : public util::Clock {
public:
    [[nodiscard]] std::int64_t now() const override { return m_now; }
    [[nodiscard]] std::int64_t steadyMs() const override { return m_steadyMs; }
    void advance(std::int64_t seconds) {
        m_now += seconds;
        m_steadyMs += seconds * 1000;
    }
    void advanceMs(std::int64_t ms) { m_steadyMs += ms; }
    void setNow(std::int64_t unixSeconds) { m_now = unixSeconds; }

private:
    std::atomic<std::int64_t> m_now = 2'000'000'000; // mining threads look, too
    std::atomic<std::int64_t> m_steadyMs = 0;
};

} // namespace support
