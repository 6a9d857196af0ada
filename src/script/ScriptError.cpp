#include "script/ScriptError.h"

#include <array>
#include <cstddef>

namespace script {

namespace {

struct Words {
    ScriptError error;
    const char* name;
    const char* reason;
};

constexpr std::array kWords = [] {
    using enum ScriptError;
    return std::array{
        Words{UnknownError, "UNKNOWN_ERROR", "unknown error"},
        Words{EvalFalse, "EVAL_FALSE",
              "Script evaluated without error but finished with a false/empty top stack element"},
        Words{OpReturn, "OP_RETURN", "OP_RETURN was encountered"},
        Words{ScriptSize, "SCRIPT_SIZE", "Script is too big"},
        Words{PushSize, "PUSH_SIZE", "Push value size limit exceeded"},
        Words{OpCount, "OP_COUNT", "Operation limit exceeded"},
        Words{StackSize, "STACK_SIZE", "Stack size limit exceeded"},
        Words{SigCount, "SIG_COUNT", "Signature count negative or greater than pubkey count"},
        Words{PubKeyCount, "PUBKEY_COUNT", "Pubkey count negative or limit exceeded"},
        Words{Verify, "VERIFY", "Script failed an OP_VERIFY operation"},
        Words{EqualVerify, "EQUALVERIFY", "Script failed an OP_EQUALVERIFY operation"},
        Words{CheckMultiSigVerify, "CHECKMULTISIGVERIFY",
              "Script failed an OP_CHECKMULTISIGVERIFY operation"},
        Words{CheckSigVerify, "CHECKSIGVERIFY", "Script failed an OP_CHECKSIGVERIFY operation"},
        Words{NumEqualVerify, "NUMEQUALVERIFY", "Script failed an OP_NUMEQUALVERIFY operation"},
        Words{ScriptNum, "SCRIPTNUM", "Script number overflowed or is non-minimally encoded"},
        Words{BadOpcode, "BAD_OPCODE", "Opcode missing or not understood"},
        Words{DisabledOpcode, "DISABLED_OPCODE", "Attempted to use a disabled opcode"},
        Words{InvalidStackOperation, "INVALID_STACK_OPERATION",
              "Operation not valid with the current stack size"},
        Words{InvalidAltStackOperation, "INVALID_ALTSTACK_OPERATION",
              "Operation not valid with the current altstack size"},
        Words{UnbalancedConditional, "UNBALANCED_CONDITIONAL", "Invalid OP_IF construction"},
        Words{NegativeLockTime, "NEGATIVE_LOCKTIME", "Negative locktime"},
        Words{UnsatisfiedLockTime, "UNSATISFIED_LOCKTIME", "Locktime requirement not satisfied"},
        Words{SigHashType, "SIG_HASHTYPE", "Signature hash type missing or not understood"},
        Words{SigDer, "SIG_DER", "Non-canonical DER signature"},
        Words{MinimalData, "MINIMALDATA", "Data push larger than necessary"},
        Words{SigPushOnly, "SIG_PUSHONLY", "Only push operators allowed in signatures"},
        Words{SigHighS, "SIG_HIGH_S", "Non-canonical signature: S value is unnecessarily high"},
        Words{SigNullDummy, "SIG_NULLDUMMY", "Dummy CHECKMULTISIG argument must be zero"},
        Words{PubKeyType, "PUBKEYTYPE", "Public key is neither compressed or uncompressed"},
        Words{CleanStack, "CLEANSTACK", "Stack size must be exactly one after execution"},
        Words{MinimalIf, "MINIMALIF", "OP_IF/NOTIF argument must be minimal"},
        Words{SigNullFail, "NULLFAIL", "Signature must be zero for failed CHECK(MULTI)SIG operation"},
        Words{DiscourageUpgradableNops, "DISCOURAGE_UPGRADABLE_NOPS", "NOPx reserved for soft-fork upgrades"},
        Words{DiscourageUpgradableWitnessProgram, "DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM",
              "Witness version reserved for soft-fork upgrades"},
        Words{DiscourageUpgradableTaprootVersion, "DISCOURAGE_UPGRADABLE_TAPROOT_VERSION",
              "Taproot version reserved for soft-fork upgrades"},
        Words{DiscourageOpSuccess, "DISCOURAGE_OP_SUCCESS", "OP_SUCCESSx reserved for soft-fork upgrades"},
        Words{DiscourageUpgradablePubKeyType, "DISCOURAGE_UPGRADABLE_PUBKEYTYPE",
              "Public key version reserved for soft-fork upgrades"},
        Words{WitnessProgramWrongLength, "WITNESS_PROGRAM_WRONG_LENGTH",
              "Witness program has incorrect length"},
        Words{WitnessProgramWitnessEmpty, "WITNESS_PROGRAM_WITNESS_EMPTY",
              "Witness program was passed an empty witness"},
        Words{WitnessProgramMismatch, "WITNESS_PROGRAM_MISMATCH", "Witness program hash mismatch"},
        Words{WitnessMalleated, "WITNESS_MALLEATED", "Witness requires empty scriptSig"},
        Words{WitnessMalleatedP2sh, "WITNESS_MALLEATED_P2SH", "Witness requires only-redeemscript scriptSig"},
        Words{WitnessUnexpected, "WITNESS_UNEXPECTED", "Witness provided for non-witness script"},
        Words{WitnessPubKeyType, "WITNESS_PUBKEYTYPE", "Using non-compressed keys in segwit"},
        Words{SchnorrSigSize, "SCHNORR_SIG_SIZE", "Invalid Schnorr signature size"},
        Words{SchnorrSigHashType, "SCHNORR_SIG_HASHTYPE", "Invalid Schnorr signature hash type"},
        Words{SchnorrSig, "SCHNORR_SIG", "Invalid Schnorr signature"},
        Words{TaprootWrongControlSize, "TAPROOT_WRONG_CONTROL_SIZE", "Invalid Taproot control block size"},
        Words{TapscriptValidationWeight, "TAPSCRIPT_VALIDATION_WEIGHT",
              "Too much signature validation relative to witness weight"},
        Words{TapscriptCheckMultiSig, "TAPSCRIPT_CHECKMULTISIG",
              "OP_CHECKMULTISIG(VERIFY) is not available in tapscript"},
        Words{TapscriptMinimalIf, "TAPSCRIPT_MINIMALIF", "OP_IF/NOTIF argument must be minimal in tapscript"},
        Words{TapscriptEmptyPubKey, "TAPSCRIPT_EMPTY_PUBKEY", "Empty public key in tapscript"},
        Words{OpCodeSeparator, "OP_CODESEPARATOR", "Using OP_CODESEPARATOR in non-witness script"},
        Words{SigFindAndDelete, "SIG_FINDANDDELETE", "Signature is found in scriptCode"},
    };
}();

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kWords.size(); ++i)
        if (static_cast<std::size_t>(kWords[i].error) != i) return false;
    return kWords.size() == static_cast<std::size_t>(ScriptError::SigFindAndDelete) + 1;
}
static_assert(inOrder(), "one row an error, in the order of the enum");

} // namespace

const char* toString(ScriptError error) {
    return kWords[static_cast<std::size_t>(error)].name;
}
const char* describe(ScriptError error) {
    return kWords[static_cast<std::size_t>(error)].reason;
}

} // namespace script
