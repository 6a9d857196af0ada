#pragma once

#include "script/Address.h"

#include <QString>

namespace wallet {
class Wallet;
struct WalletTransaction;
} // namespace wallet

namespace gui {

/// The other end of a payment, for lists: the addresses that were paid; of a payment received, the address of
/// ours that it came to and what it is called.
struct Counterparty {
    QString address; ///< the first; empty: a reward, or a payment to oneself
    QString label;   ///< of our own address; the name of whoever was paid, where that is known
    int others = 0;  ///< how many more there are
    bool operator==(const Counterparty&) const = default;
    /// "Rent", or "cairn1q7h…k2md", or "cairn1q7h…k2md and 2 others".
    [[nodiscard]] QString text() const;
};

/// Thread: wallet.
Counterparty counterpartyOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                            const script::AddressFormat& addresses);

} // namespace gui
