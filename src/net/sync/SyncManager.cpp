#include "net/sync/SyncManager.h"

#include "net/sync/BlockDownload.h"
#include "net/sync/HeaderSync.h"

#include <algorithm>
#include <unordered_map>

namespace net {

using consensus::Reject;
using consensus::Rejection;
using primitives::BlockHash;
using primitives::BlockRef;

namespace {

constexpr std::int32_t kMostAhead = 288; ///< of the tip, for a block that nobody asked for
constexpr std::int64_t kBehindMs = std::int64_t{20} * 60'000; ///< a dialled peer's chain may stay behind ours
constexpr std::int64_t kLastAnswerMs = std::int64_t{2} * 60'000;
constexpr std::int64_t kBulkMs = 10'000;         ///< without a body, a peer's blocks hold up nothing else
constexpr std::int64_t kTellsNothingMs = 20'000; ///< without an answer to what it has
constexpr std::size_t kMostSources = 4'096;
constexpr std::size_t kEntryCost = 64; ///< of a place in a hash table, about

} // namespace

struct SyncManager::Impl {
    Impl(chain::ChainState& chain, Intake& taken, PeerOutbox& out, const util::Clock& clock, Options options,
         std::uint64_t seed)
        : context{chain, out, clock, options, {}}, intake(taken), ledger(context),
          headers(context, ledger, seed), download(context), lastTip(&chain.tip()) {}

    void work();
    void takeBodies(PeerId id, std::span<const BlockRef> blocks);
    [[nodiscard]] bool isWanted(const chain::HeaderEntry& entry) const;
    void judge(PeerId id, const BlockRef& block, const Rejection& rejection, BlockDownload::Coming coming);
    void noteSource(const BlockHash& hash, PeerId id);
    void leaveInvalidBranches();
    void watch(PeerId id, SyncPeer& peer);

    SyncContext context;
    Intake& intake;
    HeaderLedger ledger;
    HeaderSync headers;
    BlockDownload download;
    const chain::HeaderEntry* lastTip;
    int depth = 0; ///< of calls that give blocks to the chain: they come back by chainChanged()
    /// Who gave bodies that were stored and not connected yet.
    std::unordered_map<BlockHash, PeerId> sources;
    std::deque<BlockHash> sourceOrder;
};

SyncManager::SyncManager(chain::ChainState& chain, Intake& intake, PeerOutbox& out, const util::Clock& clock,
                         Options options, std::uint64_t seed)
    : m_impl(std::make_unique<Impl>(chain, intake, out, clock, options, seed)) {}

SyncManager::~SyncManager() = default;

/// Whatever may be asked for now.
void SyncManager::Impl::work() {
    if (depth > 0) return; // the call that runs does it at its end
    headers.goOn();
    headers.askWhoIsDue();
    if (!intake.isClosed()) download.fetch();
}

// --- bodies

/// A block that nobody asked for.   Source: Bitcoin Core, AcceptBlock.
bool SyncManager::Impl::isWanted(const chain::HeaderEntry& entry) const {
    const chain::HeaderEntry& tip = context.chain.tip();
    return entry.chainWork >= tip.chainWork && entry.height() <= tip.height() + kMostAhead;
}

void SyncManager::Impl::takeBodies(PeerId id, std::span<const BlockRef> blocks) {
    std::vector<BlockRef> taken;
    std::vector<BlockDownload::Coming> coming;
    for (const BlockRef& block : blocks) {
        SyncPeer* peer = context.find(id);
        if (peer == nullptr) return;
        const BlockHash hash = block->header.hash();
        const BlockDownload::Coming how = download.arrived(id, *peer, hash);
        const chain::HeaderEntry* entry = context.chain.headers().find(hash);
        if (how == BlockDownload::Coming::Unasked) {
            entry = headers.takeOne(id, block->header);
            if (entry == nullptr || !isWanted(*entry)) continue;
        }
        if (entry == nullptr || entry->hasBody()) continue;
        taken.push_back(block);
        coming.push_back(how);
    }
    if (taken.empty() || intake.isClosed()) return;
    ++depth;
    const auto results = intake.takeBlocks(taken, id);
    --depth;
    if (!results) return; // the disk failed: the node knows
    if (std::ranges::any_of(*results, [](const auto& each) { return each.has_value(); }))
        context.out.noteGift(id, Gift::Block);
    for (std::size_t i = 0; i < results->size() && i < taken.size(); ++i) {
        const BlockHash hash = taken[i]->header.hash();
        const chain::HeaderEntry* entry = context.chain.headers().find(hash);
        if (entry != nullptr && (entry->hasBody() || entry->isInvalid())) ledger.remove(*entry);
        const auto& result = (*results)[i];
        if (!result)
            judge(id, taken[i], result.error(), coming[i]);
        else if (*result != chain::BlockOutcome::NewTip)
            noteSource(hash, id);
    }
    leaveInvalidBranches();
}

void SyncManager::Impl::noteSource(const BlockHash& hash, PeerId id) {
    if (!sources.try_emplace(hash, id).second) return;
    sourceOrder.push_back(hash);
    if (sourceOrder.size() <= kMostSources) return;
    sources.erase(sourceOrder.front());
    sourceOrder.pop_front();
}

void SyncManager::Impl::judge(PeerId id, const BlockRef& block, const Rejection& rejection,
                              BlockDownload::Coming coming) {
    const bool isCompact = coming == BlockDownload::Coming::Compact;
    if (consensus::isMutation(rejection.reason)) {
        // The hash is innocent: it is asked of others.
        if (!isCompact) headers.drop(id, Misbehaviour::MutatedBlock, rejection);
        return;
    }
    const chain::HeaderEntry* entry = context.chain.headers().find(block->header.hash());
    const bool isOfHeader =
        entry == nullptr || entry->isLeftByHand() || rejection.reason == Reject::TimeTooNew ||
        rejection.reason == Reject::DiskFailed || rejection.reason == Reject::PreviousUnknown;
    if (isOfHeader) {
        headers.judge(id, block->header, rejection);
        return;
    }
    // Condemned since it was asked for: its sender could not know.
    if (rejection.reason == Reject::DuplicateInvalid && coming != BlockDownload::Coming::Unasked) return;
    // Whoever gave the block that breaks the rule answers for it, not who gave one on top of it.
    while (entry != nullptr && entry->record.status == chain::BlockStatus::InvalidAncestor)
        entry = entry->parent;
    PeerId culprit = id;
    if (entry != nullptr && entry->hash() != block->header.hash()) {
        const auto source = sources.find(entry->hash());
        culprit = source == sources.end() ? 0 : source->second;
    }
    if (culprit == 0 || (culprit == id && isCompact)) return;
    headers.drop(culprit, Misbehaviour::InvalidBlock, rejection);
}

/// What is known of peers' chains ends where they became invalid here.
void SyncManager::Impl::leaveInvalidBranches() {
    for (auto& [id, peer] : context.peers) {
        if (peer.best == nullptr || !peer.best->isInvalid()) continue;
        peer.isOnLeftBranch = peer.best->isLeftByHand();
        while (peer.best->isInvalid())
            peer.best = peer.best->parent;
        if (peer.common != nullptr && peer.common->isInvalid()) peer.common = nullptr;
    }
}

// --- events

void SyncManager::connected(PeerId peer, const PeerFacts& facts) {
    SyncPeer& added = m_impl->context.peers[peer];
    added.facts = facts;
    m_impl->work();
}

void SyncManager::gone(PeerId peer) {
    const auto found = m_impl->context.peers.find(peer);
    if (found == m_impl->context.peers.end()) return;
    m_impl->download.release(found->second);
    m_impl->headers.gone(peer);
    m_impl->context.peers.erase(found);
    m_impl->work();
}

void SyncManager::headers(PeerId peer, const std::vector<primitives::BlockHeader>& headers) {
    m_impl->headers.headers(peer, headers);
    m_impl->work();
}

void SyncManager::announced(PeerId peer, std::span<const BlockHash> blocks) {
    m_impl->headers.announced(peer, blocks);
    m_impl->work();
}

void SyncManager::blocks(PeerId peer, std::span<const BlockRef> blocks) {
    m_impl->takeBodies(peer, blocks);
    m_impl->work();
}

void SyncManager::notFound(PeerId peer, std::span<const BlockHash> blocks) {
    SyncPeer* found = m_impl->context.find(peer);
    if (found == nullptr) return;
    for (const BlockHash& hash : blocks)
        m_impl->download.notFound(peer, *found, hash);
    m_impl->work();
}

void SyncManager::chainChanged() {
    const chain::HeaderEntry& tip = m_impl->context.chain.tip();
    const bool isGrown = tip.height() > m_impl->lastTip->height();
    if (isGrown) m_impl->download.connectedBlocks(tip.height() - m_impl->lastTip->height());
    m_impl->lastTip = &tip;
    m_impl->headers.nameWhatIsKnown();
    m_impl->leaveInvalidBranches();
    m_impl->work();
}

/// A peer that we dialled and whose chain stays behind ours is asked once more and then let go.
/// Source: Bitcoin Core, ConsiderEviction.
void SyncManager::Impl::watch(PeerId id, SyncPeer& peer) {
    const std::int64_t now = context.clock.steadyMs();
    const consensus::Uint256 work = peer.best == nullptr ? consensus::Uint256() : peer.best->chainWork;
    const bool isLevel = work >= context.chain.tip().chainWork;
    if (isLevel || peer.behindSinceMs < 0 || work > peer.behindWork) {
        peer.behindSinceMs = isLevel ? -1 : now;
        peer.behindWork = work;
        peer.wasWarned = false;
        return;
    }
    const std::int64_t behind = now - peer.behindSinceMs;
    if (!peer.wasWarned && behind >= kBehindMs) {
        peer.wasWarned = true;
        peer.askedMs.reset();
        headers.ask(id, peer);
    } else if (peer.wasWarned && behind >= kBehindMs + kLastAnswerMs) {
        headers.drop(id, Misbehaviour::NothingToGive);
    }
}

void SyncManager::tick() {
    m_impl->headers.tick();
    m_impl->download.lookAfter();
    for (const PeerId id : m_impl->download.stalled()) {
        m_impl->download.doubleStallTime();
        m_impl->headers.drop(id, Misbehaviour::Stalls);
    }
    for (auto& [id, peer] : m_impl->context.peers) {
        if (!peer.isDropped && !peer.facts.dialledIn) m_impl->watch(id, peer);
    }
    m_impl->work();
}

// --- compact blocks

void SyncManager::givesCompact(PeerId peer) {
    if (SyncPeer* found = m_impl->context.find(peer)) found->givesCompact = true;
}

SyncManager::HeaderUse SyncManager::takeHeader(PeerId peer, const primitives::BlockHeader& header) {
    const chain::HeaderEntry* entry = m_impl->headers.takeOne(peer, header);
    if (entry == nullptr) return HeaderUse::Refused;
    if (entry->hasBody()) return HeaderUse::Known;
    return m_impl->download.isComingCompact(*entry) ? HeaderUse::InFlight : HeaderUse::Wanted;
}

bool SyncManager::isComingFrom(PeerId peer, const BlockHash& block) const {
    const SyncPeer* found = m_impl->context.find(peer);
    const chain::HeaderEntry* entry = m_impl->context.chain.headers().find(block);
    return found != nullptr && entry != nullptr &&
           std::ranges::find(found->inFlight, entry) != found->inFlight.end();
}

void SyncManager::expect(PeerId peer, const BlockHash& block) {
    SyncPeer* found = m_impl->context.find(peer);
    const chain::HeaderEntry* entry = m_impl->context.chain.headers().find(block);
    if (found != nullptr && entry != nullptr && !entry->hasBody())
        m_impl->download.expect(peer, *found, *entry);
}

void SyncManager::fetchWhole(PeerId peer, const BlockHash& block) {
    SyncPeer* found = m_impl->context.find(peer);
    const chain::HeaderEntry* entry = m_impl->context.chain.headers().find(block);
    if (found != nullptr && entry != nullptr && !entry->hasBody())
        m_impl->download.askWhole(peer, *found, *entry);
}

// --- what is known

PeerSync SyncManager::of(PeerId peer) const {
    PeerSync out;
    const SyncPeer* found = m_impl->context.find(peer);
    if (found == nullptr) return out;
    const chain::ChainState& chain = m_impl->context.chain;
    out.best = found->best;
    if (found->best != nullptr) out.common = chain::HeaderTree::fork(found->best, &chain.tip());
    out.blocksInFlight = static_cast<std::int32_t>(found->inFlight.size());
    for (const chain::HeaderEntry* entry : found->inFlight)
        out.inFlightHeights.push_back(entry->height());
    std::ranges::sort(out.inFlightHeights);
    out.clockDiffers = found->clockDiffers;
    out.isHeld = found->best != nullptr && found->best->isHeld;
    out.isOnLeftBranch = found->isOnLeftBranch;
    const bool isLong =
        found->askedMs && m_impl->context.clock.steadyMs() - *found->askedMs >= kTellsNothingMs;
    out.tellsNothing = found->best == nullptr && !found->presync && (found->isMute || isLong);
    if (found->presync) out.presyncHeight = found->presync->height();
    return out;
}

void SyncManager::noteHas(PeerId peer, const chain::HeaderEntry& entry) {
    SyncPeer* found = m_impl->context.find(peer);
    if (found != nullptr && !entry.isInvalid()) SyncContext::noteBest(*found, entry);
}

SyncProgress SyncManager::progress() const {
    SyncProgress out;
    const std::int64_t now = m_impl->context.clock.steadyMs();
    const chain::HeaderEntry& tip = m_impl->context.chain.tip();
    out.targetHeight = tip.height();
    const chain::HeaderEntry* target = nullptr;
    for (const auto& [id, peer] : m_impl->context.peers) {
        if (peer.isDropped || peer.inFlight.empty()) continue;
        out.blocksInFlight += static_cast<std::int32_t>(peer.inFlight.size());
        if (peer.isLate || now - peer.progressMs >= kBulkMs) continue;
        out.isFetching = true;
        if (peer.best != nullptr && (target == nullptr || peer.best->chainWork > target->chainWork))
            target = peer.best;
    }
    if (target != nullptr) out.targetHeight = std::max(target->height(), tip.height());
    return out;
}

bool SyncManager::isIdle() const {
    return m_impl->download.count() == 0 && std::ranges::none_of(m_impl->context.peers, [](const auto& item) {
               const SyncPeer& peer = item.second;
               return !peer.isDropped && (peer.askedMs || peer.wantsMore || !peer.ready.empty());
           });
}

void SyncManager::askEveryone() {
    for (auto& [id, peer] : m_impl->context.peers) {
        if (!peer.isDropped) m_impl->headers.ask(id, peer);
    }
}

bool SyncManager::isInitialSync() const {
    return m_impl->headers.isInitialSync();
}

std::size_t SyncManager::rememberedBytes() const {
    std::size_t out = m_impl->ledger.size() * (sizeof(chain::HeaderEntry) + kEntryCost) +
                      m_impl->sources.size() * (sizeof(BlockHash) + kEntryCost);
    for (const auto& [id, peer] : m_impl->context.peers) {
        out += peer.ready.size() * sizeof(primitives::BlockHeader) +
               (peer.lacks.size() + peer.givenUp.size()) * (sizeof(BlockHash) + kEntryCost);
        if (peer.presync) out += peer.presync->memoryBytes();
    }
    return out;
}

} // namespace net
