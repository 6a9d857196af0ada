#include "consensus/BlockRules.h"
#include "consensus/Difficulty.h"
#include "consensus/MerkleTree.h"
#include "support/Chains.h"
#include "support/MadeBlocks.h"
#include "support/TestProgram.h"

#include <algorithm>
#include <unordered_map>

using support::reasonText;

namespace {

/// A block of the file with its place in the tree.
struct Placed {
    primitives::Block block;
    std::int32_t height = 0;
};
using Tree = std::unordered_map<primitives::BlockHash, Placed>;

/// Needs: parents before children, as Core stored them.
Tree treeOf(std::vector<primitives::Block> blocks) {
    Tree tree;
    for (primitives::Block& block : blocks) {
        const auto parent = tree.find(block.header.previous);
        const std::int32_t height = parent == tree.end() ? 0 : parent->second.height + 1;
        const auto hash = block.header.hash();
        tree.emplace(hash, Placed{std::move(block), height});
    }
    return tree;
}

std::int64_t medianTimeOf(const Tree& tree, primitives::BlockHash hash) {
    std::vector<std::int64_t> times;
    for (auto at = tree.find(hash); at != tree.end() && times.size() < 11; at = tree.find(hash)) {
        times.push_back(at->second.block.header.time);
        hash = at->second.block.header.previous;
    }
    std::sort(times.begin(), times.end());
    return times.empty() ? 0 : times[times.size() / 2];
}

} // namespace

/// Every block that Bitcoin Core stored passes; the same block with a flaw does not.
class RegtestBlocksTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsCoresBlocks_data();
    void acceptsCoresBlocks();
    void refusesChangedBlocks();
};

void RegtestBlocksTest::acceptsCoresBlocks_data() {
    QTest::addColumn<QString>("chain");
    QTest::addColumn<int>("blocks");
    QTest::newRow("basic") << "regtest-basic" << 320;
    QTest::newRow("mixed") << "regtest-mixed" << 700;
}

void RegtestBlocksTest::acceptsCoresBlocks() {
    QFETCH(QString, chain);
    QFETCH(int, blocks);
    const auto file = support::readChainFile(chain + "/blocks.dat");
    NEEDS_DATA(file);
    const auto params = consensus::regtestParams();
    const Tree tree = treeOf(support::blocksOf(*file));
    QVERIFY(static_cast<int>(tree.size()) >= blocks);
    QVERIFY(tree.contains(params.genesisHash));
    for (const auto& [hash, placed] : tree) {
        const primitives::Block& block = placed.block;
        QCOMPARE(reasonText(consensus::checkHeader(block.header, hash, params)), std::string());
        QCOMPARE(reasonText(consensus::checkBlock(block, params)), std::string());
        const auto root = consensus::merkleRoot(block);
        QVERIFY(root.root == block.header.merkleRoot && !root.mutated);
        const std::size_t last = block.transactions.size() - 1;
        const auto& leaf = block.transactions[last]->txid().bytes();
        QVERIFY(consensus::rootFromBranch(leaf, consensus::merkleBranch(block, last), last) ==
                root.root.bytes());
        if (placed.height == 0) continue;
        const auto parent = tree.find(block.header.previous);
        QVERIFY(parent != tree.end());
        const consensus::BlockContext context{placed.height, medianTimeOf(tree, block.header.previous),
                                              parent->second.block.header.time, 0x207fffff};
        QCOMPARE(
            reasonText(consensus::checkHeaderInContext(block.header, context, block.header.time, params)),
            std::string());
        QCOMPARE(reasonText(consensus::checkBlockInContext(block, context, params)), std::string());
    }
}

void RegtestBlocksTest::refusesChangedBlocks() {
    const auto file = support::readChainFile("regtest-basic/blocks.dat");
    NEEDS_DATA(file);
    const auto params = consensus::regtestParams();
    for (primitives::Block block : support::blocksOf(*file)) {
        if (block.transactions.size() < 2) continue;
        std::swap(block.transactions.front(), block.transactions.back());
        QCOMPARE(reasonText(consensus::checkBlock(block, params)), std::string("bad-txnmrklroot"));
        block.header.merkleRoot = consensus::merkleRoot(block).root;
        QCOMPARE(reasonText(consensus::checkBlock(block, params)), std::string("bad-cb-missing"));
    }
}

CAIRN_TEST(RegtestBlocksTest)
#include "RegtestBlocksTest.moc"
