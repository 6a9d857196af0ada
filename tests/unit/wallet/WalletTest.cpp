#include "support/TestProgram.h"
#include "support/WalletFixture.h"
#include "util/Hex.h"

#include <set>

using primitives::Amount;
using primitives::TransactionRef;
using support::foreignCoin;
using support::must;
using support::output;
using support::payment;
using support::pictureOf;
using support::secretOf;
using support::WalletFixture;
using wallet::AddressType;
using wallet::TxState;
using wallet::Wallet;
using wallet::WalletError;

/// Making, opening, locking, naming, restoring: all but the bookkeeping.
class WalletTest : public QObject {
    Q_OBJECT
private slots:
    void startsBeforeItsBirth();
    void refusesASecondWalletInOneFile();
    void refusesBadWords();
    void refusesAnotherNetwork();
    void refusesFilesThatAreNoWallet();
    void hasFourAccounts();
    void restoresWithTheRootKey();
    void refusesDamagedDescriptors_data();
    void refusesDamagedDescriptors();
    void refusesDamagedProperties_data();
    void refusesDamagedProperties();
    void isTheSameAfterReopening();
    void keepsTheCurrentAddressUntilUsed();
    void handsOutFreshAddresses();
    void labelsAddresses();
    void notesTransactions();
    void cutsLongTextsAtACharacter();
    void tellsWhatIsIts();
    void followsTheChainWhileLocked();
    void locksAndUnlocks();
    void changesThePassphrase();
    void showsItsWords();
    void remembersTheBackup();
    void restoresFromWords();
    void rescansAndKeepsNotes();
    void rescansFromAHeight();
    void flushesManyBlocksAtOnce();
    void handlesLongHistories();
};

void WalletTest::startsBeforeItsBirth() {
    WalletFixture f;
    QCOMPARE(f.wallet->tip().height, -1);
    QVERIFY(f.wallet->recentBlocks().empty());
    support::MemoryWalletStore store;
    wallet::NewWallet start;
    start.words = secretOf(support::kWords);
    start.birthHeight = 7;
    const auto late = Wallet::create(store, f.clock, f.options, std::move(start)).value();
    QCOMPARE(late->tip().height, 6);
    QVERIFY(late->tip().hash.isNull());
    f.mineMany(9);
    const auto& block = f.chain.at(7);
    QVERIFY(late->applyBlock(block, block.header.hash(), 7).has_value());
    QCOMPARE(late->tip().height, 7);
}

void WalletTest::refusesASecondWalletInOneFile() {
    WalletFixture f;
    wallet::NewWallet start;
    start.words = secretOf("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong");
    QVERIFY(Wallet::create(f.store, f.clock, f.options, std::move(start)).error().error ==
            WalletError::Store);
    f.reopen();
}

void WalletTest::refusesBadWords() {
    support::MemoryWalletStore store;
    support::FakeClock clock;
    wallet::NewWallet start;
    start.words = secretOf("one two three");
    QVERIFY(!Wallet::create(store, clock, support::walletOptions(), std::move(start)).has_value());
    QCOMPARE(store.commits(), 0);
}

void WalletTest::refusesAnotherNetwork() {
    WalletFixture f;
    f.options.genesis = primitives::BlockHash(util::ByteArray<32>{8});
    QVERIFY(Wallet::open(f.store, f.clock, f.options).error().error == WalletError::WrongNetwork);
}

void WalletTest::refusesFilesThatAreNoWallet() {
    support::MemoryWalletStore store;
    const support::FakeClock clock;
    QVERIFY(Wallet::open(store, clock, support::walletOptions()).error().error == WalletError::NotFound);
    store.failLoads();
    QVERIFY(Wallet::open(store, clock, support::walletOptions()).error().error == WalletError::Store);
}

void WalletTest::hasFourAccounts() {
    WalletFixture f("secret");
    f.reopen(); // locked: addresses of every kind all the same
    const auto made = [&](AddressType type) { return f.wallet->newReceiveAddress({}, type).value(); };
    QVERIFY(made(AddressType::Bech32).address.starts_with("cairn1q"));
    QVERIFY(made(AddressType::Bech32m).address.starts_with("cairn1p"));
    QVERIFY(made(AddressType::P2shSegwit).address.starts_with("2"));
    QVERIFY(made(AddressType::Legacy).address.starts_with("m") ||
            made(AddressType::Legacy).address.starts_with("n"));
    QVERIFY(f.wallet->currentReceiveAddress().value().address.starts_with("cairn1q"));
    QVERIFY(f.wallet->newChangeAddress(AddressType::Bech32m).value().chain == wallet::KeyChain::Change);
    const std::vector<std::pair<AddressType, std::string>> paths = {
        {AddressType::Bech32, "m/84'/1'/0'/0/"},
        {AddressType::Bech32m, "m/86'/1'/0'/0/"},
        {AddressType::P2shSegwit, "m/49'/1'/0'/0/"},
        {AddressType::Legacy, "m/44'/1'/0'/0/"}};
    for (const auto& [type, path] : paths) {
        const auto address = made(type);
        const auto origin = f.wallet->originOf(address.path).value();
        QCOMPARE(wallet::pathText(origin.path, '\''), path + std::to_string(address.path.index));
        QCOMPARE(util::toHex(origin.fingerprint), std::string("73c5da0a")); // as every wallet of these words
        // Watched as the others are.
        auto payment = support::payment({support::foreignCoin(std::uint32_t(type) + 1)},
                                        {output(1'000, address.scriptPubKey)});
        QVERIFY(f.wallet->applyWaiting(payment).value());
    }
}

void WalletTest::restoresWithTheRootKey() {
    const auto seed = wallet::seedFromMnemonic(support::kWords, "");
    const auto root = crypto::ExtendedPrivateKey::fromSeed(seed).value();
    support::MemoryWalletStore store;
    const support::FakeClock clock;
    wallet::NewWallet start;
    start.masterKey = secretOf(root.toBase58());
    start.passphrase = secretOf("x");
    auto wallet = std::move(Wallet::create(store, clock, support::walletOptions(), start).value());
    WalletFixture ofWords;
    QVERIFY(wallet->keychain().descriptors() == ofWords.wallet->keychain().descriptors());
    QVERIFY(wallet->words().error().error == WalletError::NotFound);
    const auto script = wallet->newReceiveAddress({}, AddressType::Legacy).value().scriptPubKey;
    const auto spend = support::payment({support::foreignCoin(1)}, {output(1)});
    const std::vector<std::optional<primitives::TxOut>> spent{output(5, script)};
    QVERIFY(!wallet->signOwn(*spend, spent).value()->inputs()[0].scriptSig.empty());
    wallet->lock();
    QVERIFY(wallet->signOwn(*spend, spent).error().error == WalletError::Locked);
    start.masterKey = secretOf("tprv8nonsense");
    support::MemoryWalletStore other;
    QVERIFY(Wallet::create(other, clock, support::walletOptions(), start).error().error ==
            WalletError::Damaged);
}

void WalletTest::refusesDamagedDescriptors_data() {
    using wallet::StoredDescriptor;
    QTest::addColumn<std::function<void(StoredDescriptor&)>>("change");
    const auto row = [](const char* name, std::function<void(StoredDescriptor&)> change) {
        QTest::newRow(name) << std::move(change);
    };
    row("no descriptor", [](StoredDescriptor& each) { each.text = "wpkh("; });
    row("another checksum", [](StoredDescriptor& each) { each.text.back() ^= 1; });
    row("too many indexes", [](StoredDescriptor& each) { each.next = 4'000'000'000; });
    row("more than there are rows of", [](StoredDescriptor& each) { each.next = 2'000'000'000; });
    row("hardened behind a public key",
        [](StoredDescriptor& each) { each.text = each.text.substr(0, each.text.size() - 10) + "h)"; });
}

void WalletTest::refusesDamagedDescriptors() {
    QFETCH(std::function<void(wallet::StoredDescriptor&)>, change);
    WalletFixture f;
    change(f.store.descriptors().at(support::kReceive));
    QVERIFY(Wallet::open(f.store, f.clock, f.options).error().error == WalletError::Damaged);
}

void WalletTest::refusesDamagedProperties_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("no version") << QByteArray("version") << QByteArray();
    QTest::newRow("a newer version") << QByteArray("version") << QByteArray("3");
    QTest::newRow("an older version") << QByteArray("version") << QByteArray("1");
    QTest::newRow("no account") << QByteArray("account_xpub") << QByteArray();
    QTest::newRow("another account") << QByteArray("account_xpub")
                                     << QByteArray("tpubD6NzVbkrYhZ4XgiXtGrdW5XDAPFCL9h7we1vwNCpn8tGbBcgfVYjX"
                                                   "yhWo4E1xkh56hjod1RhGjxbaTLV3X4FyWuejifB9jusQ46QzG87VKp");
    QTest::newRow("no secret") << QByteArray("secret") << QByteArray();
    QTest::newRow("an unknown kind") << QByteArray("secret_kind") << QByteArray("hidden");
    QTest::newRow("said to be sealed") << QByteArray("secret_kind") << QByteArray("sealed");
    QTest::newRow("negative height") << QByteArray("scan_from") << QByteArray("-5");
    QTest::newRow("no number") << QByteArray("scan_from") << QByteArray("1x");
    QTest::newRow("too large a number") << QByteArray("scan_from") << QByteArray("99999999999999999999");
    QTest::newRow("neither yes nor no") << QByteArray("backup_done") << QByteArray("2");
}

void WalletTest::refusesDamagedProperties() {
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    WalletFixture f;
    f.store.property(key.toStdString()) = util::Bytes(value.begin(), value.end());
    auto opened = Wallet::open(f.store, f.clock, f.options);
    if (opened) { // sealed: found out when it is unlocked
        QVERIFY(!(*opened)->unlock("x").has_value());
    } else {
        QVERIFY(opened.error().error == WalletError::Damaged);
        QVERIFY(!opened.error().detail.empty());
    }
}

void WalletTest::isTheSameAfterReopening() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000, 3);
    f.mine({}, f.script(1));
    must(f.wallet->applyWaiting(
        payment({support::outpointOf(income)}, {output(9'000, f.script(0, support::kChange))})));
    must(f.wallet->setNote(income->txid(), "rent"));
    must(f.wallet->newReceiveAddress("Ann"));
    const auto before = pictureOf(*f.wallet, f.chain.height());
    f.reopen();
    QCOMPARE(pictureOf(*f.wallet, f.chain.height()), before);
    QCOMPARE(f.wallet->recentBlocks().size(), std::size_t(2));
}

void WalletTest::keepsTheCurrentAddressUntilUsed() {
    WalletFixture f;
    const auto first = f.wallet->currentReceiveAddress().value();
    QCOMPARE(f.wallet->currentReceiveAddress().value().address, first.address);
    QCOMPARE(first.handedOut, f.clock.now());
    f.reopen(); // it was durable before it was returned
    QCOMPARE(f.wallet->currentReceiveAddress().value().address, first.address);
    f.fund(1'000, first.path.index);
    const auto second = f.wallet->currentReceiveAddress().value();
    QVERIFY(second.address != first.address);
    must(f.wallet->setAddressLabel(second.address, "for Ben"));
    QVERIFY(f.wallet->currentReceiveAddress().value().address != second.address);
}

void WalletTest::handsOutFreshAddresses() {
    WalletFixture f;
    std::set<std::string> seen;
    for (int i = 0; i < 30; ++i) {
        const auto address = f.wallet->newReceiveAddress("label").value();
        QVERIFY(seen.insert(address.address).second);
        QVERIFY(address.address.starts_with("cairn1q"));
        QVERIFY(f.wallet->isMine(address.scriptPubKey));
        QCOMPARE(f.wallet->addressOf(address.scriptPubKey)->label, std::string("label"));
    }
    QCOMPARE(f.wallet->addresses().size(), std::size_t(30));
    f.reopen();
    QVERIFY(seen.insert(f.wallet->newReceiveAddress("").value().address).second);
}

void WalletTest::labelsAddresses() {
    WalletFixture f;
    const auto address = f.wallet->newReceiveAddress("").value();
    must(f.wallet->setAddressLabel(address.address, "Café"));
    f.reopen();
    QCOMPARE(f.wallet->addressOf(address.scriptPubKey)->label, std::string("Café"));
    QVERIFY(f.wallet->setAddressLabel("cairn1nonsense", "x").error().error == WalletError::NotFound);
    const auto notYet = f.wallet->addressOf(f.script(5)).value();
    QVERIFY(f.wallet->setAddressLabel(notYet.address, "x").error().error == WalletError::NotFound);
}

void WalletTest::notesTransactions() {
    WalletFixture f;
    const TransactionRef income = f.fund(1'000);
    must(f.wallet->setNote(income->txid(), "rent"));
    f.reopen();
    QCOMPARE(f.wallet->transaction(income->txid())->note, std::string("rent"));
    f.cutTo(-1);
    QCOMPARE(f.wallet->transaction(income->txid())->note, std::string("rent"));
    QVERIFY(f.wallet->setNote(primitives::TxId(), "x").error().error == WalletError::NotFound);
}

void WalletTest::cutsLongTextsAtACharacter() {
    WalletFixture f;
    const TransactionRef income = f.fund(1'000);
    std::string text;
    while (text.size() < 2000)
        text += "€"; // 3 bytes each
    must(f.wallet->setNote(income->txid(), text));
    QCOMPARE(f.wallet->transaction(income->txid())->note.size(), std::size_t(999));
    QCOMPARE(f.wallet->newReceiveAddress(text).value().label.size(), std::size_t(198));
    QCOMPARE(f.wallet->newReceiveAddress(std::string(200, 'a')).value().label.size(), std::size_t(200));
}

void WalletTest::tellsWhatIsIts() {
    const WalletFixture f;
    QVERIFY(f.wallet->isMine(f.script(0)));
    QVERIFY(f.wallet->isMine(f.script(9, support::kChange)));
    QVERIFY(!f.wallet->isMine(f.script(10)));
    QVERIFY(!f.wallet->isMine(support::foreignScript()));
    QVERIFY(!f.wallet->addressOf(support::foreignScript()));
    QVERIFY(f.wallet->addressOf(f.script(3))->path == (wallet::KeyPath{support::kReceive, 3}));
    QVERIFY(f.wallet->accountXpub().starts_with("tpub"));
}

void WalletTest::followsTheChainWhileLocked() {
    WalletFixture f("secret");
    f.reopen();
    QVERIFY(f.wallet->isLocked());
    const auto address = f.wallet->currentReceiveAddress().value();
    f.fund(70'000, address.path.index);
    QCOMPARE(f.balance().spendable, Amount(70'000));
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), Amount(1'000)}};
    const auto draft = f.wallet->draft(request, f.chain.height()).value();
    QVERIFY(f.wallet->commit(draft).error().error == wallet::PaymentError::Locked);
    must(f.wallet->unlock("secret"));
    QVERIFY(f.wallet->commit(draft).has_value());
}

void WalletTest::locksAndUnlocks() {
    WalletFixture f("secret");
    QVERIFY(f.wallet->isEncrypted());
    QVERIFY(!f.wallet->isLocked()); // its maker has just given the passphrase
    f.wallet->lock();
    QVERIFY(f.wallet->isLocked());
    QVERIFY(f.wallet->unlock("wrong").error().error == WalletError::WrongPassphrase);
    QVERIFY(f.wallet->isLocked());
    QVERIFY(f.wallet->words().error().error == WalletError::Locked);
    must(f.wallet->unlock("secret"));
    QVERIFY(!f.wallet->isLocked());
    WalletFixture plain;
    QVERIFY(!plain.wallet->isEncrypted() && !plain.wallet->isLocked());
    plain.wallet->lock();
    QVERIFY(!plain.wallet->isLocked());
    QVERIFY(plain.wallet->unlock("x").error().error == WalletError::NotEncrypted);
}

void WalletTest::changesThePassphrase() {
    WalletFixture f;
    must(f.wallet->changePassphrase("", "first"));
    QVERIFY(f.wallet->isEncrypted());
    f.reopen();
    QVERIFY(f.wallet->isLocked());
    QVERIFY(f.wallet->changePassphrase("wrong", "second").error().error == WalletError::WrongPassphrase);
    QVERIFY(f.wallet->changePassphrase("", "second").error().error == WalletError::AlreadyEncrypted);
    must(f.wallet->changePassphrase("first", "second"));
    f.reopen();
    QVERIFY(!f.wallet->unlock("first").has_value());
    must(f.wallet->unlock("second"));
    must(f.wallet->changePassphrase("second", ""));
    QVERIFY(!f.wallet->isEncrypted());
    f.reopen();
    QVERIFY(!f.wallet->isLocked());
    QVERIFY(f.wallet->changePassphrase("", "").error().error == WalletError::NotEncrypted);
}

void WalletTest::showsItsWords() {
    WalletFixture f("secret", "  ZOO zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong ");
    const auto words = f.wallet->words().value();
    QCOMPARE(std::string(words.begin(), words.end()),
             std::string("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"));
}

void WalletTest::remembersTheBackup() {
    WalletFixture f;
    QVERIFY(!f.wallet->isBackedUp());
    const WalletFixture other({}, "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong");
    QVERIFY(f.wallet->confirmBackup(other.wallet->accountXpub()).error().error == WalletError::NotFound);
    QVERIFY(!f.wallet->isBackedUp());
    must(f.wallet->confirmBackup(f.wallet->accountXpub()));
    f.reopen();
    QVERIFY(f.wallet->isBackedUp());
}

void WalletTest::restoresFromWords() {
    WalletFixture f;
    f.mine();
    for (int i = 0; i < 8; ++i)
        f.wallet->newReceiveAddress("").value();
    f.fund(70'000, 7);
    f.mine({}, f.script(2));
    f.fund(30'000, 12);
    WalletFixture again; // the same words, nothing else
    again.chain = f.chain;
    again.follow();
    QCOMPARE(again.balance().total().satoshi(), f.balance().total().satoshi());
    QCOMPARE(again.wallet->coins().size(), f.wallet->coins().size());
    QCOMPARE(again.wallet->historySize(), std::size_t(3));
    QCOMPARE(again.wallet->newReceiveAddress("").value().path.index, 13U);
    // Addresses that others may have been given are not given again.
    QCOMPARE(again.wallet->currentReceiveAddress().value().path.index, 13U);
}

void WalletTest::rescansAndKeepsNotes() {
    WalletFixture f;
    const TransactionRef income = f.fund(70'000);
    const TransactionRef other = f.fund(20'000, 1);
    const TransactionRef expense =
        payment({support::outpointOf(income)}, {output(60'000), output(9'000, f.script(2))});
    f.mine({}, f.script(3));
    must(f.wallet->applyWaiting(expense));
    must(f.wallet->setNote(income->txid(), "rent"));
    const auto before = f.balance();
    must(f.wallet->restartFrom(0));
    QCOMPARE(f.wallet->tip().height, -1);
    QCOMPARE(f.wallet->historySize(), std::size_t(1)); // what waits stays
    QCOMPARE(f.balance().confirmedTotal, Amount());
    QVERIFY(!f.wallet->transaction(income->txid()));
    QVERIFY(f.wallet->setNote(income->txid(), "x").error().error == WalletError::NotFound);
    f.reopen();
    f.follow();
    QVERIFY(f.balance() == before);
    QCOMPARE(f.wallet->historySize(), std::size_t(4));
    QCOMPARE(f.wallet->transaction(income->txid())->note, std::string("rent"));
    QCOMPARE(f.wallet->transaction(expense->txid())->fee.value(), Amount(1'000));
    QVERIFY(f.stateOf(expense) == TxState::Waiting);
    QVERIFY(f.stateOf(other) == TxState::Confirmed);
}

void WalletTest::rescansFromAHeight() {
    WalletFixture f;
    f.fund(70'000);
    f.mineMany(3);
    f.fund(20'000, 1);
    must(f.wallet->restartFrom(2));
    QCOMPARE(f.wallet->tip().height, 1);
    f.reopen();
    QCOMPARE(f.wallet->tip().height, 1);
    f.follow();
    QCOMPARE(f.balance().spendable, Amount(20'000));
}

void WalletTest::flushesManyBlocksAtOnce() {
    WalletFixture f;
    const int commits = f.store.commits();
    for (std::uint32_t i = 0; i < 50; ++i) {
        const auto& block = f.chain.mine({payment({foreignCoin(i)}, {output(1'000, f.script(i % 5))})});
        must(f.wallet->applyBlock(block, block.header.hash(), f.chain.height(), false));
    }
    QCOMPARE(f.store.commits(), commits);
    QCOMPARE(f.balance().spendable, Amount(50'000));
    const auto before = pictureOf(*f.wallet, f.chain.height());
    must(f.wallet->flush());
    QCOMPARE(f.store.commits(), commits + 1);
    must(f.wallet->flush()); // nothing new
    QCOMPARE(f.store.commits(), commits + 1);
    f.reopen();
    QCOMPARE(pictureOf(*f.wallet, f.chain.height()), before);
}

void WalletTest::handlesLongHistories() {
    WalletFixture f;
    constexpr int kBlocks = 20'000;
    for (int i = 0; i < kBlocks; ++i)
        f.chain.mine({}, f.script(static_cast<std::uint32_t>(i % 5)));
    for (std::int32_t height = 0; height < kBlocks; ++height) {
        const auto& block = f.chain.at(height);
        must(f.wallet->applyBlock(block, block.header.hash(), height, height % 100 == 99));
    }
    QCOMPARE(f.balance().coinCount, std::int64_t(kBlocks));
    QCOMPARE(f.wallet->history(kBlocks / 2, 50).size(), std::size_t(50));
    f.reopen();
    QCOMPARE(f.balance().coinCount, std::int64_t(kBlocks));
    must(f.wallet->restartFrom(0));
    QCOMPARE(f.balance().coinCount, std::int64_t(0));
}

CAIRN_TEST(WalletTest)
#include "WalletTest.moc"
