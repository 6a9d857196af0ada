#include "rest/p2p/PeerRoutes.h"

#include "chain/Locator.h"
#include "net/PeerProtocol.h"
#include "rest/http/ForwardingResponder.h"
#include "rest/json/JsonWriter.h"
#include "rest/p2p/PeerJson.h"

namespace rest {

namespace {

HttpResponse octets(const QByteArray& bytes) {
    HttpResponse response;
    response.contentType = "application/octet-stream";
    response.body = bytes;
    return response;
}

HttpResponse malformed(const QString& sentence) {
    return errorResponse(400, sentence, QStringLiteral("malformed"));
}

HttpResponse refused(const net::PeerRefusal& refusal) {
    return errorResponse(refusal.status, refusal.sentence, QStringLiteral("peer-refused"));
}

HttpResponse noContent() {
    HttpResponse response;
    response.status = 204;
    return response;
}

std::optional<std::uint64_t> nonceOf(const HttpRequest& request) {
    const auto text = request.parameter(QStringLiteral("nonce"));
    bool ok = false;
    const quint64 nonce = text ? text->toULongLong(&ok, 16) : 0;
    if (!ok) return std::nullopt;
    return nonce;
}

/// Counts what is answered to a peer.
class CountingResponder final : public ForwardingResponder {
public:
    CountingResponder(ResponderRef inner, net::PeerManager& peers, std::uint64_t nonce)
        : ForwardingResponder(std::move(inner)), m_peers(peers), m_nonce(nonce) {}
    void send(HttpResponse response) override {
        const qint64 size = response.body.size();
        forward(std::move(response));
        m_peers.onServed(m_nonce, 0, size);
    }

private:
    net::PeerManager& m_peers;
    std::uint64_t m_nonce;
};

/// The same call, with its bytes counted for the peer that makes it.
RouteCall counted(const RouteContext& context, const RouteCall& call) {
    const auto nonce = nonceOf(call.request);
    if (!nonce) return call;
    net::PeerManager& peers = context.node.peers().manager();
    peers.onServed(*nonce, call.request.body.size(), 0);
    return {call.request, call.arguments, std::make_shared<CountingResponder>(call.responder, peers, *nonce),
            call.rights};
}

void hello(const RouteContext& context, const RouteCall& call) {
    const auto caller = net::helloFromQuery(call.request.query.toString(QUrl::FullyEncoded));
    if (!caller) return call.responder->send(malformed(caller.error()));
    const auto ours = context.node.peers().manager().onHello(*caller, call.request.client.toString());
    if (!ours) return call.responder->send(refused(ours.error()));
    call.responder->send(jsonResponse(net::encodeHello(*ours)));
}

void headers(const RouteContext& context, const RouteCall& call) {
    const auto request = net::decodeHeadersRequest(call.request.body);
    if (!request) return call.responder->send(malformed(request.error()));
    auto found = context.node.chain().ask([request = *request](const node::ChainView& view) {
        const chain::ChainState& chain = view.chain();
        const auto list = chain::headersAfter(chain, request.locator, request.stop, net::kMaxHeaders);
        HttpResponse response = octets(net::encodeHeaders(list));
        response.headers.emplace_back("X-Tip-Chainwork",
                                      QByteArray::fromStdString(consensus::toHex(chain.tip().chainWork)));
        response.headers.emplace_back("X-Tip-Height", QByteArray::number(chain.tip().height()));
        return response;
    });
    context.answer(found, call.responder, [](const HttpResponse& response) { return response; });
}

void block(const RouteContext& context, const RouteCall& call) {
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
    if (!hashes) return call.responder->send(malformed(hashes.error()));
    auto found = context.node.chain().query([hashes = *hashes](explorer::ExplorerQueries& queries) {
        std::vector<primitives::BlockRef> list;
        std::size_t bytes = 0;
        for (const auto& hash : hashes) {
            const auto one = queries.reader().readBlock(hash);
            if (!one || !*one) continue;
            bytes += (*one)->size();
            if (!list.empty() && bytes > std::size_t(net::kMaxMessageBytes)) break;
            list.push_back(*one);
        }
        return octets(net::encodeBlocks(list));
    });
    context.answer(found, call.responder, [](const HttpResponse& response) { return response; });
}

void transactions(const RouteContext& context, const RouteCall& call) {
    const auto wtxids = net::decodeWtxids(call.request.body);
    if (!wtxids) return call.responder->send(malformed(wtxids.error()));
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
        if (wtxids.size() == 5'000) break;
        wtxids.push_back(item.transaction->wtxid());
    }
    call.responder->send(octets(net::encodeWtxids(wtxids)));
}

void announce(const RouteContext& context, const RouteCall& call) {
    const auto nonce = nonceOf(call.request);
    const auto news = net::decodeAnnouncement(call.request.body);
    if (!nonce || !news)
        return call.responder->send(malformed(news ? QStringLiteral("nonce is missing.") : news.error()));
    const auto reply = context.node.peers().manager().onAnnounce(*nonce, *news);
    if (!reply) return call.responder->send(refused(reply.error()));
    if (reply->news.isEmpty() && reply->orders.empty()) return call.responder->send(noContent());
    call.responder->send(octets(net::encodeReply(*reply)));
}

void wait(const RouteContext& context, const RouteCall& call) {
    const auto nonce = nonceOf(call.request);
    if (!nonce) return call.responder->send(malformed(QStringLiteral("nonce is missing.")));
    net::PeerManager& peers = context.node.peers().manager();
    const auto responder = call.responder;
    const quint64 ticket = peers.onWait(*nonce, [responder](Result<net::PeerReply, net::PeerRefusal> reply) {
        if (!reply)
            responder->send(refused(reply.error()));
        else
            responder->send(octets(net::encodeReply(*reply)));
    });
    responder->onGone([&peers, ticket] { peers.cancelWait(ticket); });
}

void deliver(const RouteContext& context, const RouteCall& call) {
    const auto nonce = nonceOf(call.request);
    auto delivery = net::decodeDelivery(call.request.body);
    if (!nonce || !delivery)
        return call.responder->send(
            malformed(delivery ? QStringLiteral("nonce is missing.") : delivery.error()));
    const auto taken = context.node.peers().manager().onDeliver(*nonce, std::move(*delivery));
    call.responder->send(taken ? noContent() : refused(taken.error()));
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
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, counted(context, call)); };
    };
    const auto row = [&](const char* method, const char* path, auto handler, const char* summary) {
        const bool json = handler == &hello || handler == &peers;
        return Route{method,
                     path,
                     Access::Peer,
                     with(handler),
                     summary,
                     nullptr,
                     json ? "application/json" : "application/octet-stream",
                     {},
                     QByteArray(method) == "POST" ? "application/octet-stream" : nullptr};
    };
    return {
        row("GET", "/p2p/v1/hello", hello,
            QT_TRANSLATE_NOOP("Routes", "Who this node is; the query says who asks.")),
        row("POST", "/p2p/v1/headers", headers,
            QT_TRANSLATE_NOOP("Routes", "Headers after a locator, 80 bytes each, at most 2000.")),
        row("GET", "/p2p/v1/block/:hash", block, QT_TRANSLATE_NOOP("Routes", "A block in wire form.")),
        row("POST", "/p2p/v1/blocks", blocks,
            QT_TRANSLATE_NOOP("Routes", "Up to 16 blocks by hash, each with its length before it.")),
        row("POST", "/p2p/v1/txs", transactions,
            QT_TRANSLATE_NOOP("Routes", "Up to 100 waiting transactions by witness id.")),
        row("GET", "/p2p/v1/mempool", mempool,
            QT_TRANSLATE_NOOP("Routes", "Witness ids of waiting transactions, at most 5000.")),
        row("POST", "/p2p/v1/announce", announce,
            QT_TRANSLATE_NOOP(
                "Routes",
                "News from a peer; the answer has ours, and orders for a peer that cannot be reached.")),
        row("GET", "/p2p/v1/wait", wait,
            QT_TRANSLATE_NOOP("Routes", "Stays open up to 25 seconds until there is news.")),
        row("POST", "/p2p/v1/deliver", deliver, QT_TRANSLATE_NOOP("Routes", "What an order asked for.")),
        row("GET", "/p2p/v1/peers", peers, QT_TRANSLATE_NOOP("Routes", "Addresses of other peers.")),
    };
}

} // namespace rest
