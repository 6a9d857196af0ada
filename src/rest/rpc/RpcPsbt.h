#pragma once

#include "explorer/ExplorerQueries.h"
#include "rest/rpc/RpcTypes.h"
#include "wallet/psbt/PsbtSigner.h"

namespace rest {

/// A text parameter that is a PSBT in Base64. Errors: Core's, with what is wrong.
Result<wallet::Psbt, RpcError> psbtOf(const RpcCall& call, std::size_t index);
/// A parameter with the version of a PSBT to make: 0, or 2, which is usual.
Result<std::uint32_t, RpcError> psbtVersionOf(const RpcCall& call, std::size_t index);
/// Core's words for what keeps an input from being signed.
RpcError psbtFailed(wallet::PsbtSignError error);

/// Gives inputs the transactions that they spend, as far as they are known here.
std::optional<RpcError> addPreviousTransactions(wallet::Psbt& psbt, explorer::ExplorerQueries& queries);
/// Fills in and signs what `data` can, of inputs and outputs.
std::optional<RpcError> process(wallet::Psbt& psbt, const script::SpendingData& data,
                                const wallet::PsbtSigning& options);
/// `{"psbt","complete","hex"?}`.
QByteArray processedJson(wallet::Psbt& psbt);

} // namespace rest
