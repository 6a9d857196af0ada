#pragma once

#include "net/PeerTypes.h"
#include "net/TokenBucket.h"

#include <unordered_map>

namespace net {

/// One budget for foreign bytes: those that were handed to the node and not handled yet, those of messages
/// whose end has not come, and those of ours that wait to be read. Pure. Owned by PeerManager. Thread: io.
class PeerBudget {
public:
    struct Limits {
        std::size_t perPeer = 8'000'000; ///< with the node: two of the largest messages
        std::size_t total = 48'000'000;  ///< with the node
        std::size_t unfinished = 64'000'000;
        std::size_t unwritten = 64'000'000; ///< waiting for peers to read it
    };
    explicit PeerBudget(Limits limits) : m_limits(limits) {}
    PeerBudget() : PeerBudget(Limits()) {}

    /// Whether more may be read of it. A peer of which the node has nothing always may, so that none starves.
    [[nodiscard]] bool mayRead(PeerId peer) const;
    [[nodiscard]] bool isFull() const { return m_total >= m_limits.total; }
    void given(PeerId peer, std::size_t bytes);
    void handled(PeerId peer, std::size_t bytes);
    /// Bytes of a message of it that has not ended.
    void setUnfinished(PeerId peer, std::size_t bytes);
    /// Bytes that wait for it to read them.
    void setUnwritten(PeerId peer, std::size_t bytes);
    /// So much waits for all of them that who does not read is not waited for long.
    [[nodiscard]] bool isTight() const { return m_unwritten > m_limits.unwritten; }
    void forget(PeerId peer);
    /// Too much is held in beginnings of messages: the peer that holds most of it has to go; 0: none.
    [[nodiscard]] PeerId largestUnfinished() const;
    [[nodiscard]] std::size_t total() const { return m_total + m_unfinished + m_unwritten; }

private:
    struct Share {
        std::size_t given = 0;
        std::size_t unfinished = 0;
        std::size_t unwritten = 0;
    };
    Limits m_limits;
    std::unordered_map<PeerId, Share> m_shares;
    std::size_t m_total = 0;
    std::size_t m_unfinished = 0;
    std::size_t m_unwritten = 0;
};

/// How much of what a peer may send a second; who is above is read more slowly, not punished.
class IntakeRates {
public:
    void count(const wire::Message& message, std::int64_t nowMs);
    /// Not to be read for now.
    bool isExhausted(std::int64_t nowMs);

private:
    TokenBucket m_headers{20'000, 200'000};
    TokenBucket m_inventory{5'000, 200'000};
    TokenBucket m_transactions{1'000, 20'000};
    TokenBucket m_requests{500, 5'000};
};

/// Bytes of old blocks that are given away a day.
class UploadLimit {
public:
    explicit UploadLimit(std::int64_t bytesADay) : m_bytesADay(bytesADay) {}
    /// Whether so many more may go; they are counted.
    bool take(std::int64_t bytes, std::int64_t nowUnix);

private:
    std::int64_t m_bytesADay; ///< 0: no limit
    std::int64_t m_dayStart = 0;
    std::int64_t m_used = 0;
};

} // namespace net
