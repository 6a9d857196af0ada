#pragma once

#include "chain/BlockStore.h"

namespace chain {

/// What `gettxoutsetinfo` tells of a coin set; its hashes are computed exactly as Bitcoin Core's,
/// display order.
struct CoinStatistics {
    std::int64_t txouts = 0;
    std::int64_t transactions = 0; ///< with at least one coin
    std::int64_t bogoSize = 0;     ///< Core's measure of the set that no database changes
    primitives::Amount totalAmount;
    std::string hashSerialized3; ///< 64 hex digits; empty: not asked for
    std::string muHash;          ///< likewise
};

/// The hash over all coins that is wanted.
enum class CoinHash { None, Serialized3, MuHash };

/// One pass over all coins.
Result<CoinStatistics, StoreError> coinStatistics(CoinStore& coins, CoinHash kind = CoinHash::Serialized3);

} // namespace chain
