#pragma once

#include "rest/rpc/RpcTypes.h"

namespace rest {

/// The parameters that describe a transaction: inputs, outputs, lock time, replaceable, version.
std::vector<RpcParameter> constructionRows();
/// Where a method has what `constructionRows` has behind the lock time.
struct ConstructionPlaces {
    std::optional<bool> replaceable; ///< known from elsewhere
    std::size_t version = 4;
};
/// What the parameters of a call describe, in Core's form: unsigned.
Result<primitives::Transaction, RpcError> constructedTransaction(const RpcCall& call,
                                                                 const script::AddressFormat& addresses,
                                                                 const ConstructionPlaces& places = {});
/// An array of objects with a member an output each; or one object.
Result<std::vector<primitives::TxOut>, RpcError> outputsOf(const JsonValue& given,
                                                           const script::AddressFormat& addresses);
/// `[{"txid","vout","sequence"?}]`.
Result<std::vector<primitives::TxIn>, RpcError> inputsOf(const JsonValue& list, std::uint32_t usualSequence);

} // namespace rest
