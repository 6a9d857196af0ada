#pragma once

#include "crypto/ExtendedKey.h"
#include "crypto/Kdf.h"
#include "crypto/SecretBytes.h"
#include "util/Result.h"
#include "wallet/Accounts.h"

#include <span>

namespace wallet {

/// What all keys come from.
struct WalletSecret {
    crypto::SecretString words;                         ///< BIP 39, normalised; empty: none
    crypto::SecretString wordPassphrase;                ///< BIP 39's optional one
    std::vector<crypto::SecretString> descriptors = {}; ///< those with private keys that do not come of words
};

/// The key that all keys of the words come from. Nothing in the practically impossible cases BIP 32 names.
std::optional<crypto::ExtendedPrivateKey> masterKeyOf(const WalletSecret& secret);
/// The account's key, m/84'/1'/0'. Nothing in the practically impossible cases BIP 32 names.
std::optional<crypto::ExtendedPrivateKey> accountKeyOf(const WalletSecret& secret);

/// The secret as it is kept: plain, or sealed with a key that scrypt makes of a passphrase.
struct StoredSecret {
    bool isSealed = false;
    util::Bytes
        bytes;       ///< plain: version, words, word passphrase, descriptors; sealed: the same as AES-256-GCM
    util::Bytes kdf; ///< cost and salt; empty when plain
    crypto::SecretBytes key = {}; ///< what seals it, for `replace`: never stored
};

enum class VaultError { WrongPassphrase, EndsInZero, AlreadyEncrypted, NotEncrypted, Locked, Damaged };

/// HMAC, in which scrypt begins, fills a short key up with zero bytes: with one at its end a passphrase would
/// open what is sealed without it. It is none, therefore.
bool endsInZero(std::string_view passphrase);

/// Keeps the secret, readable while unlocked. Sealing binds the account's public key and the network, so that
/// a sealed secret cannot be moved into another wallet unnoticed. Owned by Wallet.
/// Thread: wallet.
class Vault {
public:
    /// The stored form of a secret; an empty passphrase leaves it plain. Nothing when the cost is out of
    /// range, or the passphrase ends in a zero byte.
    static std::optional<StoredSecret> seal(const WalletSecret& secret, std::string_view passphrase,
                                            const crypto::ScryptCost& cost, util::ByteView associated);
    /// A plain secret is unlocked at once; its words have to lead to `account` (none: there are no words).
    /// Errors: Damaged.
    static Result<Vault, VaultError>
    open(StoredSecret stored, std::optional<crypto::ExtendedPublicKey> account, util::Bytes associated);

    [[nodiscard]] bool isEncrypted() const { return m_stored.isSealed; }
    [[nodiscard]] bool isLocked() const { return !m_secret; }
    /// Errors: NotEncrypted, WrongPassphrase, EndsInZero, Damaged (it opens, and leads to another account).
    /// Cost:   scrypt, a fraction of a second.
    Result<void, VaultError> unlock(std::string_view passphrase);
    /// Wipes secret and key from memory; nothing where the secret is plain.
    void lock();
    /// The secret sealed anew, to be stored and then given to `replace`. `old` is empty for a plain one;
    /// `fresh` empty makes it plain.
    /// Errors: AlreadyEncrypted, NotEncrypted (`old` does not suit what it is), WrongPassphrase, EndsInZero,
    ///         Damaged.
    /// Cost:   scrypt, once for each passphrase.
    [[nodiscard]] Result<StoredSecret, VaultError> resealed(std::string_view old, std::string_view fresh,
                                                            const crypto::ScryptCost& cost) const;
    /// Stays locked or unlocked as it is, except that a plain secret is never locked.
    void replace(StoredSecret stored);

    /// The secret with more descriptors, sealed with the passphrase it was unlocked with; to be stored and
    /// then given to `replace`.   Errors: Locked, Damaged (too much for one wallet).
    [[nodiscard]] Result<StoredSecret, VaultError>
    extended(std::span<const crypto::SecretString> descriptors) const;

    /// Null when locked.
    [[nodiscard]] const WalletSecret* secret() const { return m_secret ? &*m_secret : nullptr; }

private:
    /// A secret, and what unsealed it.
    struct Opened {
        WalletSecret secret;
        crypto::SecretBytes key; ///< empty: plain
    };
    Vault(StoredSecret stored, std::optional<crypto::ExtendedPublicKey> account, util::Bytes associated);
    [[nodiscard]] Result<Opened, VaultError> read(std::string_view passphrase) const;
    [[nodiscard]] Result<WalletSecret, VaultError> unsealed(util::ByteView key) const;
    Result<void, VaultError> adopt(Opened opened);

    StoredSecret m_stored;
    std::optional<crypto::ExtendedPublicKey> m_account;
    util::Bytes m_associated;
    std::optional<WalletSecret> m_secret;
    crypto::SecretBytes m_key; ///< while unlocked; empty: plain
};

} // namespace wallet
