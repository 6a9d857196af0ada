#include "script/Interpreter.h"
#include "support/TestProgram.h"

#include "crypto/PrivateKey.h"
#include "crypto/Ripemd160.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "support/Hex.h"
#include "support/ScriptFlags.h"
#include "support/ScriptSpend.h"
#include "support/ScriptText.h"

using script::Opcode;
using script::ScriptBuilder;
using support::ScriptSpend;
using support::unhex;

class InterpreterTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsWhatAKeySigned_data();
    void acceptsWhatAKeySigned();
    void refusesAnotherAmount();
    void refusesAnEmptyKey();
    void refusesUndefinedHashTypes();
    void letsAnyoneSpendAnAnchor();
    void refusesAWitnessProgramOfZeros_data();
    void refusesAWitnessProgramOfZeros();
    void refusesSeparatorsAndSignaturesInScripts();
    void checksLockTimes_data();
    void checksLockTimes();
    void checksSequences_data();
    void checksSequences();
    void countsSigOpsBeyondTheLegacyOnes_data();
    void countsSigOpsBeyondTheLegacyOnes();
};

namespace {

const primitives::Amount kAmount(5'000);

crypto::PrivateKey privateKey() {
    return crypto::PrivateKey::parse(util::Bytes(32, 0x42)).value();
}
util::ByteArray<33> publicKey() {
    return privateKey().publicKey().compressed();
}

util::Bytes signedBy(const crypto::PrivateKey& key, const crypto::Hash256Bytes& hash) {
    util::Bytes signature = key.signEcdsa(hash);
    signature.push_back(script::SigHashAll);
    return signature;
}

/// A spend of a key hash in witness version 0, signed for `amount`.
ScriptSpend keyHashSpend(bool nested, primitives::Amount amount) {
    const auto hash = crypto::hash160(publicKey());
    const auto program = script::witnessPubKeyHashScript(hash);
    const auto scriptPubKey = nested ? script::scriptHashScript(crypto::hash160(program)) : program;
    const auto scriptSig = nested ? ScriptBuilder().push(program).take() : util::Bytes();
    const ScriptSpend unsignedSpend(scriptPubKey, scriptSig, {}, kAmount);
    const auto message =
        script::witnessV0SigHash(unsignedSpend.transaction(), 0, script::pubKeyHashScript(hash), amount,
                                 script::SigHashAll, unsignedSpend.cache());
    const auto key = publicKey();
    return {scriptPubKey, scriptSig, {signedBy(privateKey(), message), {key.begin(), key.end()}}, kAmount};
}

ScriptSpend legacySpend() {
    const auto key = publicKey();
    const auto scriptPubKey = script::pubKeyHashScript(crypto::hash160(key));
    const ScriptSpend unsignedSpend(scriptPubKey, {}, {}, kAmount);
    const auto message =
        script::legacySigHash(unsignedSpend.transaction(), 0, scriptPubKey, script::SigHashAll);
    return {
        scriptPubKey, ScriptBuilder().push(signedBy(privateKey(), message)).push(key).take(), {}, kAmount};
}

/// Runs `script` as the whole lock of an input with these fields.
std::string runWith(const util::Bytes& script, std::int32_t version, std::uint32_t lockTime,
                    std::uint32_t sequence) {
    const std::vector<primitives::TxOut> spent = {{kAmount, script}};
    primitives::TransactionParts parts{
        .version = version, .inputs = {{}}, .outputs = {{}}, .lockTime = lockTime};
    parts.inputs[0].sequence = sequence;
    const primitives::Transaction transaction(std::move(parts));
    const auto done = script::verifyInput(transaction, 0, spent, script::SigHashCache(transaction, spent),
                                          script::kBlockFlags);
    return done ? "OK" : script::toString(done.error());
}

} // namespace

void InterpreterTest::acceptsWhatAKeySigned_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("P2PKH") << 0;
    QTest::newRow("P2WPKH") << 1;
    QTest::newRow("P2SH-P2WPKH") << 2;
}

void InterpreterTest::acceptsWhatAKeySigned() {
    QFETCH(int, kind);
    const ScriptSpend spend = kind == 0 ? legacySpend() : keyHashSpend(kind == 2, kAmount);
    QCOMPARE(spend.verdict(script::kPolicyFlags), "OK");
    QCOMPARE(spend.verdict(script::kBlockFlags), "OK");
}

void InterpreterTest::refusesAnotherAmount() {
    const ScriptSpend spend = keyHashSpend(false, kAmount + primitives::Amount(1));
    QCOMPARE(spend.verdict(script::kBlockFlags), "EVAL_FALSE");
    QCOMPARE(spend.verdict(script::kPolicyFlags), "NULLFAIL");
}

/// Stopped the program when it reached the curve library.
void InterpreterTest::refusesAnEmptyKey() {
    const auto signature = unhex("3006020101020101"
                                 "01");
    const auto check = ScriptBuilder().op(Opcode::CheckSig).take();
    QCOMPARE(ScriptSpend(check, ScriptBuilder().push(signature).push({}).take()).verdict(script::kBlockFlags),
             "EVAL_FALSE");
    const auto multi = support::scriptFromText("1 0 1 CHECKMULTISIG").value();
    QCOMPARE(ScriptSpend(multi, ScriptBuilder().push({}).push(signature).take()).verdict(script::kBlockFlags),
             "EVAL_FALSE");
}

void InterpreterTest::refusesUndefinedHashTypes() {
    const auto check = ScriptBuilder().push(publicKey()).op(Opcode::CheckSig).op(Opcode::Not).take();
    std::vector<unsigned> defined;
    for (unsigned type = 0; type < 256; ++type) {
        auto signature = unhex("3006020101020101");
        signature.push_back(static_cast<std::uint8_t>(type));
        const ScriptSpend spend(check, ScriptBuilder().push(signature).take());
        QCOMPARE(spend.verdict(script::kBlockFlags), "OK"); // a wrong signature, but of no wrong form
        const std::string verdict = spend.verdict(script::VerifyStrictEncoding);
        if (verdict == "OK")
            defined.push_back(type);
        else
            QCOMPARE(verdict, std::string("SIG_HASHTYPE"));
    }
    QCOMPARE(defined, (std::vector<unsigned>{1, 2, 3, 0x81, 0x82, 0x83}));
}

void InterpreterTest::letsAnyoneSpendAnAnchor() {
    const auto anchor = unhex("51024e73");
    QCOMPARE(ScriptSpend(anchor, {}).verdict(script::kPolicyFlags), "OK");
    QCOMPARE(ScriptSpend(unhex("51024e74"), {}).verdict(script::kPolicyFlags),
             "DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM");
    const auto nested = script::scriptHashScript(crypto::hash160(anchor));
    QCOMPARE(ScriptSpend(nested, ScriptBuilder().push(anchor).take()).verdict(script::kPolicyFlags),
             "DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM");
}

void InterpreterTest::refusesAWitnessProgramOfZeros_data() {
    QTest::addColumn<util::Bytes>("scriptPubKey");
    QTest::addColumn<std::string>("withoutInputScript");
    QTest::addColumn<std::string>("withInputScript");
    const auto program = [](int version, std::size_t size, std::uint8_t last) {
        util::Bytes bytes(size, 0);
        bytes.back() = last;
        return script::witnessScript(version, bytes);
    };
    const std::string falseOnTop = "EVAL_FALSE";
    const std::string malleated = "WITNESS_MALLEATED";
    QTest::newRow("version 0, zeros") << program(0, 20, 0) << falseOnTop << falseOnTop;
    QTest::newRow("version 0, negative zero") << program(0, 32, 0x80) << falseOnTop << falseOnTop;
    QTest::newRow("taproot, zeros") << program(1, 32, 0) << falseOnTop << falseOnTop;
    QTest::newRow("later version, zeros") << program(16, 2, 0) << falseOnTop << falseOnTop;
    QTest::newRow("version 0, true") << program(0, 20, 1) << std::string("WITNESS_PROGRAM_MISMATCH")
                                     << malleated;
    QTest::newRow("later version, true") << program(16, 2, 1) << std::string("OK") << malleated;
}

void InterpreterTest::refusesAWitnessProgramOfZeros() {
    QFETCH(util::Bytes, scriptPubKey);
    QFETCH(std::string, withoutInputScript);
    QFETCH(std::string, withInputScript);
    using support::ScriptSpend;
    QCOMPARE(std::string(ScriptSpend(scriptPubKey, {}).verdict(script::kBlockFlags)), withoutInputScript);
    QCOMPARE(std::string(ScriptSpend(scriptPubKey, {0x51}).verdict(script::kBlockFlags)), withInputScript);
}

void InterpreterTest::refusesSeparatorsAndSignaturesInScripts() {
    const auto separator = support::scriptFromText("1 0 IF CODESEPARATOR ENDIF").value();
    QCOMPARE(ScriptSpend(separator, {}).verdict(script::kPolicyFlags), "OP_CODESEPARATOR");
    QCOMPARE(ScriptSpend(separator, {}).verdict(script::kBlockFlags), "OK");
    const auto signature = unhex("3006020101020101"
                                 "01");
    const auto containing =
        ScriptBuilder().push(signature).push(publicKey()).op(Opcode::CheckSig).op(Opcode::Not).take();
    QCOMPARE(ScriptSpend(containing, {}).verdict(script::kBlockFlags), "OK");
    QCOMPARE(ScriptSpend(containing, {}).verdict(script::VerifyConstScriptCode), "SIG_FINDANDDELETE");
}

void InterpreterTest::checksLockTimes_data() {
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<quint32>("lockTime");
    QTest::addColumn<quint32>("sequence");
    QTest::addColumn<std::string>("verdict");
    const std::string ok = "OK";
    const std::string no = "UNSATISFIED_LOCKTIME";
    QTest::newRow("height reached") << qint64{100} << 100U << 0U << ok;
    QTest::newRow("height missed") << qint64{101} << 100U << 0U << no;
    QTest::newRow("final input") << qint64{100} << 100U << 0xffffffffU << no;
    QTest::newRow("time for a height") << qint64{100} << 500'000'000U << 0U << no;
    QTest::newRow("height for a time") << qint64{500'000'000} << 499'999'999U << 0U << no;
    QTest::newRow("time reached") << qint64{500'000'000} << 500'000'001U << 0U << ok;
    QTest::newRow("5 bytes") << qint64{0xffffffff} << 0xffffffffU << 0U << ok;
    QTest::newRow("above any") << qint64{0x100000000} << 0xffffffffU << 0U << no;
    QTest::newRow("6 bytes") << qint64{0x8000000000} << 0xffffffffU << 0U << std::string("SCRIPTNUM");
    QTest::newRow("negative") << qint64{-1} << 100U << 0U << std::string("NEGATIVE_LOCKTIME");
}

void InterpreterTest::checksLockTimes() {
    QFETCH(qint64, wanted);
    QFETCH(quint32, lockTime);
    QFETCH(quint32, sequence);
    QFETCH(std::string, verdict);
    const auto script = ScriptBuilder()
                            .op(Opcode::Op1)
                            .number(wanted)
                            .op(Opcode::CheckLockTimeVerify)
                            .op(Opcode::Drop)
                            .take();
    QCOMPARE(runWith(script, 1, lockTime, sequence), verdict);
}

void InterpreterTest::checksSequences_data() {
    QTest::addColumn<qint64>("wanted");
    QTest::addColumn<int>("version");
    QTest::addColumn<quint32>("sequence");
    QTest::addColumn<std::string>("verdict");
    const std::string ok = "OK";
    const std::string no = "UNSATISFIED_LOCKTIME";
    QTest::newRow("blocks passed") << qint64{10} << 2 << 10U << ok;
    QTest::newRow("blocks missing") << qint64{11} << 2 << 10U << no;
    QTest::newRow("bits without meaning") << qint64{0xbf000a} << 2 << 0x3f00000aU << ok;
    QTest::newRow("version 1") << qint64{10} << 1 << 10U << no;
    QTest::newRow("version is unsigned") << qint64{10} << -1 << 10U << ok;
    QTest::newRow("input without a lock") << qint64{10} << 2 << 0x8000000aU << no;
    QTest::newRow("operand without a lock") << qint64{0x80000000} << 1 << 0xffffffffU << ok;
    QTest::newRow("seconds for blocks") << qint64{10} << 2 << 0x40000aU << no;
    QTest::newRow("blocks for seconds") << qint64{0x40000a} << 2 << 10U << no;
    QTest::newRow("seconds passed") << qint64{0x40000a} << 2 << 0x40000bU << ok;
    QTest::newRow("negative") << qint64{-1} << 2 << 10U << std::string("NEGATIVE_LOCKTIME");
}

void InterpreterTest::checksSequences() {
    QFETCH(qint64, wanted);
    QFETCH(int, version);
    QFETCH(quint32, sequence);
    QFETCH(std::string, verdict);
    const auto script = ScriptBuilder()
                            .op(Opcode::Op1)
                            .number(wanted)
                            .op(Opcode::CheckSequenceVerify)
                            .op(Opcode::Drop)
                            .take();
    QCOMPARE(runWith(script, version, 0, sequence), verdict);
}

void InterpreterTest::countsSigOpsBeyondTheLegacyOnes_data() {
    QTest::addColumn<util::Bytes>("spent");
    QTest::addColumn<util::Bytes>("scriptSig");
    QTest::addColumn<util::Bytes>("witnessScript");
    QTest::addColumn<int>("withAll");
    QTest::addColumn<int>("withP2sh");
    const util::Bytes none;
    const auto twoOfThree = support::scriptFromText("2 3 CHECKMULTISIG CHECKSIG").value(); // counts 3 + 1
    const auto p2sh = script::scriptHashScript(crypto::hash160(twoOfThree));
    const auto keyHash = script::witnessPubKeyHashScript(util::Bytes(20, 1));
    const auto scriptHash = script::witnessScript(0, util::Bytes(32, 1));
    const auto pushOf = [](const util::Bytes& bytes) { return ScriptBuilder().push(bytes).take(); };
    auto notOnlyPushes = pushOf(twoOfThree);
    notOnlyPushes.insert(notOnlyPushes.begin(), 0x61);
    QTest::newRow("legacy") << twoOfThree << none << none << 0 << 0;
    QTest::newRow("P2SH") << p2sh << pushOf(twoOfThree) << none << 16 << 16;
    QTest::newRow("P2SH of no pushes") << p2sh << notOnlyPushes << none << 0 << 0;
    QTest::newRow("P2SH that ends with OP_1") << p2sh << util::Bytes{1, 0xac, 0x51} << none << 0 << 0;
    QTest::newRow("P2SH cut") << p2sh << util::Bytes{1, 0xac, 2, 0xac} << none << 0 << 0;
    QTest::newRow("P2WPKH") << keyHash << none << none << 1 << 0;
    QTest::newRow("P2WSH") << scriptHash << none << twoOfThree << 4 << 0;
    QTest::newRow("P2SH-P2WPKH") << p2sh << pushOf(keyHash) << none << 1 << 0;
    QTest::newRow("P2SH-P2WSH") << p2sh << pushOf(scriptHash) << twoOfThree << 4 << 0;
    QTest::newRow("taproot") << script::witnessScript(1, util::Bytes(32, 1)) << none << twoOfThree << 0 << 0;
    QTest::newRow("version 0 of 10") << script::witnessScript(0, util::Bytes(10, 1)) << none << twoOfThree
                                     << 0 << 0;
}

void InterpreterTest::countsSigOpsBeyondTheLegacyOnes() {
    QFETCH(util::Bytes, spent);
    QFETCH(util::Bytes, scriptSig);
    QFETCH(util::Bytes, witnessScript);
    QFETCH(int, withAll);
    QFETCH(int, withP2sh);
    primitives::TxIn input;
    input.scriptSig = scriptSig;
    if (!witnessScript.empty()) input.witness = {{}, witnessScript};
    QCOMPARE(script::inputSigOpCost(input, spent, script::kBlockFlags), std::int64_t{withAll});
    QCOMPARE(script::inputSigOpCost(input, spent, script::VerifyP2sh), std::int64_t{withP2sh});
    QCOMPARE(script::inputSigOpCost(input, spent, script::VerifyNone), std::int64_t{0});
}

CAIRN_TEST(InterpreterTest)
#include "InterpreterTest.moc"
