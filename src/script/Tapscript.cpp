#include "script/Tapscript.h"

namespace script {

namespace {

/// Weight that a signature check uses up (BIP 342).
constexpr std::int64_t kSignatureWeight = 50;

/// The first OP_SUCCESSx before the script breaks off.
Result<bool, ScriptError> hasOpSuccess(util::ByteView script) {
    OperationReader reader(script);
    while (const auto operation = reader.next())
        if (isOpSuccess(operation->opcode)) return true;
    if (reader.broken()) return fail(ScriptError::BadOpcode);
    return false;
}

} // namespace

bool isOpSuccess(Opcode opcode) {
    const auto value = static_cast<unsigned>(opcode);
    return value == 80 || value == 98 || (value >= 126 && value <= 129) || (value >= 131 && value <= 134) ||
           value == 137 || value == 138 || value == 141 || value == 142 || (value >= 149 && value <= 153) ||
           (value >= 187 && value <= 254);
}

Status checkSchnorr(const SpendContext& spend, util::ByteView publicKey32, util::ByteView signature,
                    const TaprootSigHashInput& message) {
    if (signature.size() != 64 && signature.size() != 65) return fail(ScriptError::SchnorrSigSize);
    const std::uint8_t hashType = signature.size() == 65 ? signature[64] : std::uint8_t{SigHashDefault};
    // The default has a form of its own: written out it would be a second one of the same signature.
    if (signature.size() == 65 && hashType == SigHashDefault) return fail(ScriptError::SchnorrSigHashType);
    const auto hash =
        taprootSigHash(spend.transaction, spend.input, spend.spent, hashType, message, spend.cache);
    if (!hash) return fail(ScriptError::SchnorrSigHashType);
    if (!spend.curve.schnorr(publicKey32, signature.first(64), *hash)) return fail(ScriptError::SchnorrSig);
    return {};
}

Result<bool, ScriptError> checkTapscriptSignature(Machine& machine, util::ByteView signature,
                                                  util::ByteView publicKey) {
    const bool given = !signature.empty();
    TapscriptState& state = *machine.tapscript;
    if (given && (state.weightLeft -= kSignatureWeight) < 0)
        return fail(ScriptError::TapscriptValidationWeight);
    if (publicKey.empty()) return fail(ScriptError::TapscriptEmptyPubKey);
    if (publicKey.size() != 32) {
        if (machine.has(VerifyDiscourageUpgradablePubKeyType))
            return fail(ScriptError::DiscourageUpgradablePubKeyType);
        return given;
    }
    if (!given) return false;
    if (auto done = checkSchnorr(machine.spend, publicKey, signature, state.message); !done)
        return fail(done.error());
    return true;
}

Status runTapscript(const SpendContext& spend, util::ByteView script, Stack stack, TapscriptState state) {
    const auto success = hasOpSuccess(script);
    if (!success) return fail(success.error());
    if (*success)
        return spend.has(VerifyDiscourageOpSuccess) ? Status(fail(ScriptError::DiscourageOpSuccess))
                                                    : Status();
    if (stack.size() > kMaxStackSize) return fail(ScriptError::StackSize);
    Machine machine{.spend = spend,
                    .version = SigVersion::Tapscript,
                    .script = script,
                    .stack = stack,
                    .tapscript = &state};
    return runWitnessScript(machine);
}

} // namespace script
