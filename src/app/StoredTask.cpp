#include "app/StoredTask.h"

#include "node/chain/ChainExport.h"
#include "node/chain/ChainMark.h"
#include "node/chain/ChainRepair.h"
#include "node/chain/ChainVerifier.h"
#include "storage/ChainDatabase.h"
#include "storage/ChainReader.h"

#include <QFile>
#include <QFileInfo>

namespace app {

namespace {

using storage::StorageError;
constexpr int kMostRanges = 8;

/// "12, 40 to 42 and 3 more".
QString rangeText(const std::vector<node::HeightRange>& ranges) {
    QStringList parts;
    for (const node::HeightRange& range : ranges) {
        if (parts.size() == kMostRanges) break;
        parts << (range.lowest == range.highest
                      ? QString::number(range.lowest)
                      : QStringLiteral("%1 to %2").arg(range.lowest).arg(range.highest));
    }
    QString out = parts.join(QStringLiteral(", "));
    if (ranges.size() > kMostRanges) out += QStringLiteral(" and others up to %1").arg(ranges.back().highest);
    return out;
}

std::int64_t countOf(const std::vector<node::HeightRange>& ranges) {
    std::int64_t out = 0;
    for (const node::HeightRange& range : ranges)
        out += range.highest - range.lowest + 1;
    return out;
}

QString missingSentence(const std::vector<node::HeightRange>& missing) {
    if (missing.empty()) return QStringLiteral("No block is missing.");
    const std::int64_t count = countOf(missing);
    return QStringLiteral("%1 cannot be read any more, at height %2.")
        .arg(count == 1 ? QStringLiteral("One block") : QStringLiteral("%1 blocks").arg(count),
             rangeText(missing));
}

TaskOutcome failedWith(const Ending& how) {
    return {how.exitCode, {}, how.sentence, how.why};
}

TaskOutcome failedWith(const StorageError& error, const QString& path) {
    return failedWith(endingOf(node::databaseStartError(error, path)));
}

TaskOutcome repair(const node::NodeConfig& config) {
    chain::ChainOptions options;
    options.coinCacheBytes =
        std::size_t(config.settings.number(QStringLiteral("coin_cache_megabytes"))) * 1'000'000;
    const util::SystemClock clock;
    const auto report = node::repairChain(config.params, config.paths, clock, options);
    if (!report) return failedWith(report.error(), config.paths.chain());
    QStringList sentences;
    sentences
        << QStringLiteral(
               "The chain database was made anew: %1 blocks were read, the best chain ends at block %2.")
               .arg(report->summary.blocksRead)
               .arg(report->summary.height);
    sentences << missingSentence(report->missing);
    if (report->apart > 0)
        sentences << QStringLiteral(
                         "%1 that were read do not connect yet: when the missing ones are here again, "
                         "repair once more.")
                         .arg(report->apart);
    if (!report->missing.empty())
        sentences << QStringLiteral("What is missing comes from peers, or with --import-blocks.");
    if (!report->keptAs.isEmpty())
        sentences
            << QStringLiteral("The old file is kept as %1; delete it when all is well.").arg(report->keptAs);
    return {0, QString::fromUtf8(summaryLine(report->summary)), sentences.join(QLatin1Char(' '))};
}

/// A file of an earlier version is brought to this one, where the disk lets it.
Result<std::unique_ptr<storage::ChainReader>, StorageError> openReader(const QString& path) {
    auto reader = storage::ChainReader::open(path);
    if (reader || reader.error().kind != StorageError::Kind::Damaged) return reader;
    if (!storage::ChainDatabase::open(path)) return reader;
    return storage::ChainReader::open(path);
}

/// Everything that can be read, and exit 5 with what cannot.
TaskOutcome exportDamaged(const node::NodeConfig& config, const QString& path) {
    const auto report = node::exportReadable(config.params, config.paths, path);
    if (!report) return failedWith(report.error(), path);
    const QString command = node::repairCommand(config.paths);
    return {5,
            {},
            QStringLiteral(
                "The chain database %1 is damaged: %2 blocks could be read and are in %3. %4 Wallets are "
                "separate files and are safe. To make the database anew: %5")
                .arg(config.paths.chain())
                .arg(report->summary.blocksRead)
                .arg(path, missingSentence(report->missing), command)};
}

TaskOutcome exportBlocks(const node::NodeConfig& config, const QString& path) {
    auto reader = openReader(config.paths.chain());
    if (!reader) {
        if (reader.error().kind != StorageError::Kind::Damaged)
            return failedWith(reader.error(), config.paths.chain());
        return exportDamaged(config, path);
    }
    using Kind = node::ExportProblem::Kind;
    const auto written = node::exportBestChain(**reader, config.params.magic, path);
    const bool isRead =
        written || written.error().kind == Kind::NotWritten || written.error().kind == Kind::NoSpace;
    if (isRead && !written) return {1, {}, exportSentence(written.error(), path)};
    if (!isRead || !node::refuseLostChain(config.paths, config.params.genesisHash))
        return exportDamaged(config, path);
    return {};
}

TaskOutcome verify(const node::NodeConfig& config) {
    const auto reader = openReader(config.paths.chain());
    if (!reader) return failedWith(reader.error(), config.paths.chain());
    const util::SystemClock clock;
    const node::VerifyReport report = node::verifyWithCoins(**reader, config.params, clock);
    const QString printed = QString::fromUtf8(summaryLine(report.summary));
    if (!report.problem) return {0, printed, {}};
    return {5, printed, verifySentence(*report.problem, config.paths)};
}

} // namespace

bool isStoredTask(const Options& options, const Prepared& prepared) {
    return options.repair || (isReadingTask(options) && QFile::exists(prepared.config.paths.chain()));
}

TaskOutcome runStoredTask(const Options& options, const Prepared& prepared) {
    const node::NodeConfig& config = prepared.config;
    if (options.repair) return repair(config);
    if (!options.exportFile.isEmpty()) {
        const TaskOutcome outcome = exportBlocks(config, options.exportFile);
        if (outcome.exitCode != 0 || !options.verify) return outcome;
    }
    return verify(config);
}

TaskOutcome prepareAndRun(const Options& options) {
    const auto prepared = prepare(options);
    return prepared ? runStoredTask(options, *prepared) : failedWith(prepared.error());
}

} // namespace app
