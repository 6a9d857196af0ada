#include "rest/ApiService.h"

#include "crypto/Random.h"
#include "rest/cairn/ApiDocs.h"
#include "rest/cairn/EventFeed.h"
#include "rest/cairn/MiningRoutes.h"
#include "rest/cairn/SystemRoutes.h"
#include "rest/esplora/EsploraAddressRoutes.h"
#include "rest/esplora/EsploraBlockRoutes.h"
#include "rest/esplora/EsploraMempoolRoutes.h"
#include "rest/esplora/EsploraText.h"
#include "rest/esplora/EsploraTransactionRoutes.h"
#include "rest/http/AnswerCache.h"
#include "rest/http/ForwardingResponder.h"
#include "rest/http/Guard.h"
#include "rest/http/HttpServer.h"
#include "rest/http/PortOwner.h"
#include "rest/http/RateLimit.h"
#include "rest/json/JsonBody.h"
#include "rest/p2p/PeerRoutes.h"
#include "rest/rpc/RpcRoutes.h"
#include "rest/rpc/TemplateFeed.h"
#include "rest/tutorial/TutorialChainRoutes.h"
#include "rest/tutorial/TutorialWalletRoutes.h"
#include "util/Hex.h"
#include "util/Log.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>
#include <QTimer>

#include <sys/resource.h>

namespace rest {

namespace {

using node::StartError;

constexpr int kRequestsPerMinute = 100; ///< of one address on the peer face, the peer protocol apart
constexpr int kControlConnections = 2000;
constexpr int kPeerFaceConnections = 256;
constexpr rlim_t kOwnFiles = 200; ///< of databases, peers, logs
constexpr int kPeerFacePerClient = 64;
constexpr int kWrongPasswordMs = 250;
constexpr qsizetype kKeptAnswersBytes = 16 * 1024 * 1024;

/// "ADDR:PORT", "[ADDR6]:PORT", "ADDR"; the setting was checked before.
std::pair<QHostAddress, quint16> endpointOf(QString text, quint16 standardPort) {
    quint16 port = standardPort;
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    const bool bracketed = text.startsWith(QLatin1Char('['));
    if (colon > 0 &&
        (text.count(QLatin1Char(':')) == 1 || (bracketed && text[colon - 1] == QLatin1Char(']')))) {
        port = text.mid(colon + 1).toUShort();
        text.truncate(colon);
    }
    if (bracketed) text = text.mid(1, text.size() - 2);
    if (text == QLatin1String("localhost")) text = QStringLiteral("127.0.0.1");
    return {QHostAddress(text), port};
}

QString urlOf(const QHostAddress& address, quint16 port) {
    const QString host = address.protocol() == QAbstractSocket::IPv6Protocol
                             ? QLatin1Char('[') + address.toString() + QLatin1Char(']')
                             : address.toString();
    return QStringLiteral("http://%1:%2").arg(host).arg(port);
}

/// How many clients the system lets the control face have; asks for more files where 1 024 are the habit.
int roomForClients() {
    const rlim_t needed = kControlConnections + kPeerFaceConnections + kOwnFiles;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return kControlConnections;
    if (limit.rlim_cur < needed) {
        limit.rlim_cur = std::min(needed, limit.rlim_max);
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    if (limit.rlim_cur >= needed) return kControlConnections;
    return std::max(64, int(limit.rlim_cur) - kPeerFaceConnections - int(kOwnFiles));
}

StartError portError(const QString& option, const QHostAddress& address, quint16 port,
                     const QTcpServer& server) {
    if (server.serverError() == QAbstractSocket::AddressInUseError) {
        const QString owner = portOwner(port);
        return {3,
                QStringLiteral("Port %1 on %2 is in use by %3. End it, or choose another port with --%4 "
                               "%2:PORT (0 = any free one).")
                    .arg(port)
                    .arg(address.toString(),
                         owner.isEmpty() ? QStringLiteral("another program (perhaps another Cairn)") : owner,
                         option)};
    }
    return {server.serverError() == QAbstractSocket::SocketAccessError ? 3 : 2,
            QStringLiteral("--%1: %2 port %3 cannot be listened on: %4.")
                .arg(option, address.toString())
                .arg(port)
                .arg(server.errorString())};
}

} // namespace

struct ApiService::Impl {
    explicit Impl(node::Node& owner) : node(owner) {}

    Result<node::ApiEndpoints, StartError> start();
    void stop();
    Result<quint16, StartError> listenControl(const node::Settings& settings, node::ApiEndpoints& endpoints);
    Result<void, StartError> listenPeers(const node::Settings& settings, node::ApiEndpoints& endpoints);
    Result<void, StartError> writeCookie();
    [[nodiscard]] Guard::Options guardOptions(const node::Settings& settings, quint16 port) const;
    [[nodiscard]] HttpResponse options(const HttpRequest& request, const Router::Match& match) const;
    void run(const HttpRequest& request, Router::Match match, const Guard::Verdict& verdict,
             const ResponderRef& responder) const;
    void dispatch(const HttpRequest& request, const ResponderRef& responder, Face face);
    void log(const HttpRequest& request, int status, qint64 microseconds, qint64 bytes) const;
    std::unique_ptr<HttpServer> makeServer(Face face);

    node::Node& node;
    std::unique_ptr<QObject> context; ///< on the io thread
    Router router;
    std::unique_ptr<EventFeed> events;
    std::unique_ptr<TemplateFeed> templates;
    AnswerCache answers{kKeptAnswersBytes};
    QByteArray cookie;
    std::unique_ptr<Guard> guard;
    RateLimit peerFaceLimit{kRequestsPerMinute};
    std::unique_ptr<HttpServer> control;
    std::unique_ptr<HttpServer> peers;
};

ApiService::ApiService(node::Node& node) : m_impl(std::make_shared<Impl>(node)) {}

ApiService::~ApiService() {
    stop();
}

QFuture<Result<node::ApiEndpoints, StartError>> ApiService::start() {
    return m_impl->node.ioThread().call([impl = m_impl] { return impl->start(); });
}

void ApiService::stop() {
    if (!m_impl) return;
    auto impl = std::exchange(m_impl, nullptr);
    impl->node.ioThread().call([impl] { impl->stop(); }).waitForFinished();
}

Result<node::ApiEndpoints, StartError> ApiService::Impl::start() {
    context = std::make_unique<QObject>();
    events = std::make_unique<EventFeed>(node);
    templates = std::make_unique<TemplateFeed>(node);
    QObject::connect(node.engineNews(), &node::Engine::chainChanged, context.get(),
                     [this](const node::ChainNews& news) {
                         if (!news.disconnected.empty()) answers.clear();
                     });
    const RouteContext routes{node, context.get(), router, *events, *templates, node.clock().steadyMs()};
    for (const auto& make :
         {tutorialChainRoutes, tutorialWalletRoutes, systemRoutes, miningRoutes, esploraBlockRoutes,
          esploraTransactionRoutes, esploraAddressRoutes, esploraMempoolRoutes, rpcRoutes, peerRoutes}) {
        router.add(make(routes));
    }
    const node::Settings settings = node.settings();
    node::ApiEndpoints endpoints;
    const auto port = listenControl(settings, endpoints);
    if (!port) return fail(port.error());
    if (control) {
        if (const auto ok = writeCookie(); !ok) return fail(ok.error());
        endpoints.cookieFile = node.paths().cookie();
        endpoints.routes = documentedRoutes(router.routes());
    }
    guard = std::make_unique<Guard>(guardOptions(settings, *port));
    if (const auto ok = listenPeers(settings, endpoints); !ok) return fail(ok.error());
    node.setApiEndpoints(endpoints);
    return endpoints;
}

Result<quint16, StartError> ApiService::Impl::listenControl(const node::Settings& settings,
                                                            node::ApiEndpoints& endpoints) {
    const QString text = settings.text(QStringLiteral("api_bind"));
    if (text == QLatin1String("off")) return quint16(0);
    const auto [address, port] = endpointOf(text, node.params().card.apiPort);
    if (!address.isLoopback()) {
        return fail(StartError{
            2, QStringLiteral(
                   "--api-bind: %1 is not a loopback address. The API gives control of wallet and node, "
                   "so it is served on 127.0.0.1 or ::1 only; --peer-bind is for other computers.")
                   .arg(address.toString())});
    }
    control = makeServer(Face::Control);
    if (!control->listen(address, port))
        return fail(portError(QStringLiteral("api-bind"), address, port, *control));
    endpoints.api = urlOf(address, control->serverPort());
    return control->serverPort();
}

Result<void, StartError> ApiService::Impl::listenPeers(const node::Settings& settings,
                                                       node::ApiEndpoints& endpoints) {
    const QString text = settings.text(QStringLiteral("peer_bind"));
    quint16 reachable = 0;
    if (text != QLatin1String("off")) {
        const auto [address, port] = endpointOf(text, node.params().card.peerPort);
        peers = makeServer(Face::Peer);
        if (!peers->listen(address, port))
            return fail(portError(QStringLiteral("peer-bind"), address, port, *peers));
        endpoints.peer = urlOf(address, peers->serverPort());
        reachable = peers->serverPort();
    }
    node.peerManager().setListenPort(reachable);
    return {};
}

/// As Core's cookie: a user and 32 random bytes in hex, readable by this user only, new at each start.
Result<void, StartError> ApiService::Impl::writeCookie() {
    QSaveFile file(node.paths().cookie());
    cookie = "__cookie__:" + QByteArray::fromStdString(util::toHex(crypto::randomBytes(32)));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(cookie) == cookie.size() && file.commit();
    if (written) return {};
    return fail(StartError{
        1, QStringLiteral("%1 cannot be written: %2.").arg(node.paths().cookie(), file.errorString())});
}

std::unique_ptr<HttpServer> ApiService::Impl::makeServer(Face face) {
    HttpServer::Options options;
    options.maxConnections = face == Face::Peer ? kPeerFaceConnections : roomForClients();
    options.maxPerClient = face == Face::Peer ? kPeerFacePerClient : options.maxConnections;
    return std::make_unique<HttpServer>(
        options,
        [this, face](const HttpRequest& request, const ResponderRef& responder) {
            dispatch(request, responder, face);
        },
        [this](const HttpRequest& request, int status, qint64 microseconds, qint64 bytes) {
            log(request, status, microseconds, bytes);
        });
}

Guard::Options ApiService::Impl::guardOptions(const node::Settings& settings, quint16 port) const {
    Guard::Options options;
    options.controlPort = port;
    options.extraHosts = settings.list(QStringLiteral("api_hosts"));
    options.origins = settings.list(QStringLiteral("api_origins"));
    options.cookie = cookie;
    const QString spending = settings.text(QStringLiteral("api_spending"));
    if (spending == QLatin1String("ask")) options.spending = Guard::Spending::Ask;
    if (spending == QLatin1String("token")) options.spending = Guard::Spending::Token;
    return options;
}

namespace {

/// Adds headers to whatever answer comes.
class HeaderResponder final : public ForwardingResponder {
public:
    HeaderResponder(ResponderRef inner, HeaderList headers)
        : ForwardingResponder(std::move(inner)), m_headers(std::move(headers)) {}
    void send(HttpResponse response) override {
        response.headers.insert(response.headers.end(), m_headers.begin(), m_headers.end());
        forward(std::move(response));
    }

private:
    HeaderList m_headers;
};

HttpResponse tooManyRequests() {
    HttpResponse response =
        errorResponse(429, QStringLiteral("Too many requests from this address; wait a moment."),
                      QStringLiteral("rate-limit"));
    response.headers.emplace_back("Retry-After", "5");
    return response;
}

} // namespace

void ApiService::Impl::dispatch(const HttpRequest& request, const ResponderRef& responder, Face face) {
    static const Route unknown{"", "", Access::Read, {}, ""};
    Router::Match match = router.find(request);
    const Route& route = match.route != nullptr ? *match.route : unknown;
    if (face == Face::Peer && route.access != Access::Peer &&
        !peerFaceLimit.allow(request.client, node.clock().steadyMs())) {
        return responder->send(tooManyRequests());
    }
    // The guard looks first: a rebound host learns nothing, not even which routes exist.
    if (request.method == "OPTIONS" && face == Face::Control) {
        if (auto refusal = guard->checkHost(request, face)) return responder->send(std::move(*refusal));
        if (!match.allowed.isEmpty()) return responder->send(options(request, match));
    }
    Guard::Verdict verdict = guard->check(request, route, face, *node.apiTokens());
    if (verdict.refusal && verdict.wrongPassword) {
        QTimer::singleShot(kWrongPasswordMs, context.get(),
                           [responder, refusal = *verdict.refusal] { responder->send(refusal); });
        return;
    }
    if (verdict.refusal) return responder->send(std::move(*verdict.refusal));
    if (match.route == nullptr) return responder->send(std::move(*match.refusal));
    HeaderList cors = guard->corsHeaders(request, route);
    ResponderRef to =
        cors.empty() ? responder : std::make_shared<HeaderResponder>(responder, std::move(cors));
    if (route.access == Access::Read && isEsploraPath(request.path)) {
        if (const HttpResponse* kept = answers.find(request.target)) return to->send(*kept);
        to = answers.keeping(request.target, std::move(to));
    }
    run(request, std::move(match), verdict, to);
}

void ApiService::Impl::run(const HttpRequest& request, Router::Match match, const Guard::Verdict& verdict,
                           const ResponderRef& responder) const {
    if (!verdict.askBeforeSpending) {
        match.route->handler(RouteCall{request, std::move(match.arguments), responder, verdict.rights});
        return;
    }
    const JsonBody body = JsonBody::parse(request.body).value_or(JsonBody());
    const QString payment =
        QStringLiteral("%1 → %2").arg(body.text(QStringLiteral("amount")).value_or(QString()).left(30),
                                      body.text(QStringLiteral("recipient")).value_or(QString()).left(100));
    // The request is kept: the connection may be gone when the answer comes.
    node::onResult(
        node.askToSpend(payment), context.get(),
        [request, match, rights = verdict.rights, responder](bool allowed) {
            if (responder->isGone()) return;
            if (allowed) return match.route->handler(RouteCall{request, match.arguments, responder, rights});
            responder->send(errorResponse(
                403, QStringLiteral("The payment was not allowed in the window (setting api_spending)."),
                QStringLiteral("not-allowed")));
        });
}

/// What may be asked of a path; to a listed web page, that it may read.
HttpResponse ApiService::Impl::options(const HttpRequest& request, const Router::Match& match) const {
    HttpResponse response;
    response.status = 204;
    response.headers.emplace_back("Allow", match.allowed);
    const auto wanted = request.header("access-control-request-method");
    if (!wanted || !request.header("origin")) return response;
    const Route* route = router.getRoute(request.path);
    HeaderList cors = route != nullptr && (*wanted == "GET" || *wanted == "HEAD")
                          ? guard->corsHeaders(request, *route)
                          : HeaderList{};
    if (cors.empty()) {
        return errorResponse(403,
                             QStringLiteral("This page may not read the node; the setting api_origins lists "
                                            "those that may, and what changes "
                                            "anything is never open to pages."),
                             QStringLiteral("origin-not-allowed"));
    }
    cors.emplace_back("Access-Control-Allow-Methods", "GET, HEAD");
    cors.emplace_back("Access-Control-Allow-Headers", "Content-Type");
    cors.emplace_back("Access-Control-Allow-Private-Network", "true");
    cors.emplace_back("Access-Control-Max-Age", "600");
    response.headers.insert(response.headers.end(), cors.begin(), cors.end());
    return response;
}

void ApiService::Impl::log(const HttpRequest& request, int status, qint64 microseconds, qint64 bytes) const {
    if (request.path.startsWith(QLatin1String("/p2p/"))) return; // peers chatter; the network page shows them
    node::RequestEntry entry;
    entry.time = QDateTime::currentMSecsSinceEpoch();
    entry.method = QString::fromLatin1(request.method);
    entry.path = QString::fromLatin1(request.target.left(200));
    entry.status = status;
    entry.microseconds = microseconds;
    entry.bytesOut = bytes;
    entry.client = request.client.toString();
    node.logRequest(std::move(entry));
}

void ApiService::Impl::stop() {
    templates.reset(); // answers what waits for a block
    control.reset();
    peers.reset();
    context.reset();
    events.reset();
    QFile::remove(node.paths().cookie());
    node.setApiEndpoints({});
}

} // namespace rest
