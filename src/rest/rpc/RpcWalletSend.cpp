// JSON-RPC: payments in one call, `send`, and what others are made of. What is answered as sent is recorded
// in the wallet first (node::WalletService).
#include "rest/rpc/RpcWalletSend.h"

#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcFunding.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcSpending.h"
#include "rest/rpc/RpcWalletCall.h"
#include "util/Hex.h"
#include "wallet/TxSize.h"

#include <algorithm>

namespace rest {

namespace {

constexpr primitives::Amount kMostPaidFee(10'000'000); ///< as Core's usual -maxtxfee
constexpr std::int32_t kUsualTxVersion = 2;

using Paid = Result<node::SentPayment, node::PayFailure>;
using Plan = node::WalletService::Plan;

auto sendRefused(int code, const QString& sentence) {
    return fail(RpcError{code, sentence});
}

std::int64_t spendFeeOf(const wallet::WalletCoin& coin, std::int64_t feePerKvB) {
    const std::int64_t weight = wallet::inputWeight(coin.size);
    return (weight * feePerKvB + 3'999) / 4'000;
}

} // namespace

Plan planOf(const SendWish& wish, const wallet::Wallet& wallet, std::int32_t best) {
    const auto failed = [](const wallet::PaymentFailure& why) {
        return fail(node::PayFailure{why.error, why.available, why.needed, {}, why.coins});
    };
    auto draft = wallet.draft(wish.request, best);
    if (draft && wish.leavesUneconomic) {
        wallet::PaymentRequest request = wish.request;
        for (const wallet::WalletCoin& coin : draft->inputs)
            if (coin.output.value.satoshi() > spendFeeOf(coin, request.feePerKvB))
                request.onlyFrom.push_back(coin.outpoint);
        if (request.onlyFrom.empty()) return failed({wallet::PaymentError::InsufficientFunds, {}, {}});
        draft = wallet.draft(request, best);
    }
    if (!draft) return failed(draft.error());
    if (draft->fee > kMostPaidFee) return failed({wallet::PaymentError::FeeTooHigh, {}, {}});
    draft->parts.version = wish.version;
    for (auto& input : draft->parts.inputs) {
        const auto named = wish.sequences.find(input.previous);
        if (named != wish.sequences.end()) input.sequence = named->second;
    }
    return *draft;
}

namespace {

QString rateText(std::int64_t feePerKvB) {
    return QStringLiteral("%1.%2").arg(feePerKvB / 1'000).arg(feePerKvB % 1'000, 3, 10, QLatin1Char('0'));
}

} // namespace

RpcError sendFailed(const node::PayFailure& failure, const SendWish& wish, int wrongRate) {
    using enum wallet::PaymentError;
    const auto& request = wish.request;
    if (failure.error == FeeTooLow)
        return {wrongRate, QStringLiteral("Fee rate (%1 sat/vB) is lower than the minimum fee rate setting "
                                          "(%2 sat/vB)")
                               .arg(rateText(request.feePerKvB), rateText(request.leastFeePerKvB))};
    if (failure.error == FeeTooHigh)
        return {kWalletMisc,
                QStringLiteral("Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)")};
    if (failure.error == InsufficientFunds && !request.always.empty() && !request.addCoins)
        return {kWalletMisc,
                QStringLiteral("The preselected coins total amount does not cover the transaction target. "
                               "Please allow other inputs to be automatically selected or include more coins "
                               "manually")};
    return refusedPayment(failure);
}

QFuture<Paid> payWish(const RouteContext& context, const RpcCall& call, const SendWish& wish) {
    return walletOf(context, call)
        .pay([wish](const wallet::Wallet& wallet, std::int32_t best) { return planOf(wish, wallet, best); },
             QString::fromStdString(wish.note));
}

std::optional<RpcError> readRate(const RouteContext& context, wallet::PaymentRequest& request,
                                 const JsonValue& options) {
    const auto rate = feeRateOf(context, options);
    if (!rate) return rate.error();
    request.feePerKvB = *rate;
    request.leastFeePerKvB = context.node.settings().amount(QStringLiteral("minimum_fee")).satoshi();
    return std::nullopt;
}

JsonValue rateOptions(const RpcCall& call, std::size_t target, std::size_t mode, std::size_t rate) {
    std::vector<JsonValue::Member> out;
    if (call.params.has(target)) out.push_back({"conf_target", *call.params.at(target)});
    if (call.params.has(mode)) out.push_back({"estimate_mode", *call.params.at(mode)});
    if (call.params.has(rate)) out.push_back({"fee_rate", *call.params.at(rate)});
    return JsonValue::object(std::move(out));
}

std::optional<RpcError> readFeePayers(wallet::PaymentRequest& request, const JsonValue& list,
                                      const script::AddressFormat& addresses) {
    const auto refuse = [](const QString& what) {
        return RpcError{rpc::kBadParameter,
                        QStringLiteral("Invalid parameter 'subtract fee from output', %1").arg(what)};
    };
    for (const JsonValue& item : list.items()) {
        std::int64_t place = 0;
        if (item.isString()) {
            const auto script = script::scriptFromAddress(item.text(), addresses);
            const auto found = std::ranges::find_if(request.recipients, [&](const auto& recipient) {
                return script && recipient.scriptPubKey == *script;
            });
            if (found == request.recipients.end())
                return refuse(QStringLiteral("destination %1 not found in tx outputs")
                                  .arg(QString::fromStdString(item.text().substr(0, 100))));
            place = found - request.recipients.begin();
        } else if (item.integer()) {
            place = *item.integer();
        } else {
            return refuse(QStringLiteral("invalid value type: %1").arg(QLatin1String(item.typeName())));
        }
        if (place < 0) return refuse(QStringLiteral("negative position: %1").arg(place));
        if (place >= std::int64_t(request.recipients.size()))
            return refuse(QStringLiteral("position too large: %1").arg(place));
        if (std::ranges::find(request.feeFrom, std::size_t(place)) != request.feeFrom.end())
            return refuse(QStringLiteral("duplicated position: %1").arg(place));
        request.feeFrom.push_back(std::size_t(place));
    }
    return std::nullopt;
}

namespace {

/// Options in the names of `send`.
const std::vector<RpcParameter>& sendRows() {
    static const std::vector<RpcParameter> kRows = {{"add_inputs", RpcType::Flag, kOptional},
                                                    {"include_unsafe", RpcType::Flag, kOptional},
                                                    {"minconf", RpcType::Integer, kOptional},
                                                    {"maxconf", RpcType::Integer, kOptional},
                                                    {"add_to_wallet", RpcType::Flag, kOptional},
                                                    {"change_address", RpcType::Text, kOptional},
                                                    {"change_position", RpcType::Integer, kOptional},
                                                    {"change_type", RpcType::Text, kOptional},
                                                    kFeeRate,
                                                    {"include_watching", RpcType::Flag, kOptional},
                                                    {"inputs", RpcType::Array, kOptional},
                                                    {"locktime", RpcType::Integer, kOptional},
                                                    {"lock_unspents", RpcType::Flag, kOptional},
                                                    {"psbt", RpcType::Flag, kOptional},
                                                    {"subtract_fee_from_outputs", RpcType::Array, kOptional},
                                                    kConfTarget,
                                                    kEstimateMode,
                                                    {"replaceable", RpcType::Flag, kOptional},
                                                    {"solving_data", RpcType::Object, kOptional},
                                                    {"max_tx_weight", RpcType::Integer, kOptional},
                                                    {"version", RpcType::Integer, kOptional}};
    return kRows;
}
} // namespace

Result<JsonValue, RpcError> sendOptionsOf(const RpcCall& call, const std::vector<RpcParameter>& rows) {
    const JsonValue given = call.params.has(4) ? *call.params.at(4) : JsonValue::object({});
    const auto has = [&](const char* name) {
        const JsonValue* value = given.find(name);
        return value != nullptr && !value->isNull();
    };
    if ((call.params.has(1) || call.params.has(2)) && (has("conf_target") || has("estimate_mode")))
        return sendRefused(rpc::kBadParameter,
                           QStringLiteral("Pass conf_target and estimate_mode either as arguments or in the "
                                          "options object, but not both"));
    if (call.params.has(3) && has("fee_rate"))
        return sendRefused(rpc::kBadParameter,
                           QStringLiteral("Pass the fee_rate either as an argument, or in the options "
                                          "object, but not both"));
    if (given.find("feeRate") != nullptr)
        return sendRefused(rpc::kBadParameter, QStringLiteral("Use fee_rate (sat/vB) instead of feeRate"));
    if (auto wrong = wrongMembers(given, rows, true)) return fail(std::move(*wrong));
    std::vector<JsonValue::Member> out;
    for (const auto& member : given.members())
        if (!member.value.isNull()) out.push_back(member);
    const JsonValue rates = rateOptions(call, 1, 2, 3);
    for (const auto& member : rates.members())
        out.push_back(member);
    return JsonValue::object(std::move(out));
}

namespace {

/// The same under the names of the funding calls, without what they do not know.
JsonValue fundingOptionsOf(const JsonValue& options) {
    static constexpr std::pair<const char*, const char*> kNames[] = {{"change_address", "changeAddress"},
                                                                     {"change_position", "changePosition"},
                                                                     {"include_watching", "includeWatching"},
                                                                     {"lock_unspents", "lockUnspents"}};
    std::vector<JsonValue::Member> out;
    for (const auto& [name, value] : options.members()) {
        if (isOneOf(name, "add_to_wallet|inputs|locktime|psbt|subtract_fee_from_outputs|version|send_max"))
            continue;
        const auto* const found =
            std::ranges::find_if(kNames, [&name = name](const auto& pair) { return name == pair.first; });
        out.push_back({found != std::end(kNames) ? found->second : name, value});
    }
    return JsonValue::object(std::move(out));
}

} // namespace

std::optional<RpcError> readForm(SendWish& wish, const JsonValue& options,
                                 std::optional<std::int64_t> version) {
    const auto number = [&](const char* name) {
        const JsonValue* value = options.find(name);
        return value != nullptr ? value->integer() : std::nullopt;
    };
    if (!version) version = number("version");
    if (version && (*version < 1 || *version > 3))
        return RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter, version out of range(1~3)")};
    wish.version = std::int32_t(version.value_or(kUsualTxVersion));
    const auto lockTime = number("locktime");
    if (lockTime && (*lockTime < 0 || *lockTime > 0xffffffff))
        return RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter, locktime out of range")};
    wish.request.locksToHeight = !lockTime;
    wish.request.lockTime = std::uint32_t(lockTime.value_or(0));
    wish.onlyPsbt = flagMember(options, "psbt", false);
    wish.keepsCoins = flagMember(options, "lock_unspents", false);
    wish.isRecorded = flagMember(options, "add_to_wallet", true);
    const JsonValue* list = options.find("inputs");
    if (list == nullptr) return std::nullopt;
    for (const JsonValue& item : list->items()) {
        const auto outpoint = outPointOf(item);
        if (!outpoint) return outpoint.error();
        const auto sequence =
            numberOf(item, "sequence", "Invalid parameter, sequence number is out of range");
        if (!sequence) return sequence.error();
        wish.request.always.push_back(*outpoint);
        if (*sequence) wish.sequences.emplace(*outpoint, **sequence);
        if (*sequence == primitives::kSequenceFinal) wish.request.locksToHeight = false;
    }
    return std::nullopt;
}

namespace {

/// Nothing goes out: the caller gets what is signed as far as this wallet can.
RpcHandled giveUnsent(const RouteContext& context, const RpcCall& call, const SendWish& wish, int wrongRate) {
    return askAndKeep(context, call, wish.keepsCoins,
                      [wish, wrongRate](const wallet::Wallet& wallet, std::int32_t best) -> KeptAnswer {
                          const Plan plan = planOf(wish, wallet, best);
                          if (!plan) return fail(sendFailed(plan.error(), wish, wrongRate));
                          auto psbt = wallet::Psbt::of(primitives::Transaction(plan->parts), 0);
                          const bool signs = !wallet.isWatchOnly() && !wallet.isLocked();
                          if (auto error = processWith(psbt, wallet, {{}, signs, true, true}))
                              return fail(*error);
                          const wallet::PsbtSigner signer(psbt);
                          const bool isComplete = signer.isComplete();
                          JsonWriter json;
                          json.beginObject();
                          if (isComplete) {
                              const auto transaction = signer.extract();
                              json.member("txid", transaction.txid());
                              if (!wish.onlyPsbt || !wish.isRecorded)
                                  json.member("hex", util::toHex(transaction.serialize()));
                          }
                          json.member("psbt", wallet::toBase64(psbt)).member("complete", isComplete);
                          return std::pair(json.endObject().take(),
                                           coinsOf(primitives::Transaction(plan->parts)));
                      });
}

} // namespace

RpcHandled sendOrGive(const RouteContext& context, const RpcCall& call, const SendWish& wish, int wrongRate) {
    if (wish.onlyPsbt || !wish.isRecorded) return giveUnsent(context, call, wish, wrongRate);
    call.then(context, payWish(context, call, wish), [context, call, wish, wrongRate](const Paid& sent) {
        using enum wallet::PaymentError;
        if (!sent && (sent.error().error == NoKey || sent.error().error == Locked))
            return void(giveUnsent(context, call, wish, wrongRate)); // others have the keys
        if (!sent) return call.reply(fail(sendFailed(sent.error(), wish, wrongRate)));
        JsonWriter json;
        json.beginObject().member("txid", sent->transaction->txid()).member("complete", true);
        call.reply(json.endObject().take());
    });
    return {};
}

namespace {

RpcHandled send(const RouteContext& context, const RpcCall& call) {
    const auto options = sendOptionsOf(call, sendRows());
    if (!options) return fail(options.error());
    const auto& addresses = context.node.params().addresses;
    const auto outputs = outputsOf(*call.params.at(0), addresses);
    if (!outputs) return fail(outputs.error());
    std::optional<std::int64_t> version;
    if (call.params.has(5)) version = call.params.at(5)->integer();
    SendWish form;
    if (auto error = readForm(form, *options, version)) return fail(*error);
    primitives::TransactionParts parts;
    parts.outputs = *outputs;
    for (const auto& outpoint : form.request.always)
        parts.inputs.push_back({outpoint, {}, primitives::kSequenceFinal, {}});
    auto request =
        fundingRequestOf(context, primitives::Transaction(std::move(parts)), fundingOptionsOf(*options));
    if (!request) return fail(request.error());
    SendWish wish = form;
    wish.request = std::move(*request);
    wish.request.locksToHeight = form.request.locksToHeight;
    wish.request.lockTime = form.request.lockTime;
    wish.request.leastFeePerKvB = context.node.settings().amount(QStringLiteral("minimum_fee")).satoshi();
    if (const JsonValue* list = options->find("subtract_fee_from_outputs"))
        if (auto error = readFeePayers(wish.request, *list, addresses)) return fail(*error);
    return sendOrGive(context, call, wish, kWalletMisc);
}

} // namespace

std::vector<RpcMethod> rpcWalletSendMethods() {
    const char* group = "Wallet";
    const char* spend = "spend";
    return {
        {group,
         "send",
         {{"outputs", RpcType::Other},
          kConfTarget,
          kEstimateMode,
          kFeeRate,
          namedOptions(
              "add_inputs|include_unsafe|minconf|maxconf|add_to_wallet|change_address|change_position|"
              "change_type|include_watching|inputs|locktime|lock_unspents|psbt|"
              "subtract_fee_from_outputs|replaceable|solving_data|max_tx_weight"),
          {"version", RpcType::Integer, kOptional}},
         true,
         "Pays from the wallet; a PSBT where others have to sign, or where it is asked for.",
         send,
         spend},
    };
}

} // namespace rest
