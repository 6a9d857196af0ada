#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// /api/v1/wallet/requests: payments that the open wallet asks for, and what came of them.
std::vector<Route> requestRoutes(RouteContext context);

} // namespace rest
