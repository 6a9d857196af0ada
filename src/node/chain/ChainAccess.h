#pragma once

#include "explorer/ExplorerQueries.h"
#include "node/Resident.h"
#include "node/chain/BlockImport.h"
#include "node/chain/PackageSubmission.h"
#include "storage/ReadPool.h"

namespace node {

/// The chain and what waits, for everybody else: newest values, questions on the node thread or on the read
/// pool, and commands that answer by futures (cancelled when the node stops first). Copies are the same
/// chain. Thread: any.
class ChainAccess {
public:
    /// Needs: thread, feed, parameters and clock outlive it.
    ChainAccess(const ServiceThread& nodeThread, ChainFeed& feed, const consensus::ChainParams& params,
                const util::Clock& clock);

    // --- the newest, without waiting ---
    [[nodiscard]] std::shared_ptr<const ChainStatus> status() const { return m_feed->status.get(); }
    [[nodiscard]] std::shared_ptr<const chain::MempoolSnapshot> mempool() const {
        return m_feed->mempool.get();
    }
    /// For connections to its signals: they come one by one, on the node thread.
    [[nodiscard]] ChainFeed& feed() const { return *m_feed; }

    // --- questions ---
    /// `question` gets `explorer::ExplorerQueries&` on the read pool.
    template <class F>
    auto query(F question) const {
        return m_reads->run([params = m_params, mempool = mempool(),
                             question = std::move(question)](storage::ChainReader& reader) mutable {
            explorer::ExplorerQueries queries(reader, *params, mempool);
            return question(queries);
        });
    }
    /// `question` gets `const ChainView&` on the node thread: keep it short.
    template <class F>
    auto ask(F question) const {
        return m_engine.ask(
            [question = std::move(question)](Engine& engine) mutable { return question(engine.view()); });
    }
    [[nodiscard]] QFuture<Summary> summary(chain::CoinHash kind = chain::CoinHash::Serialized3) const;
    [[nodiscard]] QFuture<std::vector<chain::ChainTip>> tips() const;
    /// Re-checks the stored chain from genesis in memory, every rule and script.
    [[nodiscard]] QFuture<VerifyReport> verify() const;

    // --- transactions ---
    QFuture<Result<primitives::TxId, consensus::Rejection>>
    submitTransaction(primitives::TransactionRef transaction) const;
    QFuture<Result<primitives::TxId, SubmissionRefusal>>
    submitTransaction(primitives::TransactionRef transaction, SubmissionLimits limits) const;
    QFuture<PackageOutcome> submitPackage(Package package, SubmissionLimits limits) const;

    /// See chain::Mempool::prioritise; false when the disk did not take it: nothing is changed then.
    QFuture<bool> prioritiseTransaction(primitives::TxId txid, primitives::Amount bonus) const;
    /// Writes what waits to the disk now.
    [[nodiscard]] QFuture<bool> saveMempool() const;

    // --- blocks ---
    QFuture<BlockSubmission> submitBlock(primitives::BlockRef block) const;
    /// A block without its work on the present tip, as getblocktemplate's mode "proposal" answers it.
    QFuture<BlockSubmission> proposeBlock(primitives::BlockRef block) const;
    QFuture<Result<void, consensus::Rejection>> submitHeader(primitives::BlockHeader header) const;
    QFuture<Result<void, BranchFailure>> invalidateBlock(primitives::BlockHash hash) const;
    QFuture<Result<void, BranchFailure>> reconsiderBlock(primitives::BlockHash hash) const;
    /// The branch with more work that the brake holds back; nothing: none is.
    [[nodiscard]] QFuture<std::optional<HeldBranch>> heldBranch() const;
    /// Stays on our chain: see Engine::declineHeldBranch.
    void declineHeldBranch() const;
    /// Follows the branch that is held back and ends with `tip`. Errors: NoSuchBlock (it is not held),
    /// StoreFailed.
    QFuture<Result<void, BranchFailure>> releaseBranch(primitives::BlockHash tip) const;
    QFuture<Result<void, BranchFailure>> preferBlock(primitives::BlockHash hash) const;
    /// Work for others (getblocktemplate, getwork). No tag: the node's own.
    QFuture<Result<mining::BlockTemplateRef, consensus::Rejection>>
    makeTemplate(util::Bytes script, std::optional<std::string> tag = {}) const;
    /// See TemplateMaker::blockOf.
    QFuture<Result<primitives::Block, consensus::Rejection>>
    makeBlock(util::Bytes script, std::vector<primitives::TransactionRef> transactions) const;

    // --- files ---
    /// Reads a block file; progress in ChainStatus. A stop of the node interrupts it.
    QFuture<ImportReport> importBlocks(const QString& path) const;
    /// Writes the best chain, how many blocks there were.
    [[nodiscard]] QFuture<Result<std::int64_t, ExportProblem>> exportBlocks(const QString& path) const;

    /// See Engine::hurry.
    QFuture<bool> hurry() const;

    // --- for Node ---
    void applySettings(const Settings& settings) const {
        m_engine.tell([settings](Engine& engine) { engine.applySettings(settings); });
    }
    [[nodiscard]] const Resident<Engine>& engine() const { return m_engine; }
    /// Thread: node.
    [[nodiscard]] Result<void, StartError> open(Engine::Config config) const;
    void closeReads() const { m_reads->close(); }
    /// Ends an import and waits for it. Thread: none that the import needs.
    void endImport() const { m_import->end(); }
    /// Thread: node.
    void close() const;

private:
    void checkAfterInterruption() const;

    Resident<Engine> m_engine;
    ChainFeed* m_feed;
    const consensus::ChainParams* m_params;
    const util::Clock* m_clock;
    std::shared_ptr<storage::ReadPool> m_reads;
    std::shared_ptr<BlockImport> m_import;
};

} // namespace node
