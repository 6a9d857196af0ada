#include "chain/mempool/MempoolGraph.h"

#include "util/Require.h"

#include <algorithm>
#include <unordered_set>

namespace chain {

namespace {

template <class Next>
std::vector<MempoolNode*> closure(const std::vector<MempoolNode*>& nodes, Next next) {
    std::vector<MempoolNode*> out;
    std::unordered_set<const MempoolNode*> seen;
    const auto reach = [&](MempoolNode* node) {
        if (seen.insert(node).second) out.push_back(node);
    };
    for (MempoolNode* node : nodes)
        reach(node);
    for (std::size_t i = 0; i < out.size(); ++i) {
        for (MempoolNode* node : next(*out[i]))
            reach(node);
    }
    return out;
}

void addTo(MempoolNode::Totals& totals, const MempoolNode& node) {
    ++totals.count;
    totals.vsize += node.entry.transaction->vsize();
    totals.fees += node.entry.modifiedFee().satoshi();
}

void takeFrom(MempoolNode::Totals& totals, const MempoolNode& node) {
    --totals.count;
    totals.vsize -= node.entry.transaction->vsize();
    totals.fees -= node.entry.modifiedFee().satoshi();
}

MempoolNode::Totals totalsOf(const std::vector<MempoolNode*>& nodes) {
    MempoolNode::Totals totals;
    for (const MempoolNode* node : nodes)
        addTo(totals, *node);
    return totals;
}

} // namespace

FeeFraction MempoolNode::worth() const {
    const FeeFraction own = rate();
    const FeeFraction all = descendants.rate();
    return own < all ? all : own;
}

bool MempoolGraph::LessWorth::operator()(const MempoolNode* a, const MempoolNode* b) const {
    const FeeFraction left = a->worth();
    const FeeFraction right = b->worth();
    if (left < right) return true;
    if (right < left) return false;
    return a->arrival > b->arrival; // of two alike the newer goes first
}

std::vector<MempoolNode*> MempoolGraph::withDescendants(const std::vector<MempoolNode*>& nodes) {
    return closure(
        nodes, [](const MempoolNode& node) -> const auto& { return node.children; });
}

std::vector<MempoolNode*> MempoolGraph::withAncestors(const std::vector<MempoolNode*>& nodes) {
    return closure(
        nodes, [](const MempoolNode& node) -> const auto& { return node.parents; });
}

MempoolNode* MempoolGraph::find(const primitives::TxId& txid) const {
    const auto found = m_nodes.find(txid);
    return found == m_nodes.end() ? nullptr : found->second.get();
}

MempoolNode* MempoolGraph::findByWtxid(const primitives::WtxId& wtxid) const {
    const auto found = m_byWtxid.find(wtxid);
    return found == m_byWtxid.end() ? nullptr : found->second;
}

MempoolNode* MempoolGraph::spenderOf(const primitives::OutPoint& outpoint) const {
    const auto found = m_spenders.find(outpoint);
    return found == m_spenders.end() ? nullptr : found->second;
}

std::vector<MempoolNode*> MempoolGraph::parentsOf(const primitives::Transaction& transaction) const {
    std::vector<MempoolNode*> out;
    for (const primitives::TxIn& input : transaction.inputs()) {
        MempoolNode* parent = find(input.previous.txid);
        if (parent != nullptr && std::find(out.begin(), out.end(), parent) == out.end())
            out.push_back(parent);
    }
    return out;
}

/// The sums decide a node's place in the set, so it leaves the set while they change.
template <class Change>
void MempoolGraph::update(MempoolNode& node, Change change) {
    m_byWorth.erase(&node);
    change(node);
    m_byWorth.insert(&node);
}

void MempoolGraph::tie(MempoolNode& parent, MempoolNode& child) {
    parent.children.push_back(&child);
    child.parents.push_back(&parent);
    child.entry.parents.push_back(parent.txid());
}

void MempoolGraph::untie(MempoolNode& parent, MempoolNode& child) {
    std::erase(parent.children, &child);
    std::erase(child.parents, &parent);
    std::erase(child.entry.parents, parent.txid());
}

void MempoolGraph::recount(MempoolNode& node) {
    update(node, [](MempoolNode& counted) {
        counted.ancestors = totalsOf(withAncestors({&counted}));
        counted.descendants = totalsOf(withDescendants({&counted}));
    });
}

void MempoolGraph::addTotals(MempoolNode& node) {
    const std::vector<MempoolNode*> ancestors = withAncestors({&node});
    if (node.children.empty()) {
        node.ancestors = totalsOf(ancestors);
        node.descendants = totalsOf({&node});
        m_byWorth.insert(&node);
        for (std::size_t i = 1; i < ancestors.size(); ++i) {
            update(*ancestors[i], [&node](MempoolNode& ancestor) { addTo(ancestor.descendants, node); });
        }
        return;
    }
    // A parent that came after its children (after a reorganisation): both sides meet for the first time.
    for (MempoolNode* ancestor : ancestors)
        recount(*ancestor);
    for (MempoolNode* descendant : withDescendants(node.children))
        recount(*descendant);
}

void MempoolGraph::subtractTotals(MempoolNode& node) {
    const std::vector<MempoolNode*> ancestors = withAncestors({&node});
    for (std::size_t i = 1; i < ancestors.size(); ++i) {
        update(*ancestors[i], [&node](MempoolNode& ancestor) { takeFrom(ancestor.descendants, node); });
    }
    for (MempoolNode* descendant : withDescendants(node.children)) {
        update(*descendant, [&node](MempoolNode& below) { takeFrom(below.ancestors, node); });
    }
}

MempoolNode& MempoolGraph::add(MempoolEntry entry) {
    auto owned = std::make_unique<MempoolNode>();
    MempoolNode& node = *owned;
    node.entry = std::move(entry);
    node.entry.parents.clear();
    node.arrival = ++m_arrivals;
    const primitives::Transaction& transaction = *node.entry.transaction;
    require(!m_nodes.contains(node.txid()));
    for (MempoolNode* parent : parentsOf(transaction))
        tie(*parent, node);
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        MempoolNode* child = spenderOf({node.txid(), i});
        if (child == nullptr) continue;
        if (std::find(node.children.begin(), node.children.end(), child) == node.children.end())
            tie(node, *child);
    }
    for (const primitives::TxIn& input : transaction.inputs()) {
        require(m_spenders.try_emplace(input.previous, &node).second);
    }
    m_byWtxid.emplace(transaction.wtxid(), &node);
    m_byTime.emplace(node.entry.time, &node);
    m_bytes += static_cast<std::int64_t>(transaction.size());
    m_fees += node.entry.fee;
    m_nodes.emplace(node.txid(), std::move(owned));
    addTotals(node);
    return node;
}

void MempoolGraph::setBonus(MempoolNode& node, primitives::Amount bonus) {
    m_byWorth.erase(&node); // its place follows from its fee
    const std::int64_t before = node.entry.modifiedFee().satoshi();
    node.entry.bonus = bonus;
    m_byWorth.insert(&node);
    const std::int64_t more = node.entry.modifiedFee().satoshi() - before;
    for (MempoolNode* ancestor : withAncestors({&node}))
        update(*ancestor, [more](MempoolNode& above) { above.descendants.fees += more; });
    for (MempoolNode* descendant : withDescendants({&node}))
        update(*descendant, [more](MempoolNode& below) { below.ancestors.fees += more; });
}

void MempoolGraph::remove(MempoolNode& node) {
    const primitives::Transaction& transaction = *node.entry.transaction;
    m_byWorth.erase(&node);
    const bool between = !node.parents.empty() && !node.children.empty();
    const std::vector<MempoolNode*> above =
        between ? withAncestors(node.parents) : std::vector<MempoolNode*>();
    const std::vector<MempoolNode*> below =
        between ? withDescendants(node.children) : std::vector<MempoolNode*>();
    if (!between) subtractTotals(node);
    for (MempoolNode* parent : std::vector(node.parents))
        untie(*parent, node);
    for (MempoolNode* child : std::vector(node.children))
        untie(node, *child);
    for (MempoolNode* other : above)
        recount(*other);
    for (MempoolNode* other : below)
        recount(*other);
    for (const primitives::TxIn& input : transaction.inputs())
        m_spenders.erase(input.previous);
    m_byWtxid.erase(transaction.wtxid());
    m_byTime.erase({node.entry.time, &node});
    m_bytes -= static_cast<std::int64_t>(transaction.size());
    m_fees -= node.entry.fee;
    m_nodes.erase(primitives::TxId(node.txid()));
}

std::vector<MempoolNode*> MempoolGraph::inOrder() const {
    std::vector<MempoolNode*> arrived;
    arrived.reserve(m_nodes.size());
    for (const auto& [txid, node] : m_nodes)
        arrived.push_back(node.get());
    std::sort(arrived.begin(), arrived.end(),
              [](const MempoolNode* a, const MempoolNode* b) { return a->arrival < b->arrival; });
    std::vector<MempoolNode*> out;
    out.reserve(arrived.size());
    std::unordered_set<const MempoolNode*> done;
    for (MempoolNode* node : arrived) {
        if (done.contains(node)) continue;
        // Parents that came later than this child; a parent always has fewer ancestors.
        std::vector<MempoolNode*> family{node};
        const auto isLate = [node](const MempoolNode* parent) { return parent->arrival > node->arrival; };
        if (std::any_of(node->parents.begin(), node->parents.end(), isLate)) {
            family = withAncestors({node});
            std::sort(family.begin(), family.end(), [](const MempoolNode* a, const MempoolNode* b) {
                return a->ancestors.count != b->ancestors.count ? a->ancestors.count < b->ancestors.count
                                                                : a->arrival < b->arrival;
            });
        }
        for (MempoolNode* member : family) {
            if (done.insert(member).second) out.push_back(member);
        }
    }
    return out;
}

} // namespace chain
