#pragma once

#include "util/Bytes.h"

namespace crypto {

util::ByteArray<64> hmacSha512(util::ByteView key, util::ByteView message);

} // namespace crypto
