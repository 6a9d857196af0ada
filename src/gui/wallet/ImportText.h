#pragma once

#include "crypto/SecretBytes.h"
#include "script/Address.h"
#include "util/Result.h"
#include "wallet/DescriptorImport.h"

#include <optional>

namespace gui {

/// What somebody brings into a wallet, as far as its text says.
struct ReadImport {
    enum class Kind { Descriptor, Account, Key, Address } kind = Kind::Descriptor;
    bool hasKeys = false;      ///< private ones
    bool isRanged = false;     ///< addresses one after the other
    crypto::SecretString text; ///< as a descriptor
};
enum class ImportTextError {
    Empty,
    Unknown,      ///< none of the four
    BadKey,       ///< looks like a private key, and is none
    OtherNetwork, ///< a key or an address of another network
    Descriptor,   ///< a descriptor that contradicts the rules
};

/// A descriptor, an extended key of an account, a private key (WIF) or an address. `type`: of which kind the
/// addresses of a key are; nothing: every usual kind where that is possible, else the usual one.
Result<ReadImport, ImportTextError> readImport(const crypto::SecretString& text,
                                               std::optional<wallet::AddressType> type,
                                               const script::AddressFormat& addresses);

} // namespace gui
