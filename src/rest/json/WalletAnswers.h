#pragma once

#include "node/NodeTypes.h"
#include "rest/http/HttpTypes.h"
#include "wallet/Wallet.h"

namespace rest {

/// `problem`: why none is open, where the node knows.
HttpResponse noWalletResponse(const std::optional<node::WalletProblem>& problem = {});
/// A payment of which it is not known whether it was written down.
constexpr auto kUncertainPayment = "The disk failed while the payment was being written down. Start Cairn "
                                   "again and look whether it was made "
                                   "before paying once more.";
/// The file could not be written.
QString walletFileWords(wallet::WalletError error);
HttpResponse walletFailed(const wallet::WalletFailure& failure);
/// Why nothing was sent.
HttpResponse refused(const node::PayFailure& failure);

} // namespace rest
