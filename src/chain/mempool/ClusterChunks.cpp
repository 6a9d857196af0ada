#include "chain/mempool/ClusterChunks.h"

#include "chain/mempool/FeeFraction.h"

#include <algorithm>
#include <unordered_map>

namespace chain {

namespace {

constexpr std::size_t kMostSorted = 500;

FeeFraction rateOf(const MempoolChunk& chunk) {
    return {chunk.fee.satoshi(), chunk.weight};
}

void addTo(MempoolChunk& chunk, const MempoolEntry& entry) {
    chunk.transactions.push_back(&entry);
    chunk.fee = primitives::saturatingSum(chunk.fee, entry.modifiedFee());
    chunk.weight += entry.transaction->weight();
}

/// Joins what pays better than what it stands behind.
void append(std::vector<MempoolChunk>& chunks, MempoolChunk next) {
    while (!chunks.empty() && rateOf(chunks.back()) < rateOf(next)) {
        MempoolChunk joined = std::move(chunks.back());
        chunks.pop_back();
        joined.transactions.insert(joined.transactions.end(), next.transactions.begin(),
                                   next.transactions.end());
        joined.fee = primitives::saturatingSum(joined.fee, next.fee);
        joined.weight += next.weight;
        next = std::move(joined);
    }
    chunks.push_back(std::move(next));
}

class ClusterOrder {
public:
    explicit ClusterOrder(const std::vector<const MempoolEntry*>& cluster) : m_cluster(cluster) {
        for (std::size_t i = 0; i < cluster.size(); ++i)
            m_places.emplace(cluster[i]->transaction->txid(), i);
        m_above.resize(cluster.size());
        m_isPlaced.resize(cluster.size());
        for (std::size_t i = 0; i < cluster.size(); ++i)
            gather(i);
    }

    std::vector<MempoolChunk> run() {
        std::vector<MempoolChunk> out;
        for (std::size_t left = m_cluster.size(); left > 0;) {
            MempoolChunk best;
            for (std::size_t i = 0; i < m_cluster.size(); ++i) {
                if (m_isPlaced[i]) continue;
                MempoolChunk offer = offerOf(i);
                const bool isBetter =
                    best.transactions.empty() || rateOf(best) < rateOf(offer) ||
                    (!(rateOf(offer) < rateOf(best)) && offer.transactions.size() < best.transactions.size());
                if (isBetter) best = std::move(offer);
            }
            for (const MempoolEntry* entry : best.transactions)
                m_isPlaced[m_places.at(entry->transaction->txid())] = true;
            left -= best.transactions.size();
            append(out, std::move(best));
        }
        return out;
    }

private:
    /// All that a member builds on and itself, parents first.
    void gather(std::size_t index) {
        std::vector<std::size_t>& above = m_above[index];
        std::vector<bool> seen(m_cluster.size());
        std::vector<std::pair<std::size_t, bool>> open{{index, false}};
        while (!open.empty()) {
            const auto [at, isDone] = open.back();
            open.pop_back();
            if (isDone) {
                above.push_back(at);
                continue;
            }
            if (seen[at]) continue;
            seen[at] = true;
            open.emplace_back(at, true);
            for (const primitives::TxId& parent : m_cluster[at]->parents) {
                if (const auto place = m_places.find(parent); place != m_places.end())
                    open.emplace_back(place->second, false);
            }
        }
    }

    [[nodiscard]] MempoolChunk offerOf(std::size_t index) const {
        MempoolChunk out;
        for (const std::size_t place : m_above[index]) {
            if (!m_isPlaced[place]) addTo(out, *m_cluster[place]);
        }
        return out;
    }

    const std::vector<const MempoolEntry*>& m_cluster;
    std::unordered_map<primitives::TxId, std::size_t> m_places;
    std::vector<std::vector<std::size_t>> m_above;
    std::vector<bool> m_isPlaced;
};

} // namespace

std::vector<MempoolChunk> chunksOf(const std::vector<const MempoolEntry*>& cluster) {
    if (cluster.size() <= kMostSorted) return ClusterOrder(cluster).run();
    std::vector<MempoolChunk> out;
    for (const MempoolEntry* entry : cluster) {
        MempoolChunk alone;
        addTo(alone, *entry);
        append(out, std::move(alone));
    }
    return out;
}

} // namespace chain
