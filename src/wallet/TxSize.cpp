#include "wallet/TxSize.h"

#include "util/ByteWriter.h"

namespace wallet {

std::int64_t transactionWeight(std::size_t inputCount, std::span<const primitives::TxOut> outputs) {
    std::int64_t bytes = 4 + 4 +
                         static_cast<std::int64_t>(util::compactSizeLength(inputCount) +
                                                   util::compactSizeLength(outputs.size()));
    for (const primitives::TxOut& output : outputs)
        bytes += static_cast<std::int64_t>(primitives::outputSize(output.scriptPubKey.size()));
    constexpr std::int64_t kMarkerAndFlag = 2;
    return bytes * primitives::kWitnessScale + kMarkerAndFlag +
           static_cast<std::int64_t>(inputCount) * kInputWeight;
}

primitives::Amount feeFor(std::int64_t vsize, std::int64_t feePerKvB) {
    return primitives::Amount((vsize * feePerKvB + 999) / 1000);
}

} // namespace wallet
