#include "support/TestProgram.h"
#include "support/WalletFixture.h"

using primitives::Amount;
using primitives::TransactionRef;
using support::must;
using support::WalletFixture;
using wallet::PaymentError;
using wallet::SpeedUpError;
using wallet::SpeedUpRequest;
using wallet::SpeedUpWay;
using wallet::TxState;
using Deed = wallet::SpeedUpRequest::Deed;

/// Plans for payments that wait, and how they are recorded.
class SpeedUpTest : public QObject {
    Q_OBJECT
private slots:
    void replacesAndSaysThePrice();
    void paysEnoughForASmallerOne();
    void waitsAsAProposal();
    void takesThePlaceWhenTheMempoolHasIt();
    void leavesNoTraceWhenRefused();
    void writesNothingWhenTheDiskFails();
    void aBlockHasTheLastWord();
    void callsBack();
    void paysForWhatOthersSent();
    void addsCoinsToAChild();
    void refusesWithAReason_data();
    void refusesWithAReason();
    void refusesWhatOthersBuildOn();
    void keepsItsCoinsForIt();
    void aSecondThoughtTakesThePlaceOfTheFirst();
    void whatIsGivenUpTakesItsReplacementAlong();
};

namespace {

constexpr std::int64_t kOldRate = 2'000;

TransactionRef pay(WalletFixture& f, std::int64_t satoshi = 100'000) {
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), Amount(satoshi)}};
    request.feePerKvB = kOldRate;
    return f.wallet->commit(f.wallet->draft(request, f.chain.height()).value(), "lunch").value();
}

SpeedUpRequest requestFor(const TransactionRef& transaction, Deed deed = Deed::SpeedUp) {
    SpeedUpRequest out;
    out.txid = transaction->txid();
    out.deed = deed;
    out.usualPerKvB = 20'000;
    return out;
}

wallet::SpeedUpPlan planOf(WalletFixture& f, const SpeedUpRequest& request) {
    return f.wallet->planSpeedUp(request, f.chain.height()).value();
}

SpeedUpError refusalOf(WalletFixture& f, const SpeedUpRequest& request) {
    return f.wallet->planSpeedUp(request, f.chain.height()).error().error;
}

} // namespace

void SpeedUpTest::replacesAndSaysThePrice() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const Amount before = *f.wallet->transaction(paid->txid())->fee;
    const auto plan = planOf(f, requestFor(paid));
    QVERIFY(plan.way == SpeedUpWay::Replace);
    QCOMPARE(plan.feeBefore, before);
    QCOMPARE(plan.price, plan.draft.fee - before);
    QVERIFY(plan.feePerKvB >= 20'000 && plan.feePerKvB < 20'100);
    QCOMPARE(plan.draft.replaces, std::vector<primitives::TxId>{paid->txid()});
    QCOMPARE(plan.draft.parts.inputs.size(), paid->inputs().size());
    QCOMPARE(plan.draft.leaving(), Amount(100'000) + plan.draft.fee);
    SpeedUpRequest named = requestFor(paid);
    named.feePerKvB = 5'000;
    const auto cheaper = planOf(f, named);
    QVERIFY(cheaper.feePerKvB >= 5'000 && cheaper.feePerKvB < 5'100);
}

/// The fee of ten outputs has to be passed by a payment with one.
void SpeedUpTest::paysEnoughForASmallerOne() {
    WalletFixture f;
    f.fund(1'000'000);
    wallet::PaymentRequest wide;
    for (std::int64_t i = 0; i < 10; ++i)
        wide.recipients.push_back({support::foreignScript(), Amount(50'000 + i)});
    wide.feePerKvB = kOldRate;
    const auto paid = f.wallet->commit(f.wallet->draft(wide, f.chain.height()).value()).value();
    SpeedUpRequest request = requestFor(paid, Deed::Replace);
    request.usualPerKvB = 1'000;
    request.outputs = {{Amount(50'000), support::foreignScript()}};
    const auto plan = planOf(f, request);
    QVERIFY(plan.draft.fee >=
            plan.feeBefore + Amount(plan.draft.vsize)); // a satoshi more for each byte of its own
}

/// Recorded, and not yet offered: what it replaces is the truth, also after a kill.
void SpeedUpTest::waitsAsAProposal() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto balance = f.balance();
    const auto faster = f.wallet->commit(planOf(f, requestFor(paid)).draft).value();
    for (int round = 0; round < 2; ++round) {
        QVERIFY(f.balance() == balance);
        QVERIFY(f.stateOf(paid) == TxState::Waiting);
        QCOMPARE(f.wallet->historySize(), std::size_t(2));
        QCOMPARE(f.wallet->proposals().size(), std::size_t(1));
        QVERIFY(f.wallet->rivalsOf(*faster) == std::vector{paid->txid()});
        const auto shown = f.wallet->transaction(faster->txid()).value();
        QVERIFY(shown.isProposal && shown.state == TxState::Waiting &&
                shown.absence == wallet::Absence::Unsent);
        QCOMPARE(shown.note, std::string("lunch"));
        f.reopen();
    }
}

void SpeedUpTest::takesThePlaceWhenTheMempoolHasIt() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto plan = planOf(f, requestFor(paid));
    const auto faster = f.wallet->commit(plan.draft).value();
    must(f.wallet->setPresent(faster->txid()));
    f.reopen();
    QVERIFY(f.stateOf(faster) == TxState::Waiting && f.stateOf(paid) == TxState::Lost);
    QVERIFY(f.wallet->transaction(paid->txid())->isReplaced);
    QVERIFY(f.wallet->proposals().empty());
    QCOMPARE(f.balance().spendable, Amount(900'000) - plan.draft.fee);
    f.mine({faster});
    QCOMPARE(f.balance().spendable, Amount(900'000) - plan.draft.fee);
}

void SpeedUpTest::leavesNoTraceWhenRefused() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto picture = support::pictureOf(*f.wallet, f.chain.height());
    const auto faster = f.wallet->commit(planOf(f, requestFor(paid)).draft).value();
    must(f.wallet->withdraw(faster->txid()));
    QCOMPARE(support::pictureOf(*f.wallet, f.chain.height()), picture);
    f.reopen();
    QCOMPARE(support::pictureOf(*f.wallet, f.chain.height()), picture);
    QVERIFY(!f.wallet->transaction(faster->txid()));
}

void SpeedUpTest::writesNothingWhenTheDiskFails() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto picture = support::pictureOf(*f.wallet, f.chain.height());
    const auto plan = planOf(f, requestFor(paid));
    f.store.failNext();
    QVERIFY(f.wallet->commit(plan.draft).error().error == PaymentError::Store);
    QCOMPARE(support::pictureOf(*f.wallet, f.chain.height()), picture);
    QVERIFY(f.wallet->proposals().empty());
    const auto faster = f.wallet->commit(plan.draft).value();
    f.store.failNext();
    QVERIFY(!f.wallet->setPresent(faster->txid()));
    QVERIFY(f.stateOf(paid) == TxState::Waiting);
    QCOMPARE(f.wallet->proposals().size(), std::size_t(1));
    must(f.wallet->setPresent(faster->txid()));
    QVERIFY(f.wallet->transaction(paid->txid())->isReplaced);
}

void SpeedUpTest::aBlockHasTheLastWord() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto plan = planOf(f, requestFor(paid));
    const auto faster = f.wallet->commit(plan.draft).value();
    f.mine({paid});
    QVERIFY(f.stateOf(paid) == TxState::Confirmed && f.stateOf(faster) == TxState::Lost);
    QVERIFY(f.wallet->proposals().empty());
    QVERIFY(f.wallet->commit(plan.draft).error().error == PaymentError::CoinsChanged);
    QVERIFY(refusalOf(f, requestFor(paid)) == SpeedUpError::Confirmed);
}

void SpeedUpTest::callsBack() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto plan = planOf(f, requestFor(paid, Deed::Cancel));
    QCOMPARE(plan.draft.parts.outputs.size(), std::size_t(1));
    QCOMPARE(plan.draft.leaving(), plan.draft.fee);
    QCOMPARE(plan.draft.parts.outputs[0].value, Amount(1'000'000) - plan.draft.fee);
    const auto back = f.wallet->commit(plan.draft).value();
    must(f.wallet->applyWaiting(back)); // as the mempool tells
    QCOMPARE(f.balance().total(), Amount(1'000'000) - plan.draft.fee);
    QVERIFY(f.wallet->transaction(paid->txid())->isReplaced);
}

void SpeedUpTest::paysForWhatOthersSent() {
    WalletFixture f;
    const auto received = support::payment({support::foreignCoin(7)},
                                           {support::output(500'000, f.script(0)), support::output(9'000)});
    must(f.wallet->applyWaiting(received));
    QCOMPARE(f.balance().unconfirmed, Amount(500'000));
    SpeedUpRequest request = requestFor(received);
    request.family.ancestors = {Amount(150), 150};
    const auto plan = planOf(f, request);
    QVERIFY(plan.way == SpeedUpWay::Child);
    QVERIFY(plan.draft.replaces.empty());
    QCOMPARE(plan.price, plan.draft.fee);
    QVERIFY(plan.feePerKvB >= 20'000 && plan.feePerKvB < 20'100);
    QVERIFY((Amount(150) + plan.draft.fee).satoshi() * 1'000 >= 20'000 * (150 + plan.draft.vsize));
    QVERIFY(f.wallet->commit(plan.draft).has_value());
    QCOMPARE(f.balance().total(), Amount(500'000) - plan.draft.fee);
    QVERIFY(refusalOf(f, requestFor(received, Deed::Cancel)) == SpeedUpError::OwnBuildsOn);
}

void SpeedUpTest::addsCoinsToAChild() {
    WalletFixture f;
    const auto received = support::payment({support::foreignCoin(7)}, {support::output(700, f.script(0))});
    must(f.wallet->applyWaiting(received));
    SpeedUpRequest request = requestFor(received);
    request.family.ancestors = {Amount(150), 150};
    const auto poor = f.wallet->planSpeedUp(request, f.chain.height());
    QVERIFY(poor.error().error == SpeedUpError::NothingLeft);
    QVERIFY(poor.error().needed > poor.error().available);
    f.fund(1'000'000, 3);
    must(f.wallet->applyWaiting(received));
    const auto plan = planOf(f, request);
    QCOMPARE(plan.draft.inputs.size(), std::size_t(2));
    QVERIFY(f.wallet->commit(plan.draft).has_value());
}

void SpeedUpTest::refusesWithAReason_data() {
    QTest::addColumn<int>("deed");
    QTest::addColumn<int>("coins");
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<int>("error");
    const auto row = [](const char* name, Deed deed, int coins, qint64 rate, SpeedUpError error) {
        QTest::newRow(name) << int(deed) << coins << rate << int(error);
    };
    row("not higher", Deed::Replace, 1'000'000, 1'500, SpeedUpError::RateNotHigher);
    row("a typing error", Deed::SpeedUp, 1'000'000, qint64(primitives::Amount::kCoin) + 1,
        SpeedUpError::RateTooHigh);
    row("no coins", Deed::SpeedUp, 100'600, 50'000, SpeedUpError::NoCoins);
    row("nothing comes back", Deed::Cancel, 100'600, 2'000'000, SpeedUpError::NothingLeft);
}

void SpeedUpTest::refusesWithAReason() {
    QFETCH(const int, deed);
    QFETCH(const int, coins);
    QFETCH(const qint64, rate);
    QFETCH(const int, error);
    WalletFixture f;
    f.fund(coins);
    const auto paid = pay(f);
    SpeedUpRequest request = requestFor(paid, Deed(deed));
    request.feePerKvB = rate;
    QCOMPARE(int(refusalOf(f, request)), error);
    request.txid = primitives::TxId(util::ByteArray<32>{9});
    QVERIFY(refusalOf(f, request) == SpeedUpError::NotFound);
}

void SpeedUpTest::refusesWhatOthersBuildOn() {
    WalletFixture f;
    f.fund(1'000'000);
    f.fund(100'000, 1); // sent without change below
    const auto paid = pay(f);
    SpeedUpRequest request = requestFor(paid);
    request.family.descendants = {primitives::TxId(util::ByteArray<32>{9})};
    QVERIFY(planOf(f, request).way == SpeedUpWay::Child); // of the change: nobody loses by that
    request.deed = Deed::Cancel;
    QVERIFY(refusalOf(f, request) == SpeedUpError::OthersBuildOn);
    must(f.wallet->withdraw(paid->txid()));
    wallet::PaymentRequest all;
    all.recipients = {{support::foreignScript(), Amount()}};
    all.everything = true;
    all.feePerKvB = kOldRate;
    const auto sent = f.wallet->commit(f.wallet->draft(all, f.chain.height()).value()).value();
    request = requestFor(sent);
    request.family.descendants = {primitives::TxId(util::ByteArray<32>{9})};
    QVERIFY(refusalOf(f, request) == SpeedUpError::OthersBuildOn);
    request.family.descendants.clear();
    const auto refused = f.wallet->planSpeedUp(request, f.chain.height());
    QVERIFY(refused.error().error == SpeedUpError::NoCoins);
    QVERIFY(refused.error().needed > refused.error().available);
}

/// Until it is decided no payment builds on what it spends, or on what it replaces.
void SpeedUpTest::keepsItsCoinsForIt() {
    WalletFixture f;
    f.fund(101'000);
    const auto paid = pay(f); // about 860 are left for change
    f.fund(70'000, 1);
    SpeedUpRequest request = requestFor(paid);
    request.feePerKvB = 50'000;
    const auto plan = planOf(f, request);
    QCOMPARE(plan.draft.inputs.size(), std::size_t(2)); // with a coin added
    must(f.wallet->commit(plan.draft));
    wallet::PaymentRequest other;
    other.recipients = {{support::foreignScript(2), Amount(20'000)}};
    QVERIFY(f.wallet->draft(other, f.chain.height()).error().error == PaymentError::InsufficientFunds);
    other.unsafe = true;
    QVERIFY(f.wallet->draft(other, f.chain.height()).error().error == PaymentError::InsufficientFunds);
    f.mine({paid}); // decided
    QVERIFY(f.wallet->draft(other, f.chain.height()).has_value());
}

void SpeedUpTest::aSecondThoughtTakesThePlaceOfTheFirst() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto first = f.wallet->commit(planOf(f, requestFor(paid)).draft).value();
    const auto back = f.wallet->commit(planOf(f, requestFor(paid, Deed::Cancel)).draft).value();
    QVERIFY(f.wallet->proposals() == std::vector{back});
    QVERIFY(f.wallet->transaction(first->txid())->isReplaced);
    QVERIFY(f.stateOf(paid) == TxState::Waiting);
}

void SpeedUpTest::whatIsGivenUpTakesItsReplacementAlong() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = pay(f);
    const auto first = f.wallet->commit(planOf(f, requestFor(paid)).draft).value();
    must(f.wallet->abandon(first->txid())); // the replacement alone
    QVERIFY(f.wallet->proposals().empty() && f.stateOf(paid) == TxState::Waiting);
    must(f.wallet->commit(planOf(f, requestFor(paid, Deed::Cancel)).draft));
    must(f.wallet->abandon(paid->txid()));
    QVERIFY(f.wallet->proposals().empty());
    QCOMPARE(f.balance().spendable, Amount(1'000'000));
    QVERIFY(refusalOf(f, requestFor(paid)) == SpeedUpError::NotWaiting);
}

CAIRN_TEST(SpeedUpTest)
#include "SpeedUpTest.moc"
