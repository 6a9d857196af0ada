#include "wallet/coins/CoinChoice.h"

#include "support/TestProgram.h"
#include "wallet/coins/ChoiceMethods.h"

#include <numeric>
#include <random>
#include <set>

using primitives::Amount;
using wallet::ChoiceCoin;
using wallet::ChoiceGoal;
using wallet::chooseCoins;
using wallet::CoinChoice;

class CoinChoiceTest : public QObject {
    Q_OBJECT
private slots:
    void matchesAsWellAsTryingEverySet();
    void wastesNoMoreThanAnyMethodAlone();
    void keepsItsPromises();
    void takesOneAddressWhereThatIsEnough();
    void saysWhenAddressesAreMixed();
    void staysWithinOneKindWhereThatIsEnough();
    void savesInputsWhenFeesAreHigh();
    void spendsMoreCoinsWhenFeesAreLow();
    void keepsToTheWeight();
    void leavesCoinsThatBringNothingAlone();
    void drawsAtRandomAndTheSameForTheSameSeed();
    void managesManyCoins_data();
    void managesManyCoins();
};

namespace {

constexpr std::int64_t kWeight = 272; ///< of every input

wallet::RandomBelow choiceSeed(std::uint32_t seed) {
    return [engine = std::mt19937_64(seed)](std::uint64_t bound) mutable { return engine() % bound; };
}

/// `fee` of one input now, `later` of the same in the long run.
std::vector<ChoiceCoin> choiceCoins(const std::vector<std::int64_t>& values, std::int64_t fee = 100,
                                    std::int64_t later = 100) {
    std::vector<ChoiceCoin> out;
    for (const std::int64_t value : values)
        out.push_back(
            {Amount(value), Amount(fee), Amount(later), kWeight, static_cast<std::uint32_t>(out.size()), 0});
    return out;
}

ChoiceGoal choiceGoal(std::int64_t target) {
    return {Amount(target), Amount(30), Amount(100), Amount(50), Amount(500), 1000 * kWeight};
}

Amount sumOfChoice(const std::vector<ChoiceCoin>& coins, const CoinChoice& choice) {
    Amount sum;
    for (const std::size_t i : choice.chosen)
        sum += coins[i].value;
    return sum;
}

Amount wasteOf(const std::vector<ChoiceCoin>& coins, const ChoiceGoal& goal, const CoinChoice& choice) {
    Amount waste = choice.makesChange ? goal.costOfChange : sumOfChoice(coins, choice) - goal.target;
    for (const std::size_t i : choice.chosen)
        waste += coins[i].fee - coins[i].laterFee;
    return waste;
}

} // namespace

/// Branch and bound against all 1023 sets of ten coins: the least waste of those without change.
void CoinChoiceTest::matchesAsWellAsTryingEverySet() {
    const std::uint32_t seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 engine(seed);
    int found = 0;
    for (int round = 0; round < 400; ++round) {
        auto coins = choiceCoins({});
        const bool isDear = engine() % 2 == 0;
        for (std::uint32_t i = 0; i < 10; ++i) {
            const std::int64_t kind = engine() % 3;
            const std::int64_t later = 4 + kind, fee = isDear ? 2 * later : later / 2;
            coins.push_back({Amount(1 + engine() % 60), Amount(fee), Amount(later), kWeight + kind, i, 0});
        }
        ChoiceGoal goal = choiceGoal(1 + engine() % 200);
        goal.costOfChange = Amount(engine() % 5);
        goal.maxWeight = static_cast<std::int64_t>(3 + engine() % 8) * kWeight;
        std::optional<Amount> best;
        for (std::uint32_t mask = 1; mask < 1024; ++mask) {
            Amount sum, waste;
            std::int64_t weight = 0;
            for (std::size_t i = 0; i < 10; ++i) {
                if ((mask >> i & 1) == 0) continue;
                sum += coins[i].value;
                waste += coins[i].fee - coins[i].laterFee;
                weight += coins[i].weight;
            }
            if (sum < goal.target || sum > goal.target + goal.costOfChange || weight > goal.maxWeight)
                continue;
            waste += sum - goal.target;
            if (!best || waste < *best) best = waste;
        }
        wallet::ChoicePool pool{coins, std::vector<std::size_t>(coins.size())};
        std::iota(pool.order.begin(), pool.order.end(), std::size_t{0});
        std::ranges::stable_sort(pool.order, [&](std::size_t a, std::size_t b) {
            return coins[a].value != coins[b].value ? coins[a].value > coins[b].value
                                                    : coins[a].weight < coins[b].weight;
        });
        const auto places = wallet::exactMatch(pool, goal);
        // Where inputs are cheap now, a set goes on growing past the target only by what is within reach:
        // sets that hold a smaller match are not looked at, as in Core.
        if (isDear || !best) QCOMPARE(places.has_value(), best.has_value());
        if (!places) continue;
        ++found;
        Amount waste, sum;
        for (const std::size_t place : *places) {
            sum += pool.at(place).value;
            waste += pool.at(place).fee - pool.at(place).laterFee;
        }
        QVERIFY(sum >= goal.target && sum <= goal.target + goal.costOfChange);
        waste += sum - goal.target;
        if (isDear) QCOMPARE(waste, *best);
        QVERIFY(waste >= *best);
    }
    QVERIFY(found > 50);
}

void CoinChoiceTest::wastesNoMoreThanAnyMethodAlone() {
    std::mt19937 engine(4);
    for (std::uint32_t round = 0; round < 200; ++round) {
        std::vector<std::int64_t> values;
        for (std::uint32_t i = 0; i < 2 + engine() % 30; ++i)
            values.push_back(1 + engine() % 5'000);
        const auto coins = choiceCoins(values, 20 + engine() % 200, 100);
        const ChoiceGoal goal = choiceGoal(1 + engine() % 20'000);
        const auto choice = chooseCoins(coins, goal, choiceSeed(round), true);
        if (!choice) continue;
        wallet::ChoicePool pool{coins, std::vector<std::size_t>(coins.size())};
        std::iota(pool.order.begin(), pool.order.end(), std::size_t{0});
        std::ranges::stable_sort(pool.order, [&](auto a, auto b) { return coins[a].value > coins[b].value; });
        if (const auto match = wallet::exactMatch(pool, goal)) {
            CoinChoice alone;
            for (const std::size_t place : *match)
                alone.chosen.push_back(pool.order[place]);
            QVERIFY(choice->waste <= wasteOf(coins, goal, alone));
        }
        if (const auto few = wallet::largestFirst(pool, goal); few && choice->makesChange)
            QVERIFY(choice->chosen.size() >= few->size() || !choice->makesChange);
    }
}

void CoinChoiceTest::keepsItsPromises() {
    const std::uint32_t seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 engine(seed);
    int chosen = 0;
    for (std::uint32_t round = 0; round < 3'000; ++round) {
        std::vector<std::int64_t> values;
        for (std::uint32_t i = 0; i < engine() % 25; ++i)
            values.push_back(std::int64_t(1 + engine() % (1U << (3 + engine() % 18))) - 200);
        auto coins = choiceCoins(values, engine() % 300, engine() % 300);
        for (ChoiceCoin& coin : coins) {
            coin.address = static_cast<std::uint32_t>(engine() % 6);
            coin.kind = static_cast<std::uint32_t>(engine() % 2);
        }
        const ChoiceGoal goal = choiceGoal(1 + engine() % 500'000);
        const auto choice = chooseCoins(coins, goal, choiceSeed(round), engine() % 4 == 0);
        Amount total;
        for (const ChoiceCoin& coin : coins)
            total += std::max(coin.value, Amount());
        QCOMPARE(choice.has_value(), total >= goal.target);
        if (!choice) continue;
        ++chosen;
        QVERIFY(std::set(choice->chosen.begin(), choice->chosen.end()).size() == choice->chosen.size());
        QCOMPARE(choice->sum, sumOfChoice(coins, *choice));
        QVERIFY(choice->sum >= goal.target);
        QCOMPARE(choice->waste, wasteOf(coins, goal, *choice));
        std::set<std::uint32_t> addresses;
        for (const std::size_t i : choice->chosen) {
            QVERIFY(coins[i].value > Amount());
            addresses.insert(coins[i].address);
        }
        QCOMPARE(choice->addresses, addresses.size());
        if (choice->makesChange) QVERIFY(choice->sum - goal.target - goal.changeFee >= goal.leastChange);
    }
    QVERIFY(chosen > 500);
}

void CoinChoiceTest::takesOneAddressWhereThatIsEnough() {
    // Two of different addresses would match by the satoshi; three of one address are enough.
    auto coins = choiceCoins({600, 400, 500, 500, 500});
    for (std::size_t i = 2; i < 5; ++i)
        coins[i].address = 7;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto choice = chooseCoins(coins, choiceGoal(1'000), choiceSeed(seed)).value();
        QCOMPARE(choice.addresses, std::size_t(1));
        QCOMPARE(choice.sum, Amount(1'000));
    }
}

void CoinChoiceTest::saysWhenAddressesAreMixed() {
    const auto coins = choiceCoins({600, 400});
    const auto choice = chooseCoins(coins, choiceGoal(1'000), choiceSeed(1)).value();
    QCOMPARE(choice.addresses, std::size_t(2));
    QVERIFY(!choice.makesChange && choice.method == wallet::ChoiceMethod::ExactMatch);
}

void CoinChoiceTest::staysWithinOneKindWhereThatIsEnough() {
    auto coins = choiceCoins({600, 600, 600, 5'00, 500, 500});
    for (std::size_t i = 3; i < 6; ++i)
        coins[i].kind = 1;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto choice = chooseCoins(coins, choiceGoal(1'150), choiceSeed(seed)).value();
        for (const std::size_t i : choice.chosen)
            QCOMPARE(coins[i].kind, coins[choice.chosen.front()].kind);
    }
    const auto both = chooseCoins(coins, choiceGoal(3'000), choiceSeed(1)).value();
    QVERIFY(both.chosen.size() >= 5);
}

void CoinChoiceTest::savesInputsWhenFeesAreHigh() {
    std::vector<std::int64_t> values(20, 100);
    values.push_back(3'000);
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto dear =
            chooseCoins(choiceCoins(values, 1'000, 100), choiceGoal(1'000), choiceSeed(seed), true);
        QCOMPARE(dear.value().chosen.size(), std::size_t(1));
    }
}

void CoinChoiceTest::spendsMoreCoinsWhenFeesAreLow() {
    std::vector<std::int64_t> values(20, 100);
    values.push_back(3'000);
    const auto cheap = chooseCoins(choiceCoins(values, 10, 100), choiceGoal(1'000), choiceSeed(3), true);
    QCOMPARE(cheap.value().chosen.size(), std::size_t(10));
    QVERIFY(cheap->waste < Amount());
}

void CoinChoiceTest::keepsToTheWeight() {
    std::vector<std::int64_t> values(100, 10);
    values.push_back(500);
    ChoiceGoal goal = choiceGoal(505);
    goal.changeFee = goal.costOfChange = goal.leastChange = Amount();
    goal.maxWeight = 4 * kWeight;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto choice = chooseCoins(choiceCoins(values), goal, choiceSeed(seed)).value();
        QVERIFY(choice.chosen.size() <= 4 && choice.sum >= goal.target);
    }
    goal.target = Amount(600);
    QVERIFY(chooseCoins(choiceCoins(values), goal, choiceSeed(1)).error() ==
            wallet::SelectionError::TooManyInputs);
}

void CoinChoiceTest::leavesCoinsThatBringNothingAlone() {
    const auto choice = chooseCoins(choiceCoins({-50, 0, 100, -1}), choiceGoal(100), choiceSeed(1)).value();
    QCOMPARE(choice.chosen, std::vector<std::size_t>{2});
    for (const auto& values : {std::vector<std::int64_t>{}, {-50, 0}, {50, 49}})
        QVERIFY(chooseCoins(choiceCoins(values), choiceGoal(100), choiceSeed(1)).error() ==
                wallet::SelectionError::InsufficientFunds);
}

void CoinChoiceTest::drawsAtRandomAndTheSameForTheSameSeed() {
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < 50; ++i)
        values.push_back(1'000 + 74 * i); // all even: none match
    const auto coins = choiceCoins(values, 50, 100);
    ChoiceGoal goal = choiceGoal(7'013);
    goal.changeFee = goal.costOfChange = Amount();
    std::set<std::vector<std::size_t>> seen;
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto choice = chooseCoins(coins, goal, choiceSeed(seed)).value();
        QCOMPARE(choice.chosen, chooseCoins(coins, goal, choiceSeed(seed)).value().chosen);
        seen.insert(choice.chosen);
    }
    QVERIFY(seen.size() > 10);
}

void CoinChoiceTest::managesManyCoins_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("equal coins of a miner") << 0;
    QTest::newRow("powers that never match") << 1;
    QTest::newRow("random coins") << 2;
}

void CoinChoiceTest::managesManyCoins() {
    QFETCH(int, kind);
    std::mt19937 engine(1);
    std::vector<std::int64_t> values;
    for (std::int64_t i = 0; i < 200'000; ++i) {
        values.push_back(kind == 0   ? 5'000'000'000
                         : kind == 1 ? 1'000'000 + 2 * i
                                     : 1 + std::int64_t(engine() % 1'000'000));
    }
    auto coins = choiceCoins(values);
    for (ChoiceCoin& coin : coins)
        coin.address = kind == 0 ? 0 : coin.address / 3;
    ChoiceGoal goal = choiceGoal(12'345'677);
    const auto choice = chooseCoins(coins, goal, choiceSeed(1));
    QVERIFY(choice.has_value() && choice->sum >= goal.target);
}

CAIRN_TEST(CoinChoiceTest)
#include "CoinChoiceTest.moc"
