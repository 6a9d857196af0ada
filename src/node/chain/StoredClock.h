#pragma once

#include "primitives/Block.h"
#include "util/Clock.h"

#include <algorithm>
#include <atomic>

namespace node {

/// The clock for blocks that are stored already: never before the newest of them. A rule that says "not yet"
/// was kept when they were taken in; a clock that has been set back condemns none. Thread: any.
class StoredClock final : public util::Clock {
public:
    explicit StoredClock(const util::Clock& real) : m_real(real) {}
    void note(const primitives::BlockHeader& header) {
        m_newest = std::max<std::int64_t>(m_newest, header.time);
    }
    [[nodiscard]] std::int64_t now() const override { return std::max<std::int64_t>(m_newest, m_real.now()); }
    [[nodiscard]] std::int64_t steadyMs() const override { return m_real.steadyMs(); }

private:
    const util::Clock& m_real;
    std::atomic<std::int64_t> m_newest = 0;
};

} // namespace node
