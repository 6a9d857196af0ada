#pragma once

#include "crypto/ExtendedKey.h"
#include "crypto/Kdf.h"
#include "crypto/SecretBytes.h"
#include "util/Result.h"

namespace wallet {

/// What all keys come from.
struct WalletSecret {
    crypto::SecretString words;          ///< BIP 39, normalised
    crypto::SecretString wordPassphrase; ///< BIP 39's optional one
};

/// A copy that is wiped whatever its length.
crypto::SecretString secretText(std::string_view text);
/// The account's key, m/84'/1'/0'. Nothing in the practically impossible cases BIP 32 names.
std::optional<crypto::ExtendedPrivateKey> accountKeyOf(const WalletSecret& secret);

/// The secret as it is kept: plain, or sealed with a key that scrypt makes of a passphrase.
struct StoredSecret {
    bool isSealed = false;
    util::Bytes bytes; ///< plain: version, words, word passphrase; sealed: the same as AES-256-GCM
    util::Bytes kdf;   ///< cost and salt; empty when plain
};

enum class VaultError { WrongPassphrase, AlreadyEncrypted, NotEncrypted, Locked, Damaged };

/// Keeps the secret, and the account's private key while unlocked. Sealing binds the account's public key and
/// the network, so that a sealed secret cannot be moved into another wallet unnoticed. Owned by Wallet.
/// Thread: wallet.
class Vault {
public:
    /// The stored form of a secret; an empty passphrase leaves it plain. Nothing when the cost is out of
    /// range.
    static std::optional<StoredSecret> seal(const WalletSecret& secret, std::string_view passphrase,
                                            const crypto::ScryptCost& cost, util::ByteView associated);
    /// A plain secret is unlocked at once and has to lead to `account`.   Errors: Damaged.
    static Result<Vault, VaultError> open(StoredSecret stored, crypto::ExtendedPublicKey account,
                                          util::Bytes associated);

    [[nodiscard]] bool isEncrypted() const { return m_stored.isSealed; }
    [[nodiscard]] bool isLocked() const { return !m_secret; }
    /// Errors: NotEncrypted, WrongPassphrase, Damaged (it opens, and leads to another account).
    /// Cost:   scrypt, a fraction of a second.
    Result<void, VaultError> unlock(std::string_view passphrase);
    /// Wipes secret and key from memory; nothing where the secret is plain.
    void lock();
    /// The secret sealed anew, to be stored and then given to `replace`. `old` is empty for a plain one;
    /// `fresh` empty makes it plain.
    /// Errors: AlreadyEncrypted, NotEncrypted (`old` does not suit what it is), WrongPassphrase, Damaged.
    /// Cost:   scrypt, once for each passphrase.
    [[nodiscard]] Result<StoredSecret, VaultError> resealed(std::string_view old, std::string_view fresh,
                                                            const crypto::ScryptCost& cost) const;
    /// Stays locked or unlocked as it is, except that a plain secret is never locked.
    void replace(StoredSecret stored);

    /// Null when locked.
    [[nodiscard]] const WalletSecret* secret() const { return m_secret ? &*m_secret : nullptr; }
    [[nodiscard]] const crypto::ExtendedPrivateKey* account() const {
        return m_account ? &*m_account : nullptr;
    }

private:
    Vault(StoredSecret stored, crypto::ExtendedPublicKey account, util::Bytes associated);
    [[nodiscard]] Result<WalletSecret, VaultError> read(std::string_view passphrase) const;
    Result<void, VaultError> adopt(WalletSecret secret);

    StoredSecret m_stored;
    crypto::ExtendedPublicKey m_accountPublic;
    util::Bytes m_associated;
    std::optional<WalletSecret> m_secret;
    std::optional<crypto::ExtendedPrivateKey> m_account;
};

} // namespace wallet
