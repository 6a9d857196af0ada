#pragma once

#include <cstdint>

namespace util {

/// Where time comes from; tests give a FakeClock. Thread: any.
class Clock {
public:
    virtual ~Clock() = default;
    /// Unix time in seconds.
    [[nodiscard]] virtual std::int64_t now() const = 0;
    /// Milliseconds of a clock that never goes back; only differences mean something.
    [[nodiscard]] virtual std::int64_t steadyMs() const = 0;
    /// The same for what is measured and shown: stands still while a time is set by hand.
    [[nodiscard]] virtual std::int64_t measureMs() const { return steadyMs(); }
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t now() const override;
    [[nodiscard]] std::int64_t steadyMs() const override;
};

} // namespace util
