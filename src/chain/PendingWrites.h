#pragma once

#include "chain/BlockStore.h"
#include "chain/HeaderTree.h"

#include <unordered_map>

namespace chain {

/// What the next commit will write of headers, bodies and undo data; readable until then. Owned by
/// ChainState. Thread: node.
class PendingWrites {
public:
    /// Gives `entry` its new status and remembers the old one. A header that is neither stored nor has come
    /// to something (a body, a verdict of its own) is not written: it comes again from peers.
    void setStatus(HeaderEntry& entry, BlockStatus status);
    /// Fills the entry's facts.
    void addBody(HeaderEntry& entry, primitives::BlockRef block);
    /// Fills the entry's fees.
    void addUndo(HeaderEntry& entry, std::shared_ptr<const BlockUndo> undo, primitives::Amount fees);
    /// Takes that back; the undo data must still be pending.
    void removeUndo(HeaderEntry& entry);

    /// Its status changed since the last commit.
    [[nodiscard]] bool touches(const HeaderEntry& entry) const {
        return m_headers.contains(const_cast<HeaderEntry*>(&entry));
    }
    /// Null when it is not pending.
    [[nodiscard]] primitives::BlockRef body(const primitives::BlockHash& hash) const;
    [[nodiscard]] std::shared_ptr<const BlockUndo> undo(const primitives::BlockHash& hash) const;
    /// Bytes of the blocks whose body or undo data wait (an estimate of the memory they take).
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }

    /// Everything but the best chain and the coins; headers in order of arrival.
    [[nodiscard]] ChainBatch batch() const;
    void markStored();
    /// Forgets bodies and undo data and gives entries back what they were. New headers stay, without a body.
    void revert();

private:
    struct Change {
        BlockStatus before = BlockStatus::HeaderOnly;
        bool isWritten = false;
    };
    void write(HeaderEntry& entry);

    std::unordered_map<HeaderEntry*, Change> m_headers;
    std::unordered_map<primitives::BlockHash, std::pair<HeaderEntry*, primitives::BlockRef>> m_bodies;
    std::unordered_map<primitives::BlockHash, ChainBatch::Undo> m_undos;
    std::int64_t m_bytes = 0;
};

} // namespace chain
