#include "wallet/Ledger.h"

#include "util/Require.h"
#include "wallet/Properties.h"

#include <algorithm>

namespace wallet {

using primitives::OutPoint;
using primitives::TxId;

namespace {

constexpr std::size_t kMaxRecentBlocks = 1000; ///< as many as a store keeps

constexpr std::size_t kMaxChanges = 2'000; ///< of the history that are told one by one

HistoryKind kindOf(const WalletTransaction& transaction) {
    if (transaction.isCoinbase) return HistoryKind::Mined;
    return transaction.net() < primitives::Amount() ? HistoryKind::Sent : HistoryKind::Received;
}

bool follows(const std::vector<WalletTip>& blocks) {
    const auto broken = [](const WalletTip& a, const WalletTip& b) { return b.height != a.height + 1; };
    return std::adjacent_find(blocks.begin(), blocks.end(), broken) == blocks.end();
}

} // namespace

bool isHidden(const WalletTransaction& transaction) {
    return transaction.state == TxState::Lost && transaction.height == kForgotten;
}

bool isProposal(const WalletTransaction& transaction) {
    return transaction.state == TxState::Lost && transaction.height == kProposed;
}

WalletTransaction forDisplay(WalletTransaction transaction) {
    if (transaction.state != TxState::Confirmed) {
        const bool isLost = transaction.state == TxState::Lost;
        transaction.isAbandoned = isLost && transaction.height == kAbandoned;
        transaction.isReplaced = isLost && transaction.height == kReplaced;
        transaction.isProposal = isProposal(transaction);
        if (transaction.isProposal) transaction.state = TxState::Waiting;
        transaction.height = -1;
        transaction.block = {};
    }
    return transaction;
}

bool Ledger::restore(WalletContents contents, std::int32_t scanFrom) {
    if (!follows(contents.recentBlocks)) return false;
    std::vector<WalletTransaction*> ordered;
    ordered.reserve(contents.transactions.size());
    for (WalletTransaction& row : contents.transactions) {
        if (!row.transaction || (row.state == TxState::Confirmed && row.height < 0)) return false;
        ordered.push_back(&row);
    }
    std::sort(ordered.begin(), ordered.end(),
              [](const auto* a, const auto* b) { return a->sequence < b->sequence; });
    m_transactions.reserve(ordered.size());
    m_spenders.reserve(ordered.size());
    for (WalletTransaction* row : ordered)
        place(std::move(*row));
    m_coins.reserve(contents.coins.size());
    m_unspent.reserve(contents.coins.size());
    for (StoredCoin& row : contents.coins) {
        const WalletTransaction* maker = find(row.coin.outpoint.txid);
        if (!maker || row.coin.outpoint.index >= maker->transaction->outputs().size()) return false;
        if (row.spentBy && !find(*row.spentBy)) return false;
        placeCoin(std::move(row));
    }
    m_recent.assign(contents.recentBlocks.begin(), contents.recentBlocks.end());
    m_scanFrom = scanFrom;
    accept();
    return true;
}

const WalletTransaction* Ledger::find(const TxId& txid) const {
    const auto found = m_transactions.find(txid);
    return found == m_transactions.end() ? nullptr : &found->second;
}

void Ledger::put(WalletTransaction transaction) {
    const TxId txid = transaction.transaction->txid();
    remember(txid);
    if (transaction.sequence == 0) transaction.sequence = m_lastSequence + 1;
    const WalletTransaction* before = find(txid);
    const bool isOthersNow = before && before->fee.has_value() != transaction.fee.has_value();
    place(std::move(transaction));
    if (isOthersNow && !m_absent.empty()) noteFamily(txid);
}

void Ledger::erase(const TxId& txid) {
    remember(txid);
    displace(txid);
}

std::vector<TxId> Ledger::spendersOf(const OutPoint& outpoint) const {
    std::vector<TxId> out;
    const auto [begin, end] = m_spenders.equal_range(outpoint);
    for (auto row = begin; row != end; ++row)
        out.push_back(row->second);
    return out;
}

std::optional<TxId> Ledger::activeSpenderOf(const OutPoint& outpoint, const TxId* except) const {
    const auto [begin, end] = m_spenders.equal_range(outpoint);
    for (auto row = begin; row != end; ++row) {
        if (except && row->second == *except) continue;
        if (find(row->second)->state != TxState::Lost) return row->second;
    }
    return std::nullopt;
}

std::vector<TxId> Ledger::proposals() const {
    std::vector<TxId> out;
    for (const HistoryRow& row : m_proposed)
        out.push_back(row.second);
    return out;
}

bool Ledger::isSpokenFor(const OutPoint& outpoint) const {
    return std::ranges::any_of(m_proposed, [&](const HistoryRow& row) {
        return std::ranges::any_of(
            find(row.second)->transaction->inputs(), [&](const primitives::TxIn& input) {
                return input.previous == outpoint || activeSpenderOf(input.previous) == outpoint.txid;
            });
    });
}

std::vector<TxId> Ledger::childrenOf(const primitives::Transaction& transaction) const {
    std::vector<TxId> out;
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        const std::vector<TxId> spenders = spendersOf({transaction.txid(), i});
        out.insert(out.end(), spenders.begin(), spenders.end());
    }
    return out;
}

void Ledger::setAbsence(const TxId& txid, std::optional<Absence> absence) {
    if (absenceOf(txid) == absence) return;
    if (absence) {
        m_absent.insert_or_assign(txid, *absence);
    } else {
        m_absent.erase(txid);
    }
    noteFamily(txid);
}

void Ledger::noteFamily(const TxId& txid) {
    std::vector<TxId> family{txid};
    std::unordered_set<TxId> seen{txid};
    for (std::size_t i = 0; i < family.size(); ++i) {
        noteChange(family[i]);
        const WalletTransaction* member = find(family[i]);
        if (!member) continue;
        for (const TxId& child : childrenOf(*member->transaction)) {
            if (find(child)->state == TxState::Waiting && seen.insert(child).second) family.push_back(child);
        }
    }
}

std::optional<Absence> Ledger::absenceOf(const TxId& txid) const {
    const auto found = m_absent.find(txid);
    return found == m_absent.end() ? std::nullopt : std::optional(found->second);
}

/// Iterative: a chain of waiting payments may be long.
bool Ledger::isMissing(const TxId& txid) const {
    if (m_absent.empty()) return false;
    std::vector<TxId> family{txid};
    std::unordered_set<TxId> seen{txid};
    while (!family.empty()) {
        const TxId current = family.back();
        family.pop_back();
        const WalletTransaction* member = find(current);
        if (!member || member->state != TxState::Waiting) continue;
        const bool isAbsent = m_absent.contains(current);
        for (const primitives::TxIn& input : member->transaction->inputs()) {
            const StoredCoin* spent = coin(input.previous);
            if (!spent && isAbsent) return true;
            if (spent && spent->coin.height < 0 && seen.insert(input.previous.txid).second)
                family.push_back(input.previous.txid);
        }
    }
    return false;
}

/// Coins that it spends beside missing ones are kept for it all the same.
primitives::Amount Ledger::effectOf(const WalletTransaction& transaction) const {
    if (transaction.state == TxState::Lost) return {};
    const bool isWaiting = transaction.state == TxState::Waiting;
    if (!isWaiting || !isMissing(transaction.transaction->txid())) return transaction.net();
    primitives::Amount out;
    for (const primitives::TxIn& input : transaction.transaction->inputs()) {
        const StoredCoin* spent = coin(input.previous);
        if (spent && (spent->coin.height >= 0 || !isMissing(input.previous.txid)))
            out -= spent->coin.output.value;
    }
    return out;
}

WalletTransaction Ledger::shown(const WalletTransaction& transaction) const {
    WalletTransaction out = forDisplay(transaction);
    if (out.state == TxState::Waiting) {
        out.absence = absenceOf(out.transaction->txid());
        out.isMissing = isMissing(out.transaction->txid());
    }
    out.effect = effectOf(transaction);
    if (out.isProposal && !out.absence) out.absence = Absence::Unsent;
    return out;
}

std::vector<TxId> Ledger::confirmedAbove(std::int32_t height) const {
    std::vector<TxId> out;
    for (auto row = m_confirmed.lower_bound({height + 1, TxId()}); row != m_confirmed.end(); ++row) {
        out.push_back(row->second);
    }
    return out;
}

std::vector<TxId> Ledger::unconfirmed() const {
    std::vector<TxId> out;
    for (const HistoryRow& row : m_unconfirmed)
        out.push_back(row.second);
    return out;
}

std::vector<TxId> Ledger::all() const {
    std::vector<HistoryRow> rows;
    rows.reserve(m_transactions.size());
    for (const auto& [txid, transaction] : m_transactions)
        rows.emplace_back(transaction.sequence, txid);
    std::sort(rows.begin(), rows.end());
    std::vector<TxId> out;
    out.reserve(rows.size());
    for (const HistoryRow& row : rows)
        out.push_back(row.second);
    return out;
}

std::vector<WalletTransaction> Ledger::history(std::size_t offset, std::size_t count,
                                               HistoryKind kind) const {
    std::vector<WalletTransaction> out;
    const Lines& lines = linesOf(kind);
    if (offset >= lines.size()) return out;
    const std::size_t newest = lines.size() - offset;
    for (std::size_t i = newest; i > newest - std::min(count, newest); --i) {
        out.push_back(shown(m_transactions.at(lines[i - 1].second)));
    }
    return out;
}

std::vector<WalletTransaction> Ledger::historyById(const std::string& hexPrefix, std::size_t most) const {
    std::vector<WalletTransaction> out;
    const Lines& lines = linesOf(HistoryKind::All);
    for (auto line = lines.rbegin(); line != lines.rend() && out.size() < most; ++line) {
        if (line->second.toHex().starts_with(hexPrefix))
            out.push_back(shown(m_transactions.at(line->second)));
    }
    return out;
}

HistoryChanges Ledger::historyChangesSince(std::uint64_t revision) const {
    HistoryChanges out;
    out.revision = m_revision;
    if (revision == m_revision) return out;
    out.isWhole = revision < m_revision && !m_changes.empty() && m_changes.front().first <= revision + 1;
    if (!out.isWhole) return out;
    std::unordered_set<TxId> seen;
    for (auto change = m_changes.rbegin(); change != m_changes.rend() && change->first > revision; ++change) {
        if (seen.insert(change->second).second) out.txids.push_back(change->second);
    }
    std::reverse(out.txids.begin(), out.txids.end());
    return out;
}

void Ledger::noteChange(const TxId& txid) {
    m_changes.emplace_back(++m_revision, txid);
    if (m_changes.size() > kMaxChanges) m_changes.pop_front();
}

const StoredCoin* Ledger::coin(const OutPoint& outpoint) const {
    const auto found = m_coins.find(outpoint);
    return found == m_coins.end() ? nullptr : &found->second;
}

void Ledger::putCoin(StoredCoin coin) {
    remember(coin.coin.outpoint);
    placeCoin(std::move(coin));
}

void Ledger::eraseCoin(const OutPoint& outpoint) {
    const OutPoint copy = outpoint; // may lie in the row that goes
    remember(copy);
    displaceCoin(copy);
}

WalletTip Ledger::tip() const {
    if (m_recent.empty()) return {m_scanFrom - 1, {}};
    return m_recent.back();
}

void Ledger::pushBlock(const WalletTip& block) {
    rememberBlocks();
    m_recent.push_back(block);
    if (m_recent.size() > kMaxRecentBlocks) m_recent.pop_front();
    m_applied.push_back(block);
}

void Ledger::dropBlocksAbove(std::int32_t height) {
    rememberBlocks();
    while (!m_recent.empty() && m_recent.back().height > height)
        m_recent.pop_back();
    while (!m_applied.empty() && m_applied.back().height > height)
        m_applied.pop_back();
    if (m_recent.empty()) m_scanFrom = height + 1;
    m_revertedTo = std::min(m_revertedTo.value_or(height), height);
}

void Ledger::scanFrom(std::int32_t height) {
    dropBlocksAbove(-1);
    m_scanFrom = height;
}

void Ledger::collect(WalletBatch& batch) const {
    for (const auto& [txid, before] : m_transactionsBefore) {
        if (const WalletTransaction* row = find(txid)) {
            batch.transactions.push_back(*row);
        } else if (before) {
            batch.removedTransactions.push_back(txid);
        }
    }
    for (const auto& [outpoint, before] : m_coinsBefore) {
        if (const StoredCoin* row = coin(outpoint)) {
            batch.coins.push_back(*row);
        } else if (before) {
            batch.removedCoins.push_back(outpoint);
        }
    }
    if (!m_blocksBefore) return;
    batch.appliedBlocks.insert(batch.appliedBlocks.end(), m_applied.begin(), m_applied.end());
    batch.revertedTo = m_revertedTo;
    if (m_scanFrom != m_blocksBefore->scanFrom)
        batch.properties.push_back(numberProperty(kScanFrom, m_scanFrom));
}

void Ledger::accept() {
    m_transactionsBefore.clear();
    m_coinsBefore.clear();
    m_blocksBefore.reset();
    m_revertedTo.reset();
    m_applied.clear();
}

void Ledger::rollback() {
    std::vector<WalletTransaction> restored;
    std::vector<HistoryRow> present;
    for (auto& [txid, before] : m_transactionsBefore) {
        if (const WalletTransaction* row = find(txid)) present.emplace_back(row->sequence, txid);
        if (before) restored.push_back(std::move(*before));
    }
    // Newest away first and oldest back first: rows then move at the end of the history only.
    std::sort(present.rbegin(), present.rend());
    for (const HistoryRow& row : present)
        displace(row.second);
    std::sort(restored.begin(), restored.end(),
              [](const WalletTransaction& a, const WalletTransaction& b) { return a.sequence < b.sequence; });
    for (WalletTransaction& row : restored)
        place(std::move(row));
    for (auto& [outpoint, before] : m_coinsBefore) {
        if (before) {
            placeCoin(std::move(*before));
        } else {
            displaceCoin(outpoint);
        }
    }
    if (m_blocksBefore) {
        m_recent = std::move(m_blocksBefore->recent);
        m_scanFrom = m_blocksBefore->scanFrom;
    }
    accept();
}

void Ledger::remember(const TxId& txid) {
    const WalletTransaction* row = find(txid);
    m_transactionsBefore.try_emplace(txid, row ? std::optional(*row) : std::nullopt);
}

void Ledger::remember(const OutPoint& outpoint) {
    const StoredCoin* row = coin(outpoint);
    m_coinsBefore.try_emplace(outpoint, row ? std::optional(*row) : std::nullopt);
}

void Ledger::rememberBlocks() {
    if (!m_blocksBefore) m_blocksBefore = BlocksBefore{m_recent, m_scanFrom};
}

void Ledger::place(WalletTransaction transaction) {
    const TxId txid = transaction.transaction->txid();
    m_lastSequence = std::max(m_lastSequence, transaction.sequence);
    const auto found = m_transactions.find(txid);
    if (found != m_transactions.end()) {
        unlist(found->second, &transaction);
        list(transaction);
        found->second = std::move(transaction);
        return;
    }
    for (const primitives::TxIn& input : transaction.transaction->inputs()) {
        if (!input.previous.isNull()) m_spenders.emplace(input.previous, txid);
    }
    list(transaction);
    m_transactions.emplace(txid, std::move(transaction));
}

void Ledger::displace(const TxId& txid) {
    const auto found = m_transactions.find(txid);
    if (found == m_transactions.end()) return;
    for (const primitives::TxIn& input : found->second.transaction->inputs()) {
        const auto [begin, end] = m_spenders.equal_range(input.previous);
        const auto spender =
            std::find_if(begin, end, [&](const auto& entry) { return entry.second == txid; });
        if (spender != end) m_spenders.erase(spender);
    }
    unlist(found->second, nullptr);
    m_absent.erase(txid);
    m_transactions.erase(found);
}

void Ledger::list(const WalletTransaction& transaction) {
    const HistoryRow row{transaction.sequence, transaction.transaction->txid()};
    if (transaction.state == TxState::Confirmed) {
        m_confirmed.emplace(transaction.height, row.second);
    } else {
        m_unconfirmed.insert(row);
    }
    noteChange(row.second);
    if (isProposal(transaction)) m_proposed.insert(row);
    if (isHidden(transaction) || isProposal(transaction)) return;
    for (const HistoryKind kind : {HistoryKind::All, kindOf(transaction)}) {
        Lines& lines = m_history[static_cast<std::size_t>(kind)];
        const auto place = std::lower_bound(lines.begin(), lines.end(), row);
        if (place == lines.end() || *place != row) lines.insert(place, row);
    }
}

void Ledger::unlist(const WalletTransaction& transaction, const WalletTransaction* successor) {
    const HistoryRow row{transaction.sequence, transaction.transaction->txid()};
    m_confirmed.erase({transaction.height, row.second});
    m_unconfirmed.erase(row);
    m_proposed.erase(row);
    noteChange(row.second);
    const bool stays =
        successor && !isHidden(*successor) && !isProposal(*successor) && successor->sequence == row.first;
    for (const HistoryKind kind : {HistoryKind::All, kindOf(transaction)}) {
        if (stays && (kind == HistoryKind::All || kind == kindOf(*successor)))
            continue; // its line stays where it is
        Lines& lines = m_history[static_cast<std::size_t>(kind)];
        const auto shown = std::lower_bound(lines.begin(), lines.end(), row);
        if (shown != lines.end() && *shown == row) lines.erase(shown);
    }
}

const CoinsByAddress& Ledger::byAddress() const {
    if (!m_byAddress) {
        m_byAddress.emplace();
        for (const auto& [outpoint, each] : m_coins)
            m_byAddress->add(each);
    }
    return *m_byAddress;
}

void Ledger::placeCoin(StoredCoin coin) {
    const OutPoint outpoint = coin.coin.outpoint;
    if (m_byAddress) {
        if (const StoredCoin* const before = this->coin(outpoint)) m_byAddress->remove(*before);
        m_byAddress->add(coin);
    }
    if (coin.spentBy) {
        m_unspent.erase(outpoint);
    } else {
        m_unspent.insert(outpoint);
    }
    m_coins.insert_or_assign(outpoint, std::move(coin));
}

void Ledger::displaceCoin(const OutPoint& outpoint) {
    const StoredCoin* const before = m_byAddress ? coin(outpoint) : nullptr;
    if (before != nullptr) m_byAddress->remove(*before);
    m_unspent.erase(outpoint);
    m_coins.erase(outpoint);
}

} // namespace wallet
