#pragma once

#include "node/chain/ChainPublisher.h"
#include "node/chain/MempoolCopy.h"
#include "node/chain/StoreHealth.h"
#include "node/chain/SubmissionLimits.h"
#include "storage/ChainDatabase.h"

#include <QTimer>

namespace node {

/// What comes into the mempool and leaves it: submissions (on disk before their answer), what peers bring,
/// expiry, and what a change of the chain does to it. Owned by Engine. Thread: node.
class MempoolKeeper {
public:
    /// Needs: everything outlives it.
    MempoolKeeper(chain::ChainState& chain, chain::Mempool& mempool, storage::WaitingStore& store,
                  storage::StateStore& state, ChainFeed& feed, ChainPublisher& publisher,
                  StoreHealth& health);

    /// What waited when the program ended last; what no longer fits the chain stays out.
    void load();
    /// False when the disk did not take all.
    bool save();
    void stop() { m_saveTimer.stop(); }

    Result<primitives::TxId, consensus::Rejection> submit(const primitives::TransactionRef& transaction);
    /// The same for one given by hand. One that waits already is taken.
    Result<primitives::TxId, SubmissionRefusal> submitWithin(const primitives::TransactionRef& transaction,
                                                             const SubmissionLimits& limits);
    /// For a payment just made: it replaces nothing that waits but what it says, and a refusal leaves no
    /// trace (an orphan, or one that is too cheap, is not kept for later as others' are). What the mempool
    /// has is taken, whatever else went wrong: it is on its way.
    Result<primitives::TxId, consensus::Rejection> submitPayment(const PaymentOffer& offer);
    /// Parents and their child, all or none: see chain::Mempool::acceptPackage.
    Result<chain::MempoolChange, chain::PackageRejection>
    submitPackage(const std::vector<primitives::TransactionRef>& package);
    /// What a peer brought.
    Result<void, consensus::Rejection> offer(const primitives::TransactionRef& transaction, net::PeerId from);
    void expire();
    /// See chain::Mempool::prioritise. False when the disk did not take it: nothing is changed then.
    bool prioritise(const primitives::TxId& txid, primitives::Amount bonus);

    /// Follows the chain; gives what that changed here, to be told with `tell` when the new tip is.
    [[nodiscard]] chain::MempoolChange follow(const chain::ChainChange& change);
    void tell(const chain::MempoolChange& change, net::PeerId from);

private:
    Result<primitives::TxId, consensus::Rejection> take(const primitives::TransactionRef& transaction,
                                                        bool isKeptElsewhere);
    Result<chain::MempoolChange, consensus::Rejection> accept(const primitives::TransactionRef& transaction,
                                                              net::PeerId from);
    void tellLeftovers();
    void loadBonuses();
    bool saveBonuses();
    Result<void, consensus::Rejection> keep(const chain::MempoolChange& change, bool isKeptElsewhere);

    chain::ChainState& m_chain;
    chain::Mempool& m_mempool;
    MempoolCopy m_copy;
    storage::StateStore& m_state;
    chain::FeeBonuses m_keptBonuses; ///< what the store has
    ChainFeed& m_feed;
    ChainPublisher& m_publisher;
    StoreHealth& m_health;
    QTimer m_saveTimer; ///< writes the mempool some seconds after a change
};

} // namespace node
