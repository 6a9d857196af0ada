#include "chain/mempool/PackageSelection.h"

#include <algorithm>
#include <queue>
#include <unordered_map>
#include <unordered_set>

namespace chain {

namespace {

/// So many packages in a row that do not fit end the search: the block is as good as full.
constexpr int kMaxMisses = 1'000;

/// A transaction with what its ancestors outside the block add, at the time it was queued.
struct Offer {
    const MempoolNode* node;
    FeeFraction rate;
    bool operator<(const Offer& other) const {
        if (rate < other.rate) return true;
        if (other.rate < rate) return false;
        return node->arrival > other.node->arrival;
    }
};

class Selection {
public:
    explicit Selection(BlockRoom room) : m_room(room) {}

    std::vector<const MempoolNode*> run(const std::vector<MempoolNode*>& nodes) {
        for (const MempoolNode* node : nodes)
            m_offers.push({node, node->ancestors.rate()});
        for (int misses = 0; !m_offers.empty() && misses < kMaxMisses;) {
            const Offer offer = m_offers.top();
            m_offers.pop();
            if (m_chosen.contains(offer.node) || isStale(offer)) continue;
            const std::vector<const MempoolNode*> package = packageOf(*offer.node);
            if (!take(package)) {
                ++misses;
                continue;
            }
            misses = 0;
            for (const MempoolNode* node : package)
                reoffer(*node);
        }
        return std::move(m_order);
    }

private:
    MempoolNode::Totals& totalsOf(const MempoolNode& node) {
        return m_left.try_emplace(&node, node.ancestors).first->second;
    }
    bool isStale(const Offer& offer) {
        const FeeFraction now = totalsOf(*offer.node).rate();
        return now < offer.rate || offer.rate < now;
    }
    /// The ancestors not chosen yet and the node itself, parents first.
    std::vector<const MempoolNode*> packageOf(const MempoolNode& node) const {
        std::vector<const MempoolNode*> out{&node};
        std::unordered_set<const MempoolNode*> seen{&node};
        for (std::size_t i = 0; i < out.size(); ++i) {
            for (const MempoolNode* parent : out[i]->parents) {
                if (!m_chosen.contains(parent) && seen.insert(parent).second) out.push_back(parent);
            }
        }
        std::sort(out.begin(), out.end(), [](const MempoolNode* a, const MempoolNode* b) {
            return a->ancestors.count != b->ancestors.count ? a->ancestors.count < b->ancestors.count
                                                            : a->arrival < b->arrival;
        });
        return out;
    }
    bool take(const std::vector<const MempoolNode*>& package) {
        BlockRoom left = m_room;
        for (const MempoolNode* node : package) {
            left.weight -= node->entry.transaction->weight();
            left.count -= 1;
            left.sigOpCost -= node->entry.sigOpCost;
        }
        if (left.weight < 0 || left.count < 0 || left.sigOpCost < 0) return false;
        m_room = left;
        m_chosen.insert(package.begin(), package.end());
        m_order.insert(m_order.end(), package.begin(), package.end());
        return true;
    }
    /// What builds on a chosen transaction no longer has to bring it along.
    void reoffer(const MempoolNode& chosen) {
        std::vector<const MempoolNode*> below(chosen.children.begin(), chosen.children.end());
        std::unordered_set<const MempoolNode*> seen(below.begin(), below.end());
        for (std::size_t i = 0; i < below.size(); ++i) {
            const MempoolNode& node = *below[i];
            for (const MempoolNode* child : node.children) {
                if (seen.insert(child).second) below.push_back(child);
            }
            if (m_chosen.contains(&node)) continue;
            MempoolNode::Totals& left = totalsOf(node);
            left.fees -= chosen.entry.modifiedFee().satoshi();
            left.vsize -= chosen.entry.transaction->vsize();
            m_offers.push({&node, left.rate()});
        }
    }

    BlockRoom m_room;
    std::priority_queue<Offer> m_offers;
    std::unordered_map<const MempoolNode*, MempoolNode::Totals>
        m_left; ///< ancestors outside the block, with itself
    std::unordered_set<const MempoolNode*> m_chosen;
    std::vector<const MempoolNode*> m_order;
};

} // namespace

std::vector<const MempoolNode*> selectPackages(const MempoolGraph& graph, BlockRoom room) {
    return Selection(room).run(graph.inOrder());
}

} // namespace chain
