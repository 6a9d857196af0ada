#include "gui/models/WalletDigest.h"

#include <algorithm>

namespace gui {

namespace {

constexpr std::int64_t kSpan = 7 * 24 * 3600;
constexpr std::int64_t kLead = 2;
constexpr std::size_t kDigestStep = 200;
constexpr std::size_t kMostEntries = 20'000; ///< a very busy wallet: the curve then begins later
constexpr qsizetype kMostPoints = 240;

void thinOut(QVector<WalletDigest::Point>& points) {
    if (points.size() <= kMostPoints) return;
    QVector<WalletDigest::Point> kept;
    for (qsizetype i = 0; i < kMostPoints; ++i)
        kept.append(points[i * (points.size() - 1) / (kMostPoints - 1)]);
    points = kept;
}

} // namespace

WalletDigest::Entry WalletDigest::entryOf(const wallet::WalletTransaction& from) {
    return {from.transaction->txid(),
            from.sequence,
            from.time,
            from.net().satoshi(),
            from.state == wallet::TxState::Lost,
            from.isCoinbase};
}

void WalletDigest::follow(const wallet::Wallet& wallet, std::int64_t now, std::int64_t midnight) {
    m_now = now;
    m_midnight = midnight;
    const wallet::HistoryChanges changes = wallet.historyChangesSince(m_revision);
    m_revision = changes.revision;
    if (m_wallet != &wallet || !changes.isWhole) {
        readAll(wallet);
    } else {
        for (const primitives::TxId& txid : changes.txids) {
            if (take(wallet, txid)) continue;
            readAll(wallet);
            break;
        }
    }
    m_wallet = &wallet;
    dropOld();
}

void WalletDigest::readAll(const wallet::Wallet& wallet) {
    m_entries.clear();
    m_sequences.clear();
    m_total = wallet.balance(wallet.tip().height).total().satoshi();
    const std::int64_t since = std::min(m_now - kSpan, m_midnight);
    for (std::size_t offset = 0; offset < kMostEntries; offset += kDigestStep) {
        const auto page = wallet.history(offset, kDigestStep);
        for (const wallet::WalletTransaction& from : page) {
            m_entries.push_front(entryOf(from));
            m_sequences[m_entries.front().txid] = from.sequence;
        }
        if (page.size() < kDigestStep || page.back().time < since) break;
    }
}

bool WalletDigest::take(const wallet::Wallet& wallet, const primitives::TxId& txid) {
    const auto bySequence = [this](std::int64_t sequence) {
        return std::ranges::lower_bound(m_entries, sequence, {}, &Entry::sequence);
    };
    const auto from = wallet.transaction(txid);
    const auto known = m_sequences.find(txid);
    if (known == m_sequences.end()) {
        const bool isNew = from && (m_entries.empty() || from->sequence > m_entries.back().sequence);
        if (!isNew) return false;
    } else {
        const auto old = std::find_if(bySequence(known->second), m_entries.end(),
                                      [&](const Entry& entry) { return entry.txid == txid; });
        m_total -= old->effect();
        m_entries.erase(old);
        m_sequences.erase(known);
    }
    if (!from) return true;
    const Entry entry = entryOf(*from);
    m_total += entry.effect();
    m_entries.insert(bySequence(entry.sequence), entry);
    m_sequences[txid] = entry.sequence;
    return true;
}

void WalletDigest::dropOld() {
    const std::int64_t since = std::min(m_now - kSpan, m_midnight);
    const auto isOld = [&] { return m_entries.front().time < since || m_entries.size() > kMostEntries; };
    while (!m_entries.empty() && isOld()) {
        m_sequences.erase(m_entries.front().txid);
        m_entries.pop_front();
    }
}

WalletDigest::Curve WalletDigest::curve() const {
    Curve out;
    std::int64_t balance = m_total;
    std::int64_t at = m_now;
    out.points.append({m_now, balance});
    out.since = m_now - kSpan;
    for (auto entry = m_entries.rbegin(); entry != m_entries.rend(); ++entry) {
        if (entry->isLost || entry->time < out.since) continue;
        at = std::min(at, entry->time); // a block's time may lie before that of the block below it
        out.points.append({at, balance});
        balance -= entry->net;
        out.points.append({at, balance});
    }
    if (out.points.size() > 1) {
        // A little of what was before the first change, so that it shows as a step.
        const std::int64_t first = out.points.last().time;
        out.since = std::max(out.since, first - std::max<std::int64_t>(kLead, (m_now - first) / 10));
        out.points.append({out.since, balance});
    } else {
        out.since = m_now;
    }
    std::reverse(out.points.begin(), out.points.end());
    thinOut(out.points);
    return out;
}

WalletDigest::Found WalletDigest::found() const {
    Found out;
    for (const Entry& entry : m_entries)
        if (entry.isCoinbase && entry.time >= m_midnight) ++(entry.isLost ? out.lost : out.today);
    return out;
}

} // namespace gui
