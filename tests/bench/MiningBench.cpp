// What a user waits for who flips the switch, while all processors are busy with mining already.
#include "Benchmark.h"

#include "mining/Miner.h"
#include "node/Node.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <thread>

namespace {

constexpr int kMiningRounds = 40;
constexpr double kGiveUpSeconds = 10;

/// A network whose blocks nobody here finds.
consensus::ChainParams hardParams() {
    consensus::NetworkCard card;
    card.name = "Hard";
    card.rules.powLimitBits = 0x1d00ffff;
    card.rules.initialBits = 0x1800ffff;
    return consensus::paramsFromCard(card);
}

/// Milliseconds until `isSo`; far too many when it never is.
template <class Condition>
double waitFor(const Condition& isSo) {
    const auto start = std::chrono::steady_clock::now();
    for (;;) {
        const double seconds = bench::Seconds(std::chrono::steady_clock::now() - start).count();
        if (isSo() || seconds > kGiveUpSeconds) return seconds * 1'000;
        std::this_thread::sleep_for(std::chrono::microseconds(100));
    }
}

void addTimes(bench::Report& report, const std::string& name, std::vector<double> times,
              const std::string& note) {
    std::sort(times.begin(), times.end());
    report.add(name + ", middle", times[times.size() / 2], "ms", note);
    report.add(name + ", worst", times.back(), "ms");
    report.check(times.back() < kGiveUpSeconds * 1'000, name + ": it never happened");
}

void latency(bench::Report& report) {
    int argc = 0;
    const QCoreApplication application(argc, nullptr);
    const QTemporaryDir folder;
    node::NodeConfig config;
    config.params = hardParams();
    config.paths.folder = folder.path() + QStringLiteral("/hard");
    config.inMemory = true;
    config.openWallet = false;
    if (!node::makeFolders(config.paths)) return report.check(false, "there is no folder");
    const auto address = script::toAddress(
        util::Bytes{0x00, 0x14, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20},
        config.params.addresses);
    if (!address) return report.check(false, "there is no address");
    (void)config.settings.set(QStringLiteral("mining_address"), QString::fromStdString(*address),
                              node::SettingSource::CommandLine);
    node::Node node(std::move(config));
    if (!node.start().result()) return report.check(false, "the node did not start");

    const util::SystemClock clock;
    mining::Miner other(clock, [](const primitives::BlockRef&, std::uint64_t) {});
    const int threads = std::max(1, int(std::thread::hardware_concurrency()));
    other.start(threads);
    const auto work = node.chain().makeTemplate(util::Bytes{0x51}).result();
    if (!work) return report.check(false, "there is no template");
    other.setTemplate(*work);

    std::vector<double> on;
    std::vector<double> off;
    std::vector<double> firstHash;
    std::vector<double> ended;
    for (int i = 0; i < kMiningRounds; ++i) {
        node.mining().change({.enabled = true, .threads = threads, .mode = std::nullopt});
        on.push_back(waitFor([&] { return node.mining().status()->statistics.running; }));
        node.mining().change({.enabled = false, .threads = std::nullopt, .mode = std::nullopt});
        off.push_back(waitFor(
            [&] { return !node.mining().status()->statistics.running && !node.mining().status()->working; }));

        mining::Miner miner(clock, [](const primitives::BlockRef&, std::uint64_t) {});
        miner.start(threads);
        miner.setTemplate(*work);
        firstHash.push_back(waitFor([&] { return miner.statistics().hashes > 0; }));
        miner.stop();
        ended.push_back(waitFor([&] { return miner.hasEnded(); }));
    }
    other.stop();
    const std::string busy = std::to_string(threads) + " other mining threads run; goal: below 100 in all";
    addTimes(report, "switch on: threads have work", on, busy);
    addTimes(report, "from there to the first hashes", firstHash, busy);
    addTimes(report, "switch off: no more work", off, busy);
    addTimes(report, "from there to the last thread's end", ended, busy);
    node.stop().waitForFinished();
}

const bench::Registration kLatency{"mining-switch", latency};

} // namespace
