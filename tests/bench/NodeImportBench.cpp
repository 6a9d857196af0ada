// What a user waits for: a whole node reads a block file into a database on disk and checks it again.
#include "Benchmark.h"
#include "Reference.h"
#include "SignatureTime.h"

#include "chain/BlockFile.h"
#include "node/Node.h"
#include "support/RegtestChain.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <sys/resource.h>

#include <algorithm>
#include <thread>

namespace {

constexpr int kRuns = 3;
constexpr int kEmptyBlocks = 20'000;

/// Seconds of processor time this program has used, on all cores.
double processorSeconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

struct Imported {
    double importSeconds = 0;
    double verifySeconds = 0;
    double importProcessorSeconds = 0;
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
    const double before = processorSeconds();
    out.report = node.importBlocks(path).result();
    out.importProcessorSeconds = processorSeconds() - before;
    out.importSeconds = out.report.seconds;
    out.operations = node.withChain([](chain::ChainState& chain, chain::Mempool&) {
        return chain.signatures().operations();
    }).result();
    out.summary = node.summary().result();
    out.verified = node.verify().result();
    out.verifySeconds = out.verified.summary.seconds;
    node.stop().waitForFinished();
    return out;
}

/// How many signatures of each kind a file of P2WPKH and P2TR key-path spends has, told by the shape of the witness.
struct SignatureCount {
    std::uint64_t ecdsa = 0;
    std::uint64_t schnorr = 0;
};
SignatureCount countSignatures(const std::string& path) {
    SignatureCount out;
    (void)chain::readBlockFile(path, consensus::regtestParams().magic, [&](const primitives::BlockRef& block, auto, auto) {
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
    report.check(run.verified.problem.isEmpty(), "--verify says: " + run.verified.problem.toStdString());
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
    double ecdsa = 1;
    double schnorr = 1;
    Imported best;
    best.importSeconds = best.verifySeconds = best.importProcessorSeconds = 1e9;
    for (int i = 0; i < kRuns; ++i) {
        const auto ecdsaTime = bench::timeOfEcdsa(0.3);
        const auto schnorrTime = bench::timeOfSchnorr(0.3);
        report.check(ecdsaTime.isRight && schnorrTime.isRight, "a signature was judged wrongly");
        ecdsa = std::min(ecdsa, ecdsaTime.seconds);
        schnorr = std::min(schnorr, schnorrTime.seconds);
        const auto run = importOnce(QString::fromStdString(path));
        if (!run) return report.check(false, "the node did not start");
        checkAgainst(expected, *run, report);
        report.check(run->operations == count.ecdsa + count.schnorr, "not every signature was checked once");
        best.importSeconds = std::min(best.importSeconds, run->importSeconds);
        best.verifySeconds = std::min(best.verifySeconds, run->verifySeconds);
        best.importProcessorSeconds = std::min(best.importProcessorSeconds, run->importProcessorSeconds);
    }
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const double checks = static_cast<double>(count.ecdsa) * ecdsa + static_cast<double>(count.schnorr) * schnorr;
    const std::string cored = std::to_string(cores) + " cores";
    report.add("one ECDSA check", ecdsa * 1e6, "µs", std::to_string(count.ecdsa) + " in the file");
    report.add("one Schnorr check", schnorr * 1e6, "µs", std::to_string(count.schnorr) + " in the file");
    report.add("checks alone", checks / cores, "s", "divided by " + cored);
    report.add("import", best.importSeconds, "s", "SQLite on disk, every signature checked");
    report.add("import / checks alone", best.importSeconds * cores / checks, "x", "goal: at most 1.25, on " + cored);
    report.add("processor time / checks", best.importProcessorSeconds / checks, "x", "user and system, all threads");
    report.add("verify", best.verifySeconds, "s", "--verify, and the coins counted");
    report.add("verify / import", best.verifySeconds / best.importSeconds, "x", "goal: at most 1");
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
        report.check(run->verified.problem.isEmpty() && run->verified.summary.best == tip, "--verify is wrong");
        best.importSeconds = std::min(best.importSeconds, run->importSeconds);
        best.verifySeconds = std::min(best.verifySeconds, run->verifySeconds);
    }
    report.add("import", kEmptyBlocks / best.importSeconds, "blocks/s", "goal: at least 10000; empty blocks, SQLite on disk");
    report.add("verify", kEmptyBlocks / best.verifySeconds, "blocks/s", "the same blocks");
}

const bench::Registration kPerf{"node-import-perf", importPerf};
const bench::Registration kEmpty{"node-import-empty", importEmpty};

} // namespace
