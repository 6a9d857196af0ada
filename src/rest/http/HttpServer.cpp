#include "rest/http/HttpServer.h"

#include "rest/http/RateLimit.h"

#include <QNetworkProxy>

namespace rest {

namespace {

HttpResponse busy() {
    HttpResponse response =
        errorResponse(503, QStringLiteral("Too many connections; try again soon."), QStringLiteral("busy"));
    response.headers.emplace_back("Retry-After", "1");
    return response;
}

} // namespace

HttpServer::HttpServer(Options options, HttpConnection::Handler handler, HttpConnection::Finished finished,
                       QObject* parent)
    : QTcpServer(parent), m_options(options), m_handler(std::move(handler)), m_finished(std::move(finished)) {
    setProxy(QNetworkProxy::NoProxy);
    setListenBacklogSize(256);
}

void HttpServer::incomingConnection(qintptr handle) {
    auto* connection = new HttpConnection(handle, m_options.limits, m_handler, m_finished, this);
    const QHostAddress client = clientNetwork(connection->peerAddress());
    if (m_open >= m_options.maxConnections || m_perClient.value(client) >= m_options.maxPerClient) {
        if (!m_options.waitsWhenBusy && m_refusing >= m_options.maxRefusals) {
            delete connection;
            return;
        }
        connect(connection, &HttpConnection::closed, this, [this, connection] {
            --m_refusing;
            resumeAccepting();
            connection->deleteLater();
        });
        if (++m_refusing >= m_options.maxRefusals && m_options.waitsWhenBusy) pauseAccepting();
        connection->refuse(busy());
        return;
    }
    ++m_open;
    ++m_perClient[client];
    connect(connection, &HttpConnection::closed, this, [this, connection, client] {
        --m_open;
        if (--m_perClient[client] <= 0) m_perClient.remove(client);
        connection->deleteLater();
    });
}

} // namespace rest

#include "moc_HttpServer.cpp"
