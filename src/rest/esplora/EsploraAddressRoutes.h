#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// Esplora's routes of addresses and scripts, below `/api`.
std::vector<Route> esploraAddressRoutes(RouteContext context);

} // namespace rest
