#include "sim/Experiments.h"
#include "sim/ModelNetwork.h"
#include "sim/RealNetwork.h"
#include "support/TestProgram.h"

#include <QtTest>

#include <cmath>

using sim::ModelNetwork;
using sim::RealNetwork;

namespace {

constexpr std::int64_t kBytesPerMs = 1'000;
constexpr std::size_t kSmall = 200;
constexpr int kDials = 8;

sim::Topology farApart(std::size_t nodes, std::uint64_t seed = 1) {
    return sim::randomTopology(nodes, kDials, 10, 190, seed);
}

bool isNear(double value, double expected, double part, double slackMs = 0) {
    return std::abs(value - expected) <= part * expected + slackMs;
}

} // namespace

/// The laws of README.md in small, and that the model does what the real nodes do.
class SimulationTest : public QObject {
    Q_OBJECT

private slots:
    void theModelSpreadsBlocksAsRealNodesDo_data() {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("bytes");
        QTest::newRow("20, small") << 20 << 200;
        QTest::newRow("60, small") << 60 << 200;
        QTest::newRow("20, large") << 20 << 300'000;
    }
    void theModelSpreadsBlocksAsRealNodesDo() {
        QFETCH(int, nodes);
        QFETCH(int, bytes);
        const sim::Topology topology = farApart(std::size_t(nodes));
        RealNetwork real(topology, std::size_t(bytes), kBytesPerMs, 1);
        ModelNetwork model(topology, std::size_t(bytes), kBytesPerMs);
        const sim::Spread ofReal = sim::spreadOf(real, 15, 11, 2);
        const sim::Spread ofModel = sim::spreadOf(model, 15, 11, 2);
        QVERIFY2(isNear(ofModel.halfMs, ofReal.halfMs, 0.15, 10),
                 qPrintable(QStringLiteral("half: %1 and %2").arg(ofModel.halfMs).arg(ofReal.halfMs)));
        QVERIFY2(isNear(ofModel.allMs, ofReal.allMs, 0.15, 10),
                 qPrintable(QStringLiteral("all: %1 and %2").arg(ofModel.allMs).arg(ofReal.allMs)));
        QCOMPARE(real.drops(), std::size_t{0});
    }

    /// Ten times as many nodes cost about as many milliseconds more as the ten times before.
    void timeGrowsWithTheLogarithmOfTheNodes() {
        std::vector<double> times;
        for (const std::size_t nodes : {30, 300, 3'000}) {
            // Few links, so that there are many hops.
            ModelNetwork model(sim::randomTopology(nodes, 3, 10, 190, 1), kSmall, kBytesPerMs);
            times.push_back(sim::spreadOf(model, 15, 11, 3).nineTenthsMs);
        }
        const double first = times[1] - times[0], second = times[2] - times[1];
        QVERIFY2(first > 0 && second > 0.5 * first && second < 2 * first,
                 qPrintable(QStringLiteral("%1, %2, %3 ms").arg(times[0]).arg(times[1]).arg(times[2])));
    }

    /// Two find a block within the time that one needs to travel: 1 - e^(-T/I).
    void fewerBlocksAreLostTheRarerTheyAre() {
        ModelNetwork model(farApart(200), kSmall, kBytesPerMs);
        const double travel = sim::spreadOf(model, 15, 21, 4).meanMs;
        double before = 1;
        for (const std::int64_t interval : {500, 2'000, 8'000, 32'000}) {
            const double rate = sim::stalenessOf(model, interval, 3'000, 5).rate();
            const double law = 1 - std::exp(-travel / double(interval));
            QVERIFY2(rate < before, qPrintable(QString::number(rate)));
            QVERIFY2(isNear(rate, law, 0.35, 0.004),
                     qPrintable(QStringLiteral("%1, law %2").arg(rate).arg(law)));
            before = rate;
        }
    }
    void realNodesLoseFewerBlocksTheRarerTheyAre() {
        RealNetwork real(farApart(30), kSmall, kBytesPerMs, 6);
        const double often = sim::stalenessOf(real, 500, 150, 7).rate();
        const double rarely = sim::stalenessOf(real, 8'000, 150, 7).rate();
        QVERIFY2(often > 0.1 && rarely < 0.06,
                 qPrintable(QStringLiteral("%1 and %2").arg(often).arg(rarely)));
    }

    void bothHalvesComeTogether_data() {
        QTest::addColumn<bool>("isReal");
        QTest::newRow("real nodes") << true;
        QTest::newRow("model") << false;
    }
    void bothHalvesComeTogether() {
        QFETCH(bool, isReal);
        const sim::Topology topology = farApart(40);
        std::unique_ptr<sim::Network> network;
        if (isReal)
            network = std::make_unique<RealNetwork>(topology, kSmall, kBytesPerMs, 8);
        else
            network = std::make_unique<ModelNetwork>(topology, kSmall, kBytesPerMs);
        const sim::Reunion reunion = sim::reunionOf(*network, 0.4, 50, 2'000, 9);
        QCOMPARE(reunion.mined[0], 20);
        QCOMPARE(reunion.mined[1], 30);
        QVERIFY(reunion.isLargerSidesTip);
        QVERIFY2(reunion.allMs >= 0 && reunion.allMs < 5'000, qPrintable(QString::number(reunion.allMs)));
    }
};

CAIRN_TEST(SimulationTest)
#include "SimulationTest.moc"
