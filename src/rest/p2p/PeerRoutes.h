#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// `/p2p/v1`: what other nodes ask (see README, "Peer protocol"). Served on the peer face and on the control
/// face.
std::vector<Route> peerRoutes(RouteContext context);

} // namespace rest
