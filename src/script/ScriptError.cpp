#include "script/ScriptError.h"

#include <array>
#include <cstddef>

namespace script {

namespace {

struct Words {
    ScriptError error;
    const char* name;
    const char* sentence;
};

using enum ScriptError;
constexpr std::array kWords = {
    Words{UnknownError, "UNKNOWN_ERROR", "The script failed for an unnamed reason"},
    Words{EvalFalse, "EVAL_FALSE", "The script ended without a true value on its stack"},
    Words{OpReturn, "OP_RETURN", "OP_RETURN was executed"},
    Words{ScriptSize, "SCRIPT_SIZE", "The script is too long"},
    Words{PushSize, "PUSH_SIZE", "A pushed element is too long"},
    Words{OpCount, "OP_COUNT", "The script has too many operations"},
    Words{StackSize, "STACK_SIZE", "The stack holds too many elements"},
    Words{SigCount, "SIG_COUNT", "The number of signatures is negative or above the number of keys"},
    Words{PubKeyCount, "PUBKEY_COUNT", "The number of public keys is negative or above 20"},
    Words{Verify, "VERIFY", "OP_VERIFY met a false value"},
    Words{EqualVerify, "EQUALVERIFY", "OP_EQUALVERIFY met unequal values"},
    Words{CheckMultiSigVerify, "CHECKMULTISIGVERIFY", "OP_CHECKMULTISIGVERIFY met a wrong signature"},
    Words{CheckSigVerify, "CHECKSIGVERIFY", "OP_CHECKSIGVERIFY met a wrong signature"},
    Words{NumEqualVerify, "NUMEQUALVERIFY", "OP_NUMEQUALVERIFY met unequal numbers"},
    Words{ScriptNum, "SCRIPTNUM", "A number is too long or not in its shortest form"},
    Words{BadOpcode, "BAD_OPCODE", "An operation is missing, unknown or not allowed here"},
    Words{DisabledOpcode, "DISABLED_OPCODE", "A disabled operation is present"},
    Words{InvalidStackOperation, "INVALID_STACK_OPERATION",
          "The stack has too few elements for an operation"},
    Words{InvalidAltStackOperation, "INVALID_ALTSTACK_OPERATION",
          "The alternative stack has too few elements"},
    Words{UnbalancedConditional, "UNBALANCED_CONDITIONAL", "OP_IF, OP_ELSE and OP_ENDIF do not match up"},
    Words{NegativeLockTime, "NEGATIVE_LOCKTIME", "A lock time is negative"},
    Words{UnsatisfiedLockTime, "UNSATISFIED_LOCKTIME",
          "The transaction comes before a lock time of the script"},
    Words{SigHashType, "SIG_HASHTYPE", "A signature has an undefined hash type"},
    Words{SigDer, "SIG_DER", "A signature is not strict DER"},
    Words{MinimalData, "MINIMALDATA", "A push is not in its shortest form"},
    Words{SigPushOnly, "SIG_PUSHONLY", "The input script has operations other than pushes"},
    Words{SigHighS, "SIG_HIGH_S", "A signature has a high S value"},
    Words{SigNullDummy, "SIG_NULLDUMMY", "The unused element of a multisig check is not empty"},
    Words{PubKeyType, "PUBKEYTYPE", "A public key is neither compressed nor uncompressed"},
    Words{CleanStack, "CLEANSTACK", "The script left more than one element on its stack"},
    Words{MinimalIf, "MINIMALIF", "The argument of OP_IF or OP_NOTIF is neither empty nor 01"},
    Words{SigNullFail, "NULLFAIL", "The signature of a failed check is not empty"},
    Words{DiscourageUpgradableNops, "DISCOURAGE_UPGRADABLE_NOPS", "A NOP reserved for upgrades is present"},
    Words{DiscourageUpgradableWitnessProgram, "DISCOURAGE_UPGRADABLE_WITNESS_PROGRAM",
          "The witness version is reserved for upgrades"},
    Words{DiscourageUpgradableTaprootVersion, "DISCOURAGE_UPGRADABLE_TAPROOT_VERSION",
          "The taproot leaf version is reserved for upgrades"},
    Words{DiscourageOpSuccess, "DISCOURAGE_OP_SUCCESS", "An OP_SUCCESSx reserved for upgrades is present"},
    Words{DiscourageUpgradablePubKeyType, "DISCOURAGE_UPGRADABLE_PUBKEYTYPE",
          "The public key type is reserved for upgrades"},
    Words{WitnessProgramWrongLength, "WITNESS_PROGRAM_WRONG_LENGTH",
          "The witness program has a wrong length"},
    Words{WitnessProgramWitnessEmpty, "WITNESS_PROGRAM_WITNESS_EMPTY", "The witness is empty"},
    Words{WitnessProgramMismatch, "WITNESS_PROGRAM_MISMATCH",
          "The witness does not belong to the witness program"},
    Words{WitnessMalleated, "WITNESS_MALLEATED", "A witness spend has an input script"},
    Words{WitnessMalleatedP2sh, "WITNESS_MALLEATED_P2SH",
          "The input script of a nested witness spend is not exactly one push"},
    Words{WitnessUnexpected, "WITNESS_UNEXPECTED", "A witness is given where none is used"},
    Words{WitnessPubKeyType, "WITNESS_PUBKEYTYPE", "A public key of a witness script is not compressed"},
    Words{SchnorrSigSize, "SCHNORR_SIG_SIZE", "A Schnorr signature has neither 64 nor 65 bytes"},
    Words{SchnorrSigHashType, "SCHNORR_SIG_HASHTYPE", "A Schnorr signature has an invalid hash type"},
    Words{SchnorrSig, "SCHNORR_SIG", "A Schnorr signature is wrong"},
    Words{TaprootWrongControlSize, "TAPROOT_WRONG_CONTROL_SIZE",
          "The taproot control block has a wrong length"},
    Words{TapscriptValidationWeight, "TAPSCRIPT_VALIDATION_WEIGHT",
          "The tapscript has more signature checks than its witness pays for"},
    Words{TapscriptCheckMultiSig, "TAPSCRIPT_CHECKMULTISIG", "Tapscript has no OP_CHECKMULTISIG(VERIFY)"},
    Words{TapscriptMinimalIf, "TAPSCRIPT_MINIMALIF",
          "The argument of OP_IF or OP_NOTIF in tapscript is neither empty nor 01"},
    Words{TapscriptEmptyPubKey, "TAPSCRIPT_EMPTY_PUBKEY", "A public key in tapscript is empty"},
    Words{OpCodeSeparator, "OP_CODESEPARATOR", "OP_CODESEPARATOR is present outside of a witness script"},
    Words{SigFindAndDelete, "SIG_FINDANDDELETE", "A signature occurs in the script it signs"},
};

constexpr bool inOrder() {
    for (std::size_t i = 0; i < kWords.size(); ++i)
        if (static_cast<std::size_t>(kWords[i].error) != i) return false;
    return kWords.size() == static_cast<std::size_t>(SigFindAndDelete) + 1;
}
static_assert(inOrder(), "one row an error, in the order of the enum");

} // namespace

const char* toString(ScriptError error) {
    return kWords[static_cast<std::size_t>(error)].name;
}
const char* describe(ScriptError error) {
    return kWords[static_cast<std::size_t>(error)].sentence;
}

} // namespace script
