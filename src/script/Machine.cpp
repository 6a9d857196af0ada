#include "script/Machine.h"

#include "script/Arithmetic.h"
#include "script/FlowControl.h"
#include "script/HashOperations.h"
#include "script/Push.h"
#include "script/SignatureOperations.h"
#include "script/StackOperations.h"

namespace script {

namespace {

/// Operations switched off in 2010; present is enough to fail, even in a branch not taken.
bool isDisabled(Opcode opcode) {
    switch (opcode) {
    case Opcode::Cat:
    case Opcode::Substr:
    case Opcode::Left:
    case Opcode::Right:
    case Opcode::Invert:
    case Opcode::And:
    case Opcode::Or:
    case Opcode::Xor:
    case Opcode::Mul2:
    case Opcode::Div2:
    case Opcode::Mul:
    case Opcode::Div:
    case Opcode::Mod:
    case Opcode::LShift:
    case Opcode::RShift:
        return true;
    default:
        return false;
    }
}

/// What holds for every operation, run or not.
Status checkPresence(Machine& machine, const Operation& operation) {
    if (operation.pushed.size() > kMaxElementSize) return fail(ScriptError::PushSize);
    if (machine.version != SigVersion::Tapscript && operation.opcode > Opcode::Op16 &&
        ++machine.operationCount > kMaxOperations)
        return fail(ScriptError::OpCount);
    if (isDisabled(operation.opcode)) return fail(ScriptError::DisabledOpcode);
    if (operation.opcode == Opcode::CodeSeparator && machine.version == SigVersion::Base &&
        machine.has(VerifyConstScriptCode))
        return fail(ScriptError::OpCodeSeparator);
    return {};
}

Status runPush(Machine& machine, const Operation& operation) {
    if (machine.has(VerifyMinimalData) && operation.opcode != shortestPushOpcode(operation.pushed))
        return fail(ScriptError::MinimalData);
    machine.stack.push(operation.pushed);
    return {};
}

/// The groups lie in ranges of values; each group refuses the values between that mean nothing.
Status runOperation(Machine& machine, Opcode opcode) {
    if (opcode <= Opcode::Op16) {
        if (opcode == Opcode::Reserved) return fail(ScriptError::BadOpcode);
        machine.stack.push(numberBytes(static_cast<std::int64_t>(opcode) - 0x50));
        return {};
    }
    if (opcode <= Opcode::Return || (opcode >= Opcode::Nop1 && opcode <= Opcode::Nop10))
        return runFlowControl(machine, opcode);
    if (opcode <= Opcode::EqualVerify) return runStackOperation(machine, opcode);
    if (opcode >= Opcode::Add1 && opcode <= Opcode::Within) return runArithmetic(machine, opcode);
    if (opcode >= Opcode::Ripemd160 && opcode <= Opcode::Hash256) return runHashOperation(machine, opcode);
    return runSignatureOperation(machine, opcode);
}

Status step(Machine& machine, const Operation& operation) {
    if (auto present = checkPresence(machine, operation); !present) return present;
    const bool running = machine.conditions.allTrue();
    if (operation.isPushOfBytes()) return running ? runPush(machine, operation) : Status();
    const bool isConditional = operation.opcode >= Opcode::If && operation.opcode <= Opcode::EndIf;
    return running || isConditional ? runOperation(machine, operation.opcode) : Status();
}

} // namespace

void Conditions::push(bool taken) {
    if (!taken && allTrue()) m_firstFalse = m_depth;
    ++m_depth;
}

void Conditions::pop() {
    --m_depth;
    if (m_firstFalse == m_depth) m_firstFalse = kNone;
}

void Conditions::toggle() {
    if (allTrue())
        m_firstFalse = m_depth - 1;
    else if (m_firstFalse == m_depth - 1)
        m_firstFalse = kNone;
}

Status run(Machine& machine) {
    if (machine.version != SigVersion::Tapscript && machine.script.size() > kMaxScriptSize)
        return fail(ScriptError::ScriptSize);
    OperationReader reader(machine.script);
    for (machine.operationIndex = 0; const auto operation = reader.next(); ++machine.operationIndex) {
        machine.nextPosition = reader.position();
        if (auto done = step(machine, *operation); !done) return done;
        if (machine.stack.size() + machine.altStack.size() > kMaxStackSize)
            return fail(ScriptError::StackSize);
    }
    if (reader.broken()) return fail(ScriptError::BadOpcode);
    if (!machine.conditions.empty()) return fail(ScriptError::UnbalancedConditional);
    return {};
}

Status runWitnessScript(Machine& machine) {
    for (const util::Bytes& element : machine.stack.elements())
        if (element.size() > kMaxElementSize) return fail(ScriptError::PushSize);
    if (auto done = run(machine); !done) return done;
    if (machine.stack.size() != 1) return fail(ScriptError::CleanStack);
    if (!isTrue(machine.stack.at(0))) return fail(ScriptError::EvalFalse);
    return {};
}

} // namespace script
