#include "script/Opcode.h"

#include <array>

namespace script {

namespace {

constexpr const char* kPushNames[] = {"OP_PUSHDATA1", "OP_PUSHDATA2", "OP_PUSHDATA4", "OP_1NEGATE",
                                      "OP_RESERVED"};

/// One a value, from Nop (0x61) to CheckSigAdd (0xba).
constexpr std::array<const char*, 0xba - 0x61 + 1> kNames = {"OP_NOP",
                                                             "OP_VER",
                                                             "OP_IF",
                                                             "OP_NOTIF",
                                                             "OP_VERIF",
                                                             "OP_VERNOTIF",
                                                             "OP_ELSE",
                                                             "OP_ENDIF",
                                                             "OP_VERIFY",
                                                             "OP_RETURN",
                                                             "OP_TOALTSTACK",
                                                             "OP_FROMALTSTACK",
                                                             "OP_2DROP",
                                                             "OP_2DUP",
                                                             "OP_3DUP",
                                                             "OP_2OVER",
                                                             "OP_2ROT",
                                                             "OP_2SWAP",
                                                             "OP_IFDUP",
                                                             "OP_DEPTH",
                                                             "OP_DROP",
                                                             "OP_DUP",
                                                             "OP_NIP",
                                                             "OP_OVER",
                                                             "OP_PICK",
                                                             "OP_ROLL",
                                                             "OP_ROT",
                                                             "OP_SWAP",
                                                             "OP_TUCK",
                                                             "OP_CAT",
                                                             "OP_SUBSTR",
                                                             "OP_LEFT",
                                                             "OP_RIGHT",
                                                             "OP_SIZE",
                                                             "OP_INVERT",
                                                             "OP_AND",
                                                             "OP_OR",
                                                             "OP_XOR",
                                                             "OP_EQUAL",
                                                             "OP_EQUALVERIFY",
                                                             "OP_RESERVED1",
                                                             "OP_RESERVED2",
                                                             "OP_1ADD",
                                                             "OP_1SUB",
                                                             "OP_2MUL",
                                                             "OP_2DIV",
                                                             "OP_NEGATE",
                                                             "OP_ABS",
                                                             "OP_NOT",
                                                             "OP_0NOTEQUAL",
                                                             "OP_ADD",
                                                             "OP_SUB",
                                                             "OP_MUL",
                                                             "OP_DIV",
                                                             "OP_MOD",
                                                             "OP_LSHIFT",
                                                             "OP_RSHIFT",
                                                             "OP_BOOLAND",
                                                             "OP_BOOLOR",
                                                             "OP_NUMEQUAL",
                                                             "OP_NUMEQUALVERIFY",
                                                             "OP_NUMNOTEQUAL",
                                                             "OP_LESSTHAN",
                                                             "OP_GREATERTHAN",
                                                             "OP_LESSTHANOREQUAL",
                                                             "OP_GREATERTHANOREQUAL",
                                                             "OP_MIN",
                                                             "OP_MAX",
                                                             "OP_WITHIN",
                                                             "OP_RIPEMD160",
                                                             "OP_SHA1",
                                                             "OP_SHA256",
                                                             "OP_HASH160",
                                                             "OP_HASH256",
                                                             "OP_CODESEPARATOR",
                                                             "OP_CHECKSIG",
                                                             "OP_CHECKSIGVERIFY",
                                                             "OP_CHECKMULTISIG",
                                                             "OP_CHECKMULTISIGVERIFY",
                                                             "OP_NOP1",
                                                             "OP_CHECKLOCKTIMEVERIFY",
                                                             "OP_CHECKSEQUENCEVERIFY",
                                                             "OP_NOP4",
                                                             "OP_NOP5",
                                                             "OP_NOP6",
                                                             "OP_NOP7",
                                                             "OP_NOP8",
                                                             "OP_NOP9",
                                                             "OP_NOP10",
                                                             "OP_CHECKSIGADD"};
static_assert(kNames.back() != nullptr);

} // namespace

std::string toString(Opcode opcode) {
    const auto value = static_cast<std::uint8_t>(opcode);
    if (opcode == Opcode::Op0) return "OP_0";
    if (opcode >= Opcode::PushData1 && opcode <= Opcode::Reserved) return kPushNames[value - 0x4c];
    if (opcode >= Opcode::Op1 && opcode <= Opcode::Op16) return "OP_" + std::to_string(value - 0x50);
    if (opcode >= Opcode::Nop && opcode <= Opcode::CheckSigAdd) return kNames[std::size_t{value} - 0x61];
    if (opcode == Opcode::Invalid) return "OP_INVALIDOPCODE";
    return "OP_UNKNOWN";
}

} // namespace script
