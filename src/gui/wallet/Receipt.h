#pragma once

#include "gui/print/Sheets.h"
#include "wallet/WalletTypes.h"

#include <optional>

namespace script {
struct AddressFormat;
}

namespace wallet {
class Wallet;
}

namespace gui {

/// What can be told of one payment: nothing that spends anything, and nothing of the wallet's other money.
struct ReceiptFacts {
    struct End {
        QString name; ///< whose the address is; of a payment received, the label of the own one
        QString address;
        primitives::Amount amount;
    };
    wallet::WalletTransaction entry;
    std::vector<End> ends; ///< who was paid, or where it came in
};
/// Nothing: the wallet has no such payment.   Thread: wallet.
std::optional<ReceiptFacts> receiptFactsOf(const wallet::Wallet& wallet, const primitives::TxId& txid,
                                           const script::AddressFormat& addresses);
/// In words, for paper.   Needs: amounts are not hidden.   Thread: main.
ReceiptSheet receiptOf(const ReceiptFacts& facts, const QString& network);

} // namespace gui
