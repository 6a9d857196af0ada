#pragma once

#include "script/Opcode.h"
#include "util/Bytes.h"

namespace script {

/// The only opcode that BIP 62's rule of minimal pushes allows for these bytes: OP_0, OP_1NEGATE, OP_1 …
/// OP_16, the number of bytes, or the smallest PUSHDATA.
Opcode shortestPushOpcode(util::ByteView bytes);

/// Appends a push that never becomes OP_1NEGATE or OP_1 … OP_16: the form that FindAndDelete and the check of
/// a nested witness program compare with.
void appendPlainPush(util::Bytes& script, util::ByteView bytes);

} // namespace script
