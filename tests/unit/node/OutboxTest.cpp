#include "node/wallet/Outbox.h"
#include "support/OutboxBench.h"
#include "support/TestProgram.h"

using node::Outbox;
using primitives::Amount;
using primitives::BlockHash;
using primitives::TransactionRef;
using support::MoneyNode;
using support::OutboxBench;
using wallet::Absence;
using wallet::TxState;

/// Payments that are recorded and not (yet, or any more) in the mempool.
class OutboxTest : public QObject {
    Q_OBJECT
private slots:
    void offersLessAndLessOften();
    void goesOnAfterAKill();
    void answersAsSentWhatItCannotForget();
    void answersAsSentWhatIsThereAlready();
    void answersWhoAskedWhileItQuits();
    void keepsWhatAFullMempoolPutsOut();
    void keepsAForkedLineOfPayments();
    void freesWhatTheUserAbandons();
    void readsTheMempoolAgainAfterTheDiskFailed();
};

void OutboxTest::offersLessAndLessOften() {
    const auto first =
        support::spendAll({{primitives::TxId(util::ByteArray<32>{1}), 0}, {Amount(9'000), {}}}, 1);
    const std::vector<TransactionRef> absent{first};
    Outbox outbox;
    QCOMPARE(outbox.due(absent, 1'000, false).size(), std::size_t(1)); // at once
    QVERIFY(outbox.due(absent, 1'029, false).empty());
    QCOMPARE(outbox.due(absent, 1'030, false).size(), std::size_t(1));
    QVERIFY(outbox.due(absent, 1'089, false).empty());
    QCOMPARE(outbox.due(absent, 1'050, true).size(), std::size_t(1)); // a block
    std::int64_t now = 1'050;
    for (int i = 0; i < 20; ++i)
        (void)outbox.due(absent, now += Outbox::kLongestPause, false);
    QVERIFY(outbox.due(absent, now + Outbox::kLongestPause - 1, false).empty());
    QVERIFY(outbox.due(absent, now + 1, true).empty()); // nor for every block any more
    QCOMPARE(outbox.due(absent, now + Outbox::kLongestPause, false).size(), std::size_t(1));
    QVERIFY(outbox.due({}, now, false).empty());                     // it came in …
    QCOMPARE(outbox.due(absent, now, false).size(), std::size_t(1)); // … and left again
}

/// Another copy of the wallet was quicker: with the mempool, or a block.
void OutboxTest::answersAsSentWhatIsThereAlready() {
    OutboxBench bench;
    for (const bool isInBlock : {false, true}) {
        bench.answers.clear();
        bench.node.service(0).pay(bench.payment(1'000'000));
        MoneyNode::runWallets(); // recorded, not offered yet
        const auto recorded = bench.node.wallet(0)->waitingTransactions().back();
        if (isInBlock) {
            bench.mine({recorded});
        } else {
            QVERIFY(bench.node.engine().waiting().offer(recorded, 7).has_value());
            bench.node.run();
            bench.minePool();
        }
        QCOMPARE(bench.answers.size(), std::size_t(1));
        QVERIFY(bench.answers[0].has_value());
        QVERIFY(bench.line(recorded).state == TxState::Confirmed);
    }
}

/// Recorded, and the program was killed before anybody else had it.
void OutboxTest::goesOnAfterAKill() {
    OutboxBench bench;
    const Amount before = bench.balance().total();
    bench.node.service(0).pay(bench.payment(1'000'000));
    MoneyNode::runWallets();
    QVERIFY(bench.answers.empty());
    const auto recorded = bench.node.wallet(0)->waitingTransactions();
    QCOMPARE(recorded.size(), std::size_t(1));
    bench.node.kill();
    bench.reopen();
    QVERIFY(bench.waits(recorded[0]));
    QVERIFY(!bench.line(recorded[0]).absence);
    QCOMPARE(bench.balance().total(), before - Amount(1'000'000) - *bench.line(recorded[0]).fee);
    QVERIFY(bench.answers.empty());
}

/// Refused, and the disk failed just then: what would go out at the next start is not called a failure.
void OutboxTest::answersAsSentWhatItCannotForget() {
    OutboxBench bench;
    auto payment = bench.payment(1'000'000);
    payment.plan = [plan = payment.plan](const node::WalletService& service) {
        auto draft = plan(service);
        draft->parts.outputs[*draft->changeOutput].value +=
            draft->fee; // no fee: the mempool will not have it
        draft->fee = Amount();
        return draft;
    };
    bench.node.service(0).pay(payment);
    bench.node.run();
    QVERIFY(bench.answers.size() == 1 && !bench.answers[0]); // with a disk: a failure, and nothing anywhere
    QVERIFY(bench.node.wallet(0)->waitingTransactions().empty());
    bench.node.faults[0] = {1, 1};
    bench.node.service(0).pay(payment);
    bench.node.run();
    QCOMPARE(bench.answers.size(), std::size_t(2));
    QVERIFY(bench.answers[1].has_value() && bench.answers[1]->isQueued);
    const auto& queued = bench.answers[1]->transaction;
    QVERIFY(bench.line(queued).absence.has_value());
    bench.node.kill();
    bench.reopen();
    QVERIFY(bench.line(queued).absence == Absence::TooCheap); // offered again, refused again, and kept
    QVERIFY(bench.node.service(0).abandon(queued->txid()).has_value());
    QCOMPARE(bench.balance().coinCount, std::int64_t(3));
}

void OutboxTest::answersWhoAskedWhileItQuits() {
    OutboxBench bench;
    bench.node.service(0).pay(bench.payment(1'000'000));
    MoneyNode::runWallets();
    bench.node.stop(); // the wallet first; the mempool takes what was on its way
    QCOMPARE(bench.answers.size(), std::size_t(1));
    QVERIFY(bench.answers[0].has_value());
    bench.reopen();
    QVERIFY(bench.waits(bench.answers[0]->transaction));
}

void OutboxTest::keepsWhatAFullMempoolPutsOut() {
    OutboxBench bench;
    bench.mine({}, 20); // strangers' coins
    const auto paid = bench.pay(1'000'000, 1'000);
    QVERIFY(paid.has_value());
    const Amount total = bench.balance().total();
    std::vector<TransactionRef> large;
    for (std::size_t height = 4; height <= 15; ++height) {
        large.push_back(support::largePayment(support::coinbaseOf(bench.blocks[height]), 4'000'000));
        (void)bench.node.engine().waiting().offer(large.back(), 9);
    }
    bench.node.run();
    QVERIFY(!bench.waits(paid->transaction));
    QVERIFY(bench.line(paid->transaction).state == TxState::Waiting);
    QVERIFY(bench.line(paid->transaction).absence == Absence::Evicted);
    QCOMPARE(bench.balance().total(), total);
    QCOMPARE(bench.balance().unconfirmed, Amount(5'000'000'000) - Amount(1'000'000) - paid->fee);
    const auto other = bench.pay(2'000'000, 200'000);
    QVERIFY(other.has_value());
    QVERIFY(other->transaction->inputs()[0].previous != paid->transaction->inputs()[0].previous);
    // Room again, after a while: it goes on by itself.
    bench.node.clock->advance(20 * 24 * 3600);
    bench.node.engine().hurry();
    bench.mine({});
    QVERIFY(bench.waits(paid->transaction));
    bench.minePool();
    QVERIFY(bench.line(paid->transaction).state == TxState::Confirmed);
}

/// Forty, each on the change of the one before, in blocks that lose: the mempool has room for 25 of a line.
void OutboxTest::keepsAForkedLineOfPayments() {
    OutboxBench bench(1);
    const BlockHash fork = bench.node.tip().hash();
    std::vector<TransactionRef> line;
    for (int i = 0; i < 40; ++i) {
        const auto paid = bench.pay(1'000'000);
        QVERIFY(paid.has_value());
        line.push_back(paid->transaction);
        bench.mine({line.back()});
    }
    const Amount total = bench.balance().total();
    BlockHash tip = fork;
    for (int i = 0; i <= 40; ++i) {
        const auto block = bench.node.maker.mineOn(tip);
        bench.give(block);
        tip = block->header.hash();
    }
    bench.node.run();
    QVERIFY(bench.node.tip().hash() == tip);
    QCOMPARE(bench.node.pool().size(), std::size_t(25));
    QCOMPARE(bench.balance().total(), total);
    QCOMPARE(bench.balance().spendable, Amount()); // the last change is not in the mempool
    for (std::size_t i = 0; i < line.size(); ++i) {
        QVERIFY(bench.line(line[i]).state == TxState::Waiting);
        QCOMPARE(bench.line(line[i]).absence.has_value(), i >= 25);
    }
    bench.minePool();
    QCOMPARE(bench.node.pool().size(), std::size_t(15)); // offered again after the block
    bench.minePool();
    for (const TransactionRef& each : line)
        QVERIFY(bench.line(each).state == TxState::Confirmed);
    QCOMPARE(bench.balance().spendable, total);
}

void OutboxTest::freesWhatTheUserAbandons() {
    OutboxBench bench(1);
    const auto paid = bench.pay(1'000'000);
    QVERIFY(paid.has_value());
    QVERIFY(!bench.node.service(0).abandon(paid->transaction->txid())); // the mempool has it
    bench.node.clock->advance(20 * 24 * 3600);
    bench.node.engine().hurry();
    bench.node.run();
    QVERIFY(bench.line(paid->transaction).absence == Absence::Expired);
    const auto refused = bench.pay(2'000'000);
    QVERIFY(!refused && refused.error().error == wallet::PaymentError::InsufficientFunds);
    QVERIFY(bench.node.service(0).abandon(paid->transaction->txid()).has_value());
    QVERIFY(bench.line(paid->transaction).isAbandoned);
    QVERIFY(bench.pay(2'000'000).has_value());
    bench.mine({});
    QVERIFY(!bench.waits(paid->transaction));
}

/// A payment to us that could not be written down when it came is found once the disk works again.
void OutboxTest::readsTheMempoolAgainAfterTheDiskFailed() {
    OutboxBench bench;
    bench.mine({}, 20);
    const util::Bytes own = bench.node.wallet(0)->newReceiveAddress("x")->scriptPubKey;
    const auto receipt =
        support::spend({support::coinbaseOf(bench.blocks[5])}, {{Amount(4'000'000'000), own}});
    bench.node.faults[0] = {0, 1};
    QVERIFY(bench.node.engine().waiting().offer(receipt, 5).has_value());
    bench.node.run();
    QVERIFY(!bench.node.wallet(0)->transaction(receipt->txid()));
    QVERIFY(bench.node.service(0).published().get()->problem.has_value());
    bench.node.service(0).follow(); // as its timer does
    bench.node.run();
    QVERIFY(bench.line(receipt).state == TxState::Waiting);
    QCOMPARE(bench.balance().unconfirmed, Amount(4'000'000'000));
}

CAIRN_TEST(OutboxTest)
#include "OutboxTest.moc"
