#include "node/chain/Engine.h"

#include "node/DataFolder.h"
#include "storage/SqliteError.h"
#include "util/Log.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace node {

namespace {

constexpr int kTickMs = 500;
constexpr int kTicksBetweenExpiries = 60'000 / kTickMs;
constexpr auto kWasInStepKey = "was_in_step";
constexpr auto kDeclinedForkKey = "declined_fork";

/// Satoshi per 1000 virtual bytes: a replacement costs something where payments need cost nothing.
constexpr std::int64_t kLeastIncrement = 100;

chain::MempoolOptions mempoolOptions(const Settings& settings) {
    chain::MempoolOptions options;
    options.maxBytes = settings.number(QStringLiteral("mempool_megabytes")) * 1'000'000;
    options.minFeePerKvB = settings.amount(QStringLiteral("minimum_fee")).satoshi();
    options.incrementalFeePerKvB =
        std::clamp(options.minFeePerKvB, kLeastIncrement, options.incrementalFeePerKvB);
    options.expirySeconds = settings.number(QStringLiteral("mempool_hours")) * 3600;
    options.requireStandard = !settings.flag(QStringLiteral("accept_nonstandard"));
    options.dustFeePerKvB = settings.amount(QStringLiteral("dust_fee")).satoshi();
    options.maxDataCarrierBytes = std::size_t(settings.number(QStringLiteral("data_carrier_bytes")));
    return options;
}

/// Nothing: any number of blocks may be replaced.
std::optional<std::int32_t> brakeOf(const Settings& settings) {
    const auto blocks = std::int32_t(settings.number(QStringLiteral("reorganisation_brake")));
    return blocks > 0 ? std::optional(blocks) : std::nullopt;
}

} // namespace

/// In the order in which they are made.
struct Engine::Parts {
    Parts(const Config& config, ChainFeed& feed, storage::ChainDatabase& database, chain::ChainState& chain)
        : mempool(chain, *config.clock, mempoolOptions(config.settings)), health(feed, config.databasePath),
          publisher(feed, chain, mempool, database.indexes()),
          index(explorer::AddressIndex(database.indexes(), chain, database.blocks()), publisher, health),
          waiting(chain, mempool, database.waiting(), database.state(), feed, publisher, health),
          blocks(chain, waiting, index, feed, publisher, health, *config.clock),
          templates(chain, mempool, *config.clock, health),
          peers(chain, mempool, blocks, waiting, feed, publisher, health, *config.clock) {}

    chain::Mempool mempool;
    StoreHealth health;
    ChainPublisher publisher;
    IndexFollower index;
    MempoolKeeper waiting;
    ChainKeeper blocks;
    TemplateMaker templates;
    PeerBridge peers;
};

Engine::Engine(Config config, ChainFeed& feed)
    : m_config(std::move(config)), m_feed(feed),
      m_verifyPool(std::size_t(std::max(0, QThread::idealThreadCount() - 1))) {
    QObject::connect(&m_tickTimer, &QTimer::timeout, &m_tickTimer, [this] { tick(); });
}

Engine::~Engine() = default;

Result<void, StartError> Engine::open() {
    const auto failed = [this](const chain::StoreError& error) {
        return fail(databaseStartError(storage::toStorageError(error), m_config.databasePath));
    };
    auto database = storage::ChainDatabase::open(m_config.databasePath);
    if (!database) return fail(databaseStartError(database.error(), m_config.databasePath));
    m_database = std::move(*database);
    if (const auto kept = keepCard(); !kept) return kept;
    chain::ChainOptions options;
    options.coinCacheBytes =
        std::size_t(m_config.settings.number(QStringLiteral("coin_cache_megabytes"))) * 1'000'000;
    const auto wasInStep = state().get(QString::fromLatin1(kWasInStepKey));
    m_wasInStep = wasInStep && *wasInStep;
    if (m_wasInStep) options.brakeBlocks = brakeOf(m_config.settings);
    m_chain = std::make_unique<chain::ChainState>(m_config.params, m_database->blocks(), m_database->coins(),
                                                  *m_config.clock, m_verifyPool, options);
    if (const auto ok = m_chain->load(); !ok) return failed(ok.error());
    m_parts = std::make_unique<Parts>(m_config, m_feed, *m_database, *m_chain);
    applySettings(m_config.settings);
    m_parts->waiting.load();
    m_parts->index.follow();
    m_parts->publisher.publishStatus();
    m_parts->publisher.publishMempool();
    if (!m_config.databasePath.isEmpty())
        m_mark = std::make_unique<ChainMarkKeeper>(
            *m_database, DataPaths{QFileInfo(m_config.databasePath).path()}, m_feed);
    m_tickTimer.start(kTickMs);
    return {};
}

/// The card goes first: a folder that has a card but no genesis yet is completed by the next start.
Result<void, StartError> Engine::keepCard() {
    const QString key = QString::fromLatin1(kStoredCard);
    const auto card = state().get(key);
    if (!card || *card) return {}; // what cannot be read is told by what follows
    const std::string text = consensus::writeNetworkCard(m_config.params.card);
    if (const auto ok = state().put(key, QByteArray::fromStdString(text)); !ok)
        return fail(databaseStartError(ok.error(), m_config.databasePath));
    return {};
}

void Engine::close() {
    m_tickTimer.stop();
    if (m_parts) {
        m_parts->publisher.stop();
        m_parts->waiting.stop();
        if (const auto ok = m_chain->flush(); !ok) util::logError("node", ok.error().what);
        (void)m_parts->waiting.save();
    }
    if (m_mark) m_mark->write();
    m_mark.reset();
    m_parts.reset();
    m_chain.reset();
    m_database.reset();
}

void Engine::applySettings(const Settings& settings) {
    m_config.settings = settings;
    applyBrake();
    m_parts->templates.applySettings(settings);
    m_parts->peers.applySettings(settings);
}

void Engine::hurry() {
    m_parts->waiting.expire();
    (void)m_parts->waiting.save();
}

void Engine::tick() {
    if (m_parts->health.comesBack()) comeBack();
    m_parts->peers.tick();
    if (!m_wasInStep && !m_parts->peers.isInitialSync()) {
        m_wasInStep = state().put(QString::fromLatin1(kWasInStepKey), "1").has_value();
        applyBrake();
    }
    if (++m_ticks % kTicksBetweenExpiries == 0) m_parts->waiting.expire();
}

/// The first sync may replace whatever it likes.
void Engine::applyBrake() {
    m_chain->setBrake(m_wasInStep ? brakeOf(m_config.settings) : std::nullopt);
}

std::optional<HeldBranch> Engine::heldBranch() const {
    const auto held = m_chain->heldBranch();
    if (!held) return std::nullopt;
    HeldBranch out{held->fork->height(), held->replacedBlocks, held->ours->height(), held->ours->chainWork,
                   held->tip->height(),  held->tip->hash(),    held->tip->chainWork};
    const auto declined = state().get(QString::fromLatin1(kDeclinedForkKey));
    out.isDeclined =
        declined && *declined && **declined == QByteArray::fromStdString(held->fork->hash().toHex());
    return out;
}

void Engine::declineHeldBranch() {
    const auto held = m_chain->heldBranch();
    if (!held) return;
    const auto kept = state().put(QString::fromLatin1(kDeclinedForkKey),
                                  QByteArray::fromStdString(held->fork->hash().toHex()));
    if (!kept) util::logWarning("node", "that we stay on our chain is known until the next start only");
}

/// There is room again: what waits is written first, then everything goes on.
void Engine::comeBack() {
    if (!m_parts->health.check(m_chain->flush())) return;
    util::logInfo("node", "there is space on the disk again");
    (void)m_parts->waiting.save();
    m_parts->index.follow();
    m_parts->publisher.publishStatus();
}

ChainView Engine::view() const {
    return {*m_chain, m_parts->mempool};
}
StoreHealth& Engine::health() const {
    return m_parts->health;
}
ChainKeeper& Engine::blocks() const {
    return m_parts->blocks;
}
MempoolKeeper& Engine::waiting() const {
    return m_parts->waiting;
}
TemplateMaker& Engine::templates() const {
    return m_parts->templates;
}
PeerBridge& Engine::peers() const {
    return m_parts->peers;
}

} // namespace node
