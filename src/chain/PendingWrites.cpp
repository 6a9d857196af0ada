#include "chain/PendingWrites.h"

#include "util/Require.h"

#include <algorithm>
#include <utility>

namespace chain {

void PendingWrites::setStatus(HeaderEntry& entry, BlockStatus status) {
    if (entry.record.status == status) return;
    m_headers.try_emplace(&entry, Change{entry.record.status, false});
    entry.record.status = status;
    const bool isNothing = status == BlockStatus::HeaderOnly || status == BlockStatus::InvalidAncestor;
    if (entry.isStored || !isNothing) write(entry);
}

/// Its header, and those below it that no store has yet: parents are stored before their children.
void PendingWrites::write(HeaderEntry& entry) {
    m_headers.try_emplace(&entry, Change{entry.record.status, false}).first->second.isWritten = true;
    for (const HeaderEntry* below = entry.parent; below != nullptr && !below->isStored;
         below = below->parent) {
        // Only the tree and what waits to be written change entries.
        auto* parent = const_cast<HeaderEntry*>(below);
        Change& change = m_headers.try_emplace(parent, Change{parent->record.status, false}).first->second;
        if (std::exchange(change.isWritten, true)) return;
    }
}

void PendingWrites::addBody(HeaderEntry& entry, primitives::BlockRef block) {
    entry.facts = factsOf(*block);
    m_bytes += entry.facts.sizeBytes;
    m_bodies[entry.hash()] = {&entry, std::move(block)};
}

void PendingWrites::addUndo(HeaderEntry& entry, std::shared_ptr<const BlockUndo> undo,
                            primitives::Amount fees) {
    entry.facts.fees = fees;
    m_bytes += entry.facts.sizeBytes;
    m_undos[entry.hash()] = {entry.hash(), std::move(undo), fees};
}

void PendingWrites::removeUndo(HeaderEntry& entry) {
    require(m_undos.erase(entry.hash()) == 1);
    m_bytes -= entry.facts.sizeBytes;
    entry.facts.fees = {};
}

primitives::BlockRef PendingWrites::body(const primitives::BlockHash& hash) const {
    const auto found = m_bodies.find(hash);
    return found == m_bodies.end() ? nullptr : found->second.second;
}

std::shared_ptr<const BlockUndo> PendingWrites::undo(const primitives::BlockHash& hash) const {
    const auto found = m_undos.find(hash);
    return found == m_undos.end() ? nullptr : found->second.undo;
}

ChainBatch PendingWrites::batch() const {
    ChainBatch batch;
    batch.headers.reserve(m_headers.size());
    for (const auto& [entry, change] : m_headers) {
        if (change.isWritten) batch.headers.push_back(entry->record);
    }
    std::sort(batch.headers.begin(), batch.headers.end(),
              [](const HeaderRecord& a, const HeaderRecord& b) { return a.sequence < b.sequence; });
    for (const auto& [hash, body] : m_bodies)
        batch.bodies.push_back({hash, body.second, body.first->facts});
    for (const auto& [hash, undo] : m_undos)
        batch.undos.push_back(undo);
    return batch;
}

void PendingWrites::markStored() {
    for (const auto& [entry, change] : m_headers)
        entry->isStored = entry->isStored || change.isWritten;
    m_headers.clear();
    m_bodies.clear();
    m_undos.clear();
    m_bytes = 0;
}

void PendingWrites::revert() {
    for (const auto& [entry, change] : m_headers)
        entry->record.status = change.before;
    m_headers.clear();
    for (const auto& [hash, body] : m_bodies)
        body.first->facts = {};
    m_bodies.clear();
    m_undos.clear();
    m_bytes = 0;
}

} // namespace chain
