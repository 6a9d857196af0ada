#pragma once

#include "script/Address.h"
#include "wallet/text/HistoryText.h"
#include "wallet/text/Labels.h"

#include <vector>

namespace wallet {

class Wallet;
struct WalletTransaction;

/// The outputs that say who the other end of a payment is, each script once: those that were paid; of one
/// received, those that are this wallet's. None of a reward, or of a payment to oneself.   Thread: wallet.
std::vector<const primitives::TxOut*> otherEndsOf(const Wallet& wallet, const WalletTransaction& entry);
/// The whole history, the newest line first, for `historyCsv` and `historyJson`.
/// Cost: every line, twice.   Thread: wallet.
std::vector<HistoryLine> historyLinesOf(const Wallet& wallet, const script::AddressFormat& addresses);
/// Every note and label, for `labelsText`.   Thread: wallet.
std::vector<LabelRow> labelsOf(const Wallet& wallet);

} // namespace wallet
