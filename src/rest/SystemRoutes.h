#pragma once

#include "rest/RouteContext.h"
#include "rest/Router.h"

namespace rest {

/// `GET /` (the page that describes itself) and the node's own routes under `/api/v1`. `router` is the one they are added to:
/// the page lists its rows.
std::vector<Route> systemRoutes(RouteContext context, const Router& router);

} // namespace rest
