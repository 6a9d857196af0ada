#pragma once

#include "script/descriptor/Descriptor.h"
#include "wallet/AddressFacts.h"

#include <array>
#include <functional>
#include <map>
#include <unordered_map>

namespace wallet {

/// The kind of address that a descriptor makes; nothing where it makes none that a wallet hands out.
std::optional<AddressType> addressTypeOf(const script::Descriptor& descriptor);

/// The addresses of a wallet: those of its descriptors. Knows public keys only: a locked wallet follows the
/// chain and hands out addresses too. Of each ranged descriptor it watches `lookAhead` addresses beyond the
/// last one used or handed out. Changes are kept as undoable until `accept`. Owned by Wallet. Thread: wallet.
class Keychain {
public:
    Keychain(script::DescriptorFormat format, std::uint32_t lookAhead);

    /// Takes over what the store has. False when a row cannot be one of this wallet's.
    bool restore(const std::vector<StoredDescriptor>& descriptors, const std::vector<WalletAddress>& rows);

    // --- descriptors ---
    /// Adds a descriptor, or renews the one that has its text (never shortening what is watched), and gives
    /// its number. One that is active takes the place of the active one of its type and chain. Nothing where
    /// the text cannot be derived from.
    std::optional<std::uint32_t> add(StoredDescriptor row);
    /// Gives a row a text that stands for the same addresses.
    void rewrite(std::uint32_t descriptor, const std::string& text);
    /// By number.
    [[nodiscard]] std::vector<StoredDescriptor> descriptors() const;
    /// Null when there is none of this number, or of this text.
    [[nodiscard]] const StoredDescriptor* row(std::uint32_t descriptor) const;
    [[nodiscard]] const StoredDescriptor* rowOf(std::string_view text) const;
    /// Needs: there is one of this number.
    [[nodiscard]] const script::Descriptor& descriptor(std::uint32_t descriptor) const;
    /// The number of the one that addresses of this kind come from.
    [[nodiscard]] std::optional<std::uint32_t> active(AddressType type, KeyChain chain) const;
    /// How many addresses are watched beyond the next one.
    [[nodiscard]] std::size_t lookedAhead(std::uint32_t descriptor) const;
    /// The number of the one that receive addresses come from where no type is asked for.
    [[nodiscard]] std::optional<std::uint32_t> usual() const;
    /// Watches the first `count` indexes beyond the next one, of every ranged descriptor, where it watched
    /// fewer.
    void watchAhead(std::uint32_t count);

    // --- addresses ---
    /// The address that this script pays, handed out or not; null when it is not ours. The pointer holds
    /// until the keychain changes.   Cost: one hash look-up.
    [[nodiscard]] const WalletAddress* find(util::ByteView scriptPubKey) const;
    [[nodiscard]] const WalletAddress* findByText(const std::string& address) const;
    /// What `handOut` would give, without doing it.   Needs: a ranged descriptor.
    [[nodiscard]] const WalletAddress& next(std::uint32_t descriptor) const;
    /// The first receive address of the usual kind handed out, not used and not labelled.
    [[nodiscard]] const WalletAddress*
    current(const std::function<bool(const std::string&)>& isGiven = {}) const;
    [[nodiscard]] std::vector<WalletAddress> handedOutOrUsed() const;
    /// Those of a group that are handed out or used, the newest (highest index) first, `offset` and `count`
    /// as a page.
    [[nodiscard]] std::vector<WalletAddress> group(AddressGroup group, std::size_t offset,
                                                   std::size_t count) const;
    [[nodiscard]] std::size_t groupSize(AddressGroup group) const;
    /// Calls `visit` for all that are handed out or used, by descriptor and index.
    void visitOwn(
        const std::function<void(const WalletAddress&, AddressUse, std::optional<AddressType>)>& visit) const;
    /// Without its money; nothing where there is no such address.
    [[nodiscard]] std::optional<AddressFacts> factsAt(const KeyPath& path) const;
    /// The first address of the group Mining that nobody has paid to; null when there is none.
    [[nodiscard]] const WalletAddress* unusedForMining() const;
    /// The scripts of `handedOutOrUsed`, in the order in which they came to be that, from a place on. One
    /// that was taken back with a change that failed stays: it is ours all the same.
    [[nodiscard]] std::vector<util::Bytes> ownScripts(std::size_t from) const;
    using Counts = std::map<std::uint32_t, std::uint32_t>; ///< by the descriptor's number
    [[nodiscard]] Counts watched() const;                  ///< addresses, look-ahead included
    [[nodiscard]] Counts handedOut() const;                ///< index of the next
    /// The scripts of those that are watched, from an index of each chain on.
    [[nodiscard]] std::vector<util::Bytes> watchedSince(const Counts& from) const;
    /// Grows whenever an address is handed out, used or labelled.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    /// The key of a descriptor that has one; null where it has several or none.
    [[nodiscard]] const script::DescriptorKey* onlyKey(std::uint32_t descriptor) const;
    /// Of an address that has one key.
    [[nodiscard]] std::optional<crypto::PublicKey> publicKey(const KeyPath& path) const;
    /// Empty where there is no address.
    [[nodiscard]] util::Bytes scriptAt(const KeyPath& path) const;
    /// What an input that spends a coin there needs.
    [[nodiscard]] script::SpendSize spendSize(const KeyPath& path) const;

    /// Needs: a ranged descriptor.
    WalletAddress handOut(std::uint32_t descriptor, std::int64_t now, const std::string& label);
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
    /// A script's form and the first bytes of what it pays to.
    using Mark = util::ByteArray<21>;
    struct MarkHash {
        std::size_t operator()(const Mark& mark) const;
    };
    struct Branch {
        StoredDescriptor row;
        script::Descriptor descriptor;
        std::optional<AddressType> type;
        script::SpendSize size;
        std::vector<WalletAddress>
            addresses; ///< by index, look-ahead included; no script: an index that has no key
        std::optional<StoredDescriptor> before; ///< as it was at the last `accept`; nothing: unchanged
        bool isNew = false;                     ///< since then
    };
    using Groups = std::array<std::vector<KeyPath>, kAddressGroups>; ///< oldest first

    [[nodiscard]] AddressUse useOf(const WalletAddress& address) const;
    static Mark markOf(util::ByteView script);
    [[nodiscard]] std::optional<Branch> branchFrom(StoredDescriptor row) const;
    Branch& branch(std::uint32_t descriptor) { return m_branches.at(descriptor); }
    [[nodiscard]] const Branch& branch(std::uint32_t descriptor) const { return m_branches.at(descriptor); }
    [[nodiscard]] const WalletAddress& at(const KeyPath& path) const {
        return branch(path.descriptor).addresses[path.index];
    }
    using StoredRows = std::map<KeyPath, const WalletAddress*>;
    StoredDescriptor& editableRow(Branch& branch);
    WalletAddress& editable(const KeyPath& path);
    void forget(std::uint32_t descriptor);
    void moveNext(Branch& branch, std::uint32_t next);
    bool fill(Branch& branch, const StoredRows& stored);
    void noteActive();
    [[nodiscard]] const Groups& groups() const;
    [[nodiscard]] WalletAddress derive(const Branch& branch, std::uint32_t index) const;
    bool lookAhead(Branch& branch);
    void index(const WalletAddress& address);

    script::DescriptorFormat m_format;
    std::uint32_t m_lookAhead;
    std::map<std::uint32_t, Branch> m_branches; ///< by the descriptor's number
    std::map<std::string, std::uint32_t, std::less<>> m_texts;
    std::array<std::array<std::optional<std::uint32_t>, 2>, kAddressTypes> m_active;
    std::unordered_map<Mark, KeyPath, MarkHash> m_paths;
    std::map<KeyPath, WalletAddress> m_before; ///< rows as they were at the last `accept`
    std::vector<KeyPath> m_own;                ///< handed out or used, in that order
    std::uint64_t m_revision = 1;
    mutable Groups m_groups; ///< as they were at m_groupsAt
    mutable std::uint64_t m_groupsAt = 0;
};

} // namespace wallet
