#include "net/relay/BlockRelay.h"
#include "support/TestProgram.h"
#include "support/VirtualNet.h"

#include <QtTest>

using support::VirtualNet;
using support::VirtualNode;

namespace {

constexpr std::int64_t kLatencyMs = 20;

/// Ten in a line that have the same 120 blocks.
struct TenInALine {
    explicit TenInALine(std::uint64_t seed) : net(seed) {
        primitives::BlockHash tip = net.params.genesisHash;
        for (int i = 0; i < 120; ++i) {
            past.push_back(net.maker.mineOn(tip, {.time = net.unixTime() - 60 * (120 - i)}));
            tip = support::hashOf(past.back());
        }
        for (int i = 0; i < 10; ++i) {
            nodes.push_back(&net.add<VirtualNode>());
            nodes.back()->give(past);
            if (i > 0) net.connect(*nodes[std::size_t(i)], *nodes[std::size_t(i - 1)], kLatencyMs);
        }
        net.run(5'000);
    }
    bool reachAll(const primitives::BlockHash& hash, std::int64_t ms) {
        return net.runUntil(
            [&] {
                return std::ranges::all_of(
                    nodes, [&](const VirtualNode* node) { return node->chain.tip().hash() == hash; });
            },
            ms);
    }
    VirtualNet net;
    std::vector<primitives::BlockRef> past;
    std::vector<VirtualNode*> nodes;
};

} // namespace

/// Blocks among whole nodes in virtual time.
class BlockNetTest : public QObject {
    Q_OBJECT

private slots:
    /// A block of 1 MB whose transactions are known reaches ten nodes in a line in under half a second, and
    /// no transaction of it travels again.
    void aFullBlockThatIsKnownTravelsAtOnce() {
        TenInALine line(1);
        const auto fan = support::spendAll(support::coinbaseOf(line.past[0]), 100'000, 760);
        QVERIFY(line.nodes.front()->pay(fan));
        for (int i = 0; i < 3; ++i) { // who brings blocks is asked for compact ones
            const auto block = line.nodes.front()->mine();
            QVERIFY(line.reachAll(support::hashOf(block), 10'000));
        }
        for (std::size_t i = 1; i <= 88; ++i) {
            const auto payment = support::spendAll(support::coinbaseOf(line.past[i]), 30'000, 330);
            QVERIFY(line.nodes[i % 10]->pay(payment));
        }
        for (std::uint32_t i = 0; i < 760; i += 38) {
            std::vector<support::Spendable> coins;
            for (std::uint32_t at = i; at < i + 38; ++at)
                coins.push_back(support::outputOf(*fan, at));
            const primitives::Amount value(38 * coins[0].output.value.satoshi() - 20'000);
            QVERIFY(line.nodes[i % 10]->pay(support::spend(coins, {{value, support::testScript()}})));
        }
        const auto allKnow = [&] {
            return std::ranges::all_of(line.nodes,
                                       [](const VirtualNode* node) { return node->mempool.size() == 108; });
        };
        QVERIFY(line.net.runUntil(allKnow, 180'000));
        const std::int64_t bytes = line.net.bytes;
        const auto block = line.nodes.front()->mine();
        QVERIFY(block->size() > 1'000'000);
        QVERIFY2(line.reachAll(support::hashOf(block), 500), "under half a second");
        QVERIFY2(line.net.bytes - bytes < 9 * 5'000, qPrintable(QString::number(line.net.bytes - bytes)));
        QVERIFY(line.net.drops().empty());
    }

    /// What nobody knows travels whole, and everybody has it in the end.
    void aBlockOfUnknownTransactionsComesToo() {
        TenInALine line(2);
        support::BlockPlan plan;
        for (std::size_t i = 0; i < 20; ++i)
            plan.transactions.push_back(support::spendAll(support::coinbaseOf(line.past[i]), 30'000, 330));
        for (int i = 0; i < 3; ++i) {
            plan.time = line.net.unixTime();
            const auto block = line.net.maker.mineOn(line.nodes.front()->chain.tip().hash(), plan);
            line.nodes.front()->give({&block, 1});
            plan.transactions.clear();
            QVERIFY(line.reachAll(support::hashOf(block), 20'000));
        }
        QVERIFY(line.net.drops().empty());
    }
};

CAIRN_TEST(BlockNetTest)
#include "BlockNetTest.moc"
