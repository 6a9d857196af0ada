#include "node/chain/MempoolKeeper.h"

#include "storage/SqliteError.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"
#include "util/Log.h"

namespace node {

namespace {

constexpr int kSaveMs = 5'000;
constexpr auto kBonusKey =
    "fee_bonuses"; ///< ids of 32 bytes with satoshi, little endian, one after the other
constexpr std::size_t kBonusSize = 40;

void logRefused(const primitives::Transaction& transaction, const consensus::Rejection& rejection) {
    util::logDebug("mempool", "transaction " + transaction.txid().toHex() +
                                  " refused: " + consensus::describe(rejection));
}

} // namespace

MempoolKeeper::MempoolKeeper(chain::ChainState& chain, chain::Mempool& mempool, storage::WaitingStore& store,
                             storage::StateStore& state, ChainFeed& feed, ChainPublisher& publisher,
                             StoreHealth& health)
    : m_chain(chain), m_mempool(mempool), m_copy(store, mempool), m_state(state), m_feed(feed),
      m_publisher(publisher), m_health(health) {
    m_saveTimer.setSingleShot(true);
    QObject::connect(&m_saveTimer, &QTimer::timeout, &m_saveTimer, [this] { (void)save(); });
}

void MempoolKeeper::load() {
    loadBonuses(); // they decide what is taken
    if (const auto loaded = m_copy.load(); !loaded) {
        util::logError("node",
                       "the waiting transactions could not be read: " + loaded.error().what.toStdString());
    }
}

bool MempoolKeeper::save() {
    const auto saved = m_copy.save();
    if (!saved) {
        util::logError("node",
                       "the waiting transactions could not be stored: " + saved.error().what.toStdString());
    }
    return saveBonuses() && saved.has_value();
}

void MempoolKeeper::loadBonuses() {
    const auto kept = m_state.get(QString::fromLatin1(kBonusKey));
    if (!kept || !*kept || std::size_t((*kept)->size()) % kBonusSize != 0) return;
    const util::Bytes bytes((*kept)->begin(), (*kept)->end());
    util::ByteReader reader(bytes);
    while (reader.remaining() >= kBonusSize) {
        const primitives::TxId txid(reader.array<32>());
        m_mempool.prioritise(txid, primitives::Amount(reader.i64()));
    }
    m_keptBonuses = m_mempool.bonuses();
}

bool MempoolKeeper::saveBonuses() {
    if (m_keptBonuses == m_mempool.bonuses()) return true;
    util::ByteWriter writer;
    for (const auto& [txid, bonus] : m_mempool.bonuses()) {
        writer.bytes(txid.view());
        writer.i64(bonus.satoshi());
    }
    const util::Bytes bytes = writer.take();
    const auto stored =
        m_state.put(QString::fromLatin1(kBonusKey),
                    QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())));
    if (!stored) {
        util::logError("node", "the priorities could not be stored: " + stored.error().what.toStdString());
        return false;
    }
    m_keptBonuses = m_mempool.bonuses();
    return true;
}

bool MempoolKeeper::prioritise(const primitives::TxId& txid, primitives::Amount bonus) {
    const auto bonusOf = [&] {
        const auto found = m_mempool.bonuses().find(txid);
        return found == m_mempool.bonuses().end() ? primitives::Amount() : found->second;
    };
    const primitives::Amount before = bonusOf();
    m_mempool.prioritise(txid, bonus);
    if (saveBonuses()) {
        m_publisher.mempoolChanged();
        return true;
    }
    m_mempool.prioritise(txid, before - bonusOf());
    return false;
}

Result<primitives::TxId, consensus::Rejection>
MempoolKeeper::submit(const primitives::TransactionRef& transaction) {
    return take(transaction, false);
}

Result<primitives::TxId, consensus::Rejection>
MempoolKeeper::take(const primitives::TransactionRef& transaction, bool isKeptElsewhere) {
    if (m_health.hasFailed()) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    const auto change = accept(transaction, 0);
    if (!change) return fail(change.error());
    if (const auto kept = keep(*change, isKeptElsewhere); !kept) return fail(kept.error());
    return transaction->txid();
}

/// A refusal is told with all that it did.
Result<chain::MempoolChange, consensus::Rejection>
MempoolKeeper::accept(const primitives::TransactionRef& transaction, net::PeerId from) {
    auto change = m_mempool.accept(transaction, {}, from);
    if (change) return change;
    logRefused(*transaction, change.error());
    tellLeftovers();
    return change;
}

/// What was put out for something that did not stay in the end has left all the same.
void MempoolKeeper::tellLeftovers() {
    const chain::MempoolChange left = m_mempool.takeLeftovers();
    if (!left.isEmpty()) tell(left, 0);
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

Result<primitives::TxId, consensus::Rejection> MempoolKeeper::submitPayment(const PaymentOffer& offer) {
    const primitives::TransactionRef& transaction = offer.transaction;
    const primitives::TxId txid = transaction->txid();
    if (m_mempool.find(txid) != nullptr) return txid;
    if (m_health.hasFailed()) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    for (const primitives::TxIn& input : transaction->inputs()) {
        const chain::MempoolEntry* const rival = m_mempool.spenderOf(input.previous);
        if (rival && std::ranges::find(offer.replaces, rival->transaction->txid()) == offer.replaces.end())
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
    if (!change) {
        tellLeftovers();
        return change;
    }
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
    const auto change = accept(transaction, from);
    if (!change) return fail(change.error());
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
    for (const chain::MempoolRemoval& left : change.removed)
        emit m_feed.transactionRemoved(left.txid, left.why);
    for (const auto& transaction : change.added) {
        const chain::MempoolEntry* entry = m_mempool.find(transaction->txid());
        emit m_feed.transactionAdded(transaction, entry != nullptr ? entry->fee : primitives::Amount(), from);
    }
    m_publisher.mempoolChanged();
    if (!m_saveTimer.isActive()) m_saveTimer.start(kSaveMs);
}

} // namespace node
