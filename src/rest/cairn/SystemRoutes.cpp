#include "rest/cairn/SystemRoutes.h"

#include "rest/cairn/ApiDocs.h"
#include "rest/cairn/EventFeed.h"
#include "rest/json/JsonBody.h"
#include "rest/json/JsonWriter.h"
#include "rest/json/SummaryJson.h"
#include "util/Hex.h"

namespace rest {

namespace {

// --- what the API says of itself

void describe(const RouteContext& context, const RouteCall& call, MadeText& made) {
    const auto& params = context.node.params();
    const auto words = consensus::fingerprintWords(params.genesisHash);
    PageHead head;
    head.network = QString::fromStdString(params.name());
    head.words = QString::fromStdString(words[0] + " · " + words[1] + " · " + words[2]);
    head.height = context.node.chain().status()->tip.height;
    const node::ApiEndpoints endpoints = context.node.api().endpoints();
    head.server = endpoints.api;
    head.cookieFile = endpoints.cookieFile;
    const QString of = head.server + QLatin1Char(' ') + QString::number(head.height);
    call.responder->send(
        textResponse(200, made.get(of, [&] { return describePage(context.router.routes(), head); }),
                     "text/html; charset=utf-8"));
}

void openApi(const RouteContext& context, const RouteCall& call, MadeText& made) {
    const QString server = context.node.api().endpoints().api;
    call.responder->send(
        jsonResponse(made.get(server, [&] { return openApiJson(context.router.routes(), server); })));
}

// --- /api/v1

void summary(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.chain().summary(), call.responder,
                   [](const node::Summary& made) { return jsonResponse(summaryJson(made)); });
}

void network(const RouteContext& context, const RouteCall& call) {
    const auto& params = context.node.params();
    const auto words = consensus::fingerprintWords(params.genesisHash);
    JsonWriter json;
    json.beginObject()
        .member("name", params.name())
        .member("genesis_hash", params.genesisHash)
        .member("magic", util::toHex(params.magic));
    json.key("words").beginArray().value(words[0]).value(words[1]).value(words[2]).endArray();
    json.key("card").raw(consensus::writeNetworkCard(params.card)).endObject();
    call.responder->send(jsonResponse(json.take()));
}

void chainTips(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.chain().tips(), call.responder, [](const std::vector<chain::ChainTip>& tips) {
        JsonWriter json;
        json.beginArray();
        for (const chain::ChainTip& tip : tips) {
            json.beginObject()
                .member("height", tip.height)
                .member("hash", tip.hash)
                .member("branchlen", tip.branchLength)
                .member("status", tip.status)
                .endObject();
        }
        json.endArray();
        return jsonResponse(json.take());
    });
}

void settingsList(const RouteContext& context, const RouteCall& call) {
    const node::Settings settings = context.node.settings();
    JsonWriter json;
    json.beginObject();
    for (const node::SettingRow& row : node::settingRows())
        json.member(row.key, settings.text(QLatin1String(row.key)));
    json.endObject();
    call.responder->send(jsonResponse(json.take()));
}

// --- events

void events(const RouteContext& context, const RouteCall& call) {
    EventFeed::Subscription subscription;
    subscription.lastId = call.request.header("last-event-id");
    if (const auto id = call.request.parameter(QStringLiteral("last_event_id")))
        subscription.lastId = id->toLatin1();
    if (const auto types = call.request.parameter(QStringLiteral("types"))) {
        for (const QString& type : types->split(QLatin1Char(','), Qt::SkipEmptyParts))
            subscription.types.insert(type.trimmed().toLatin1());
    }
    HttpResponse response;
    response.stream = context.events.subscribe(subscription);
    if (!response.stream) {
        return call.responder->send(errorResponse(
            503, QStringLiteral("Too many programs listen to events already."), QStringLiteral("busy")));
    }
    response.contentType = "text/event-stream";
    response.compressible = false;
    call.responder->send(std::move(response));
}

// --- tokens

void writeToken(JsonWriter& json, const node::ApiToken& token) {
    json.beginObject().member("name", token.name).member("created", token.created).key("scopes").beginArray();
    for (const QString& scope : token.scopes)
        json.value(scope);
    json.endArray().endObject();
}

void tokenList(const RouteContext& context, const RouteCall& call) {
    const auto tokens = context.node.api().tokens();
    JsonWriter json;
    json.beginArray();
    for (const node::ApiToken& token : tokens->all())
        writeToken(json, token);
    json.endArray();
    call.responder->send(jsonResponse(json.take()));
}

QString sentenceOf(node::TokenProblem problem) {
    switch (problem) {
    case node::TokenProblem::Name:
        return QStringLiteral("name must have 1 to %1 characters.").arg(node::kMaxTokenName);
    case node::TokenProblem::Taken:
        return QStringLiteral("There is a token of that name already; revoke it first.");
    case node::TokenProblem::Many:
        return QStringLiteral("There are %1 tokens already; revoke one first.").arg(node::kMaxTokens);
    case node::TokenProblem::Scopes:
        return QStringLiteral("scopes must be some of %1.").arg(node::apiScopes().join(QStringLiteral(", ")));
    case node::TokenProblem::Disk:
        break;
    }
    return QStringLiteral("The tokens cannot be stored: look whether the disk is full. Nothing has changed.");
}

HttpResponse tokenRefused(node::TokenProblem problem) {
    return problem == node::TokenProblem::Disk
               ? errorResponse(500, sentenceOf(problem), QStringLiteral("not-stored"))
               : errorResponse(400, sentenceOf(problem), QStringLiteral("bad-parameter"));
}

void createToken(const RouteContext& context, const RouteCall& call) {
    const auto body = JsonBody::parse(call.request.body);
    if (!body)
        return call.responder->send(
            errorResponse(400, QStringLiteral("The body must be a JSON object with name and scopes."),
                          QStringLiteral("bad-json")));
    const QString name = body->text(QStringLiteral("name")).value_or(QString());
    const QStringList scopes = body->list(QStringLiteral("scopes")).value_or(QStringList());
    context.answer(context.node.api().createToken(name, scopes), call.responder,
                   [name](const Result<QString, node::TokenProblem>& secret) {
                       if (!secret) return tokenRefused(secret.error());
                       JsonWriter json;
                       json.beginObject().member("name", name.trimmed()).member("token", *secret).endObject();
                       return jsonResponse(json.take(), 201);
                   });
}

void revokeToken(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.api().revokeToken(call.arguments.value(0)), call.responder,
                   [](const Result<bool, node::TokenProblem>& revoked) {
                       if (!revoked) return tokenRefused(revoked.error());
                       if (!*revoked)
                           return errorResponse(404, QStringLiteral("There is no token of that name."),
                                                QStringLiteral("not-found"));
                       return jsonResponse(R"({"revoked":true})");
                   });
}

} // namespace

std::vector<Route> systemRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const auto withText = [context](auto handler) {
        return [context, handler, made = std::make_shared<MadeText>()](const RouteCall& call) {
            handler(context, call, *made);
        };
    };
    const char* json = "application/json";
    return {
        {"GET", "/", Access::Read, withText(describe), QT_TRANSLATE_NOOP("Routes", "This page."), "/",
         "text/html"},
        {"GET", "/openapi.json", Access::Read, withText(openApi),
         QT_TRANSLATE_NOOP("Routes", "Every route, for programs."), "/openapi.json"},
        {"GET", "/api/v1/summary", Access::Read, with(summary),
         QT_TRANSLATE_NOOP("Routes", "The chain in one line: tip, work, coins and the hash of all coins."),
         "/api/v1/summary"},
        {"GET", "/api/v1/network", Access::Read, with(network),
         QT_TRANSLATE_NOOP("Routes", "The network's rules and card."), "/api/v1/network"},
        {"GET", "/api/v1/chain-tips", Access::Read, with(chainTips),
         QT_TRANSLATE_NOOP("Routes", "The best chain's tip and those of all other branches."),
         "/api/v1/chain-tips"},
        {"GET",
         "/api/v1/events",
         Access::Read,
         with(events),
         QT_TRANSLATE_NOOP("Routes", "What happens, as Server-Sent Events: block, reorg, tx, removed, "
                                     "difficulty, mining, peer; reset "
                                     "when some were missed."),
         "/api/v1/events",
         "text/event-stream",
         {{"types", "string", QT_TRANSLATE_NOOP("Routes", "Only these, separated by commas.")},
          {"last_event_id", "string",
           QT_TRANSLATE_NOOP("Routes", "Go on behind this one, as the header Last-Event-ID.")}}},
        {"GET", "/api/v1/settings", Access::Wallet, with(settingsList),
         QT_TRANSLATE_NOOP("Routes", "Every setting and its value."), "/api/v1/settings"},
        {"GET", "/api/v1/tokens", Access::Control, with(tokenList),
         QT_TRANSLATE_NOOP("Routes", "The tokens, without their secrets."), "/api/v1/tokens"},
        {"POST",
         "/api/v1/tokens",
         Access::Control,
         with(createToken),
         QT_TRANSLATE_NOOP("Routes", "Makes a token: name, and scopes out of change, wallet, spend, control. "
                                     "Its secret is shown this "
                                     "once."),
         "/api/v1/tokens",
         json,
         {},
         json,
         R"({"name":"till","scopes":["wallet"]})",
         {{"name", "string", QT_TRANSLATE_NOOP("Routes", "What it is for.")},
          {"scopes", "array",
           QT_TRANSLATE_NOOP("Routes", "What it allows: change, wallet, spend, control.")}}},
        {"DELETE", "/api/v1/tokens/:name", Access::Control, with(revokeToken),
         QT_TRANSLATE_NOOP("Routes", "Revokes a token."), "/api/v1/tokens/till"},
    };
}

} // namespace rest
