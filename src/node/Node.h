#pragma once

#include "consensus/ChainParams.h"
#include "node/DataFolder.h"
#include "node/api/ApiDesk.h"
#include "node/chain/ChainAccess.h"
#include "node/mining/MiningAccess.h"
#include "node/peers/LobbyAccess.h"
#include "node/peers/PeerAccess.h"
#include "node/settings/Settings.h"
#include "node/wallet/WalletAccess.h"
#include "util/SettableClock.h"

#include <QObject>

#include <memory>
#include <thread>

namespace node {

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
    bool locksWallet = false;           ///< nobody watches for input here: the time alone locks it
    std::shared_ptr<util::Clock> clock; ///< null: the system's
    QString powerFolder = QStringLiteral("/sys/class/power_supply"); ///< where Linux lists batteries
};

/// The whole node behind one handle: owns the threads (io, node, wallet; read, verify and mine belong to
/// parts), makes every part on its own thread in order, takes them down in reverse, and hands out one access
/// a part. Thread: made on main; methods from any thread unless said.
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
    [[nodiscard]] const ServiceThread& ioThread() const { return m_io; }

    [[nodiscard]] const ChainAccess& chain() const { return m_chain; }
    [[nodiscard]] const MiningAccess& mining() const { return m_mining; }
    [[nodiscard]] const WalletAccess& wallet() const { return m_wallet; }
    [[nodiscard]] const PeerAccess& peers() const { return m_peers; }
    [[nodiscard]] const LobbyAccess& lobby() const { return m_lobby; }
    [[nodiscard]] ApiDesk& api() { return m_api; }
    [[nodiscard]] const ApiDesk& api() const { return m_api; }

    /// Opens the peer port at once, or closes it ("off"): `bind` as in the setting peer_bind, which is stored
    /// when that went well. Gives where it listens now; empty: nowhere. On failure the port stays as it was.
    QFuture<Result<QString, PortProblem>> listenForPeers(const QString& bind);
    /// Asks the program to stop, as SIGTERM does: `stopRequested` follows.
    void requestStop() { QMetaObject::invokeMethod(this, &Node::stopRequested, Qt::QueuedConnection); }
    /// Stops the node's clock at a time, for tests on regtest; 0: the real time again.
    /// What falls due by it for the chain is done before anything that comes later.
    void setMockTime(std::int64_t unixSeconds);

    [[nodiscard]] Settings settings() const { return *m_publishedSettings.get(); }
    /// As they were when the node was made: what waits for a restart still works by these.
    [[nodiscard]] const Settings& settingsAtStart() const { return m_config.settings; }
    /// Checks, stores in settings.ini and applies what takes effect at once. Thread: main.
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
    void lobbyChanged();
    void requestsChanged();
    void apiChanged(); ///< endpoints or tokens
    void stopRequested();
    void settingChanged(const QString& key);
    /// The disk failed: the node stopped taking blocks.
    void stopped(node::DiskProblem problem);

private:
    void connectNews();
    [[nodiscard]] Engine::Config engineConfig() const;
    Result<void, SettingError> storeSetting(const QString& key, const QString& text);

    NodeConfig m_config;
    std::shared_ptr<util::SettableClock> m_clock; ///< what m_config.clock is
    Settings m_settings;                          ///< main thread
    util::Published<Settings> m_publishedSettings;
    BoardRef<TipChanged> m_tip;
    NewsThrottle m_chainNews, m_mempoolNews;
    // In start order.
    ServiceThread m_io;
    ServiceThread m_nodeThread;
    ServiceThread m_walletThread;
    ChainFeed m_feed; ///< signals on m_nodeThread
    ChainAccess m_chain;
    MiningAccess m_mining;
    WalletAccess m_wallet;
    PeerAccess m_peers;
    LobbyAccess m_lobby;
    ApiDesk m_api;
    std::thread m_stopThread;
    bool m_stopped = false;
};

} // namespace node
