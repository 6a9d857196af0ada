#include "script/StackOperations.h"

namespace script {

namespace {

using enum Opcode;

/// Elements an operation needs below the top; nothing for values that are no stack operation.
std::optional<std::size_t> elementsNeeded(Opcode opcode) {
    switch (opcode) {
    case FromAltStack:
    case Depth:
        return 0;
    case ToAltStack:
    case IfDup:
    case Drop:
    case Dup:
    case Size:
        return 1;
    case Drop2:
    case Dup2:
    case Nip:
    case Over:
    case Pick:
    case Roll:
    case Swap:
    case Tuck:
    case Equal:
    case EqualVerify:
        return 2;
    case Dup3:
    case Rot:
        return 3;
    case Over2:
    case Swap2:
        return 4;
    case Rot2:
        return 6;
    default:
        return std::nullopt;
    }
}

/// Copies the `count` elements that end `count` + `above` deep to the top, in order.
void copyToTop(Stack& stack, std::size_t count, std::size_t above) {
    for (std::size_t i = 0; i < count; ++i)
        stack.push(util::Bytes(stack.at(above + count - 1)));
}

/// Moves them instead.
void moveToTop(Stack& stack, std::size_t count, std::size_t above) {
    for (std::size_t i = 0; i < count; ++i)
        stack.push(stack.remove(above + count - 1));
}

Status fromAltStack(Machine& machine) {
    if (machine.altStack.empty()) return fail(ScriptError::InvalidAltStackOperation);
    machine.stack.push(machine.altStack.pop());
    return {};
}

/// OP_PICK copies, OP_ROLL moves the element whose depth the top names.
Status pickOrRoll(Machine& machine, bool roll) {
    Stack& stack = machine.stack;
    const auto depth = machine.numberAt(0);
    if (!depth) return fail(depth.error());
    stack.drop(1);
    if (*depth < 0 || !stack.has(static_cast<std::size_t>(*depth) + 1))
        return fail(ScriptError::InvalidStackOperation);
    if (roll)
        moveToTop(stack, 1, static_cast<std::size_t>(*depth));
    else
        copyToTop(stack, 1, static_cast<std::size_t>(*depth));
    return {};
}

Status equal(Machine& machine, bool verify) {
    const bool same = machine.stack.at(0) == machine.stack.at(1);
    machine.stack.drop(2);
    if (!verify)
        machine.stack.pushBool(same);
    else if (!same)
        return fail(ScriptError::EqualVerify);
    return {};
}

} // namespace

Status runStackOperation(Machine& machine, Opcode opcode) {
    Stack& stack = machine.stack;
    const auto needed = elementsNeeded(opcode);
    if (!needed) return fail(ScriptError::BadOpcode);
    if (!stack.has(*needed)) return fail(ScriptError::InvalidStackOperation);
    switch (opcode) {
    case ToAltStack:
        machine.altStack.push(stack.pop());
        break;
    case FromAltStack:
        return fromAltStack(machine);
    case Drop2:
        stack.drop(2);
        break;
    case Dup2:
        copyToTop(stack, 2, 0);
        break;
    case Dup3:
        copyToTop(stack, 3, 0);
        break;
    case Over2:
        copyToTop(stack, 2, 2);
        break;
    case Rot2:
        moveToTop(stack, 2, 4);
        break;
    case Swap2:
        moveToTop(stack, 2, 2);
        break;
    case IfDup:
        if (isTrue(stack.at(0))) copyToTop(stack, 1, 0);
        break;
    case Depth:
        stack.push(numberBytes(static_cast<std::int64_t>(stack.size())));
        break;
    case Drop:
        stack.drop(1);
        break;
    case Dup:
        copyToTop(stack, 1, 0);
        break;
    case Nip:
        stack.remove(1);
        break;
    case Over:
        copyToTop(stack, 1, 1);
        break;
    case Pick:
        return pickOrRoll(machine, false);
    case Roll:
        return pickOrRoll(machine, true);
    case Rot:
        moveToTop(stack, 1, 2);
        break;
    case Swap:
        moveToTop(stack, 1, 1);
        break;
    case Tuck:
        stack.insert(2, util::Bytes(stack.at(0)));
        break;
    case Size:
        stack.push(numberBytes(static_cast<std::int64_t>(stack.at(0).size())));
        break;
    case Equal:
        return equal(machine, false);
    default:
        return equal(machine, true);
    }
    return {};
}

} // namespace script
