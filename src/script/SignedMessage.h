#pragma once

#include "crypto/PrivateKey.h"

#include <string_view>

namespace script {

/// A signature of 65 bytes over a text that only the key of a P2PKH address can make.   Source: BIP 137, as
/// Bitcoin Core's `signmessage`.
util::ByteArray<65> signMessage(const crypto::PrivateKey& key, bool isCompressed, std::string_view message);
/// The hash of the public key, 20 bytes, that signed the text; nothing when the signature is none.
std::optional<util::ByteArray<20>> signerOf(std::string_view message, util::ByteView signature);

/// The forms of address whose key can sign so.
enum class MessageForm { PubKeyHash, NestedWitness, Witness };
/// As `signMessage`, with the header that BIP 137 has for the form. Needs: a key used compressed.
util::ByteArray<65> signMessage(const crypto::PrivateKey& key, MessageForm form, std::string_view message);
/// Whether the only key of the script signed the text: P2PKH, P2WPKH, or that in P2SH. For the last two the
/// header may be that of P2PKH (Electrum) as well as their own (BIP 137).
bool isSignedFor(util::ByteView scriptPubKey, std::string_view message, util::ByteView signature);

} // namespace script
