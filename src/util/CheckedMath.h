#pragma once

#include <concepts>
#include <optional>

namespace util {

/// The sum, or nothing when it does not fit.
template <std::integral T>
constexpr std::optional<T> checkedAdd(T a, T b) {
    T out{};
    if (__builtin_add_overflow(a, b, &out)) return std::nullopt;
    return out;
}

template <std::integral T>
constexpr std::optional<T> checkedMultiply(T a, T b) {
    T out{};
    if (__builtin_mul_overflow(a, b, &out)) return std::nullopt;
    return out;
}

} // namespace util
