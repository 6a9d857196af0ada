#pragma once

#include "script/Machine.h"

namespace script {

/// OP_NOP … OP_RETURN with the conditionals, and OP_NOP1 … OP_NOP10 with the lock times among them (BIP 65,
/// BIP 112).
Status runFlowControl(Machine& machine, Opcode opcode);

} // namespace script
