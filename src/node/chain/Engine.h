#pragma once

#include "chain/mempool/FeeEstimator.h"
#include "chain/mempool/Mempool.h"
#include "explorer/AddressIndex.h"
#include "mining/TemplateBuilder.h"
#include "net/SyncManager.h"
#include "node/NodeTypes.h"
#include "node/chain/ChainMark.h"
#include "node/chain/MempoolCopy.h"
#include "node/settings/Settings.h"
#include "storage/ChainDatabase.h"
#include "util/Published.h"
#include "util/WorkerPool.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace node {

/// Owns the chain: ChainState, Mempool, history index, sync and templates, and the one writing connection of
/// the chain database. Publishes what others read. Made and destroyed by Node. Thread: node.
class Engine : public QObject {
    Q_OBJECT
public:
    struct Config {
        consensus::ChainParams params;
        QString databasePath; ///< empty: in memory
        Settings settings;
        std::shared_ptr<util::Clock> clock;
    };
    explicit Engine(Config config);
    ~Engine() override;

    Result<void, StartError> open();
    /// Writes what is pending (mempool included). Nothing may be called after it.
    void close();
    /// The program ended before without closing the database.
    [[nodiscard]] bool wasInterrupted() const { return m_database->wasInterrupted(); }
    /// Somebody found the chain database damaged: the chain stops here.
    void reportDamage(const storage::StorageError& error);
    /// The chain database's path as ChainReader wants it.
    [[nodiscard]] QString databasePath() const { return m_database->path(); }

    // --- commands ---
    Result<primitives::TxId, consensus::Rejection>
    submitTransaction(const primitives::TransactionRef& transaction);
    /// For a payment just made: it replaces nothing that waits, and a refusal leaves no trace (an orphan, or
    /// one that is too cheap, is not kept for later as others' are). What the mempool has is taken, whatever
    /// else went wrong: it is on its way.
    Result<primitives::TxId, consensus::Rejection>
    submitPayment(const primitives::TransactionRef& transaction);
    /// Parents and their child, all or none: see chain::Mempool::acceptPackage.
    Result<chain::MempoolChange, chain::PackageRejection>
    submitPackage(const std::vector<primitives::TransactionRef>& package);
    /// As BIP 22's `submitblock`; a coinbase that lacks its reserved value gets the usual one.
    BlockSubmission submitBlock(const primitives::BlockRef& block);
    /// As BIP 22's block proposal: whether the block, without its work, would do on the tip. Changes nothing.
    BlockSubmission proposeBlock(const primitives::Block& block);
    Result<void, QString> invalidate(const primitives::BlockHash& hash);
    Result<void, QString> reconsider(const primitives::BlockHash& hash);
    /// The chain up to a tip of the store, with what was counted of the coins there.
    [[nodiscard]] Summary summaryAt(const chain::TipInfo& tip,
                                    const Result<chain::CoinStatistics, storage::StorageError>& coins);
    Result<mining::BlockTemplateRef, QString> makeTemplate(const util::Bytes& script, std::string_view tag,
                                                           bool withTransactions);
    /// Import (see BlockImport): many blocks per flush; `endImport` flushes.
    void beginImport();
    void importBatch(const std::vector<primitives::BlockRef>& blocks, double progress, ImportReport& report);
    void endImport();

    [[nodiscard]] chain::ChainState& chain() { return *m_chain; }
    [[nodiscard]] chain::Mempool& mempool() { return *m_mempool; }
    [[nodiscard]] storage::StateStore& state() { return m_database->state(); }
    [[nodiscard]] const util::Published<ChainStatus>& publishedStatus() const { return m_status; }
    [[nodiscard]] const util::Published<chain::MempoolSnapshot>& publishedMempool() const {
        return m_mempoolSnapshot;
    }
    void applySettings(const Settings& settings) { m_config.settings = settings; }

    // --- peers (queued from the io thread) ---
    void peerReady(quint64 peer, const net::Hello& hello);
    void peerGone(quint64 peer);
    void peerAnnounced(quint64 peer, const net::Announcement& news);
    void peerDelivered(quint64 peer, const net::Delivery& delivery);
    void peerOrderFailed(quint64 peer, const net::Order& order);
    [[nodiscard]] net::Delivery answer(const net::Order& order);
    [[nodiscard]] const net::SyncManager& sync() const { return *m_sync; }
    [[nodiscard]] net::Hello localHello() const;
    /// What our blocks' coinbases say of their finder.
    [[nodiscard]] std::string coinbaseTag() const;
    /// The tip before the first block that came from a peer since the last call; nothing when none came.
    std::optional<primitives::BlockHash> takeTipBeforePeers() {
        return std::exchange(m_tipBeforePeers, std::nullopt);
    }
    /// Asks every peer for the headers behind our tip.
    void lookForBetterChain();

signals:
    /// Every block of a change, before `tipChanged`.
    void chainChanged(const node::ChainNews& news);
    void tipChanged(const node::TipChanged& change);
    void statusChanged();
    /// A transaction entered the mempool; some left it without a block.
    void transactionAdded(const primitives::TransactionRef& transaction);
    void transactionRemoved(const primitives::TxId& txid);
    void mempoolChanged();
    void syncOrders(const std::vector<net::SyncOrder>& orders);
    void diskFailed(const QString& sentence);

private:
    void tick();
    Result<void, QString> follow(const Result<chain::ChainChange, chain::BlockError>& change);
    void afterChainChange(const chain::ChainChange& change);
    Result<void, consensus::Rejection> keepSubmitted(const chain::MempoolChange& change);
    void afterMempoolChange(const chain::MempoolChange& change, net::PeerId from);
    void catchUpIndex();
    void continueIndex();
    BlockSubmission outcomeOf(const primitives::BlockHash& hash, chain::BlockOutcome outcome) const;
    BlockSubmission refusalOf(const primitives::BlockHash& hash, const consensus::Rejection& rejection) const;
    void publishStatus();
    void publishMempool();
    void scheduleStatus();
    void sendOrders();
    void offerTransactions(const std::vector<primitives::TransactionRef>& transactions, net::PeerId from);
    void saveMempool();
    void failDisk(const chain::StoreError& error);
    [[nodiscard]] std::int64_t steadyMs() const { return m_config.clock->steadyMs(); }

    Config m_config;
    util::WorkerPool m_verifyPool;
    std::unique_ptr<storage::ChainDatabase> m_database;
    std::unique_ptr<chain::ChainState> m_chain;
    std::unique_ptr<chain::Mempool> m_mempool;
    std::unique_ptr<MempoolCopy> m_mempoolCopy;
    std::unique_ptr<ChainMarkKeeper> m_mark; ///< null: nothing on disk
    std::unique_ptr<chain::FeeEstimator> m_feeEstimator;
    std::unique_ptr<explorer::AddressIndex> m_index;
    std::unique_ptr<mining::TemplateBuilder> m_builder;
    std::unique_ptr<net::SyncManager> m_sync;
    util::Published<ChainStatus> m_status;
    util::Published<chain::MempoolSnapshot> m_mempoolSnapshot;
    QTimer m_statusTimer;  ///< coalesces published values to four a second
    QTimer m_tickTimer;    ///< sync time-outs, expiry
    QTimer m_mempoolTimer; ///< writes the mempool some seconds after a change
    std::optional<primitives::BlockHash> m_tipBeforePeers;
    std::int64_t m_tipReceived = 0;
    int m_ticks = 0;
    double m_importProgress = 0;
    bool m_importing = false;
    bool m_mempoolDirty = false;
    bool m_indexPending = false;
    bool m_failed = false;
};

} // namespace node
