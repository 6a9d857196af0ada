#pragma once

#include "consensus/Reject.h"
#include "primitives/Transaction.h"

#include <optional>

namespace node {

/// What who submits a transaction does not want to go beyond, for fear of a mistake.
struct SubmissionLimits {
    std::optional<std::int64_t> maxFeePerKvB;  ///< satoshi; 0 and nothing: none
    std::optional<primitives::Amount> maxBurn; ///< of all unspendable outputs of a transaction
};

/// Why a transaction that was submitted is not in the mempool.
struct SubmissionRefusal {
    enum class Kind {
        Rejected, ///< by a rule: see `rejection`
        TooDear,  ///< beyond maxFeePerKvB
        Burns,    ///< beyond maxBurn
        Confirmed ///< the chain has it already
    };
    Kind kind = Kind::Rejected;
    consensus::Rejection rejection = {};
};

/// Satoshi in outputs that nobody can ever spend.
primitives::Amount burntBy(const primitives::Transaction& transaction);
bool burnsTooMuch(const primitives::Transaction& transaction, const SubmissionLimits& limits);
bool isTooDear(primitives::Amount fee, std::int64_t vsize, const SubmissionLimits& limits);

} // namespace node
