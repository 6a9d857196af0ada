#include "wallet/CoinSelector.h"
#include "support/TestProgram.h"

#include <numeric>
#include <random>
#include <set>

using primitives::Amount;
using wallet::selectCoins;
using wallet::SelectionError;
using wallet::SelectionGoal;

class CoinSelectorTest : public QObject {
    Q_OBJECT
private slots:
    void prefersExactMatch();
    void acceptsOvershootWithinTheAllowance();
    void prefersTheLeastOvershoot();
    void agreesWithTryingEverySubset();
    void reachesTheTargetWithChangeOtherwise();
    void takesEverythingWhenChangeIsOutOfReach();
    void drawsAtRandom();
    void isTheSameForTheSameSeed();
    void leavesCoinsThatBringNothing();
    void refusesTooLittle();
    void keepsToTheLimitOfInputs();
    void managesManyCoins_data();
    void managesManyCoins();
};

namespace {

wallet::RandomBelow seeded(std::uint32_t seed) {
    return [engine = std::mt19937(seed)](std::uint64_t bound) mutable { return engine() % bound; };
}

std::vector<Amount> amounts(const std::vector<std::int64_t>& satoshi) {
    std::vector<Amount> out;
    for (const std::int64_t value : satoshi)
        out.emplace_back(value);
    return out;
}

SelectionGoal goalOf(std::int64_t target, std::int64_t allowance = 0, std::int64_t change = 100) {
    return {Amount(target), Amount(allowance), Amount(target + change), 1000};
}

std::int64_t sumOf(const std::vector<Amount>& values, const wallet::Selection& selection) {
    std::int64_t sum = 0;
    for (const std::size_t i : selection.chosen)
        sum += values[i].satoshi();
    return sum;
}

bool isSet(const wallet::Selection& selection) {
    const std::set<std::size_t> unique(selection.chosen.begin(), selection.chosen.end());
    return unique.size() == selection.chosen.size();
}

} // namespace

void CoinSelectorTest::prefersExactMatch() {
    const auto values = amounts({500, 70, 30, 1000, 20});
    const auto selection = selectCoins(values, goalOf(100), seeded(1)).value();
    QVERIFY(selection.isExact);
    QCOMPARE(selection.chosen, (std::vector<std::size_t>{1, 2}));
}

void CoinSelectorTest::acceptsOvershootWithinTheAllowance() {
    const auto values = amounts({1000, 105});
    QVERIFY(selectCoins(values, goalOf(100, 5), seeded(1)).value().isExact);
    QVERIFY(!selectCoins(values, goalOf(100, 4), seeded(1)).value().isExact);
}

void CoinSelectorTest::prefersTheLeastOvershoot() {
    const auto values = amounts({109, 104, 60, 41, 500});
    const auto selection = selectCoins(values, goalOf(100, 10), seeded(1)).value();
    QVERIFY(selection.isExact);
    QCOMPARE(sumOf(values, selection), std::int64_t(101));
}

void CoinSelectorTest::agreesWithTryingEverySubset() {
    const std::uint32_t seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 engine(seed);
    for (int round = 0; round < 300; ++round) {
        std::vector<Amount> values;
        for (std::size_t i = 0; i < 10; ++i)
            values.emplace_back(1 + engine() % 60);
        const std::int64_t target = 1 + engine() % 200;
        const std::int64_t allowance = engine() % 4;
        std::int64_t best = std::numeric_limits<std::int64_t>::max();
        for (std::uint32_t mask = 1; mask < 1024; ++mask) {
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < 10; ++i)
                sum += (mask >> i & 1) != 0 ? values[i].satoshi() : 0;
            if (sum >= target) best = std::min(best, sum);
        }
        const auto selection = selectCoins(values, goalOf(target, allowance, 10), seeded(seed));
        if (best == std::numeric_limits<std::int64_t>::max()) {
            QVERIFY(selection.error() == SelectionError::InsufficientFunds);
            continue;
        }
        QVERIFY(selection.has_value());
        QVERIFY(isSet(*selection));
        QCOMPARE(selection->isExact, best <= target + allowance);
        if (selection->isExact) QCOMPARE(sumOf(values, *selection), best);
        QVERIFY(sumOf(values, *selection) >= target);
    }
}

void CoinSelectorTest::reachesTheTargetWithChangeOtherwise() {
    const auto values = amounts({3000, 3000, 3000, 3000});
    const auto selection = selectCoins(values, goalOf(2950), seeded(3)).value();
    QVERIFY(!selection.isExact);
    QCOMPARE(selection.chosen.size(), std::size_t(2));
}

void CoinSelectorTest::takesEverythingWhenChangeIsOutOfReach() {
    const auto values = amounts({60, 50});
    const auto selection = selectCoins(values, goalOf(100, 5), seeded(3)).value();
    QVERIFY(!selection.isExact);
    QCOMPARE(selection.chosen.size(), std::size_t(2));
}

void CoinSelectorTest::drawsAtRandom() {
    std::vector<Amount> values(50, Amount(1000));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] += Amount(static_cast<std::int64_t>(i));
    std::set<std::vector<std::size_t>> seen;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        seen.insert(selectCoins(values, goalOf(700, 0), seeded(seed)).value().chosen);
    }
    QVERIFY(seen.size() > 10);
}

void CoinSelectorTest::isTheSameForTheSameSeed() {
    std::vector<Amount> values;
    for (std::int64_t i = 0; i < 100; ++i)
        values.emplace_back(1000 + 7 * i);
    const auto once = selectCoins(values, goalOf(5000, 0), seeded(9)).value();
    const auto again = selectCoins(values, goalOf(5000, 0), seeded(9)).value();
    QCOMPARE(once.chosen, again.chosen);
}

void CoinSelectorTest::leavesCoinsThatBringNothing() {
    const auto values = amounts({-50, 0, 100, -1});
    QCOMPARE(selectCoins(values, goalOf(100), seeded(1)).value().chosen, std::vector<std::size_t>{2});
    QVERIFY(selectCoins(values, goalOf(101), seeded(1)).error() == SelectionError::InsufficientFunds);
}

void CoinSelectorTest::refusesTooLittle() {
    QVERIFY(selectCoins({}, goalOf(1), seeded(1)).error() == SelectionError::InsufficientFunds);
    QVERIFY(selectCoins(amounts({10, 20}), goalOf(31), seeded(1)).error() ==
            SelectionError::InsufficientFunds);
}

void CoinSelectorTest::keepsToTheLimitOfInputs() {
    std::vector<Amount> values(100, Amount(10));
    values.emplace_back(500);
    SelectionGoal goal = goalOf(505, 0, 20);
    goal.maxInputs = 4;
    // A random draw hardly finds the large one in four; the largest first does.
    const auto selection = selectCoins(values, goal, seeded(5)).value();
    QVERIFY(selection.chosen.size() <= 4);
    QVERIFY(sumOf(values, selection) >= 505);
    goal = goalOf(600);
    goal.maxInputs = 4;
    QVERIFY(selectCoins(values, goal, seeded(5)).error() == SelectionError::TooManyInputs);
}

void CoinSelectorTest::managesManyCoins_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("equal coins of a miner") << 0;
    QTest::newRow("powers that never match") << 1;
    QTest::newRow("random coins") << 2;
}

void CoinSelectorTest::managesManyCoins() {
    QFETCH(int, kind);
    std::mt19937 engine(1);
    std::vector<Amount> values;
    for (std::int64_t i = 0; i < 100'000; ++i) {
        values.emplace_back(kind == 0   ? 5'000'000'000
                            : kind == 1 ? 1'000'000 + 2 * i
                                        : 1 + engine() % 1'000'000);
    }
    SelectionGoal goal = goalOf(12'345'677, 0, 1000);
    goal.maxInputs = 1400;
    QVERIFY(selectCoins(values, goal, seeded(1)).has_value());
}

CAIRN_TEST(CoinSelectorTest)
#include "CoinSelectorTest.moc"
