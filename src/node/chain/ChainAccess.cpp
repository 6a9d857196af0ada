#include "node/chain/ChainAccess.h"

#include "node/chain/ChainExport.h"
#include "node/chain/ChainVerifier.h"
#include "storage/SqliteError.h"
#include "util/Log.h"

namespace node {

namespace {
constexpr int kReadThreads = 2;
}

ChainAccess::ChainAccess(const ServiceThread& nodeThread, ChainFeed& feed,
                         const consensus::ChainParams& params, const util::Clock& clock)
    : m_engine(nodeThread), m_feed(&feed), m_params(&params), m_clock(&clock),
      m_reads(std::make_shared<storage::ReadPool>(kReadThreads)),
      m_import(std::make_shared<BlockImport>(m_engine, params.magic)) {}

Result<void, StartError> ChainAccess::open(Engine::Config config) const {
    auto engine = std::make_unique<Engine>(std::move(config), *m_feed);
    if (const auto ok = engine->open(); !ok) return ok;
    m_reads->open(engine->databasePath());
    const bool wasInterrupted = engine->wasInterrupted();
    m_engine.settle(std::move(engine));
    if (wasInterrupted) checkAfterInterruption();
    return {};
}

/// Nothing committed is lost when the program is killed, if the disk kept its word: the whole file is looked
/// through behind the start.
void ChainAccess::checkAfterInterruption() const {
    util::logInfo("node", "the program ended without closing the chain database; checking it");
    m_reads->run([engine = m_engine](storage::ChainReader& reader) {
        const auto sound = reader.quickCheck();
        if (sound)
            util::logInfo("node", "the chain database is sound");
        else
            engine.tell([error = sound.error()](Engine& there) {
                there.health().fail(storage::toStoreError(error));
            });
        return sound.has_value();
    });
}

void ChainAccess::close() const {
    if (Engine* const engine = m_engine.here()) engine->close();
    m_engine.clear();
}

// --- questions

QFuture<Summary> ChainAccess::summary(chain::CoinHash kind) const {
    auto promise = startedPromise<Summary>();
    auto future = promise->future();
    m_reads->run([engine = m_engine, promise, kind](storage::ChainReader& reader) {
        const storage::ChainReader::Snapshot snapshot(reader);
        const auto tip = reader.tip();
        const auto coins = tip ? reader.coinStatistics(kind) : fail(tip.error());
        engine.tell([promise, tip = tip.value_or(chain::TipInfo{}), coins](Engine& there) {
            promise->addResult(there.blocks().summaryAt(tip, coins));
            promise->finish();
        });
        return true;
    });
    return future;
}

QFuture<std::vector<chain::ChainTip>> ChainAccess::tips() const {
    return ask([](const ChainView& view) { return view.chain().tips(); });
}

QFuture<VerifyReport> ChainAccess::verify() const {
    return m_reads->run([params = m_params, clock = m_clock](storage::ChainReader& reader) {
        return verifyWithCoins(reader, *params, *clock);
    });
}

// --- transactions

QFuture<Result<primitives::TxId, consensus::Rejection>>
ChainAccess::submitTransaction(primitives::TransactionRef transaction) const {
    return m_engine.ask([transaction = std::move(transaction)](Engine& engine) {
        return engine.waiting().submit(transaction);
    });
}

QFuture<Result<primitives::TxId, SubmissionRefusal>>
ChainAccess::submitTransaction(primitives::TransactionRef transaction, SubmissionLimits limits) const {
    return m_engine.ask([transaction = std::move(transaction), limits](Engine& engine) {
        return engine.waiting().submitWithin(transaction, limits);
    });
}

QFuture<PackageOutcome> ChainAccess::submitPackage(Package package, SubmissionLimits limits) const {
    return m_engine.ask([package = std::move(package), limits](Engine& engine) {
        return node::submitPackage(engine, package, limits);
    });
}

QFuture<bool> ChainAccess::prioritiseTransaction(primitives::TxId txid, primitives::Amount bonus) const {
    return m_engine.ask([txid, bonus](Engine& engine) { return engine.waiting().prioritise(txid, bonus); });
}

QFuture<bool> ChainAccess::saveMempool() const {
    return m_engine.ask([](Engine& engine) { return engine.waiting().save(); });
}

// --- blocks

QFuture<BlockSubmission> ChainAccess::submitBlock(primitives::BlockRef block) const {
    return m_engine.ask([block = std::move(block)](Engine& engine) { return engine.blocks().submit(block); });
}

QFuture<BlockSubmission> ChainAccess::proposeBlock(primitives::BlockRef block) const {
    return m_engine.ask(
        [block = std::move(block)](Engine& engine) { return engine.blocks().propose(*block); });
}

QFuture<Result<void, consensus::Rejection>> ChainAccess::submitHeader(primitives::BlockHeader header) const {
    return m_engine.ask([header](Engine& engine) { return engine.blocks().submitHeader(header); });
}

QFuture<Result<void, BranchFailure>> ChainAccess::invalidateBlock(primitives::BlockHash hash) const {
    return m_engine.ask([hash](Engine& engine) { return engine.blocks().invalidate(hash); });
}

QFuture<Result<void, BranchFailure>> ChainAccess::reconsiderBlock(primitives::BlockHash hash) const {
    return m_engine.ask([hash](Engine& engine) { return engine.blocks().reconsider(hash); });
}

QFuture<std::optional<HeldBranch>> ChainAccess::heldBranch() const {
    return m_engine.ask([](Engine& engine) { return engine.heldBranch(); });
}

void ChainAccess::declineHeldBranch() const {
    m_engine.tell([](Engine& engine) { engine.declineHeldBranch(); });
}

QFuture<Result<void, BranchFailure>> ChainAccess::releaseBranch(primitives::BlockHash tip) const {
    return m_engine.ask([tip](Engine& engine) { return engine.blocks().release(tip); });
}

QFuture<Result<void, BranchFailure>> ChainAccess::preferBlock(primitives::BlockHash hash) const {
    return m_engine.ask([hash](Engine& engine) { return engine.blocks().prefer(hash); });
}

QFuture<Result<mining::BlockTemplateRef, consensus::Rejection>>
ChainAccess::makeTemplate(util::Bytes script, std::optional<std::string> tag) const {
    return m_engine.ask([script = std::move(script), tag = std::move(tag)](Engine& engine) {
        TemplateMaker& templates = engine.templates();
        return templates.make(script, tag ? *tag : templates.coinbaseTag());
    });
}

QFuture<Result<primitives::Block, consensus::Rejection>>
ChainAccess::makeBlock(util::Bytes script, std::vector<primitives::TransactionRef> transactions) const {
    return m_engine.ask([script = std::move(script), transactions = std::move(transactions)](Engine& engine) {
        return engine.templates().blockOf(script, transactions);
    });
}

QFuture<bool> ChainAccess::hurry() const {
    return m_engine.ask([](Engine& engine) {
        engine.hurry();
        return true;
    });
}

// --- files

QFuture<ImportReport> ChainAccess::importBlocks(const QString& path) const {
    return m_import->start(path);
}

QFuture<Result<std::int64_t, ExportProblem>> ChainAccess::exportBlocks(const QString& path) const {
    return m_reads->run([path, magic = m_params->magic](storage::ChainReader& reader) {
        return exportBestChain(reader, magic, path);
    });
}

} // namespace node
