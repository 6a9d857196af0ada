#include "wallet/messages/MessageProof.h"

#include "script/Address.h"
#include "script/OutputType.h"
#include "script/SignedMessage.h"
#include "script/Wif.h"
#include "script/descriptor/Descriptor.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"
#include "util/Base64.h"
#include "util/Hex.h"

using wallet::checkMessage;
using wallet::MessageVerdict;

class MessageProofTest : public QObject {
    Q_OBJECT
private slots:
    void makesTheTransactionsOfBip322();
    void takesTheSignaturesOfBip322();
    void refusesTheWrongOnesOfBip322();
    void provesWhatItChecks_data();
    void provesWhatItChecks();
    void takesTheMessagesOfElectrum();
    void takesTheMessagesOfCore();
    void refusesAnotherHashType();
};

namespace {

const script::AddressFormat kMain{.bech32Prefix = "bc", .pubKeyHash = 0, .scriptHash = 5, .privateKey = 128};
const script::DescriptorFormat kMainKeys{kMain, {0x0488b21e, 0x0488ade4}};

util::Bytes scriptAt(const nlohmann::json& row) {
    return script::scriptFromAddress(row.at("address").get<std::string>(), kMain).value();
}

script::SpendingData keysOf(const std::string& descriptor) {
    return script::Descriptor::parse(descriptor, kMainKeys)->front().spendingAt(0).value();
}

constexpr const char* kFiles[] = {"bip322_basic.json", "bip322_generated.json"};

} // namespace

void MessageProofTest::makesTheTransactionsOfBip322() {
    const auto vectors = support::readJsonVectors(QString::fromLatin1(kFiles[0]));
    NEEDS_DATA(vectors);
    for (const auto& row : vectors->at("tx_hashes")) {
        const auto message = row.at("message").get<std::string>();
        QCOMPARE(util::toHex(wallet::messageProofHash(message)), row.at("message_hash").get<std::string>());
        const auto toSpend = wallet::messageToSpend(scriptAt(row), message);
        QCOMPARE(toSpend.txid().toHex(), row.at("to_spend_tx_hash").get<std::string>());
        QCOMPARE(wallet::messageToSign(toSpend).txid().toHex(), row.at("to_sign_tx_hash").get<std::string>());
    }
}

void MessageProofTest::takesTheSignaturesOfBip322() {
    for (const char* file : kFiles) {
        const auto vectors = support::readJsonVectors(QString::fromLatin1(file));
        NEEDS_DATA(vectors);
        for (const char* kind : {"simple", "full", "proof_of_funds"}) {
            if (!vectors->contains(kind)) continue;
            for (const auto& row : vectors->at(kind)) {
                for (const auto& signature : row.at("bip322_signatures")) {
                    const auto check = checkMessage(scriptAt(row), row.at("message").get<std::string>(),
                                                    signature.get<std::string>());
                    QVERIFY2(check.verdict == MessageVerdict::Valid,
                             (std::string(kind) + ' ' + row.at("type").get<std::string>()).c_str());
                    if (row.contains("lock_time"))
                        QCOMPARE(check.lockTime, row.at("lock_time").get<std::uint32_t>());
                    QCOMPARE(check.funds.empty(), std::string_view(kind) != "proof_of_funds");
                }
            }
        }
    }
}

void MessageProofTest::refusesTheWrongOnesOfBip322() {
    for (const char* file : kFiles) {
        const auto vectors = support::readJsonVectors(QString::fromLatin1(file));
        NEEDS_DATA(vectors);
        for (const auto& row : vectors->at("error")) {
            const auto check = checkMessage(scriptAt(row), row.at("message").get<std::string>(),
                                            row.at("signature").get<std::string>());
            QVERIFY2(check.verdict == MessageVerdict::Invalid || check.verdict == MessageVerdict::Malformed,
                     row.at("description").get<std::string>().c_str());
        }
    }
}

void MessageProofTest::provesWhatItChecks_data() {
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("prefix");
    for (const char* form : {"wpkh(A)", "wsh(pk(A))", "wsh(multi(1,A))", "tr(A)"})
        QTest::newRow(form) << QString::fromLatin1(form) << QStringLiteral("smp");
    for (const char* form : {"pkh(A)", "sh(wpkh(A))", "sh(multi(1,A))", "pk(A)"})
        QTest::newRow(form) << QString::fromLatin1(form) << QStringLiteral("ful");
}

void MessageProofTest::provesWhatItChecks() {
    QFETCH(QString, form);
    QFETCH(QString, prefix);
    const QString wif = QStringLiteral("L3VFeEujGtevx9w18HD1fhRbCH67Az2dpCymeRE1SoPK6XQtaN2k");
    const std::string descriptor = form.replace(QLatin1Char('A'), wif).toStdString();
    const auto script = script::Descriptor::parse(descriptor, kMainKeys)->front().scriptsAt(0)->front();
    const auto proof = wallet::proveMessage(script, "Hello World", keysOf(descriptor));
    QVERIFY(proof && proof->starts_with(prefix.toStdString()));
    QVERIFY(checkMessage(script, "Hello World", *proof).verdict == MessageVerdict::Valid);
    QVERIFY(checkMessage(script, "Hello world", *proof).verdict == MessageVerdict::Invalid);
    // Without the prefix, as other programs wrote it.
    QVERIFY(checkMessage(script, "Hello World", proof->substr(3)).verdict == MessageVerdict::Valid);
    QVERIFY(!wallet::proveMessage(script, "Hello World", {}));
}

void MessageProofTest::takesTheMessagesOfElectrum() {
    const auto vectors = support::readJsonVectors(QStringLiteral("electrum_signmessage.json"));
    NEEDS_DATA(vectors);
    for (const auto& [kind, rows] : vectors->items()) {
        if (!rows.is_array()) continue;
        for (const auto& row : rows) {
            const bool isValid = !row.contains("valid") || row.at("valid").get<bool>();
            const auto check = checkMessage(scriptAt(row), row.at("message").get<std::string>(),
                                            row.at("signature").get<std::string>());
            QVERIFY2((check.verdict == MessageVerdict::Valid) == isValid,
                     (kind + ' ' + row.at("address").get<std::string>()).c_str());
        }
    }
    const auto key = script::keyFromWif("L3VFeEujGtevx9w18HD1fhRbCH67Az2dpCymeRE1SoPK6XQtaN2k", kMain);
    const auto hash = crypto::hash160(key->key.publicKey().compressed());
    const auto program = script::witnessPubKeyHashScript(hash);
    const std::pair<script::MessageForm, util::Bytes> forms[] = {
        {script::MessageForm::PubKeyHash, script::pubKeyHashScript(hash)},
        {script::MessageForm::NestedWitness, script::scriptHashScript(crypto::hash160(program))},
        {script::MessageForm::Witness, program}};
    for (const auto& [form, script] : forms) {
        const auto made = util::toBase64(script::signMessage(key->key, form, "text"));
        QVERIFY(checkMessage(script, "text", made).verdict == MessageVerdict::Valid);
        QVERIFY(checkMessage(script, "other", made).verdict == MessageVerdict::Invalid);
    }
}

void MessageProofTest::takesTheMessagesOfCore() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_keys_signmessage.json"));
    NEEDS_DATA(vectors);
    for (const auto& row : vectors->at("signmessage").at("verify")) {
        const auto script = script::scriptFromAddress(row.at("address").get<std::string>(), kMain);
        if (!script) continue;
        const auto check = checkMessage(*script, row.at("message").get<std::string>(),
                                        row.at("signature").get<std::string>());
        QCOMPARE(check.verdict == MessageVerdict::Valid, row.at("result").get<std::string>() == "OK");
    }
}

void MessageProofTest::refusesAnotherHashType() {
    const std::string descriptor = "tr(L3VFeEujGtevx9w18HD1fhRbCH67Az2dpCymeRE1SoPK6XQtaN2k)";
    const auto script = script::Descriptor::parse(descriptor, kMainKeys)->front().scriptsAt(0)->front();
    const auto proof = *wallet::proveMessage(script, "text", keysOf(descriptor));
    util::Bytes bytes = *util::fromBase64(std::string_view(proof).substr(3));
    bytes[1] = 65;
    bytes.push_back(0x02); // SIGHASH_NONE
    QVERIFY(checkMessage(script, "text", "smp" + util::toBase64(bytes)).verdict == MessageVerdict::Invalid);
}

CAIRN_TEST(MessageProofTest)
#include "MessageProofTest.moc"
