#pragma once

#include "wallet/psbt/PsbtAnalysis.h"

namespace wallet {

class Wallet;
struct WalletFailure;

/// A coin that a PSBT spends.
struct PsbtCoin {
    primitives::OutPoint outpoint;
    std::optional<primitives::TxOut> output; ///< nothing: nobody knows
    bool isOwn = false;
    bool isSigned = false; ///< all that it takes
    bool isOpen = false;   ///< its signers leave parts of the payment open (a hash type other than ALL)
    std::size_t signatures = 0;
};

/// Somebody who can sign, by the root of their keys.
struct PsbtCosigner {
    util::ByteArray<4> fingerprint{};
    bool isOwn = false;       ///< a root of this wallet's keys
    std::size_t inputs = 0;   ///< that name a key of theirs …
    std::size_t signedOf = 0; ///< … and how many of those they have signed; those that are final: all
};

/// What a PSBT does, and what it is to a wallet.
struct PsbtReport {
    PsbtAnalysis analysis;
    std::vector<PsbtCoin> coins;             ///< one an input, same order
    std::vector<primitives::TxOut> payments; ///< one an output, same order
    std::vector<bool> isOwn;                 ///< the same: it pays this wallet
    std::vector<PsbtCosigner> cosigners;     ///< by fingerprint
    std::size_t ownCoins = 0;                ///< inputs that spend this wallet's …
    std::size_t ownOpen = 0;                 ///< … and wait for its signature
    bool isComplete = false;
};

/// Cost: as `analyze`, and a look-up an input and an output.   Thread: the wallet's.
PsbtReport reportOf(const Psbt& psbt, const Wallet& wallet);

/// Fills in what a wallet knows of a PSBT, and signs what it has keys for where the options say so; never
/// with a hash type that the options do not name.
/// Errors: Locked (keys are asked for). What cannot be filled in or signed is no error: it stays as it is.
/// Needs:  `unsignedTransaction` gives one.
Result<void, WalletFailure> fillPsbt(Psbt& psbt, const Wallet& wallet, const PsbtSigning& options);

} // namespace wallet
