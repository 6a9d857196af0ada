#include "gui/models/Counterparty.h"

#include "gui/Format.h"
#include "wallet/Wallet.h"

namespace gui {

QString Counterparty::text() const {
    return label.isEmpty() ? Format::shortened(address, 10, 4) : label;
}

Counterparty counterpartyOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                            const script::AddressFormat& addresses) {
    if (entry.isCoinbase) return {};
    const bool received = entry.net().satoshi() >= 0;
    for (const primitives::TxOut& output : entry.transaction->outputs()) {
        const auto own = wallet.addressOf(output.scriptPubKey);
        if (received != own.has_value()) continue;
        if (own) return {QString::fromStdString(own->address), QString::fromStdString(own->label)};
        const auto address = script::toAddress(output.scriptPubKey, addresses);
        if (address) return {QString::fromStdString(*address), {}};
    }
    return {};
}

} // namespace gui
