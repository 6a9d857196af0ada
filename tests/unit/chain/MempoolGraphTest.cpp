#include "chain/mempool/MempoolGraph.h"
#include "chain/mempool/PackageSelection.h"
#include "support/TestProgram.h"

#include "support/RegtestChain.h"

#include <random>

using chain::MempoolGraph;
using chain::MempoolNode;
using primitives::OutPoint;
using primitives::TransactionRef;

namespace {

/// A transaction that spends these outpoints and has `outputs` outputs; nobody checks it.
TransactionRef making(const std::vector<OutPoint>& spent, std::size_t outputs, std::uint32_t number) {
    primitives::TransactionParts parts;
    for (const OutPoint& point : spent)
        parts.inputs.push_back({point, {}, 0, {}});
    parts.outputs.assign(outputs, {primitives::Amount(1), support::testScript()});
    parts.lockTime = number;
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

chain::MempoolEntry entryOf(const TransactionRef& transaction, std::int64_t fee) {
    chain::MempoolEntry entry;
    entry.transaction = transaction;
    entry.fee = primitives::Amount(fee);
    entry.sigOpCost = 4;
    return entry;
}

OutPoint coin(std::uint32_t number) {
    return {primitives::TxId(), number};
}
OutPoint outputOf(const TransactionRef& transaction, std::uint32_t index = 0) {
    return {transaction->txid(), index};
}

bool totalsFit(const MempoolNode::Totals& totals, const std::vector<MempoolNode*>& nodes) {
    MempoolNode::Totals wanted;
    for (const MempoolNode* node : nodes) {
        ++wanted.count;
        wanted.vsize += node->entry.transaction->vsize();
        wanted.fees += node->entry.fee.satoshi();
    }
    return totals.count == wanted.count && totals.vsize == wanted.vsize && totals.fees == wanted.fees;
}

/// Every sum, tie and order, computed anew.
void checkAll(const MempoolGraph& graph) {
    std::int64_t bytes = 0, fees = 0;
    std::set<primitives::TxId> seen;
    const MempoolNode* least = nullptr;
    for (MempoolNode* node : graph.inOrder()) {
        QVERIFY(totalsFit(node->ancestors, MempoolGraph::withAncestors({node})));
        QVERIFY(totalsFit(node->descendants, MempoolGraph::withDescendants({node})));
        QCOMPARE(node->entry.parents.size(), node->parents.size());
        for (const MempoolNode* parent : node->parents)
            QVERIFY(seen.contains(parent->txid()));
        QVERIFY(node->parents == graph.parentsOf(*node->entry.transaction) || node->parents.size() > 1);
        seen.insert(node->txid());
        bytes += static_cast<std::int64_t>(node->entry.transaction->size());
        fees += node->entry.fee.satoshi();
        if (least == nullptr || node->worth() < least->worth()) least = node;
    }
    QCOMPARE(seen.size(), graph.size());
    QCOMPARE(bytes, graph.bytes());
    QCOMPARE(fees, graph.totalFees().satoshi());
    QCOMPARE(least == nullptr, graph.leastWorth() == nullptr);
    if (least != nullptr) QVERIFY(!(least->worth() < graph.leastWorth()->worth()));
}

} // namespace

class MempoolGraphTest : public QObject {
    Q_OBJECT

private slots:
    void tiesParentsThatComeAfterTheirChildren() {
        MempoolGraph graph;
        const auto parent = making({coin(1)}, 2, 0);
        const auto child = making({outputOf(parent, 0), outputOf(parent, 1)}, 1, 0);
        const auto grandchild = making({outputOf(child)}, 1, 0);
        graph.add(entryOf(grandchild, 3));
        graph.add(entryOf(parent, 1));
        graph.add(entryOf(child, 2));
        checkAll(graph);
        QCOMPARE(graph.find(grandchild->txid())->ancestors.count, std::size_t(3));
        QCOMPARE(graph.find(parent->txid())->descendants.fees, 6);
        graph.remove(*graph.find(child->txid())); // between the two
        checkAll(graph);
        QCOMPARE(graph.find(grandchild->txid())->ancestors.count, std::size_t(1));
        QVERIFY(graph.find(grandchild->txid())->entry.parents.empty());
    }

    void keepsItsSums() {
        const auto seed = static_cast<std::uint32_t>(std::random_device()());
        qInfo("seed %d", static_cast<int>(seed));
        std::mt19937 random(seed);
        MempoolGraph graph;
        std::vector<TransactionRef> all;
        std::vector<OutPoint> free;
        for (std::uint32_t i = 0; i < 30; ++i)
            free.push_back(coin(i));
        for (std::uint32_t i = 0; i < 600; ++i) {
            if (random() % 3 != 0 || all.empty()) {
                std::vector<OutPoint> spent;
                for (auto inputs = 1 + random() % 3; inputs > 0 && !free.empty(); --inputs) {
                    std::swap(free[random() % free.size()], free.back());
                    spent.push_back(free.back());
                    free.pop_back();
                }
                if (spent.empty()) continue;
                all.push_back(making(spent, 1 + random() % 3, i));
                for (std::uint32_t n = 0; n < all.back()->outputs().size(); ++n)
                    free.push_back(outputOf(all.back(), n));
                graph.add(entryOf(all.back(), static_cast<std::int64_t>(random() % 1'000)));
            } else {
                MempoolNode* node = graph.find(all[random() % all.size()]->txid());
                if (node == nullptr) continue;
                if (random() % 2 == 0) {
                    graph.remove(*node); // confirmed, or somewhere in the middle
                } else {
                    auto family = MempoolGraph::withDescendants({node});
                    std::reverse(family.begin(), family.end());
                    for (MempoolNode* member : family)
                        graph.remove(*member);
                }
            }
            if (i % 20 == 0) checkAll(graph);
        }
        checkAll(graph);
    }

    void selectsPackagesByTheirRate() {
        MempoolGraph graph;
        const auto poor = making({coin(1)}, 2, 0);
        const auto rich = making({outputOf(poor)}, 1, 0);     // pays for its parent
        const auto other = making({outputOf(poor, 1)}, 1, 1); // does not any more, once the parent is in
        const auto middle = making({coin(2)}, 1, 0);
        const auto low = making({coin(3)}, 1, 0);
        graph.add(entryOf(poor, 100));
        graph.add(entryOf(rich, 5'000));
        graph.add(entryOf(other, 1'500));
        graph.add(entryOf(middle, 1'200));
        graph.add(entryOf(low, 10));
        const auto select = [&graph](chain::BlockRoom room) {
            std::vector<TransactionRef> out;
            for (const MempoolNode* node : chain::selectPackages(graph, room))
                out.push_back(node->entry.transaction);
            return out;
        };
        QVERIFY(select({4'000'000, 100, 80'000}) == (std::vector{poor, rich, other, middle, low}));
        QVERIFY(select({4'000'000, 2, 80'000}) == (std::vector{poor, rich}));
        QVERIFY(select({4'000'000, 100, 12}) == (std::vector{poor, rich, other}));
        // The best package does not fit any more: what does is taken.
        QVERIFY(select({4'000'000, 1, 80'000}) == std::vector{middle});
        QVERIFY(select({middle->weight(), 100, 80'000}) == std::vector{middle});
        QVERIFY(select({10, 100, 80'000}).empty());
        QVERIFY(select({0, 0, 0}).empty());
    }

    void neverSelectsAChildWithoutItsParents() {
        std::mt19937 random(11);
        for (int round = 0; round < 50; ++round) {
            MempoolGraph graph;
            std::vector<OutPoint> free;
            for (std::uint32_t i = 0; i < 10; ++i)
                free.push_back(coin(i));
            for (std::uint32_t i = 0; i < 40; ++i) {
                std::swap(free[random() % free.size()], free.back());
                const OutPoint spent = free.back();
                free.pop_back();
                const auto transaction = making({spent}, 1 + random() % 3, i);
                for (std::uint32_t n = 0; n < transaction->outputs().size(); ++n)
                    free.push_back(outputOf(transaction, n));
                graph.add(entryOf(transaction, static_cast<std::int64_t>(random() % 5'000)));
            }
            const auto weight = static_cast<std::int64_t>(random() % 20'000);
            std::int64_t used = 0;
            std::set<const MempoolNode*> chosen;
            for (const MempoolNode* node : chain::selectPackages(graph, {weight, 30, 80'000})) {
                for (const MempoolNode* parent : node->parents)
                    QVERIFY(chosen.contains(parent));
                QVERIFY(chosen.insert(node).second);
                used += node->entry.transaction->weight();
            }
            QVERIFY(used <= weight && chosen.size() <= 30);
            if (weight > 15'000) QVERIFY(chosen.size() > 10);
        }
    }
};

CAIRN_TEST(MempoolGraphTest)
#include "MempoolGraphTest.moc"
