#include "node/chain/Engine.h"

#include "chain/CoinbaseTag.h"
#include "chain/Locator.h"
#include "node/DataFolder.h"
#include "node/NodeName.h"
#include "node/StatusReport.h"
#include "storage/SqliteError.h"
#include "util/Log.h"

#include <QFileInfo>
#include <QMetaMethod>
#include <QThread>

#include <algorithm>

namespace node {

namespace {

constexpr int kStatusIntervalMs = 250;
constexpr int kTickMs = 500;
constexpr int kTicksBetweenExpiries = 60'000 / kTickMs;
constexpr int kMempoolSaveMs = 5'000;
constexpr int kIndexBlocksPerTurn = 200;
constexpr std::size_t kPublishAtOnce = 500; ///< waiting transactions
constexpr auto kCardKey = "card";

chain::MempoolOptions mempoolOptions(const Settings& settings) {
    chain::MempoolOptions options;
    options.maxBytes = settings.number(QStringLiteral("mempool_megabytes")) * 1'000'000;
    options.minFeePerKvB = settings.amount(QStringLiteral("minimum_fee")).satoshi();
    options.expirySeconds = settings.number(QStringLiteral("mempool_hours")) * 3600;
    options.requireStandard = !settings.flag(QStringLiteral("accept_nonstandard"));
    options.dustFeePerKvB = settings.amount(QStringLiteral("dust_fee")).satoshi();
    options.maxDataCarrierBytes = std::size_t(settings.number(QStringLiteral("data_carrier_bytes")));
    return options;
}

StartError startErrorOf(const chain::StoreError& error, const QString& path) {
    return databaseStartError(storage::toStorageError(error), path);
}

/// A block whose body is not in the change (very deep reorganisations) tells less.
template <class Item>
BlockNews newsOf(const Item& item) {
    BlockNews news;
    news.height = item.height;
    news.hash = item.hash;
    if (!item.block) return news;
    const chain::BlockFacts facts = chain::factsOf(*item.block);
    news.previous = item.block->header.previous;
    news.time = item.block->header.time;
    news.transactionCount = facts.transactionCount;
    news.sizeBytes = facts.sizeBytes;
    news.weight = facts.weight;
    return news;
}

ChainNews newsOf(const chain::ChainChange& change) {
    ChainNews news;
    for (const auto& item : change.disconnected)
        news.disconnected.push_back(newsOf(item));
    for (const auto& item : change.connected)
        news.connected.push_back(newsOf(item));
    return news;
}

BlockSubmission rejected(const consensus::Rejection& rejection) {
    return {BlockSubmission::Kind::Rejected, QString::fromStdString(consensus::toString(rejection))};
}

void logRefused(const primitives::Transaction& transaction, const consensus::Rejection& rejection) {
    util::logDebug("mempool", "transaction " + transaction.txid().toHex() +
                                  " refused: " + consensus::describe(rejection));
}

BlockSubmission inconclusive() {
    return {BlockSubmission::Kind::SideChain, QStringLiteral("inconclusive")};
}

} // namespace

Engine::Engine(Config config)
    : m_config(std::move(config)), m_verifyPool(std::size_t(std::max(0, QThread::idealThreadCount() - 1))),
      m_statusTimer(this), m_tickTimer(this), m_mempoolTimer(this) {
    m_statusTimer.setSingleShot(true);
    m_mempoolTimer.setSingleShot(true);
    connect(&m_statusTimer, &QTimer::timeout, this, [this] {
        publishStatus();
        if (m_mempoolDirty) publishMempool();
    });
    connect(&m_mempoolTimer, &QTimer::timeout, this, &Engine::saveMempool);
    connect(&m_tickTimer, &QTimer::timeout, this, &Engine::tick);
}

Engine::~Engine() = default;

void Engine::tick() {
    m_sync->tick(steadyMs());
    sendOrders();
    if (++m_ticks % kTicksBetweenExpiries != 0) return;
    const chain::MempoolChange change = m_mempool->expire();
    if (!change.removed.empty()) afterMempoolChange(change, 0);
}

Result<void, StartError> Engine::open() {
    auto database = storage::ChainDatabase::open(m_config.databasePath);
    if (!database) return fail(databaseStartError(database.error(), m_config.databasePath));
    m_database = std::move(*database);
    if (!m_config.databasePath.isEmpty())
        m_mark = std::make_unique<ChainMarkKeeper>(*m_database,
                                                   DataPaths{QFileInfo(m_config.databasePath).path()});
    // The card goes first: a folder that has a card but no genesis yet is completed by the next start.
    if (const auto card = state().get(QString::fromLatin1(kCardKey)); card && !*card) {
        const std::string text = consensus::writeNetworkCard(m_config.params.card);
        if (const auto ok = state().put(QString::fromLatin1(kCardKey), QByteArray::fromStdString(text));
            !ok) {
            return fail(databaseStartError(ok.error(), m_config.databasePath));
        }
    }
    chain::ChainOptions options;
    options.coinCacheBytes =
        std::size_t(m_config.settings.number(QStringLiteral("coin_cache_megabytes"))) * 1'000'000;
    m_chain = std::make_unique<chain::ChainState>(m_config.params, m_database->blocks(), m_database->coins(),
                                                  *m_config.clock, m_verifyPool, options);
    if (const auto ok = m_chain->load(); !ok) return fail(startErrorOf(ok.error(), m_config.databasePath));
    m_mempool =
        std::make_unique<chain::Mempool>(*m_chain, *m_config.clock, mempoolOptions(m_config.settings));
    m_feeEstimator = std::make_unique<chain::FeeEstimator>(*m_chain);
    m_index = std::make_unique<explorer::AddressIndex>(m_database->indexes(), *m_chain, m_database->blocks());
    m_builder = std::make_unique<mining::TemplateBuilder>(*m_chain, *m_mempool, *m_config.clock);
    m_sync = std::make_unique<net::SyncManager>(*m_chain, *m_mempool, net::SyncManager::Options{});
    m_tipReceived = m_chain->tip().record.receivedTime;
    m_mempoolCopy = std::make_unique<MempoolCopy>(m_database->waiting(), *m_mempool);
    if (const auto loaded = m_mempoolCopy->load(); !loaded) {
        util::logError("node",
                       "the waiting transactions could not be read: " + loaded.error().what.toStdString());
    }
    catchUpIndex();
    publishStatus();
    publishMempool();
    if (m_mark) m_mark->noteChange();
    m_tickTimer.start(kTickMs);
    return {};
}

void Engine::close() {
    m_tickTimer.stop();
    m_statusTimer.stop();
    m_mempoolTimer.stop();
    if (m_chain) {
        if (const auto ok = m_chain->flush(); !ok) util::logError("node", ok.error().what);
        saveMempool();
    }
    if (m_mark) m_mark->write();
    m_mark.reset();
    m_sync.reset();
    m_builder.reset();
    m_index.reset();
    m_feeEstimator.reset();
    m_mempoolCopy.reset();
    m_mempool.reset();
    m_chain.reset();
    m_database.reset();
}

// --- commands

Result<primitives::TxId, consensus::Rejection>
Engine::submitTransaction(const primitives::TransactionRef& transaction) {
    if (m_failed) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    const auto change = m_mempool->accept(transaction);
    if (!change) {
        logRefused(*transaction, change.error());
        return fail(change.error());
    }
    if (const auto kept = keepSubmitted(*change); !kept) return fail(kept.error());
    return transaction->txid();
}

Result<primitives::TxId, consensus::Rejection>
Engine::submitPayment(const primitives::TransactionRef& transaction) {
    const primitives::TxId txid = transaction->txid();
    if (m_mempool->find(txid)) return txid;
    if (m_failed) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    for (const primitives::TxIn& input : transaction->inputs()) {
        if (m_mempool->spenderOf(input.previous))
            return fail(consensus::Rejection{consensus::Reject::MempoolConflict});
    }
    if (const auto tested = m_mempool->test(*transaction); !tested) return fail(tested.error());
    const auto done = submitTransaction(transaction);
    if (!done && m_mempool->find(txid)) return txid;
    return done;
}

Result<chain::MempoolChange, chain::PackageRejection>
Engine::submitPackage(const std::vector<primitives::TransactionRef>& package) {
    if (m_failed) return fail(chain::PackageRejection{{consensus::Reject::DiskFailed}, {}});
    auto change = m_mempool->acceptPackage(package);
    if (!change) return change;
    if (const auto kept = keepSubmitted(*change); !kept)
        return fail(chain::PackageRejection{kept.error(), {}});
    return change;
}

/// Acknowledged means kept: on disk before the answer.
Result<void, consensus::Rejection> Engine::keepSubmitted(const chain::MempoolChange& change) {
    const auto kept = m_mempoolCopy->keep(change);
    if (!kept) failDisk(storage::toStoreError(kept.error()));
    afterMempoolChange(change, 0);
    if (!kept) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    return {};
}

BlockSubmission Engine::submitBlock(const primitives::BlockRef& block) {
    using Kind = BlockSubmission::Kind;
    if (m_failed)
        return {Kind::StoreFailed, QString::fromLatin1(consensus::reasonOf(consensus::Reject::DiskFailed))};
    const primitives::BlockHash hash = block->header.hash();
    auto accepted = m_chain->acceptBlock(consensus::withReservedValue(block));
    if (accepted) { // who gave the block counts on it from here on, also while an import leaves its own for
                    // later
        if (const auto flushed = m_chain->flush(); !flushed)
            accepted = fail(chain::BlockError(flushed.error()));
    }
    if (accepted) {
        afterChainChange(accepted->change);
        return outcomeOf(hash, accepted->outcome);
    }
    if (const auto* disk = std::get_if<chain::StoreError>(&accepted.error())) {
        failDisk(*disk);
        return {Kind::StoreFailed, QString::fromLatin1(consensus::reasonOf(consensus::Reject::DiskFailed))};
    }
    scheduleStatus();
    return refusalOf(hash, std::get<consensus::Rejection>(accepted.error()));
}

BlockSubmission Engine::outcomeOf(const primitives::BlockHash& hash, chain::BlockOutcome outcome) const {
    using Kind = BlockSubmission::Kind;
    switch (outcome) {
    case chain::BlockOutcome::Known:
        return {Kind::Duplicate, QStringLiteral("duplicate")};
    case chain::BlockOutcome::Waiting:
        return {Kind::Waiting, QString::fromLatin1(consensus::reasonOf(consensus::Reject::PreviousUnknown))};
    case chain::BlockOutcome::NewTip:
    case chain::BlockOutcome::SideChain:
        break;
    }
    const chain::HeaderEntry* entry = m_chain->headers().find(hash);
    return entry != nullptr && m_chain->isInBestChain(*entry) ? BlockSubmission{} : inconclusive();
}

BlockSubmission Engine::refusalOf(const primitives::BlockHash& hash,
                                  const consensus::Rejection& rejection) const {
    util::logInfo("chain", "block " + hash.toHex() + " refused: " + consensus::describe(rejection));
    // Stored, and then a block below it turned out invalid: as Core, nothing is said of this one.
    const chain::HeaderEntry* entry = m_chain->headers().find(hash);
    const bool stored = entry != nullptr && entry->record.status == chain::BlockStatus::InvalidAncestor &&
                        rejection.reason != consensus::Reject::DuplicateInvalid;
    return stored ? inconclusive() : rejected(rejection);
}

BlockSubmission Engine::proposeBlock(const primitives::Block& block) {
    using Kind = BlockSubmission::Kind;
    if (const chain::HeaderEntry* known = m_chain->headers().find(block.header.hash())) {
        if (known->isInvalid()) return rejected({consensus::Reject::DuplicateInvalid, {}});
        if (known->record.status == chain::BlockStatus::Connected)
            return {Kind::Duplicate, QStringLiteral("duplicate")};
        return {Kind::Duplicate, QStringLiteral("duplicate-inconclusive")};
    }
    if (block.header.previous != m_chain->tip().hash()) {
        return {Kind::SideChain, QStringLiteral("inconclusive-not-best-prevblk")};
    }
    const auto tested = m_chain->testBlock(block);
    return tested ? BlockSubmission{} : rejected(tested.error());
}

Result<void, QString> Engine::invalidate(const primitives::BlockHash& hash) {
    return follow(m_chain->invalidate(hash));
}

Result<void, QString> Engine::reconsider(const primitives::BlockHash& hash) {
    return follow(m_chain->reconsider(hash));
}

Result<void, QString> Engine::follow(const Result<chain::ChainChange, chain::BlockError>& change) {
    if (change) {
        afterChainChange(*change);
        return {};
    }
    const auto* disk = std::get_if<chain::StoreError>(&change.error());
    if (disk == nullptr) return fail(QStringLiteral("Block not found")); // or genesis
    failDisk(*disk);
    return fail(QString::fromLatin1(consensus::reasonOf(consensus::Reject::DiskFailed)));
}

Summary Engine::summaryAt(const chain::TipInfo& tip,
                          const Result<chain::CoinStatistics, storage::StorageError>& coins) {
    Summary out;
    out.network = QString::fromStdString(m_config.params.name());
    if (!coins) {
        failDisk(storage::toStoreError(coins.error()));
        return out;
    }
    const chain::HeaderEntry* entry = m_chain->headers().find(tip.hash);
    if (entry == nullptr) return out; // the file was made anew under our feet
    out.height = tip.height;
    out.best = tip.hash;
    out.chainWork = entry->chainWork;
    out.coins = *coins;
    for (; entry != nullptr; entry = entry->parent)
        out.transactions += entry->facts.transactionCount;
    return out;
}

Result<mining::BlockTemplateRef, QString> Engine::makeTemplate(const util::Bytes& script,
                                                               std::string_view tag, bool withTransactions) {
    if (m_failed) return fail(QString::fromLatin1(consensus::reasonOf(consensus::Reject::DiskFailed)));
    return std::make_shared<const mining::BlockTemplate>(m_builder->build(script, tag, withTransactions));
}

void Engine::beginImport() {
    m_importing = true;
    if (const auto ok = m_chain->setFlushEveryChange(false); !ok) failDisk(ok.error());
}

void Engine::importBatch(const std::vector<primitives::BlockRef>& blocks, double progress,
                         ImportReport& report) {
    m_importProgress = progress;
    if (m_failed) return;
    const auto accepted = m_chain->acceptBlocks(blocks);
    if (!accepted) return failDisk(accepted.error());
    report.blocksRead += std::int64_t(blocks.size());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto& outcome = accepted->each[i];
        if (outcome) {
            ++report.blocksAccepted;
            continue;
        }
        ++report.blocksRejected;
        const std::string reason = consensus::toString(outcome.error());
        report.lastRejection = QString::fromStdString(reason);
        util::logWarning("import", "block " + blocks[i]->header.hash().toHex() + " refused: " + reason);
    }
    afterChainChange(accepted->change);
}

void Engine::endImport() {
    m_importing = false;
    m_importProgress = 0;
    if (const auto ok = m_chain->setFlushEveryChange(true); !ok) failDisk(ok.error());
    continueIndex();
    publishStatus();
    // Followers that were woken before the last flush saw an older tip: wake them once more.
    TipChanged news;
    news.tip = {m_chain->tip().height(), m_chain->tip().hash()};
    news.previousTip = news.tip.hash;
    news.forkHeight = news.tip.height;
    emit tipChanged(news);
}

// --- what follows from changes

void Engine::afterChainChange(const chain::ChainChange& change) {
    if (change.isEmpty()) {
        scheduleStatus();
        return;
    }
    m_tipReceived = m_config.clock->now();
    const chain::MempoolChange mempoolChange = m_mempool->applyChainChange(change);
    if (!m_importing) catchUpIndex();
    TipChanged news;
    news.tip = {m_chain->tip().height(), m_chain->tip().hash()};
    news.depth = std::int32_t(change.disconnected.size());
    news.connected = std::int32_t(change.connected.size());
    news.forkHeight =
        change.connected.empty() ? m_chain->tip().height() : change.connected.front().height - 1;
    news.previousTip =
        change.disconnected.empty()
            ? (change.connected.empty() ? news.tip.hash : change.connected.front().block->header.previous)
            : change.disconnected.front().hash;
    publishStatus();
    static const QMetaMethod kChainChanged = QMetaMethod::fromSignal(&Engine::chainChanged);
    if (isSignalConnected(kChainChanged))
        emit chainChanged(newsOf(change)); // an import without an API needs no news
    afterMempoolChange(mempoolChange, 0);
    emit tipChanged(news);
    if (m_mark) m_mark->noteChange();
    m_sync->tipChanged(steadyMs());
    sendOrders();
}

void Engine::afterMempoolChange(const chain::MempoolChange& change, net::PeerId from) {
    for (const auto& txid : change.removed)
        emit transactionRemoved(txid);
    for (const auto& transaction : change.added) {
        m_sync->transactionAdded(transaction->wtxid(), from);
        emit transactionAdded(transaction);
    }
    // Who submitted a payment finds it at once; a large mempool is copied only four times a second.
    if (m_mempool->size() < kPublishAtOnce && !m_importing)
        publishMempool();
    else
        m_mempoolDirty = true;
    if (!m_mempoolTimer.isActive()) m_mempoolTimer.start(kMempoolSaveMs);
    scheduleStatus();
    sendOrders();
}

void Engine::catchUpIndex() {
    const auto level = m_index->catchUp(kIndexBlocksPerTurn);
    if (!level) return failDisk(level.error());
    if (!*level) continueIndex();
}

/// A long way to go: in turns, so that commands come between.
void Engine::continueIndex() {
    if (m_indexPending) return;
    m_indexPending = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_indexPending = false;
            if (m_index && !m_importing)
                catchUpIndex(); // what an import has not written yet cannot be read; its end wakes us
            scheduleStatus();
        },
        Qt::QueuedConnection);
}

void Engine::scheduleStatus() {
    if (!m_statusTimer.isActive()) m_statusTimer.start(kStatusIntervalMs);
}

void Engine::publishStatus() {
    auto status = std::make_shared<ChainStatus>(statusOf(*m_chain));
    status->tipReceived = m_tipReceived;
    status->sync = m_sync->progress();
    status->importing = m_importing;
    status->importProgress = m_importProgress;
    if (const auto tip = m_database->indexes().tip()) status->indexHeight = tip->height;
    m_status.set(std::move(status));
    emit statusChanged();
}

void Engine::publishMempool() {
    m_mempoolDirty = false;
    auto snapshot = std::make_shared<chain::MempoolSnapshot>(chain::snapshotOf(*m_mempool, *m_chain));
    snapshot->fees = m_feeEstimator->estimate(*snapshot);
    m_mempoolSnapshot.set(std::move(snapshot));
    emit mempoolChanged();
}

// --- peers

void Engine::peerReady(quint64 peer, const net::Hello& hello) {
    m_sync->peerReady(peer, hello, steadyMs());
    sendOrders();
}

void Engine::peerGone(quint64 peer) {
    m_sync->peerGone(peer);
    sendOrders();
}

void Engine::peerAnnounced(quint64 peer, const net::Announcement& news) {
    m_sync->announced(peer, news, steadyMs());
    sendOrders();
}

void Engine::peerDelivered(quint64 peer, const net::Delivery& delivery) {
    if (m_failed) return; // the disk takes no more
    const primitives::BlockHash before = m_chain->tip().hash();
    auto result = m_sync->delivered(peer, delivery, steadyMs());
    if (m_chain->tip().hash() != before && !m_tipBeforePeers) m_tipBeforePeers = before;
    if (result.storeError) failDisk(*result.storeError);
    if (!result.chainChange.isEmpty()) afterChainChange(result.chainChange);
    offerTransactions(result.transactions, peer);
    scheduleStatus();
    sendOrders();
}

void Engine::peerOrderFailed(quint64 peer, const net::Order& order) {
    m_sync->orderFailed(peer, order, steadyMs());
    sendOrders();
}

void Engine::offerTransactions(const std::vector<primitives::TransactionRef>& transactions,
                               net::PeerId from) {
    for (const auto& transaction : transactions) {
        if (const auto change = m_mempool->accept(transaction))
            afterMempoolChange(*change, from);
        else
            logRefused(*transaction, change.error());
    }
}

void Engine::lookForBetterChain() {
    m_sync->askEveryone(steadyMs());
    sendOrders();
}

void Engine::sendOrders() {
    auto orders = m_sync->takeOrders();
    if (!orders.empty()) emit syncOrders(orders);
}

net::Delivery Engine::answer(const net::Order& order) {
    net::Delivery out;
    out.kind = order.kind;
    switch (order.kind) {
    case net::Order::Kind::Headers:
        out.headers = chain::headersAfter(*m_chain, order.hashes, {}, 2'000);
        break;
    case net::Order::Kind::Blocks:
        for (const auto& hash : order.hashes) {
            const auto block = m_chain->readBlock(hash);
            if (block && *block) out.blocks.push_back(*block);
        }
        break;
    case net::Order::Kind::Transactions:
        for (const auto& wtxid : order.wtxids) {
            if (const auto* entry = m_mempool->findByWtxid(wtxid))
                out.transactions.push_back(entry->transaction);
        }
        break;
    }
    return out;
}

/// Core's bytes on regtest, unless the user gave the node a name.
std::string Engine::coinbaseTag() const {
    const bool unnamed = m_config.settings.text(QStringLiteral("node_name")).isEmpty();
    if (m_config.params.isRegtest && unnamed) return chain::coinbaseTag({});
    return chain::coinbaseTag(nodeName(m_config.settings).toStdString());
}

net::Hello Engine::localHello() const {
    net::Hello hello;
    hello.genesis = m_config.params.genesisHash;
    hello.magic = QString::fromStdString(util::toHex(m_config.params.magic));
    hello.name = nodeName(m_config.settings);
    hello.network = QString::fromStdString(m_config.params.name());
    hello.rulesJson = QString::fromStdString(consensus::canonicalJson(m_config.params.rules()));
    hello.time = m_config.clock->now();
    hello.height = m_chain->tip().height();
    hello.tip = m_chain->tip().hash();
    hello.chainWork = m_chain->tip().chainWork;
    hello.feeFilter = m_config.settings.amount(QStringLiteral("minimum_fee")).satoshi();
    return hello;
}

// --- disk

void Engine::saveMempool() {
    const auto saved = m_mempoolCopy->save();
    if (!saved)
        util::logError("node",
                       "the waiting transactions could not be stored: " + saved.error().what.toStdString());
}

void Engine::reportDamage(const storage::StorageError& error) {
    failDisk(storage::toStoreError(error));
}

void Engine::failDisk(const chain::StoreError& error) {
    util::logError("node", "the chain database failed: " + error.what);
    if (m_failed) return;
    m_failed = true;
    emit diskFailed(
        error.kind == chain::StoreError::Kind::Full
            ? QStringLiteral(
                  "The disk is full: the chain stops here until there is space. Nothing accepted before was "
                  "lost. Free some space and start Cairn again.")
        : error.kind == chain::StoreError::Kind::Damaged
            ? startErrorOf(error, m_config.databasePath).sentence
            : QStringLiteral(
                  "The chain database cannot be written: the chain stops here. Nothing accepted before "
                  "was lost. Look at the disk and start Cairn again."));
}

} // namespace node
