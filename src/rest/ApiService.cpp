#include "rest/ApiService.h"

#include "crypto/Random.h"
#include "rest/cairn/ApiDocs.h"
#include "rest/cairn/EventFeed.h"
#include "rest/cairn/MiningRoutes.h"
#include "rest/cairn/NetworkRoutes.h"
#include "rest/cairn/RequestRoutes.h"
#include "rest/cairn/SystemRoutes.h"
#include "rest/cairn/WalletRoutes.h"
#include "rest/core/CoreRoutes.h"
#include "rest/esplora/EsploraAddressRoutes.h"
#include "rest/esplora/EsploraBlockRoutes.h"
#include "rest/esplora/EsploraMempoolRoutes.h"
#include "rest/esplora/EsploraText.h"
#include "rest/esplora/EsploraTransactionRoutes.h"
#include "rest/esplora/ForecastRoutes.h"
#include "rest/http/AnswerCache.h"
#include "rest/http/Endpoint.h"
#include "rest/http/ForwardingResponder.h"
#include "rest/http/Guard.h"
#include "rest/http/HttpServer.h"
#include "rest/http/PortTrouble.h"
#include "rest/http/RateLimit.h"
#include "rest/http/RouteInput.h"
#include "rest/p2p/PeerPort.h"
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

constexpr auto kPeerOption = "peer-bind";
constexpr int kRequestsPerMinute = 100; ///< of one address on the peer face, the peer protocol apart
constexpr int kControlConnections = 2000;
constexpr int kPeerFaceConnections = 256;
constexpr rlim_t kOwnFiles = 200; ///< of databases, peers, logs
constexpr int kPeerFacePerClient = 64;
constexpr int kWrongPasswordMs = 250;
constexpr qsizetype kKeptAnswersBytes = 16 * 1024 * 1024;

QByteArray hexOf(const primitives::BlockHash& hash) {
    return QByteArray::fromStdString(hash.toHex());
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

} // namespace

struct ApiService::Impl {
    explicit Impl(node::Node& owner) : node(owner) {}

    Result<node::ApiEndpoints, ApiProblem> start();
    void stop();
    Result<quint16, ApiProblem> listenControl(const node::Settings& settings, node::ApiEndpoints& endpoints);
    Result<QString, node::PortProblem> listenPeers(const QString& bind);
    Result<QString, node::PortProblem> openPeerPort(const QString& bind);
    Result<void, ApiProblem> writeCookie();
    [[nodiscard]] Guard::Options guardOptions(const node::Settings& settings, quint16 port) const;
    [[nodiscard]] HttpResponse options(const HttpRequest& request, const Router::Match& match) const;
    void follow(const node::ChainNews& news);
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
    QString peerBind; ///< what `peers` was opened with
    bool needsPeerPort = true;
};

ApiService::ApiService(node::Node& node, Options options) : m_impl(std::make_shared<Impl>(node)) {
    m_impl->needsPeerPort = options.needsPeerPort;
}

ApiService::~ApiService() {
    stop();
}

QString apiProblemSentence(const ApiProblem& problem) {
    switch (problem.kind) {
    case ApiProblem::Kind::NotLoopback:
        return QStringLiteral(
                   "--api-bind: %1 is not a loopback address. The API gives control of wallet and node, "
                   "so it is served on 127.0.0.1 or ::1 only; --peer-bind is for other computers.")
            .arg(problem.port.address);
    case ApiProblem::Kind::ApiPort:
        return portSentence(QStringLiteral("api-bind"), problem.port);
    case ApiProblem::Kind::PeerPort:
        return portSentence(QString::fromLatin1(kPeerOption), problem.port);
    case ApiProblem::Kind::Cookie:
        break;
    }
    return QStringLiteral("%1 cannot be written: %2.").arg(problem.path, problem.detail);
}

QFuture<Result<node::ApiEndpoints, ApiProblem>> ApiService::start() {
    return m_impl->node.ioThread().call([impl = m_impl] { return impl->start(); });
}

void ApiService::stop() {
    if (!m_impl) return;
    auto impl = std::exchange(m_impl, nullptr);
    impl->node.ioThread().call([impl] { impl->stop(); }).waitForFinished();
}

Result<node::ApiEndpoints, ApiProblem> ApiService::Impl::start() {
    context = std::make_unique<QObject>();
    events = std::make_unique<EventFeed>(node);
    templates = std::make_unique<TemplateFeed>(node);
    QObject::connect(&node.chain().feed(), &node::ChainFeed::chainChanged, context.get(),
                     [this](const node::ChainNews& news) { follow(news); });
    answers.setTip(hexOf(node.chain().status()->tip.hash));
    QElapsedTimer running;
    running.start();
    const RouteContext routes{node, context.get(), router, *events, *templates, running};
    for (const auto& make :
         {tutorialChainRoutes, tutorialWalletRoutes, systemRoutes, networkRoutes, miningRoutes, walletRoutes,
          requestRoutes, esploraBlockRoutes, esploraTransactionRoutes, esploraAddressRoutes,
          esploraMempoolRoutes, forecastRoutes, rpcRoutes, coreChainRoutes, coreCoinRoutes, peerRoutes}) {
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
    const auto peer = openPeerPort(settings.text(QStringLiteral("peer_bind")));
    if (!peer && needsPeerPort)
        return fail(ApiProblem{.kind = ApiProblem::Kind::PeerPort, .port = peer.error()});
    if (peer)
        endpoints.peer = *peer;
    else
        endpoints.peerProblem = peer.error();
    node.api().setEndpoints(endpoints);
    node.peers().setListener([this](const QString& bind) { return listenPeers(bind); });
    return endpoints;
}

/// Kept answers follow the best chain.
void ApiService::Impl::follow(const node::ChainNews& news) {
    if (!news.disconnected.empty()) answers.clear();
    if (!news.connected.empty())
        answers.setTip(hexOf(news.connected.back().hash));
    else if (!news.disconnected.empty())
        answers.setTip(hexOf(news.disconnected.back().previous));
}

Result<quint16, ApiProblem> ApiService::Impl::listenControl(const node::Settings& settings,
                                                            node::ApiEndpoints& endpoints) {
    const QString text = settings.text(QStringLiteral("api_bind"));
    if (text == QLatin1String("off")) return quint16(0);
    const auto [address, port] = endpointOf(text, node.params().card.apiPort);
    if (!address.isLoopback())
        return fail(
            ApiProblem{.kind = ApiProblem::Kind::NotLoopback, .port = {.address = address.toString()}});
    control = makeServer(Face::Control);
    if (!control->listen(address, port))
        return fail(
            ApiProblem{.kind = ApiProblem::Kind::ApiPort, .port = portTrouble(address, port, *control)});
    endpoints.api = urlOf(address, control->serverPort());
    return control->serverPort();
}

/// Opens the peer port, or another one in its place, or closes it. What cannot be opened leaves what was
/// there.
Result<QString, node::PortProblem> ApiService::Impl::openPeerPort(const QString& bind) {
    net::PeerManager* const manager = node.peers().manager();
    if (manager == nullptr)
        return fail(node::PortProblem{.kind = node::PortProblem::Kind::NoFace}); // it stops
    if (bind == QLatin1String("off")) {
        peers.reset();
        peerBind.clear();
        manager->setListenPort(0);
        return QString();
    }
    const auto [address, port] = endpointOf(bind, node.params().card.peerPort);
    if (peers && peerBind == bind) return urlOf(address, peers->serverPort());
    auto next = makeServer(Face::Peer);
    const quint16 before = peers ? peers->serverPort() : quint16(0);
    const QHostAddress addressBefore = peers ? peers->serverAddress() : QHostAddress();
    if (before != 0 && before == port) peers->close(); // the same port of another address
    if (!next->listen(address, port)) {
        auto problem = portTrouble(address, port, *next);
        if (before != 0 && !peers->isListening()) (void)peers->listen(addressBefore, before);
        return fail(std::move(problem));
    }
    peers = std::move(next);
    peerBind = bind;
    manager->setListenPort(peers->serverPort());
    return urlOf(address, peers->serverPort());
}

/// While running; what came of it is published.
Result<QString, node::PortProblem> ApiService::Impl::listenPeers(const QString& bind) {
    auto opened = openPeerPort(bind);
    node::ApiEndpoints endpoints = node.api().endpoints();
    endpoints.peerProblem.reset();
    if (opened)
        endpoints.peer = *opened;
    else
        endpoints.peerProblem = opened.error();
    node.api().setEndpoints(endpoints);
    if (!opened)
        util::logWarning("net", portSentence(QString::fromLatin1(kPeerOption), opened.error()).toStdString());
    return opened;
}

/// As Core's cookie: a user and 32 random bytes in hex, readable by this user only, new at each start.
Result<void, ApiProblem> ApiService::Impl::writeCookie() {
    QSaveFile file(node.paths().cookie());
    cookie = "__cookie__:" + QByteArray::fromStdString(util::toHex(crypto::randomBytes(32)));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(cookie) == cookie.size() && file.commit();
    if (written) return {};
    return fail(ApiProblem{
        .kind = ApiProblem::Kind::Cookie, .path = node.paths().cookie(), .detail = file.errorString()});
}

std::unique_ptr<HttpServer> ApiService::Impl::makeServer(Face face) {
    HttpServer::Options options;
    options.maxConnections = face == Face::Peer ? kPeerFaceConnections : roomForClients();
    options.maxPerClient = face == Face::Peer ? kPeerFacePerClient : options.maxConnections;
    options.waitsWhenBusy = face != Face::Peer;
    const auto handler = [this, face](const HttpRequest& request, const ResponderRef& responder) {
        dispatch(request, responder, face);
    };
    const auto finished = [this](const HttpRequest& request, int status, qint64 microseconds, qint64 bytes) {
        log(request, status, microseconds, bytes);
    };
    if (face == Face::Control) return std::make_unique<HttpServer>(options, handler, finished);
    return std::make_unique<PeerPort>(node.peers(), node.params().magic, options, handler, finished);
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
    Guard::Verdict verdict = guard->check(request, route, face, *node.api().tokens());
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
    if (auto refusal = inputRefusal(route, request)) return to->send(std::move(*refusal));
    if (route.access == Access::Read && isEsploraPath(request.path)) {
        if (const HttpResponse* kept = answers.find(request.target)) return to->send(*kept);
        to = answers.keeping(request.target, std::move(to));
    }
    match.route->handler(
        RouteCall{request, std::move(match.arguments), to, verdict.rights, verdict.askBeforeSpending});
}

/// What may be asked of a path; to a listed web page, that it may read.
HttpResponse ApiService::Impl::options(const HttpRequest& request, const Router::Match& match) const {
    HttpResponse response;
    response.status = 204;
    response.headers.emplace_back("Allow", match.allowed);
    const auto wanted = request.header("access-control-request-method");
    if (!wanted || !request.header("origin")) return response;
    const Route* route = router.routeOf(*wanted, request.path);
    HeaderList cors = route != nullptr ? guard->corsHeaders(request, *route) : HeaderList{};
    if (cors.empty()) {
        return errorResponse(403,
                             QStringLiteral("This page may not ask the node; the setting api_origins lists "
                                            "those that may use the explorer's routes. All others are never "
                                            "open to pages."),
                             QStringLiteral("origin-not-allowed"));
    }
    cors.emplace_back("Access-Control-Allow-Methods", *wanted);
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
    node.api().logRequest(std::move(entry));
}

void ApiService::Impl::stop() {
    node.peers().setListener({});
    templates.reset(); // answers what waits for a block
    control.reset();
    peers.reset();
    context.reset();
    events.reset();
    QFile::remove(node.paths().cookie());
    node.api().setEndpoints({});
}

} // namespace rest
