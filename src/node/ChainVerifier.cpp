#include "node/ChainVerifier.h"

#include "storage/ChainDatabase.h"
#include "util/WorkerPool.h"

#include <QElapsedTimer>
#include <QThread>

namespace node {

VerifyReport verifyStoredChain(storage::ChainReader& reader, const consensus::ChainParams& params,
                               const util::Clock& clock) {
    VerifyReport report;
    QElapsedTimer timer;
    timer.start();
    const auto problem = [&](const QString& sentence) {
        report.problem = sentence;
        report.summary.seconds = double(timer.elapsed()) / 1000.0;
        return report;
    };
    report.summary.network = QString::fromStdString(params.name());
    const storage::ChainReader::Snapshot snapshot(reader);
    const auto tip = reader.tip();
    if (!tip) return problem(QStringLiteral("The tip cannot be read: %1.").arg(tip.error().what));
    auto scratch = storage::ChainDatabase::open(QString());
    if (!scratch) return problem(QStringLiteral("There is no room for the check: %1.").arg(scratch.error().what));
    util::WorkerPool pool(std::size_t(std::max(0, QThread::idealThreadCount() - 1)));
    chain::ChainOptions options;
    options.flushEveryChange = false;
    chain::ChainState chain(params, (*scratch)->blocks(), (*scratch)->coins(), clock, pool, options);
    if (const auto ok = chain.load(); !ok) return problem(QString::fromStdString(ok.error().what));
    for (std::int32_t height = 0; height <= tip->height; ++height) {
        const auto stored = reader.blockAt(height);
        if (!stored || !*stored) return problem(QStringLiteral("Block %1 is missing from the best chain.").arg(height));
        const auto block = reader.readBlock((*stored)->record.hash);
        if (!block || !*block) return problem(QStringLiteral("The body of block %1 cannot be read.").arg(height));
        ++report.summary.blocksRead;
        report.summary.transactions += std::int64_t((*block)->transactions.size());
        if (height == 0) {
            if ((*block)->header.hash() != params.genesisHash) return problem(QStringLiteral("Genesis is another network's."));
            ++report.summary.blocksAccepted;
            continue;
        }
        const auto accepted = chain.acceptBlock(*block);
        if (!accepted || chain.tip().hash() != (*stored)->record.hash) {
            ++report.summary.blocksRejected;
            QString reason = QStringLiteral("it does not extend the chain");
            if (!accepted) {
                const auto* rejection = std::get_if<consensus::Rejection>(&accepted.error());
                reason = rejection != nullptr
                             ? QString::fromStdString(consensus::toString(*rejection))
                             : QString::fromStdString(std::get<chain::StoreError>(accepted.error()).what);
            }
            return problem(QStringLiteral("Block %1 is not valid: %2.").arg(height).arg(reason));
        }
        ++report.summary.blocksAccepted;
    }
    if (const auto ok = chain.flush(); !ok) return problem(QString::fromStdString(ok.error().what));
    const auto coins = chain::coinStatistics((*scratch)->coins());
    if (!coins) return problem(QString::fromStdString(coins.error().what));
    report.summary.height = tip->height;
    report.summary.best = chain.tip().hash();
    report.summary.chainWork = chain.tip().chainWork;
    report.summary.coins = *coins;
    report.summary.seconds = double(timer.elapsed()) / 1000.0;
    return report;
}

} // namespace node
