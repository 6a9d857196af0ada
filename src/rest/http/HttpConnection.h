#pragma once

#include "rest/http/ClientSocket.h"
#include "rest/http/Gzip.h"
#include "rest/http/HttpParser.h"
#include "rest/http/HttpTypes.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace rest {

/// One client: reads a request, hands it out, writes the answer, and so on (keep-alive, pipelining). Answers
/// may come later; streams are pulled only as fast as the client reads. Owned by HttpServer. Thread: io.
class HttpConnection : public QObject {
    Q_OBJECT
public:
    struct Limits {
        HttpLimits http;
        int idleMs = 30'000;    ///< silence before or within a request, or while the client reads nothing
        int requestMs = 60'000; ///< from the first byte of a request to its last
        qint64 bytesAhead = 256 * 1024; ///< of a stream, unsent
    };
    using Handler = std::function<void(const HttpRequest&, ResponderRef)>;
    using Finished = std::function<void(const HttpRequest&, int status, qint64 microseconds, qint64 bytes)>;

    HttpConnection(qintptr descriptor, Limits limits, Handler handler, Finished finished, QObject* parent);
    ~HttpConnection() override;
    [[nodiscard]] const QHostAddress& peerAddress() const { return m_socket.peerAddress(); }
    /// Answers before any request was read, and ends.
    void refuse(const HttpResponse& response) { respondAndClose(response); }

signals:
    void closed();

private:
    class Answer;
    void onReadable();
    void onInputEnded();
    void onIdle();
    void takeRequests();
    void handle(HttpRequest request);
    void respond(HttpResponse response);
    void respondAndClose(const HttpResponse& response);
    void answerWithTag(HttpResponse& response);
    void startCompressing(HttpResponse& response);
    /// Compresses on another thread and goes on here, unless the client has left.
    void zip(const QByteArray& bytes, bool last, std::function<void(const QByteArray&)> goOn);
    void deliver(const HttpResponse& response, bool chunked);
    void writeHead(const HttpResponse& response, bool chunked);
    void takePiece(const QByteArray& bytes, bool last);
    void writePiece(const QByteArray& bytes, bool last);
    void pullStream();
    void finishResponse();
    void probe();
    void goneNow();
    void write(const QByteArray& bytes);

    ClientSocket m_socket;
    Limits m_limits;
    Handler m_handler;
    Finished m_finished;
    HttpParser m_parser;
    QTimer m_idle;
    QTimer m_requestDeadline;
    QTimer m_probe;
    std::shared_ptr<Answer> m_answer; ///< of the request being handled
    HttpRequest m_request;
    std::shared_ptr<BodyStream> m_stream;
    std::shared_ptr<Gzip> m_gzip; ///< of the stream, or of a long body
    QElapsedTimer m_started;
    qint64 m_bytesOut = 0;
    int m_status = 0;
    bool m_pulling = false;
    bool m_closing = false;
    bool m_gone = false;
};

/// The reason phrase of a status.
QByteArray reasonPhrase(int status);

} // namespace rest
