#include "net/sync/HeaderSync.h"

#include "chain/Locator.h"
#include "consensus/Target.h"

#include <algorithm>

namespace net {

using consensus::Reject;
using consensus::Rejection;
using primitives::BlockHash;

namespace {

constexpr std::int64_t kLeaderMs = 5'000;  ///< without an answer, another is asked too
constexpr std::int64_t kSilenceMs = 2'000; ///< then who told of a block is asked again …
constexpr int kMostAskedAnew = 3;          ///< … so often
constexpr std::int64_t kClockRetryMs = 60'000;
constexpr std::int64_t kPresyncRetryMs = 600'000;
constexpr std::int64_t kInitialSyncSeconds = std::int64_t{24} * 3600;

} // namespace

bool HeaderSync::isInitialSync() const {
    m_isInitialSync = m_isInitialSync &&
                      m_context.chain.tip().record.header.time < m_context.clock.now() - kInitialSyncSeconds;
    return m_isInitialSync;
}

consensus::Uint256 HeaderSync::lowWork() const {
    const chain::HeaderEntry& tip = m_context.chain.tip();
    const consensus::Uint256 slack =
        consensus::workOf(tip.record.scheduledBits) *
        consensus::Uint256(static_cast<std::uint64_t>(m_context.options.lowWorkBlocks));
    return slack < tip.chainWork ? tip.chainWork - slack : consensus::Uint256();
}

void HeaderSync::drop(PeerId id, Misbehaviour reason, std::optional<Rejection> rejection) {
    SyncPeer* peer = m_context.find(id);
    if (peer == nullptr) return;
    peer->isDropped = true;
    m_context.out.drop(id, reason, std::move(rejection));
    gone(id);
}

void HeaderSync::gone(PeerId id) {
    leaderIsDone(id);
    m_ledger.gone(id);
}

void HeaderSync::leaderIsDone(PeerId id) {
    if (id == m_leader) m_isLeaderDone = true;
}

// --- asking

/// The best block that it probably has, or that its chain leads to: our tip, what is known of it, or headers
/// that are on their way in from another on top of these.
const chain::HeaderEntry& HeaderSync::whereToAsk(const SyncPeer& peer) const {
    const chain::HeaderEntry* from = &m_context.chain.tip();
    if (peer.best != nullptr && peer.best->chainWork > from->chainWork) from = peer.best;
    const chain::HeaderEntry* best = m_context.chain.headers().bestHeader();
    if (best->ancestor(from->height()) == from) from = best;
    return *from;
}

void HeaderSync::ask(PeerId id, SyncPeer& peer) {
    const chain::HeaderEntry& from = whereToAsk(peer);
    // From the block below, so that even who has nothing newer answers with a header: what he has is known
    // then.
    askFrom(id, peer, chain::locatorFrom(from.parent != nullptr ? *from.parent : from));
}

void HeaderSync::askForNews(PeerId id, SyncPeer& peer) {
    askFrom(id, peer, chain::locatorFrom(whereToAsk(peer)));
}

void HeaderSync::askFrom(PeerId id, SyncPeer& peer, std::vector<BlockHash> locator) {
    peer.wasAsked = true;
    if (peer.askedMs || peer.isDropped) return;
    peer.askedMs = m_context.clock.steadyMs();
    peer.wantsMore = false;
    wire::GetHeaders message;
    message.locator = std::move(locator);
    m_context.out.send(id, std::move(message));
}

void HeaderSync::askWhoIsDue() {
    const bool isOneAtATime = isInitialSync() && !m_isLeaderDone;
    if (isOneAtATime && m_leader != 0) {
        const SyncPeer* leader = m_context.find(m_leader);
        const bool isLate = leader != nullptr && leader->askedMs &&
                            m_context.clock.steadyMs() - *leader->askedMs >= kLeaderMs;
        if (leader != nullptr && !isLate) return;
    }
    // Who was dialled goes first: a stranger cannot choose to be the one.
    for (const bool dialledIn : {false, true}) {
        for (auto& [id, peer] : m_context.peers) {
            if (peer.isDropped || peer.wasAsked || peer.facts.dialledIn != dialledIn) continue;
            ask(id, peer);
            if (!isOneAtATime) continue;
            m_leader = id;
            return;
        }
    }
}

void HeaderSync::goOn() {
    const std::int64_t now = m_context.clock.steadyMs();
    for (auto& [id, peer] : m_context.peers) {
        if (peer.isDropped) continue;
        if (!peer.ready.empty()) {
            const std::vector<primitives::BlockHeader> ready(peer.ready.begin(), peer.ready.end());
            peer.ready.clear();
            keep(id, peer, ready);
            if (peer.isDropped || !peer.ready.empty()) continue;
            if (peer.presync)
                askFrom(id, peer, peer.presync->locator());
            else
                peer.provenWork = {};
        }
        if (!peer.wantsMore || peer.askedMs || now < peer.askAgainMs) continue;
        if (m_ledger.roomFor(id) <
                std::min<std::size_t>(wire::kMaxHeaders, m_context.options.maxHeadersAheadPerPeer / 2) &&
            m_ledger.of(id) > 0) {
            if (m_ledger.roomFor(id) == 0) m_ledger.sweep(id);
            continue;
        }
        if (peer.best != nullptr)
            askFrom(id, peer, chain::locatorFrom(*peer.best));
        else
            ask(id, peer);
    }
}

void HeaderSync::tick() {
    const std::int64_t now = m_context.clock.steadyMs();
    std::vector<PeerId> silent;
    for (auto& [id, peer] : m_context.peers) {
        if (peer.isDropped || !peer.askedMs) continue;
        // A program that had nothing to tell when it was asked may never answer; it has told of a block
        // since.
        const bool hasNews =
            !peer.unknown.isNull() && m_context.chain.headers().find(peer.unknown) == nullptr;
        if (hasNews && peer.best == nullptr && peer.askedAnew < kMostAskedAnew &&
            now - *peer.askedMs >= kSilenceMs) {
            ++peer.askedAnew;
            peer.askedMs.reset();
            ask(id, peer);
            continue;
        }
        if (now - *peer.askedMs < m_context.options.headersTimeoutMs) continue;
        peer.askedMs.reset();
        peer.presync.reset();
        peer.provenWork = {};
        peer.ready.clear();
        peer.isMute = true;
        leaderIsDone(id);
        if (isInitialSync() && peer.best == nullptr && m_context.peers.size() > 1) silent.push_back(id);
    }
    for (const PeerId id : silent)
        drop(id, Misbehaviour::NoAnswer);
    m_ledger.tick();
    goOn();
    askWhoIsDue();
}

// --- what comes

void HeaderSync::announced(PeerId id, std::span<const BlockHash> blocks) {
    SyncPeer* peer = m_context.find(id);
    if (peer == nullptr) return;
    for (const BlockHash& hash : blocks) {
        const chain::HeaderEntry* entry = m_context.chain.headers().find(hash);
        if (entry != nullptr) {
            if (!entry->isInvalid()) SyncContext::noteBest(*peer, *entry);
            continue;
        }
        peer->unknown = hash;
    }
    if (blocks.empty() || m_context.chain.headers().find(blocks.back()) != nullptr) return;
    // During the first sync one more peer is asked for each new block, not everybody.
    const bool isOneAtATime = isInitialSync() && !m_isLeaderDone && !peer->wasAsked;
    if (isOneAtATime && m_lastAnnounced == blocks.back()) return;
    if (isOneAtATime) m_lastAnnounced = blocks.back();
    askForNews(id, *peer);
}

/// Each follows the one before and has the work that it claims. Otherwise its sender is dropped.
bool HeaderSync::areSound(PeerId id, Headers headers) {
    BlockHash before;
    for (std::size_t i = 0; i < headers.size(); ++i) {
        if (i > 0 && headers[i].previous != before) {
            drop(id, Misbehaviour::HeadersDoNotConnect);
            return false;
        }
        before = headers[i].hash();
        if (i == 0 && before == m_context.chain.params().genesisHash) continue; // it needs no work
        if (auto work = consensus::checkHeader(headers[i], before, m_context.chain.params()); !work) {
            drop(id, Misbehaviour::InvalidHeader, work.error());
            return false;
        }
    }
    return true;
}

void HeaderSync::headers(PeerId id, const std::vector<primitives::BlockHeader>& list) {
    SyncPeer* peer = m_context.find(id);
    if (peer == nullptr) return;
    peer->isMute = false;
    if (list.empty()) {
        nothingMore(id, *peer);
        return;
    }
    const Headers headers(list);
    // What nobody asked for and nothing has room for is not even hashed.
    if (!peer->askedMs && headers.size() > 1 && m_ledger.roomFor(id) == 0) {
        peer->wantsMore = true;
        return;
    }
    if (!areSound(id, headers)) return;
    const bool isFull = headers.size() == wire::kMaxHeaders;
    if (peer->presync && headers.front().previous == peer->presync->position()) {
        peer->askedMs.reset();
        takePresync(id, *peer, headers, isFull);
        return;
    }
    const chain::HeaderTree& tree = m_context.chain.headers();
    const bool isKnown = tree.find(headers.front().hash()) != nullptr;
    if (!isKnown && tree.find(headers.front().previous) == nullptr) {
        unconnected(id, *peer, headers);
        return;
    }
    peer->askedMs.reset();
    std::size_t known = 0;
    const chain::HeaderEntry* last = tree.find(headers.front().previous);
    for (; known < headers.size(); ++known) {
        const chain::HeaderEntry* entry = tree.find(headers[known].hash());
        if (entry == nullptr || entry->isInvalid()) break;
        last = entry;
    }
    if (last != nullptr && !last->isInvalid()) SyncContext::noteBest(*peer, *last);
    const Headers rest = headers.subspan(known);
    if (!rest.empty() && last != nullptr && isLow(*last, rest)) {
        if (isFull)
            startPresync(id, *peer, *last, rest);
        else
            leaderIsDone(id);
        return;
    }
    if (keep(id, *peer, rest)) followed(id, *peer, isFull);
}

/// It answered that it has nothing that follows.
void HeaderSync::nothingMore(PeerId id, SyncPeer& peer) {
    const bool wasAsked = peer.askedMs.has_value();
    peer.askedMs.reset();
    peer.presync.reset();
    peer.provenWork = {};
    peer.wantsMore = false;
    leaderIsDone(id);
    if (!wasAsked || peer.best != nullptr) return;
    // All it has is in the locator, at a height between two of its steps at most. Its claim tells where to
    // look; what it has is known when it answers. Without a claim it is known to have genesis.
    const chain::HeaderEntry* at = m_context.chain.at(peer.facts.startHeight);
    if (!std::exchange(peer.isHintUsed, true) && at != nullptr && at->parent != nullptr)
        askFrom(id, peer, chain::locatorFrom(*at->parent));
    else
        SyncContext::noteBest(peer, m_context.chain.headers().genesis());
}

void HeaderSync::unconnected(PeerId id, SyncPeer& peer, Headers headers) {
    askForNews(id, peer);
    peer.unknown = headers.back().hash();
}

void HeaderSync::nameWhatIsKnown(SyncPeer& peer) const {
    if (peer.unknown.isNull()) return;
    const chain::HeaderEntry* named = m_context.chain.headers().find(peer.unknown);
    if (named != nullptr && !named->isInvalid()) SyncContext::noteBest(peer, *named);
}

void HeaderSync::nameWhatIsKnown() {
    for (auto& [id, peer] : m_context.peers)
        nameWhatIsKnown(peer);
}

/// A header was taken, or all were known: whether to ask on.
void HeaderSync::followed(PeerId id, SyncPeer& peer, bool isFull) {
    nameWhatIsKnown(peer);
    if (!isFull) {
        leaderIsDone(id);
        return;
    }
    peer.wantsMore = true;
    goOn();
}

bool HeaderSync::keep(PeerId id, SyncPeer& peer, Headers headers) {
    for (std::size_t i = 0; i < headers.size(); ++i) {
        const bool isKnown = m_context.chain.headers().find(headers[i].hash()) != nullptr;
        if (!isKnown && m_ledger.roomFor(id) == 0) {
            if (peer.provenWork > consensus::Uint256())
                peer.ready.assign(headers.begin() + static_cast<std::ptrdiff_t>(i), headers.end());
            else
                peer.wantsMore = true;
            leaderIsDone(id);
            return false;
        }
        const auto entry = m_context.chain.acceptHeader(headers[i]);
        if (!entry) {
            leaderIsDone(id);
            judge(id, headers[i], entry.error());
            return false;
        }
        if (!isKnown) m_ledger.add(id, **entry);
        SyncContext::noteBest(peer, **entry);
        peer.clockDiffers = false;
        peer.isOnLeftBranch = false;
    }
    return true;
}

const chain::HeaderEntry* HeaderSync::takeOne(PeerId id, const primitives::BlockHeader& header) {
    SyncPeer* peer = m_context.find(id);
    if (peer == nullptr) return nullptr;
    const chain::HeaderTree& tree = m_context.chain.headers();
    if (const chain::HeaderEntry* known = tree.find(header.hash()); known != nullptr && !known->isInvalid()) {
        SyncContext::noteBest(*peer, *known);
        return known;
    }
    const chain::HeaderEntry* below = tree.find(header.previous);
    if (below == nullptr) {
        const Headers one(&header, 1);
        if (areSound(id, one)) unconnected(id, *peer, one);
        return nullptr;
    }
    const Headers one(&header, 1);
    if (!areSound(id, one) || (!below->isInvalid() && isLow(*below, one))) return nullptr;
    if (!keep(id, *peer, one)) return nullptr;
    return tree.find(header.hash());
}

void HeaderSync::judge(PeerId id, const primitives::BlockHeader& header, const Rejection& rejection) {
    SyncPeer* peer = m_context.find(id);
    if (peer == nullptr) return;
    const chain::HeaderEntry* known = m_context.chain.headers().find(header.hash());
    if (known == nullptr) known = m_context.chain.headers().find(header.previous);
    if (known != nullptr && known->isLeftByHand()) {
        peer->isOnLeftBranch = true; // its good right: nothing of it breaks a rule
        return;
    }
    switch (rejection.reason) {
    case Reject::TimeTooNew: // a clock is wrong, perhaps ours
        peer->clockDiffers = true;
        peer->wantsMore = true;
        peer->askAgainMs = m_context.clock.steadyMs() + kClockRetryMs;
        return;
    case Reject::PreviousUnknown:
        ask(id, *peer);
        return;
    case Reject::DiskFailed:
        return;
    case Reject::DuplicateInvalid: // whoever dialled in may be on it in good faith; we chose the others
        if (!peer->facts.dialledIn) drop(id, Misbehaviour::InvalidHeader, rejection);
        return;
    default:
        drop(id, Misbehaviour::InvalidHeader, rejection);
    }
}

// --- headers of little work

bool HeaderSync::isLow(const chain::HeaderEntry& below, Headers headers) const {
    consensus::Uint256 work = below.chainWork;
    for (const primitives::BlockHeader& header : headers)
        work += consensus::workOf(header.bits);
    return work < lowWork();
}

void HeaderSync::startPresync(PeerId id, SyncPeer& peer, const chain::HeaderEntry& start, Headers headers) {
    leaderIsDone(id);
    const std::int64_t now = m_context.clock.steadyMs();
    if (peer.presync || now < peer.presyncAfterMs) return;
    peer.presyncAfterMs = now + kPresyncRetryMs;
    // As much work as our own chain: less is not fetched anyhow.
    peer.presync = std::make_unique<HeadersPresync>(
        start, m_context.chain.params(), m_context.chain.tip().chainWork, m_context.clock.now(), now,
        m_seed ^ (++m_presyncs * 0x9e3779b97f4a7c15ULL), HeadersPresync::Options());
    takePresync(id, peer, headers, true);
}

void HeaderSync::takePresync(PeerId id, SyncPeer& peer, Headers headers, bool isFull) {
    using Outcome = HeadersPresync::Outcome;
    HeadersPresync::Step step =
        peer.presync->take(headers, isFull, m_context.clock.now(), m_context.clock.steadyMs());
    peer.provenWork = peer.presync->provenWork();
    const chain::HeaderEntry& start = peer.presync->start();
    if (step.outcome != Outcome::More) peer.presync.reset();
    switch (step.outcome) {
    case Outcome::Broken:
        peer.provenWork = {};
        judge(id, headers.front(), *step.rejection);
        return;
    case Outcome::Differs:
        drop(id, Misbehaviour::LowWorkHeaders);
        return;
    case Outcome::TooLittle:
    case Outcome::TooLong:
        peer.provenWork = {};
        return;
    case Outcome::Done:
        peer.presyncAfterMs = 0;
        if (isFull) peer.wantsMore = true;
        break;
    case Outcome::More:
        break;
    }
    if (!step.ready.empty() && !keep(id, peer, step.ready)) return;
    if (peer.presync) {
        askFrom(id, peer, peer.presync->locator());
        return;
    }
    peer.provenWork = {};
    static_cast<void>(start);
    goOn();
}

} // namespace net
