#pragma once

#include <cstdint>
#include <string>

namespace script {

/// The values of Bitcoin's script operations; values below PushData1 push that many bytes.
enum class Opcode : std::uint8_t {
    Op0 = 0x00, PushData1 = 0x4c, PushData2 = 0x4d, PushData4 = 0x4e, Op1Negate = 0x4f, Reserved = 0x50,
    Op1 = 0x51, Op2, Op3, Op4, Op5, Op6, Op7, Op8, Op9, Op10, Op11, Op12, Op13, Op14, Op15, Op16,
    Nop = 0x61, Ver, If, NotIf, VerIf, VerNotIf, Else, EndIf, Verify, Return,
    ToAltStack = 0x6b, FromAltStack, Drop2, Dup2, Dup3, Over2, Rot2, Swap2, IfDup, Depth, Drop, Dup, Nip, Over,
    Pick, Roll, Rot, Swap, Tuck,
    Cat = 0x7e, Substr, Left, Right, Size, Invert, And, Or, Xor, Equal, EqualVerify, Reserved1, Reserved2,
    Add1 = 0x8b, Sub1, Mul2, Div2, Negate, Abs, Not, NotEqual0, Add, Sub, Mul, Div, Mod, LShift, RShift, BoolAnd,
    BoolOr, NumEqual, NumEqualVerify, NumNotEqual, LessThan, GreaterThan, LessThanOrEqual, GreaterThanOrEqual, Min,
    Max, Within,
    Ripemd160 = 0xa6, Sha1, Sha256, Hash160, Hash256, CodeSeparator, CheckSig, CheckSigVerify, CheckMultiSig,
    CheckMultiSigVerify,
    Nop1 = 0xb0, CheckLockTimeVerify, CheckSequenceVerify, Nop4, Nop5, Nop6, Nop7, Nop8, Nop9, Nop10,
    CheckSigAdd = 0xba, Invalid = 0xff,
};

/// "OP_CHECKSIG", "OP_1", "OP_UNKNOWN"; pushes of bytes have no name of their own here.
std::string toString(Opcode opcode);

} // namespace script
