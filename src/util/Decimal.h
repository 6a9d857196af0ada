#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace util {

/// The number that `text` writes, times 10^`places`, exactly: never through a double, never by the process's
/// locale. Takes every form that JSON allows (RFC 8259: "1.50", "1e-05", "1E0", "-0"), no other; nothing for
/// what is no whole multiple of 10^-`places` ("0.123456789" at 8 places) or does not fit. Needs:   0 <=
/// places <= 18.
std::optional<std::int64_t> fixedPoint(std::string_view text, int places);

/// A whole number in plain decimal digits, with '-' before one below zero; no sign, point or exponent else.
std::optional<std::int64_t> wholeNumber(std::string_view text);

} // namespace util
