#pragma once

#include "rest/http/Router.h"

#include <optional>

namespace rest {

/// What of a request its route does not take: a parameter or a member that its row does not name, one that
/// comes twice, a switch that is neither on nor off. Nothing is ignored in silence: a wish spelled wrong
/// would be a wish not heeded. Rows of the dialects of others (Esplora, Bitcoin Core, peers) take what theirs
/// do. A body that is no JSON object is left to the route, which has its own words for that.
std::optional<HttpResponse> inputRefusal(const Route& route, const HttpRequest& request);

} // namespace rest
