#pragma once

#include "rest/json/WalletAnswers.h"
#include "rest/json/WalletWords.h"
#include "rest/rpc/RpcTypes.h"

namespace rest {

/// Bitcoin Core's numbers for wallets.
constexpr int kWalletMisc = -4, kNoFunds = -6, kWalletLocked = -13, kManyWallets = -19, kAlreadyLoaded = -35;

/// `problem`: why none is open, where the node knows.
inline RpcError noWallet(const std::optional<node::WalletProblem>& problem = {}) {
    return {rpc::kNoWallet,
            problem ? QStringLiteral("No wallet is loaded. %1").arg(walletProblemSentence(*problem))
                    : QStringLiteral(
                          "No wallet is loaded. Open one in the window, or start with --wallet NAME.")};
}

inline RpcError walletIsLocked() {
    return {kWalletLocked,
            QStringLiteral("Error: Please enter the wallet passphrase with walletpassphrase first.")};
}

/// The file could not be written.
inline RpcError walletNotWritten(wallet::WalletError error) {
    return {kWalletMisc, walletFileWords(error)};
}

/// The wallet that the call is for: of a method of the group Wallet.
inline node::WalletAccess walletOf(const RouteContext& context, const RpcCall& call) {
    return context.node.wallet().named(call.wallet.value_or(QString()));
}

/// Why nothing was sent.
RpcError refusedPayment(const node::PayFailure& failure);

/// Replies with what `question` makes on the wallet thread; it gets the wallet and the best height.
template <class F>
RpcHandled askWallet(const RouteContext& context, const RpcCall& call, F question) {
    call.then(context, walletOf(context, call).ask(std::move(question)),
              [reply = call.reply, wallet = context.node.wallet()](const std::optional<RpcResult>& made) {
                  reply(made ? *made : fail(noWallet(wallet.status()->problem)));
              });
    return {};
}

} // namespace rest
