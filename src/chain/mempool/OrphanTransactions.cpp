#include "chain/mempool/OrphanTransactions.h"

#include <algorithm>

namespace chain {

bool OrphanTransactions::add(const primitives::TransactionRef& transaction, std::int64_t now,
                             TransactionOrigin origin) {
    const primitives::WtxId& wtxid = transaction->wtxid();
    if (m_limits.maxCount == 0 || transaction->weight() > m_limits.maxWeight) return false;
    expire(now);
    auto known = m_byWtxid.find(wtxid);
    if (known == m_byWtxid.end()) {
        known = m_byWtxid.emplace(wtxid, m_orphans.insert(m_orphans.end(), {transaction, now, {}})).first;
        m_weight += transaction->weight();
        for (const primitives::TxIn& input : transaction->inputs()) {
            auto& children = m_children[input.previous.txid];
            if (std::ranges::find(children, wtxid) == children.end()) children.push_back(wtxid);
        }
    }
    std::vector<TransactionOrigin>& origins = known->second->origins;
    if (std::ranges::find(origins, origin) != origins.end()) return false;
    origins.push_back(origin);
    Share& share = m_shares[origin];
    ++share.count;
    share.weight += transaction->weight();
    makeRoom();
    return m_byWtxid.contains(wtxid);
}

/// What the largest share is, is measured by the scarcer of number and weight.
void OrphanTransactions::makeRoom() {
    while (m_orphans.size() > m_limits.maxCount || m_weight > m_limits.maxTotalWeight) {
        const auto partOf = [this](const Share& share) {
            return std::max(static_cast<double>(share.count) / static_cast<double>(m_limits.maxCount),
                            static_cast<double>(share.weight) / static_cast<double>(m_limits.maxTotalWeight));
        };
        const auto largest =
            std::ranges::max_element(m_shares, {}, [&](const auto& item) { return partOf(item.second); });
        const TransactionOrigin origin = largest->first;
        leave(std::ranges::find_if(m_orphans,
                                   [origin](const Orphan& orphan) {
                                       return std::ranges::find(orphan.origins, origin) !=
                                              orphan.origins.end();
                                   }),
              origin);
    }
}

primitives::TransactionRef OrphanTransactions::find(const primitives::WtxId& wtxid) const {
    const auto found = m_byWtxid.find(wtxid);
    return found != m_byWtxid.end() ? found->second->transaction : nullptr;
}

TransactionOrigin OrphanTransactions::originOf(const primitives::WtxId& wtxid) const {
    const auto found = m_byWtxid.find(wtxid);
    return found != m_byWtxid.end() ? found->second->origins.front() : 0;
}

std::vector<OrphanInfo> OrphanTransactions::all() const {
    std::vector<OrphanInfo> out;
    for (const Orphan& orphan : m_orphans)
        out.push_back({orphan.transaction, orphan.origins});
    return out;
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
    while (place->origins.size() > 1)
        leave(place, place->origins.back());
    leave(place, place->origins.front());
}

/// One of those that brought it no longer counts; without any it goes.
void OrphanTransactions::leave(Place place, TransactionOrigin origin) {
    const primitives::TransactionRef transaction = place->transaction;
    const auto share = m_shares.find(origin);
    share->second.weight -= transaction->weight();
    if (--share->second.count == 0) m_shares.erase(share);
    std::erase(place->origins, origin);
    if (!place->origins.empty()) return;
    for (const primitives::TxIn& input : transaction->inputs()) {
        const auto children = m_children.find(input.previous.txid);
        if (children == m_children.end()) continue;
        std::erase(children->second, transaction->wtxid());
        if (children->second.empty()) m_children.erase(children);
    }
    m_byWtxid.erase(transaction->wtxid());
    m_orphans.erase(place);
    m_weight -= transaction->weight();
}

void OrphanTransactions::forget(TransactionOrigin origin) {
    if (!m_shares.contains(origin)) return;
    for (auto orphan = m_orphans.begin(); orphan != m_orphans.end();) {
        const Place place = orphan++;
        if (std::ranges::find(place->origins, origin) != place->origins.end()) leave(place, origin);
    }
}

void OrphanTransactions::expire(std::int64_t now) {
    while (!m_orphans.empty() && m_orphans.front().time + m_limits.maxSeconds < now)
        remove(m_orphans.begin());
}

} // namespace chain
