#include "net/relay/BlockRelay.h"

#include "net/Dice.h"
#include "net/relay/CompactBlocks.h"
#include "net/sync/ChainServer.h"

#include <algorithm>
#include <map>

namespace net {

using chain::HeaderEntry;
using primitives::BlockHash;
using primitives::BlockRef;

namespace {

constexpr std::uint64_t kCompactVersion = 2; ///< ids of transactions with witness
constexpr std::size_t kMaxUnasked = 3;       ///< peers that send compact blocks unasked
constexpr std::size_t kMaxHeadersTold = 8;   ///< headers; more are named by the tip alone
constexpr std::int32_t kCompactDepth = 5;
constexpr std::int32_t kTransactionsDepth = 10;
constexpr std::int32_t kMaxAhead = 2;   ///< a compact block further above our tip is of no use yet
constexpr std::size_t kMaxAttempts = 3; ///< peers that one block is put together from at a time
constexpr std::size_t kMaxOfPeer = 3;   ///< blocks put together from one peer at a time
constexpr std::int64_t kTellGapMs = 50; ///< several tips within it are told together
constexpr std::int64_t kAttemptMs = 600'000;
constexpr std::int64_t kSilentMs = 2'000; ///< whoever has not asked by then is told our tip unasked
constexpr std::size_t kRecentBlocks = 4;

/// A block that is put together from what one peer sends.
struct Attempt {
    std::optional<PartialBlock> block; ///< nothing: it failed, and the whole one was asked for
    std::int64_t sinceMs = 0;
};

struct BlockPeer {
    PeerFacts facts;
    bool wantsHeaders = false;
    bool wasToldHeaders = false; ///< that we want them
    bool givesCompact = false;
    bool wantsCompact = false;           ///< unasked
    bool knowsTip = false;               ///< it asked for headers or names, or was told unasked
    const HeaderEntry* told = nullptr;   ///< our tip when it was told last
    const HeaderEntry* pushed = nullptr; ///< sent whole, to one that is polled
    std::int64_t toldMs = -kTellGapMs;
    std::int64_t sinceMs = 0; ///< of the link
    std::map<BlockHash, Attempt> attempts;
};

} // namespace

struct BlockRelay::Impl {
    Impl(chain::ChainState& state, chain::Mempool& pool, SyncManager& manager, PeerOutbox& outbox,
         const ExtraTransactions& unused, const util::Clock& time, std::uint64_t seed)
        : chain(state), mempool(pool), sync(manager), out(outbox), extra(unused), clock(time), dice(seed) {}

    BlockPeer* find(PeerId id) {
        const auto found = peers.find(id);
        return found != peers.end() ? &found->second : nullptr;
    }
    BlockRef read(const BlockHash& hash);
    // Telling
    void tell(PeerId id, BlockPeer& peer);
    bool tellHeaders(PeerId id, const BlockPeer& peer, const std::vector<const HeaderEntry*>& fresh);
    void tellTheSilent(PeerId id, BlockPeer& peer);
    void push(PeerId id, BlockPeer& peer, const std::vector<const HeaderEntry*>& fresh);
    void sendCompactTo(PeerId id, const BlockRef& block);
    void askUnasked(PeerId id);
    // Putting together
    [[nodiscard]] bool isUnasked(PeerId id) const { return std::ranges::find(unasked, id) != unasked.end(); }
    [[nodiscard]] std::size_t attemptsAt(const BlockHash& hash) const;
    [[nodiscard]] bool mayAsk(PeerId id, const BlockPeer& peer, const BlockHash& hash,
                              std::size_t underWay) const;
    void start(PeerId id, BlockPeer& peer, const BlockHash& hash, const wire::CompactBlock& message,
               bool isElsewhere);
    void failed(PeerId id, const BlockHash& hash, CompactProblem problem);
    void give(PeerId id, const BlockHash& hash, const BlockRef& block);
    void forgetAttempts();

    chain::ChainState& chain;
    chain::Mempool& mempool;
    SyncManager& sync;
    PeerOutbox& out;
    const ExtraTransactions& extra;
    const util::Clock& clock;
    Dice dice;
    std::map<PeerId, BlockPeer> peers;
    std::vector<PeerId> unasked; ///< send compact blocks unasked; the latest useful last
    PeerId giver = 0;            ///< of `given`
    BlockHash given;             ///< came last
    std::deque<std::pair<BlockHash, BlockRef>> recent;
    BlockHash compactHash; ///< of `compact`
    wire::CompactBlock compact;
};

/// A body of the store; the last ones are kept, for many ask for the same. Null when it is not there.
BlockRef BlockRelay::Impl::read(const BlockHash& hash) {
    const auto known =
        std::ranges::find(recent, hash, [](const auto& item) -> const BlockHash& { return item.first; });
    if (known != recent.end()) return known->second;
    const auto block = chain.readBlock(hash);
    if (!block || *block == nullptr) return nullptr;
    recent.emplace_back(hash, *block);
    if (recent.size() > kRecentBlocks) recent.pop_front();
    return *block;
}

// --- telling

void BlockRelay::Impl::sendCompactTo(PeerId id, const BlockRef& block) {
    const BlockHash hash = block->header.hash();
    if (compactHash != hash) {
        compact = compactOf(*block, dice.next());
        compactHash = hash;
    }
    out.send(id, compact);
}

/// The blocks after what it has, lowest first, as headers or compact; false when they do not connect to it.
bool BlockRelay::Impl::tellHeaders(PeerId id, const BlockPeer& peer,
                                   const std::vector<const HeaderEntry*>& fresh) {
    const HeaderEntry* best = sync.of(id).best;
    const auto has = [best](const HeaderEntry* entry) {
        return best != nullptr && best->ancestor(entry->height()) == entry;
    };
    std::vector<const HeaderEntry*> news;
    std::ranges::copy_if(fresh, std::back_inserter(news), [&](const auto* entry) { return !has(entry); });
    if (news.empty()) return true;
    if (!has(news.front()->parent)) return false;
    if (news.size() == 1 && peer.wantsCompact) {
        if (const BlockRef block = read(news.front()->hash())) {
            sendCompactTo(id, block);
            sync.noteHas(id, *news.back());
            return true;
        }
    }
    if (!peer.wantsHeaders) return false;
    wire::Headers message;
    for (const HeaderEntry* entry : news)
        message.list.push_back(entry->record.header);
    out.send(id, std::move(message));
    sync.noteHas(id, *news.back());
    return true;
}

/// Whoever is polled gets new blocks whole, lowest first, where they continue what it has.
void BlockRelay::Impl::push(PeerId id, BlockPeer& peer, const std::vector<const HeaderEntry*>& fresh) {
    const HeaderEntry* best = sync.of(id).best;
    if (best == nullptr || fresh.size() > kMaxHeadersTold) return;
    const auto has = [best](const HeaderEntry& entry) { return best->ancestor(entry.height()) == &entry; };
    const HeaderEntry* below = fresh.front()->parent;
    if (!has(*below) && peer.pushed != below) return;
    for (const HeaderEntry* entry : fresh) {
        if (has(*entry)) continue;
        const BlockRef block = read(entry->hash());
        if (block == nullptr) return;
        out.send(id, wire::BlockMessage{block});
        peer.pushed = entry;
    }
}

void BlockRelay::Impl::tell(PeerId id, BlockPeer& peer) {
    const HeaderEntry* tip = &chain.tip();
    if (peer.told == tip) return;
    const HeaderEntry* common = peer.told != nullptr ? chain::HeaderTree::fork(peer.told, tip) : tip->parent;
    peer.told = tip;
    peer.toldMs = clock.steadyMs();
    if (common == tip) return; // the tip went back: nothing new
    const HeaderEntry* best = sync.of(id).best;
    if (best != nullptr && best->ancestor(tip->height()) == tip) return;
    std::vector<const HeaderEntry*> fresh;
    for (const HeaderEntry* entry = tip; entry != common && fresh.size() <= kMaxHeadersTold;
         entry = entry->parent)
        fresh.insert(fresh.begin(), entry);
    if (peer.facts.isPolled) {
        push(id, peer, fresh);
        return;
    }
    const bool asHeaders = peer.wantsHeaders || (peer.wantsCompact && fresh.size() == 1);
    if (asHeaders && fresh.size() <= kMaxHeadersTold && tellHeaders(id, peer, fresh)) return;
    out.send(id, wire::Inventory{{{wire::ItemKind::Block, tip->hash().bytes()}}});
}

/// Some programs ask only those for blocks that they dialled themselves, and wait to be told by others: what
/// was found before the link stood they would hear of with the next block alone.
void BlockRelay::Impl::tellTheSilent(PeerId id, BlockPeer& peer) {
    if (peer.knowsTip || peer.facts.isPolled || clock.steadyMs() - peer.sinceMs < kSilentMs) return;
    peer.knowsTip = true;
    const HeaderEntry& tip = chain.tip();
    const HeaderEntry* best = sync.of(id).best;
    if (tip.parent == nullptr || (best != nullptr && best->ancestor(tip.height()) == &tip)) return;
    out.send(id, wire::Inventory{{{wire::ItemKind::Block, tip.hash().bytes()}}});
}

/// It brought a new tip: it shall send the next ones unasked, in place of the one that was useful longest
/// ago; the last of those that we dialled keeps its place.
void BlockRelay::Impl::askUnasked(PeerId id) {
    const BlockPeer* peer = find(id);
    if (peer == nullptr || !peer->givesCompact || sync.isInitialSync()) return;
    if (std::erase(unasked, id) != 0) {
        unasked.push_back(id);
        return;
    }
    if (unasked.size() == kMaxUnasked) {
        const auto isDialled = [this](PeerId other) { return !peers.at(other).facts.dialledIn; };
        auto least = unasked.begin();
        if (peer->facts.dialledIn && isDialled(*least) && std::ranges::count_if(unasked, isDialled) == 1)
            ++least;
        out.send(*least, wire::SendCompact{false, kCompactVersion});
        unasked.erase(least);
    }
    unasked.push_back(id);
    out.send(id, wire::SendCompact{true, kCompactVersion});
}

// --- putting together

std::size_t BlockRelay::Impl::attemptsAt(const BlockHash& hash) const {
    return static_cast<std::size_t>(std::ranges::count_if(peers, [&](const auto& item) {
        const auto found = item.second.attempts.find(hash);
        return found != item.second.attempts.end() && found->second.block;
    }));
}

/// Whether another peer is asked for what is missing of a block that is under way: the last place is for one
/// that we dialled.
bool BlockRelay::Impl::mayAsk(PeerId id, const BlockPeer& peer, const BlockHash& hash,
                              std::size_t underWay) const {
    if (underWay == 0) return true;
    if (!isUnasked(id) || underWay >= kMaxAttempts) return false;
    const bool isDialledAsked = std::ranges::any_of(peers, [&](const auto& item) {
        return !item.second.facts.dialledIn && item.second.attempts.contains(hash);
    });
    return !peer.facts.dialledIn || isDialledAsked || underWay + 1 < kMaxAttempts;
}

void BlockRelay::Impl::failed(PeerId id, const BlockHash& hash, CompactProblem problem) {
    if (problem == CompactProblem::Malformed)
        out.drop(id, Misbehaviour::BadCompactBlock);
    else
        sync.fetchWhole(id, hash);
}

void BlockRelay::Impl::give(PeerId id, const BlockHash& hash, const BlockRef& block) {
    for (auto& [other, peer] : peers)
        peer.attempts.erase(hash);
    giver = id;
    given = hash;
    sync.expect(id, hash); // also where the whole one was asked for: its sender need not have checked it
    sync.blocks(id, {&block, 1});
}

/// `isElsewhere`: its body is under way from another peer.
void BlockRelay::Impl::start(PeerId id, BlockPeer& peer, const BlockHash& hash,
                             const wire::CompactBlock& message, bool isElsewhere) {
    Result<PartialBlock, CompactProblem> partial = PartialBlock::from(message);
    if (!partial) {
        if (partial.error() == CompactProblem::Malformed || !isElsewhere) failed(id, hash, partial.error());
        return;
    }
    partial->fill(mempool, extra);
    const std::vector<std::uint32_t> missing = partial->missing();
    if (missing.empty()) {
        const auto block = partial->complete({});
        if (block)
            give(id, hash, *block);
        else if (!isElsewhere)
            failed(id, hash, block.error());
        return;
    }
    const std::size_t underWay = std::max<std::size_t>(attemptsAt(hash), isElsewhere ? 1 : 0);
    if (!mayAsk(id, peer, hash, underWay)) return;
    if (peer.attempts.size() >= kMaxOfPeer) {
        if (!isElsewhere) sync.fetchWhole(id, hash);
        return;
    }
    peer.attempts.insert_or_assign(hash, Attempt{std::move(*partial), clock.steadyMs()});
    out.send(id, wire::GetBlockTransactions{hash, missing});
    if (!isElsewhere) sync.expect(id, hash);
}

/// Those whose block is here, is refused, or was given up.
void BlockRelay::Impl::forgetAttempts() {
    for (auto& [id, peer] : peers) {
        std::erase_if(peer.attempts, [&](const auto& item) {
            const HeaderEntry* entry = chain.headers().find(item.first);
            return entry == nullptr || entry->hasBody() || entry->isInvalid() ||
                   clock.steadyMs() - item.second.sinceMs > kAttemptMs;
        });
    }
}

// --- events

BlockRelay::BlockRelay(chain::ChainState& chain, chain::Mempool& mempool, SyncManager& sync, PeerOutbox& out,
                       const ExtraTransactions& extra, const util::Clock& clock, std::uint64_t seed)
    : m_impl(std::make_unique<Impl>(chain, mempool, sync, out, extra, clock, seed)) {}

BlockRelay::~BlockRelay() = default;

void BlockRelay::connected(PeerId id, const PeerFacts& facts) {
    BlockPeer& peer = m_impl->peers[id];
    peer.facts = facts;
    peer.told = &m_impl->chain.tip();
    peer.sinceMs = m_impl->clock.steadyMs();
    if (!facts.isPolled && facts.protocol >= wire::kCompactProtocol)
        m_impl->out.send(id, wire::SendCompact{false, kCompactVersion});
}

void BlockRelay::gone(PeerId id) {
    m_impl->peers.erase(id);
    std::erase(m_impl->unasked, id);
}

void BlockRelay::wantsHeaders(PeerId id) {
    if (BlockPeer* peer = m_impl->find(id)) peer->wantsHeaders = true;
}

void BlockRelay::asked(PeerId id) {
    if (BlockPeer* peer = m_impl->find(id)) peer->knowsTip = true;
}

void BlockRelay::sendCompact(PeerId id, const wire::SendCompact& message) {
    BlockPeer* peer = m_impl->find(id);
    if (peer == nullptr || message.version != kCompactVersion) return;
    if (!std::exchange(peer->givesCompact, true)) m_impl->sync.givesCompact(id);
    peer->wantsCompact = message.highBandwidth;
}

void BlockRelay::compactBlock(PeerId id, const wire::CompactBlock& message) {
    BlockPeer* peer = m_impl->find(id);
    if (peer == nullptr || !peer->givesCompact) return;
    const BlockHash hash = message.header.hash();
    const bool isAsked = m_impl->sync.isComingFrom(id, hash);
    if (!isAsked && !m_impl->isUnasked(id)) {
        m_impl->sync.announced(id, {&hash, 1}); // no more than a name
        return;
    }
    // Its sender need not have checked it; who builds on it has.
    const HeaderEntry* known = m_impl->chain.headers().find(hash);
    if (known != nullptr && known->record.status == chain::BlockStatus::Invalid) return;
    const SyncManager::HeaderUse use = m_impl->sync.takeHeader(id, message.header);
    if (use != SyncManager::HeaderUse::Wanted && use != SyncManager::HeaderUse::InFlight) return;
    const HeaderEntry* entry = m_impl->chain.headers().find(hash);
    const HeaderEntry& tip = m_impl->chain.tip();
    if (entry == nullptr) return;
    if (const auto attempt = peer->attempts.find(hash);
        attempt != peer->attempts.end() && attempt->second.block)
        return; // it is being put together already
    const bool isInFlight = use == SyncManager::HeaderUse::InFlight;
    const bool isElsewhere = isInFlight && (!isAsked || m_impl->attemptsAt(hash) > 0);
    if (entry->chainWork <= tip.chainWork || entry->height() > tip.height() + kMaxAhead) {
        if (isAsked) m_impl->sync.fetchWhole(id, hash);
        return;
    }
    m_impl->start(id, *peer, hash, message, isElsewhere);
}

void BlockRelay::blockTransactions(PeerId id, const wire::BlockTransactions& message) {
    BlockPeer* peer = m_impl->find(id);
    if (peer == nullptr) return;
    const auto found = peer->attempts.find(message.block);
    if (found == peer->attempts.end()) return; // it came another way meanwhile
    Attempt& attempt = found->second;
    if (!attempt.block) { // a second answer to one question
        m_impl->out.drop(id, Misbehaviour::BadCompactBlock);
        return;
    }
    const auto block = attempt.block->complete(message.transactions);
    attempt.block.reset();
    if (block)
        m_impl->give(id, message.block, *block);
    else
        m_impl->failed(id, message.block, block.error());
}

void BlockRelay::transactionsAsked(PeerId id, const wire::GetBlockTransactions& message) {
    if (message.indexes.empty()) {
        m_impl->out.drop(id, Misbehaviour::BadRequest);
        return;
    }
    const HeaderEntry* entry = m_impl->chain.headers().find(message.block);
    if (entry == nullptr || !entry->hasBody() || !isGiven(m_impl->chain, *entry)) return;
    if (entry->height() + kTransactionsDepth < m_impl->chain.tip().height()) {
        m_impl->out.serve(id, message.block, true);
        return;
    }
    const BlockRef block = m_impl->read(message.block);
    if (block == nullptr) return;
    wire::BlockTransactions answer{message.block, {}};
    for (const std::uint32_t index : message.indexes) {
        if (index >= block->transactions.size()) {
            m_impl->out.drop(id, Misbehaviour::BadRequest);
            return;
        }
        answer.transactions.push_back(block->transactions[index]);
    }
    m_impl->out.send(id, std::move(answer));
}

void BlockRelay::compactAsked(PeerId id, const BlockHash& hash) {
    const HeaderEntry* entry = m_impl->chain.headers().find(hash);
    if (entry == nullptr || !entry->hasBody() || !isGiven(m_impl->chain, *entry)) return;
    const bool isNear = entry->height() + kCompactDepth >= m_impl->chain.tip().height();
    const BlockRef block = isNear ? m_impl->read(hash) : nullptr;
    if (block != nullptr)
        m_impl->sendCompactTo(id, block);
    else
        m_impl->out.serve(id, hash, true);
}

void BlockRelay::comes(PeerId id, std::span<const BlockRef> blocks) {
    if (blocks.empty()) return;
    m_impl->giver = id;
    m_impl->given = blocks.back()->header.hash();
}

void BlockRelay::chainChanged() {
    m_impl->forgetAttempts();
    if (m_impl->giver != 0 && m_impl->given == m_impl->chain.tip().hash())
        m_impl->askUnasked(std::exchange(m_impl->giver, 0));
    const std::int64_t nowMs = m_impl->clock.steadyMs();
    for (auto& [id, peer] : m_impl->peers) {
        if (peer.wantsCompact || nowMs - peer.toldMs >= kTellGapMs) m_impl->tell(id, peer);
    }
}

void BlockRelay::tick() {
    m_impl->forgetAttempts();
    const std::int64_t nowMs = m_impl->clock.steadyMs();
    const bool isInitialSync = m_impl->sync.isInitialSync();
    for (auto& [id, peer] : m_impl->peers) {
        if (nowMs - peer.toldMs >= kTellGapMs) m_impl->tell(id, peer);
        if (!isInitialSync) m_impl->tellTheSilent(id, peer);
        if (isInitialSync || peer.wasToldHeaders || peer.facts.isPolled) continue;
        if (peer.facts.protocol >= wire::kHeadersProtocol) m_impl->out.send(id, wire::SendHeaders{});
        peer.wasToldHeaders = true;
    }
}

CompactState BlockRelay::of(PeerId id) const {
    const BlockPeer* peer = m_impl->find(id);
    if (peer == nullptr) return {};
    return {m_impl->isUnasked(id), peer->wantsCompact, peer->givesCompact, peer->wantsHeaders};
}

std::size_t BlockRelay::rememberedBytes() const {
    std::size_t bytes = 0;
    for (const auto& [id, peer] : m_impl->peers) {
        for (const auto& [hash, attempt] : peer.attempts)
            bytes += attempt.block ? attempt.block->bytes() : 0;
    }
    return bytes;
}

} // namespace net
