#pragma once

#include "primitives/Block.h"

#include <deque>
#include <unordered_map>

namespace chain {

/// Blocks that came before their parents, bounded by bytes; the oldest give way. Owned by ChainState. Thread:
/// node.
class WaitingBlocks {
public:
    explicit WaitingBlocks(std::size_t maxBytes) : m_maxBytes(maxBytes) {}

    /// Keeps a block (once); one larger than the whole bound is let go at once.
    void add(const primitives::BlockRef& block, const primitives::BlockHash& hash);
    /// Takes out the blocks that wait for `parent`, in order of arrival.
    std::vector<primitives::BlockRef> takeChildren(const primitives::BlockHash& parent);
    [[nodiscard]] std::size_t count() const { return m_blocks.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    struct Waiting {
        primitives::BlockRef block;
        std::size_t size = 0;
    };
    void remove(const primitives::BlockHash& hash);

    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::unordered_map<primitives::BlockHash, Waiting> m_blocks;
    std::unordered_map<primitives::BlockHash, std::vector<primitives::BlockHash>> m_children; ///< by parent
    std::deque<primitives::BlockHash> m_arrival; ///< may name blocks that have left
};

} // namespace chain
