#pragma once

#include "crypto/ExtendedKey.h"
#include "crypto/SecretBytes.h"
#include "wallet/WalletStore.h"

namespace wallet {

/// A chain of one of the accounts that every wallet made from words has.
struct AccountChain {
    AddressType type = kUsualType;
    KeyChain chain = KeyChain::Receive;
    std::string text;            ///< with public keys, normalised, with checksum
    crypto::SecretString secret; ///< the same with the account's private key
};

/// BIP 84's account first, then those of BIP 44, 49 and 86; m/purpose'/1'/0' on every network here; receive
/// before change each. Empty in the practically impossible cases BIP 32 names.
std::vector<AccountChain> accountChains(const crypto::ExtendedPrivateKey& master);
/// The path of BIP 84's account from the seed: m/84'/1'/0'.
const std::vector<std::uint32_t>& accountPath();
/// The rows of BIP 84's account when only its public key is known: the fingerprint of their root is 00000000.
std::vector<StoredDescriptor> accountRows(std::string_view accountXpub);
/// Eight hex digits that name the root key in descriptors (BIP 32).
std::string fingerprintOf(const crypto::ExtendedPrivateKey& master);
/// The private key of BIP 48's account for shared wallets of native SegWit, m/48'/1'/0'/2', with its origin
/// before it. Nothing in the practically impossible cases BIP 32 names.
std::optional<crypto::SecretString> sharedAccount(const crypto::ExtendedPrivateKey& master);
/// Whether `known`, a row that accountRows or an earlier version made, stands for the same addresses as
/// `text`, which has the root's fingerprint.
bool isSameAccount(std::string_view known, std::string_view text);

/// A copy that is wiped whatever its length.
crypto::SecretString secretText(std::string_view text);

} // namespace wallet
