#include "consensus/BlockRules.h"
#include "support/TestProgram.h"

#include "support/Hex.h"
#include "support/MadeBlocks.h"

using consensus::BlockContext;
using primitives::Block;
using support::blockOf;
using support::coinbaseParts;
using support::paymentParts;
using support::reasonText;
using support::TransactionParts;
using support::witnessBlockOf;

namespace {

constexpr std::int32_t kHeight = 200;
constexpr std::int64_t kMedianTime = 1'699'999'000;
constexpr std::int64_t kNow = 1'700'000'100;
constexpr BlockContext kContext{kHeight, kMedianTime, 1'699'999'900, 0x207fffff};

const consensus::ChainParams& regtest() {
    static const consensus::ChainParams params = consensus::regtestParams();
    return params;
}

TransactionParts changed(TransactionParts parts, const std::function<void(TransactionParts&)>& change) {
    change(parts);
    return parts;
}

Block changedBlock(Block block, const std::function<void(Block&)>& change) {
    change(block);
    return block;
}

/// A payment whose output script has this many signature checks.
TransactionParts sigOpParts(std::uint8_t number, std::size_t count) {
    return changed(paymentParts(number), [&](TransactionParts& parts) {
        parts.outputs[0].scriptPubKey = util::Bytes(count, 0xac);
    });
}

TransactionParts fillerParts(std::uint8_t number, std::size_t scriptSize, std::size_t witnessSize) {
    return changed(paymentParts(number), [&](TransactionParts& parts) {
        parts.outputs[0].scriptPubKey = util::Bytes(scriptSize, 0x61);
        if (witnessSize > 0) parts.inputs[0].witness = {util::Bytes(witnessSize)};
    });
}

struct BodyCase {
    const char* name;
    std::string reason; ///< empty: valid
    std::function<Block()> make;
};

// checkBlock, in the order of its checks.
const std::vector<BodyCase>& bodyCases() {
    static const std::vector<BodyCase> cases = {
        {"valid", "",
         [] {
             return blockOf({coinbaseParts(kHeight), paymentParts(1)});
         }},
        {"wrong root", "bad-txnmrklroot",
         [] {
             return changedBlock(blockOf({coinbaseParts(kHeight)}),
                                 [](Block& b) { b.header.merkleRoot = {}; });
         }},
        {"repeated tail", "bad-txns-duplicate",
         [] {
             return changedBlock(blockOf({coinbaseParts(kHeight), paymentParts(1), paymentParts(2)}),
                                 [](Block& b) { b.transactions.push_back(b.transactions.back()); });
         }},
        {"no transactions", "bad-blk-length", [] { return blockOf({}); }},
        {"too large without witness", "bad-blk-length",
         [] {
             return blockOf({coinbaseParts(kHeight), fillerParts(1, 600'000, 0), fillerParts(2, 400'000, 0)});
         }},
        {"no coinbase", "bad-cb-missing",
         [] {
             return blockOf({paymentParts(1), coinbaseParts(kHeight)});
         }},
        {"two coinbases", "bad-cb-multiple",
         [] {
             return blockOf({coinbaseParts(kHeight), paymentParts(1), coinbaseParts(kHeight)});
         }},
        {"broken transaction", "bad-txns-vout-empty",
         [] {
             return blockOf({coinbaseParts(kHeight),
                             changed(paymentParts(1), [](auto& parts) { parts.outputs.clear(); })});
         }},
        {"short coinbase", "bad-cb-length",
         [] {
             return blockOf(
                 {changed(coinbaseParts(kHeight), [](auto& p) { p.inputs[0].scriptSig.resize(1); })});
         }},
        {"most signature checks", "",
         [] {
             return blockOf({coinbaseParts(kHeight), sigOpParts(1, 20'000)});
         }},
        {"too many signature checks", "bad-blk-sigops",
         [] {
             return blockOf({coinbaseParts(kHeight), sigOpParts(1, 20'000), sigOpParts(2, 1)});
         }},
    };
    return cases;
}

// checkBlockInContext, in the order of its checks.
const std::vector<BodyCase>& contextCases() {
    static const std::vector<BodyCase> cases = {
        {"valid without witness", "",
         [] {
             return blockOf({coinbaseParts(kHeight), paymentParts(1)});
         }},
        {"valid with witness", "",
         [] {
             return witnessBlockOf({coinbaseParts(kHeight), fillerParts(1, 10, 10)});
         }},
        {"commitment without witness", "",
         [] {
             return witnessBlockOf({coinbaseParts(kHeight), paymentParts(1)});
         }},
        {"lock time not reached", "bad-txns-nonfinal",
         [] {
             return blockOf({coinbaseParts(kHeight), changed(paymentParts(1), [](auto& parts) {
                                 parts.lockTime = kHeight;
                                 parts.inputs[0].sequence = 0;
                             })});
         }},
        {"lock time compared with the median time", "bad-txns-nonfinal",
         [] {
             return blockOf({coinbaseParts(kHeight), changed(paymentParts(1), [](auto& parts) {
                                 parts.lockTime = static_cast<std::uint32_t>(kMedianTime);
                                 parts.inputs[0].sequence = 0;
                             })});
         }},
        {"other height", "bad-cb-height", [] { return blockOf({coinbaseParts(kHeight + 1)}); }},
        {"height in a longer push", "bad-cb-height",
         [] {
             return blockOf({changed(coinbaseParts(kHeight), [](auto& parts) {
                 parts.inputs[0].scriptSig = support::unhex("03c80000");
             })});
         }},
        {"script shorter than the height", "bad-cb-height",
         [] {
             return blockOf({changed(coinbaseParts(kHeight), [](auto& parts) {
                 parts.inputs[0].scriptSig = support::unhex("02c8");
             })});
         }},
        {"too heavy", "bad-blk-weight",
         [] {
             return witnessBlockOf({coinbaseParts(kHeight), fillerParts(1, 10, 3'999'900)});
         }},
    };
    return cases;
}

// BIP 141: checked after the height and before the weight.
const std::vector<BodyCase>& witnessCases() {
    static const std::vector<BodyCase> cases = {
        {"no reserved value", "bad-witness-nonce-size",
         [] {
             auto block = witnessBlockOf({coinbaseParts(kHeight), fillerParts(1, 10, 10)});
             return blockOf(
                 {changed(block.transactions[0]->parts(), [](auto& p) { p.inputs[0].witness.clear(); }),
                  block.transactions[1]->parts()});
         }},
        {"reserved value of 31 bytes", "bad-witness-nonce-size",
         [] {
             auto block = witnessBlockOf({coinbaseParts(kHeight)});
             return blockOf({changed(block.transactions[0]->parts(),
                                     [](auto& p) { p.inputs[0].witness[0].resize(31); })});
         }},
        {"two reserved values", "bad-witness-nonce-size",
         [] {
             auto block = witnessBlockOf({coinbaseParts(kHeight)});
             return blockOf({changed(block.transactions[0]->parts(),
                                     [](auto& p) { p.inputs[0].witness.push_back(util::Bytes(32)); })});
         }},
        {"changed witness", "bad-witness-merkle-match",
         [] {
             auto block = witnessBlockOf({coinbaseParts(kHeight), fillerParts(1, 10, 10)});
             return blockOf({block.transactions[0]->parts(), fillerParts(1, 10, 11)});
         }},
        {"witness without commitment", "unexpected-witness",
         [] {
             return blockOf({coinbaseParts(kHeight), fillerParts(1, 10, 10)});
         }},
        {"coinbase witness without commitment", "unexpected-witness",
         [] {
             return blockOf(
                 {changed(coinbaseParts(kHeight), [](auto& p) { p.inputs[0].witness = {util::Bytes(32)}; })});
         }},
    };
    return cases;
}

void checkInContext(const BodyCase& row) {
    const Block block = row.make();
    QCOMPARE(reasonText(consensus::checkBlock(block, regtest())), std::string());
    QCOMPARE(reasonText(consensus::checkBlockInContext(block, kContext, regtest())), row.reason);
}

void addRows(const std::vector<BodyCase>& cases) {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name) << static_cast<int>(i);
}

} // namespace

class BlockRulesTest : public QObject {
    Q_OBJECT
private slots:
    void refusesWorkThatMissesTheTarget();
    void refusesHeaders_data();
    void refusesHeaders();
    void allowsTheEasiestTargetAfterTheWait();
    void checksBodies_data() { addRows(bodyCases()); }
    void checksBodies();
    void checksBodiesInContext_data() { addRows(contextCases()); }
    void checksBodiesInContext();
    void checksWitness_data() { addRows(witnessCases()); }
    void checksWitness();
    void countsWeightToTheUnit();
    void countsTransactionsOfACard();
    void tellsForgedBodiesFromMissingCoinbases();
    void writesHeightsAsTheCoinbaseMust_data();
    void writesHeightsAsTheCoinbaseMust();
};

void BlockRulesTest::refusesWorkThatMissesTheTarget() {
    primitives::BlockHeader header;
    header.bits = 0x207fffff;
    int found = 0;
    for (header.nonce = 0; header.nonce < 50; ++header.nonce) {
        const auto hash = header.hash();
        const auto checked = consensus::checkHeader(header, hash, regtest());
        const bool isLow = hash.bytes()[31] < 0x80;
        QCOMPARE(reasonText(checked), std::string(isLow ? "" : "high-hash"));
        found += isLow ? 1 : 0;
    }
    QVERIFY(found > 0 && found < 50);
    header.bits = 0x20ffffff; // negative
    QCOMPARE(reasonText(consensus::checkHeader(header, {}, regtest())), std::string("high-hash"));
    header.bits = 0x21008000; // easier than the limit
    QCOMPARE(reasonText(consensus::checkHeader(header, {}, regtest())), std::string("high-hash"));
}

void BlockRulesTest::refusesHeaders_data() {
    QTest::addColumn<quint32>("bits");
    QTest::addColumn<qint64>("time");
    QTest::addColumn<int>("version");
    QTest::addColumn<QByteArray>("reason");
    const quint32 bits = 0x207fffff;
    const qint64 time = kNow;
    QTest::newRow("valid") << bits << time << 4 << QByteArray();
    QTest::newRow("version bits") << bits << time << 0x20000000 << QByteArray();
    QTest::newRow("largest version") << bits << time << 0x7fffffff << QByteArray();
    QTest::newRow("other bits, before all else")
        << quint32{0x1f7fffff} << qint64{0} << 1 << QByteArray("bad-diffbits");
    QTest::newRow("median time itself") << bits << qint64{kMedianTime} << 1 << QByteArray("time-too-old");
    QTest::newRow("one second later") << bits << qint64{kMedianTime + 1} << 4 << QByteArray();
    QTest::newRow("two hours ahead") << bits << qint64{kNow + 7200} << 4 << QByteArray();
    QTest::newRow("more than two hours") << bits << qint64{kNow + 7201} << 1 << QByteArray("time-too-new");
    QTest::newRow("version 3") << bits << time << 3 << QByteArray("bad-version(0x00000003)");
    QTest::newRow("version 2") << bits << time << 2 << QByteArray("bad-version(0x00000002)");
    QTest::newRow("version 1") << bits << time << 1 << QByteArray("bad-version(0x00000001)");
    QTest::newRow("version -1") << bits << time << -1 << QByteArray("bad-version(0xffffffff)");
}

void BlockRulesTest::refusesHeaders() {
    QFETCH(quint32, bits);
    QFETCH(qint64, time);
    QFETCH(int, version);
    QFETCH(QByteArray, reason);
    primitives::BlockHeader header;
    header.bits = bits;
    header.time = static_cast<std::uint32_t>(time);
    header.version = version;
    const auto checked = consensus::checkHeaderInContext(header, kContext, kNow, regtest());
    QCOMPARE(reasonText(checked), reason.toStdString());
}

void BlockRulesTest::allowsTheEasiestTargetAfterTheWait() {
    consensus::NetworkCard card;
    card.name = "Lab";
    const auto params = consensus::paramsFromCard(card);
    const BlockContext context{50, 1'760'000'500, 1'760'000'600, 0x1e00ffff};
    primitives::BlockHeader header;
    const auto reason = [&](std::uint32_t bits, std::uint32_t time) {
        header.bits = bits;
        header.time = time;
        return reasonText(consensus::checkHeaderInContext(header, context, 1'760'001'000, params));
    };
    QCOMPARE(reason(0x1f00ffff, 1'760'000'800), std::string("bad-diffbits"));
    QCOMPARE(reason(0x1f00ffff, 1'760'000'801), std::string());
    QCOMPARE(reason(0x1e00ffff, 1'760'000'801), std::string()); // "may", not "must"
    QCOMPARE(reason(0x1e01ffff, 1'760'000'801), std::string("bad-diffbits"));
}

void BlockRulesTest::checksBodies() {
    QFETCH(int, index);
    const BodyCase& row = bodyCases()[static_cast<std::size_t>(index)];
    QCOMPARE(reasonText(consensus::checkBlock(row.make(), regtest())), row.reason);
}

void BlockRulesTest::checksBodiesInContext() {
    QFETCH(int, index);
    checkInContext(contextCases()[static_cast<std::size_t>(index)]);
}

void BlockRulesTest::checksWitness() {
    QFETCH(int, index);
    checkInContext(witnessCases()[static_cast<std::size_t>(index)]);
}

void BlockRulesTest::countsWeightToTheUnit() {
    const auto heavy = [](std::size_t witness) {
        return witnessBlockOf({coinbaseParts(kHeight), fillerParts(1, 10, witness)});
    };
    const std::size_t base = 3'990'000;
    const auto rest = static_cast<std::size_t>(4'000'000 - heavy(base).weight());
    QCOMPARE(heavy(base + rest).weight(), 4'000'000);
    QCOMPARE(reasonText(consensus::checkBlockInContext(heavy(base + rest), kContext, regtest())),
             std::string());
    QCOMPARE(reasonText(consensus::checkBlockInContext(heavy(base + rest + 1), kContext, regtest())),
             std::string("bad-blk-weight"));

    consensus::NetworkCard card;
    card.name = "Lab";
    card.rules.maxBlockWeight = 4'000;
    const auto params = consensus::paramsFromCard(card);
    QCOMPARE(reasonText(consensus::checkBlockInContext(heavy(5'000), kContext, params)),
             std::string("bad-blk-weight"));
    const auto wide = blockOf({coinbaseParts(kHeight), fillerParts(1, 1'000, 0)});
    QCOMPARE(reasonText(consensus::checkBlock(wide, params)), std::string("bad-blk-length"));
}

void BlockRulesTest::countsTransactionsOfACard() {
    consensus::NetworkCard card;
    card.name = "Lab";
    card.rules.maxBlockTransactions = 2;
    const auto params = consensus::paramsFromCard(card);
    QCOMPARE(reasonText(consensus::checkBlock(blockOf({coinbaseParts(1), paymentParts(1)}), params)),
             std::string());
    const auto three = blockOf({coinbaseParts(1), paymentParts(1), paymentParts(2)});
    QCOMPARE(reasonText(consensus::checkBlock(three, params)), std::string("bad-blk-txcount"));
    QCOMPARE(reasonText(consensus::checkBlock(three, regtest())), std::string()); // 0: no limit
}

void BlockRulesTest::tellsForgedBodiesFromMissingCoinbases() {
    const auto forged =
        changed(paymentParts(1), [](auto& parts) { parts.outputs[0].scriptPubKey.resize(4, 0x51); });
    QCOMPARE(support::refOf(forged)->strippedSize(), std::size_t{64});
    const auto checked = consensus::checkBlock(blockOf({paymentParts(2), forged}), regtest());
    QCOMPARE(reasonText(checked), std::string("bad-cb-missing"));
    QVERIFY(consensus::isMutation(checked.error().reason));
    const auto honest = consensus::checkBlock(blockOf({paymentParts(2), paymentParts(1)}), regtest());
    QVERIFY(!consensus::isMutation(honest.error().reason));
    // With a coinbase in its place such a transaction is an ordinary one.
    QVERIFY(consensus::checkBlock(blockOf({coinbaseParts(kHeight), forged}), regtest()));
}

void BlockRulesTest::writesHeightsAsTheCoinbaseMust_data() {
    QTest::addColumn<int>("height");
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("1") << 1 << QByteArray("51");
    QTest::newRow("16") << 16 << QByteArray("60");
    QTest::newRow("17") << 17 << QByteArray("0111");
    QTest::newRow("127") << 127 << QByteArray("017f");
    QTest::newRow("128") << 128 << QByteArray("028000");
    QTest::newRow("32767") << 32'767 << QByteArray("02ff7f");
    QTest::newRow("32768") << 32'768 << QByteArray("03008000");
    QTest::newRow("227931") << 227'931 << QByteArray("035b7a03");
    QTest::newRow("8388608") << 8'388'608 << QByteArray("0400008000");
}

void BlockRulesTest::writesHeightsAsTheCoinbaseMust() {
    QFETCH(int, height);
    QFETCH(QByteArray, hex);
    QCOMPARE(support::hexOf(consensus::coinbaseHeightScript(height)), hex);
}

CAIRN_TEST(BlockRulesTest)
#include "BlockRulesTest.moc"
