#pragma once

#include "net/PeerTypes.h"

#include <deque>
#include <memory>

namespace net {

/// What is to be written to one peer, in order. Messages are kept as they are and written out as late as can
/// be: those that share their blocks and transactions cost little. Pure. Owned by Link.
class SendQueue {
public:
    using Item = std::variant<wire::Message, ServeBlock>;
    struct Limits {
        std::size_t busy = 4'000'000; ///< above, nothing more is read of who asks so much
        std::size_t most = 64'000'000;
        std::size_t mostItems = 20'000; ///< blocks that it wants among them
    };
    explicit SendQueue(Limits limits) : m_limits(limits) {}
    SendQueue() : SendQueue(Limits()) {}

    /// False: the peer reads nothing, and is to go.
    [[nodiscard]] bool push(Item item);
    /// Of a block, who wants it is not said.
    std::optional<Item> pop();
    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    [[nodiscard]] bool isBusy() const { return m_bytes > m_limits.busy; }
    /// About what it takes in memory.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    /// As small as can be: a stranger says how many there are.
    struct Wanted {
        primitives::BlockHash hash;
        bool withWitness = true;
    };
    using Kept = std::variant<std::unique_ptr<wire::Message>, Wanted>;
    static std::size_t costOf(const Kept& kept);

    Limits m_limits;
    std::deque<Kept> m_items;
    std::size_t m_bytes = 0;
};

} // namespace net
