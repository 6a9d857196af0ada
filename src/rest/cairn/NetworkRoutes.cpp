#include "rest/cairn/NetworkRoutes.h"

#include "net/address/HostAddress.h"
#include "rest/json/JsonBody.h"
#include "rest/json/JsonWriter.h"
#include "rest/p2p/PeerJson.h"

#include <algorithm>

namespace rest {

namespace {

constexpr qint64 kBanSeconds = qint64{24} * 3600;
constexpr qint64 kMostBanSeconds = kBanSeconds * 366 * 100;

void peerList(const RouteContext& context, const RouteCall& call) {
    JsonWriter json;
    json.beginArray();
    for (const auto peers = context.node.peers().list(); const net::PeerInfo& peer : *peers)
        writePeer(json, peer);
    json.endArray();
    call.responder->send(jsonResponse(json.take()));
}

// --- the local network

void lobby(const RouteContext& context, const RouteCall& call) {
    const auto view = context.node.lobby().view();
    const auto peers = context.node.peers().list();
    JsonWriter json;
    json.beginObject().member("listens", view->isOn).member("tells", view->isTold).key("nodes").beginArray();
    for (const net::LobbyEntry& entry : view->entries) {
        const QString address = net::textOf(entry.address);
        const bool isConnected = std::ranges::any_of(
            *peers, [&](const net::PeerInfo& peer) { return peer.address == address && peer.isConnected(); });
        json.beginObject()
            .member("network", entry.news.name)
            .member("genesis", entry.news.network)
            .key("words")
            .beginArray();
        for (const std::string& word : consensus::fingerprintWords(entry.news.network))
            json.value(word);
        json.endArray()
            .member("address", address)
            .member("same_network", entry.news.network == context.node.params().genesisHash)
            .member("connected", isConnected)
            .member("heard_seconds_ago", (context.node.clock().steadyMs() - entry.lastMs) / 1000)
            .endObject();
    }
    json.endArray().endObject();
    call.responder->send(jsonResponse(json.take()));
}

// --- bans

HttpResponse noAddress() {
    return errorResponse(
        400,
        QStringLiteral("\"address\" is an IP address or a subnet, as 10.0.0.0/8; \"seconds\" a whole "
                       "number of them."),
        QStringLiteral("bad-parameter"));
}

void banList(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.peers().bans(), call.responder, [](const std::vector<net::BanInfo>& bans) {
        JsonWriter json;
        json.beginArray();
        for (const net::BanInfo& ban : bans) {
            json.beginObject()
                .member("address", ban.subnet)
                .member("since", ban.since)
                .member("until", ban.until)
                .member("by_hand", ban.byHand)
                .endObject();
        }
        json.endArray();
        return jsonResponse(json.take());
    });
}

void addBan(const RouteContext& context, const RouteCall& call) {
    const auto body = JsonBody::parse(call.request.body);
    if (!body) return call.responder->send(noAddress());
    const auto address = body->text(QStringLiteral("address"));
    const auto seconds = body->text(QStringLiteral("seconds"))
                             ? body->whole(QStringLiteral("seconds"), 1, kMostBanSeconds)
                             : kBanSeconds;
    if (!address || !seconds) return call.responder->send(noAddress());
    const std::int64_t until = context.node.clock().now() + *seconds;
    context.answer(context.node.peers().ban(*address, until), call.responder,
                   [until](node::BanOutcome outcome) {
                       if (outcome == node::BanOutcome::NoAddress) return noAddress();
                       if (outcome == node::BanOutcome::NoChange)
                           return errorResponse(409, QStringLiteral("That address is banned already."),
                                                QStringLiteral("banned"));
                       JsonWriter json;
                       json.beginObject().member("until", until).endObject();
                       return jsonResponse(json.take(), 201);
                   });
}

void removeBan(const RouteContext& context, const RouteCall& call) {
    QString address = call.arguments.value(0);
    address.replace(QLatin1Char('_'), QLatin1Char('/')); // a path holds no slash
    context.answer(context.node.peers().unban(address), call.responder, [address](node::BanOutcome outcome) {
        if (outcome != node::BanOutcome::Done)
            return errorResponse(404, QStringLiteral("That address is not banned."),
                                 QStringLiteral("not-found"));
        JsonWriter json;
        json.beginObject().member("address", address).member("banned", false).endObject();
        return jsonResponse(json.take());
    });
}

// --- the brake

HttpResponse describeBrake(const std::optional<node::HeldBranch>& held) {
    JsonWriter json;
    json.beginObject().member("held", held.has_value());
    if (held) {
        json.member("fork_height", held->forkHeight)
            .member("replaces", held->replaces)
            .member("our_height", held->ourHeight)
            .member("our_chainwork", consensus::toHex(held->ourWork))
            .member("height", held->height)
            .member("hash", held->hash)
            .member("chainwork", consensus::toHex(held->work));
    }
    json.endObject();
    return jsonResponse(json.take());
}

void brake(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.chain().heldBranch(), call.responder, describeBrake);
}

void releaseBrake(const RouteContext& context, const RouteCall& call) {
    const auto body = JsonBody::parse(call.request.body);
    const auto text = body ? body->text(QStringLiteral("hash")) : std::nullopt;
    const auto hash = text ? primitives::BlockHash::fromHex(text->toStdString()) : std::nullopt;
    if (!hash) {
        return call.responder->send(errorResponse(
            400, QStringLiteral("\"hash\" names the branch's tip, as GET /api/v1/peers/brake gives it."),
            QStringLiteral("bad-parameter")));
    }
    context.answer(context.node.chain().releaseBranch(*hash), call.responder,
                   [](const Result<void, node::BranchFailure>& done) {
                       if (!done && done.error() == node::BranchFailure::StoreFailed)
                           return errorResponse(507, QStringLiteral("The node's disk takes nothing now."),
                                                QStringLiteral("not-stored"));
                       if (!done)
                           return errorResponse(409,
                                                QStringLiteral("That branch is not held back (any more)."),
                                                QStringLiteral("not-held"));
                       return describeBrake(std::nullopt);
                   });
}

} // namespace

std::vector<Route> networkRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const char* json = "application/json";
    return {
        {"GET", "/api/v1/peers", Access::Read, with(peerList),
         QT_TRANSLATE_NOOP("Routes", "The peers and how the node stands with them."), "/api/v1/peers"},
        {"GET", "/api/v1/lobby", Access::Control, with(lobby),
         QT_TRANSLATE_NOOP("Routes", "The nodes that tell of themselves in the local network."),
         "/api/v1/lobby"},
        {"GET", "/api/v1/bans", Access::Control, with(banList),
         QT_TRANSLATE_NOOP("Routes", "The addresses that are kept out."), "/api/v1/bans"},
        {"POST",
         "/api/v1/bans",
         Access::Control,
         with(addBan),
         QT_TRANSLATE_NOOP("Routes", "Keeps an address or subnet out, for a day or the seconds given."),
         "/api/v1/bans",
         json,
         {},
         json,
         R"({"address":"192.0.2.7","seconds":3600})",
         {{"address", "string", QT_TRANSLATE_NOOP("Routes", "An address or a subnet.")},
          {"seconds", "integer", QT_TRANSLATE_NOOP("Routes", "How long; a day if not given.")}}},
        {"DELETE", "/api/v1/bans/:address", Access::Control, with(removeBan),
         QT_TRANSLATE_NOOP("Routes", "Takes a ban back; a subnet is written with _ for /."),
         "/api/v1/bans/192.0.2.7"},
        {"GET", "/api/v1/peers/brake", Access::Read, with(brake),
         QT_TRANSLATE_NOOP("Routes", "The branch with more work that is held back, if there is one: it would "
                                     "replace more blocks than the setting reorganisation_brake allows."),
         "/api/v1/peers/brake"},
        {"POST",
         "/api/v1/peers/brake/release",
         Access::Control,
         with(releaseBrake),
         QT_TRANSLATE_NOOP("Routes", "Follows the branch that is held back."),
         nullptr,
         json,
         {},
         json,
         R"({"hash":"0000000000000000000000000000000000000000000000000000000000000000"})",
         {{"hash", "string", QT_TRANSLATE_NOOP("Routes", "The branch's tip.")}}},
    };
}

} // namespace rest
