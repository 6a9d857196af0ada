#include "wallet/Ledger.h"
#include "support/TestProgram.h"

#include "support/MemoryWalletStore.h"
#include "support/WalletBlocks.h"

using support::foreignCoin;
using support::output;
using support::payment;
using wallet::Ledger;
using wallet::TxState;
using wallet::WalletTransaction;

class LedgerTest : public QObject {
    Q_OBJECT
private slots:
    void numbersTransactionsInOrder();
    void pagesTheHistory();
    void keepsTheLineOfAChangedTransaction();
    void hidesForgottenTransactions();
    void findsSpendersAndChildren();
    void listsByHeight();
    void tracksUnspentCoins();
    void remembersRecentBlocks();
    void writesWhatChangedAndNoMore();
    void writesAnUndoneBlockNowhere();
    void rollsEverythingBack();
    void refusesRowsThatContradict();
    void pagesLongHistories();
    void listsEachKindByItself();
    void tellsWhatChanged();
    void findsByTheBeginningOfAnId();
};

namespace {

WalletTransaction entryOf(const primitives::TransactionRef& transaction, TxState state = TxState::Waiting,
                          std::int32_t height = -1) {
    WalletTransaction out;
    out.transaction = transaction;
    out.state = state;
    out.height = height;
    return out;
}

primitives::TransactionRef simple(std::uint32_t number) {
    return payment({foreignCoin(number)}, {output(1000)});
}

wallet::StoredCoin coinOf(const primitives::TransactionRef& transaction) {
    wallet::StoredCoin coin;
    coin.coin.outpoint = support::outpointOf(transaction);
    coin.coin.output = transaction->outputs()[0];
    return coin;
}

wallet::WalletTip blockAt(std::int32_t height, std::uint8_t branch = 0) {
    return {height, primitives::BlockHash(util::ByteArray<32>{static_cast<std::uint8_t>(height), branch, 1})};
}

wallet::WalletBatch collected(const Ledger& ledger) {
    wallet::WalletBatch batch;
    ledger.collect(batch);
    return batch;
}

} // namespace

void LedgerTest::numbersTransactionsInOrder() {
    Ledger ledger;
    for (std::uint32_t i = 1; i <= 3; ++i) {
        ledger.put(entryOf(simple(i)));
        QCOMPARE(ledger.find(simple(i)->txid())->sequence, std::int64_t(i));
    }
}

void LedgerTest::pagesTheHistory() {
    Ledger ledger;
    for (std::uint32_t i = 1; i <= 10; ++i)
        ledger.put(entryOf(simple(i)));
    const auto page = ledger.history(2, 3);
    QCOMPARE(page.size(), std::size_t(3));
    QCOMPARE(page[0].sequence, std::int64_t(8));
    QCOMPARE(page[2].sequence, std::int64_t(6));
    QCOMPARE(ledger.history(8, 5).size(), std::size_t(2));
    QVERIFY(ledger.history(10, 5).empty());
    QVERIFY(ledger.history(0, 0).empty());
    QCOMPARE(ledger.history(0, std::numeric_limits<std::size_t>::max()).size(), std::size_t(10));
}

void LedgerTest::keepsTheLineOfAChangedTransaction() {
    Ledger ledger;
    for (std::uint32_t i = 1; i <= 3; ++i)
        ledger.put(entryOf(simple(i)));
    WalletTransaction changed = *ledger.find(simple(2)->txid());
    changed.state = TxState::Confirmed;
    changed.height = 5;
    ledger.put(changed);
    QCOMPARE(ledger.historySize(), std::size_t(3));
    QVERIFY(ledger.history(1, 1)[0].state == TxState::Confirmed);
    QCOMPARE(ledger.unconfirmed().size(), std::size_t(2));
}

void LedgerTest::hidesForgottenTransactions() {
    Ledger ledger;
    ledger.put(entryOf(simple(1)));
    ledger.put(entryOf(simple(2)));
    WalletTransaction hidden = *ledger.find(simple(1)->txid());
    hidden.state = TxState::Lost;
    hidden.height = wallet::kForgotten;
    ledger.put(hidden);
    QCOMPARE(ledger.historySize(), std::size_t(1));
    QCOMPARE(ledger.all().size(), std::size_t(2));
    hidden.state = TxState::Waiting;
    hidden.sequence = 0;
    ledger.put(hidden);
    QCOMPARE(ledger.historySize(), std::size_t(2));
    QCOMPARE(ledger.history(0, 1)[0].transaction->txid().toHex(), simple(1)->txid().toHex());
}

void LedgerTest::findsSpendersAndChildren() {
    Ledger ledger;
    const auto parent = payment({foreignCoin(1)}, {output(1), output(2)});
    const auto child = payment({support::outpointOf(parent, 1), foreignCoin(2)}, {output(3)});
    const auto rival = payment({support::outpointOf(parent, 1)}, {output(4)});
    for (const auto& transaction : {parent, child, rival})
        ledger.put(entryOf(transaction));
    QCOMPARE(ledger.spendersOf(support::outpointOf(parent, 1)).size(), std::size_t(2));
    QVERIFY(ledger.spendersOf(support::outpointOf(parent, 0)).empty());
    QCOMPARE(ledger.childrenOf(*parent).size(), std::size_t(2));
    WalletTransaction lost = *ledger.find(child->txid());
    lost.state = TxState::Lost;
    ledger.put(lost);
    QVERIFY(ledger.activeSpenderOf(support::outpointOf(parent, 1)) == rival->txid());
    QVERIFY(!ledger.activeSpenderOf(support::outpointOf(parent, 1), &rival->txid()));
    ledger.erase(rival->txid());
    QCOMPARE(ledger.spendersOf(support::outpointOf(parent, 1)).size(), std::size_t(1));
}

void LedgerTest::listsByHeight() {
    Ledger ledger;
    for (std::uint32_t i = 1; i <= 5; ++i)
        ledger.put(entryOf(simple(i), TxState::Confirmed, static_cast<std::int32_t>(i)));
    QCOMPARE(ledger.confirmedAbove(3).size(), std::size_t(2));
    QCOMPARE(ledger.confirmedAbove(-1).size(), std::size_t(5));
    QVERIFY(ledger.confirmedAbove(5).empty());
}

void LedgerTest::tracksUnspentCoins() {
    Ledger ledger;
    const auto transaction = simple(1);
    ledger.put(entryOf(transaction));
    auto coin = coinOf(transaction);
    ledger.putCoin(coin);
    QVERIFY(ledger.unspent().contains(coin.coin.outpoint));
    coin.spentBy = simple(2)->txid();
    ledger.putCoin(coin);
    QVERIFY(!ledger.unspent().contains(coin.coin.outpoint));
    ledger.eraseCoin(coin.coin.outpoint);
    QVERIFY(ledger.coin(coin.coin.outpoint) == nullptr);
}

void LedgerTest::remembersRecentBlocks() {
    Ledger ledger;
    QVERIFY(ledger.restore({}, 5));
    QCOMPARE(ledger.tip().height, 4);
    QVERIFY(ledger.tip().hash.isNull());
    for (std::int32_t height = 5; height < 1505; ++height)
        ledger.pushBlock(blockAt(height));
    QCOMPARE(ledger.recentBlocks().size(), std::size_t(1000));
    QCOMPARE(ledger.recentBlocks().front().height, 505);
    ledger.dropBlocksAbove(1000);
    QVERIFY(ledger.tip() == blockAt(1000));
    ledger.dropBlocksAbove(400); // deeper than remembered
    QCOMPARE(ledger.tip().height, 400);
    QVERIFY(ledger.tip().hash.isNull());
    ledger.scanFrom(7);
    QCOMPARE(ledger.tip().height, 6);
}

void LedgerTest::writesWhatChangedAndNoMore() {
    Ledger ledger;
    ledger.put(entryOf(simple(1)));
    ledger.putCoin(coinOf(simple(1)));
    ledger.accept();
    QVERIFY(collected(ledger).transactions.empty());
    ledger.put(entryOf(simple(2)));
    ledger.erase(simple(2)->txid()); // never stored: nothing to remove
    ledger.erase(simple(1)->txid());
    ledger.eraseCoin(coinOf(simple(1)).coin.outpoint);
    const auto batch = collected(ledger);
    QVERIFY(batch.transactions.empty());
    QCOMPARE(batch.removedTransactions.size(), std::size_t(1));
    QCOMPARE(batch.removedCoins.size(), std::size_t(1));
    QVERIFY(!batch.revertedTo && batch.appliedBlocks.empty() && batch.properties.empty());
}

void LedgerTest::writesAnUndoneBlockNowhere() {
    Ledger ledger;
    for (std::int32_t height = 0; height < 3; ++height)
        ledger.pushBlock(blockAt(height));
    ledger.accept();
    ledger.pushBlock(blockAt(3));
    ledger.dropBlocksAbove(1);
    ledger.pushBlock(blockAt(2, 9));
    const auto batch = collected(ledger);
    QVERIFY(batch.revertedTo == 1);
    QCOMPARE(batch.appliedBlocks, std::vector<wallet::WalletTip>{blockAt(2, 9)});
}

void LedgerTest::rollsEverythingBack() {
    Ledger ledger;
    for (std::uint32_t i = 1; i <= 4; ++i)
        ledger.put(entryOf(simple(i)));
    ledger.putCoin(coinOf(simple(1)));
    for (std::int32_t height = 0; height < 3; ++height)
        ledger.pushBlock(blockAt(height));
    ledger.accept();

    WalletTransaction changed = *ledger.find(simple(2)->txid());
    changed.state = TxState::Confirmed;
    changed.height = 3;
    ledger.put(changed);
    ledger.erase(simple(3)->txid());
    ledger.put(entryOf(simple(5)));
    auto coin = coinOf(simple(1));
    coin.spentBy = simple(2)->txid();
    ledger.putCoin(coin);
    ledger.putCoin(coinOf(simple(2)));
    ledger.dropBlocksAbove(0);
    ledger.pushBlock(blockAt(1, 9));
    ledger.rollback();

    QCOMPARE(ledger.historySize(), std::size_t(4));
    for (std::size_t i = 0; i < 4; ++i)
        QCOMPARE(ledger.history(i, 1)[0].sequence, std::int64_t(4 - i));
    QVERIFY(ledger.find(simple(2)->txid())->state == TxState::Waiting);
    QVERIFY(ledger.confirmedAbove(-1).empty());
    QVERIFY(ledger.find(simple(5)->txid()) == nullptr);
    QCOMPARE(ledger.spendersOf(foreignCoin(3)).size(), std::size_t(1));
    QVERIFY(ledger.spendersOf(foreignCoin(5)).empty());
    QCOMPARE(ledger.unspent().size(), std::size_t(1));
    QVERIFY(ledger.coin(coinOf(simple(2)).coin.outpoint) == nullptr);
    QVERIFY(ledger.tip() == blockAt(2));
    QVERIFY(collected(ledger).transactions.empty());
}

void LedgerTest::refusesRowsThatContradict() {
    wallet::WalletContents contents;
    contents.coins.push_back(coinOf(simple(1)));
    QVERIFY(!Ledger().restore(contents, 0)); // a coin of no transaction
    contents.transactions.push_back(entryOf(simple(1)));
    QVERIFY(Ledger().restore(contents, 0));
    contents.coins[0].spentBy = simple(2)->txid();
    QVERIFY(!Ledger().restore(contents, 0)); // spent by nobody
    contents.coins[0].spentBy.reset();
    contents.coins[0].coin.outpoint.index = 1;
    QVERIFY(!Ledger().restore(contents, 0)); // an output it does not have
    contents.coins.clear();
    contents.recentBlocks = {blockAt(1), blockAt(3)};
    QVERIFY(!Ledger().restore(contents, 0));
    contents.recentBlocks.clear();
    contents.transactions[0].state = TxState::Confirmed;
    QVERIFY(!Ledger().restore(contents, 0)); // confirmed nowhere
}

void LedgerTest::pagesLongHistories() {
    Ledger ledger;
    for (std::uint32_t i = 0; i < 100'000; ++i)
        ledger.put(entryOf(simple(i), TxState::Confirmed, static_cast<std::int32_t>(i)));
    ledger.accept();
    for (std::size_t offset = 0; offset < 100'000; offset += 1000)
        QCOMPARE(ledger.history(offset, 50).size(), std::size_t(50));
}

void LedgerTest::listsEachKindByItself() {
    using wallet::HistoryKind;
    Ledger ledger;
    const auto put = [&ledger](std::uint32_t number, std::int64_t net, bool isCoinbase) {
        WalletTransaction entry = entryOf(simple(number));
        (net >= 0 ? entry.received : entry.spent) = primitives::Amount(net >= 0 ? net : -net);
        entry.isCoinbase = isCoinbase;
        ledger.put(entry);
    };
    put(1, 50, true);
    put(2, -20, false);
    put(3, 30, false);
    put(4, 0, false);
    put(5, 50, true);
    const auto numbers = [&ledger](HistoryKind kind) {
        QList<std::int64_t> out;
        for (const WalletTransaction& entry : ledger.history(0, 100, kind))
            out << entry.sequence;
        return out;
    };
    QCOMPARE(numbers(HistoryKind::All), (QList<std::int64_t>{5, 4, 3, 2, 1}));
    QCOMPARE(numbers(HistoryKind::Mined), (QList<std::int64_t>{5, 1}));
    QCOMPARE(numbers(HistoryKind::Received), (QList<std::int64_t>{4, 3}));
    QCOMPARE(numbers(HistoryKind::Sent), (QList<std::int64_t>{2}));
    QCOMPARE(ledger.history(1, 1, HistoryKind::Mined).front().sequence, std::int64_t{1});
    WalletTransaction other = *ledger.find(simple(4)->txid()); // more of its inputs turned out to be ours
    other.spent = primitives::Amount(10);
    ledger.put(other);
    QCOMPARE(numbers(HistoryKind::Received), (QList<std::int64_t>{3}));
    QCOMPARE(numbers(HistoryKind::Sent), (QList<std::int64_t>{4, 2}));
    ledger.erase(simple(5)->txid());
    QCOMPARE(numbers(HistoryKind::Mined), (QList<std::int64_t>{1}));
    QCOMPARE(ledger.historySize(HistoryKind::All), std::size_t{4});
    ledger.rollback();
    QCOMPARE(ledger.historySize(HistoryKind::Mined), std::size_t{0});
    QCOMPARE(ledger.historySize(HistoryKind::All), std::size_t{0});
}

void LedgerTest::tellsWhatChanged() {
    Ledger ledger;
    for (std::uint32_t i = 1; i <= 3; ++i)
        ledger.put(entryOf(simple(i)));
    const wallet::HistoryChanges first = ledger.historyChangesSince(0);
    QVERIFY(first.isWhole);
    QCOMPARE(first.txids.size(), std::size_t{3});
    QCOMPARE(first.revision, ledger.historyRevision());
    QVERIFY(ledger.historyChangesSince(first.revision).txids.empty());
    WalletTransaction noted = *ledger.find(simple(2)->txid());
    noted.note = "rent";
    ledger.put(noted);
    ledger.put(noted);
    ledger.erase(simple(1)->txid());
    const wallet::HistoryChanges second = ledger.historyChangesSince(first.revision);
    QVERIFY(second.isWhole);
    QCOMPARE(second.txids, (std::vector<primitives::TxId>{simple(2)->txid(), simple(1)->txid()}));
    for (std::uint32_t i = 10; i < 5'000; ++i)
        ledger.put(entryOf(simple(i)));
    QVERIFY(!ledger.historyChangesSince(first.revision).isWhole); // too long ago to tell one by one
    QVERIFY(!ledger.historyChangesSince(ledger.historyRevision() + 1).isWhole); // of another wallet
}

void LedgerTest::findsByTheBeginningOfAnId() {
    Ledger ledger;
    for (std::uint32_t i = 1; i <= 50; ++i)
        ledger.put(entryOf(simple(i), i == 7 ? TxState::Lost : TxState::Waiting, wallet::kGivenUp));
    const std::string id = simple(7)->txid().toHex();
    const auto found = ledger.historyById(id.substr(0, 10), 20);
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(found.front().state == TxState::Lost);
    QCOMPARE(found.front().height, -1);
    QCOMPARE(ledger.historyById({}, 20).size(), std::size_t{20});
    QVERIFY(ledger.historyById("zz", 20).empty());
}

CAIRN_TEST(LedgerTest)
#include "LedgerTest.moc"
