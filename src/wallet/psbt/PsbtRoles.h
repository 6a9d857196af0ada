#pragma once

#include "wallet/RandomBelow.h"
#include "wallet/psbt/Psbt.h"

#include <span>

namespace wallet {

/// The same transaction with what all of them know; where two differ, the earlier one is right.
/// Needs: at least one.   Errors: nothing when they are about different transactions, or of two versions.
std::optional<Psbt> combined(std::span<const Psbt> psbts);

/// Why transactions cannot be made one.
struct JoinError {
    enum class Fault { NotVersion0, SameInput } fault = Fault::NotVersion0;
    primitives::OutPoint input; ///< that two of them spend
};
/// One transaction with the inputs and outputs of all, without signatures, in random order.
/// Needs: at least one.
Result<Psbt, JoinError> joined(std::span<const Psbt> psbts, const RandomBelow& random);

/// The scripts by which a wallet finds what it knows of a PSBT: those that it spends and pays, and the usual
/// ones of every key that it mentions.
std::vector<util::Bytes> scriptsAskedBy(const Psbt& psbt);

} // namespace wallet
