#include "node/chain/MempoolCopy.h"

#include <unordered_map>

namespace node {

namespace {

using storage::WaitingTransaction;
using Written = Result<void, storage::StorageError>;

/// A transaction comes behind those it spends from, whenever they were stored (one that a reorganisation
/// brought back is younger than its children); the others keep their order.
std::vector<WaitingTransaction> parentsFirst(const std::vector<WaitingTransaction>& waiting) {
    std::unordered_map<primitives::TxId, std::size_t> places;
    for (std::size_t i = 0; i < waiting.size(); ++i)
        places.emplace(waiting[i].transaction->txid(), i);
    std::vector<bool> isOut(waiting.size());
    std::vector<WaitingTransaction> out;
    out.reserve(waiting.size());
    const auto parentLeft = [&](std::size_t place) -> std::optional<std::size_t> {
        for (const primitives::TxIn& input : waiting[place].transaction->inputs()) {
            const auto parent = places.find(input.previous.txid);
            if (parent != places.end() && !isOut[parent->second]) return parent->second;
        }
        return std::nullopt;
    };
    std::vector<std::size_t> path;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (!isOut[i]) path.push_back(i);
        while (!path.empty()) {
            const std::size_t place = path.back();
            if (const auto parent = parentLeft(place)) {
                path.push_back(*parent);
                continue;
            }
            path.pop_back();
            isOut[place] = true;
            out.push_back(waiting[place]);
        }
    }
    return out;
}

} // namespace

Written MempoolCopy::load() {
    const auto kept = m_store.load();
    if (!kept) return fail(kept.error());
    for (const WaitingTransaction& waiting : *kept)
        m_kept.insert(waiting.transaction->txid());
    for (const WaitingTransaction& waiting : parentsFirst(*kept))
        static_cast<void>(m_mempool.accept(waiting.transaction, waiting.time));
    return {};
}

Written MempoolCopy::keep(const chain::MempoolChange& change) {
    Added added;
    Removed removed;
    for (const primitives::TransactionRef& transaction : change.added) {
        const chain::MempoolEntry* entry = m_mempool.find(transaction->txid());
        if (entry != nullptr && !m_kept.contains(transaction->txid()))
            added.push_back({transaction, entry->time});
    }
    for (const chain::MempoolRemoval& left : change.removed) {
        if (m_kept.contains(left.txid)) removed.push_back(left.txid);
    }
    return write(added, removed);
}

Written MempoolCopy::save() {
    Added added;
    Removed removed;
    for (const chain::MempoolEntry* entry : m_mempool.entries()) {
        if (!m_kept.contains(entry->transaction->txid())) added.push_back({entry->transaction, entry->time});
    }
    for (const primitives::TxId& txid : m_kept) {
        if (m_mempool.find(txid) == nullptr) removed.push_back(txid);
    }
    return write(added, removed);
}

Written MempoolCopy::write(const Added& added, const Removed& removed) {
    if (auto written = m_store.update(added, removed); !written) return written;
    for (const primitives::TxId& txid : removed)
        m_kept.erase(txid);
    for (const WaitingTransaction& waiting : added)
        m_kept.insert(waiting.transaction->txid());
    return {};
}

} // namespace node
