#include "consensus/TxRules.h"
#include "support/TestProgram.h"

#include "consensus/ChainParams.h"
#include "support/Hex.h"
#include "support/MadeBlocks.h"

using consensus::Coin;
using primitives::Amount;
using primitives::Transaction;
using support::coinbaseParts;
using support::madeOutPoint;
using support::paymentParts;
using support::reasonText;
using support::TransactionParts;

namespace {

constexpr std::int64_t kMax = Amount::kMax;

struct TxCase {
    const char* name;
    std::string reason; ///< empty: valid
    TransactionParts parts;
};

TransactionParts with(TransactionParts parts, const std::function<void(TransactionParts&)>& change) {
    change(parts);
    return parts;
}

TransactionParts payingValues(const std::vector<std::int64_t>& values) {
    return with(paymentParts(1), [&](auto& parts) {
        parts.outputs.clear();
        for (const std::int64_t value : values)
            parts.outputs.push_back({Amount(value), {}});
    });
}

TransactionParts coinbaseWithScript(std::size_t size) {
    return with(coinbaseParts(1), [&](auto& parts) { parts.inputs[0].scriptSig.resize(size); });
}

// In the order of the checks; each breaks later rules too where it can.
const std::vector<TxCase>& txCases() {
    static const std::vector<TxCase> cases = {
        {"valid", "", paymentParts(1)},
        {"no inputs, no outputs", "bad-txns-vin-empty", TransactionParts{}},
        {"no outputs", "bad-txns-vout-empty", with(paymentParts(1), [](auto& p) { p.outputs.clear(); })},
        {"over a million bytes, negative output", "bad-txns-oversize",
         with(payingValues({-1}), [](auto& p) { p.outputs[0].scriptPubKey.resize(1'000'000); })},
        {"large witness", "",
         with(paymentParts(1), [](auto& p) { p.inputs[0].witness = {util::Bytes(3'000'000)}; })},
        {"negative output", "bad-txns-vout-negative", payingValues({-1})},
        {"least negative output", "bad-txns-vout-negative", payingValues({INT64_MIN})},
        {"largest output", "", payingValues({kMax})},
        {"output too large", "bad-txns-vout-toolarge", payingValues({kMax + 1})},
        {"sum too large before a negative", "bad-txns-txouttotal-toolarge", payingValues({kMax, 1, -1})},
        {"same input twice", "bad-txns-inputs-duplicate",
         with(paymentParts(1),
              [](auto& p) {
                  p.inputs = {p.inputs[0], {madeOutPoint(2), {}, 0, {}}, p.inputs[0]};
              })},
        {"two outputs of one transaction", "",
         with(paymentParts(1),
              [](auto& p) {
                  p.inputs.push_back({madeOutPoint(1, 1), {}, 0, {}});
              })},
        {"coinbase script of 1", "bad-cb-length", coinbaseWithScript(1)},
        {"coinbase script of 2", "", coinbaseWithScript(2)},
        {"coinbase script of 100", "", coinbaseWithScript(100)},
        {"coinbase script of 101", "bad-cb-length", coinbaseWithScript(101)},
        {"null input among others", "bad-txns-prevout-null",
         with(paymentParts(1), [](auto& p) { p.inputs.push_back({}); })},
        {"two null inputs", "bad-txns-inputs-duplicate",
         with(coinbaseParts(1), [](auto& p) { p.inputs.resize(2); })},
        {"null id with an index", "",
         with(paymentParts(1),
              [](auto& p) {
                  p.inputs[0].previous = {{}, 0};
              })},
    };
    return cases;
}

Coin coinOf(std::int64_t value, std::int32_t height = 1, bool fromCoinbase = false) {
    return {{Amount(value), util::Bytes{0x51}}, height, fromCoinbase};
}

struct InputCase {
    const char* name;
    std::string reason;
    std::vector<Coin> coins;
    std::int64_t out;
    std::int64_t fee;
};

// Spent in a block at height 200 of regtest (maturity 100).
const std::vector<InputCase>& inputCases() {
    static const std::vector<InputCase> cases = {
        {"pays a fee", "", {coinOf(1'000), coinOf(500)}, 1'400, 100},
        {"pays none", "", {coinOf(1'000)}, 1'000, 0},
        {"everything as fee", "", {coinOf(kMax)}, 0, kMax},
        {"mature coinbase", "", {coinOf(1'000, 100, true)}, 1'000, 0},
        {"immature by one", "bad-txns-premature-spend-of-coinbase", {coinOf(1'000, 101, true)}, 1'000, 0},
        {"young payment", "", {coinOf(1'000, 200)}, 1'000, 0},
        {"immaturity before a wrong value",
         "bad-txns-premature-spend-of-coinbase",
         {coinOf(-1, 150, true)},
         0,
         0},
        {"wrong value before immaturity",
         "bad-txns-inputvalues-outofrange",
         {coinOf(-1), coinOf(1, 150, true)},
         0,
         0},
        {"coin too large", "bad-txns-inputvalues-outofrange", {coinOf(kMax + 1)}, 0, 0},
        {"sum too large", "bad-txns-inputvalues-outofrange", {coinOf(kMax), coinOf(1)}, 0, 0},
        {"more out than in", "bad-txns-in-belowout", {coinOf(1'000)}, 1'001, 0},
    };
    return cases;
}

template <class T>
void addTxRows(const std::vector<T>& cases) {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name) << static_cast<int>(i);
}

} // namespace

class TxRulesTest : public QObject {
    Q_OBJECT
private slots:
    void checksTransactions_data() { addTxRows(txCases()); }
    void checksTransactions();
    void checksInputs_data() { addTxRows(inputCases()); }
    void checksInputs();
    void saysWhatIsWrongWithAmounts();
    void reachesLockTimes_data();
    void reachesLockTimes();
    void ignoresLockTimeOfFinalInputs();
    void locksBySequence_data();
    void locksBySequence();
    void takesTheLatestLock();
    void reachesSequenceLocks();
    void countsSignatureOperations();
};

void TxRulesTest::checksTransactions() {
    QFETCH(int, index);
    const TxCase& row = txCases()[static_cast<std::size_t>(index)];
    QCOMPARE(reasonText(consensus::checkTransaction(Transaction(row.parts))), row.reason);
}

void TxRulesTest::checksInputs() {
    QFETCH(int, index);
    const InputCase& row = inputCases()[static_cast<std::size_t>(index)];
    auto parts = payingValues({row.out});
    parts.inputs.resize(row.coins.size());
    const auto rules = consensus::regtestParams().rules();
    const auto fee = consensus::checkInputs(Transaction(parts), row.coins, 200, rules);
    QCOMPARE(reasonText(fee), row.reason);
    if (fee) QCOMPARE(fee->satoshi(), row.fee);
}

void TxRulesTest::saysWhatIsWrongWithAmounts() {
    const auto rules = consensus::regtestParams().rules();
    const std::vector<Coin> coins = {coinOf(100'000'000)};
    const auto below = consensus::checkInputs(Transaction(payingValues({100'000'001})), coins, 200, rules);
    QCOMPARE(below.error().detail, std::string("value in (1.00000000) < value out (1.00000001)"));
    const std::vector<Coin> young = {coinOf(1, 190, true)};
    const auto immature = consensus::checkInputs(Transaction(payingValues({0})), young, 200, rules);
    QCOMPARE(immature.error().detail, std::string("tried to spend coinbase at depth 10"));
}

void TxRulesTest::reachesLockTimes_data() {
    QTest::addColumn<quint32>("lockTime");
    QTest::addColumn<bool>("isFinal");
    QTest::newRow("none") << 0U << true;
    QTest::newRow("height below") << 199U << true;
    QTest::newRow("height itself") << 200U << false;
    QTest::newRow("last height") << 499'999'999U << false;
    QTest::newRow("first time") << 500'000'000U << true;
    QTest::newRow("time below") << 1'699'999'999U << true;
    QTest::newRow("time itself") << 1'700'000'000U << false;
    QTest::newRow("last time") << 0xffffffffU << false;
}

void TxRulesTest::reachesLockTimes() {
    QFETCH(quint32, lockTime);
    QFETCH(bool, isFinal);
    auto parts = paymentParts(1);
    parts.lockTime = lockTime;
    parts.inputs[0].sequence = primitives::kSequenceFinal - 1;
    QCOMPARE(consensus::isFinal(Transaction(parts), 200, 1'700'000'000), isFinal);
}

void TxRulesTest::ignoresLockTimeOfFinalInputs() {
    auto parts = paymentParts(1);
    parts.lockTime = 0xffffffff;
    QVERIFY(consensus::isFinal(Transaction(parts), 200, 1'700'000'000));
    parts.inputs.push_back({madeOutPoint(2), {}, 0, {}});
    QVERIFY(!consensus::isFinal(Transaction(parts), 200, 1'700'000'000));
}

void TxRulesTest::locksBySequence_data() {
    QTest::addColumn<int>("version");
    QTest::addColumn<quint32>("sequence");
    QTest::addColumn<int>("minHeight");
    QTest::addColumn<qint64>("minTime");
    QTest::newRow("0 blocks") << 2 << 0U << 99 << qint64{-1};
    QTest::newRow("10 blocks") << 2 << 10U << 109 << qint64{-1};
    QTest::newRow("most blocks") << 2 << 0xffffU << 65'634 << qint64{-1};
    QTest::newRow("bits without meaning") << 2 << 0x7fbf000aU << 109 << qint64{-1};
    QTest::newRow("0 seconds") << 2 << 0x00400000U << -1 << qint64{4'999};
    QTest::newRow("3 times 512 seconds") << 2 << 0x00400003U << -1 << qint64{6'535};
    QTest::newRow("most seconds") << 2 << 0x0040ffffU << -1 << qint64{5'000 + 65'535 * 512 - 1};
    QTest::newRow("disabled") << 2 << 0x80000010U << -1 << qint64{-1};
    QTest::newRow("final") << 2 << 0xffffffffU << -1 << qint64{-1};
    QTest::newRow("version 1") << 1 << 10U << -1 << qint64{-1};
    QTest::newRow("version 0") << 0 << 10U << -1 << qint64{-1};
    QTest::newRow("version -1 is a large one") << -1 << 10U << 109 << qint64{-1};
}

void TxRulesTest::locksBySequence() {
    QFETCH(int, version);
    QFETCH(quint32, sequence);
    QFETCH(int, minHeight);
    QFETCH(qint64, minTime);
    auto parts = paymentParts(1);
    parts.version = version;
    parts.inputs[0].sequence = sequence;
    const std::array heights = {std::int32_t{100}};
    const std::array times = {std::int64_t{5'000}};
    const auto lock = consensus::sequenceLockOf(Transaction(parts), heights, times);
    QCOMPARE(lock.minHeight, minHeight);
    QCOMPARE(lock.minTime, minTime);
}

void TxRulesTest::takesTheLatestLock() {
    auto parts = paymentParts(1);
    parts.inputs = {
        {madeOutPoint(1), {}, 5, {}}, {madeOutPoint(2), {}, 3, {}}, {madeOutPoint(3), {}, 0x00400001, {}}};
    const std::array heights = {std::int32_t{100}, std::int32_t{110}, std::int32_t{500}};
    const std::array times = {std::int64_t{1}, std::int64_t{2}, std::int64_t{3'000}};
    const auto lock = consensus::sequenceLockOf(Transaction(parts), heights, times);
    QCOMPARE(lock.minHeight, 112);
    QCOMPARE(lock.minTime, 3'511);
}

void TxRulesTest::reachesSequenceLocks() {
    QVERIFY(consensus::isReached({}, 0, 0));
    QVERIFY(consensus::isReached({112, -1}, 113, 0));
    QVERIFY(!consensus::isReached({112, -1}, 112, 0));
    QVERIFY(consensus::isReached({-1, 3'511}, 1, 3'512));
    QVERIFY(!consensus::isReached({-1, 3'511}, 1, 3'511));
    QVERIFY(!consensus::isReached({112, 3'511}, 113, 3'511));
}

void TxRulesTest::countsSignatureOperations() {
    auto parts = paymentParts(1);
    parts.outputs[0].scriptPubKey = support::unhex("76a9140000000000000000000000000000000000000000"
                                                   "88ac");
    const auto cost = [&](const char* spent) {
        const std::vector<Coin> coins = {{{Amount(1), support::unhex(spent)}, 1, false}};
        return consensus::sigOpCost(Transaction(parts), coins);
    };
    QCOMPARE(cost("51"), 4);                                           // the output's check, legacy, × 4
    QCOMPARE(cost("00140000000000000000000000000000000000000000"), 5); // and a witness key hash
    parts.outputs[0].scriptPubKey = support::unhex("ae");              // a multisig counts 20
    QCOMPARE(cost("51"), 80);
    // P2SH of a 1-of-2 multisig: counted by its keys, × 4.
    parts.inputs[0].scriptSig = support::unhex("045151"
                                               "52ae");
    QCOMPARE(cost("a914000000000000000000000000000000000000000087"), 80 + 8);
    // A witness script with one check.
    parts.inputs[0].scriptSig.clear();
    parts.inputs[0].witness = {{}, support::unhex("ac")};
    QCOMPARE(cost("00200000000000000000000000000000000000000000000000000000000000000000"), 80 + 1);
    // A coinbase counts its own scripts alone.
    auto coinbase = coinbaseParts(1);
    coinbase.inputs[0].scriptSig = support::unhex("acac");
    QCOMPARE(consensus::sigOpCost(Transaction(coinbase), {}), 8);
}

CAIRN_TEST(TxRulesTest)
#include "TxRulesTest.moc"
