// JSON-RPC: the program itself, and what belongs nowhere else.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Hex.h"

#include <QDateTime>

namespace rest {

namespace {

RpcHandled validateAddress(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    if (!address) return fail(address.error());
    const auto script = script::scriptFromAddress(*address, context.node.params().addresses);
    JsonWriter json;
    json.beginObject().member("isvalid", script.has_value());
    if (!script) {
        const bool foreign = script.error() == script::AddressError::WrongNetwork;
        json.key("error_locations").beginArray().endArray();
        json.member("error", foreign ? "The address belongs to another network"
                                     : "Invalid or unsupported Segwit (Bech32) or Base58 encoding.")
            .endObject();
        call.reply(json.take());
        return {};
    }
    const auto type = script::outputTypeOf(*script);
    const auto program = script::witnessProgramOf(*script);
    const bool isScript = type == script::OutputType::ScriptHash ||
                          type == script::OutputType::WitnessScriptHash ||
                          type == script::OutputType::Taproot;
    // In its one form, however it was typed.
    json.member("address", script::toAddress(*script, context.node.params().addresses).value_or(*address))
        .member("scriptPubKey", util::toHex(*script))
        .member("isscript", isScript)
        .member("iswitness", program.has_value());
    if (program)
        json.member("witness_version", program->version)
            .member("witness_program", util::toHex(program->program));
    json.endObject();
    call.reply(json.take());
    return {};
}

RpcHandled uptime(const RouteContext& context, const RpcCall& call) {
    call.reply(QByteArray::number(context.running.elapsed() / 1000));
    return {};
}

RpcHandled setMockTime(const RouteContext& context, const RpcCall& call) {
    if (!context.node.params().isRegtest)
        return fail(RpcError{rpc::kMisc,
                             QStringLiteral("setmocktime is for regression testing (-regtest mode) only")});
    const auto time = call.params.integer(0);
    if (!time) return fail(time.error());
    if (*time < 0 || *time > 0xffffffffLL)
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Mocktime must be in the range [0, 4294967295], not %1.").arg(*time)});
    context.node.setMockTime(*time);
    call.reply(QByteArray("null"));
    return {};
}

/// For programs that try a client: what they sent.
RpcHandled echo(const RouteContext&, const RpcCall& call) {
    std::vector<JsonValue> given;
    for (std::size_t i = 0; i < call.params.count(); ++i)
        given.push_back(call.params.has(i) ? *call.params.at(i) : JsonValue());
    call.reply(JsonValue::array(std::move(given)).toJson());
    return {};
}

/// Everything that was posted to the node before is done when this is answered; with the wallet's part where
/// one is open.
RpcHandled syncWithQueue(const RouteContext& context, const RpcCall& call) {
    call.askChain(context, [](const node::ChainView&) -> RpcResult { return QByteArray("null"); });
    return {};
}

RpcHandled stop(const RouteContext& context, const RpcCall& call) {
    const auto wait = call.params.integer(0, 0);
    if (!wait) return fail(wait.error());
    call.reply(JsonWriter().value("Cairn stopping").take());
    context.node.requestStop();
    return {};
}

} // namespace

std::vector<RpcMethod> rpcNodeMethods() {
    const char* control = "Control";
    const std::vector<RpcParameter> echoed = {
        {"arg0", RpcType::Other, kOptional}, {"arg1", RpcType::Other, kOptional},
        {"arg2", RpcType::Other, kOptional}, {"arg3", RpcType::Other, kOptional},
        {"arg4", RpcType::Other, kOptional}, {"arg5", RpcType::Other, kOptional},
        {"arg6", RpcType::Other, kOptional}, {"arg7", RpcType::Other, kOptional},
        {"arg8", RpcType::Other, kOptional}, {"arg9", RpcType::Other, kOptional}};
    return {
        {control,
         "setmocktime",
         {{"timestamp", RpcType::Integer}},
         true,
         "Stops the node's clock at a time (regtest); 0 lets it go on.",
         setMockTime},
        {control,
         "stop",
         {{"wait", RpcType::Integer, kOptional, nullptr, 0, 0}},
         true,
         "Stops the node.",
         stop},
        {"Hidden", "echo", echoed, false, "Gives its parameters back.", echo},
        {"Hidden", "echojson", echoed, false, "Gives its parameters back.", echo},
        {"Hidden",
         "syncwithvalidationinterfacequeue",
         {},
         true,
         "Answers once what came before is done.",
         syncWithQueue},
        {control, "uptime", {}, false, "Seconds since the start.", uptime},
        {"Util",
         "validateaddress",
         {{"address", RpcType::Text}},
         false,
         "Whether an address is one of this network, and its script.",
         validateAddress},
    };
}

} // namespace rest
