#pragma once

#include "crypto/ExtendedKey.h"
#include "wallet/WalletStore.h"

#include <array>
#include <map>
#include <unordered_map>

namespace wallet {

/// The path of the account from the seed: m/84'/1'/0' on every network here.
const std::vector<std::uint32_t>& accountPath();

/// The addresses of one BIP 84 account. Knows the account's public key only: a locked wallet follows the
/// chain and hands out addresses too. Watches `lookAhead` addresses beyond the last one used or handed out.
/// Changes are kept as undoable until `accept`. Owned by Wallet. Thread: wallet.
class Keychain {
public:
    Keychain(crypto::ExtendedPublicKey account, script::AddressFormat format, std::uint32_t lookAhead);

    /// Takes over what the store has: rows of addresses, and the next index to hand out of each chain.
    /// False when a row cannot be one of this wallet's.
    bool restore(const std::vector<WalletAddress>& rows, std::array<std::uint32_t, 2> next);

    /// The address that this script pays, handed out or not; null when it is not ours. The pointer holds
    /// until the keychain changes.   Cost: one hash look-up.
    [[nodiscard]] const WalletAddress* find(util::ByteView scriptPubKey) const;
    [[nodiscard]] const WalletAddress* findByText(const std::string& address) const;
    /// What `handOut` would give, without doing it.
    [[nodiscard]] const WalletAddress& next(KeyChain chain) const;
    /// The first receive address handed out, not used and not labelled.
    [[nodiscard]] const WalletAddress* current() const;
    [[nodiscard]] std::vector<WalletAddress> handedOutOrUsed() const;
    /// Those of a group that are handed out or used, the newest (highest index) first, `offset` and `count`
    /// as a page.
    [[nodiscard]] std::vector<WalletAddress> group(AddressGroup group, std::size_t offset,
                                                   std::size_t count) const;
    [[nodiscard]] std::size_t groupSize(AddressGroup group) const;
    /// The first address of the group Mining that nobody has paid to; null when there is none.
    [[nodiscard]] const WalletAddress* unusedForMining() const;
    /// The scripts of `handedOutOrUsed`, in the order in which they came to be that, from a place on. One
    /// that was taken back with a change that failed stays: it is ours all the same.
    [[nodiscard]] std::vector<util::Bytes> ownScripts(std::size_t from) const;
    using Counts = std::array<std::uint32_t, 2>; ///< by KeyChain
    [[nodiscard]] Counts watched() const;        ///< addresses, look-ahead included
    [[nodiscard]] Counts handedOut() const;      ///< index of the next
    /// The scripts of those that are watched, from an index of each chain on.
    [[nodiscard]] std::vector<util::Bytes> watchedSince(const Counts& from) const;
    /// Grows whenever an address is handed out, used or labelled.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    [[nodiscard]] std::optional<crypto::PublicKey> publicKey(const KeyPath& path) const;
    [[nodiscard]] const crypto::ExtendedPublicKey& account() const { return m_account; }

    WalletAddress handOut(KeyChain chain, std::int64_t now, const std::string& label);
    /// Marks an address as handed out without asking for the next one (the change address of a draft).
    void handOut(const KeyPath& path, std::int64_t now);
    /// True when the look-ahead grew: addresses are watched now that were not before.
    bool markUsed(const KeyPath& path);
    void setLabel(const KeyPath& path, const std::string& label);

    /// Adds what changed since the last `accept` to `batch`.
    void collect(WalletBatch& batch) const;
    void accept();
    void rollback();

private:
    using Program = util::ByteArray<20>;
    struct ProgramHash {
        std::size_t operator()(const Program& program) const;
    };
    struct Branch {
        crypto::ExtendedPublicKey key;
        std::vector<WalletAddress>
            addresses; ///< by index, look-ahead included; no script: an index that has no key
        std::uint32_t next = 0;
    };

    Branch& branch(KeyChain chain) { return m_branches[static_cast<std::size_t>(chain)]; }
    [[nodiscard]] const Branch& branch(KeyChain chain) const {
        return m_branches[static_cast<std::size_t>(chain)];
    }
    using Groups = std::array<std::vector<KeyPath>, kAddressGroups>; ///< oldest first
    [[nodiscard]] const Groups& groups() const;
    WalletAddress& editable(const KeyPath& path);
    [[nodiscard]] WalletAddress derive(const KeyPath& path) const;
    bool lookAhead(KeyChain chain);
    void index(const WalletAddress& address);

    crypto::ExtendedPublicKey m_account;
    script::AddressFormat m_format;
    std::uint32_t m_lookAhead;
    std::vector<Branch> m_branches; ///< two, by KeyChain
    std::unordered_map<Program, KeyPath, ProgramHash> m_paths;
    std::map<KeyPath, WalletAddress> m_before; ///< rows as they were at the last `accept`
    std::array<std::uint32_t, 2> m_nextBefore{};
    std::vector<KeyPath> m_own; ///< handed out or used, in that order
    std::uint64_t m_revision = 1;
    mutable Groups m_groups; ///< as they were at m_groupsAt
    mutable std::uint64_t m_groupsAt = 0;
};

} // namespace wallet
