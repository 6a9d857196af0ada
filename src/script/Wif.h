#pragma once

#include "crypto/PrivateKey.h"
#include "script/Address.h"

namespace script {

/// A private key as wallets write it, with the form in which its public key is used.
struct WifKey {
    crypto::PrivateKey key;
    bool isCompressed = true;
    /// 33 or 65 bytes.
    [[nodiscard]] util::Bytes publicKey() const;
};

enum class WifError {
    Malformed,    ///< the check does not fit, or a character is foreign
    WrongNetwork, ///< or of another kind
    OutOfRange,   ///< no key has this number
};

/// Base58 text of a private key ("cUeK…"). Errors: as named; the text may be anything.
Result<WifKey, WifError> keyFromWif(std::string_view text, const AddressFormat& format);
/// The same written.
crypto::SecretString toWif(const WifKey& key, const AddressFormat& format);

} // namespace script
