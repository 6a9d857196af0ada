#pragma once

#include "chain/mempool/MempoolSnapshot.h"

namespace rest {

/// `[[satoshi per virtual byte, virtual bytes], …]` of what waits, best first; a bin holds at least
/// `binVsize`.
std::vector<std::pair<double, std::int64_t>> feeHistogram(const chain::MempoolSnapshot& mempool,
                                                          std::int64_t binVsize);

} // namespace rest
