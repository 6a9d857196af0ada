// JSON-RPC: payments in one call, the old ones.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletSend.h"

namespace rest {

namespace {

auto payRefused(int code, const QString& sentence) {
    return fail(RpcError{code, sentence});
}

/// Answers with the id; with `isVerbose` also where the rate came from.
RpcHandled payAndTell(const RouteContext& context, const RpcCall& call, const SendWish& wish,
                      bool isVerbose) {
    call.then(context, payWish(context, call, wish),
              [reply = call.reply, wish, isVerbose](const Result<node::SentPayment, node::PayFailure>& sent) {
                  if (!sent) return reply(fail(sendFailed(sent.error(), wish, kNoFunds)));
                  JsonWriter json;
                  if (!isVerbose) return reply(json.value(sent->transaction->txid()).take());
                  json.beginObject().member("txid", sent->transaction->txid());
                  reply(json.member("fee_reason", "Fallback fee").endObject().take());
              });
    return {};
}

RpcHandled sendToAddress(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    const auto amount = call.params.has(1) ? call.params.amount(1, {})
                                           : RpcParams::Answer<primitives::Amount>(payRefused(
                                                 rpc::kType, QStringLiteral("Invalid amount for send")));
    const auto comment = call.params.text(2, "");
    const auto subtract = call.params.flag(4, false), replaceable = call.params.flag(5, true);
    const auto avoidsReuse = call.params.flag(8, false), isVerbose = call.params.flag(10, false);
    if (!address) return fail(address.error());
    if (!amount) return fail(amount.error());
    if (!comment) return fail(comment.error());
    for (const auto* each : {&subtract, &replaceable, &avoidsReuse, &isVerbose})
        if (!*each) return fail(each->error());
    if (*avoidsReuse)
        return payRefused(kWalletMisc,
                          QStringLiteral("wallet does not have the 'avoid reuse' feature enabled"));
    const auto script = script::scriptFromAddress(*address, context.node.params().addresses);
    if (!script)
        return payRefused(rpc::kNotFound, QStringLiteral("Invalid Bitcoin address: %1")
                                              .arg(QString::fromStdString(address->substr(0, 100))));
    SendWish wish;
    wish.request.recipients = {{*script, *amount}};
    if (*subtract) wish.request.feeFrom = {0};
    wish.request.replaceable = *replaceable;
    wish.note = *comment;
    if (auto error = readRate(context, wish.request, rateOptions(call, 6, 7, 9))) return fail(*error);
    return payAndTell(context, call, wish, *isVerbose);
}

RpcHandled sendMany(const RouteContext& context, const RpcCall& call) {
    const auto dummy = call.params.text(0, "");
    const auto comment = call.params.text(3, "");
    const auto replaceable = call.params.flag(5, true), isVerbose = call.params.flag(9, false);
    if (!dummy) return fail(dummy.error());
    if (!comment) return fail(comment.error());
    if (!replaceable) return fail(replaceable.error());
    if (!isVerbose) return fail(isVerbose.error());
    if (!dummy->empty())
        return payRefused(rpc::kBadParameter, QStringLiteral("Dummy value must be set to \"\""));
    const auto& addresses = context.node.params().addresses;
    const auto outputs = outputsOf(*call.params.at(1), addresses);
    if (!outputs) return fail(outputs.error());
    SendWish wish;
    for (const auto& output : *outputs)
        wish.request.recipients.push_back({output.scriptPubKey, output.value});
    if (const JsonValue* list = call.params.at(4))
        if (auto error = readFeePayers(wish.request, *list, addresses)) return fail(*error);
    wish.request.replaceable = *replaceable;
    wish.note = *comment;
    if (auto error = readRate(context, wish.request, rateOptions(call, 6, 7, 8))) return fail(*error);
    return payAndTell(context, call, wish, *isVerbose);
}

} // namespace

std::vector<RpcMethod> rpcWalletPayMethods() {
    const char* group = "Wallet";
    const char* spend = "spend";
    const RpcParameter isVerbose{"verbose", RpcType::Flag, kOptional};
    return {
        {group,
         "sendmany",
         {{"dummy", RpcType::Text, kOptional},
          {"amounts", RpcType::Object},
          {"minconf", RpcType::Integer, kOptional},
          {"comment", RpcType::Text, kOptional},
          {"subtractfeefrom", RpcType::Array, kOptional},
          {"replaceable", RpcType::Flag, kOptional},
          kConfTarget,
          kEstimateMode,
          kFeeRate,
          isVerbose},
         true,
         "Pays several in one transaction; answers with its id.",
         sendMany,
         spend},
        {group,
         "sendtoaddress",
         {{"address", RpcType::Text},
          {"amount", RpcType::Amount},
          {"comment", RpcType::Text, kOptional},
          {"comment_to", RpcType::Text, kOptional},
          {"subtractfeefromamount", RpcType::Flag, kOptional},
          {"replaceable", RpcType::Flag, kOptional},
          kConfTarget,
          kEstimateMode,
          {"avoid_reuse", RpcType::Flag, kOptional},
          kFeeRate,
          isVerbose},
         true,
         "Pays from the wallet; answers with the transaction's id.",
         sendToAddress,
         spend},
    };
}

} // namespace rest
