#pragma once

#include "rest/rpc/RpcTypes.h"

namespace rest {

/// Bitcoin Core's numbers for wallets.
constexpr int kWalletMisc = -4, kNoFunds = -6, kWalletLocked = -13;

/// `problem`: why none is open, where the node knows.
inline RpcError noWallet(const QString& problem = {}) {
    return {rpc::kNoWallet,
            problem.isEmpty()
                ? QStringLiteral("No wallet is loaded. Open one in the window, or start with --wallet NAME.")
                : QStringLiteral("No wallet is loaded. %1").arg(problem)};
}

inline RpcError walletIsLocked() {
    return {
        kWalletLocked,
        QStringLiteral("Error: Please enter the wallet passphrase first: unlock the wallet in the window.")};
}

/// Why nothing was sent.
RpcError refusedPayment(const node::PayFailure& failure);

/// Replies with what `question` makes on the wallet thread; it gets the wallet and the best height.
template <class F>
RpcHandled askWallet(const RouteContext& context, const RpcCall& call, F question) {
    call.then(context, context.node.wallet().ask(std::move(question)),
              [reply = call.reply, wallet = context.node.wallet()](const std::optional<RpcResult>& made) {
                  reply(made ? *made : fail(noWallet(wallet.status()->problem)));
              });
    return {};
}

} // namespace rest
