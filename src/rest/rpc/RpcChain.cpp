// JSON-RPC: the chain as a whole.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"

#include "consensus/Target.h"
#include "node/chain/LatestCheck.h"
#include "storage/SqliteError.h"

#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace rest {

namespace {

/// The chain database and what is not yet merged into it.
qint64 sizeOnDisk(const RouteContext& context) {
    const QString file = context.node.paths().chain();
    return QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size();
}

QByteArray pruneless(JsonWriter& json) {
    json.member("pruned", false).key("warnings").beginArray().endArray().endObject();
    return json.take();
}

RpcHandled getBlockchainInfo(const RouteContext& context, const RpcCall& call) {
    const auto status = context.node.chain().status();
    const auto& params = context.node.params();
    const auto target = consensus::targetFromBits(status->bits).value_or(params.powLimit);
    JsonWriter json;
    json.beginObject()
        .member("chain", chainNameOf(params))
        .member("network", params.name()) // ours: what the user calls it
        .member("blocks", status->tip.height)
        .member("headers", status->bestHeaderHeight)
        .member("bestblockhash", status->tip.hash)
        .member("bits", bitsText(status->bits))
        .member("target", consensus::toHex(target));
    writeReal(json, "difficulty", consensus::difficultyOf(status->bits));
    const double progress =
        status->headerHeight > 0
            ? double(status->tip.height) / double(std::max(status->headerHeight, status->tip.height))
            : 1.0;
    json.member("time", status->tipTime).member("mediantime", status->medianTime);
    writeReal(json, "verificationprogress", progress);
    json.member("initialblockdownload", status->importing || status->headerHeight > status->tip.height)
        .member("chainwork", consensus::toHex(status->chainWork))
        .member("size_on_disk", sizeOnDisk(context));
    call.reply(pruneless(json));
    return {};
}

RpcHandled getChainTips(const RouteContext& context, const RpcCall& call) {
    call.askChain(context, [](const node::ChainView& view) -> RpcResult {
        JsonWriter json;
        json.beginArray();
        const auto tips = view.chain().tips();
        for (const chain::ChainTip& tip : tips) {
            json.beginObject()
                .member("height", tip.height)
                .member("hash", tip.hash)
                .member("branchlen", tip.branchLength)
                .member("status", tip.status)
                .endObject();
        }
        json.endArray();
        return json.take();
    });
    return {};
}

RpcHandled getDifficulty(const RouteContext& context, const RpcCall& call) {
    JsonWriter json;
    call.reply(json.value(consensus::difficultyOf(context.node.chain().status()->bits)).take());
    return {};
}

/// Transactions from genesis to an entry.
std::int64_t transactionsUpTo(const chain::HeaderEntry* entry) {
    std::int64_t sum = 0;
    for (; entry != nullptr; entry = entry->parent)
        sum += entry->facts.transactionCount;
    return sum;
}

RpcResult chainStatistics(const node::ChainView& view, std::optional<std::int64_t> blocks,
                          std::optional<primitives::BlockHash> hash) {
    const chain::HeaderEntry* last = hash ? view.chain().headers().find(*hash) : &view.chain().tip();
    if (last == nullptr) return fail(blockNotFound());
    if (!view.chain().isInBestChain(*last))
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Block is not in main chain")});
    const auto& rules = view.chain().params().rules();
    const std::int64_t month = 30LL * 24 * 3600 / rules.targetBlockTime;
    const std::int64_t window =
        blocks.value_or(std::max<std::int64_t>(0, std::min<std::int64_t>(month, last->height() - 1)));
    if (window < 0 || (window > 0 && window >= last->height())) {
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Invalid block count: should be between 0 and the block's height - 1")});
    }
    const chain::HeaderEntry* first = last->ancestor(last->height() - std::int32_t(window));
    const std::int64_t interval = last->medianTime() - first->medianTime();
    const std::int64_t total = transactionsUpTo(last);
    JsonWriter json;
    json.beginObject()
        .member("time", last->record.header.time)
        .member("txcount", total)
        .member("window_final_block_hash", last->hash())
        .member("window_final_block_height", last->height())
        .member("window_block_count", window);
    if (window > 0) {
        const std::int64_t count = total - transactionsUpTo(first);
        json.member("window_interval", interval).member("window_tx_count", count);
        if (interval > 0) writeReal(json, "txrate", double(count) / double(interval));
    }
    json.endObject();
    return json.take();
}

RpcHandled getChainTxStats(const RouteContext& context, const RpcCall& call) {
    std::optional<std::int64_t> blocks;
    std::optional<primitives::BlockHash> hash;
    if (call.params.has(0)) {
        const auto number = call.params.integer(0);
        if (!number) return fail(number.error());
        blocks = *number;
    }
    if (call.params.has(1)) {
        const auto given = call.params.blockHash(1);
        if (!given) return fail(given.error());
        hash = *given;
    }
    call.askChain(
        context, [blocks, hash](const node::ChainView& view) { return chainStatistics(view, blocks, hash); });
    return {};
}

RpcHandled getTxOut(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    const auto index = call.params.integer(1);
    if (!index) return fail(index.error());
    const auto withMempool = call.params.flag(2, true);
    if (!withMempool) return fail(withMempool.error());
    if (*index < 0 || *index > 0xffffffffLL)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Vout index is out of range")});
    const primitives::OutPoint outpoint{*txid, std::uint32_t(*index)};
    call.askChain(context, [outpoint, withMempool = *withMempool](const node::ChainView& view) -> RpcResult {
        const auto& tip = view.chain().tip();
        const auto& params = view.chain().params();
        JsonWriter json;
        const auto write = [&](const primitives::TxOut& output, std::int32_t confirmations, bool coinbase) {
            json.beginObject()
                .member("bestblock", tip.hash())
                .member("confirmations", confirmations)
                .member("value", output.value)
                .key("scriptPubKey");
            writeScript(json, output.scriptPubKey, params);
            json.member("coinbase", coinbase).endObject();
            return json.take();
        };
        if (withMempool && view.mempool().spenderOf(outpoint) != nullptr) return QByteArray("null");
        const auto* waiting = withMempool ? view.mempool().find(outpoint.txid) : nullptr;
        if (waiting != nullptr && outpoint.index < waiting->transaction->outputs().size()) {
            return write(waiting->transaction->outputs()[outpoint.index], 0, false);
        }
        const auto coin = view.coin(outpoint);
        if (!coin) return databaseFailed(storage::toStorageError(coin.error()));
        if (!*coin) return QByteArray("null");
        return write((*coin)->output, tip.height() - (*coin)->height + 1, (*coin)->fromCoinbase);
    });
    return {};
}

RpcHandled getTxOutSetInfo(const RouteContext& context, const RpcCall& call) {
    const auto kind = call.params.text(0, "hash_serialized_3");
    if (!kind) return fail(kind.error());
    if (*kind != "hash_serialized_3" && *kind != "none" && *kind != "muhash") {
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("'%1' is not a valid hash_type")
                                                     .arg(QString::fromStdString(kind->substr(0, 40)))});
    }
    if (call.params.has(1))
        return fail(RpcError{rpc::kBadParameter,
                             QStringLiteral("Querying specific block heights requires coinstatsindex")});
    const auto hash = *kind == "none"     ? chain::CoinHash::None
                      : *kind == "muhash" ? chain::CoinHash::MuHash
                                          : chain::CoinHash::Serialized3;
    const qint64 size = sizeOnDisk(context);
    call.then(context, context.node.chain().summary(hash), [call, hash, size](const node::Summary& summary) {
        JsonWriter json;
        json.beginObject()
            .member("height", summary.height)
            .member("bestblock", summary.best)
            .member("txouts", summary.coins.txouts)
            .member("bogosize", summary.coins.bogoSize);
        if (hash == chain::CoinHash::Serialized3)
            json.member("hash_serialized_3", summary.coins.hashSerialized3);
        if (hash == chain::CoinHash::MuHash) json.member("muhash", summary.coins.muHash);
        json.member("total_amount", summary.coins.totalAmount)
            .member("transactions", summary.coins.transactions)
            .member("disk_size", size)
            .endObject();
        call.reply(json.take());
    });
    return {};
}

QByteArray deploymentsAt(const primitives::BlockHash& hash, std::int32_t height) {
    JsonWriter json;
    json.beginObject().member("hash", hash).member("height", height).key("deployments").beginObject();
    for (const char* name : {"bip34", "bip66", "bip65", "csv", "segwit", "taproot"}) {
        json.key(name)
            .beginObject()
            .member("type", "buried")
            .member("active", true)
            .member("height", 0)
            .endObject();
    }
    return json.endObject().endObject().take();
}

RpcHandled getDeploymentInfo(const RouteContext& context, const RpcCall& call) {
    if (!call.params.has(0)) {
        const auto status = context.node.chain().status();
        call.reply(deploymentsAt(status->tip.hash, status->tip.height));
        return {};
    }
    const auto hash = call.params.blockHash(0);
    if (!hash) return fail(hash.error());
    call.ask(context, [hash = *hash](explorer::ExplorerQueries& queries) -> RpcResult {
        const auto block = queries.block(hash);
        if (!block) return databaseFailed(block.error());
        if (!*block) return fail(blockNotFound());
        return deploymentsAt(hash, (*block)->row.height);
    });
    return {};
}

RpcHandled getIndexInfo(const RouteContext& context, const RpcCall& call) {
    const auto only = call.params.text(0, "");
    if (!only) return fail(only.error());
    const auto status = context.node.chain().status();
    JsonWriter json;
    json.beginObject();
    for (const char* name : {"txindex", "txospenderindex"}) { // one table answers both
        if (!only->empty() && *only != name) continue;
        json.key(name)
            .beginObject()
            .member("synced", status->indexHeight == status->tip.height)
            .member("best_block_height", status->indexHeight)
            .endObject();
    }
    call.reply(json.endObject().take());
    return {};
}

/// Marks a block invalid by hand, or takes that back.
RpcHandled
judge(const RouteContext& context, const RpcCall& call,
      QFuture<Result<void, node::BranchFailure>> (node::ChainAccess::*change)(primitives::BlockHash) const) {
    const auto hash = call.params.blockHash(0);
    if (!hash) return fail(hash.error());
    call.then(context, (context.node.chain().*change)(*hash),
              [reply = call.reply](const Result<void, node::BranchFailure>& done) {
                  if (done) return reply(JsonWriter().null().take());
                  if (done.error() == node::BranchFailure::NoSuchBlock)
                      return reply(fail(RpcError{rpc::kNotFound, QStringLiteral("Block not found")}));
                  reply(fail(RpcError{rpc::kMisc, QStringLiteral("The chain database cannot be written.")}));
              });
    return {};
}

RpcHandled invalidateBlock(const RouteContext& context, const RpcCall& call) {
    return judge(context, call, &node::ChainAccess::invalidateBlock);
}

RpcHandled reconsiderBlock(const RouteContext& context, const RpcCall& call) {
    return judge(context, call, &node::ChainAccess::reconsiderBlock);
}

RpcHandled preciousBlock(const RouteContext& context, const RpcCall& call) {
    return judge(context, call, &node::ChainAccess::preferBlock);
}

RpcHandled verifyChain(const RouteContext& context, const RpcCall& call) {
    constexpr std::int64_t kUsualDepth = 3, kDeepest = 4, kUsualBlocks = 6;
    const auto depth = call.params.integer(0, kUsualDepth);
    if (!depth) return fail(depth.error());
    const auto blocks = call.params.integer(1, kUsualBlocks);
    if (!blocks) return fail(blocks.error());
    const std::int64_t all = std::numeric_limits<std::int32_t>::max();
    const auto count = std::int32_t(*blocks <= 0 ? all : std::min(*blocks, all));
    const auto how = node::CheckDepth(std::clamp<std::int64_t>(*depth, 0, kDeepest));
    call.ask(context, [count, how](explorer::ExplorerQueries& queries) -> RpcResult {
        const auto isWhole = node::checkLatest(queries.reader(), queries.params(), how, count);
        if (!isWhole) return databaseFailed(isWhole.error());
        return JsonWriter().value(*isWhole).take();
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcChainMethods() {
    const char* group = "Blockchain";
    return {
        {group,
         "getblockchaininfo",
         {},
         false,
         "The chain's state. `chain` is the known name whose rewards halve alike; `network` is ours.",
         getBlockchainInfo},
        {group, "getchaintips", {}, false, "The tips of all branches.", getChainTips},
        {group,
         "getchaintxstats",
         {{"nblocks", RpcType::Integer, kOptional}, {"blockhash", RpcType::Hash, kOptional}},
         false,
         "Transactions in a window of blocks, and how many a second.",
         getChainTxStats},
        {group,
         "getdeploymentinfo",
         {{"blockhash", RpcType::Hash, kOptional}},
         false,
         "The soft forks: all are active from the first block.",
         getDeploymentInfo},
        {group,
         "getdifficulty",
         {},
         false,
         "The difficulty of the last block, as a multiple of bits 1d00ffff.",
         getDifficulty},
        {group,
         "getindexinfo",
         {{"index_name", RpcType::Text, kOptional}},
         false,
         "How far the index of transactions is.",
         getIndexInfo},
        {group,
         "gettxout",
         {{"txid", RpcType::Hash}, {"n", RpcType::Integer}, {"include_mempool", RpcType::Flag, kOptional}},
         false,
         "An unspent output; null when it is spent or unknown.",
         getTxOut},
        {group,
         "gettxoutsetinfo",
         {{"hash_type", RpcType::Text, kOptional},
          {"hash_or_height", RpcType::Other, kOptional},
          {"use_index", RpcType::Flag, kOptional}},
         false,
         "Sums over all coins.",
         getTxOutSetInfo},
        {group,
         "invalidateblock",
         {{"blockhash", RpcType::Hash}},
         true,
         "Leaves a block and all behind it.",
         invalidateBlock},
        {group,
         "preciousblock",
         {{"blockhash", RpcType::Hash}},
         true,
         "Of branches with the same work, that of this block wins until the program ends.",
         preciousBlock},
        {group,
         "verifychain",
         {{"checklevel", RpcType::Integer, kOptional}, {"nblocks", RpcType::Integer, kOptional}},
         true,
         "Whether the last blocks are whole: 0 readable, 1 rules, 2 what they spent, 3 amounts, 4 scripts. "
         "`cairnd --verify` looks at all and at the coins.",
         verifyChain},
        {group, "reconsiderblock", {{"blockhash", RpcType::Hash}}, true, "Takes that back.", reconsiderBlock},
    };
}

} // namespace rest
