#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace consensus {

/// Characters of valid UTF-8 without control characters and those that turn the direction of writing; nothing
/// otherwise.
std::optional<std::size_t> cleanLength(std::string_view text);
/// A stranger's text inside a sentence of ours: in quotes, shortened, everything but printable ASCII and
/// clean UTF-8 masked.
std::string inQuotes(std::string_view text);

/// 1 to 40 clean characters that can also name a folder: no slash or backslash, no dot or space first, no
/// space last.
bool isNetworkName(std::string_view text);
/// "#2f7ed8".
bool isColour(std::string_view text);
/// http or https, a host, optionally a port and a plain path: "http://192.168.1.20:5001". At most 200 bytes.
bool isPeerUrl(std::string_view text);

} // namespace consensus
