#include "wallet/TxSize.h"
#include "support/TestProgram.h"

#include "script/OutputType.h"
#include "support/WalletBlocks.h"

using primitives::Amount;

class TxSizeTest : public QObject {
    Q_OBJECT
private slots:
    void weighsAsTheRealTransaction_data();
    void weighsAsTheRealTransaction();
    void roundsFeesUp_data();
    void roundsFeesUp();
    void knowsDust();
};

void TxSizeTest::weighsAsTheRealTransaction_data() {
    QTest::addColumn<int>("inputs");
    QTest::addColumn<int>("outputs");
    for (const int inputs : {1, 2, 252, 253, 1000}) {
        for (const int outputs : {1, 2, 252, 253}) {
            QTest::addRow("%d inputs, %d outputs", inputs, outputs) << inputs << outputs;
        }
    }
}

void TxSizeTest::weighsAsTheRealTransaction() {
    QFETCH(int, inputs);
    QFETCH(int, outputs);
    primitives::TransactionParts parts;
    for (int i = 0; i < inputs; ++i) {
        primitives::TxIn input;
        input.previous = support::foreignCoin(static_cast<std::uint32_t>(i));
        input.witness = {util::Bytes(72, 0x30), util::Bytes(33, 0x02)};
        parts.inputs.push_back(std::move(input));
    }
    for (int i = 0; i < outputs; ++i) {
        parts.outputs.push_back(
            support::output(1000, i % 2 == 0 ? support::foreignScript() : util::Bytes(300, 0x6a)));
    }
    const primitives::Transaction whole(parts);
    wallet::InputSizes sizes;
    for (int i = 0; i < inputs; ++i)
        sizes.add(script::kKeyHashSpend);
    QCOMPARE(wallet::transactionWeight(sizes, parts.outputs), whole.weight());
    QCOMPARE(whole.vsize(), (whole.weight() + 3) / 4);
}

void TxSizeTest::roundsFeesUp_data() {
    QTest::addColumn<qlonglong>("vsize");
    QTest::addColumn<qlonglong>("rate");
    QTest::addColumn<qlonglong>("fee");
    QTest::newRow("even") << 141LL << 1000LL << 141LL;
    QTest::newRow("up") << 141LL << 1001LL << 142LL;
    QTest::newRow("a little") << 1LL << 1LL << 1LL;
    QTest::newRow("nothing") << 141LL << 0LL << 0LL;
    QTest::newRow("the largest") << 100'000LL << 100'000'000LL << 10'000'000'000LL;
}

void TxSizeTest::roundsFeesUp() {
    QFETCH(qlonglong, vsize);
    QFETCH(qlonglong, rate);
    QFETCH(qlonglong, fee);
    QCOMPARE(wallet::feeFor(vsize, rate).satoshi(), std::int64_t(fee));
}

void TxSizeTest::knowsDust() {
    const util::ByteArray<20> hash{};
    QCOMPARE(wallet::dustLimit(script::witnessPubKeyHashScript(hash)), Amount(294));
    QCOMPARE(wallet::dustLimit(script::pubKeyHashScript(hash)), Amount(546));
    QCOMPARE(wallet::dustLimit(script::scriptHashScript(hash)), Amount(540));
    QCOMPARE(wallet::dustLimit(script::witnessScript(1, util::Bytes(32, 1))), Amount(330));
    QCOMPARE(wallet::dustLimit(util::Bytes{0x6a, 0x01, 0x42}), Amount(0));
    // A begun satoshi counts: a rate however low leaves a limit.
    QCOMPARE(wallet::dustLimit(script::pubKeyHashScript(hash), 1), Amount(1));
    QCOMPARE(wallet::dustLimit(script::pubKeyHashScript(hash), 0), Amount(0));
}

CAIRN_TEST(TxSizeTest)
#include "TxSizeTest.moc"
