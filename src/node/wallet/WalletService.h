#pragma once

#include "chain/mempool/Mempool.h"
#include "consensus/ChainParams.h"
#include "node/DataFolder.h"
#include "node/NodeTypes.h"
#include "node/wallet/Outbox.h"
#include "node/wallet/SecondLook.h"
#include "node/wallet/WaitingReason.h"
#include "node/wallet/WalletFiles.h"
#include "storage/ChainReader.h"
#include "util/Published.h"
#include "wallet/Wallet.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace node {

/// Keeps the open wallet level with the best chain (it reads blocks on a connection of its own; news only
/// wakes it), and makes payments one after the other. Made and destroyed by Node. Thread: wallet.
class WalletService : public QObject {
    Q_OBJECT
public:
    struct Config {
        consensus::ChainParams params;
        DataPaths paths;
        QString chainPath; ///< as ChainReader wants it
        crypto::ScryptCost kdf;
        std::shared_ptr<util::Clock> clock;
        std::uint32_t lookAhead = 100; ///< this and the next: see wallet::WalletOptions
        std::int64_t leastFeePerKvB = 1'000;
        int autoLockMinutes = 0;     ///< without a payment; 0: never, or somebody else sees to it
        bool givesRewards = true;    ///< a script for rewards at every opening; else on request only
        StoreWrapper wrapStore = {}; ///< tests: a disk that fails
    };
    explicit WalletService(Config config);
    ~WalletService() override;

    using Done = Result<void, WalletProblem>;
    /// Opens a wallet file; makes it first when it is missing and `words` or a passphrase come with the call.
    /// A wallet that is encrypted stays locked when `passphrase` is empty.
    Done open(const QString& name, const crypto::SecretString& passphrase, bool createIfMissing);
    Done create(const QString& name, crypto::SecretString words, crypto::SecretString wordPassphrase,
                crypto::SecretString passphrase, bool scanFromGenesis);
    Done create(const QString& name, wallet::NewWallet start, bool scanFromGenesis);
    /// Opens a copy of a wallet file under a name that no wallet has.
    Done restore(const QString& name, const QString& backup);
    void close();
    /// False when another wallet is open, or none.
    bool closeNamed(const QString& name);
    /// A copy of the open file; nothing when none is open.
    std::optional<Result<void, storage::StorageError>> backUpTo(const QString& path);
    /// A dated copy of the open file (see WalletCopies), before something that could go wrong; none of a
    /// wallet that is not encrypted: its secrets would lie in the open, also when it is encrypted later.
    /// Errors: Store.
    Result<void, wallet::WalletFailure> keepCopy();
    /// What a copy of the file would bring back. Needs: a wallet is open.
    Result<wallet::DrillReport, WalletProblem> drillCopy(const QString& backup);
    /// Null when none is open.
    // NOLINTNEXTLINE(readability-make-member-function-const): who may change the service may change it
    [[nodiscard]] wallet::Wallet* wallet() { return m_file.wallet.get(); }
    [[nodiscard]] const wallet::Wallet* wallet() const { return m_file.wallet.get(); }
    /// The best height; what the wallet has seen is never above it.
    [[nodiscard]] std::int32_t chainHeight() const;

    // --- following ---
    /// Reads on until level with the best chain, in turns of a few blocks.
    void follow();
    void transactionAdded(const primitives::TransactionRef& transaction);
    void transactionRemoved(const primitives::TxId& txid, chain::MempoolLeave why);
    /// Looks at the blocks of these heights (both included) once more; nothing is forgotten. `done` hears how
    /// it ended: at which height, or nothing when it was aborted (also by another one, or with the wallet).
    void rescan(std::int32_t first, std::int32_t last, std::function<void(std::optional<std::int32_t>)> done);
    /// False when there is none.
    bool abortRescan();
    /// What `wantsMempool` asked for, parents before children.
    void takeMempool(quint64 opening, const std::vector<primitives::TransactionRef>& all);
    /// What came of an offer of `wantsBroadcast`; nothing: it is in the mempool.
    void offerAnswered(quint64 opening, const primitives::TxId& txid,
                       std::optional<consensus::Reject> refusal);
    /// Looks again from about this time (unix seconds) on; `done` when that has ended, or was given up.
    void lookBack(std::int64_t time, std::function<void()> done);
    /// After `task` changed the wallet by hand (label, lock …).
    void changed();
    /// Locks an encrypted wallet that is unlocked, so many minutes from now or from its last payment on.
    void setAutoLock(int minutes);
    /// Unlocks for so many seconds, whatever happens meanwhile. Errors: as wallet::Wallet::unlock.
    Result<void, wallet::WalletFailure> unlockFor(std::string_view passphrase, int seconds);
    /// Whoever asks the wallet after this reads the same in the published status.
    void publishPending();

    // --- paying ---
    using Plan = Result<wallet::PaymentDraft, PayFailure>;
    using Taken = Result<primitives::TxId, consensus::Rejection>;
    struct Payment {
        std::function<Plan(const WalletService&)> plan; ///< asked when its turn has come
        QString note;
        /// Offers it to the mempool. The answer comes on the wallet thread, or never when the node stops: it
        /// is offered again after the next start then.
        std::function<void(const PaymentOffer&, std::function<void(const Taken&)>)> submit = {};
        std::function<void(const Result<SentPayment, PayFailure>&)> answer = {};
    };
    Plan draft(const wallet::PaymentRequest& request) const;
    /// One that waits, as far as the wallet knows; nothing: it does not wait, or there is no such.
    [[nodiscard]] std::optional<WaitSituation> situationOf(const primitives::TxId& txid) const;
    wallet::SpeedUpResult planSpeedUp(const wallet::SpeedUpRequest& request) const;
    /// Commits the plan: records the payment, offers it, answers. What is answered as failed is forgotten
    /// again, also on disk; where that cannot be, it stays in the outbox and is answered as sent.
    void pay(Payment payment);
    /// Gives up a payment of the outbox. See wallet::Wallet::abandon; NotFound also for one that the mempool
    /// has.
    Result<void, wallet::WalletFailure> abandon(const primitives::TxId& txid);
    /// Tells of a fresh script for rewards, an empty one when no wallet is open: `rewardScriptMade`.
    void renewRewardScript();

    [[nodiscard]] const util::Published<WalletStatus>& published() const { return m_published; }
    [[nodiscard]] const util::Published<OwnScripts>& publishedScripts() const { return m_scripts; }

signals:
    void statusChanged();
    /// After an opening, and whenever it was asked for.
    void rewardScriptMade(const util::Bytes& script);
    /// A waiting transaction that the mempool should have: `offerAnswered` with the same opening.
    void wantsBroadcast(const node::PaymentOffer& offer, quint64 opening);
    /// All that the mempool has, please: `takeMempool` with the same opening.
    void wantsMempool(quint64 opening);

private:
    Done refuse(WalletProblem problem);
    void nextPayment();
    void startPayment(const Payment& payment);
    void finishPayment(const Payment& payment, const SentPayment& sent, const Taken& taken, quint64 opening);
    bool withdraw(const primitives::TxId& txid, quint64 opening);
    void noteTaken(const primitives::TxId& txid, quint64 opening);
    enum class Progress { More, Level, Failed };
    Progress followSome();
    Result<void, wallet::WalletFailure> leaveOldBranch();
    void level();
    void endRescan(std::optional<std::int32_t> height);
    void watchTheLock();
    void lockWhenItIsTime();
    [[nodiscard]] std::optional<std::int64_t> locksAt() const;
    void askForMempool();
    void offerAbsent(bool isNewBlock);
    void tryAgain(const wallet::WalletFailure& failure);
    [[nodiscard]] std::int32_t heightBefore(std::int64_t time) const;
    void publish();
    void publishScripts();
    void schedulePublish();
    [[nodiscard]] wallet::WalletOptions options() const;
    void reportProblem(const WalletProblem& problem);

    Config m_config;
    std::unique_ptr<storage::ChainReader> m_reader;
    WalletFile m_file; ///< empty: none is open
    util::Published<WalletStatus> m_published;
    util::Published<OwnScripts> m_scripts;
    WalletStatus m_status;
    QTimer m_publishTimer;
    QTimer m_retryTimer;  ///< after the disk failed
    QTimer m_outboxTimer; ///< looks for what is due
    QTimer m_lockTimer;
    bool m_wantsRewardScript = false; ///< the disk did not let it make one
    bool m_locksForCertain = false;   ///< its time was asked for: nothing puts it off
    std::int64_t m_lockAt = 0;        ///< that time, unix seconds
    Outbox m_outbox;
    SecondLook m_secondLook;
    std::function<void(std::optional<std::int32_t>)> m_rescanDone; ///< empty: no rescan
    std::int32_t m_rescanLast = 0;
    std::deque<Payment> m_payments;
    std::optional<primitives::TxId> m_sending; ///< the payment that the mempool is asked about
    bool m_paying = false;
    quint64 m_opening = 0; ///< grows with every wallet that is opened or closed
    bool m_followPosted = false;
    // What this wallet knows of the mempool: the news, from a whole list on.
    bool m_mempoolWanted = false; ///< something happened after which only a whole list will do
    bool m_mempoolAsked = false;
    bool m_mempoolKnown = false; ///< no payment before that
    std::uint64_t m_growth = 0;  ///< of the wallet, when the list was asked for
    wallet::WalletTip m_offeredAt;
    std::int32_t m_chainHeight = 0;
    std::size_t m_scriptsSeen = 0; ///< of the wallet's own, published
};

} // namespace node
