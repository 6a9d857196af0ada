// What a user waits for: a whole node reads a block file into a database on disk and checks it again.
#include "Benchmark.h"
#include "Reference.h"
#include "SignatureTime.h"

#include "chain/BlockFile.h"
#include "node/Node.h"
#include "support/RegtestChain.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

namespace {

constexpr int kRuns = 5;
constexpr int kEmptyBlocks = 20'000;

struct Imported {
    double importSeconds = 0;
    double verifySeconds = 0;
    double importProcessorSeconds = 0;
    double indexProcessorSeconds = 0; ///< the history index follows when the import has ended
    double verifyProcessorSeconds = 0;
    std::uint64_t operations = 0; ///< on the curve
    node::ImportReport report;
    node::Summary summary;
    node::VerifyReport verified;
};

/// A node in a new folder imports `path`, and verifies what it has.
std::optional<Imported> importOnce(const QString& path) {
    const QTemporaryDir folder;
    node::NodeConfig config;
    config.params = consensus::regtestParams();
    config.paths.folder = folder.path() + QStringLiteral("/regtest");
    config.openWallet = false;
    if (!node::makeFolders(config.paths)) return std::nullopt;
    node::Node node(std::move(config));
    if (!node.start().result()) return std::nullopt;
    Imported out;
    const double beforeImport = bench::processorSeconds();
    out.report = node.chain().importBlocks(path).result();
    out.importProcessorSeconds = bench::processorSeconds() - beforeImport;
    out.importSeconds = out.report.seconds;
    const auto height =
        node.chain().ask([](const node::ChainView& view) { return view.chain().tip().height(); }).result();
    while (node.chain().status()->indexHeight < height)
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    out.indexProcessorSeconds = bench::processorSeconds() - beforeImport - out.importProcessorSeconds;
    out.operations =
        node.chain()
            .ask([](const node::ChainView& view) { return view.chain().signatures().operations(); })
            .result();
    out.summary = node.chain().summary().result();
    const double beforeVerify = bench::processorSeconds();
    out.verified = node.chain().verify().result();
    out.verifyProcessorSeconds = bench::processorSeconds() - beforeVerify;
    out.verifySeconds = out.verified.summary.seconds;
    node.stop().waitForFinished();
    return out;
}

/// How many signatures of each kind a file of P2WPKH and P2TR key-path spends has, told by the shape of the
/// witness.
struct SignatureCount {
    std::uint64_t ecdsa = 0;
    std::uint64_t schnorr = 0;
};
SignatureCount countSignatures(const std::string& path) {
    SignatureCount out;
    (void)chain::readBlockFile(path, consensus::regtestParams().magic,
                               [&](const primitives::BlockRef& block, auto, auto) {
                                   for (const auto& transaction : block->transactions) {
                                       for (const auto& input : transaction->inputs()) {
                                           if (input.previous.isNull()) continue;
                                           ++(input.witness.size() == 1 ? out.schnorr : out.ecdsa);
                                       }
                                   }
                                   return true;
                               });
    return out;
}

void checkAgainst(const nlohmann::json& expected, const Imported& run, bench::Report& report) {
    const auto coins = bench::wanted(bench::wanted(expected, "utxo"), "hash_serialized_3");
    for (const node::Summary& summary : {run.summary, run.verified.summary}) {
        report.check(bench::wanted(expected, "best") == summary.best.toHex(), "the tip is wrong");
        report.check(coins == summary.coins.hashSerialized3, "the coins are wrong");
    }
    report.check(!run.verified.problem, "--verify finds the chain not valid");
}

bench::SignatureTime quicker(const bench::SignatureTime& a, const bench::SignatureTime& b) {
    return {std::min(a.seconds, b.seconds), a.isRight && b.isRight};
}

void importPerf(bench::Report& report) {
    const std::string folder = bench::chainsFolder() + "/regtest-perf";
    const nlohmann::json expected = bench::readExpected(folder);
    if (expected.is_null()) {
        report.skipped = "there is no " + folder;
        return;
    }
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const std::string path = folder + "/blocks.dat";
    const SignatureCount count = countSignatures(path);
    bench::SignatureTime ecdsa{1, true};
    bench::SignatureTime schnorr{1, true};
    double checksProcessorSeconds = 0;
    std::vector<double> ratios; ///< each import beside the checks right before it: other programs come and go
    double quickestChecks = 1e9;
    Imported best;
    Imported sum;
    best.importSeconds = best.verifySeconds = 1e9;
    for (int i = 0; i < kRuns; ++i) {
        ecdsa = quicker(ecdsa, bench::timeOfEcdsa(0.3));
        schnorr = quicker(schnorr, bench::timeOfSchnorr(0.3));
        const auto checks = bench::timeOfMany(count.ecdsa, count.schnorr);
        report.check(ecdsa.isRight && schnorr.isRight && checks.isRight, "a signature was judged wrongly");
        checksProcessorSeconds += checks.processorSeconds;
        quickestChecks = std::min(quickestChecks, checks.seconds);
        const auto run = importOnce(QString::fromStdString(path));
        if (!run) return report.check(false, "the node did not start");
        checkAgainst(expected, *run, report);
        report.check(run->operations == count.ecdsa + count.schnorr, "not every signature was checked once");
        ratios.push_back(run->importSeconds / checks.seconds);
        best.importSeconds = std::min(best.importSeconds, run->importSeconds);
        best.verifySeconds = std::min(best.verifySeconds, run->verifySeconds);
        sum.importProcessorSeconds += run->importProcessorSeconds;
        sum.indexProcessorSeconds += run->indexProcessorSeconds;
        sum.verifyProcessorSeconds += run->verifyProcessorSeconds;
    }
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const double checks = (static_cast<double>(count.ecdsa) * ecdsa.seconds +
                           static_cast<double>(count.schnorr) * schnorr.seconds) /
                          cores;
    const std::string cored = std::to_string(cores) + " cores";
    report.add("one ECDSA check", ecdsa.seconds * 1e6, "µs", std::to_string(count.ecdsa) + " in the file");
    report.add("one Schnorr check", schnorr.seconds * 1e6, "µs",
               std::to_string(count.schnorr) + " in the file");
    report.add("checks alone", checks, "s", "one after the other on an idle computer, divided by " + cored);
    report.add("checks on all cores", quickestChecks, "s",
               "the same number of checks, run on " + cored + " at once");
    report.add("import", best.importSeconds, "s", "SQLite on disk, every signature checked");
    // Cores that share their arithmetic units make no check quicker than this, whatever else an import does.
    std::ranges::sort(ratios);
    report.add("import / checks on all cores", ratios[ratios.size() / 2], "x",
               "goal: at most 1.25; the median of runs from " + std::to_string(ratios.front()) + " to " +
                   std::to_string(ratios.back()));
    report.add("checks on all cores / alone", quickestChecks / checks, "x",
               "what the cores cost each other, quickest runs");
    report.add("import / checks alone", best.importSeconds / checks, "x",
               "goal: at most 1.25; quickest runs, so cores that share arithmetic units count in full");
    report.add("verify", best.verifySeconds, "s", "--verify, and the coins counted");
    report.add("verify / import", best.verifySeconds / best.importSeconds, "x", "goal: at most 1");
    // Beside a run of nothing but the checks, which other programs slow down as much: sums of all runs.
    report.add("processor time of the checks", checksProcessorSeconds / kRuns, "s",
               "run on " + cored + " at once");
    report.add("processor time / checks", sum.importProcessorSeconds / checksProcessorSeconds, "x",
               "import; user and system, all threads");
    report.add("history index / checks", sum.indexProcessorSeconds / checksProcessorSeconds, "x",
               "processor time after the import, while the node is in use");
    report.add("processor time / import", sum.verifyProcessorSeconds / sum.importProcessorSeconds, "x",
               "--verify");
}

void importEmpty(bench::Report& report) {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const QTemporaryDir folder;
    const std::string path = (folder.path() + QStringLiteral("/empty.dat")).toStdString();
    const auto params = consensus::regtestParams();
    support::RegtestChain maker(params);
    auto writer = chain::BlockFileWriter::create(path, params.magic);
    if (!writer) return report.check(false, "the file cannot be written");
    primitives::BlockHash tip = params.genesisHash;
    for (int i = 0; i < kEmptyBlocks; ++i) {
        const auto block = maker.mineOn(tip);
        tip = block->header.hash();
        report.check(writer->add(*block).has_value(), "the file cannot be written");
    }
    report.check(writer->finish().has_value(), "the file cannot be written");
    Imported best;
    best.importSeconds = best.verifySeconds = 1e9;
    for (int i = 0; i < kRuns; ++i) {
        const auto run = importOnce(QString::fromStdString(path));
        if (!run) return report.check(false, "the node did not start");
        report.check(run->summary.height == kEmptyBlocks && run->summary.best == tip, "the tip is wrong");
        report.check(!run->verified.problem && run->verified.summary.best == tip, "--verify is wrong");
        best.importSeconds = std::min(best.importSeconds, run->importSeconds);
        best.verifySeconds = std::min(best.verifySeconds, run->verifySeconds);
    }
    report.add("import", kEmptyBlocks / best.importSeconds, "blocks/s",
               "goal: at least 10000; empty blocks, SQLite on disk");
    report.add("verify", kEmptyBlocks / best.verifySeconds, "blocks/s", "the same blocks");
}

const bench::Registration kNodePerf{"node-import-perf", importPerf};
const bench::Registration kNodeEmpty{"node-import-empty", importEmpty};

} // namespace
