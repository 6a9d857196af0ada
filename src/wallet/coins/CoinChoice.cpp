#include "wallet/coins/CoinChoice.h"

#include "wallet/coins/ChoiceMethods.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace wallet {

using primitives::Amount;

namespace {

/// Addresses that are looked at one by one, those with the least that is enough first.
constexpr std::size_t kMostAddresses = 6;

Amount totalOf(const ChoicePool& pool) {
    Amount sum;
    for (std::size_t place = 0; place < pool.size(); ++place)
        sum += pool.at(place).value;
    return sum;
}

/// With the waste that Bitcoin Core counts.
CoinChoice judged(const ChoicePool& pool, const ChoiceGoal& goal, ChoiceMethod method,
                  const std::vector<std::size_t>& places) {
    CoinChoice out;
    out.method = method;
    std::vector<std::uint32_t> addresses;
    for (const std::size_t place : places) {
        const ChoiceCoin& coin = pool.at(place);
        out.chosen.push_back(pool.order[place]);
        out.sum += coin.value;
        out.waste += coin.fee - coin.laterFee;
        addresses.push_back(coin.address);
    }
    std::ranges::sort(out.chosen);
    std::ranges::sort(addresses);
    const auto repeated = std::ranges::unique(addresses);
    out.addresses = addresses.size() - repeated.size();
    const Amount excess = out.sum - goal.target;
    out.makesChange = method != ChoiceMethod::ExactMatch && excess - goal.changeFee >= goal.leastChange;
    out.waste += out.makesChange ? goal.costOfChange : excess;
    return out;
}

bool isBetter(const CoinChoice& a, const CoinChoice& b) {
    if (a.waste != b.waste) return a.waste < b.waste;
    if (a.addresses != b.addresses) return a.addresses < b.addresses;
    return a.chosen.size() > b.chosen.size(); // fewer coins are left over
}

/// The least waste of what the methods find in one pool.
std::optional<CoinChoice> leastWaste(const ChoicePool& pool, const ChoiceGoal& goal,
                                     const RandomBelow& random) {
    std::optional<CoinChoice> best;
    const auto consider = [&](ChoiceMethod method, const Places& places) {
        if (!places) return;
        auto made = judged(pool, goal, method, *places);
        if (!best || isBetter(made, *best)) best = std::move(made);
    };
    consider(ChoiceMethod::ExactMatch, exactMatch(pool, goal));
    consider(ChoiceMethod::RandomDraw, randomDraw(pool, goal, random));
    consider(ChoiceMethod::Knapsack, knapsack(pool, goal, random));
    consider(ChoiceMethod::LargestFirst, largestFirst(pool, goal));
    return best;
}

/// The pools of coins with the same number (address or kind) that hold enough, the smallest sums first.
std::vector<ChoicePool> poolsBy(const ChoicePool& all, std::uint32_t ChoiceCoin::*number, Amount target) {
    std::unordered_map<std::uint32_t, std::size_t> places;
    std::vector<std::pair<Amount, ChoicePool>> found;
    for (const std::size_t position : all.order) {
        const ChoiceCoin& coin = all.coins[position];
        const auto [place, isNew] = places.try_emplace(coin.*number, found.size());
        if (isNew) found.push_back({Amount(), {all.coins, {}}});
        found[place->second].first += coin.value;
        found[place->second].second.order.push_back(position);
    }
    std::erase_if(found, [&](const auto& each) { return each.first < target; });
    std::ranges::stable_sort(found, {}, [](const auto& each) { return each.first; });
    std::vector<ChoicePool> out;
    for (auto& each : found)
        out.push_back(std::move(each.second));
    return out;
}

/// Coins of one address: those with many coins are searched, as far as that does not take too long; of
/// single coins the one with the least waste is found at once.
std::optional<CoinChoice> ofOneAddress(const ChoicePool& all, const ChoiceGoal& goal,
                                       const RandomBelow& random) {
    std::optional<CoinChoice> best;
    std::size_t searched = 0;
    for (const ChoicePool& pool : poolsBy(all, &ChoiceCoin::address, goal.target)) {
        std::optional<CoinChoice> made;
        if (pool.size() > 1) {
            if (++searched <= kMostAddresses) made = leastWaste(pool, goal, random);
        } else if (pool.at(0).weight <= goal.maxWeight) {
            const bool isExact = pool.at(0).value - goal.target <= goal.costOfChange;
            made = judged(pool, goal, isExact ? ChoiceMethod::ExactMatch : ChoiceMethod::Knapsack, {0});
        }
        if (made && (!best || isBetter(*made, *best))) best = std::move(made);
    }
    return best;
}

} // namespace

Result<CoinChoice, SelectionError> chooseCoins(std::span<const ChoiceCoin> coins, const ChoiceGoal& goal,
                                               const RandomBelow& random, bool mayMixAtOnce) {
    ChoicePool all{coins, std::vector<std::size_t>(coins.size())};
    std::iota(all.order.begin(), all.order.end(), std::size_t{0});
    std::erase_if(all.order, [&](std::size_t i) { return coins[i].value <= Amount(); });
    std::ranges::stable_sort(all.order, [&](std::size_t a, std::size_t b) {
        if (coins[a].value != coins[b].value) return coins[a].value > coins[b].value;
        return coins[a].fee - coins[a].laterFee < coins[b].fee - coins[b].laterFee;
    });
    if (totalOf(all) < goal.target || all.size() == 0) return fail(SelectionError::InsufficientFunds);
    if (!mayMixAtOnce) {
        if (auto made = ofOneAddress(all, goal, random)) return std::move(*made);
        std::optional<CoinChoice> best;
        const auto kinds = poolsBy(all, &ChoiceCoin::kind, goal.target);
        for (const ChoicePool& pool : kinds) {
            if (pool.size() == all.size()) break;
            auto made = leastWaste(pool, goal, random);
            if (made && (!best || isBetter(*made, *best))) best = std::move(made);
        }
        if (best) return std::move(*best);
    }
    if (auto made = leastWaste(all, goal, random)) return std::move(*made);
    return fail(SelectionError::TooManyInputs);
}

} // namespace wallet
