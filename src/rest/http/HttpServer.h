#pragma once

#include "rest/http/HttpConnection.h"

#include <QHash>
#include <QTcpServer>

namespace rest {

/// A listening face: accepts connections, keeps their number in bounds (503 beyond it, never a reset).
/// Thread: io.
class HttpServer : public QTcpServer {
    Q_OBJECT
public:
    struct Options {
        int maxConnections = 400;
        int maxPerClient = 400;
        int maxRefusals = 40;      ///< being told so at a time; beyond …
        bool waitsWhenBusy = true; ///< … clients wait to be accepted; else they are closed, for others who
                                   ///< come to this port wait for nothing
        HttpConnection::Limits limits;
    };
    HttpServer(Options options, HttpConnection::Handler handler, HttpConnection::Finished finished,
               QObject* parent = nullptr);

protected:
    void incomingConnection(qintptr handle) override;

private:
    Options m_options;
    HttpConnection::Handler m_handler;
    HttpConnection::Finished m_finished;
    QHash<QHostAddress, int> m_perClient;
    int m_open = 0;
    int m_refusing = 0;
};

} // namespace rest
