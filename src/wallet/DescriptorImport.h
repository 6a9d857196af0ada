#pragma once

#include "crypto/SecretBytes.h"
#include "wallet/WalletTypes.h"

namespace wallet {

/// A descriptor that somebody brings into a wallet: with private keys, or without.
struct DescriptorImport {
    crypto::SecretString
        text; ///< of a multipath the first alternative is for receiving, the second for change
    KeyChain chain = KeyChain::Receive;
    bool isActive = false;      ///< addresses are handed out from it from now on
    std::uint32_t next = 0;     ///< the index that is handed out next
    std::uint32_t rangeEnd = 0; ///< watched up to here at least
    std::int64_t birth = 0;     ///< unix seconds: nothing of it is older
    std::string label;          ///< of the only address, where it is not ranged
};

/// Why one was not taken in; nothing has changed then.
enum class ImportError {
    Malformed,     ///< no descriptor
    NoPrivateKeys, ///< this wallet wants some
    PrivateKeys,   ///< this wallet takes none
    Hardened,      ///< its addresses cannot be derived while the wallet is locked
    CannotBeActive ///< it makes no addresses one after the other
};

/// What became of it.
struct ImportOutcome {
    std::optional<ImportError> error;
    bool lacksKeys = false; ///< the wallet alone cannot spend what comes to it
};

} // namespace wallet
