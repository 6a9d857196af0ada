#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "script/Taproot.h"
#include "support/TestProgram.h"
#include "support/WalletFixture.h"
#include "wallet/psbt/PsbtRoles.h"
#include "wallet/psbt/PsbtSigner.h"

#include <set>

using primitives::Amount;
using primitives::TransactionRef;
using support::must;
using support::WalletFixture;
using wallet::KeyChain;
using wallet::PaymentError;
using wallet::PaymentRequest;

/// From a request to a signed transaction that comes back in a block.
class WalletPaymentTest : public QObject {
    Q_OBJECT
private slots:
    void locksPaymentsToTheHeight();
    void paysAndGetsChangeBack();
    void spendsItsOwnWaitingChange();
    void draftingChangesNothing();
    void handsOutTheChangeAddress();
    void usesAFreshChangeAddressEachTime();
    void refusesToSpendTwice();
    void refusesDraftsThatDoNotAddUp();
    void recordsWhatItCommits();
    void forgetsWhatTheMempoolRefused();
    void tellsWhatLeavesTheWallet();
    void signsItsPartOfAnyTransaction();
    void doesNotSpendImmatureCoinbases();
    void paysFromOneAddress();
    void sendsEverything();
    void fillsInAndSignsAPsbt();
    void signsTaprootOfOthersWithAKeyOfItsOwn();
    void takesOnlyCoinsThatAreOldEnough();
};

namespace {

PaymentRequest paymentOf(std::int64_t satoshi) {
    PaymentRequest request;
    request.recipients = {{support::foreignScript(), Amount(satoshi)}};
    request.feePerKvB = 2000;
    return request;
}

/// Whether the rules accept every input over the coins the draft names.
bool isValid(const TransactionRef& transaction, const wallet::PaymentDraft& draft) {
    std::vector<primitives::TxOut> spent;
    for (const auto& coin : draft.inputs)
        spent.push_back(coin.output);
    const script::SigHashCache cache(*transaction, spent);
    for (std::size_t i = 0; i < spent.size(); ++i) {
        if (!script::verifyInput(*transaction, i, spent, cache, script::kPolicyFlags)) return false;
    }
    return !spent.empty();
}

TransactionRef pay(WalletFixture& f, const PaymentRequest& request) {
    const auto draft = f.wallet->draft(request, f.chain.height()).value();
    const TransactionRef transaction = f.wallet->commit(draft).value();
    [&] { QVERIFY(isValid(transaction, draft)); }();
    return transaction;
}

} // namespace

/// Mined into a block that takes the tip's place it would not be final: nobody gains by that.
void WalletPaymentTest::locksPaymentsToTheHeight() {
    WalletFixture f;
    f.fund(70'000);
    f.mineMany(200);
    int older = 0;
    for (int i = 0; i < 200; ++i) {
        const auto parts = f.wallet->draft(paymentOf(10'000), f.chain.height()).value().parts;
        QVERIFY(parts.lockTime <= 200 && parts.lockTime > 100);
        QVERIFY(parts.inputs[0].sequence < primitives::kSequenceFinal);
        if (parts.lockTime < 200) ++older;
    }
    QVERIFY(older > 2 && older < 60); // one in ten
    QVERIFY(f.wallet->draft(paymentOf(10'000), 0).value().parts.lockTime == 0);
}

void WalletPaymentTest::paysAndGetsChangeBack() {
    WalletFixture f;
    f.fund(70'000);
    f.fund(50'000, 1);
    const auto draft = f.wallet->draft(paymentOf(100'000), f.chain.height()).value();
    QCOMPARE(draft.inputs.size(), std::size_t(2));
    const TransactionRef transaction = pay(f, paymentOf(100'000));
    const auto entry = f.wallet->transaction(transaction->txid()).value();
    QVERIFY(entry.state == wallet::TxState::Waiting);
    QCOMPARE(entry.fee.value(), draft.fee);
    QCOMPARE(entry.net(), -(Amount(100'000) + draft.fee));
    QVERIFY(transaction->vsize() <= draft.vsize);
    QCOMPARE(f.balance().spendable, Amount(20'000) - draft.fee);
    f.mine({transaction});
    QCOMPARE(f.balance().spendable, Amount(20'000) - draft.fee);
    f.reopen();
    QCOMPARE(f.balance().spendable, Amount(20'000) - draft.fee);
}

void WalletPaymentTest::spendsItsOwnWaitingChange() {
    WalletFixture f;
    f.fund(1'000'000);
    std::vector<TransactionRef> sent;
    for (int i = 0; i < 5; ++i)
        sent.push_back(pay(f, paymentOf(100'000)));
    QCOMPARE(f.wallet->waitingTransactions().size(), std::size_t(5));
    f.mine(sent);
    QCOMPARE(f.wallet->coins().size(), std::size_t(1));
    QVERIFY(f.balance().spendable > Amount(490'000));
}

void WalletPaymentTest::draftingChangesNothing() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto before = support::pictureOf(*f.wallet, f.chain.height());
    const int commits = f.store.commits();
    for (int i = 0; i < 5; ++i)
        QVERIFY(f.wallet->draft(paymentOf(100'000), f.chain.height()).has_value());
    QCOMPARE(support::pictureOf(*f.wallet, f.chain.height()), before);
    QCOMPARE(f.store.commits(), commits);
}

void WalletPaymentTest::handsOutTheChangeAddress() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto draft = f.wallet->draft(paymentOf(100'000), f.chain.height()).value();
    must(f.wallet->commit(draft));
    f.reopen(); // durable before the transaction was given out
    const auto addresses = f.wallet->addresses();
    QVERIFY(std::any_of(addresses.begin(), addresses.end(), [&](const wallet::WalletAddress& address) {
        return address.chain == KeyChain::Change && address.handedOut != 0 &&
               address.scriptPubKey == draft.parts.outputs[*draft.changeOutput].scriptPubKey;
    }));
}

void WalletPaymentTest::usesAFreshChangeAddressEachTime() {
    WalletFixture f;
    f.fund(1'000'000);
    std::set<util::Bytes> seen;
    for (int i = 0; i < 5; ++i) {
        const auto draft = f.wallet->draft(paymentOf(10'000), f.chain.height()).value();
        QVERIFY(seen.insert(draft.parts.outputs[*draft.changeOutput].scriptPubKey).second);
        must(f.wallet->commit(draft));
    }
}

void WalletPaymentTest::refusesToSpendTwice() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto first = f.wallet->draft(paymentOf(100'000), f.chain.height()).value();
    const auto second = f.wallet->draft(paymentOf(200'000), f.chain.height()).value();
    must(f.wallet->commit(first));
    QVERIFY(f.wallet->commit(second).error().error == PaymentError::CoinsChanged);
}

void WalletPaymentTest::refusesDraftsThatDoNotAddUp() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto good = f.wallet->draft(paymentOf(100'000), f.chain.height()).value();
    auto bad = good;
    bad.parts.outputs[0].value -= Amount(50'000); // a fee nobody has seen
    QVERIFY(f.wallet->commit(bad).error().error == PaymentError::CoinsChanged);
    bad = good;
    bad.inputs[0].output.value += Amount(1);
    QVERIFY(f.wallet->commit(bad).error().error == PaymentError::CoinsChanged);
    bad = good;
    bad.inputs.clear();
    QVERIFY(f.wallet->commit(bad).error().error == PaymentError::CoinsChanged);
    bad = good;
    bad.changeOutput = 9;
    QVERIFY(f.wallet->commit(bad).error().error == PaymentError::CoinsChanged);
    bad = good;
    bad.parts.outputs[*bad.changeOutput].scriptPubKey = support::foreignScript(9); // "change" to a stranger
    QVERIFY(f.wallet->commit(bad).error().error == PaymentError::CoinsChanged);
    QVERIFY(f.wallet->commit(wallet::PaymentDraft{}).error().error == PaymentError::CoinsChanged);
    QVERIFY(f.wallet->commit(good).has_value());
}

/// One write, before anybody has the transaction: after a kill the wallet knows what may have gone out.
void WalletPaymentTest::recordsWhatItCommits() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto draft = f.wallet->draft(paymentOf(100'000), f.chain.height()).value();
    const int commits = f.store.commits();
    const TransactionRef transaction = f.wallet->commit(draft, "lunch").value();
    QCOMPARE(f.store.commits(), commits + 1);
    f.reopen();
    QVERIFY(f.stateOf(transaction) == wallet::TxState::Waiting);
    QCOMPARE(f.wallet->transaction(transaction->txid())->note, std::string("lunch"));
    QCOMPARE(f.wallet->waitingTransactions().size(), std::size_t(1));
    QCOMPARE(f.balance().spendable, draft.change);
}

void WalletPaymentTest::forgetsWhatTheMempoolRefused() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto balance = f.balance();
    const auto history = f.wallet->historySize();
    const auto draft = f.wallet->draft(paymentOf(100'000), f.chain.height()).value();
    const TransactionRef transaction = f.wallet->commit(draft, "lunch").value();
    must(f.wallet->withdraw(transaction->txid()));
    f.reopen();
    QVERIFY(f.balance() == balance);
    QCOMPARE(f.wallet->historySize(), history);
    QVERIFY(!f.wallet->transaction(transaction->txid()));
    QVERIFY(f.wallet->commit(draft).has_value()); // the same coins pay another time
    // What a block has stays, whatever the mempool said.
    f.mine({transaction});
    must(f.wallet->withdraw(transaction->txid()));
    QVERIFY(f.stateOf(transaction) == wallet::TxState::Confirmed);
}

void WalletPaymentTest::tellsWhatLeavesTheWallet() {
    WalletFixture f;
    f.fund(1'000'000);
    const auto paid = f.wallet->draft(paymentOf(100'000), f.chain.height()).value();
    QCOMPARE(paid.leaving(), Amount(100'000) + paid.fee);
    PaymentRequest toOneself = paymentOf(100'000);
    toOneself.recipients = {{f.script(3), Amount(100'000)}};
    const auto moved = f.wallet->draft(toOneself, f.chain.height()).value();
    QCOMPARE(moved.leaving(), moved.fee);
    QCOMPARE(moved.isOwn, std::vector<bool>(moved.parts.outputs.size(), true));
}

void WalletPaymentTest::signsItsPartOfAnyTransaction() {
    WalletFixture f;
    f.fund(70'000);
    const wallet::WalletCoin coin = f.wallet->coins().front();
    const primitives::TxOut foreign{Amount(9'000), support::foreignScript()};
    primitives::TransactionParts parts;
    for (const std::uint32_t index : {0U, 1U, 2U})
        parts.inputs.push_back({{{}, index}, {}, 0xfffffffd, {}});
    parts.inputs[1].previous = coin.outpoint;
    parts.outputs = {{Amount(60'000), support::foreignScript()}};
    const primitives::Transaction plain(parts);
    const std::vector<std::optional<primitives::TxOut>> spent = {foreign, coin.output, std::nullopt};
    const TransactionRef made = f.wallet->signOwn(plain, spent).value();
    QCOMPARE(made->txid(), plain.txid());
    QVERIFY(made->inputs()[0].witness.empty() && made->inputs()[2].witness.empty());
    const std::vector<primitives::TxOut> outputs = {foreign, coin.output, {}};
    const script::SigHashCache cache(*made, outputs);
    QVERIFY(script::verifyInput(*made, 1, outputs, cache, script::kPolicyFlags).has_value());
    QVERIFY(!script::verifyInput(*made, 0, outputs, cache, script::kPolicyFlags));
    must(f.wallet->changePassphrase({}, "secret"));
    f.wallet->lock();
    const auto locked = f.wallet->signOwn(plain, spent);
    QVERIFY(!locked && locked.error().error == wallet::WalletError::Locked);
}

void WalletPaymentTest::doesNotSpendImmatureCoinbases() {
    WalletFixture f;
    f.mine({}, f.script(0));
    f.mineMany(8);
    PaymentRequest request = paymentOf(100'000);
    QVERIFY(f.wallet->draft(request, f.chain.height()).error().error == PaymentError::InsufficientFunds);
    request.onlyFrom = {support::outpointOf(f.chain.at(0).transactions[0])};
    QVERIFY(f.wallet->draft(request, f.chain.height()).error().error == PaymentError::CoinNotAvailable);
    f.mine();
    QVERIFY(f.wallet->draft(request, f.chain.height()).has_value());
}

void WalletPaymentTest::paysFromOneAddress() {
    WalletFixture f;
    f.fund(70'000);
    f.fund(50'000, 1);
    PaymentRequest request = paymentOf(40'000);
    request.onlyFromScript = f.script(1);
    const auto draft = f.wallet->draft(request, f.chain.height()).value();
    QCOMPARE(draft.inputs.size(), std::size_t(1));
    QCOMPARE(draft.inputs[0].path.index, 1U);
    request.recipients[0].amount = Amount(60'000);
    QVERIFY(f.wallet->draft(request, f.chain.height()).error().error == PaymentError::InsufficientFunds);
}

void WalletPaymentTest::sendsEverything() {
    WalletFixture f;
    for (std::uint32_t i = 0; i < 5; ++i)
        f.fund(10'000 + i, i);
    PaymentRequest request = paymentOf(f.balance().spendable.satoshi());
    request.feeFrom = {0};
    const TransactionRef transaction = pay(f, request);
    QCOMPARE(transaction->outputs().size(), std::size_t(1));
    QCOMPARE(f.balance().total(), Amount());
}

void WalletPaymentTest::fillsInAndSignsAPsbt() {
    WalletFixture f("passphrase");
    f.fund(70'000);
    const auto draft = f.wallet->draft(paymentOf(30'000), f.chain.height()).value();
    wallet::Psbt psbt = wallet::Psbt::of(primitives::Transaction(draft.parts), 2);
    psbt.inputs[0].previousTransaction =
        f.wallet->transaction(draft.inputs[0].outpoint.txid).value().transaction;
    // Locked, it tells where keys come from, and gives none away.
    f.wallet->lock();
    const auto scripts = wallet::scriptsAskedBy(psbt);
    QVERIFY(f.wallet->spendingDataOf(scripts, true).error().error == wallet::WalletError::Locked);
    const auto known = f.wallet->spendingDataOf(scripts, false).value();
    QVERIFY(known.keys.empty() && known.origins.size() == 2); // of the coin, and of the change
    QVERIFY(!wallet::PsbtSigner(psbt).fillInput(0, known, {}));
    QVERIFY(!psbt.inputs[0].hasSignatures());
    QCOMPARE(psbt.inputs[0].origins.begin()->second.path.size(), std::size_t(5));
    must(f.wallet->unlock("passphrase"));
    wallet::PsbtSigner signer(psbt);
    must(signer.fillInput(0, f.wallet->spendingDataOf(scripts, true).value(), {}));
    QVERIFY(signer.isComplete());
    QVERIFY(isValid(std::make_shared<const primitives::Transaction>(signer.extract()), draft));
    // Nothing of a script that is not this wallet's.
    const std::vector<util::Bytes> foreign{support::foreignScript()};
    QVERIFY(f.wallet->spendingDataOf(foreign, true).value().keys.empty());
}

/// The key of an ordinary address, in an output whose plan only the PSBT knows.
void WalletPaymentTest::signsTaprootOfOthersWithAKeyOfItsOwn() {
    WalletFixture f;
    f.fund(70'000);
    const auto draft = f.wallet->draft(paymentOf(30'000), f.chain.height()).value();
    const std::vector<util::Bytes> home{draft.inputs[0].output.scriptPubKey};
    const auto [key, origin] = *f.wallet->spendingDataOf(home, false).value().origins.begin();
    const util::Bytes x(key.begin() + 1, key.end());
    util::Bytes even = x;
    even.insert(even.begin(), 2);
    const crypto::Hash256Bytes root{7};
    const auto point = crypto::PublicKey::parse(even)->tweakAdd(script::tapTweakHash(x, root)).value();

    wallet::Psbt psbt = wallet::Psbt::of(primitives::Transaction(draft.parts), 2);
    wallet::PsbtInput& input = psbt.inputs[0];
    input.witnessOutput = {draft.inputs[0].output.value,
                           script::witnessScript(1, util::ByteView(point.compressed()).subspan(1))};
    input.tapInternalKey = x;
    input.tapRoot = root;
    const auto withoutOrigin = f.wallet->spendingDataOf(wallet::scriptsAskedBy(psbt), true).value();
    QVERIFY(!wallet::PsbtSigner(psbt).fillInput(0, withoutOrigin, {}));
    input.tapOrigins[x].origin = origin;
    wallet::PsbtSigner signer(psbt);
    must(signer.fillInput(0, f.wallet->spendingDataOf(wallet::scriptsAskedBy(psbt), true).value(), {}));
    QVERIFY(signer.isComplete());
}

void WalletPaymentTest::takesOnlyCoinsThatAreOldEnough() {
    WalletFixture f;
    f.fund(70'000);
    PaymentRequest request = paymentOf(30'000);
    request.leastConfirmations = 3;
    QVERIFY(f.wallet->draft(request, f.chain.height()).error().error == PaymentError::InsufficientFunds);
    QVERIFY(f.wallet->draft(request, f.chain.height() + 2).has_value());
    request.leastConfirmations = 0;
    request.mostConfirmations = 2;
    QVERIFY(f.wallet->draft(request, f.chain.height()).has_value());
    QVERIFY(!f.wallet->draft(request, f.chain.height() + 2).has_value());
}

CAIRN_TEST(WalletPaymentTest)
#include "WalletPaymentTest.moc"
