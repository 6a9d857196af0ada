#pragma once

#include "crypto/Kdf.h"
#include "crypto/SecretBytes.h"
#include "primitives/Block.h"
#include "util/Clock.h"
#include "wallet/Mnemonic.h"
#include "wallet/WalletStore.h"

#include <memory>

namespace wallet {

enum class WalletError {
    WrongPassphrase,
    AlreadyEncrypted,
    NotEncrypted,
    Locked,
    WrongNetwork,
    Damaged,
    Store,
    NotFound
};
struct WalletFailure {
    WalletError error;
    std::string detail;
};

/// Longer labels and notes are cut at a character (UTF-8).
constexpr std::size_t kMaxLabelBytes = 200;
constexpr std::size_t kMaxNoteBytes = 1'000;

struct WalletOptions {
    script::AddressFormat addresses;
    primitives::BlockHash genesis; ///< a wallet belongs to one network
    std::int32_t coinbaseMaturity = 10;
    std::uint32_t lookAhead =
        100; ///< addresses watched beyond the last one used or handed out (BIP 44 asks for 20)
    crypto::ScryptCost kdf;
};

/// How a new wallet starts.
struct NewWallet {
    crypto::SecretString words;          ///< BIP 39, checked
    crypto::SecretString wordPassphrase; ///< BIP 39's optional one
    crypto::SecretString passphrase;     ///< encrypts the file; empty = not encrypted
    std::int32_t birthHeight = 0;        ///< blocks below hold nothing of it (restore: 0)
};

/// Keys and money of one user: BIP 84 addresses (m/84'/1'/0'), coins, history; follows blocks it is given,
/// undoes them, and keeps everything in its store before it answers. Knows no chain: `node::WalletService`
/// feeds it. Thread: wallet.
class Wallet {
public:
    static Result<std::unique_ptr<Wallet>, WalletFailure> create(WalletStore& store, const util::Clock& clock,
                                                                 WalletOptions options, NewWallet start);
    static Result<std::unique_ptr<Wallet>, WalletFailure> open(WalletStore& store, const util::Clock& clock,
                                                               WalletOptions options);
    ~Wallet();

    // --- following the chain ---
    /// The last block applied; height -1 (or birthHeight - 1 with a null hash) at the start.
    [[nodiscard]] WalletTip tip() const;
    /// Recent blocks applied, lowest first, to find the fork after a reorganisation.
    [[nodiscard]] std::vector<WalletTip> recentBlocks() const;
    /// Needs: `height` follows the tip. Many blocks may share a commit: call `flush` (import, rescan) or let
    /// `flushNow` do it.
    Result<void, WalletFailure> applyBlock(const primitives::Block& block, const primitives::BlockHash& hash,
                                           std::int32_t height, bool flushNow = true);
    /// Undoes the blocks above `height`: their transactions wait again, coinbases are lost.
    Result<void, WalletFailure> revertTo(std::int32_t height);
    Result<void, WalletFailure> flush();
    /// A transaction entered the mempool (or was made here). True when it concerns this wallet.
    Result<bool, WalletFailure> applyWaiting(const primitives::TransactionRef& transaction);
    /// It left the mempool without a block: replaced or impossible (Lost).
    Result<void, WalletFailure> removeWaiting(const primitives::TxId& txid);
    /// Forgets everything learned from blocks and starts again from `height` (rescan).
    Result<void, WalletFailure> restartFrom(std::int32_t height);

    // --- questions; `chainHeight` is the best height now ---
    [[nodiscard]] WalletBalance balance(std::int32_t chainHeight) const;
    [[nodiscard]] std::vector<WalletCoin> coins() const;
    /// Newest first, `offset` and `count` as a page.
    [[nodiscard]] std::vector<WalletTransaction> history(std::size_t offset, std::size_t count) const;
    [[nodiscard]] std::size_t historySize() const;
    [[nodiscard]] std::optional<WalletTransaction> transaction(const primitives::TxId& txid) const;
    [[nodiscard]] std::vector<WalletAddress> addresses() const; ///< handed out or used
    [[nodiscard]] std::optional<WalletAddress> addressOf(util::ByteView scriptPubKey) const;
    [[nodiscard]] bool isMine(util::ByteView scriptPubKey) const;
    /// Waiting transactions that this wallet wants in the mempool (after a restart).
    [[nodiscard]] std::vector<primitives::TransactionRef> waitingTransactions() const;
    /// 33 bytes, for `GET /wallet/address`.
    [[nodiscard]] std::optional<util::ByteArray<33>> publicKeyOf(const KeyPath& path) const;

    // --- addresses and notes ---
    /// The first receive address not used and not labelled; made if needed. Stays the same until used.
    Result<WalletAddress, WalletFailure> currentReceiveAddress();
    Result<WalletAddress, WalletFailure> newReceiveAddress(const std::string& label);
    Result<void, WalletFailure> setAddressLabel(const std::string& address, const std::string& label);
    Result<void, WalletFailure> setNote(const primitives::TxId& txid, const std::string& note);

    // --- paying ---
    /// Chooses coins, makes change, computes the fee; signs nothing and changes nothing.
    Result<PaymentDraft, PaymentFailure> draft(const PaymentRequest& request, std::int32_t chainHeight) const;
    /// Signs a draft made by `draft` on the present coins; hands out the change address. The caller submits
    /// it and then calls `applyWaiting`.
    Result<primitives::TransactionRef, PaymentFailure> sign(const PaymentDraft& draft);
    /// Signs the inputs of any transaction that spend what this wallet has the key for; the others stay as
    /// they are. `spent` has one output an input, same order; none: unknown.   Errors: Locked.
    Result<primitives::TransactionRef, WalletFailure>
    signOwn(const primitives::Transaction& transaction,
            std::span<const std::optional<primitives::TxOut>> spent) const;

    // --- keys ---
    [[nodiscard]] bool isEncrypted() const;
    [[nodiscard]] bool isLocked() const;
    Result<void, WalletFailure> unlock(std::string_view passphrase);
    void lock();
    /// Encrypts a plain wallet, or changes the passphrase (`old` empty when plain; `fresh` empty takes
    /// encryption off).
    Result<void, WalletFailure> changePassphrase(std::string_view old, std::string_view fresh);
    /// The words, to write down. Needs an unlocked wallet.
    Result<crypto::SecretString, WalletFailure> words() const;
    [[nodiscard]] bool isBackedUp() const;
    Result<void, WalletFailure> setBackedUp(bool done);
    [[nodiscard]] std::string accountXpub() const;

private:
    Wallet();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wallet
