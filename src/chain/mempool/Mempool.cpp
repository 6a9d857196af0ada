#include "chain/mempool/Mempool.h"

#include "chain/mempool/MempoolCheck.h"
#include "chain/mempool/MempoolPolicy.h"
#include "chain/mempool/PackageSelection.h"
#include "util/Log.h"
#include "util/Require.h"

#include <algorithm>
#include <deque>
#include <utility>

namespace chain {

using consensus::Reject;
using consensus::Rejection;
using primitives::Transaction;
using primitives::TransactionRef;
using primitives::TxId;

namespace {

constexpr std::size_t kMaxCheapParents = 25;
/// A parent may have hundreds of children, whose scripts are the work of strangers: beyond this many they are
/// looked at one by one, by whoever gives them to `accept`.
constexpr std::size_t kOrphansAtOnce = 32;

} // namespace

struct Mempool::Impl {
    Impl(ChainState& state, const util::Clock& time, MempoolOptions given)
        : chain(state), clock(time), options(given), check(chain, graph, options, bonuses),
          orphans(limitsOf(options)), minimum(options.incrementalFeePerKvB, options.minimumHalfLifeSeconds) {}

    [[nodiscard]] static OrphanLimits limitsOf(const MempoolOptions& options) {
        OrphanLimits limits = options.orphans;
        limits.maxWeight = std::min(limits.maxWeight, options.maxWeight);
        return limits;
    }
    [[nodiscard]] std::int64_t fullMinimum() const {
        return minimum.at(clock.now(), graph.bytes(), options.maxBytes);
    }
    void add(const TransactionRef& transaction, const MempoolCandidate& candidate,
             std::optional<std::int64_t> time = {});
    void removeAll(const std::vector<MempoolNode*>& nodes, MempoolLeave why);
    void trim();
    void dropOld();
    void acceptOrphans(std::vector<TxId> parents);
    Result<void, PackageRejection> addTogether(const std::vector<TransactionRef>& package);
    bool acceptWithChild(const TransactionRef& parent);
    bool acceptWithParents(const TransactionRef& child);
    std::optional<Rejection> addOrKeep(const TransactionRef& transaction, std::optional<std::int64_t> time,
                                       TransactionOrigin origin);
    Result<primitives::BlockRef, StoreError> bodyOf(const primitives::BlockRef& block,
                                                    const primitives::BlockHash& hash);
    std::vector<TxId> confirm(const primitives::Block& block);
    void bringBack(const ChainChange& change);
    void removeUnfit();
    MempoolChange takeChange();

    ChainState& chain;
    const util::Clock& clock;
    MempoolOptions options;
    FeeBonuses bonuses;
    MempoolGraph graph;
    MempoolCheck check;
    OrphanTransactions orphans;
    std::vector<TransactionRef> dueOrphans;  ///< whose parents came, not looked at yet
    std::deque<TransactionRef> cheapParents; ///< refused for their fee alone, the newest last
    RollingMinimum minimum;
    MempoolChange change; ///< not given out yet
    std::uint64_t sequence = 0;
};

void Mempool::Impl::add(const TransactionRef& transaction, const MempoolCandidate& candidate,
                        std::optional<std::int64_t> time) {
    removeAll(candidate.replaced, MempoolLeave::Replaced);
    MempoolEntry entry;
    entry.transaction = transaction;
    entry.fee = candidate.fee;
    entry.bonus = candidate.bonus;
    entry.time = std::min(time.value_or(clock.now()), clock.now());
    entry.height = chain.tip().height();
    entry.sigOpCost = candidate.sigOpCost;
    graph.add(std::move(entry));
    ++sequence;
    change.added.push_back(transaction);
}

/// Needs: with every node all that builds on it.
void Mempool::Impl::removeAll(const std::vector<MempoolNode*>& nodes, MempoolLeave why) {
    std::vector<MempoolNode*> ordered = nodes;
    std::sort(ordered.begin(), ordered.end(), [](const MempoolNode* a, const MempoolNode* b) {
        return a->ancestors.count > b->ancestors.count; // children first
    });
    for (MempoolNode* node : ordered) {
        const TransactionRef transaction = node->entry.transaction;
        graph.remove(*node);
        ++sequence;
        // What came and went within one call is no news.
        if (std::erase(change.added, transaction) == 0) change.removed.push_back({transaction->txid(), why});
    }
}

/// Puts out what pays least until the rest fits.
void Mempool::Impl::trim() {
    while (graph.bytes() > options.maxBytes) {
        MempoolNode* least = graph.leastWorth();
        minimum.raise(least->descendants.rate().perKvB(), clock.now());
        removeAll(MempoolGraph::withDescendants({least}), MempoolLeave::Evicted);
    }
}

void Mempool::Impl::acceptOrphans(std::vector<TxId> parents) {
    std::size_t looked = 0;
    for (std::size_t i = 0; i < parents.size(); ++i) {
        for (const TransactionRef& orphan : orphans.childrenOf(parents[i])) {
            if (looked++ >= kOrphansAtOnce) {
                if (std::ranges::find(dueOrphans, orphan) == dueOrphans.end()) dueOrphans.push_back(orphan);
                continue;
            }
            const auto candidate = check.check(*orphan, fullMinimum(), MempoolSource::Peer);
            if (!candidate && candidate.error().reason == Reject::MissingInputs) continue;
            orphans.remove(orphan->wtxid());
            if (candidate) {
                add(orphan, *candidate);
                parents.push_back(orphan->txid());
            } else if (MempoolCheck::isTooCheap(*orphan, candidate.error())) {
                acceptWithChild(orphan);
            }
        }
    }
}

/// Parents and last their child: each is checked among those before it, then the fees of all.
Result<void, PackageRejection> Mempool::Impl::addTogether(const std::vector<TransactionRef>& package) {
    std::int64_t fees = 0;
    std::int64_t vsize = 0;
    std::optional<PackageRejection> refusal;
    std::vector<MempoolNode*> added;
    for (const TransactionRef& transaction : package) {
        const auto candidate = check.check(*transaction, fullMinimum(), MempoolSource::Package);
        if (!candidate) {
            refusal = PackageRejection{candidate.error(), transaction->txid()};
            break;
        }
        fees += candidate->modifiedFee().satoshi();
        vsize += transaction->vsize();
        add(transaction, *candidate);
        added.push_back(graph.find(transaction->txid()));
    }
    if (!refusal) {
        const auto paid = check.checkPackageFee(fees, vsize, fullMinimum());
        if (!paid) refusal = PackageRejection{paid.error(), {}};
    }
    if (refusal) {
        removeAll(added, MempoolLeave::Withdrawn);
        return fail(std::move(*refusal));
    }
    return {};
}

/// A parent that is too cheap by itself, with a child that came before it.
bool Mempool::Impl::acceptWithChild(const TransactionRef& parent) {
    for (const TransactionRef& child : orphans.childrenOf(parent->txid())) {
        if (!addTogether({parent, child})) continue;
        orphans.remove(child->wtxid());
        acceptOrphans({parent->txid(), child->txid()});
        return true;
    }
    std::erase_if(cheapParents, [&](const TransactionRef& kept) { return kept->txid() == parent->txid(); });
    cheapParents.push_back(parent);
    if (cheapParents.size() > kMaxCheapParents) cheapParents.pop_front();
    return false;
}

/// A child with those of its parents that were too cheap before.
bool Mempool::Impl::acceptWithParents(const TransactionRef& child) {
    std::vector<TransactionRef> package;
    for (const TransactionRef& parent : cheapParents) {
        const bool spent = std::ranges::any_of(
            child->inputs(), [&](const auto& input) { return input.previous.txid == parent->txid(); });
        if (spent && graph.find(parent->txid()) == nullptr) package.push_back(parent);
    }
    if (package.empty()) return false;
    package.push_back(child);
    if (!addTogether(package)) return false;
    package.pop_back();
    for (const TransactionRef& parent : package)
        std::erase(cheapParents, parent);
    acceptOrphans({child->txid()});
    return true;
}

MempoolChange Mempool::Impl::takeChange() {
    return std::exchange(change, {});
}

/// The body that came with a change, or in a very deep one that of the store.
Result<primitives::BlockRef, StoreError> Mempool::Impl::bodyOf(const primitives::BlockRef& block,
                                                               const primitives::BlockHash& hash) {
    if (block != nullptr) return block;
    auto stored = chain.readBlock(hash);
    if (!stored) util::logError("mempool", "a block could not be read: " + stored.error().what);
    return stored;
}

/// Takes out what the block confirmed and what spends the same coins. Gives the ids of its transactions.
std::vector<TxId> Mempool::Impl::confirm(const primitives::Block& block) {
    std::vector<TxId> ids;
    for (const TransactionRef& transaction : block.transactions) {
        ids.push_back(transaction->txid());
        bonuses.erase(transaction->txid());
        orphans.remove(transaction->wtxid());
        if (MempoolNode* node = graph.find(transaction->txid())) {
            graph.remove(*node);
            ++sequence;
        }
        for (const primitives::TxIn& input : transaction->inputs()) {
            if (MempoolNode* conflict = graph.spenderOf(input.previous)) {
                removeAll(MempoolGraph::withDescendants({conflict}), MempoolLeave::Conflict);
            }
        }
    }
    return ids;
}

/// Transactions of blocks that left the chain wait again, the lowest block's first, as far as the pool has
/// room for them.
void Mempool::Impl::bringBack(const ChainChange& chainChange) {
    std::int64_t bytes = 0;
    for (auto block = chainChange.disconnected.rbegin(); block != chainChange.disconnected.rend(); ++block) {
        if (bytes > options.maxBytes) return;
        const auto body = bodyOf(block->block, block->hash);
        if (!body || *body == nullptr) continue;
        for (const TransactionRef& transaction : (*body)->transactions) {
            if (transaction->isCoinbase()) continue;
            const auto candidate = check.check(*transaction, 0, MempoolSource::Chain);
            if (!candidate) continue;
            add(transaction, *candidate);
            bytes += static_cast<std::int64_t>(transaction->size());
        }
    }
}

/// After a reorganisation, everything is looked at anew: coins may be gone or immature, locks no longer
/// reached.
void Mempool::Impl::removeUnfit() {
    std::vector<TxId> ids;
    for (const MempoolNode* node : graph.inOrder())
        ids.push_back(node->txid());
    for (const TxId& txid : ids) {
        MempoolNode* node = graph.find(txid);
        if (node == nullptr || check.stillFits(*node)) continue;
        const bool isDeep = check.exceedsAncestors(*node);
        removeAll(MempoolGraph::withDescendants({node}),
                  isDeep ? MempoolLeave::TooLongChain : MempoolLeave::Unfit);
    }
}

Mempool::Mempool(ChainState& chain, const util::Clock& clock, MempoolOptions options)
    : m_impl(std::make_unique<Impl>(chain, clock, options)) {}

Mempool::~Mempool() = default;

/// Nothing when it waits now. What is missing a parent or too cheap may be kept aside.
std::optional<Rejection> Mempool::Impl::addOrKeep(const TransactionRef& transaction,
                                                  std::optional<std::int64_t> time,
                                                  TransactionOrigin origin) {
    const auto candidate =
        check.check(*transaction, fullMinimum(), time ? MempoolSource::Stored : MempoolSource::Peer);
    if (candidate) {
        orphans.remove(transaction->wtxid());
        add(transaction, *candidate, time);
        acceptOrphans({transaction->txid()});
        return std::nullopt;
    }
    if (candidate.error().reason == Reject::MissingInputs) {
        if (acceptWithParents(transaction)) return std::nullopt;
        orphans.add(transaction, clock.now(), origin);
        return candidate.error();
    }
    orphans.remove(transaction->wtxid()); // its parents are here, and it is refused
    if (MempoolCheck::isTooCheap(*transaction, candidate.error()) && acceptWithChild(transaction))
        return std::nullopt;
    return candidate.error();
}

Result<MempoolChange, Rejection> Mempool::accept(const TransactionRef& transaction,
                                                 std::optional<std::int64_t> time, TransactionOrigin origin) {
    if (auto refusal = m_impl->addOrKeep(transaction, time, origin)) return fail(std::move(*refusal));
    if (!time) m_impl->dropOld(); // what was stored is offered one after the other
    m_impl->trim();
    if (m_impl->graph.find(transaction->txid()) == nullptr) return fail(Rejection{Reject::MempoolFull, {}});
    return m_impl->takeChange();
}

Result<MempoolChange, PackageRejection> Mempool::acceptPackage(const std::vector<TransactionRef>& package) {
    if (auto added = m_impl->addTogether(package); !added) return fail(std::move(added.error()));
    std::vector<TxId> ids;
    for (const TransactionRef& transaction : package) {
        m_impl->orphans.remove(transaction->wtxid());
        ids.push_back(transaction->txid());
    }
    m_impl->acceptOrphans(ids);
    m_impl->trim();
    if (m_impl->graph.find(ids.back()) == nullptr)
        return fail(PackageRejection{{Reject::MempoolFull, {}}, ids.back()});
    return m_impl->takeChange();
}

bool Mempool::isTooCheap(const Transaction& transaction, const Rejection& rejection) {
    return MempoolCheck::isTooCheap(transaction, rejection);
}

Result<primitives::Amount, Rejection> Mempool::test(const Transaction& transaction) {
    const auto candidate = m_impl->check.check(transaction, m_impl->fullMinimum(), MempoolSource::Peer);
    if (!candidate) return fail(candidate.error());
    return candidate->fee;
}

std::vector<Result<primitives::Amount, Rejection>> Mempool::test(const std::vector<TransactionRef>& package) {
    std::vector<Result<primitives::Amount, Rejection>> out;
    std::vector<MempoolNode*> added;
    for (const TransactionRef& transaction : package) {
        const std::int64_t full = m_impl->fullMinimum();
        const auto candidate = m_impl->check.check(*transaction, full, MempoolSource::Package);
        if (!candidate) {
            out.push_back(fail(candidate.error()));
            break;
        }
        const auto paid =
            m_impl->check.checkPackageFee(candidate->modifiedFee().satoshi(), transaction->vsize(), full);
        if (!paid) {
            out.push_back(fail(paid.error()));
            break;
        }
        out.push_back(candidate->fee);
        MempoolEntry entry;
        entry.transaction = transaction;
        entry.fee = candidate->fee;
        entry.bonus = candidate->bonus;
        added.push_back(&m_impl->graph.add(std::move(entry)));
    }
    std::for_each(added.rbegin(), added.rend(), [&](MempoolNode* node) { m_impl->graph.remove(*node); });
    return out;
}

MempoolChange Mempool::applyChainChange(const ChainChange& change) {
    std::vector<TxId> confirmed;
    for (const ConnectedBlock& block : change.connected) {
        const auto body = m_impl->bodyOf(block.block, block.hash);
        if (!body || *body == nullptr) continue;
        const std::vector<TxId> ids = m_impl->confirm(**body);
        confirmed.insert(confirmed.end(), ids.begin(), ids.end());
    }
    if (!change.disconnected.empty()) {
        m_impl->bringBack(change);
        m_impl->removeUnfit();
    }
    m_impl->acceptOrphans(std::move(confirmed));
    m_impl->trim();
    return m_impl->takeChange();
}

/// With what builds on it.
void Mempool::Impl::dropOld() {
    const std::int64_t now = clock.now();
    orphans.expire(now);
    for (MempoolNode* node = graph.oldest();
         node != nullptr && node->entry.time + options.expirySeconds < now; node = graph.oldest())
        removeAll(MempoolGraph::withDescendants({node}), MempoolLeave::Expired);
}

MempoolChange Mempool::expire() {
    m_impl->dropOld();
    return m_impl->takeChange();
}

void Mempool::prioritise(const TxId& txid, primitives::Amount bonus) {
    primitives::Amount& sum = m_impl->bonuses[txid];
    constexpr primitives::Amount kMost(
        primitives::Amount::kMax); // sums over families stay far from int64's end
    sum = std::clamp(primitives::saturatingSum(sum, bonus), -kMost, kMost);
    if (MempoolNode* node = m_impl->graph.find(txid)) m_impl->graph.setBonus(*node, sum);
    if (sum == primitives::Amount()) m_impl->bonuses.erase(txid);
    ++m_impl->sequence;
}

const FeeBonuses& Mempool::bonuses() const {
    return m_impl->bonuses;
}

MempoolChange Mempool::forget(const TxId& txid) {
    if (MempoolNode* node = m_impl->graph.find(txid))
        m_impl->removeAll(MempoolGraph::withDescendants({node}), MempoolLeave::Withdrawn);
    return m_impl->takeChange();
}

MempoolChange Mempool::takeLeftovers() {
    return m_impl->takeChange();
}

const MempoolEntry* Mempool::find(const TxId& txid) const {
    const MempoolNode* node = m_impl->graph.find(txid);
    return node != nullptr ? &node->entry : nullptr;
}

const MempoolEntry* Mempool::findByWtxid(const primitives::WtxId& wtxid) const {
    const MempoolNode* node = m_impl->graph.findByWtxid(wtxid);
    return node != nullptr ? &node->entry : nullptr;
}

const MempoolEntry* Mempool::spenderOf(const primitives::OutPoint& outpoint) const {
    const MempoolNode* node = m_impl->graph.spenderOf(outpoint);
    return node != nullptr ? &node->entry : nullptr;
}

std::int64_t Mempool::worthPerKvB(const MempoolEntry& entry) const {
    const MempoolNode* node = m_impl->graph.find(entry.transaction->txid());
    require(node != nullptr);
    return node->worth().perKvB();
}

std::size_t Mempool::size() const {
    return m_impl->graph.size();
}
std::int64_t Mempool::bytes() const {
    return m_impl->graph.bytes();
}
primitives::Amount Mempool::totalFees() const {
    return m_impl->graph.totalFees();
}
std::uint64_t Mempool::sequence() const {
    return m_impl->sequence;
}
std::size_t Mempool::orphanCount() const {
    return m_impl->orphans.count();
}
std::int64_t Mempool::orphanWeight() const {
    return m_impl->orphans.weight();
}
std::vector<OrphanInfo> Mempool::orphans() const {
    return m_impl->orphans.all();
}
TransactionRef Mempool::findOrphan(const primitives::WtxId& wtxid) const {
    return m_impl->orphans.find(wtxid);
}
bool Mempool::addOrphan(const TransactionRef& transaction, TransactionOrigin origin) {
    return m_impl->orphans.add(transaction, m_impl->clock.now(), origin);
}
void Mempool::forgetOrphan(const primitives::WtxId& wtxid) {
    m_impl->orphans.remove(wtxid);
}
void Mempool::forgetOrigin(TransactionOrigin origin) {
    m_impl->orphans.forget(origin);
}
std::vector<Mempool::DueOrphan> Mempool::takeDueOrphans() {
    std::vector<DueOrphan> out;
    for (const TransactionRef& orphan : std::exchange(m_impl->dueOrphans, {})) {
        if (m_impl->orphans.find(orphan->wtxid()) == nullptr) continue; // it went meanwhile
        out.push_back({orphan, m_impl->orphans.originOf(orphan->wtxid())});
    }
    return out;
}
std::int64_t Mempool::relayFeePerKvB() const {
    return m_impl->options.minFeePerKvB;
}
std::int64_t Mempool::minFeePerKvB() const {
    return std::max(m_impl->options.minFeePerKvB, m_impl->fullMinimum());
}

std::vector<const MempoolEntry*> Mempool::entries() const {
    std::vector<const MempoolEntry*> out;
    for (const MempoolNode* node : m_impl->graph.inOrder())
        out.push_back(&node->entry);
    return out;
}

std::vector<const MempoolEntry*> Mempool::selectForBlock(std::int64_t maxWeight, std::int64_t maxCount,
                                                         std::int64_t maxSigOpCost) const {
    std::vector<const MempoolEntry*> out;
    for (const MempoolNode* node : selectPackages(m_impl->graph, {maxWeight, maxCount, maxSigOpCost})) {
        out.push_back(&node->entry);
    }
    return out;
}

} // namespace chain
