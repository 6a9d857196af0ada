// Blocks that break one rule each: the reason, who is blamed, and that nothing else changes.
#include "script/ScriptError.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

#include <QtTest>

using primitives::Amount;
using primitives::Block;
using primitives::BlockHash;
using primitives::BlockRef;
using primitives::TransactionParts;
using primitives::TransactionRef;
using support::Spendable;

namespace {

constexpr int kReady = 20; ///< blocks before the one that is tried; coinbases 1 to 11 are ripe after them

BlockHash hashOf(const BlockRef& block) {
    return block->header.hash();
}

/// Twenty blocks and what the test's blocks are made from.
struct Bench {
    Bench() : memory(support::easyCard()), maker(memory.params) {
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
    Block draftWith(TransactionParts parts, const Spendable& from) {
        return draft({support::signAll(std::move(parts), {from})});
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

struct Case {
    const char* name;
    std::string reason;
    std::function<Block(Bench&)> make;
};

std::vector<Case> spendingCases() {
    return {
        {"a coin that never was", "bad-txns-inputs-missingorspent",
         [](Bench& bench) {
             Spendable from = bench.coinbase(1);
             from.outpoint.index = 7;
             return bench.draft({support::spendAll(from, 0)});
         }},
        {"one coin twice", "bad-txns-inputs-missingorspent",
         [](Bench& bench) {
             return bench.draft(
                 {support::spendAll(bench.coinbase(1), 0), support::spendAll(bench.coinbase(1), 1)}, 1);
         }},
        {"a child before its parent", "bad-txns-inputs-missingorspent",
         [](Bench& bench) {
             const auto parent = support::spendAll(bench.coinbase(1), 0);
             return bench.draft({support::spendAll(support::outputOf(*parent), 0), parent});
         }},
        {"genesis' output", "bad-txns-inputs-missingorspent",
         [](Bench& bench) {
             return bench.draft({support::spendAll(support::coinbaseOf(bench.memory.params.genesis), 0)});
         }},
        {"a coinbase that is not ripe", "bad-txns-premature-spend-of-coinbase",
         [](Bench& bench) { return bench.draft({support::spendAll(bench.coinbase(12), 0)}); }},
        {"its own coinbase", "bad-txns-premature-spend-of-coinbase",
         [](Bench& bench) {
             Block block = bench.draft({});
             const Spendable own = support::outputOf(*block.transactions[0]);
             block.transactions.push_back(std::make_shared<const primitives::Transaction>(paying(own, 0)));
             block.header.merkleRoot = consensus::merkleRoot(block).root;
             return block;
         }},
        {"more out than in", "bad-txns-in-belowout",
         [](Bench& bench) { return bench.draft({support::spendAll(bench.coinbase(1), -1)}); }},
        {"too much for the miner", "bad-cb-amount", [](Bench& bench) { return bench.draft({}, 1); }},
        {"more than the fees for the miner", "bad-cb-amount",
         [](Bench& bench) { return bench.draft({support::spendAll(bench.coinbase(1), 500)}, 501); }},
        {"a signature by another key",
         consensus::toString({consensus::Reject::Script, script::describe(script::ScriptError::EqualVerify)}),
         [](Bench& bench) {
             const Spendable from = bench.coinbase(1);
             return bench.draft({support::spend({from}, {from.output}, 2)});
         }},
    };
}

std::vector<Case> lockCases() {
    return {
        {"a lock time of its own height", "bad-txns-nonfinal",
         [](Bench& bench) {
             TransactionParts parts = paying(bench.coinbase(1), 0);
             parts.lockTime = kReady + 1;
             return bench.draftWith(std::move(parts), bench.coinbase(1));
         }},
        {"a lock time of the median time", "bad-txns-nonfinal",
         [](Bench& bench) {
             TransactionParts parts = paying(bench.coinbase(1), 0);
             parts.lockTime = static_cast<std::uint32_t>(bench.memory->tip().medianTime());
             return bench.draftWith(std::move(parts), bench.coinbase(1));
         }},
        {"one block too early for a relative lock", "bad-txns-nonfinal",
         [](Bench& bench) {
             return bench.draftWith(paying(bench.coinbase(11), 0, kReady + 1 - 11 + 1), bench.coinbase(11));
         }},
        {"too early for a relative time", "bad-txns-nonfinal",
         [](Bench& bench) {
             return bench.draftWith(paying(bench.coinbase(11), 0, (1U << 22) | 1U), bench.coinbase(11));
         }},
        {"the height of another block", "bad-cb-height",
         [](Bench& bench) {
             Block block = bench.draft({});
             const Amount pay = block.transactions[0]->outputs()[0].value;
             support::RegtestChain::setCoinbase(
                 block, bench.maker.coinbaseParts(kReady, pay, support::testScript()));
             return block;
         }},
        {"two coinbases", "bad-cb-multiple",
         [](Bench& bench) {
             Block block = bench.draft({});
             block.transactions.push_back(bench.blocks[0]->transactions[0]);
             block.header.merkleRoot = consensus::merkleRoot(block).root;
             return block;
         }},
        {"no coinbase", "bad-cb-missing",
         [](Bench& bench) {
             Block block = bench.draft({support::spendAll(bench.coinbase(1), 0)});
             block.transactions.erase(block.transactions.begin());
             block.header.merkleRoot = consensus::merkleRoot(block).root;
             return block;
         }},
        {"a transaction without outputs", "bad-txns-vout-empty",
         [](Bench& bench) { return bench.draft({support::spend({bench.coinbase(1)}, {})}); }},
        {"too many signature operations", "bad-blk-sigops",
         [](Bench& bench) {
             const util::Bytes script(9'000, static_cast<std::uint8_t>(script::Opcode::CheckSig));
             const Spendable from = bench.coinbase(1);
             return bench.draft(
                 {support::spend({from}, {{Amount(0), script}, {Amount(0), script}, {Amount(0), script}})});
         }},
    };
}

std::vector<Case> mutations() {
    return {
        {"another Merkle root", "bad-txnmrklroot",
         [](Bench& bench) {
             Block block = bench.draft({support::spendAll(bench.coinbase(1), 0)});
             block.transactions.pop_back();
             return block;
         }},
        {"the last transaction doubled", "bad-txns-duplicate",
         [](Bench& bench) {
             Block block = bench.draft(
                 {support::spendAll(bench.coinbase(1), 0), support::spendAll(bench.coinbase(2), 0)});
             block.transactions.push_back(block.transactions.back());
             return block;
         }},
        {"a witness taken away", "bad-witness-merkle-match",
         [](Bench& bench) {
             Block block = bench.draft({support::spendAll(bench.coinbase(1), 0)});
             TransactionParts parts = block.transactions[1]->parts();
             parts.inputs[0].witness.clear();
             block.transactions[1] = std::make_shared<const primitives::Transaction>(std::move(parts));
             return block;
         }},
        {"a witness nobody committed to", "unexpected-witness",
         [](Bench& bench) {
             Block block = bench.draft({});
             TransactionParts parts = block.transactions[0]->parts();
             parts.inputs[0].witness = {{1}};
             block.transactions[0] = std::make_shared<const primitives::Transaction>(std::move(parts));
             return block;
         }},
    };
}

} // namespace

class ChainRulesTest : public QObject {
    Q_OBJECT

private slots:
    void refuses_data() {
        QTest::addColumn<int>("list");
        QTest::addColumn<int>("index");
        const std::vector<Case> lists[] = {spendingCases(), lockCases()};
        for (int list = 0; list < 2; ++list) {
            for (std::size_t i = 0; i < lists[list].size(); ++i) {
                QTest::newRow(lists[list][i].name) << list << static_cast<int>(i);
            }
        }
    }

    void refuses() {
        QFETCH(int, list);
        QFETCH(int, index);
        const Case tried = (list == 0 ? spendingCases() : lockCases()).at(static_cast<std::size_t>(index));
        Bench bench;
        const auto coins = bench.memory.coins.coins();
        const BlockRef block = bench.maker.solve(tried.make(bench));
        const auto tested = bench.memory->testBlock(*block);
        QVERIFY(!tested);
        QCOMPARE(QString::fromStdString(consensus::toString(tested.error())),
                 QString::fromStdString(tried.reason));
        QCOMPARE(bench.reasonFor(block), QString::fromStdString(tried.reason));
        QVERIFY(bench.memory.coins.coins() == coins);
        QVERIFY(bench.memory->tip().hash() == hashOf(bench.blocks.back()));
        QCOMPARE(bench.reasonFor(block), QString("duplicate-invalid"));
        QCOMPARE(bench.reasonFor(bench.maker.mineOn(block)), QString("bad-prevblk"));
        bench.memory.reopen();
        QVERIFY(bench.memory->headers().find(hashOf(block))->record.status == chain::BlockStatus::Invalid);
        QCOMPARE(bench.reasonFor(bench.maker.mineOn(bench.blocks.back())), QString("accepted"));
    }

    void blamesNoHeaderForItsMutatedBody_data() {
        QTest::addColumn<int>("index");
        const auto cases = mutations();
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].name) << static_cast<int>(i);
    }

    void blamesNoHeaderForItsMutatedBody() {
        QFETCH(int, index);
        const Case tried = mutations().at(static_cast<std::size_t>(index));
        Bench bench;
        const BlockRef block = bench.maker.solve(tried.make(bench));
        QCOMPARE(bench.reasonFor(block), QString::fromStdString(tried.reason));
        QCOMPARE(bench.reasonFor(block), QString::fromStdString(tried.reason));
        const chain::HeaderEntry* entry = bench.memory->headers().find(hashOf(block));
        QVERIFY(entry != nullptr && !entry->isInvalid() && !entry->hasBody());
        QVERIFY(bench.memory->missingBodies(1) == std::vector{hashOf(block)});
    }

    void takesLocksThatAreReached() {
        Bench bench;
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
        Bench bench;
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

QTEST_GUILESS_MAIN(ChainRulesTest)
#include "ChainRulesTest.moc"
