#include "support/OutboxBench.h"
#include "support/TestProgram.h"

using primitives::Amount;
using primitives::TransactionRef;
using support::MoneyNode;
using support::OutboxBench;
using wallet::SpeedUpRequest;
using wallet::TxState;
using Deed = wallet::SpeedUpRequest::Deed;

/// Payments that take the place of others: by the one mechanism, and one of the two is always the truth.
class ReplacementTest : public QObject {
    Q_OBJECT
private slots:
    void takesThePlaceAtOnce();
    void bringsEverythingBack();
    void paysForAStrangersPayment();
    void goesOnAfterAKill_data();
    void goesOnAfterAKill();
    void leavesOneTruthWhereTheDiskFails();
    void forgetsWhatTheMempoolRefused();
    void keepsWhatItCannotForget();
    void replacesNothingElse();
};

namespace {

using Payment = node::WalletService::Payment;

Payment speedUpOf(OutboxBench& bench, const TransactionRef& transaction, Deed deed = Deed::SpeedUp) {
    auto request = node::speedUpRequest(support::waitingIn(bench.node.pool()), transaction->txid(), deed);
    request.usualPerKvB = 30'000;
    Payment out = bench.payment(1);
    out.plan = support::speedUpPlan(request);
    return out;
}

support::Paid commitNow(OutboxBench& bench, const Payment& payment) {
    bench.answers.clear();
    bench.node.service(0).pay(payment);
    bench.node.run();
    require(bench.answers.size() == 1);
    return bench.answers[0];
}

/// Either the one or the other, in mempool and wallet alike.
void checkOneTruth(OutboxBench& bench, const TransactionRef& before, const TransactionRef& after) {
    const bool isReplaced = bench.waits(after);
    QVERIFY(bench.waits(before) != isReplaced);
    const auto& truth = isReplaced ? after : before;
    QVERIFY(bench.line(truth).state == TxState::Waiting && !bench.line(truth).absence);
    if (isReplaced) QVERIFY(bench.line(before).isReplaced);
    QCOMPARE(bench.balance().coinCount, std::int64_t(3));
    const Amount paid = bench.line(truth).isProposal ? Amount() : -bench.line(truth).net();
    QCOMPARE(bench.balance().total(), Amount(3 * 5'000'000'000) - paid);
}

} // namespace

void ReplacementTest::takesThePlaceAtOnce() {
    OutboxBench bench;
    const auto paid = bench.pay(1'000'000, 2'000);
    const auto faster = commitNow(bench, speedUpOf(bench, paid->transaction));
    QVERIFY(faster.has_value() && !faster->isQueued);
    QVERIFY(faster->fee > paid->fee);
    QVERIFY(bench.waits(faster->transaction));
    checkOneTruth(bench, paid->transaction, faster->transaction);
    QVERIFY(bench.node.wallet(0)->proposals().empty());
    bench.minePool();
    QVERIFY(bench.line(faster->transaction).state == TxState::Confirmed);
    QCOMPARE(bench.balance().total(), Amount(3 * 5'000'000'000) - Amount(1'000'000) - faster->fee);
}

void ReplacementTest::bringsEverythingBack() {
    OutboxBench bench;
    const auto paid = bench.pay(1'000'000, 2'000);
    const auto back = commitNow(bench, speedUpOf(bench, paid->transaction, Deed::Cancel));
    QVERIFY(back.has_value());
    bench.minePool();
    QVERIFY(bench.line(paid->transaction).state == TxState::Lost);
    QCOMPARE(bench.balance().total(), Amount(3 * 5'000'000'000) - back->fee);
}

void ReplacementTest::paysForAStrangersPayment() {
    OutboxBench bench;
    bench.mine({}, 20);
    const util::Bytes own = bench.node.wallet(0)->newReceiveAddress("x")->scriptPubKey;
    const auto coin = support::coinbaseOf(bench.blocks[5]);
    const auto receipt = support::spend({coin}, {{coin.output.value - Amount(300), own}});
    QVERIFY(bench.node.engine().waiting().offer(receipt, 5).has_value());
    bench.node.run();
    const auto child = commitNow(bench, speedUpOf(bench, receipt));
    QVERIFY(child.has_value());
    QVERIFY(bench.waits(receipt) && bench.waits(child->transaction));
    QCOMPARE(bench.balance().total(),
             Amount(3 * 5'000'000'000) + coin.output.value - Amount(300) - child->fee);
}

void ReplacementTest::goesOnAfterAKill_data() {
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("before the node has it") << false;
    QTest::newRow("before the wallet hears of it") << true;
}

void ReplacementTest::goesOnAfterAKill() {
    QFETCH(const bool, isTaken);
    OutboxBench bench;
    const auto paid = bench.pay(1'000'000, 2'000);
    bench.answers.clear();
    bench.node.service(0).pay(speedUpOf(bench, paid->transaction));
    const auto recorded = bench.node.wallet(0)->proposals();
    QCOMPARE(recorded.size(), std::size_t(1));
    QVERIFY(bench.line(paid->transaction).state == TxState::Waiting); // nobody has taken anything
    if (isTaken) QVERIFY(bench.node.runNode());
    bench.node.kill();
    bench.reopen();
    QVERIFY(bench.answers.empty());
    QVERIFY(bench.waits(recorded[0]));
    checkOneTruth(bench, paid->transaction, recorded[0]);
}

void ReplacementTest::leavesOneTruthWhereTheDiskFails() {
    for (int n = 0; n < 4; ++n) {
        OutboxBench bench;
        const auto paid = bench.pay(1'000'000, 2'000);
        bench.node.faults[0] = {n, 2};
        const auto outcome = commitNow(bench, speedUpOf(bench, paid->transaction));
        QCOMPARE(outcome.has_value(), n > 0);
        bench.node.faults[0].clear();
        bench.node.service(0).follow(); // as its timer does
        bench.node.run();
        if (!outcome) {
            QVERIFY(bench.waits(paid->transaction));
            QVERIFY(bench.node.wallet(0)->proposals().empty());
            continue;
        }
        QVERIFY(bench.waits(outcome->transaction));
        checkOneTruth(bench, paid->transaction, outcome->transaction);
        bench.node.kill();
        bench.reopen();
        checkOneTruth(bench, paid->transaction, outcome->transaction);
    }
}

/// With the mempool full meanwhile, or as here one who asks for too little.
Payment tooCheapFor(OutboxBench& bench, const TransactionRef& transaction) {
    Payment payment = speedUpOf(bench, transaction);
    payment.plan = [plan = payment.plan](const node::WalletService& service) {
        auto draft = plan(service);
        const Amount much = draft->fee - Amount(1'000);
        draft->parts.outputs[*draft->changeOutput].value += much;
        draft->fee -= much;
        return draft;
    };
    return payment;
}

void ReplacementTest::forgetsWhatTheMempoolRefused() {
    OutboxBench bench;
    const auto paid = bench.pay(1'000'000, 20'000);
    const auto balance = bench.balance();
    const auto refused = commitNow(bench, tooCheapFor(bench, paid->transaction));
    QVERIFY(!refused && refused.error().error == wallet::PaymentError::Refused);
    QVERIFY(bench.balance() == balance);
    QVERIFY(bench.node.wallet(0)->proposals().empty());
    QVERIFY(bench.waits(paid->transaction) && !bench.line(paid->transaction).absence);
    bench.node.kill();
    bench.reopen();
    QVERIFY(bench.balance() == balance);
    QVERIFY(bench.node.wallet(0)->proposals().empty());
}

/// Refused, and the disk failed just then: it stays in the outbox, and the first one the truth.
void ReplacementTest::keepsWhatItCannotForget() {
    OutboxBench bench;
    const auto paid = bench.pay(1'000'000, 20'000);
    const auto balance = bench.balance();
    bench.node.faults[0] = {1, 1};
    const auto queued = commitNow(bench, tooCheapFor(bench, paid->transaction));
    QVERIFY(queued.has_value() && queued->isQueued);
    QVERIFY(bench.line(queued->transaction).isProposal);
    QVERIFY(bench.line(queued->transaction).absence == wallet::Absence::Refused);
    bench.node.kill();
    bench.reopen();
    QVERIFY(bench.balance() == balance);
    QVERIFY(bench.waits(paid->transaction));
    QVERIFY(bench.line(queued->transaction).isProposal); // offered again, and refused again
    QVERIFY(bench.node.service(0).abandon(queued->transaction->txid()).has_value());
    QVERIFY(bench.line(queued->transaction).isAbandoned);
    QVERIFY(bench.line(paid->transaction).state == TxState::Waiting);
}

void ReplacementTest::replacesNothingElse() {
    OutboxBench bench;
    const auto paid = bench.pay(1'000'000, 2'000);
    const auto other = bench.pay(2'000'000, 2'000);
    const auto plan = speedUpOf(bench, paid->transaction).plan(bench.node.service(0));
    const auto faster = bench.node.wallet(0)->commit(*plan).value();
    auto& waiting = bench.node.engine().waiting();
    const auto refused = waiting.submitPayment({faster, {other->transaction->txid()}});
    QVERIFY(!refused && refused.error().reason == consensus::Reject::MempoolConflict);
    QVERIFY(waiting.submitPayment({faster, plan->replaces}).has_value());
    QVERIFY(!bench.waits(paid->transaction) && bench.waits(other->transaction));
}

CAIRN_TEST(ReplacementTest)
#include "ReplacementTest.moc"
