#include "wallet/TxSize.h"

#include "script/OutputType.h"
#include "script/Script.h"
#include "util/ByteWriter.h"

namespace wallet {

namespace {

constexpr std::int64_t kSpendWitnessOutput =
    32 + 4 + 1 + 107 / 4 + 4; ///< bytes to spend it: outpoint, length, witness, sequence
constexpr std::int64_t kSpendOtherOutput = 32 + 4 + 1 + 107 + 4;

} // namespace

std::int64_t outputSize(util::ByteView scriptPubKey) {
    return static_cast<std::int64_t>(8 + util::compactSizeLength(scriptPubKey.size()) + scriptPubKey.size());
}

std::int64_t transactionWeight(std::size_t inputCount, std::span<const primitives::TxOut> outputs) {
    std::int64_t bytes = 4 + 4 +
                         static_cast<std::int64_t>(util::compactSizeLength(inputCount) +
                                                   util::compactSizeLength(outputs.size()));
    for (const primitives::TxOut& output : outputs)
        bytes += outputSize(output.scriptPubKey);
    constexpr std::int64_t kMarkerAndFlag = 2;
    return bytes * 4 + kMarkerAndFlag + static_cast<std::int64_t>(inputCount) * kInputWeight;
}

std::int64_t vsizeOfWeight(std::int64_t weight) {
    return (weight + 3) / 4;
}

primitives::Amount feeFor(std::int64_t vsize, std::int64_t feePerKvB) {
    return primitives::Amount((vsize * feePerKvB + 999) / 1000);
}

primitives::Amount dustLimit(util::ByteView scriptPubKey) {
    if (script::isUnspendable(scriptPubKey)) return {};
    const std::int64_t spend =
        script::witnessProgramOf(scriptPubKey) ? kSpendWitnessOutput : kSpendOtherOutput;
    return primitives::Amount((outputSize(scriptPubKey) + spend) * kDustFeePerKvB / 1000);
}

} // namespace wallet
