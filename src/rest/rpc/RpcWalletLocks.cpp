// JSON-RPC: coins that are kept back.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcSpending.h"
#include "rest/rpc/RpcWalletCall.h"

#include <algorithm>

namespace rest {

namespace {

auto lockRefused(const char* sentence) {
    return RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)};
}

std::vector<primitives::OutPoint> keptBack(const wallet::Wallet& wallet) {
    std::vector<primitives::OutPoint> out;
    for (const wallet::WalletCoin& coin : wallet.coins())
        if (wallet.isFrozen(coin.outpoint)) out.push_back(coin.outpoint);
    return out;
}

/// Why a coin cannot be kept back, or given free again.
std::optional<RpcError> wrongCoin(const wallet::Wallet& wallet, const primitives::OutPoint& outpoint,
                                  bool isFreed, bool isStored) {
    const auto known = wallet.transaction(outpoint.txid);
    if (!known) return lockRefused("Invalid parameter, unknown transaction");
    if (outpoint.index >= known->transaction->outputs().size())
        return lockRefused("Invalid parameter, vout index out of bounds");
    if (wallet.spenderOf(outpoint)) return lockRefused("Invalid parameter, expected unspent output");
    const bool isKept = wallet.isFrozen(outpoint);
    if (isFreed && !isKept) return lockRefused("Invalid parameter, expected locked output");
    if (!isFreed && isKept && !isStored) return lockRefused("Invalid parameter, output already locked");
    return std::nullopt;
}

using Asked = std::optional<Result<std::vector<primitives::OutPoint>, RpcError>>;

RpcHandled lockUnspent(const RouteContext& context, const RpcCall& call) {
    const auto isFreed = call.params.flag(0);
    const auto persistent = call.params.flag(2, false);
    if (!isFreed) return fail(isFreed.error());
    if (!persistent) return fail(persistent.error());
    std::optional<std::vector<primitives::OutPoint>> named;
    if (const JsonValue* list = call.params.at(1)) {
        named.emplace();
        for (const JsonValue& item : list->items()) {
            const auto outpoint = outPointOf(item);
            if (!outpoint) return fail(outpoint.error());
            named->push_back(*outpoint);
        }
    }
    const auto looked = walletOf(context, call)
                            .ask([named, isFreed = *isFreed, isStored = *persistent](
                                     const wallet::Wallet& wallet,
                                     std::int32_t) -> Result<std::vector<primitives::OutPoint>, RpcError> {
                                if (!named)
                                    return isFreed ? keptBack(wallet) : std::vector<primitives::OutPoint>();
                                for (const auto& outpoint : *named)
                                    if (auto wrong = wrongCoin(wallet, outpoint, isFreed, isStored))
                                        return fail(*wrong);
                                return *named;
                            });
    const auto how = *persistent ? wallet::Freeze::Stored : wallet::Freeze::Session;
    call.then(context, looked, [context, call, isFreed = *isFreed, how](const Asked& coins) {
        if (!coins) return call.reply(fail(noWallet()));
        if (!*coins) return call.reply(fail(coins->error()));
        call.then(context, walletOf(context, call).setFrozen(**coins, !isFreed, how),
                  [reply = call.reply](const node::WalletAccess::Reply<void>& done) {
                      if (!done) return reply(fail(noWallet()));
                      if (*done) return reply(JsonWriter().value(true).take());
                      const bool isForeign = done->error().error == wallet::WalletError::NotFound;
                      reply(fail(isForeign ? lockRefused("Invalid parameter, expected unspent output")
                                           : walletNotWritten(done->error().error)));
                  });
    });
    return {};
}

RpcHandled listLockUnspent(const RouteContext& context, const RpcCall& call) {
    return askWallet(context, call, [](const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
        JsonWriter json;
        json.beginArray();
        for (const auto& outpoint : keptBack(wallet))
            json.beginObject().member("txid", outpoint.txid).member("vout", outpoint.index).endObject();
        return json.endArray().take();
    });
}

} // namespace

std::vector<RpcMethod> rpcWalletLockMethods() {
    const char* group = "Wallet";
    return {
        {group, "listlockunspent", {}, true, "The coins that are kept back.", listLockUnspent, "wallet"},
        {group,
         "lockunspent",
         {{"unlock", RpcType::Flag},
          {"transactions", RpcType::Array, kOptional},
          {"persistent", RpcType::Flag, kOptional}},
         true,
         "Keeps coins back, or gives them free again: one that is kept back is spent only where it is named. "
         "Until the wallet closes, or with persistent for good.",
         lockUnspent,
         "spend"},
    };
}

} // namespace rest
