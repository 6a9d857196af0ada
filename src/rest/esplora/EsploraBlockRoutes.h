#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// Esplora's routes of blocks, below `/api`.
std::vector<Route> esploraBlockRoutes(RouteContext context);

} // namespace rest
