#include "rest/HttpConnection.h"

#include <QPointer>

namespace rest {

/// The answer's way back; outlives the connection safely.
class HttpConnection::Answer final : public Responder {
public:
    explicit Answer(HttpConnection* connection) : m_connection(connection) {}
    void send(HttpResponse response) override {
        if (m_sent || m_connection.isNull()) return;
        m_sent = true;
        m_cancel = nullptr;
        m_connection->respond(std::move(response));
    }
    void onGone(std::function<void()> cancel) override {
        if (m_sent) return;
        if (isGone()) cancel();
        else m_cancel = std::move(cancel);
    }
    [[nodiscard]] bool isGone() const override { return m_left || m_connection.isNull(); }
    void clientLeft() {
        m_left = true;
        if (auto cancel = std::exchange(m_cancel, nullptr)) cancel();
    }

private:
    QPointer<HttpConnection> m_connection;
    std::function<void()> m_cancel;
    bool m_sent = false;
    bool m_left = false;
};

HttpConnection::HttpConnection(QTcpSocket* socket, Limits limits, Handler handler, Finished finished, QObject* parent)
    : QObject(parent), m_socket(socket), m_limits(limits), m_handler(std::move(handler)),
      m_finished(std::move(finished)), m_parser(limits.http), m_idle(this), m_requestDeadline(this) {
    m_socket->setParent(this);
    m_socket->setReadBufferSize(qint64(limits.http.headerBytes) + 256 * 1024);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_idle.setSingleShot(true);
    m_requestDeadline.setSingleShot(true);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::goneNow);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &HttpConnection::goneNow);
    connect(m_socket, &QTcpSocket::bytesWritten, this, [this] {
        m_idle.start(m_limits.idleMs);
        pullStream();
    });
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (m_answer && !m_stream && m_socket->bytesToWrite() == 0) return; // we are the slow one: a job or a long poll
        if (m_parser.isInsideRequest() && !m_answer) {
            respondAndClose(errorResponse(408, QStringLiteral("The request did not arrive in time."), QStringLiteral("timeout")));
            return;
        }
        m_socket->abort();
    });
    connect(&m_requestDeadline, &QTimer::timeout, this, [this] {
        if (m_answer) return;
        respondAndClose(errorResponse(408, QStringLiteral("The request did not arrive in time."), QStringLiteral("timeout")));
    });
    m_idle.start(limits.idleMs);
}

HttpConnection::~HttpConnection() {
    if (m_answer) m_answer->clientLeft();
}

void HttpConnection::goneNow() {
    if (m_gone) return;
    m_gone = true;
    m_idle.stop();
    m_stream.reset();
    if (m_answer) m_answer->clientLeft();
    emit closed();
}

void HttpConnection::onReadyRead() {
    m_idle.start(m_limits.idleMs);
    takeRequests();
}

void HttpConnection::takeRequests() {
    // One at a time: while an answer is due, further bytes wait in the socket's bounded buffer.
    while (!m_answer && !m_closing && !m_gone) {
        const QByteArray bytes = m_socket->readAll();
        const auto step = m_parser.feed(bytes);
        if (const auto* more = std::get_if<HttpParser::NeedMore>(&step)) {
            if (more->expectsContinue) m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            if (!m_parser.isInsideRequest()) m_requestDeadline.stop();
            else if (!m_requestDeadline.isActive()) m_requestDeadline.start(m_limits.requestMs);
            if (bytes.isEmpty()) return;
            continue;
        }
        m_requestDeadline.stop();
        if (const auto* error = std::get_if<HttpParseError>(&step)) {
            respondAndClose(errorResponse(error->status, error->sentence, QStringLiteral("bad-request")));
            return;
        }
        handle(std::get<HttpRequest>(step));
    }
}

void HttpConnection::handle(HttpRequest request) {
    request.client = m_socket->peerAddress();
    m_request = std::move(request);
    m_started.start();
    m_bytesOut = 0;
    m_answer = std::make_shared<Answer>(this);
    m_handler(m_request, m_answer);
}

void HttpConnection::respond(HttpResponse response) {
    if (m_gone) return;
    if (!m_request.keepAlive) m_closing = true;
    m_status = response.status;
    const bool head = m_request.method == "HEAD";
    const bool chunked = response.stream != nullptr && m_request.minorVersion >= 1;
    if (response.stream && !chunked) m_closing = true; // HTTP/1.0: the end of the connection ends the body
    writeHead(response, chunked);
    if (head) {
        finishResponse();
    } else if (response.stream) {
        m_stream = std::move(response.stream);
        pullStream();
    } else {
        m_bytesOut += m_socket->write(response.body);
        finishResponse();
    }
}

void HttpConnection::writeHead(const HttpResponse& response, bool chunked) {
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    if (response.status != 204) head += "Content-Type: " + response.contentType + "\r\n";
    if (chunked) head += "Transfer-Encoding: chunked\r\n";
    else if (!response.stream && response.status != 204) head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += m_closing ? "Connection: close\r\n" : "Connection: keep-alive\r\n";
    head += "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
            "X-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n";
    if (!response.cacheable) head += "Cache-Control: no-store\r\n";
    for (const auto& [name, value] : response.headers) head += name + ": " + value + "\r\n";
    head += "\r\n";
    m_bytesOut += m_socket->write(head);
}

void HttpConnection::pullStream() {
    if (!m_stream || m_pulling || m_gone || m_socket->bytesToWrite() > m_limits.bytesAhead) return;
    m_pulling = true;
    const QPointer<HttpConnection> self(this);
    m_stream->next([self](const BodyStream::Piece& piece) {
        if (self.isNull() || self->m_gone) return;
        self->m_pulling = false;
        if (piece.broken) {
            self->m_socket->abort();
            return;
        }
        const bool chunked = self->m_request.minorVersion >= 1;
        if (!piece.bytes.isEmpty()) {
            if (chunked) self->m_bytesOut += self->m_socket->write(QByteArray::number(piece.bytes.size(), 16) + "\r\n");
            self->m_bytesOut += self->m_socket->write(piece.bytes);
            if (chunked) self->m_socket->write("\r\n");
        }
        if (!piece.last) {
            QMetaObject::invokeMethod(self.data(), &HttpConnection::pullStream, Qt::QueuedConnection);
            return;
        }
        if (chunked) self->m_socket->write("0\r\n\r\n");
        self->m_stream.reset();
        self->finishResponse();
    });
}

void HttpConnection::finishResponse() {
    m_finished(m_request, m_status, m_started.nsecsElapsed() / 1000, m_bytesOut);
    m_answer.reset();
    m_idle.start(m_limits.idleMs);
    if (m_closing) {
        m_socket->disconnectFromHost();
        return;
    }
    // Not from here: an answer may have been sent from within a handler.
    QMetaObject::invokeMethod(this, &HttpConnection::takeRequests, Qt::QueuedConnection);
}

void HttpConnection::respondAndClose(const HttpResponse& response) {
    if (m_gone || m_closing) return;
    m_closing = true;
    writeHead(response, false);
    m_socket->write(response.body);
    m_socket->disconnectFromHost();
}

QByteArray reasonPhrase(int status) {
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 204: return "No Content";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "Unknown";
    }
}

} // namespace rest
