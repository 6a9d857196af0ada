#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include "script/Wif.h"
#include "wallet/Drill.h"

using support::must;
using support::WalletFixture;

/// What a backup would bring back.
class DrillTest : public QObject {
    Q_OBJECT
private slots:
    void theWordsBringTheCoinsBack();
    void theyDoNotBringBackWhatIsNotTheirs();
    void otherWordsBringNothing();
    void worksWhileLockedAndChangesNothing();
    void aCopyBringsBackWhatItHas();
};

namespace {

wallet::DrillReport drilled(const WalletFixture& bench, std::string_view words = support::kWords) {
    return wallet::drillWords(*bench.wallet, support::secretOf(words), {}).value();
}

} // namespace

void DrillTest::theWordsBringTheCoinsBack() {
    WalletFixture bench;
    bench.fund(50'000, 0);
    bench.fund(70'000, 3);
    const auto report = drilled(bench);
    QVERIFY(report.isThisWallet);
    QCOMPARE(report.coins.satoshi(), std::int64_t(120'000));
    QCOMPARE(report.otherCoins.satoshi(), std::int64_t(0));
    QCOMPARE(report.addresses, bench.wallet->addresses().size());
    QCOMPARE(report.otherSources, std::size_t(0));
}

void DrillTest::theyDoNotBringBackWhatIsNotTheirs() {
    WalletFixture bench;
    const auto paid = bench.fund(50'000);
    const script::WifKey key{crypto::PrivateKey::parse(util::Bytes(32, 7)).value(), true};
    const crypto::SecretString wif = script::toWif(key, bench.options.addresses);
    wallet::DescriptorImport single;
    single.text = support::secretOf("wpkh(" + std::string(wif.begin(), wif.end()) + ")");
    must(bench.wallet->importDescriptors(std::span(&single, 1)));
    const auto script = bench.wallet->addresses().back().scriptPubKey;
    bench.mine({support::payment({support::foreignCoin(4)}, {support::output(9'000, script)})});
    must(bench.wallet->setNote(paid->txid(), "rent"));
    must(bench.wallet->newReceiveAddress("Bo"));
    const wallet::KnownAddress ana{
        script::toAddress(support::foreignScript(), bench.options.addresses).value(), "Ana"};
    must(bench.wallet->setPeople(std::span(&ana, 1)));
    const primitives::OutPoint kept{paid->txid(), 0};
    must(bench.wallet->setFrozen(std::span(&kept, 1), true));
    const auto report = drilled(bench);
    QCOMPARE(report.coins.satoshi(), std::int64_t(50'000));
    QCOMPARE(report.otherCoins.satoshi(), std::int64_t(9'000));
    QCOMPARE(report.otherSources, std::size_t(1));
    QCOMPARE(report.texts, std::size_t(2));
    QCOMPARE(report.people, std::size_t(1));
    QCOMPARE(report.frozen, std::size_t(1));
}

void DrillTest::otherWordsBringNothing() {
    WalletFixture bench;
    bench.fund(50'000);
    QCOMPARE(drilled(bench, "legal winner thank year wave sausage worth useful legal winner thank yellow"),
             wallet::DrillReport());
    // The same words with another extra one are another wallet.
    const auto extra =
        wallet::drillWords(*bench.wallet, support::secretOf(support::kWords), support::secretOf("extra"));
    QVERIFY(extra && !extra->isThisWallet);
    QVERIFY(!wallet::drillWords(*bench.wallet, support::secretOf("no words at all"), {}));
}

void DrillTest::worksWhileLockedAndChangesNothing() {
    WalletFixture bench("secret words");
    bench.fund(50'000);
    bench.wallet->lock();
    const QByteArray before = support::pictureOf(*bench.wallet, bench.chain.height());
    bench.store.failNext(); // it must not even try to write
    QCOMPARE(drilled(bench).coins.satoshi(), std::int64_t(50'000));
    QVERIFY(bench.wallet->isLocked());
    QCOMPARE(support::pictureOf(*bench.wallet, bench.chain.height()), before);
}

void DrillTest::aCopyBringsBackWhatItHas() {
    WalletFixture bench;
    const auto paid = bench.fund(50'000);
    must(bench.wallet->setNote(paid->txid(), "rent"));
    support::MemoryWalletStore copied = bench.store;
    must(bench.wallet->newReceiveAddress("since then"));
    const auto copy = wallet::Wallet::open(copied, bench.clock, bench.options).value();
    const auto report = wallet::drillCopy(*bench.wallet, *copy);
    QVERIFY(report.isThisWallet);
    QCOMPARE(report.coins.satoshi(), std::int64_t(50'000));
    QCOMPARE(report.texts, std::size_t(1));
    const WalletFixture other({},
                              "legal winner thank year wave sausage worth useful legal winner thank yellow");
    QVERIFY(!wallet::drillCopy(*bench.wallet, *other.wallet).isThisWallet);
}

CAIRN_TEST(DrillTest)
#include "DrillTest.moc"
