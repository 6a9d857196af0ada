#pragma once

#include "net/PeerInfo.h"
#include "net/link/HttpAnswer.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace net {

/// How a call ended.
struct HttpResult {
    int status = 0; ///< 0: no answer
    QByteArray body;
    PeerFault fault = PeerFault::None;          ///< of the connection, with status 0
    std::optional<HttpAnswerFault> answerFault; ///< something came that is no answer
    qint64 bytesIn = 0, bytesOut = 0;
    qint64 milliseconds = 0;
    wire::NetAddress remote; ///< who answered
    [[nodiscard]] bool ok() const { return status >= 200 && status < 300; }
    [[nodiscard]] bool wasTooLong() const { return answerFault == HttpAnswerFault::TooLong; }
};

/// One HTTP request to a stranger's server over a socket of its own: no proxy, no redirects, no cookies, no
/// authentication, a deadline for the whole, bounds on everything that comes back. Ends with one call of
/// `done`, unless it is deleted before. Thread: io.
class HttpCall : public QObject {
    Q_OBJECT
public:
    struct Target {
        QString host;
        quint16 port = 0;
        QByteArray path; ///< with its query
    };
    struct Limits {
        int deadlineMs = 30'000;
        qint64 maxBody = 1024 * 1024;
    };
    /// GET where `body` is null, else POST.
    HttpCall(const Target& target, const QByteArray& body, Limits limits,
             std::function<void(const HttpResult&)> done, QObject* parent);
    ~HttpCall() override;

private:
    void onReadable();
    void finish(PeerFault fault);

    QTcpSocket* m_socket; // child
    HttpAnswerReader m_reader;
    std::function<void(const HttpResult&)> m_done;
    QTimer m_deadline;
    HttpResult m_result;
    qint64 m_startedMs;
};

} // namespace net
