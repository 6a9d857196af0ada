#include "wallet/psbt/PsbtRoles.h"

#include "script/Address.h"
#include "script/descriptor/Descriptor.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"
#include "util/Hex.h"
#include "wallet/psbt/PsbtAnalysis.h"
#include "wallet/psbt/PsbtSigner.h"

using script::Descriptor;
using script::SpendingData;
using wallet::Psbt;
using wallet::PsbtRole;
using wallet::PsbtSigner;

class PsbtRolesTest : public QObject {
    Q_OBJECT
private slots:
    void goesTheWayOfBip174();
    void isCreatedAndUpdatedAsInBip174();
    void refusesToSignWhatBip174Forbids();
    void signsAsCore();
    void combinesFinalisesAndExtractsAsCore();
    void signsEveryKindOfOutput_data();
    void signsEveryKindOfOutput();
    void signsAMultisigInParts();
    void refusesAWrongHashType();
    void takesNoSignatureOfAnotherTransaction();
    void signsNothingThatSingleDoesNotCover();
    void joinsWithoutSignatures();
    void saysWhatIsMissing();
};

namespace {

const script::DescriptorFormat kPsbtRegtest{{.bech32Prefix = "bcrt"}, {}};
const std::string kWif = "cP53pDbR5WtAD8dYAW9hhTjuvvTVaEiQBdrz9XPrgLBeRFiyCbQr";
const std::string kOtherWif = "cR6SXDoyfQrcp4piaiHE97Rsgta9mNhGTen9XeonVgwsh4iSgw6d";

SpendingData dataOf(const std::string& descriptor, std::uint32_t index = 0) {
    const auto parsed = Descriptor::parse(descriptor, kPsbtRegtest);
    return parsed ? parsed->front().spendingAt(index).value() : SpendingData();
}

util::Bytes psbtScriptOf(const std::string& descriptor) {
    return Descriptor::parse(descriptor, kPsbtRegtest)->front().scriptsAt(0)->front();
}

Psbt psbtOf(const nlohmann::json& row) {
    return *wallet::psbtFromBase64(row.get<std::string>());
}

/// A payment that spends one output of each script, all of which some transaction made.
Psbt paymentFrom(const std::vector<util::Bytes>& scripts) {
    primitives::TransactionParts coins;
    coins.inputs.push_back({{primitives::TxId(), 7}, {}, 0, {}});
    for (const util::Bytes& script : scripts)
        coins.outputs.push_back({primitives::Amount(100'000), script});
    const auto parent = std::make_shared<const primitives::Transaction>(std::move(coins));
    primitives::TransactionParts parts;
    for (std::uint32_t i = 0; i < scripts.size(); ++i)
        parts.inputs.push_back({{parent->txid(), i}, {}, primitives::kSequenceReplaceable, {}});
    parts.outputs.push_back({primitives::Amount(90'000), psbtScriptOf("wpkh(" + kWif + ')')});
    Psbt out = Psbt::of(primitives::Transaction(std::move(parts)), 2);
    for (auto& input : out.inputs)
        input.previousTransaction = parent;
    return out;
}

} // namespace

void PsbtRolesTest::goesTheWayOfBip174() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip174_psbt.json"));
    NEEDS_DATA(vectors);
    const auto& workflow = vectors->at("workflow");
    const auto base64 = [&](const char* step) { return psbtOf(workflow.at(step).at("result").at("base64")); };
    const auto signedBy = [&](const char* from, const char* step) {
        Psbt psbt = base64(from);
        SpendingData keys;
        for (const auto& each : workflow.at(step).at("keys"))
            keys.add(dataOf("combo(" + each.at("wif").get<std::string>() + ')'));
        PsbtSigner signer(psbt);
        for (std::size_t i = 0; i < psbt.inputs.size(); ++i)
            (void)signer.fillInput(i, keys, {script::SigHashAll, false, false, true});
        return psbt;
    };
    // The published signatures have other nonces here and there: the keys that signed are compared.
    const auto signersOf = [](const Psbt& psbt) {
        std::vector<std::vector<util::Bytes>> out;
        for (const auto& input : psbt.inputs) {
            auto& keys = out.emplace_back();
            for (const auto& [hash, made] : input.signatures)
                keys.push_back(made.key);
        }
        return out;
    };
    const Psbt first = signedBy("updater_add_sighash_all", "signer1");
    const Psbt second = signedBy("updater_add_sighash_all", "signer2");
    QVERIFY(signersOf(first) == signersOf(base64("signer1")));
    QVERIFY(signersOf(second) == signersOf(base64("signer2")));
    const Psbt both[] = {base64("signer1"), base64("signer2")};
    const auto together = wallet::combined(both);
    QVERIFY(together);
    QVERIFY(wallet::serialize(*together) == wallet::serialize(base64("combiner")));
    Psbt final = *together;
    QVERIFY(PsbtSigner(final).finalize());
    QVERIFY(wallet::serialize(final) == wallet::serialize(base64("finalizer")));
    QCOMPARE(util::toHex(PsbtSigner(final).extract().serialize()),
             workflow.at("extractor").at("transaction_hex").get<std::string>());
    std::vector<Psbt> foreign;
    for (const auto& each : workflow.at("combiner_unknown_keys").at("inputs"))
        foreign.push_back(psbtOf(each.at("base64")));
    const auto merged = wallet::combined(foreign);
    QVERIFY(merged);
    QVERIFY(wallet::serialize(*merged) == wallet::serialize(base64("combiner_unknown_keys")));
}

void PsbtRolesTest::isCreatedAndUpdatedAsInBip174() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip174_psbt.json"));
    NEEDS_DATA(vectors);
    const auto& workflow = vectors->at("workflow");
    primitives::TransactionParts parts;
    for (const auto& input : workflow.at("creator").at("inputs"))
        parts.inputs.push_back({{*primitives::TxId::fromHex(input.at("txid").get<std::string>()),
                                 input.at("vout").get<std::uint32_t>()},
                                {},
                                primitives::kSequenceFinal,
                                {}});
    for (const auto& output : workflow.at("creator").at("outputs"))
        parts.outputs.push_back({*primitives::amountFromDecimal(output.at("amount_btc").get<std::string>()),
                                 *util::fromHex(output.at("scriptPubKey").get<std::string>())});
    Psbt psbt = Psbt::of(primitives::Transaction(std::move(parts)), 0);
    QCOMPARE(wallet::toBase64(psbt), workflow.at("creator").at("result").at("base64").get<std::string>());

    const auto& updater = workflow.at("updater");
    SpendingData data;
    for (const auto& hex : updater.at("redeem_scripts")) {
        const auto bytes = *util::fromHex(hex.get<std::string>());
        data.redeemScripts[crypto::hash160(bytes)] = bytes;
    }
    for (const auto& hex : updater.at("witness_scripts")) {
        const auto bytes = *util::fromHex(hex.get<std::string>());
        data.witnessScripts[crypto::sha256(bytes)] = bytes;
    }
    const auto master = workflow.at("master_xprv").get<std::string>();
    for (const auto& row : updater.at("public_keys")) {
        const auto path = row.at("path").get<std::string>(); // "m/0'/0'/0'"
        data.add(dataOf("combo(" + master + path.substr(1) + ')'));
    }
    data.keys.clear();
    for (const auto& hex : updater.at("previous_transactions")) {
        const auto transaction = std::make_shared<const primitives::Transaction>(
            *primitives::Transaction::parse(*util::fromHex(hex.get<std::string>())));
        for (auto& input : psbt.inputs) {
            if (input.previous.txid == transaction->txid()) input.previousTransaction = transaction;
        }
    }
    PsbtSigner signer(psbt);
    for (std::size_t i = 0; i < psbt.inputs.size(); ++i) {
        (void)signer.fillInput(i, data, {});
        signer.fillOutput(i, data);
    }
    // The BIP keeps a whole transaction only where no witness signs.
    psbt.inputs[1].previousTransaction.reset();
    QVERIFY(wallet::serialize(psbt) == wallet::serialize(psbtOf(updater.at("result").at("base64"))));
}

void PsbtRolesTest::refusesToSignWhatBip174Forbids() {
    const auto vectors = support::readJsonVectors(QStringLiteral("bip174_psbt.json"));
    NEEDS_DATA(vectors);
    SpendingData keys;
    for (const char* step : {"signer1", "signer2"}) {
        for (const auto& each : vectors->at("workflow").at(step).at("keys"))
            keys.add(dataOf("combo(" + each.at("wif").get<std::string>() + ')'));
    }
    for (const auto& row : vectors->at("signer_must_fail")) {
        Psbt psbt = psbtOf(row.at("base64"));
        PsbtSigner signer(psbt);
        std::size_t refused = 0;
        for (std::size_t i = 0; i < psbt.inputs.size(); ++i) {
            const auto before = psbt.inputs[i].signatures;
            const auto filled = signer.fillInput(i, keys, {script::SigHashAll, true, true, true});
            refused += !filled && psbt.inputs[i].signatures == before && !psbt.inputs[i].isFinal() ? 1 : 0;
        }
        QVERIFY2(refused > 0, row.at("case").get<std::string>().c_str());
    }
}

void PsbtRolesTest::signsAsCore() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_rpc_psbt.json"));
    NEEDS_DATA(vectors);
    std::size_t number = 0;
    for (const auto& row : vectors->at("signer")) {
        Psbt psbt = psbtOf(row.at("psbt"));
        SpendingData keys;
        for (const auto& wif : row.at("privkeys"))
            keys.add(dataOf("combo(" + wif.get<std::string>() + ')'));
        PsbtSigner signer(psbt);
        for (std::size_t i = 0; i < psbt.inputs.size(); ++i)
            (void)signer.fillInput(i, keys, {script::SigHashAll, true, true, true});
        const auto expected = row.at("result").get<std::string>();
        QVERIFY2(wallet::toBase64(psbt) == expected,
                 (std::to_string(number) + "\n" + wallet::toBase64(psbt) + "\n" + expected).c_str());
        ++number;
    }
}

void PsbtRolesTest::combinesFinalisesAndExtractsAsCore() {
    const auto vectors = support::readJsonVectors(QStringLiteral("core_rpc_psbt.json"));
    NEEDS_DATA(vectors);
    for (const auto& row : vectors->at("combiner")) {
        std::vector<Psbt> parts;
        for (const auto& each : row.at("combine"))
            parts.push_back(psbtOf(each));
        QCOMPARE(wallet::toBase64(*wallet::combined(parts)), row.at("result").get<std::string>());
    }
    for (const auto& row : vectors->at("finalizer")) {
        Psbt psbt = psbtOf(row.at("finalize"));
        QVERIFY(PsbtSigner(psbt).finalize());
        QCOMPARE(wallet::toBase64(psbt), row.at("result").get<std::string>());
    }
    for (const auto& row : vectors->at("extractor")) {
        Psbt psbt = psbtOf(row.at("extract"));
        PsbtSigner signer(psbt);
        QVERIFY(signer.finalize());
        QCOMPARE(util::toHex(signer.extract().serialize()), row.at("result").get<std::string>());
    }
}

void PsbtRolesTest::signsEveryKindOfOutput_data() {
    QTest::addColumn<QString>("form");
    for (const char* form :
         {"pk(@A)", "pkh(@A)", "wpkh(@A)", "sh(wpkh(@A))", "sh(pkh(@A))", "wsh(pk(@A))", "sh(wsh(pkh(@A)))",
          "multi(1,@A,@B)", "sh(multi(2,@A,@B))", "wsh(multi(2,@A,@B))", "wsh(sortedmulti(1,@A,@B))",
          "sh(wsh(multi(2,@A,@B)))", "tr(@A)", "rawtr(@A)", "tr(@A,pk(@B))", "tr(@X,pk(@A))",
          "tr(@X,{pk(@Y),multi_a(2,@A,@B)})", "tr(@X,{multi_a(2,@A,@Y,@B),{pk(@Y),pk(@X)}})"})
        QTest::newRow(form) << QString::fromLatin1(form);
}

void PsbtRolesTest::signsEveryKindOfOutput() {
    QFETCH(QString, form);
    const std::pair<const char*, std::string> keys[] = {
        {"@A", kWif},
        {"@B", kOtherWif},
        {"@X", "50929b74c1a04954b78b4b6035e97a5e078a5a0f28ec96d547bfee9ace803ac0"},
        {"@Y", "a34b99f22c790c4e36b2b3c2c35a36db06226e41c692fc82b8b56ac1c540c5bd"}};
    for (const auto& [name, key] : keys)
        form.replace(QLatin1String(name), QString::fromStdString(key));
    const std::string descriptor = form.toStdString();
    const auto parsed = Descriptor::parse(descriptor, kPsbtRegtest);
    QVERIFY2(parsed, (descriptor + (parsed ? "" : parsed.error().sentence)).c_str());
    const SpendingData data = dataOf(descriptor);
    Psbt psbt = paymentFrom({psbtScriptOf(descriptor)});
    // The watching half fills in, another signs without knowing the descriptor's scripts.
    SpendingData watching = data;
    watching.keys.clear();
    PsbtSigner signer(psbt);
    QVERIFY(!signer.fillInput(0, watching, {}));
    QVERIFY(!psbt.inputs[0].hasSignatures());
    const auto state = wallet::analyze(psbt);
    QCOMPARE(int(state.next), int(PsbtRole::Signer));
    SpendingData keysOnly;
    keysOnly.keys = data.keys;
    Psbt received = *wallet::psbtFromBase64(wallet::toBase64(psbt));
    PsbtSigner other(received);
    QVERIFY(other.fillInput(0, keysOnly, {}));
    QVERIFY(other.isComplete());
    QCOMPARE(int(wallet::analyze(received).next), int(PsbtRole::Extractor));
    // Of several ways to unlock it, the one that takes the most is estimated.
    const std::int64_t vsize = other.extract().vsize();
    QVERIFY(state.vsize && *state.vsize >= vsize);
    if (psbt.inputs[0].tapLeaves.empty()) QVERIFY(*state.vsize <= vsize + 1);
}

void PsbtRolesTest::signsAMultisigInParts() {
    const std::string descriptor = "wsh(multi(2," + kWif + ',' + kOtherWif + "))";
    SpendingData watching = dataOf(descriptor);
    watching.keys.clear();
    Psbt blank = paymentFrom({psbtScriptOf(descriptor)});
    QVERIFY(!PsbtSigner(blank).fillInput(0, watching, {}));
    std::vector<Psbt> parts;
    for (const std::string& wif : {kWif, kOtherWif}) {
        Psbt part = blank;
        QVERIFY(!PsbtSigner(part).fillInput(0, dataOf("combo(" + wif + ')'), {}));
        QCOMPARE(part.inputs[0].signatures.size(), std::size_t(1));
        QCOMPARE(wallet::analyze(part).inputs[0].missing.signatures.size(), std::size_t(1));
        parts.push_back(std::move(part));
    }
    Psbt together = *wallet::combined(parts);
    QCOMPARE(int(wallet::analyze(together).next), int(PsbtRole::Finalizer));
    PsbtSigner signer(together);
    QVERIFY(signer.finalize() && signer.isComplete());
}

void PsbtRolesTest::refusesAWrongHashType() {
    const std::string descriptor = "wpkh(" + kWif + ')';
    Psbt psbt = paymentFrom({psbtScriptOf(descriptor)});
    psbt.inputs[0].sigHashType = script::SigHashAll | script::SigHashAnyoneCanPay;
    PsbtSigner signer(psbt);
    QVERIFY(signer.fillInput(0, dataOf(descriptor), {}).error() == wallet::PsbtSignError::SigHashMismatch);
    QVERIFY(!psbt.inputs[0].hasSignatures());
    wallet::PsbtSigning options;
    options.sigHashType = psbt.inputs[0].sigHashType;
    QVERIFY(signer.fillInput(0, dataOf(descriptor), options));
}

void PsbtRolesTest::takesNoSignatureOfAnotherTransaction() {
    const std::string descriptor = "wpkh(" + kWif + ')';
    Psbt psbt = paymentFrom({psbtScriptOf(descriptor)});
    wallet::PsbtSigning options;
    options.finalize = false;
    QVERIFY(PsbtSigner(psbt).fillInput(0, dataOf(descriptor), options));
    psbt.outputs[0].amount = primitives::Amount(1);
    PsbtSigner changed(psbt);
    QVERIFY(!changed.finalize());
    QVERIFY(!psbt.inputs[0].isFinal());
}

void PsbtRolesTest::signsNothingThatSingleDoesNotCover() {
    const std::string descriptor = "pkh(" + kWif + ')';
    Psbt psbt = paymentFrom({psbtScriptOf(descriptor), psbtScriptOf(descriptor)});
    wallet::PsbtSigning options;
    options.sigHashType = script::SigHashSingle;
    PsbtSigner signer(psbt);
    QVERIFY(signer.fillInput(0, dataOf(descriptor), options));
    QVERIFY(!signer.fillInput(1, dataOf(descriptor), options)); // there is one output only
    QVERIFY(!psbt.inputs[1].hasSignatures());
}

void PsbtRolesTest::joinsWithoutSignatures() {
    const std::string descriptor = "wpkh(" + kWif + ')';
    Psbt first = paymentFrom({psbtScriptOf(descriptor)});
    first.version = 0;
    QVERIFY(PsbtSigner(first).fillInput(0, dataOf(descriptor), {}));
    Psbt second = paymentFrom({psbtScriptOf("pkh(" + kWif + ')')});
    second.version = 0;
    const auto random = [](std::uint64_t bound) { return bound - 1; };
    const Psbt both[] = {first, second};
    const auto out = wallet::joined(both, random);
    QVERIFY(out && out->inputs.size() == 2 && out->outputs.size() == 2);
    for (const auto& input : out->inputs)
        QVERIFY(!input.hasSignatures());
    const Psbt twice[] = {first, first};
    QVERIFY(wallet::joined(twice, random).error().fault == wallet::JoinError::Fault::SameInput);
    second.version = 2;
    const Psbt mixed[] = {first, second};
    QVERIFY(wallet::joined(mixed, random).error().fault == wallet::JoinError::Fault::NotVersion0);
}

void PsbtRolesTest::saysWhatIsMissing() {
    Psbt psbt = paymentFrom({psbtScriptOf("sh(wpkh(" + kWif + "))"), psbtScriptOf("wsh(pk(" + kWif + "))"),
                             psbtScriptOf("pkh(" + kWif + ')')});
    const auto state = wallet::analyze(psbt);
    QVERIFY(state.inputs[0].missing.redeemScript && state.inputs[1].missing.witnessScript);
    QCOMPARE(state.inputs[2].missing.keys.size(), std::size_t(1));
    QCOMPARE(int(state.next), int(PsbtRole::Updater));
    QVERIFY(state.fee == primitives::Amount(210'000) && !state.vsize);
    psbt.inputs[0].previousTransaction.reset();
    QVERIFY(!wallet::analyze(psbt).fee && !wallet::analyze(psbt).inputs[0].hasCoin);
    psbt.outputs[0].amount = primitives::Amount(-1);
    QVERIFY(!wallet::analyze(psbt).defect); // not all coins are known: nothing is added up
    psbt.inputs[0].witnessOutput = primitives::TxOut{primitives::Amount(-5), {}};
    QVERIFY(wallet::analyze(psbt).defect == wallet::PsbtDefect::InputValue);
}

CAIRN_TEST(PsbtRolesTest)
#include "PsbtRolesTest.moc"
