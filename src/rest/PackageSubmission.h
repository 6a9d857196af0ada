#pragma once

#include "node/chain/Engine.h"

namespace rest {

using Package = std::vector<primitives::TransactionRef>;
struct PackageLimits {
    std::optional<std::int64_t> maxFeePerKvB;  ///< satoshi
    std::optional<primitives::Amount> maxBurn; ///< of all unspendable outputs of a transaction
};

/// A JSON array of 1 to 25 transactions in hex. Errors: a sentence.
Result<Package, QString> parsePackage(const QByteArray& json);
/// Offers them in turn and tells of each, as Core's `submitpackage`. Parents whose fee alone is too low are
/// taken together with the last of the package when that is their child and pays for all. Thread: node.
QByteArray submitPackage(node::Engine& engine, const Package& package, const PackageLimits& limits);
/// Satoshi in outputs that nobody can ever spend.
primitives::Amount burntBy(const primitives::Transaction& transaction);

} // namespace rest
