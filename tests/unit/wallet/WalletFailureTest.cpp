#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include <functional>
#include <map>

using primitives::TransactionRef;
using support::foreignCoin;
using support::must;
using support::outpointOf;
using support::output;
using support::payment;
using support::pictureOf;
using support::WalletFixture;
using wallet::WalletError;

/// A store that fails: the error is told and memory is what the store has.
class WalletFailureTest : public QObject {
    Q_OBJECT
private slots:
    void takesEveryChangeBack_data();
    void takesEveryChangeBack();
    void takesUnflushedBlocksBack();
    void keepsTheOldPassphrase();
    void givesOutNothingThatIsNotWritten();
    void saysThatItIsUncertain();
    void makesNoWalletInABrokenStore();
};

namespace {

using Change = std::function<bool(WalletFixture&)>; ///< true when it succeeded

/// A wallet with something of everything.
std::unique_ptr<WalletFixture> busyWallet() {
    auto f = std::make_unique<WalletFixture>();
    const TransactionRef income = f->fund(70'000);
    f->fund(40'000, 1);
    f->mine({}, f->script(2));
    const TransactionRef expense =
        payment({outpointOf(income)}, {output(60'000), output(9'000, f->script(3))});
    must(f->wallet->applyWaiting(expense));
    must(f->wallet->applyWaiting(payment({foreignCoin(1)}, {output(5, f->script(4))})));
    f->mine({payment({foreignCoin(1)}, {output(5)})}); // the last one is Lost
    must(f->wallet->setNote(income->txid(), "a note"));
    must(f->wallet->newReceiveAddress("a label"));
    must(f->wallet->currentReceiveAddress());
    return f;
}

const std::map<QByteArray, Change>& changes() {
    static const std::map<QByteArray, Change> all = {
        {"applyBlock",
         [](WalletFixture& f) {
             const auto& block =
                 f.chain.mine({payment({foreignCoin(50)}, {output(1, f.script(9))}),
                               payment({f.wallet->coins()[0].outpoint}, {output(1, f.script(7))})});
             return f.wallet->applyBlock(block, block.header.hash(), f.chain.height()).has_value();
         }},
        {"revertTo", [](WalletFixture& f) { return f.wallet->revertTo(0).has_value(); }},
        {"applyWaiting",
         [](WalletFixture& f) {
             return f.wallet->applyWaiting(payment({f.wallet->coins()[0].outpoint}, {output(1, f.script(8))}))
                 .has_value();
         }},
        {"abandon",
         [](WalletFixture& f) {
             return f.wallet->abandon(f.wallet->waitingTransactions()[0]->txid()).has_value();
         }},
        {"restartFrom", [](WalletFixture& f) { return f.wallet->restartFrom(0).has_value(); }},
        {"newReceiveAddress", [](WalletFixture& f) { return f.wallet->newReceiveAddress("x").has_value(); }},
        {"setAddressLabel",
         [](WalletFixture& f) {
             return f.wallet->setAddressLabel(f.wallet->addresses()[0].address, "x").has_value();
         }},
        {"setNote",
         [](WalletFixture& f) {
             return f.wallet->setNote(f.wallet->history(0, 1)[0].transaction->txid(), "x").has_value();
         }},
        {"confirmBackup",
         [](WalletFixture& f) { return f.wallet->confirmBackup(f.wallet->accountXpub()).has_value(); }},
    };
    return all;
}

} // namespace

void WalletFailureTest::takesEveryChangeBack_data() {
    QTest::addColumn<QByteArray>("change");
    for (const auto& [name, change] : changes())
        QTest::newRow(name.constData()) << name;
}

void WalletFailureTest::takesEveryChangeBack() {
    QFETCH(QByteArray, change);
    const auto f = busyWallet();
    const std::int32_t height = f->wallet->tip().height;
    const auto before = pictureOf(*f->wallet, height);
    f->store.failNext();
    QVERIFY(!changes().at(change)(*f));
    QCOMPARE(pictureOf(*f->wallet, height), before);
    QVERIFY(!f->wallet->isBackedUp());
    f->reopen();
    QCOMPARE(pictureOf(*f->wallet, height), before);
    // And again, now that the disk has room.
    f->chain.cutTo(height);
    QVERIFY(changes().at(change)(*f));
    const auto after = pictureOf(*f->wallet, height);
    f->reopen();
    QCOMPARE(pictureOf(*f->wallet, height), after);
}

void WalletFailureTest::takesUnflushedBlocksBack() {
    const auto f = busyWallet();
    const std::int32_t height = f->chain.height();
    const auto before = pictureOf(*f->wallet, height);
    for (std::uint32_t i = 0; i < 5; ++i) {
        const auto& block =
            f->chain.mine({payment({foreignCoin(60 + i)}, {output(1, f->script(i))})}, f->script(6));
        must(f->wallet->applyBlock(block, block.header.hash(), f->chain.height(), false));
    }
    QCOMPARE(f->wallet->tip().height, height + 5);
    f->store.failNext();
    const auto failed = f->wallet->flush();
    QVERIFY(failed.error().error == WalletError::Store);
    QCOMPARE(QByteArray(failed.error().detail.c_str()), QByteArray("disk full"));
    QCOMPARE(pictureOf(*f->wallet, height), before);
    f->follow(); // the blocks come again
    QCOMPARE(f->wallet->tip().height, height + 5);
}

void WalletFailureTest::keepsTheOldPassphrase() {
    WalletFixture f("old");
    f.store.failNext();
    QVERIFY(f.wallet->changePassphrase("old", "new").error().error == WalletError::Store);
    f.wallet->lock();
    QVERIFY(!f.wallet->unlock("new").has_value());
    QVERIFY(f.wallet->unlock("old").has_value());
    f.reopen();
    QVERIFY(f.wallet->unlock("old").has_value());
}

void WalletFailureTest::givesOutNothingThatIsNotWritten() {
    WalletFixture f;
    f.fund(70'000);
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(10'000)}};
    const auto draft = f.wallet->draft(request, f.chain.height()).value();
    const auto before = pictureOf(*f.wallet, f.chain.height());
    f.store.failNext();
    QVERIFY(f.wallet->commit(draft, "note").error().error == wallet::PaymentError::Store);
    QCOMPARE(pictureOf(*f.wallet, f.chain.height()), before);
    QVERIFY(f.wallet->commit(draft).has_value());
}

void WalletFailureTest::saysThatItIsUncertain() {
    WalletFixture f("old");
    f.fund(70'000);
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(10'000)}};
    const auto draft = f.wallet->draft(request, f.chain.height()).value();
    QVERIFY(!f.wallet->isUncertain());
    f.store.failNext(2, support::MemoryWalletStore::Failure::Uncertain);
    QVERIFY(f.wallet->commit(draft, "note").error().error == wallet::PaymentError::Uncertain);
    QVERIFY(f.wallet->isUncertain());
    QVERIFY(f.wallet->changePassphrase("old", "new").error().error == WalletError::Uncertain);
    f.reopen();
    QVERIFY(!f.wallet->isUncertain());
}

void WalletFailureTest::makesNoWalletInABrokenStore() {
    support::MemoryWalletStore store;
    const support::FakeClock clock;
    store.failNext();
    wallet::NewWallet start;
    start.words = support::secretOf(support::kWords);
    QVERIFY(wallet::Wallet::create(store, clock, support::walletOptions(), std::move(start)).error().error ==
            WalletError::Store);
    QVERIFY(wallet::Wallet::open(store, clock, support::walletOptions()).error().error ==
            WalletError::NotFound);
}

CAIRN_TEST(WalletFailureTest)
#include "WalletFailureTest.moc"
