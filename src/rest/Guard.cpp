#include "rest/Guard.h"

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
    if (!QHostAddress(name).isNull()) return true;
    return name == QLatin1String("localhost") || name.endsWith(QLatin1String(".localhost")) ||
           m_options.extraHosts.contains(name, Qt::CaseInsensitive);
}

std::optional<HttpResponse> Guard::check(const HttpRequest& request, const Route& route, Face face) const {
    if (face == Face::Peer) {
        if (route.access == Access::Peer) return std::nullopt;
        return errorResponse(404, QStringLiteral("Only the peer protocol is served here. The API is on the loopback address of "
                                                 "this computer."), QStringLiteral("not-on-this-face"));
    }
    const auto host = request.header("host");
    if (host && !isAllowedHost(*host)) {
        return forbidden(QStringLiteral("The host name \"%1\" is not one of this node's. Use 127.0.0.1 or localhost, or add the "
                                        "name to the setting api_hosts.").arg(QString::fromLatin1(host->left(80))),
                         QStringLiteral("host-not-allowed"));
    }
    if (route.access != Access::Read && comesFromForeignPage(request, m_options.controlPort)) {
        return forbidden(QStringLiteral("A web page may not do this. Use a program such as curl, or the window."),
                         QStringLiteral("browser-not-allowed"));
    }
    return std::nullopt;
}

bool comesFromForeignPage(const HttpRequest& request, quint16 ownPort) {
    if (const auto site = request.header("sec-fetch-site")) {
        if (*site != "same-origin" && *site != "none") return true;
    }
    if (const auto origin = request.header("origin")) {
        if (!isOwnOrigin(*origin, ownPort)) return true;
    }
    for (const char* name : {"sec-purpose", "purpose", "x-moz"}) {
        if (const auto purpose = request.header(name); purpose && purpose->toLower().contains("prefetch")) return true;
    }
    const QByteArray agent = request.header("user-agent").value_or(QByteArray());
    const bool browser = agent.startsWith("Mozilla/") && !agent.contains("PowerShell");
    return browser && !request.header("sec-fetch-site");
}

} // namespace rest
