#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"

namespace rest {

/// Esplora's routes of transactions: look-ups, proofs, submission, below `/api`.
std::vector<Route> esploraTransactionRoutes(RouteContext context);

} // namespace rest
