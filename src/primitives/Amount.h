#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace primitives {

/// Money in satoshi. Plain arithmetic is for sums known to be in range and for totals over a history, which
/// stop at the ends of int64; sums over foreign data use `checkedSum`.
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
        return __builtin_add_overflow(m_satoshi, other.m_satoshi, &sum) ? endTowards(other.m_satoshi > 0)
                                                                        : Amount(sum);
    }
    constexpr Amount operator-(Amount other) const {
        std::int64_t sum = 0;
        return __builtin_sub_overflow(m_satoshi, other.m_satoshi, &sum) ? endTowards(other.m_satoshi < 0)
                                                                        : Amount(sum);
    }
    constexpr Amount operator-() const { return Amount() - *this; }
    constexpr Amount& operator+=(Amount other) { return *this = *this + other; }
    constexpr Amount& operator-=(Amount other) { return *this = *this - other; }

private:
    static constexpr Amount endTowards(bool above) { return Amount(above ? INT64_MAX : INT64_MIN); }

    std::int64_t m_satoshi = 0;
};

/// The sum when both and the sum are in range.
std::optional<Amount> checkedSum(Amount a, Amount b);
/// Decimal with exactly 8 places, no exponent: "-0.00000001".
std::string toDecimal(Amount amount);
/// From a number as JSON writes it ("1.5", "1e-05"), read exactly: nothing when malformed, no whole satoshi,
/// or beyond 21 million coins either way.
std::optional<Amount> amountFromDecimal(std::string_view text);

} // namespace primitives
