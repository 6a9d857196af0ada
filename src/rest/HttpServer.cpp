#include "rest/HttpServer.h"

#include <QNetworkProxy>

namespace rest {

HttpServer::HttpServer(Options options, HttpConnection::Handler handler, HttpConnection::Finished finished, QObject* parent)
    : QTcpServer(parent), m_options(options), m_handler(std::move(handler)), m_finished(std::move(finished)) {
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(256);
    setMaxPendingConnections(m_options.maxConnections);
}

void HttpServer::incomingConnection(qintptr handle) {
    auto* socket = new QTcpSocket(this);
    socket->setProxy(QNetworkProxy::NoProxy);
    if (!socket->setSocketDescriptor(handle)) {
        delete socket;
        return;
    }
    const QHostAddress client = socket->peerAddress();
    if (m_open >= m_options.maxConnections || m_perClient.value(client) >= m_options.maxPerClient) {
        const QByteArray body = R"({"error":"Too many connections; try again soon.","code":"busy"})";
        socket->write("HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nRetry-After: 1\r\n"
                      "Connection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->readAll(); });
        socket->disconnectFromHost();
        return;
    }
    ++m_open;
    ++m_perClient[client];
    auto* connection = new HttpConnection(socket, m_options.limits, m_handler, m_finished, this);
    connect(connection, &HttpConnection::closed, this, [this, connection, client] {
        --m_open;
        if (--m_perClient[client] <= 0) m_perClient.remove(client);
        connection->deleteLater();
    });
}

} // namespace rest
