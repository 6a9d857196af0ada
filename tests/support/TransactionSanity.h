#pragma once

#include "primitives/Transaction.h"

#include <algorithm>
#include <set>

namespace support {

/// The checks of a transaction that need nothing else, as far as the transaction vectors want them.
inline bool isSane(const primitives::Transaction& transaction) {
    const auto& inputs = transaction.inputs();
    if (inputs.empty() || transaction.outputs().empty()) return false;
    primitives::Amount sum;
    for (const primitives::TxOut& output : transaction.outputs()) {
        const auto next = primitives::checkedSum(sum, output.value);
        if (!next) return false;
        sum = *next;
    }
    std::set<primitives::OutPoint> seen;
    for (const primitives::TxIn& input : inputs)
        if (!seen.insert(input.previous).second) return false;
    if (transaction.isCoinbase()) return inputs[0].scriptSig.size() >= 2 && inputs[0].scriptSig.size() <= 100;
    return std::none_of(inputs.begin(), inputs.end(),
                        [](const auto& input) { return input.previous.isNull(); });
}

} // namespace support
