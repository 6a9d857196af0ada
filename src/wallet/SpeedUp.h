#pragma once

#include "wallet/WalletTypes.h"
#include "wallet/coins/FeeBump.h"

namespace wallet {

/// What the mempool knows of one that waits there.
struct WaitingFamily {
    primitives::Amount fee;   ///< its own …
    std::int64_t vsize = 0;   ///< … and size; 0: it is not there
    WaitingPackage ancestors; ///< what it builds on, itself included
    primitives::Amount descendantFees;
    std::vector<primitives::TxId> descendants; ///< what builds on it
};

/// What is to be done to a payment that waits.
struct SpeedUpRequest {
    enum class Deed {
        SpeedUp, ///< whatever works
        Replace, ///< by a replacement or not at all
        Cancel,  ///< everything back, by a replacement
    };
    primitives::TxId txid;
    Deed deed = Deed::SpeedUp;
    std::optional<std::int64_t> feePerKvB; ///< nothing: as `usualPerKvB`, or just enough
    std::int64_t usualPerKvB = 1'000;      ///< what the next block takes
    WaitingFamily family = {};
    // For Replace.
    bool needsSignal = false;                     ///< only one that says that it may be (BIP 125)
    bool replaceable = true;                      ///< the replacement, too
    std::vector<primitives::TxOut> outputs = {};  ///< in place of those of the payment
    std::optional<std::size_t> changeOutput = {}; ///< of the payment; nothing: an address for change
};

/// Why nothing can be done. `needed`, `available`: with NoCoins and NothingLeft the fee that it takes and
/// what there is for it; with RateNotHigher the least fee
/// and the present one.
enum class SpeedUpError {
    NotFound,        ///< the wallet does not know it
    Confirmed,       ///< a block has it
    NotWaiting,      ///< lost, replaced, or given up
    NotInMempool,    ///< it waits in the outbox, and is none that could be replaced
    NotOurs,         ///< others' coins pay for it, and none of its outputs is free
    NotReplaceable,  ///< it says so
    OwnBuildsOn,     ///< another of this wallet's spends its output: `other`
    OthersBuildOn,   ///< who was paid has spent it already: replacing would undo that
    BadChangeOutput, ///< there is none of that number
    RateNotHigher,
    RateTooHigh, ///< a typing error
    NoCoins,     ///< neither change nor coins are enough
    NothingLeft, ///< what came back would be dust
    NoWallet,    ///< none is open
};
struct SpeedUpFailure {
    SpeedUpError error = SpeedUpError::NotFound;
    primitives::Amount needed = {};
    primitives::Amount available = {};
    std::optional<primitives::TxId> other = {};
};

/// The plan, its price, and where that leads.
struct SpeedUpPlan {
    SpeedUpWay way = SpeedUpWay::Replace;
    PaymentDraft draft;
    primitives::Amount feeBefore; ///< of the payment; nothing where the wallet does not know it
    primitives::Amount price;     ///< what it costs more
    std::int64_t feePerKvB = 0;   ///< that the payment pays then, with its child where it gets one
};
using SpeedUpResult = Result<SpeedUpPlan, SpeedUpFailure>;

} // namespace wallet
