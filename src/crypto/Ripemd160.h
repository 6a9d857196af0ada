#pragma once

#include "util/Bytes.h"

namespace crypto {

using Hash160Bytes = util::ByteArray<20>;

Hash160Bytes ripemd160(util::ByteView bytes);
/// RIPEMD-160 of SHA-256: what addresses carry.
Hash160Bytes hash160(util::ByteView bytes);

} // namespace crypto
