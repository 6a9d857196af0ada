#pragma once

#include "crypto/PrivateKey.h"

#include <string_view>

namespace script {

/// A signature of 65 bytes over a text that only the key of a P2PKH address can make.   Source: BIP 137, as
/// Bitcoin Core's `signmessage`.
util::ByteArray<65> signMessage(const crypto::PrivateKey& key, bool isCompressed, std::string_view message);
/// The hash of the public key, 20 bytes, that signed the text; nothing when the signature is none.
std::optional<util::ByteArray<20>> signerOf(std::string_view message, util::ByteView signature);

} // namespace script
