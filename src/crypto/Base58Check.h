#pragma once

#include "util/Bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

/// Base58 with the first four bytes of SHA-256d as check.
std::string encodeBase58Check(util::ByteView payload);
/// The payload without the check; nothing for foreign characters, a wrong check or more than `limit` payload
/// bytes.
std::optional<util::Bytes> decodeBase58Check(std::string_view text, std::size_t limit = 128);

} // namespace crypto
