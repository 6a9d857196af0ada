// JSON-RPC: other nodes, bans, and the node as they see it.
#include "net/UserAgent.h"
#include "net/address/HostAddress.h"
#include "node/NodeName.h"
#include "rest/p2p/PeerWords.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Version.h"

#include <QDateTime>

#include <algorithm>

namespace rest {

namespace {

/// Clients check this against what they know of Bitcoin Core: of this release we understand the calls.
constexpr int kCoreVersion = 300'000;
constexpr std::int64_t kStandardBanSeconds = std::int64_t{24} * 3600;
constexpr net::PeerId kFirstId = 1; ///< the RPC counts peers from 0
constexpr int kNotConnected = -29, kAlreadyAdded = -23, kNotAdded = -24, kBadSubnet = -30, kNoSuchBlock = -1;

// --- words

std::string serviceBits(std::uint64_t services) {
    return QString::number(services, 16).rightJustified(16, QLatin1Char('0')).toStdString();
}

void writeServices(JsonWriter& json, const char* bits, const char* names, std::uint64_t services) {
    struct Row {
        std::uint64_t bit;
        const char* name;
    };
    static constexpr Row rows[] = {{net::wire::kServiceNetwork, "NETWORK"},
                                   {net::wire::kServiceBloom, "BLOOM"},
                                   {net::wire::kServiceWitness, "WITNESS"},
                                   {net::wire::kServiceNetworkLimited, "NETWORK_LIMITED"}};
    json.member(bits, serviceBits(services)).key(names).beginArray();
    for (const Row& row : rows) {
        if ((services & row.bit) != 0) json.value(row.name);
    }
    json.endArray();
}

const char* networkOf(const QString& address) {
    if (address.startsWith(QLatin1String("127.")) || address.startsWith(QLatin1String("[::1]")))
        return "not_publicly_routable";
    return address.startsWith(QLatin1Char('[')) ? "ipv6" : "ipv4";
}

const char* connectionType(const net::PeerInfo& peer) {
    if (peer.dialledIn) return "inbound";
    return peer.isByHand || peer.isOnce ? "manual" : "outbound-full-relay";
}

void writeByCommand(JsonWriter& json, const char* name, const std::map<QString, net::PeerTraffic>& traffic) {
    json.key(name).beginObject();
    for (const auto& [command, sum] : traffic)
        json.member(command.toStdString(), sum.bytes);
    json.endObject();
}

const net::PeerInfo* findPeer(const std::vector<net::PeerInfo>& peers, auto matches) {
    const auto found = std::ranges::find_if(peers, matches);
    return found == peers.end() ? nullptr : &*found;
}

/// `goOn` gets the peers as they are once all that came before is done, and gives an RpcResult.
template <class F>
RpcHandled withPeers(const RouteContext& context, const RpcCall& call, F goOn) {
    using List = std::shared_ptr<const node::PeerAccess::PeerList>;
    call.then(context, context.node.peers().listNow(),
              [call, goOn = std::move(goOn)](const List& list) { call.reply(goOn(*list)); });
    return {};
}

// --- the node

RpcHandled getNetworkInfo(const RouteContext& context, const RpcCall& call) {
    call.then(context, context.node.peers().isNetworkActive(), [context, call](bool active) {
        const auto peers = context.node.peers().list();
        const auto inbound = std::ranges::count_if(
            *peers, [](const net::PeerInfo& peer) { return peer.isConnected() && peer.dialledIn; });
        const auto all = std::ranges::count_if(*peers, &net::PeerInfo::isConnected);
        JsonWriter json;
        json.beginObject()
            .member("version", kCoreVersion)
            .member("subversion", net::userAgent(QString::fromLatin1(util::kProgramVersion),
                                                 node::nodeName(context.node.settings())))
            .member("protocolversion", net::wire::kProtocolVersion);
        writeServices(json, "localservices", "localservicesnames", net::kLocalServices);
        json.member("localrelay", true).member("timeoffset", 0).member("networkactive", active);
        json.member("connections", all)
            .member("connections_in", inbound)
            .member("connections_out", all - inbound);
        json.key("networks").beginArray();
        for (const char* name : {"ipv4", "ipv6"}) {
            json.beginObject()
                .member("name", name)
                .member("limited", false)
                .member("reachable", true)
                .member("proxy", "")
                .member("proxy_randomize_credentials", false)
                .endObject();
        }
        json.endArray()
            .member("relayfee", context.node.settings().amount(QStringLiteral("minimum_fee")))
            .member("incrementalfee", primitives::Amount(chain::MempoolOptions().incrementalFeePerKvB));
        json.key("localaddresses")
            .beginArray()
            .endArray()
            .key("warnings")
            .beginArray()
            .endArray()
            .endObject();
        call.reply(json.take());
    });
    return {};
}

RpcHandled setNetworkActive(const RouteContext& context, const RpcCall& call) {
    const auto active = call.params.flag(0);
    if (!active) return fail(active.error());
    context.node.peers().setNetworkActive(*active);
    call.reply(QByteArray(*active ? "true" : "false"));
    return {};
}

RpcHandled getNetTotals(const RouteContext& context, const RpcCall& call) {
    return withPeers(context, call, [](const node::PeerAccess::PeerList& peers) -> RpcResult {
        std::int64_t in = 0, out = 0;
        for (const net::PeerInfo& peer : peers) {
            in += peer.bytesIn;
            out += peer.bytesOut;
        }
        JsonWriter json;
        json.beginObject()
            .member("totalbytesrecv", in)
            .member("totalbytessent", out)
            .member("timemillis", QDateTime::currentMSecsSinceEpoch());
        json.key("uploadtarget")
            .beginObject()
            .member("timeframe", 86'400)
            .member("target", 0)
            .member("target_reached", false)
            .member("serve_historical_blocks", true)
            .member("bytes_left_in_cycle", 0)
            .member("time_left_in_cycle", 0)
            .endObject();
        return json.endObject().take();
    });
}

// --- peers

void writePeerLink(JsonWriter& json, const net::PeerInfo& peer) {
    json.member("lastsend", peer.lastSent)
        .member("lastrecv", peer.lastReceived)
        .member("last_transaction", peer.lastTransaction)
        .member("last_block", peer.lastBlock)
        .member("bytessent", peer.bytesOut)
        .member("bytesrecv", peer.bytesIn)
        .member("conntime", peer.connectedSince)
        .member("timeoffset", peer.clockOffset);
    if (peer.pingMs >= 0) {
        writeReal(json, "pingtime", double(peer.pingMs) / 1000);
        writeReal(json, "minping", double(peer.lowestPingMs) / 1000);
    }
    if (peer.pingWaitMs >= 0) writeReal(json, "pingwait", double(peer.pingWaitMs) / 1000);
}

void writePeerRow(JsonWriter& json, const net::PeerInfo& peer) {
    json.beginObject()
        .member("id", peer.id - kFirstId)
        .member("addr", peer.address)
        .member("addrbind", peer.localAddress)
        .member("network", networkOf(peer.address));
    writeServices(json, "services", "servicesnames", peer.facts.services);
    json.member("relaytxes", peer.facts.relaysTransactions)
        .member("last_inv_sequence", std::max<std::int64_t>(1, peer.announcedUpTo))
        .member("inv_to_send", peer.toAnnounce);
    writePeerLink(json, peer);
    json.member("version", peer.facts.protocol)
        .member("subver", peer.agent)
        .member("inbound", peer.dialledIn)
        .member("bip152_hb_to", peer.highBandwidthTo)
        .member("bip152_hb_from", peer.highBandwidthFrom)
        .member("startingheight", peer.facts.startHeight)
        .member("presynced_headers", peer.presyncHeight)
        .member("synced_headers", peer.height)
        .member("synced_blocks", peer.commonHeight);
    json.key("inflight").beginArray();
    for (const std::int32_t height : peer.inFlightHeights)
        json.value(height);
    json.endArray()
        .member("addr_relay_enabled", !peer.isPolled)
        .member("addr_processed", peer.addressesTaken)
        .member("addr_rate_limited", peer.addressesAboveRate);
    json.key("permissions").beginArray().endArray();
    json.member("minfeefilter", primitives::Amount(peer.feeFilter));
    writeByCommand(json, "bytessent_per_msg", peer.sentByCommand);
    writeByCommand(json, "bytesrecv_per_msg", peer.receivedByCommand);
    json.member("connection_type", connectionType(peer))
        .member("transport_protocol_type", peer.isPolled ? "http" : "v1")
        .member("session_id", "")
        .member("status", toString(peer.state))
        .endObject();
}

RpcHandled getPeerInfo(const RouteContext& context, const RpcCall& call) {
    return withPeers(context, call, [](const node::PeerAccess::PeerList& peers) -> RpcResult {
        JsonWriter json;
        json.beginArray();
        for (const net::PeerInfo& peer : peers) {
            if (peer.isConnected()) writePeerRow(json, peer);
        }
        return json.endArray().take();
    });
}

RpcHandled getConnectionCount(const RouteContext& context, const RpcCall& call) {
    return withPeers(context, call, [](const node::PeerAccess::PeerList& peers) -> RpcResult {
        return QByteArray::number(qint64(std::ranges::count_if(peers, &net::PeerInfo::isConnected)));
    });
}

void replyToAdding(const RouteContext& context, const RpcCall& call,
                   const QFuture<Result<quint64, net::AddPeerFault>>& adding, const QByteArray& done) {
    call.then(context, adding, [call, done](const Result<quint64, net::AddPeerFault>& outcome) {
        if (!outcome)
            call.reply(fail(RpcError{kAlreadyAdded, sentenceOf(outcome.error())}));
        else
            call.reply(done);
    });
}

void changeAdded(const RouteContext& context, const RpcCall& call, const QString& node, bool adds,
                 const node::PeerAccess::PeerList& peers) {
    const net::PeerInfo* known =
        findPeer(peers, [&](const net::PeerInfo& peer) { return peer.isByHand && peer.address == node; });
    if (adds == (known != nullptr)) {
        const RpcError added{kAlreadyAdded, QStringLiteral("Error: Node already added")};
        const RpcError missing{
            kNotAdded, QStringLiteral("Error: Node could not be removed. It has not been added previously.")};
        call.reply(fail(adds ? added : missing));
    } else if (adds) {
        replyToAdding(context, call, context.node.peers().add(node), "null");
    } else {
        context.node.peers().remove(known->id);
        call.reply(QByteArray("null"));
    }
}

RpcHandled addNode(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    if (!address) return fail(address.error());
    const auto command = call.params.text(1);
    if (!command) return fail(command.error());
    const QString node = QString::fromStdString(*address);
    if (*command == "onetry") {
        replyToAdding(context, call, context.node.peers().tryOnce(node), "null");
        return {};
    }
    using List = std::shared_ptr<const node::PeerAccess::PeerList>;
    call.then(context, context.node.peers().listNow(),
              [context, call, node, adds = *command == "add"](const List& list) {
                  changeAdded(context, call, node, adds, *list);
              });
    return {};
}

/// For programs that try a node: a link as to an address heard of.
RpcHandled addConnection(const RouteContext& context, const RpcCall& call) {
    if (!context.node.params().isRegtest)
        return fail(RpcError{
            rpc::kMisc, QStringLiteral("addconnection is for regression testing (-regtest mode) only.")});
    const auto address = call.params.text(0);
    if (!address) return fail(address.error());
    const auto kind = call.params.text(1);
    if (!kind) return fail(kind.error());
    const QString node = QString::fromStdString(*address);
    JsonWriter json;
    json.beginObject().member("address", *address).member("connection_type", *kind).endObject();
    replyToAdding(context, call, context.node.peers().tryAsHeardOf(node), json.take());
    return {};
}

RpcHandled getAddedNodeInfo(const RouteContext& context, const RpcCall& call) {
    const auto wanted = call.params.text(0, "");
    if (!wanted) return fail(wanted.error());
    return withPeers(context, call, [wanted = *wanted](const node::PeerAccess::PeerList& peers) -> RpcResult {
        JsonWriter json;
        json.beginArray();
        bool found = false;
        for (const net::PeerInfo& peer : peers) {
            if (!peer.isByHand || (!wanted.empty() && peer.address.toStdString() != wanted)) continue;
            found = true;
            json.beginObject()
                .member("addednode", peer.address)
                .member("connected", peer.isConnected())
                .key("addresses")
                .beginArray();
            if (peer.isConnected())
                json.beginObject()
                    .member("address", peer.address)
                    .member("connected", "outbound")
                    .endObject();
            json.endArray().endObject();
        }
        if (!wanted.empty() && !found)
            return fail(RpcError{kNotAdded, QStringLiteral("Error: Node has not been added.")});
        return json.endArray().take();
    });
}

RpcHandled disconnectNode(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0, "");
    if (!address) return fail(address.error());
    const auto id = call.params.integer(1, -1);
    if (!id) return fail(id.error());
    if (address->empty() == !call.params.has(1)) {
        return fail(RpcError{-32602, QStringLiteral("Only one of address and nodeid should be provided.")});
    }
    return withPeers(context, call, [context, address = *address, id = *id](const auto& peers) -> RpcResult {
        const net::PeerInfo* peer = findPeer(peers, [&](const net::PeerInfo& item) {
            if (!item.isConnected()) return false;
            return address.empty() ? std::int64_t(item.id - kFirstId) == id
                                   : item.address.toStdString() == address;
        });
        if (peer == nullptr)
            return fail(RpcError{kNotConnected, QStringLiteral("Node not found in connected nodes")});
        context.node.peers().disconnect(peer->id);
        return QByteArray("null");
    });
}

RpcHandled pingPeers(const RouteContext& context, const RpcCall& call) {
    context.node.peers().ping();
    call.reply(QByteArray("null"));
    return {};
}

RpcHandled getNodeAddresses(const RouteContext& context, const RpcCall& call) {
    const auto count = call.params.integer(0, 1);
    if (!count) return fail(count.error());
    if (*count < 0) return fail(RpcError{rpc::kBadParameter, QStringLiteral("Address count out of range")});
    const auto network = call.params.text(1, "");
    if (!network) return fail(network.error());
    if (!network->empty() && !isOneOf(*network, "ipv4|ipv6|onion|i2p|cjdns"))
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Network not recognized: %1").arg(QString::fromStdString(*network))});
    call.then(context, context.node.peers().knownAddresses(),
              [call, count = *count, network = *network](const std::vector<net::AddressBook::Entry>& list) {
                  JsonWriter json;
                  json.beginArray();
                  std::int64_t left = count == 0 ? std::int64_t(list.size()) : count;
                  for (const net::AddressBook::Entry& item : list) {
                      const char* kind =
                          item.address.kind == net::wire::NetAddress::Kind::Ipv6 ? "ipv6" : "ipv4";
                      if (left == 0 || (!network.empty() && network != kind)) continue;
                      --left;
                      json.beginObject()
                          .member("time", item.time)
                          .member("services", item.services)
                          .member("address", net::hostOf(item.address).toString())
                          .member("port", item.address.port)
                          .member("network", kind)
                          .endObject();
                  }
                  call.reply(json.endArray().take());
              });
    return {};
}

RpcHandled getBlockFromPeer(const RouteContext& context, const RpcCall& call) {
    const auto hash = call.params.blockHash(0);
    if (!hash) return fail(hash.error());
    const auto id = call.params.integer(1);
    if (!id) return fail(id.error());
    const auto peers = context.node.peers().list();
    const bool isPeer = findPeer(*peers, [&](const net::PeerInfo& peer) {
                            return peer.isConnected() && std::int64_t(peer.id - kFirstId) == *id;
                        }) != nullptr;
    call.then(context, context.node.peers().fetchBlock(quint64(*id) + kFirstId, *hash),
              [call, isPeer](node::BlockFetch outcome) {
                  using enum node::BlockFetch;
                  if (outcome == HeaderMissing)
                      call.reply(fail(RpcError{kNoSuchBlock, QStringLiteral("Block header missing")}));
                  else if (!isPeer)
                      call.reply(fail(RpcError{rpc::kMisc, QStringLiteral("Peer does not exist")}));
                  else if (outcome == IsHere)
                      call.reply(fail(RpcError{kNoSuchBlock, QStringLiteral("Block already downloaded")}));
                  else
                      call.reply(QByteArray("{}"));
              });
    return {};
}

// --- bans

RpcHandled setBan(const RouteContext& context, const RpcCall& call) {
    const auto subnet = call.params.text(0);
    if (!subnet) return fail(subnet.error());
    const auto command = call.params.text(1);
    if (!command) return fail(command.error());
    const auto seconds = call.params.integer(2, 0);
    if (!seconds) return fail(seconds.error());
    const auto absolute = call.params.flag(3, false);
    if (!absolute) return fail(absolute.error());
    const std::int64_t now = context.node.clock().now();
    const std::int64_t wanted = *seconds == 0 ? kStandardBanSeconds : *seconds;
    const std::int64_t until = *absolute && *seconds != 0 ? *seconds : now + wanted;
    if (*absolute && until < now)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Error: Absolute timestamp is in the past")});
    const bool adds = *command == "add";
    const QString text = QString::fromStdString(*subnet);
    const auto done = adds ? context.node.peers().ban(text, until) : context.node.peers().unban(text);
    call.then(context, done, [call, adds](node::BanOutcome outcome) {
        using enum node::BanOutcome;
        if (outcome == Done)
            call.reply(QByteArray("null"));
        else if (outcome == NoAddress)
            call.reply(fail(RpcError{kBadSubnet, QStringLiteral("Error: Invalid IP/Subnet")}));
        else if (adds)
            call.reply(fail(RpcError{kAlreadyAdded, QStringLiteral("Error: IP/Subnet already banned")}));
        else
            call.reply(fail(
                RpcError{kBadSubnet, QStringLiteral("Error: Unban failed. Requested address/subnet was not "
                                                    "previously manually banned.")}));
    });
    return {};
}

RpcHandled listBanned(const RouteContext& context, const RpcCall& call) {
    call.then(context, context.node.peers().bans(),
              [call, now = context.node.clock().now()](const std::vector<net::BanInfo>& bans) {
                  JsonWriter json;
                  json.beginArray();
                  for (const net::BanInfo& ban : bans) {
                      json.beginObject()
                          .member("address", ban.subnet)
                          .member("ban_created", ban.since)
                          .member("banned_until", ban.until)
                          .member("ban_duration", ban.until - ban.since)
                          .member("time_remaining", std::max<std::int64_t>(0, ban.until - now))
                          .endObject();
                  }
                  call.reply(json.endArray().take());
              });
    return {};
}

RpcHandled clearBanned(const RouteContext& context, const RpcCall& call) {
    context.node.peers().clearBans();
    call.reply(QByteArray("null"));
    return {};
}

} // namespace

std::vector<RpcMethod> rpcPeerMethods() {
    const char* network = "Network";
    return {
        {network,
         "addnode",
         {{"node", RpcType::Text},
          {"command", RpcType::Text, false, "add|remove|onetry"},
          {"v2transport", RpcType::Flag, kOptional}},
         true,
         "Adds a peer, removes it (add, remove), or tries one once (onetry).",
         addNode},
        {"Hidden",
         "addconnection",
         {{"address", RpcType::Text},
          {"connection_type", RpcType::Text, false, "outbound-full-relay"},
          {"v2transport", RpcType::Flag, kOptional}},
         true,
         "Makes a link as to an address that was heard of (regtest).",
         addConnection},
        {network, "clearbanned", {}, true, "Takes all bans back.", clearBanned},
        {network,
         "disconnectnode",
         {{"address", RpcType::Text, kOptional}, {"nodeid", RpcType::Integer, kOptional}},
         true,
         "Ends the link to a peer, by its address or its number.",
         disconnectNode},
        {network,
         "getaddednodeinfo",
         {{"node", RpcType::Text, kOptional}},
         true,
         "The peers that were added.",
         getAddedNodeInfo},
        {"Blockchain",
         "getblockfrompeer",
         {{"blockhash", RpcType::Hash}, {"peer_id", RpcType::Integer}},
         true,
         "Asks a peer for a block whose header is known.",
         getBlockFromPeer},
        {network, "getconnectioncount", {}, false, "How many peers are connected.", getConnectionCount},
        {network, "getnettotals", {}, false, "Bytes to and from all peers.", getNetTotals},
        {network, "getnetworkinfo", {}, false, "The node as peers see it.", getNetworkInfo},
        {network,
         "getnodeaddresses",
         {{"count", RpcType::Integer, kOptional}, {"network", RpcType::Text, kOptional}},
         true,
         "Addresses of nodes that were heard of.",
         getNodeAddresses},
        {network, "getpeerinfo", {}, false, "The peers that are connected.", getPeerInfo},
        {network, "listbanned", {}, true, "The addresses that are kept out.", listBanned},
        {network, "ping", {}, true, "Measures the time to every peer; see getpeerinfo.", pingPeers},
        {network,
         "setban",
         {{"subnet", RpcType::Text},
          {"command", RpcType::Text, false, "add|remove"},
          {"bantime", RpcType::Integer, kOptional},
          {"absolute", RpcType::Flag, kOptional}},
         true,
         "Keeps an address or subnet out for some seconds (0: a day), or takes that back.",
         setBan},
        {network,
         "setnetworkactive",
         {{"state", RpcType::Flag}},
         true,
         "Ends all links and begins none, or goes on.",
         setNetworkActive},
    };
}

} // namespace rest
