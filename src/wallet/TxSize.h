#pragma once

#include "primitives/Transaction.h"
#include "script/Standardness.h"

#include <span>

namespace wallet {

/// Weight of a P2WPKH input with the longest signature a low-S signer makes (72 bytes with its hash type): 41
/// bytes outside the witness; count, signature and key of 33 bytes, each with its length, inside.
constexpr std::int64_t kInputWeight = 41 * primitives::kWitnessScale + 1 + (1 + 72) + (1 + 33);
/// The most that nodes relay as one transaction.
constexpr std::int64_t kMaxTransactionWeight = script::kMaxStandardWeight;
using script::dustLimit;

/// Weight of a transaction with that many P2WPKH inputs, at most 1 unit an input above what the signed one
/// has.
std::int64_t transactionWeight(std::size_t inputCount, std::span<const primitives::TxOut> outputs);
/// Rounded up. Needs: a rate of at most `kMaxFeePerKvB`.
primitives::Amount feeFor(std::int64_t vsize, std::int64_t feePerKvB);

} // namespace wallet
