#include "rest/http/Guard.h"

#include "crypto/SecretBytes.h"
#include "net/address/PeerAddress.h"

#include <QUrl>

namespace rest {

namespace {

HttpResponse forbidden(const QString& sentence, const QString& code) {
    return errorResponse(403, sentence, code);
}

bool isOwnOrigin(const QByteArray& origin, quint16 ownPort) {
    const QUrl url(QString::fromLatin1(origin), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != QLatin1String("http") || url.port(80) != ownPort) return false;
    const QString host = url.host();
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// Old browsers give no fetch metadata. PowerShell uses a browser's name.
bool hasBrowserName(const HttpRequest& request) {
    const QByteArray agent = request.header("user-agent").value_or(QByteArray());
    return agent.startsWith("Mozilla/") && !agent.contains("PowerShell");
}

HttpResponse wrongCredentials(const Route& route) {
    HttpResponse response = errorResponse(
        401,
        QStringLiteral("The password or token is not valid. The cookie changes with every start of the "
                       "node; tokens can be revoked."),
        QStringLiteral("unauthorized"));
    const bool rpc = QByteArray(familyOf(route)) == "JSON-RPC";
    response.headers.emplace_back("WWW-Authenticate", rpc ? "Basic realm=\"jsonrpc\"" : "Bearer");
    return response;
}

HttpResponse pageNotAllowed() {
    return forbidden(QStringLiteral("A web page may not do this. Use a program such as curl, or the window."),
                     QStringLiteral("browser-not-allowed"));
}

HttpResponse bodyOfBrowser() {
    return errorResponse(415, QStringLiteral("The body must be sent as application/json."),
                         QStringLiteral("content-type"));
}

util::ByteView bytesOf(const QByteArray& text) {
    return util::asBytes({text.constData(), std::size_t(text.size())});
}

QString scopeOf(Access access) {
    return QString::fromLatin1(toString(access));
}

} // namespace

bool Guard::isAllowedHost(const QByteArray& host) const {
    QString name = QString::fromLatin1(host).toLower();
    QString port;
    if (name.startsWith(QLatin1Char('['))) {
        const auto end = name.indexOf(QLatin1Char(']'));
        if (end < 0) return false;
        port = name.mid(end + 1);
        name = name.mid(1, end - 1);
    } else if (const auto colon = name.indexOf(QLatin1Char(':')); colon >= 0) {
        port = name.mid(colon);
        name = name.left(colon);
    }
    if (!port.isEmpty()) {
        bool ok = false;
        const quint16 number = port.mid(1).toUShort(&ok);
        if (!port.startsWith(QLatin1Char(':')) || !ok || number != m_options.controlPort) return false;
    }
    if (!net::ipAddress(name).isNull()) return true;
    return name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")) ||
           m_options.extraHosts.contains(name, Qt::CaseInsensitive);
}

std::optional<HttpResponse> Guard::checkHost(const HttpRequest& request, Face face) const {
    const auto host = request.header("host");
    if (face == Face::Peer || !host || isAllowedHost(*host)) return std::nullopt;
    return forbidden(
        QStringLiteral(
            "The host name \"%1\" is not one of this node's. Use 127.0.0.1 or localhost, or add the "
            "name to the setting api_hosts.")
            .arg(QString::fromLatin1(host->left(80))),
        QStringLiteral("host-not-allowed"));
}

std::optional<Rights> Guard::rightsOf(const HttpRequest& request, const node::ApiTokens& tokens) const {
    const QByteArray header = request.header("authorization").value_or(QByteArray()).trimmed();
    const auto space = header.indexOf(' ');
    const QByteArray scheme = header.left(space).toLower();
    const QByteArray rest = space < 0 ? QByteArray() : header.mid(space + 1).trimmed();
    if (header.isEmpty()) return Rights{};
    QByteArray secret = rest;
    if (scheme == "basic") {
        const QByteArray pair = QByteArray::fromBase64(rest);
        if (pair.isEmpty() || pair == ":")
            return Rights{}; // a miner without a password: anonymous, no failed login
        if (!m_options.cookie.isEmpty() &&
            crypto::equalConstantTime(bytesOf(pair), bytesOf(m_options.cookie)))
            return Rights{true, true, {}};
        secret = pair.mid(pair.indexOf(':') + 1);
    } else if (scheme != "bearer") {
        return std::nullopt;
    }
    const node::ApiToken* token = tokens.find(secret);
    if (token == nullptr) return std::nullopt;
    return Rights{true, false, token->scopes};
}

bool Guard::isOpen(Access access) const {
    if (access == Access::Spend) return m_options.spending != Spending::Token;
    return access != Access::Control;
}

std::optional<HttpResponse> Guard::checkRights(const Route& route, const Rights& rights) const {
    const QString scope = scopeOf(route.access);
    if (isOpen(route.access) || rights.allows(scope)) return std::nullopt;
    if (rights.known) {
        return forbidden(QStringLiteral("This token has no scope \"%1\".").arg(scope),
                         QStringLiteral("scope"));
    }
    if (route.access == Access::Control) {
        HttpResponse response = errorResponse(
            401,
            QStringLiteral("This needs the cookie (user __cookie__, password from api.cookie) or a token "
                           "with the scope \"control\"."),
            QStringLiteral("unauthorized"));
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return response;
    }
    return forbidden(QStringLiteral("The setting api_spending asks for a token with the scope \"spend\"."),
                     QStringLiteral("token-needed"));
}

Guard::Verdict Guard::check(const HttpRequest& request, const Route& route, Face face,
                            const node::ApiTokens& tokens) const {
    Verdict verdict;
    const bool forPeers = route.access == Access::Peer;
    if (face == Face::Peer && forPeers) {
        // Their own library gives a browser's name; what browsers add themselves gives pages away.
        if (comesFromForeignPage(request, m_options.controlPort, true)) verdict.refusal = pageNotAllowed();
        return verdict;
    }
    if (face == Face::Peer && !route.onPeerFace) {
        verdict.refusal = errorResponse(
            404,
            QStringLiteral(
                "Only the peer protocol and the explorer are served here. The rest of the API is on "
                "the loopback address of this computer."),
            QStringLiteral("not-on-this-face"));
        return verdict;
    }
    if (auto refusal = checkHost(request, face)) {
        verdict.refusal = std::move(refusal);
        return verdict;
    }
    std::optional<Rights> rights = Rights{};
    if (face == Face::Control && !forPeers) rights = rightsOf(request, tokens);
    if (route.access != Access::Read && !isListedPage(request, route) &&
        comesFromForeignPage(request, m_options.controlPort, rights && rights->known)) {
        verdict.refusal = pageNotAllowed();
        return verdict;
    }
    if (!rights) {
        verdict.wrongPassword = true;
        verdict.refusal = wrongCredentials(route);
        return verdict;
    }
    verdict.rights = *rights;
    const bool wantsJson = route.body != nullptr && QByteArray(route.body) == "application/json";
    const QByteArray type = request.header("content-type").value_or(QByteArray()).toLower();
    if (wantsJson && comesFromBrowser(request) && !type.startsWith("application/json"))
        verdict.refusal = bodyOfBrowser();
    else
        verdict.refusal = checkRights(route, *rights);
    verdict.askBeforeSpending = route.access == Access::Spend && m_options.spending == Spending::Ask &&
                                !rights->allows(scopeOf(Access::Spend));
    return verdict;
}

HeaderList Guard::corsHeaders(const HttpRequest& request, const Route& route) const {
    if (!isListedPage(request, route)) return {};
    return {{"Access-Control-Allow-Origin", *request.header("origin")}, {"Vary", "Origin"}};
}

bool Guard::isListedPage(const HttpRequest& request, const Route& route) const {
    const auto origin = request.header("origin");
    const bool isExplorer = route.onPeerFace && QByteArray(familyOf(route)) == "Esplora";
    return isExplorer && origin && m_options.origins.contains(QString::fromLatin1(*origin));
}

bool comesFromForeignPage(const HttpRequest& request, quint16 ownPort, bool hasCredentials) {
    if (const auto site = request.header("sec-fetch-site")) {
        if (*site != "same-origin" && *site != "none") return true;
    }
    if (const auto origin = request.header("origin")) {
        if (!isOwnOrigin(*origin, ownPort)) return true;
    }
    for (const char* name : {"sec-purpose", "purpose", "x-moz"}) {
        if (const auto purpose = request.header(name); purpose && purpose->toLower().contains("prefetch"))
            return true;
    }
    return hasBrowserName(request) && !request.header("sec-fetch-site") && !hasCredentials;
}

bool comesFromBrowser(const HttpRequest& request) {
    return request.header("sec-fetch-site") || request.header("sec-fetch-mode") || request.header("origin") ||
           hasBrowserName(request);
}

} // namespace rest
