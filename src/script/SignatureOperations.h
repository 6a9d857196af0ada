#pragma once

#include "script/Machine.h"

namespace script {

/// OP_CODESEPARATOR, OP_CHECKSIG(VERIFY), OP_CHECKMULTISIG(VERIFY) and tapscript's OP_CHECKSIGADD.
Status runSignatureOperation(Machine& machine, Opcode opcode);

} // namespace script
