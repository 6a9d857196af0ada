#pragma once

#include "script/Address.h"

#include <QString>

namespace wallet {
class Wallet;
struct WalletTransaction;
} // namespace wallet

namespace gui {

/// The other end of a payment, for lists: the address that was paid; of a payment received, the address of
/// ours that it came to and what it is called.
struct Counterparty {
    QString address; ///< empty: a reward, or a payment to oneself
    QString label;   ///< of our own address
    /// "Rent", or "cairn1q7h…k2md".
    [[nodiscard]] QString text() const;
};

/// Thread: wallet.
Counterparty counterpartyOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                            const script::AddressFormat& addresses);

} // namespace gui
