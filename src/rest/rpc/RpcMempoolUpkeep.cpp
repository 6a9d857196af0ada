// JSON-RPC: what its operator does with the mempool.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Hex.h"

namespace rest {

namespace {

RpcHandled prioritiseTransaction(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    if (const JsonValue* dummy = call.params.at(1);
        dummy != nullptr && QByteArray::fromStdString(dummy->text()).toDouble() != 0)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("Priority is no longer supported, dummy argument to "
                                                        "prioritisetransaction must be 0.")});
    const auto bonus = call.params.integer(2);
    if (!bonus) return fail(bonus.error());
    call.then(context, context.node.chain().prioritiseTransaction(*txid, primitives::Amount(*bonus)),
              [reply = call.reply](bool isKept) {
                  if (isKept) return reply(QByteArray("true"));
                  reply(fail(RpcError{rpc::kMisc, QStringLiteral("The chain database cannot be written.")}));
              });
    return {};
}

RpcHandled getPrioritisedTransactions(const RouteContext& context, const RpcCall& call) {
    call.askChain(context, [](const node::ChainView& view) -> RpcResult {
        JsonWriter json;
        json.beginObject();
        for (const auto& [txid, bonus] : view.mempool().bonuses()) {
            const auto* entry = view.mempool().find(txid);
            json.key(txid.toHex())
                .beginObject()
                .member("fee_delta", bonus.satoshi())
                .member("in_mempool", entry != nullptr);
            if (entry != nullptr) json.member("modified_fee", entry->modifiedFee().satoshi());
            json.endObject();
        }
        return json.endObject().take();
    });
    return {};
}

RpcHandled saveMempool(const RouteContext& context, const RpcCall& call) {
    const QString file = context.node.paths().chain();
    call.then(context, context.node.chain().saveMempool(), [reply = call.reply, file](bool isKept) {
        if (!isKept)
            return reply(fail(RpcError{rpc::kMisc, QStringLiteral("Unable to dump mempool to disk")}));
        reply(JsonWriter().beginObject().member("filename", file).endObject().take());
    });
    return {};
}

RpcHandled getOrphanTxs(const RouteContext& context, const RpcCall& call) {
    const auto verbosity = call.params.verbosity(0, 0);
    if (!verbosity) return fail(verbosity.error());
    if (*verbosity > 2)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("Invalid verbosity value %1").arg(*verbosity)});
    call.askChain(context, [verbosity = *verbosity](const node::ChainView& view) -> RpcResult {
        JsonWriter json;
        json.beginArray();
        for (const chain::OrphanInfo& info : view.mempool().orphans()) {
            const primitives::TransactionRef& orphan = info.transaction;
            if (verbosity == 0) {
                json.value(orphan->txid());
                continue;
            }
            json.beginObject()
                .member("txid", orphan->txid())
                .member("wtxid", orphan->wtxid())
                .member("bytes", orphan->size())
                .member("vsize", orphan->vsize())
                .member("vsize_bip141", orphan->vsize())
                .member("weight", orphan->weight());
            json.key("from").beginArray();
            for (const chain::TransactionOrigin origin : info.origins)
                json.value(origin);
            json.endArray();
            if (verbosity == 2) json.member("hex", util::toHex(orphan->serialize()));
            json.endObject();
        }
        return json.endArray().take();
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcMempoolUpkeepMethods() {
    return {
        {"Hidden",
         "getorphantxs",
         {{"verbosity", RpcType::Verbosity, kOptional, nullptr, 0, 2}},
         false,
         "The transactions that wait for their parents: 0 ids, 1 objects, 2 with hex.",
         getOrphanTxs},
        {"Blockchain",
         "savemempool",
         {},
         true,
         "Writes what waits into the chain database now; it is kept there in any case.",
         saveMempool},
        {"Mining",
         "getprioritisedtransactions",
         {},
         false,
         "The transactions that count as paying more or less than they do.",
         getPrioritisedTransactions},
        {"Mining",
         "prioritisetransaction",
         {{"txid", RpcType::Hash}, {"dummy", RpcType::Number, kOptional}, {"fee_delta", RpcType::Integer}},
         true,
         "Lets a transaction, here or to come, count as if it paid so many satoshi more: when it is mined, "
         "replaced or put out. Kept over a restart until a block has it.",
         prioritiseTransaction},
    };
}

} // namespace rest
