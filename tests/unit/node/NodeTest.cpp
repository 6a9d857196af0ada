#include "support/InvalidBlocks.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <set>

#include <set>

using test::MemoryNode;

class NodeTest : public QObject {
    Q_OBJECT
private slots:
    void minesExactlyOneBlockAJob();
    void sendsManyPaymentsOneAfterTheOther();
    void bringsPaymentsBackAfterAReorganisation();
    void countsOnNothingThatAReorganisationMadeImpossible();
    void minesToOneAddressARun();
    void takesNothingAfterTheDiskFailed();
    void tellsTheLastNews();
    void runsWithoutAWallet();
    void stopsTwice();

private:
    static wallet::PaymentRequest paymentTo(MemoryNode& node, std::int64_t satoshi);
};

wallet::PaymentRequest NodeTest::paymentTo(MemoryNode& node, std::int64_t satoshi) {
    const auto address = MemoryNode::answer(node->wallet().newReceiveAddress("test"));
    wallet::PaymentRequest request;
    request.recipients = {{(*address)->scriptPubKey, primitives::Amount(satoshi)}};
    return request;
}

void NodeTest::minesExactlyOneBlockAJob() {
    MemoryNode node;
    QVERIFY(node.start());
    for (int height = 1; height <= 20; ++height) {
        QVERIFY(node.mine(1));
        QTRY_COMPARE(node->chain().status()->tip.height, height);
    }
    QTRY_COMPARE(node->mining().status()->foundBlocks, 20);
    QVERIFY(!node->mining().status()->enabled);
}

void NodeTest::sendsManyPaymentsOneAfterTheOther() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(110));
    const auto request = paymentTo(node, 10'000'000);
    std::vector<QFuture<Result<node::SentPayment, node::PayFailure>>> sent;
    for (int i = 0; i < 20; ++i)
        sent.push_back(node->wallet().pay(request));
    std::set<primitives::OutPoint> used;
    for (const auto& future : sent) {
        const auto outcome = MemoryNode::answer(future);
        QVERIFY(outcome.has_value());
        for (const auto& input : outcome->transaction->inputs())
            QVERIFY(used.insert(input.previous).second);
    }
    QTRY_COMPARE(node->chain().mempool()->items.size(), std::size_t(20));
    QVERIFY(node.mine(1));
    QTRY_COMPARE(node->chain().mempool()->items.size(), std::size_t(0));
    wallet::PaymentRequest impossible = request;
    impossible.recipients[0].amount = primitives::Amount(primitives::Amount::kMax);
    const auto refused = MemoryNode::answer(node->wallet().pay(impossible));
    QVERIFY(!refused && refused.error().error == wallet::PaymentError::InsufficientFunds);
}

void NodeTest::bringsPaymentsBackAfterAReorganisation() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(105));
    const auto before = node->wallet().status()->balance;
    const auto paid = MemoryNode::answer(node->wallet().pay(paymentTo(node, 5'000'000)));
    QVERIFY(paid.has_value());
    QVERIFY(node.mine(1));
    const auto tip = node->chain().status()->tip;
    QVERIFY(MemoryNode::answer(node->chain().invalidateBlock(tip.hash)).has_value());
    QCOMPARE(node->chain().status()->tip.height, tip.height - 1);
    QTRY_COMPARE(node->chain().mempool()->items.size(), std::size_t(1));
    QTRY_COMPARE(node->wallet().status()->syncedHeight, tip.height - 1);
    QTRY_COMPARE(node->wallet().status()->balance.total().satoshi(),
                 before.total().satoshi() - paid->fee.satoshi());
    QVERIFY(MemoryNode::answer(node->chain().reconsiderBlock(tip.hash)).has_value());
    QTRY_COMPARE(node->wallet().status()->syncedHeight, tip.height);
    QTRY_COMPARE(node->chain().mempool()->items.size(), std::size_t(0));
}

void NodeTest::countsOnNothingThatAReorganisationMadeImpossible() {
    support::RulesBench bench;
    MemoryNode node;
    QVERIFY(node.start());
    const auto submit = [&node](const primitives::BlockRef& block) {
        return MemoryNode::answer(node->chain().submitBlock(block)).reason;
    };
    for (const auto& block : bench.blocks)
        QCOMPARE(submit(block), QString());
    const util::Bytes own = paymentTo(node, 1).recipients.front().scriptPubKey;
    const support::Spendable coin = bench.coinbase(2);
    // Somebody pays us with change of a payment of theirs …
    const auto theirs = support::spend({coin}, {{coin.output.value, support::testScript()}});
    const auto toUs = support::spend({support::outputOf(*theirs)}, {{coin.output.value, own}});
    const auto first = bench.maker.mineOn(bench.tip(), {.transactions = {theirs}});
    QCOMPARE(submit(first), QString());
    QCOMPARE(submit(bench.maker.mineOn(first, {.transactions = {toUs}})), QString());
    const auto stateOf = [&node, &toUs] {
        const auto entry =
            MemoryNode::answer(node->wallet().ask([&toUs](const wallet::Wallet& wallet, std::int32_t) {
                return wallet.transaction(toUs->txid());
            }));
        return entry && *entry ? std::optional((*entry)->state) : std::nullopt;
    };
    QTRY_VERIFY(stateOf() == wallet::TxState::Confirmed);
    // … and then another branch wins, in which the coin behind it went elsewhere.
    auto tip = bench.maker.mineOn(bench.tip(), {.transactions = {support::spendAll(coin, 1'000)}});
    QCOMPARE(submit(tip), QStringLiteral("inconclusive"));
    tip = bench.maker.mineOn(tip);
    QCOMPARE(submit(tip), QStringLiteral("inconclusive"));
    tip = bench.maker.mineOn(tip);
    QCOMPARE(submit(tip), QString());
    // Nobody can know here that it is impossible for ever: it waits, and counts as nothing.
    QTRY_VERIFY(stateOf() == wallet::TxState::Waiting);
    QTRY_COMPARE(node->wallet().status()->balance.total().satoshi(), std::int64_t(0));
    QCOMPARE(node->chain().mempool()->items.size(), std::size_t(0));
    QVERIFY(MemoryNode::answer(node->wallet().abandon(toUs->txid()))->has_value());
    QVERIFY(stateOf() == wallet::TxState::Lost);
}

/// Once every block took another address, and each cost a look at all of them.
void NodeTest::minesToOneAddressARun() {
    MemoryNode node;
    QVERIFY(node.start());
    const auto addresses = [&node] {
        return MemoryNode::answer(node->wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
                   return wallet.addressCount(wallet::AddressGroup::Mining);
               }))
            .value_or(0);
    };
    QVERIFY(node.mine(12));
    QCOMPARE(addresses(), std::size_t(1));
    const auto scripts = node->wallet().ownScripts()->size();
    node->wallet().renewRewardScript();
    QCOMPARE(addresses(), std::size_t(2));
    (void)MemoryNode::answer(node->chain().engine().ask([](node::Engine&) { return true; }));
    QVERIFY(node.mine(3));
    const auto unused = MemoryNode::answer(node->wallet().ask([](const wallet::Wallet& wallet, std::int32_t) {
        const auto all = wallet.addresses(wallet::AddressGroup::Mining, 0, 9);
        return std::ranges::count(all, false, &wallet::WalletAddress::used);
    }));
    QCOMPARE(unused.value_or(-1), 0);
    QTRY_COMPARE(node->wallet().ownScripts()->size(), scripts + 1);
}

void NodeTest::takesNothingAfterTheDiskFailed() {
    MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node.mine(105));
    const QSignalSpy stopped(&*node, &node::Node::stopped);
    const QString path = MemoryNode::answer(
        node->chain().engine().ask([](node::Engine& engine) { return engine.databasePath(); }));
    {
        auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(path);
        other.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI"));
        QVERIFY(other.open());
        QSqlQuery drop(other);
        QVERIFY2(drop.exec(QStringLiteral("DROP TABLE waiting")), qPrintable(drop.lastError().text()));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    const auto history = node->wallet().status()->historySize;
    // The first finds out. It is on its way and in the wallet's own file: not to be paid a second time.
    QVERIFY(MemoryNode::answer(node->wallet().pay(paymentTo(node, 5'000'000))).has_value());
    const auto paid = MemoryNode::answer(node->wallet().pay(paymentTo(node, 5'000'000)));
    QVERIFY(!paid && paid.error().rejection);
    QVERIFY(paid.error().rejection->reason == consensus::Reject::DiskFailed);
    QCOMPARE(node->wallet().status()->historySize, history + 1);
    QTRY_COMPARE(stopped.count(), 1);
}

void NodeTest::tellsTheLastNews() {
    MemoryNode node;
    QVERIFY(node.start());
    int told = 0;
    chain::TipInfo last;
    connect(&*node, &node::Node::tipChanged, this, [&](const node::TipChanged& change) {
        ++told;
        last = change.tip;
    });
    QVERIFY(node.mine(50));
    QTRY_COMPARE(last.height, 50);
    QVERIFY(told <= 50);
    const auto row = MemoryNode::answer(
        node->chain().query([](explorer::ExplorerQueries& queries) { return queries.blocks(-1, 3); }));
    QVERIFY(row && row->size() == 3 && row->front().height == 50);
}

void NodeTest::runsWithoutAWallet() {
    MemoryNode node(false);
    QVERIFY(node.start());
    const auto mined = MemoryNode::answer(node->mining().mineOne({}, 1000).result);
    QVERIFY(!mined.found && mined.problem == node::MineProblem::NoAddress);
    const auto elsewhere =
        MemoryNode::answer(node->mining().mineOne(util::Bytes{0x51}, MemoryNode::kTimeoutMs).result);
    QVERIFY(elsewhere.found);
    const auto drafted = MemoryNode::answer(node->wallet().draft({}));
    QVERIFY(!drafted && drafted.error().error == wallet::PaymentError::NoWallet);
}

void NodeTest::stopsTwice() {
    MemoryNode node;
    QVERIFY(node.start());
    node->mining().change({true, {}, {}});
    const auto job = node->mining().mineOne(util::Bytes{0x51}, MemoryNode::kTimeoutMs);
    node.stop();
    const auto again = node->stop();
    QTRY_VERIFY(again.isFinished());
    QTRY_VERIFY(job.result.isFinished());
}

CAIRN_TEST(NodeTest)
#include "NodeTest.moc"
