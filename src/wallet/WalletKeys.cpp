// Wallet: how it is made and opened, and its keys.
#include "util/Require.h"
#include "wallet/Properties.h"
#include "wallet/WalletImpl.h"

#include <algorithm>
#include <limits>

namespace wallet {

namespace {

constexpr std::int64_t kLayoutVersion = 2;
constexpr std::string_view kPlain = "plain";
constexpr std::string_view kSealed = "sealed";
constexpr std::int64_t kMaxHeight = std::numeric_limits<std::int32_t>::max() - 1;
constexpr std::int64_t kMaxVersion = std::numeric_limits<std::int32_t>::max();

/// What a sealed secret is bound to: network and account.
util::Bytes associatedWith(const primitives::BlockHash& genesis, const std::string& accountXpub) {
    util::Bytes out(genesis.view().begin(), genesis.view().end());
    out.insert(out.end(), accountXpub.begin(), accountXpub.end());
    return out;
}

/// What a new wallet starts with.
struct Beginning {
    WalletSecret secret;
    std::string accountXpub;
    std::vector<AccountChain> chains;
};

Result<Beginning, WalletFailure> beginningOf(const NewWallet& start) {
    Beginning out;
    if (start.isBlank || start.isWatchOnly) return out;
    std::optional<crypto::ExtendedPrivateKey> master;
    if (start.masterKey.empty()) {
        auto words = checkMnemonic(start.words);
        if (!words) return failure(WalletError::Damaged, "these are no recovery words");
        out.secret = {std::move(*words), secretText(start.wordPassphrase)};
        master = masterKeyOf(out.secret);
    } else {
        master = crypto::ExtendedPrivateKey::fromBase58(start.masterKey);
        if (!master) return failure(WalletError::Damaged, "this is no extended private key");
    }
    if (master) out.chains = accountChains(*master);
    if (out.chains.empty()) return failure(WalletError::Damaged, "this leads to no key");
    out.accountXpub = master->derive(accountPath())->publicKey().toBase58();
    if (!start.masterKey.empty()) {
        for (const AccountChain& chain : out.chains)
            out.secret.descriptors.push_back(secretText(chain.secret));
    }
    return out;
}

StoredDescriptor rowOf(const AccountChain& chain, std::int64_t birth) {
    StoredDescriptor out;
    out.text = chain.text;
    out.chain = chain.chain;
    out.isActive = out.canSign = true;
    out.birth = birth;
    return out;
}

} // namespace

std::vector<WalletProperty> propertiesOf(const StoredSecret& secret) {
    return {textProperty(kSecretKind, secret.isSealed ? kSealed : kPlain),
            {std::string(kSecret), secret.bytes},
            {std::string(kKdf), secret.kdf}};
}

WalletError errorOf(VaultError error) {
    switch (error) {
    case VaultError::WrongPassphrase:
        return WalletError::WrongPassphrase;
    case VaultError::EndsInZero:
        return WalletError::EndsInZero;
    case VaultError::AlreadyEncrypted:
        return WalletError::AlreadyEncrypted;
    case VaultError::NotEncrypted:
        return WalletError::NotEncrypted;
    case VaultError::Locked:
        return WalletError::Locked;
    case VaultError::Damaged:
        break;
    }
    return WalletError::Damaged;
}

Result<std::unique_ptr<Wallet>, WalletFailure> Wallet::create(WalletStore& store, const util::Clock& clock,
                                                              WalletOptions options, const NewWallet& start) {
    const auto present = store.load();
    if (!present) return failure(present.error());
    if (!present->properties.empty())
        return failure(WalletError::Store, "there is a wallet in this file already");
    if (endsInZero(start.passphrase)) return failure(VaultError::EndsInZero);
    const auto begun = beginningOf(start);
    if (!begun) return fail(begun.error());
    const auto sealed = Vault::seal(begun->secret, start.passphrase, options.kdf,
                                    associatedWith(options.genesis, begun->accountXpub));
    if (!sealed) return failure(WalletError::Damaged, "the cost of the encryption is out of range");

    WalletBatch batch;
    batch.properties = propertiesOf(*sealed);
    batch.properties.push_back(numberProperty(kVersion, kLayoutVersion));
    batch.properties.push_back(textProperty(kNetwork, options.genesis.toHex()));
    batch.properties.push_back(textProperty(kAccountXpub, begun->accountXpub));
    batch.properties.push_back(numberProperty(kBirthHeight, start.birthHeight));
    batch.properties.push_back(numberProperty(kScanFrom, start.birthHeight));
    batch.properties.push_back(numberProperty(kBackupDone, 0));
    if (start.isWatchOnly) batch.properties.push_back(numberProperty(kWatchOnly, 1));
    for (const AccountChain& chain : begun->chains) {
        batch.descriptors.push_back(rowOf(chain, start.birthHeight > 0 ? clock.now() : 0));
        batch.descriptors.back().id = static_cast<std::uint32_t>(batch.descriptors.size() - 1);
    }
    if (const auto done = store.commit(batch); !done) return failure(done.error());
    auto wallet = open(store, clock, std::move(options));
    if (wallet && !start.passphrase.empty()) {
        if (const auto unlocked = (*wallet)->unlock(start.passphrase); !unlocked)
            return fail(unlocked.error());
    }
    return wallet;
}

Result<std::unique_ptr<Wallet>, WalletFailure> Wallet::open(WalletStore& store, const util::Clock& clock,
                                                            WalletOptions options) {
    auto contents = store.load();
    if (!contents) return failure(contents.error());
    const Properties rows(contents->properties);
    if (rows.isEmpty()) return failure(WalletError::NotFound, "there is no wallet in this file");
    if (const auto version = rows.number(kVersion, kLayoutVersion, kMaxVersion);
        !version || *version > kLayoutVersion) {
        return failure(WalletError::Damaged,
                       version ? "a newer version made this wallet" : "the wallet has no version");
    }
    if (rows.text(kNetwork) != options.genesis.toHex())
        return failure(WalletError::WrongNetwork, rows.text(kNetwork));
    const std::string xpub = rows.text(kAccountXpub);
    const auto account = crypto::ExtendedPublicKey::fromBase58(xpub);
    if (!account && !xpub.empty())
        return failure(WalletError::Damaged, "the account key of the wallet cannot be read");
    const std::string kind = rows.text(kSecretKind);
    if (kind != kPlain && kind != kSealed)
        return failure(WalletError::Damaged, "the secret has an unknown kind");
    auto vault = Vault::open({kind == kSealed, rows.bytes(kSecret), rows.bytes(kKdf)}, account,
                             associatedWith(options.genesis, xpub));
    if (!vault) return failure(vault.error());

    const auto scanFrom = rows.number(kScanFrom, 0, kMaxHeight);
    const auto backupDone = rows.number(kBackupDone, 0, 1);
    if (!scanFrom || !backupDone) {
        return failure(WalletError::Damaged, "a property of the wallet is missing");
    }
    std::unique_ptr<Wallet> wallet(new Wallet());
    wallet->m_impl = std::make_unique<Impl>(store, clock, std::move(options), std::move(*vault));
    Impl& impl = *wallet->m_impl;
    impl.isBackedUp = *backupDone == 1;
    impl.isWatchOnly = rows.number(kWatchOnly, 1, 1).has_value();
    impl.accountXpub = xpub;
    impl.frozen = frozenCoins(rows.text(kFrozen));
    impl.people = std::make_shared<People>(People::read(rows.text(kPeople)));
    impl.invoices = Invoices::read(rows);
    const bool good = impl.keychain.restore(contents->descriptors, contents->addresses) &&
                      impl.ledger.restore(std::move(*contents), static_cast<std::int32_t>(*scanFrom));
    if (!good) return failure(WalletError::Damaged, "the rows of the wallet contradict each other");
    impl.readSecrets();
    return wallet;
}

// --- private keys ---

/// A disk that takes nothing now costs the new rows only: the next unlocking adds them.
void Wallet::Impl::readSecrets() {
    secrets.clear();
    const WalletSecret* const secret = vault.secret();
    if (secret == nullptr) return;
    if (!secret->words.empty()) addAccounts(*secret);
    for (const crypto::SecretString& each : secret->descriptors)
        readSecret(each);
    static_cast<void>(commit());
}

void Wallet::Impl::addAccounts(const WalletSecret& secret) {
    const auto master = masterKeyOf(secret);
    if (!master) return;
    const std::vector<StoredDescriptor> known = keychain.descriptors();
    for (const AccountChain& chain : accountChains(*master)) {
        readSecret(chain.secret);
        if (keychain.rowOf(chain.text) != nullptr) continue;
        const auto same = std::ranges::find_if(
            known, [&](const StoredDescriptor& row) { return isSameAccount(row.text, chain.text); });
        if (same != known.end()) {
            keychain.rewrite(same->id, chain.text);
            continue;
        }
        StoredDescriptor row = rowOf(chain, clock.now());
        row.isActive = !keychain.active(chain.type, chain.chain);
        keychain.add(std::move(row));
    }
}

void Wallet::Impl::readSecret(std::string_view text) {
    auto parsed = script::Descriptor::parse(text, {options.addresses, {}});
    if (!parsed) return;
    for (script::Descriptor& each : *parsed) {
        if (auto name = each.normalised()) secrets.insert_or_assign(std::move(*name), std::move(each));
    }
}

const script::Descriptor* Wallet::Impl::secretOf(std::uint32_t descriptor) const {
    const StoredDescriptor* const row = keychain.row(descriptor);
    if (row == nullptr) return nullptr;
    if (const auto found = secrets.find(row->text); found != secrets.end()) return &found->second;
    const auto same =
        std::ranges::find_if(secrets, [&](const auto& each) { return isSameAccount(row->text, each.first); });
    return same == secrets.end() ? nullptr : &same->second;
}

Signer Wallet::Impl::signer() const {
    return Signer([this](std::uint32_t descriptor) { return secretOf(descriptor); });
}

bool Wallet::isEncrypted() const {
    return m_impl->vault.isEncrypted();
}

bool Wallet::isLocked() const {
    return m_impl->vault.isLocked();
}

bool Wallet::isUncertain() const {
    return m_impl->isUncertain;
}

Result<void, WalletFailure> Wallet::unlock(std::string_view passphrase) {
    if (const auto done = m_impl->vault.unlock(passphrase); !done) return failure(done.error());
    m_impl->readSecrets();
    return {};
}

void Wallet::lock() {
    m_impl->vault.lock();
    if (isLocked()) m_impl->secrets.clear();
}

Result<void, WalletFailure> Wallet::changePassphrase(std::string_view old, std::string_view fresh) {
    auto stored = m_impl->vault.resealed(old, fresh, m_impl->options.kdf);
    if (!stored) return failure(stored.error());
    if (const auto done = m_impl->commit(propertiesOf(*stored)); !done) return fail(done.error());
    m_impl->vault.replace(std::move(*stored));
    m_impl->readSecrets();
    return {};
}

Result<crypto::SecretString, WalletFailure> Wallet::words() const {
    const WalletSecret* secret = m_impl->vault.secret();
    if (!secret) return failure(WalletError::Locked);
    if (secret->words.empty()) return failure(WalletError::NotFound, "this wallet was not made from words");
    return secretText(secret->words);
}

bool Wallet::isBackedUp() const {
    return m_impl->isBackedUp;
}

Result<void, WalletFailure> Wallet::confirmBackup(std::string_view account) {
    if (account != accountXpub()) return failure(WalletError::NotFound, "these words are of another wallet");
    if (const auto stored = m_impl->commit({numberProperty(kBackupDone, 1)}); !stored)
        return fail(stored.error());
    m_impl->isBackedUp = true;
    return {};
}

std::string Wallet::accountXpub() const {
    return m_impl->accountXpub;
}

bool Wallet::isWatchOnly() const {
    return m_impl->isWatchOnly;
}

const Keychain& Wallet::keychain() const {
    return m_impl->keychain;
}

} // namespace wallet
