#pragma once

#include "consensus/TxRules.h"
#include "primitives/Transaction.h"
#include "script/Address.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace wallet {

/// BIP 44's last two steps: 0 = receive, 1 = change.
enum class KeyChain : std::uint8_t { Receive = 0, Change = 1 };
struct KeyPath {
    KeyChain chain = KeyChain::Receive;
    std::uint32_t index = 0;
    auto operator<=>(const KeyPath&) const = default;
};

/// An address of the wallet.
struct WalletAddress {
    KeyPath path;
    util::Bytes scriptPubKey;
    std::string address;
    std::string label;
    bool used = false;          ///< a transaction paid it
    std::int64_t handedOut = 0; ///< unix seconds; 0 = only looked ahead
};

/// Where a transaction of the wallet stands.
enum class TxState : std::uint8_t {
    Confirmed = 0, ///< in the best chain, at `height`
    Waiting = 1,   ///< in the mempool, or to be sent again
    Lost = 2,      ///< its block left the chain (coinbase), or another transaction spent its coins
};

struct WalletTransaction {
    primitives::TransactionRef transaction;
    TxState state = TxState::Waiting;
    std::int32_t height = -1;
    primitives::BlockHash block;
    std::int64_t time = 0;                 ///< first seen or block time, unix seconds
    primitives::Amount received;           ///< sum of outputs to this wallet
    primitives::Amount spent;              ///< sum of this wallet's coins it spends
    std::optional<primitives::Amount> fee; ///< known when every input is ours
    bool isCoinbase = false;
    std::string note;
    std::int64_t sequence = 0; ///< order in the wallet, newest highest
    [[nodiscard]] primitives::Amount net() const { return received - spent; }
};

/// An unspent output of the wallet.
struct WalletCoin {
    primitives::OutPoint outpoint;
    primitives::TxOut output;
    KeyPath path;
    std::int32_t height = -1; ///< -1: not confirmed yet
    bool fromCoinbase = false;
    bool isChange = false; ///< made by our own transaction (every input is ours)
};

struct WalletBalance {
    primitives::Amount spendable;   ///< confirmed and mature, or our own unconfirmed change
    primitives::Amount immature;    ///< coinbases still maturing
    primitives::Amount unconfirmed; ///< on the way from others
    /// What the best chain holds for this wallet, immature coinbases included, as if nothing waited: a
    /// payment sent lowers it once it is in a block, not before.
    primitives::Amount confirmedTotal;
    std::int64_t coinCount = 0;
    std::int32_t nextMaturityHeight = -1; ///< of the first block that may spend the next coinbase; -1 none
    [[nodiscard]] primitives::Amount total() const { return spendable + immature + unconfirmed; }
    bool operator==(const WalletBalance&) const = default;
};

struct Recipient {
    util::Bytes scriptPubKey;
    primitives::Amount amount;
};

/// What to pay and how.
struct PaymentRequest {
    std::vector<Recipient> recipients;
    std::int64_t feePerKvB = 10'000;
    bool subtractFee = false;                   ///< the first recipient pays the fee ("everything")
    bool replaceable = true;                    ///< BIP 125
    std::vector<primitives::OutPoint> onlyFrom; ///< coin control; empty = best coins
    std::optional<util::Bytes> onlyFromScript;  ///< only coins of this address
};

/// A payment ready to look at, signed or not.
struct PaymentDraft {
    primitives::TransactionParts parts;
    std::vector<WalletCoin> inputs; ///< one an input, same order
    primitives::Amount fee;
    std::int64_t vsize = 0;
    std::optional<std::size_t> changeOutput; ///< index of the output that comes back
    primitives::Amount change;
};

enum class PaymentError {
    NoRecipient,
    AmountZero,
    AmountTooSmall /* dust */,
    AmountOutOfRange,
    InsufficientFunds,
    FeeTooLow,
    FeeTooHigh,
    CoinNotAvailable,
    Locked,
    TooManyInputs,
    Store /* the change address could not be kept: nothing was signed */,
};
struct PaymentFailure {
    PaymentError error;
    primitives::Amount available; ///< what could be spent at most, for InsufficientFunds
    primitives::Amount needed;
};

} // namespace wallet
