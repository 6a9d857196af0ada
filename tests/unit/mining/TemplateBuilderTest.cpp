#include "mining/TemplateBuilder.h"
#include "support/TestProgram.h"

#include "chain/ChainState.h"
#include "consensus/MerkleTree.h"
#include "consensus/Target.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"
#include "util/Log.h"

using mining::BlockTemplate;
using support::spend;
using support::Spendable;
using support::spendAll;

class TemplateBuilderTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void makesABlockThatTheChainAccepts();
    void writesHeightTagAndExtraNonce();
    void cutsALongTag();
    void countsTemplates();
    void paysTheFeesToTheScript();
    void putsTheBestFeeRateFirst();
    void putsParentsBeforeChildren();
    void leavesTransactionsOutWhenAsked();
    void keepsTheTransactionLimit_data();
    void keepsTheTransactionLimit();
    void keepsTheWeightLimit();
    void keepsTheSigOpLimit();
    void followsTheClockButNotBelowTheMedian();
    void takesTheEasiestTargetAfterALongWait();
    void goesOnWithoutTransactionsThatTheChainRefuses();
    void leavesOutWhatIsNotFinal();
    void setsTheExtraNonceAndItsRoot();
};

namespace {

const util::Bytes kScript = support::testScript(9);
constexpr std::int64_t kFee = 10'000;

consensus::ChainParams network(const std::function<void(consensus::Rules&)>& change = {}) {
    consensus::NetworkCard card;
    card.name = "Test";
    card.rules.powLimitBits = 0x207fffff;
    card.rules.initialBits = 0x207fffff;
    card.rules.genesisMessage = "made for tests";
    card.rules.difficultyAdjustmentInterval = 100'000;
    card.rules.minDifficultyAfter = 0;
    if (change) change(card.rules);
    return consensus::paramsFromCard(card);
}

/// A chain with 30 ripe coinbases, its mempool and the builder.
struct Rig {
    explicit Rig(consensus::ChainParams params = network(), bool isStandard = true)
        : chain(std::move(params)), mempool(chain.state(), chain.clock, options(isStandard)),
          builder(chain.state(), mempool, chain.clock) {
        for (int i = 0; i < 30 + chain.params.rules().coinbaseMaturity; ++i) {
            const auto block = blocks.mineOn(chain->tip().hash());
            require(chain->acceptBlock(block).has_value());
            coinbases.push_back(support::coinbaseOf(block));
        }
    }
    static chain::MempoolOptions options(bool isStandard) {
        chain::MempoolOptions out;
        out.requireStandard = isStandard;
        return out;
    }
    primitives::TransactionRef pay(std::size_t coinbase, std::int64_t fee, std::int64_t pieces = 1) {
        return add(spendAll(coinbases.at(coinbase), fee, pieces));
    }
    primitives::TransactionRef add(const primitives::TransactionRef& transaction) {
        const auto accepted = mempool.accept(transaction);
        if (!accepted) qFatal("%s", consensus::toString(accepted.error()).c_str());
        return transaction;
    }
    BlockTemplate build() { return builder.build(kScript, "/Test/"); }
    /// What the chain says of the template, solved.
    QString verdict(const BlockTemplate& work) {
        const auto accepted = chain->acceptBlock(blocks.solve(work.block));
        if (accepted) return accepted->outcome == chain::BlockOutcome::NewTip ? "tip" : "no tip";
        const auto* rejection = std::get_if<consensus::Rejection>(&accepted.error());
        return rejection ? QString::fromStdString(consensus::toString(*rejection)) : "disk";
    }

    support::MemoryChain chain;
    chain::Mempool mempool;
    mining::TemplateBuilder builder;
    support::RegtestChain blocks{chain.params};
    std::vector<Spendable> coinbases;
};

std::vector<primitives::TxId> idsOf(const BlockTemplate& work) {
    std::vector<primitives::TxId> out;
    for (std::size_t i = 1; i < work.block.transactions.size(); ++i)
        out.push_back(work.block.transactions[i]->txid());
    return out;
}

} // namespace

void TemplateBuilderTest::initTestCase() {
    util::setLogToStandardError(false);
}

void TemplateBuilderTest::makesABlockThatTheChainAccepts() {
    Rig rig;
    const BlockTemplate empty = rig.build();
    QCOMPARE(empty.height, rig.chain->tip().height() + 1);
    QCOMPARE(empty.block.header.previous, rig.chain->tip().hash());
    QCOMPARE(empty.target, *consensus::targetFromBits(0x207fffff));
    QVERIFY(consensus::witnessCommitmentOf(*empty.block.transactions.front()));
    QCOMPARE(rig.verdict(empty), "tip");
    rig.pay(0, kFee);
    rig.pay(1, kFee, 20);
    const BlockTemplate full = rig.build();
    QCOMPARE(full.block.transactions.size(), std::size_t{3});
    QCOMPARE(full.mempoolSequence, rig.mempool.sequence());
    QCOMPARE(rig.verdict(full), "tip");
}

void TemplateBuilderTest::writesHeightTagAndExtraNonce() {
    Rig rig;
    const BlockTemplate work = rig.build();
    QCOMPARE(work.height, 41);
    const util::Bytes& script = work.block.transactions.front()->inputs().front().scriptSig;
    QCOMPARE(util::toHex(script), std::string("0129"
                                              "06"
                                              "2f546573742f"
                                              "08"
                                              "0000000000000000"));
}

void TemplateBuilderTest::cutsALongTag() {
    Rig rig;
    const BlockTemplate work = rig.builder.build(kScript, std::string(200, 'x'));
    QVERIFY(work.block.transactions.front()->inputs().front().scriptSig.size() <= 100);
    QCOMPARE(rig.verdict(work), "tip");
    QCOMPARE(rig.verdict(rig.builder.build(kScript, {})), "tip");
}

void TemplateBuilderTest::countsTemplates() {
    Rig rig;
    const std::uint64_t first = rig.build().id;
    QVERIFY(rig.build().id > first);
}

void TemplateBuilderTest::paysTheFeesToTheScript() {
    Rig rig;
    rig.pay(0, 11'000);
    rig.pay(1, 22'000);
    const BlockTemplate work = rig.build();
    const primitives::TxOut& output = work.block.transactions.front()->outputs().front();
    QCOMPARE(work.fees.satoshi(), 33'000);
    QCOMPARE(work.subsidy.satoshi(), 50 * primitives::Amount::kCoin);
    QCOMPARE(output.value.satoshi(), 50 * primitives::Amount::kCoin + 33'000);
    QCOMPARE(output.scriptPubKey, kScript);
    QCOMPARE(work.transactionFees,
             (std::vector{primitives::Amount(0), primitives::Amount(22'000), primitives::Amount(11'000)}));
}

void TemplateBuilderTest::putsTheBestFeeRateFirst() {
    Rig rig;
    const auto low = rig.pay(0, 5'000);
    const auto high = rig.pay(1, 50'000);
    const auto large = rig.pay(2, 50'000, 10); // pays as much, but for more bytes
    QCOMPARE(idsOf(rig.build()), (std::vector{high->txid(), large->txid(), low->txid()}));
}

void TemplateBuilderTest::putsParentsBeforeChildren() {
    Rig rig;
    const auto parent = rig.pay(0, 1'000);
    const auto middle = rig.pay(1, 20'000);
    const auto child = rig.add(spendAll(support::outputOf(*parent), 100'000));
    const BlockTemplate work = rig.build();
    QCOMPARE(idsOf(work), (std::vector{parent->txid(), child->txid(), middle->txid()}));
    QCOMPARE(rig.verdict(work), "tip");
}

void TemplateBuilderTest::leavesTransactionsOutWhenAsked() {
    Rig rig;
    rig.pay(0, kFee);
    const BlockTemplate work = rig.builder.build(kScript, "/Test/", false);
    QCOMPARE(work.block.transactions.size(), std::size_t{1});
    QCOMPARE(work.fees.satoshi(), 0);
    QCOMPARE(rig.verdict(work), "tip");
}

void TemplateBuilderTest::keepsTheTransactionLimit_data() {
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("expected");
    QTest::newRow("coinbase and one") << 2 << 2;
    QTest::newRow("five") << 5 << 5;
    QTest::newRow("all") << 100 << 11;
}

void TemplateBuilderTest::keepsTheTransactionLimit() {
    QFETCH(int, limit);
    QFETCH(int, expected);
    Rig rig(network([&](consensus::Rules& rules) { rules.maxBlockTransactions = limit; }));
    for (std::size_t i = 0; i < 10; ++i)
        rig.pay(i, kFee);
    const BlockTemplate work = rig.build();
    QCOMPARE(work.block.transactions.size(), static_cast<std::size_t>(expected));
    QCOMPARE(rig.verdict(work), "tip");
}

void TemplateBuilderTest::keepsTheWeightLimit() {
    for (const std::int32_t limit : {4'000, 4'007, 5'001, 8'000}) {
        Rig rig(network([&](consensus::Rules& rules) { rules.maxBlockWeight = limit; }));
        for (std::size_t i = 0; i < 20; ++i)
            rig.pay(i, kFee);
        const BlockTemplate work = rig.build();
        QVERIFY(work.block.weight() <= limit);
        QVERIFY2(work.block.weight() > limit - 600, "room for one more payment");
        QCOMPARE(rig.verdict(work), "tip");
    }
}

void TemplateBuilderTest::keepsTheSigOpLimit() {
    Rig rig(network(), false);
    for (std::size_t i = 0; i < 8; ++i) {
        const primitives::Amount value = rig.coinbases[i].output.value - primitives::Amount(kFee);
        // 199 OP_CHECKMULTISIG count 20 each, times 4.
        rig.add(spend({rig.coinbases[i]}, {{value, util::Bytes(199, 0xae)}}));
    }
    const BlockTemplate work = rig.build();
    QCOMPARE(work.block.transactions.size(), std::size_t{1 + 5});
    QCOMPARE(rig.verdict(work), "tip");
}

void TemplateBuilderTest::followsTheClockButNotBelowTheMedian() {
    Rig rig;
    const std::int64_t median = rig.chain->tip().medianTime();
    rig.chain.clock.setNow(median + 5'000);
    BlockTemplate work = rig.build();
    QCOMPARE(work.minTime, median + 1);
    QCOMPARE(work.currentTime, median + 5'000);
    QCOMPARE(std::int64_t{work.block.header.time}, median + 5'000);
    rig.chain.clock.setNow(median - 5'000);
    work = rig.build();
    QCOMPARE(work.currentTime, median + 1);
    QCOMPARE(rig.verdict(work), "tip");
}

void TemplateBuilderTest::takesTheEasiestTargetAfterALongWait() {
    Rig rig(network([](consensus::Rules& rules) {
        rules.initialBits = 0x201fffff;
        rules.minDifficultyAfter = 200;
    }));
    const std::int64_t parent = rig.chain->tip().record.header.time;
    rig.chain.clock.setNow(parent + 200);
    const BlockTemplate before = rig.build();
    QCOMPARE(before.block.header.bits, 0x201fffffU);
    QCOMPARE(before.easierFrom, parent + 201);
    rig.chain.clock.setNow(before.easierFrom);
    const BlockTemplate work = rig.build();
    QCOMPARE(work.easierFrom, std::int64_t{0});
    QCOMPARE(work.block.header.bits, 0x207fffffU);
    QCOMPARE(work.target, *consensus::targetFromBits(0x207fffff));
    QCOMPARE(rig.verdict(work), "tip");
}

void TemplateBuilderTest::goesOnWithoutTransactionsThatTheChainRefuses() {
    Rig rig;
    const auto waiting = rig.pay(0, kFee);
    // The mempool is not told that the block confirmed it.
    const support::BlockPlan plan{{waiting}, primitives::Amount(kFee)};
    QVERIFY(rig.chain->acceptBlock(rig.blocks.mineOn(rig.chain->tip().hash(), plan)));
    const BlockTemplate work = rig.build();
    QCOMPARE(work.block.transactions.size(), std::size_t{1});
    QCOMPARE(work.transactionFees.size(), std::size_t{1});
    QCOMPARE(work.fees.satoshi(), 0);
    QCOMPARE(rig.verdict(work), "tip");
}

void TemplateBuilderTest::leavesOutWhatIsNotFinal() {
    Rig rig;
    primitives::TransactionParts parts;
    primitives::TxIn input;
    input.previous = rig.coinbases[0].outpoint;
    input.sequence = primitives::kSequenceReplaceable;
    parts.inputs.push_back(input);
    parts.outputs.push_back(
        {rig.coinbases[0].output.value - primitives::Amount(kFee), support::testScript()});
    parts.lockTime = 40; // final in block 41, not in block 40
    const auto locked = rig.add(support::signAll(parts, {rig.coinbases[0]}));
    const auto child = rig.add(spendAll(support::outputOf(*locked), kFee));
    const auto free = rig.pay(1, kFee);
    QCOMPARE(rig.build().block.transactions.size(), std::size_t{4});
    // The mempool is not told that the chain became shorter.
    QVERIFY(rig.chain->invalidate(rig.chain->tip().hash()));
    QCOMPARE(idsOf(rig.build()), std::vector{free->txid()});
}

void TemplateBuilderTest::setsTheExtraNonceAndItsRoot() {
    Rig rig;
    rig.pay(0, kFee);
    BlockTemplate work = rig.build();
    const auto before = work.block.header.merkleRoot;
    mining::setExtraNonce(work.block, 0x0102030405060708);
    QVERIFY(work.block.header.merkleRoot != before);
    const util::Bytes& script = work.block.transactions.front()->inputs().front().scriptSig;
    QCOMPARE(util::toHex(util::ByteView(script).last(8)), std::string("0807060504030201"));
    QCOMPARE(rig.verdict(work), "tip");
}

CAIRN_TEST(TemplateBuilderTest)
#include "TemplateBuilderTest.moc"
