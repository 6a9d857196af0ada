#pragma once

#include "script/Machine.h"

namespace script {

/// Checks the witness of the input against a taproot output key (BIP 341): key path or script path.
Status verifyTaproot(const SpendContext& spend, util::ByteView outputKey32);

} // namespace script
