#include "rest/esplora/ForecastRoutes.h"

#include "rest/core/CoreText.h"
#include "rest/esplora/EsploraText.h"
#include "rest/json/JsonWriter.h"

#include <algorithm>
#include <array>
#include <set>

namespace rest {

namespace {

using chain::MempoolSnapshot;
using Item = MempoolSnapshot::Item;

constexpr std::size_t kForecastBlocks = 8; ///< the last one stands for all that follow
constexpr std::int64_t kMilliseconds = 1'000;
constexpr std::int32_t kHalfHourTarget = 3, kHourTarget = 6; ///< blocks, as that API counts them

double perVbyte(std::int64_t perKvB) {
    return double(perKvB) / 1000;
}

double rateOf(const Item& item) {
    return double(item.fee.satoshi()) / double(item.transaction->vsize());
}

// --- GET /api/v1/fees/…

void recommendedFees(const RouteContext& context, const RouteCall& call) {
    const auto waiting = context.node.chain().mempool();
    const std::int64_t least = waiting->minFeePerKvB;
    const auto within = [&](std::int32_t blocks) {
        return std::max(least, waiting->fees.at(blocks).feePerKvB);
    };
    JsonWriter json;
    json.beginObject()
        .member("fastestFee", perVbyte(within(1)))
        .member("halfHourFee", perVbyte(within(kHalfHourTarget)))
        .member("hourFee", perVbyte(within(kHourTarget)))
        .member("economyFee", perVbyte(std::min(2 * least, within(kHourTarget))))
        .member("minimumFee", perVbyte(least))
        .endObject();
    call.responder->send(esploraJson(json.take()));
}

/// One of the next blocks, as they would be cut from what waits now.
struct ForecastBlock {
    std::int64_t bytes = 0;
    std::int64_t weight = 0;
    primitives::Amount fees;
    std::vector<double> rates;
};

std::vector<ForecastBlock> forecast(const MempoolSnapshot& waiting, std::int64_t maxWeight) {
    std::vector<ForecastBlock> out;
    for (const Item& item : waiting.items) {
        const std::int64_t weight = item.transaction->weight();
        const bool isFull =
            out.empty() || (out.back().weight + weight > maxWeight && out.size() < kForecastBlocks);
        if (isFull) out.emplace_back();
        ForecastBlock& block = out.back();
        block.bytes += std::int64_t(item.transaction->size());
        block.weight += weight;
        block.fees = primitives::saturatingSum(block.fees, item.fee);
        block.rates.push_back(rateOf(item));
    }
    for (ForecastBlock& block : out)
        std::ranges::sort(block.rates);
    return out;
}

void mempoolBlocks(const RouteContext& context, const RouteCall& call) {
    const auto waiting = context.node.chain().mempool();
    static constexpr std::array kShares = {0.0,  0.1, 0.25, 0.5,
                                           0.75, 0.9, 1.0}; ///< of the block, cheapest first
    JsonWriter json;
    json.beginArray();
    for (const ForecastBlock& block : forecast(*waiting, context.node.params().rules().maxBlockWeight)) {
        const auto at = [&](double share) {
            return block.rates[static_cast<std::size_t>(share * double(block.rates.size() - 1))];
        };
        json.beginObject()
            .member("blockSize", block.bytes)
            .member("blockVSize", double(block.weight) / primitives::kWitnessScale)
            .member("nTx", block.rates.size())
            .member("totalFees", block.fees.satoshi())
            .member("medianFee", at(0.5));
        json.key("feeRange").beginArray();
        for (const double share : kShares)
            json.value(at(share));
        json.endArray().endObject();
    }
    json.endArray();
    call.responder->send(esploraJson(json.take()));
}

// --- GET /api/v1/difficulty-adjustment

struct Period {
    std::int32_t length = 0; ///< blocks
    std::int32_t next = 0;   ///< height of the next adjustment
    std::int32_t tip = 0;
    std::int64_t tipTime = 0;
    double change = 0; ///< expected, +0.23 = 23 % harder
    double wanted = 0; ///< seconds a block
    std::int64_t now = 0;
};

/// What the last adjustment did, in percent; 0 in the first period.
double lastChange(explorer::ExplorerQueries& queries, std::int32_t start) {
    const auto after = queries.blockAt(start);
    const auto before = start > 0 ? queries.blockAt(start - 1) : after;
    if (!after || !before || !*after || !*before) return 0;
    return (*before)->difficulty > 0 ? ((*after)->difficulty / (*before)->difficulty - 1) * 100 : 0;
}

HttpResponse adjustmentOf(explorer::ExplorerQueries& queries, const Period& period) {
    const std::int32_t start = std::max(0, period.next - period.length);
    const auto first = queries.blockAt(std::min(start, period.tip));
    if (!first) return RouteContext::databaseFailed(first.error());
    if (!*first) return RouteContext::stopping();
    const std::int64_t since = (*first)->header.time;
    const std::int32_t done = std::max(0, period.tip - start);
    const double average = done > 0 ? std::max(0.0, double(period.tipTime - since) / done) : period.wanted;
    const std::int32_t left = std::max(0, period.next - period.tip);
    const auto leftMs = static_cast<std::int64_t>(left * average * kMilliseconds);
    JsonWriter json;
    json.beginObject()
        .member("progressPercent", period.length > 0 ? 100.0 * done / period.length : 0.0)
        .member("difficultyChange", period.change * 100)
        .member("estimatedRetargetDate", period.now * kMilliseconds + leftMs)
        .member("remainingBlocks", left)
        .member("remainingTime", leftMs)
        .member("previousRetarget", lastChange(queries, start))
        .member("previousTime", since)
        .member("nextRetargetHeight", period.next)
        .member("timeAvg", static_cast<std::int64_t>(average * kMilliseconds))
        .member("adjustedTimeAvg", static_cast<std::int64_t>(average * kMilliseconds))
        .member("timeOffset", 0)
        .member("expectedBlocks", std::max(0.0, double(period.now - since) / period.wanted))
        .endObject();
    return esploraJson(json.take());
}

void difficultyAdjustment(const RouteContext& context, const RouteCall& call) {
    const auto status = context.node.chain().status();
    const consensus::Rules& rules = context.node.params().rules();
    if (status->nextAdjustmentHeight == 0)
        return call.responder->send(
            errorResponse(404, QStringLiteral("The difficulty of this network never changes."),
                          QStringLiteral("not-found")));
    const Period period{rules.difficultyAdjustmentInterval,
                        status->nextAdjustmentHeight,
                        status->tip.height,
                        status->tipTime,
                        status->adjustmentEstimate,
                        double(rules.targetBlockTime),
                        context.node.clock().now()};
    context.ask(call.responder,
                [period](explorer::ExplorerQueries& queries) { return adjustmentOf(queries, period); });
}

// --- GET /api/v1/cpfp/:txid

void writeRelative(JsonWriter& json, const Item& item) {
    json.beginObject()
        .member("txid", item.transaction->txid())
        .member("fee", item.fee.satoshi())
        .member("weight", item.transaction->weight())
        .endObject();
}

QByteArray familyJson(const MempoolSnapshot& waiting, std::size_t place) {
    const auto above = waiting.ancestorsOf(place);
    const auto below = waiting.descendantsOf(place);
    const Item& own = waiting.items[place];
    JsonWriter json;
    const auto list = [&](const char* name, const std::vector<std::size_t>& places) {
        json.key(name).beginArray();
        for (const std::size_t each : places)
            writeRelative(json, waiting.items[each]);
        json.endArray();
    };
    json.beginObject();
    list("ancestors", above);
    const auto best =
        std::ranges::max_element(below, {}, [&](std::size_t each) { return rateOf(waiting.items[each]); });
    json.key("bestDescendant");
    if (best == below.end())
        json.null();
    else
        writeRelative(json, waiting.items[*best]);
    list("descendants", below);
    primitives::Amount fees = own.fee;
    std::int64_t vsize = own.transaction->vsize();
    for (const std::size_t each : above) {
        fees = primitives::saturatingSum(fees, waiting.items[each].fee);
        vsize += waiting.items[each].transaction->vsize();
    }
    json.member("effectiveFeePerVsize", double(fees.satoshi()) / double(vsize))
        .member("fee", own.fee.satoshi())
        .member("adjustedVsize", own.transaction->vsize())
        .endObject();
    return json.take();
}

void family(const RouteContext& context, const RouteCall& call) {
    const auto txid = txidArgument(call, 0);
    if (!txid) return;
    const auto waiting = context.node.chain().mempool();
    const auto place = waiting->byTxid.find(*txid);
    if (place == waiting->byTxid.end())
        return call.responder->send(errorResponse(
            404, QStringLiteral("The mempool does not have this transaction."), QStringLiteral("not-found")));
    call.responder->send(esploraJson(familyJson(*waiting, place->second)));
}

// --- GET /api/v1/validate-address/:address

void validateAddress(const RouteContext& context, const RouteCall& call) {
    answerWith(context, call, "validateaddress", {JsonValue::ofText(call.arguments.value(0).toStdString())});
}

} // namespace

std::vector<Route> forecastRoutes(RouteContext context) {
    const auto row = [&](const char* path, auto handler, const char* summary, const char* sample = nullptr) {
        return Route{"GET",        path,
                     Access::Read, [context, handler](const RouteCall& call) { handler(context, call); },
                     summary,      sample};
    };
    return {
        row("/api/v1/fees/recommended", recommendedFees,
            QT_TRANSLATE_NOOP("Routes",
                              "Fee rates for the next block, for half an hour, for an hour, and the least."),
            "/api/v1/fees/recommended"),
        row("/api/v1/fees/mempool-blocks", mempoolBlocks,
            QT_TRANSLATE_NOOP("Routes", "The next blocks, as what waits would fill them."),
            "/api/v1/fees/mempool-blocks"),
        row("/api/v1/difficulty-adjustment", difficultyAdjustment,
            QT_TRANSLATE_NOOP("Routes",
                              "When the difficulty changes next, and by how much; times in milliseconds.")),
        row("/api/v1/cpfp/:txid", family,
            QT_TRANSLATE_NOOP("Routes", "What a waiting transaction builds on and what builds on it.")),
        row("/api/v1/validate-address/:address", validateAddress,
            QT_TRANSLATE_NOOP("Routes", "Whether an address is one of this network, and its script.")),
    };
}

} // namespace rest
