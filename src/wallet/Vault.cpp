#include "wallet/Vault.h"

#include "crypto/Aead.h"
#include "crypto/Random.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"
#include "wallet/Mnemonic.h"

namespace wallet {

namespace {

constexpr std::uint8_t kWordsAlone = 1, kWithDescriptors = 2; ///< versions
constexpr std::size_t kSaltSize = 32;
constexpr std::size_t kKeySize = 32;
constexpr std::size_t kHmacBlock = 64; ///< of SHA-256; longer keys are hashed, not filled up
constexpr std::size_t kMaxSecretTextSize = 4096;
constexpr std::size_t kMaxDescriptors = 100'000;
constexpr std::size_t kMaxSecretSize = 16'000'000;

void appendLength(crypto::SecretBytes& out, std::size_t length, int bytes) {
    for (int i = 0; i < bytes; ++i)
        out.push_back(static_cast<std::uint8_t>(length >> (8 * i)));
}

void append(crypto::SecretBytes& out, std::string_view text, int lengthBytes = 2) {
    appendLength(out, text.size(), lengthBytes);
    out.insert(out.end(), text.begin(), text.end());
}

/// Version, then both texts with their lengths (2 bytes, little endian); where there are descriptors, their
/// number and they with their lengths (4 bytes each).
crypto::SecretBytes serialize(const WalletSecret& secret) {
    std::size_t size = secret.words.size() + secret.wordPassphrase.size() + 16;
    for (const crypto::SecretString& each : secret.descriptors)
        size += each.size() + 4;
    const bool wordsAlone = secret.descriptors.empty() && !secret.words.empty();
    crypto::SecretBytes out;
    out.reserve(size);
    out.push_back(wordsAlone ? kWordsAlone : kWithDescriptors);
    append(out, secret.words);
    append(out, secret.wordPassphrase);
    if (wordsAlone) return out;
    appendLength(out, secret.descriptors.size(), 4);
    for (const crypto::SecretString& each : secret.descriptors)
        append(out, each, 4);
    return out;
}

std::optional<WalletSecret> parse(util::ByteView bytes) {
    util::ByteReader reader(bytes);
    const std::uint8_t version = reader.u8();
    if (version != kWordsAlone && version != kWithDescriptors) return std::nullopt;
    const util::ByteView words = reader.view(reader.u16());
    const util::ByteView passphrase = reader.view(reader.u16());
    WalletSecret out{secretText(util::asText(words)), secretText(util::asText(passphrase))};
    if (version == kWithDescriptors) {
        const std::uint32_t count = reader.u32();
        for (std::uint32_t i = 0; i < count && reader.ok(); ++i)
            out.descriptors.push_back(secretText(util::asText(reader.view(reader.u32()))));
    }
    if (!reader.ok() || !reader.atEnd() || words.size() > kMaxSecretTextSize) return std::nullopt;
    const bool hasWords = version == kWordsAlone || !words.empty();
    if (hasWords && !checkMnemonic(out.words)) return std::nullopt;
    return out;
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

std::optional<crypto::ExtendedPrivateKey> masterKeyOf(const WalletSecret& secret) {
    const crypto::SecretBytes seed = seedFromMnemonic(secret.words, secret.wordPassphrase);
    return crypto::ExtendedPrivateKey::fromSeed(seed);
}

std::optional<crypto::ExtendedPrivateKey> accountKeyOf(const WalletSecret& secret) {
    const auto master = masterKeyOf(secret);
    if (!master) return std::nullopt;
    return master->derive(accountPath());
}

bool endsInZero(std::string_view passphrase) {
    return passphrase.size() <= kHmacBlock && passphrase.ends_with('\0');
}

std::optional<StoredSecret> Vault::seal(const WalletSecret& secret, std::string_view passphrase,
                                        const crypto::ScryptCost& cost, util::ByteView associated) {
    if (secret.words.size() > kMaxSecretTextSize || secret.wordPassphrase.size() > kMaxSecretTextSize)
        return std::nullopt;
    if (secret.descriptors.size() > kMaxDescriptors || endsInZero(passphrase)) return std::nullopt;
    const crypto::SecretBytes plain = serialize(secret);
    if (plain.size() > kMaxSecretSize) return std::nullopt;
    if (passphrase.empty()) return StoredSecret{false, util::Bytes(plain.begin(), plain.end()), {}};
    StoredSecret out{true, {}, serialize(cost, crypto::randomBytes(kSaltSize))};
    out.key = keyOf(passphrase, out.kdf);
    if (out.key.size() != kKeySize) return std::nullopt;
    out.bytes = crypto::seal(out.key, plain, associated);
    return out;
}

Vault::Vault(StoredSecret stored, std::optional<crypto::ExtendedPublicKey> account, util::Bytes associated)
    : m_stored(std::move(stored)), m_account(account), m_associated(std::move(associated)) {
    m_stored.key = {};
}

Result<Vault, VaultError> Vault::open(StoredSecret stored, std::optional<crypto::ExtendedPublicKey> account,
                                      util::Bytes associated) {
    Vault out(std::move(stored), account, std::move(associated));
    if (out.isEncrypted()) return out;
    auto opened = out.read({});
    if (!opened) return fail(opened.error());
    if (const auto adopted = out.adopt(std::move(*opened)); !adopted) return fail(adopted.error());
    return out;
}

Result<void, VaultError> Vault::unlock(std::string_view passphrase) {
    if (!isEncrypted()) return fail(VaultError::NotEncrypted);
    auto opened = read(passphrase);
    if (!opened) return fail(opened.error());
    return adopt(std::move(*opened));
}

void Vault::lock() {
    if (!isEncrypted()) return;
    m_secret.reset();
    m_key = {};
    crypto::wipeStack(); // what this thread did with them
}

Result<StoredSecret, VaultError> Vault::resealed(std::string_view old, std::string_view fresh,
                                                 const crypto::ScryptCost& cost) const {
    if (isEncrypted() && old.empty()) return fail(VaultError::AlreadyEncrypted);
    if (!isEncrypted() && (!old.empty() || fresh.empty())) return fail(VaultError::NotEncrypted);
    if (endsInZero(fresh)) return fail(VaultError::EndsInZero);
    const auto opened = read(old);
    if (!opened) return fail(opened.error());
    auto stored = seal(opened->secret, fresh, cost, m_associated);
    if (!stored) return fail(VaultError::Damaged);
    return std::move(*stored);
}

Result<StoredSecret, VaultError> Vault::extended(std::span<const crypto::SecretString> descriptors) const {
    if (isLocked()) return fail(VaultError::Locked);
    WalletSecret more{secretText(m_secret->words), secretText(m_secret->wordPassphrase)};
    for (const auto& list : {std::span<const crypto::SecretString>(m_secret->descriptors), descriptors}) {
        for (const crypto::SecretString& each : list)
            more.descriptors.push_back(secretText(each));
    }
    const crypto::SecretBytes plain = serialize(more);
    if (more.descriptors.size() > kMaxDescriptors || plain.size() > kMaxSecretSize)
        return fail(VaultError::Damaged);
    if (!isEncrypted()) return StoredSecret{false, util::Bytes(plain.begin(), plain.end()), {}};
    return StoredSecret{true, crypto::seal(m_key, plain, m_associated), m_stored.kdf, m_key};
}

void Vault::replace(StoredSecret stored) {
    const bool wasLocked = isLocked();
    m_stored = std::move(stored);
    const crypto::SecretBytes key = std::move(m_stored.key);
    m_stored.key = {};
    if (!isEncrypted()) {
        if (auto opened = read({})) static_cast<void>(adopt(std::move(*opened)));
    } else if (!wasLocked) {
        if (auto secret = unsealed(key)) static_cast<void>(adopt({std::move(*secret), key}));
    }
}

Result<Vault::Opened, VaultError> Vault::read(std::string_view passphrase) const {
    if (!isEncrypted()) {
        auto secret = parse(m_stored.bytes);
        if (!secret) return fail(VaultError::Damaged);
        return Opened{std::move(*secret), {}};
    }
    if (endsInZero(passphrase)) return fail(VaultError::EndsInZero);
    crypto::SecretBytes key = keyOf(passphrase, m_stored.kdf);
    if (key.size() != kKeySize) return fail(VaultError::Damaged);
    auto secret = unsealed(key);
    if (!secret) return fail(secret.error());
    return Opened{std::move(*secret), std::move(key)};
}

Result<WalletSecret, VaultError> Vault::unsealed(util::ByteView key) const {
    const auto plain = crypto::unseal(key, m_stored.bytes, m_associated);
    if (!plain) return fail(VaultError::WrongPassphrase);
    auto secret = parse(*plain);
    if (!secret) return fail(VaultError::Damaged);
    return std::move(*secret);
}

/// Unlocks, if the words lead to the account that the addresses come from.
Result<void, VaultError> Vault::adopt(Opened opened) {
    if (!opened.secret.words.empty()) {
        const auto account = accountKeyOf(opened.secret);
        if (!account || !m_account || account->publicKey().toBase58() != m_account->toBase58())
            return fail(VaultError::Damaged);
    }
    m_secret = std::move(opened.secret);
    m_key = std::move(opened.key);
    return {};
}

} // namespace wallet
