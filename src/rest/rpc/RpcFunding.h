#pragma once

#include "rest/rpc/RpcTypes.h"
#include "wallet/Wallet.h"
#include "wallet/psbt/PsbtSigner.h"

namespace rest {

/// What a call's options say of its fee, for 1000 virtual bytes: a rate, else a target in blocks, else what
/// is usual here.
Result<std::int64_t, RpcError> feeRateOf(const RouteContext& context, const JsonValue& options);
/// What the wallet shall make of a transaction without signatures, with the options of Core's funding calls.
Result<wallet::PaymentRequest, RpcError> fundingRequestOf(const RouteContext& context,
                                                          const primitives::Transaction& transaction,
                                                          const JsonValue& options);
/// Takes the transactions that the inputs spend out of the wallet, then fills in and signs.
std::optional<RpcError> processWith(wallet::Psbt& psbt, const wallet::Wallet& wallet,
                                    const wallet::PsbtSigning& options);
/// An answer, and the coins that it is made of.
using KeptAnswer = Result<std::pair<QByteArray, std::vector<primitives::OutPoint>>, RpcError>;
/// As askWallet. `keeps`: the coins are kept back from other payments while the wallet is open.
RpcHandled askAndKeep(const RouteContext& context, const RpcCall& call, bool keeps,
                      std::function<KeptAnswer(const wallet::Wallet&, std::int32_t)> question);
/// What it spends.
std::vector<primitives::OutPoint> coinsOf(const primitives::Transaction& transaction);
/// "legacy", "p2sh-segwit", "bech32", "bech32m"; nothing: none of them.
std::optional<wallet::AddressType> addressTypeOf(const std::string& name);
/// A flag among options; what it is where it is not there.
bool flagMember(const JsonValue& options, const char* name, bool standard);

} // namespace rest
