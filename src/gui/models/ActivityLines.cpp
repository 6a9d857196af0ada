#include "gui/models/ActivityLines.h"

#include "wallet/Wallet.h"

#include <algorithm>

namespace gui {

namespace {

constexpr std::size_t kLinesStep = 500;

bool fitsText(const ActivityRow& row, const QString& text) {
    return row.note.contains(text, Qt::CaseInsensitive) ||
           row.other.address.contains(text, Qt::CaseInsensitive) ||
           row.other.label.contains(text, Qt::CaseInsensitive) || QString::number(row.height) == text ||
           QString::fromStdString(row.txid.toHex()).contains(text, Qt::CaseInsensitive);
}

bool isOfKind(const wallet::WalletTransaction& entry, wallet::HistoryKind kind) {
    using Kind = wallet::HistoryKind;
    if (kind == Kind::All) return true;
    if (kind == Kind::Mined || entry.isCoinbase) return kind == Kind::Mined && entry.isCoinbase;
    return (kind == Kind::Sent) == (entry.net() < primitives::Amount());
}

/// Calls `visit` for every line, the newest first.
template <class F>
void forEachLine(const wallet::Wallet& wallet, F visit) {
    for (std::size_t at = 0; at < wallet.historySize(); at += kLinesStep)
        for (const wallet::WalletTransaction& entry : wallet.history(at, kLinesStep))
            visit(entry);
}

} // namespace

ActivityRow activityRowOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& from,
                          const script::AddressFormat& addresses) {
    ActivityRow row;
    row.other = counterpartyOf(wallet, from, addresses);
    row.txid = from.transaction->txid();
    row.state = from.state;
    row.height = from.height;
    row.time = from.time;
    row.net = from.net();
    if (!from.isCoinbase) row.fee = from.fee;
    row.vsize = from.transaction->vsize();
    row.isAbsent = from.absence.has_value();
    row.isReplaced = from.isReplaced;
    row.isAbandoned = from.isAbandoned;
    row.isCoinbase = from.isCoinbase;
    row.isInternal = from.fee && from.net() == -*from.fee;
    row.note = QString::fromStdString(from.note);
    return row;
}

ActivityLines::ActivityLines(ActivityFilter filter, script::AddressFormat addresses)
    : m_filter(std::move(filter)), m_addresses(std::move(addresses)) {}

ActivityLines::Step ActivityLines::follow(const wallet::Wallet& wallet, std::int32_t) {
    m_balance.follow(wallet);
    Step step = followList(wallet);
    step.waiting = static_cast<int>(wallet.waitingTransactions().size());
    return step;
}

ActivityRow ActivityLines::rowOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) {
    ActivityRow row = activityRowOf(wallet, entry, m_addresses);
    if (entry.state != wallet::TxState::Lost) row.balance = m_balance.after(entry.sequence);
    return row;
}

ActivityLines::Step ActivityLines::followList(const wallet::Wallet& wallet) {
    const int before = m_size;
    if (!m_filter.isSearch()) {
        m_size = static_cast<int>(wallet.historySize(m_filter.kind));
        return {m_size, std::min(before, m_size)};
    }
    const wallet::HistoryChanges changes = wallet.historyChangesSince(m_revision);
    m_revision = changes.revision;
    std::size_t kept = m_found.size();
    if (!m_searched || !changes.isWhole) {
        const std::vector<Line> old = m_found;
        findAll(wallet);
        const auto same = std::ranges::mismatch(old, m_found);
        kept = static_cast<std::size_t>(same.in1 - old.begin());
    } else {
        for (const primitives::TxId& txid : changes.txids)
            kept = std::min(kept, judgeAgain(wallet, txid));
    }
    m_size = static_cast<int>(m_found.size());
    return {m_size, std::min(static_cast<int>(kept), m_size)};
}

bool ActivityLines::fits(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) const {
    if (!isOfKind(entry, m_filter.kind) || entry.isProposal || entry.time < m_filter.since) return false;
    if (m_filter.isWaitingOnly && entry.state != wallet::TxState::Waiting) return false;
    return m_filter.text.isEmpty() || fitsText(activityRowOf(wallet, entry, m_addresses), m_filter.text);
}

void ActivityLines::findAll(const wallet::Wallet& wallet) {
    m_searched = true;
    m_found.clear();
    forEachLine(wallet, [&](const wallet::WalletTransaction& entry) {
        if (fits(wallet, entry)) m_found.emplace_back(entry.sequence, entry.transaction->txid());
    });
    std::ranges::reverse(m_found);
}

std::size_t ActivityLines::judgeAgain(const wallet::Wallet& wallet, const primitives::TxId& txid) {
    const auto known = std::ranges::find(m_found, txid, &Line::second);
    const auto entry = wallet.transaction(txid);
    const bool wanted = entry && fits(wallet, *entry);
    if (known != m_found.end() && wanted && known->first == entry->sequence) return m_found.size();
    std::size_t changed = m_found.size();
    if (known != m_found.end()) {
        changed = static_cast<std::size_t>(known - m_found.begin());
        m_found.erase(known);
    }
    if (!wanted) return changed;
    const Line line{entry->sequence, txid};
    const auto place = std::ranges::lower_bound(m_found, line);
    changed = std::min(changed, static_cast<std::size_t>(place - m_found.begin()));
    m_found.insert(place, line);
    return changed;
}

std::vector<ActivityRow> ActivityLines::rows(const wallet::Wallet& wallet, int first, int count) {
    m_balance.follow(wallet);
    std::vector<ActivityRow> out;
    if (m_filter.isSearch()) {
        const auto end = std::min(m_found.size(), static_cast<std::size_t>(first + count));
        for (auto at = static_cast<std::size_t>(first); at < end; ++at)
            if (const auto entry = wallet.transaction(m_found[at].second))
                out.push_back(rowOf(wallet, *entry));
        return out;
    }
    const auto size = static_cast<int>(wallet.historySize(m_filter.kind));
    const int last = std::min(first + count, size);
    if (first >= last) return out;
    const auto entries = wallet.history(static_cast<std::size_t>(size - last),
                                        static_cast<std::size_t>(last - first), m_filter.kind);
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        out.push_back(rowOf(wallet, *entry));
    return out;
}

} // namespace gui
