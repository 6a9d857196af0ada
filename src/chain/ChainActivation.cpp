// The part of ChainState that moves the tip.
#include "chain/ChainState.h"

#include "util/Log.h"

#include <algorithm>
#include <utility>

namespace chain {

using consensus::Reject;
using consensus::Rejection;
using primitives::BlockHash;
using primitives::BlockRef;

namespace {

StoreError missing(const char* what, const BlockHash& hash) {
    return {StoreError::Kind::Damaged,
            std::string("the ") + what + " of block " + hash.toHex() + " is missing"};
}

} // namespace

/// Notes that the body of `entry` is here. Gives the best block that can be connected now, `best` included.
const HeaderEntry* ChainState::link(HeaderEntry& entry, const HeaderEntry* best) {
    if (entry.parent != nullptr && !entry.parent->linked) return best;
    std::vector<HeaderEntry*> reached{&entry};
    for (std::size_t i = 0; i < reached.size(); ++i) {
        HeaderEntry& linked = *reached[i];
        linked.linked = true;
        linked.linkOrder = ++m_linkCount;
        if (!linked.isInvalid() && !linked.isHeld && isBetterTip(linked, *best)) best = &linked;
        for (HeaderEntry* child = linked.firstChild; child != nullptr; child = child->nextSibling) {
            if (!child->linked && (child->hasBody() || child->facts.transactionCount > 0))
                reached.push_back(child);
        }
    }
    return best;
}

void ChainState::markInvalid(HeaderEntry& entry, BlockStatus status) {
    m_pending.setStatus(entry, status);
    for (HeaderEntry* descendant : HeaderTree::descendants(entry)) {
        if (!descendant->isInvalid()) m_pending.setStatus(*descendant, BlockStatus::InvalidAncestor);
    }
    if (m_headers.bestHeader()->isInvalid()) m_headers.recomputeBestHeader();
}

void ChainState::noteFailure(HeaderEntry& entry, const Rejection& rejection) {
    util::logWarning("chain",
                     "block " + entry.hash().toHex() + " is invalid: " + consensus::describe(rejection));
    m_failures.push_back({&entry, rejection});
    markInvalid(entry);
}

const HeaderEntry* ChainState::bestCandidate() const {
    const HeaderEntry* best = &m_headers.genesis();
    for (const HeaderEntry* entry : m_headers.leaves()) {
        while (!entry->linked || entry->isInvalid() || entry->isHeld)
            entry = entry->parent;
        if (isBetterTip(*entry, *best)) best = entry;
    }
    return best;
}

/// Makes `best` the tip, or what is best without the blocks that fail on the way and the branches that are
/// held back.
Result<void, StoreError> ChainState::activate(const HeaderEntry* best, Cause cause) {
    while (true) {
        while (best != m_tip) {
            const auto may = mayMoveTo(*best, cause);
            if (!may) return fail(may.error());
            if (*may) {
                const auto arrived = moveTo(*best);
                if (!arrived) return fail(arrived.error());
                if (*arrived) break;
                if (cause == Cause::Blocks) cause = Cause::Failure;
            }
            best = bestCandidate();
        }
        if (!m_brake.review(*m_tip)) break;
        best = bestCandidate();
    }
    m_isRolledBack = false;
    return {};
}

/// False when the brake holds its branch back, or the scripts of the tip failed.
Result<bool, StoreError> ChainState::mayMoveTo(const HeaderEntry& target, Cause& cause) {
    if (cause == Cause::Hand || target.ancestor(m_tip->height()) == m_tip) return true;
    if (cause == Cause::Blocks) {
        auto held = finishScripts();
        if (held && !*held) cause = Cause::Failure;
        if (!held || !*held) return held;
        m_brakeFrom = m_tip;
    }
    return !m_brake.holdsBack(target, *m_brakeFrom);
}

/// False when a block on the way failed: it is marked, and the tip is the last good block before it. The
/// scripts of the last block may still run afterwards.
Result<bool, StoreError> ChainState::moveTo(const HeaderEntry& target) {
    const HeaderEntry* fork = HeaderTree::fork(m_tip, &target);
    if (m_tip != fork) {
        auto held = finishScripts();
        if (!held || !*held) return held;
    }
    while (m_tip != fork) {
        if (auto moved = disconnectTip(); !moved) return fail(moved.error());
        if (!isPartDue()) continue;
        if (auto flushed = flush(); !flushed) return fail(flushed.error());
    }
    for (std::int32_t height = fork->height() + 1; height <= target.height(); ++height) {
        HeaderEntry& entry = *m_headers.findForUpdate(target.ancestor(height)->hash());
        auto connected = connectTip(entry);
        if (!connected || !*connected) return connected;
    }
    return true;
}

Result<std::shared_ptr<const BlockUndo>, StoreError> ChainState::readUndo(const BlockHash& hash) {
    if (auto pending = m_pending.undo(hash)) return pending;
    return m_blocks.readUndo(hash);
}

Result<void, StoreError> ChainState::disconnectTip() {
    const HeaderEntry& entry = *m_tip;
    const auto block = readBlock(entry.hash());
    if (!block) return fail(block.error());
    if (*block == nullptr) return fail(missing("body", entry.hash()));
    const auto undo = readUndo(entry.hash());
    if (!undo) return fail(undo.error());
    if (*undo == nullptr) return fail(missing("undo data", entry.hash()));
    if (auto undone = m_connector.disconnect(**block, **undo); !undone) return undone;
    m_best.pop_back();
    m_tip = m_best.back();
    recordDisconnected({*block, entry.hash(), entry.height()});
    return {};
}

/// False when the block failed, or the one below it whose scripts still ran: that one is marked.
Result<bool, StoreError> ChainState::connectTip(HeaderEntry& entry) {
    const auto block = readBlock(entry.hash());
    if (!block) return fail(block.error());
    if (*block == nullptr) return fail(missing("body", entry.hash()));
    auto plan = m_connector.check(**block, *m_tip);
    auto held = finishScripts(); // of the block below: they ran until here
    if (!held || !*held) return held;
    if (!plan) {
        if (const auto* error = std::get_if<StoreError>(&plan.error())) return fail(*error);
        noteFailure(entry, std::get<Rejection>(plan.error()));
        return false;
    }
    // A block that was connected before stands on the same coins as then: its scripts hold.
    std::unique_ptr<ScriptRun> scripts;
    if (m_options.checkScripts && entry.record.status != BlockStatus::Connected)
        scripts = m_connector.startScripts(**block, *plan->undo);
    // What is below is whole and checked: it is written while these scripts run.
    if (isPartDue()) {
        if (auto flushed = flush(); !flushed) return fail(flushed.error());
    } else if (!m_options.flushEveryChange) {
        if (auto written = makeRoom(); !written) return fail(written.error());
    }
    plan->coins.apply();
    if (scripts) m_running = Running{&entry, *block, plan->undo, std::move(scripts)};
    m_pending.addUndo(entry, plan->undo, plan->fees);
    m_pending.setStatus(entry, BlockStatus::Connected);
    m_best.push_back(&entry);
    m_tip = &entry;
    recordConnected({*block, entry.hash(), entry.height(), plan->undo, plan->fees});
    return true;
}

/// Waits for the scripts of the tip. False when they failed: the tip is taken off and marked.
Result<bool, StoreError> ChainState::finishScripts() {
    if (!m_running) return true;
    const Running running = *std::exchange(m_running, std::nullopt);
    const auto held = BlockConnector::finishScripts(*running.scripts);
    if (held) return true;
    if (auto undone = disconnectTip(); !undone) return fail(undone.error());
    m_pending.removeUndo(*running.entry);
    noteFailure(*running.entry, held.error());
    return false;
}

/// Waits for the scripts of the tip, and of what takes its place when they fail.
Result<void, StoreError> ChainState::settleScripts() {
    while (true) {
        const auto held = finishScripts();
        if (!held) return fail(held.error());
        if (*held) return {};
        if (auto activated = activate(bestCandidate(), Cause::Failure); !activated) return activated;
    }
}

/// Keeps a deep reorganisation from filling the memory.
bool ChainState::isPartDue() const {
    return m_pending.bytes() >= m_options.maxReorganisationBytes || m_coins.isFull();
}

void ChainState::recordConnected(ConnectedBlock connected) {
    if (m_change.connected.empty() && !m_change.disconnected.empty() &&
        m_change.disconnected.back().hash == connected.hash) {
        m_change.disconnected.pop_back();
        return;
    }
    if (connected.block) m_changeBytes += static_cast<std::int64_t>(connected.block->size());
    if (m_changeBytes > m_options.maxReorganisationBytes && !m_change.connected.empty()) {
        connected.block = nullptr;
        connected.undo = nullptr;
    }
    m_change.connected.push_back(std::move(connected));
}

void ChainState::recordDisconnected(DisconnectedBlock disconnected) {
    if (!m_change.connected.empty()) {
        m_change.connected.pop_back(); // it is the block that was put on last
        return;
    }
    if (disconnected.block) m_changeBytes += static_cast<std::int64_t>(disconnected.block->size());
    if (m_changeBytes > m_options.maxReorganisationBytes && !m_change.disconnected.empty())
        disconnected.block = nullptr;
    m_change.disconnected.push_back(std::move(disconnected));
}

/// Moves to `best`, writes, and gives the change out.
Result<ChainChange, BlockError> ChainState::settle(const HeaderEntry* best, Cause cause) {
    m_brakeFrom = m_tip;
    const auto moved = activate(best, cause).and_then([this] { return settleScripts(); });
    if (!moved) {
        rollBack();
        return fail(moved.error());
    }
    if (auto flushed = flushIfDue(); !flushed) return fail(flushed.error());
    return takeChange();
}

Result<ChainChange, BlockError> ChainState::invalidate(const BlockHash& hash) {
    HeaderEntry* entry = m_headers.findForUpdate(hash);
    if (entry == nullptr || entry->parent == nullptr) return fail(Rejection{Reject::PreviousUnknown, {}});
    m_failures.clear();
    if (!entry->isInvalid() || entry->record.status == BlockStatus::InvalidAncestor)
        markInvalid(*entry, BlockStatus::LeftByHand);
    return settle(bestCandidate(), Cause::Hand);
}

Result<ChainChange, BlockError> ChainState::prefer(const BlockHash& hash) {
    HeaderEntry* entry = m_headers.findForUpdate(hash);
    if (entry == nullptr) return fail(Rejection{Reject::PreviousUnknown, {}});
    if (entry->chainWork < m_tip->chainWork) return ChainChange();
    m_failures.clear();
    entry->linkOrder = --m_preferredCount;
    return settle(bestCandidate(), Cause::Hand);
}

Result<ChainChange, BlockError> ChainState::reconsider(const BlockHash& hash) {
    HeaderEntry* entry = m_headers.findForUpdate(hash);
    if (entry == nullptr) return fail(Rejection{Reject::PreviousUnknown, {}});
    m_failures.clear();
    m_brake.release(*entry);
    std::vector<HeaderEntry*> line = HeaderTree::descendants(*entry);
    for (; entry != nullptr && entry->parent != nullptr;
         entry = m_headers.findForUpdate(entry->parent->hash())) {
        line.push_back(entry);
    }
    for (HeaderEntry* cleared : line) {
        if (!cleared->isInvalid()) continue;
        if (cleared->facts.transactionCount == 0) {
            const auto body = readBlock(cleared->hash());
            if (!body) {
                rollBack();
                return fail(body.error());
            }
            if (*body != nullptr) cleared->facts = factsOf(**body);
        }
        const bool hasBody = cleared->facts.transactionCount > 0;
        m_pending.setStatus(*cleared, hasBody ? BlockStatus::Stored : BlockStatus::HeaderOnly);
    }
    relink();
    m_headers.recomputeBestHeader();
    return settle(bestCandidate(), Cause::Hand);
}

Result<ChainChange, BlockError> ChainState::release(const BlockHash& hash) {
    const HeaderEntry* entry = m_headers.find(hash);
    if (entry == nullptr || !m_brake.release(*entry)) return fail(Rejection{Reject::PreviousUnknown, {}});
    m_failures.clear();
    return settle(bestCandidate(), Cause::Hand);
}

} // namespace chain
