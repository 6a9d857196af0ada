#include "rest/http/HttpConnection.h"

#include "node/OnResult.h"
#include "node/Promises.h"

#include <QPointer>
#include <QThreadPool>

namespace rest {

namespace {

constexpr qsizetype kReadAhead = 256 * 1024;
constexpr int kProbeMs = 1'000;
constexpr qsizetype kWorthCompressing = 1'400; ///< about one packet
constexpr qsizetype kTooLongToCompress = 1024 * 1024;
constexpr qsizetype kWorthAThread = 16 * 1024; ///< some hundred microseconds to compress

/// Whether a list of tags, or `*`, has this one; weak and strong ones are the same here (RFC 9110, 13.1.2).
bool namesTag(const QByteArray& list, const QByteArray& tag) {
    const auto opaque = [](const QByteArray& item) { return item.startsWith("W/") ? item.mid(2) : item; };
    for (const QByteArray& item : list.split(',')) {
        if (item.trimmed() == "*" || opaque(item.trimmed()) == opaque(tag)) return true;
    }
    return false;
}

bool hasBody(int status) {
    return status != 204 && status != 304;
}

} // namespace

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
        if (isGone())
            cancel();
        else
            m_cancel = std::move(cancel);
    }
    [[nodiscard]] bool isGone() const override { return m_left || m_connection.isNull(); }
    [[nodiscard]] bool isCancellable() const { return m_cancel != nullptr; }
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

HttpConnection::HttpConnection(qintptr descriptor, Limits limits, Handler handler, Finished finished,
                               QObject* parent)
    : QObject(parent), m_socket(descriptor, kReadAhead, this), m_limits(limits),
      m_handler(std::move(handler)), m_finished(std::move(finished)), m_parser(limits.http), m_idle(this),
      m_requestDeadline(this), m_probe(this) {
    m_idle.setSingleShot(true);
    m_requestDeadline.setSingleShot(true);
    connect(&m_socket, &ClientSocket::readable, this, &HttpConnection::onReadable);
    connect(&m_socket, &ClientSocket::inputEnded, this, &HttpConnection::onInputEnded);
    connect(&m_socket, &ClientSocket::gone, this, &HttpConnection::goneNow);
    connect(&m_socket, &ClientSocket::written, this, [this] {
        m_idle.start(m_limits.idleMs);
        pullStream();
    });
    connect(&m_idle, &QTimer::timeout, this, &HttpConnection::onIdle);
    connect(&m_requestDeadline, &QTimer::timeout, this, [this] {
        if (!m_answer)
            respondAndClose(errorResponse(408, QStringLiteral("The request did not arrive in time."),
                                          QStringLiteral("timeout")));
    });
    connect(&m_probe, &QTimer::timeout, this, &HttpConnection::probe);
    m_idle.start(limits.idleMs);
}

HttpConnection::~HttpConnection() {
    m_gone = true;
    if (m_answer) m_answer->clientLeft();
}

void HttpConnection::goneNow() {
    if (m_gone) return;
    m_gone = true;
    m_idle.stop();
    m_probe.stop();
    m_stream.reset();
    if (m_answer) m_answer->clientLeft();
    emit closed();
}

void HttpConnection::write(const QByteArray& bytes) {
    m_bytesOut += bytes.size();
    m_socket.write(bytes);
}

void HttpConnection::onReadable() {
    if (m_closing) return;
    m_idle.start(m_limits.idleMs);
    takeRequests();
}

void HttpConnection::onIdle() {
    if (m_answer && m_socket.bytesToWrite() == 0) return; // we are the slow one: a job, a long poll, events
    if (m_parser.isInsideRequest() && !m_answer) {
        respondAndClose(errorResponse(408, QStringLiteral("The request did not arrive in time."),
                                      QStringLiteral("timeout")));
        return;
    }
    m_socket.abort();
}

/// The client sends no more. It may still wait for what it asked, or be gone: only writing tells.
void HttpConnection::onInputEnded() {
    if (m_answer)
        m_probe.start(kProbeMs);
    else
        takeRequests();
}

/// A cancellable request (mining, a long poll) should not outlive its client: an interim answer, which every
/// HTTP/1.1 client passes over, makes the system of one that has gone say so.
void HttpConnection::probe() {
    if (!m_answer || m_stream) return m_probe.stop();
    if (m_socket.isReset()) return m_socket.abort();
    if (m_request.minorVersion >= 1 && m_answer->isCancellable())
        m_socket.write("HTTP/1.1 102 Processing\r\n\r\n");
}

void HttpConnection::takeRequests() {
    // One at a time: while an answer is due, further bytes wait in the socket's bounded buffer.
    while (!m_answer && !m_closing && !m_gone) {
        const QByteArray bytes = m_socket.take();
        const auto step = m_parser.feed(bytes);
        if (const auto* more = std::get_if<HttpParser::NeedMore>(&step)) {
            if (more->expectsContinue) m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
            if (!m_parser.isInsideRequest())
                m_requestDeadline.stop();
            else if (!m_requestDeadline.isActive())
                m_requestDeadline.start(m_limits.requestMs);
            if (!bytes.isEmpty()) continue;
            if (m_socket.isInputOver()) {
                m_closing = true;
                m_socket.finish();
            }
            return;
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
    request.client = m_socket.peerAddress();
    m_request = std::move(request);
    m_started.start();
    m_bytesOut = 0;
    m_answer = std::make_shared<Answer>(this);
    if (m_socket.isInputOver()) m_probe.start(kProbeMs);
    m_handler(m_request, m_answer);
}

void HttpConnection::respond(HttpResponse response) {
    if (m_gone) return;
    m_probe.stop();
    if (!m_request.keepAlive) m_closing = true;
    m_status = response.status;
    answerWithTag(response);
    const bool chunked = response.stream != nullptr && m_request.minorVersion >= 1;
    if (response.stream && !chunked) m_closing = true; // HTTP/1.0: the end of the connection ends the body
    startCompressing(response);
    if (!m_gzip || response.stream) return deliver(response, chunked);
    const QByteArray body = response.body;
    zip(body, true, [this, chunked, response = std::move(response)](const QByteArray& zipped) mutable {
        m_gzip.reset();
        response.body = zipped;
        deliver(response, chunked);
    });
}

void HttpConnection::deliver(const HttpResponse& response, bool chunked) {
    writeHead(response, chunked);
    if (m_request.method == "HEAD") {
        m_gzip.reset();
        finishResponse();
    } else if (response.stream) {
        m_stream = response.stream;
        pullStream();
    } else {
        write(response.body);
        finishResponse();
    }
}

/// Who has the answer already is only told so.
void HttpConnection::answerWithTag(HttpResponse& response) {
    if (response.entityTag.isEmpty() || response.status != 200) return;
    response.headers.emplace_back("ETag", response.entityTag);
    if (!namesTag(m_request.header("if-none-match").value_or(QByteArray()), response.entityTag)) return;
    response.status = m_status = 304;
    response.body.clear();
    response.stream.reset();
}

/// Where the client takes it and the body is text of some length. A short one is done at once; what takes
/// longer than handing it over goes to another thread.
void HttpConnection::startCompressing(HttpResponse& response) {
    m_gzip.reset();
    const bool text =
        response.contentType.startsWith("application/json") || response.contentType.startsWith("text/");
    if (!response.compressible || !text ||
        !acceptsGzip(m_request.header("accept-encoding").value_or(QByteArray())))
        return;
    response.headers.emplace_back("Vary", "Accept-Encoding");
    if (!response.stream &&
        (response.body.size() < kWorthCompressing || response.body.size() > kTooLongToCompress))
        return;
    if (response.stream || response.body.size() > kWorthAThread)
        m_gzip = std::make_shared<Gzip>();
    else
        response.body = Gzip().add(response.body, true);
    response.headers.emplace_back("Content-Encoding", "gzip");
}

void HttpConnection::zip(const QByteArray& bytes, bool last, std::function<void(const QByteArray&)> goOn) {
    auto promise = node::startedPromise<QByteArray>();
    const auto zipped = promise->future();
    QThreadPool::globalInstance()->start([promise, gzip = m_gzip, bytes, last] {
        promise->addResult(gzip->add(bytes, last));
        promise->finish();
    });
    node::onResult(
        zipped, this,
        [self = QPointer<HttpConnection>(this), goOn = std::move(goOn)](const QByteArray& out) {
            if (!self.isNull() && !self->m_gone) goOn(out);
        },
        [] {});
}

void HttpConnection::writeHead(const HttpResponse& response, bool chunked) {
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status) + "\r\n";
    if (hasBody(response.status)) head += "Content-Type: " + response.contentType + "\r\n";
    if (chunked)
        head += "Transfer-Encoding: chunked\r\n";
    else if (!response.stream && hasBody(response.status))
        head += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    head += m_closing ? "Connection: close\r\n" : "Connection: keep-alive\r\n";
    head += "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
            "X-Frame-Options: DENY\r\nReferrer-Policy: no-referrer\r\n";
    head += "Cache-Control: " + response.cacheControl + "\r\n";
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    head += "\r\n";
    write(head);
}

void HttpConnection::pullStream() {
    if (!m_stream || m_pulling || m_gone || m_socket.bytesToWrite() > m_limits.bytesAhead) return;
    m_pulling = true;
    const QPointer<HttpConnection> self(this);
    m_stream->next([self](const BodyStream::Piece& piece) {
        if (self.isNull() || self->m_gone) return;
        if (piece.broken) return self->m_socket.abort();
        self->takePiece(piece.bytes, piece.last);
    });
}

/// Pieces leave one by one: the next is asked for when this one was written.
void HttpConnection::takePiece(const QByteArray& bytes, bool last) {
    if (!m_gzip) return writePiece(bytes, last);
    if (bytes.size() <= kWorthAThread) return writePiece(m_gzip->add(bytes, last), last);
    zip(bytes, last, [this, last](const QByteArray& zipped) { writePiece(zipped, last); });
}

void HttpConnection::writePiece(const QByteArray& bytes, bool last) {
    m_pulling = false;
    const bool chunked = m_request.minorVersion >= 1;
    if (!bytes.isEmpty()) {
        if (chunked) write(QByteArray::number(bytes.size(), 16) + "\r\n");
        write(bytes);
        if (chunked) write("\r\n");
    }
    if (!last) {
        QMetaObject::invokeMethod(this, &HttpConnection::pullStream, Qt::QueuedConnection);
        return;
    }
    if (chunked) write("0\r\n\r\n");
    m_gzip.reset();
    m_stream.reset();
    finishResponse();
}

void HttpConnection::finishResponse() {
    m_finished(m_request, m_status, m_started.nsecsElapsed() / 1000, m_bytesOut);
    m_answer.reset();
    m_request.body = {}; // a passphrase in it is not kept until the next request comes
    m_idle.start(m_limits.idleMs);
    if (m_closing) {
        m_socket.finish();
        return;
    }
    // Not from here: an answer may have been sent from within a handler.
    QMetaObject::invokeMethod(this, &HttpConnection::takeRequests, Qt::QueuedConnection);
}

void HttpConnection::respondAndClose(const HttpResponse& response) {
    if (m_gone || m_closing) return;
    m_closing = true;
    writeHead(response, false);
    m_socket.write(response.body);
    m_socket.finish();
}

QByteArray reasonPhrase(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 102:
        return "Processing";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    case 507:
        return "Insufficient Storage";
    default:
        return "Unknown";
    }
}

} // namespace rest

#include "moc_HttpConnection.cpp"
