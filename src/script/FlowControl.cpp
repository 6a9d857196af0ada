#include "script/FlowControl.h"

namespace script {

namespace {

using enum Opcode;
using primitives::kLockTimeThreshold;
using primitives::kSequenceLockDisabled;
using primitives::kSequenceLockIsTime;
using primitives::kSequenceLockMask;

Status checkIfArgument(const Machine& machine, util::ByteView argument) {
    const bool minimal = argument.empty() || (argument.size() == 1 && argument[0] == 1);
    if (minimal || machine.version == SigVersion::Base) return {};
    if (machine.version == SigVersion::Tapscript) return fail(ScriptError::TapscriptMinimalIf);
    return machine.has(VerifyMinimalIf) ? Status(fail(ScriptError::MinimalIf)) : Status();
}

Status beginIf(Machine& machine, bool negated) {
    if (!machine.conditions.allTrue()) {
        machine.conditions.push(false);
        return {};
    }
    if (machine.stack.empty()) return fail(ScriptError::InvalidStackOperation);
    if (auto done = checkIfArgument(machine, machine.stack.at(0)); !done) return done;
    machine.conditions.push(isTrue(machine.stack.pop()) != negated);
    return {};
}

Status verify(Machine& machine) {
    if (machine.stack.empty()) return fail(ScriptError::InvalidStackOperation);
    if (!isTrue(machine.stack.at(0))) return fail(ScriptError::Verify);
    machine.stack.drop(1);
    return {};
}

/// The operand stays on the stack. Errors: NegativeLockTime and those of numbers.
Result<std::int64_t, ScriptError> lockTimeOperand(const Machine& machine) {
    if (machine.stack.empty()) return fail(ScriptError::InvalidStackOperation);
    auto number = machine.numberAt(0, kLockTimeNumberSize);
    if (number && *number < 0) return fail(ScriptError::NegativeLockTime);
    return number;
}

/// BIP 65.
Status checkLockTime(const Machine& machine) {
    const auto wanted = lockTimeOperand(machine);
    if (!wanted) return fail(wanted.error());
    const std::int64_t actual = machine.spend.transaction.lockTime();
    const bool sameKind = (*wanted < kLockTimeThreshold) == (actual < kLockTimeThreshold);
    if (!sameKind || *wanted > actual || machine.spend.txIn().sequence == primitives::kSequenceFinal)
        return fail(ScriptError::UnsatisfiedLockTime);
    return {};
}

/// BIP 112.
Status checkSequence(const Machine& machine) {
    const auto wanted = lockTimeOperand(machine);
    if (!wanted) return fail(wanted.error());
    if ((*wanted & kSequenceLockDisabled) != 0) return {};
    const std::int64_t actual = machine.spend.txIn().sequence;
    const auto version = static_cast<std::uint32_t>(machine.spend.transaction.version());
    const bool sameKind = (*wanted & kSequenceLockIsTime) == (actual & kSequenceLockIsTime);
    if (version < 2 || (actual & kSequenceLockDisabled) != 0 || !sameKind ||
        (*wanted & kSequenceLockMask) > (actual & kSequenceLockMask))
        return fail(ScriptError::UnsatisfiedLockTime);
    return {};
}

Status upgradableNop(const Machine& machine) {
    return machine.has(VerifyDiscourageUpgradableNops) ? Status(fail(ScriptError::DiscourageUpgradableNops))
                                                       : Status();
}

} // namespace

Status runFlowControl(Machine& machine, Opcode opcode) {
    switch (opcode) {
    case Nop:
        return {};
    case If:
        return beginIf(machine, false);
    case NotIf:
        return beginIf(machine, true);
    case Else:
        if (machine.conditions.empty()) return fail(ScriptError::UnbalancedConditional);
        machine.conditions.toggle();
        return {};
    case EndIf:
        if (machine.conditions.empty()) return fail(ScriptError::UnbalancedConditional);
        machine.conditions.pop();
        return {};
    case Verify:
        return verify(machine);
    case Return:
        return fail(ScriptError::OpReturn);
    case CheckLockTimeVerify:
        return machine.has(VerifyCheckLockTime) ? checkLockTime(machine) : Status();
    case CheckSequenceVerify:
        return machine.has(VerifyCheckSequence) ? checkSequence(machine) : Status();
    case Ver:
    case VerIf:
    case VerNotIf:
        return fail(ScriptError::BadOpcode);
    default:
        return upgradableNop(machine); // OP_NOP1, OP_NOP4 … OP_NOP10
    }
}

} // namespace script
