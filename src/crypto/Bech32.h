#pragma once

#include "util/Bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace crypto {

enum class Bech32Encoding { Bech32, Bech32m };

/// A decoded text: lower-case prefix and 5-bit values without the check.
struct Bech32Text {
    Bech32Encoding encoding;
    std::string prefix;
    util::Bytes values;
};

/// BIP 173 and BIP 350. `values` are 5-bit.
std::string encodeBech32(Bech32Encoding encoding, std::string_view prefix, util::ByteView values);
/// At most 90 characters; nothing for mixed case, foreign characters or a wrong check.
std::optional<Bech32Text> decodeBech32(std::string_view text);

/// A witness program as a SegWit address (version 0: Bech32, 1 to 16: Bech32m).
std::string encodeSegwit(std::string_view prefix, int version, util::ByteView program);
struct SegwitProgram {
    int version;
    util::Bytes program;
};
/// Checks prefix, length and encoding by version.
std::optional<SegwitProgram> decodeSegwit(std::string_view prefix, std::string_view text);

} // namespace crypto
