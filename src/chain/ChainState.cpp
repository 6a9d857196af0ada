#include "chain/ChainState.h"

#include "util/Log.h"
#include "util/Require.h"

#include <algorithm>
#include <utility>

namespace chain {

using consensus::Reject;
using consensus::Rejection;
using primitives::BlockHash;
using primitives::BlockRef;

namespace {

StoreError damaged(std::string what) {
    return {StoreError::Kind::Damaged, std::move(what)};
}

} // namespace

ChainState::ChainState(const consensus::ChainParams& params, BlockStore& blocks, CoinStore& coins,
                       const util::Clock& clock, util::WorkerPool& verifyPool, ChainOptions options)
    : m_params(params), m_headers(params), m_coins(coins, options.coinCacheBytes),
      m_signatures(options.signatureCacheBytes), m_tip(&m_headers.genesis()), m_blocks(blocks),
      m_clock(clock), m_options(options), m_connector(params, m_coins, m_signatures, verifyPool),
      m_waiting(options.maxWaitingBytes), m_brake(m_headers, options.brakeBlocks),
      m_brakeFrom(m_tip), m_best{m_tip} {
    relink();
}

Result<void, StoreError> ChainState::load() {
    auto headers = m_blocks.loadHeaders();
    if (!headers) return fail(headers.error());
    const auto tip = m_blocks.loadTip();
    if (!tip) return fail(tip.error());
    if (headers->empty() && tip->height < 0) return writeGenesis();
    if (auto adopted = adoptStored(*std::move(headers), *tip); !adopted) return adopted;
    // Blocks may have been stored that nobody lived to connect.
    auto moved = settle(bestCandidate(), Cause::Blocks);
    if (!moved) {
        const auto* error = std::get_if<StoreError>(&moved.error());
        require(error != nullptr);
        return fail(*error);
    }
    return {};
}

Result<void, StoreError> ChainState::writeGenesis() {
    const HeaderEntry& genesis = m_headers.genesis();
    ChainBatch batch;
    batch.headers.push_back(genesis.record);
    batch.bodies.push_back({genesis.hash(), m_params.genesis, genesis.facts});
    batch.undos.push_back({genesis.hash(), std::make_shared<const BlockUndo>(), primitives::Amount()});
    batch.bestFrom = 0;
    batch.best.push_back(genesis.hash());
    if (auto committed = m_blocks.commit(batch); !committed) return committed;
    m_storedTip = &genesis;
    return {};
}

Result<void, StoreError> ChainState::adoptStored(std::vector<StoredHeader> headers, const TipInfo& tip) {
    m_brake.clear();
    auto loaded = m_headers.load(std::move(headers));
    m_best.clear();
    setTip(m_headers.genesis());
    if (!loaded) return loaded;
    const HeaderEntry* entry = m_headers.find(tip.hash);
    if (entry == nullptr || entry->height() != tip.height) {
        return fail(damaged("the stored tip " + tip.hash.toHex() + " has no header"));
    }
    setTip(*entry);
    m_storedTip = entry;
    for (const HeaderEntry* block : m_best) {
        if (!block->hasBody())
            return fail(damaged("block " + block->hash().toHex() + " of the best chain is missing"));
    }
    relink();
    for (const HeaderEntry* block : m_best)
        m_headers.findForUpdate(block->hash())->linkOrder = 0;
    return {};
}

Result<HeaderEntry*, Rejection> ChainState::addHeader(const primitives::BlockHeader& header) {
    return m_headers.add(header, m_clock.now());
}

std::vector<const HeaderEntry*> ChainState::forgetHeaders(std::span<const HeaderEntry* const> leafFirst) {
    std::vector<const HeaderEntry*> stay;
    bool wasBest = false;
    for (const HeaderEntry* entry : leafFirst) {
        const BlockStatus status = entry->record.status;
        const bool isNothing = status == BlockStatus::HeaderOnly || status == BlockStatus::InvalidAncestor;
        if (!isNothing || entry->isStored || entry->facts.transactionCount > 0 ||
            entry->firstChild != nullptr || entry->parent == nullptr || m_pending.touches(*entry)) {
            stay.push_back(entry);
            continue;
        }
        wasBest = wasBest || entry == m_headers.bestHeader();
        m_headers.forget(*entry);
    }
    if (wasBest) m_headers.recomputeBestHeader();
    return stay;
}

Result<const HeaderEntry*, Rejection> ChainState::acceptHeader(const primitives::BlockHeader& header) {
    auto added = addHeader(header);
    if (!added) return fail(added.error());
    return *added;
}

/// One block into the tree and the pending writes; not linked yet.
Result<HeaderEntry*, Rejection> ChainState::admit(const BlockRef& block, const BlockHash& hash) {
    if (auto work = consensus::checkHeader(block->header, hash, m_params); !work) return fail(work.error());
    // As in Core, a body that is wrong by itself is refused for that, whatever is known of its header, and
    // leaves no header behind. One that came before is marked, so that nobody is asked for its body again.
    if (const auto body = consensus::checkBlock(*block, m_params); !body) {
        HeaderEntry* known = m_headers.findForUpdate(hash);
        if (known != nullptr && !known->isInvalid() && !consensus::isMutation(body.error().reason))
            markInvalid(*known);
        return fail(body.error());
    }
    auto header = addHeader(block->header);
    if (!header || (*header)->hasBody()) return header;
    HeaderEntry& entry = **header;
    const consensus::BlockContext context = m_headers.contextAfter(*entry.parent);
    if (auto fits = consensus::checkBlockInContext(*block, context, m_params); !fits) {
        if (!consensus::isMutation(fits.error().reason)) markInvalid(entry);
        return fail(fits.error());
    }
    m_pending.addBody(entry, block);
    m_pending.setStatus(entry, BlockStatus::Stored);
    return &entry;
}

/// The blocks that waited for `parent`, and for them in turn; gives the best linked block, `best` included.
const HeaderEntry* ChainState::admitWaiting(HeaderEntry& parent, const HeaderEntry* best) {
    std::vector<BlockHash> parents{parent.hash()};
    for (std::size_t i = 0; i < parents.size(); ++i) {
        for (const BlockRef& block : m_waiting.takeChildren(parents[i])) {
            const BlockHash hash = block->header.hash();
            const HeaderEntry* known = m_headers.find(hash);
            if (known != nullptr && (known->hasBody() || known->isInvalid())) continue;
            const auto admitted = admit(block, hash);
            if (!admitted) {
                util::logWarning("chain", "waiting block " + hash.toHex() +
                                              " refused: " + consensus::describe(admitted.error()));
                continue;
            }
            best = link(**admitted, best);
            parents.push_back(hash);
        }
    }
    return best;
}

Result<ChainState::Taken, StoreError> ChainState::takeBlock(const BlockRef& block) {
    const BlockHash hash = block->header.hash();
    const HeaderEntry* known = m_headers.find(hash);
    if (known == &m_headers.genesis()) return Taken{BlockOutcome::Known, known}; // it needs no work
    const bool isKnown = known != nullptr && known->hasBody();
    const auto admitted = admit(block, hash);
    if (admitted && isKnown) return Taken{BlockOutcome::Known, known};
    if (!admitted && admitted.error().reason == Reject::PreviousUnknown) {
        m_waiting.add(block, hash);
        return Taken{BlockOutcome::Waiting, nullptr};
    }
    if (!admitted) return Taken{fail(admitted.error()), nullptr};
    const HeaderEntry* before = m_tip;
    const HeaderEntry* best = link(**admitted, m_isRolledBack ? bestCandidate() : m_tip);
    best = admitWaiting(**admitted, best);
    if (auto activated = activate(best); !activated) return fail(activated.error());
    if (m_tip != before) return Taken{BlockOutcome::NewTip, *admitted};
    return Taken{(*admitted)->isHeld ? BlockOutcome::Held : BlockOutcome::SideChain, *admitted};
}

/// Afterwards all of them are checked, scripts too.
Result<std::vector<ChainState::Taken>, StoreError> ChainState::takeBlocks(std::span<const BlockRef> blocks) {
    m_failures.clear();
    m_brakeFrom = m_tip;
    std::vector<Taken> out;
    const auto failed = [this](const StoreError& error) {
        rollBack();
        return fail(error);
    };
    for (const BlockRef& block : blocks) {
        auto taken = takeBlock(block);
        if (!taken) return failed(taken.error());
        out.push_back(*std::move(taken));
        if (m_running) continue; // while scripts run, the next connect will do it
        if (auto written = makeRoom(); !written) return fail(written.error());
    }
    if (auto settled = settleScripts(); !settled) return failed(settled.error());
    if (auto written = flushIfDue(); !written) return fail(written.error());
    return out;
}

Result<BlockOutcome, Rejection> ChainState::outcomeOf(const Taken& taken) const {
    if (taken.entry == nullptr || !taken.entry->isInvalid()) return taken.outcome;
    for (const Failure& failure : m_failures) {
        if (taken.entry->ancestor(failure.entry->height()) == failure.entry) return fail(failure.rejection);
    }
    return fail(Rejection{Reject::BadPrevious, {}});
}

Result<BlockAccepted, BlockError> ChainState::acceptBlock(const BlockRef& block) {
    const auto taken = takeBlocks({&block, 1});
    if (!taken) return fail(taken.error());
    const auto outcome = outcomeOf(taken->front());
    if (!outcome) return fail(outcome.error());
    const bool isInTree = *outcome == BlockOutcome::NewTip || *outcome == BlockOutcome::SideChain ||
                          *outcome == BlockOutcome::Held;
    if (!isInTree || m_change.isEmpty()) return BlockAccepted{*outcome, {}};
    return BlockAccepted{BlockOutcome::NewTip, takeChange()};
}

Result<BlocksAccepted, StoreError> ChainState::acceptBlocks(std::span<const BlockRef> blocks) {
    const auto taken = takeBlocks(blocks);
    if (!taken) return fail(taken.error());
    BlocksAccepted out;
    for (const Taken& one : *taken)
        out.each.push_back(outcomeOf(one));
    out.change = takeChange();
    return out;
}

ChainChange ChainState::takeChange() {
    m_changeBytes = 0;
    return std::exchange(m_change, {});
}

Result<void, Rejection> ChainState::testBlock(const primitives::Block& block) {
    if (block.header.previous != m_tip->hash()) return fail(Rejection{Reject::PreviousUnknown, {}});
    if (auto body = consensus::checkBlock(block, m_params); !body) return body;
    const consensus::BlockContext context = nextContext();
    auto header = consensus::checkHeaderInContext(block.header, context, m_clock.now(), m_params);
    if (!header) return header;
    if (auto fits = consensus::checkBlockInContext(block, context, m_params); !fits) return fits;
    const auto plan = m_connector.check(block, *m_tip);
    if (plan && !m_options.checkScripts) return {};
    if (plan) return BlockConnector::finishScripts(*m_connector.startScripts(block, *plan->undo));
    if (const auto* rejection = std::get_if<Rejection>(&plan.error())) return fail(*rejection);
    const StoreError& error = std::get<StoreError>(plan.error());
    util::logError("chain", "a block could not be tested: " + error.what);
    return fail(Rejection{Reject::MissingOrSpent, error.what});
}

Result<void, StoreError> ChainState::flush() {
    require(m_storedTip != nullptr && !m_running); // loaded; all that is written is checked
    ChainBatch batch = m_pending.batch();
    if (m_storedTip != m_tip) {
        batch.bestFrom = HeaderTree::fork(m_storedTip, m_tip)->height() + 1;
        for (auto height = static_cast<std::size_t>(batch.bestFrom); height < m_best.size(); ++height) {
            batch.best.push_back(m_best[height]->hash());
        }
    }
    batch.coins = m_coins.changes();
    if (auto committed = commit(batch); !committed) return committed;
    m_coins.markStored();
    m_storedTip = m_tip;
    m_unsettledBytes = 0;
    return {};
}

Result<void, StoreError> ChainState::commit(const ChainBatch& batch) {
    if (batch.isEmpty()) {
        m_pending.markStored();
        return {};
    }
    if (auto committed = m_blocks.commit(batch); !committed) {
        rollBack();
        return committed;
    }
    m_pending.markStored();
    return {};
}

/// Writes what waits but the tip and its coins, which stay those of the last flush.
Result<void, StoreError> ChainState::writeBodies() {
    require(m_storedTip != nullptr && !m_running);
    const std::int64_t bytes = m_pending.bytes();
    if (auto committed = commit(m_pending.batch()); !committed) return committed;
    m_unsettledBytes += bytes;
    return {};
}

/// Writes when what waits fills its memory.
Result<void, StoreError> ChainState::makeRoom() {
    if (m_coins.isFull() || m_unsettledBytes + m_pending.bytes() >= m_options.maxUnsettledBytes)
        return flush();
    if (m_pending.bytes() < m_options.maxPendingBytes) return {};
    // What was left of the stored chain may be marked invalid: that is not written without the new tip.
    const bool isAbove =
        m_tip->height() >= m_storedTip->height() && m_tip->ancestor(m_storedTip->height()) == m_storedTip;
    return isAbove ? writeBodies() : flush();
}

Result<void, StoreError> ChainState::flushIfDue() {
    return m_options.flushEveryChange ? flush() : makeRoom();
}

Result<void, StoreError> ChainState::setFlushEveryChange(bool enabled) {
    m_options.flushEveryChange = enabled;
    if (enabled) return flush();
    return {};
}

/// Back to what the store has; the way there is told by the next change.
void ChainState::rollBack() {
    m_running.reset();
    const HeaderEntry* target = m_storedTip;
    const HeaderEntry* fork = HeaderTree::fork(m_tip, target);
    for (const HeaderEntry* entry = m_tip; entry != fork; entry = entry->parent) {
        recordDisconnected({m_pending.body(entry->hash()), entry->hash(), entry->height()});
    }
    for (std::int32_t height = fork->height() + 1; height <= target->height(); ++height) {
        const HeaderEntry* entry = target->ancestor(height);
        recordConnected({nullptr, entry->hash(), height, nullptr, entry->facts.fees});
    }
    m_pending.revert();
    m_coins.discardChanges();
    setTip(*target);
    relink();
    m_headers.recomputeBestHeader();
    m_isRolledBack = true;
}

/// Finds anew which blocks can be connected; those that could before keep their place.
void ChainState::relink() {
    for (HeaderEntry* entry : m_headers.inOrderOfArrival()) {
        const bool hasBody = entry->hasBody() || entry->facts.transactionCount > 0;
        entry->linked = hasBody && (entry->parent == nullptr || entry->parent->linked);
        if (entry->linked && entry->linkOrder == 0) entry->linkOrder = ++m_linkCount;
    }
}

void ChainState::setTip(const HeaderEntry& tip) {
    m_tip = &tip;
    m_best.resize(static_cast<std::size_t>(tip.height()) + 1);
    for (const HeaderEntry* entry = &tip; entry != nullptr; entry = entry->parent) {
        const HeaderEntry*& place = m_best[static_cast<std::size_t>(entry->height())];
        if (place == entry) break;
        place = entry;
    }
}

const HeaderEntry* ChainState::at(std::int32_t height) const {
    if (height < 0 || height >= static_cast<std::int32_t>(m_best.size())) return nullptr;
    return m_best[static_cast<std::size_t>(height)];
}

Result<std::optional<consensus::Coin>, StoreError> ChainState::coin(const primitives::OutPoint& outpoint) {
    const auto found = m_coins.find(outpoint);
    if (!found) return fail(found.error());
    if (*found == nullptr) return std::nullopt;
    return **found;
}

Result<BlockRef, StoreError> ChainState::readBlock(const BlockHash& hash) {
    if (BlockRef pending = m_pending.body(hash)) return pending;
    return m_blocks.readBlock(hash);
}

std::vector<ChainTip> ChainState::tips() const {
    std::vector<const HeaderEntry*> ends = m_headers.leaves();
    if (std::find(ends.begin(), ends.end(), m_tip) == ends.end()) ends.push_back(m_tip);
    std::stable_sort(ends.begin(), ends.end(), [this](const HeaderEntry* a, const HeaderEntry* b) {
        return a->height() != b->height() ? a->height() > b->height() : a == m_tip && b != m_tip;
    });
    std::vector<ChainTip> out;
    for (const HeaderEntry* entry : ends) {
        const char* status = "headers-only";
        if (entry == m_tip)
            status = "active";
        else if (entry->isInvalid())
            status = "invalid";
        else if (entry->record.status == BlockStatus::Connected)
            status = "valid-fork";
        else if (entry->linked)
            status = "valid-headers";
        const std::int32_t branchLength = entry->height() - HeaderTree::fork(entry, m_tip)->height();
        out.push_back({entry->height(), entry->hash(), branchLength, status});
    }
    return out;
}

std::vector<BlockHash> ChainState::missingBodies(std::size_t count) const {
    constexpr std::int32_t kStep = 512;
    std::vector<BlockHash> out;
    const HeaderEntry* best = m_headers.bestHeader();
    std::int32_t height = HeaderTree::fork(m_tip, best)->height();
    std::vector<const HeaderEntry*> part;
    while (height < best->height() && out.size() < count) {
        const std::int32_t end = std::min(height + kStep, best->height());
        part.clear();
        for (const HeaderEntry* entry = best->ancestor(end); entry->height() > height;
             entry = entry->parent) {
            part.push_back(entry);
        }
        for (auto entry = part.rbegin(); entry != part.rend() && out.size() < count; ++entry) {
            if (!(*entry)->hasBody()) out.push_back((*entry)->hash());
        }
        height = end;
    }
    return out;
}

} // namespace chain
