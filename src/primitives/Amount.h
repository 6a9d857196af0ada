#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace primitives {

/// Money in satoshi. Plain arithmetic is for values that were checked, whose sums cannot leave int64 (a bug
/// otherwise). Sums over foreign data use `checkedSum`, totals over a history `saturatingSum`.
class Amount {
public:
    static constexpr std::int64_t kCoin = 100'000'000;
    static constexpr std::int64_t kMax = 21'000'000 * kCoin;

    constexpr Amount() = default;
    constexpr explicit Amount(std::int64_t satoshi) : m_satoshi(satoshi) {}

    [[nodiscard]] constexpr std::int64_t satoshi() const { return m_satoshi; }
    /// 0 … 21 million coins, the range of an output and of every sum.
    [[nodiscard]] constexpr bool inRange() const { return m_satoshi >= 0 && m_satoshi <= kMax; }
    constexpr auto operator<=>(const Amount&) const = default;
    constexpr Amount operator+(Amount other) const {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(m_satoshi, other.m_satoshi, &sum)) stopForOverflow();
        return Amount(sum);
    }
    constexpr Amount operator-(Amount other) const {
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(m_satoshi, other.m_satoshi, &difference)) stopForOverflow();
        return Amount(difference);
    }
    constexpr Amount operator-() const { return Amount() - *this; }
    constexpr Amount& operator+=(Amount other) { return *this = *this + other; }
    constexpr Amount& operator-=(Amount other) { return *this = *this - other; }

private:
    [[noreturn]] static void stopForOverflow();

    std::int64_t m_satoshi = 0;
};

/// The sum when both and the sum are in range.
std::optional<Amount> checkedSum(Amount a, Amount b);
/// The sum, or the end of int64 that it passes: for what moved over time, where the same coins come again and
/// again.
Amount saturatingSum(Amount a, Amount b);
/// Decimal with exactly 8 places, no exponent: "-0.00000001".
std::string toDecimal(Amount amount);
/// From a number as JSON writes it ("1.5", "1e-05"), read exactly: nothing when malformed, no whole satoshi,
/// or beyond 21 million coins either way.
std::optional<Amount> amountFromDecimal(std::string_view text);

} // namespace primitives
