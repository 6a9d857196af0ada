#pragma once

#include "chain/mempool/Mempool.h"
#include "wallet/WalletTypes.h"

namespace node {

/// Why a payment is not in the mempool: as that told when it left, or when it was refused.
wallet::Absence absenceOf(chain::MempoolLeave why);
wallet::Absence absenceOf(consensus::Reject reason);
/// It was offered and refused because the mempool, or a block (AlreadyKnown), has it.
bool meansThere(consensus::Reject reason);

} // namespace node
