#pragma once

#include "primitives/Transaction.h"
#include "script/descriptor/SpendingData.h"

#include <string>
#include <string_view>

namespace wallet {

// A message is signed as one would spend a coin that nobody has: `messageToSpend` makes it, `messageToSign`
// spends it.   Source: BIP 322, version 2.

crypto::Hash256Bytes messageProofHash(std::string_view message);
primitives::Transaction messageToSpend(util::ByteView scriptPubKey, std::string_view message);
/// Without what signs it.
primitives::Transaction messageToSign(const primitives::Transaction& toSpend);

/// How a message is signed.
enum class MessageStyle {
    Compact, ///< BIP 137: 65 bytes, known to old programs; for an address of a single key that is no taproot
    Proof,   ///< BIP 322: for every address
};

enum class MessageVerdict {
    Valid,
    Invalid,      ///< not by this address, not of this message, or against the rules
    Inconclusive, ///< by rules that are not known here
    Malformed,    ///< no signature at all
};

struct MessageCheck {
    MessageVerdict verdict = MessageVerdict::Malformed;
    // Of a proof with lock times: when it holds.
    std::uint32_t lockTime = 0, sequence = 0;
    /// Coins that the signer shows to have, too, and what they hold: whether they are there is for the chain
    /// to say.
    std::vector<std::pair<primitives::OutPoint, primitives::TxOut>> funds;
};

/// Whether somebody who can spend from this script signed the message. `signature`: as people hand it on,
/// Base64 of BIP 137 (as Electrum writes it for SegWit, too), or of BIP 322: simple, full or proof of funds,
/// with its prefix or, for the first two, without.
/// Cost: as checking the scripts of a transaction.
MessageCheck checkMessage(util::ByteView scriptPubKey, std::string_view message, std::string_view signature);

/// A signature of BIP 322: simple where a witness is all of it, else full. Nothing when keys or scripts are
/// missing.
std::optional<std::string> proveMessage(util::ByteView scriptPubKey, std::string_view message,
                                        const script::SpendingData& data);

} // namespace wallet
