#include "node/chain/ChainKeeper.h"

#include "storage/SqliteError.h"
#include "util/Log.h"

namespace node {

namespace {

/// A block whose body is not in the change (very deep reorganisations) tells less.
template <class Item>
BlockNews newsOf(const Item& item) {
    BlockNews news;
    news.height = item.height;
    news.hash = item.hash;
    if (!item.block) return news;
    const chain::BlockFacts facts = chain::factsOf(*item.block);
    news.previous = item.block->header.previous;
    news.time = item.block->header.time;
    news.transactionCount = facts.transactionCount;
    news.sizeBytes = facts.sizeBytes;
    news.weight = facts.weight;
    return news;
}

ChainNews newsOf(const chain::ChainChange& change) {
    ChainNews news;
    for (const auto& item : change.disconnected)
        news.disconnected.push_back(newsOf(item));
    for (const auto& item : change.connected)
        news.connected.push_back(newsOf(item));
    return news;
}

TipChanged tipNewsOf(const chain::ChainChange& change, const chain::HeaderEntry& tip) {
    TipChanged news;
    news.tip = {tip.height(), tip.hash()};
    news.depth = std::int32_t(change.disconnected.size());
    news.connected = std::int32_t(change.connected.size());
    news.forkHeight = change.connected.empty() ? tip.height() : change.connected.front().height - 1;
    news.previousTip =
        change.disconnected.empty()
            ? (change.connected.empty() ? news.tip.hash : change.connected.front().block->header.previous)
            : change.disconnected.front().hash;
    return news;
}

BlockSubmission rejected(const consensus::Rejection& rejection) {
    return {BlockSubmission::Kind::Rejected, QString::fromStdString(consensus::toString(rejection))};
}

BlockSubmission inconclusive() {
    return {BlockSubmission::Kind::SideChain, QStringLiteral("inconclusive")};
}

} // namespace

BlockSubmission ChainKeeper::submit(const primitives::BlockRef& block) {
    using Kind = BlockSubmission::Kind;
    if (m_health.hasFailed())
        return {Kind::StoreFailed, QString::fromLatin1(consensus::reasonOf(consensus::Reject::DiskFailed))};
    const primitives::BlockHash hash = block->header.hash();
    auto accepted = m_chain.acceptBlock(consensus::withReservedValue(block));
    if (accepted) { // who gave the block counts on it from here on, also while an import leaves its own for
                    // later
        if (const auto flushed = m_chain.flush(); !flushed)
            accepted = fail(chain::BlockError(flushed.error()));
    }
    if (accepted) {
        follow(accepted->change);
        return outcomeOf(hash, accepted->outcome);
    }
    if (const auto* disk = std::get_if<chain::StoreError>(&accepted.error())) {
        m_health.fail(*disk);
        return {Kind::StoreFailed, QString::fromLatin1(consensus::reasonOf(consensus::Reject::DiskFailed))};
    }
    m_publisher.publishStatusSoon();
    return refusalOf(hash, std::get<consensus::Rejection>(accepted.error()));
}

BlockSubmission ChainKeeper::outcomeOf(const primitives::BlockHash& hash, chain::BlockOutcome outcome) const {
    using Kind = BlockSubmission::Kind;
    switch (outcome) {
    case chain::BlockOutcome::Known:
        return {Kind::Duplicate, QStringLiteral("duplicate")};
    case chain::BlockOutcome::Waiting:
        return {Kind::Waiting, QString::fromLatin1(consensus::reasonOf(consensus::Reject::PreviousUnknown))};
    case chain::BlockOutcome::NewTip:
    case chain::BlockOutcome::SideChain:
    case chain::BlockOutcome::Held:
        break;
    }
    const chain::HeaderEntry* entry = m_chain.headers().find(hash);
    return entry != nullptr && m_chain.isInBestChain(*entry) ? BlockSubmission{} : inconclusive();
}

BlockSubmission ChainKeeper::refusalOf(const primitives::BlockHash& hash,
                                       const consensus::Rejection& rejection) const {
    util::logInfo("chain", "block " + hash.toHex() + " refused: " + consensus::describe(rejection));
    // Stored, and then a block below it turned out invalid: as Core, nothing is said of this one.
    const chain::HeaderEntry* entry = m_chain.headers().find(hash);
    const bool stored = entry != nullptr && entry->record.status == chain::BlockStatus::InvalidAncestor &&
                        rejection.reason != consensus::Reject::DuplicateInvalid;
    return stored ? inconclusive() : rejected(rejection);
}

BlockSubmission ChainKeeper::propose(const primitives::Block& block) {
    using Kind = BlockSubmission::Kind;
    if (const chain::HeaderEntry* known = m_chain.headers().find(block.header.hash())) {
        if (known->isInvalid()) return rejected({consensus::Reject::DuplicateInvalid, {}});
        if (known->record.status == chain::BlockStatus::Connected)
            return {Kind::Duplicate, QStringLiteral("duplicate")};
        return {Kind::Duplicate, QStringLiteral("duplicate-inconclusive")};
    }
    if (block.header.previous != m_chain.tip().hash())
        return {Kind::SideChain, QStringLiteral("inconclusive-not-best-prevblk")};
    const auto tested = m_chain.testBlock(block);
    return tested ? BlockSubmission{} : rejected(tested.error());
}

Result<void, consensus::Rejection> ChainKeeper::submitHeader(const primitives::BlockHeader& header) {
    const auto taken = m_chain.acceptHeader(header);
    if (!taken) return fail(taken.error());
    m_publisher.publishStatus();
    return {};
}

Result<void, BranchFailure> ChainKeeper::invalidate(const primitives::BlockHash& hash) {
    return judged(m_chain.invalidate(hash));
}

Result<void, BranchFailure> ChainKeeper::reconsider(const primitives::BlockHash& hash) {
    return judged(m_chain.reconsider(hash));
}

Result<void, BranchFailure> ChainKeeper::release(const primitives::BlockHash& tip) {
    const auto held = m_chain.heldBranch();
    if (!held || held->tip->hash() != tip) return fail(BranchFailure::NoSuchBlock);
    return judged(m_chain.release(tip));
}

Result<void, BranchFailure> ChainKeeper::prefer(const primitives::BlockHash& hash) {
    return judged(m_chain.prefer(hash));
}

Result<void, BranchFailure> ChainKeeper::judged(const Result<chain::ChainChange, chain::BlockError>& change) {
    if (change) {
        follow(*change);
        return {};
    }
    const auto* disk = std::get_if<chain::StoreError>(&change.error());
    if (disk == nullptr) return fail(BranchFailure::NoSuchBlock);
    m_health.fail(*disk);
    return fail(BranchFailure::StoreFailed);
}

// --- import

void ChainKeeper::beginImport() {
    m_publisher.setImport(0);
    (void)m_health.check(m_chain.setFlushEveryChange(false));
}

void ChainKeeper::importBatch(const std::vector<primitives::BlockRef>& blocks, double progress,
                              ImportReport& report) {
    m_publisher.setImport(progress);
    if (report.diskProblem || noteFailure(report)) return;
    const auto accepted = m_chain.acceptBlocks(blocks);
    if (!m_health.check(accepted)) return (void)noteFailure(report);
    report.blocksRead += std::int64_t(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto& outcome = accepted->each[i];
        if (outcome) {
            ++report.blocksAccepted;
            if (*outcome == chain::BlockOutcome::Waiting) report.waiting.push_back(blocks[i]->header.hash());
            continue;
        }
        ++report.blocksRejected;
        if (outcome.error().reason == consensus::Reject::TimeTooNew) ++report.blocksEarly;
        const std::string reason = consensus::toString(outcome.error());
        report.lastRejection = QString::fromStdString(reason);
        util::logWarning("import", "block " + blocks[i]->header.hash().toHex() + " refused: " + reason);
    }
    follow(accepted->change);
}

/// What comes after a failure of the disk is not taken, not even when there is space again: its parents are
/// missing.
bool ChainKeeper::noteFailure(ImportReport& report) const {
    if (m_health.hasFailed()) report.diskProblem = m_health.problem();
    return m_health.hasFailed();
}

void ChainKeeper::endImport(ImportReport& report) {
    for (const primitives::BlockHash& hash : report.waiting) {
        if (m_chain.headers().find(hash) != nullptr) continue; // what it builds on came later
        --report.blocksAccepted;
        ++report.blocksParked;
    }
    m_publisher.setImport({});
    if (!m_health.check(m_chain.setFlushEveryChange(true))) (void)noteFailure(report);
    m_index.follow();
    m_publisher.publishStatus();
    // Followers that were woken before the last flush saw an older tip: wake them once more.
    emit m_feed.chainMoved({});
    emit m_feed.tipChanged(tipNewsOf({}, m_chain.tip()));
}

// --- many blocks from peers

void ChainKeeper::setBulk(bool isBulk) {
    m_publisher.setBulk(isBulk);
    if (!m_health.check(m_chain.setFlushEveryChange(!isBulk)) || isBulk) return;
    m_index.follow();
    m_publisher.publishStatus();
    // Followers that were woken before the last flush saw an older tip: wake them once more.
    emit m_feed.tipChanged(tipNewsOf({}, m_chain.tip()));
}

void ChainKeeper::flushBulk() {
    if (!m_health.hasFailed()) (void)m_health.check(m_chain.flush());
}

// --- what follows

void ChainKeeper::follow(const chain::ChainChange& change) {
    if (change.isEmpty()) return m_publisher.publishStatusSoon();
    m_publisher.setTipReceived(m_clock.now());
    const chain::MempoolChange waiting = m_mempool.follow(change);
    m_index.follow();
    m_publisher.publishStatus();
    if (m_feed.hearsOfBlocks()) emit m_feed.chainChanged(newsOf(change));
    m_mempool.tell(waiting, 0);
    emit m_feed.chainMoved(change);
    emit m_feed.tipChanged(tipNewsOf(change, m_chain.tip()));
}

Summary ChainKeeper::summaryAt(const chain::TipInfo& tip,
                               const Result<chain::CoinStatistics, storage::StorageError>& coins) {
    Summary out;
    out.network = QString::fromStdString(m_chain.params().name());
    if (!coins) {
        m_health.fail(storage::toStoreError(coins.error()));
        return out;
    }
    const chain::HeaderEntry* entry = m_chain.headers().find(tip.hash);
    if (entry == nullptr) return out; // the file was made anew under our feet
    out.height = tip.height;
    out.best = tip.hash;
    out.chainWork = entry->chainWork;
    out.coins = *coins;
    for (; entry != nullptr; entry = entry->parent)
        out.transactions += entry->facts.transactionCount;
    return out;
}

} // namespace node
