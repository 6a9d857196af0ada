#include "chain/WaitingBlocks.h"

#include <algorithm>

namespace chain {

void WaitingBlocks::add(const primitives::BlockRef& block, const primitives::BlockHash& hash) {
    const std::size_t size = block->size();
    if (size > m_maxBytes || !m_blocks.try_emplace(hash, Waiting{block, size}).second) return;
    m_bytes += size;
    m_children[block->header.previous].push_back(hash);
    m_arrival.push_back(hash);
    while (m_bytes > m_maxBytes) {
        remove(m_arrival.front());
        m_arrival.pop_front();
    }
    if (m_arrival.size() > 2 * m_blocks.size() + 16) {
        std::erase_if(m_arrival,
                      [this](const primitives::BlockHash& gone) { return !m_blocks.contains(gone); });
    }
}

void WaitingBlocks::remove(const primitives::BlockHash& hash) {
    const auto found = m_blocks.find(hash);
    if (found == m_blocks.end()) return;
    const auto siblings = m_children.find(found->second.block->header.previous);
    std::erase(siblings->second, hash);
    if (siblings->second.empty()) m_children.erase(siblings);
    m_bytes -= found->second.size;
    m_blocks.erase(found);
}

std::vector<primitives::BlockRef> WaitingBlocks::takeChildren(const primitives::BlockHash& parent) {
    std::vector<primitives::BlockRef> out;
    const auto children = m_children.find(parent);
    if (children == m_children.end()) return out;
    const std::vector<primitives::BlockHash> hashes = children->second;
    for (const primitives::BlockHash& hash : hashes) {
        out.push_back(m_blocks.at(hash).block);
        remove(hash);
    }
    return out;
}

} // namespace chain
