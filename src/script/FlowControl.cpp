#include "script/FlowControl.h"

namespace script {

namespace {

using enum Opcode;

/// Lock times from here on are unix seconds, below they are heights.
constexpr std::int64_t kLockTimeThreshold = 500'000'000;
/// BIP 68: a sequence with this bit is no lock; with the next it counts 512 seconds instead of blocks.
constexpr std::int64_t kSequenceDisabled = std::int64_t{1} << 31;
constexpr std::int64_t kSequenceIsTime = std::int64_t{1} << 22;
constexpr std::int64_t kSequenceValueMask = 0xffff;

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
    if ((*wanted & kSequenceDisabled) != 0) return {};
    const std::int64_t actual = machine.spend.txIn().sequence;
    const auto version = static_cast<std::uint32_t>(machine.spend.transaction.version());
    const bool sameKind = (*wanted & kSequenceIsTime) == (actual & kSequenceIsTime);
    if (version < 2 || (actual & kSequenceDisabled) != 0 || !sameKind ||
        (*wanted & kSequenceValueMask) > (actual & kSequenceValueMask))
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
