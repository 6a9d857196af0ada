#pragma once

#include "net/Dice.h"

#include <optional>

namespace net {

/// What one peer is told of the least fee this node takes (BIP 133): at once, then when it changed, seldom
/// and rounded, so that no two links can be known for one node's by it. Pure. Owned by TransactionRelay.
/// Thread: node.
class FeeNews {
public:
    explicit FeeNews(std::uint64_t seed) : m_dice(seed) {}

    /// What is to be sent now; nothing when nothing is. `minimum`: what the pool takes now, satoshi per 1000
    /// virtual bytes; `lowest`: what it takes when it is not full.
    [[nodiscard]] std::optional<std::int64_t> due(std::int64_t minimum, std::int64_t lowest,
                                                  std::int64_t nowMs);
    /// Nothing was sent: -1.
    [[nodiscard]] std::int64_t sent() const { return m_sent; }

private:
    Dice m_dice;
    std::int64_t m_sent = -1;
    std::int64_t m_nextMs = -1;
};

} // namespace net
