#include "gui/wallet/Receipt.h"

#include "gui/Format.h"
#include "wallet/Wallet.h"
#include "wallet/text/HistoryLines.h"

#include <QCoreApplication>

#include <algorithm>

namespace gui {

namespace {

constexpr std::size_t kMostReceiptEnds = 20; // more do not fit on one sheet

struct ReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Receipt)
};

QString receiptTitle(bool isSent, bool isMined) {
    if (isMined) return ReceiptWords::tr("Receipt for a mined block");
    return isSent ? ReceiptWords::tr("Receipt for a payment sent")
                  : ReceiptWords::tr("Receipt for a payment received");
}

void addEnds(const ReceiptFacts& facts, ReceiptSheet& sheet) {
    const bool isSent = facts.entry.net() < primitives::Amount();
    const std::size_t shown = std::min(facts.ends.size(), kMostReceiptEnds);
    for (std::size_t i = 0; i < shown; ++i) {
        const ReceiptFacts::End& end = facts.ends[i];
        QStringList lines;
        if (!end.name.isEmpty()) lines << end.name;
        if (!end.address.isEmpty()) lines << end.address;
        if (facts.ends.size() > 1) lines << format().withUnit(end.amount);
        sheet.facts.push_back(
            {isSent ? ReceiptWords::tr("To") : ReceiptWords::tr("Came to"), lines.join(QLatin1Char('\n'))});
    }
    if (facts.ends.size() > shown)
        sheet.facts.push_back({QString(), ReceiptWords::tr("and %n more", nullptr,
                                                           static_cast<int>(facts.ends.size() - shown))});
}

} // namespace

std::optional<ReceiptFacts> receiptFactsOf(const wallet::Wallet& wallet, const primitives::TxId& txid,
                                           const script::AddressFormat& addresses) {
    auto entry = wallet.transaction(txid);
    if (!entry) return std::nullopt;
    ReceiptFacts out{std::move(*entry), {}};
    for (const primitives::TxOut* end : wallet::otherEndsOf(wallet, out.entry)) {
        const std::string address = script::toAddress(end->scriptPubKey, addresses).value_or(std::string());
        const auto own = wallet.addressOf(end->scriptPubKey);
        primitives::Amount amount; // each script comes once, however many outputs pay it
        for (const primitives::TxOut& output : out.entry.transaction->outputs())
            if (output.scriptPubKey == end->scriptPubKey) amount += output.value;
        out.ends.push_back({QString::fromStdString(own ? own->label : wallet.people()->nameOf(address)),
                            QString::fromStdString(address), amount});
    }
    return out;
}

ReceiptSheet receiptOf(const ReceiptFacts& facts, const QString& network) {
    const wallet::WalletTransaction& entry = facts.entry;
    const bool isSent = entry.net() < primitives::Amount();
    primitives::Amount sum = entry.net();
    if (isSent) sum = primitives::Amount() - entry.net() - entry.fee.value_or(primitives::Amount());
    ReceiptSheet sheet{receiptTitle(isSent, entry.isCoinbase), network, format().withUnit(sum), {}};
    addEnds(facts, sheet);
    if (isSent && entry.fee) {
        sheet.facts.push_back({ReceiptWords::tr("Fee"), format().withUnit(*entry.fee)});
        sheet.facts.push_back(
            {ReceiptWords::tr("Together"), format().withUnit(primitives::Amount() - entry.net())});
    }
    if (!entry.note.empty())
        sheet.facts.push_back({ReceiptWords::tr("Note"), QString::fromStdString(entry.note)});
    sheet.facts.push_back({ReceiptWords::tr("Time"), format().exactTime(entry.time)});
    const bool isConfirmed = entry.state == wallet::TxState::Confirmed;
    sheet.facts.push_back({ReceiptWords::tr("Block"),
                           isConfirmed ? Format::count(entry.height) + QLatin1Char('\n') +
                                             QString::fromStdString(entry.block.toHex())
                                       : ReceiptWords::tr("none yet: it waits, and may still be replaced")});
    sheet.facts.push_back(
        {ReceiptWords::tr("Payment"), QString::fromStdString(entry.transaction->txid().toHex())});
    return sheet;
}

} // namespace gui
