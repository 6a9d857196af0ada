#include "script/Arithmetic.h"

#include <algorithm>

namespace script {

namespace {

using enum Opcode;

/// Operations with one operand; nothing for any other.
std::optional<std::int64_t> ofOne(Opcode opcode, std::int64_t a) {
    switch (opcode) {
    case Add1:
        return a + 1;
    case Sub1:
        return a - 1;
    case Negate:
        return -a;
    case Abs:
        return a < 0 ? -a : a;
    case Not:
        return a == 0 ? 1 : 0;
    case NotEqual0:
        return a != 0 ? 1 : 0;
    default:
        return std::nullopt;
    }
}

/// Operations with two operands, `b` on top. Operands have 4 bytes: nothing overflows.
std::optional<std::int64_t> ofTwo(Opcode opcode, std::int64_t a, std::int64_t b) {
    switch (opcode) {
    case Add:
        return a + b;
    case Sub:
        return a - b;
    case BoolAnd:
        return a != 0 && b != 0 ? 1 : 0;
    case BoolOr:
        return a != 0 || b != 0 ? 1 : 0;
    case NumEqual:
    case NumEqualVerify:
        return a == b ? 1 : 0;
    case NumNotEqual:
        return a != b ? 1 : 0;
    case LessThan:
        return a < b ? 1 : 0;
    case GreaterThan:
        return a > b ? 1 : 0;
    case LessThanOrEqual:
        return a <= b ? 1 : 0;
    case GreaterThanOrEqual:
        return a >= b ? 1 : 0;
    case Min:
        return std::min(a, b);
    case Max:
        return std::max(a, b);
    default:
        return std::nullopt;
    }
}

std::size_t operandsOf(Opcode opcode) {
    if (opcode == Within) return 3;
    return opcode <= NotEqual0 ? 1 : 2;
}

} // namespace

Status runArithmetic(Machine& machine, Opcode opcode) {
    Stack& stack = machine.stack;
    const std::size_t count = operandsOf(opcode);
    if (!stack.has(count)) return fail(ScriptError::InvalidStackOperation);
    std::array<std::int64_t, 3> operands{}; // the deepest first
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = machine.numberAt(count - 1 - i);
        if (!number) return fail(number.error());
        operands[i] = *number;
    }
    stack.drop(count);
    const auto [a, b, c] = operands;
    const auto value = count == 1   ? ofOne(opcode, a)
                       : count == 2 ? ofTwo(opcode, a, b)
                                    : std::optional<std::int64_t>(b <= a && a < c ? 1 : 0);
    if (!value) return fail(ScriptError::BadOpcode);
    if (opcode == NumEqualVerify) return *value != 0 ? Status() : Status(fail(ScriptError::NumEqualVerify));
    stack.push(numberBytes(*value));
    return {};
}

} // namespace script
