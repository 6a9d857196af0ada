#pragma once

#include "primitives/Transaction.h"
#include "script/Standardness.h"
#include "script/descriptor/SpendSize.h"

#include <span>

namespace wallet {

/// The most that nodes relay as one transaction.
constexpr std::int64_t kMaxTransactionWeight = script::kMaxStandardWeight;
using script::dustLimit;

/// The inputs of a transaction, added up.
struct InputSizes {
    std::size_t count = 0;
    bool hasWitness = false; ///< one of them at least
    script::SpendSize sum;   ///< each without a witness says so in a byte of it
    void add(const script::SpendSize& size);
};

/// Weight of a transaction with these inputs, at most a byte a signature above what the signed one has.
std::int64_t transactionWeight(const InputSizes& inputs, std::span<const primitives::TxOut> outputs);
/// What an input of this size weighs in a transaction that has a witness.
constexpr std::int64_t inputWeight(const script::SpendSize& size) {
    return size.base * primitives::kWitnessScale + (size.witness > 0 ? size.witness : 1);
}
/// Rounded up. Needs: a rate of at most `kMaxFeePerKvB`.
primitives::Amount feeFor(std::int64_t vsize, std::int64_t feePerKvB);

} // namespace wallet
