#include "node/chain/MempoolKeeper.h"

#include "storage/SqliteError.h"
#include "util/Log.h"

namespace node {

namespace {

constexpr int kSaveMs = 5'000;

void logRefused(const primitives::Transaction& transaction, const consensus::Rejection& rejection) {
    util::logDebug("mempool", "transaction " + transaction.txid().toHex() +
                                  " refused: " + consensus::describe(rejection));
}

} // namespace

MempoolKeeper::MempoolKeeper(chain::ChainState& chain, chain::Mempool& mempool, storage::WaitingStore& store,
                             ChainFeed& feed, ChainPublisher& publisher, StoreHealth& health)
    : m_chain(chain), m_mempool(mempool), m_copy(store, mempool), m_feed(feed), m_publisher(publisher),
      m_health(health) {
    m_saveTimer.setSingleShot(true);
    QObject::connect(&m_saveTimer, &QTimer::timeout, &m_saveTimer, [this] { save(); });
}

void MempoolKeeper::load() {
    if (const auto loaded = m_copy.load(); !loaded) {
        util::logError("node",
                       "the waiting transactions could not be read: " + loaded.error().what.toStdString());
    }
}

void MempoolKeeper::save() {
    if (const auto saved = m_copy.save(); !saved) {
        util::logError("node",
                       "the waiting transactions could not be stored: " + saved.error().what.toStdString());
    }
}

Result<primitives::TxId, consensus::Rejection>
MempoolKeeper::submit(const primitives::TransactionRef& transaction) {
    return take(transaction, false);
}

Result<primitives::TxId, consensus::Rejection>
MempoolKeeper::take(const primitives::TransactionRef& transaction, bool isKeptElsewhere) {
    if (m_health.hasFailed()) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    const auto change = m_mempool.accept(transaction);
    if (!change) {
        logRefused(*transaction, change.error());
        return fail(change.error());
    }
    if (const auto kept = keep(*change, isKeptElsewhere); !kept) return fail(kept.error());
    return transaction->txid();
}

Result<primitives::TxId, SubmissionRefusal>
MempoolKeeper::submitWithin(const primitives::TransactionRef& transaction, const SubmissionLimits& limits) {
    using Kind = SubmissionRefusal::Kind;
    const primitives::TxId txid = transaction->txid();
    if (m_mempool.find(txid) != nullptr) return txid;
    for (std::uint32_t i = 0; i < transaction->outputs().size(); ++i) {
        const auto coin = m_chain.coin({txid, i});
        if (coin && *coin) return fail(SubmissionRefusal{Kind::Confirmed});
    }
    if (burnsTooMuch(*transaction, limits)) return fail(SubmissionRefusal{Kind::Burns});
    const auto fee = m_mempool.test(*transaction);
    if (!fee) return fail(SubmissionRefusal{Kind::Rejected, fee.error()});
    if (isTooDear(*fee, transaction->vsize(), limits)) return fail(SubmissionRefusal{Kind::TooDear});
    const auto taken = submit(transaction);
    if (!taken) return fail(SubmissionRefusal{Kind::Rejected, taken.error()});
    return txid;
}

Result<primitives::TxId, consensus::Rejection>
MempoolKeeper::submitPayment(const primitives::TransactionRef& transaction) {
    const primitives::TxId txid = transaction->txid();
    if (m_mempool.find(txid) != nullptr) return txid;
    if (m_health.hasFailed()) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    for (const primitives::TxIn& input : transaction->inputs()) {
        if (m_mempool.spenderOf(input.previous) != nullptr)
            return fail(consensus::Rejection{consensus::Reject::MempoolConflict});
    }
    if (const auto tested = m_mempool.test(*transaction); !tested) return fail(tested.error());
    const auto done = take(transaction, true); // its wallet has it on disk already
    if (!done && m_mempool.find(txid) != nullptr) return txid;
    return done;
}

Result<chain::MempoolChange, chain::PackageRejection>
MempoolKeeper::submitPackage(const std::vector<primitives::TransactionRef>& package) {
    if (m_health.hasFailed()) return fail(chain::PackageRejection{{consensus::Reject::DiskFailed}, {}});
    auto change = m_mempool.acceptPackage(package);
    if (!change) return change;
    if (const auto kept = keep(*change, false); !kept) return fail(chain::PackageRejection{kept.error(), {}});
    return change;
}

/// Acknowledged means kept: on disk before the answer.
Result<void, consensus::Rejection> MempoolKeeper::keep(const chain::MempoolChange& change,
                                                       bool isKeptElsewhere) {
    const auto kept = m_copy.keep(change);
    if (!kept) m_health.fail(storage::toStoreError(kept.error()));
    if (kept || isKeptElsewhere) {
        tell(change, 0);
        if (!kept) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
        return {};
    }
    chain::MempoolChange left; // what was not stored never came
    left.removed = change.removed;
    for (const auto& transaction : change.added)
        static_cast<void>(m_mempool.forget(transaction->txid()));
    tell(left, 0);
    return fail(consensus::Rejection{consensus::Reject::DiskFailed});
}

Result<void, consensus::Rejection> MempoolKeeper::offer(const primitives::TransactionRef& transaction,
                                                        net::PeerId from) {
    const auto change = m_mempool.accept(transaction, {}, from);
    if (!change) {
        logRefused(*transaction, change.error());
        return fail(change.error());
    }
    tell(*change, from);
    return {};
}

void MempoolKeeper::expire() {
    const chain::MempoolChange change = m_mempool.expire();
    if (!change.removed.empty()) tell(change, 0);
}

chain::MempoolChange MempoolKeeper::follow(const chain::ChainChange& change) {
    return m_mempool.applyChainChange(change);
}

void MempoolKeeper::tell(const chain::MempoolChange& change, net::PeerId from) {
    for (const auto& txid : change.removed)
        emit m_feed.transactionRemoved(txid);
    for (const auto& transaction : change.added) {
        const chain::MempoolEntry* entry = m_mempool.find(transaction->txid());
        emit m_feed.transactionAdded(transaction, entry != nullptr ? entry->fee : primitives::Amount(), from);
    }
    m_publisher.mempoolChanged();
    if (!m_saveTimer.isActive()) m_saveTimer.start(kSaveMs);
}

} // namespace node
