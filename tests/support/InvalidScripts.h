#pragma once

#include "script/Interpreter.h"
#include "support/InvalidBlocks.h"
#include "support/ScriptText.h"

namespace support {

/// A taproot output with one leaf under the test key, and the control block that opens it.
struct TestLeaf {
    explicit TestLeaf(util::Bytes leafScript) : script(std::move(leafScript)) {
        util::ByteWriter leaf;
        leaf.u8(0xc0);
        leaf.sized(script);
        const crypto::Hash256Bytes hash = crypto::taggedHash("TapLeaf", leaf.view());
        const util::ByteArray<33> key = testKey().publicKey().compressed();
        util::Bytes even{2};
        even.insert(even.end(), key.begin() + 1, key.end());
        util::Bytes tweak(key.begin() + 1, key.end());
        tweak.insert(tweak.end(), hash.begin(), hash.end());
        const auto output =
            crypto::PublicKey::parse(even)->tweakAdd(crypto::taggedHash("TapTweak", tweak)).value();
        scriptPubKey = script::witnessScript(1, util::ByteView(output.compressed()).subspan(1));
        control = {static_cast<std::uint8_t>(0xc0 | (output.compressed()[0] & 1))};
        control.insert(control.end(), key.begin() + 1, key.end());
    }
    util::Bytes script;
    util::Bytes scriptPubKey;
    util::Bytes control;
};

/// A block with a payment to `scriptPubKey` and one from it that the script must refuse.
inline InvalidBlock invalidScript(std::string name, script::ScriptError error, util::Bytes scriptPubKey,
                                  util::Bytes scriptSig = {}, std::vector<util::Bytes> witness = {}) {
    return {std::move(name), consensus::toString({consensus::Reject::Script, script::describe(error)}),
            InvalidBlock::Blame::Block, [scriptPubKey, scriptSig, witness](RulesBench& bench) {
                const Spendable from = bench.coinbase(2);
                const auto parent = spend({from}, {{from.output.value, scriptPubKey}});
                primitives::TransactionParts parts =
                    plainPayment({outputOf(*parent)}, from.output.value.satoshi());
                parts.inputs[0].scriptSig = scriptSig;
                parts.inputs[0].witness = witness;
                return bench.draft({parent, made(std::move(parts))});
            }};
}

inline util::Bytes scriptOf(const std::string& text) {
    return scriptFromText(text).value();
}
/// The test key as a push in the vectors' notation.
inline std::string keyText() {
    return "0x21 0x" + util::toHex(testKey().publicKey().compressed());
}
inline util::Bytes p2wshOf(const util::Bytes& script) {
    return script::witnessScript(0, crypto::sha256(script));
}
inline util::Bytes p2shOf(const util::Bytes& script) {
    return script::scriptHashScript(crypto::hash160(script));
}
/// Pushed bytes as an input script.
inline util::Bytes pushOf(const util::Bytes& bytes) {
    return script::ScriptBuilder().push(bytes).take();
}

/// What the operations of a script can run into.
inline std::vector<InvalidBlock> invalidOperations() {
    using enum script::ScriptError;
    const std::string key = keyText();
    const auto row = [](const char* name, script::ScriptError error, const std::string& text) {
        return invalidScript(name, error, scriptOf(text));
    };
    util::Bytes nops(202, 0x61);
    nops.push_back(0x51);
    return {
        row("false at the end", EvalFalse, "0"),
        row("nothing at the end", EvalFalse, "NOP"),
        row("OP_RETURN on the way", OpReturn, "1 IF RETURN ENDIF"),
        invalidScript("input script above 10 000 bytes", ScriptSize, scriptOf("1"),
                      util::Bytes(10'001, 0x61)),
        invalidScript("push above 520 bytes", PushSize, scriptOf("DROP 1"), pushOf(util::Bytes(521, 1))),
        invalidScript("202 operations", OpCount, nops),
        invalidScript("1001 elements", StackSize, util::Bytes(1'001, 0x51)),
        row("more signatures than keys", SigCount, "0 2 " + key + " 1 CHECKMULTISIG"),
        row("21 keys", PubKeyCount, "0 0 21 CHECKMULTISIG"),
        row("OP_VERIFY", Verify, "0 VERIFY 1"),
        row("OP_EQUALVERIFY", EqualVerify, "1 2 EQUALVERIFY 1"),
        row("OP_CHECKMULTISIGVERIFY", CheckMultiSigVerify, "0 0 1 " + key + " 1 CHECKMULTISIGVERIFY 1"),
        row("OP_CHECKSIGVERIFY", CheckSigVerify, "0 " + key + " CHECKSIGVERIFY 1"),
        row("OP_NUMEQUALVERIFY", NumEqualVerify, "1 2 NUMEQUALVERIFY 1"),
        row("number of 5 bytes", ScriptNum, "0x05 0x0102030405 1ADD"),
        row("OP_RESERVED", BadOpcode, "1 RESERVED"),
        row("OP_CHECKSIGADD outside of tapscript", BadOpcode, "0 0 0 0xba"),
        row("push that breaks off", BadOpcode, "1 0x05 0x0102"),
        row("OP_CAT", DisabledOpcode, "1 1 CAT"),
        row("OP_DROP of nothing", InvalidStackOperation, "DROP 1"),
        row("OP_FROMALTSTACK of nothing", InvalidAltStackOperation, "FROMALTSTACK"),
        row("OP_IF without OP_ENDIF", UnbalancedConditional, "1 IF 1"),
        row("negative lock time", NegativeLockTime, "-1 CHECKLOCKTIMEVERIFY"),
        row("lock time not reached (BIP 65)", UnsatisfiedLockTime, "1000 CHECKLOCKTIMEVERIFY"),
        row("negative relative lock", NegativeLockTime, "-1 CHECKSEQUENCEVERIFY"),
        row("relative lock not reached (BIP 112)", UnsatisfiedLockTime, "10 CHECKSEQUENCEVERIFY"),
        row("signature that is not strict DER (BIP 66)", SigDer, "0x03 0x300101 " + key + " CHECKSIG"),
        row("dummy that is not empty (BIP 147)", SigNullDummy, "1 0 1 " + key + " 1 CHECKMULTISIG NOT"),
        row("signature of another transaction", EvalFalse, "0x09 0x300602010102010101 " + key + " CHECKSIG"),
    };
}

/// What script hashes, witnesses and taproot can run into.
inline std::vector<InvalidBlock> invalidWitnesses() {
    using enum script::ScriptError;
    const util::Bytes key = [] {
        const auto bytes = testKey().publicKey().compressed();
        return util::Bytes(bytes.begin(), bytes.end());
    }();
    const util::Bytes yes = scriptOf("1");
    const util::Bytes nested = testScript();
    const util::Bytes taproot = TestLeaf(yes).scriptPubKey;
    util::Bytes twoPushes = scriptOf("0");
    const util::Bytes nestedPush = pushOf(nested);
    twoPushes.insert(twoPushes.end(), nestedPush.begin(), nestedPush.end());
    util::Bytes withNop = scriptOf("NOP");
    const util::Bytes yesPush = pushOf(yes);
    withNop.insert(withNop.end(), yesPush.begin(), yesPush.end());
    const auto tapscript = [](const char* name, script::ScriptError error, const util::Bytes& code,
                              std::vector<util::Bytes> stack = {}) {
        const TestLeaf leaf(code);
        stack.push_back(leaf.script);
        stack.push_back(leaf.control);
        return invalidScript(name, error, leaf.scriptPubKey, {}, stack);
    };
    const util::Bytes withKey =
        scriptOf("DUP " + std::string("0x20 0x") + util::toHex(util::ByteView(key).subspan(1)) + " CHECKSIG");
    return {
        invalidScript("another script than the hash's", EvalFalse, p2shOf(yes), pushOf(scriptOf("2"))),
        invalidScript("script that is false behind its hash", EvalFalse, p2shOf(scriptOf("0")),
                      pushOf(scriptOf("0"))),
        invalidScript("operation before the script of a hash", SigPushOnly, p2shOf(yes), withNop),
        invalidScript("program of 5 bytes", WitnessProgramWrongLength,
                      script::witnessScript(0, util::Bytes(5, 1)), {}, {{1}}),
        invalidScript("script hash without a witness", WitnessProgramWitnessEmpty, p2wshOf(yes)),
        invalidScript("another script than the witness hash's", WitnessProgramMismatch, p2wshOf(yes), {},
                      {scriptOf("2")}),
        invalidScript("key hash with one item", WitnessProgramMismatch, testScript(), {}, {key}),
        invalidScript("another key than the hash's", EqualVerify, testScript(2), {}, {{}, key}),
        invalidScript("empty signature of a key hash", EvalFalse, testScript(), {}, {{}, key}),
        invalidScript("input script beside a witness", WitnessMalleated, p2wshOf(yes), yesPush, {yes}),
        invalidScript("more than the script before a nested witness", WitnessMalleatedP2sh, p2shOf(nested),
                      twoPushes, {{}, key}),
        invalidScript("witness for a script without", WitnessUnexpected, yes, {}, {{1}}),
        invalidScript("two elements left by a witness script", CleanStack, p2wshOf(scriptOf("1 1")), {},
                      {scriptOf("1 1")}),
        invalidScript("false left by a witness script", EvalFalse, p2wshOf(scriptOf("0")), {},
                      {scriptOf("0")}),
        invalidScript("element above 520 bytes in a witness", PushSize, p2wshOf(scriptOf("DROP 1")), {},
                      {util::Bytes(521), scriptOf("DROP 1")}),
        invalidScript("taproot without a witness", WitnessProgramWitnessEmpty, taproot),
        invalidScript("Schnorr signature of 63 bytes", SchnorrSigSize, taproot, {}, {util::Bytes(63, 1)}),
        invalidScript("Schnorr signature with type 4", SchnorrSigHashType, taproot, {}, {util::Bytes(65, 4)}),
        invalidScript("wrong Schnorr signature", SchnorrSig, taproot, {}, {util::Bytes(64, 1)}),
        invalidScript("control block of 34 bytes", TaprootWrongControlSize, taproot, {},
                      {yes, util::Bytes(34, 0xc0)}),
        invalidScript("another leaf", WitnessProgramMismatch, taproot, {},
                      {scriptOf("2"), TestLeaf(yes).control}),
        tapscript("OP_CHECKMULTISIG in tapscript", TapscriptCheckMultiSig, scriptOf("0 0 0 CHECKMULTISIG")),
        tapscript("argument of OP_IF in tapscript", TapscriptMinimalIf, scriptOf("2 IF 1 ENDIF")),
        tapscript("empty key in tapscript", TapscriptEmptyPubKey, scriptOf("0 0 CHECKSIG")),
        tapscript("wrong signature in tapscript", SchnorrSig, withKey, {util::Bytes(64, 1)}),
        tapscript("two elements left by a tapscript", CleanStack, scriptOf("1 1")),
        tapscript("OP_VERIF in tapscript", BadOpcode, scriptOf("1 0x65")),
    };
}

} // namespace support
