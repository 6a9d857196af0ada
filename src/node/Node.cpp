#include "node/Node.h"
#include "util/Log.h"

#include <QFileInfo>

namespace node {

namespace {

constexpr auto kPeerBindKey = "peer_bind";
constexpr auto kNodeNameKey = "node_name";
constexpr auto kAutoLockKey = "auto_lock_minutes";
constexpr auto kLobbyKey = "lobby";

util::LogLevel logLevelOf(const Settings& settings) {
    const QString name = settings.text(QStringLiteral("log_level"));
    if (name == QLatin1String("debug")) return util::LogLevel::Debug;
    if (name == QLatin1String("warning")) return util::LogLevel::Warning;
    if (name == QLatin1String("error")) return util::LogLevel::Error;
    return util::LogLevel::Info;
}

/// The node's clock can be stopped, whatever it is.
std::shared_ptr<util::SettableClock> settable(std::shared_ptr<util::Clock>& clock) {
    if (!clock) clock = std::make_shared<util::SystemClock>();
    auto out = std::make_shared<util::SettableClock>(clock);
    clock = out;
    return out;
}

} // namespace

Node::Node(NodeConfig config)
    : m_config(std::move(config)), m_clock(settable(m_config.clock)), m_settings(m_config.settings),
      m_tip(std::make_shared<Board<TipChanged>>([this] { emit tipChanged(*m_tip->get()); })),
      m_chainNews([this] { emit chainStatusChanged(); }), m_mempoolNews([this] { emit mempoolChanged(); }),
      m_io(QStringLiteral("io")), m_nodeThread(QStringLiteral("node")),
      m_walletThread(QStringLiteral("wallet")),
      m_chain(m_nodeThread, m_feed, m_config.params, *m_config.clock),
      m_mining(m_nodeThread, std::make_shared<Board<MiningStatus>>([this] { emit miningChanged(); })),
      m_wallet(m_walletThread, m_chain.engine(),
               std::make_shared<Board<WalletStatus>>([this] { emit walletChanged(); }), m_config.paths),
      m_peers(m_io, m_chain, std::make_shared<Board<PeerAccess::PeerList>>([this] { emit peersChanged(); })),
      m_lobby(m_io, m_peers, std::make_shared<Board<LobbyView>>([this] { emit lobbyChanged(); })),
      m_api(
          m_chain.engine(), m_wallet, *m_config.clock, [this] { emit apiChanged(); },
          [this] { emit requestsChanged(); }) {
    m_publishedSettings.set(std::make_shared<const Settings>(m_settings));
    util::setLogLevel(logLevelOf(m_settings));
    m_feed.moveToThread(m_nodeThread.context()->thread());
    connectNews();
}

Node::~Node() {
    stop();
    if (m_stopThread.joinable()) m_stopThread.join();
    for (ServiceThread* thread : {&m_walletThread, &m_io, &m_nodeThread})
        thread->stop();
}

/// On the node thread; the throttles carry them to the main thread, and outlive it.
void Node::connectNews() {
    const auto notify = [](NewsThrottle& news) { return [&news] { news.notify(); }; };
    connect(&m_feed, &ChainFeed::tipChanged, &m_feed, [board = m_tip](const TipChanged& change) {
        board->set(std::make_shared<const TipChanged>(change));
    });
    connect(&m_feed, &ChainFeed::statusChanged, &m_feed, notify(m_chainNews));
    connect(&m_feed, &ChainFeed::mempoolChanged, &m_feed, notify(m_mempoolNews));
    connect(&m_feed, &ChainFeed::diskFailed, this, &Node::stopped);
    connect(this, &Node::apiChanged, this, [this] { m_lobby.setPlace(m_api.endpoints().peer); });
}

void Node::setMockTime(std::int64_t unixSeconds) {
    m_clock->set(unixSeconds);
    m_chain.engine().tell([](Engine& engine) { engine.tick(); });
}

// --- start and stop

Engine::Config Node::engineConfig() const {
    return {m_config.params, m_config.inMemory ? QString() : m_config.paths.chain(), m_config.settings,
            m_config.clock};
}

/// Each part on its own thread, one after the other; who comes later finds those before.
QFuture<Result<void, StartError>> Node::start() {
    auto promise = startedPromise<Result<void, StartError>>();
    const auto finish = [promise](const Result<void, StartError>& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    const auto goOn = [finish, mining = m_mining, &settings = m_config.settings] {
        mining.resume(settings);
        finish({});
    };
    const auto startPeers = [goOn, peers = m_peers, lobby = m_lobby, &node = m_nodeThread,
                             &config = m_config] {
        peers.start(*config.clock, config.params, config.settings.list(QStringLiteral("connect")));
        lobby.start(*config.clock, config.params, config.settings.flag(QString::fromLatin1(kLobbyKey)));
        node.post(goOn);
    };
    const auto startWallet = [finish, startPeers, wallet = m_wallet, mining = m_mining, &io = m_io,
                              &feed = m_feed, &config = m_config](const QString& chainPath) {
        WalletService::Config own{config.params, config.paths, chainPath, config.walletKdf, config.clock};
        const Settings& settings = config.settings;
        own.lookAhead = std::uint32_t(settings.number(QStringLiteral("look_ahead")));
        own.leastFeePerKvB = settings.amount(QStringLiteral("minimum_fee")).satoshi();
        if (config.locksWallet) own.autoLockMinutes = int(settings.number(QString::fromLatin1(kAutoLockKey)));
        wallet.start(std::move(own), feed,
                     [mining](util::Bytes script) { mining.setRewardScript(std::move(script)); });
        Result<void, WalletProblem> opened;
        if (config.openWallet) opened = wallet.openFirst(config.walletName, config.walletPassphrase);
        config.walletPassphrase.clear();
        if (!opened && config.needsWallet)
            return finish(fail(StartError{.kind = StartError::Kind::Wallet, .wallet = opened.error()}));
        io.post(startPeers);
    };
    m_nodeThread.post([finish, startWallet, chain = m_chain, mining = m_mining, desk = &m_api,
                       &walletThread = m_walletThread, engineConfig = engineConfig(),
                       powerFolder = m_config.powerFolder]() mutable {
        const Settings settings = engineConfig.settings;
        const auto clock = engineConfig.clock;
        if (const auto opened = chain.open(std::move(engineConfig)); !opened) return finish(opened);
        Engine& engine = *chain.engine().here();
        desk->loadTokens(engine);
        mining.start(engine, clock, settings, powerFolder);
        walletThread.post([startWallet, path = engine.databasePath()] { startWallet(path); });
    });
    return promise->future();
}

/// A thread of its own waits, so that the window never does. The order is the reverse of the start.
QFuture<void> Node::stop() {
    auto promise = startedPromise<void>();
    auto future = promise->future();
    if (std::exchange(m_stopped, true)) {
        promise->finish();
        return future;
    }
    m_stopThread =
        std::thread([promise, chain = m_chain, mining = m_mining, wallet = m_wallet, peers = m_peers,
                     lobby = m_lobby, &io = m_io, &node = m_nodeThread, &walletThread = m_walletThread] {
            chain.endImport();
            node.call([mining] { mining.stop(); }).waitForFinished();
            io.call([peers, lobby] {
                  lobby.close();
                  peers.close();
              }).waitForFinished();
            walletThread.call([wallet] { wallet.close(); }).waitForFinished();
            chain.closeReads();
            node.call([mining, chain] {
                    mining.close();
                    chain.close();
                })
                .waitForFinished();
            promise->finish();
        });
    return future;
}

// --- settings

QFuture<Result<QString, PortProblem>> Node::listenForPeers(const QString& bind) {
    return m_peers.listen(bind).then(this, [this, bind](const Result<QString, PortProblem>& opened) {
        if (!opened) return opened;
        if (const auto stored = storeSetting(QString::fromLatin1(kPeerBindKey), bind); !stored)
            util::logWarning("net", "the setting of the peer port was not stored");
        return opened;
    });
}

Result<void, SettingError> Node::changeSetting(const QString& key, const QString& text) {
    const auto stored = storeSetting(key, text);
    if (key == QLatin1String(kNodeNameKey)) m_peers.tellHello();
    if (key == QLatin1String(kLobbyKey)) m_lobby.turn(m_settings.flag(key));
    // How it went is in the endpoints: the window shows it.
    if (key == QLatin1String(kPeerBindKey)) (void)m_peers.listen(m_settings.text(key));
    return stored;
}

/// Checks, stores and tells everybody.
Result<void, SettingError> Node::storeSetting(const QString& key, const QString& text) {
    const SettingRow* row = settingRow(key);
    const QString root = QFileInfo(m_config.paths.folder).path();
    const bool program = row != nullptr && row->scope == SettingRow::Scope::Program;
    const QString path = program ? root + QStringLiteral("/settings.ini") : m_config.paths.settings();
    const auto stored = m_settings.store(path, key, text);
    if (!stored && stored.error().kind != SettingError::Kind::NotWritten) return stored;
    m_publishedSettings.set(std::make_shared<const Settings>(m_settings));
    util::setLogLevel(logLevelOf(m_settings));
    m_chain.applySettings(m_settings);
    m_mining.applySettings(m_settings);
    if (m_config.locksWallet && key == QLatin1String(kAutoLockKey))
        m_wallet.setAutoLock(int(m_settings.number(key)));
    emit settingChanged(key);
    return stored;
}

} // namespace node

#include "moc_Node.cpp"
