#include "rest/esplora/EsploraBlockRoutes.h"

#include "rest/esplora/EsploraJson.h"
#include "rest/esplora/EsploraText.h"
#include "util/Hex.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::int32_t kEsploraPage = 10;
constexpr std::uint32_t kTransactionsPerPage = 25;

HttpResponse noSuchBlockAnswer() {
    return esploraError(404, QStringLiteral("Block not found"));
}

void tipHeight(const RouteContext& context, const RouteCall& call) {
    const auto tip = context.node.chain().status()->tip;
    call.responder->send(ofChain(esploraText(std::to_string(tip.height)), context.node.params(), tip.hash));
}

void tipHash(const RouteContext& context, const RouteCall& call) {
    const auto tip = context.node.chain().status()->tip;
    call.responder->send(ofChain(esploraText(tip.hash.toHex()), context.node.params(), tip.hash));
}

/// Ten blocks downwards, all of one state of the chain.
HttpResponse blockPage(explorer::ExplorerQueries& queries, std::optional<std::uint32_t> start) {
    const auto tip = queries.tip();
    if (!tip) return RouteContext::databaseFailed(tip.error());
    if (start && *start > std::uint32_t(tip->height)) return noSuchBlockAnswer();
    const std::int32_t top = start ? std::int32_t(*start) : tip->height;
    JsonWriter json;
    json.beginArray();
    for (std::int32_t height = top; height >= 0 && height > top - kEsploraPage; --height) {
        const auto block = queries.blockAt(height);
        if (!block) return RouteContext::databaseFailed(block.error());
        if (!*block) return noSuchBlockAnswer();
        writeEsploraBlock(json, **block);
    }
    json.endArray();
    const HttpResponse made = esploraJson(json.take());
    return start ? ofBranch(made, queries) : ofChain(made, queries);
}

void blocks(const RouteContext& context, const RouteCall& call) {
    context.ask(call.responder,
                [](explorer::ExplorerQueries& queries) { return blockPage(queries, std::nullopt); });
}

void blocksFrom(const RouteContext& context, const RouteCall& call) {
    const auto start = numberArgument(call, 0);
    if (!start) return;
    context.ask(call.responder,
                [start](explorer::ExplorerQueries& queries) { return blockPage(queries, start); });
}

void hashAtHeight(const RouteContext& context, const RouteCall& call) {
    const auto height = numberArgument(call, 0);
    if (!height) return;
    context.ask(call.responder, [height = *height](explorer::ExplorerQueries& queries) -> HttpResponse {
        const auto tip = queries.tip();
        if (!tip) return RouteContext::databaseFailed(tip.error());
        if (height > std::uint32_t(tip->height)) return noSuchBlockAnswer();
        const auto block = queries.reader().blockAt(std::int32_t(height));
        if (!block) return RouteContext::databaseFailed(block.error());
        if (!*block) return noSuchBlockAnswer();
        return ofBranch(esploraText((*block)->record.hash.toHex()), queries);
    });
}

/// Calls `make` with the block of the first placeholder, of any branch.
template <class F>
void withBlock(const RouteContext& context, const RouteCall& call, F make) {
    const auto hash = blockHashArgument(call, 0);
    if (!hash) return;
    context.ask(call.responder, [hash = *hash, make](explorer::ExplorerQueries& queries) -> HttpResponse {
        const auto block = queries.block(hash);
        if (!block) return RouteContext::databaseFailed(block.error());
        if (!*block || !(*block)->hasBody) return noSuchBlockAnswer();
        return make(queries, **block);
    });
}

void block(const RouteContext& context, const RouteCall& call) {
    withBlock(context, call, [](explorer::ExplorerQueries&, const explorer::BlockView& view) {
        JsonWriter json;
        writeEsploraBlock(json, view);
        return esploraJson(json.take(), kCacheForever);
    });
}

void blockStatus(const RouteContext& context, const RouteCall& call) {
    const auto hash = blockHashArgument(call, 0);
    if (!hash) return;
    context.ask(call.responder, [hash = *hash](explorer::ExplorerQueries& queries) -> HttpResponse {
        const auto view = queries.block(hash);
        if (!view) return RouteContext::databaseFailed(view.error());
        const bool best = *view && (*view)->row.inBestChain;
        const bool isLast = best && !(*view)->next;
        JsonWriter json;
        json.beginObject().member("in_best_chain", best);
        if (best)
            json.member("height", (*view)->row.height);
        else
            json.key("height").null();
        if (best && (*view)->next)
            json.member("next_best", *(*view)->next);
        else
            json.key("next_best").null();
        json.endObject();
        const HttpResponse made = esploraJson(json.take());
        return best && !isLast ? ofBranch(made, queries) : ofChain(made, queries);
    });
}

void blockHeader(const RouteContext& context, const RouteCall& call) {
    withBlock(context, call, [](explorer::ExplorerQueries&, const explorer::BlockView& view) {
        return esploraText(util::toHex(view.header.serialize()), kCacheForever);
    });
}

void blockRaw(const RouteContext& context, const RouteCall& call) {
    withBlock(context, call, [](explorer::ExplorerQueries& queries, const explorer::BlockView& view) {
        const auto bytes = queries.reader().readBlockBytes(view.row.hash);
        if (!bytes) return RouteContext::databaseFailed(bytes.error());
        return *bytes ? esploraBytes(**bytes, kCacheForever) : noSuchBlockAnswer();
    });
}

void blockTxids(const RouteContext& context, const RouteCall& call) {
    withBlock(context, call, [](explorer::ExplorerQueries& queries, const explorer::BlockView& view) {
        const auto body = queries.reader().readBlock(view.row.hash);
        if (!body) return RouteContext::databaseFailed(body.error());
        if (!*body) return noSuchBlockAnswer();
        JsonWriter json;
        json.beginArray();
        for (const auto& transaction : (*body)->transactions)
            json.value(transaction->txid());
        json.endArray();
        return esploraJson(json.take(), kCacheForever);
    });
}

void blockTxid(const RouteContext& context, const RouteCall& call) {
    const auto index = numberArgument(call, 1);
    if (!index) return;
    withBlock(context, call,
              [index = *index](explorer::ExplorerQueries& queries, const explorer::BlockView& view) {
                  const auto body = queries.reader().readBlock(view.row.hash);
                  if (!body) return RouteContext::databaseFailed(body.error());
                  if (!*body) return noSuchBlockAnswer();
                  if (index >= (*body)->transactions.size())
                      return esploraError(404, QStringLiteral("tx index out of range"));
                  return esploraText((*body)->transactions[index]->txid().toHex(), kCacheForever);
              });
}

void transactionPage(const RouteContext& context, const RouteCall& call, std::uint32_t start) {
    withBlock(context, call, [start](explorer::ExplorerQueries& queries, const explorer::BlockView& view) {
        if (start >= std::uint32_t(view.row.transactionCount))
            return esploraError(404, QStringLiteral("start index out of range"));
        if (start % kTransactionsPerPage != 0) {
            return esploraError(
                400, QStringLiteral("start index must be a multipication of %1").arg(kTransactionsPerPage));
        }
        const auto views = queries.blockTransactions(view.row.hash, start, kTransactionsPerPage);
        if (!views) return RouteContext::databaseFailed(views.error());
        JsonWriter json;
        writeEsploraTransactions(json, *views);
        HttpResponse made = esploraJson(json.take());
        const bool placed = std::ranges::all_of(*views, [](const auto& one) { return one.status.confirmed; });
        return view.row.inBestChain && placed ? ofBranch(std::move(made), queries)
                                              : made; // the index may lag
    });
}

void blockTransactions(const RouteContext& context, const RouteCall& call) {
    transactionPage(context, call, 0);
}

void blockTransactionsFrom(const RouteContext& context, const RouteCall& call) {
    if (const auto start = numberArgument(call, 1)) transactionPage(context, call, *start);
}

} // namespace

std::vector<Route> esploraBlockRoutes(RouteContext context) {
    const auto row = [&](const char* path, auto handler, const char* summary,
                         const char* answer = "application/json", const char* sample = nullptr) {
        Route route{"GET",        path,
                    Access::Read, [context, handler](const RouteCall& call) { handler(context, call); },
                    summary,      sample,
                    answer};
        route.onPeerFace = true;
        return route;
    };
    const char* text = "text/plain";
    return {
        row("/api/blocks/tip/height", tipHeight, QT_TRANSLATE_NOOP("Routes", "The height of the best chain."),
            text, "/api/blocks/tip/height"),
        row("/api/blocks/tip/hash", tipHash,
            QT_TRANSLATE_NOOP("Routes", "The hash of the best chain's last block."), text,
            "/api/blocks/tip/hash"),
        row("/api/blocks", blocks, QT_TRANSLATE_NOOP("Routes", "The last ten blocks, newest first."),
            "application/json", "/api/blocks"),
        row("/api/blocks/:start_height", blocksFrom,
            QT_TRANSLATE_NOOP("Routes", "Ten blocks from a height downwards.")),
        row("/api/block-height/:height", hashAtHeight,
            QT_TRANSLATE_NOOP("Routes", "The hash of the block at a height."), text, "/api/block-height/0"),
        row("/api/block/:hash", block, QT_TRANSLATE_NOOP("Routes", "A block, of any branch.")),
        row("/api/block/:hash/status", blockStatus,
            QT_TRANSLATE_NOOP("Routes", "Whether a block is in the best chain, and which one follows it.")),
        row("/api/block/:hash/header", blockHeader,
            QT_TRANSLATE_NOOP("Routes", "The 80 bytes of its header in hex."), text),
        row("/api/block/:hash/raw", blockRaw, QT_TRANSLATE_NOOP("Routes", "The block in wire form."),
            "application/octet-stream"),
        row("/api/block/:hash/txids", blockTxids,
            QT_TRANSLATE_NOOP("Routes", "The ids of its transactions.")),
        row("/api/block/:hash/txid/:index", blockTxid,
            QT_TRANSLATE_NOOP("Routes", "The id of one of its transactions."), text),
        row("/api/block/:hash/txs", blockTransactions,
            QT_TRANSLATE_NOOP("Routes", "Its first 25 transactions.")),
        row("/api/block/:hash/txs/:start_index", blockTransactionsFrom,
            QT_TRANSLATE_NOOP("Routes", "25 of its transactions, from a multiple of 25.")),
    };
}

} // namespace rest
