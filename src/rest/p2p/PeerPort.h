#pragma once

#include "node/peers/PeerAccess.h"
#include "rest/http/HttpServer.h"

#include <QTimer>

#include <list>

namespace rest {

/// The peers' door. One port, two languages: a connection that begins with the network's magic is a link and
/// goes to PeerManager, everything else is HTTP. Those who say nothing yet wait in bounded number and time.
/// Thread: io.
class PeerPort final : public HttpServer {
    Q_OBJECT
public:
    PeerPort(node::PeerAccess peers, const util::ByteArray<4>& magic, Options options,
             HttpConnection::Handler handler, HttpConnection::Finished finished);
    ~PeerPort() override;

protected:
    void incomingConnection(qintptr handle) override;

private:
    struct Silent;
    using Place = std::list<std::unique_ptr<Silent>>::iterator;
    void look(Place place);
    void lookAtAll();

    node::PeerAccess m_peers;
    QByteArray m_magic;
    std::list<std::unique_ptr<Silent>> m_silent; ///< oldest first
    QTimer m_timer;
};

} // namespace rest
