#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// Wallet and payments as the tutorial chains serve them.
std::vector<Route> tutorialWalletRoutes(RouteContext context);

} // namespace rest
