// Wallet: what a payment that waits can have done to it.
#include "crypto/Random.h"
#include "wallet/Balance.h"
#include "wallet/TxBuilder.h"
#include "wallet/WalletImpl.h"

#include <algorithm>

namespace wallet {

using primitives::Amount;
using primitives::Transaction;
using primitives::TxId;

namespace {

constexpr std::int64_t kLeastStepPerKvB = 1'000; ///< what nodes ask a replacement to pay on top
constexpr std::size_t kMostCoinsForChild = 20;
constexpr std::int32_t kUsualVersion = 2;
constexpr std::int32_t kTrucVersion = 3; ///< BIP 431: the child of one has to be one

auto notSpedUp(SpeedUpError error, Amount needed = {}, Amount available = {}) {
    return fail(SpeedUpFailure{error, needed, available, {}});
}

std::int64_t ratePerKvB(Amount fee, std::int64_t vsize) {
    return vsize > 0 ? fee.satoshi() * 1000 / vsize : 0;
}

bool signalsReplacement(const Transaction& transaction) {
    return std::ranges::any_of(transaction.inputs(), [](const primitives::TxIn& input) {
        return input.sequence <= primitives::kSequenceReplaceable;
    });
}

/// More than what it pays now, and enough for the next block.
std::int64_t wantedRate(const SpeedUpRequest& request, std::int64_t presentRate) {
    return request.feePerKvB.value_or(std::max(request.usualPerKvB, presentRate + 2 * kLeastStepPerKvB));
}

std::vector<ChoiceCoin> bumpChoices(const std::vector<WalletCoin>& coins, std::int64_t feePerKvB) {
    std::vector<ChoiceCoin> out;
    for (const WalletCoin& coin : coins) {
        ChoiceCoin choice;
        choice.weight = inputWeight(coin.size);
        choice.fee = choice.laterFee = feeFor(primitives::vsizeOf(choice.weight), feePerKvB);
        choice.value = coin.output.value - choice.fee;
        out.push_back(choice);
    }
    return out;
}

std::int64_t weightOfAll(const std::vector<WalletCoin>& coins,
                         const std::vector<primitives::TxOut>& outputs) {
    InputSizes sizes;
    for (const WalletCoin& coin : coins)
        sizes.add(coin.size);
    return transactionWeight(sizes, outputs);
}

SpeedUpError bumpErrorOf(BumpError error) {
    switch (error) {
    case BumpError::RateNotHigher:
        return SpeedUpError::RateNotHigher;
    case BumpError::Insufficient:
        return SpeedUpError::NoCoins;
    case BumpError::NothingLeft:
        break;
    }
    return SpeedUpError::NothingLeft;
}

/// A draft of these coins and outputs.
PaymentDraft speedUpDraft(std::vector<WalletCoin> coins, primitives::TransactionParts parts,
                          bool isReplaceable) {
    PaymentDraft out;
    for (const WalletCoin& coin : coins) {
        parts.inputs.push_back(
            {coin.outpoint,
             {},
             isReplaceable ? primitives::kSequenceReplaceable : primitives::kSequenceReplaceable + 1,
             {}});
        out.fee += coin.output.value;
    }
    for (const primitives::TxOut& output : parts.outputs)
        out.fee -= output.value;
    out.vsize = primitives::vsizeOf(weightOfAll(coins, parts.outputs));
    std::vector<util::Bytes> scripts;
    for (const WalletCoin& coin : coins)
        scripts.push_back(coin.output.scriptPubKey);
    std::ranges::sort(scripts);
    out.addresses = std::size_t(std::ranges::unique(scripts).begin() - scripts.begin());
    out.parts = std::move(parts);
    out.inputs = std::move(coins);
    return out;
}

} // namespace

std::optional<WalletCoin> Wallet::Impl::sizedCoin(const primitives::OutPoint& outpoint) const {
    const StoredCoin* known = ledger.coin(outpoint);
    if (!known) return std::nullopt;
    WalletCoin out = known->coin;
    out.size = keychain.spendSize(out.path);
    return out;
}

std::vector<WalletCoin> Wallet::Impl::firmCoins(std::int32_t chainHeight) const {
    std::vector<WalletCoin> out = spendableCoins(ledger, chainHeight, options.coinbaseMaturity);
    std::erase_if(out, [this](const WalletCoin& coin) {
        const StoredDescriptor* const row = keychain.row(coin.path.descriptor);
        return coin.height < 0 || (!isWatchOnly && (!row || !row->canSign));
    });
    for (WalletCoin& coin : out)
        coin.size = keychain.spendSize(coin.path);
    return out;
}

/// Where change goes that there is none of yet.
BumpChange Wallet::Impl::freshChange(std::int64_t feePerKvB) const {
    const auto path = changePathFor({});
    if (!path) return {};
    const util::Bytes script = keychain.scriptAt(*path);
    const std::int64_t weight = inputWeight(keychain.spendSize(*path));
    return {script, std::max(dustLimit(script), feeFor(primitives::vsizeOf(weight), feePerKvB)), weight};
}

SpeedUpResult Wallet::Impl::planReplacement(const SpeedUpRequest& request, const WalletTransaction& entry,
                                            std::int32_t chainHeight) const {
    const Transaction& before = *entry.transaction;
    std::vector<WalletCoin> coins;
    for (const primitives::TxIn& input : before.inputs()) {
        auto coin = sizedCoin(input.previous);
        if (!coin) return notSpedUp(SpeedUpError::NotOurs);
        coins.push_back(std::move(*coin));
    }
    WaitingPayment payment{before.outputs(), request.changeOutput, entry.spent, 0,
                           *entry.fee + request.family.descendantFees};
    if (request.changeOutput && *request.changeOutput >= before.outputs().size())
        return notSpedUp(SpeedUpError::BadChangeOutput);
    for (std::size_t i = 0; i < before.outputs().size() && !payment.changeOutput; ++i) {
        const WalletAddress* own = keychain.find(before.outputs()[i].scriptPubKey);
        if (own && own->chain == KeyChain::Change) payment.changeOutput = i;
    }
    if (!request.outputs.empty()) {
        payment.outputs = request.outputs;
        payment.changeOutput.reset();
    }
    payment.weight = weightOfAll(coins, payment.outputs);
    std::int64_t rate = wantedRate(request, ratePerKvB(*entry.fee, before.vsize()));
    if (!request.feePerKvB) // one that is smaller has to pay as much all the same
        rate = std::max(rate, ratePerKvB(payment.replacedFees, primitives::vsizeOf(payment.weight)) +
                                  kLeastStepPerKvB + 1);
    if (rate > kMaxFeePerKvB) return notSpedUp(SpeedUpError::RateTooHigh);
    const BumpRates rates{rate, kLeastStepPerKvB};
    const bool isCancel = request.deed == SpeedUpRequest::Deed::Cancel;
    BumpChange change = freshChange(rate);
    if (isCancel && payment.changeOutput) change.script = payment.outputs[*payment.changeOutput].scriptPubKey;
    const std::vector<WalletCoin> more = firmCoins(chainHeight);
    const auto plan = isCancel
                          ? planCancel(payment, rates, change)
                          : planBump(payment, rates, change, bumpChoices(more, rate), crypto::randomBelow);
    if (!plan) {
        Amount available = payment.changeOutput ? payment.outputs[*payment.changeOutput].value : Amount();
        for (const WalletCoin& coin : more)
            available += coin.output.value;
        const bool isTooLow = plan.error().error == BumpError::RateNotHigher;
        return notSpedUp(bumpErrorOf(plan.error().error), plan.error().needed,
                         *entry.fee + (isTooLow ? Amount() : available));
    }
    for (const std::size_t i : plan->added)
        coins.push_back(more[i]);
    SpeedUpPlan out{SpeedUpWay::Replace,
                    speedUpDraft(std::move(coins), {before.version(), {}, plan->outputs, before.lockTime()},
                                 request.replaceable),
                    *entry.fee,
                    {},
                    0};
    out.draft.changeOutput = plan->changeOutput;
    if (plan->changeOutput) out.draft.change = plan->outputs[*plan->changeOutput].value;
    out.draft.replaces = {before.txid()};
    out.price = out.draft.fee - *entry.fee;
    out.feePerKvB = ratePerKvB(out.draft.fee, out.draft.vsize);
    return out;
}

/// A child that spends what the payment gives this wallet, with confirmed coins beside that where it is too
/// little.
SpeedUpResult Wallet::Impl::planChildOf(const SpeedUpRequest& request, const WalletTransaction& entry,
                                        std::int32_t chainHeight) const {
    const TxId& txid = entry.transaction->txid();
    const auto version = entry.transaction->version() == kTrucVersion ? kTrucVersion : kUsualVersion;
    WaitingPackage package = request.family.ancestors;
    if (package.vsize == 0) package = {entry.fee.value_or(Amount()), entry.transaction->vsize()};
    const std::int64_t rate = wantedRate(request, ratePerKvB(package.fees, package.vsize));
    if (rate > kMaxFeePerKvB) return notSpedUp(SpeedUpError::RateTooHigh);
    const BumpChange change = freshChange(rate);
    if (change.script.empty()) return notSpedUp(SpeedUpError::NotOurs);
    std::vector<WalletCoin> coins;
    for (std::uint32_t i = 0; i < entry.transaction->outputs().size(); ++i) {
        const primitives::OutPoint outpoint{txid, i};
        if (!ledger.unspent().contains(outpoint) || ledger.isSpokenFor(outpoint)) continue;
        coins.push_back(*sizedCoin(outpoint));
    }
    std::vector<WalletCoin> more = firmCoins(chainHeight);
    std::ranges::stable_sort(more, std::ranges::greater(),
                             [](const WalletCoin& coin) { return coin.output.value; });
    Amount value;
    for (const WalletCoin& coin : coins)
        value += coin.output.value;
    for (std::size_t added = 0;; ++added) {
        const std::vector<primitives::TxOut> outputs{{Amount(), change.script}};
        const auto plan =
            planChild(package, value, weightOfAll(coins, outputs), {rate, kLeastStepPerKvB}, change);
        if (plan) {
            SpeedUpPlan out{
                SpeedUpWay::Child,
                speedUpDraft(std::move(coins), {version, {}, {{plan->value, change.script}}, 0}, true),
                entry.fee.value_or(request.family.fee),
                {},
                0};
            out.draft.changeOutput = 0;
            out.draft.change = plan->value;
            out.price = out.draft.fee;
            out.feePerKvB = ratePerKvB(package.fees + out.draft.fee, package.vsize + out.draft.vsize);
            return out;
        }
        if (plan.error().error == BumpError::RateNotHigher || added == kMostCoinsForChild ||
            added == more.size())
            return notSpedUp(bumpErrorOf(plan.error().error), plan.error().needed, value);
        coins.push_back(more[added]);
        value += more[added].output.value;
    }
}

SpeedUpResult Wallet::planSpeedUp(const SpeedUpRequest& request, std::int32_t chainHeight) const {
    auto plan = m_impl->planSpeedUp(request, chainHeight);
    if (!plan) return plan;
    for (const primitives::TxOut& output : plan->draft.parts.outputs)
        plan->draft.isOwn.push_back(isMine(output.scriptPubKey));
    return plan;
}

SpeedUpResult Wallet::Impl::planSpeedUp(const SpeedUpRequest& request, std::int32_t chainHeight) const {
    const WalletTransaction* known = ledger.find(request.txid);
    if (!known || isHidden(*known) || isProposal(*known)) return notSpedUp(SpeedUpError::NotFound);
    const WalletTransaction entry = ledger.shown(*known);
    const Transaction& transaction = *entry.transaction;
    std::optional<TxId> builder;
    SpeedUpCase waiting;
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        const primitives::OutPoint outpoint{request.txid, i};
        if (const auto spender = ledger.activeSpenderOf(outpoint)) builder = spender;
        waiting.hasSpendableOutput = waiting.hasSpendableOutput || ledger.unspent().contains(outpoint);
    }
    const bool isReplaceOnly = request.deed != SpeedUpRequest::Deed::SpeedUp;
    if (isReplaceOnly && builder) return fail(SpeedUpFailure{SpeedUpError::OwnBuildsOn, {}, {}, builder});
    if (entry.state == TxState::Confirmed) return notSpedUp(SpeedUpError::Confirmed);
    if (entry.state != TxState::Waiting) return notSpedUp(SpeedUpError::NotWaiting);
    waiting.spendsOnlyOwn = entry.fee.has_value();
    waiting.isReplaceable = !request.needsSignal || signalsReplacement(transaction);
    waiting.isSpentByOthers = std::ranges::any_of(
        request.family.descendants, [this](const TxId& txid) { return ledger.find(txid) == nullptr; });
    if (isReplaceOnly) {
        if (!waiting.isReplaceable) return notSpedUp(SpeedUpError::NotReplaceable);
        if (!waiting.spendsOnlyOwn) return notSpedUp(SpeedUpError::NotOurs);
        if (waiting.isSpentByOthers) return notSpedUp(SpeedUpError::OthersBuildOn);
        return planReplacement(request, entry, chainHeight);
    }
    waiting.spendsOnlyOwn = waiting.spendsOnlyOwn && !builder;
    waiting.hasSpendableOutput = waiting.hasSpendableOutput && !entry.absence;
    switch (speedUpWay(waiting)) {
    case SpeedUpWay::Replace:
        return planReplacement(request, entry, chainHeight);
    case SpeedUpWay::Child:
        return planChildOf(request, entry, chainHeight);
    case SpeedUpWay::Impossible:
        break;
    }
    if (builder) return fail(SpeedUpFailure{SpeedUpError::OwnBuildsOn, {}, {}, builder});
    if (waiting.isSpentByOthers && waiting.spendsOnlyOwn) return notSpedUp(SpeedUpError::OthersBuildOn);
    return notSpedUp(entry.absence ? SpeedUpError::NotInMempool : SpeedUpError::NotOurs);
}

} // namespace wallet
