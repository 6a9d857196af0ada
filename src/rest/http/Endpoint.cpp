#include "rest/http/Endpoint.h"

namespace rest {

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

} // namespace rest
