#include "gui/models/Counterparty.h"

#include "gui/Format.h"
#include "wallet/Wallet.h"
#include "wallet/text/HistoryLines.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct CounterpartyWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Counterparty)
};

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
    const auto ends = wallet::otherEndsOf(wallet, entry);
    for (const primitives::TxOut* end : ends) {
        out.address = addressIn(*end, addresses);
        if (out.address.isEmpty()) continue;
        const auto own = wallet.addressOf(end->scriptPubKey);
        out.label =
            QString::fromStdString(own ? own->label : wallet.people()->nameOf(out.address.toStdString()));
        out.others = static_cast<int>(ends.size()) - 1;
        break;
    }
    return out;
}

} // namespace gui
