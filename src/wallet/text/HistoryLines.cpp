#include "wallet/text/HistoryLines.h"

#include "wallet/RunningBalance.h"
#include "wallet/Wallet.h"

#include <algorithm>

namespace wallet {

using primitives::Amount;

namespace {

constexpr std::size_t kHistoryStep = 500;
constexpr std::uint8_t kOpReturn = 0x6a; ///< a message is nobody

/// Calls `visit` for every line, the newest first.
template <class F>
void forEachLine(const Wallet& wallet, F visit) {
    for (std::size_t at = 0; at < wallet.historySize(); at += kHistoryStep) {
        for (const WalletTransaction& entry : wallet.history(at, kHistoryStep))
            visit(entry);
    }
}

const char* kindName(const WalletTransaction& entry) {
    if (entry.isCoinbase) return "mined";
    if (entry.fee && entry.net() == -*entry.fee) return "internal";
    return entry.net() < Amount() ? "sent" : "received";
}

const char* stateName(const WalletTransaction& entry) {
    switch (entry.state) {
    case TxState::Confirmed:
        return "confirmed";
    case TxState::Waiting:
        return "waiting";
    case TxState::Lost:
        break;
    }
    return entry.isReplaced ? "replaced" : entry.isAbandoned ? "abandoned" : "lost";
}

HistoryLine lineOf(const Wallet& wallet, const WalletTransaction& entry,
                   const script::AddressFormat& addresses) {
    HistoryLine out;
    out.time = entry.time;
    out.height = entry.height;
    out.txid = entry.transaction->txid();
    out.kind = kindName(entry);
    out.state = stateName(entry);
    out.change = entry.net();
    if (!entry.isCoinbase) out.fee = entry.fee;
    out.note = entry.note;
    for (const primitives::TxOut* end : otherEndsOf(wallet, entry)) {
        const auto address = script::toAddress(end->scriptPubKey, addresses);
        if (!address) continue;
        out.address += (out.address.empty() ? "" : " ") + *address;
        const auto own = wallet.addressOf(end->scriptPubKey);
        if (out.label.empty()) out.label = own ? own->label : wallet.people()->nameOf(*address);
    }
    return out;
}

} // namespace

std::vector<const primitives::TxOut*> otherEndsOf(const Wallet& wallet, const WalletTransaction& entry) {
    std::vector<const primitives::TxOut*> ends;
    if (entry.isCoinbase) return ends;
    const bool received = entry.net() >= Amount();
    for (const primitives::TxOut& output : entry.transaction->outputs()) {
        if (!output.scriptPubKey.empty() && output.scriptPubKey.front() == kOpReturn) continue;
        if (received != wallet.isMine(output.scriptPubKey)) continue;
        const bool isKnown = std::ranges::any_of(
            ends, [&](const primitives::TxOut* end) { return end->scriptPubKey == output.scriptPubKey; });
        if (!isKnown) ends.push_back(&output);
    }
    return ends;
}

std::vector<HistoryLine> historyLinesOf(const Wallet& wallet, const script::AddressFormat& addresses) {
    std::vector<HistoryLine> out;
    out.reserve(wallet.historySize());
    Amount balance;
    forEachLine(wallet, [&](const WalletTransaction& entry) { balance += entry.effect; });
    forEachLine(wallet, [&](const WalletTransaction& entry) {
        out.push_back(lineOf(wallet, entry, addresses));
        out.back().balance = balance;
        balance -= entry.effect;
    });
    return out;
}

std::vector<LabelRow> labelsOf(const Wallet& wallet) {
    std::vector<LabelRow> out;
    forEachLine(wallet, [&](const WalletTransaction& entry) {
        if (!entry.note.empty())
            out.push_back({LabelKind::Transaction, entry.transaction->txid().toHex(), entry.note, {}, {}});
    });
    for (const WalletAddress& address : wallet.addresses()) {
        if (!address.label.empty() && address.label != kRewardLabel)
            out.push_back({LabelKind::Address, address.address, address.label, {}, {}});
    }
    for (const KnownAddress& each : wallet.people()->all())
        out.push_back({LabelKind::Address, each.address, each.name, {}, {}});
    return out;
}

} // namespace wallet
