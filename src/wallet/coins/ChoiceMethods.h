#pragma once

#include "wallet/coins/CoinChoice.h"

namespace wallet {

/// The coins among which a method chooses: positions in the coins given, the largest value first.
struct ChoicePool {
    std::span<const ChoiceCoin> coins;
    std::vector<std::size_t> order;
    [[nodiscard]] const ChoiceCoin& at(std::size_t place) const { return coins[order[place]]; }
    [[nodiscard]] std::size_t size() const { return order.size(); }
};

/// Places in the pool; nothing when the method finds none.
using Places = std::optional<std::vector<std::size_t>>;

/// The set without change that wastes least, of those that branch and bound comes to.
Places exactMatch(const ChoicePool& pool, const ChoiceGoal& goal);
/// Coins drawn until there is enough with change; the smallest drawn gives way when they grow too heavy.
Places randomDraw(const ChoicePool& pool, const ChoiceGoal& goal, const RandomBelow& random);
/// Of many random subsets the one that is least above the target, with change or by the satoshi; or the
/// smallest coin that is enough by itself.
Places knapsack(const ChoicePool& pool, const ChoiceGoal& goal, const RandomBelow& random);
/// As few coins as can be.
Places largestFirst(const ChoicePool& pool, const ChoiceGoal& goal);

} // namespace wallet
