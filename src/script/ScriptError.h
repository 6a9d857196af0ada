#pragma once

namespace script {

/// Why a script failed; `toString` gives the names of the published vectors ("EVAL_FALSE"), `describe` the
/// words that Bitcoin Core puts into the reason of a refusal, which miners and explorers match on.
enum class ScriptError {
    UnknownError,
    EvalFalse,
    OpReturn,
    ScriptSize,
    PushSize,
    OpCount,
    StackSize,
    SigCount,
    PubKeyCount,
    Verify,
    EqualVerify,
    CheckMultiSigVerify,
    CheckSigVerify,
    NumEqualVerify,
    ScriptNum,
    BadOpcode,
    DisabledOpcode,
    InvalidStackOperation,
    InvalidAltStackOperation,
    UnbalancedConditional,
    NegativeLockTime,
    UnsatisfiedLockTime,
    SigHashType,
    SigDer,
    MinimalData,
    SigPushOnly,
    SigHighS,
    SigNullDummy,
    PubKeyType,
    CleanStack,
    MinimalIf,
    SigNullFail,
    DiscourageUpgradableNops,
    DiscourageUpgradableWitnessProgram,
    DiscourageUpgradableTaprootVersion,
    DiscourageOpSuccess,
    DiscourageUpgradablePubKeyType,
    WitnessProgramWrongLength,
    WitnessProgramWitnessEmpty,
    WitnessProgramMismatch,
    WitnessMalleated,
    WitnessMalleatedP2sh,
    WitnessUnexpected,
    WitnessPubKeyType,
    SchnorrSigSize,
    SchnorrSigHashType,
    SchnorrSig,
    TaprootWrongControlSize,
    TapscriptValidationWeight,
    TapscriptCheckMultiSig,
    TapscriptMinimalIf,
    TapscriptEmptyPubKey,
    OpCodeSeparator,
    SigFindAndDelete,
};

const char* toString(ScriptError error);
const char* describe(ScriptError error);

} // namespace script
