#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// GET and POST /api/v1/mining: the switch, when and how much.
std::vector<Route> miningRoutes(RouteContext context);

} // namespace rest
