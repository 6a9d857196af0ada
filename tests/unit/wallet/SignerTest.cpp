#include "wallet/Signer.h"
#include "support/TestProgram.h"

#include "script/Interpreter.h"
#include "support/WalletBlocks.h"
#include "support/WalletFixture.h"
#include "wallet/Keychain.h"
#include "wallet/TxSize.h"

using wallet::KeyChain;
using wallet::WalletCoin;

class SignerTest : public QObject {
    Q_OBJECT
private slots:
    void makesSignaturesThatTheRulesAccept();
    void signsTheSameTwice();
    void commitsToAmountAndOutputs();
    void keepsToTheWeightPromised();
    void refusesForeignCoins();
    void refusesWhenCoinsAndInputsDiffer();
};

namespace {

crypto::ExtendedPrivateKey account() {
    const auto seed = wallet::seedFromMnemonic(support::kWords, "");
    return crypto::ExtendedPrivateKey::fromSeed(seed).value().derive(wallet::accountPath()).value();
}

WalletCoin coinAt(std::uint32_t number, const wallet::KeyPath& path, std::int64_t satoshi) {
    const auto key = account().derive({static_cast<std::uint32_t>(path.chain), path.index}).value();
    WalletCoin coin;
    coin.outpoint = support::foreignCoin(number);
    coin.output = support::output(
        satoshi, script::witnessPubKeyHashScript(crypto::hash160(key.publicKey().key.compressed())));
    coin.path = path;
    return coin;
}

primitives::TransactionParts partsFor(const std::vector<WalletCoin>& coins) {
    primitives::TransactionParts parts;
    for (const WalletCoin& coin : coins)
        parts.inputs.push_back({coin.outpoint, {}, primitives::kSequenceReplaceable, {}});
    parts.outputs = {support::output(1234), support::output(567, support::foreignScript(2))};
    return parts;
}

/// Whether the rules let every input spend its coin.
bool isAccepted(const primitives::Transaction& transaction, const std::vector<primitives::TxOut>& spent) {
    const script::SigHashCache cache(transaction, spent);
    for (std::size_t i = 0; i < spent.size(); ++i) {
        if (!script::verifyInput(transaction, i, spent, cache, script::kPolicyFlags)) return false;
    }
    return true;
}

std::vector<primitives::TxOut> outputsOf(const std::vector<WalletCoin>& coins) {
    std::vector<primitives::TxOut> out;
    for (const WalletCoin& coin : coins)
        out.push_back(coin.output);
    return out;
}

} // namespace

void SignerTest::makesSignaturesThatTheRulesAccept() {
    const auto key = account();
    const std::vector<WalletCoin> coins{coinAt(1, {KeyChain::Receive, 0}, 1000),
                                        coinAt(2, {KeyChain::Change, 7}, 2000),
                                        coinAt(3, {KeyChain::Receive, 99}, 3000)};
    const auto transaction = wallet::Signer(key).sign(partsFor(coins), coins).value();
    QVERIFY(isAccepted(transaction, outputsOf(coins)));
    for (const auto& input : transaction.inputs()) {
        QVERIFY(input.scriptSig.empty());
        QCOMPARE(input.witness.size(), std::size_t(2));
        const auto& signature = input.witness[0];
        QCOMPARE(signature.back(), std::uint8_t(script::SigHashAll));
        const util::ByteView der = util::ByteView(signature).first(signature.size() - 1);
        QVERIFY(crypto::isStrictDer(der));
        QVERIFY(crypto::hasLowS(der));
    }
}

void SignerTest::signsTheSameTwice() {
    const auto key = account();
    const std::vector<WalletCoin> coins{coinAt(1, {KeyChain::Receive, 0}, 1000)};
    QCOMPARE(wallet::Signer(key).sign(partsFor(coins), coins).value().wtxid().toHex(),
             wallet::Signer(key).sign(partsFor(coins), coins).value().wtxid().toHex());
}

void SignerTest::commitsToAmountAndOutputs() {
    const auto key = account();
    const std::vector<WalletCoin> coins{coinAt(1, {KeyChain::Receive, 0}, 1000)};
    const auto transaction = wallet::Signer(key).sign(partsFor(coins), coins).value();
    auto spent = outputsOf(coins);
    spent[0].value += primitives::Amount(1);
    QVERIFY(!isAccepted(transaction, spent));
    auto changed = transaction.parts();
    changed.outputs[0].value += primitives::Amount(1);
    QVERIFY(!isAccepted(primitives::Transaction(changed), outputsOf(coins)));
}

void SignerTest::keepsToTheWeightPromised() {
    const auto key = account();
    for (std::uint32_t round = 0; round < 20; ++round) {
        std::vector<WalletCoin> coins;
        for (std::uint32_t i = 0; i <= round % 3; ++i)
            coins.push_back(coinAt(round * 10 + i, {KeyChain::Receive, i}, 1000 + round));
        const auto parts = partsFor(coins);
        const auto transaction = wallet::Signer(key).sign(parts, coins).value();
        const std::int64_t promised = wallet::transactionWeight(coins.size(), parts.outputs);
        QVERIFY(transaction.weight() <= promised);
        QVERIFY(transaction.weight() >= promised - 2 * static_cast<std::int64_t>(coins.size()));
    }
}

void SignerTest::refusesForeignCoins() {
    const auto key = account();
    std::vector<WalletCoin> coins{coinAt(1, {KeyChain::Receive, 0}, 1000)};
    coins[0].path.index = 1;
    QVERIFY(!wallet::Signer(key).sign(partsFor(coins), coins).has_value());
    coins[0].path.index = 0;
    coins[0].output.scriptPubKey = support::foreignScript();
    QVERIFY(!wallet::Signer(key).sign(partsFor(coins), coins).has_value());
}

void SignerTest::refusesWhenCoinsAndInputsDiffer() {
    const auto key = account();
    const std::vector<WalletCoin> coins{coinAt(1, {KeyChain::Receive, 0}, 1000),
                                        coinAt(2, {KeyChain::Receive, 0}, 1000)};
    QVERIFY(!wallet::Signer(key).sign(partsFor({coins[0]}), coins).has_value());
    QVERIFY(!wallet::Signer(key).sign(primitives::TransactionParts{}, {}).has_value());
}

CAIRN_TEST(SignerTest)
#include "SignerTest.moc"
