#include "util/Decimal.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace util {

namespace {

constexpr int kFarthestExponent = 1'000'000; ///< beyond: the same answer

bool isDecimalDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes the digits at the front of `text`; fewer than one is no number.
std::optional<std::string_view> takeDigits(std::string_view& text) {
    std::size_t count = 0;
    while (count < text.size() && isDecimalDigit(text[count]))
        ++count;
    if (count == 0) return std::nullopt;
    const std::string_view digits = text.substr(0, count);
    text.remove_prefix(count);
    return digits;
}

bool takeOne(std::string_view& text, std::string_view anyOf) {
    if (text.empty() || anyOf.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

/// Digits and a power of ten, as they are written.
struct Written {
    bool negative = false;
    std::string digits;
    std::int64_t exponent = 0;
};

std::optional<Written> readWritten(std::string_view text) {
    Written out;
    out.negative = takeOne(text, "-");
    const auto whole = takeDigits(text);
    if (!whole || (whole->size() > 1 && whole->front() == '0')) return std::nullopt;
    out.digits = *whole;
    if (takeOne(text, ".")) {
        const auto places = takeDigits(text);
        if (!places) return std::nullopt;
        out.digits += *places;
        out.exponent = -std::int64_t(places->size());
    }
    if (takeOne(text, "eE")) {
        const bool below = !text.empty() && text.front() == '-';
        takeOne(text, "+-");
        const auto digits = takeDigits(text);
        if (!digits) return std::nullopt;
        std::int64_t power = 0;
        for (const char c : *digits)
            power = std::min<std::int64_t>(power * 10 + (c - '0'), kFarthestExponent);
        out.exponent += below ? -power : power;
    }
    if (!text.empty()) return std::nullopt;
    return out;
}

} // namespace

std::optional<std::int64_t> fixedPoint(std::string_view text, int places) {
    auto written = readWritten(text);
    if (!written) return std::nullopt;
    std::string& digits = written->digits;
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.empty()) return 0;
    std::int64_t shift = written->exponent + places;
    while (shift < 0 && digits.back() == '0') {
        digits.pop_back();
        ++shift;
    }
    constexpr std::int64_t kMostDigits = 19;
    if (shift < 0 || std::int64_t(digits.size()) + shift > kMostDigits) return std::nullopt;
    digits.append(std::size_t(shift), '0');
    return wholeNumber(written->negative ? '-' + digits : digits);
}

std::optional<std::int64_t> wholeNumber(std::string_view text) {
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return value;
}

} // namespace util
