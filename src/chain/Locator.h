#pragma once

#include "chain/ChainState.h"

namespace chain {

/// Hashes from `from` back to genesis: ten in a row, then at doubling steps. At most 101.
std::vector<primitives::BlockHash> locatorFrom(const HeaderEntry& from);
/// The headers of the best chain after the first locator hash that is on it (genesis if none), at most
/// `count`, up to `stop` if that is met.
std::vector<primitives::BlockHeader> headersAfter(const ChainState& chain,
                                                  std::span<const primitives::BlockHash> locator,
                                                  const primitives::BlockHash& stop, std::size_t count);

} // namespace chain
