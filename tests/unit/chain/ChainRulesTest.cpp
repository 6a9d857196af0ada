// Blocks at the edge of the rules that must be taken. Those that must not: InvalidBlocksTest.
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"
#include "support/TestProgram.h"

using primitives::Amount;
using primitives::Block;
using primitives::BlockHash;
using primitives::BlockRef;
using primitives::TransactionParts;
using primitives::TransactionRef;
using support::hashOf;
using support::Spendable;

namespace {

constexpr int kReady = 20; ///< blocks before the one that is tried; coinbases 1 to 11 are ripe after them

/// Twenty blocks and what the test's blocks are made from.
struct ChainRulesBench {
    ChainRulesBench() : memory(support::easyCard()), maker(memory.params) {
        blocks = maker.mineMany(memory.params.genesisHash, kReady);
        for (const BlockRef& block : blocks)
            require(memory->acceptBlock(block).has_value());
    }
    /// The coinbase output of block `height`.
    [[nodiscard]] Spendable coinbase(std::size_t height) const {
        return support::coinbaseOf(blocks.at(height - 1));
    }
    Block draft(std::vector<TransactionRef> transactions, std::int64_t fees = 0) {
        return maker.draft(hashOf(blocks.back()),
                           {.transactions = std::move(transactions), .fees = Amount(fees)});
    }
    QString reasonFor(const BlockRef& block) {
        const auto accepted = memory->acceptBlock(block);
        if (accepted) return "accepted";
        const auto* rejection = std::get_if<consensus::Rejection>(&accepted.error());
        return rejection != nullptr ? QString::fromStdString(consensus::toString(*rejection)) : "disk";
    }

    support::MemoryChain memory;
    support::RegtestChain maker;
    std::vector<BlockRef> blocks;
};

TransactionParts paying(const Spendable& from, std::int64_t fee, std::uint32_t sequence = 0xfffffffe) {
    TransactionParts parts;
    parts.inputs.push_back({from.outpoint, {}, sequence, {}});
    parts.outputs.push_back({from.output.value - Amount(fee), support::testScript()});
    return parts;
}

} // namespace

class ChainRulesTest : public QObject {
    Q_OBJECT

private slots:
    void takesLocksThatAreReached() {
        ChainRulesBench bench;
        TransactionParts byHeight = paying(bench.coinbase(1), 0);
        byHeight.lockTime = kReady;
        TransactionParts byTime = paying(bench.coinbase(2), 0);
        byTime.lockTime = static_cast<std::uint32_t>(bench.memory->tip().medianTime()) - 1;
        const TransactionParts relative = paying(bench.coinbase(11), 0, kReady + 1 - 11);
        const std::vector<TransactionRef> transactions = {support::signAll(byHeight, {bench.coinbase(1)}),
                                                          support::signAll(byTime, {bench.coinbase(2)}),
                                                          support::signAll(relative, {bench.coinbase(11)})};
        QCOMPARE(bench.reasonFor(bench.maker.solve(bench.draft(transactions))), QString("accepted"));
    }

    void takesChainsOfPaymentsWithinABlock() {
        ChainRulesBench bench;
        const auto parent = support::spendAll(bench.coinbase(1), 100, 2);
        const auto child =
            support::spend({support::outputOf(*parent, 0), support::outputOf(*parent, 1)},
                           {{Amount(1'000), support::testScript()}, {Amount(0), {0x6a, 0x01, 0x05}}});
        const std::int64_t fees = bench.coinbase(1).output.value.satoshi() - 1'000;
        const auto block = bench.maker.solve(bench.draft({parent, child}, fees));
        const auto accepted = bench.memory->acceptBlock(block);
        QVERIFY(accepted);
        QCOMPARE(accepted->change.connected[0].fees.satoshi(), fees);
        QCOMPARE(accepted->change.connected[0].undo->spent.size(), std::size_t(2));
        QVERIFY(!*bench.memory->coin(support::outputOf(*parent, 0).outpoint));
        QVERIFY(*bench.memory->coin(support::outputOf(*child, 0).outpoint));
        QVERIFY(!*bench.memory->coin(support::outputOf(*child, 1).outpoint)); // OP_RETURN is no coin
        QCOMPARE(bench.memory->tip().facts.fees.satoshi(), fees);
        QVERIFY(bench.memory->invalidate(hashOf(block)));
        QVERIFY(*bench.memory->coin(bench.coinbase(1).outpoint));
        QVERIFY(!*bench.memory->coin(support::outputOf(*child, 0).outpoint));
    }
};

CAIRN_TEST(ChainRulesTest)
#include "ChainRulesTest.moc"
