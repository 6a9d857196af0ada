#pragma once

#include "script/Machine.h"

namespace script {

/// BIP 342: any of these in a tapscript, run or not, makes the spend valid.
bool isOpSuccess(Opcode opcode);

/// BIP 341: 64 bytes, or 65 with a hash type. Errors: SchnorrSigSize, SchnorrSigHashType, SchnorrSig.
Status checkSchnorr(const SpendContext& spend, util::ByteView publicKey32, util::ByteView signature,
                    const TaprootSigHashInput& message);

/// BIP 342: an empty signature is false, any other must be valid. Takes its price from the weight left.
/// Needs: machine.tapscript.
Result<bool, ScriptError> checkTapscriptSignature(Machine& machine, util::ByteView signature,
                                                  util::ByteView publicKey);

/// Runs a leaf of version `kTapscriptLeaf` on the elements left by the witness.
Status runTapscript(const SpendContext& spend, util::ByteView script, Stack stack, TapscriptState state);

} // namespace script
