#pragma once

#include "wallet/ChainFollower.h"
#include "wallet/Signer.h"
#include "wallet/Vault.h"
#include "wallet/Wallet.h"

// Shared by the files that implement Wallet.
namespace wallet {

inline auto failure(WalletError error, std::string detail = {}) {
    return fail(WalletFailure{error, std::move(detail)});
}

inline auto failure(const WalletStoreError& error) {
    switch (error.kind) {
    case WalletStoreError::Kind::Damaged:
        return failure(WalletError::Damaged, error.what);
    case WalletStoreError::Kind::Uncertain:
        return failure(WalletError::Uncertain, error.what);
    case WalletStoreError::Kind::Unwritten:
        break;
    }
    return failure(WalletError::Store, error.what);
}

WalletError errorOf(VaultError error);
inline auto failure(VaultError error) {
    const bool isDamage = error == VaultError::Damaged;
    return failure(errorOf(error), isDamage ? "the secret of the wallet cannot be read" : "");
}

/// At most `limit` bytes, cut between two characters.
std::string boundedText(const std::string& text, std::size_t limit);
/// The rows that keep a secret.
std::vector<WalletProperty> propertiesOf(const StoredSecret& secret);

struct Wallet::Impl {
    WalletStore& store;
    const util::Clock& clock;
    WalletOptions options;
    Vault vault;
    Keychain keychain;
    std::string accountXpub;
    bool isUncertain = false;
    bool isBackedUp = false;
    bool isWatchOnly = false;
    std::set<primitives::OutPoint> frozen;
    std::set<primitives::OutPoint> frozenForNow; ///< those of them that the store does not know
    std::uint64_t frozenRevision = 0;
    std::shared_ptr<const People> people = std::make_shared<People>();
    std::uint64_t peopleRevision = 0;
    Invoices invoices;
    std::uint64_t invoiceRevision = 0;
    /// The descriptors with private keys, by the text of their public form; empty while locked.
    std::map<std::string, script::Descriptor, std::less<>> secrets;
    Ledger ledger;
    ChainFollower follower{ledger, keychain};

    Impl(WalletStore& storeIn, const util::Clock& clockIn, WalletOptions optionsIn, Vault vaultIn)
        : store(storeIn), clock(clockIn), options(std::move(optionsIn)), vault(std::move(vaultIn)),
          keychain({options.addresses, {}}, options.lookAhead) {}

    /// Writes all that changed, or takes it back: memory never differs from the store.
    Result<void, WalletFailure> commit(std::vector<WalletProperty> properties = {});
    /// The same, with more private descriptors.   Needs: unlocked.
    Result<void, WalletFailure> commitWith(std::span<const crypto::SecretString> descriptors);
    /// Errors: NoAddress, Store.
    Result<WalletAddress, WalletFailure> handOut(std::optional<std::uint32_t> descriptor,
                                                 const std::string& label);
    /// Needs: it is known.
    void putNote(const primitives::TxId& txid, const std::string& note);
    /// One of this network that is none of this wallet's, as it is written; nothing: it is none.
    [[nodiscard]] std::optional<std::string> foreignAddress(const std::string& address) const;
    /// `commit` with another address book, which is the wallet's where that goes well.
    Result<void, WalletFailure> commitPeople(std::shared_ptr<const People> next);

    // --- private keys ---
    /// After unlocking: reads the private descriptors, and adds the accounts that the words lead to and an
    /// earlier version did not have.
    void readSecrets();
    [[nodiscard]] const script::Descriptor* secretOf(std::uint32_t descriptor) const;
    [[nodiscard]] Signer signer() const;

    // --- paying ---
    [[nodiscard]] bool fits(const PaymentDraft& draft) const;
    [[nodiscard]] std::optional<std::vector<WalletCoin>> presentCoins(const PaymentDraft& draft) const;
    [[nodiscard]] bool mayReplace(const PaymentDraft& draft) const;
    /// The first that one of them has.
    [[nodiscard]] std::string noteOf(const std::vector<primitives::TxId>& txids) const;
    /// A coin of the ledger with what spending it takes.
    [[nodiscard]] std::optional<WalletCoin> sizedCoin(const primitives::OutPoint& outpoint) const;
    /// Confirmed, mature, free, and this wallet can sign for it.
    [[nodiscard]] std::vector<WalletCoin> firmCoins(std::int32_t chainHeight) const;
    [[nodiscard]] BumpChange freshChange(std::int64_t feePerKvB) const;
    [[nodiscard]] SpeedUpResult planSpeedUp(const SpeedUpRequest& request, std::int32_t chainHeight) const;
    [[nodiscard]] SpeedUpResult planReplacement(const SpeedUpRequest& request, const WalletTransaction& entry,
                                                std::int32_t chainHeight) const;
    [[nodiscard]] SpeedUpResult planChildOf(const SpeedUpRequest& request, const WalletTransaction& entry,
                                            std::int32_t chainHeight) const;
    /// Where the change of such a payment goes; nothing where no descriptor makes addresses.
    [[nodiscard]] std::optional<KeyPath> changePathFor(const PaymentRequest& request) const;

private:
    void addAccounts(const WalletSecret& secret);
    void readSecret(std::string_view text);
};

} // namespace wallet
