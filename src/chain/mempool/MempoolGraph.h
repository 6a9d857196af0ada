#pragma once

#include "chain/mempool/FeeFraction.h"
#include "chain/mempool/Mempool.h"

#include <set>
#include <unordered_map>

namespace chain {

/// A waiting transaction among the others. Sums are kept up to date by the graph and count the transaction
/// itself.
struct MempoolNode {
    struct Totals {
        std::size_t count = 0;
        std::int64_t vsize = 0;
        std::int64_t fees = 0;
        [[nodiscard]] FeeFraction rate() const { return {fees, vsize}; }
    };
    MempoolEntry entry;
    std::uint64_t arrival = 0;
    std::vector<MempoolNode*> parents;
    std::vector<MempoolNode*> children;
    Totals ancestors;
    Totals descendants;

    [[nodiscard]] const primitives::TxId& txid() const { return entry.transaction->txid(); }
    [[nodiscard]] FeeFraction rate() const {
        return {entry.modifiedFee().satoshi(), entry.transaction->vsize()};
    }
    /// What a miner would lose without it and what builds on it: the better of its own rate and that with
    /// descendants.
    [[nodiscard]] FeeFraction worth() const;
};

/// The waiting transactions with who spends whom. No two spend one coin. Owned by Mempool. Thread: node.
class MempoolGraph {
public:
    [[nodiscard]] MempoolNode* find(const primitives::TxId& txid) const;
    [[nodiscard]] MempoolNode* findByWtxid(const primitives::WtxId& wtxid) const;
    [[nodiscard]] MempoolNode* spenderOf(const primitives::OutPoint& outpoint) const;
    /// The transactions here that `transaction` spends from, each once.
    [[nodiscard]] std::vector<MempoolNode*> parentsOf(const primitives::Transaction& transaction) const;

    /// Adds a transaction and ties it to those it spends from and those that spend from it.
    /// Needs: it is not here, and neither is another spender of its inputs.
    MempoolNode& add(MempoolEntry entry);
    /// Changes what a transaction counts as paying more than it does.
    void setBonus(MempoolNode& node, primitives::Amount bonus);
    /// Takes out one transaction; what builds on it stays.
    void remove(MempoolNode& node);

    /// The nodes and all that build on them (or all they build on), each once, itself first.
    [[nodiscard]] static std::vector<MempoolNode*> withDescendants(const std::vector<MempoolNode*>& nodes);
    [[nodiscard]] static std::vector<MempoolNode*> withAncestors(const std::vector<MempoolNode*>& nodes);

    /// The one whose loss costs a miner least; null when empty.
    [[nodiscard]] MempoolNode* leastWorth() const { return m_byWorth.empty() ? nullptr : *m_byWorth.begin(); }
    /// The one that came first by its time; null when empty.
    [[nodiscard]] MempoolNode* oldest() const {
        return m_byTime.empty() ? nullptr : m_byTime.begin()->second;
    }
    /// All, parents before children, else in order of arrival.
    [[nodiscard]] std::vector<MempoolNode*> inOrder() const;
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }
    [[nodiscard]] primitives::Amount totalFees() const { return m_fees; }

private:
    struct LessWorth {
        bool operator()(const MempoolNode* a, const MempoolNode* b) const;
    };
    void tie(MempoolNode& parent, MempoolNode& child);
    void untie(MempoolNode& parent, MempoolNode& child);
    void recount(MempoolNode& node);
    void addTotals(MempoolNode& node);
    void subtractTotals(MempoolNode& node);
    template <class Change>
    void update(MempoolNode& node, Change change);

    std::unordered_map<primitives::TxId, std::unique_ptr<MempoolNode>> m_nodes;
    std::unordered_map<primitives::WtxId, MempoolNode*> m_byWtxid;
    std::unordered_map<primitives::OutPoint, MempoolNode*> m_spenders;
    std::set<MempoolNode*, LessWorth> m_byWorth;
    std::set<std::pair<std::int64_t, MempoolNode*>> m_byTime;
    std::uint64_t m_arrivals = 0;
    std::int64_t m_bytes = 0;
    primitives::Amount m_fees;
};

} // namespace chain
