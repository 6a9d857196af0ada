#pragma once

#include "rest/RouteContext.h"

namespace rest {

/// What waits and what comes, in the form of mempool.space's API: fees, the next blocks, the next difficulty,
/// a payment's family, an address. Fee rates are satoshi per virtual byte.
std::vector<Route> forecastRoutes(RouteContext context);

} // namespace rest
