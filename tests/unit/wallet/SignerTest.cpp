#include "wallet/Signer.h"
#include "support/TestProgram.h"

#include "script/Interpreter.h"
#include "support/WalletFixture.h"
#include "wallet/Mnemonic.h"
#include "wallet/TxSize.h"

#include <array>

using wallet::WalletCoin;

class SignerTest : public QObject {
    Q_OBJECT
private slots:
    void spendsEveryForm_data();
    void spendsEveryForm();
    void spendsAllFormsAtOnce();
    void makesSignaturesThatTheRulesAccept();
    void signsTheSameTwice();
    void commitsToAmountAndOutputs();
    void refusesForeignCoins();
    void refusesWhenKeysAreMissing();
    void goesOnFromOtherSignatures();
    void refusesWhenCoinsAndInputsDiffer();
};

namespace {

const script::DescriptorFormat kFormat{{.bech32Prefix = "cairn"}, {}};

std::string rootText() {
    const auto seed = wallet::seedFromMnemonic(support::kWords, "");
    return crypto::ExtendedPrivateKey::fromSeed(seed).value().toBase58();
}

/// `K` with a digit stands for private keys with a path, `P` for the same without it, `W` and `U` for fixed
/// ones.
std::string filled(const std::string& form) {
    std::string out;
    const script::WifKey fixed{crypto::PrivateKey::parse(util::Bytes(32, 7)).value(), true};
    script::WifKey uncompressed = fixed;
    uncompressed.isCompressed = false;
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool numbered = form[i] == 'K' || form[i] == 'P';
        if (numbered) {
            const std::string path = std::string("/") + form[i + 1] + "h/0/*";
            const auto secret = "pkh(" + rootText() + path + ")";
            const auto normal = script::Descriptor::parse(secret, kFormat)->front().normalised().value();
            out += form[i] == 'K' ? rootText() + path : normal.substr(4, normal.find(')') - 4);
            ++i;
        } else if (form[i] == 'W' || form[i] == 'U') {
            const auto text = script::toWif(form[i] == 'W' ? fixed : uncompressed, kFormat.addresses);
            out.append(text.begin(), text.end());
        } else {
            out += form[i];
        }
    }
    return out;
}

/// The private descriptors of a wallet, by number.
class Descriptors {
public:
    explicit Descriptors(const std::vector<std::string>& forms) {
        for (const std::string& form : forms)
            m_list.push_back(script::Descriptor::parse(filled(form), kFormat).value().front());
    }
    wallet::Signer signer() const {
        return wallet::Signer(
            [this](std::uint32_t number) { return number < m_list.size() ? &m_list[number] : nullptr; });
    }
    const script::Descriptor& at(std::uint32_t number) const { return m_list[number]; }
    WalletCoin coinAt(std::uint32_t number, const wallet::KeyPath& path, std::int64_t satoshi) const {
        WalletCoin coin;
        coin.outpoint = support::foreignCoin(number);
        const script::Descriptor& descriptor = m_list[path.descriptor];
        coin.output = support::output(satoshi, descriptor.scriptsAt(path.index).value().front());
        coin.path = path;
        coin.size = script::spendSizeOf(descriptor);
        return coin;
    }

private:
    std::vector<script::Descriptor> m_list;
};

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

std::int64_t promisedWeight(const std::vector<WalletCoin>& coins, const primitives::TransactionParts& parts) {
    wallet::InputSizes sizes;
    for (const WalletCoin& coin : coins)
        sizes.add(coin.size);
    return wallet::transactionWeight(sizes, parts.outputs);
}

/// Each form with the number of its signatures, and what a byte of those weighs.
struct Form {
    const char* text;
    int signatures;
    int weight;
};
constexpr std::array kForms = {
    Form{"wpkh(K1)", 1, 1},
    Form{"pkh(K1)", 1, 4},
    Form{"sh(wpkh(K1))", 1, 1},
    Form{"tr(K1)", 0, 1},
    Form{"rawtr(K1)", 0, 1},
    Form{"tr(K1,pk(P2))", 0, 1},
    Form{"pk(K1)", 1, 4},
    Form{"pkh(U)", 1, 4},
    Form{"pkh(W)", 1, 4},
    Form{"sh(pkh(U))", 1, 4},
    Form{"multi(2,K1,K2,P3)", 2, 4},
    Form{"sh(sortedmulti(2,K1,K2,K3))", 2, 4},
    Form{"sh(multi(15,K1,K2,K3,K4,K5,K6,K7,K8,K9,K0,P1,P2,W,K1,K2))", 15, 4},
    Form{"wsh(pk(K1))", 1, 1},
    Form{"wsh(pkh(K1))", 1, 1},
    Form{"wsh(sortedmulti(2,K1,P2,K3))", 2, 1},
    Form{"wsh(multi(3,K1,K2,W,P4,P5))", 3, 1},
    Form{"sh(wsh(sortedmulti(1,P1,K2)))", 1, 1},
    Form{"sh(wsh(pkh(W)))", 1, 1},
};

} // namespace

void SignerTest::spendsEveryForm_data() {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < kForms.size(); ++i)
        QTest::newRow(kForms[i].text) << int(i);
}

/// Signed, accepted, and never heavier than was promised: at most a byte or two a signature lighter.
void SignerTest::spendsEveryForm() {
    QFETCH(int, number);
    const Form& form = kForms[std::size_t(number)];
    const Descriptors descriptors({form.text});
    for (std::uint32_t round = 0; round < 6; ++round) {
        const std::vector<WalletCoin> coins{descriptors.coinAt(round, {0, round}, 1000),
                                            descriptors.coinAt(100, {0, 7}, 2000)};
        const auto parts = partsFor(coins);
        const auto transaction = descriptors.signer().sign(parts, coins);
        QVERIFY(transaction.has_value());
        QVERIFY(isAccepted(*transaction, outputsOf(coins)));
        const std::int64_t promised = promisedWeight(coins, parts);
        QVERIFY(transaction->weight() <= promised);
        QVERIFY(transaction->weight() >= promised - std::int64_t(2) * 2 * form.signatures * form.weight);
    }
}

void SignerTest::spendsAllFormsAtOnce() {
    std::vector<std::string> forms;
    for (const Form& form : kForms)
        forms.emplace_back(form.text);
    const Descriptors descriptors(forms);
    std::vector<WalletCoin> coins;
    int slack = 0;
    for (std::uint32_t i = 0; i < forms.size(); ++i)
        coins.push_back(descriptors.coinAt(i, {i, i}, 1000 + i));
    for (const Form& form : kForms)
        slack += 2 * form.signatures * form.weight;
    const auto parts = partsFor(coins);
    const auto transaction = descriptors.signer().sign(parts, coins).value();
    QVERIFY(isAccepted(transaction, outputsOf(coins)));
    QVERIFY(transaction.weight() <= promisedWeight(coins, parts));
    QVERIFY(transaction.weight() >= promisedWeight(coins, parts) - slack);
}

void SignerTest::makesSignaturesThatTheRulesAccept() {
    const Descriptors descriptors({"wpkh(K1)"});
    const std::vector<WalletCoin> coins{descriptors.coinAt(1, {0, 0}, 1000),
                                        descriptors.coinAt(2, {0, 7}, 2000),
                                        descriptors.coinAt(3, {0, 99}, 3000)};
    const auto transaction = descriptors.signer().sign(partsFor(coins), coins).value();
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
    const Descriptors descriptors({"wpkh(K1)"});
    const std::vector<WalletCoin> coins{descriptors.coinAt(1, {0, 0}, 1000)};
    QCOMPARE(descriptors.signer().sign(partsFor(coins), coins).value().wtxid().toHex(),
             descriptors.signer().sign(partsFor(coins), coins).value().wtxid().toHex());
}

void SignerTest::commitsToAmountAndOutputs() {
    for (const char* form : {"wpkh(K1)", "tr(K1)"}) {
        const Descriptors descriptors({form});
        const std::vector<WalletCoin> coins{descriptors.coinAt(1, {0, 0}, 1000)};
        const auto transaction = descriptors.signer().sign(partsFor(coins), coins).value();
        auto spent = outputsOf(coins);
        spent[0].value += primitives::Amount(1);
        QVERIFY(!isAccepted(transaction, spent));
        auto changed = transaction.parts();
        changed.outputs[0].value += primitives::Amount(1);
        QVERIFY(!isAccepted(primitives::Transaction(changed), outputsOf(coins)));
    }
}

void SignerTest::refusesForeignCoins() {
    const Descriptors descriptors({"wpkh(K1)"});
    std::vector<WalletCoin> coins{descriptors.coinAt(1, {0, 0}, 1000)};
    coins[0].path.index = 1;
    QVERIFY(!descriptors.signer().sign(partsFor(coins), coins).has_value());
    coins[0].path = {1, 0};
    QVERIFY(!descriptors.signer().sign(partsFor(coins), coins).has_value());
    coins[0].path = {0, 0};
    coins[0].output.scriptPubKey = support::foreignScript();
    QVERIFY(!descriptors.signer().sign(partsFor(coins), coins).has_value());
}

void SignerTest::refusesWhenKeysAreMissing() {
    for (const char* form : {"wsh(multi(2,K1,P2))", "sh(sortedmulti(2,P1,K2,P3))", "wpkh(P1)"}) {
        const Descriptors descriptors({form});
        const std::vector<WalletCoin> coins{descriptors.coinAt(1, {0, 0}, 1000)};
        QVERIFY(!descriptors.signer().sign(partsFor(coins), coins).has_value());
    }
}

/// Two wallets with a key each of a multisig.
void SignerTest::goesOnFromOtherSignatures() {
    for (const char* form : {"wsh(sortedmulti(2,%1,%2))", "sh(multi(2,%1,%2))"}) {
        const auto with = [form](const char* first, const char* second) {
            return QString::fromLatin1(form).arg(QLatin1String(first), QLatin1String(second)).toStdString();
        };
        const Descriptors one({with("K1", "P2")}), other({with("P1", "K2")});
        const std::vector<WalletCoin> coins{one.coinAt(1, {0, 3}, 1000)};
        const auto spent = outputsOf(coins);
        primitives::TransactionParts parts = partsFor(coins);
        for (const Descriptors* each : {&one, &other}) {
            const primitives::Transaction before(parts);
            QVERIFY(!isAccepted(before, spent));
            const script::SigHashCache cache(before, spent);
            parts.inputs[0] = each->signer().signedAt({before, spent, cache}, 0, coins[0].path).value();
        }
        QVERIFY(isAccepted(primitives::Transaction(parts), spent));
    }
}

void SignerTest::refusesWhenCoinsAndInputsDiffer() {
    const Descriptors descriptors({"wpkh(K1)"});
    const std::vector<WalletCoin> coins{descriptors.coinAt(1, {0, 0}, 1000),
                                        descriptors.coinAt(2, {0, 0}, 1000)};
    QVERIFY(!descriptors.signer().sign(partsFor({coins[0]}), coins).has_value());
    QVERIFY(!descriptors.signer().sign(primitives::TransactionParts{}, {}).has_value());
}

CAIRN_TEST(SignerTest)
#include "SignerTest.moc"
