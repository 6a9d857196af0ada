#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include "wallet/psbt/PsbtReport.h"
#include "wallet/psbt/PsbtRoles.h"

using support::must;
using support::WalletFixture;
using wallet::Psbt;

/// What a PSBT is to a wallet, and what the wallet adds to it.
class PsbtReportTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatItDoes();
    void signsWhatItHasKeysFor();
    void aStrangersPaymentStaysAsItIs();
    void signsNothingThatOthersMayChange();
    void fillsInWhileLocked();
};

namespace {

Psbt paymentOf(const WalletFixture& bench, std::int64_t satoshi) {
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(satoshi)}};
    const auto draft = bench.wallet->draft(request, bench.chain.height());
    if (!draft) qFatal("no draft");
    return Psbt::of(primitives::Transaction(draft->parts), 0);
}

} // namespace

void PsbtReportTest::tellsWhatItDoes() {
    WalletFixture bench;
    bench.fund(500'000);
    Psbt psbt = paymentOf(bench, 200'000);
    auto report = wallet::reportOf(psbt, *bench.wallet);
    QVERIFY(!report.coins[0].output); // nobody has said what it spends
    QVERIFY(!report.analysis.fee);
    must(wallet::fillPsbt(psbt, *bench.wallet, {{}, true, true, false}));
    report = wallet::reportOf(psbt, *bench.wallet);
    QCOMPARE(report.coins.size(), 1U);
    QCOMPARE(report.coins[0].output->value.satoshi(), 500'000);
    QVERIFY(report.coins[0].isOwn);
    QVERIFY(!report.coins[0].isSigned);
    QCOMPARE(report.ownCoins, 1U);
    QCOMPARE(report.ownOpen, 1U);
    QCOMPARE(report.payments.size(), 2U);
    QCOMPARE(std::ranges::count(report.isOwn, true), 1); // what comes back
    std::int64_t paid = 0;
    for (const auto& output : report.payments)
        paid += output.value.satoshi();
    QCOMPARE(report.analysis.fee->satoshi(), 500'000 - paid);
    QCOMPARE(report.cosigners.size(), 1U);
    QVERIFY(report.cosigners[0].isOwn);
    QCOMPARE(report.cosigners[0].signedOf, 0U);
    QVERIFY(!report.isComplete);
}

void PsbtReportTest::signsWhatItHasKeysFor() {
    WalletFixture bench;
    bench.fund(500'000);
    Psbt psbt = paymentOf(bench, 200'000);
    must(wallet::fillPsbt(psbt, *bench.wallet, {}));
    const auto report = wallet::reportOf(psbt, *bench.wallet);
    QVERIFY(report.isComplete);
    QCOMPARE(report.ownOpen, 0U);
    QVERIFY(wallet::PsbtSigner(psbt).isComplete());
}

void PsbtReportTest::aStrangersPaymentStaysAsItIs() {
    WalletFixture bench,
        stranger({}, "legal winner thank year wave sausage worth useful legal winner thank yellow");
    bench.fund(500'000);
    Psbt psbt = paymentOf(bench, 200'000);
    must(wallet::fillPsbt(psbt, *bench.wallet, {{}, true, true, false}));
    const std::string before = wallet::toBase64(psbt);
    must(wallet::fillPsbt(psbt, *stranger.wallet, {}));
    QCOMPARE(wallet::toBase64(psbt), before);
    const auto report = wallet::reportOf(psbt, *stranger.wallet);
    QCOMPARE(report.ownCoins, 0U);
    QVERIFY(!report.cosigners[0].isOwn);
}

void PsbtReportTest::signsNothingThatOthersMayChange() {
    WalletFixture bench;
    bench.fund(500'000);
    Psbt psbt = paymentOf(bench, 200'000);
    psbt.inputs[0].sigHashType = script::SigHashNone;
    must(wallet::fillPsbt(psbt, *bench.wallet, {}));
    const auto report = wallet::reportOf(psbt, *bench.wallet);
    QVERIFY(report.coins[0].isOpen);
    QVERIFY(!report.coins[0].isSigned);
    QCOMPARE(report.coins[0].signatures, 0U);
}

void PsbtReportTest::fillsInWhileLocked() {
    WalletFixture bench("secret");
    bench.fund(500'000);
    Psbt psbt = paymentOf(bench, 200'000);
    bench.wallet->lock();
    QVERIFY(wallet::fillPsbt(psbt, *bench.wallet, {}).error().error == wallet::WalletError::Locked);
    must(wallet::fillPsbt(psbt, *bench.wallet, {{}, true, true, false}));
    QCOMPARE(wallet::reportOf(psbt, *bench.wallet).ownOpen, 1U);
}

CAIRN_TEST(PsbtReportTest)
#include "PsbtReportTest.moc"
