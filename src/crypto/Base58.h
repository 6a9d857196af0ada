#pragma once

#include "util/Bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

/// Base58 without a check; zero bytes in front are '1's. Cost: grows with the square of the size.
std::string encodeBase58(util::ByteView bytes);
/// Nothing for foreign characters (white space is one) or more than `limit` bytes; long texts fail before any
/// work.
std::optional<util::Bytes> decodeBase58(std::string_view text, std::size_t limit);

} // namespace crypto
