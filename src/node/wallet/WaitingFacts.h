#pragma once

#include "chain/mempool/MempoolSnapshot.h"
#include "wallet/SpeedUp.h"

namespace node {

/// What builds on a transaction that waits, and what it builds on. Cost: of those alone.
wallet::WaitingFamily familyOf(const chain::MempoolSnapshot& waiting, const primitives::TxId& txid);
/// What somebody pays who wants to be in the next block, and not the last one in it: satoshi for 1000 virtual
/// bytes, in whole ones a byte.
std::int64_t rateForNextBlock(const chain::MempoolSnapshot& waiting);
/// The request for one, with what the mempool knows.
wallet::SpeedUpRequest speedUpRequest(const chain::MempoolSnapshot& waiting, const primitives::TxId& txid,
                                      wallet::SpeedUpRequest::Deed deed);

} // namespace node
