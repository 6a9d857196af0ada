#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// Chain, mining, peers and difficulty as the tutorial chains serve them.
std::vector<Route> tutorialChainRoutes(RouteContext context);

} // namespace rest
