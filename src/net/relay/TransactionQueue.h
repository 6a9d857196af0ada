#pragma once

#include "net/PeerTypes.h"
#include "net/TokenBucket.h"

#include <deque>
#include <map>

namespace net {

/// Transactions of strangers that wait to be checked: a queue a peer, served in turns, within the part of the
/// thread's time that each peer and all of them may take. A peer that sends thousands of hard ones delays
/// nothing but its own. Pure. Owned by TransactionRelay. Thread: node.
class TransactionQueue {
public:
    struct Options {
        double burstMs = 200;     ///< of checking, at once …
        double msPerSecond = 500; ///< … and then
        double peerBurstMs = 100;
        double peerMsPerSecond = 250;
        std::size_t maxCountPerPeer = 5'000;
        std::size_t maxBytesPerPeer = 8 << 20;
        std::size_t maxBytes = 32 << 20; ///< beyond it, whoever has most gives way
    };
    struct Item {
        PeerId peer = 0;
        primitives::TransactionRef transaction;
    };
    explicit TransactionQueue(Options options)
        : m_options(options), m_time(options.msPerSecond, options.burstMs) {}

    /// False when there is no room.
    bool push(PeerId peer, const primitives::TransactionRef& transaction);
    /// The next that may be checked now; nothing when none waits, or the time is used up.
    [[nodiscard]] std::optional<Item> next(std::int64_t nowMs);
    /// What the last one took.
    void took(PeerId peer, std::int64_t ms, std::int64_t nowMs);
    void gone(PeerId peer);
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    struct Line {
        std::deque<primitives::TransactionRef> transactions;
        std::size_t bytes = 0;
        TokenBucket time;
    };
    /// Takes away the last of a line.
    void drop(Line& line);

    Options m_options;
    TokenBucket m_time;
    std::map<PeerId, Line> m_lines;
    PeerId m_last = 0; ///< whose turn was last
    std::size_t m_count = 0;
    std::size_t m_bytes = 0;
};

} // namespace net
