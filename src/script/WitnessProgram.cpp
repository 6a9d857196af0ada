#include "script/WitnessProgram.h"

#include "crypto/Sha256.h"
#include "script/Taproot.h"

#include <algorithm>

namespace script {

namespace {

Status runVersion0(const SpendContext& spend, util::ByteView script, Stack stack) {
    Machine machine{.spend = spend, .version = SigVersion::WitnessV0, .script = script, .stack = stack};
    return runWitnessScript(machine);
}

/// The last element is the script, whose SHA-256 is the program.
Status verifyWitnessScriptHash(const SpendContext& spend, util::ByteView program) {
    Stack stack(spend.txIn().witness);
    if (stack.empty()) return fail(ScriptError::WitnessProgramWitnessEmpty);
    const util::Bytes script = stack.pop();
    if (!std::ranges::equal(crypto::sha256(script), program))
        return fail(ScriptError::WitnessProgramMismatch);
    return runVersion0(spend, script, std::move(stack));
}

/// Signature and key for the script that the program stands for.
Status verifyKeyHash(const SpendContext& spend, util::ByteView program) {
    const auto& witness = spend.txIn().witness;
    if (witness.size() != 2) return fail(ScriptError::WitnessProgramMismatch);
    return runVersion0(spend, pubKeyHashScript(program), Stack(witness));
}

bool isAnchor(const WitnessProgram& program) {
    return program.version == 1 && program.program.size() == 2 && program.program[0] == 0x4e &&
           program.program[1] == 0x73;
}

} // namespace

Status verifyWitnessProgram(const SpendContext& spend, const WitnessProgram& program, bool nested) {
    const std::size_t size = program.program.size();
    if (program.version == 0) {
        if (size == 32) return verifyWitnessScriptHash(spend, program.program);
        if (size == 20) return verifyKeyHash(spend, program.program);
        return fail(ScriptError::WitnessProgramWrongLength);
    }
    if (program.version == 1 && size == 32 && !nested)
        return spend.has(VerifyTaproot) ? verifyTaproot(spend, program.program) : Status();
    if (isAnchor(program) && !nested) return {};
    if (spend.has(VerifyDiscourageUpgradableWitnessProgram))
        return fail(ScriptError::DiscourageUpgradableWitnessProgram);
    return {};
}

} // namespace script
