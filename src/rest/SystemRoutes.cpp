#include "rest/SystemRoutes.h"

#include "rest/JsonBody.h"
#include "rest/JsonWriter.h"
#include "rest/PeerJson.h"
#include "rest/SummaryJson.h"
#include "util/Hex.h"

namespace rest {

namespace {

// --- GET / -----------------------------------------------------------------------------------------------------------------

const char* kPageStyle = R"(<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{margin:0}code,pre{font:13px/1.5 ui-monospace,monospace}pre{overflow-x:auto;padding:.6rem .8rem;border:1px solid #8886;border-radius:8px;margin:.3rem 0 1rem}
dt{font-weight:600;margin-top:1rem}dd{margin:0}.faint{opacity:.7}</style>)";

void describe(const RouteContext& context, const Router& router, const RouteCall& call) {
    const QString base = context.node.apiEndpoints().api;
    const auto& params = context.node.params();
    const auto words = consensus::fingerprintWords(params.genesisHash);
    QString page = QStringLiteral("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Cairn</title>%1<h1>Cairn</h1>"
                                  "<p>A node of the network <b>%2</b> (%3), at block %4. Everything below works from this "
                                  "computer with <code>curl</code>.</p><dl>")
                       .arg(QLatin1String(kPageStyle), QString::fromStdString(params.name()).toHtmlEscaped(),
                            QString::fromStdString(words[0] + " · " + words[1] + " · " + words[2]))
                       .arg(context.node.chainStatus()->tip.height);
    for (const Route& route : router.routes()) {
        page += QStringLiteral("<dt><code>%1 %2</code></dt><dd>%3</dd>")
                    .arg(QLatin1String(route.method), QString::fromLatin1(route.path).toHtmlEscaped(),
                         QString::fromUtf8(route.summary).toHtmlEscaped());
        if (route.example == nullptr) continue;
        const QString command = QStringLiteral("curl -s ") + QString::fromUtf8(route.example).replace(QLatin1String("BASE"), base);
        page += QStringLiteral("<pre>%1</pre>").arg(command.toHtmlEscaped());
    }
    page += QStringLiteral("</dl></html>\n");
    call.responder->send(textResponse(200, page.toUtf8(), "text/html; charset=utf-8"));
}

// --- /api/v1 ----------------------------------------------------------------------------------------------------------------

void summary(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.summary(), call.responder,
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

void peerList(const RouteContext& context, const RouteCall& call) {
    JsonWriter json;
    json.beginArray();
    for (const auto peers = context.node.peers(); const net::PeerInfo& peer : *peers) writePeer(json, peer);
    json.endArray();
    call.responder->send(jsonResponse(json.take()));
}

void chainTips(const RouteContext& context, const RouteCall& call) {
    context.answer(context.node.chainTips(), call.responder, [](const std::vector<chain::ChainTip>& tips) {
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

HttpResponse miningState(const node::MiningStatus& status) {
    JsonWriter json;
    json.beginObject()
        .member("enabled", status.enabled)
        .member("working", status.working)
        .member("threads", status.threads)
        .member("mode", status.mode == mining::MiningMode::WhenWaiting ? "when-waiting" : "always")
        .member("kernel", status.statistics.kernel)
        .member("hashes_per_second", status.statistics.hashesPerSecond)
        .member("hashes", status.statistics.hashes)
        .member("found", status.foundBlocks)
        .member("expected_seconds", status.expectedSeconds);
    if (status.work) json.member("height", status.work->height);
    json.member("paused", status.pausedReason).endObject();
    return jsonResponse(json.take());
}

void getMining(const RouteContext& context, const RouteCall& call) {
    call.responder->send(miningState(*context.node.miningStatus()));
}

void setMining(const RouteContext& context, const RouteCall& call) {
    const auto body = JsonBody::parse(call.request.body);
    if (!body) return call.responder->send(errorResponse(400, QStringLiteral("The body must be a JSON object."), QStringLiteral("bad-json")));
    node::Node::MiningRequest request;
    request.enabled = body->flag(QStringLiteral("enabled"));
    if (const auto threads = body->text(QStringLiteral("threads"))) {
        bool ok = false;
        request.threads = threads->toInt(&ok);
        if (!ok || *request.threads < 1 || *request.threads > 256) {
            return call.responder->send(errorResponse(400, QStringLiteral("threads must be from 1 to 256."), QStringLiteral("bad-parameter")));
        }
    }
    if (const auto mode = body->text(QStringLiteral("mode"))) {
        if (*mode == QLatin1String("always")) request.mode = mining::MiningMode::Always;
        else if (*mode == QLatin1String("when-waiting")) request.mode = mining::MiningMode::WhenWaiting;
        else return call.responder->send(errorResponse(400, QStringLiteral("mode must be always or when-waiting."), QStringLiteral("bad-parameter")));
    }
    context.node.setMining(request);
    // Whatever was asked has happened when the node thread comes to this.
    auto done = context.node.withChain([](chain::ChainState&, chain::Mempool&) { return true; });
    context.answer(done, call.responder, [context](bool) { return miningState(*context.node.miningStatus()); });
}

void settingsList(const RouteContext& context, const RouteCall& call) {
    const node::Settings settings = context.node.settings();
    JsonWriter json;
    json.beginObject();
    for (const node::SettingRow& row : node::settingRows()) json.member(row.key, settings.text(QLatin1String(row.key)));
    json.endObject();
    call.responder->send(jsonResponse(json.take()));
}

// --- transactions in raw form -------------------------------------------------------------------------------------------------

void submitRaw(const RouteContext& context, const RouteCall& call) {
    const auto bytes = util::fromHex(call.request.body.trimmed().toStdString());
    auto transaction = bytes ? primitives::Transaction::parse(*bytes) : Result<primitives::Transaction, util::ReadError>(fail(util::ReadError::BadFormat));
    if (!transaction) return call.responder->send(textResponse(400, "TX decode failed", "text/plain"));
    auto taken = context.node.submitTransaction(std::make_shared<const primitives::Transaction>(std::move(*transaction)));
    context.answer(taken, call.responder, [](const auto& outcome) {
        if (!outcome) return textResponse(400, QByteArray::fromStdString(consensus::toString(outcome.error())), "text/plain");
        return textResponse(200, QByteArray::fromStdString(outcome->toHex()), "text/plain");
    });
}

} // namespace

std::vector<Route> systemRoutes(RouteContext context, const Router& router) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const auto page = [context, &router](const RouteCall& call) { describe(context, router, call); };
    return {
        {"GET", "/", Access::Read, page, "This page.", nullptr},
        {"GET", "/api/v1/summary", Access::Read, with(summary),
         "The chain in one line: tip, work, coins and the hash of all coins.", "BASE/api/v1/summary"},
        {"GET", "/api/v1/network", Access::Read, with(network), "The network's rules and card.", "BASE/api/v1/network"},
        {"GET", "/api/v1/chain-tips", Access::Read, with(chainTips), "The best chain's tip and those of all other branches.",
         "BASE/api/v1/chain-tips"},
        {"GET", "/api/v1/peers", Access::Read, with(peerList), "The peers and how the node stands with them.", "BASE/api/v1/peers"},
        {"GET", "/api/v1/mining", Access::Read, with(getMining), "What the miner does.", "BASE/api/v1/mining"},
        {"POST", "/api/v1/mining", Access::Change, with(setMining), "Switches mining: enabled, threads, mode.",
         "-X POST -H 'Content-Type: application/json' -d '{\"enabled\":false}' BASE/api/v1/mining"},
        {"GET", "/api/v1/settings", Access::Wallet, with(settingsList), "Every setting and its value.", "BASE/api/v1/settings"},
        {"POST", "/api/tx", Access::Change, with(submitRaw), "Submits a signed transaction in hex; answers with its id.", nullptr},
    };
}

} // namespace rest
