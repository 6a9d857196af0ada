#pragma once

#include "util/Clock.h"

#include <algorithm>
#include <atomic>
#include <memory>

namespace util {

/// Another clock, until a time is set by hand that then stands still (tests on regtest). Whoever measures how
/// long something lasts sees a jump forward too, as under Bitcoin Core's `setmocktime`.
class SettableClock final : public Clock {
public:
    explicit SettableClock(std::shared_ptr<const Clock> real) : m_real(std::move(real)) {}
    /// 0: the real time again.
    void set(std::int64_t unixSeconds) {
        if (m_set == 0) m_stoodStillMs = m_real->steadyMs();
        if (unixSeconds != 0) m_jumpedMs += std::max<std::int64_t>(0, unixSeconds - now()) * 1000;
        m_set = unixSeconds;
    }
    [[nodiscard]] std::int64_t now() const override {
        const std::int64_t set = m_set;
        return set != 0 ? set : m_real->now();
    }
    [[nodiscard]] std::int64_t steadyMs() const override { return m_real->steadyMs() + m_jumpedMs; }
    [[nodiscard]] std::int64_t measureMs() const override {
        return (m_set != 0 ? m_stoodStillMs.load() : m_real->steadyMs()) + m_jumpedMs;
    }

private:
    std::shared_ptr<const Clock> m_real;
    std::atomic<std::int64_t> m_set = 0;
    std::atomic<std::int64_t> m_jumpedMs = 0;
    std::atomic<std::int64_t> m_stoodStillMs = 0;
};

} // namespace util
