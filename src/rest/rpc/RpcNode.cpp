// JSON-RPC: the node, its peers, and what belongs nowhere else.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Hex.h"

#include <QDateTime>

#include <algorithm>

namespace rest {

namespace {

/// Clients check these against what they know of Bitcoin Core: of this release we understand the calls.
constexpr int kVersion = 300'000;
constexpr const char* kCoreAgent = "/Satoshi:30.0.0";
constexpr int kProtocol = 70'016;
constexpr const char* kServices = "0000000000000009"; ///< NETWORK, WITNESS

void writeServiceNames(JsonWriter& json, const char* name) {
    json.key(name).beginArray().value("NETWORK").value("WITNESS").endArray();
}

bool isConnected(const net::PeerInfo& peer) {
    using enum net::PeerState;
    return peer.state == InStep || peer.state == CatchingUp || peer.state == Behind ||
           peer.state == OtherBranch;
}

RpcHandled getNetworkInfo(const RouteContext& context, const RpcCall& call) {
    const auto peers = context.node.peers().list();
    const auto inbound = std::ranges::count_if(
        *peers, [](const net::PeerInfo& peer) { return isConnected(peer) && peer.dialledIn; });
    const auto outbound = std::ranges::count_if(
        *peers, [](const net::PeerInfo& peer) { return isConnected(peer) && !peer.dialledIn; });
    const auto relay = context.node.settings().amount(QStringLiteral("minimum_fee"));
    JsonWriter json;
    json.beginObject()
        .member("version", kVersion)
        .member("subversion", std::string(kCoreAgent) + net::kAgent)
        .member("protocolversion", kProtocol)
        .member("localservices", kServices);
    writeServiceNames(json, "localservicesnames");
    json.member("localrelay", true).member("timeoffset", 0).member("networkactive", true);
    json.member("connections", inbound + outbound)
        .member("connections_in", inbound)
        .member("connections_out", outbound);
    json.key("networks").beginArray().endArray();
    json.member("relayfee", relay)
        .member("incrementalfee", primitives::Amount(chain::MempoolOptions().incrementalFeePerKvB));
    json.key("localaddresses").beginArray().endArray().key("warnings").beginArray().endArray().endObject();
    call.reply(json.take());
    return {};
}

RpcHandled getConnectionCount(const RouteContext& context, const RpcCall& call) {
    const auto peers = context.node.peers().list();
    call.reply(QByteArray::number(qint64(std::ranges::count_if(*peers, isConnected))));
    return {};
}

RpcHandled getPeerInfo(const RouteContext& context, const RpcCall& call) {
    const auto peers = context.node.peers().list();
    JsonWriter json;
    json.beginArray();
    for (const net::PeerInfo& peer : *peers) {
        if (!isConnected(peer)) continue;
        json.beginObject()
            .member("id", peer.id)
            .member("addr", peer.address)
            .member("network", "ipv4")
            .member("services", kServices);
        writeServiceNames(json, "servicesnames");
        json.member("relaytxes", true)
            .member("lastsend", peer.lastSeen)
            .member("lastrecv", peer.lastSeen)
            .member("bytessent", peer.bytesOut)
            .member("bytesrecv", peer.bytesIn)
            .member("version", kProtocol)
            .member("subver", peer.agent)
            .member("inbound", peer.dialledIn);
        if (peer.pingMs >= 0) writeReal(json, "pingtime", double(peer.pingMs) / 1000);
        json.member("startingheight", peer.height)
            .member("synced_headers", peer.height)
            .member("synced_blocks", peer.height);
        json.key("inflight")
            .beginArray()
            .endArray()
            .member("connection_type", peer.dialledIn ? "inbound" : "manual")
            .endObject();
    }
    json.endArray();
    call.reply(json.take());
    return {};
}

RpcHandled getNetTotals(const RouteContext& context, const RpcCall& call) {
    std::int64_t in = 0, out = 0;
    const auto peers = context.node.peers().list();
    for (const net::PeerInfo& peer : *peers) {
        in += peer.bytesIn;
        out += peer.bytesOut;
    }
    JsonWriter json;
    json.beginObject()
        .member("totalbytesrecv", in)
        .member("totalbytessent", out)
        .member("timemillis", QDateTime::currentMSecsSinceEpoch())
        .endObject();
    call.reply(json.take());
    return {};
}

RpcHandled addNode(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    if (!address) return fail(address.error());
    const auto command = call.params.text(1);
    if (!command) return fail(command.error());
    const QString node = QString::fromStdString(*address);
    if (*command == "remove") {
        const auto peers = context.node.peers().list();
        const auto found = std::ranges::find_if(
            *peers, [&](const net::PeerInfo& peer) { return !peer.dialledIn && peer.address == node; });
        if (found == peers->end())
            return fail(RpcError{
                -24, QStringLiteral("Error: Node could not be removed. It has not been added previously.")});
        context.node.peers().remove(found->id);
        call.reply(QByteArray("null"));
        return {};
    }
    if (*command != "add" && *command != "onetry")
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("command must be add, remove or onetry")});
    call.then(context, context.node.peers().add(node), [call](const Result<quint64, QString>& added) {
        if (!added)
            call.reply(fail(RpcError{-23, added.error()}));
        else
            call.reply(QByteArray("null"));
    });
    return {};
}

RpcHandled getAddedNodeInfo(const RouteContext& context, const RpcCall& call) {
    const auto wanted = call.params.text(0, "");
    if (!wanted) return fail(wanted.error());
    JsonWriter json;
    json.beginArray();
    bool found = false;
    const auto peers = context.node.peers().list();
    for (const net::PeerInfo& peer : *peers) {
        if (!peer.saved || (!wanted->empty() && peer.address.toStdString() != *wanted)) continue;
        found = true;
        json.beginObject()
            .member("addednode", peer.address)
            .member("connected", isConnected(peer))
            .key("addresses")
            .beginArray();
        if (isConnected(peer))
            json.beginObject().member("address", peer.address).member("connected", "outbound").endObject();
        json.endArray().endObject();
    }
    json.endArray();
    if (!wanted->empty() && !found)
        return fail(RpcError{-24, QStringLiteral("Error: Node has not been added.")});
    call.reply(json.take());
    return {};
}

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
    call.reply(QByteArray::number((context.node.clock().steadyMs() - context.startedMs) / 1000));
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
    const char* network = "Network";
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
        {network,
         "addnode",
         {{"node", RpcType::Text}, {"command", RpcType::Text}},
         true,
         "Adds a peer, removes it (add, remove, onetry).",
         addNode},
        {network,
         "getaddednodeinfo",
         {{"node", RpcType::Text, kOptional}},
         true,
         "The peers that were added.",
         getAddedNodeInfo},
        {network, "getconnectioncount", {}, false, "How many peers are connected.", getConnectionCount},
        {network, "getnettotals", {}, false, "Bytes to and from all peers.", getNetTotals},
        {network, "getnetworkinfo", {}, false, "The node as peers see it.", getNetworkInfo},
        {network, "getpeerinfo", {}, false, "The peers that are connected.", getPeerInfo},
        {"Util",
         "validateaddress",
         {{"address", RpcType::Text}},
         false,
         "Whether an address is one of this network, and its script.",
         validateAddress},
    };
}

} // namespace rest
