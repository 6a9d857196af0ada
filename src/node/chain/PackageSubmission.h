#pragma once

#include "node/chain/Engine.h"

namespace node {

using Package = std::vector<primitives::TransactionRef>;

/// What became of the transactions of a package.
struct PackageOutcome {
    struct Each {
        std::optional<primitives::Amount> fee; ///< it waits now, and pays this
        primitives::Amount rate; ///< coins per 1000 virtual bytes, of all that were judged together
        std::vector<std::size_t> judgedWith; ///< their numbers in the package, its own too
        std::optional<SubmissionRefusal> refusal;
    };
    std::vector<Each> transactions; ///< in the order of the package
    std::vector<primitives::TxId> replaced;
};

/// Offers them in turn, as Core's `submitpackage`. Parents whose fee alone is too low are taken together with
/// the last of the package when that is their child and pays for all. Thread: node.
PackageOutcome submitPackage(Engine& engine, const Package& package, const SubmissionLimits& limits);

} // namespace node
