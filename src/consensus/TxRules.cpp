#include "consensus/TxRules.h"

#include "script/Interpreter.h"
#include "script/Script.h"
#include "util/Require.h"

#include <algorithm>

namespace consensus {

using primitives::Amount;
using primitives::Transaction;

namespace {

constexpr std::size_t kMaxStrippedSize =
    1'000'000; ///< of any transaction, whatever the network's block weight

Result<Amount, Rejection> sumOfOutputs(const Transaction& transaction) {
    Amount total;
    for (const primitives::TxOut& output : transaction.outputs()) {
        if (output.value.satoshi() < 0) return fail(Rejection{Reject::OutputNegative});
        if (!output.value.inRange()) return fail(Rejection{Reject::OutputTooLarge});
        total += output.value; // no overflow: both are at most 21 million coins
        if (!total.inRange()) return fail(Rejection{Reject::OutputTotalTooLarge});
    }
    return total;
}

bool spendsTwice(const Transaction& transaction) {
    if (transaction.inputs().size() < 2) return false;
    std::vector<primitives::OutPoint> spent;
    spent.reserve(transaction.inputs().size());
    for (const primitives::TxIn& input : transaction.inputs())
        spent.push_back(input.previous);
    std::sort(spent.begin(), spent.end());
    return std::adjacent_find(spent.begin(), spent.end()) != spent.end();
}

Result<void, Rejection> checkPrevouts(const Transaction& transaction) {
    if (transaction.isCoinbase()) {
        const std::size_t size = transaction.inputs().front().scriptSig.size();
        if (size < kMinCoinbaseScript || size > kMaxCoinbaseScript)
            return fail(Rejection{Reject::CoinbaseLength});
        return {};
    }
    const bool anyNull = std::any_of(transaction.inputs().begin(), transaction.inputs().end(),
                                     [](const primitives::TxIn& input) { return input.previous.isNull(); });
    if (anyNull) return fail(Rejection{Reject::PrevoutNull});
    return {};
}

std::string immatureDetail(std::int32_t depth) {
    return "tried to spend coinbase at depth " + std::to_string(depth);
}

} // namespace

Result<void, Rejection> checkTransaction(const Transaction& transaction) {
    if (transaction.inputs().empty()) return fail(Rejection{Reject::InputsEmpty});
    if (transaction.outputs().empty()) return fail(Rejection{Reject::OutputsEmpty});
    if (transaction.strippedSize() > kMaxStrippedSize) return fail(Rejection{Reject::TxOversize});
    if (const auto total = sumOfOutputs(transaction); !total) return fail(total.error());
    if (spendsTwice(transaction)) return fail(Rejection{Reject::InputsDuplicate});
    return checkPrevouts(transaction);
}

bool isFinal(const Transaction& transaction, std::int32_t height, std::int64_t medianTime) {
    const std::int64_t lockTime = transaction.lockTime();
    if (lockTime == 0) return true;
    if (lockTime < (lockTime < primitives::kLockTimeThreshold ? std::int64_t{height} : medianTime))
        return true;
    return std::all_of(
        transaction.inputs().begin(), transaction.inputs().end(),
        [](const primitives::TxIn& input) { return input.sequence == primitives::kSequenceFinal; });
}

Result<Amount, Rejection> checkInputs(const Transaction& transaction, std::span<const Coin> coins,
                                      std::int32_t height, const Rules& rules) {
    require(coins.size() == transaction.inputs().size());
    Amount in;
    for (const Coin& coin : coins) {
        const std::int32_t depth = height - coin.height;
        if (coin.fromCoinbase && depth < rules.coinbaseMaturity) {
            return fail(Rejection{Reject::ImmatureCoinbase, immatureDetail(depth)});
        }
        const std::optional<Amount> sum = checkedSum(in, coin.output.value);
        if (!sum) return fail(Rejection{Reject::InputValues});
        in = *sum;
    }
    const Result<Amount, Rejection> out = sumOfOutputs(transaction);
    if (!out) return fail(out.error());
    if (in < *out) {
        return fail(Rejection{Reject::InputsBelowOutputs,
                              "value in (" + toDecimal(in) + ") < value out (" + toDecimal(*out) + ")"});
    }
    const Amount fee = in - *out;
    if (!fee.inRange()) return fail(Rejection{Reject::FeeRange});
    return fee;
}

SequenceLock sequenceLockOf(const Transaction& transaction, std::span<const std::int32_t> coinHeights,
                            std::span<const std::int64_t> coinTimes) {
    require(coinHeights.size() == transaction.inputs().size() &&
            coinTimes.size() == transaction.inputs().size());
    SequenceLock lock;
    if (static_cast<std::uint32_t>(transaction.version()) < 2)
        return lock; // read as unsigned: negative versions count
    for (std::size_t i = 0; i < transaction.inputs().size(); ++i) {
        const std::uint32_t sequence = transaction.inputs()[i].sequence;
        if ((sequence & primitives::kSequenceLockDisabled) != 0) continue;
        const std::int32_t value = static_cast<std::int32_t>(sequence & primitives::kSequenceLockMask);
        if ((sequence & primitives::kSequenceLockIsTime) != 0) {
            const std::int64_t seconds = std::int64_t{value} << primitives::kSequenceLockTimeShift;
            lock.minTime = std::max(lock.minTime, coinTimes[i] + seconds - 1);
        } else {
            lock.minHeight = std::max(lock.minHeight, coinHeights[i] + value - 1);
        }
    }
    return lock;
}

bool isReached(const SequenceLock& lock, std::int32_t height, std::int64_t medianTime) {
    return lock.minHeight < height && lock.minTime < medianTime;
}

std::int64_t sigOpCost(const Transaction& transaction, std::span<const Coin> coins) {
    std::int64_t legacy = 0;
    for (const primitives::TxIn& input : transaction.inputs())
        legacy += script::countSigOps(input.scriptSig, false);
    for (const primitives::TxOut& output : transaction.outputs())
        legacy += script::countSigOps(output.scriptPubKey, false);
    std::int64_t cost = legacy * primitives::kWitnessScale;
    if (transaction.isCoinbase()) return cost;
    require(coins.size() == transaction.inputs().size());
    for (std::size_t i = 0; i < coins.size(); ++i) {
        cost += script::inputSigOpCost(transaction.inputs()[i], coins[i].output.scriptPubKey,
                                       script::kBlockFlags);
    }
    return cost;
}

} // namespace consensus
