#pragma once

#include "util/Bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace util {

/// With + and /, and = at its end so that the length is a multiple of four (RFC 4648).
std::string toBase64(ByteView bytes);
/// The bytes of exactly such a text: nothing for blanks, a missing =, or bits left over.
std::optional<Bytes> fromBase64(std::string_view text);

} // namespace util
