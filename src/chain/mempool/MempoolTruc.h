#pragma once

#include "chain/mempool/MempoolGraph.h"

namespace chain {

/// Transactions of this version keep to small families (BIP 431), so that nobody can make them dear to
/// replace.
constexpr std::int32_t kTrucVersion = 3;

/// Of version 3: alone up to 10 000 vbytes, or a waiting parent of version 3 and one child of up to 1 000.
/// Others: no parent of version 3. `conflicts`: what the transaction takes the place of. Gives the child that
/// has the parent's only place, which the transaction may take by paying more; null when the place is free.
Result<MempoolNode*, consensus::Rejection> checkTruc(const primitives::Transaction& transaction,
                                                     const std::vector<MempoolNode*>& parents,
                                                     const std::vector<MempoolNode*>& conflicts);

} // namespace chain
