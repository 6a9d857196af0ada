#pragma once

#include "primitives/Amount.h"
#include "util/Result.h"
#include "wallet/RandomBelow.h"

#include <optional>
#include <span>

namespace wallet {

/// A coin as a choice sees it.
struct ChoiceCoin {
    primitives::Amount value;    ///< what it brings: less the fee of its input, but where recipients pay that
    primitives::Amount fee;      ///< of its input at the rate paid now
    primitives::Amount laterFee; ///< the same at the rate that is usual in the long run
    std::int64_t weight = 0;     ///< of its input
    std::uint32_t address = 0;   ///< coins of the same address have the same number
    std::uint32_t kind = 0;      ///< the same of the form of output
};

/// What a choice has to bring.
struct ChoiceGoal {
    primitives::Amount target;       ///< for a payment without change
    primitives::Amount changeFee;    ///< what an output of change costs now; nothing where recipients pay it
    primitives::Amount costOfChange; ///< the same, and spending it later: an exact match may be over by this
    primitives::Amount leastChange;  ///< less goes to the fee
    primitives::Amount usualChange;  ///< what draws aim at
    std::int64_t maxWeight = 0;      ///< of the inputs
};

enum class SelectionError { InsufficientFunds, TooManyInputs };

enum class ChoiceMethod { ExactMatch, RandomDraw, Knapsack, LargestFirst };

struct CoinChoice {
    std::vector<std::size_t> chosen; ///< positions in the coins given, rising
    primitives::Amount sum;          ///< of their values
    bool makesChange = false;
    /// What is paid beyond need: inputs that would be cheaper later, and making and spending change, or what
    /// the sum is over. Below 0 where coins are spent while that is cheap.   Source: Bitcoin Core.
    primitives::Amount waste;
    ChoiceMethod method = ChoiceMethod::ExactMatch;
    std::size_t addresses = 0; ///< of which coins are spent together: more than one tells that they are one's
};

/// Chooses coins: those of one address where they are enough, else of one form of output, else any. Of every
/// set that an exact match (branch and bound), a random draw, a knapsack and the largest coins make, the one
/// with the least waste is taken. Coins that bring nothing are left alone.
/// Errors: InsufficientFunds; TooManyInputs where only too many coins together would do.
/// Cost:   sorts the coins, then 100 000 steps a method at most, ten times at most.
Result<CoinChoice, SelectionError> chooseCoins(std::span<const ChoiceCoin> coins, const ChoiceGoal& goal,
                                               const RandomBelow& random, bool mayMixAtOnce = false);

} // namespace wallet
