#include "net/SyncManager.h"

#include "chain/Locator.h"
#include "net/PeerProtocol.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace net {

namespace {

constexpr int kLowWorkHeaders = 20'000;       ///< of one peer, on branches that do not beat our tip
constexpr std::size_t kMaxWantedIds = 20'000; ///< transaction ids asked for or waiting to be
constexpr std::int64_t kTxRetryMs = 20'000;
constexpr std::int64_t kTxWaitMs = 10'000; ///< for blocks, since they were last asked for
constexpr std::int64_t kAnnounceGapMs = 100;

struct InFlight {
    Order order;
    std::int64_t sinceMs = 0;
};

struct Peer {
    Hello hello;
    primitives::BlockHash best; ///< highest header of its chain that is in our tree; null: none
    std::vector<InFlight> inFlight;
    std::vector<primitives::WtxId> wanted; ///< ids it has and we lack
    std::vector<primitives::WtxId> unannounced;
    int lowWorkHeaders = 0;
    int blockRequests = 0;
    bool headersAsked = false;
    bool onLeftBranch = false; ///< what it told last builds on a block that was told to be invalid here
};

/// A transaction id under request.
struct WantedTx {
    PeerId asked = 0;
    std::int64_t sinceMs = 0;
};

void append(chain::ChainChange& sum, chain::ChainChange more) {
    for (auto& block : more.disconnected) {
        if (!sum.connected.empty() && sum.connected.back().hash == block.hash)
            sum.connected.pop_back();
        else
            sum.disconnected.push_back(std::move(block));
    }
    std::ranges::move(more.connected, std::back_inserter(sum.connected));
}

} // namespace

struct SyncManager::Impl {
    Impl(chain::ChainState& chainState, chain::Mempool& pool, Options given)
        : chain(chainState), mempool(pool), options(given) {}

    Peer* find(PeerId id) {
        const auto found = peers.find(id);
        return found == peers.end() ? nullptr : &found->second;
    }
    void ask(PeerId id, Peer& peer, Order order, std::int64_t nowMs) {
        peer.inFlight.push_back({order, nowMs});
        if (order.kind != Order::Kind::Transactions) transactionsWaitUntilMs = nowMs + kTxWaitMs;
        orders.emplace_back(AskPeer{id, std::move(order)});
    }
    void drop(PeerId id, Misbehaviour reason, const QString& detail) {
        orders.emplace_back(DropPeer{id, reason, detail});
    }

    void askHeaders(PeerId id, Peer& peer, const chain::HeaderEntry& from, std::int64_t nowMs);
    void askBlocks(std::int64_t nowMs);
    void askTransactions(std::int64_t nowMs);
    bool takeHeaders(PeerId id, Peer& peer, const std::vector<primitives::BlockHeader>& headers, bool asked,
                     std::int64_t nowMs);
    void takeBlocks(PeerId id, const std::vector<primitives::BlockRef>& blocks, Delivered& result);
    bool finishOrder(Peer& peer, Order::Kind kind, const std::vector<primitives::BlockHash>& hashes);
    void forgetOrder(Peer& peer, std::size_t index);
    void noteTip(Peer& peer, const chain::HeaderEntry& entry);
    [[nodiscard]] const chain::HeaderEntry* bestOf(const Peer& peer) const {
        return peer.best.isNull() ? nullptr : chain.headers().find(peer.best);
    }
    /// Refused only because it, or a block below it, was told to be invalid here.
    [[nodiscard]] bool isLeftByHand(const primitives::BlockHeader& header) const {
        const chain::HeaderEntry* known = chain.headers().find(header.hash());
        if (known == nullptr) known = chain.headers().find(header.previous);
        return known != nullptr && known->isLeftByHand();
    }
    void announceTip(std::int64_t nowMs);
    void announceIds();
    [[nodiscard]] bool isInFlight(const primitives::BlockHash& hash) const {
        return blocksInFlight.contains(hash);
    }
    [[nodiscard]] PeerState stateOf(const Peer& peer) const;

    chain::ChainState& chain;
    chain::Mempool& mempool;
    Options options;
    std::map<PeerId, Peer> peers;
    std::vector<SyncOrder> orders;
    std::unordered_map<primitives::BlockHash, PeerId> blocksInFlight;
    std::unordered_map<primitives::WtxId, WantedTx> wantedTxs;
    std::int64_t transactionsWaitUntilMs = 0;
    std::int64_t lastAnnounceMs = -kAnnounceGapMs;
    bool announceDue = false;
};

SyncManager::SyncManager(chain::ChainState& chain, chain::Mempool& mempool, Options options)
    : m_impl(std::make_unique<Impl>(chain, mempool, options)) {}

SyncManager::~SyncManager() = default;

// --- headers

void SyncManager::Impl::askHeaders(PeerId id, Peer& peer, const chain::HeaderEntry& from,
                                   std::int64_t nowMs) {
    if (peer.headersAsked || peer.lowWorkHeaders > kLowWorkHeaders) return;
    peer.headersAsked = true;
    Order order;
    order.kind = Order::Kind::Headers;
    order.hashes = chain::locatorFrom(from);
    ask(id, peer, std::move(order), nowMs);
}

void SyncManager::Impl::noteTip(Peer& peer, const chain::HeaderEntry& entry) {
    const chain::HeaderEntry* best = bestOf(peer);
    if (best == nullptr || entry.chainWork >= best->chainWork) peer.best = entry.hash();
    if (entry.chainWork < peer.hello.chainWork) return;
    peer.hello.chainWork = entry.chainWork;
    peer.hello.height = entry.height();
    peer.hello.tip = entry.hash();
}

/// Adds headers to the tree. False when the peer was dropped for them.
bool SyncManager::Impl::takeHeaders(PeerId id, Peer& peer,
                                    const std::vector<primitives::BlockHeader>& headers, bool asked,
                                    std::int64_t nowMs) {
    const chain::HeaderEntry* last = nullptr;
    for (const auto& header : headers) {
        const auto entry = chain.acceptHeader(header);
        if (entry) {
            last = *entry;
            peer.onLeftBranch = false;
            if (last->chainWork <= chain.tip().chainWork) ++peer.lowWorkHeaders;
            continue;
        }
        const consensus::Rejection& rejection = entry.error();
        if (rejection.reason == consensus::Reject::PreviousUnknown && last == nullptr) {
            if (!asked)
                askHeaders(id, peer, *chain.headers().bestHeader(), nowMs); // it knows more than it told
            else
                drop(id, Misbehaviour::HeadersDoNotConnect,
                     QStringLiteral("Its headers do not follow ours."));
            return !asked;
        }
        if (rejection.reason == consensus::Reject::TimeTooNew) break; // a clock is wrong, perhaps ours
        if (isLeftByHand(header)) {
            peer.onLeftBranch = true; // its good right: nothing of it breaks a rule
            break;
        }
        drop(id, Misbehaviour::InvalidHeader,
             QStringLiteral("It sent a header that is not valid: %1.")
                 .arg(QString::fromStdString(consensus::toString(rejection))));
        return false;
    }
    if (last != nullptr) noteTip(peer, *last);
    if (last != nullptr && asked && headers.size() == std::size_t(kMaxHeaders))
        askHeaders(id, peer, *last, nowMs);
    return true;
}

// --- bodies

void SyncManager::Impl::askBlocks(std::int64_t nowMs) {
    const bool anyRoom = std::ranges::any_of(peers, [&](const auto& item) {
        return !item.second.best.isNull() && item.second.blockRequests < options.requestsPerPeer;
    });
    if (!anyRoom) return;
    const auto missing = chain.missingBodies(std::size_t(options.window));
    std::map<PeerId, Order> batches;
    for (const auto& hash : missing) {
        if (isInFlight(hash)) continue;
        const chain::HeaderEntry* entry = chain.headers().find(hash);
        if (entry == nullptr) continue;
        Peer* chosen = nullptr;
        PeerId chosenId = 0;
        for (auto& [id, peer] : peers) {
            const chain::HeaderEntry* best = bestOf(peer);
            const bool has = best != nullptr && best->ancestor(entry->height()) == entry;
            const auto batch = batches.find(id);
            const bool room = batch != batches.end()
                                  ? batch->second.hashes.size() < std::size_t(options.blocksPerRequest)
                                  : peer.blockRequests < options.requestsPerPeer;
            if (!has || !room) continue;
            if (chosen == nullptr || peer.blockRequests < chosen->blockRequests) {
                chosen = &peer;
                chosenId = id;
            }
        }
        if (chosen == nullptr) continue; // nobody has it, or nobody has room
        Order& order = batches[chosenId];
        order.kind = Order::Kind::Blocks;
        order.hashes.push_back(hash);
        blocksInFlight[hash] = chosenId;
    }
    for (auto& [id, order] : batches) {
        ++peers[id].blockRequests;
        ask(id, peers[id], std::move(order), nowMs);
    }
}

void SyncManager::Impl::takeBlocks(PeerId id, const std::vector<primitives::BlockRef>& blocks,
                                   Delivered& result) {
    for (const auto& block : blocks) {
        const auto hash = block->header.hash();
        const auto flight = blocksInFlight.find(hash);
        if (flight == blocksInFlight.end() || flight->second != id) continue; // not asked for
        blocksInFlight.erase(flight);
        auto accepted = chain.acceptBlock(block);
        if (accepted) {
            append(result.chainChange, std::move(accepted->change));
            continue;
        }
        if (const auto* disk = std::get_if<chain::StoreError>(&accepted.error())) {
            result.storeError = *disk;
            return;
        }
        if (isLeftByHand(block->header)) continue; // since it was asked for
        const auto& rejection = std::get<consensus::Rejection>(accepted.error());
        drop(id,
             consensus::isMutation(rejection.reason) ? Misbehaviour::MalformedMessage
                                                     : Misbehaviour::InvalidBlock,
             QStringLiteral("It sent a block that is not valid: %1.")
                 .arg(QString::fromStdString(consensus::toString(rejection))));
        return;
    }
}

/// Takes the order off the peer; false when it was not asked.
bool SyncManager::Impl::finishOrder(Peer& peer, Order::Kind kind,
                                    const std::vector<primitives::BlockHash>& hashes) {
    for (std::size_t i = 0; i < peer.inFlight.size(); ++i) {
        const Order& order = peer.inFlight[i].order;
        if (order.kind != kind) continue;
        const bool fits = kind != Order::Kind::Blocks || hashes.empty() ||
                          std::ranges::find(order.hashes, hashes.front()) != order.hashes.end();
        if (!fits) continue;
        if (kind == Order::Kind::Headers) peer.headersAsked = false;
        if (kind == Order::Kind::Blocks) --peer.blockRequests;
        // What the answer leaves out may be asked of another; the blocks in it are still expected below.
        if (kind == Order::Kind::Blocks) {
            for (const auto& hash : order.hashes) {
                if (std::ranges::find(hashes, hash) == hashes.end()) blocksInFlight.erase(hash);
            }
            if (hashes.empty()) peer.best = {}; // it does not have what it claims
        }
        peer.inFlight.erase(peer.inFlight.begin() + std::ptrdiff_t(i));
        return true;
    }
    return false;
}

void SyncManager::Impl::forgetOrder(Peer& peer, std::size_t index) {
    const Order order = peer.inFlight[index].order;
    peer.inFlight.erase(peer.inFlight.begin() + std::ptrdiff_t(index));
    if (order.kind == Order::Kind::Headers) peer.headersAsked = false;
    if (order.kind == Order::Kind::Blocks) --peer.blockRequests;
    for (const auto& hash : order.hashes) {
        if (order.kind == Order::Kind::Blocks) blocksInFlight.erase(hash);
    }
    for (const auto& wtxid : order.wtxids)
        wantedTxs.erase(wtxid);
}

// --- transactions

void SyncManager::Impl::askTransactions(std::int64_t nowMs) {
    // What they spend may be in the blocks that are on their way: they would be refused, and not asked for
    // again. A peer that stalls does not hold them up for long.
    const bool asksHeaders =
        std::ranges::any_of(peers, [](const auto& item) { return item.second.headersAsked; });
    if ((asksHeaders || !blocksInFlight.empty()) && nowMs < transactionsWaitUntilMs) return;
    for (auto& [id, peer] : peers) {
        Order order;
        order.kind = Order::Kind::Transactions;
        std::vector<primitives::WtxId> later;
        for (const auto& wtxid : peer.wanted) {
            if (mempool.findByWtxid(wtxid) != nullptr) continue;
            const auto wanted = wantedTxs.find(wtxid);
            if (wanted != wantedTxs.end() && nowMs - wanted->second.sinceMs < kTxRetryMs) {
                later.push_back(wtxid); // another was asked first
                continue;
            }
            if (order.wtxids.size() == std::size_t(kMaxIdsPerRequest) || wantedTxs.size() >= kMaxWantedIds) {
                later.push_back(wtxid);
                continue;
            }
            wantedTxs[wtxid] = {id, nowMs};
            order.wtxids.push_back(wtxid);
        }
        peer.wanted = std::move(later);
        if (!order.wtxids.empty()) ask(id, peer, std::move(order), nowMs);
    }
}

void SyncManager::Impl::announceIds() {
    for (auto& [id, peer] : peers) {
        while (!peer.unannounced.empty()) {
            Announcement news;
            const std::size_t count =
                std::min<std::size_t>(peer.unannounced.size(), std::size_t(kMaxAnnouncedIds));
            news.wtxids.assign(peer.unannounced.begin(), peer.unannounced.begin() + std::ptrdiff_t(count));
            peer.unannounced.erase(peer.unannounced.begin(),
                                   peer.unannounced.begin() + std::ptrdiff_t(count));
            orders.emplace_back(AnnouncePeer{id, std::move(news)});
        }
    }
}

// --- our own news

void SyncManager::Impl::announceTip(std::int64_t nowMs) {
    announceDue = false;
    lastAnnounceMs = nowMs;
    for (auto& [id, peer] : peers) {
        const chain::HeaderEntry* best = bestOf(peer);
        const chain::HeaderEntry* fork =
            best != nullptr ? chain::HeaderTree::fork(best, &chain.tip()) : nullptr;
        Announcement news;
        // From what it has up to our tip; the tip alone tells one that has it that we have it too.
        for (const chain::HeaderEntry* entry = &chain.tip(); entry->parent != nullptr;
             entry = entry->parent) {
            if (entry == fork && !news.headers.empty()) break;
            news.headers.push_back(entry->record.header);
            if (news.headers.size() == std::size_t(kMaxAnnouncedHeaders) || entry == fork) break;
        }
        std::ranges::reverse(news.headers);
        if (!news.isEmpty()) orders.emplace_back(AnnouncePeer{id, std::move(news)});
    }
}

PeerState SyncManager::Impl::stateOf(const Peer& peer) const {
    if (peer.hello.tip == chain.tip().hash()) return PeerState::InStep;
    if (peer.onLeftBranch) return PeerState::OtherBranch;
    if (peer.hello.chainWork > chain.tip().chainWork) return PeerState::CatchingUp;
    const chain::HeaderEntry* entry = chain.headers().find(peer.hello.tip);
    if (entry != nullptr && chain.isInBestChain(*entry)) return PeerState::Behind;
    return PeerState::OtherBranch;
}

// --- events

void SyncManager::peerReady(PeerId id, const Hello& hello, std::int64_t nowMs) {
    const bool known = m_impl->peers.contains(id);
    Peer& peer = m_impl->peers[id];
    peer.hello = hello;
    if (const auto* entry = m_impl->chain.headers().find(hello.tip)) peer.best = entry->hash();
    if (hello.chainWork > m_impl->chain.tip().chainWork) {
        m_impl->askHeaders(id, peer, *m_impl->chain.headers().bestHeader(), nowMs);
    }
    if (!known) {
        for (const auto* entry : m_impl->mempool.entries()) {
            if (m_impl->mempool.worthPerKvB(*entry) >= hello.feeFilter)
                peer.unannounced.push_back(entry->transaction->wtxid());
        }
        m_impl->announceDue = true;
    }
    m_impl->askBlocks(nowMs);
}

void SyncManager::peerGone(PeerId id) {
    Peer* peer = m_impl->find(id);
    if (peer == nullptr) return;
    while (!peer->inFlight.empty())
        m_impl->forgetOrder(*peer, 0);
    m_impl->peers.erase(id);
}

void SyncManager::announced(PeerId id, const Announcement& news, std::int64_t nowMs) {
    Peer* peer = m_impl->find(id);
    if (peer == nullptr) return;
    if (!news.headers.empty() && !m_impl->takeHeaders(id, *peer, news.headers, false, nowMs)) return;
    if (!news.headers.empty()) {
        // What it says last is its tip now, even when that has less work than before (it was reset).
        if (const auto* entry = m_impl->chain.headers().find(news.headers.back().hash())) {
            peer->hello.tip = entry->hash();
            peer->hello.height = entry->height();
            peer->hello.chainWork = entry->chainWork;
            peer->best = entry->hash();
        }
    }
    for (const auto& wtxid : news.wtxids) {
        if (peer->wanted.size() < std::size_t(kMaxAnnouncedIds) * 5) peer->wanted.push_back(wtxid);
    }
    m_impl->askBlocks(nowMs);
    m_impl->askTransactions(nowMs);
}

SyncManager::Delivered SyncManager::delivered(PeerId id, Delivery delivery, std::int64_t nowMs) {
    Delivered result;
    Peer* peer = m_impl->find(id);
    if (peer == nullptr) return result;
    std::vector<primitives::BlockHash> hashes;
    for (const auto& block : delivery.blocks)
        hashes.push_back(block->header.hash());
    if (!m_impl->finishOrder(*peer, delivery.kind, hashes)) return result; // nobody asked
    switch (delivery.kind) {
    case Order::Kind::Headers:
        m_impl->takeHeaders(id, *peer, delivery.headers, true, nowMs);
        break;
    case Order::Kind::Blocks:
        m_impl->takeBlocks(id, delivery.blocks, result);
        break;
    case Order::Kind::Transactions:
        for (const auto& transaction : delivery.transactions) {
            const auto wanted = m_impl->wantedTxs.find(transaction->wtxid());
            if (wanted == m_impl->wantedTxs.end() || wanted->second.asked != id) continue;
            result.transactions.push_back(transaction);
        }
        break;
    }
    m_impl->askBlocks(nowMs);
    m_impl->askTransactions(nowMs);
    return result;
}

void SyncManager::orderFailed(PeerId id, const Order& order, std::int64_t nowMs) {
    Peer* peer = m_impl->find(id);
    if (peer == nullptr) return;
    const auto found =
        std::ranges::find_if(peer->inFlight, [&](const InFlight& item) { return item.order == order; });
    if (found != peer->inFlight.end())
        m_impl->forgetOrder(*peer, std::size_t(found - peer->inFlight.begin()));
    if (order.kind == Order::Kind::Blocks) peer->best = {}; // until it says hello or announces again
    m_impl->askBlocks(nowMs);
    m_impl->askTransactions(nowMs);
}

void SyncManager::tipChanged(std::int64_t nowMs) {
    if (nowMs - m_impl->lastAnnounceMs < kAnnounceGapMs)
        m_impl->announceDue = true;
    else
        m_impl->announceTip(nowMs);
}

void SyncManager::transactionAdded(const primitives::WtxId& wtxid, PeerId from) {
    m_impl->wantedTxs.erase(wtxid);
    const auto* entry = m_impl->mempool.findByWtxid(wtxid);
    for (auto& [id, peer] : m_impl->peers) {
        if (id == from || (entry != nullptr && m_impl->mempool.worthPerKvB(*entry) < peer.hello.feeFilter))
            continue;
        peer.unannounced.push_back(wtxid);
    }
}

void SyncManager::tick(std::int64_t nowMs) {
    for (auto& [id, peer] : m_impl->peers) {
        for (std::size_t i = 0; i < peer.inFlight.size();) {
            if (nowMs - peer.inFlight[i].sinceMs < m_impl->options.requestTimeoutMs * 2)
                ++i;
            else
                m_impl->forgetOrder(peer, i);
        }
    }
    std::erase_if(m_impl->wantedTxs,
                  [&](const auto& item) { return nowMs - item.second.sinceMs > 3 * kTxRetryMs; });
    if (m_impl->announceDue) m_impl->announceTip(nowMs);
    m_impl->askBlocks(nowMs);
    m_impl->askTransactions(nowMs);
}

void SyncManager::askEveryone(std::int64_t nowMs) {
    for (auto& [id, peer] : m_impl->peers)
        m_impl->askHeaders(id, peer, m_impl->chain.tip(), nowMs);
}

bool SyncManager::isIdle() const {
    for (const auto& [id, peer] : m_impl->peers) {
        if (!peer.inFlight.empty()) return false;
    }
    return m_impl->blocksInFlight.empty();
}

std::vector<SyncOrder> SyncManager::takeOrders() {
    m_impl->announceIds();
    return std::exchange(m_impl->orders, {});
}

SyncProgress SyncManager::progress() const {
    SyncProgress out;
    out.bestHeaderHeight = m_impl->chain.headers().bestHeader()->height();
    out.blocksInFlight = std::int32_t(m_impl->blocksInFlight.size());
    out.downloading = !m_impl->blocksInFlight.empty();
    return out;
}

std::optional<SyncPeerInfo> SyncManager::infoOf(PeerId id) const {
    const Peer* peer = m_impl->find(id);
    if (peer == nullptr) return std::nullopt;
    std::int32_t inFlight = 0;
    for (const auto& item : peer->inFlight)
        inFlight += std::int32_t(item.order.hashes.size()) * (item.order.kind == Order::Kind::Blocks ? 1 : 0);
    return SyncPeerInfo{m_impl->stateOf(*peer), peer->hello.height, peer->hello.tip, peer->hello.chainWork,
                        inFlight};
}

} // namespace net
