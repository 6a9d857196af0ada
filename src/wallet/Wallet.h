#pragma once

#include "crypto/Kdf.h"
#include "crypto/SecretBytes.h"
#include "primitives/Block.h"
#include "script/descriptor/SpendingData.h"
#include "util/Clock.h"
#include "wallet/DescriptorImport.h"
#include "wallet/Invoices.h"
#include "wallet/Keychain.h"
#include "wallet/Mnemonic.h"
#include "wallet/People.h"
#include "wallet/SpeedUp.h"
#include "wallet/messages/MessageProof.h"

#include <functional>
#include <memory>
#include <set>
#include <span>

namespace wallet {

enum class WalletError {
    WrongPassphrase,
    EndsInZero,       ///< a passphrase with a zero byte at its end: it would be the same as without
    AlreadyEncrypted, ///< a passphrase has to come with the one that is set
    NotEncrypted,
    Locked,       ///< needs the private keys: unlock first
    WrongNetwork, ///< the wallet belongs to another genesis (its hash is the detail)
    Damaged,      ///< contents that contradict each other, or words that are none
    Store,        ///< the disk; nothing has changed, in memory neither
    Uncertain,    ///< the disk: only the next opening shows what changed; until then nothing does
    NotFound,
    NoAddress, ///< none of the wallet's descriptors makes addresses of that kind
    Full,      ///< there is no room for more names
};
/// `detail` is for the log.
struct WalletFailure {
    WalletError error;
    std::string detail;
};

/// Longer labels and notes are cut at a character (UTF-8).
constexpr std::size_t kMaxLabelBytes = 200;
constexpr std::size_t kMaxNoteBytes = 1'000;

struct LabelRow;

struct WalletOptions {
    script::AddressFormat addresses;
    primitives::BlockHash genesis; ///< a wallet belongs to one network
    std::int32_t coinbaseMaturity = 10;
    std::int64_t leastFeePerKvB = 1'000; ///< satoshi; what nodes pass on
    std::uint32_t lookAhead =
        100; ///< addresses watched beyond the last one used or handed out (BIP 44 asks for 20)
    crypto::ScryptCost kdf;
};

/// How a new wallet starts.
struct NewWallet {
    crypto::SecretString words;          ///< BIP 39, checked
    crypto::SecretString wordPassphrase; ///< BIP 39's optional one
    crypto::SecretString masterKey = {}; ///< BIP 32 text of the root key; used in place of words where given
    bool isBlank = false;                ///< starts without keys
    bool isWatchOnly = false;            ///< blank, and will never have private keys
    crypto::SecretString passphrase;     ///< encrypts the file; empty = not encrypted
    std::int32_t birthHeight = 0;        ///< blocks below hold nothing of it (restore: 0)
};

/// "m/84'/1'/0'/0/7", with `mark` behind hardened steps.
std::string pathText(const script::KeyPath& path, char mark);

/// Keys and money of one user: descriptors and their addresses, coins, history; follows blocks it is given,
/// undoes them, and keeps everything in its store before it answers: what fails with Store or Damaged has
/// changed nothing. Knows no chain: `node::WalletService` feeds it. Thread: wallet.
class Wallet {
public:
    /// Makes a wallet in an empty store and opens it, unlocked.
    /// Needs:  store and clock outlive the wallet.
    /// Errors: Store (the disk, or there is a wallet already), Damaged (no recovery words, or a cost of the
    ///         encryption out of range).
    /// Cost:   scrypt where it has a passphrase, a fraction of a second.
    static Result<std::unique_ptr<Wallet>, WalletFailure>
    create(WalletStore& store, const util::Clock& clock, WalletOptions options, const NewWallet& start);
    /// Opens what `create` made; an encrypted one is locked.
    /// Needs:  store and clock outlive the wallet.
    /// Errors: NotFound (an empty store), WrongNetwork, Damaged, Store.
    /// Cost:   reads the whole store.
    static Result<std::unique_ptr<Wallet>, WalletFailure> open(WalletStore& store, const util::Clock& clock,
                                                               WalletOptions options);
    ~Wallet();

    // --- following the chain ---
    /// The last block applied; height -1 (or birthHeight - 1 with a null hash) at the start.
    [[nodiscard]] WalletTip tip() const;
    /// Recent blocks applied, lowest first, to find the fork after a reorganisation.
    [[nodiscard]] std::vector<WalletTip> recentBlocks() const;
    /// Takes in what the next block of the best chain does to this wallet.
    /// Needs:  `height` and the block follow the tip (a bug otherwise); the block is valid.
    /// Errors: Store; with `flushNow` off never: many blocks then share the commit of `flush`.
    /// Cost:   a hash look-up an output, two an input; a commit where something of ours changed.
    Result<void, WalletFailure> applyBlock(const primitives::Block& block, const primitives::BlockHash& hash,
                                           std::int32_t height, bool flushNow = true);
    /// Takes in a block that was applied before, for addresses that were not watched then: finds more, and
    /// forgets nothing. `flush` writes it.
    /// Needs: the block of the best chain at that height, not above the tip.
    void lookAgain(const primitives::Block& block, const primitives::BlockHash& hash, std::int32_t height);
    /// Undoes the blocks above `height`: their transactions wait again, coinbases are lost. Nothing where it
    /// is not below the tip.   Errors: Store.
    Result<void, WalletFailure> revertTo(std::int32_t height);
    /// Writes what blocks without `flushNow` left.   Errors: Store (those blocks are to be applied again).
    Result<void, WalletFailure> flush();
    /// A transaction entered the mempool (or was made here). True when it concerns this wallet.
    /// Needs:  it is valid by itself (values in range).   Errors: Store.
    Result<bool, WalletFailure> applyWaiting(const primitives::TransactionRef& transaction);
    /// All that the mempool has, parents before children: what concerns this wallet is taken in, and what
    /// waits here and is not among them is absent.
    /// Errors: Store.
    /// Cost:   as applyWaiting for each; one commit.
    Result<void, WalletFailure> applyMempool(const std::vector<primitives::TransactionRef>& all);
    /// One that waits here is not in the mempool (any more). It goes on waiting, and its coins stay spent.
    void setAbsent(const primitives::TxId& txid, Absence why);
    /// It is there after all; a proposal has taken the place of what it was to replace.   Errors: Store.
    Result<void, WalletFailure> setPresent(const primitives::TxId& txid);
    /// Gives up one that waits, with all that builds on it: its coins may be spent again. Whoever has it may
    /// mine it all the same.
    /// Errors: NotFound (it does not wait), Store.
    Result<void, WalletFailure> abandon(const primitives::TxId& txid);
    /// Forgets everything learned from blocks and starts again from `height` (rescan).
    Result<void, WalletFailure> restartFrom(std::int32_t height);

    // --- questions; `chainHeight` is the best height now ---
    [[nodiscard]] WalletBalance balance(std::int32_t chainHeight) const;
    [[nodiscard]] std::vector<WalletCoin> coins() const;
    /// Newest first, `offset` and `count` as a page.
    [[nodiscard]] std::vector<WalletTransaction> history(std::size_t offset, std::size_t count,
                                                         HistoryKind kind = HistoryKind::All) const;
    [[nodiscard]] std::size_t historySize(HistoryKind kind = HistoryKind::All) const;
    /// Grows whenever a line of the history comes, changes or goes.
    [[nodiscard]] std::uint64_t historyRevision() const;
    /// What changed since a revision told before (one of this object).
    [[nodiscard]] HistoryChanges historyChangesSince(std::uint64_t revision) const;
    /// Lines whose id begins with `hexPrefix` (lower case): lost ones too, which no chain knows.
    [[nodiscard]] std::vector<WalletTransaction> historyById(const std::string& hexPrefix,
                                                             std::size_t most) const;
    /// The known transaction, not lost, that spends this output.
    [[nodiscard]] std::optional<primitives::TxId> spenderOf(const primitives::OutPoint& outpoint) const;
    /// All that were made to spend it, lost ones too.
    [[nodiscard]] std::vector<primitives::TxId> spendersOf(const primitives::OutPoint& outpoint) const;
    [[nodiscard]] std::optional<WalletTransaction> transaction(const primitives::TxId& txid) const;
    [[nodiscard]] std::vector<WalletAddress> addresses() const; ///< handed out or used
    /// A page of them by what they are for, newest first.
    [[nodiscard]] std::vector<WalletAddress> addresses(AddressGroup group, std::size_t offset,
                                                       std::size_t count) const;
    [[nodiscard]] std::size_t addressCount(AddressGroup group) const;
    /// Scripts of the addresses that are handed out or used, in the order in which they came to be that, from
    /// a place on: whoever keeps a set of them asks for the new ones only.
    [[nodiscard]] std::vector<util::Bytes> ownScripts(std::size_t from) const;
    /// Grows whenever an address is handed out, used or labelled, one of others gets a name, or somebody is
    /// asked for a payment.
    [[nodiscard]] std::uint64_t addressRevision() const;
    [[nodiscard]] std::optional<WalletAddress> addressOf(util::ByteView scriptPubKey) const;
    [[nodiscard]] bool isMine(util::ByteView scriptPubKey) const;
    /// Calls `visit` for all that are handed out or used, by descriptor and index.
    void visitAddresses(
        const std::function<void(const WalletAddress&, AddressUse, std::optional<AddressType>)>& visit) const;
    /// Nothing where there is no such address.
    [[nodiscard]] std::optional<AddressFacts> factsAt(const KeyPath& path) const;
    /// Cost: two look-ups; the first question of all looks at every coin.
    [[nodiscard]] AddressMoney moneyAt(const KeyPath& path) const;
    /// One that is not spent; nothing where there is none.
    [[nodiscard]] std::optional<WalletCoin> coinAt(const primitives::OutPoint& outpoint) const;
    /// What came to an address, spent or not, the newest first, at most `most`.
    [[nodiscard]] std::vector<StoredCoin> coinsAt(const KeyPath& path, std::size_t most) const;
    /// All that wait, parents before children.
    [[nodiscard]] std::vector<primitives::TransactionRef> waitingTransactions() const;
    /// The outbox: those of them that are not in the mempool.
    [[nodiscard]] std::vector<primitives::TransactionRef> absentTransactions() const;
    /// The outbox, too: those that are to take the place of others that wait, and were not taken yet.
    [[nodiscard]] std::vector<primitives::TransactionRef> proposals() const;
    /// Transactions, not lost, that spend the same as this one.
    [[nodiscard]] std::vector<primitives::TxId> rivalsOf(const primitives::Transaction& transaction) const;
    /// How many addresses of each descriptor are watched, and how many of them were handed out.
    [[nodiscard]] Keychain::Counts watched() const;
    [[nodiscard]] Keychain::Counts handedOut() const;
    /// The scripts of those watched from an index of each descriptor on.
    [[nodiscard]] std::vector<util::Bytes> watchedSince(const Keychain::Counts& from) const;
    /// Grows whenever a payment that was found let more addresses be watched: others may have paid those
    /// before.
    [[nodiscard]] std::uint64_t growth() const;
    /// 33 bytes, for `GET /wallet/address`; of an address that has one key.
    [[nodiscard]] std::optional<util::ByteArray<33>> publicKeyOf(const KeyPath& path) const;
    /// Where the only key of an address comes from, as far as that is known.
    [[nodiscard]] std::optional<script::KeyOrigin> originOf(const KeyPath& path) const;

    // --- addresses and notes ---
    /// The first receive address not used, not labelled and of no request; made if needed. Stays the same
    /// until used.
    /// Errors: NoAddress, Store; the same of those that follow.
    Result<WalletAddress, WalletFailure> currentReceiveAddress();
    /// No type: the usual one.
    Result<WalletAddress, WalletFailure> newReceiveAddress(const std::string& label,
                                                           std::optional<AddressType> type = {});
    Result<WalletAddress, WalletFailure> newChangeAddress(std::optional<AddressType> type = {});
    /// One for rewards: labelled so, and not paid to yet; made if needed.
    Result<WalletAddress, WalletFailure> rewardAddress();
    /// Watches so many addresses of every descriptor beyond the next one.   Errors: Store.
    Result<void, WalletFailure> watchAhead(std::uint32_t count);
    /// Cut at kMaxLabelBytes.   Errors: NotFound (not given out by this wallet), Store.
    Result<void, WalletFailure> setAddressLabel(const std::string& address, const std::string& label);
    /// Cut at kMaxNoteBytes.   Errors: NotFound, Store.
    Result<void, WalletFailure> setNote(const primitives::TxId& txid, const std::string& note);

    /// Writes down whose these addresses of others are, as `People::set` does.
    /// Errors: NotFound (no address of this network, or one of this wallet: the detail says which), Full,
    ///         Store; nothing has changed.
    Result<void, WalletFailure> setPeople(std::span<const KnownAddress> entries);
    /// The address book; another object after every change. Never null.
    [[nodiscard]] const std::shared_ptr<const People>& people() const;

    /// Asks somebody for a payment: a fresh address, with a label that only this wallet knows. Of `wanted`
    /// the amount, the message (made one line, cut at kMaxMessageBytes) and the end are taken. Errors:
    /// NoAddress, Store; nothing has changed.
    Result<Invoice, WalletFailure> addInvoice(const Invoice& wanted, const std::string& label);
    /// Asks no more; its address and what came there stay.   Errors: NotFound, Store.
    Result<void, WalletFailure> removeInvoice(const std::string& address);
    [[nodiscard]] const Invoices& invoices() const;
    /// Cost: a look at what came there.   Needs: one of `invoices`.
    [[nodiscard]] InvoiceFacts factsOf(const Invoice& invoice) const;

    /// Takes over the labels of addresses that were handed out, the names of those of others while there is
    /// room, and the notes of transactions that it knows; gives how many.
    /// Errors: Store.   Cost: one commit.
    Result<std::size_t, WalletFailure> takeLabels(std::span<const LabelRow> rows);
    /// Keeps coins back, or gives them free: one that is frozen is spent only where it is named.
    /// Errors: NotFound (not one of this wallet), Store; nothing has changed.
    Result<void, WalletFailure> setFrozen(std::span<const primitives::OutPoint> coins, bool isFrozen,
                                          Freeze how = Freeze::Stored);
    [[nodiscard]] bool isFrozen(const primitives::OutPoint& outpoint) const;
    /// Grows whenever a coin is frozen or given free.
    [[nodiscard]] std::uint64_t frozenRevision() const;
    /// Says that whoever can spend from this script wrote the message. Nothing: keys are missing, or the
    /// style is none for such an address.
    /// Errors: NotFound (not one of this wallet), Locked.
    Result<std::optional<std::string>, WalletFailure>
    signMessage(util::ByteView scriptPubKey, std::string_view message, MessageStyle style) const;

    // --- paying ---
    /// Chooses coins, makes change, computes the fee; signs nothing and changes nothing. Locked or not.
    /// Errors: each PaymentError but Locked and Store.   Cost: a look at every coin; the choice is bounded.
    Result<PaymentDraft, PaymentFailure> draft(const PaymentRequest& request, std::int32_t chainHeight) const;
    /// Signs exactly this draft and records it: payment, note and change address are on disk, as one write,
    /// before anybody gets the transaction. The caller offers it to the mempool then.
    /// Errors: CoinsChanged, Locked, Store; nothing has changed.
    Result<primitives::TransactionRef, PaymentFailure> commit(const PaymentDraft& draft,
                                                              const std::string& note = {});
    /// How a payment that waits comes through sooner, or is called back: a plan as any, for `commit`. What it
    /// replaces is recorded as replaced when the mempool has taken it (`applyWaiting`, `setPresent`).
    /// Cost: a look at every coin.
    [[nodiscard]] SpeedUpResult planSpeedUp(const SpeedUpRequest& request, std::int32_t chainHeight) const;
    /// The mempool refused what `commit` gave: it is forgotten, its coins are free again. Stays where a block
    /// has it all the same.
    Result<void, WalletFailure> withdraw(const primitives::TxId& txid);
    /// Signs the inputs of any transaction that spend what this wallet has keys for; the others stay as
    /// they are. `spent` has one output an input, same order; none: unknown.   Errors: Locked.
    Result<primitives::TransactionRef, WalletFailure>
    signOwn(const primitives::Transaction& transaction,
            std::span<const std::optional<primitives::TxOut>> spent) const;

    // --- descriptors ---
    /// Takes descriptors in, one outcome each; those that are wrong are left out. What came to them before is
    /// found when the chain is read again (`restartFrom`).
    /// Errors: Locked, Store (nothing has changed).
    /// Cost:   the look-ahead of each; one commit.
    Result<std::vector<ImportOutcome>, WalletFailure>
    importDescriptors(std::span<const DescriptorImport> imports);
    /// One a descriptor of `keychain().descriptors()`, same order: with its private keys, without checksum;
    /// empty where it has none.   Errors: Locked.
    Result<std::vector<crypto::SecretString>, WalletFailure> privateDescriptors() const;
    /// What spending these scripts takes, as far as they are this wallet's; with private keys where they are
    /// asked for and there.   Errors: Locked.
    Result<script::SpendingData, WalletFailure> spendingDataOf(std::span<const util::Bytes> scripts,
                                                               bool withKeys) const;

    // --- keys ---
    [[nodiscard]] bool isEncrypted() const;
    [[nodiscard]] bool isLocked() const;
    /// The disk failed at the end of a commit: nothing changes until it is opened anew.
    [[nodiscard]] bool isUncertain() const;
    /// Errors: NotEncrypted, WrongPassphrase, EndsInZero, Damaged.   Cost: scrypt, a fraction of a second.
    Result<void, WalletFailure> unlock(std::string_view passphrase);
    /// Wipes the private keys from memory; a plain wallet stays as it is.
    void lock();
    /// Encrypts a plain wallet, or changes the passphrase (`old` empty when plain; `fresh` empty takes
    /// encryption off). Locked or unlocked as before.
    /// Errors: WrongPassphrase, EndsInZero, AlreadyEncrypted, NotEncrypted, Store.
    /// Cost:   scrypt, once or twice.
    Result<void, WalletFailure> changePassphrase(std::string_view old, std::string_view fresh);
    /// The words, to write down.   Errors: Locked, NotFound (it was not made from words).
    Result<crypto::SecretString, WalletFailure> words() const;
    /// The key that all of its accounts come from.   Errors: Locked, NotFound (it was not made from words).
    [[nodiscard]] Result<crypto::ExtendedPrivateKey, WalletFailure> masterKey() const;
    /// "[d34db33f/48h/1h/0h/2h]tprv…": the key that this wallet has a part in shared ones with (BIP 48).
    /// Errors: Locked, NotFound (it was not made from words).
    [[nodiscard]] Result<crypto::SecretString, WalletFailure> sharedKey() const;
    /// Its addresses are those of a plan (see SharedPlan).
    [[nodiscard]] bool isShared() const;
    /// It has private keys, but none that spend anything without somebody else's.
    [[nodiscard]] bool needsOthers() const;
    /// The roots of its own keys; while it is locked, of those that a descriptor is all its own.
    [[nodiscard]] std::set<util::ByteArray<4>> ownRoots() const;
    [[nodiscard]] bool isBackedUp() const;
    /// The user has written down the words of the wallet whose `accountXpub` is `account`.
    /// Errors: NotFound (that is another wallet), Store.
    Result<void, WalletFailure> confirmBackup(std::string_view account);
    /// Of BIP 84's account; empty where it has none.
    [[nodiscard]] std::string accountXpub() const;
    /// There will never be private keys in it.
    [[nodiscard]] bool isWatchOnly() const;
    /// Its descriptors and their addresses.
    [[nodiscard]] const Keychain& keychain() const;

private:
    Wallet();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wallet
