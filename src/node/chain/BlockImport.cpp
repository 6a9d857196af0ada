#include "node/chain/BlockImport.h"

#include "chain/BlockFile.h"

#include <QElapsedTimer>

#include <semaphore>

namespace node {

namespace {

constexpr std::size_t kBatchBlocks = 500;
constexpr std::size_t kBatchBytes = 2'000'000;
constexpr std::ptrdiff_t kBatchesAhead = 3; ///< their transactions take some times the bytes in the file

/// What the reading thread and the node thread share; the last one to let go ends it.
struct Import {
    explicit Import(const Resident<Engine>& there) : engine(there) {
        clock.start();
        promise.start();
    }
    Resident<Engine> engine;
    QPromise<ImportReport> promise;
    ImportReport report; ///< node thread only
    QElapsedTimer clock;
    std::counting_semaphore<> room{kBatchesAhead};
};
using ImportRef = std::shared_ptr<Import>;

void finish(const ImportRef& job, bool truncated, std::int64_t unreadable, bool interrupted) {
    ImportReport& report = job->report;
    report.truncatedTail = truncated;
    report.interrupted = interrupted;
    report.blocksRead += unreadable;
    report.blocksRejected += unreadable;
    report.seconds = double(job->clock.elapsed()) / 1000.0;
    job->promise.addResult(report);
    job->promise.finish();
}

/// The blocks of the file, in batches, as far ahead as there is room.
void readFile(const ImportRef& job, const std::string& path, const util::ByteArray<4>& magic,
              const std::atomic<bool>& isCancelled) {
    std::vector<primitives::BlockRef> batch;
    std::size_t batchBytes = 0;
    double progress = 0;
    const auto send = [&] {
        if (batch.empty()) return;
        job->room.acquire();
        job->engine.tell([job, progress, blocks = std::move(batch)](Engine& engine) {
            engine.blocks().importBatch(blocks, progress, job->report);
            job->room.release();
        });
        batch.clear();
        batchBytes = 0;
    };
    const auto summary = chain::readBlockFile(
        path, magic, [&](const primitives::BlockRef& block, std::int64_t read, std::int64_t total) {
            batch.push_back(block);
            batchBytes += block->size();
            progress = total > 0 ? double(read) / double(total) : 0;
            if (batch.size() >= kBatchBlocks || batchBytes >= kBatchBytes) send();
            return !isCancelled;
        });
    send();
    job->engine.tell([job, summary](Engine& engine) {
        engine.blocks().endImport(job->report);
        if (summary) return finish(job, summary->truncatedTail, summary->unreadable, summary->stoppedEarly);
        job->report.lastRejection = QStringLiteral("the file cannot be read");
        finish(job, false, 0, true);
    });
}

} // namespace

QFuture<ImportReport> BlockImport::start(const QString& path) {
    if (m_thread.joinable()) m_thread.join();
    *m_isCancelled = false;
    const auto job = std::make_shared<Import>(m_engine);
    m_engine.tell([](Engine& engine) { engine.blocks().beginImport(); });
    m_thread = std::thread([job, path = path.toStdString(), magic = m_magic, cancelled = m_isCancelled] {
        readFile(job, path, magic, *cancelled);
    });
    return job->promise.future();
}

void BlockImport::end() {
    *m_isCancelled = true;
    if (m_thread.joinable()) m_thread.join();
}

} // namespace node
