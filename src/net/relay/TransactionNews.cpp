#include "net/relay/TransactionNews.h"

#include <algorithm>

namespace net {

TransactionNews::TransactionNews(Options options, bool wtxid, std::uint64_t seed, std::int64_t nowMs)
    : m_options(options), m_wtxid(wtxid), m_dice(seed), m_known(options.maxKnown, m_dice.next()),
      m_nextMs(nowMs + m_dice.waitMs(options.meanMs)) {}

void TransactionNews::knows(const primitives::Transaction& transaction) {
    m_known.add(transaction.txid().view());
    m_known.add(transaction.wtxid().view());
}

bool TransactionNews::isDue(std::int64_t nowMs) {
    if (nowMs < m_nextMs) return false;
    m_nextMs = nowMs + m_dice.waitMs(m_options.meanMs);
    return true;
}

wire::InventoryItem TransactionNews::nameOf(const primitives::Transaction& transaction) const {
    if (m_wtxid) return {wire::ItemKind::WtxId, transaction.wtxid().bytes()};
    return {wire::ItemKind::Transaction, transaction.txid().bytes()};
}

/// The first of those that wait, less what is not told: in order of arrival.
std::vector<TransactionNews::Candidate> TransactionNews::look(const chain::Mempool& mempool,
                                                              std::int64_t feePerKvB) {
    std::vector<Candidate> out;
    while (!m_waiting.empty() && out.size() < m_options.maxLooked) {
        const chain::MempoolEntry* entry = mempool.findByWtxid(m_waiting.front());
        m_waiting.pop_front();
        if (entry == nullptr || m_known.contains(nameOf(*entry->transaction).hash)) continue;
        const std::int64_t worth = mempool.worthPerKvB(*entry);
        if (worth >= feePerKvB) out.push_back({entry, worth});
    }
    return out;
}

std::vector<wire::InventoryItem> TransactionNews::take(const chain::Mempool& mempool,
                                                       std::int64_t feePerKvB) {
    std::vector<Candidate> candidates = look(mempool, feePerKvB);
    std::unordered_map<primitives::TxId, Candidate*> byTxid;
    std::vector<Candidate*> best;
    for (Candidate& candidate : candidates) {
        byTxid.emplace(candidate.entry->transaction->txid(), &candidate);
        best.push_back(&candidate);
    }
    std::ranges::stable_sort(best, std::ranges::greater(), &Candidate::worth);
    std::vector<wire::InventoryItem> out;
    std::vector<Candidate*> line; // a transaction and what it needs before it
    for (Candidate* next : best) {
        line.assign(1, next);
        while (!line.empty() && out.size() < m_options.maxBatch) {
            Candidate* candidate = line.back();
            Candidate* parent = nullptr;
            for (const primitives::TxId& txid : candidate->entry->parents) {
                const auto found = byTxid.find(txid);
                if (found != byTxid.end() && !found->second->isTaken) parent = found->second;
            }
            if (parent != nullptr) {
                line.push_back(parent);
                continue;
            }
            line.pop_back();
            if (std::exchange(candidate->isTaken, true)) continue;
            out.push_back(nameOf(*candidate->entry->transaction));
            m_known.add(out.back().hash);
        }
    }
    for (auto candidate = candidates.rbegin(); candidate != candidates.rend(); ++candidate) {
        if (!candidate->isTaken) m_waiting.push_front(candidate->entry->transaction->wtxid());
    }
    return out;
}

std::vector<wire::Inventory> TransactionNews::all(const chain::Mempool& mempool, std::int64_t feePerKvB) {
    std::vector<wire::Inventory> out;
    for (const chain::MempoolEntry* entry : mempool.entries()) {
        if (mempool.worthPerKvB(*entry) < feePerKvB) continue;
        if (out.empty() || out.back().items.size() == wire::kMaxInventory) out.emplace_back();
        out.back().items.push_back(nameOf(*entry->transaction));
        m_known.add(out.back().items.back().hash);
    }
    m_waiting.clear();
    return out;
}

std::size_t TransactionNews::bytes() const {
    return m_waiting.size() * sizeof(primitives::WtxId) + m_known.bytes();
}

} // namespace net
