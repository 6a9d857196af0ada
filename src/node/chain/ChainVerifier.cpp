#include "node/chain/ChainVerifier.h"

#include "node/chain/StoredClock.h"
#include "storage/ChainDatabase.h"
#include "util/BoundedQueue.h"
#include "util/Log.h"
#include "util/WorkerPool.h"

#include <QElapsedTimer>
#include <QThread>

#include <algorithm>
#include <limits>
#include <map>
#include <thread>

namespace node {

namespace {

using Batch = std::vector<primitives::BlockRef>;

constexpr std::size_t kVerifyBlocks = 500;
constexpr std::size_t kVerifyBytes = 2'000'000;
constexpr std::size_t kVerifyAhead = 2;

/// What the second connecting finds out.
struct Checked {
    std::optional<VerifyProblem> problem;
    std::int64_t blocks = 0; ///< that hold
    std::int64_t rejected = 0;
    primitives::BlockHash tip;
    consensus::Uint256 chainWork;
    chain::CoinStatistics coins;
};

/// Takes the coins of the blocks that are checked and lets the rest go: it is stored already. Coins that do
/// not fit into the cache go to a database that is not kept; those of the last flush, without one before,
/// stay here.
class ScratchStore final : public chain::BlockStore, public chain::CoinStore {
public:
    /// The next flush is the last.
    void expectLast() { m_isLast = true; }

    Result<std::vector<chain::StoredHeader>, chain::StoreError> loadHeaders() override { return {}; }
    Result<chain::TipInfo, chain::StoreError> loadTip() override { return chain::TipInfo{}; }
    Result<primitives::BlockRef, chain::StoreError> readBlock(const primitives::BlockHash&) override {
        return nullptr;
    }
    Result<std::shared_ptr<const chain::BlockUndo>, chain::StoreError>
    readUndo(const primitives::BlockHash&) override {
        return nullptr;
    }
    Result<void, chain::StoreError> commit(const chain::ChainBatch& batch) override {
        if (batch.coins.empty()) return {};
        if (m_isLast && !m_database) {
            for (const chain::CoinChange& change : batch.coins) {
                if (change.coin) m_coins.emplace(change.outpoint, *change.coin);
            }
            return {};
        }
        if (!m_database) {
            auto opened = storage::ChainDatabase::open(QString());
            if (!opened)
                return fail(
                    chain::StoreError{chain::StoreError::Kind::Io, opened.error().what.toStdString()});
            m_database = *std::move(opened);
        }
        chain::ChainBatch coins;
        coins.coins = batch.coins;
        return m_database->blocks().commit(coins);
    }
    Result<std::optional<consensus::Coin>, chain::StoreError>
    find(const primitives::OutPoint& outpoint) override {
        if (!m_database) return std::nullopt;
        return m_database->coins().find(outpoint);
    }
    Result<void, chain::StoreError>
    forEach(const std::function<bool(const primitives::OutPoint&, const consensus::Coin&)>& visit) override {
        if (m_database) return m_database->coins().forEach(visit);
        for (const auto& [outpoint, coin] : m_coins) {
            if (!visit(outpoint, coin)) break;
        }
        return {};
    }

private:
    std::unique_ptr<storage::ChainDatabase> m_database;
    std::map<primitives::OutPoint, consensus::Coin> m_coins; ///< in the order of `forEach`
    bool m_isLast = false;
};

/// Connects what comes, in order from block 1, until the queue ends or a block fails; then counts the coins.
Checked connectAll(util::BoundedQueue<Batch>& queue, const consensus::ChainParams& params,
                   const util::Clock& clock, chain::ChainOptions options) {
    Checked out;
    const auto storeProblem = [&](const std::string& what) {
        util::logError("verify", what);
        out.problem = {.kind = VerifyProblem::Kind::NoRoomToCheck};
        return out;
    };
    ScratchStore store;
    util::WorkerPool pool(std::size_t(std::max(0, QThread::idealThreadCount() - 1)));
    options.flushEveryChange = false;
    options.maxUnsettledBytes =
        std::numeric_limits<std::int64_t>::max(); // nobody goes on from here after a kill
    StoredClock stored(clock);
    chain::ChainState chain(params, store, store, stored, pool, options);
    if (const auto ok = chain.load(); !ok) return storeProblem(ok.error().what);
    while (const auto batch = queue.pop()) {
        for (const auto& block : *batch)
            stored.note(block->header);
        const auto accepted = chain.acceptBlocks(*batch);
        if (!accepted) return storeProblem(accepted.error().what);
        for (const auto& outcome : accepted->each) {
            if (outcome != chain::BlockOutcome::NewTip) {
                ++out.rejected;
                out.problem = {.kind = VerifyProblem::Kind::BlockInvalid,
                               .height = std::int32_t(out.blocks + 1)};
                if (!outcome)
                    out.problem->reject = QString::fromStdString(consensus::toString(outcome.error()));
                return out;
            }
            ++out.blocks;
        }
    }
    store.expectLast();
    if (const auto ok = chain.flush(); !ok) return storeProblem(ok.error().what);
    const auto coins = chain::coinStatistics(store);
    if (!coins) return storeProblem(coins.error().what);
    out.tip = chain.tip().hash();
    out.chainWork = chain.tip().chainWork;
    out.coins = *coins;
    return out;
}

/// Reads the best chain in order and hands it on, genesis left out. Gives what is wrong with it as far as it
/// came.
std::optional<VerifyProblem> readAll(storage::ChainReader& reader, const consensus::ChainParams& params,
                                     std::int32_t height, util::BoundedQueue<Batch>& queue,
                                     Summary& summary) {
    using Kind = VerifyProblem::Kind;
    Batch batch;
    std::size_t bytes = 0;
    for (std::int32_t at = 0; at <= height; ++at) {
        const auto stored = reader.blockAt(at);
        if (!stored || !*stored) return VerifyProblem{.kind = Kind::BlockMissing, .height = at};
        const auto block = reader.readBlock((*stored)->record.hash);
        if (!block || !*block) return VerifyProblem{.kind = Kind::BodyMissing, .height = at};
        ++summary.blocksRead;
        summary.transactions += std::int64_t((*block)->transactions.size());
        if (at == 0) {
            if ((*stored)->record.hash != params.genesisHash)
                return VerifyProblem{.kind = Kind::OtherGenesis};
            ++summary.blocksAccepted;
            continue;
        }
        batch.push_back(*block);
        bytes += (*block)->size();
        if (batch.size() < kVerifyBlocks && bytes < kVerifyBytes) continue;
        if (!queue.push(std::exchange(batch, {}))) return {};
        bytes = 0;
    }
    queue.push(std::move(batch));
    return {};
}

} // namespace

VerifyReport verifyStoredChain(storage::ChainReader& reader, const consensus::ChainParams& params,
                               const util::Clock& clock, chain::ChainOptions options) {
    VerifyReport report;
    QElapsedTimer timer;
    timer.start();
    report.summary.network = QString::fromStdString(params.name());
    const storage::ChainReader::Snapshot snapshot(reader);
    const auto tip = reader.tip();
    if (!tip) {
        util::logError("verify", tip.error().what.toStdString());
        report.problem = {.kind = VerifyProblem::Kind::NoTip};
        return report;
    }
    // Blocks are read here, where the reader belongs, while they are connected there.
    util::BoundedQueue<Batch> queue(kVerifyAhead);
    Checked checked;
    std::thread connecting([&] {
        checked = connectAll(queue, params, clock, options);
        queue.close(); // nobody takes anything any more
    });
    const auto unreadable = readAll(reader, params, tip->height, queue, report.summary);
    queue.close();
    connecting.join();

    report.summary.blocksAccepted += checked.blocks;
    report.problem = checked.problem ? checked.problem : unreadable;
    report.summary.blocksRejected = checked.rejected;
    report.summary.height = tip->height;
    report.summary.best = checked.tip;
    report.summary.chainWork = checked.chainWork;
    report.summary.coins = checked.coins;
    report.summary.seconds = double(timer.elapsed()) / 1000.0;
    return report;
}

VerifyReport verifyWithCoins(storage::ChainReader& reader, const consensus::ChainParams& params,
                             const util::Clock& clock) {
    const storage::ChainReader::Snapshot snapshot(reader); // a block may come meanwhile
    VerifyReport report = verifyStoredChain(reader, params, clock);
    if (report.problem) return report;
    const auto stored = reader.coinStatistics();
    if (!stored) {
        util::logError("verify", stored.error().what.toStdString());
        report.problem = {.kind = VerifyProblem::Kind::CoinsUnread};
    } else if (report.summary.coins.hashSerialized3 != stored->hashSerialized3) {
        report.problem = {.kind = VerifyProblem::Kind::CoinsDiffer};
    }
    return report;
}

} // namespace node
