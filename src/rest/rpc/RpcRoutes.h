#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// JSON-RPC: `POST /` and, as Bitcoin Core's tools spell it, `POST /wallet/<name>`.
std::vector<Route> rpcRoutes(RouteContext context);

} // namespace rest
