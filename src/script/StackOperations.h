#pragma once

#include "script/Machine.h"

namespace script {

/// OP_TOALTSTACK … OP_TUCK, OP_SIZE, OP_EQUAL and OP_EQUALVERIFY.
Status runStackOperation(Machine& machine, Opcode opcode);

} // namespace script
