#pragma once

#include "consensus/ChainParams.h"
#include "node/DataFolder.h"
#include "node/NodeTypes.h"
#include "storage/ChainReader.h"
#include "storage/WalletDatabase.h"
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
    };
    explicit WalletService(Config config);
    ~WalletService() override;

    /// Opens a wallet file; makes it first when it is missing and `words` or a passphrase come with the call.
    /// A wallet that is encrypted stays locked when `passphrase` is empty.
    Result<void, QString> open(const QString& name, const crypto::SecretString& passphrase,
                               bool createIfMissing);
    /// The same for the wallet that a start asks for, with the exit code it ends with.
    Result<void, StartError> openAtStart(const QString& name, const crypto::SecretString& passphrase);
    Result<void, QString> create(const QString& name, crypto::SecretString words,
                                 crypto::SecretString wordPassphrase, crypto::SecretString passphrase,
                                 bool scanFromGenesis);
    Result<void, QString> create(const QString& name, wallet::NewWallet start, bool scanFromGenesis);
    /// Opens a copy of a wallet file under a name that no wallet has.
    Result<void, QString> restore(const QString& name, const QString& backup);
    void close();
    /// False when another wallet is open, or none.
    bool closeNamed(const QString& name);
    /// A copy of the open file; nothing when none is open.
    std::optional<Result<void, storage::StorageError>> backUpTo(const QString& path);
    /// Null when none is open.
    [[nodiscard]] wallet::Wallet* wallet() { return m_wallet.get(); }
    [[nodiscard]] std::int32_t chainHeight() const { return m_chainHeight; }

    // --- following ---
    /// Reads on until level with the best chain, in turns of a few blocks.
    void follow();
    void transactionAdded(const primitives::TransactionRef& transaction);
    void transactionRemoved(const primitives::TxId& txid);
    /// The mempool would not have one that `wantsBroadcast` offered: given up, unless it is there or may be
    /// taken later.
    void broadcastRefused(const primitives::TxId& txid, consensus::Reject reason);
    /// Reads the chain again from about this time (unix seconds) on; `done` when level, or closed.
    void lookBack(std::int64_t time, std::function<void()> done);
    /// After `task` changed the wallet by hand (label, lock …).
    void changed();

    // --- paying ---
    using Plan = Result<wallet::PaymentDraft, PayFailure>;
    using Taken = Result<primitives::TxId, consensus::Rejection>;
    struct Payment {
        std::function<Plan(const WalletService&)> plan; ///< asked when its turn has come
        QString note;
        /// Offers it to the mempool. The answer comes on the wallet thread, or never when the node stops.
        std::function<void(const primitives::TransactionRef&, std::function<void(const Taken&)>)> submit = {};
        std::function<void(const Result<SentPayment, PayFailure>&)> answer = {};
    };
    Plan draft(const wallet::PaymentRequest& request) const;
    /// Commits the plan: records the payment, offers it, answers. A refused one is forgotten again.
    void pay(Payment payment);
    /// Tells of a fresh script for rewards, an empty one when no wallet is open: `rewardScriptMade`.
    void renewRewardScript();

    [[nodiscard]] const util::Published<WalletStatus>& published() const { return m_published; }
    [[nodiscard]] const util::Published<OwnScripts>& publishedScripts() const { return m_scripts; }

signals:
    void statusChanged();
    /// After an opening, and whenever it was asked for.
    void rewardScriptMade(const util::Bytes& script);
    /// A waiting transaction of the wallet that the mempool should have, after a start or a reorganisation.
    void wantsBroadcast(const primitives::TransactionRef& transaction, bool afterReorganisation);

private:
    Result<void, QString> refuse(int exitCode, const QString& sentence);
    void nextPayment();
    void startPayment(const Payment& payment);
    void finishPayment(const Payment& payment, const SentPayment& sent, const Taken& taken, quint64 opening);
    bool followSome();
    [[nodiscard]] std::int32_t heightBefore(std::int64_t time) const;
    void endLookingBack();
    void publish();
    void publishScripts();
    void schedulePublish();
    [[nodiscard]] wallet::WalletOptions options() const;
    void reportProblem(const QString& sentence);

    Config m_config;
    std::unique_ptr<storage::ChainReader> m_reader;
    std::unique_ptr<storage::WalletDatabase> m_database;
    std::unique_ptr<wallet::Wallet> m_wallet;
    util::Published<WalletStatus> m_published;
    util::Published<OwnScripts> m_scripts;
    WalletStatus m_status;
    QTimer m_publishTimer;
    std::deque<Payment> m_payments;
    std::vector<std::function<void()>> m_lookedBack; ///< to be told when level
    int m_exitCode = 1;                              ///< of the last refusal
    bool m_paying = false;
    quint64 m_opening = 0; ///< grows with every wallet that is opened or closed
    bool m_followPosted = false;
    bool m_broadcastDone = false;
    bool m_reorganised = false; ///< since the last broadcast
    std::int32_t m_chainHeight = 0;
    std::size_t m_scriptsSeen = 0; ///< of the wallet's own, published
};

} // namespace node
