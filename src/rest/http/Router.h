#pragma once

#include "rest/http/HttpTypes.h"

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
    Control, ///< the node itself: needs the cookie or a token
    Peer,    ///< the peer protocol: also on the peer face
};
const char* toString(Access access);

/// What the credentials of a request allow; without any, what is open to every program on this computer.
struct Rights {
    bool known = false;      ///< the cookie or a token came with it
    bool isOwner = false;    ///< the cookie: everything
    QStringList scopes = {}; ///< of the token
    [[nodiscard]] bool allows(const QString& scope) const { return isOwner || scopes.contains(scope); }
};

/// A request that fits a row, with the path's placeholders in order.
struct RouteCall {
    const HttpRequest& request;
    QStringList arguments;
    ResponderRef responder;
    Rights rights = {};
    bool askFirst = false; ///< what spends has to show the user its plan, and wait for a yes
};

/// A parameter of a route's query, or a member of its body. What no row names is refused (RouteInput).
struct RouteParameter {
    const char* name;
    const char*
        type; ///< of JSON: "integer", "string", "boolean", "number", in a body also "array" (of strings)
    const char* text; ///< one sentence, marked as well
};

/// One route. `GET /`, `GET /openapi.json` and the window's API page are made from the same rows.
struct Route {
    const char* method;
    const char* path; ///< "/transaction/confirmations/:hash"; a last part "*name" takes all that follows
    Access access;
    std::function<void(const RouteCall&)> handler;
    const char* summary;                     ///< one sentence, marked for translation (context "Routes")
    const char* sample = nullptr;            ///< path and query of a call that works on any node; null: none
    const char* answer = "application/json"; ///< content type of a success
    std::vector<RouteParameter> parameters = {};
    const char* body = nullptr; ///< content type of the request's body; null: it has none
    const char* sampleBody = nullptr;
    std::vector<RouteParameter> members = {}; ///< of a body that is a JSON object
    bool onPeerFace = false;                  ///< served to the network too (Access::Peer always is)
};
/// "Tutorial", "Esplora", "Cairn", "JSON-RPC" or "Peers".
const char* familyOf(const Route& route);

/// Finds the row of a request. 404 names near misses, 405 names the allowed methods. Thread: io.
class Router {
public:
    void add(std::vector<Route> routes);
    struct Match {
        const Route* route = nullptr;
        QStringList arguments;
        QByteArray allowed; ///< methods of the path ("GET, HEAD, OPTIONS"); empty: no such path
        std::optional<HttpResponse> refusal; ///< 404 or 405 when there is no route
    };
    [[nodiscard]] Match find(const HttpRequest& request) const;
    /// The row of a method and path that a cross-origin request asks about; null when there is none.
    [[nodiscard]] const Route* routeOf(const QByteArray& method, const QString& path) const;
    [[nodiscard]] const std::vector<Route>& routes() const { return m_routes; }

private:
    /// Paths of the same method that are a few letters away.
    [[nodiscard]] QStringList nearMisses(const HttpRequest& request) const;
    std::vector<Route> m_routes;
    std::vector<QStringList> m_patterns; ///< one a route, its path in parts
};

} // namespace rest
