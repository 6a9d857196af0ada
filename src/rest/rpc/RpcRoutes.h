#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

class RpcServer;

/// JSON-RPC: `POST /` and, as Bitcoin Core's tools spell it, `POST /wallet/<name>`.
std::vector<Route> rpcRoutes(RouteContext context);
/// All methods, for the routes of Core that say the same in another form.
const RpcServer& rpcServer();

} // namespace rest
