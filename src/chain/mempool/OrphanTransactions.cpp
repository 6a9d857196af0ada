#include "chain/mempool/OrphanTransactions.h"

#include <algorithm>

namespace chain {

void OrphanTransactions::add(const primitives::TransactionRef& transaction, std::int64_t now) {
    const primitives::WtxId& wtxid = transaction->wtxid();
    if (m_maxCount == 0 || transaction->weight() > m_maxWeight || m_byWtxid.contains(wtxid)) return;
    expire(now);
    if (m_orphans.size() >= m_maxCount) remove(m_orphans.begin());
    m_byWtxid.emplace(wtxid, m_orphans.insert(m_orphans.end(), {transaction, now}));
    for (const primitives::TxIn& input : transaction->inputs()) {
        auto& children = m_children[input.previous.txid];
        if (std::find(children.begin(), children.end(), wtxid) == children.end()) children.push_back(wtxid);
    }
}

std::vector<primitives::TransactionRef> OrphanTransactions::childrenOf(const primitives::TxId& parent) const {
    std::vector<primitives::TransactionRef> out;
    const auto children = m_children.find(parent);
    if (children == m_children.end()) return out;
    for (const primitives::WtxId& wtxid : children->second)
        out.push_back(m_byWtxid.at(wtxid)->transaction);
    return out;
}

void OrphanTransactions::remove(const primitives::WtxId& wtxid) {
    if (const auto found = m_byWtxid.find(wtxid); found != m_byWtxid.end()) remove(found->second);
}

void OrphanTransactions::remove(Place place) {
    const primitives::TransactionRef transaction = place->transaction;
    for (const primitives::TxIn& input : transaction->inputs()) {
        const auto children = m_children.find(input.previous.txid);
        if (children == m_children.end()) continue;
        std::erase(children->second, transaction->wtxid());
        if (children->second.empty()) m_children.erase(children);
    }
    m_byWtxid.erase(transaction->wtxid());
    m_orphans.erase(place);
}

void OrphanTransactions::expire(std::int64_t now) {
    while (!m_orphans.empty() && m_orphans.front().time + m_maxSeconds < now)
        remove(m_orphans.begin());
}

std::vector<primitives::TransactionRef> OrphanTransactions::all() const {
    std::vector<primitives::TransactionRef> out;
    for (const Orphan& orphan : m_orphans)
        out.push_back(orphan.transaction);
    return out;
}

} // namespace chain
