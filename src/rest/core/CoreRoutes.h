#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// Blocks, headers, transactions and states, as Bitcoin Core's /rest has them.
std::vector<Route> coreChainRoutes(RouteContext context);
/// Coins (BIP 64) and what a block spent.
std::vector<Route> coreCoinRoutes(RouteContext context);

} // namespace rest
