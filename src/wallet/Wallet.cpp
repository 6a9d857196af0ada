#include "wallet/Wallet.h"

#include "crypto/Random.h"
#include "util/Require.h"
#include "wallet/Balance.h"
#include "wallet/ChainFollower.h"
#include "wallet/Properties.h"
#include "wallet/Signer.h"
#include "wallet/TxBuilder.h"
#include "wallet/Vault.h"

#include <limits>

namespace wallet {

using primitives::TxId;

namespace {

constexpr std::int64_t kLayoutVersion = 1;
constexpr std::string_view kPlain = "plain";
constexpr std::string_view kSealed = "sealed";
constexpr std::int64_t kMaxHeight = std::numeric_limits<std::int32_t>::max() - 1;
constexpr std::int64_t kMaxIndex = std::numeric_limits<std::int32_t>::max();

auto failure(WalletError error, std::string detail = {}) {
    return fail(WalletFailure{error, std::move(detail)});
}

auto failure(const WalletStoreError& error) {
    return failure(error.damaged ? WalletError::Damaged : WalletError::Store, error.what);
}

auto failure(VaultError error) {
    switch (error) {
    case VaultError::WrongPassphrase:
        return failure(WalletError::WrongPassphrase);
    case VaultError::AlreadyEncrypted:
        return failure(WalletError::AlreadyEncrypted);
    case VaultError::NotEncrypted:
        return failure(WalletError::NotEncrypted);
    case VaultError::Locked:
        return failure(WalletError::Locked);
    case VaultError::Damaged:
        break;
    }
    return failure(WalletError::Damaged, "the secret of the wallet cannot be read");
}

/// At most `limit` bytes, cut between two characters.
std::string bounded(const std::string& text, std::size_t limit) {
    if (text.size() <= limit) return text;
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

/// What a sealed secret is bound to: network and account.
util::Bytes associatedWith(const primitives::BlockHash& genesis, const std::string& accountXpub) {
    util::Bytes out(genesis.view().begin(), genesis.view().end());
    out.insert(out.end(), accountXpub.begin(), accountXpub.end());
    return out;
}

std::vector<WalletProperty> propertiesOf(const StoredSecret& secret) {
    return {textProperty(kSecretKind, secret.isSealed ? kSealed : kPlain),
            {std::string(kSecret), secret.bytes},
            {std::string(kKdf), secret.kdf}};
}

bool isEmpty(const WalletBatch& batch) {
    return batch.properties.empty() && batch.addresses.empty() && batch.transactions.empty() &&
           batch.removedTransactions.empty() && batch.coins.empty() && batch.removedCoins.empty() &&
           batch.appliedBlocks.empty() && !batch.revertedTo;
}

} // namespace

struct Wallet::Impl {
    WalletStore& store;
    const util::Clock& clock;
    WalletOptions options;
    Vault vault;
    Keychain keychain;
    bool isBackedUp = false;
    Ledger ledger;
    ChainFollower follower{ledger, keychain};

    Impl(WalletStore& storeIn, const util::Clock& clockIn, WalletOptions optionsIn, Vault vaultIn,
         const crypto::ExtendedPublicKey& account)
        : store(storeIn), clock(clockIn), options(std::move(optionsIn)), vault(std::move(vaultIn)),
          keychain(account, options.addresses, options.lookAhead) {}

    /// Writes all that changed, or takes it back: memory never differs from the store.
    Result<void, WalletFailure> commit(std::vector<WalletProperty> properties = {}) {
        WalletBatch batch;
        batch.properties = std::move(properties);
        keychain.collect(batch);
        ledger.collect(batch);
        if (isEmpty(batch)) return {};
        if (const auto done = store.commit(batch); !done) {
            keychain.rollback();
            ledger.rollback();
            return failure(done.error());
        }
        keychain.accept();
        ledger.accept();
        return {};
    }

    Result<WalletAddress, WalletFailure> handOut(const std::string& label) {
        WalletAddress address =
            keychain.handOut(KeyChain::Receive, clock.now(), bounded(label, kMaxLabelBytes));
        if (const auto done = commit(); !done) return fail(done.error());
        return address;
    }

    /// Needs: it is known.
    void putNote(const TxId& txid, const std::string& note) {
        WalletTransaction changed = *ledger.find(txid);
        changed.note = bounded(note, kMaxNoteBytes);
        ledger.put(std::move(changed));
    }

    [[nodiscard]] bool fits(const PaymentDraft& draft) const;
    [[nodiscard]] std::optional<std::vector<WalletCoin>> presentCoins(const PaymentDraft& draft) const;
};

Wallet::Wallet() = default;
Wallet::~Wallet() = default;

Result<std::unique_ptr<Wallet>, WalletFailure> Wallet::create(WalletStore& store, const util::Clock& clock,
                                                              WalletOptions options, const NewWallet& start) {
    const auto present = store.load();
    if (!present) return failure(present.error());
    if (!present->properties.empty())
        return failure(WalletError::Store, "there is a wallet in this file already");
    auto words = checkMnemonic(start.words);
    if (!words) return failure(WalletError::Damaged, "these are no recovery words");
    const WalletSecret secret{std::move(*words), secretText(start.wordPassphrase)};
    const auto account = accountKeyOf(secret);
    if (!account) return failure(WalletError::Damaged, "these words lead to no key");
    const std::string xpub = account->publicKey().toBase58();
    const auto sealed =
        Vault::seal(secret, start.passphrase, options.kdf, associatedWith(options.genesis, xpub));
    if (!sealed) return failure(WalletError::Damaged, "the cost of the encryption is out of range");

    WalletBatch batch;
    batch.properties = propertiesOf(*sealed);
    batch.properties.push_back(numberProperty(kVersion, kLayoutVersion));
    batch.properties.push_back(textProperty(kNetwork, options.genesis.toHex()));
    batch.properties.push_back(textProperty(kAccountXpub, xpub));
    batch.properties.push_back(numberProperty(kBirthHeight, start.birthHeight));
    batch.properties.push_back(numberProperty(kScanFrom, start.birthHeight));
    batch.properties.push_back(numberProperty(kNextReceive, 0));
    batch.properties.push_back(numberProperty(kNextChange, 0));
    batch.properties.push_back(numberProperty(kBackupDone, 0));
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
    const auto contents = store.load();
    if (!contents) return failure(contents.error());
    const Properties rows(contents->properties);
    if (rows.isEmpty()) return failure(WalletError::NotFound, "there is no wallet in this file");
    if (const auto version = rows.number(kVersion, 1, kMaxIndex); !version || *version > kLayoutVersion) {
        return failure(WalletError::Damaged,
                       version ? "a newer version made this wallet" : "the wallet has no version");
    }
    if (rows.text(kNetwork) != options.genesis.toHex())
        return failure(WalletError::WrongNetwork, rows.text(kNetwork));
    const std::string xpub = rows.text(kAccountXpub);
    const auto account = crypto::ExtendedPublicKey::fromBase58(xpub);
    if (!account) return failure(WalletError::Damaged, "the account key of the wallet cannot be read");
    const std::string kind = rows.text(kSecretKind);
    if (kind != kPlain && kind != kSealed)
        return failure(WalletError::Damaged, "the secret has an unknown kind");
    auto vault = Vault::open({kind == kSealed, rows.bytes(kSecret), rows.bytes(kKdf)}, *account,
                             associatedWith(options.genesis, xpub));
    if (!vault) return failure(vault.error());

    const auto scanFrom = rows.number(kScanFrom, 0, kMaxHeight);
    const auto nextReceive = rows.number(kNextReceive, 0, kMaxIndex);
    const auto nextChange = rows.number(kNextChange, 0, kMaxIndex);
    const auto backupDone = rows.number(kBackupDone, 0, 1);
    if (!scanFrom || !nextReceive || !nextChange || !backupDone) {
        return failure(WalletError::Damaged, "a property of the wallet is missing");
    }
    std::unique_ptr<Wallet> wallet(new Wallet());
    wallet->m_impl = std::make_unique<Impl>(store, clock, std::move(options), std::move(*vault), *account);
    Impl& impl = *wallet->m_impl;
    impl.isBackedUp = *backupDone == 1;
    const bool good = impl.keychain.restore(contents->addresses, {static_cast<std::uint32_t>(*nextReceive),
                                                                  static_cast<std::uint32_t>(*nextChange)}) &&
                      impl.ledger.restore(*contents, static_cast<std::int32_t>(*scanFrom));
    if (!good) return failure(WalletError::Damaged, "the rows of the wallet contradict each other");
    return wallet;
}

// --- following the chain ---

WalletTip Wallet::tip() const {
    return m_impl->ledger.tip();
}

std::vector<WalletTip> Wallet::recentBlocks() const {
    return m_impl->ledger.recentBlocks();
}

Result<void, WalletFailure> Wallet::applyBlock(const primitives::Block& block,
                                               const primitives::BlockHash& hash, std::int32_t height,
                                               bool flushNow) {
    const WalletTip before = tip();
    require(height == before.height + 1);
    require(before.hash.isNull() || block.header.previous == before.hash);
    m_impl->follower.applyBlock(block, hash, height);
    return flushNow ? m_impl->commit() : Result<void, WalletFailure>();
}

void Wallet::lookAgain(const primitives::Block& block, const primitives::BlockHash& hash,
                       std::int32_t height) {
    require(height <= tip().height);
    m_impl->follower.lookAgain(block, hash, height);
}

Result<void, WalletFailure> Wallet::revertTo(std::int32_t height) {
    if (height >= tip().height) return {};
    m_impl->follower.revertTo(std::max(height, -1));
    return m_impl->commit();
}

Result<void, WalletFailure> Wallet::flush() {
    return m_impl->commit();
}

Result<bool, WalletFailure> Wallet::applyWaiting(const primitives::TransactionRef& transaction) {
    const bool concerns = m_impl->follower.applyWaiting(transaction, m_impl->clock.now());
    if (!concerns) return false;
    if (const auto done = m_impl->commit(); !done) return fail(done.error());
    return true;
}

Result<void, WalletFailure> Wallet::applyMempool(const std::vector<primitives::TransactionRef>& all) {
    std::uint64_t before = 0;
    do { // one to an address beyond the look-ahead may come before the one that brings that closer
        before = growth();
        for (const primitives::TransactionRef& transaction : all)
            m_impl->follower.applyWaiting(transaction, m_impl->clock.now());
    } while (growth() != before);
    std::unordered_set<TxId> present;
    for (const primitives::TransactionRef& transaction : all)
        present.insert(transaction->txid());
    for (const primitives::TransactionRef& transaction : waitingTransactions()) {
        const TxId& txid = transaction->txid();
        if (!present.contains(txid) && !m_impl->ledger.absenceOf(txid)) setAbsent(txid, Absence::Unsent);
    }
    return m_impl->commit();
}

void Wallet::setAbsent(const TxId& txid, Absence why) {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (known && known->state == TxState::Waiting) m_impl->ledger.setAbsence(txid, why);
}

void Wallet::setPresent(const TxId& txid) {
    m_impl->ledger.setAbsence(txid, std::nullopt);
}

Result<void, WalletFailure> Wallet::abandon(const TxId& txid) {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (!known || isHidden(*known) || known->state == TxState::Confirmed || known->isCoinbase)
        return failure(WalletError::NotFound, txid.toHex());
    m_impl->follower.abandon(txid);
    return m_impl->commit();
}

Result<void, WalletFailure> Wallet::restartFrom(std::int32_t height) {
    m_impl->follower.restartFrom(std::max(height, 0));
    return m_impl->commit();
}

// --- questions ---

WalletBalance Wallet::balance(std::int32_t chainHeight) const {
    return balanceOf(m_impl->ledger, chainHeight, m_impl->options.coinbaseMaturity);
}

std::vector<WalletCoin> Wallet::coins() const {
    return unspentCoins(m_impl->ledger);
}

std::vector<WalletTransaction> Wallet::history(std::size_t offset, std::size_t count,
                                               HistoryKind kind) const {
    return m_impl->ledger.history(offset, count, kind);
}

std::size_t Wallet::historySize(HistoryKind kind) const {
    return m_impl->ledger.historySize(kind);
}

std::uint64_t Wallet::historyRevision() const {
    return m_impl->ledger.historyRevision();
}

HistoryChanges Wallet::historyChangesSince(std::uint64_t revision) const {
    return m_impl->ledger.historyChangesSince(revision);
}

std::vector<WalletTransaction> Wallet::historyById(const std::string& hexPrefix, std::size_t most) const {
    return m_impl->ledger.historyById(hexPrefix, most);
}

std::optional<TxId> Wallet::spenderOf(const primitives::OutPoint& outpoint) const {
    return m_impl->ledger.activeSpenderOf(outpoint);
}

std::optional<WalletTransaction> Wallet::transaction(const TxId& txid) const {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (!known || isHidden(*known)) return std::nullopt;
    return m_impl->ledger.shown(*known);
}

std::vector<WalletAddress> Wallet::addresses() const {
    return m_impl->keychain.handedOutOrUsed();
}

std::vector<WalletAddress> Wallet::addresses(AddressGroup group, std::size_t offset,
                                             std::size_t count) const {
    return m_impl->keychain.group(group, offset, count);
}

std::size_t Wallet::addressCount(AddressGroup group) const {
    return m_impl->keychain.groupSize(group);
}

std::vector<util::Bytes> Wallet::ownScripts(std::size_t from) const {
    return m_impl->keychain.ownScripts(from);
}

std::uint64_t Wallet::addressRevision() const {
    return m_impl->keychain.revision();
}

std::optional<WalletAddress> Wallet::addressOf(util::ByteView scriptPubKey) const {
    const WalletAddress* address = m_impl->keychain.find(scriptPubKey);
    return address ? std::optional(*address) : std::nullopt;
}

bool Wallet::isMine(util::ByteView scriptPubKey) const {
    return m_impl->keychain.find(scriptPubKey) != nullptr;
}

std::vector<primitives::TransactionRef> Wallet::waitingTransactions() const {
    return waitingInOrder(m_impl->ledger);
}

std::vector<primitives::TransactionRef> Wallet::absentTransactions() const {
    auto out = waitingTransactions();
    std::erase_if(out, [this](const primitives::TransactionRef& transaction) {
        return !m_impl->ledger.absenceOf(transaction->txid());
    });
    return out;
}

std::array<std::uint32_t, 2> Wallet::watched() const {
    return m_impl->keychain.watched();
}

std::array<std::uint32_t, 2> Wallet::handedOut() const {
    return m_impl->keychain.handedOut();
}

std::vector<util::Bytes> Wallet::watchedSince(const std::array<std::uint32_t, 2>& from) const {
    return m_impl->keychain.watchedSince(from);
}

std::uint64_t Wallet::growth() const {
    return m_impl->follower.growth();
}

std::optional<util::ByteArray<33>> Wallet::publicKeyOf(const KeyPath& path) const {
    const auto key = m_impl->keychain.publicKey(path);
    return key ? std::optional(key->compressed()) : std::nullopt;
}

// --- addresses and notes ---

Result<WalletAddress, WalletFailure> Wallet::currentReceiveAddress() {
    if (const WalletAddress* current = m_impl->keychain.current()) return *current;
    return m_impl->handOut({});
}

Result<WalletAddress, WalletFailure> Wallet::newReceiveAddress(const std::string& label) {
    return m_impl->handOut(label);
}

Result<WalletAddress, WalletFailure> Wallet::rewardAddress() {
    if (const WalletAddress* unused = m_impl->keychain.unusedForMining()) return *unused;
    return m_impl->handOut(std::string(kRewardLabel));
}

Result<void, WalletFailure> Wallet::setAddressLabel(const std::string& address, const std::string& label) {
    const WalletAddress* known = m_impl->keychain.findByText(address);
    if (!known || (known->handedOut == 0 && !known->used)) return failure(WalletError::NotFound, address);
    m_impl->keychain.setLabel(KeyPath(known->path), bounded(label, kMaxLabelBytes));
    return m_impl->commit();
}

Result<void, WalletFailure> Wallet::setNote(const TxId& txid, const std::string& note) {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (!known || isHidden(*known)) return failure(WalletError::NotFound, txid.toHex());
    m_impl->putNote(txid, note);
    return m_impl->commit();
}

// --- paying ---

Result<PaymentDraft, PaymentFailure> Wallet::draft(const PaymentRequest& request,
                                                   std::int32_t chainHeight) const {
    const util::Bytes& change = m_impl->keychain.next(KeyChain::Change).scriptPubKey;
    auto draft = TxBuilder(request, change, crypto::randomBelow, m_impl->options.leastFeePerKvB)
                     .build(spendableCoins(m_impl->ledger, chainHeight, m_impl->options.coinbaseMaturity));
    if (!draft) return draft;
    draft->parts.lockTime = againstSniping(chainHeight, crypto::randomBelow);
    for (const primitives::TxOut& output : draft->parts.outputs)
        draft->isOwn.push_back(isMine(output.scriptPubKey));
    return draft;
}

/// The draft says of itself what it does: outpoints, fee and change agree.
bool Wallet::Impl::fits(const PaymentDraft& draft) const {
    if (draft.inputs.empty() || draft.inputs.size() != draft.parts.inputs.size()) return false;
    primitives::Amount rest;
    for (std::size_t i = 0; i < draft.inputs.size(); ++i) {
        if (draft.inputs[i].outpoint != draft.parts.inputs[i].previous) return false;
        rest += draft.inputs[i].output.value;
    }
    for (const primitives::TxOut& output : draft.parts.outputs)
        rest -= output.value;
    if (rest != draft.fee || rest < primitives::Amount()) return false;
    return !draft.changeOutput || (*draft.changeOutput < draft.parts.outputs.size() &&
                                   keychain.find(draft.parts.outputs[*draft.changeOutput].scriptPubKey));
}

/// The draft's coins as they are now; nothing when one is gone.
std::optional<std::vector<WalletCoin>> Wallet::Impl::presentCoins(const PaymentDraft& draft) const {
    std::vector<WalletCoin> out;
    for (const WalletCoin& input : draft.inputs) {
        const StoredCoin* coin = ledger.coin(input.outpoint);
        if (!coin || coin->spentBy || coin->coin.output != input.output) return std::nullopt;
        out.push_back(coin->coin);
    }
    return out;
}

Result<primitives::TransactionRef, PaymentFailure> Wallet::commit(const PaymentDraft& draft,
                                                                  const std::string& note) {
    const auto refuse = [](PaymentError error) { return fail(PaymentFailure{error, {}, {}}); };
    const auto coins = m_impl->presentCoins(draft);
    if (!coins || !m_impl->fits(draft)) return refuse(PaymentError::CoinsChanged);
    const crypto::ExtendedPrivateKey* account = m_impl->vault.account();
    if (!account) return refuse(PaymentError::Locked);
    auto signedTx = Signer(*account).sign(draft.parts, *coins);
    if (!signedTx) return refuse(PaymentError::CoinsChanged);
    auto transaction = std::make_shared<const primitives::Transaction>(std::move(*signedTx));
    if (draft.changeOutput) {
        const KeyPath path =
            m_impl->keychain.find(draft.parts.outputs[*draft.changeOutput].scriptPubKey)->path;
        m_impl->keychain.handOut(path, m_impl->clock.now());
    }
    m_impl->follower.applyWaiting(transaction, m_impl->clock.now());
    if (!note.empty()) m_impl->putNote(transaction->txid(), note);
    if (!m_impl->commit()) return refuse(PaymentError::Store);
    return transaction;
}

Result<void, WalletFailure> Wallet::withdraw(const TxId& txid) {
    m_impl->follower.forget(txid);
    return m_impl->commit();
}

Result<primitives::TransactionRef, WalletFailure>
Wallet::signOwn(const primitives::Transaction& transaction,
                std::span<const std::optional<primitives::TxOut>> spent) const {
    require(spent.size() == transaction.inputs().size());
    const crypto::ExtendedPrivateKey* account = m_impl->vault.account();
    if (!account) return failure(WalletError::Locked);
    primitives::TransactionParts parts = transaction.parts();
    const script::SigHashCache cache(transaction, {});
    for (std::size_t i = 0; i < spent.size(); ++i) {
        const auto own = spent[i] ? addressOf(spent[i]->scriptPubKey) : std::nullopt;
        if (own) Signer(*account).signInput(parts, i, own->path, *spent[i], transaction, cache);
    }
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

// --- keys ---

bool Wallet::isEncrypted() const {
    return m_impl->vault.isEncrypted();
}

bool Wallet::isLocked() const {
    return m_impl->vault.isLocked();
}

Result<void, WalletFailure> Wallet::unlock(std::string_view passphrase) {
    if (const auto done = m_impl->vault.unlock(passphrase); !done) return failure(done.error());
    return {};
}

void Wallet::lock() {
    m_impl->vault.lock();
}

Result<void, WalletFailure> Wallet::changePassphrase(std::string_view old, std::string_view fresh) {
    auto stored = m_impl->vault.resealed(old, fresh, m_impl->options.kdf);
    if (!stored) return failure(stored.error());
    if (const auto done = m_impl->commit(propertiesOf(*stored)); !done) return fail(done.error());
    m_impl->vault.replace(std::move(*stored));
    return {};
}

Result<crypto::SecretString, WalletFailure> Wallet::words() const {
    const WalletSecret* secret = m_impl->vault.secret();
    if (!secret) return failure(WalletError::Locked);
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
    return m_impl->keychain.account().toBase58();
}

} // namespace wallet
