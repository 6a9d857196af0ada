#pragma once

#include "util/Bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace util {

/// Lower-case hex, same byte order.
std::string toHex(ByteView bytes);
/// Lower-case hex in reversed byte order, as hashes are displayed.
std::string toReversedHex(ByteView bytes);

/// Accepts both cases; nothing for an odd length or any other character.
std::optional<Bytes> fromHex(std::string_view text);

} // namespace util
