#include "net/relay/TransactionRelay.h"

#include "net/relay/FeeNews.h"
#include "net/relay/TransactionNews.h"
#include "net/relay/TransactionQueue.h"
#include "net/relay/TransactionRequests.h"
#include "script/OutputType.h"
#include "script/Script.h"

#include <algorithm>
#include <map>

namespace net {

using consensus::Reject;
using primitives::TransactionRef;
using primitives::TxId;
using primitives::WtxId;
using Hash = TransactionRequests::Hash;

namespace {

constexpr std::size_t kRefusedKept = 30'000;
constexpr std::size_t kTooCheapKept = 10'000;
constexpr std::size_t kConfirmedKept = 24'000;
constexpr std::size_t kMaxIdsAsked = 1'000; ///< a message
/// Without a new block, catching up holds transactions up no longer than this: whoever withholds bodies must
/// not stop payments.
constexpr std::int64_t kMaxHoldMs = 10'000;
constexpr std::int64_t kMempoolAnswerMs = 60'000; ///< between two answers to `mempool`
/// Bytes of transactions a peer is sent on request: so many at once, then so many a second.
constexpr double kServedBurst = 8'000'000;
constexpr double kServedPerSecond = 2'000'000;
constexpr std::size_t kMaxAskedWaiting = 5'000;
constexpr std::int64_t kTidyMs = 60'000;
constexpr std::int32_t kFeeFilterProtocol = 70013;

struct RelayPeer {
    RelayPeer(const PeerFacts& given, TransactionNews::Options options, Dice& dice, std::int64_t nowMs)
        : facts(given), news(options, given.wtxidRelay, dice.next(), nowMs), fee(dice.next()) {}

    PeerFacts facts;
    TransactionNews news;
    FeeNews fee;
    std::int64_t feePerKvB = 0;
    std::uint64_t announcedUpTo = 0; ///< arrivals up to here it may ask for; 0: none yet
    std::deque<wire::InventoryItem> asked;
    TokenBucket served{kServedPerSecond, kServedBurst};
    std::int64_t mempoolAnsweredMs = -kMempoolAnswerMs;

    /// Whether it wants to be told of transactions.
    [[nodiscard]] bool isTold() const { return !facts.isPolled && facts.relaysTransactions; }
};

} // namespace

struct TransactionRelay::Impl {
    Impl(chain::ChainState& state, chain::Mempool& pool, Intake& taker, PeerOutbox& outbox,
         ExtraTransactions& unused, const util::Clock& time, Options given, std::uint64_t seed)
        : chain(state), mempool(pool), intake(taker), out(outbox), extra(unused), clock(time), options(given),
          dice(seed), requests({given.maxAnnouncedPerPeer, 50'000, given.retryMs}, dice.next()),
          refused(kRefusedKept, dice.next()), tooCheap(kTooCheapKept, dice.next()),
          confirmed(kConfirmedKept, dice.next()), queue({}) {}

    RelayPeer* find(PeerId id) {
        const auto found = peers.find(id);
        return found != peers.end() ? &found->second : nullptr;
    }
    // What is known
    [[nodiscard]] const chain::MempoolEntry* waiting(const wire::InventoryItem& item) const;
    bool isKnown(const Hash& hash, bool isWtxid, bool tooCheapCounts);
    // Asking
    void offer(PeerId id, RelayPeer& peer, const Hash& hash, bool isWtxid);
    [[nodiscard]] bool isHeld() const;
    void ask();
    void settle(const primitives::Transaction& transaction);
    // Taking
    void check();
    void take(PeerId from, const TransactionRef& transaction);
    void refuse(PeerId from, const TransactionRef& transaction, const consensus::Rejection& rejection);
    void keepOrphan(PeerId from, const TransactionRef& transaction);
    std::optional<std::vector<TxId>> missingParents(const primitives::Transaction& transaction);
    bool mayLackWitness(const primitives::Transaction& transaction);
    // Telling
    void announce(PeerId id, RelayPeer& peer);
    void serve(PeerId id, RelayPeer& peer);
    TransactionRef given(const RelayPeer& peer, const wire::InventoryItem& item);
    void tellFee(PeerId id, RelayPeer& peer);
    void tidy();

    chain::ChainState& chain;
    chain::Mempool& mempool;
    Intake& intake;
    PeerOutbox& out;
    ExtraTransactions& extra;
    const util::Clock& clock;
    Options options;
    Dice dice;
    std::map<PeerId, RelayPeer> peers;
    std::size_t wtxidPeers = 0;
    TransactionRequests requests;
    RecentHashes refused;  ///< wtxids; txids where no witness can help
    RecentHashes tooCheap; ///< wtxids of those that a child may pay for
    RecentHashes confirmed;
    TransactionQueue queue;
    std::uint64_t arrivals = 1;
    std::unordered_map<WtxId, std::uint64_t> arrivalOf; ///< of those that not every peer was told of
    primitives::BlockRef lastBlock;
    std::unordered_map<Hash, TransactionRef, TransactionRequests::HashHash>
        lastTransactions; ///< of that block, by both ids; filled when one is asked for
    bool isCatchingUp = false;
    std::int64_t progressMs = 0; ///< when a block came or went
    std::int64_t tidiedMs = 0;
};

// --- what is known

const chain::MempoolEntry* TransactionRelay::Impl::waiting(const wire::InventoryItem& item) const {
    return item.kind == wire::ItemKind::WtxId ? mempool.findByWtxid(WtxId(item.hash))
                                              : mempool.find(TxId(item.hash));
}

/// Nobody need be asked for it: it waits, was confirmed or refused lately, or is an orphan.
bool TransactionRelay::Impl::isKnown(const Hash& hash, bool isWtxid, bool tooCheapCounts) {
    if (isWtxid ? mempool.findByWtxid(WtxId(hash)) != nullptr : mempool.find(TxId(hash)) != nullptr)
        return true;
    if (confirmed.contains(hash) || refused.contains(hash)) return true;
    if (tooCheapCounts && tooCheap.contains(hash)) return true;
    // By its txid too: without a witness both are one, and with a witness they never meet.
    return mempool.findOrphan(WtxId(hash)) != nullptr;
}

// --- asking

void TransactionRelay::Impl::offer(PeerId id, RelayPeer& peer, const Hash& hash, bool isWtxid) {
    const bool isPreferred = !peer.facts.dialledIn;
    std::int64_t delayMs = isPreferred ? 0 : options.dialledInDelayMs;
    if (!isWtxid && wtxidPeers > 0) delayMs += options.txidDelayMs;
    if (requests.underWay(id) >= options.maxAskedPerPeer) delayMs += options.busyDelayMs;
    requests.announced(id, hash, isWtxid, isPreferred, clock.steadyMs() + delayMs);
}

/// What they spend may be in the blocks that are on their way: they would be refused.
bool TransactionRelay::Impl::isHeld() const {
    if (intake.isClosed()) return true;
    return isCatchingUp && clock.steadyMs() - progressMs < kMaxHoldMs;
}

void TransactionRelay::Impl::ask() {
    if (isHeld()) return;
    for (auto& [id, peer] : peers) {
        std::vector<wire::InventoryItem> wanted = requests.ask(id, clock.steadyMs());
        std::erase_if(wanted, [&](const wire::InventoryItem& item) {
            // It may have come by another name meanwhile.
            const bool known = isKnown(item.hash, item.kind == wire::ItemKind::WtxId, false);
            if (known) requests.settled(item.hash);
            return known;
        });
        for (wire::InventoryItem& item : wanted) {
            const bool isTxid = item.kind == wire::ItemKind::TransactionWithWitness;
            if (isTxid && !peer.facts.givesWitness()) item.kind = wire::ItemKind::Transaction;
        }
        for (std::size_t from = 0; from < wanted.size(); from += kMaxIdsAsked) {
            const auto begin = wanted.begin() + static_cast<std::ptrdiff_t>(from);
            const auto count = std::min(kMaxIdsAsked, wanted.size() - from);
            out.send(id, wire::GetData{{begin, begin + static_cast<std::ptrdiff_t>(count)}});
        }
    }
}

void TransactionRelay::Impl::settle(const primitives::Transaction& transaction) {
    requests.settled(transaction.txid().bytes());
    requests.settled(transaction.wtxid().bytes());
}

// --- taking

/// As much of what came as the time allows.
void TransactionRelay::Impl::check() {
    while (const auto item = queue.next(clock.steadyMs())) {
        const std::int64_t sinceMs = clock.steadyMs();
        take(item->peer, item->transaction);
        queue.took(item->peer, clock.steadyMs() - sinceMs, clock.steadyMs());
        for (const auto& [orphan, origin] : mempool.takeDueOrphans())
            queue.push(origin, orphan);
    }
}

void TransactionRelay::Impl::take(PeerId from, const TransactionRef& transaction) {
    const WtxId& wtxid = transaction->wtxid();
    if (refused.contains(wtxid.view()) || mempool.findByWtxid(wtxid) != nullptr) return; // it came twice
    std::vector<TransactionRef> replaced;                                                // if it is taken
    for (const primitives::TxIn& input : transaction->inputs()) {
        if (const auto* conflict = mempool.spenderOf(input.previous))
            replaced.push_back(conflict->transaction);
    }
    const auto taken = intake.takeTransaction(transaction, from);
    if (!taken) {
        refuse(from, transaction, taken.error());
        return;
    }
    for (const TransactionRef& other : replaced)
        extra.add(other);
    settle(*transaction);
    out.noteGift(from, Gift::Transaction);
}

void TransactionRelay::Impl::refuse(PeerId from, const TransactionRef& transaction,
                                    const consensus::Rejection& rejection) {
    switch (rejection.reason) {
    case Reject::DiskFailed:
    case Reject::AlreadyInMempool:
    case Reject::AlreadyKnown:
        return;
    case Reject::MissingInputs:
        keepOrphan(from, transaction);
        break;
    case Reject::MempoolMinFee:
    case Reject::MinRelayFee:
        tooCheap.add(transaction->wtxid().view());
        requests.settled(transaction->wtxid().bytes());
        break;
    default:
        // Whoever strips a witness must not make us forget the whole one.
        if (mayLackWitness(*transaction)) return;
        refused.add(transaction->wtxid().view());
        requests.settled(transaction->wtxid().bytes());
        if (rejection.reason == Reject::NotStandard && rejection.detail == "bad-txns-nonstandard-inputs") {
            refused.add(transaction->txid().view()); // whatever the witness
            requests.settled(transaction->txid().bytes());
        }
    }
    extra.add(transaction);
}

/// A transaction without witness that spends what needs one: its whole form has the same txid.
bool TransactionRelay::Impl::mayLackWitness(const primitives::Transaction& transaction) {
    if (transaction.hasWitness()) return false;
    const auto needsWitness = [](util::ByteView script) {
        return script::witnessProgramOf(script).has_value();
    };
    return std::ranges::any_of(transaction.inputs(), [&](const primitives::TxIn& input) {
        util::Bytes last; // of what the script pushes: for P2SH, the script it stands for
        script::OperationReader reader(input.scriptSig);
        while (const auto operation = reader.next())
            last.assign(operation->pushed.begin(), operation->pushed.end());
        if (needsWitness(last)) return true;
        if (const auto* parent = mempool.find(input.previous.txid)) {
            const auto& outputs = parent->transaction->outputs();
            return input.previous.index < outputs.size() &&
                   needsWitness(outputs[input.previous.index].scriptPubKey);
        }
        const auto coin = chain.coin(input.previous);
        return coin && *coin && needsWitness((*coin)->output.scriptPubKey);
    });
}

/// The parents that neither wait nor were confirmed lately; nothing when one was refused: then this one
/// cannot be valid either.
std::optional<std::vector<TxId>>
TransactionRelay::Impl::missingParents(const primitives::Transaction& transaction) {
    std::vector<TxId> missing;
    for (const primitives::TxIn& input : transaction.inputs()) {
        const TxId& parent = input.previous.txid;
        if (refused.contains(parent.view())) return std::nullopt;
        if (std::ranges::find(missing, parent) != missing.end()) continue;
        if (!isKnown(parent.bytes(), false, false)) missing.push_back(parent);
    }
    return missing;
}

/// Its parents are asked of those that announced it: they have them.
void TransactionRelay::Impl::keepOrphan(PeerId from, const TransactionRef& transaction) {
    const auto parents = missingParents(*transaction);
    if (!parents) {
        mempool.forgetOrphan(transaction->wtxid());
        refused.add(transaction->txid().view());
        refused.add(transaction->wtxid().view());
        settle(*transaction);
        return;
    }
    std::vector<PeerId> givers{from};
    for (const Hash& hash : {transaction->wtxid().bytes(), transaction->txid().bytes()}) {
        for (const PeerId id : requests.peersOf(hash)) {
            if (std::ranges::find(givers, id) == givers.end()) givers.push_back(id);
        }
    }
    settle(*transaction);
    for (const PeerId id : givers) {
        RelayPeer* peer = find(id);
        if (peer == nullptr) continue;
        static_cast<void>(mempool.addOrphan(transaction, id));           // `accept` may have done it
        if (mempool.findOrphan(transaction->wtxid()) == nullptr) return; // too large
        for (const TxId& parent : *parents)
            offer(id, *peer, parent.bytes(), false);
    }
}

// --- telling

void TransactionRelay::Impl::announce(PeerId id, RelayPeer& peer) {
    if (!peer.news.isDue(clock.steadyMs())) return;
    if (peer.isTold()) {
        std::vector<wire::InventoryItem> batch = peer.news.take(mempool, peer.feePerKvB);
        if (!batch.empty()) out.send(id, wire::Inventory{std::move(batch)});
    }
    peer.announcedUpTo = arrivals;
}

/// What this peer may know of: what it was told or could have been, and the last block's.
TransactionRef TransactionRelay::Impl::given(const RelayPeer& peer, const wire::InventoryItem& item) {
    if (const chain::MempoolEntry* entry = waiting(item)) {
        const auto arrival = arrivalOf.find(entry->transaction->wtxid());
        const std::uint64_t number = arrival != arrivalOf.end() ? arrival->second : 1;
        if (number <= peer.announcedUpTo) return entry->transaction;
    }
    if (lastBlock != nullptr && lastTransactions.empty()) {
        for (const TransactionRef& transaction : lastBlock->transactions) {
            lastTransactions.emplace(transaction->txid().bytes(), transaction);
            lastTransactions.emplace(transaction->wtxid().bytes(), transaction);
        }
    }
    const auto found = lastTransactions.find(item.hash);
    return found != lastTransactions.end() ? found->second : nullptr;
}

void TransactionRelay::Impl::serve(PeerId id, RelayPeer& peer) {
    wire::NotFound missing;
    while (!peer.asked.empty() && !peer.served.isInDebt(clock.steadyMs())) {
        const wire::InventoryItem item = peer.asked.front();
        peer.asked.pop_front();
        if (const TransactionRef transaction = given(peer, item)) {
            peer.served.spend(static_cast<std::int64_t>(transaction->size()), clock.steadyMs());
            out.send(id, wire::TransactionMessage{transaction, item.kind != wire::ItemKind::Transaction});
        } else {
            missing.items.push_back(item);
        }
    }
    if (!missing.items.empty()) out.send(id, std::move(missing));
}

void TransactionRelay::Impl::tellFee(PeerId id, RelayPeer& peer) {
    if (!options.relays || peer.facts.isPolled || peer.facts.protocol < kFeeFilterProtocol) return;
    const auto fee = peer.fee.due(mempool.minFeePerKvB(), mempool.relayFeePerKvB(), clock.steadyMs());
    if (fee) out.send(id, wire::FeeFilter{*fee});
}

/// What every peer was told of needs no number any more.
void TransactionRelay::Impl::tidy() {
    const std::int64_t nowMs = clock.steadyMs();
    if (nowMs - tidiedMs < kTidyMs) return;
    tidiedMs = nowMs;
    std::uint64_t told = arrivals;
    for (const auto& [id, peer] : peers) {
        if (peer.announcedUpTo != 0) told = std::min(told, peer.announcedUpTo);
    }
    std::erase_if(arrivalOf, [&](const auto& item) {
        return item.second <= told || mempool.findByWtxid(item.first) == nullptr;
    });
}

// --- events

TransactionRelay::TransactionRelay(chain::ChainState& chain, chain::Mempool& mempool, Intake& intake,
                                   PeerOutbox& out, ExtraTransactions& extra, const util::Clock& clock,
                                   Options options, std::uint64_t seed)
    : m_impl(std::make_unique<Impl>(chain, mempool, intake, out, extra, clock, options, seed)) {}

TransactionRelay::~TransactionRelay() = default;

void TransactionRelay::connected(PeerId id, const PeerFacts& facts) {
    TransactionNews::Options news;
    news.meanMs = facts.dialledIn ? m_impl->options.batchInMs : m_impl->options.batchOutMs;
    RelayPeer peer(facts, news, m_impl->dice, m_impl->clock.steadyMs());
    if (facts.wtxidRelay) ++m_impl->wtxidPeers;
    if (peer.isTold()) {
        for (const chain::MempoolEntry* entry : m_impl->mempool.entries())
            peer.news.add(*entry->transaction);
    }
    RelayPeer& added = m_impl->peers.emplace(id, std::move(peer)).first->second;
    m_impl->tellFee(id, added);
}

void TransactionRelay::gone(PeerId id) {
    const auto found = m_impl->peers.find(id);
    if (found == m_impl->peers.end()) return;
    if (found->second.facts.wtxidRelay) --m_impl->wtxidPeers;
    m_impl->peers.erase(found);
    m_impl->requests.gone(id);
    m_impl->queue.gone(id);
    m_impl->mempool.forgetOrigin(id);
    m_impl->ask();
}

void TransactionRelay::announced(PeerId id, std::span<const wire::InventoryItem> items) {
    RelayPeer* peer = m_impl->find(id);
    if (peer == nullptr) return;
    if (!m_impl->options.relays) {
        if (!peer->facts.isPolled) m_impl->out.drop(id, Misbehaviour::TooManyMessages);
        return;
    }
    for (const wire::InventoryItem& item : items) {
        const bool isWtxid = item.kind == wire::ItemKind::WtxId;
        if (isWtxid != peer->facts.wtxidRelay) continue; // not as it negotiated
        peer->news.knows(item.hash);
        const TransactionRef orphan = m_impl->mempool.findOrphan(WtxId(item.hash));
        if (isWtxid && orphan != nullptr && m_impl->mempool.addOrphan(orphan, id))
            m_impl->keepOrphan(id, orphan);
        else if (!m_impl->isKnown(item.hash, isWtxid, true))
            m_impl->offer(id, *peer, item.hash, isWtxid);
    }
    m_impl->ask();
}

void TransactionRelay::received(PeerId id, const TransactionRef& transaction) {
    RelayPeer* peer = m_impl->find(id);
    if (peer == nullptr) return;
    if (!m_impl->options.relays) {
        m_impl->out.drop(id, Misbehaviour::TooManyMessages);
        return;
    }
    peer->news.knows(*transaction);
    m_impl->requests.answered(id, transaction->txid().bytes());
    m_impl->requests.answered(id, transaction->wtxid().bytes());
    // A cheap one may come again: its child may be here now.
    const TransactionRef orphan = m_impl->mempool.findOrphan(transaction->wtxid());
    if (orphan != nullptr && m_impl->mempool.addOrphan(orphan, id))
        m_impl->keepOrphan(id, orphan);
    else if (!m_impl->isKnown(transaction->wtxid().bytes(), true, false))
        m_impl->queue.push(id, transaction);
    m_impl->check();
    m_impl->ask();
}

void TransactionRelay::notFound(PeerId id, std::span<const wire::InventoryItem> items) {
    for (const wire::InventoryItem& item : items)
        m_impl->requests.answered(id, item.hash);
    m_impl->ask();
}

void TransactionRelay::asked(PeerId id, std::span<const wire::InventoryItem> items) {
    RelayPeer* peer = m_impl->find(id);
    if (peer == nullptr) return;
    wire::NotFound tooMany;
    for (const wire::InventoryItem& item : items) {
        if (peer->asked.size() >= kMaxAskedWaiting) m_impl->serve(id, *peer);
        if (peer->asked.size() < kMaxAskedWaiting)
            peer->asked.push_back(item);
        else
            tooMany.items.push_back(item);
    }
    m_impl->serve(id, *peer);
    if (!tooMany.items.empty()) m_impl->out.send(id, std::move(tooMany));
}

void TransactionRelay::mempoolAsked(PeerId id) {
    RelayPeer* peer = m_impl->find(id);
    const std::int64_t nowMs = m_impl->clock.steadyMs();
    if (peer == nullptr || nowMs - peer->mempoolAnsweredMs < kMempoolAnswerMs) return;
    peer->mempoolAnsweredMs = nowMs;
    for (wire::Inventory& part : peer->news.all(m_impl->mempool, peer->feePerKvB))
        m_impl->out.send(id, std::move(part));
    peer->announcedUpTo = m_impl->arrivals;
}

void TransactionRelay::feeFilter(PeerId id, std::int64_t satoshiPerKvB) {
    RelayPeer* peer = m_impl->find(id);
    if (peer != nullptr && primitives::Amount(satoshiPerKvB).inRange()) peer->feePerKvB = satoshiPerKvB;
}

void TransactionRelay::added(const primitives::Transaction& transaction) {
    m_impl->settle(transaction);
    m_impl->arrivalOf[transaction.wtxid()] = ++m_impl->arrivals;
    for (auto& [id, peer] : m_impl->peers) {
        if (peer.isTold()) peer.news.add(transaction);
    }
}

void TransactionRelay::chainChanged(const chain::ChainChange& change) {
    if (change.isEmpty()) return;
    m_impl->progressMs = m_impl->clock.steadyMs();
    m_impl->refused.clear();
    m_impl->tooCheap.clear();
    if (!change.disconnected.empty()) {
        m_impl->confirmed.clear();
        m_impl->lastBlock = nullptr;
        m_impl->lastTransactions.clear();
    }
    for (const chain::ConnectedBlock& connected : change.connected) {
        if (connected.block == nullptr) continue; // part of a very deep reorganisation
        for (const TransactionRef& transaction : connected.block->transactions) {
            m_impl->confirmed.add(transaction->txid().view());
            m_impl->confirmed.add(transaction->wtxid().view());
            m_impl->settle(*transaction);
        }
        m_impl->lastBlock = connected.block;
        m_impl->lastTransactions.clear();
    }
    for (const auto& [orphan, origin] : m_impl->mempool.takeDueOrphans())
        m_impl->queue.push(origin, orphan);
}

void TransactionRelay::setIsCatchingUp(bool isCatchingUp) {
    const bool isOver = m_impl->isCatchingUp && !isCatchingUp;
    m_impl->isCatchingUp = isCatchingUp;
    if (isOver) m_impl->ask();
}

void TransactionRelay::tick() {
    m_impl->check();
    m_impl->ask();
    for (auto& [id, peer] : m_impl->peers) {
        m_impl->announce(id, peer);
        m_impl->tellFee(id, peer);
        m_impl->serve(id, peer);
    }
    m_impl->tidy();
}

bool TransactionRelay::isIdle() const {
    return m_impl->queue.isEmpty() && m_impl->requests.size() == 0 &&
           std::ranges::all_of(m_impl->peers, [](const auto& item) {
               return item.second.news.waiting() == 0 && item.second.asked.empty();
           });
}

RelayState TransactionRelay::of(PeerId id) const {
    RelayState state;
    const RelayPeer* peer = m_impl->find(id);
    if (peer == nullptr) return state;
    state.toAnnounce = peer->news.waiting();
    state.announcedUpTo = peer->announcedUpTo;
    state.feePerKvB = peer->feePerKvB;
    state.toldFeePerKvB = peer->fee.sent();
    state.announced = m_impl->requests.announcedBy(id);
    state.underWay = m_impl->requests.underWay(id);
    return state;
}

std::size_t TransactionRelay::rememberedBytes() const {
    std::size_t bytes = m_impl->requests.bytes() + m_impl->queue.bytes() + m_impl->extra.bytes() +
                        m_impl->refused.bytes() + m_impl->tooCheap.bytes() + m_impl->confirmed.bytes() +
                        static_cast<std::size_t>(m_impl->mempool.orphanWeight());
    for (const auto& [id, peer] : m_impl->peers)
        bytes += peer.news.bytes() + peer.asked.size() * sizeof(wire::InventoryItem);
    return bytes;
}

} // namespace net
