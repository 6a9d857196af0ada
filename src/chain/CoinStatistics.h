#pragma once

#include "chain/BlockStore.h"

namespace chain {

/// What `gettxoutsetinfo` tells of a coin set; `hashSerialized3` is computed exactly as Bitcoin Core's,
/// display order.
struct CoinStatistics {
    std::int64_t txouts = 0;
    std::int64_t transactions = 0; ///< with at least one coin
    std::int64_t bogoSize = 0;     ///< Core's measure of the set that no database changes
    primitives::Amount totalAmount;
    std::string hashSerialized3; ///< 64 hex digits
};

/// One pass over all coins.
Result<CoinStatistics, StoreError> coinStatistics(CoinStore& coins);

} // namespace chain
