#pragma once

#include "chain/mempool/MempoolSnapshot.h"
#include "consensus/ChainParams.h"
#include "explorer/ExplorerQueries.h"
#include "net/PeerManager.h"
#include "node/DataFolder.h"
#include "node/NewsThrottle.h"
#include "node/NodeTypes.h"
#include "node/ServiceThread.h"
#include "node/api/ApiTokens.h"
#include "node/chain/Engine.h"
#include "node/mining/MiningService.h"
#include "node/settings/Settings.h"
#include "node/wallet/WalletService.h"
#include "storage/ReadPool.h"
#include "util/Published.h"
#include "util/RecentItems.h"
#include "util/SettableClock.h"

#include <QFuture>
#include <QMetaMethod>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace node {

class SpendQuestions;

/// What a node is built from.
struct NodeConfig {
    consensus::ChainParams params;
    DataPaths paths;
    Settings settings;
    bool inMemory = false;                          ///< tests: nothing on disk
    QString walletName = QStringLiteral("default"); ///< empty: none
    crypto::SecretString walletPassphrase;
    crypto::ScryptCost walletKdf; ///< tests: cheap
    bool openWallet = true;
    bool needsWallet = false;           ///< a start without the wallet it asks for fails
    std::shared_ptr<util::Clock> clock; ///< null: the system's
    QString powerFolder = QStringLiteral("/sys/class/power_supply"); ///< where Linux lists batteries
};

/// The whole node behind one handle: builds every part, owns the threads (io, node, wallet, read, verify,
/// mine), holds members in start order so that they stop in reverse. Front ends read published values, call
/// methods that answer by futures, and listen to news. Thread: made on main; methods from any thread unless
/// said.
class Node : public QObject {
    Q_OBJECT
public:
    explicit Node(NodeConfig config);
    /// Stops what still runs; may take a moment: call `stop` first and wait for it where that matters.
    ~Node() override;

    /// Opens database and wallet and starts the services. Call once.
    QFuture<Result<void, StartError>> start();
    /// Stops everything in order: miner, peers, wallet, chain (flushed). The future ends when it is done.
    QFuture<void> stop();

    [[nodiscard]] const consensus::ChainParams& params() const { return m_config.params; }
    [[nodiscard]] const DataPaths& paths() const { return m_config.paths; }
    [[nodiscard]] const util::Clock& clock() const { return *m_config.clock; }

    // --- published values: the newest, without waiting ---
    [[nodiscard]] std::shared_ptr<const ChainStatus> chainStatus() const;
    /// With what to pay for the next blocks in `fees`.
    [[nodiscard]] std::shared_ptr<const chain::MempoolSnapshot> mempool() const;
    [[nodiscard]] std::shared_ptr<const MiningStatus> miningStatus() const;
    [[nodiscard]] std::shared_ptr<const WalletStatus> walletStatus() const;
    [[nodiscard]] std::shared_ptr<const OwnScripts> ownScripts() const;
    [[nodiscard]] std::shared_ptr<const std::vector<net::PeerInfo>> peers() const;

    // --- questions to the chain, on the read pool ---
    /// `question` gets `explorer::ExplorerQueries&`.
    template <class F>
    auto query(F question) {
        return m_reads->run([this, mempool = mempool(),
                             question = std::move(question)](storage::ChainReader& reader) mutable {
            explorer::ExplorerQueries queries(reader, m_config.params, mempool);
            return question(queries);
        });
    }
    /// `task` gets `chain::ChainState&` and `chain::Mempool&` on the node thread: keep it short.
    template <class F>
    auto withChain(F task) {
        return m_nodeThread.call([engine = m_engine, task = std::move(task)]() mutable {
            return task(engine->chain(), engine->mempool());
        });
    }
    /// `task` gets the whole `Engine&` on the node thread.
    template <class F>
    auto withEngine(F task) {
        return m_nodeThread.call(
            [engine = m_engine, task = std::move(task)]() mutable { return task(*engine); });
    }
    /// For connections to its signals alone: they come one by one, on the node thread.
    [[nodiscard]] Engine* engineNews() const { return m_engine.get(); }
    QFuture<Summary> summary();
    QFuture<std::vector<chain::ChainTip>> chainTips();

    // --- chain ---
    QFuture<Result<primitives::TxId, consensus::Rejection>>
    submitTransaction(primitives::TransactionRef transaction);
    /// A dry run: the fee it would pay, or why it would be refused (`consensus::toTestString`, as
    /// testmempoolaccept says it).
    QFuture<Result<primitives::Amount, consensus::Rejection>>
    testTransaction(primitives::TransactionRef transaction);
    QFuture<BlockSubmission> submitBlock(primitives::BlockRef block);
    /// A block without its work on the present tip, as getblocktemplate's mode "proposal" answers it.
    QFuture<BlockSubmission> proposeBlock(primitives::BlockRef block);
    QFuture<Result<void, QString>> invalidateBlock(primitives::BlockHash hash);
    QFuture<Result<void, QString>> reconsiderBlock(primitives::BlockHash hash);
    /// Reads a block file; progress in ChainStatus. Can be interrupted with `cancelImport`.
    QFuture<ImportReport> importBlocks(QString path);
    void cancelImport();
    /// Writes the best chain; the future gives a sentence on failure.
    QFuture<Result<std::int64_t, QString>> exportBlocks(QString path);
    /// Re-checks the stored chain from genesis in memory, every rule and script.
    QFuture<VerifyReport> verify();

    // --- mining ---
    struct MiningRequest {
        std::optional<bool> enabled;
        std::optional<int> threads;
        std::optional<mining::MiningMode> mode;
        std::optional<int> percent = {};
        std::optional<bool> pauseOnBattery = {};
        std::optional<int> idleMinutes = {};
    };
    /// Until the program ends, or the setting of the same name changes.
    void setMining(MiningRequest request);
    /// Somebody uses the window: mining may pause for that.
    void noteInput();
    /// Mines exactly one block (joins a running job). `script`: where the reward goes; nothing = a fresh
    /// wallet address.
    struct MineJob {
        quint64 id = 0;
        QFuture<MinedBlock> result;
    };
    MineJob mineOne(std::optional<util::Bytes> script, int timeoutMs);
    void cancelMineOne(quint64 id);
    /// A template for others to mine (getblocktemplate).
    QFuture<Result<mining::BlockTemplateRef, QString>> blockTemplate(std::optional<util::Bytes> script);

    // --- wallet (wallet thread) ---
    /// `task` gets `wallet::Wallet&` and the best height, on the wallet thread. Gives `std::optional` of what
    /// it returns: nothing when no wallet is open. With `changes` the published status follows.
    template <class F>
    auto withWallet(F task, bool changes = false) {
        using T = std::invoke_result_t<F, wallet::Wallet&, std::int32_t>;
        return m_walletThread.call(
            [service = m_wallet, task = std::move(task), changes]() mutable -> std::optional<T> {
                if (!service || service->wallet() == nullptr) return std::nullopt;
                std::optional<T> out(task(*service->wallet(), service->chainHeight()));
                if (changes) service->changed();
                return out;
            });
    }
    // One way to pay, for every face: a plan, and that plan committed. Payments go one after the other; each
    // is recorded in the wallet first, then offered to the mempool, then answered.
    /// The plan: nothing is signed, nothing changes.
    QFuture<Result<wallet::PaymentDraft, PayFailure>> draftPayment(wallet::PaymentRequest request);
    /// Sends exactly this plan, or nothing: CoinsChanged when its coins have gone meanwhile.
    QFuture<Result<SentPayment, PayFailure>> commitPayment(wallet::PaymentDraft draft, QString note = {});
    /// Plan and commit in one turn, for programs that were given a free hand.
    QFuture<Result<SentPayment, PayFailure>> pay(wallet::PaymentRequest request, QString note = {});
    /// Plans, shows the plan to the user (`spendAsked`), and commits it when they agree. `id`: for
    /// withdrawQuestion.
    struct AskedPayment {
        quint64 id = 0;
        QFuture<Result<SentPayment, PayFailure>> result;
    };
    AskedPayment payIfAllowed(wallet::PaymentRequest request, QString note = {});
    /// The program that asked has gone: a question that is still open closes unanswered.
    void withdrawQuestion(quint64 question);
    /// Thread: main.
    void answerSpend(quint64 question, SpendAnswer answer);
    /// Makes a wallet file and opens it. `words` empty: fresh ones.
    QFuture<Result<void, QString>> createWallet(QString name, crypto::SecretString words,
                                                crypto::SecretString wordPassphrase,
                                                crypto::SecretString passphrase, bool scanFromGenesis);
    QFuture<Result<void, QString>> openWallet(QString name, crypto::SecretString passphrase = {});
    /// A copy of the open wallet's file where there is none yet; nothing when no wallet is open.
    QFuture<std::optional<Result<void, storage::StorageError>>> backUpWallet(QString path);
    [[nodiscard]] QStringList walletNames() const;

    // --- peers ---
    QFuture<Result<quint64, QString>> addPeer(QString url);
    void removePeer(quint64 peer);
    void banPeer(quint64 peer, int seconds);
    /// Asks every peer for its best chain and waits (at most `timeoutMs`) until level with the best.
    QFuture<ResolveReport> resolve(int timeoutMs = 30'000);
    /// Opens the peer port at once, or closes it ("off"): `bind` as in the setting peer_bind, which is stored
    /// when that went well. Gives where it listens now; empty: nowhere. On failure the port stays as it was.
    QFuture<Result<QString, PortProblem>> listenForPeers(QString bind);
    /// What opens the port (rest::ApiService); gives where it listens. Called on the io thread. Thread: io.
    using PeerListener = std::function<Result<QString, PortProblem>(const QString& bind)>;
    void setPeerListener(PeerListener listener) { m_peerListener = std::move(listener); }
    /// Only on the io thread (rest::PeerRoutes).
    [[nodiscard]] net::PeerManager& peerManager() { return *m_peers; }
    [[nodiscard]] const ServiceThread& ioThread() const { return m_io; }

    // --- the API as the window sees it (rest writes, gui reads) ---
    void setApiEndpoints(const ApiEndpoints& endpoints);
    [[nodiscard]] ApiEndpoints apiEndpoints() const { return *m_apiEndpoints.get(); }
    /// Somebody is connected to one of its signals.
    [[nodiscard]] bool isSomebodyConnected(const QMetaMethod& signal) const {
        return isSignalConnected(signal);
    }
    /// Keeps the last 200. Thread: io.
    void logRequest(RequestEntry entry);
    /// Named passwords for programs. The secret is given once; only its hash is stored. Errors: a sentence.
    QFuture<Result<QString, QString>> createApiToken(QString name, QStringList scopes);
    /// False when there was none of that name.
    QFuture<bool> revokeApiToken(QString name);
    [[nodiscard]] std::shared_ptr<const ApiTokens> apiTokens() const { return m_apiTokens.get(); }
    /// Oldest first.
    [[nodiscard]] std::vector<RequestEntry> requests() const { return m_requests.all(); }

    /// Asks the program to stop, as SIGTERM does: `stopRequested` follows.
    void requestStop() { QMetaObject::invokeMethod(this, &Node::stopRequested, Qt::QueuedConnection); }
    /// Stops the node's clock at a time, for tests on regtest; 0: the real time again.
    void setMockTime(std::int64_t unixSeconds) { m_clock->set(unixSeconds); }

    // --- settings ---
    [[nodiscard]] Settings settings() const;
    /// As they were when the node was made: what waits for a restart still works by these.
    [[nodiscard]] const Settings& settingsAtStart() const { return m_config.settings; }
    /// Checks, stores in settings.ini and applies what takes effect at once.
    Result<void, SettingError> changeSetting(const QString& key, const QString& text);

signals:
    /// All signals come on the main thread, coalesced to four a second while much happens; the last one
    /// always comes.
    void tipChanged(const node::TipChanged& change);
    void chainStatusChanged();
    void mempoolChanged();
    void miningChanged();
    void walletChanged();
    void peersChanged();
    void requestsChanged();
    void apiChanged(); ///< endpoints or tokens
    void stopRequested();
    /// A question for the user (see payIfAllowed); one at a time, `spendSettled` ends it. The window calls
    /// `answerSpend`.
    void spendAsked(const node::SpendQuestion& question);
    void spendSettled(quint64 question, const node::SpendOutcome& outcome);
    void settingChanged(const QString& key);
    /// The disk failed: the node stopped taking blocks. A sentence.
    void stopped(const QString& reason);

private:
    Result<void, StartError> startEngine();
    void checkAfterInterruption();
    void startMining();
    Result<void, StartError> startWallet();
    void startPeers();
    void tellHello();
    void connectNews();
    void publishPeers();
    void refreshRewardScript();
    void savePeers();
    Result<void, SettingError> storeSetting(const QString& key, const QString& text);
    void storeApiTokens(ApiTokens tokens);
    QFuture<Result<SentPayment, PayFailure>> enqueuePayment(WalletService::Payment payment);

    NodeConfig m_config;
    std::shared_ptr<util::SettableClock> m_clock; ///< what m_config.clock is
    Settings m_settings;                          ///< main thread
    util::Published<Settings> m_publishedSettings;
    // In start order.
    ServiceThread m_io;
    ServiceThread m_nodeThread;
    ServiceThread m_walletThread;
    std::shared_ptr<Engine> m_engine;        ///< lives on m_nodeThread
    std::shared_ptr<MiningService> m_mining; ///< lives on m_nodeThread
    std::unique_ptr<storage::ReadPool> m_reads;
    std::shared_ptr<WalletService> m_wallet;   ///< lives on m_walletThread
    std::shared_ptr<net::PeerManager> m_peers; ///< lives on m_io
    PeerListener m_peerListener;               ///< io thread
    util::Published<std::vector<net::PeerInfo>> m_peerList;
    util::Published<TipChanged> m_pendingTip; ///< written on the node thread
    util::Published<ApiEndpoints> m_apiEndpoints;
    util::Published<ApiTokens> m_apiTokens; ///< written on the node thread
    SpendQuestions* m_questions;            ///< main thread; a child
    util::RecentItems<RequestEntry> m_requests{200};
    std::atomic<bool> m_cancelImport = false;
    std::thread m_importThread;
    std::thread m_stopThread;
    std::atomic<quint64> m_nextJob = 1;
    NewsThrottle m_tipNews, m_chainNews, m_mempoolNews, m_miningNews, m_walletNews, m_peerNews, m_requestNews,
        m_apiNews;
    bool m_stopped = false;
};

} // namespace node
