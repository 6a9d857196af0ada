#pragma once

#include <cstdint>
#include <functional>

namespace net {

/// When a node tells of itself: now and then, at no beat that others share; soon when somebody wishes to hear
/// it, but never twice within a moment. Pure. Owned by Lobby.
class LobbySchedule {
public:
    static constexpr std::int64_t kEveryMs = 10'000; ///< a quarter more or less
    static constexpr std::int64_t kSoonMs = 500;     ///< at most, to a wish: others answer too
    static constexpr std::int64_t kGapMs = 2'000;    ///< at least, between two
    /// Even over 0 … bound - 1.
    using Random = std::function<std::uint64_t(std::uint64_t bound)>;

    /// There is something (else) to tell.
    void begin(std::int64_t nowMs, const Random& random) { hurry(nowMs, random); }
    void wished(std::int64_t nowMs, const Random& random) { hurry(nowMs, random); }
    /// True: tell now; it counts as told.
    bool isDue(std::int64_t nowMs, const Random& random);

private:
    void hurry(std::int64_t nowMs, const Random& random);
    static constexpr std::int64_t kNever = INT64_MAX / 2;
    std::int64_t m_nextMs = kNever;
    std::int64_t m_lastMs = -kNever;
};

} // namespace net
