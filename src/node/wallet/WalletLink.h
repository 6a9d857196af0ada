#pragma once

#include "node/chain/Engine.h"
#include "node/wallet/WalletService.h"

namespace node {

/// How the wallet's service and the node thread reach each other: what is given is posted, never called at
/// once, in order, and dropped where nobody is at home any more.
struct WalletLink {
    std::function<void(std::function<void(Engine&)>)> tellEngine;
    std::function<void(std::function<void(WalletService&)>)> tellWallet;
    std::function<void(std::function<void()>)> post; ///< to the wallet thread, whoever is there
};

/// The service follows the feed, sees what waits in the mempool, and offers to it what waits in the wallet.
/// Needs: the feed outlives the service.
void connectWallet(WalletService& service, ChainFeed& feed, const WalletLink& link);
/// How a payment is offered.
decltype(WalletService::Payment::submit) submitOver(const WalletLink& link);

} // namespace node
