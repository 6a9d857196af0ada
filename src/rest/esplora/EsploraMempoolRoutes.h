#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// Esplora's routes of what waits: the mempool, fees, the next block, below `/api`.
std::vector<Route> esploraMempoolRoutes(RouteContext context);

} // namespace rest
