#pragma once

#include <secp256k1.h>

namespace crypto {

/// The one libsecp256k1 context: made and blinded at first use, read only afterwards. For the sources of this
/// folder only. Thread: any.
const secp256k1_context* curveContext();

} // namespace crypto
