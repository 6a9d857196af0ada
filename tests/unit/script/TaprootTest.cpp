#include "crypto/PrivateKey.h"
#include "crypto/Ripemd160.h"
#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/Tapscript.h"
#include "support/Hex.h"
#include "support/ScriptFlags.h"
#include "support/ScriptSpend.h"
#include "support/ScriptText.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

#include <algorithm>
#include <functional>

using script::Opcode;
using script::ScriptBuilder;
using support::ScriptSpend;
using support::unhex;

/// The errors of BIP 341 and BIP 342, which the published spends do not name.
class TaprootTest : public QObject {
    Q_OBJECT
private slots:
    void acceptsTheControlBlocksOfBip341();
    void namesErrorsOfTheKeyPath_data();
    void namesErrorsOfTheKeyPath();
    void namesErrorsOfTapscripts_data();
    void namesErrorsOfTapscripts();
    void refusesControlBlocksOfOtherLength();
    void refusesAnotherParityOrKey();
    void leavesOtherVersionsOpen();
    void leavesNestedProgramsOpen();
    void countsSignaturesAgainstTheWitness();
    void signsThePositionOfTheSeparator();
    void listsOpSuccess();
};

namespace {

constexpr script::VerifyFlags kFlags = script::kBlockFlags;

crypto::PrivateKey taprootKey() {
    return crypto::PrivateKey::parse(util::Bytes(32, 0x42)).value();
}

util::Bytes xOnly(const crypto::PublicKey& key) {
    return {key.compressed().begin() + 1, key.compressed().end()};
}

crypto::Hash256Bytes leafHashOf(std::uint8_t version, const util::Bytes& script) {
    util::ByteWriter writer;
    writer.u8(version);
    writer.sized(script);
    return crypto::taggedHash("TapLeaf", writer.view());
}

/// An output with a single leaf, and the control block that opens it.
struct Leaf {
    explicit Leaf(util::Bytes leafScript, std::uint8_t version = 0xc0)
        : script(std::move(leafScript)), hash(leafHashOf(version, script)) {
        const util::Bytes internal = xOnly(taprootKey().publicKey());
        util::Bytes even{2};
        even.insert(even.end(), internal.begin(), internal.end());
        util::Bytes tweak = internal;
        tweak.insert(tweak.end(), hash.begin(), hash.end());
        const auto output =
            crypto::PublicKey::parse(even)->tweakAdd(crypto::taggedHash("TapTweak", tweak)).value();
        scriptPubKey = script::witnessScript(1, xOnly(output));
        control = {static_cast<std::uint8_t>(version | (output.compressed()[0] & 1))};
        control.insert(control.end(), internal.begin(), internal.end());
    }
    [[nodiscard]] ScriptSpend spend(std::vector<util::Bytes> elements) const {
        elements.push_back(script);
        elements.push_back(control);
        return {scriptPubKey, {}, std::move(elements)};
    }
    util::Bytes script;
    crypto::Hash256Bytes hash;
    util::Bytes scriptPubKey, control;
};

Leaf leafFromText(const char* text) {
    return Leaf(support::scriptFromText(text).value());
}

/// A signature of 64 bytes for the leaf, whatever else the witness holds.
util::Bytes signatureFor(const Leaf& leaf, std::uint32_t separator = 0xffffffff) {
    const ScriptSpend spend = leaf.spend({});
    const auto hash = script::taprootSigHash(
        spend.transaction(), 0, spend.spent(), script::SigHashDefault,
        {.annexSha = {}, .leafHash = leaf.hash, .codeSeparatorPosition = separator}, spend.cache());
    const auto signature = taprootKey().signSchnorr(hash.value());
    return {signature.begin(), signature.end()};
}

} // namespace

void TaprootTest::acceptsTheControlBlocksOfBip341() {
    const auto vectors = support::readJsonVectors("bip341_wallet.json");
    NEEDS_DATA(vectors);
    int cases = 0;
    const auto check = [&cases](const util::Bytes& scriptPubKey, const nlohmann::json& leaf,
                                const std::string& controlHex) {
        const auto script = unhex(leaf["script"].get<std::string>());
        auto control = unhex(controlHex);
        // The script itself may fail without a signature; a wrong commitment is found before that.
        const std::string verdict = ScriptSpend(scriptPubKey, {}, {{}, script, control}).verdict(kFlags);
        QVERIFY2(verdict != "WITNESS_PROGRAM_MISMATCH", controlHex.c_str());
        control[0] ^= 1;
        QCOMPARE(ScriptSpend(scriptPubKey, {}, {{}, script, control}).verdict(kFlags),
                 "WITNESS_PROGRAM_MISMATCH");
        ++cases;
    };
    for (const auto& row : (*vectors)["scriptPubKey"]) {
        std::vector<nlohmann::json> leaves; // in the order of the control blocks
        const std::function<void(const nlohmann::json&)> collect = [&](const nlohmann::json& node) {
            if (node.is_array())
                for (const auto& child : node)
                    collect(child);
            else if (node.is_object())
                leaves.push_back(node);
        };
        collect(row["given"]["scriptTree"]);
        for (std::size_t i = 0; i < leaves.size(); ++i)
            check(unhex(row["expected"]["scriptPubKey"].get<std::string>()), leaves[i],
                  row["expected"]["scriptPathControlBlocks"][i]);
    }
    qInfo("%d control blocks", cases);
    QCOMPARE(cases, 12);
}

void TaprootTest::namesErrorsOfTheKeyPath_data() {
    QTest::addColumn<std::vector<util::Bytes>>("witness");
    QTest::addColumn<std::string>("verdict");
    using Witness = std::vector<util::Bytes>;
    const util::Bytes annex = {0x50, 1};
    util::Bytes longSignature(65, 1);
    QTest::newRow("nothing") << Witness{} << std::string("WITNESS_PROGRAM_WITNESS_EMPTY");
    QTest::newRow("63 bytes") << Witness{util::Bytes(63, 1)} << std::string("SCHNORR_SIG_SIZE");
    QTest::newRow("66 bytes and annex")
        << Witness{util::Bytes(66, 1), annex} << std::string("SCHNORR_SIG_SIZE");
    QTest::newRow("annex alone is a signature") << Witness{annex} << std::string("SCHNORR_SIG_SIZE");
    QTest::newRow("wrong signature") << Witness{util::Bytes(64, 1)} << std::string("SCHNORR_SIG");
    QTest::newRow("ALL, wrong") << Witness{longSignature} << std::string("SCHNORR_SIG");
    longSignature[64] = 0;
    QTest::newRow("default written out") << Witness{longSignature} << std::string("SCHNORR_SIG_HASHTYPE");
    longSignature[64] = 4;
    QTest::newRow("undefined type") << Witness{longSignature} << std::string("SCHNORR_SIG_HASHTYPE");
}

void TaprootTest::namesErrorsOfTheKeyPath() {
    QFETCH(std::vector<util::Bytes>, witness);
    QFETCH(std::string, verdict);
    const auto output = script::witnessScript(1, xOnly(taprootKey().publicKey()));
    QCOMPARE(std::string(ScriptSpend(output, {}, witness).verdict(kFlags)), verdict);
}

void TaprootTest::namesErrorsOfTapscripts_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("verdict");
    QTest::addColumn<std::string>("policyVerdict");
    const auto row = [](const char* text, const char* verdict, const char* policyVerdict = nullptr) {
        QTest::newRow(text) << std::string(text) << std::string(verdict)
                            << std::string(policyVerdict == nullptr ? verdict : policyVerdict);
    };
    row("1", "OK");
    row("0", "EVAL_FALSE");
    row("1 1", "CLEANSTACK");
    row("", "CLEANSTACK");
    row("0 0 0 CHECKMULTISIG", "TAPSCRIPT_CHECKMULTISIG");
    row("0 0 0 CHECKMULTISIGVERIFY 1", "TAPSCRIPT_CHECKMULTISIG");
    row("2 IF 1 ENDIF", "TAPSCRIPT_MINIMALIF");
    row("0x02 0x0100 NOTIF 1 ENDIF", "TAPSCRIPT_MINIMALIF");
    row("0 0 CHECKSIG", "TAPSCRIPT_EMPTY_PUBKEY");
    row("1 0 CHECKSIG", "TAPSCRIPT_EMPTY_PUBKEY");
    row("1 'another_kind_of_key' CHECKSIG", "OK", "DISCOURAGE_UPGRADABLE_PUBKEYTYPE");
    row("0 'another_kind_of_key' CHECKSIGVERIFY 1", "CHECKSIGVERIFY", "DISCOURAGE_UPGRADABLE_PUBKEYTYPE");
    row("1 5 'another_kind_of_key' 0xba 6 EQUAL", "OK", "DISCOURAGE_UPGRADABLE_PUBKEYTYPE");
    row("0 5 'another_kind_of_key' 0xba 5 EQUAL", "OK", "DISCOURAGE_UPGRADABLE_PUBKEYTYPE");
    row("1 1 0xba", "INVALID_STACK_OPERATION");
    row("'sig' '12345' 'key' 0xba", "SCRIPTNUM");
    row("1 'twelve_bytes' 1 RETURN 0x50", "OK", "DISCOURAGE_OP_SUCCESS");
    row("RESERVED 0xff", "OK", "DISCOURAGE_OP_SUCCESS");
    row("0xff", "BAD_OPCODE");
    row("0x02 0x01", "BAD_OPCODE");
    row("RETURN 0x02 0x01", "BAD_OPCODE"); // found before anything runs
    row("0x02 0x50", "BAD_OPCODE");        // the push breaks off before any OP_SUCCESS
    row("1 NOP10", "OK", "DISCOURAGE_UPGRADABLE_NOPS");
    row("1 CODESEPARATOR", "OK");
}

void TaprootTest::namesErrorsOfTapscripts() {
    QFETCH(std::string, text);
    QFETCH(std::string, verdict);
    QFETCH(std::string, policyVerdict);
    const ScriptSpend spend = leafFromText(text.c_str()).spend({});
    QCOMPARE(std::string(spend.verdict(kFlags)), verdict);
    QCOMPARE(std::string(spend.verdict(script::kPolicyFlags)), policyVerdict);
}

void TaprootTest::refusesControlBlocksOfOtherLength() {
    const Leaf leaf = leafFromText("1");
    for (const std::size_t size : {0U, 1U, 32U, 34U, 64U, 66U, 33U + 32U * 129U}) {
        auto control = leaf.control;
        control.resize(size, 0);
        QCOMPARE(ScriptSpend(leaf.scriptPubKey, {}, {leaf.script, control}).verdict(kFlags),
                 "TAPROOT_WRONG_CONTROL_SIZE");
    }
    auto longest = leaf.control;
    longest.resize(33 + 32 * 128, 0);
    QCOMPARE(ScriptSpend(leaf.scriptPubKey, {}, {leaf.script, longest}).verdict(kFlags),
             "WITNESS_PROGRAM_MISMATCH");
}

void TaprootTest::refusesAnotherParityOrKey() {
    const Leaf leaf = leafFromText("1");
    QCOMPARE(leaf.spend({}).verdict(kFlags), "OK");
    for (const std::size_t byte : {0U, 1U, 32U}) {
        auto control = leaf.control;
        control[byte] ^= 1;
        QCOMPARE(ScriptSpend(leaf.scriptPubKey, {}, {leaf.script, control}).verdict(kFlags),
                 "WITNESS_PROGRAM_MISMATCH");
    }
    QCOMPARE(ScriptSpend(leaf.scriptPubKey, {}, {{0x52}, leaf.control}).verdict(kFlags),
             "WITNESS_PROGRAM_MISMATCH");
}

void TaprootTest::leavesOtherVersionsOpen() {
    const Leaf leaf({0x00, 0xff}, 0xc2);
    QCOMPARE(leaf.spend({}).verdict(kFlags), "OK");
    QCOMPARE(leaf.spend({}).verdict(script::kPolicyFlags), "DISCOURAGE_UPGRADABLE_TAPROOT_VERSION");
    QCOMPARE(ScriptSpend(leaf.scriptPubKey, {}, {util::Bytes(9)}).verdict(kFlags & ~script::VerifyTaproot),
             "OK");
}

void TaprootTest::leavesNestedProgramsOpen() {
    const Leaf leaf = leafFromText("0");
    const auto nested = script::scriptHashScript(crypto::hash160(leaf.scriptPubKey));
    const auto scriptSig = ScriptBuilder().push(leaf.scriptPubKey).take();
    QCOMPARE(ScriptSpend(nested, scriptSig, {util::Bytes(9)}).verdict(kFlags), "OK");
    QCOMPARE(ScriptSpend(nested, scriptSig, {util::Bytes(9)}).verdict(script::kPolicyFlags),
             "DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM");
}

/// Each check of a signature costs 50; the budget is the witness's size plus 50.
void TaprootTest::countsSignaturesAgainstTheWitness() {
    const util::Bytes key = xOnly(taprootKey().publicKey());
    for (const int checks : {1, 2, 3, 4}) {
        ScriptBuilder builder;
        for (int i = 0; i < checks; ++i)
            builder.op(Opcode::Dup2).op(Opcode::CheckSigVerify);
        const Leaf leaf(builder.op(Opcode::Drop2).op(Opcode::Op1).take());
        const std::vector<util::Bytes> elements = {signatureFor(leaf), key};
        // Count, signature, key, script and control block, each with its length.
        const int budget = 1 + 65 + 33 + (1 + 2 * checks + 2) + 34 + 50;
        const bool enough = checks * 50 <= budget;
        QCOMPARE(leaf.spend(elements).verdict(kFlags), enough ? "OK" : "TAPSCRIPT_VALIDATION_WEIGHT");
    }
    // Exactly as much as there is: 5 checks need a witness of 200 bytes.
    for (const int missing : {0, 1}) {
        const int padding = 200 - (1 + 65 + 33 + 34) - (1 + 2 * 5 + 2 + 2) - missing;
        ScriptBuilder builder;
        builder.push(util::Bytes(static_cast<std::size_t>(padding), 7)).op(Opcode::Drop);
        for (int i = 0; i < 5; ++i)
            builder.op(Opcode::Dup2).op(Opcode::CheckSigVerify);
        const Leaf leaf(builder.op(Opcode::Drop2).op(Opcode::Op1).take());
        QCOMPARE(leaf.spend({signatureFor(leaf), key}).verdict(kFlags),
                 missing == 0 ? "OK" : "TAPSCRIPT_VALIDATION_WEIGHT");
    }
}

void TaprootTest::signsThePositionOfTheSeparator() {
    const util::Bytes key = xOnly(taprootKey().publicKey());
    const auto script =
        ScriptBuilder().op(Opcode::Nop).op(Opcode::CodeSeparator).push(key).op(Opcode::CheckSig).take();
    const Leaf leaf(script);
    QCOMPARE(leaf.spend({signatureFor(leaf, 1)}).verdict(script::kPolicyFlags), "OK");
    QCOMPARE(leaf.spend({signatureFor(leaf)}).verdict(kFlags), "SCHNORR_SIG");
    QCOMPARE(leaf.spend({signatureFor(leaf, 2)}).verdict(kFlags), "SCHNORR_SIG");
}

void TaprootTest::listsOpSuccess() {
    std::vector<int> values;
    for (int value = 0; value < 256; ++value)
        if (script::isOpSuccess(static_cast<Opcode>(value))) values.push_back(value);
    QCOMPARE(values.size(), std::size_t{2 + 4 + 4 + 2 + 2 + 5 + 68});
    for (const int value : {80, 98, 126, 129, 131, 134, 137, 138, 141, 142, 149, 153, 187, 254})
        QVERIFY2(std::find(values.begin(), values.end(), value) != values.end(),
                 std::to_string(value).c_str());
}

CAIRN_TEST(TaprootTest)
#include "TaprootTest.moc"
