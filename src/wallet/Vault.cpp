#include "wallet/Vault.h"

#include "crypto/Aead.h"
#include "crypto/Random.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"
#include "wallet/Keychain.h"
#include "wallet/Mnemonic.h"

namespace wallet {

namespace {

constexpr std::uint8_t kSecretVersion = 1;
constexpr std::size_t kSaltSize = 32;
constexpr std::size_t kKeySize = 32;
constexpr std::size_t kMaxSealedText = 4096;

void append(crypto::SecretBytes& out, std::string_view text) {
    out.push_back(static_cast<std::uint8_t>(text.size() & 0xff));
    out.push_back(static_cast<std::uint8_t>(text.size() >> 8));
    out.insert(out.end(), text.begin(), text.end());
}

/// Version, then both texts with their lengths (2 bytes, little endian).
crypto::SecretBytes serialize(const WalletSecret& secret) {
    crypto::SecretBytes out;
    out.reserve(secret.words.size() + secret.wordPassphrase.size() + 8);
    out.push_back(kSecretVersion);
    append(out, secret.words);
    append(out, secret.wordPassphrase);
    return out;
}

std::optional<WalletSecret> parse(util::ByteView bytes) {
    util::ByteReader reader(bytes);
    if (reader.u8() != kSecretVersion) return std::nullopt;
    const util::ByteView words = reader.view(reader.u16());
    const util::ByteView passphrase = reader.view(reader.u16());
    if (!reader.ok() || !reader.atEnd() || words.size() > kMaxSealedText) return std::nullopt;
    if (!checkMnemonic(util::asText(words))) return std::nullopt;
    return WalletSecret{secretText(util::asText(words)), secretText(util::asText(passphrase))};
}

util::Bytes serialize(const crypto::ScryptCost& cost, util::ByteView salt) {
    util::ByteWriter writer;
    writer.u64(cost.n);
    writer.u32(cost.r);
    writer.u32(cost.p);
    writer.sized(salt);
    return writer.take();
}

/// The key of 32 bytes; empty when `kdf` is damaged.
crypto::SecretBytes keyOf(std::string_view passphrase, util::ByteView kdf) {
    util::ByteReader reader(kdf);
    crypto::ScryptCost cost;
    cost.n = reader.u64();
    cost.r = reader.u32();
    cost.p = reader.u32();
    const util::ByteView salt = reader.sized(kSaltSize);
    if (!reader.ok() || !reader.atEnd()) return {};
    return crypto::scrypt(util::asBytes(passphrase), salt, cost, kKeySize);
}

} // namespace

crypto::SecretString secretText(std::string_view text) {
    crypto::SecretString out;
    out.reserve(
        std::max<std::size_t>(text.size(), 64)); // a short one would lie in the object itself, unwiped
    out.append(text);
    return out;
}

std::optional<crypto::ExtendedPrivateKey> accountKeyOf(const WalletSecret& secret) {
    const crypto::SecretBytes seed = seedFromMnemonic(secret.words, secret.wordPassphrase);
    const auto master = crypto::ExtendedPrivateKey::fromSeed(seed);
    if (!master) return std::nullopt;
    return master->derive(accountPath());
}

std::optional<StoredSecret> Vault::seal(const WalletSecret& secret, std::string_view passphrase,
                                        const crypto::ScryptCost& cost, util::ByteView associated) {
    if (secret.words.size() > kMaxSealedText || secret.wordPassphrase.size() > kMaxTextSize)
        return std::nullopt;
    const crypto::SecretBytes plain = serialize(secret);
    if (passphrase.empty()) return StoredSecret{false, util::Bytes(plain.begin(), plain.end()), {}};
    StoredSecret out{true, {}, serialize(cost, crypto::randomBytes(kSaltSize))};
    const crypto::SecretBytes key = keyOf(passphrase, out.kdf);
    if (key.size() != kKeySize) return std::nullopt;
    out.bytes = crypto::seal(key, plain, associated);
    return out;
}

Vault::Vault(StoredSecret stored, crypto::ExtendedPublicKey account, util::Bytes associated)
    : m_stored(std::move(stored)), m_accountPublic(account), m_associated(std::move(associated)) {}

Result<Vault, VaultError> Vault::open(StoredSecret stored, crypto::ExtendedPublicKey account,
                                      util::Bytes associated) {
    Vault out(std::move(stored), account, std::move(associated));
    if (out.isEncrypted()) return out;
    auto secret = out.read({});
    if (!secret) return fail(secret.error());
    if (const auto adopted = out.adopt(std::move(*secret)); !adopted) return fail(adopted.error());
    return out;
}

Result<void, VaultError> Vault::unlock(std::string_view passphrase) {
    if (!isEncrypted()) return fail(VaultError::NotEncrypted);
    auto secret = read(passphrase);
    if (!secret) return fail(secret.error());
    return adopt(std::move(*secret));
}

void Vault::lock() {
    if (!isEncrypted()) return;
    m_secret.reset();
    m_account.reset();
}

Result<StoredSecret, VaultError> Vault::resealed(std::string_view old, std::string_view fresh,
                                                 const crypto::ScryptCost& cost) const {
    if (isEncrypted() && old.empty()) return fail(VaultError::AlreadyEncrypted);
    if (!isEncrypted() && (!old.empty() || fresh.empty())) return fail(VaultError::NotEncrypted);
    const auto secret = read(old);
    if (!secret) return fail(secret.error());
    auto stored = seal(*secret, fresh, cost, m_associated);
    if (!stored) return fail(VaultError::Damaged);
    return std::move(*stored);
}

void Vault::replace(StoredSecret stored) {
    m_stored = std::move(stored);
    if (isEncrypted() || !isLocked()) return;
    if (auto secret = read({})) static_cast<void>(adopt(std::move(*secret)));
}

Result<WalletSecret, VaultError> Vault::read(std::string_view passphrase) const {
    if (!isEncrypted()) {
        auto secret = parse(m_stored.bytes);
        if (!secret) return fail(VaultError::Damaged);
        return std::move(*secret);
    }
    const crypto::SecretBytes key = keyOf(passphrase, m_stored.kdf);
    if (key.size() != kKeySize) return fail(VaultError::Damaged);
    const auto plain = crypto::unseal(key, m_stored.bytes, m_associated);
    if (!plain) return fail(VaultError::WrongPassphrase);
    auto secret = parse(*plain);
    if (!secret) return fail(VaultError::Damaged);
    return std::move(*secret);
}

/// Unlocks, if the secret leads to the account that the addresses come from.
Result<void, VaultError> Vault::adopt(WalletSecret secret) {
    auto account = accountKeyOf(secret);
    if (!account || account->publicKey().toBase58() != m_accountPublic.toBase58())
        return fail(VaultError::Damaged);
    m_secret = std::move(secret);
    m_account = std::move(*account);
    return {};
}

} // namespace wallet
