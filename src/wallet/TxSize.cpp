#include "wallet/TxSize.h"

#include "util/ByteWriter.h"

namespace wallet {

void InputSizes::add(const script::SpendSize& size) {
    ++count;
    hasWitness = hasWitness || size.witness > 0;
    sum.base += size.base;
    sum.witness += size.witness > 0 ? size.witness : 1;
}

std::int64_t transactionWeight(const InputSizes& inputs, std::span<const primitives::TxOut> outputs) {
    std::int64_t bytes = 4 + 4 +
                         static_cast<std::int64_t>(util::compactSizeLength(inputs.count) +
                                                   util::compactSizeLength(outputs.size()));
    for (const primitives::TxOut& output : outputs)
        bytes += static_cast<std::int64_t>(primitives::outputSize(output.scriptPubKey.size()));
    bytes += inputs.sum.base;
    constexpr std::int64_t kMarkerAndFlag = 2;
    return bytes * primitives::kWitnessScale + (inputs.hasWitness ? kMarkerAndFlag + inputs.sum.witness : 0);
}

primitives::Amount feeFor(std::int64_t vsize, std::int64_t feePerKvB) {
    return primitives::Amount((vsize * feePerKvB + 999) / 1000);
}

} // namespace wallet
