#pragma once

#include "node/NodeTypes.h"
#include "rest/http/Router.h"

namespace rest {

/// OpenAPI 3.0 of the rows, in their order. `server`: the URL the API is reached at.
QByteArray openApiJson(const std::vector<Route>& routes, const QString& server);
/// The rows for the window.
std::vector<node::ApiRoute> documentedRoutes(const std::vector<Route>& routes);

/// What stands above the list of routes on the page at `GET /`.
struct PageHead {
    QString network;
    QString words; ///< fingerprint
    std::int32_t height = 0;
    QString server;
    QString cookieFile;
};
/// The page at `GET /`: every row with its curl line.
QByteArray describePage(const std::vector<Route>& routes, const PageHead& head);

} // namespace rest
