#pragma once

#include "script/Machine.h"

namespace script {

/// OP_1ADD … OP_WITHIN.
Status runArithmetic(Machine& machine, Opcode opcode);

} // namespace script
