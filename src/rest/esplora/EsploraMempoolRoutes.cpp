#include "rest/esplora/EsploraMempoolRoutes.h"

#include "rest/esplora/EsploraText.h"
#include "rest/esplora/FeeHistogram.h"
#include "rest/json/JsonWriter.h"
#include "rest/rpc/TemplateFeed.h"
#include "rest/rpc/TemplateJson.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::size_t kRecent = 10;
constexpr std::int64_t kBinVsize = 50'000;
constexpr std::int64_t kBins = 20; ///< a small mempool is cut into about so many

void mempool(const RouteContext& context, const RouteCall& call) {
    const auto waiting = context.node.chain().mempool();
    JsonWriter json;
    json.beginObject()
        .member("count", waiting->items.size())
        .member("vsize", waiting->vsize)
        .member("total_fee", waiting->totalFees.satoshi());
    json.key("fee_histogram").beginArray();
    const auto bins = feeHistogram(*waiting, std::min(kBinVsize, waiting->vsize / kBins));
    for (const auto& [rate, vsize] : bins)
        json.beginArray().value(rate).value(vsize).endArray();
    json.endArray().endObject();
    call.responder->send(esploraJson(json.take()));
}

void mempoolTxids(const RouteContext& context, const RouteCall& call) {
    const auto waiting = context.node.chain().mempool();
    JsonWriter json;
    json.beginArray();
    for (const auto& item : waiting->items)
        json.value(item.transaction->txid());
    json.endArray();
    call.responder->send(esploraJson(json.take()));
}

void mempoolRecent(const RouteContext& context, const RouteCall& call) {
    const auto waiting = context.node.chain().mempool();
    std::vector<const chain::MempoolSnapshot::Item*> newest;
    for (const auto& item : waiting->items)
        newest.push_back(&item);
    std::ranges::stable_sort(newest, [](const auto* a, const auto* b) { return a->time > b->time; });
    if (newest.size() > kRecent) newest.resize(kRecent);
    JsonWriter json;
    json.beginArray();
    for (const auto* item : newest) {
        primitives::Amount value;
        for (const auto& output : item->transaction->outputs())
            value += output.value;
        json.beginObject()
            .member("txid", item->transaction->txid())
            .member("fee", item->fee.satoshi())
            .member("vsize", item->transaction->vsize())
            .member("value", value.satoshi())
            .endObject();
    }
    json.endArray();
    call.responder->send(esploraJson(json.take(), kCacheRecent));
}

void feeEstimates(const RouteContext& context, const RouteCall& call) {
    const auto waiting = context.node.chain().mempool();
    JsonWriter json;
    json.beginObject();
    for (const chain::FeeEstimate& estimate : waiting->fees.byTarget)
        json.member(std::to_string(estimate.targetBlocks), double(estimate.feePerKvB) / 1000);
    json.endObject();
    call.responder->send(esploraJson(json.take()));
}

void blockTemplate(const RouteContext& context, const RouteCall& call) {
    context.templates.current([context, responder = call.responder](const MiningWorkRef& work) {
        if (!work) return responder->send(RouteContext::stopping());
        JsonWriter json;
        writeBlockTemplate(json, *work, context.node.params(), context.node.clock().now());
        responder->send(jsonResponse(json.take()));
    });
}

} // namespace

std::vector<Route> esploraMempoolRoutes(RouteContext context) {
    const auto row = [&](const char* path, auto handler, const char* summary, const char* sample = nullptr) {
        Route route{"GET",        path,
                    Access::Read, [context, handler](const RouteCall& call) { handler(context, call); },
                    summary,      sample};
        route.onPeerFace = true;
        return route;
    };
    return {
        row("/api/mempool", mempool, QT_TRANSLATE_NOOP("Routes", "How much waits, and what it pays."),
            "/api/mempool"),
        row("/api/mempool/txids", mempoolTxids,
            QT_TRANSLATE_NOOP("Routes", "The ids of all waiting transactions.")),
        row("/api/mempool/recent", mempoolRecent, QT_TRANSLATE_NOOP("Routes", "The last ten that came.")),
        row("/api/fee-estimates", feeEstimates,
            QT_TRANSLATE_NOOP("Routes", "Satoshi per virtual byte to be confirmed within so many blocks."),
            "/api/fee-estimates"),
        row("/api/block-template", blockTemplate,
            QT_TRANSLATE_NOOP("Routes", "The next block as this node would mine it (getblocktemplate).")),
    };
}

} // namespace rest
