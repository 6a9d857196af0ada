#include "chain/PendingWrites.h"

#include "util/Require.h"

#include <algorithm>

namespace chain {

void PendingWrites::setStatus(HeaderEntry& entry, BlockStatus status) {
    if (entry.record.status == status) return;
    m_headers.try_emplace(&entry, entry.record.status);
    entry.record.status = status;
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
    for (const auto& [entry, stored] : m_headers)
        batch.headers.push_back(entry->record);
    std::sort(batch.headers.begin(), batch.headers.end(),
              [](const HeaderRecord& a, const HeaderRecord& b) { return a.sequence < b.sequence; });
    for (const auto& [hash, body] : m_bodies)
        batch.bodies.push_back({hash, body.second, body.first->facts});
    for (const auto& [hash, undo] : m_undos)
        batch.undos.push_back(undo);
    return batch;
}

void PendingWrites::markStored() {
    m_headers.clear();
    m_bodies.clear();
    m_undos.clear();
    m_bytes = 0;
}

void PendingWrites::revert() {
    for (auto place = m_headers.begin(); place != m_headers.end();) {
        const auto& [entry, stored] = *place;
        entry->record.status = stored.value_or(BlockStatus::HeaderOnly);
        place = stored ? m_headers.erase(place) : std::next(place);
    }
    for (const auto& [hash, body] : m_bodies)
        body.first->facts = {};
    m_bodies.clear();
    m_undos.clear();
    m_bytes = 0;
}

} // namespace chain
