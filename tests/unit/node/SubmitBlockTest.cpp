// What a miner hears who submits a block: Bitcoin Core's words, for every way to be invalid, from the node
// itself.
#include "support/InvalidBlockRows.h"
#include "support/InvalidScripts.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"
#include "util/Log.h"

#include <QDateTime>

using node::BlockSubmission;
using primitives::BlockRef;
using support::RulesBench;
using test::MemoryNode;
using Kind = node::BlockSubmission::Kind;

class SubmitBlockTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void saysWhyABlockIsRefused();
    void answersAsBip22();
    void storesAtOnceWhatComesDuringAnImport();
    void completesACoinbaseWithoutReservedValue();
    void saysNothingOfABlockOnABadBranch();
    void judgesProposals();
    void triesTransactionsWithoutTakingThem();
    void invalidatesAndReconsiders();

private:
    /// A node level with the bench.
    static void feed(MemoryNode& node, RulesBench& bench) {
        for (const BlockRef& block : bench.blocks)
            QCOMPARE(submit(node, block).reason, QString());
    }
    static BlockSubmission submit(MemoryNode& node, const BlockRef& block) {
        return MemoryNode::answer(node->chain().submitBlock(block));
    }
    static primitives::BlockHash tipOf(MemoryNode& node) { return node->chain().status()->tip.hash; }
};

void SubmitBlockTest::initTestCase() {
    util::setLogToStandardError(false);
}

void SubmitBlockTest::saysWhyABlockIsRefused() {
    QTemporaryDir folder;
    const QString logFile = folder.filePath(QStringLiteral("log"));
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    const primitives::BlockHash tip = tipOf(node);
    QVERIFY(util::setLogFile(logFile.toStdString()));
    int count = 0;
    for (const auto& rows :
         {support::invalidHeaders(QDateTime::currentSecsSinceEpoch()), support::invalidBodies(),
          support::invalidInContext(), support::invalidSpends(), support::invalidAmounts(),
          support::invalidOperations(), support::invalidWitnesses(), support::mutatedBodies()}) {
        for (const support::InvalidBlock& row : rows) {
            if (row.needsImpossibleCoins) continue;
            const BlockRef bad = support::spoilt(row, support::solvedBlockOf(row, bench));
            const BlockSubmission outcome = submit(node, bad);
            QVERIFY2(outcome.kind == Kind::Rejected, row.name.c_str());
            QCOMPARE(outcome.reason, QString::fromStdString(row.reason));
            QVERIFY(tipOf(node) == tip);
            ++count;
        }
    }
    QVERIFY(util::setLogFile({}));
    QFile log(logFile);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray text = log.readAll();
    QCOMPARE(text.count(" refused: "), count);
    QVERIFY(text.contains("refused: bad-txns-in-belowout, value in ("));
    QVERIFY(text.contains(
        "refused: block-script-verify-flag-failed (Script failed an OP_EQUALVERIFY operation)"));
    qInfo("%d blocks", count);
    QCOMPARE(submit(node, bench.maker.mineOn(bench.tip())).reason, QString());
}

void SubmitBlockTest::answersAsBip22() {
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    QCOMPARE(submit(node, bench.params().genesis).reason, QStringLiteral("duplicate"));
    QCOMPARE(submit(node, bench.tip()).reason, QStringLiteral("duplicate"));
    QCOMPARE(submit(node, bench.blocks[3]).reason, QStringLiteral("duplicate"));

    const BlockRef next = bench.maker.mineOn(bench.tip());
    const BlockRef orphan = bench.maker.mineOn(next);
    const BlockSubmission early = submit(node, orphan);
    QCOMPARE(early.reason, QStringLiteral("prev-blk-not-found"));
    QVERIFY(early.kind == Kind::Waiting);
    QCOMPARE(submit(node, orphan).reason, QStringLiteral("prev-blk-not-found"));
    QCOMPARE(submit(node, next).reason, QString());
    QVERIFY(tipOf(node) == orphan->header.hash()); // it had been kept
    QCOMPARE(submit(node, orphan).reason, QStringLiteral("duplicate"));

    const BlockRef side = bench.maker.mineOn(bench.tip());
    const BlockSubmission beside = submit(node, side);
    QCOMPARE(beside.reason, QStringLiteral("inconclusive"));
    QVERIFY(beside.kind == Kind::SideChain);
    QCOMPARE(submit(node, side).reason, QStringLiteral("duplicate"));

    const BlockRef greedy = bench.maker.mineOn(orphan, {.fees = primitives::Amount(1)});
    QCOMPARE(submit(node, greedy).reason, QStringLiteral("bad-cb-amount"));
    QCOMPARE(submit(node, greedy).reason, QStringLiteral("duplicate-invalid"));
    QCOMPARE(submit(node, bench.maker.mineOn(greedy)).reason, QStringLiteral("bad-prevblk"));
}

void SubmitBlockTest::storesAtOnceWhatComesDuringAnImport() {
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    QVERIFY(MemoryNode::answer(node->chain().engine().ask([](node::Engine& engine) {
        engine.blocks().beginImport();
        return !engine.health().hasFailed();
    })));
    const BlockRef next = bench.maker.mineOn(bench.tip());
    QCOMPARE(submit(node, next).reason, QString());
    const QTemporaryDir folder;
    const auto stored =
        MemoryNode::answer(node->chain().exportBlocks(folder.filePath(QStringLiteral("stored.dat"))));
    QVERIFY(stored);
    QCOMPARE(*stored, std::int64_t(RulesBench::kHeight) + 2); // with genesis and `next`
}

void SubmitBlockTest::completesACoinbaseWithoutReservedValue() {
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    primitives::Block block =
        *bench.maker.mineOn(bench.tip(), {.transactions = {support::spendAll(bench.coinbase(2), 0)}});
    block.transactions[0] =
        support::changed(block.transactions[0], [](auto& parts) { parts.inputs[0].witness.clear(); });
    QCOMPARE(submit(node, std::make_shared<const primitives::Block>(block)).reason, QString());
    QVERIFY(tipOf(node) == block.header.hash());
}

void SubmitBlockTest::saysNothingOfABlockOnABadBranch() {
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    QCOMPARE(submit(node, bench.maker.mineOn(bench.tip())).reason, QString());
    const BlockRef bad = bench.maker.mineOn(bench.tip(), {.fees = primitives::Amount(1)});
    const BlockRef above = bench.maker.mineOn(bad);
    QCOMPARE(submit(node, bad).reason, QStringLiteral("inconclusive")); // nobody looked closely yet
    const auto tip = tipOf(node);
    QCOMPARE(submit(node, above).reason, QStringLiteral("inconclusive"));
    QVERIFY(tipOf(node) == tip);
    QCOMPARE(submit(node, bad).reason, QStringLiteral("duplicate-invalid"));
    QCOMPARE(submit(node, above).reason, QStringLiteral("duplicate-invalid"));
}

void SubmitBlockTest::judgesProposals() {
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    const auto propose = [&node](primitives::Block block) {
        return MemoryNode::answer(
                   node->chain().proposeBlock(std::make_shared<const primitives::Block>(std::move(block))))
            .reason;
    };
    const auto tip = tipOf(node);
    const primitives::Block good = bench.draft();
    QCOMPARE(propose(good), QString());
    QCOMPARE(propose(bench.draft({}, 1)), QStringLiteral("bad-cb-amount"));
    QCOMPARE(propose(*bench.tip()), QStringLiteral("duplicate"));
    const BlockRef side = bench.maker.mineOn(bench.blocks[bench.blocks.size() - 2]);
    QCOMPARE(propose(*side), QStringLiteral("inconclusive-not-best-prevblk"));
    QCOMPARE(submit(node, side).reason, QStringLiteral("inconclusive"));
    QCOMPARE(propose(*side), QStringLiteral("duplicate-inconclusive"));
    const BlockRef greedy = bench.maker.mineOn(bench.tip(), {.fees = primitives::Amount(1)});
    QCOMPARE(submit(node, greedy).reason, QStringLiteral("bad-cb-amount"));
    QCOMPARE(propose(*greedy), QStringLiteral("duplicate-invalid"));
    QVERIFY(tipOf(node) == tip);
}

void SubmitBlockTest::triesTransactionsWithoutTakingThem() {
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    const auto test = [&node](const primitives::TransactionRef& transaction) {
        return MemoryNode::answer(node->chain().ask(
            [transaction](const node::ChainView& view) { return view.test(*transaction); }));
    };
    const auto good = support::spendAll(bench.coinbase(2), 5'000);
    const auto fee = test(good);
    QVERIFY(fee && fee->satoshi() == 5'000);
    const auto missing = test(support::spendAll(bench.coinbase(1), 5'000));
    QVERIFY(!missing);
    QCOMPARE(consensus::toTestString(missing.error()), std::string("missing-inputs"));
    QCOMPARE(consensus::toString(missing.error()), std::string("bad-txns-inputs-missingorspent"));
    const auto cheap = test(support::spendAll(bench.coinbase(2), 0));
    QCOMPARE(consensus::toTestString(cheap.error()), std::string("min relay fee not met"));
    QCOMPARE(node->chain().mempool()->items.size(), std::size_t(0));
    QVERIFY(MemoryNode::answer(node->chain().submitTransaction(good)));
    QCOMPARE(consensus::toTestString(test(good).error()), std::string("txn-already-in-mempool"));
    QTRY_COMPARE(node->chain().mempool()->items.size(), std::size_t(1));
    QVERIFY(node->chain().mempool()->fees.at(1).basis == chain::FeeEstimate::Basis::Room);
    QCOMPARE(node->chain().mempool()->fees.at(1).feePerKvB, 1'000);
}

void SubmitBlockTest::invalidatesAndReconsiders() {
    RulesBench bench;
    MemoryNode node(false);
    QVERIFY(node.start());
    feed(node, bench);
    const auto middle = bench.blocks[100]->header.hash();
    QVERIFY(MemoryNode::answer(node->chain().invalidateBlock(middle)));
    QVERIFY(tipOf(node) == bench.blocks[99]->header.hash());
    QCOMPARE(submit(node, bench.tip()).reason, QStringLiteral("duplicate-invalid"));
    QVERIFY(MemoryNode::answer(node->chain().reconsiderBlock(middle)));
    QVERIFY(tipOf(node) == bench.tip()->header.hash());
    QVERIFY(!MemoryNode::answer(node->chain().invalidateBlock(bench.params().genesisHash)));
    QVERIFY(!MemoryNode::answer(node->chain().reconsiderBlock(primitives::BlockHash())));
}

CAIRN_TEST(SubmitBlockTest)
#include "SubmitBlockTest.moc"
