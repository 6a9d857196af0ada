#pragma once

#include "primitives/Amount.h"
#include "util/Result.h"

#include <functional>
#include <span>
#include <vector>

namespace wallet {

/// A number, even over 0 … bound - 1. Tests give a seeded one.
using RandomBelow = std::function<std::uint64_t(std::uint64_t bound)>;

/// Puts `items` into random order.
template <class T>
void shuffle(std::vector<T>& items, const RandomBelow& random) {
    for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[random(i)]);
}

/// What a selection has to bring. Values of coins are net of what their inputs cost.
struct SelectionGoal {
    primitives::Amount target; ///< enough for a payment without change
    primitives::Amount
        allowance; ///< an overshoot up to this costs less than making and later spending change
    primitives::Amount targetWithChange; ///< enough for a payment with change that is worth having
    std::size_t maxInputs = 0;
};

struct Selection {
    std::vector<std::size_t> chosen; ///< positions in the values given
    bool isExact = false;            ///< within the allowance: make no change
};

enum class SelectionError { InsufficientFunds, TooManyInputs };

/// Chooses among coins: first an exact match without change (branch and bound), else coins drawn at random
/// until there is enough with change, else the largest first. Coins that bring nothing are left alone. Cost:
/// bounded (100 000 steps), whatever the number of coins.
Result<Selection, SelectionError> selectCoins(std::span<const primitives::Amount> values,
                                              const SelectionGoal& goal, const RandomBelow& random);

} // namespace wallet
