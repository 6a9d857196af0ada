#include "Benchmark.h"

#include "wallet/coins/CoinChoice.h"

#include <random>

namespace {

constexpr std::uint32_t kMany = 200'000;
constexpr std::int64_t kChoiceWeight = 272;

enum class Purse { Miner, Shop, Nasty };

std::vector<wallet::ChoiceCoin> purseOf(Purse kind) {
    std::mt19937_64 engine(1);
    std::vector<wallet::ChoiceCoin> out;
    for (std::uint32_t i = 0; i < kMany; ++i) {
        const std::int64_t value = kind == Purse::Miner ? 5'000'000'000
                                   : kind == Purse::Shop
                                       ? 1'000 + static_cast<std::int64_t>(engine() % 1'000'000)
                                       : 1'000'000 + 2 * std::int64_t{i};
        const std::uint32_t address = kind == Purse::Miner ? 0 : i / 3;
        out.push_back({primitives::Amount(value), primitives::Amount(680), primitives::Amount(680),
                       kChoiceWeight, address, 0});
    }
    return out;
}

void chooseAmongMany(bench::Report& report) {
    const std::pair<const char*, Purse> purses[] = {{"rewards at one address", Purse::Miner},
                                                    {"takings, three an address", Purse::Shop},
                                                    {"sums that never match", Purse::Nasty}};
    for (const auto& [name, kind] : purses) {
        const auto coins = purseOf(kind);
        wallet::ChoiceGoal goal;
        goal.target = primitives::Amount(123'456'789);
        goal.changeFee = primitives::Amount(310);
        goal.costOfChange = primitives::Amount(990);
        goal.leastChange = primitives::Amount(680);
        goal.usualChange = primitives::Amount(50'000);
        goal.maxWeight = 390'000;
        bool isEnough = true;
        const double seconds = bench::quickestOf(1.0, [&] {
            std::mt19937_64 engine(7);
            const auto choice =
                wallet::chooseCoins(coins, goal, [&](std::uint64_t bound) { return engine() % bound; });
            isEnough = isEnough && choice && choice->sum >= goal.target;
        });
        report.check(isEnough, "the coins chosen are not enough");
        report.add(name, seconds * 1e3, "ms", std::to_string(kMany) + " coins");
    }
}

const bench::Registration kCoinChoice{"coin-choice", chooseAmongMany};

} // namespace
