#include "net/address/PeerAddress.h"

#include <QHostAddress>
#include <QRegularExpression>

namespace net {

namespace {

/// What ends in a number is an IP address or nothing. Source: url.spec.whatwg.org, "ends in a number".
bool isOldAddress(const QString& text) {
    static const QRegularExpression number(QStringLiteral("(?:^|\\.)(?:\\d+|0[xX][0-9A-Fa-f]*)\\.?$"));
    return number.match(text).hasMatch() && ipAddress(text).isNull();
}

} // namespace

QHostAddress ipAddress(const QString& text) {
    if (text.contains(QLatin1Char(':'))) return QHostAddress(text);
    static const QRegularExpression dotted(
        QStringLiteral("^(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})$"));
    return dotted.match(text).hasMatch() ? QHostAddress(text) : QHostAddress();
}

bool isHost(const QString& text) {
    if (text.isEmpty() || text.size() > 253) return false;
    if (!ipAddress(text).isNull()) return true;
    static const QRegularExpression name(QStringLiteral("^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_.])?$"));
    return name.match(text).hasMatch() && !text.contains(QLatin1String("..")) && !isOldAddress(text);
}

std::optional<QUrl> peerUrl(const QString& given, quint16 standardPort) {
    QString text = given.trimmed();
    if (text.isEmpty() || text.size() > 300) return std::nullopt;
    const auto scheme = text.indexOf(QLatin1String("://"));
    if (scheme >= 0 && text.left(scheme).compare(QLatin1String("http"), Qt::CaseInsensitive) != 0)
        return std::nullopt;
    if (scheme >= 0) text = text.mid(scheme + 3);
    // An IPv6 address without brackets.
    if (text.count(QLatin1Char(':')) > 1 && !text.startsWith(QLatin1Char('[')) &&
        !QHostAddress(text).isNull()) {
        text = QLatin1Char('[') + text + QLatin1Char(']');
    }
    // Before QUrl, which makes an address of what is none.
    static const QRegularExpression host(QStringLiteral("^[^:/?#@\\[]+"));
    if (const auto match = host.match(text); match.hasMatch() && isOldAddress(match.captured()))
        return std::nullopt;
    const QUrl url(QStringLiteral("http://") + text, QUrl::StrictMode);
    const bool plainPath = url.path().isEmpty() || url.path() == QLatin1String("/");
    if (!url.isValid() || url.host().isEmpty() || !plainPath || url.hasQuery() || url.hasFragment() ||
        !url.userInfo().isEmpty()) {
        return std::nullopt;
    }
    QUrl out;
    out.setScheme(QStringLiteral("http"));
    out.setHost(url.host());
    const int port = url.port(standardPort);
    if (port <= 0 || port > 65535) return std::nullopt;
    out.setPort(port);
    return out;
}

QString addressText(const QUrl& url) {
    const QString host =
        url.host().contains(QLatin1Char(':')) ? QLatin1Char('[') + url.host() + QLatin1Char(']') : url.host();
    return QStringLiteral("%1:%2").arg(host).arg(url.port());
}

bool isLoopbackHost(const QString& host) {
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace net
