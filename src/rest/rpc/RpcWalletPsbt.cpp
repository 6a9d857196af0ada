// JSON-RPC: transactions that the wallet puts coins into, and partially signed ones that it fills in.
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcFunding.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcPsbt.h"
#include "rest/rpc/RpcSpending.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletSend.h"
#include "util/Decimal.h"
#include "util/Hex.h"
#include "wallet/TxSize.h"
#include "wallet/psbt/PsbtRoles.h"

#include <algorithm>

namespace rest {

namespace {

using wallet::Psbt;

auto fundingRefused(const char* sentence, int code = rpc::kBadParameter) {
    return fail(RpcError{code, QString::fromLatin1(sentence)});
}

RpcHandled walletProcessPsbt(const RouteContext& context, const RpcCall& call) {
    auto psbt = psbtOf(call, 0);
    if (!psbt) return fail(psbt.error());
    wallet::PsbtSigning options;
    const auto signs = call.params.flag(1, true);
    const auto withOrigins = call.params.flag(3, true);
    const auto finalizes = call.params.flag(4, true);
    if (!signs) return fail(signs.error());
    if (!withOrigins) return fail(withOrigins.error());
    if (!finalizes) return fail(finalizes.error());
    if (call.params.has(2)) {
        const auto type = sigHashTypeOf(call, 2);
        if (!type) return fail(type.error());
        options.sigHashType = *type;
    }
    options.sign = *signs;
    options.withOrigins = *withOrigins;
    options.finalize = *finalizes;
    return askWallet(
        context, call,
        [psbt = std::move(*psbt), options](const wallet::Wallet& wallet, std::int32_t) mutable -> RpcResult {
            if (auto error = processWith(psbt, wallet, options)) return fail(std::move(*error));
            return processedJson(psbt);
        });
}

// --- fees

/// Satoshi a virtual byte with three decimals at most, as text or number.
Result<std::int64_t, RpcError> satoshiRateOf(const JsonValue& value) {
    if (!value.isString() && !value.isNumber())
        return fundingRefused("Amount is not a number or string", rpc::kType);
    const auto rate = util::fixedPoint(value.text(), 3);
    if (!rate) return fundingRefused("Invalid amount", rpc::kType);
    if (*rate < 0 || *rate > primitives::Amount::kMax)
        return fundingRefused("Amount out of range", rpc::kType);
    return *rate;
}

// --- funding

/// The options of Core's funding calls; those with a name in snake_case, too.
const std::vector<RpcParameter>& fundingRows() {
    static const std::vector<RpcParameter> kRows = {
        {"add_inputs", RpcType::Flag, kOptional},
        {"include_unsafe", RpcType::Flag, kOptional},
        {"minconf", RpcType::Integer, kOptional},
        {"maxconf", RpcType::Integer, kOptional},
        {"changeAddress", RpcType::Text, kOptional},
        {"changePosition", RpcType::Integer, kOptional},
        {"change_type", RpcType::Text, kOptional},
        {"includeWatching", RpcType::Flag, kOptional},
        {"lockUnspents", RpcType::Flag, kOptional},
        {"subtractFeeFromOutputs", RpcType::Array, kOptional},
        {"feeRate", RpcType::Other, kOptional},
        {"replaceable", RpcType::Flag, kOptional},
        {"input_weights", RpcType::Array, kOptional},
        {"solving_data", RpcType::Object, kOptional},
        {"max_tx_weight", RpcType::Integer, kOptional},
        kConfTarget,
        kEstimateMode,
        kFeeRate,
    };
    return kRows;
}
constexpr const char* kFundingMembers =
    "add_inputs|include_unsafe|minconf|maxconf|changeAddress|changePosition|change_type|includeWatching|"
    "lockUnspents|fee_rate|feeRate|subtractFeeFromOutputs|replaceable|conf_target|estimate_mode|input_"
    "weights|"
    "solving_data|max_tx_weight";

std::optional<std::int64_t> integerMember(const JsonValue& options, const char* name) {
    const JsonValue* value = options.find(name);
    return value != nullptr ? value->integer() : std::nullopt;
}

std::optional<RpcError> readConfirmations(wallet::PaymentRequest& request, const JsonValue& options) {
    const auto least = integerMember(options, "minconf").value_or(0);
    const auto most = integerMember(options, "maxconf").value_or(request.mostConfirmations);
    if (least < 0) return RpcError{rpc::kBadParameter, QStringLiteral("Negative minconf")};
    if (most < least)
        return RpcError{rpc::kBadParameter,
                        QStringLiteral("maxconf can't be lower than minconf: %1 < %2").arg(most).arg(least)};
    constexpr std::int64_t kMost = 9'999'999;
    request.leastConfirmations = std::int32_t(std::min(least, kMost));
    request.mostConfirmations = std::int32_t(std::min(most, kMost));
    return std::nullopt;
}

std::optional<RpcError> readChange(wallet::PaymentRequest& request, const JsonValue& options,
                                   const script::AddressFormat& addresses) {
    if (const JsonValue* address = options.find("changeAddress")) {
        if (options.find("change_type") != nullptr)
            return RpcError{rpc::kBadParameter,
                            QStringLiteral("Cannot specify both change address and address type options")};
        const auto script = script::scriptFromAddress(address->text(), addresses);
        if (!script)
            return RpcError{rpc::kNotFound, QStringLiteral("Change address must be a valid bitcoin address")};
        request.changeScript = *script;
    }
    if (const JsonValue* type = options.find("change_type")) {
        request.changeType = addressTypeOf(type->text());
        if (!request.changeType)
            return RpcError{rpc::kNotFound, QStringLiteral("Unknown change type '%1'")
                                                .arg(QString::fromStdString(type->text().substr(0, 40)))};
    }
    if (const auto position = integerMember(options, "changePosition")) {
        if (*position < 0 || *position > std::int64_t(request.recipients.size()))
            return RpcError{rpc::kBadParameter, QStringLiteral("changePosition out of bounds")};
        request.changePosition = std::size_t(*position);
    }
    return std::nullopt;
}

std::optional<RpcError> readFeeFrom(wallet::PaymentRequest& request, const JsonValue& options) {
    const JsonValue* list = options.find("subtractFeeFromOutputs");
    if (list == nullptr) return std::nullopt;
    for (const JsonValue& item : list->items()) {
        const auto place = item.integer();
        const auto refuse = [&](const char* sentence) {
            return RpcError{rpc::kBadParameter,
                            QString::fromLatin1(sentence).arg(QString::fromStdString(item.text()))};
        };
        if (!place) return RpcError{rpc::kType, QStringLiteral("JSON integer out of range")};
        if (*place < 0) return refuse("Invalid parameter, negative position: %1");
        if (*place >= std::int64_t(request.recipients.size()))
            return refuse("Invalid parameter, position too large: %1");
        if (std::ranges::find(request.feeFrom, std::size_t(*place)) != request.feeFrom.end())
            return refuse("Invalid parameter, duplicated position: %1");
        request.feeFrom.push_back(std::size_t(*place));
    }
    return std::nullopt;
}

/// What other programs can do and this one cannot: said, not passed over.
std::optional<RpcError> notSupported(const JsonValue& options) {
    for (const char* name : {"input_weights", "solving_data"}) {
        if (options.find(name) == nullptr) continue;
        return RpcError{rpc::kBadParameter,
                        QStringLiteral("The option %1 is not known here.").arg(QLatin1String(name))};
    }
    return std::nullopt;
}

/// Of the whole transaction; what was there before, and change, have to fit.
std::optional<RpcError> readWeight(wallet::PaymentRequest& request, const JsonValue& options) {
    constexpr std::int64_t kLeast = 260; // of 65 bytes without witness, as Core
    constexpr std::int64_t kChangeWeight = 124;
    const auto refuse = [](const QString& sentence) { return RpcError{kWalletMisc, sentence}; };
    const auto most = integerMember(options, "max_tx_weight");
    if (!most) return std::nullopt;
    if (*most < kLeast || *most > wallet::kMaxTransactionWeight)
        return refuse(QStringLiteral("Maximum transaction weight must be between %1 and %2")
                          .arg(kLeast)
                          .arg(wallet::kMaxTransactionWeight));
    std::vector<primitives::TxOut> outputs;
    for (const auto& recipient : request.recipients)
        outputs.push_back({recipient.amount, recipient.scriptPubKey});
    constexpr std::int64_t kWitnessMark = 4; // as Core counts it: a whole byte
    const std::int64_t bare = wallet::transactionWeight(wallet::InputSizes{}, outputs) + kWitnessMark;
    if (*most <= bare)
        return refuse(
            QStringLiteral("Maximum transaction weight is less than transaction weight without inputs"));
    if (*most < bare + kChangeWeight)
        return refuse(
            QStringLiteral("Maximum transaction weight is too low, can not accommodate change output"));
    request.maxWeight = *most;
    return std::nullopt;
}

RpcError fundingFailed(const wallet::PaymentFailure& failure, const wallet::PaymentRequest& request) {
    using enum wallet::PaymentError;
    const auto say = [](const char* sentence) {
        return RpcError{kWalletMisc, QString::fromLatin1(sentence)};
    };
    switch (failure.error) {
    case InsufficientFunds:
        return request.addCoins
                   ? say("Insufficient funds")
                   : say("The preselected coins total amount does not cover the transaction target. Please "
                         "allow other inputs to be automatically selected or include more coins manually");
    case CoinNotAvailable:
        return say("Unable to find UTXO for external input");
    case FeeTooHigh:
        return say("Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)");
    case AmountTooSmall:
        return say("Transaction amount too small");
    case AmountZero:
    case NoRecipient:
        return say("Transaction must have at least one recipient");
    case TooManyInputs:
        return say(
            "The inputs size exceeds the maximum weight. Please try sending a smaller amount or manually "
            "consolidating your wallet's UTXOs");
    default:
        return say("The transaction cannot be funded with these coins");
    }
}

struct Funded {
    primitives::Transaction transaction;
    primitives::Amount fee;
    std::int64_t changePosition = -1;
};

/// Inputs that were there keep their sequence numbers.
Result<Funded, RpcError> fundedBy(const wallet::Wallet& wallet, std::int32_t best,
                                  const primitives::Transaction& asked,
                                  const wallet::PaymentRequest& request) {
    auto draft = wallet.draft(request, best);
    if (!draft) return fail(fundingFailed(draft.error(), request));
    primitives::TransactionParts parts = std::move(draft->parts);
    parts.version = asked.version();
    for (std::size_t i = 0; i < asked.inputs().size() && i < parts.inputs.size(); ++i)
        parts.inputs[i].sequence = asked.inputs()[i].sequence;
    return Funded{primitives::Transaction(std::move(parts)), draft->fee,
                  draft->changeOutput ? std::int64_t(*draft->changeOutput) : -1};
}

RpcHandled fundRawTransaction(const RouteContext& context, const RpcCall& call) {
    const auto hex = call.params.text(0);
    if (!hex) return fail(hex.error());
    const auto isWitness = call.params.flag(2, false);
    if (!isWitness) return fail(isWitness.error());
    const auto form = !call.params.has(2) ? Serialisation::Either
                      : *isWitness        ? Serialisation::Witness
                                          : Serialisation::Legacy;
    const auto transaction = transactionFromHex(*hex, form);
    if (!transaction) return fail(RpcError{rpc::kDecode, QStringLiteral("TX decode failed")});
    const JsonValue given = call.params.has(1) ? *call.params.at(1) : JsonValue::object({});
    if (given.isBool())
        return fundingRefused("JSON value of type bool is not of expected type object", rpc::kType);
    auto request = fundingRequestOf(context, **transaction, given);
    if (!request) return fail(request.error());
    request->addCoins = flagMember(given, "add_inputs", true);
    return askAndKeep(context, call, flagMember(given, "lockUnspents", false),
                      [asked = *transaction, request = std::move(*request)](const wallet::Wallet& wallet,
                                                                            std::int32_t best) -> KeptAnswer {
                          const auto made = fundedBy(wallet, best, *asked, request);
                          if (!made) return fail(made.error());
                          JsonWriter json;
                          json.beginObject()
                              .member("hex", util::toHex(made->transaction.serialize()))
                              .member("fee", made->fee)
                              .member("changepos", made->changePosition)
                              .endObject();
                          return std::pair(json.take(), coinsOf(made->transaction));
                      });
}

RpcHandled walletCreateFundedPsbt(const RouteContext& context, const RpcCall& call) {
    const JsonValue options = call.params.has(3) ? *call.params.at(3) : JsonValue::object({});
    const auto withOrigins = call.params.flag(4, true);
    if (!withOrigins) return fail(withOrigins.error());
    const auto psbtVersion = psbtVersionOf(call, 6);
    if (!psbtVersion) return fail(psbtVersion.error());
    const std::optional<bool> replaceable = options.find("replaceable") != nullptr
                                                ? std::optional(flagMember(options, "replaceable", true))
                                                : std::nullopt;
    const auto asked = constructedTransaction(call, context.node.params().addresses, {replaceable, 5});
    if (!asked) return fail(asked.error());
    auto request = fundingRequestOf(context, *asked, options);
    if (!request) return fail(request.error());
    return askAndKeep(
        context, call, flagMember(options, "lockUnspents", false),
        [asked = *asked, request = std::move(*request), version = *psbtVersion,
         withOrigins = *withOrigins](const wallet::Wallet& wallet, std::int32_t best) -> KeptAnswer {
            const auto made = fundedBy(wallet, best, asked, request);
            if (!made) return fail(made.error());
            Psbt psbt = Psbt::of(made->transaction, version);
            if (auto error = processWith(psbt, wallet, {{}, false, withOrigins, false}))
                return fail(std::move(*error));
            JsonWriter json;
            json.beginObject()
                .member("psbt", wallet::toBase64(psbt))
                .member("fee", made->fee)
                .member("changepos", made->changePosition)
                .endObject();
            return std::pair(json.take(), coinsOf(made->transaction));
        });
}

} // namespace

std::vector<primitives::OutPoint> coinsOf(const primitives::Transaction& transaction) {
    std::vector<primitives::OutPoint> out;
    for (const auto& input : transaction.inputs())
        out.push_back(input.previous);
    return out;
}

RpcHandled askAndKeep(const RouteContext& context, const RpcCall& call, bool keeps,
                      std::function<KeptAnswer(const wallet::Wallet&, std::int32_t)> question) {
    const auto made = walletOf(context, call).ask(std::move(question));
    call.then(context, made, [context, call, keeps](const std::optional<KeptAnswer>& answer) {
        if (!answer) return call.reply(fail(noWallet(context.node.wallet().status()->problem)));
        if (!*answer) return call.reply(fail(answer->error()));
        const auto& [json, coins] = **answer;
        if (!keeps) return call.reply(json);
        call.then(context, walletOf(context, call).setFrozen(coins, true, wallet::Freeze::Session),
                  [reply = call.reply, json = json](const node::WalletAccess::Reply<void>& done) {
                      if (!done) return reply(fail(noWallet()));
                      if (*done) return reply(json);
                      reply(fail(RpcError{kWalletMisc, QStringLiteral("These coins cannot be locked.")}));
                  });
    });
    return {};
}

Result<wallet::PaymentRequest, RpcError> fundingRequestOf(const RouteContext& context,
                                                          const primitives::Transaction& transaction,
                                                          const JsonValue& options) {
    if (auto wrong = wrongMembers(options, fundingRows(), true)) return fail(std::move(*wrong));
    wallet::PaymentRequest request;
    for (const auto& output : transaction.outputs())
        request.recipients.push_back({output.scriptPubKey, output.value});
    for (const auto& input : transaction.inputs())
        request.always.push_back(input.previous);
    request.locksToHeight = false;
    request.lockTime = transaction.lockTime();
    request.addCoins = flagMember(options, "add_inputs", request.always.empty());
    request.unsafe = flagMember(options, "include_unsafe", false);
    request.replaceable = flagMember(options, "replaceable", true);
    request.leastFeePerKvB = 0;
    const auto rate = feeRateOf(context, options);
    if (!rate) return fail(rate.error());
    request.feePerKvB = *rate;
    if (auto error = readConfirmations(request, options)) return fail(std::move(*error));
    if (auto error = readChange(request, options, context.node.params().addresses))
        return fail(std::move(*error));
    if (auto error = readFeeFrom(request, options)) return fail(std::move(*error));
    if (auto error = readWeight(request, options)) return fail(std::move(*error));
    if (auto error = notSupported(options)) return fail(std::move(*error));
    return request;
}

std::optional<RpcError> processWith(Psbt& psbt, const wallet::Wallet& wallet,
                                    const wallet::PsbtSigning& options) {
    for (wallet::PsbtInput& input : psbt.inputs) {
        if (input.previousTransaction) continue;
        const auto known = wallet.transaction(input.previous.txid);
        if (known && input.previous.index < known->transaction->outputs().size())
            input.previousTransaction = known->transaction;
    }
    const auto data = wallet.spendingDataOf(wallet::scriptsAskedBy(psbt), options.sign);
    if (!data) return walletIsLocked();
    return process(psbt, *data, options);
}

bool flagMember(const JsonValue& options, const char* name, bool standard) {
    const JsonValue* value = options.find(name);
    return value != nullptr && value->isBool() ? value->flag() : standard;
}

Result<std::int64_t, RpcError> feeRateOf(const RouteContext& context, const JsonValue& options) {
    const auto given = [&](const char* name) {
        const JsonValue* value = options.find(name);
        return value != nullptr && !value->isNull() ? value : nullptr;
    };
    const JsonValue* const satoshi = given("fee_rate");
    const JsonValue* const coins = given("feeRate");
    const JsonValue* const target = given("conf_target");
    const JsonValue* const mode = given("estimate_mode");
    if (coins != nullptr && satoshi != nullptr)
        return fundingRefused("Cannot specify both fee_rate (sat/vB) and feeRate (BTC/kvB)");
    const char* const name = coins != nullptr ? "feeRate" : "fee_rate";
    if ((coins != nullptr || satoshi != nullptr) && target != nullptr)
        return fail(RpcError{rpc::kBadParameter,
                             QStringLiteral("Cannot specify both conf_target and %1. Please provide either a "
                                            "confirmation target in blocks for automatic fee estimation, or "
                                            "an explicit fee rate.")
                                 .arg(QLatin1String(name))});
    if ((coins != nullptr || satoshi != nullptr) && mode != nullptr)
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Cannot specify both estimate_mode and %1").arg(QLatin1String(name))});
    if (satoshi != nullptr) return satoshiRateOf(*satoshi);
    if (coins != nullptr) {
        const auto rate = amountFromJson(*coins);
        if (!rate) return fail(rate.error());
        return rate->satoshi();
    }
    const std::string word =
        mode != nullptr ? QString::fromStdString(mode->text()).toLower().toStdString() : "unset";
    if (!isOneOf(word, "unset|economical|conservative"))
        return fundingRefused(
            "Invalid estimate_mode parameter, must be one of: \"unset\", \"economical\", \"conservative\"");
    if (target == nullptr) return context.node.settings().amount(QStringLiteral("transaction_fee")).satoshi();
    const auto blocks = target->integer();
    if (!blocks || *blocks < 1 || *blocks > 1'008)
        return fundingRefused("Invalid conf_target, must be between 1 and 1008");
    return context.node.chain().mempool()->fees.at(std::int32_t(*blocks)).feePerKvB;
}

std::vector<RpcMethod> rpcWalletPsbtMethods() {
    const char* group = "Wallet";
    RpcParameter options = namedOptions(kFundingMembers);
    RpcParameter either = options; // Core's old form of it is a flag
    either.type = RpcType::Other;
    return {
        {group,
         "fundrawtransaction",
         {{"hexstring", RpcType::Text}, either, {"iswitness", RpcType::Flag, kOptional}},
         true,
         "Adds coins of the wallet to a transaction until it can pay, and change. Nothing is signed.",
         fundRawTransaction,
         "wallet"},
        {group,
         "walletcreatefundedpsbt",
         {{"inputs", RpcType::Array, kOptional},
          {"outputs", RpcType::Other},
          {"locktime", RpcType::Integer, kOptional},
          options,
          {"bip32derivs", RpcType::Flag, kOptional},
          {"version", RpcType::Integer, kOptional},
          {"psbt_version", RpcType::Integer, kOptional}},
         true,
         "A PSBT of inputs and outputs, with coins of the wallet until it can pay, and change.",
         walletCreateFundedPsbt,
         "wallet"},
        {group,
         "walletprocesspsbt",
         {{"psbt", RpcType::Text},
          {"sign", RpcType::Flag, kOptional},
          {"sighashtype", RpcType::Text, kOptional},
          {"bip32derivs", RpcType::Flag, kOptional},
          {"finalize", RpcType::Flag, kOptional}},
         true,
         "Fills in what the wallet knows of a PSBT, and signs what it has keys for.",
         walletProcessPsbt,
         "spend"},
    };
}

} // namespace rest
