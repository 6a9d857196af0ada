#include "support/TestProgram.h"
#include "support/WalletFixture.h"

#include "script/OutputType.h"
#include "script/Wif.h"

using primitives::OutPoint;
using support::must;
using support::WalletFixture;
using wallet::AddressType;
using wallet::AddressUse;
using wallet::MessageStyle;
using wallet::WalletError;

/// What a wallet tells of single addresses and coins, and what it does with them.
class WalletFactsTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatAnAddressIs();
    void tellsWhatCameToAnAddress();
    void keepsFrozenCoinsBack();
    void aFrozenCoinIsSpentWhereItIsNamed();
    void keepsCoinsBackForNow();
    void staysFrozenOverARestart();
    void changesNothingOnAFullDisk();
    void signsMessages_data();
    void signsMessages();
    void signsNothingWhileLocked();
};

namespace {

OutPoint outputZero(const primitives::TransactionRef& transaction) {
    return {transaction->txid(), 0};
}

wallet::PaymentRequest payOf(std::int64_t satoshi) {
    wallet::PaymentRequest request;
    request.recipients = {{support::foreignScript(), primitives::Amount(satoshi)}};
    return request;
}

} // namespace

void WalletFactsTest::tellsWhatAnAddressIs() {
    WalletFixture bench;
    const auto given = bench.wallet->newReceiveAddress("Ana", AddressType::Bech32m).value();
    const auto reward = bench.wallet->rewardAddress().value();
    const auto change = bench.wallet->newChangeAddress().value();
    std::map<AddressUse, int> uses;
    bench.wallet->visitAddresses(
        [&](const wallet::WalletAddress&, AddressUse use, std::optional<AddressType>) { ++uses[use]; });
    QCOMPARE(uses[AddressUse::Receive], 1);
    QCOMPARE(uses[AddressUse::Mining], 1);
    QCOMPARE(uses[AddressUse::Change], 1);
    const auto facts = bench.wallet->factsAt(given.path).value();
    QCOMPARE(facts.address.label, std::string("Ana"));
    QVERIFY(facts.use == AddressUse::Receive);
    QVERIFY(facts.type == AddressType::Bech32m);
    QCOMPARE(facts.money, wallet::AddressMoney());
    QVERIFY(bench.wallet->factsAt(reward.path)->use == AddressUse::Mining);
    QVERIFY(bench.wallet->factsAt(change.path)->use == AddressUse::Change);
    QVERIFY(!bench.wallet->factsAt({99, 0}));

    const script::WifKey key{crypto::PrivateKey::parse(util::Bytes(32, 7)).value(), true};
    const crypto::SecretString wif = script::toWif(key, bench.options.addresses);
    wallet::DescriptorImport single;
    single.text = support::secretOf("wpkh(" + std::string(wif.begin(), wif.end()) + ")");
    must(bench.wallet->importDescriptors(std::span(&single, 1)));
    const auto imported =
        bench.wallet->addressOf(script::witnessPubKeyHashScript(crypto::hash160(key.publicKey())));
    QVERIFY(imported);
    QVERIFY(bench.wallet->factsAt(imported->path)->use == AddressUse::Imported);
}

void WalletFactsTest::tellsWhatCameToAnAddress() {
    WalletFixture bench;
    const auto first = bench.fund(50'000, 2);
    const auto second = bench.fund(70'000, 2);
    const auto path = bench.wallet->addressOf(bench.script(2))->path;
    wallet::AddressMoney money = bench.wallet->moneyAt(path);
    QCOMPARE(money.times, 2U);
    QCOMPARE(money.received.satoshi(), 120'000);
    QCOMPARE(money.there.satoshi(), 120'000);
    QCOMPARE(money.lastHeight, bench.chain.height());
    wallet::PaymentRequest request = payOf(20'000);
    request.onlyFrom = {outputZero(first)};
    const auto draft = bench.wallet->draft(request, bench.chain.height());
    QVERIFY(draft);
    QVERIFY(bench.wallet->commit(*draft));
    money = bench.wallet->moneyAt(path);
    QCOMPARE(money.received.satoshi(), 120'000);
    QCOMPARE(money.there.satoshi(), 70'000);
    const auto coins = bench.wallet->coinsAt(path, 10);
    QCOMPARE(coins.size(), 2U);
    QCOMPARE(coins[0].coin.outpoint, outputZero(second)); // the newest first
    QVERIFY(!coins[0].spentBy);
    QVERIFY(coins[1].spentBy);
}

void WalletFactsTest::keepsFrozenCoinsBack() {
    WalletFixture bench;
    const OutPoint kept = outputZero(bench.fund(500'000));
    bench.fund(100'000, 1);
    const auto revision = bench.wallet->frozenRevision();
    must(bench.wallet->setFrozen(std::span(&kept, 1), true));
    QVERIFY(bench.wallet->isFrozen(kept));
    QVERIFY(bench.wallet->frozenRevision() > revision);
    QCOMPARE(bench.balance().spendable.satoshi(), 600'000);
    QCOMPARE(bench.balance().frozen.satoshi(), 500'000);
    const auto refused = bench.wallet->draft(payOf(300'000), bench.chain.height());
    QVERIFY(!refused);
    QVERIFY(refused.error().error == wallet::PaymentError::InsufficientFunds);
    QCOMPARE(refused.error().available.satoshi() < 200'000, true);
    must(bench.wallet->setFrozen(std::span(&kept, 1), false));
    QCOMPARE(bench.balance().frozen.satoshi(), 0);
    QVERIFY(bench.wallet->draft(payOf(300'000), bench.chain.height()));
    const OutPoint strange = support::foreignCoin(1);
    QVERIFY(bench.wallet->setFrozen(std::span(&strange, 1), true).error().error == WalletError::NotFound);
}

/// Some are kept back for as long as the wallet is open, some for good.
void WalletFactsTest::keepsCoinsBackForNow() {
    WalletFixture bench;
    const OutPoint forNow = outputZero(bench.fund(500'000));
    const OutPoint forGood = outputZero(bench.fund(100'000, 1));
    const OutPoint first = outputZero(bench.fund(200'000, 2));
    const int commits = bench.store.commits();
    must(bench.wallet->setFrozen(std::span(&forNow, 1), true, wallet::Freeze::Session));
    must(bench.wallet->setFrozen(std::span(&first, 1), true, wallet::Freeze::Session));
    QCOMPARE(bench.store.commits(), commits);
    must(bench.wallet->setFrozen(std::span(&forGood, 1), true));
    must(bench.wallet->setFrozen(std::span(&first, 1), true));                            // now for good, too
    must(bench.wallet->setFrozen(std::span(&forGood, 1), true, wallet::Freeze::Session)); // stays so
    QCOMPARE(bench.balance().frozen.satoshi(), 800'000);
    QVERIFY(!bench.wallet->draft(payOf(300'000), bench.chain.height()));
    bench.reopen();
    QVERIFY(!bench.wallet->isFrozen(forNow));
    QVERIFY(bench.wallet->isFrozen(forGood) && bench.wallet->isFrozen(first));
    QVERIFY(bench.wallet->draft(payOf(300'000), bench.chain.height()));
}

void WalletFactsTest::aFrozenCoinIsSpentWhereItIsNamed() {
    WalletFixture bench;
    const OutPoint kept = outputZero(bench.fund(500'000));
    must(bench.wallet->setFrozen(std::span(&kept, 1), true));
    wallet::PaymentRequest request = payOf(300'000);
    request.onlyFrom = {kept};
    const auto draft = bench.wallet->draft(request, bench.chain.height());
    QVERIFY(draft);
    QCOMPARE(draft->inputs.size(), 1U);
}

void WalletFactsTest::staysFrozenOverARestart() {
    WalletFixture bench;
    const OutPoint kept = outputZero(bench.fund(500'000));
    must(bench.wallet->setFrozen(std::span(&kept, 1), true));
    bench.reopen();
    QVERIFY(bench.wallet->isFrozen(kept));
    must(bench.wallet->setFrozen(std::span(&kept, 1), false));
    bench.reopen();
    QVERIFY(!bench.wallet->isFrozen(kept));
}

void WalletFactsTest::changesNothingOnAFullDisk() {
    WalletFixture bench;
    const OutPoint kept = outputZero(bench.fund(500'000));
    bench.store.failNext();
    QVERIFY(bench.wallet->setFrozen(std::span(&kept, 1), true).error().error == WalletError::Store);
    QVERIFY(!bench.wallet->isFrozen(kept));
}

void WalletFactsTest::signsMessages_data() {
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("style");
    QTest::addColumn<bool>("can");
    const char* const names[] = {"legacy", "nested", "segwit", "taproot"};
    for (int type = 0; type < 4; ++type) {
        QTest::addRow("%s, BIP 137", names[type])
            << type << static_cast<int>(MessageStyle::Compact) << (type != 3);
        QTest::addRow("%s, BIP 322", names[type]) << type << static_cast<int>(MessageStyle::Proof) << true;
    }
}

void WalletFactsTest::signsMessages() {
    QFETCH(int, type);
    QFETCH(int, style);
    QFETCH(bool, can);
    WalletFixture bench;
    const auto address = bench.wallet->newReceiveAddress({}, static_cast<AddressType>(type)).value();
    const auto made =
        bench.wallet->signMessage(address.scriptPubKey, "two apples", static_cast<MessageStyle>(style));
    QVERIFY(made);
    QCOMPARE(made->has_value(), can);
    if (!can) return;
    using wallet::MessageVerdict;
    QVERIFY(wallet::checkMessage(address.scriptPubKey, "two apples", **made).verdict ==
            MessageVerdict::Valid);
    QVERIFY(wallet::checkMessage(address.scriptPubKey, "two apple", **made).verdict ==
            MessageVerdict::Invalid);
    const auto other = bench.wallet->newReceiveAddress({}, static_cast<AddressType>(type)).value();
    QVERIFY(wallet::checkMessage(other.scriptPubKey, "two apples", **made).verdict ==
            MessageVerdict::Invalid);
}

void WalletFactsTest::signsNothingWhileLocked() {
    WalletFixture bench("secret");
    const auto address = bench.wallet->newReceiveAddress({}).value();
    bench.wallet->lock();
    QVERIFY(bench.wallet->signMessage(address.scriptPubKey, "a", MessageStyle::Proof).error().error ==
            WalletError::Locked);
    must(bench.wallet->unlock("secret"));
    QVERIFY(bench.wallet->signMessage(address.scriptPubKey, "a", MessageStyle::Proof));
    QVERIFY(bench.wallet->signMessage(support::foreignScript(), "a", MessageStyle::Proof).error().error ==
            WalletError::NotFound);
}

CAIRN_TEST(WalletFactsTest)
#include "WalletFactsTest.moc"
