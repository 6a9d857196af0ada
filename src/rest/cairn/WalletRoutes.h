#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// /api/v1/wallet: payments that wait, the history and the labels of the open wallet.
std::vector<Route> walletRoutes(RouteContext context);

} // namespace rest
