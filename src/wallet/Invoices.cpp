#include "wallet/Invoices.h"

#include "util/Require.h"
#include "wallet/PaymentLink.h"
#include "wallet/Properties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace wallet {

using primitives::Amount;

namespace {

constexpr std::string_view kInvoiceKey = "invoice:"; ///< and the address
constexpr std::size_t kLongestInvoiceRow = kMaxMessageBytes + 100;

std::optional<std::int64_t> wholeNumber(std::string_view digits) {
    std::int64_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [read, error] = std::from_chars(digits.data(), end, value);
    return error == std::errc() && read == end && value >= 0 ? std::optional(value) : std::nullopt;
}

/// "created<tab>expires<tab>satoshi, or nothing<tab>message".
std::optional<Invoice> invoiceOf(const std::string& address, std::string_view row) {
    if (row.size() > kLongestInvoiceRow) return std::nullopt;
    std::array<std::string_view, 3> fields;
    for (std::string_view& field : fields) {
        const std::size_t tab = row.find('\t');
        if (tab == std::string_view::npos) return std::nullopt;
        field = row.substr(0, tab);
        row.remove_prefix(tab + 1);
    }
    const auto created = wholeNumber(fields[0]);
    const auto expires = wholeNumber(fields[1]);
    Invoice out{address, {}, std::string(row), created.value_or(0), expires.value_or(0)};
    if (!fields[2].empty()) {
        const auto satoshi = wholeNumber(fields[2]);
        if (!satoshi || *satoshi == 0 || !Amount(*satoshi).inRange()) return std::nullopt;
        out.amount = Amount(*satoshi);
    }
    return created && expires ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace

InvoiceState InvoiceFacts::stateAt(std::int64_t now) const {
    const Amount least = invoice.amount.value_or(Amount(1));
    if (confirmed >= least) return InvoiceState::Paid;
    if (confirmed + waiting >= least) return InvoiceState::Seen;
    if (confirmed + waiting > Amount()) return InvoiceState::Partly;
    return invoice.expires != 0 && invoice.expires <= now ? InvoiceState::Expired : InvoiceState::Open;
}

Amount InvoiceFacts::missing() const {
    return invoice.amount ? std::max(Amount(), *invoice.amount - confirmed - waiting) : Amount();
}

Amount InvoiceFacts::tooMuch() const {
    return invoice.amount ? std::max(Amount(), confirmed + waiting - *invoice.amount) : Amount();
}

PaymentLink InvoiceFacts::link() const {
    const bool isPart = missing() > Amount();
    return {invoice.address, isPart ? std::optional(missing()) : invoice.amount, {}, invoice.message};
}

Invoices Invoices::read(const Properties& rows) {
    Invoices out;
    std::vector<Invoice> all;
    for (const auto& [address, text] : rows.textsUnder(kInvoiceKey)) {
        out.m_given.insert(address);
        if (auto invoice = invoiceOf(address, text)) all.push_back(std::move(*invoice));
    }
    std::ranges::sort(all, {}, [](const Invoice& each) { return std::tie(each.created, each.address); });
    for (Invoice& each : all)
        out.add(std::move(each));
    return out;
}

WalletProperty Invoices::rowOf(const Invoice& invoice) {
    const std::string amount = invoice.amount ? std::to_string(invoice.amount->satoshi()) : std::string();
    return textProperty(std::string(kInvoiceKey) + invoice.address,
                        std::to_string(invoice.created) + '\t' + std::to_string(invoice.expires) + '\t' +
                            amount + '\t' + invoice.message);
}

WalletProperty Invoices::removedRowOf(const std::string& address) {
    return textProperty(std::string(kInvoiceKey) + address, {});
}

const Invoice* Invoices::find(const std::string& address) const {
    const auto found = m_places.find(address);
    return found == m_places.end() ? nullptr : &m_all[found->second];
}

void Invoices::add(Invoice invoice) {
    require(!m_places.contains(invoice.address));
    m_given.insert(invoice.address);
    m_places[invoice.address] = m_all.size();
    m_all.push_back(std::move(invoice));
}

bool Invoices::remove(const std::string& address) {
    const auto found = m_places.find(address);
    if (found == m_places.end()) return false;
    const std::size_t place = found->second;
    m_places.erase(found);
    m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(place));
    renumber(place);
    return true;
}

void Invoices::renumber(std::size_t from) {
    for (std::size_t at = from; at < m_all.size(); ++at)
        m_places[m_all[at].address] = at;
}

} // namespace wallet
