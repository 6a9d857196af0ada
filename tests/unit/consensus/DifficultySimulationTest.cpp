#include "consensus/BlockRules.h"
#include "consensus/Target.h"
#include "support/TestProgram.h"
#include "support/TimeChain.h"

#include <cmath>
#include <functional>
#include <random>

// Networks in virtual time, always the same: what the difficulty rule makes of hash power that comes and
// goes, and of miners who date their blocks falsely, as far as blocks may be. The tables are those of
// src/consensus/README.md.

using support::TimeChain;

namespace {

constexpr std::int32_t kBlockTime = 10;
constexpr double kPower = 1e6; ///< hashes a second
constexpr int kMostSteps = 10; ///< block times that a border may count ahead

consensus::ChainParams simulatedParams(std::int32_t interval, std::int32_t minDifficultyAfter) {
    consensus::NetworkCard card;
    card.name = "Lab";
    card.rules.difficultyAdjustmentInterval = interval;
    card.rules.targetBlockTime = kBlockTime;
    card.rules.minDifficultyAfter = minDifficultyAfter;
    card.rules.initialBits = 0x1e01ad7f; // 10 s at `kPower`
    return consensus::paramsFromCard(card);
}

double hashesFor(std::uint32_t bits) {
    return consensus::workOf(bits).toDouble();
}

/// Miners, their clock and the chain they make.
class Network {
public:
    /// How its miners date a block that is found now.
    using Dating = std::function<std::int64_t(const Network&)>;

    /// Without luck every block takes exactly as long as it takes on average.
    Network(const consensus::ChainParams& params, bool hasLuck)
        : chain(params), now(static_cast<double>(chain.times.back())), m_hasLuck(hasLuck) {}

    /// Mines the next block; gives the seconds it took.
    double mine(double power, const Dating& dating) {
        chain.prepareNext();
        double seconds = wait(hashesFor(chain.bits), power);
        const std::int64_t after = chain.params.rules().minDifficultyAfter;
        const double easyFrom = static_cast<double>(chain.times.back() + after + 1) - now;
        const bool isEasy = after > 0 && seconds > easyFrom;
        if (isEasy)
            seconds = std::max(0.0, easyFrom) + wait(hashesFor(chain.params.rules().powLimitBits), power);
        now += seconds;
        add(isEasy ? clock() : dating(*this));
        return seconds;
    }
    /// Seconds a block of the next `count`.
    double meanOf(int count, double power, const Dating& dating) {
        double sum = 0;
        for (int i = 0; i < count; ++i)
            sum += mine(power, dating);
        return sum / count;
    }
    /// A block dated `time`, as far as the rules allow.
    void add(std::int64_t time) {
        chain.times.push_back(
            std::clamp(time, chain.medianTime() + 1, std::max(chain.medianTime() + 1, latest())));
    }
    [[nodiscard]] std::int64_t clock() const { return static_cast<std::int64_t>(now); }
    [[nodiscard]] std::int64_t latest() const { return clock() + consensus::kMaxFutureSeconds; }
    [[nodiscard]] bool isBorder() const { return (chain.height() + 1) % interval() == 0; }
    [[nodiscard]] int intervalNumber() const { return chain.height() / interval(); }
    [[nodiscard]] std::int32_t interval() const { return chain.params.rules().difficultyAdjustmentInterval; }
    [[nodiscard]] double random() { return std::uniform_real_distribution<double>(0, 1)(m_random); }

    TimeChain chain;
    double now; ///< unix seconds

private:
    double wait(double hashes, double power) {
        return hashes / power * (m_hasLuck ? std::exponential_distribution<double>(1)(m_random) : 1.0);
    }
    bool m_hasLuck;
    std::mt19937_64 m_random{20240229};
};

std::int64_t truly(const Network& network) {
    return network.clock();
}
std::int64_t asEarlyAsAllowed(const Network& network) {
    return network.chain.medianTime() + 1;
}

/// Borders dated a step further ahead `climbs` times, then back; the other blocks keep the median low or tell
/// the truth.
struct Ramp {
    int climbs;
    double stepSeconds;
    bool fromMedian; ///< steps count from the median time, or from the clock
    bool staysLow;

    std::int64_t operator()(const Network& network) const {
        const int place = network.intervalNumber() % (climbs + 1);
        const bool isBack = place == climbs;
        if (!network.isBorder()) return staysLow || isBack ? asEarlyAsAllowed(network) : network.clock();
        if (isBack) return asEarlyAsAllowed(network);
        const std::int64_t from = fromMedian ? asEarlyAsAllowed(network) : network.clock();
        return from + static_cast<std::int64_t>((place + 1) * stepSeconds);
    }
};

/// Seconds a block under `dating` by everybody, once it has gone on for a while.
double meanUnder(const consensus::ChainParams& params, const Network::Dating& dating, bool believesBorders) {
    Network network(params, false);
    network.chain.believesBorders = believesBorders;
    const int interval = network.interval();
    (void)network.meanOf(60 * interval, kPower, dating);
    return network.meanOf(120 * interval, kPower, dating);
}

/// The ramp that gains most.
double meanUnderBestRamp(const consensus::ChainParams& params, bool believesBorders) {
    double least = 1e9;
    const double interval = params.rules().difficultyAdjustmentInterval * kBlockTime;
    for (const int climbs : {1, 2, 3, 4, 5, 6, 8, 12, 16}) {
        const double evenly = double{kMostSteps} * kBlockTime / climbs;
        for (const double step :
             {evenly, evenly * 0.8, interval * (std::pow(4.0, 1.0 / climbs) - 1), interval * 3.5}) {
            for (const int way : {0, 1, 2, 3}) {
                const Ramp ramp{climbs, step, way % 2 != 0, way / 2 != 0};
                least = std::min(least, meanUnder(params, ramp, believesBorders));
            }
        }
    }
    return least;
}

/// No dating gains more: `climbs` windows that together measure all there is and what borders may count
/// ahead, and one that is forgiven down to a quarter. (Sums: the README.)
double leastMean(int interval) {
    const double ahead = double{kMostSteps} / interval;
    double least = 1;
    for (int climbs = 1; climbs < 1'000; ++climbs)
        least = std::min(least, (climbs * std::pow(4.0, 1.0 / climbs) - ahead) / (climbs + 1));
    return std::max(0.0, least) * kBlockTime;
}

} // namespace

class DifficultySimulationTest : public QObject {
    Q_OBJECT
private slots:
    void returnsAfterHashPowerChanged_data();
    void returnsAfterHashPowerChanged();
    void keepsTheMeanWithLuck_data();
    void keepsTheMeanWithLuck();
    void gainsNoMoreByFalseTimesThanTheSumsAllow_data();
    void gainsNoMoreByFalseTimesThanTheSumsAllow();
    void isSteadyWithFewFalseClocks_data();
    void isSteadyWithFewFalseClocks();
    void givesFewEasyBlocksForFalseTimes();
};

void DifficultySimulationTest::returnsAfterHashPowerChanged_data() {
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("minDifficultyAfter");
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("absentSeconds");
    QTest::addColumn<double>("after");
    QTest::addColumn<int>("mostIntervals");
    for (const int interval : {10, 144}) {
        for (const int wait : {0, 200}) {
            const auto row = [&](const char* what) {
                return QStringLiteral("interval %1, easy after %2 s: %3")
                    .arg(interval)
                    .arg(wait)
                    .arg(QLatin1String(what))
                    .toLatin1();
            };
            QTest::newRow(row("30 times as much")) << interval << wait << 1.0 << 0.0 << 30.0 << 4;
            QTest::newRow(row("a 30th")) << interval << wait << 30.0 << 0.0 << 1.0 << 6;
            QTest::newRow(row("none for a day")) << interval << wait << 1.0 << 86'400.0 << 1.0 << 4;
            QTest::newRow(row("none for a day, then a 30th"))
                << interval << wait << 30.0 << 86'400.0 << 1.0 << 6;
        }
    }
}

void DifficultySimulationTest::returnsAfterHashPowerChanged() {
    QFETCH(int, interval);
    QFETCH(int, minDifficultyAfter);
    QFETCH(double, before);
    QFETCH(double, absentSeconds);
    QFETCH(double, after);
    QFETCH(int, mostIntervals);
    const auto params = simulatedParams(interval, minDifficultyAfter);
    Network network(params, false);
    (void)network.meanOf(30 * interval - 1, kPower * before, truly);
    network.now += absentSeconds;
    const double start = network.now;
    int intervals = 0; // until all that follow are within 10 %
    double untilThen = 0, last = 0;
    for (int i = 1; i <= 40; ++i) {
        last = network.meanOf(interval, kPower * after, truly);
        if (std::abs(last - kBlockTime) <= 0.1 * kBlockTime) continue;
        intervals = i;
        untilThen = network.now - start;
    }
    qInfo("within 10 %% after %d intervals, %.0f s; then %.2f s a block", intervals, untilThen, last);
    QVERIFY(intervals <= mostIntervals);
    QVERIFY(std::abs(last - kBlockTime) <= 0.1 * kBlockTime);
}

void DifficultySimulationTest::keepsTheMeanWithLuck_data() {
    QTest::addColumn<int>("interval");
    for (const int interval : {10, 20, 30, 144})
        QTest::newRow(QByteArray::number(interval)) << interval;
}

// Who divides by a measured time divides by too little more often than by too much: luck adds 1 in N - 1 to
// the mean.
void DifficultySimulationTest::keepsTheMeanWithLuck() {
    QFETCH(int, interval);
    const auto params = simulatedParams(interval, 200);
    Network network(params, true);
    const double byLuck = double{kBlockTime} * interval / (interval - 1);
    for (const double factor : {1.0, 30.0, 1.0, 30.0}) {
        (void)network.meanOf(10 * interval, kPower * factor, truly);
        const double mean = network.meanOf(20'000, kPower * factor, truly);
        qInfo("hash power %2.0f: %.2f s a block (%.2f with the luck of %d blocks)", factor, mean, byLuck,
              interval);
        QVERIFY(std::abs(mean - byLuck) < 0.05 * kBlockTime);
        if (interval > 10) QVERIFY(std::abs(mean - kBlockTime) < 0.1 * kBlockTime);
    }
}

void DifficultySimulationTest::gainsNoMoreByFalseTimesThanTheSumsAllow_data() {
    QTest::addColumn<int>("interval");
    for (const int interval : {10, 20, 30, 144})
        QTest::newRow(QByteArray::number(interval)) << interval;
}

void DifficultySimulationTest::gainsNoMoreByFalseTimesThanTheSumsAllow() {
    QFETCH(int, interval);
    const auto params = simulatedParams(interval, 0);
    const double least = leastMean(interval);
    const auto report = [&](const char* name, double mean, double believing) {
        const auto words = [](double seconds) { // a chain whose clock creeps makes itself ever harder
            return seconds < 1'000 ? QByteArray::number(seconds, 'f', 2) + " s" : QByteArray("never");
        };
        qInfo("%-31s %s, at least %.2f s by the sums; without the bound %s", name, words(mean).constData(),
              least, words(believing).constData());
        return mean >= least * 0.995; // whole seconds
    };
    const auto both = [&](const char* name, const Network::Dating& dating) {
        return report(name, meanUnder(params, dating, false), meanUnder(params, dating, true));
    };
    QVERIFY(
        both("borders 2 h ahead", [](const Network& n) { return n.isBorder() ? n.latest() : n.clock(); }));
    QVERIFY(both("Bitcoin's time-warp",
                 [](const Network& n) { return n.isBorder() ? n.latest() : asEarlyAsAllowed(n); }));
    QVERIFY(both("every other border 2 h ahead", [](const Network& n) {
        if (!n.isBorder()) return n.clock();
        return n.intervalNumber() % 2 == 0 ? n.latest() : asEarlyAsAllowed(n);
    }));
    QVERIFY(both("every block as early as allowed", asEarlyAsAllowed));
    QVERIFY(both("every block 2 h ahead", [](const Network& n) { return n.latest(); }));
    const double believing = meanUnderBestRamp(params, true);
    QVERIFY(report("the best of 144 ramps", meanUnderBestRamp(params, false), believing));
    QVERIFY(believing < 0.1 * least); // what the bound is there for
}

void DifficultySimulationTest::isSteadyWithFewFalseClocks_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<int>("aheadSeconds");
    QTest::addColumn<double>("most");
    QTest::newRow("one of 30, an hour ahead") << 1.0 / 30 << 3'600 << 1.1;
    QTest::newRow("one of 30, an hour behind") << 1.0 / 30 << -3'600 << 1.1;
    QTest::newRow("one of 10, an hour ahead") << 1.0 / 10 << 3'600 << 1.15;
    QTest::newRow("one of 10, an hour behind") << 1.0 / 10 << -3'600 << 1.15;
}

void DifficultySimulationTest::isSteadyWithFewFalseClocks() {
    QFETCH(double, share);
    QFETCH(int, aheadSeconds);
    QFETCH(double, most);
    for (const int interval : {10, 144}) {
        const auto params = simulatedParams(interval, 0);
        const auto meanWith = [&](bool believesBorders) {
            Network network(params, true);
            network.chain.believesBorders = believesBorders;
            const auto dating = [&](const Network& n) {
                return n.clock() + (network.random() < share ? aheadSeconds : 0);
            };
            (void)network.meanOf(20 * interval, kPower, dating);
            return network.meanOf(20'000, kPower, dating);
        };
        const double mean = meanWith(false);
        qInfo("interval %3d: %.2f s a block; without the bound %.2f s", interval, mean, meanWith(true));
        QVERIFY(mean >= 0.9 * kBlockTime);
        QVERIFY(mean < most * kBlockTime * interval / (interval - 1));
    }
}

// Easy blocks need no hash power, only dates: two hours of them, once.
void DifficultySimulationTest::givesFewEasyBlocksForFalseTimes() {
    const auto params = simulatedParams(10, 200);
    Network network(params, false);
    (void)network.meanOf(300, kPower, truly);
    const double start = network.now;
    int easy = 0;
    for (; network.chain.times.back() + 201 <= network.latest(); ++easy) {
        network.chain.prepareNext();
        const std::int64_t time = network.chain.times.back() + 201;
        QVERIFY(consensus::mayUseMinimum(time, network.chain.times.back(), params));
        network.add(time);
    }
    int blocks = easy;
    while (network.now < start + 86'400) {
        (void)network.mine(kPower, truly);
        ++blocks;
    }
    qInfo("%d easy blocks at once; %d blocks in the day that follows, %d wanted", easy, blocks,
          86'400 / kBlockTime);
    QCOMPARE(easy, consensus::kMaxFutureSeconds / 201);
    QVERIFY(blocks <=
            86'400 / kBlockTime + easy); // afterwards the chain's clock is ahead, and waits for the others
    QVERIFY(std::abs(network.meanOf(100, kPower, truly) - kBlockTime) < 0.1 * kBlockTime);
}

CAIRN_TEST(DifficultySimulationTest)
#include "DifficultySimulationTest.moc"
