#include "wallet/TxBuilder.h"

#include "script/OutputType.h"
#include "script/Script.h"
#include "util/Require.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace wallet {

using primitives::Amount;
using primitives::TxOut;

namespace {

/// Before any is chosen. That there will be a witness is likely, and a little dearer.
constexpr InputSizes kNoInputs{0, true, {}};
/// What change is made of where there is a choice, as Bitcoin Core makes it: neither a crumb nor a mountain.
constexpr std::int64_t kLowestUsualChange = 50'000, kHighestUsualChange = 1'000'000;
/// More than this is never short: the sizes of counts grow by 2 bytes at 253.
constexpr int kMaxAttempts = 4;

Amount spendFee(const script::SpendSize& size, std::int64_t feePerKvB) {
    return feeFor(primitives::vsizeOf(inputWeight(size)), feePerKvB);
}

InputSizes sizesOf(std::span<const WalletCoin> coins) {
    InputSizes out;
    for (const WalletCoin& coin : coins)
        out.add(coin.size);
    return out;
}

std::size_t addressesOf(const std::vector<WalletCoin>& coins) {
    std::set<util::Bytes> scripts;
    for (const WalletCoin& coin : coins)
        scripts.insert(coin.output.scriptPubKey);
    return scripts.size();
}

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
                     const script::SpendSize& changeSpend)
    : m_request(request), m_random(std::move(random)),
      m_changeSpend(changeSpend), m_change{Amount(), std::move(changeScript)} {}

Result<PaymentDraft, PaymentFailure> TxBuilder::build(const Coins& spendable) {
    if (const auto failure = checkRequest()) return fail(*failure);
    const auto others = takeFixed(spendable);
    if (!others) return fail(others.error());
    auto allowed = allowedCoins(*others);
    if (!allowed) return fail(allowed.error());
    if (!m_request.addCoins) allowed->clear();
    if (m_request.everything) return buildOfAll(std::move(*allowed));
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
    if (m_request.feePerKvB < m_request.leastFeePerKvB) return failure(PaymentError::FeeTooLow);
    if (m_request.feePerKvB > kMaxFeePerKvB) return failure(PaymentError::FeeTooHigh);
    if (m_request.fee && !m_request.fee->inRange()) return failure(PaymentError::AmountOutOfRange);
    for (const std::size_t place : m_request.feeFrom) {
        if (place >= m_request.recipients.size()) return failure(PaymentError::NoRecipient);
    }
    m_outputs.clear();
    m_amount = Amount();
    bool takesRest = false;
    for (const Recipient& recipient : m_request.recipients) {
        const auto sum = primitives::checkedSum(m_amount, recipient.amount);
        if (!recipient.amount.inRange() || !sum) return failure(PaymentError::AmountOutOfRange);
        const Amount dust = dustLimit(recipient.scriptPubKey);
        const bool isRest = m_request.everything && recipient.amount == Amount();
        takesRest = takesRest || isRest;
        if (recipient.amount == Amount() && dust > Amount() && !isRest)
            return failure(PaymentError::AmountZero, dust);
        if (recipient.amount < dust && !isRest) return failure(PaymentError::AmountTooSmall, dust);
        m_amount = *sum;
        m_outputs.push_back({recipient.amount, recipient.scriptPubKey});
    }
    if (m_request.everything && !takesRest) return failure(PaymentError::NoRecipient);
    InputSizes one;
    one.add(script::kKeyHashSpend);
    if (transactionWeight(one, m_outputs) > kMaxTransactionWeight)
        return failure(PaymentError::TooManyInputs);
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
    ChoiceGoal wanted = goal();
    for (const ChoiceCoin& coin : choicesOf(m_fixed)) {
        wanted.target -= coin.value;
        wanted.maxWeight -= coin.weight;
    }
    const std::vector<ChoiceCoin> choices = choicesOf(coins);
    for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
        if (wanted.target <= Amount() && !m_fixed.empty()) return buildOfFixed(-wanted.target, wanted);
        const bool mayMix = m_request.mayMixAtOnce || !m_fixed.empty();
        const auto choice = chooseCoins(choices, wanted, m_random, mayMix);
        if (!choice) {
            const bool tooMany = choice.error() == SelectionError::TooManyInputs;
            return fail(
                shortOf(coins, tooMany ? PaymentError::TooManyInputs : PaymentError::InsufficientFunds));
        }
        Coins chosen;
        for (const std::size_t i : choice->chosen)
            chosen.push_back(coins[i]);
        shuffle(chosen, m_random);
        Coins inputs = m_fixed;
        inputs.insert(inputs.end(), chosen.begin(), chosen.end());
        const Amount missing =
            (isPayersFee() ? m_amount + fee(sizesOf(inputs), false) : m_amount) - sumOf(inputs);
        if (missing <= Amount()) return assemble(std::move(inputs), choice->makesChange);
        wanted.target += missing;
    }
    return fail(shortOf(coins, PaymentError::InsufficientFunds));
}

/// The coins that are spent in any case are enough.
Result<PaymentDraft, PaymentFailure> TxBuilder::buildOfFixed(Amount excess, const ChoiceGoal& wanted) {
    const bool makesChange = excess - wanted.changeFee >= wanted.leastChange;
    const Amount missing =
        (isPayersFee() ? m_amount + fee(sizesOf(m_fixed), false) : m_amount) - sumOf(m_fixed);
    if (missing > Amount()) return fail(shortOf({}, PaymentError::InsufficientFunds));
    return assemble(m_fixed, makesChange);
}

/// Sets aside what is spent in any case, in the order of the request; the others.
Result<std::vector<WalletCoin>, PaymentFailure> TxBuilder::takeFixed(const Coins& spendable) {
    m_fixed.clear();
    if (m_request.always.empty()) return spendable;
    std::unordered_map<primitives::OutPoint, const WalletCoin*> known;
    for (const WalletCoin& coin : spendable)
        known.emplace(coin.outpoint, &coin);
    std::unordered_set<primitives::OutPoint> taken;
    for (const primitives::OutPoint& outpoint : m_request.always) {
        const auto found = known.find(outpoint);
        if (found == known.end()) return fail(PaymentFailure{PaymentError::CoinNotAvailable, {}, m_amount});
        if (taken.insert(outpoint).second) m_fixed.push_back(*found->second);
    }
    Coins out = spendable;
    std::erase_if(out, [&](const WalletCoin& coin) { return taken.contains(coin.outpoint); });
    return out;
}

/// Every coin, whether it is worth its fee or not.
Result<PaymentDraft, PaymentFailure> TxBuilder::buildOfAll(Coins coins) {
    std::int64_t weight = 0;
    for (const WalletCoin& coin : coins)
        weight += inputWeight(coin.size);
    if (weight > maxInputWeight()) return fail(shortOf(coins, PaymentError::TooManyInputs));
    shuffle(coins, m_random);
    std::vector<TxOut> outputs = m_outputs;
    const Amount taken = fee(outputs, sizesOf(coins));
    const Amount rest = sumOf(coins) - m_amount - taken;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        if (m_request.recipients[i].amount == Amount()) places.push_back(i);
    }
    const auto count = static_cast<std::int64_t>(places.size());
    Amount needed = m_amount + taken;
    for (const std::size_t place : places) {
        const Amount least = std::max(dustLimit(outputs[place].scriptPubKey), Amount(1));
        outputs[place].value = Amount(rest.satoshi() / count);
        if (place == places.front()) outputs[place].value += Amount(rest.satoshi() % count);
        needed += least;
        if (outputs[place].value < least)
            return fail(PaymentFailure{PaymentError::InsufficientFunds, sumOf(coins), needed});
    }
    return draftOf(std::move(coins), std::move(outputs), std::nullopt);
}

ChoiceGoal TxBuilder::goal() {
    const bool byRate = isPayersFee() && !m_request.fee;
    const Amount changeFee =
        feeFor(primitives::vsizeOf(transactionWeight(kNoInputs, {&m_change, 1})), m_request.feePerKvB) -
        feeFor(primitives::vsizeOf(transactionWeight(kNoInputs, {})), m_request.feePerKvB);
    ChoiceGoal out;
    out.target = isPayersFee() ? m_amount + fee(kNoInputs, false) : m_amount;
    out.changeFee = byRate ? changeFee + Amount(1) : Amount(); // the parts may be rounded otherwise
    out.costOfChange = changeFee + spendFee(m_changeSpend, m_request.feePerKvB);
    out.leastChange = leastChange();
    const auto twice = 2 * m_amount.satoshi() / static_cast<std::int64_t>(m_outputs.size());
    const auto highest = std::min(twice, kHighestUsualChange);
    out.usualChange = Amount(kLowestUsualChange);
    if (highest > kLowestUsualChange)
        out.usualChange += Amount(
            static_cast<std::int64_t>(m_random(static_cast<std::uint64_t>(highest - kLowestUsualChange))));
    out.usualChange = std::max(out.usualChange, out.leastChange);
    out.maxWeight = maxInputWeight();
    return out;
}

/// What the coins bring: less the fee of their inputs, unless the recipients pay that, or it is fixed.
std::vector<ChoiceCoin> TxBuilder::choicesOf(const Coins& coins) const {
    const bool byRate = isPayersFee() && !m_request.fee;
    std::map<util::Bytes, std::uint32_t> addresses;
    std::vector<ChoiceCoin> out;
    for (const WalletCoin& coin : coins) {
        const util::Bytes& script = coin.output.scriptPubKey;
        const auto number = static_cast<std::uint32_t>(addresses.size());
        ChoiceCoin choice;
        choice.fee = spendFee(coin.size, m_request.feePerKvB);
        choice.laterFee = spendFee(coin.size, m_request.laterFeePerKvB);
        choice.value = coin.output.value - (byRate ? choice.fee : Amount());
        choice.weight = inputWeight(coin.size);
        choice.address = addresses.try_emplace(script, number).first->second;
        choice.kind = static_cast<std::uint32_t>(script::outputTypeOf(script));
        out.push_back(choice);
    }
    return out;
}

/// The failure with what could be paid at most and what it would take.
PaymentFailure TxBuilder::shortOf(const Coins& coins, PaymentError error) const {
    const std::vector<ChoiceCoin> choices = choicesOf(coins);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].value > Amount()) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return choices[i].value; });
    PaymentFailure out{error, {}, m_amount};
    Amount inputFees;
    InputSizes sizes;
    std::int64_t room = maxInputWeight();
    for (const std::size_t i : order) {
        room -= choices[i].weight;
        if (room < 0) break;
        out.available += choices[i].value;
        inputFees += choices[i].fee;
        sizes.add(coins[i].size);
        ++out.coins;
    }
    if (!isPayersFee()) return out;
    // The fee by parts, which the choice counts with, and the exact one may differ by a few satoshi.
    const Amount wholeFee =
        m_request.fee ? *m_request.fee : std::max(fee(kNoInputs, false), fee(sizes, false) - inputFees);
    out.available = std::max(out.available - wholeFee, Amount());
    for (const WalletCoin& coin : m_fixed) {
        out.available += coin.output.value - spendFee(coin.size, m_request.feePerKvB);
        sizes.add(coin.size);
    }
    if (sizes.count == 0) sizes.add(script::kKeyHashSpend);
    out.needed += fee(sizes, false);
    return out;
}

/// Takes the fee from the recipients that pay it: the same of each, and what is left over of the first.
std::optional<PaymentFailure> TxBuilder::takeFee(std::vector<TxOut>& outputs, Amount fee) const {
    const std::set<std::size_t> places(m_request.feeFrom.begin(), m_request.feeFrom.end());
    const auto count = static_cast<std::int64_t>(places.size());
    for (const std::size_t place : places) {
        Amount share(fee.satoshi() / count);
        if (place == *places.begin()) share += Amount(fee.satoshi() % count);
        outputs[place].value -= share;
        const Amount dust = dustLimit(outputs[place].scriptPubKey);
        if (outputs[place].value < std::max(dust, Amount(1)))
            return PaymentFailure{PaymentError::AmountTooSmall, m_amount, dust + share};
    }
    return std::nullopt;
}

Result<PaymentDraft, PaymentFailure> TxBuilder::assemble(Coins inputs, bool makeChange) {
    std::vector<TxOut> outputs = m_outputs;
    const Amount feeWithChange = fee(sizesOf(inputs), true);
    const Amount rest = sumOf(inputs) - m_amount;
    const Amount change = isPayersFee() ? rest - feeWithChange : rest;
    const bool hasChange = makeChange && change >= leastChange();
    if (!isPayersFee()) {
        // What is too little to be change goes towards the fee.
        const Amount taken =
            hasChange ? feeWithChange : std::max(fee(sizesOf(inputs), false) - rest, Amount());
        if (const auto failure = takeFee(outputs, taken)) return fail(*failure);
    }
    if (!hasChange) return draftOf(std::move(inputs), std::move(outputs), std::nullopt);
    const std::size_t position = std::min(
        m_request.changePosition ? *m_request.changePosition : m_random(outputs.size() + 1), outputs.size());
    outputs.insert(outputs.begin() + static_cast<std::ptrdiff_t>(position),
                   TxOut{change, m_change.scriptPubKey});
    return draftOf(std::move(inputs), std::move(outputs), position);
}

Result<PaymentDraft, PaymentFailure> TxBuilder::draftOf(Coins inputs, std::vector<TxOut> outputs,
                                                        std::optional<std::size_t> changeOutput) const {
    PaymentDraft out;
    out.vsize = primitives::vsizeOf(transactionWeight(sizesOf(inputs), outputs));
    out.fee = sumOf(inputs);
    for (const TxOut& output : outputs)
        out.fee -= output.value;
    const Amount least = feeFor(out.vsize, m_request.fee ? m_request.leastFeePerKvB : m_request.feePerKvB);
    if (m_request.fee && out.fee < least)
        return fail(PaymentFailure{PaymentError::FeeTooLow, out.fee, least});
    require(out.fee >= least);
    out.changeOutput = changeOutput;
    if (changeOutput) out.change = outputs[*changeOutput].value;
    for (const WalletCoin& coin : inputs) {
        primitives::TxIn input;
        input.previous = coin.outpoint;
        input.sequence = m_request.replaceable ? primitives::kSequenceReplaceable
                                               : primitives::kSequenceFinal - 1; // the lock time counts
        out.parts.inputs.push_back(std::move(input));
    }
    out.parts.outputs = std::move(outputs);
    out.parts.lockTime = m_request.lockTime;
    out.addresses = addressesOf(inputs);
    out.inputs = std::move(inputs);
    return out;
}

/// Less is not worth an output: dust, or eaten up by the fee of spending it.
Amount TxBuilder::leastChange() const {
    return std::max(dustLimit(m_change.scriptPubKey), spendFee(m_changeSpend, m_request.feePerKvB));
}

std::int64_t TxBuilder::maxInputWeight() const {
    std::vector<TxOut> outputs = m_outputs;
    outputs.push_back(m_change);
    constexpr std::int64_t kLongCount =
        2 * primitives::kWitnessScale; // the count of inputs takes 3 bytes from 253 on
    const std::int64_t most = m_request.maxWeight > 0 ? m_request.maxWeight : kMaxTransactionWeight;
    return most - transactionWeight(kNoInputs, outputs) - kLongCount;
}

Amount TxBuilder::fee(const InputSizes& inputs, bool withChange) const {
    std::vector<TxOut> outputs = m_outputs;
    if (withChange) outputs.push_back(m_change);
    return fee(outputs, inputs);
}

Amount TxBuilder::fee(const std::vector<TxOut>& outputs, const InputSizes& inputs) const {
    if (m_request.fee) return *m_request.fee;
    return feeFor(primitives::vsizeOf(transactionWeight(inputs, outputs)), m_request.feePerKvB);
}

} // namespace wallet
