#include "support/TestProgram.h"
#include "support/WalletFixture.h"

using primitives::Amount;
using primitives::TransactionRef;
using support::foreignCoin;
using support::must;
using support::outpointOf;
using support::output;
using support::payment;
using support::WalletFixture;

class BalanceTest : public QObject {
    Q_OBJECT
private slots:
    void isEmptyAtFirst();
    void maturesCoinbases();
    void countsOwnChangeAsSpendable();
    void doesNotTrustStrangers();
    void doesNotTrustChangeOfStrangersMoney();
    void countsNothingThatBuildsOnMissingMoney();
    void trustsAgainOnceConfirmed();
    void keepsTheConfirmedTotalWhileAPaymentWaits();
    void doesNotTrustSharedPayments();
    void followsLongChainsOfChange();
    void ordersWaitingTransactions();
    void sortsCoins();
};

void BalanceTest::isEmptyAtFirst() {
    const WalletFixture f;
    QVERIFY(f.balance() == wallet::WalletBalance{});
}

void BalanceTest::maturesCoinbases() {
    WalletFixture f;
    f.mine();
    f.mine({}, f.script(0)); // height 1: block 11 may spend it
    const Amount reward = f.chain.at(1).transactions[0]->outputs()[0].value;
    f.mineMany(8);
    QCOMPARE(f.chain.height(), 9);
    QCOMPARE(f.balance().immature, reward);
    QCOMPARE(f.balance().spendable, Amount());
    QCOMPARE(f.balance().confirmedTotal, reward);
    QCOMPARE(f.balance().nextMaturityHeight, 11);
    f.mine();
    QCOMPARE(f.balance().immature, Amount());
    QCOMPARE(f.balance().spendable, reward);
    QCOMPARE(f.balance().nextMaturityHeight, -1);
    f.cutTo(9);
    QCOMPARE(f.balance().immature, reward);
    QCOMPARE(f.wallet->balance(10).spendable, reward); // a best height ahead of the wallet counts
}

void BalanceTest::countsOwnChangeAsSpendable() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    must(f.wallet->applyWaiting(
        payment({outpointOf(income)}, {output(60'000), output(9'000, f.script(0, support::kChange))})));
    QCOMPARE(f.balance().spendable, Amount(9'000));
    QCOMPARE(f.balance().unconfirmed, Amount());
    QCOMPARE(f.balance().coinCount, std::int64_t(1));
}

void BalanceTest::doesNotTrustStrangers() {
    WalletFixture f;
    f.mine();
    must(f.wallet->applyWaiting(payment({foreignCoin(1)}, {output(9'000, f.script(0))})));
    QCOMPARE(f.balance().unconfirmed, Amount(9'000));
    QCOMPARE(f.balance().spendable, Amount());
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), Amount(1'000)}};
    QVERIFY(f.wallet->draft(request, 0).error().error == wallet::PaymentError::InsufficientFunds);
}

void BalanceTest::doesNotTrustChangeOfStrangersMoney() {
    WalletFixture f;
    f.mine();
    const TransactionRef income = payment({foreignCoin(1)}, {output(9'000, f.script(0))});
    const TransactionRef child = payment({outpointOf(income)}, {output(8'000, f.script(1))});
    must(f.wallet->applyWaiting(income));
    must(f.wallet->applyWaiting(child));
    QCOMPARE(f.balance().unconfirmed, Amount(8'000));
    QCOMPARE(f.balance().spendable, Amount());
    f.mine({income});
    QCOMPARE(f.balance().spendable, Amount(8'000));
    f.cutTo(0);
    QCOMPARE(f.balance().unconfirmed, Amount(8'000));
}

/// Of the child nobody has said that it is gone, too: the wallet's own list and its sum agree all the same.
void BalanceTest::countsNothingThatBuildsOnMissingMoney() {
    WalletFixture f;
    f.mine();
    const TransactionRef income = payment({foreignCoin(1)}, {output(9'000, f.script(0))});
    const TransactionRef child = payment({outpointOf(income)}, {output(8'000, f.script(1))});
    must(f.wallet->applyWaiting(income));
    must(f.wallet->applyWaiting(child));
    f.wallet->setAbsent(income->txid(), wallet::Absence::Evicted);
    QCOMPARE(f.balance().total(), Amount());
    QVERIFY(f.wallet->coins().empty());
    QVERIFY(f.wallet->transaction(income->txid())->isMissing);
    QVERIFY(f.wallet->transaction(child->txid())->isMissing);
    QVERIFY(!f.wallet->transaction(child->txid())->absence);
    must(f.wallet->applyWaiting(income));
    QCOMPARE(f.balance().unconfirmed, Amount(8'000));
    QVERIFY(!f.wallet->transaction(child->txid())->isMissing);
    f.wallet->setAbsent(income->txid(), wallet::Absence::Evicted);
    f.mine({income});
    QCOMPARE(f.balance().spendable, Amount(8'000));
}

void BalanceTest::trustsAgainOnceConfirmed() {
    WalletFixture f;
    const TransactionRef income = payment({foreignCoin(1)}, {output(9'000, f.script(0))});
    must(f.wallet->applyWaiting(income));
    f.mine({income});
    QCOMPARE(f.balance().spendable, Amount(9'000));
}

void BalanceTest::keepsTheConfirmedTotalWhileAPaymentWaits() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef expense =
        payment({outpointOf(income)}, {output(60'000), output(9'000, f.script(1))});
    must(f.wallet->applyWaiting(expense));
    QCOMPARE(f.balance().confirmedTotal, Amount(70'000));
    f.mine({expense});
    QCOMPARE(f.balance().confirmedTotal, Amount(9'000));
}

void BalanceTest::doesNotTrustSharedPayments() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    // Somebody else's input can be spent elsewhere at any moment.
    must(
        f.wallet->applyWaiting(payment({outpointOf(income), foreignCoin(5)}, {output(65'000, f.script(1))})));
    QCOMPARE(f.balance().unconfirmed, Amount(65'000));
    QVERIFY(!f.wallet->history(0, 1)[0].fee);
    QCOMPARE(f.wallet->history(0, 1)[0].spent, Amount(70'000));
}

void BalanceTest::followsLongChainsOfChange() {
    WalletFixture f;
    TransactionRef last = f.fund(1'000'000);
    for (std::uint32_t i = 0; i < 3000; ++i) {
        last = payment({outpointOf(last)}, {output(1'000'000 - i, f.script(i % 5))});
        must(f.wallet->applyWaiting(last));
    }
    QCOMPARE(f.balance().spendable, Amount(1'000'000 - 2999));
    QCOMPARE(f.wallet->waitingTransactions().size(), std::size_t(3000));
}

void BalanceTest::ordersWaitingTransactions() {
    WalletFixture f;
    const TransactionRef a = payment({foreignCoin(1)}, {output(9'000, f.script(0))});
    const TransactionRef b = payment({outpointOf(a)}, {output(8'000, f.script(1))});
    const TransactionRef c = payment({outpointOf(b), foreignCoin(2)}, {output(7'000, f.script(2))});
    for (const TransactionRef& transaction : {c, b, a})
        f.wallet->applyWaiting(transaction).value();
    const auto waiting = f.wallet->waitingTransactions();
    QCOMPARE(waiting.size(), std::size_t(3));
    QVERIFY(waiting[0] == a && waiting[1] == b && waiting[2] == c);
}

void BalanceTest::sortsCoins() {
    WalletFixture f;
    must(f.wallet->applyWaiting(payment({foreignCoin(9)}, {output(1, f.script(0)), output(2, f.script(0))})));
    f.fund(3);
    f.fund(4);
    const auto coins = f.wallet->coins();
    QCOMPARE(coins.size(), std::size_t(4));
    QCOMPARE(coins[0].output.value, Amount(3));
    QCOMPARE(coins[1].output.value, Amount(4));
    QCOMPARE(coins[3].output.value, Amount(2));
}

CAIRN_TEST(BalanceTest)
#include "BalanceTest.moc"
