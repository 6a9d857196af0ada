// JSON-RPC: payments that wait are replaced by ones that pay more.
#include "crypto/Random.h"
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcFunding.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcPsbt.h"
#include "rest/rpc/RpcWalletCall.h"
#include "wallet/TxSize.h"
#include "wallet/coins/FeeBump.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::int64_t kIncrementalPerKvB = 1'000;

/// What a bump is asked for.
struct BumpWish {
    primitives::TxId txid;
    std::optional<std::int64_t> feePerKvB;
    std::int64_t usualPerKvB = 0; ///< where no rate is named: this, or just enough
    bool isReplaceable = true;
    std::vector<primitives::TxOut> outputs; ///< in place of those of the payment
    std::optional<std::size_t> changeIndex;
    std::uint32_t psbtVersion = 2;
    std::int32_t coinbaseMaturity = 0;
};

RpcError notBumped(const char* sentence, int code = kWalletMisc) {
    return {code, QString::fromLatin1(sentence)};
}

Result<BumpWish, RpcError> bumpWishOf(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    BumpWish out;
    out.txid = *txid;
    out.coinbaseMaturity = context.node.params().rules().coinbaseMaturity;
    const JsonValue options = call.params.has(1) ? *call.params.at(1) : JsonValue::object({});
    const std::vector<RpcParameter> rows = {
        {"conf_target", RpcType::Integer, kOptional}, {"fee_rate", RpcType::Other, kOptional},
        {"replaceable", RpcType::Flag, kOptional},    {"estimate_mode", RpcType::Text, kOptional},
        {"outputs", RpcType::Other, kOptional},       {"original_change_index", RpcType::Integer, kOptional},
        {"psbt_version", RpcType::Integer, kOptional}};
    if (auto wrong = wrongMembers(options, rows, true)) return fail(std::move(*wrong));
    const auto rate = feeRateOf(context, options);
    if (!rate) return fail(rate.error());
    const bool isNamed = options.find("fee_rate") != nullptr || options.find("conf_target") != nullptr;
    if (isNamed) out.feePerKvB = *rate;
    out.usualPerKvB = *rate;
    out.isReplaceable = flagMember(options, "replaceable", true);
    if (const JsonValue* outputs = options.find("outputs")) {
        if (outputs->isArray() && outputs->items().empty())
            return fail(
                notBumped("Invalid parameter, output argument cannot be an empty array", rpc::kBadParameter));
        auto read = outputsOf(*outputs, context.node.params().addresses);
        if (!read) return fail(read.error());
        out.outputs = std::move(*read);
    }
    if (const JsonValue* index = options.find("original_change_index")) {
        if (!out.outputs.empty())
            return fail(
                notBumped("The options 'outputs' and 'original_change_index' are incompatible. You can "
                          "only either specify a new set of outputs, or designate a change output to "
                          "be recycled.",
                          rpc::kBadParameter));
        out.changeIndex = std::size_t(std::max<std::int64_t>(index->integer().value_or(-1), -1));
    }
    const JsonValue* version = options.find("psbt_version");
    const auto number = version != nullptr ? version->integer() : std::optional<std::int64_t>(2);
    if (number != 0 && number != 2)
        return fail(notBumped("The PSBT version can only be 2 or 0", rpc::kBadParameter));
    out.psbtVersion = std::uint32_t(*number);
    return out;
}

/// What keeps the payment from being replaced.
std::optional<RpcError> fixedBy(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) {
    const primitives::Transaction& transaction = *entry.transaction;
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        if (wallet.spenderOf({transaction.txid(), i}))
            return notBumped("Transaction has descendants in the wallet", rpc::kBadParameter);
    }
    if (entry.state != wallet::TxState::Waiting)
        return notBumped("Transaction has been mined, or is conflicted with a mined transaction");
    const bool isReplaceable = std::ranges::any_of(transaction.inputs(), [](const primitives::TxIn& input) {
        return input.sequence <= primitives::kSequenceReplaceable;
    });
    if (!isReplaceable) return notBumped("Transaction is not BIP 125 replaceable");
    if (!entry.fee) return notBumped("Transaction contains inputs that don't belong to this wallet");
    return std::nullopt;
}

/// Confirmed coins that may be added.
std::vector<wallet::WalletCoin> coinsToAdd(const wallet::Wallet& wallet, std::int32_t best,
                                           std::int32_t maturity) {
    std::vector<wallet::WalletCoin> out;
    for (const wallet::WalletCoin& coin : wallet.coins()) {
        const bool isMature = !coin.fromCoinbase || best - coin.height + 1 >= maturity;
        if (coin.height < 0 || !isMature) continue;
        out.push_back(coin);
        out.back().size = wallet.keychain().spendSize(coin.path);
    }
    return out;
}

std::vector<wallet::ChoiceCoin> asChoices(const std::vector<wallet::WalletCoin>& coins,
                                          std::int64_t feePerKvB) {
    std::vector<wallet::ChoiceCoin> out;
    for (const wallet::WalletCoin& coin : coins) {
        wallet::ChoiceCoin choice;
        choice.weight = wallet::inputWeight(coin.size);
        choice.fee = choice.laterFee = wallet::feeFor(primitives::vsizeOf(choice.weight), feePerKvB);
        choice.value = coin.output.value - choice.fee;
        out.push_back(choice);
    }
    return out;
}

/// Where change goes that the payment has none of.
wallet::BumpChange freshChange(const wallet::Wallet& wallet, std::int64_t feePerKvB) {
    const auto& keychain = wallet.keychain();
    for (const wallet::KeyChain chain : {wallet::KeyChain::Change, wallet::KeyChain::Receive}) {
        const auto from = keychain.active(wallet::kUsualType, chain);
        if (!from) continue;
        const wallet::WalletAddress& address = keychain.next(*from);
        const auto weight = wallet::inputWeight(keychain.spendSize(address.path));
        const auto least = std::max(wallet::dustLimit(address.scriptPubKey),
                                    wallet::feeFor(primitives::vsizeOf(weight), feePerKvB));
        return {address.scriptPubKey, least, weight};
    }
    return {};
}

struct Bumped {
    primitives::Transaction transaction;
    primitives::Amount before, fee;
};

Result<std::optional<std::size_t>, RpcError> changeOf(const wallet::Wallet& wallet, const BumpWish& wish,
                                                      const primitives::Transaction& transaction) {
    if (wish.changeIndex && *wish.changeIndex >= transaction.outputs().size())
        return fail(notBumped("Change position is out of range", rpc::kBadParameter));
    if (wish.changeIndex) return wish.changeIndex;
    for (std::size_t i = 0; i < transaction.outputs().size(); ++i) {
        const auto own = wallet.addressOf(transaction.outputs()[i].scriptPubKey);
        if (own && own->chain == wallet::KeyChain::Change) return std::optional(i);
    }
    return std::optional<std::size_t>();
}

RpcError bumpFailed(const wallet::BumpFailure& failure, const wallet::WaitingPayment& payment) {
    const auto text = [](primitives::Amount amount) { return QString::fromStdString(toDecimal(amount)); };
    if (failure.error != wallet::BumpError::RateNotHigher)
        return notBumped("Unable to create transaction. Insufficient funds");
    return {rpc::kBadParameter,
            QStringLiteral("Insufficient total fee %1, must be at least %2 (oldFee %3 + incrementalFee %4)")
                .arg(text(payment.fee()), text(failure.needed), text(payment.fee()),
                     text(failure.needed - payment.fee()))};
}

Result<Bumped, RpcError> bumped(const wallet::Wallet& wallet, std::int32_t best, const BumpWish& wish) {
    const auto entry = wallet.transaction(wish.txid);
    if (!entry) return fail(notBumped("Invalid or non-wallet transaction id", rpc::kNotFound));
    if (auto error = fixedBy(wallet, *entry)) return fail(std::move(*error));
    const primitives::Transaction& before = *entry->transaction;
    const auto change = changeOf(wallet, wish, before);
    if (!change) return fail(change.error());

    wallet::WaitingPayment payment{before.outputs(), *change, entry->spent, before.weight(), *entry->fee};
    const std::int64_t oldRate = entry->fee->satoshi() * 1000 / before.vsize();
    wallet::BumpRates rates{
        wish.feePerKvB.value_or(std::max(wish.usualPerKvB, oldRate + 2 * kIncrementalPerKvB)),
        kIncrementalPerKvB};
    if (!wish.outputs.empty()) {
        for (const auto* side : {&before.outputs(), &wish.outputs}) {
            const int sign = side == &wish.outputs ? 1 : -1;
            for (const auto& output : *side)
                payment.weight += sign * primitives::kWitnessScale *
                                  std::int64_t(primitives::outputSize(output.scriptPubKey.size()));
        }
        payment.outputs = wish.outputs;
        payment.changeOutput.reset();
    }
    const auto coins = coinsToAdd(wallet, best, wish.coinbaseMaturity);
    const auto plan = wallet::planBump(payment, rates, freshChange(wallet, rates.feePerKvB),
                                       asChoices(coins, rates.feePerKvB), crypto::randomBelow);
    if (!plan) return fail(bumpFailed(plan.error(), payment));
    primitives::TransactionParts parts{before.version(), {}, plan->outputs, before.lockTime()};
    const std::uint32_t sequence =
        wish.isReplaceable ? primitives::kSequenceReplaceable : primitives::kSequenceReplaceable + 1;
    for (const auto& input : before.inputs())
        parts.inputs.push_back({input.previous, {}, sequence, {}});
    for (const std::size_t i : plan->added)
        parts.inputs.push_back({coins[i].outpoint, {}, sequence, {}});
    return Bumped{primitives::Transaction(std::move(parts)), *entry->fee, plan->fee};
}

QByteArray bumpedJson(const char* name, const std::string& value, const Bumped& made) {
    return JsonWriter()
        .beginObject()
        .member(name, value)
        .member("origfee", made.before)
        .member("fee", made.fee)
        .key("errors")
        .beginArray()
        .endArray()
        .endObject()
        .take();
}

RpcHandled psbtBumpFee(const RouteContext& context, const RpcCall& call) {
    const auto wish = bumpWishOf(context, call);
    if (!wish) return fail(wish.error());
    return askWallet(context, call,
                     [wish = *wish](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
                         const auto made = bumped(wallet, best, wish);
                         if (!made) return fail(made.error());
                         wallet::Psbt psbt = wallet::Psbt::of(made->transaction, wish.psbtVersion);
                         if (auto error = processWith(psbt, wallet, {{}, false, true, false}))
                             return fail(std::move(*error));
                         return bumpedJson("psbt", wallet::toBase64(psbt), *made);
                     });
}

} // namespace

std::vector<RpcMethod> rpcBumpMethods() {
    return {
        {"Wallet",
         "psbtbumpfee",
         {{"txid", RpcType::Hash},
          namedOptions(
              "conf_target|fee_rate|replaceable|estimate_mode|outputs|original_change_index|psbt_version")},
         true,
         "A PSBT that replaces a payment that waits, and pays more: from its change, then with more coins.",
         psbtBumpFee,
         "wallet"},
    };
}

} // namespace rest
