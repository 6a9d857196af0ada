#include "wallet/RunningBalance.h"

#include "wallet/Wallet.h"

#include <algorithm>

namespace wallet {

using primitives::Amount;

namespace {

constexpr std::size_t kLinesAtOnce = 500;

} // namespace

void RunningBalance::follow(const Wallet& wallet) {
    const HistoryChanges changes = wallet.historyChangesSince(m_revision);
    m_revision = changes.revision;
    bool isLevel = m_hasRead && changes.isWhole;
    for (const primitives::TxId& txid : changes.txids)
        isLevel = isLevel && take(wallet, txid);
    if (!isLevel || m_lines.size() != wallet.historySize()) readAll(wallet);
}

/// False where a line came between others.
bool RunningBalance::take(const Wallet& wallet, const primitives::TxId& txid) {
    const auto entry = wallet.transaction(txid);
    if (!entry || entry->isProposal) return true; // one that has gone shows in the size
    const auto place = std::ranges::lower_bound(m_lines, entry->sequence, {}, &Line::sequence);
    const Amount effect = entry->effect;
    if (place == m_lines.end()) {
        m_lines.push_back({entry->sequence, effect, {}});
        return true;
    }
    if (place->sequence != entry->sequence) return false;
    if (place->effect == effect) return true;
    place->effect = effect;
    m_known = std::min(m_known, std::size_t(place - m_lines.begin()));
    return true;
}

void RunningBalance::readAll(const Wallet& wallet) {
    m_hasRead = true;
    m_known = 0;
    m_lines.clear();
    m_lines.reserve(wallet.historySize());
    for (std::size_t at = 0; at < wallet.historySize(); at += kLinesAtOnce) {
        for (const WalletTransaction& line : wallet.history(at, kLinesAtOnce))
            m_lines.push_back({line.sequence, line.effect, {}});
    }
    std::ranges::reverse(m_lines);
}

Amount RunningBalance::after(std::int64_t sequence) {
    const auto end = std::ranges::upper_bound(m_lines, sequence, {}, &Line::sequence);
    const auto count = std::size_t(end - m_lines.begin());
    for (; m_known < count; ++m_known) {
        const Amount before = m_known == 0 ? Amount() : m_lines[m_known - 1].after;
        m_lines[m_known].after = before + m_lines[m_known].effect;
    }
    return count == 0 ? Amount() : m_lines[count - 1].after;
}

} // namespace wallet
