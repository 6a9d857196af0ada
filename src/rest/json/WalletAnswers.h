#pragma once

#include "node/NodeTypes.h"
#include "rest/http/HttpTypes.h"
#include "wallet/Wallet.h"

namespace rest {

/// `problem`: why none is open, where the node knows.
HttpResponse noWalletResponse(const std::optional<node::WalletProblem>& problem = {});
HttpResponse walletFailed(const wallet::WalletFailure& failure);
/// Why nothing was sent.
HttpResponse refused(const node::PayFailure& failure);

} // namespace rest
