#pragma once

#include "primitives/Transaction.h"
#include "wallet/coins/CoinChoice.h"

namespace wallet {

/// A payment that waits, as who wants to speed it up or take it back sees it.
struct WaitingPayment {
    std::vector<primitives::TxOut> outputs;
    std::optional<std::size_t> changeOutput; ///< that comes back
    primitives::Amount spent;                ///< sum of the inputs
    std::int64_t weight = 0;                 ///< signed
    primitives::Amount replacedFees;         ///< its own, and those of what spends its outputs
    [[nodiscard]] primitives::Amount fee() const;
};

/// What a replacement has to pay (BIP 125).
struct BumpRates {
    std::int64_t feePerKvB = 0;             ///< wanted
    std::int64_t incrementalPerKvB = 1'000; ///< more than what is replaced, for its own size
    /// Of the replacement: as its rate says, but never less than the rules ask.
    [[nodiscard]] primitives::Amount feeOf(std::int64_t weight, primitives::Amount replaced) const;
};

/// The outputs and further inputs of a replacement; all inputs of the payment stay.
struct BumpPlan {
    std::vector<primitives::TxOut> outputs;
    std::optional<std::size_t> changeOutput;
    std::vector<std::size_t> added; ///< positions in the coins offered
    primitives::Amount fee;
    std::int64_t weight = 0;
};

enum class BumpError {
    RateNotHigher, ///< than that of the payment
    Insufficient,  ///< neither change nor coins are enough
    NothingLeft,   ///< what came back would be dust
};
/// `needed`: what the fee would be.
struct BumpFailure {
    BumpError error = BumpError::RateNotHigher;
    primitives::Amount needed;
};

/// Where change goes that a payment had none of, and what it is worth.
struct BumpChange {
    util::Bytes script;
    primitives::Amount least; ///< less goes to the fee
    std::int64_t spendWeight = 0;
};

/// Pays more: less change, then no change, then with coins added (confirmed ones: they may not bring new
/// parents). Recipients get what they got.
Result<BumpPlan, BumpFailure> planBump(const WaitingPayment& payment, const BumpRates& rates,
                                       const BumpChange& change, std::span<const ChoiceCoin> coins,
                                       const RandomBelow& random);
/// Pays everything back to `change` instead.
Result<BumpPlan, BumpFailure> planCancel(const WaitingPayment& payment, const BumpRates& rates,
                                         const BumpChange& change);

/// A child that pays for its parents, too.
struct ChildPlan {
    primitives::Amount value; ///< of its only output
    primitives::Amount fee;
};
/// What waits above it, it included.
struct WaitingPackage {
    primitives::Amount fees;
    std::int64_t vsize = 0;
};
/// `value`: of the own outputs that the child spends; `childWeight`: of it, signed.
Result<ChildPlan, BumpFailure> planChild(const WaitingPackage& package, primitives::Amount value,
                                         std::int64_t childWeight, const BumpRates& rates,
                                         const BumpChange& change);

/// What somebody who waits can do.
struct SpeedUpCase {
    bool spendsOnlyOwn = false;      ///< every input is this wallet's
    bool isReplaceable = false;      ///< it says so, or the nodes replace all
    bool isSpentByOthers = false;    ///< who was paid has spent it already: replacing would undo that
    bool hasSpendableOutput = false; ///< one of this wallet's, not spent
};
enum class SpeedUpWay { Replace, Child, Impossible };
/// A replacement where nobody else loses by it, else a child.
SpeedUpWay speedUpWay(const SpeedUpCase& waiting);

} // namespace wallet
