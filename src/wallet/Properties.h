#pragma once

#include "wallet/WalletStore.h"

#include <map>
#include <set>

namespace wallet {

/// Keys of the wallet's property rows.
inline constexpr std::string_view kVersion = "version"; ///< of this layout, 2
inline constexpr std::string_view kNetwork = "network"; ///< genesis hash, hex in display order
inline constexpr std::string_view kAccountXpub =
    "account_xpub"; ///< Base58 text of the BIP 84 account's key; empty where the wallet has no such account
inline constexpr std::string_view kSecretKind = "secret_kind"; ///< "plain" or "sealed"
inline constexpr std::string_view kSecret = "secret";
inline constexpr std::string_view kKdf = "kdf"; ///< cost and salt; empty when plain
inline constexpr std::string_view kBirthHeight = "birth_height";
inline constexpr std::string_view kScanFrom =
    "scan_from"; ///< the block wanted next when no recent block is known
inline constexpr std::string_view kWatchOnly = "watch_only";   ///< 1: there will never be private keys in it
inline constexpr std::string_view kBackupDone = "backup_done"; ///< 0 or 1
inline constexpr std::string_view kFrozen = "frozen"; ///< coins that are kept back, "id:index", one a line
inline constexpr std::string_view kPeople = "people"; ///< whose others' addresses are, as People writes it

/// Numbers and texts are kept as text, so that a person can read them in the file.
WalletProperty numberProperty(std::string_view key, std::int64_t value);
WalletProperty textProperty(std::string_view key, std::string_view value);

WalletProperty frozenProperty(const std::set<primitives::OutPoint>& coins);
/// Lines that name no coin are left out.
std::set<primitives::OutPoint> frozenCoins(std::string_view lines);

/// The property rows of a wallet, by key.
class Properties {
public:
    explicit Properties(const std::vector<WalletProperty>& rows);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    /// Empty when there is no such row.
    [[nodiscard]] util::Bytes bytes(std::string_view key) const;
    [[nodiscard]] std::string text(std::string_view key) const;
    /// Nothing when missing or no number from `least` to `most`.
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view key, std::int64_t least,
                                                     std::int64_t most) const;
    /// The texts of the rows whose key begins so, by the rest of the key.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> textsUnder(std::string_view prefix) const;

private:
    std::map<std::string, util::Bytes, std::less<>> m_rows;
};

} // namespace wallet
