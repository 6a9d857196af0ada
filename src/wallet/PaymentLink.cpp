#include "wallet/PaymentLink.h"

#include <algorithm>

namespace wallet {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool isLinkDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isLinkLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string lowerCase(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

std::string upperCase(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return text;
}

/// Everything but letters, digits and -._~ as % and two digits.
std::string escaped(std::string_view text) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isLinkDigit(c) || isLinkLetter(c) || std::string_view("-._~").find(c) != std::string_view::npos)
            out += c;
        else
            out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return out;
}

std::string_view withoutBlanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

bool couldBeAddress(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char c) { return isLinkDigit(c) || isLinkLetter(c); });
}

int hexValue(char c) {
    if (isLinkDigit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Nothing when an escape is broken.
std::optional<std::string> unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 1 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0) return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

/// BIP 21: digits, a point, digits; one side of the point may be empty. No sign, no exponent, no comma.
std::optional<primitives::Amount> linkAmount(std::string_view text) {
    if (!std::ranges::all_of(text, [](char c) { return isLinkDigit(c) || c == '.'; })) return std::nullopt;
    std::string decimal(text);
    if (decimal.starts_with('.')) decimal.insert(decimal.begin(), '0');
    if (decimal.ends_with('.')) decimal.pop_back();
    if (text == ".") return std::nullopt;
    return primitives::amountFromDecimal(decimal);
}

/// Takes one parameter after the other into a link.
class QueryReader {
public:
    QueryReader(PaymentLink& link, const PaymentLinkFormat& format) : m_link(link), m_format(format) {}

    std::optional<PaymentLinkError> take(std::string_view parameter) {
        if (parameter.empty()) return std::nullopt;
        const std::size_t equals = parameter.find('=');
        std::string name = lowerCase(parameter.substr(0, equals));
        const std::string_view raw =
            equals == std::string_view::npos ? std::string_view() : parameter.substr(equals + 1);
        const bool required = name.starts_with("req-");
        if (required) name.erase(0, 4);
        const bool once = name == "amount" || name == "label" || name == "message" || name == "pop";
        if (once && std::ranges::find(m_seen, name) != m_seen.end()) return PaymentLinkError::Repeated;
        if (once) m_seen.push_back(name);
        if (required && (!once || name == "pop")) return PaymentLinkError::UnknownRequired;
        const auto value = unescaped(raw);
        if (!value) return PaymentLinkError::BadEscape;
        return keep(name, *value);
    }

private:
    std::optional<PaymentLinkError> keep(const std::string& name, const std::string& value) {
        if (name == "amount") {
            m_link.amount = linkAmount(value);
            if (!m_link.amount) return PaymentLinkError::BadAmount;
        } else if (name == "label") {
            m_link.label = value;
        } else if (name == "message") {
            m_link.message = value;
        } else if (name == m_format.prefix) {
            if (!couldBeAddress(value) || !lowerCase(value).starts_with(m_format.prefix + '1'))
                return PaymentLinkError::NoAddress;
            if (m_link.address.empty()) m_link.address = value;
        }
        return std::nullopt;
    }

    PaymentLink& m_link;
    const PaymentLinkFormat& m_format;
    std::vector<std::string> m_seen;
};

} // namespace

PaymentLinkFormat paymentLinkFormat(const script::AddressFormat& addresses) {
    PaymentLinkFormat format{{addresses.bech32Prefix}, addresses.bech32Prefix};
    if (addresses.bech32Prefix == "bcrt") format.schemes.emplace_back("bitcoin");
    return format;
}

Result<PaymentLink, PaymentLinkError> parsePaymentLink(std::string_view text,
                                                       const PaymentLinkFormat& format) {
    text = withoutBlanks(text);
    if (text.size() > kMaxPaymentLinkBytes) return fail(PaymentLinkError::TooLong);
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return fail(PaymentLinkError::NotALink);
    if (std::ranges::find(format.schemes, lowerCase(text.substr(0, colon))) == format.schemes.end())
        return fail(PaymentLinkError::OtherScheme);
    std::string_view rest = text.substr(colon + 1);
    rest = rest.substr(0, rest.find('#'));
    const std::size_t mark = rest.find('?');
    const std::string_view address = rest.substr(0, mark);
    if (!address.empty() && !couldBeAddress(address)) return fail(PaymentLinkError::NoAddress);
    PaymentLink link{std::string(address), {}, {}, {}};
    std::string_view query = mark == std::string_view::npos ? std::string_view() : rest.substr(mark + 1);
    QueryReader reader(link, format);
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        if (const auto error = reader.take(query.substr(0, end))) return fail(*error);
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    if (link.address.empty()) return fail(PaymentLinkError::NoAddress);
    return link;
}

std::string paymentLinkText(const PaymentLink& link, const PaymentLinkFormat& format, bool inCapitals) {
    std::string out = format.schemes.front() + ':' + link.address;
    char mark = '?';
    const auto add = [&](std::string_view name, const std::string& value) {
        out += mark + std::string(name) + '=' + value;
        mark = '&';
    };
    if (link.amount) {
        std::string amount = toDecimal(*link.amount);
        amount.erase(amount.find_last_not_of('0') + 1);
        if (amount.ends_with('.')) amount.pop_back();
        add("amount", amount);
    }
    if (!link.label.empty()) add("label", escaped(link.label));
    if (!link.message.empty()) add("message", escaped(link.message));
    // Bech32 may be written in capitals, Base58 may not.
    const bool mayShout = link.label.empty() && link.message.empty() &&
                          lowerCase(link.address).starts_with(format.prefix + '1');
    return inCapitals && mayShout ? upperCase(out) : out;
}

} // namespace wallet
