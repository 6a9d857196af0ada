#include "script/Script.h"

#include "script/Push.h"
#include "script/ScriptNumber.h"

namespace script {

namespace {

/// What a multisig counts for when its number of keys is not looked at, and the most keys it may have.
constexpr std::int64_t kMultiSigKeysAssumed = 20;

bool isSmallNumber(Opcode opcode) {
    return opcode >= Opcode::Op1 && opcode <= Opcode::Op16;
}

} // namespace

std::optional<Operation> OperationReader::next() {
    if (m_broken || m_position >= m_script.size()) return std::nullopt;
    const std::size_t left = m_script.size() - m_position - 1;
    const util::ByteView rest = m_script.last(left);
    const auto opcode = static_cast<Opcode>(m_script[m_position]);
    std::size_t lengthBytes = 0;
    std::size_t length = 0;
    if (opcode < Opcode::PushData1)
        length = static_cast<std::size_t>(opcode);
    else if (opcode <= Opcode::PushData4)
        lengthBytes = std::size_t{1} << (static_cast<unsigned>(opcode) - 0x4c);
    if (lengthBytes > left) {
        m_broken = true;
        return std::nullopt;
    }
    for (std::size_t i = 0; i < lengthBytes; ++i)
        length |= std::size_t{rest[i]} << (8 * i);
    if (length > left - lengthBytes) {
        m_broken = true;
        return std::nullopt;
    }
    m_position += 1 + lengthBytes + length;
    return Operation{opcode, rest.subspan(lengthBytes, length)};
}

ScriptBuilder& ScriptBuilder::op(Opcode opcode) {
    m_script.push_back(static_cast<std::uint8_t>(opcode));
    return *this;
}

ScriptBuilder& ScriptBuilder::push(util::ByteView bytes) {
    const Opcode opcode = shortestPushOpcode(bytes);
    if (opcode > Opcode::PushData4) return op(opcode);
    appendPlainPush(m_script, bytes);
    return *this;
}

ScriptBuilder& ScriptBuilder::number(std::int64_t value) {
    return push(numberBytes(value));
}

bool isUnspendable(util::ByteView script) {
    return script.size() > kMaxScriptSize ||
           (!script.empty() && static_cast<Opcode>(script[0]) == Opcode::Return);
}

bool isPushOnly(util::ByteView script) {
    OperationReader reader(script);
    while (const auto operation = reader.next())
        if (operation->opcode > Opcode::Op16) return false;
    return !reader.broken();
}

std::int64_t countSigOps(util::ByteView script, bool accurate) {
    std::int64_t count = 0;
    Opcode previous = Opcode::Invalid;
    OperationReader reader(script);
    while (const auto operation = reader.next()) {
        switch (operation->opcode) {
        case Opcode::CheckSig:
        case Opcode::CheckSigVerify:
            ++count;
            break;
        case Opcode::CheckMultiSig:
        case Opcode::CheckMultiSigVerify:
            count += accurate && isSmallNumber(previous) ? static_cast<std::int64_t>(previous) - 0x50
                                                         : kMultiSigKeysAssumed;
            break;
        default:
            break;
        }
        previous = operation->opcode;
    }
    return count;
}

} // namespace script
