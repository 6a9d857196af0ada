#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include "script/Interpreter.h"

using support::must;
using support::output;
using support::secretOf;
using wallet::DescriptorImport;
using wallet::ImportError;
using wallet::KeyChain;
using wallet::Wallet;
using wallet::WalletError;

class WalletImportTest : public QObject {
    Q_OBJECT
private slots:
    void spendsWhatComesToAnImport_data();
    void spendsWhatComesToAnImport();
    void keepsKeysSealed();
    void handsOutFromAnActiveDescriptor();
    void takesBothChainsOfAMultipath();
    void watchesWithoutKeys();
    void refusesWhatDoesNotSuit_data();
    void refusesWhatDoesNotSuit();
    void refusesWhileLocked();
    void leavesCoinsThatOthersSignToo();
    void changesNothingOnAFullDisk();
};

namespace {

const std::string kImportRoot =
    crypto::ExtendedPrivateKey::fromSeed(wallet::seedFromMnemonic(support::kWords, "import"))
        .value()
        .toBase58();
const std::string kImportXpub =
    crypto::ExtendedPrivateKey::fromBase58(kImportRoot).value().publicKey().toBase58();

std::string importWif(std::uint8_t number, bool isCompressed = true) {
    const script::WifKey key{crypto::PrivateKey::parse(util::Bytes(32, number)).value(), isCompressed};
    const auto text = script::toWif(key, support::walletOptions().addresses);
    return {text.begin(), text.end()};
}

DescriptorImport importOf(const std::string& text, bool isActive = false) {
    DescriptorImport out;
    out.text = secretOf(text);
    out.isActive = isActive;
    return out;
}

/// A wallet that starts as it is told.
struct ImportBench {
    explicit ImportBench(wallet::NewWallet start = blank()) {
        wallet = std::move(Wallet::create(store, clock, support::walletOptions(), start).value());
    }
    static wallet::NewWallet blank() {
        wallet::NewWallet start;
        start.isBlank = true;
        return start;
    }
    static wallet::NewWallet watching() {
        wallet::NewWallet start;
        start.isWatchOnly = true;
        return start;
    }
    void reopen() {
        wallet.reset();
        wallet = std::move(Wallet::open(store, clock, support::walletOptions()).value());
    }
    wallet::ImportOutcome import(const DescriptorImport& one) {
        return wallet->importDescriptors({&one, 1}).value().front();
    }
    std::int32_t mine(std::vector<primitives::TransactionRef> transactions) {
        const auto& block = chain.mine(std::move(transactions));
        must(wallet->applyBlock(block, block.header.hash(), chain.height()));
        return chain.height();
    }

    support::FakeClock clock;
    support::MemoryWalletStore store;
    support::WalletChain chain;
    std::unique_ptr<Wallet> wallet;
};

} // namespace

void WalletImportTest::spendsWhatComesToAnImport_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("addresses");
    const auto row = [](const char* name, const std::string& text, int addresses = 1) {
        QTest::newRow(name) << QString::fromStdString(text) << addresses;
    };
    row("a private key", "wpkh(" + importWif(1) + ")");
    row("an uncompressed one", "pkh(" + importWif(1, false) + ")");
    row("combo", "combo(" + importWif(1) + ")", 4);
    row("combo of an uncompressed one", "combo(" + importWif(1, false) + ")", 2);
    row("a range", "sh(wpkh(" + kImportRoot + "/49h/1h/0h/0/*))", 0);
    row("a multisig", "wsh(sortedmulti(2," + importWif(1) + "," + importWif(2) + "," + kImportXpub + "/7))");
    row("taproot", "tr(" + kImportRoot + "/86h/1h/0h/0/5)");
}

void WalletImportTest::spendsWhatComesToAnImport() {
    QFETCH(QString, text);
    QFETCH(int, addresses);
    ImportBench bench;
    auto wanted = importOf(text.toStdString());
    wanted.label = addresses > 0 ? "paper" : "";
    const auto outcome = bench.import(wanted);
    QVERIFY(!outcome.error && !outcome.lacksKeys);
    QCOMPARE(bench.wallet->addresses().size(), std::size_t(addresses));
    bench.reopen();
    QCOMPARE(bench.wallet->addresses().size(), std::size_t(addresses));
    std::vector<primitives::TxOut> outputs;
    for (const wallet::StoredDescriptor& row : bench.wallet->keychain().descriptors()) {
        outputs.push_back(output(10'000, bench.wallet->keychain().scriptAt({row.id, 0})));
        QVERIFY(!bench.wallet->isMine({}) && bench.wallet->isMine(outputs.back().scriptPubKey));
    }
    const auto best = bench.mine({support::payment({support::foreignCoin(1)}, outputs)});
    QCOMPARE(bench.wallet->balance(best).spendable.satoshi(), std::int64_t(10'000 * outputs.size()));
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount()}};
    request.everything = true;
    const auto draft = bench.wallet->draft(request, best).value();
    const auto sent = bench.wallet->commit(draft).value();
    QVERIFY(sent->vsize() <= draft.vsize);
    QCOMPARE(bench.wallet->balance(best).spendable.satoshi(), std::int64_t(0));
}

void WalletImportTest::keepsKeysSealed() {
    auto start = ImportBench::blank();
    start.passphrase = secretOf("x");
    ImportBench bench(start);
    QVERIFY(!bench.import(importOf("wpkh(" + importWif(3) + ")")).error);
    QVERIFY(!bench.import(importOf("wpkh(" + importWif(3) + ")")).error); // known: nothing twice
    QCOMPARE(bench.wallet->keychain().descriptors().size(), std::size_t(1));
    const auto stored = bench.store.property("secret");
    const auto wif = importWif(3);
    QVERIFY(std::ranges::search(stored, wif).empty());
    bench.reopen();
    QVERIFY(bench.wallet->isLocked());
    QVERIFY(bench.wallet->privateDescriptors().error().error == WalletError::Locked);
    must(bench.wallet->unlock("x"));
    const auto texts = bench.wallet->privateDescriptors().value();
    QCOMPARE(std::string(texts[0].begin(), texts[0].end()), "wpkh(" + wif + ")");
    must(bench.wallet->changePassphrase("x", "y"));
    QVERIFY(!bench.import(importOf("pkh(" + importWif(4) + ")")).error);
    bench.reopen();
    must(bench.wallet->unlock("y"));
    QCOMPARE(bench.wallet->privateDescriptors().value().size(), std::size_t(2));
}

void WalletImportTest::handsOutFromAnActiveDescriptor() {
    ImportBench bench;
    QVERIFY(bench.wallet->newReceiveAddress({}).error().error == WalletError::NoAddress);
    auto wanted = importOf("tr(" + kImportRoot + "/0/*)", true);
    wanted.next = 5;
    wanted.rangeEnd = 200;
    QVERIFY(!bench.import(wanted).error);
    QCOMPARE(bench.wallet->newReceiveAddress({}).value().path.index, 5U);
    QVERIFY(bench.wallet->newReceiveAddress({}, wallet::AddressType::Bech32).error().error ==
            WalletError::NoAddress);
    QVERIFY(bench.wallet->isMine(bench.wallet->keychain().descriptor(0).scriptsAt(199)->front()));
    QVERIFY(!bench.wallet->isMine(bench.wallet->keychain().descriptor(0).scriptsAt(200)->front()));
    bench.reopen();
    QVERIFY(bench.wallet->isMine(bench.wallet->keychain().descriptor(0).scriptsAt(199)->front()));
    QCOMPARE(bench.wallet->currentReceiveAddress().value().path.index, 5U);
}

void WalletImportTest::takesBothChainsOfAMultipath() {
    ImportBench bench;
    QVERIFY(!bench.import(importOf("wpkh(" + kImportRoot + "/84h/1h/0h/<0;1>/*)", true)).error);
    QVERIFY(bench.wallet->newReceiveAddress({}).value().chain == KeyChain::Receive);
    QVERIFY(bench.wallet->newChangeAddress().value().chain == KeyChain::Change);
    const auto texts = bench.wallet->privateDescriptors().value();
    QVERIFY(std::string(texts[1].begin(), texts[1].end()).find(kImportRoot + "/84h/1h/0h/1/*") !=
            std::string::npos);
}

void WalletImportTest::watchesWithoutKeys() {
    ImportBench bench(ImportBench::watching());
    QVERIFY(bench.wallet->isWatchOnly());
    QVERIFY(!bench.import(importOf("wpkh(" + kImportXpub + "/0/*)", true)).error);
    QVERIFY(!bench.import(importOf("addr(2MzQwSSnBHWHqSAqtTVQ6v47XtaisrJa1Vc)")).error);
    bench.reopen();
    QVERIFY(bench.wallet->isWatchOnly());
    const auto address = bench.wallet->newReceiveAddress("from a customer").value();
    const auto best =
        bench.mine({support::payment({support::foreignCoin(1)}, {output(50'000, address.scriptPubKey)})});
    QCOMPARE(bench.wallet->balance(best).spendable.satoshi(), std::int64_t(50'000));
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(10'000)}};
    const auto draft = bench.wallet->draft(request, best);
    QVERIFY(draft.has_value()); // to be signed elsewhere
    QVERIFY(bench.wallet->commit(*draft).error().error == wallet::PaymentError::NoKey);
}

void WalletImportTest::refusesWhatDoesNotSuit_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isActive");
    QTest::addColumn<bool>("isWatchOnly");
    QTest::addColumn<int>("error");
    const auto row = [](const char* name, const std::string& text, bool isActive, bool isWatchOnly,
                        ImportError error) {
        QTest::newRow(name) << QString::fromStdString(text) << isActive << isWatchOnly << int(error);
    };
    row("nonsense", "wpkh()", false, false, ImportError::Malformed);
    row("nonsense in combo", "combo()", false, false, ImportError::Malformed);
    row("no keys", "wpkh(" + kImportXpub + "/*)", false, false, ImportError::NoPrivateKeys);
    row("an address", "addr(2MzQwSSnBHWHqSAqtTVQ6v47XtaisrJa1Vc)", false, false, ImportError::NoPrivateKeys);
    row("keys", "wpkh(" + importWif(1) + ")", false, true, ImportError::PrivateKeys);
    row("hardened", "wpkh(" + kImportRoot + "/*h)", false, false, ImportError::Hardened);
    row("hardened behind a public key", "wpkh(" + kImportXpub + "/1h/*)", false, true, ImportError::Hardened);
    row("one address as active", "wpkh(" + importWif(1) + ")", true, false, ImportError::CannotBeActive);
    row("no address as active", "pk(" + kImportRoot + "/*)", true, false, ImportError::CannotBeActive);
    row("combo as active", "combo(" + kImportRoot + "/*)", true, false, ImportError::CannotBeActive);
}

void WalletImportTest::refusesWhatDoesNotSuit() {
    QFETCH(QString, text);
    QFETCH(bool, isActive);
    QFETCH(bool, isWatchOnly);
    QFETCH(int, error);
    ImportBench bench(isWatchOnly ? ImportBench::watching() : ImportBench::blank());
    const int before = bench.store.commits();
    // What comes with it is taken in all the same.
    const std::string good = isWatchOnly ? "wpkh(" + kImportXpub + "/3)" : "wpkh(" + kImportRoot + "/3)";
    const std::vector<DescriptorImport> both{importOf(text.toStdString(), isActive), importOf(good)};
    const auto outcomes = bench.wallet->importDescriptors(both).value();
    QVERIFY(outcomes[0].error.has_value());
    QCOMPARE(int(*outcomes[0].error), error);
    QVERIFY(!outcomes[1].error);
    QCOMPARE(bench.wallet->keychain().descriptors().size(), std::size_t(1));
    QCOMPARE(bench.store.commits(), before + 1);
}

void WalletImportTest::refusesWhileLocked() {
    auto start = ImportBench::blank();
    start.passphrase = secretOf("x");
    ImportBench bench(start);
    bench.wallet->lock();
    const auto one = importOf("wpkh(" + importWif(1) + ")");
    QVERIFY(bench.wallet->importDescriptors({&one, 1}).error().error == WalletError::Locked);
    QVERIFY(bench.wallet->keychain().descriptors().empty());
}

/// A multisig of which this wallet has one key: paid from only when its coin is named, and not alone then.
void WalletImportTest::leavesCoinsThatOthersSignToo() {
    ImportBench bench;
    QVERIFY(bench.import(importOf("wsh(multi(2," + importWif(1) + "," + kImportXpub + "))")).lacksKeys);
    QVERIFY(!bench.import(importOf("wpkh(" + importWif(2) + ")")).lacksKeys);
    const auto& keychain = bench.wallet->keychain();
    const auto income =
        support::payment({support::foreignCoin(1)}, {output(50'000, keychain.scriptAt({0, 0})),
                                                     output(40'000, keychain.scriptAt({1, 0}))});
    const auto best = bench.mine({income});
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(30'000)}};
    for (int i = 0; i < 10; ++i) {
        const auto draft = bench.wallet->draft(request, best).value();
        QCOMPARE(draft.inputs.size(), std::size_t(1));
        QCOMPARE(draft.inputs[0].path.descriptor, 1U);
    }
    request.onlyFrom = {support::outpointOf(income, 0)};
    const auto draft = bench.wallet->draft(request, best).value();
    QVERIFY(bench.wallet->commit(draft).error().error == wallet::PaymentError::NoKey);
}

void WalletImportTest::changesNothingOnAFullDisk() {
    ImportBench bench;
    QVERIFY(!bench.import(importOf("wpkh(" + importWif(1) + ")")).error);
    bench.store.failNext();
    const auto one = importOf("wpkh(" + importWif(2) + ")");
    QVERIFY(bench.wallet->importDescriptors({&one, 1}).error().error == WalletError::Store);
    QCOMPARE(bench.wallet->keychain().descriptors().size(), std::size_t(1));
    QCOMPARE(bench.wallet->addresses().size(), std::size_t(1));
    QCOMPARE(bench.wallet->ownScripts(0).size(), std::size_t(1));
    QCOMPARE(bench.wallet->privateDescriptors().value().size(), std::size_t(1));
    QVERIFY(!bench.import(one).error);
    bench.reopen();
    QCOMPARE(bench.wallet->privateDescriptors().value().size(), std::size_t(2));
    QVERIFY(!bench.wallet->privateDescriptors().value()[1].empty());
}

CAIRN_TEST(WalletImportTest)
#include "WalletImportTest.moc"
