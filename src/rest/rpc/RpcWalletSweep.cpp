// JSON-RPC: all coins in one payment.
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcFunding.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletSend.h"
#include "wallet/TxSize.h"

#include <algorithm>
#include <set>
#include <utility>

namespace rest {

namespace {

using SweepPlan = node::WalletService::Plan;

const std::vector<RpcParameter>& sendAllRows() {
    static const std::vector<RpcParameter> kRows = {{"minconf", RpcType::Integer, kOptional},
                                                    {"maxconf", RpcType::Integer, kOptional},
                                                    {"add_to_wallet", RpcType::Flag, kOptional},
                                                    kFeeRate,
                                                    {"include_watching", RpcType::Flag, kOptional},
                                                    {"inputs", RpcType::Array, kOptional},
                                                    {"locktime", RpcType::Integer, kOptional},
                                                    {"lock_unspents", RpcType::Flag, kOptional},
                                                    {"psbt", RpcType::Flag, kOptional},
                                                    {"send_max", RpcType::Flag, kOptional},
                                                    kConfTarget,
                                                    kEstimateMode,
                                                    {"replaceable", RpcType::Flag, kOptional},
                                                    {"solving_data", RpcType::Object, kOptional},
                                                    {"version", RpcType::Integer, kOptional}};
    return kRows;
}

/// Addresses, which share what is left, and objects with an amount for an address.
std::optional<RpcError> readReceivers(SendWish& wish, const JsonValue& list,
                                      const script::AddressFormat& addresses) {
    std::set<std::string> seen;
    bool sharesRest = false;
    for (const JsonValue& item : list.items()) {
        if (item.isString()) {
            const auto shown = QString::fromStdString(item.text().substr(0, 100));
            const auto script = script::scriptFromAddress(item.text(), addresses);
            if (!seen.insert(item.text()).second)
                return RpcError{rpc::kBadParameter,
                                QStringLiteral("Invalid parameter, duplicated address: %1").arg(shown)};
            if (!script)
                return RpcError{rpc::kNotFound, QStringLiteral("Invalid Bitcoin address: %1").arg(shown)};
            wish.request.recipients.push_back({*script, {}});
            sharesRest = true;
            continue;
        }
        const auto outputs = outputsOf(item, addresses);
        if (!outputs) return outputs.error();
        for (const auto& output : *outputs) {
            const auto address = script::toAddress(output.scriptPubKey, addresses).value_or(std::string());
            if (!address.empty() && !seen.insert(address).second)
                return RpcError{rpc::kBadParameter,
                                QStringLiteral("Invalid parameter, duplicated address: %1")
                                    .arg(QString::fromStdString(address))};
            if (output.value < wallet::dustLimit(output.scriptPubKey))
                return RpcError{rpc::kBadParameter,
                                QStringLiteral("Specified output amount to %1 is below dust threshold.")
                                    .arg(QString::fromStdString(address))};
            wish.request.recipients.push_back({output.scriptPubKey, output.value});
        }
    }
    if (sharesRest) return std::nullopt;
    return RpcError{rpc::kBadParameter, QStringLiteral("Must provide at least one address without a "
                                                       "specified amount")};
}

std::optional<RpcError> readSweep(SendWish& wish, const JsonValue& options) {
    const auto number = [&](const char* name, std::int64_t standard) {
        const JsonValue* value = options.find(name);
        return value != nullptr ? value->integer().value_or(standard) : standard;
    };
    const bool namesCoins = options.find("inputs") != nullptr;
    const auto refuse = [](const QString& sentence) { return RpcError{rpc::kBadParameter, sentence}; };
    wish.leavesUneconomic = flagMember(options, "send_max", false);
    if (namesCoins && wish.leavesUneconomic)
        return refuse(QStringLiteral("Cannot combine send_max with specific inputs."));
    if (namesCoins && (options.find("minconf") != nullptr || options.find("maxconf") != nullptr))
        return refuse(QStringLiteral("Cannot combine minconf or maxconf with specific inputs."));
    const std::int64_t least = number("minconf", 0), most = number("maxconf", 9'999'999);
    if (least < 0)
        return refuse(QStringLiteral("Invalid minconf (minconf cannot be negative): %1").arg(least));
    if (most < least)
        return refuse(QStringLiteral("maxconf can't be lower than minconf: %1 < %2").arg(most).arg(least));
    wish.request.leastConfirmations = std::int32_t(std::min<std::int64_t>(least, 9'999'999));
    wish.request.mostConfirmations = std::int32_t(std::min<std::int64_t>(most, 9'999'999));
    wish.request.everything = true;
    wish.request.replaceable = flagMember(options, "replaceable", true);
    wish.request.onlyFrom = std::exchange(wish.request.always, {});
    wish.request.unsafe = namesCoins; // who names them knows them
    return std::nullopt;
}

/// Of the coins that a call names, one that cannot be spent.
std::optional<RpcError> missingCoin(const wallet::Wallet& wallet, const wallet::PaymentRequest& request) {
    for (const auto& outpoint : request.onlyFrom) {
        const auto place =
            QStringLiteral("%1:%2").arg(QString::fromStdString(outpoint.txid.toHex())).arg(outpoint.index);
        const auto known = wallet.transaction(outpoint.txid);
        if (!known || outpoint.index >= known->transaction->outputs().size() ||
            !wallet.isMine(known->transaction->outputs()[outpoint.index].scriptPubKey))
            return RpcError{rpc::kBadParameter,
                            QStringLiteral("Input not found. UTXO (%1) is not part of wallet.").arg(place)};
        if (wallet.spenderOf(outpoint))
            return RpcError{rpc::kBadParameter,
                            QStringLiteral("Input not available. UTXO (%1) was already spent.").arg(place)};
    }
    return std::nullopt;
}

/// What a sweep that cannot be is answered with: which of its sums is too small.
RpcError sweepFailed(const wallet::Wallet& wallet, std::int32_t best, const SendWish& wish,
                     const node::PayFailure& failure) {
    using enum wallet::PaymentError;
    if (failure.error == TooManyInputs) return {kWalletMisc, QStringLiteral("Transaction too large.")};
    if (failure.error != InsufficientFunds) return sendFailed(failure, wish, rpc::kBadParameter);
    const auto say = [](const char* sentence) { return RpcError{kNoFunds, QString::fromLatin1(sentence)}; };
    primitives::Amount asked;
    SendWish free = wish;
    free.request.recipients.clear();
    for (const auto& recipient : wish.request.recipients) {
        asked += recipient.amount;
        if (recipient.amount == primitives::Amount() && free.request.recipients.empty())
            free.request.recipients.push_back(recipient);
    }
    const SweepPlan all = planOf(free, wallet, best);
    if (!all)
        return say("Total value of UTXO pool too low to pay for transaction. Try using lower feerate or "
                   "excluding uneconomic UTXOs with 'send_max' option.");
    if (asked > failure.available) return say("Assigned more value to outputs than available funds.");
    const primitives::Amount left = failure.available - asked;
    if (left < all->fee) return say("Insufficient funds for fees after creating specified outputs.");
    return say("Dynamically assigned remainder results in dust output.");
}

RpcHandled sendAll(const RouteContext& context, const RpcCall& call) {
    const auto options = sendOptionsOf(call, sendAllRows());
    if (!options) return fail(options.error());
    SendWish wish;
    if (auto error = readReceivers(wish, *call.params.at(0), context.node.params().addresses))
        return fail(*error);
    if (auto error = readForm(wish, *options, std::nullopt)) return fail(*error);
    if (auto error = readSweep(wish, *options)) return fail(*error);
    if (auto error = readRate(context, wish.request, *options)) return fail(*error);
    const auto looked =
        walletOf(context, call)
            .ask([wish](const wallet::Wallet& wallet, std::int32_t best) -> std::optional<RpcError> {
                if (auto missing = missingCoin(wallet, wish.request)) return missing;
                const SweepPlan plan = planOf(wish, wallet, best);
                return plan ? std::nullopt : std::optional(sweepFailed(wallet, best, wish, plan.error()));
            });
    call.then(context, looked, [context, call, wish](const std::optional<std::optional<RpcError>>& error) {
        if (!error) return call.reply(fail(noWallet()));
        if (*error) return call.reply(fail(**error));
        (void)sendOrGive(context, call, wish, rpc::kBadParameter);
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcWalletSweepMethods() {
    const char* group = "Wallet";
    const char* spend = "spend";
    return {
        {group,
         "sendall",
         {{"recipients", RpcType::Array},
          kConfTarget,
          kEstimateMode,
          kFeeRate,
          namedOptions("minconf|maxconf|add_to_wallet|include_watching|inputs|locktime|lock_unspents|psbt|"
                       "send_max|replaceable|solving_data|version")},
         true,
         "Sends all coins, or those that are named; who has no amount shares what is left.",
         sendAll,
         spend},
    };
}

} // namespace rest
