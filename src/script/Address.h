#pragma once

#include "util/Bytes.h"
#include "util/Result.h"

#include <optional>
#include <string>
#include <string_view>

namespace script {

/// How a network writes addresses.
struct AddressFormat {
    std::string bech32Prefix;      ///< 2 to 5 lower-case letters
    std::uint8_t pubKeyHash = 111; ///< Base58 versions
    std::uint8_t scriptHash = 196;
    std::uint8_t privateKey = 239;
    bool operator==(const AddressFormat&) const = default;
};

enum class AddressError {
    Malformed,    ///< neither Base58Check nor Bech32: a typing error is likely
    WrongNetwork, ///< well formed, but of another network
    WrongLength,  ///< a version or length that no script has
};

/// The address that pays to this script; nothing for scripts that have none.
std::optional<std::string> toAddress(util::ByteView scriptPubKey, const AddressFormat& format);
/// The script that an address stands for.
/// Errors: Malformed, WrongNetwork, WrongLength; the text may be anything.   Cost: a checksum.
Result<util::Bytes, AddressError> scriptFromAddress(std::string_view address, const AddressFormat& format);

} // namespace script
