#include "rest/p2p/PeerRoutes.h"

#include "chain/Locator.h"
#include "net/link/HttpProtocol.h"
#include "rest/json/JsonWriter.h"
#include "rest/p2p/PeerJson.h"

namespace rest {

namespace {

constexpr std::size_t kMostPeerHeaders = net::wire::kMaxHeaders;
constexpr std::size_t kMostIds = 5'000;

HttpResponse octets(const QByteArray& bytes) {
    HttpResponse response;
    response.contentType = "application/octet-stream";
    response.body = bytes;
    return response;
}

HttpResponse malformed(
    const QString& sentence = QStringLiteral("The request is not in the form that this route expects.")) {
    return errorResponse(400, sentence, QStringLiteral("malformed"));
}

void hello(const RouteContext& context, const RouteCall& call) {
    net::PeerManager* const manager = context.node.peers().manager();
    if (manager == nullptr) return call.responder->send(RouteContext::stopping());
    if (const auto caller = net::helloFromQuery(call.request.query.toString(QUrl::FullyEncoded)))
        manager->heard(call.request.client, *caller); // where it can be reached itself
    call.responder->send(jsonResponse(net::encodeHello(manager->localHello())));
}

/// Everything that a stranger needs to join, to be shown to him first. Nothing secret: who knows the address
/// could ask for the blocks as well.
void card(const RouteContext& context, const RouteCall& call) {
    const consensus::ChainParams& params = context.node.params();
    if (params.isRegtest)
        return call.responder->send(
            errorResponse(404, QStringLiteral("regtest needs no card: every program knows it."),
                          QStringLiteral("no-card")));
    call.responder->send(jsonResponse(QByteArray::fromStdString(consensus::writeNetworkCard(params.card))));
}

/// Headers after a locator, in the form that it was asked for.
void answerHeaders(const RouteContext& context, const RouteCall& call, net::HeadersRequest request,
                   std::size_t count) {
    auto found = context.node.chain().ask([request = std::move(request), count](const node::ChainView& view) {
        const chain::ChainState& chain = view.chain();
        const auto list = chain::headersAfter(chain, request.locator, request.stop, count);
        HttpResponse response = octets(net::encodeHeaders(list));
        response.headers.emplace_back("X-Tip-Chainwork",
                                      QByteArray::fromStdString(consensus::toHex(chain.tip().chainWork)));
        response.headers.emplace_back("X-Tip-Height", QByteArray::number(chain.tip().height()));
        return response;
    });
    context.answer(found, call.responder, [](const HttpResponse& response) { return response; });
}

void headersByLocator(const RouteContext& context, const RouteCall& call) {
    auto request = net::decodeHeadersRequest(call.request.body);
    if (!request) return call.responder->send(malformed());
    answerHeaders(context, call, std::move(*request), kMostPeerHeaders);
}

/// The same for curl: `?locator=HASH,HASH&count=N`.
void headersByQuery(const RouteContext& context, const RouteCall& call) {
    net::HeadersRequest request;
    const QString locator = call.request.parameter(QStringLiteral("locator")).value_or(QString());
    for (const QString& text : locator.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto hash = primitives::BlockHash::fromHex(text.toStdString());
        if (!hash || request.locator.size() == net::wire::kMaxLocator)
            return call.responder->send(malformed());
        request.locator.push_back(*hash);
    }
    bool ok = true;
    const auto text = call.request.parameter(QStringLiteral("count"));
    const int count = text ? text->toInt(&ok) : int(kMostPeerHeaders);
    if (!ok || count < 1 || count > int(kMostPeerHeaders)) return call.responder->send(malformed());
    answerHeaders(context, call, std::move(request), std::size_t(count));
}

void oneBlock(const RouteContext& context, const RouteCall& call) {
    const auto hash = primitives::BlockHash::fromHex(call.arguments.value(0).toStdString());
    if (!hash)
        return call.responder->send(malformed(QStringLiteral("A block hash is 64 hexadecimal digits.")));
    auto bytes = context.node.chain().query(
        [hash = *hash](explorer::ExplorerQueries& queries) { return queries.reader().readBlockBytes(hash); });
    context.answer(bytes, call.responder, [](const auto& found) {
        if (!found) return RouteContext::databaseFailed(found.error());
        if (!*found)
            return errorResponse(404, QStringLiteral("Block not found"), QStringLiteral("not-found"));
        HttpResponse response =
            octets(QByteArray(reinterpret_cast<const char*>((*found)->data()), qsizetype((*found)->size())));
        response.cacheControl = "public, max-age=31536000, immutable";
        return response;
    });
}

void blocks(const RouteContext& context, const RouteCall& call) {
    const auto hashes = net::decodeBlockHashes(call.request.body);
    if (!hashes) return call.responder->send(malformed());
    auto found = context.node.chain().query([hashes = *hashes](explorer::ExplorerQueries& queries) {
        std::vector<primitives::BlockRef> list;
        std::size_t bytes = 0;
        for (const auto& hash : hashes) {
            const auto one = queries.reader().readBlock(hash);
            if (!one || !*one) continue;
            bytes += (*one)->size();
            if (!list.empty() && bytes > std::size_t(net::kMaxHttpBody)) break;
            list.push_back(*one);
        }
        return octets(net::encodeBlocks(list));
    });
    context.answer(found, call.responder, [](const HttpResponse& response) { return response; });
}

void transactions(const RouteContext& context, const RouteCall& call) {
    const auto wtxids = net::decodeWtxids(call.request.body);
    if (!wtxids) return call.responder->send(malformed());
    auto found = context.node.chain().ask([wtxids = *wtxids](const node::ChainView& view) {
        std::vector<primitives::TransactionRef> list;
        for (const auto& wtxid : wtxids) {
            if (const auto* entry = view.mempool().findByWtxid(wtxid)) list.push_back(entry->transaction);
        }
        return octets(net::encodeTransactions(list));
    });
    context.answer(found, call.responder, [](const HttpResponse& response) { return response; });
}

void mempool(const RouteContext& context, const RouteCall& call) {
    std::vector<primitives::WtxId> wtxids;
    for (const auto mempool = context.node.chain().mempool(); const auto& item : mempool->items) {
        if (wtxids.size() == kMostIds) break;
        wtxids.push_back(item.transaction->wtxid());
    }
    call.responder->send(octets(net::encodeWtxids(wtxids)));
}

/// A whole block that somebody pushes, judged as any other.
void pushBlock(const RouteContext& context, const RouteCall& call) {
    const QByteArray& body = call.request.body;
    auto block = primitives::Block::parse(
        {reinterpret_cast<const std::uint8_t*>(body.constData()), std::size_t(body.size())});
    if (!block) return call.responder->send(malformed());
    auto judged = context.node.peers().push(std::make_shared<const primitives::Block>(std::move(*block)));
    context.answer(judged, call.responder, [](const node::BlockSubmission& outcome) {
        using Kind = node::BlockSubmission::Kind;
        if (outcome.kind == Kind::Rejected)
            return errorResponse(400, outcome.reason, QStringLiteral("rejected"));
        if (outcome.kind == Kind::StoreFailed)
            return errorResponse(507, QStringLiteral("The node's disk takes nothing now."),
                                 QStringLiteral("not-stored"));
        JsonWriter json;
        json.beginObject()
            .member("accepted", outcome.kind == Kind::Accepted || outcome.kind == Kind::SideChain)
            .member("reason", outcome.reason)
            .endObject();
        return jsonResponse(json.take());
    });
}

void peers(const RouteContext& context, const RouteCall& call) {
    JsonWriter json;
    json.beginObject();
    writePeerAddresses(json, "peers", *context.node.peers().list());
    json.endObject();
    call.responder->send(jsonResponse(json.take()));
}

} // namespace

std::vector<Route> peerRoutes(RouteContext context) {
    const auto row = [&](const char* method, const char* path, auto handler, const char* summary) {
        const bool json = handler == &hello || handler == &card || handler == &peers || handler == &pushBlock;
        return Route{method,
                     path,
                     Access::Peer,
                     [context, handler](const RouteCall& call) { handler(context, call); },
                     summary,
                     nullptr,
                     json ? "application/json" : "application/octet-stream",
                     {},
                     QByteArray(method) == "POST" ? "application/octet-stream" : nullptr};
    };
    return {
        row("GET", "/p2p/v1/hello", hello,
            QT_TRANSLATE_NOOP("Routes", "Who this node is, its rules and its tip.")),
        row("GET", "/p2p/v1/card", card,
            QT_TRANSLATE_NOOP("Routes", "The card of this network, with which others join it.")),
        row("POST", "/p2p/v1/headers", headersByLocator,
            QT_TRANSLATE_NOOP("Routes", "Headers after a locator, 80 bytes each, at most 2000.")),
        row("GET", "/p2p/v1/headers", headersByQuery,
            QT_TRANSLATE_NOOP("Routes", "The same with the locator as hashes in the query, and a count.")),
        row("GET", "/p2p/v1/block/:hash", oneBlock, QT_TRANSLATE_NOOP("Routes", "A block in wire form.")),
        row("POST", "/p2p/v1/blocks", blocks,
            QT_TRANSLATE_NOOP("Routes", "Up to 16 blocks by hash, each with its length before it.")),
        row("POST", "/p2p/v1/block", pushBlock,
            QT_TRANSLATE_NOOP("Routes", "Gives this node a block in wire form.")),
        row("POST", "/p2p/v1/txs", transactions,
            QT_TRANSLATE_NOOP("Routes", "Up to 100 waiting transactions by witness id.")),
        row("GET", "/p2p/v1/mempool", mempool,
            QT_TRANSLATE_NOOP("Routes", "Witness ids of waiting transactions, at most 5000.")),
        row("GET", "/p2p/v1/peers", peers, QT_TRANSLATE_NOOP("Routes", "Addresses of other peers.")),
    };
}

} // namespace rest
