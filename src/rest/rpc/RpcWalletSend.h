#pragma once

#include "rest/rpc/RpcTypes.h"
#include "wallet/Wallet.h"

#include <map>

namespace rest {

// What calls say of the fee.
constexpr RpcParameter kConfTarget{"conf_target", RpcType::Integer, kOptional};
constexpr RpcParameter kEstimateMode{"estimate_mode", RpcType::Text, kOptional};
constexpr RpcParameter kFeeRate{"fee_rate", RpcType::Other, kOptional};

/// What a call wants beside the request itself.
struct SendWish {
    wallet::PaymentRequest request;
    std::int32_t version = 2;
    std::map<primitives::OutPoint, std::uint32_t> sequences = {}; ///< of inputs that were named with one
    std::string note = {};
    bool leavesUneconomic = false; ///< coins that cost more than they are worth stay
    bool onlyPsbt = false;         ///< nothing goes out
    bool keepsCoins = false;       ///< from other payments, where nothing goes out
    bool isRecorded = true;        ///< false: nothing goes out, the caller gets the transaction
};

/// On the wallet thread: the plan of a wish.
node::WalletService::Plan planOf(const SendWish& wish, const wallet::Wallet& wallet, std::int32_t best);
/// Recorded, offered, answered.
QFuture<Result<node::SentPayment, node::PayFailure>> payWish(const RouteContext& context, const RpcCall& call,
                                                             const SendWish& wish);
/// The same, or where others have to sign, or nothing is to go out, what is signed as far as this wallet can.
RpcHandled sendOrGive(const RouteContext& context, const RpcCall& call, const SendWish& wish, int wrongRate);
/// Why nothing was sent. `wrongRate`: the code of a rate that is too low, which differs from call to call.
RpcError sendFailed(const node::PayFailure& failure, const SendWish& wish, int wrongRate);

/// The rate of a call's options, and the least that nodes pass on.
std::optional<RpcError> readRate(const RouteContext& context, wallet::PaymentRequest& request,
                                 const JsonValue& options);
/// `conf_target`, `estimate_mode` and `fee_rate` by their places in a call.
JsonValue rateOptions(const RpcCall& call, std::size_t target, std::size_t mode, std::size_t rate);
/// Who pays the fee: places of outputs, or their addresses.
std::optional<RpcError> readFeePayers(wallet::PaymentRequest& request, const JsonValue& list,
                                      const script::AddressFormat& addresses);
/// The options of a call of `send`'s form, with what its own parameters say of the fee.
Result<JsonValue, RpcError> sendOptionsOf(const RpcCall& call, const std::vector<RpcParameter>& rows);
/// Version, lock time, inputs and what becomes of it.
std::optional<RpcError> readForm(SendWish& wish, const JsonValue& options,
                                 std::optional<std::int64_t> version);

} // namespace rest
