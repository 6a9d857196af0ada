#include "script/Push.h"

namespace script {

namespace {

/// The opcode by length alone.
Opcode plainPushOpcode(std::size_t size) {
    if (size < static_cast<std::size_t>(Opcode::PushData1)) return static_cast<Opcode>(size);
    if (size <= 0xff) return Opcode::PushData1;
    return size <= 0xffff ? Opcode::PushData2 : Opcode::PushData4;
}

std::size_t lengthBytes(Opcode opcode) {
    switch (opcode) {
    case Opcode::PushData1:
        return 1;
    case Opcode::PushData2:
        return 2;
    case Opcode::PushData4:
        return 4;
    default:
        return 0;
    }
}

} // namespace

Opcode shortestPushOpcode(util::ByteView bytes) {
    if (bytes.size() == 1) {
        if (bytes[0] >= 1 && bytes[0] <= 16) return static_cast<Opcode>(0x50 + bytes[0]);
        if (bytes[0] == 0x81) return Opcode::Op1Negate;
    }
    return plainPushOpcode(bytes.size());
}

void appendPlainPush(util::Bytes& script, util::ByteView bytes) {
    const Opcode opcode = plainPushOpcode(bytes.size());
    script.push_back(static_cast<std::uint8_t>(opcode));
    for (std::size_t i = 0; i < lengthBytes(opcode); ++i)
        script.push_back(static_cast<std::uint8_t>(bytes.size() >> (8 * i)));
    script.insert(script.end(), bytes.begin(), bytes.end());
}

} // namespace script
