#include "rest/ApiService.h"

#include "crypto/Random.h"
#include "rest/Guard.h"
#include "rest/HttpServer.h"
#include "rest/PeerRoutes.h"
#include "rest/SystemRoutes.h"
#include "rest/TutorialChainRoutes.h"
#include "rest/TutorialWalletRoutes.h"
#include "util/Hex.h"
#include "util/Log.h"

#include <QDateTime>
#include <QFile>
#include <QSaveFile>

namespace rest {

namespace {

using node::StartError;

/// "ADDR:PORT", "[ADDR6]:PORT", "ADDR"; the setting was checked before.
std::pair<QHostAddress, quint16> endpointOf(QString text, quint16 standardPort) {
    quint16 port = standardPort;
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    const bool bracketed = text.startsWith(QLatin1Char('['));
    if (colon > 0 && (text.count(QLatin1Char(':')) == 1 || (bracketed && text[colon - 1] == QLatin1Char(']')))) {
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

StartError portError(const QString& option, const QHostAddress& address, quint16 port, const QTcpServer& server) {
    if (server.serverError() == QAbstractSocket::AddressInUseError) {
        return {3, QStringLiteral("Port %1 on %2 is in use by another program (perhaps another Cairn). End it, or choose another port "
                                  "with --%3 %2:PORT (0 = any free one).").arg(port).arg(address.toString(), option)};
    }
    return {server.serverError() == QAbstractSocket::SocketAccessError ? 3 : 2,
            QStringLiteral("--%1: %2 port %3 cannot be listened on: %4.").arg(option, address.toString()).arg(port).arg(server.errorString())};
}

} // namespace

struct ApiService::Impl {
    explicit Impl(node::Node& owner) : node(owner) {}

    Result<node::ApiEndpoints, StartError> start();
    void stop();
    Result<quint16, StartError> listenControl(const node::Settings& settings, node::ApiEndpoints& endpoints);
    Result<void, StartError> listenPeers(const node::Settings& settings, node::ApiEndpoints& endpoints);
    Result<void, StartError> writeCookie();
    void dispatch(const HttpRequest& request, const ResponderRef& responder, Face face) const;
    void log(const HttpRequest& request, int status, qint64 microseconds, qint64 bytes) const;
    std::unique_ptr<HttpServer> makeServer(Face face);

    node::Node& node;
    std::unique_ptr<QObject> context; ///< on the io thread
    Router router;
    std::unique_ptr<Guard> guard;
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
    const RouteContext routes{node, context.get()};
    router.add(systemRoutes(routes, router));
    router.add(tutorialChainRoutes(routes));
    router.add(tutorialWalletRoutes(routes));
    router.add(peerRoutes(routes));
    const node::Settings settings = node.settings();
    node::ApiEndpoints endpoints;
    const auto port = listenControl(settings, endpoints);
    if (!port) return fail(port.error());
    guard = std::make_unique<Guard>(Guard::Options{*port, settings.list(QStringLiteral("api_hosts"))});
    if (const auto ok = listenPeers(settings, endpoints); !ok) return fail(ok.error());
    if (control) {
        if (const auto ok = writeCookie(); !ok) return fail(ok.error());
        endpoints.cookieFile = node.paths().cookie();
    }
    node.setApiEndpoints(endpoints);
    return endpoints;
}

Result<quint16, StartError> ApiService::Impl::listenControl(const node::Settings& settings, node::ApiEndpoints& endpoints) {
    const QString text = settings.text(QStringLiteral("api_bind"));
    if (text == QLatin1String("off")) return quint16(0);
    const auto [address, port] = endpointOf(text, node.params().card.apiPort);
    if (!address.isLoopback()) {
        return fail(StartError{2, QStringLiteral("--api-bind: %1 is not a loopback address. The API gives control of wallet and node, "
                                                 "so it is served on 127.0.0.1 or ::1 only; --peer-bind is for other computers.")
                                      .arg(address.toString())});
    }
    control = makeServer(Face::Control);
    if (!control->listen(address, port)) return fail(portError(QStringLiteral("api-bind"), address, port, *control));
    endpoints.api = urlOf(address, control->serverPort());
    return control->serverPort();
}

Result<void, StartError> ApiService::Impl::listenPeers(const node::Settings& settings, node::ApiEndpoints& endpoints) {
    const QString text = settings.text(QStringLiteral("peer_bind"));
    quint16 reachable = 0;
    if (text != QLatin1String("off")) {
        const auto [address, port] = endpointOf(text, node.params().card.peerPort);
        peers = makeServer(Face::Peer);
        if (!peers->listen(address, port)) return fail(portError(QStringLiteral("peer-bind"), address, port, *peers));
        endpoints.peer = urlOf(address, peers->serverPort());
        reachable = peers->serverPort();
    }
    node.peerManager().setListenPort(reachable);
    return {};
}

/// As Core's cookie: a user and 32 random bytes in hex, readable by this user only, new at each start.
Result<void, StartError> ApiService::Impl::writeCookie() {
    QSaveFile file(node.paths().cookie());
    const QByteArray text = "__cookie__:" + QByteArray::fromStdString(util::toHex(crypto::randomBytes(32)));
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.write(text) == text.size() &&
                         file.commit();
    if (written) return {};
    return fail(StartError{1, QStringLiteral("%1 cannot be written: %2.").arg(node.paths().cookie(), file.errorString())});
}

std::unique_ptr<HttpServer> ApiService::Impl::makeServer(Face face) {
    return std::make_unique<HttpServer>(
        HttpServer::Options{}, [this, face](const HttpRequest& request, const ResponderRef& responder) {
            dispatch(request, responder, face);
        },
        [this](const HttpRequest& request, int status, qint64 microseconds, qint64 bytes) {
            log(request, status, microseconds, bytes);
        });
}

void ApiService::Impl::dispatch(const HttpRequest& request, const ResponderRef& responder, Face face) const {
    static const Route unknown{"", "", Access::Read, {}, "", nullptr};
    Router::Match match = router.find(request);
    // The guard looks first: a rebound host learns nothing, not even which routes exist.
    if (auto refusal = guard->check(request, match.route != nullptr ? *match.route : unknown, face)) {
        return responder->send(std::move(*refusal));
    }
    if (match.route == nullptr) return responder->send(std::move(*match.refusal));
    match.route->handler(RouteCall{request, std::move(match.arguments), responder});
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
    node.logRequest(entry);
}

void ApiService::Impl::stop() {
    control.reset();
    peers.reset();
    context.reset();
    QFile::remove(node.paths().cookie());
    node.setApiEndpoints({});
}

} // namespace rest
