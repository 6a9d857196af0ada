#include "support/TestProgram.h"
#include "support/WalletFixture.h"

using primitives::Amount;
using primitives::TransactionRef;
using support::foreignCoin;
using support::foreignScript;
using support::must;
using support::outpointOf;
using support::output;
using support::payment;
using support::pictureOf;
using support::WalletFixture;
using wallet::TxState;

/// What blocks, waiting transactions and reorganisations do to a wallet.
class ChainFollowerTest : public QObject {
    Q_OBJECT
private slots:
    void findsPaymentsAndSpends();
    void handlesReceivingAndSpendingInOneBlock();
    void addsUpManyPaymentsToOneAddress();
    void confirmsWhatWaited();
    void makesRevertedTransactionsWait();
    void losesRevertedCoinbases();
    void losesWhatSpendsALostCoinbase();
    void takesALostCoinbaseBack();
    void losesWhatABlockContradicts();
    void losesDescendantsToo();
    void bringsTheLostBackWithTheChain();
    void bringsTheLostBackAfterARestart();
    void keepsTheEarliestContradiction();
    void letsTheTransactionOfTheBlockWinAfterARevert();
    void replacesWaitingTransactions();
    void losesTheReplacementWhenTheOriginalIsMined();
    void abandonsAPayment();
    void keepsTheCoinsOfWhatLeftTheMempool();
    void bringsBackWhatWasReplacedByOneThatIsLost();
    void staysAbandonedWhateverBlocksCome();
    void revivesAPaymentSeenAgain();
    void keepsATransactionThatABlockRefutesLost();
    void waitsForTheParentOfALostChild();
    void findsPaymentsBeyondTheLookAheadInOneBlock();
    void growsTheLookAheadWithUse();
    void connectsASpendKnownBeforeItsCoin();
    void ignoresWhatIsNotOurs();
    void revertsDeeperThanItRemembers();
};

void ChainFollowerTest::findsPaymentsAndSpends() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    QCOMPARE(f.balance().spendable, Amount(70'000));
    const auto entry = f.wallet->transaction(income->txid()).value();
    QCOMPARE(entry.received, Amount(70'000));
    QCOMPARE(entry.spent, Amount());
    QVERIFY(!entry.fee);
    QCOMPARE(entry.height, 0);
    QCOMPARE(entry.time, std::int64_t(f.chain.at(0).header.time));
    const TransactionRef expense =
        payment({outpointOf(income)}, {output(60'000), output(9'000, f.script(0, support::kChange))});
    f.mine({expense});
    const auto spent = f.wallet->transaction(expense->txid()).value();
    QCOMPARE(spent.spent, Amount(70'000));
    QCOMPARE(spent.received, Amount(9'000));
    QCOMPARE(spent.fee.value(), Amount(1'000));
    QCOMPARE(spent.net(), Amount(-61'000));
    QCOMPARE(f.balance().spendable, Amount(9'000));
    QCOMPARE(f.wallet->coins().size(), std::size_t(1));
    QVERIFY(f.wallet->coins()[0].isChange);
}

void ChainFollowerTest::handlesReceivingAndSpendingInOneBlock() {
    WalletFixture f;
    const TransactionRef income = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    const TransactionRef expense = payment({outpointOf(income)}, {output(69'000)});
    f.mine({income, expense});
    QCOMPARE(f.balance().total(), Amount());
    QCOMPARE(f.balance().confirmedTotal, Amount());
    QCOMPARE(f.wallet->historySize(), std::size_t(2));
    QCOMPARE(f.wallet->transaction(expense->txid()).value().fee.value(), Amount(1'000));
    f.reopen();
    f.cutTo(-1);
    QVERIFY(f.stateOf(income) == TxState::Waiting);
    QVERIFY(f.stateOf(expense) == TxState::Waiting);
    QVERIFY(f.wallet->coins().empty());
    const auto waiting = f.wallet->waitingTransactions();
    QCOMPARE(waiting.size(), std::size_t(2));
    QCOMPARE(waiting[0]->txid().toHex(), income->txid().toHex());
}

void ChainFollowerTest::addsUpManyPaymentsToOneAddress() {
    WalletFixture f;
    std::vector<primitives::TxOut> outputs(20, output(100, f.script(3)));
    f.mine({payment({foreignCoin(1)}, outputs), payment({foreignCoin(2)}, outputs)});
    QCOMPARE(f.balance().spendable, Amount(4'000));
    QCOMPARE(f.balance().coinCount, std::int64_t(40));
}

void ChainFollowerTest::confirmsWhatWaited() {
    WalletFixture f;
    f.mine();
    const TransactionRef income = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    f.clock.setNow(1'755'000'000);
    QVERIFY(f.wallet->applyWaiting(income).value());
    QCOMPARE(f.balance().unconfirmed, Amount(70'000));
    QCOMPARE(f.balance().spendable, Amount());
    QCOMPARE(f.wallet->transaction(income->txid()).value().height, -1);
    f.mine({income});
    QCOMPARE(f.balance().unconfirmed, Amount());
    QCOMPARE(f.balance().spendable, Amount(70'000));
    const auto entry = f.wallet->transaction(income->txid()).value();
    QCOMPARE(entry.height, 1);
    QCOMPARE(entry.block.toHex(), f.chain.at(1).header.hash().toHex());
    QCOMPARE(entry.time, std::int64_t(1'755'000'000)); // first seen
    QCOMPARE(f.wallet->historySize(), std::size_t(1));
}

void ChainFollowerTest::makesRevertedTransactionsWait() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef expense = payment({outpointOf(income)}, {output(69'000)});
    f.mine({expense});
    QCOMPARE(f.balance().total(), Amount());
    f.cutTo(0);
    QVERIFY(f.stateOf(expense) == TxState::Waiting);
    QCOMPARE(f.balance().total(), Amount()); // still spent, by what waits
    QCOMPARE(f.balance().confirmedTotal, Amount(70'000));
    f.cutTo(-1);
    QVERIFY(f.stateOf(income) == TxState::Waiting);
    QCOMPARE(f.balance().confirmedTotal, Amount());
    QCOMPARE(f.wallet->tip().height, -1);
    f.mine({income, expense});
    QVERIFY(f.stateOf(expense) == TxState::Confirmed);
}

void ChainFollowerTest::losesRevertedCoinbases() {
    WalletFixture f;
    f.mine();
    f.mine({}, f.script(0));
    const TransactionRef reward = f.chain.at(1).transactions[0];
    QCOMPARE(f.balance().immature, reward->outputs()[0].value);
    QCOMPARE(f.balance().nextMaturityHeight, 11);
    f.cutTo(0);
    QVERIFY(f.stateOf(reward) == TxState::Lost);
    QCOMPARE(f.balance().total(), Amount());
    QVERIFY(f.wallet->coins().empty());
    QVERIFY(f.wallet->waitingTransactions().empty());
}

void ChainFollowerTest::losesWhatSpendsALostCoinbase() {
    WalletFixture f;
    f.mine({}, f.script(0));
    f.mineMany(10);
    const TransactionRef reward = f.chain.at(0).transactions[0];
    const TransactionRef child = payment({outpointOf(reward)}, {output(1'000, f.script(1)), output(2'000)});
    const TransactionRef grandChild =
        payment({outpointOf(child, 1)}, {output(1'500, f.script(2))}); // over somebody else
    must(f.wallet->applyWaiting(child));
    must(f.wallet->applyWaiting(grandChild));
    f.cutTo(-1);
    for (const TransactionRef& transaction : {reward, child, grandChild})
        QVERIFY(f.stateOf(transaction) == TxState::Lost);
    QVERIFY(f.wallet->coins().empty());
}

void ChainFollowerTest::takesALostCoinbaseBack() {
    WalletFixture f;
    f.mine({}, f.script(0));
    const primitives::Block block = f.chain.at(0);
    const TransactionRef child = payment({outpointOf(block.transactions[0])}, {output(1'000, f.script(1))});
    must(f.wallet->applyWaiting(child));
    must(f.wallet->revertTo(-1));
    QVERIFY(f.stateOf(child) == TxState::Lost);
    f.wallet->setAbsent(child->txid(), wallet::Absence::Unfit);
    must(f.wallet->applyBlock(block, block.header.hash(), 0));
    QVERIFY(f.stateOf(block.transactions[0]) == TxState::Confirmed);
    QVERIFY(f.stateOf(child) == TxState::Waiting); // sent again
    QCOMPARE(f.balance().immature, Amount());
}

void ChainFollowerTest::losesWhatABlockContradicts() {
    WalletFixture f;
    f.mine();
    const TransactionRef income = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    must(f.wallet->applyWaiting(income));
    // The rival pays nobody here: only its input tells.
    f.mine({payment({foreignCoin(1), foreignCoin(2)}, {output(70'000)})});
    QVERIFY(f.stateOf(income) == TxState::Lost);
    QCOMPARE(f.wallet->transaction(income->txid()).value().height, -1);
    QCOMPARE(f.balance().total(), Amount());
    QCOMPARE(f.wallet->historySize(), std::size_t(1));
}

void ChainFollowerTest::losesDescendantsToo() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef child = payment({outpointOf(income)}, {output(60'000, f.script(1))});
    const TransactionRef grandChild = payment({outpointOf(child)}, {output(50'000, f.script(2))});
    must(f.wallet->applyWaiting(child));
    must(f.wallet->applyWaiting(grandChild));
    QCOMPARE(f.balance().spendable, Amount(50'000));
    const TransactionRef rival = payment({outpointOf(income)}, {output(1'000, f.script(3))});
    f.mine({rival});
    QVERIFY(f.stateOf(child) == TxState::Lost);
    QVERIFY(f.stateOf(grandChild) == TxState::Lost);
    QCOMPARE(f.balance().spendable, Amount(1'000));
    QCOMPARE(f.wallet->coins().size(), std::size_t(1));
}

void ChainFollowerTest::bringsTheLostBackWithTheChain() {
    WalletFixture f;
    f.mine();
    const TransactionRef income = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    const TransactionRef child = payment({outpointOf(income)}, {output(60'000, f.script(1))});
    must(f.wallet->applyWaiting(income));
    must(f.wallet->applyWaiting(child));
    const auto before = pictureOf(*f.wallet, 0);
    f.mine({payment({foreignCoin(1)}, {output(70'000)})});
    QVERIFY(f.stateOf(child) == TxState::Lost);
    f.cutTo(0);
    QCOMPARE(pictureOf(*f.wallet, 0), before);
    QCOMPARE(f.wallet->waitingTransactions().size(), std::size_t(2));
}

void ChainFollowerTest::bringsTheLostBackAfterARestart() {
    WalletFixture f;
    f.mine();
    const TransactionRef income = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    must(f.wallet->applyWaiting(income));
    // The mempool may tell before the block is seen here.
    f.wallet->setAbsent(income->txid(), wallet::Absence::Conflict);
    f.mine({payment({foreignCoin(1)}, {output(70'000)})});
    f.reopen();
    QVERIFY(f.stateOf(income) == TxState::Lost);
    f.cutTo(0);
    QVERIFY(f.stateOf(income) == TxState::Waiting);
}

void ChainFollowerTest::keepsTheEarliestContradiction() {
    WalletFixture f;
    f.mine();
    const TransactionRef income = payment({foreignCoin(1), foreignCoin(2)}, {output(70'000, f.script(0))});
    must(f.wallet->applyWaiting(income));
    f.mine({payment({foreignCoin(1)}, {output(1)})});
    f.mine({payment({foreignCoin(2)}, {output(1)})});
    f.cutTo(1);
    QVERIFY(f.stateOf(income) == TxState::Lost);
    f.cutTo(0);
    QVERIFY(f.stateOf(income) == TxState::Waiting);
}

void ChainFollowerTest::letsTheTransactionOfTheBlockWinAfterARevert() {
    WalletFixture f;
    f.mine();
    const TransactionRef ours = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    const TransactionRef mined = payment({foreignCoin(1)}, {output(50'000, f.script(0))});
    must(f.wallet->applyWaiting(ours));
    f.mine({mined});
    f.cutTo(0);
    QVERIFY(f.stateOf(mined) == TxState::Waiting);
    QVERIFY(f.stateOf(ours) == TxState::Lost);
    QCOMPARE(f.balance().unconfirmed, Amount(50'000));
    f.mine({ours});
    QVERIFY(f.stateOf(mined) == TxState::Lost);
    QVERIFY(f.stateOf(ours) == TxState::Confirmed);
    QCOMPARE(f.balance().spendable, Amount(70'000));
}

void ChainFollowerTest::replacesWaitingTransactions() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef first = payment({outpointOf(income)}, {output(60'000), output(9'000, f.script(1))});
    const TransactionRef second = payment({outpointOf(income)}, {output(60'000), output(8'000, f.script(1))});
    must(f.wallet->applyWaiting(first));
    must(f.wallet->applyWaiting(second));
    f.wallet->setAbsent(first->txid(), wallet::Absence::Replaced); // the mempool's word may come later
    QVERIFY(f.stateOf(first) == TxState::Lost);
    QVERIFY(f.stateOf(second) == TxState::Waiting);
    QCOMPARE(f.balance().spendable, Amount(8'000));
    // A stranger may replace a payment by one that does not pay us at all: nobody counts on it, but it may
    // be mined.
    const TransactionRef promised = payment({foreignCoin(5)}, {output(1'000, f.script(2))});
    must(f.wallet->applyWaiting(promised));
    QVERIFY(f.wallet->applyWaiting(payment({foreignCoin(5)}, {output(900)})).value());
    QVERIFY(f.stateOf(promised) == TxState::Waiting);
    QVERIFY(f.wallet->transaction(promised->txid())->absence == wallet::Absence::Replaced);
    QCOMPARE(f.balance().total(), Amount(8'000));
    QCOMPARE(f.wallet->coins().size(), std::size_t(1));
}

/// "Not in my mempool" is not "dead": pushed out, expired or refused, somebody may mine it all the same.
void ChainFollowerTest::keepsTheCoinsOfWhatLeftTheMempool() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef expense =
        payment({outpointOf(income)}, {output(60'000), output(9'000, f.script(1))});
    must(f.wallet->applyWaiting(expense));
    QCOMPARE(f.balance().spendable, Amount(9'000));
    f.wallet->setAbsent(expense->txid(), wallet::Absence::Evicted);
    QVERIFY(f.stateOf(expense) == TxState::Waiting);
    QCOMPARE(f.balance().spendable, Amount()); // what builds on it would be refused
    QCOMPARE(f.balance().unconfirmed, Amount(9'000));
    QCOMPARE(f.wallet->absentTransactions().size(), std::size_t(1));
    must(f.wallet->applyWaiting(expense)); // there again
    QVERIFY(f.wallet->absentTransactions().empty());
    QCOMPARE(f.balance().spendable, Amount(9'000));
    f.wallet->setAbsent(expense->txid(), wallet::Absence::Expired);
    f.mine({expense});
    QVERIFY(f.stateOf(expense) == TxState::Confirmed);
    QCOMPARE(f.balance().spendable, Amount(9'000));
}

/// Two of our own that spend one coin: whichever is lost for good, the other one goes on.
void ChainFollowerTest::bringsBackWhatWasReplacedByOneThatIsLost() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef other = f.fund(30'000, 1);
    const TransactionRef first = payment({outpointOf(income)}, {output(60'000)});
    const TransactionRef child = payment({outpointOf(first)}, {output(50'000, f.script(4))});
    const TransactionRef second = payment({outpointOf(income), outpointOf(other)}, {output(90'000)});
    must(f.wallet->applyWaiting(first));
    must(f.wallet->applyWaiting(child));
    must(f.wallet->applyWaiting(second));
    QVERIFY(f.stateOf(first) == TxState::Lost);
    QVERIFY(f.stateOf(child) == TxState::Lost);
    QVERIFY(!f.wallet->transaction(first->txid())->isAbandoned);
    f.reopen();
    const std::uint64_t growth = f.wallet->growth();
    f.mine({payment({outpointOf(other)}, {output(29'000)})}); // the second is impossible now
    QVERIFY(f.wallet->growth() > growth);                     // the mempool is asked for what it has
    QVERIFY(f.stateOf(second) == TxState::Lost);
    QVERIFY(f.stateOf(first) == TxState::Waiting);
    QVERIFY(f.stateOf(child) == TxState::Waiting);
    f.cutTo(1);
    QVERIFY(f.stateOf(second) == TxState::Lost); // as before the block: one of the two
    QVERIFY(f.stateOf(first) == TxState::Waiting);
}

void ChainFollowerTest::staysAbandonedWhateverBlocksCome() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef expense = payment({outpointOf(income)}, {output(69'000)});
    must(f.wallet->applyWaiting(expense));
    must(f.wallet->abandon(expense->txid()));
    f.mine({payment({outpointOf(income)}, {output(60'000)})});
    f.cutTo(0);
    QVERIFY(f.stateOf(expense) == TxState::Lost);
    QVERIFY(f.wallet->transaction(expense->txid())->isAbandoned);
    f.reopen();
    QVERIFY(f.wallet->transaction(expense->txid())->isAbandoned);
    f.mine({expense}); // somebody had it
    QVERIFY(f.stateOf(expense) == TxState::Confirmed);
}

void ChainFollowerTest::losesTheReplacementWhenTheOriginalIsMined() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef first = payment({outpointOf(income)}, {output(9'000, f.script(1))});
    const TransactionRef second = payment({outpointOf(income)}, {output(8'000, f.script(1))});
    must(f.wallet->applyWaiting(first));
    must(f.wallet->applyWaiting(second));
    f.mine({first});
    QVERIFY(f.stateOf(first) == TxState::Confirmed);
    QVERIFY(f.stateOf(second) == TxState::Lost);
    QCOMPARE(f.balance().spendable, Amount(9'000));
}

void ChainFollowerTest::abandonsAPayment() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef expense = payment({outpointOf(income)}, {output(69'000)});
    must(f.wallet->applyWaiting(expense));
    QCOMPARE(f.balance().total(), Amount());
    must(f.wallet->abandon(expense->txid()));
    QVERIFY(f.stateOf(expense) == TxState::Lost);
    QCOMPARE(f.balance().spendable, Amount(70'000));
    must(f.wallet->abandon(expense->txid()));    // twice does no harm
    QVERIFY(!f.wallet->abandon(income->txid())); // not what a block has
    QVERIFY(f.stateOf(income) == TxState::Confirmed);
}

void ChainFollowerTest::revivesAPaymentSeenAgain() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef expense = payment({outpointOf(income)}, {output(69'000)});
    must(f.wallet->applyWaiting(expense));
    const auto before = pictureOf(*f.wallet, 0);
    must(f.wallet->abandon(expense->txid()));
    must(f.wallet->applyWaiting(expense));
    QCOMPARE(pictureOf(*f.wallet, 0), before);
}

void ChainFollowerTest::keepsATransactionThatABlockRefutesLost() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef mined = payment({outpointOf(income)}, {output(9'000, f.script(1))});
    f.mine({mined});
    const TransactionRef late = payment({outpointOf(income)}, {output(8'000, f.script(1))});
    QVERIFY(f.wallet->applyWaiting(late).value());
    QVERIFY(f.stateOf(late) == TxState::Lost);
    QVERIFY(f.stateOf(mined) == TxState::Confirmed);
    QCOMPARE(f.balance().spendable, Amount(9'000));
}

void ChainFollowerTest::waitsForTheParentOfALostChild() {
    WalletFixture f;
    f.mine();
    const TransactionRef parent = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    const TransactionRef child = payment({outpointOf(parent)}, {output(60'000, f.script(1))});
    must(f.wallet->applyWaiting(parent));
    must(f.wallet->abandon(parent->txid()));
    must(f.wallet->applyWaiting(child)); // news in the wrong order
    QVERIFY(f.stateOf(child) == TxState::Lost);
    must(f.wallet->applyWaiting(parent));
    QVERIFY(f.stateOf(child) == TxState::Waiting);
    QCOMPARE(f.balance().unconfirmed, Amount(60'000));
}

void ChainFollowerTest::findsPaymentsBeyondTheLookAheadInOneBlock() {
    WalletFixture f;
    // 25 is visible only once 8 and then 17 are known to be used.
    f.mine({payment({foreignCoin(1)}, {output(1, f.script(25))}),
            payment({foreignCoin(2)}, {output(2, f.script(17))}),
            payment({foreignCoin(3)}, {output(4, f.script(8))})});
    QCOMPARE(f.balance().spendable, Amount(7));
    QVERIFY(
        f.wallet->applyWaiting(payment({foreignCoin(4)}, {output(8, f.script(43)), output(16, f.script(34))}))
            .value());
    QCOMPARE(f.balance().unconfirmed, Amount(24));
}

void ChainFollowerTest::growsTheLookAheadWithUse() {
    WalletFixture f;
    for (std::uint32_t index = 9; index < 200; index += 10)
        f.fund(1'000, index);
    QCOMPARE(f.balance().spendable, Amount(20'000));
    QVERIFY(f.wallet->isMine(f.script(209)));
    QVERIFY(!f.wallet->isMine(f.script(210)));
    f.reopen();
    QVERIFY(f.wallet->isMine(f.script(209)));
    QVERIFY(f.wallet->isMine(f.script(5)));
    QCOMPARE(f.wallet->addresses().size(), std::size_t(20));
}

void ChainFollowerTest::connectsASpendKnownBeforeItsCoin() {
    WalletFixture f;
    const TransactionRef income = payment({foreignCoin(1)}, {output(70'000, f.script(0))});
    const TransactionRef expense =
        payment({outpointOf(income)}, {output(60'000), output(9'000, f.script(1))});
    must(f.wallet->applyWaiting(expense));
    QCOMPARE(f.balance().unconfirmed, Amount(9'000)); // looks like a stranger's payment
    f.mine({income});
    QCOMPARE(f.balance().total(), Amount(9'000));
    QCOMPARE(f.balance().spendable, Amount(9'000));
    QCOMPARE(f.wallet->transaction(expense->txid()).value().fee.value(), Amount(1'000));
}

void ChainFollowerTest::ignoresWhatIsNotOurs() {
    WalletFixture f;
    const TransactionRef foreign = payment({foreignCoin(1)}, {output(70'000)});
    QVERIFY(!f.wallet->applyWaiting(foreign).value());
    f.mine({foreign});
    QVERIFY(!f.wallet->applyWaiting(support::coinbase(1, f.script(0))).value());
    QCOMPARE(f.wallet->historySize(), std::size_t(0));
    QVERIFY(!f.wallet->transaction(foreign->txid()));
}

void ChainFollowerTest::revertsDeeperThanItRemembers() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    for (int i = 0; i < 1100; ++i) {
        const auto& block = f.chain.mine();
        must(f.wallet->applyBlock(block, block.header.hash(), f.chain.height(), false));
    }
    must(f.wallet->flush());
    QCOMPARE(f.wallet->recentBlocks().size(), std::size_t(1000));
    QCOMPARE(f.store.recentBlocks(), std::size_t(1000));
    f.cutTo(0);
    QCOMPARE(f.wallet->tip().height, 0);
    QVERIFY(f.stateOf(income) == TxState::Confirmed);
    f.reopen();
    QCOMPARE(f.wallet->tip().height, 0);
    f.mineMany(5);
    QCOMPARE(f.wallet->tip().height, 5);
    f.reopen();
    QCOMPARE(f.wallet->tip().height, 5);
    QCOMPARE(f.wallet->recentBlocks().size(), std::size_t(5));
}

CAIRN_TEST(ChainFollowerTest)
#include "ChainFollowerTest.moc"
