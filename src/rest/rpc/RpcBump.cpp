// JSON-RPC: payments that wait are replaced by ones that pay more.
#include "node/wallet/WaitingFacts.h"
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcFunding.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcPsbt.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletSend.h"

#include <algorithm>

namespace rest {

namespace {

/// What a bump is asked for.
struct BumpWish {
    wallet::SpeedUpRequest request;
    std::uint32_t psbtVersion = 2;
};

RpcError notBumped(const char* sentence, int code = kWalletMisc) {
    return {code, QString::fromLatin1(sentence)};
}

Result<BumpWish, RpcError> bumpWishOf(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    const auto waiting = context.node.chain().mempool();
    BumpWish out{node::speedUpRequest(*waiting, *txid, wallet::SpeedUpRequest::Deed::Replace)};
    wallet::SpeedUpRequest& request = out.request;
    request.needsSignal = true;
    const JsonValue options = call.params.has(1) ? *call.params.at(1) : JsonValue::object({});
    const std::vector<RpcParameter> rows = {kConfTarget,
                                            kFeeRate,
                                            kEstimateMode,
                                            {"replaceable", RpcType::Flag, kOptional},
                                            {"outputs", RpcType::Other, kOptional},
                                            {"original_change_index", RpcType::Integer, kOptional},
                                            {"psbt_version", RpcType::Integer, kOptional}};
    if (auto wrong = wrongMembers(options, rows, true)) return fail(std::move(*wrong));
    const auto rate = feeRateOf(context, options);
    if (!rate) return fail(rate.error());
    const bool isNamed = options.find("fee_rate") != nullptr || options.find("conf_target") != nullptr;
    if (isNamed) request.feePerKvB = *rate;
    request.usualPerKvB = *rate;
    request.replaceable = flagMember(options, "replaceable", true);
    if (const JsonValue* outputs = options.find("outputs")) {
        if (outputs->isArray() && outputs->items().empty())
            return fail(
                notBumped("Invalid parameter, output argument cannot be an empty array", rpc::kBadParameter));
        auto read = outputsOf(*outputs, context.node.params().addresses);
        if (!read) return fail(read.error());
        request.outputs = std::move(*read);
    }
    if (const JsonValue* index = options.find("original_change_index")) {
        if (!request.outputs.empty())
            return fail(
                notBumped("The options 'outputs' and 'original_change_index' are incompatible. You can "
                          "only either specify a new set of outputs, or designate a change output to "
                          "be recycled.",
                          rpc::kBadParameter));
        request.changeOutput = std::size_t(std::max<std::int64_t>(index->integer().value_or(-1), -1));
    }
    const JsonValue* version = options.find("psbt_version");
    const auto number = version != nullptr ? version->integer() : std::optional<std::int64_t>(2);
    if (number != 0 && number != 2)
        return fail(notBumped("The PSBT version can only be 2 or 0", rpc::kBadParameter));
    out.psbtVersion = std::uint32_t(*number);
    return out;
}

RpcError rateNotHigher(const wallet::SpeedUpFailure& failure) {
    const auto text = [](primitives::Amount amount) { return QString::fromStdString(toDecimal(amount)); };
    const primitives::Amount before = failure.available;
    return {rpc::kBadParameter,
            QStringLiteral("Insufficient total fee %1, must be at least %2 (oldFee %3 + incrementalFee %4)")
                .arg(text(before), text(failure.needed), text(before), text(failure.needed - before))};
}

/// As Core says it.
RpcError bumpFailed(const wallet::SpeedUpFailure& failure) {
    using enum wallet::SpeedUpError;
    switch (failure.error) {
    case NoWallet:
        return noWallet();
    case NotFound:
        return notBumped("Invalid or non-wallet transaction id", rpc::kNotFound);
    case OwnBuildsOn:
        return notBumped("Transaction has descendants in the wallet", rpc::kBadParameter);
    case OthersBuildOn:
        return notBumped("Transaction has descendants in the mempool", rpc::kBadParameter);
    case Confirmed:
    case NotWaiting:
        return notBumped("Transaction has been mined, or is conflicted with a mined transaction");
    case NotReplaceable:
        return notBumped("Transaction is not BIP 125 replaceable");
    case NotOurs:
    case NotInMempool:
        return notBumped("Transaction contains inputs that don't belong to this wallet");
    case BadChangeOutput:
        return notBumped("Change position is out of range");
    case RateTooHigh:
        return notBumped("Specified or calculated fee is too high");
    case RateNotHigher:
        return rateNotHigher(failure);
    case NoCoins:
    case NothingLeft:
        break;
    }
    return notBumped("Unable to create transaction. Insufficient funds");
}

QByteArray bumpedJson(const char* name, const std::string& value, const wallet::SpeedUpPlan& made) {
    return JsonWriter()
        .beginObject()
        .member(name, value)
        .member("origfee", made.feeBefore)
        .member("fee", made.draft.fee)
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
                         const auto made = wallet.planSpeedUp(wish.request, best);
                         if (!made) return fail(bumpFailed(made.error()));
                         wallet::Psbt psbt =
                             wallet::Psbt::of(primitives::Transaction(made->draft.parts), wish.psbtVersion);
                         if (auto error = processWith(psbt, wallet, {{}, false, true, false}))
                             return fail(std::move(*error));
                         return bumpedJson("psbt", wallet::toBase64(psbt), *made);
                     });
}

/// The plan is committed as that of any payment: recorded, offered, answered.
RpcHandled bumpFee(const RouteContext& context, const RpcCall& call) {
    const auto wish = bumpWishOf(context, call);
    if (!wish) return fail(wish.error());
    const auto planned = walletOf(context, call).planSpeedUp(wish->request);
    call.then(context, planned, [context, call](const wallet::SpeedUpResult& made) {
        if (!made) return call.reply(fail(bumpFailed(made.error())));
        call.then(
            context, walletOf(context, call).commit(made->draft),
            [reply = call.reply, plan = *made](const Result<node::SentPayment, node::PayFailure>& sent) {
                if (sent) return reply(bumpedJson("txid", sent->transaction->txid().toHex(), plan));
                if (sent.error().error == wallet::PaymentError::NoKey)
                    return reply(fail(notBumped("Can't sign transaction.")));
                reply(fail(refusedPayment(sent.error())));
            });
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcBumpMethods() {
    return {
        {"Wallet",
         "bumpfee",
         {{"txid", RpcType::Hash},
          namedOptions("conf_target|fee_rate|replaceable|estimate_mode|outputs|original_change_index")},
         true,
         "Replaces a payment that waits by one that pays more: from its change, then with more coins.",
         bumpFee,
         "spend"},
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
