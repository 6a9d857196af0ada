#pragma once

#include "script/ScriptError.h"
#include "util/Bytes.h"
#include "util/Result.h"

namespace script {

/// Longest operand of arithmetic, and of the two lock-time operations (BIP 65, BIP 112).
constexpr std::size_t kNumberSize = 4;
constexpr std::size_t kLockTimeNumberSize = 5;

/// A number as the stack holds it: little endian magnitude, sign in the highest bit of the last byte, nothing
/// for 0. Errors: ScriptNum when longer than `maxSize` or, with `minimal`, longer than its value needs.
Result<std::int64_t, ScriptError> parseNumber(util::ByteView bytes, bool minimal,
                                              std::size_t maxSize = kNumberSize);

/// The shortest form. Results of arithmetic may take 5 bytes; they are no operands then.
util::Bytes numberBytes(std::int64_t value);

} // namespace script
