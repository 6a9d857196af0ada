#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include "wallet/SharedPlan.h"
#include "wallet/psbt/PsbtReport.h"
#include "wallet/psbt/PsbtRoles.h"

using support::must;
using support::WalletFixture;
using wallet::SharedKeyError;
using wallet::SharedPlan;

/// Wallets that several share: the plan, and three wallets that pay with it.
class SharedPlanTest : public QObject {
    Q_OBJECT
private slots:
    void readsKeysAsTheyAreHandedOn();
    void refusesWhatIsNoKey_data();
    void refusesWhatIsNoKey();
    void readsItsOwnPlan();
    void refusesOtherDescriptors_data();
    void refusesOtherDescriptors();
    void aWalletGivesAKeyOfItsOwn();
    void twoOfThreePay();
};

namespace {

constexpr const char* kOthers[] = {
    "legal winner thank year wave sausage worth useful legal winner thank yellow",
    "letter advice cage absurd amount doctor acoustic avoid letter advice cage above"};

crypto::SecretString keyOf(const WalletFixture& bench) {
    return bench.wallet->sharedKey().value();
}
std::string publicOf(const WalletFixture& bench) {
    return wallet::publicSharedKey(keyOf(bench), bench.options.addresses).value();
}
SharedPlan planOf(std::initializer_list<const WalletFixture*> owners, std::size_t threshold) {
    SharedPlan plan{threshold, {}};
    for (const WalletFixture* each : owners)
        plan.keys.push_back(publicOf(*each));
    return plan;
}

/// A wallet of the shared keys that signs with one of them.
struct SharedBench {
    support::FakeClock clock;
    support::MemoryWalletStore store;
    std::unique_ptr<wallet::Wallet> wallet;
    SharedBench(const SharedPlan& plan, const WalletFixture& owner) {
        wallet::NewWallet start;
        start.isBlank = true;
        wallet = std::move(wallet::Wallet::create(store, clock, owner.options, start).value());
        wallet::DescriptorImport import;
        import.text = wallet::signingText(plan, keyOf(owner), owner.options.addresses).value();
        import.isActive = true;
        const auto outcome = wallet->importDescriptors(std::span(&import, 1)).value().front();
        if (outcome.error || !outcome.lacksKeys) qFatal("the plan was not taken");
    }
};

} // namespace

void SharedPlanTest::readsKeysAsTheyAreHandedOn() {
    const WalletFixture bench;
    const auto& format = bench.options.addresses;
    const std::string key = publicOf(bench);
    QVERIFY(key.starts_with("[73c5da0a/48h/1h/0h/2h]tpub")); // BIP 48, of the words of all tests
    QCOMPARE(wallet::fingerprintOf(key, format), std::string("73c5da0a"));
    for (const char* const steps : {"", "/<0;1>/*", "/**", "/0/*", "/1/*", "/*"})
        QCOMPARE(wallet::readSharedKey("\n " + key + steps + " \t", format).value(), key);
    std::string marks = key;
    for (char& each : marks)
        if (each == 'h' && marks.find(']') > static_cast<std::size_t>(&each - marks.data())) each = '\'';
    QCOMPARE(wallet::readSharedKey(marks, format).value(), key);
    const std::string plain = key.substr(key.find(']') + 1);
    QCOMPARE(wallet::readSharedKey(plain, format).value(), plain);
}

void SharedPlanTest::refusesWhatIsNoKey_data() {
    const WalletFixture bench;
    const std::string key = publicOf(bench);
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("error");
    const auto row = [](const char* name, const std::string& text, SharedKeyError error) {
        QTest::newRow(name) << QString::fromStdString(text) << static_cast<int>(error);
    };
    row("nothing", "", SharedKeyError::NotAKey);
    row("a text", "the key of Bo", SharedKeyError::NotAKey);
    row("half of one", key.substr(0, key.size() - 1), SharedKeyError::NotAKey);
    row("a public key alone", "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798",
        SharedKeyError::NotAKey);
    row("hardened steps", key + "/1h", SharedKeyError::CannotDerive);
    row("too long", std::string(9'000, 'x'), SharedKeyError::NotAKey);
    const crypto::SecretString secret = keyOf(bench);
    row("a private one", std::string(secret.begin(), secret.end()), SharedKeyError::PrivateKey);
}

void SharedPlanTest::refusesWhatIsNoKey() {
    QFETCH(QString, text);
    QFETCH(int, error);
    const auto read = wallet::readSharedKey(text.toStdString(), support::walletOptions().addresses);
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error()), error);
}

void SharedPlanTest::readsItsOwnPlan() {
    const WalletFixture ana, bo({}, kOthers[0]), cleo({}, kOthers[1]);
    const auto& format = ana.options.addresses;
    const SharedPlan plan = planOf({&ana, &bo, &cleo}, 2);
    QVERIFY(plan.isWhole());
    const auto again = wallet::readPlan(' ' + wallet::planText(plan) + '\n', format);
    QVERIFY(again && again->threshold == 2 && again->keys == plan.keys);
    // The order of the keys says nothing, the number of signatures does.
    QCOMPARE(wallet::firstAddressOf(planOf({&cleo, &ana, &bo}, 2), format),
             wallet::firstAddressOf(plan, format));
    QVERIFY(wallet::firstAddressOf(planOf({&ana, &bo, &cleo}, 3), format) !=
            wallet::firstAddressOf(plan, format));
    SharedPlan twice = planOf({&ana, &bo}, 2);
    twice.keys.push_back(
        twice.keys[0].substr(twice.keys[0].find(']') + 1)); // the same key without its origin
    QVERIFY(!twice.isWhole());
    QVERIFY(!planOf({&ana}, 1).isWhole());
    QVERIFY(!planOf({&ana, &bo}, 3).isWhole());
    QVERIFY(!planOf({&ana, &bo}, 0).isWhole());
    QVERIFY(!wallet::signingText(planOf({&bo, &cleo}, 2), keyOf(ana), format));
}

void SharedPlanTest::refusesOtherDescriptors_data() {
    const WalletFixture ana, bo({}, kOthers[0]);
    const std::string plan = wallet::planText(planOf({&ana, &bo}, 2));
    const std::string bare = plan.substr(0, plan.find('#'));
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QString::fromStdString(text);
    };
    row("nothing", "");
    row("a wrong checksum", bare + "#00000000");
    row("keys in their order", "wsh(multi(" + bare.substr(std::string("wsh(sortedmulti(").size()));
    row("nested", "sh(" + bare + ")");
    row("one key", "wpkh(" + publicOf(ana) + "/<0;1>/*)");
    row("more signatures than keys", bare.substr(0, 16) + '3' + bare.substr(17));
    const crypto::SecretString secret = keyOf(ana);
    row("a private key", "wsh(sortedmulti(1," + std::string(secret.begin(), secret.end()) + "/<0;1>/*," +
                             publicOf(bo) + "/<0;1>/*))");
}

void SharedPlanTest::refusesOtherDescriptors() {
    QFETCH(QString, text);
    QVERIFY(!wallet::readPlan(text.toStdString(), support::walletOptions().addresses));
}

void SharedPlanTest::aWalletGivesAKeyOfItsOwn() {
    WalletFixture sealed("secret words");
    QVERIFY(sealed.wallet->sharedKey());
    QCOMPARE(publicOf(sealed), publicOf(WalletFixture()));
    sealed.wallet->lock();
    QVERIFY(sealed.wallet->sharedKey().error().error == wallet::WalletError::Locked);
    support::MemoryWalletStore store;
    wallet::NewWallet watching;
    watching.isBlank = watching.isWatchOnly = true;
    const auto blank = wallet::Wallet::create(store, sealed.clock, sealed.options, watching).value();
    QVERIFY(blank->sharedKey().error().error == wallet::WalletError::NotFound);
}

void SharedPlanTest::twoOfThreePay() {
    const WalletFixture ana, bo({}, kOthers[0]), cleo({}, kOthers[1]);
    const SharedPlan plan = planOf({&ana, &bo, &cleo}, 2);
    SharedBench first(plan, ana), second(plan, cleo);
    QVERIFY(first.wallet->needsOthers() && !ana.wallet->needsOthers());
    const auto address = first.wallet->currentReceiveAddress().value();
    QCOMPARE(address.address, wallet::firstAddressOf(plan, ana.options.addresses));
    support::WalletChain chain;
    chain.mine(
        {support::payment({support::foreignCoin(1)}, {support::output(500'000, address.scriptPubKey)})},
        support::foreignScript());
    for (const SharedBench* bench : {&first, &second})
        for (std::int32_t height = bench->wallet->tip().height + 1; height <= chain.height(); ++height)
            must(bench->wallet->applyBlock(chain.at(height), chain.at(height).header.hash(), height));
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(200'000)}};
    const auto draft = first.wallet->draft(request, chain.height());
    QVERIFY(draft); // it is what others have to sign too, and there is nothing else
    QVERIFY(first.wallet->commit(*draft).error().error == wallet::PaymentError::NoKey);
    auto psbt = wallet::Psbt::of(primitives::Transaction(draft->parts), 0);
    must(wallet::fillPsbt(psbt, *first.wallet, {}));
    QVERIFY(!wallet::reportOf(psbt, *first.wallet).isComplete);
    QCOMPARE(wallet::reportOf(psbt, *first.wallet).ownCoins, std::size_t(1));
    QCOMPARE(wallet::reportOf(psbt, *first.wallet).ownOpen, std::size_t(0)); // the others' turn
    QCOMPARE(wallet::reportOf(psbt, *second.wallet).ownOpen, std::size_t(1));
    must(wallet::fillPsbt(psbt, *second.wallet, {}));
    QVERIFY(wallet::reportOf(psbt, *second.wallet).isComplete);
}

CAIRN_TEST(SharedPlanTest)
#include "SharedPlanTest.moc"
