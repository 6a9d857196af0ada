#include "wallet/coins/FeeBump.h"

#include "script/Standardness.h"

#include <algorithm>

namespace wallet {

using primitives::Amount;
using primitives::TxOut;

namespace {

/// More than this is never short: the sizes of counts grow by 2 bytes at 253.
constexpr int kMaxBumpAttempts = 4;
constexpr std::int64_t kLongCount = 2 * primitives::kWitnessScale;

Amount feeAt(std::int64_t weight, std::int64_t feePerKvB) {
    return Amount((primitives::vsizeOf(weight) * feePerKvB + 999) / 1000);
}

std::int64_t weightOf(const util::Bytes& script) {
    return static_cast<std::int64_t>(primitives::outputSize(script.size())) * primitives::kWitnessScale;
}

Amount sumOf(const std::vector<TxOut>& outputs) {
    Amount sum;
    for (const TxOut& output : outputs)
        sum += output.value;
    return sum;
}

/// The outputs to others, and what is put back beside them.
class Bumper {
public:
    Bumper(const WaitingPayment& payment, const BumpRates& rates, const BumpChange& change)
        : m_payment(payment), m_rates(rates), m_change(change), m_others(payment.outputs),
          m_weight(payment.weight) {
        if (!payment.changeOutput) return;
        const auto place = m_others.begin() + static_cast<std::ptrdiff_t>(*payment.changeOutput);
        m_change.script = place->scriptPubKey;
        m_weight -= weightOf(place->scriptPubKey);
        m_others.erase(place);
    }

    /// With these coins added; nothing when they are not enough.
    std::optional<BumpPlan> with(Amount added, std::int64_t addedWeight, std::size_t addedCount) const {
        const Amount rest = m_payment.spent + added - sumOf(m_others);
        std::int64_t plain = m_weight + addedWeight;
        if (addedCount > 0) plain += kLongCount; // the count of inputs may take 2 bytes more
        const std::int64_t withChange = plain + weightOf(m_change.script);
        const Amount change = rest - m_rates.feeOf(withChange, m_payment.replacedFees);
        if (change >= m_change.least) return withChangeOf(change, withChange, rest);
        if (rest < feeWithout(plain)) return std::nullopt;
        return BumpPlan{m_others, {}, {}, rest, plain};
    }

    [[nodiscard]] Amount feeWithout(std::int64_t weight) const {
        return m_rates.feeOf(weight, m_payment.replacedFees);
    }

    Result<BumpPlan, BumpFailure> withCoins(std::span<const ChoiceCoin> coins,
                                            const RandomBelow& random) const {
        const std::int64_t plain = m_weight + kLongCount;
        ChoiceGoal goal;
        goal.target = sumOf(m_others) + feeWithout(plain) - m_payment.spent;
        goal.changeFee = feeAt(weightOf(m_change.script), m_rates.feePerKvB);
        goal.costOfChange = goal.changeFee + feeAt(m_change.spendWeight, m_rates.feePerKvB);
        goal.leastChange = goal.usualChange = m_change.least;
        goal.maxWeight = script::kMaxStandardWeight - plain - weightOf(m_change.script);
        const Amount needed = feeWithout(plain);
        for (int attempt = 0; attempt < kMaxBumpAttempts; ++attempt) {
            const auto choice = chooseCoins(coins, goal, random, true);
            if (!choice) break;
            Amount added;
            std::int64_t weight = 0;
            for (const std::size_t i : choice->chosen) {
                added += coins[i].value + coins[i].fee;
                weight += coins[i].weight;
            }
            if (auto plan = with(added, weight, choice->chosen.size())) {
                plan->added = choice->chosen;
                return std::move(*plan);
            }
            const Amount rest = m_payment.spent + added - sumOf(m_others);
            goal.target += std::max(feeWithout(plain + weight) - rest, Amount(1));
        }
        return fail(BumpFailure{BumpError::Insufficient, needed});
    }

private:
    [[nodiscard]] BumpPlan withChangeOf(Amount change, std::int64_t weight, Amount rest) const {
        BumpPlan out{m_others, {}, {}, rest - change, weight};
        out.changeOutput = std::min(m_payment.changeOutput.value_or(m_others.size()), m_others.size());
        out.outputs.insert(out.outputs.begin() + static_cast<std::ptrdiff_t>(*out.changeOutput),
                           TxOut{change, m_change.script});
        return out;
    }

    const WaitingPayment& m_payment;
    const BumpRates& m_rates;
    BumpChange m_change;
    std::vector<TxOut> m_others;
    std::int64_t m_weight; ///< without change
};

} // namespace

Amount WaitingPayment::fee() const {
    return spent - sumOf(outputs);
}

Amount BumpRates::feeOf(std::int64_t weight, Amount replaced) const {
    return std::max(feeAt(weight, feePerKvB), replaced + feeAt(weight, incrementalPerKvB));
}

Result<BumpPlan, BumpFailure> planBump(const WaitingPayment& payment, const BumpRates& rates,
                                       const BumpChange& change, std::span<const ChoiceCoin> coins,
                                       const RandomBelow& random) {
    const Amount wanted = feeAt(payment.weight, rates.feePerKvB);
    // With other outputs than before, what they leave over is no fee yet.
    if (wanted <= std::min(payment.fee(), payment.replacedFees))
        return fail(BumpFailure{BumpError::RateNotHigher, rates.feeOf(payment.weight, payment.replacedFees)});
    const Bumper bumper(payment, rates, change);
    if (auto plan = bumper.with(Amount(), 0, 0)) return std::move(*plan);
    return bumper.withCoins(coins, random);
}

Result<BumpPlan, BumpFailure> planCancel(const WaitingPayment& payment, const BumpRates& rates,
                                         const BumpChange& change) {
    BumpPlan out;
    out.weight = payment.weight + weightOf(change.script);
    for (const TxOut& output : payment.outputs)
        out.weight -= weightOf(output.scriptPubKey);
    out.fee = rates.feeOf(out.weight, payment.replacedFees);
    const Amount back = payment.spent - out.fee;
    if (back < change.least) return fail(BumpFailure{BumpError::NothingLeft, out.fee});
    out.outputs = {{back, change.script}};
    out.changeOutput = 0;
    return out;
}

Result<ChildPlan, BumpFailure> planChild(const WaitingPackage& package, Amount value,
                                         std::int64_t childWeight, const BumpRates& rates,
                                         const BumpChange& change) {
    const std::int64_t together =
        (package.vsize + primitives::vsizeOf(childWeight)) * primitives::kWitnessScale;
    const Amount all = feeAt(together, rates.feePerKvB);
    const Amount fee = std::max(all - package.fees, feeAt(childWeight, rates.incrementalPerKvB));
    if (all <= package.fees) return fail(BumpFailure{BumpError::RateNotHigher, fee});
    if (value - fee < change.least) return fail(BumpFailure{BumpError::NothingLeft, fee});
    return ChildPlan{value - fee, fee};
}

SpeedUpWay speedUpWay(const SpeedUpCase& waiting) {
    const bool canReplace = waiting.spendsOnlyOwn && waiting.isReplaceable;
    if (canReplace && !waiting.isSpentByOthers) return SpeedUpWay::Replace;
    return waiting.hasSpendableOutput ? SpeedUpWay::Child : SpeedUpWay::Impossible;
}

} // namespace wallet
