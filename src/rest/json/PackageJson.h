#pragma once

#include "node/chain/PackageSubmission.h"

#include <QByteArray>

namespace rest {

/// As Core says it.
constexpr auto kBurnsTooMuch = "Unspendable output exceeds maximum configured by user (maxburnamount)";

/// A JSON array of 1 to 25 transactions in hex. Errors: a sentence.
Result<node::Package, QString> parsePackage(const QByteArray& json);
/// What became of each, in the form of Core's `submitpackage`.
QByteArray packageJson(const node::Package& package, const node::PackageOutcome& outcome);

} // namespace rest
