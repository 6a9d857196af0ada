#include "node/chain/SubmissionLimits.h"

#include "script/Script.h"

namespace node {

primitives::Amount burntBy(const primitives::Transaction& transaction) {
    primitives::Amount sum;
    for (const primitives::TxOut& output : transaction.outputs()) {
        if (script::isUnspendable(output.scriptPubKey)) sum = primitives::saturatingSum(sum, output.value);
    }
    return sum;
}

bool burnsTooMuch(const primitives::Transaction& transaction, const SubmissionLimits& limits) {
    return limits.maxBurn && burntBy(transaction) > *limits.maxBurn;
}

bool isTooDear(primitives::Amount fee, std::int64_t vsize, const SubmissionLimits& limits) {
    const std::int64_t most = limits.maxFeePerKvB.value_or(0);
    return most > 0 && fee.satoshi() * 1000 / vsize > most;
}

} // namespace node
