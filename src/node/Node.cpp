#include "node/Node.h"

#include "chain/BlockFile.h"
#include "node/api/SpendQuestions.h"
#include "node/chain/BlockImport.h"
#include "node/chain/ChainVerifier.h"
#include "util/Log.h"

#include <QDir>
#include <QFileInfo>

namespace node {

namespace {

constexpr auto kPeerBindKey = "peer_bind";
constexpr auto kApiTokensKey = "api_tokens";
constexpr int kReadThreads = 2;

util::LogLevel logLevelOf(const Settings& settings) {
    const QString name = settings.text(QStringLiteral("log_level"));
    if (name == QLatin1String("debug")) return util::LogLevel::Debug;
    if (name == QLatin1String("warning")) return util::LogLevel::Warning;
    if (name == QLatin1String("error")) return util::LogLevel::Error;
    return util::LogLevel::Info;
}

/// A promise that is started, and its future.
template <class T>
std::shared_ptr<QPromise<T>> startedPromise() {
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

} // namespace

Node::Node(NodeConfig config)
    : m_config(std::move(config)), m_settings(m_config.settings), m_io(QStringLiteral("io")),
      m_nodeThread(QStringLiteral("node")), m_walletThread(QStringLiteral("wallet")), m_tipNews([this] {
          const auto pending = m_pendingTip.get();
          emit tipChanged(*pending);
      }),
      m_chainNews([this] { emit chainStatusChanged(); }), m_mempoolNews([this] { emit mempoolChanged(); }),
      m_miningNews([this] { emit miningChanged(); }), m_walletNews([this] { emit walletChanged(); }),
      m_peerNews([this] { emit peersChanged(); }), m_requestNews([this] { emit requestsChanged(); }),
      m_apiNews([this] { emit apiChanged(); }) {
    m_questions = new SpendQuestions(*this);
    if (!m_config.clock) m_config.clock = std::make_shared<util::SystemClock>();
    m_clock = std::make_shared<util::SettableClock>(m_config.clock);
    m_config.clock = m_clock;
    m_publishedSettings.set(std::make_shared<const Settings>(m_settings));
    util::setLogLevel(logLevelOf(m_settings));
}

Node::~Node() {
    stop();
    if (m_stopThread.joinable()) m_stopThread.join();
}

// --- start and stop

QFuture<Result<void, StartError>> Node::start() {
    auto promise = startedPromise<Result<void, StartError>>();
    m_nodeThread.post([this, promise] {
        const auto opened = startEngine();
        if (!opened) {
            promise->addResult(opened);
            promise->finish();
            return;
        }
        m_reads = std::make_unique<storage::ReadPool>(m_engine->databasePath(), kReadThreads);
        checkAfterInterruption();
        startMining();
        connectNews();
        m_walletThread.post([this, promise] {
            if (const auto wallet = startWallet(); !wallet && m_config.needsWallet) {
                promise->addResult(wallet);
                promise->finish();
                return;
            }
            m_io.post([this, promise] {
                startPeers();
                m_nodeThread.post([this, promise] {
                    const QString start = m_settings.text(QStringLiteral("mine_at_start"));
                    const bool resumes = start == QLatin1String("as-left") && m_mining->wasEnabled();
                    if (resumes || start == QLatin1String("on")) m_mining->setEnabled(true);
                    promise->addResult(Result<void, StartError>());
                    promise->finish();
                });
            });
        });
    });
    return promise->future();
}

Result<void, StartError> Node::startEngine() {
    Engine::Config config{m_config.params, m_config.inMemory ? QString() : m_config.paths.chain(), m_settings,
                          m_config.clock};
    auto engine = std::make_shared<Engine>(std::move(config));
    if (const auto ok = engine->open(); !ok) return ok;
    m_engine = std::move(engine);
    if (const auto stored = m_engine->state().get(QString::fromLatin1(kApiTokensKey)); stored && *stored) {
        m_apiTokens.set(std::make_shared<const ApiTokens>(ApiTokens::fromJson(**stored)));
    }
    return {};
}

/// Nothing committed is lost when the program is killed, if the disk kept its word: the whole file is looked
/// through behind the start.
void Node::checkAfterInterruption() {
    if (!m_engine->wasInterrupted()) return;
    util::logInfo("node", "the program ended without closing the chain database; checking it");
    m_reads->run([this](storage::ChainReader& reader) {
        const auto sound = reader.quickCheck();
        if (sound) {
            util::logInfo("node", "the chain database is sound");
        } else {
            m_nodeThread.post([this, error = sound.error()] { m_engine->reportDamage(error); });
        }
        return sound.has_value();
    });
}

void Node::startMining() {
    m_mining = std::make_shared<MiningService>(*m_engine, m_config.clock, m_settings, m_config.powerFolder);
}

Result<void, StartError> Node::startWallet() {
    WalletService::Config config{m_config.params, m_config.paths, m_engine->databasePath(),
                                 m_config.walletKdf, m_config.clock};
    m_wallet = std::make_shared<WalletService>(std::move(config));
    WalletService* const service = m_wallet.get();
    connect(m_engine.get(), &Engine::tipChanged, service, &WalletService::follow);
    connect(m_engine.get(), &Engine::transactionAdded, service, &WalletService::transactionAdded);
    connect(m_engine.get(), &Engine::transactionRemoved, service, &WalletService::transactionRemoved);
    connect(service, &WalletService::wantsBroadcast, m_engine.get(),
            [this](const primitives::TransactionRef& transaction, bool afterReorganisation) {
                const auto taken = m_engine->submitTransaction(transaction);
                if (taken || !afterReorganisation) return;
                m_walletThread.post([this, txid = transaction->txid(), reason = taken.error().reason] {
                    if (m_wallet) m_wallet->broadcastRefused(txid, reason);
                });
            });
    connect(
        service, &WalletService::opened, service, [this] { refreshRewardScript(); }, Qt::DirectConnection);
    connect(
        service, &WalletService::statusChanged, service, [this] { m_walletNews.notify(); },
        Qt::DirectConnection);
    connect(m_mining.get(), &MiningService::blockFound, service, [this] { refreshRewardScript(); });
    if (!m_config.openWallet || m_config.walletName.isEmpty()) return {};
    const auto opened = service->openAtStart(m_config.walletName, m_config.walletPassphrase);
    m_config.walletPassphrase.clear();
    return opened;
}

/// Wallet thread: a fresh address for the next rewards.
void Node::refreshRewardScript() {
    const util::Bytes script = m_wallet->newRewardScript();
    m_nodeThread.post([this, script] { m_mining->setRewardScript(script); });
}

void Node::connectNews() {
    Engine* const engine = m_engine.get();
    // On the node thread; the throttles carry them to the main thread.
    connect(engine, &Engine::tipChanged, engine, [this](const TipChanged& change) {
        m_pendingTip.set(std::make_shared<const TipChanged>(change));
        m_tipNews.notify();
    });
    connect(engine, &Engine::statusChanged, engine, [this] { m_chainNews.notify(); });
    connect(engine, &Engine::mempoolChanged, engine, [this] { m_mempoolNews.notify(); });
    connect(m_mining.get(), &MiningService::statusChanged, engine, [this] { m_miningNews.notify(); });
    connect(engine, &Engine::diskFailed, this, &Node::stopped);
}

QFuture<void> Node::stop() {
    auto promise = startedPromise<void>();
    auto future = promise->future();
    if (m_stopped) {
        promise->finish();
        return future;
    }
    m_stopped = true;
    m_cancelImport = true;
    // A thread of its own waits, so that the window never does. The order is the reverse of the start.
    m_stopThread = std::thread([this, promise] {
        if (m_importThread.joinable()) m_importThread.join();
        m_nodeThread
            .call([this] {
                if (m_mining) m_mining->close();
            })
            .waitForFinished();
        m_io.call([this] {
                if (m_peers) savePeers();
                m_peers.reset();
            })
            .waitForFinished();
        m_walletThread.call([this] { m_wallet.reset(); }).waitForFinished();
        m_reads.reset();
        m_nodeThread
            .call([this] {
                m_mining.reset();
                if (m_engine) m_engine->close();
                m_engine.reset();
            })
            .waitForFinished();
        promise->finish();
    });
    return future;
}

// --- published values

std::shared_ptr<const ChainStatus> Node::chainStatus() const {
    return m_engine ? m_engine->publishedStatus().get() : std::make_shared<const ChainStatus>();
}

std::shared_ptr<const chain::MempoolSnapshot> Node::mempool() const {
    return m_engine ? m_engine->publishedMempool().get() : std::make_shared<const chain::MempoolSnapshot>();
}

std::shared_ptr<const MiningStatus> Node::miningStatus() const {
    return m_mining ? m_mining->published().get() : std::make_shared<const MiningStatus>();
}

std::shared_ptr<const WalletStatus> Node::walletStatus() const {
    return m_wallet ? m_wallet->published().get() : std::make_shared<const WalletStatus>();
}

std::shared_ptr<const OwnScripts> Node::ownScripts() const {
    return m_wallet ? m_wallet->publishedScripts().get() : std::make_shared<const OwnScripts>();
}

std::shared_ptr<const std::vector<net::PeerInfo>> Node::peers() const {
    return m_peerList.get();
}

QFuture<Summary> Node::summary() {
    auto promise = startedPromise<Summary>();
    auto future = promise->future();
    m_reads->run([this, promise](storage::ChainReader& reader) {
        const storage::ChainReader::Snapshot snapshot(reader);
        const auto tip = reader.tip();
        const auto coins = tip ? reader.coinStatistics() : fail(tip.error());
        m_nodeThread.post([this, promise, tip = tip.value_or(chain::TipInfo{}), coins] {
            promise->addResult(m_engine->summaryAt(tip, coins));
            promise->finish();
        });
        return true;
    });
    return future;
}

QFuture<std::vector<chain::ChainTip>> Node::chainTips() {
    return m_nodeThread.call([this] { return m_engine->chain().tips(); });
}

// --- chain

QFuture<Result<primitives::TxId, consensus::Rejection>>
Node::submitTransaction(primitives::TransactionRef transaction) {
    return m_nodeThread.call([this, transaction] { return m_engine->submitTransaction(transaction); });
}

QFuture<Result<primitives::Amount, consensus::Rejection>>
Node::testTransaction(primitives::TransactionRef transaction) {
    return m_nodeThread.call([this, transaction] { return m_engine->mempool().test(*transaction); });
}

QFuture<BlockSubmission> Node::submitBlock(primitives::BlockRef block) {
    return m_nodeThread.call([this, block] { return m_engine->submitBlock(block); });
}

QFuture<BlockSubmission> Node::proposeBlock(primitives::BlockRef block) {
    return m_nodeThread.call([this, block] { return m_engine->proposeBlock(*block); });
}

QFuture<Result<void, QString>> Node::invalidateBlock(primitives::BlockHash hash) {
    return m_nodeThread.call([this, hash] { return m_engine->invalidate(hash); });
}

QFuture<Result<void, QString>> Node::reconsiderBlock(primitives::BlockHash hash) {
    return m_nodeThread.call([this, hash] { return m_engine->reconsider(hash); });
}

QFuture<ImportReport> Node::importBlocks(QString path) {
    auto promise = startedPromise<ImportReport>();
    if (m_importThread.joinable()) m_importThread.join(); // an earlier import, ended long ago
    m_cancelImport = false;
    m_importThread = importBlockFile(path, m_engine, m_nodeThread, m_cancelImport, promise);
    return promise->future();
}

void Node::cancelImport() {
    m_cancelImport = true;
}

QFuture<Result<std::int64_t, QString>> Node::exportBlocks(QString path) {
    return m_reads->run([this, path](storage::ChainReader& reader) -> Result<std::int64_t, QString> {
        const auto failed = [&] { return fail(QStringLiteral("%1 cannot be written.").arg(path)); };
        const storage::ChainReader::Snapshot snapshot(reader);
        const auto tip = reader.tip();
        if (!tip) return fail(QStringLiteral("The chain database cannot be read."));
        auto writer = chain::BlockFileWriter::create(path.toStdString(), m_config.params.magic);
        if (!writer) return failed();
        for (std::int32_t height = 0; height <= tip->height; ++height) {
            const auto stored = reader.blockAt(height);
            if (!stored || !*stored) return fail(QStringLiteral("Block %1 is missing.").arg(height));
            const auto block = reader.readBlock((*stored)->record.hash);
            if (!block || !*block) return fail(QStringLiteral("Block %1 cannot be read.").arg(height));
            if (!writer->add(**block)) return failed();
        }
        if (!writer->finish()) return failed();
        return std::int64_t(tip->height) + 1;
    });
}

QFuture<VerifyReport> Node::verify() {
    return m_reads->run([this](storage::ChainReader& reader) {
        return verifyWithCoins(reader, m_config.params, *m_config.clock);
    });
}

// --- mining

void Node::setMining(MiningRequest request) {
    m_nodeThread.post([this, request] {
        if (!m_mining) return;
        if (request.threads) m_mining->setThreads(*request.threads);
        if (request.mode) m_mining->setMode(*request.mode);
        MiningLimits limits = m_mining->limits();
        limits.percent = request.percent.value_or(limits.percent);
        limits.pauseOnBattery = request.pauseOnBattery.value_or(limits.pauseOnBattery);
        limits.idleMinutes = request.idleMinutes.value_or(limits.idleMinutes);
        if (limits != m_mining->limits()) m_mining->setLimits(limits);
        if (request.enabled) m_mining->setEnabled(*request.enabled);
    });
}

void Node::noteInput() {
    m_nodeThread.post([this] {
        if (m_mining) m_mining->noteInput();
    });
}

Node::MineJob Node::mineOne(std::optional<util::Bytes> script, int timeoutMs) {
    auto promise = startedPromise<MinedBlock>();
    const MineJob job{m_nextJob++, promise->future()};
    m_nodeThread.post([this, id = job.id, script = std::move(script), timeoutMs, promise] {
        m_mining->startJob(id, script, timeoutMs, promise);
    });
    return job;
}

void Node::cancelMineOne(quint64 id) {
    m_nodeThread.post([this, id] {
        if (m_mining) m_mining->cancelJob(id);
    });
}

QFuture<Result<mining::BlockTemplateRef, QString>> Node::blockTemplate(std::optional<util::Bytes> script) {
    return m_nodeThread.call(
        [this, script] { return m_engine->makeTemplate(script.value_or(util::Bytes{0x51}), {}, true); });
}

// --- wallet

QFuture<Result<void, QString>> Node::createWallet(QString name, crypto::SecretString words,
                                                  crypto::SecretString wordPassphrase,
                                                  crypto::SecretString passphrase, bool scanFromGenesis) {
    return m_walletThread.call([this, name, words, wordPassphrase, passphrase, scanFromGenesis] {
        return m_wallet->create(name, words, wordPassphrase, passphrase, scanFromGenesis);
    });
}

QFuture<Result<void, QString>> Node::openWallet(QString name, crypto::SecretString passphrase) {
    return m_walletThread.call([this, name, passphrase] { return m_wallet->open(name, passphrase, false); });
}

QFuture<std::optional<Result<void, storage::StorageError>>> Node::backUpWallet(QString path) {
    return m_walletThread.call([this, path] { return m_wallet->backUpTo(path); });
}

QStringList Node::walletNames() const {
    QStringList out;
    for (const QFileInfo& file : QDir(m_config.paths.wallets())
                                     .entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files, QDir::Name)) {
        out << file.completeBaseName();
    }
    return out;
}

// --- tokens (the rest of what the API shares with the window is in NodeApi.cpp)

/// Node thread.
void Node::storeApiTokens(ApiTokens tokens) {
    if (const auto ok = m_engine->state().put(QString::fromLatin1(kApiTokensKey), tokens.toJson()); !ok) {
        util::logError("api", "the tokens could not be stored: " + ok.error().what.toStdString());
    }
    m_apiTokens.set(std::make_shared<const ApiTokens>(std::move(tokens)));
    m_apiNews.notify();
}

QFuture<Result<QString, QString>> Node::createApiToken(QString name, QStringList scopes) {
    return m_nodeThread.call([this, name, scopes]() -> Result<QString, QString> {
        ApiTokens tokens = *m_apiTokens.get();
        auto secret = tokens.create(name, scopes, m_config.clock->now());
        if (secret) storeApiTokens(std::move(tokens));
        return secret;
    });
}

QFuture<bool> Node::revokeApiToken(QString name) {
    return m_nodeThread.call([this, name] {
        ApiTokens tokens = *m_apiTokens.get();
        const bool revoked = tokens.revoke(name);
        if (revoked) storeApiTokens(std::move(tokens));
        return revoked;
    });
}

// --- settings

Settings Node::settings() const {
    return *m_publishedSettings.get();
}

Result<void, SettingError> Node::changeSetting(const QString& key, const QString& text) {
    const auto stored = storeSetting(key, text);
    if (key == QLatin1String("node_name")) tellHello();
    if (key == QLatin1String(kPeerBindKey)) {
        // How it went is in the endpoints: the window shows it.
        m_io.post([this, bind = m_settings.text(key)] {
            if (m_peerListener) (void)m_peerListener(bind);
        });
    }
    return stored;
}

/// Main thread: checks, stores and tells everybody.
Result<void, SettingError> Node::storeSetting(const QString& key, const QString& text) {
    const SettingRow* row = settingRow(key);
    const QString root = QFileInfo(m_config.paths.folder).path();
    const bool program = row != nullptr && row->scope == SettingRow::Scope::Program;
    const QString path = program ? root + QStringLiteral("/settings.ini") : m_config.paths.settings();
    const auto stored = m_settings.store(path, key, text);
    if (!stored && stored.error().kind != SettingError::Kind::NotWritten) return stored;
    m_publishedSettings.set(std::make_shared<const Settings>(m_settings));
    util::setLogLevel(logLevelOf(m_settings));
    m_nodeThread.post([this, settings = m_settings] {
        if (m_engine) m_engine->applySettings(settings);
        if (m_mining) m_mining->applySettings(settings);
    });
    emit settingChanged(key);
    return stored;
}

} // namespace node
