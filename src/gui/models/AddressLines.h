#pragma once

#include "wallet/AddressFacts.h"

#include <QString>

#include <array>
#include <vector>

namespace wallet {
class Wallet;
}

namespace gui {

/// One address of the wallet with what came to it, as tables need it.
struct AddressLine {
    wallet::KeyPath path;
    QString address;
    QString label;
    std::optional<wallet::AddressType> type;
    qint64 handedOut = 0; ///< unix seconds; 0: found to be paid, never handed out here
    wallet::AddressMoney money;
    bool operator==(const AddressLine&) const = default;
};

/// Which addresses to show.
struct AddressListFilter {
    wallet::AddressUse use = wallet::AddressUse::Receive;
    std::optional<wallet::AddressType> type; ///< nothing: every kind
    bool withCoins = false;                  ///< only those that hold something now
    QString text;                            ///< in address or label
    bool operator==(const AddressListFilter&) const = default;
};

/// The addresses that fit a filter, by the time at which they were handed out, the oldest first. Lives where
/// the wallet does.   Thread: wallet.
class AddressLines {
public:
    explicit AddressLines(AddressListFilter filter) : m_filter(std::move(filter)) {}

    using Row = AddressLine;
    using Counts = std::array<int, wallet::kAddressUses>;
    struct Step {
        int size = 0;
        int kept = 0;    ///< so many of the oldest lines are those of before
        Counts counts{}; ///< of each use, whatever the filter
    };
    /// Brings the list level with the wallet.   Cost: a look at every address, where one changed.
    Step follow(const wallet::Wallet& wallet, std::int32_t chainHeight);
    /// At most `count` lines from the place `first` on, the oldest first.
    [[nodiscard]] std::vector<AddressLine> rows(const wallet::Wallet& wallet, int first, int count) const;

private:
    [[nodiscard]] bool fitsText(const wallet::WalletAddress& address) const;

    AddressListFilter m_filter;
    std::vector<wallet::KeyPath> m_found;
    Counts m_counts{};
    std::uint64_t m_addressRevision = 0;
    std::uint64_t m_historyRevision = 0;
    bool m_searched = false;
};

} // namespace gui
