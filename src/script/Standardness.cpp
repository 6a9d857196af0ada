#include "script/Standardness.h"

#include "primitives/Transaction.h"
#include "script/OutputType.h"
#include "script/Script.h"

namespace script {

namespace {

/// Bytes of the input that will spend an output: outpoint, length, a signature with its key, sequence.
constexpr std::int64_t kSignatureAndKeySize = 107;
constexpr std::int64_t kSpendSize = 32 + 4 + 1 + kSignatureAndKeySize + 4;
constexpr std::int64_t kWitnessSpendSize = 32 + 4 + 1 + kSignatureAndKeySize / primitives::kWitnessScale + 4;

} // namespace

primitives::Amount dustLimit(util::ByteView scriptPubKey, std::int64_t feePerKvB) {
    if (isUnspendable(scriptPubKey)) return {};
    const auto outputSize = static_cast<std::int64_t>(primitives::outputSize(scriptPubKey.size()));
    const std::int64_t spendSize = witnessProgramOf(scriptPubKey) ? kWitnessSpendSize : kSpendSize;
    // As every fee: begun satoshi count.
    return primitives::Amount(((outputSize + spendSize) * feePerKvB + 999) / 1000);
}

} // namespace script
