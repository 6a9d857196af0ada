#include "primitives/Amount.h"

namespace primitives {
namespace {

constexpr std::size_t kPlaces = 8;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Appends the decimal digits of `text` to `value`; nothing for another character or a value above the money
/// range.
std::optional<std::int64_t> appendDigits(std::int64_t value, std::string_view text) {
    for (const char c : text) {
        if (!isDigit(c)) return std::nullopt;
        value = value * 10 + (c - '0');
        if (value > Amount::kMax) return std::nullopt;
    }
    return value;
}

} // namespace

std::optional<Amount> checkedSum(Amount a, Amount b) {
    if (!a.inRange() || !b.inRange()) return std::nullopt;
    const Amount sum = a + b; // both at most 21 million coins: cannot overflow
    if (!sum.inRange()) return std::nullopt;
    return sum;
}

std::string toDecimal(Amount amount) {
    const bool negative = amount.satoshi() < 0;
    const auto bits = static_cast<std::uint64_t>(amount.satoshi());
    const std::uint64_t magnitude = negative ? 0 - bits : bits; // holds for the least int64 too
    constexpr auto kCoin = static_cast<std::uint64_t>(Amount::kCoin);
    const std::string places = std::to_string(magnitude % kCoin);
    std::string out = negative ? "-" : "";
    out += std::to_string(magnitude / kCoin);
    out += '.';
    out.append(kPlaces - places.size(), '0');
    out += places;
    return out;
}

std::optional<Amount> amountFromDecimal(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view places = point == std::string_view::npos ? "" : text.substr(point + 1);
    if (whole.empty() || (point != std::string_view::npos && places.empty())) return std::nullopt;
    if (places.size() > kPlaces) return std::nullopt;

    auto value = appendDigits(0, whole);
    if (value) value = appendDigits(*value, places);
    for (std::size_t i = places.size(); value && i < kPlaces; ++i)
        value = appendDigits(*value, "0");
    if (!value) return std::nullopt;
    return Amount(negative ? -*value : *value);
}

} // namespace primitives
