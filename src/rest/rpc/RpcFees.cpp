// JSON-RPC: what to pay.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"

#include <array>

namespace rest {

namespace {

constexpr std::int64_t kFarthestTarget = 1008;

/// Core's horizons and the farthest target of each.
struct Horizon {
    const char* name;
    std::int64_t farthest;
};
constexpr std::array<Horizon, 3> kHorizons = {{{"short", 12}, {"medium", 48}, {"long", kFarthestTarget}}};

Result<std::int32_t, RpcError> confirmTargetOf(const RpcCall& call) {
    const auto target = call.params.integer(0);
    if (!target) return fail(target.error());
    if (*target < 1 || *target > kFarthestTarget)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("Invalid conf_target, must be between 1 and 1008")});
    return std::int32_t(*target);
}

RpcHandled estimateSmartFee(const RouteContext& context, const RpcCall& call) {
    const auto target = confirmTargetOf(call);
    if (!target) return fail(target.error());
    if (const JsonValue* options = call.params.at(2)) {
        const std::vector<RpcParameter> rows = {{"fee_rate_estimator", RpcType::Text, kOptional},
                                                {"verbosity", RpcType::Integer, kOptional}};
        if (auto wrong = wrongMembers(*options, rows, true)) return fail(std::move(*wrong));
    }
    const chain::FeeEstimate estimate = context.node.chain().mempool()->fees.at(*target);
    JsonWriter json;
    json.beginObject()
        .member("feerate", primitives::Amount(estimate.feePerKvB))
        .member("blocks", estimate.targetBlocks)
        .endObject();
    call.reply(json.take());
    return {};
}

/// Core's averages over weeks do not exist here: every horizon that has the target gives the one estimate, of
/// what waits and of the last blocks, which fades at once and counts single blocks.
RpcHandled estimateRawFee(const RouteContext& context, const RpcCall& call) {
    const auto target = confirmTargetOf(call);
    if (!target) return fail(target.error());
    if (const JsonValue* threshold = call.params.at(1)) {
        const double share = QByteArray::fromStdString(threshold->text()).toDouble();
        if (share < 0 || share > 1)
            return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid threshold")});
    }
    const chain::FeeEstimate estimate = context.node.chain().mempool()->fees.at(*target);
    JsonWriter json;
    json.beginObject();
    for (const Horizon& horizon : kHorizons) {
        if (*target > horizon.farthest) continue;
        json.key(horizon.name).beginObject().member("feerate", primitives::Amount(estimate.feePerKvB));
        writeReal(json, "decay", 0);
        json.member("scale", 1).endObject();
    }
    call.reply(json.endObject().take());
    return {};
}

} // namespace

std::vector<RpcMethod> rpcFeeMethods() {
    return {
        {"Hidden",
         "estimaterawfee",
         {{"conf_target", RpcType::Integer}, {"threshold", RpcType::Number, kOptional}},
         false,
         "The same estimate for each of Core's horizons.",
         estimateRawFee},
        {"Util",
         "estimatesmartfee",
         {{"conf_target", RpcType::Integer},
          {"estimate_mode", RpcType::Text, kOptional, "unset|economical|conservative"},
          {"options", RpcType::Object, kOptional}},
         false,
         "Coins per 1000 virtual bytes to be confirmed within so many blocks. The options of Core choose "
         "between its estimators; here is one.",
         estimateSmartFee},
    };
}

} // namespace rest
