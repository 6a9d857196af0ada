#include "wallet/TxBuilder.h"

#include "script/Script.h"
#include "util/Require.h"
#include "wallet/TxSize.h"

#include <algorithm>
#include <numeric>
#include <unordered_set>

namespace wallet {

using primitives::Amount;
using primitives::TxOut;

namespace {

constexpr std::int64_t kInputVsize = primitives::vsizeOf(kInputWeight);
/// More than this is never short: the sizes of counts grow by 2 bytes at 253.
constexpr int kMaxAttempts = 4;
constexpr std::uint32_t kSequenceLocking =
    primitives::kSequenceFinal - 1; ///< the lock time holds; not replaceable

Amount sumOf(const std::vector<WalletCoin>& coins) {
    Amount sum;
    for (const WalletCoin& coin : coins)
        sum += coin.output.value;
    return sum;
}

} // namespace

Amount PaymentDraft::leaving() const {
    Amount out = sumOf(inputs);
    for (std::size_t i = 0; i < parts.outputs.size(); ++i) {
        const bool back = i < isOwn.size() ? isOwn[i] : changeOutput == i;
        if (back) out -= parts.outputs[i].value;
    }
    return out;
}

std::uint32_t againstSniping(std::int32_t chainHeight, const RandomBelow& random) {
    constexpr std::uint64_t kMostBack = 100;
    auto height = static_cast<std::uint32_t>(std::max(chainHeight, 0));
    if (random(10) == 0) height -= std::min(height, static_cast<std::uint32_t>(random(kMostBack)));
    return height;
}

TxBuilder::TxBuilder(const PaymentRequest& request, util::Bytes changeScript, RandomBelow random,
                     std::int64_t leastFeePerKvB)
    : m_request(request), m_random(std::move(random)),
      m_leastFeePerKvB(leastFeePerKvB), m_change{Amount(), std::move(changeScript)} {}

Result<PaymentDraft, PaymentFailure> TxBuilder::build(const Coins& spendable) {
    if (const auto failure = checkRequest()) return fail(*failure);
    const auto allowed = allowedCoins(spendable);
    if (!allowed) return fail(allowed.error());
    Coins confirmed = *allowed;
    std::erase_if(confirmed, [](const WalletCoin& coin) { return coin.height < 0; });
    if (confirmed.size() < allowed->size()) {
        auto draft = buildFrom(confirmed);
        if (draft || draft.error().error != PaymentError::InsufficientFunds) return draft;
    }
    return buildFrom(*allowed);
}

std::optional<PaymentFailure> TxBuilder::checkRequest() {
    const auto failure = [](PaymentError error, Amount needed = {}) {
        return PaymentFailure{error, {}, needed};
    };
    if (m_request.recipients.empty()) return failure(PaymentError::NoRecipient);
    if (m_request.feePerKvB < m_leastFeePerKvB) return failure(PaymentError::FeeTooLow);
    if (m_request.feePerKvB > kMaxFeePerKvB) return failure(PaymentError::FeeTooHigh);
    m_outputs.clear();
    m_amount = Amount();
    for (const Recipient& recipient : m_request.recipients) {
        const auto sum = primitives::checkedSum(m_amount, recipient.amount);
        if (!recipient.amount.inRange() || !sum) return failure(PaymentError::AmountOutOfRange);
        const Amount dust = dustLimit(recipient.scriptPubKey);
        if (recipient.amount == Amount() && dust > Amount()) return failure(PaymentError::AmountZero, dust);
        if (recipient.amount < dust) return failure(PaymentError::AmountTooSmall, dust);
        m_amount = *sum;
        m_outputs.push_back({recipient.amount, recipient.scriptPubKey});
    }
    if (transactionWeight(1, m_outputs) > kMaxTransactionWeight) return failure(PaymentError::TooManyInputs);
    return std::nullopt;
}

/// The coins that the request lets us use. Every coin it names has to be there.
Result<std::vector<WalletCoin>, PaymentFailure> TxBuilder::allowedCoins(const Coins& spendable) const {
    Coins out = spendable;
    if (m_request.onlyFromScript) {
        std::erase_if(out, [&](const WalletCoin& coin) {
            return coin.output.scriptPubKey != *m_request.onlyFromScript;
        });
    }
    if (m_request.onlyFrom.empty()) return out;
    const std::unordered_set<primitives::OutPoint> named(m_request.onlyFrom.begin(),
                                                         m_request.onlyFrom.end());
    std::erase_if(out, [&](const WalletCoin& coin) { return !named.contains(coin.outpoint); });
    if (out.size() < named.size())
        return fail(PaymentFailure{PaymentError::CoinNotAvailable, sumOf(out), m_amount});
    return out;
}

Result<PaymentDraft, PaymentFailure> TxBuilder::buildFrom(const Coins& coins) {
    SelectionGoal wanted = goal();
    const std::vector<Amount> values = netValues(coins);
    for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
        const auto selection = selectCoins(values, wanted, m_random);
        if (!selection) {
            const bool tooMany = selection.error() == SelectionError::TooManyInputs;
            return fail(
                shortOf(coins, tooMany ? PaymentError::TooManyInputs : PaymentError::InsufficientFunds));
        }
        Coins inputs;
        for (const std::size_t i : selection->chosen)
            inputs.push_back(coins[i]);
        const Amount missing =
            (m_request.subtractFee ? m_amount : m_amount + fee(inputs.size(), false)) - sumOf(inputs);
        if (missing <= Amount()) return assemble(std::move(inputs), !selection->isExact);
        wanted.target += missing;
        wanted.targetWithChange += missing;
    }
    return fail(shortOf(coins, PaymentError::InsufficientFunds));
}

SelectionGoal TxBuilder::goal() const {
    const Amount changeFee = fee(0, true) - fee(0, false);
    SelectionGoal out;
    out.target = m_request.subtractFee ? m_amount : m_amount + fee(0, false);
    out.allowance = changeFee + feeFor(kInputVsize, m_request.feePerKvB);
    out.targetWithChange =
        out.target + leastChange() + (m_request.subtractFee ? Amount() : changeFee + Amount(1));
    std::vector<TxOut> outputs = m_outputs;
    outputs.push_back(m_change);
    constexpr std::int64_t kLongCount =
        2 * primitives::kWitnessScale; // the count of inputs takes 3 bytes from 253 on
    const std::int64_t room = kMaxTransactionWeight - transactionWeight(0, outputs) - kLongCount;
    out.maxInputs = static_cast<std::size_t>(std::max<std::int64_t>(room / kInputWeight, 1));
    return out;
}

/// What each coin brings: less the fee of its input, unless the recipient pays that.
std::vector<Amount> TxBuilder::netValues(const Coins& coins) const {
    const Amount cost = m_request.subtractFee ? Amount() : feeFor(kInputVsize, m_request.feePerKvB);
    std::vector<Amount> out;
    for (const WalletCoin& coin : coins)
        out.push_back(coin.output.value - cost);
    return out;
}

/// The failure with what could be paid at most and what it would take.
PaymentFailure TxBuilder::shortOf(const Coins& coins, PaymentError error) const {
    std::vector<Amount> values = netValues(coins);
    std::erase_if(values, [](Amount value) { return value <= Amount(); });
    std::sort(values.begin(), values.end(), std::greater<>());
    values.resize(std::min(values.size(), goal().maxInputs));
    PaymentFailure out{error, std::accumulate(values.begin(), values.end(), Amount()), m_amount,
                       values.size()};
    if (m_request.subtractFee) return out;
    // The fee by parts, which selection counts with, and the exact one may differ by a few satoshi.
    const Amount inputFees(feeFor(kInputVsize, m_request.feePerKvB).satoshi() * std::ssize(values));
    const Amount wholeFee = std::max(fee(0, false), fee(values.size(), false) - inputFees);
    out.available = std::max(out.available - wholeFee, Amount());
    out.needed += fee(std::max<std::size_t>(values.size(), 1), false);
    return out;
}

Result<PaymentDraft, PaymentFailure> TxBuilder::assemble(Coins inputs, bool makeChange) {
    shuffle(inputs, m_random);
    std::vector<TxOut> outputs = m_outputs;
    const Amount feeWithChange = fee(inputs.size(), true);
    const Amount rest = sumOf(inputs) - m_amount;
    const Amount change = m_request.subtractFee ? rest : rest - feeWithChange;
    const bool hasChange = makeChange && change >= leastChange();
    if (m_request.subtractFee) {
        // What is too little to be change goes towards the fee.
        const Amount plainFee = fee(inputs.size(), false);
        const Amount taken = hasChange ? feeWithChange : std::max(plainFee - rest, Amount());
        outputs[0].value -= taken;
        const Amount dust = dustLimit(outputs[0].scriptPubKey);
        if (outputs[0].value < std::max(dust, Amount(1))) {
            return fail(PaymentFailure{PaymentError::AmountTooSmall, m_amount, dust + taken});
        }
    }
    if (!hasChange) return draftOf(std::move(inputs), std::move(outputs), std::nullopt);
    const std::size_t position = m_random(outputs.size() + 1);
    outputs.insert(outputs.begin() + static_cast<std::ptrdiff_t>(position),
                   TxOut{change, m_change.scriptPubKey});
    return draftOf(std::move(inputs), std::move(outputs), position);
}

Result<PaymentDraft, PaymentFailure> TxBuilder::draftOf(Coins inputs, std::vector<TxOut> outputs,
                                                        std::optional<std::size_t> changeOutput) const {
    PaymentDraft out;
    out.vsize = primitives::vsizeOf(transactionWeight(inputs.size(), outputs));
    out.fee = sumOf(inputs);
    for (const TxOut& output : outputs)
        out.fee -= output.value;
    require(out.fee >= feeFor(out.vsize, m_request.feePerKvB));
    out.changeOutput = changeOutput;
    if (changeOutput) out.change = outputs[*changeOutput].value;
    for (const WalletCoin& coin : inputs) {
        primitives::TxIn input;
        input.previous = coin.outpoint;
        input.sequence = m_request.replaceable ? primitives::kSequenceReplaceable : kSequenceLocking;
        out.parts.inputs.push_back(std::move(input));
    }
    out.parts.outputs = std::move(outputs);
    out.inputs = std::move(inputs);
    return out;
}

/// Less is not worth an output: dust, or eaten up by the fee of spending it.
Amount TxBuilder::leastChange() const {
    return std::max(dustLimit(m_change.scriptPubKey), feeFor(kInputVsize, m_request.feePerKvB));
}

Amount TxBuilder::fee(std::size_t inputs, bool withChange) const {
    std::vector<TxOut> outputs = m_outputs;
    if (withChange) outputs.push_back(m_change);
    return feeFor(primitives::vsizeOf(transactionWeight(inputs, outputs)), m_request.feePerKvB);
}

} // namespace wallet
