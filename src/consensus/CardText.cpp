#include "consensus/CardText.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace consensus {

namespace {

constexpr std::size_t kMaxShown = 60;
constexpr std::size_t kMaxName = 40;
constexpr std::size_t kMaxUrl = 200;

/// A character and the bytes it takes.
struct CodePoint {
    std::uint32_t value;
    std::size_t size;
};

std::size_t sizeByLeadByte(std::uint8_t lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xc2) return 0; // a continuation byte, or an overlong form
    if (lead < 0xe0) return 2;
    if (lead < 0xf0) return 3;
    return lead < 0xf5 ? 4 : 0;
}

/// The first character of `text`; nothing when it is no UTF-8. Needs: not empty.
std::optional<CodePoint> firstOf(std::string_view text) {
    const auto lead = static_cast<std::uint8_t>(text.front());
    const std::size_t size = sizeByLeadByte(lead);
    if (size == 0 || text.size() < size) return std::nullopt;
    if (size == 1) return CodePoint{lead, 1};
    std::uint32_t value = lead & (0x7fU >> size);
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<std::uint8_t>(text[i]);
        if ((next & 0xc0) != 0x80) return std::nullopt;
        value = value << 6 | (next & 0x3fU);
    }
    const bool isOverlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    const bool isSurrogate = value >= 0xd800 && value <= 0xdfff;
    if (isOverlong || isSurrogate || value > 0x10ffff) return std::nullopt;
    return CodePoint{value, size};
}

bool isControl(std::uint32_t c) {
    const bool isPlainControl = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool isLineBreak = c == 0x2028 || c == 0x2029;
    const bool turnsDirection = c == 0x200e || c == 0x200f || c == 0x061c || (c >= 0x202a && c <= 0x202e) ||
                                (c >= 0x2066 && c <= 0x2069);
    return isPlainControl || isLineBreak || turnsDirection || c == 0xfeff;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isHexDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

template <class Test>
bool areAll(std::string_view text, Test test) {
    return std::all_of(text.begin(), text.end(), test);
}

/// Takes the host off the front of `rest`: a name, an IPv4 address or an IPv6 address in brackets.
bool takeHost(std::string_view& rest) {
    if (rest.starts_with('[')) {
        const std::size_t end = rest.find(']');
        if (end == std::string_view::npos) return false;
        const std::string_view inside = rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
        return inside.size() >= 2 &&
               areAll(inside, [](char c) { return isHexDigit(c) || c == ':' || c == '.'; });
    }
    const std::size_t end = std::min(rest.find_first_of(":/"), rest.size());
    const std::string_view host = rest.substr(0, end);
    rest.remove_prefix(end);
    return !host.empty() && host.front() != '.' && host.front() != '-' &&
           areAll(host, [](char c) { return isLetter(c) || isDigit(c) || c == '.' || c == '-'; });
}

bool takePort(std::string_view& rest) {
    if (!rest.starts_with(':')) return true;
    rest.remove_prefix(1);
    const std::string_view digits = rest.substr(0, std::min(rest.find('/'), rest.size()));
    rest.remove_prefix(digits.size());
    unsigned port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return error == std::errc() && end == digits.data() + digits.size() && port >= 1 && port <= 65'535;
}

} // namespace

std::optional<std::size_t> cleanLength(std::string_view text) {
    std::size_t count = 0;
    while (!text.empty()) {
        const std::optional<CodePoint> first = firstOf(text);
        if (!first || isControl(first->value)) return std::nullopt;
        text.remove_prefix(first->size);
        ++count;
    }
    return count;
}

std::string inQuotes(std::string_view text) {
    std::string out = "\"";
    while (!text.empty() && out.size() <= kMaxShown) {
        const std::optional<CodePoint> first = firstOf(text);
        const std::size_t size = first ? first->size : 1;
        if (first && !isControl(first->value)) {
            out += text.substr(0, size);
        } else {
            out += '?';
        }
        text.remove_prefix(size);
    }
    return out + (text.empty() ? "\"" : "…\"");
}

bool isNetworkName(std::string_view text) {
    const std::optional<std::size_t> length = cleanLength(text);
    if (!length || *length < 1 || *length > kMaxName) return false;
    if (text.find_first_of("/\\") != std::string_view::npos) return false;
    return text.front() != '.' && text.front() != ' ' && text.back() != ' ';
}

bool isColour(std::string_view text) {
    return text.size() == 7 && text.front() == '#' && areAll(text.substr(1), isHexDigit);
}

bool isPeerUrl(std::string_view text) {
    if (text.size() > kMaxUrl) return false;
    if (text.starts_with("http://")) {
        text.remove_prefix(7);
    } else if (text.starts_with("https://")) {
        text.remove_prefix(8);
    } else {
        return false;
    }
    if (!takeHost(text) || !takePort(text)) return false;
    if (text.empty()) return true;
    return text.front() == '/' && text.find("..") == std::string_view::npos && areAll(text, [](char c) {
               return isLetter(c) || isDigit(c) ||
                      std::string_view("/-._~").find(c) != std::string_view::npos;
           });
}

} // namespace consensus
