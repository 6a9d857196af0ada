#pragma once

#include "rest/rpc/RpcTypes.h"
#include "wallet/KeyRing.h"

#include <map>

namespace rest {

/// A member that has to be an integer from 0 to 2^32 - 1; nothing when it is not there.
Result<std::optional<std::uint32_t>, RpcError> numberOf(const JsonValue& object, const char* name,
                                                        const char* outOfRange);
/// `{"txid", "vout"}`, as Core reads it.
Result<primitives::OutPoint, RpcError> outPointOf(const JsonValue& object);

/// An output that a transaction spends.
struct SpentCoin {
    primitives::TxOut output;
    bool knowsAmount = true; ///< who told of it may have left that out
};
using SpentCoins = std::vector<std::optional<SpentCoin>>; ///< one an input, same order; none: nobody knows it
using ToldCoins = std::map<primitives::OutPoint, SpentCoin>;

/// Outputs that the caller tells of, as those of parents that were not sent yet. With a ring, they come with
/// the scripts that are signed with it.
Result<ToldCoins, RpcError> toldCoinsOf(const JsonValue* list, wallet::KeyRing* ring = nullptr);
/// What the inputs spend: told, waiting, or coins of the chain.
SpentCoins spentBy(const node::ChainView& view, const primitives::Transaction& transaction,
                   const ToldCoins& told);
/// The outputs alone, empty ones where nobody knows them.
std::vector<primitives::TxOut> outputsOf(const SpentCoins& spent);

/// Core's words ("SINGLE|ANYONECANPAY") as a number.
Result<std::uint32_t, RpcError> sigHashTypeOf(const RpcCall& call, std::size_t index);
/// `{"hex","complete","errors"?}`.
QByteArray signedJson(const primitives::Transaction& transaction, const SpentCoins& spent);

} // namespace rest
