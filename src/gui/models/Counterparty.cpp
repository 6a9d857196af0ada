#include "gui/models/Counterparty.h"

#include "gui/Format.h"
#include "wallet/Wallet.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui {

namespace {

struct CounterpartyWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Counterparty)
};

constexpr std::uint8_t kOpReturn = 0x6a; ///< a message is nobody

/// The outputs that say who the other end is, each script once.
std::vector<const primitives::TxOut*> endsOf(const wallet::Wallet& wallet,
                                             const wallet::WalletTransaction& entry) {
    std::vector<const primitives::TxOut*> ends;
    if (entry.isCoinbase) return ends;
    const bool received = entry.net().satoshi() >= 0;
    for (const primitives::TxOut& output : entry.transaction->outputs()) {
        if (!output.scriptPubKey.empty() && output.scriptPubKey.front() == kOpReturn) continue;
        if (received != wallet.isMine(output.scriptPubKey)) continue;
        const bool isKnown = std::ranges::any_of(
            ends, [&](const primitives::TxOut* end) { return end->scriptPubKey == output.scriptPubKey; });
        if (!isKnown) ends.push_back(&output);
    }
    return ends;
}

QString addressIn(const primitives::TxOut& output, const script::AddressFormat& addresses) {
    return QString::fromStdString(script::toAddress(output.scriptPubKey, addresses).value_or(std::string()));
}

} // namespace

QString Counterparty::text() const {
    const QString first = label.isEmpty() ? Format::shortened(address, 10, 4) : label;
    return others == 0 ? first : CounterpartyWords::tr("%1 and %n other(s)", nullptr, others).arg(first);
}

Counterparty counterpartyOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                            const script::AddressFormat& addresses) {
    Counterparty out;
    const auto ends = endsOf(wallet, entry);
    for (const primitives::TxOut* end : ends) {
        out.address = addressIn(*end, addresses);
        if (out.address.isEmpty()) continue;
        if (const auto own = wallet.addressOf(end->scriptPubKey))
            out.label = QString::fromStdString(own->label);
        out.others = static_cast<int>(ends.size()) - 1;
        break;
    }
    return out;
}

QStringList counterpartiesOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                             const script::AddressFormat& addresses) {
    QStringList out;
    for (const primitives::TxOut* end : endsOf(wallet, entry))
        if (const QString address = addressIn(*end, addresses); !address.isEmpty()) out << address;
    return out;
}

} // namespace gui
