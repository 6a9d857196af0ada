#include "crypto/PublicKey.h"
#include "script/Script.h"
#include "script/ScriptNumber.h"
#include "script/SigHash.h"
#include "util/Hex.h"

namespace script {

namespace {

/// Pushes of up to 4 bytes are shown as the number they are to arithmetic.
std::string pushedText(util::ByteView pushed) {
    const auto number = parseNumber(pushed, false);
    return number ? std::to_string(*number) : util::toHex(pushed);
}

std::string coreText(const Operation& operation) {
    if (operation.isPushOfBytes()) return pushedText(operation.pushed);
    if (operation.opcode == Opcode::Op1Negate) return "-1";
    if (operation.opcode >= Opcode::Op1 && operation.opcode <= Opcode::Op16)
        return std::to_string(static_cast<int>(operation.opcode) - 0x50);
    return toString(operation.opcode);
}

/// "[ALL|ANYONECANPAY]"; empty of what no signature ends with.
std::string hashTypeText(std::uint8_t hashType) {
    std::string name;
    switch (hashType & ~static_cast<unsigned>(SigHashAnyoneCanPay)) {
    case SigHashAll:
        name = "[ALL";
        break;
    case SigHashNone:
        name = "[NONE";
        break;
    case SigHashSingle:
        name = "[SINGLE";
        break;
    default:
        return {};
    }
    return name + ((hashType & SigHashAnyoneCanPay) != 0 ? "|ANYONECANPAY]" : "]");
}

std::string unlockingText(const Operation& operation) {
    const util::ByteView pushed = operation.pushed;
    if (pushed.empty() || !crypto::isStrictDer(pushed.first(pushed.size() - 1))) return coreText(operation);
    const std::string type = hashTypeText(pushed.back());
    return type.empty() ? coreText(operation) : util::toHex(pushed.first(pushed.size() - 1)) + type;
}

/// All operations, with a space between; what breaks off is said at the end.
template <class Text>
std::string joined(util::ByteView script, Text textOf) {
    std::string text;
    OperationReader reader(script);
    while (const auto operation = reader.next()) {
        if (!text.empty()) text += ' ';
        text += textOf(*operation);
    }
    if (reader.broken()) text += text.empty() ? "[error]" : " [error]";
    return text;
}

std::string esploraName(Opcode opcode) {
    const auto value = static_cast<int>(opcode);
    if (opcode == Opcode::Op0) return "OP_0";
    if (opcode < Opcode::PushData1) return "OP_PUSHBYTES_" + std::to_string(value);
    if (opcode == Opcode::Op1Negate) return "OP_PUSHNUM_NEG1";
    if (opcode >= Opcode::Op1 && opcode <= Opcode::Op16) return "OP_PUSHNUM_" + std::to_string(value - 0x50);
    if (opcode == Opcode::CheckLockTimeVerify) return "OP_CLTV";
    if (opcode == Opcode::CheckSequenceVerify) return "OP_CSV";
    if (opcode > Opcode::CheckSigAdd && opcode < Opcode::Invalid) return "OP_RETURN_" + std::to_string(value);
    return toString(opcode);
}

/// How Esplora ends a script whose last push, starting at `rest`, breaks off: in its length or in its bytes.
std::string esploraBrokenText(util::ByteView rest, bool first) {
    const auto opcode = static_cast<Opcode>(rest[0]);
    const bool lengthIsCut = opcode >= Opcode::PushData1 &&
                             rest.size() - 1 < std::size_t{1} << (static_cast<unsigned>(opcode) - 0x4c);
    if (lengthIsCut) return "<unexpected end>";
    std::string text(first ? 0 : 1, ' ');
    text += esploraName(opcode);
    return text += " <push past end>";
}

} // namespace

std::string toAsm(util::ByteView script) {
    return joined(script, coreText);
}

std::string toUnlockingAsm(util::ByteView script) {
    return isUnspendable(script) ? toAsm(script) : joined(script, unlockingText);
}

std::string toEsploraAsm(util::ByteView script) {
    std::string text;
    OperationReader reader(script);
    while (const auto operation = reader.next()) {
        if (!text.empty()) text += ' ';
        text += esploraName(operation->opcode);
        if (!operation->pushed.empty()) text += ' ' + util::toHex(operation->pushed);
    }
    if (reader.broken()) text += esploraBrokenText(script.subspan(reader.position()), text.empty());
    return text;
}

} // namespace script
