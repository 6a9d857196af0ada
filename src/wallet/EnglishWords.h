#pragma once

#include <array>
#include <string_view>

namespace wallet {

/// BIP 39's English words in alphabetical order; the definition is made from resources/wordlists/english.txt
/// by CMake.
extern const std::array<std::string_view, 2048> kEnglishWords;

} // namespace wallet
