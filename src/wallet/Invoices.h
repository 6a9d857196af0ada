#pragma once

#include "primitives/Amount.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace wallet {

class Properties;
struct PaymentLink;
struct WalletProperty;

/// Longer messages are cut at a character (UTF-8): a link with one has to fit into a code.
constexpr std::size_t kMaxMessageBytes = 200;

/// A payment that somebody was asked for, to an address of its own.
struct Invoice {
    std::string address;
    std::optional<primitives::Amount> amount; ///< nothing: any
    std::string message;                      ///< what for, as whoever pays reads it; one line
    std::int64_t created = 0;                 ///< unix seconds
    std::int64_t expires = 0;                 ///< 0: never
    bool operator==(const Invoice&) const = default;
};

enum class InvoiceState {
    Open,    ///< nothing came yet
    Expired, ///< nothing came in time
    Partly,  ///< something came, less than was asked for
    Seen,    ///< enough is on its way
    Paid,    ///< blocks have enough
};

/// What was asked for, and what has come of it: nothing of that is kept, all of it follows from the coins.
struct InvoiceFacts {
    Invoice invoice;
    std::string label;            ///< of its address
    primitives::Amount confirmed; ///< what came there, in blocks …
    primitives::Amount waiting;   ///< … and on its way
    bool operator==(const InvoiceFacts&) const = default;
    [[nodiscard]] InvoiceState stateAt(std::int64_t now) const;
    /// Of what was asked for; nothing where enough came.
    [[nodiscard]] primitives::Amount missing() const;
    [[nodiscard]] primitives::Amount tooMuch() const;
    /// What whoever is to pay gets: never the label. Where a part came it asks for the rest.
    [[nodiscard]] PaymentLink link() const;
};

/// The payments that a wallet asks for, in the order in which it began to.
class Invoices {
public:
    /// Rows of others, and what makes no sense, are passed over.
    static Invoices read(const Properties& rows);
    /// The row that keeps one …
    static WalletProperty rowOf(const Invoice& invoice);
    /// … or says that its address was given away once, when it is asked for no more.
    static WalletProperty removedRowOf(const std::string& address);

    [[nodiscard]] const std::vector<Invoice>& all() const { return m_all; }
    /// Null when there is none.
    [[nodiscard]] const Invoice* find(const std::string& address) const;
    /// One is to be paid there, or was: the address is given to nobody else.
    [[nodiscard]] bool isGiven(const std::string& address) const { return m_given.contains(address); }
    /// Needs: none with this address.
    void add(Invoice invoice);
    /// False: there is none.
    bool remove(const std::string& address);

private:
    void renumber(std::size_t from);
    std::vector<Invoice> m_all;
    std::unordered_map<std::string, std::size_t> m_places; ///< in m_all, by address
    std::unordered_set<std::string> m_given;
};

} // namespace wallet
