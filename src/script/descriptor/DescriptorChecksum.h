#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace script {

constexpr std::size_t kDescriptorChecksumSize = 8;

/// The eight characters that follow the # of a descriptor; nothing when `text` has a character that no
/// descriptor has.   Source: BIP 380.
std::optional<std::string> descriptorChecksum(std::string_view text);

} // namespace script
