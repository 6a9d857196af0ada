#pragma once

#include "rest/HttpTypes.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace rest {

/// What a route may touch; Guard asks for more the higher it is.
enum class Access {
    Read,    ///< the public chain
    Change,  ///< changes the node's state, or makes it work (mine, register, resolve, submit)
    Wallet,  ///< reads the wallet
    Spend,   ///< moves coins
    Peer,    ///< the peer protocol: also on the peer face
};

/// A request that fits a row, with the path's placeholders in order.
struct RouteCall {
    const HttpRequest& request;
    QStringList arguments;
    ResponderRef responder;
};

/// One route. The API page and `GET /` are made from the same rows.
struct Route {
    const char* method;
    const char* path;    ///< "/transaction/confirmations/:hash"
    Access access;
    std::function<void(const RouteCall&)> handler;
    const char* summary; ///< one sentence
    const char* example; ///< what follows `curl -s ` … the URL is put in for BASE; null: none
};

/// Finds the row of a request. 404 names near misses, 405 names the allowed methods. Thread: io.
class Router {
public:
    void add(std::vector<Route> routes);
    struct Match {
        const Route* route = nullptr;
        QStringList arguments;
        std::optional<HttpResponse> refusal; ///< 404 or 405 when there is no route
    };
    [[nodiscard]] Match find(const HttpRequest& request) const;
    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }

private:
    [[nodiscard]] QStringList nearMisses(const QString& path) const;
    std::vector<Route> m_routes;
};

} // namespace rest
