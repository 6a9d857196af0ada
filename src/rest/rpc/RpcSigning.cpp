// JSON-RPC: transactions made by hand, and signed with the open wallet.
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcSpending.h"
#include "rest/rpc/RpcWalletCall.h"
#include "util/Hex.h"

namespace rest {

namespace {

auto badParameter(const char* sentence) {
    return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
}

RpcHandled createRawTransaction(const RouteContext& context, const RpcCall& call) {
    const auto made = constructedTransaction(call, context.node.params().addresses);
    if (!made) return fail(made.error());
    call.reply(JsonWriter().value(util::toHex(made->serialize())).take());
    return {};
}

// --- signrawtransactionwithwallet ---

/// On the wallet thread, when the outputs that it spends are known.
RpcResult signWith(const wallet::Wallet& wallet, const primitives::Transaction& transaction,
                   const SpentCoins& spent) {
    std::vector<std::optional<primitives::TxOut>> outputs;
    for (const auto& coin : spent) {
        if (coin && !coin->knowsAmount) return badParameter("Missing amount");
        outputs.push_back(coin ? std::optional(coin->output) : std::nullopt);
    }
    const auto made = wallet.signOwn(transaction, outputs);
    if (!made) return fail(walletIsLocked());
    return signedJson(**made, spent);
}

RpcHandled signRawTransactionWithWallet(const RouteContext& context, const RpcCall& call) {
    const auto transaction = call.params.transaction(0);
    if (!transaction) return fail(transaction.error());
    auto told = toldCoinsOf(call.params.at(1));
    if (!told) return fail(told.error());
    const auto type = sigHashTypeOf(call, 2);
    if (!type) return fail(type.error());
    if (*type > script::SigHashAll) return badParameter("This wallet signs with SIGHASH_ALL only");
    const auto gathered = context.node.chain().ask(
        [transaction = *transaction, told = std::move(*told)](const node::ChainView& view) {
            return spentBy(view, *transaction, told);
        });
    const auto sign = [context, call, transaction = *transaction](const SpentCoins& spent) {
        (void)askWallet(context, call, [transaction, spent](const wallet::Wallet& wallet, std::int32_t) {
            return signWith(wallet, *transaction, spent);
        });
    };
    call.then(context, gathered, sign);
    return {};
}

} // namespace

std::vector<RpcMethod> rpcSigningMethods() {
    return {
        {"Rawtransactions", "createrawtransaction", constructionRows(), false,
         "An unsigned transaction in hex: inputs as [{\"txid\", \"vout\"}], outputs in order as "
         "[{address: amount}, {\"data\": hex}], or as one object in alphabetical order.",
         createRawTransaction},
        {"Wallet",
         "signrawtransactionwithwallet",
         {{"hexstring", RpcType::Text},
          {"prevtxs", RpcType::Array, kOptional},
          {"sighashtype", RpcType::Text, kOptional}},
         true,
         "Signs what the open wallet has keys for, and says which inputs are missing something.",
         signRawTransactionWithWallet,
         "spend"},
    };
}

} // namespace rest
