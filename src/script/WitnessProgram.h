#pragma once

#include "script/Machine.h"
#include "script/OutputType.h"

namespace script {

/// Checks the witness of the input against the program it spends (BIP 141, BIP 341). `nested`: inside of
/// P2SH.
Status verifyWitnessProgram(const SpendContext& spend, const WitnessProgram& program, bool nested);

} // namespace script
