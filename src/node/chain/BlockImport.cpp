#include "node/chain/BlockImport.h"

#include "chain/BlockFile.h"

#include <QElapsedTimer>

#include <semaphore>
#include <thread>

namespace node {

namespace {

constexpr std::size_t kBatchBlocks = 500;
constexpr std::size_t kBatchBytes = 2'000'000;
constexpr std::ptrdiff_t kBatchesAhead = 3; ///< their transactions take some times the bytes in the file

/// What the reading thread and the node thread share; the last one to let go ends it.
struct Import {
    std::shared_ptr<Engine> engine;
    std::shared_ptr<QPromise<ImportReport>> promise;
    ImportReport report; ///< node thread only
    QElapsedTimer clock;
    std::counting_semaphore<> room{kBatchesAhead};
};

void finish(const std::shared_ptr<Import>& import, bool truncated, std::int64_t unreadable,
            bool interrupted) {
    import->engine->endImport();
    import->report.truncatedTail = truncated;
    import->report.interrupted = interrupted;
    import->report.blocksRead += unreadable;
    import->report.blocksRejected += unreadable;
    import->report.seconds = double(import->clock.elapsed()) / 1000.0;
    import->promise->addResult(import->report);
    import->promise->finish();
}

} // namespace

std::thread importBlockFile(const QString& path, std::shared_ptr<Engine> engine,
                            const ServiceThread& nodeThread, const std::atomic<bool>& cancelled,
                            std::shared_ptr<QPromise<ImportReport>> promise) {
    auto import = std::make_shared<Import>();
    import->engine = std::move(engine);
    import->promise = std::move(promise);
    import->clock.start();
    nodeThread.post([import] { import->engine->beginImport(); });
    return std::thread([import, &nodeThread, &cancelled, path = path.toStdString(),
                        magic = import->engine->chain().params().magic] {
        std::vector<primitives::BlockRef> batch;
        std::size_t batchBytes = 0;
        double progress = 0;
        const auto send = [&] {
            if (batch.empty()) return;
            import->room.acquire();
            nodeThread.post([import, progress, blocks = std::move(batch)] {
                import->engine->importBatch(blocks, progress, import->report);
                import->room.release();
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
                return !cancelled;
            });
        send();
        nodeThread.post([import, summary] {
            if (summary)
                finish(import, summary->truncatedTail, summary->unreadable, summary->stoppedEarly);
            else {
                import->report.lastRejection = QStringLiteral("the file cannot be read");
                finish(import, false, 0, true);
            }
        });
    });
}

} // namespace node
