#pragma once

#include "primitives/Amount.h"
#include "util/Bytes.h"

#include <cstdint>

// What nodes pass on, beyond the rules of the chain: the mempool refuses more, the wallet and descriptors
// never make it.
namespace script {

/// The heaviest transaction.
constexpr std::int64_t kMaxStandardWeight = 400'000;
/// The keys of a multisig that is no P2SH or P2WSH.
constexpr int kMaxBareMultiSigKeys = 3;
/// An output is dust when it is worth less than spending it costs at this rate.
constexpr std::int64_t kDustFeePerKvB = 3'000;

/// The least that an output to this script may hold: what making and spending it costs at the rate. 0 where
/// nobody can spend it.
primitives::Amount dustLimit(util::ByteView scriptPubKey, std::int64_t feePerKvB = kDustFeePerKvB);

} // namespace script
