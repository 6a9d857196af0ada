#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// `/api/v1/peers`, `/api/v1/bans` and the brake on long reorganisations.
std::vector<Route> networkRoutes(RouteContext context);

} // namespace rest
