#pragma once

#include "script/Machine.h"

namespace script {

/// OP_RIPEMD160 … OP_HASH256.
Status runHashOperation(Machine& machine, Opcode opcode);

} // namespace script
