#pragma once

#include "node/Node.h"

#include <QFuture>

#include <memory>

namespace rest {

/// Why the HTTP face does not start.
struct ApiProblem {
    enum class Kind {
        NotLoopback, ///< the API's address `port.address` is not one of this computer alone
        ApiPort,     ///< `port`
        PeerPort,    ///< `port`
        Cookie,      ///< its file `path` cannot be written
    };
    Kind kind = Kind::ApiPort;
    node::PortProblem port = {};
    QString path = {};
    QString detail = {}; ///< Cookie: the system's words
};
/// For the command line.
QString apiProblemSentence(const ApiProblem& problem);

/// The HTTP face of a node: the control face (`api_bind`, loopback) and the peer face (`peer_bind`), the
/// cookie file, the routes. Lives on the node's io thread. Thread: made, started and stopped on main, before
/// the node stops.
class ApiService {
public:
    struct Options {
        /// False: where the peer port cannot be opened, the rest starts without it and the endpoints say why.
        bool needsPeerPort = true;
    };
    explicit ApiService(node::Node& node) : ApiService(node, Options{}) {}
    ApiService(node::Node& node, Options options);
    ~ApiService(); ///< stops

    /// Binds the ports of the settings; from then on Node::listenForPeers opens and closes the peers' one.
    /// Sets Node::setApiEndpoints.
    QFuture<Result<node::ApiEndpoints, ApiProblem>> start();
    /// Ends open requests and removes the cookie file.
    void stop();

private:
    struct Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace rest
