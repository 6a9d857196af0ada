#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// `GET /`, `GET /openapi.json` and `/api/v1`.
std::vector<Route> systemRoutes(RouteContext context);

} // namespace rest
