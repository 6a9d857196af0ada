// JSON-RPC: blocks and headers.
#include "rest/rpc/BlockStatistics.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Hex.h"

namespace rest {

namespace {

RpcResult text(const std::string& value) {
    JsonWriter json;
    return json.value(value).take();
}

RpcHandled getBlockCount(const RouteContext& context, const RpcCall& call) {
    call.reply(QByteArray::number(context.node.chain().status()->tip.height));
    return {};
}

RpcHandled getBestBlockHash(const RouteContext& context, const RpcCall& call) {
    call.reply(text(context.node.chain().status()->tip.hash.toHex()));
    return {};
}

RpcHandled getBlockHash(const RouteContext& context, const RpcCall& call) {
    const auto height = call.params.integer(0);
    if (!height) return fail(height.error());
    call.ask(context, [height = *height](explorer::ExplorerQueries& queries) -> RpcResult {
        const auto outOfRange = [] {
            return fail(RpcError{rpc::kBadParameter, QStringLiteral("Block height out of range")});
        };
        if (height < 0 || height > std::numeric_limits<std::int32_t>::max()) return outOfRange();
        const auto block = queries.reader().blockAt(std::int32_t(height));
        if (!block) return databaseFailed(block.error());
        if (!*block) return outOfRange();
        return text((*block)->record.hash.toHex());
    });
    return {};
}

/// Calls `make` (read pool) with a block of any branch and its chain work, which only the tree in memory
/// knows.
template <class F>
void withBlock(const RouteContext& context, const RpcCall& call, const primitives::BlockHash& hash, F make) {
    auto work = context.node.chain().ask([hash](const node::ChainView& view) {
        const chain::HeaderEntry* entry = view.chain().headers().find(hash);
        return entry == nullptr ? std::string() : consensus::toHex(entry->chainWork);
    });
    call.then(context, work, [context, call, hash, make](const std::string& chainWork) {
        if (chainWork.empty()) return call.reply(fail(blockNotFound()));
        call.ask(context, [hash, chainWork, make](explorer::ExplorerQueries& queries) -> RpcResult {
            const auto view = queries.block(hash);
            if (!view) return databaseFailed(view.error());
            if (!*view) return fail(bodyMissing()); // its header is known
            return make(queries, **view, chainWork);
        });
    });
}

RpcHandled getBlockHeader(const RouteContext& context, const RpcCall& call) {
    const auto hash = call.params.blockHash(0);
    if (!hash) return fail(hash.error());
    const auto verbose = call.params.flag(1, true);
    if (!verbose) return fail(verbose.error());
    withBlock(context, call, *hash,
              [verbose = *verbose](explorer::ExplorerQueries&, const explorer::BlockView& view,
                                   const std::string& work) -> RpcResult {
                  if (!verbose) return text(util::toHex(view.header.serialize()));
                  JsonWriter json;
                  json.beginObject();
                  writeHeaderFields(json, view, work);
                  json.endObject();
                  return json.take();
              });
    return {};
}

/// The transactions of a block: ids, or objects with fee and, at verbosity 3, what they spend.
RpcHandled writeBlockTransactions(JsonWriter& json, explorer::ExplorerQueries& queries,
                                  const explorer::BlockView& view, int verbosity) {
    json.key("tx").beginArray();
    if (verbosity < 2) {
        const auto body = queries.reader().readBlock(view.row.hash);
        if (!body) return fail(databaseFailed(body.error()).error());
        if (*body) {
            for (const auto& transaction : (*body)->transactions)
                json.value(transaction->txid());
        }
    } else {
        const auto views =
            queries.blockTransactions(view.row.hash, 0, std::size_t(view.row.transactionCount));
        if (!views) return fail(databaseFailed(views.error()).error());
        for (const auto& transaction : *views) {
            const bool coinbase = transaction.transaction->isCoinbase();
            const bool known = !coinbase && transaction.inputs.front().spent.has_value();
            json.beginObject();
            writeTransactionFields(json, *transaction.transaction, queries.params(),
                                   verbosity >= 3 ? &transaction.inputs : nullptr);
            if (known) json.member("fee", transaction.fee);
            json.member("hex", util::toHex(transaction.transaction->serialize())).endObject();
        }
    }
    json.endArray();
    return {};
}

RpcHandled getBlock(const RouteContext& context, const RpcCall& call) {
    const auto hash = call.params.blockHash(0);
    if (!hash) return fail(hash.error());
    const auto verbosity = call.params.verbosity(1, 1);
    if (!verbosity) return fail(verbosity.error());
    withBlock(context, call, *hash,
              [verbosity = *verbosity](explorer::ExplorerQueries& queries, const explorer::BlockView& view,
                                       const std::string& work) -> RpcResult {
                  if (!view.hasBody) return fail(bodyMissing());
                  if (verbosity == 0) {
                      const auto bytes = queries.reader().readBlockBytes(view.row.hash);
                      if (!bytes) return databaseFailed(bytes.error());
                      return *bytes ? text(util::toHex(**bytes)) : RpcResult(fail(blockNotFound()));
                  }
                  JsonWriter json;
                  json.beginObject();
                  writeHeaderFields(json, view, work);
                  json.member("strippedsize", (view.row.weight - view.row.sizeBytes) / 3)
                      .member("size", view.row.sizeBytes)
                      .member("weight", view.row.weight);
                  if (const auto written = writeBlockTransactions(json, queries, view, verbosity); !written)
                      return fail(written.error());
                  json.endObject();
                  return json.take();
              });
    return {};
}

RpcResult statisticsOf(explorer::ExplorerQueries& queries, const explorer::BlockView& view,
                       const QStringList& wanted) {
    if (!view.hasBody) return fail(bodyMissing());
    const auto transactions =
        queries.blockTransactions(view.row.hash, 0, std::size_t(view.row.transactionCount));
    if (!transactions) return databaseFailed(transactions.error());
    return blockStatistics(view, *transactions, wanted);
}

RpcHandled getBlockStats(const RouteContext& context, const RpcCall& call) {
    std::optional<std::int32_t> at;
    std::optional<primitives::BlockHash> named;
    const auto* first = call.params.at(0);
    if (first != nullptr && first->isNumber()) {
        const auto height = call.params.integer(0);
        if (!height) return fail(height.error());
        if (*height < 0)
            return fail(RpcError{rpc::kBadParameter,
                                 QStringLiteral("Target block height %1 is negative").arg(*height)});
        if (*height > context.node.chain().status()->tip.height) {
            return fail(
                RpcError{rpc::kBadParameter, QStringLiteral("Target block height %1 after current tip %2")
                                                 .arg(*height)
                                                 .arg(context.node.chain().status()->tip.height)});
        }
        at = std::int32_t(*height);
    } else {
        const auto hash = call.params.blockHash(0);
        if (!hash) return fail(hash.error());
        named = *hash;
    }
    QStringList wanted;
    if (const auto* list = call.params.at(1); list != nullptr) {
        for (const JsonValue& item : list->items())
            wanted << QString::fromStdString(item.text());
    }
    if (named) {
        withBlock(context, call, *named,
                  [wanted](explorer::ExplorerQueries& queries, const explorer::BlockView& view,
                           const std::string&) { return statisticsOf(queries, view, wanted); });
        return {};
    }
    call.ask(context, [at = at.value_or(0), wanted](explorer::ExplorerQueries& queries) -> RpcResult {
        const auto view = queries.blockAt(at);
        if (!view) return databaseFailed(view.error());
        if (!*view) return fail(blockNotFound());
        return statisticsOf(queries, **view, wanted);
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcBlockMethods() {
    const char* group = "Blockchain";
    return {
        {group, "getbestblockhash", {}, false, "The hash of the best chain's last block.", getBestBlockHash},
        {group,
         "getblock",
         {{"blockhash", RpcType::Hash}, {"verbosity|verbose", RpcType::Verbosity, kOptional}},
         false,
         "A block: 0 hex, 1 with ids, 2 with transactions, 3 with what they spend.",
         getBlock},
        {group, "getblockcount", {}, false, "The height of the best chain.", getBlockCount},
        {group,
         "getblockhash",
         {{"height", RpcType::Integer}},
         false,
         "The hash of the block at a height.",
         getBlockHash},
        {group,
         "getblockheader",
         {{"blockhash", RpcType::Hash}, {"verbose", RpcType::Flag, kOptional}},
         false,
         "A header; in hex when verbose is false.",
         getBlockHeader},
        {group,
         "getblockstats",
         {{"hash_or_height", RpcType::Other}, plainly({"stats", RpcType::Array, kOptional})},
         false,
         "Sums, averages and percentiles of a block; amounts in satoshi.",
         getBlockStats},
    };
}

} // namespace rest
