#pragma once

#include "util/Clock.h"

#include <atomic>
#include <memory>

namespace util {

/// Another clock, until a time is set by hand that then stands still (tests on regtest).
class SettableClock final : public Clock {
public:
    explicit SettableClock(std::shared_ptr<const Clock> real) : m_real(std::move(real)) {}
    /// 0: the real time again.
    void set(std::int64_t unixSeconds) { m_set = unixSeconds; }
    [[nodiscard]] std::int64_t now() const override {
        const std::int64_t set = m_set;
        return set != 0 ? set : m_real->now();
    }
    [[nodiscard]] std::int64_t steadyMs() const override { return m_real->steadyMs(); }

private:
    std::shared_ptr<const Clock> m_real;
    std::atomic<std::int64_t> m_set = 0;
};

} // namespace util
