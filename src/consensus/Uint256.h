#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>

namespace consensus {

/// Unsigned 256-bit number for targets and work; overflow wraps. Boost's multiprecision numbers do the
/// arithmetic, out of sight: their headers would make everything above this layer slow to compile.
class Uint256 {
public:
    using Limbs = std::array<std::uint64_t, 4>; ///< least significant first

    constexpr Uint256() = default;
    constexpr Uint256(std::uint64_t value) : m_limbs{value} {} // a number is a number
    explicit constexpr Uint256(const Limbs& limbs) : m_limbs(limbs) {}

    [[nodiscard]] constexpr const Limbs& limbs() const { return m_limbs; }
    [[nodiscard]] constexpr std::uint64_t low64() const { return m_limbs[0]; }
    /// Position of the highest set bit, counted from 1; 0 of zero.
    [[nodiscard]] int bitLength() const;
    [[nodiscard]] double toDouble() const;

    friend constexpr bool operator==(const Uint256&, const Uint256&) = default;
    friend constexpr std::strong_ordering operator<=>(const Uint256& a, const Uint256& b) {
        for (std::size_t i = 4; i-- > 0;)
            if (a.m_limbs[i] != b.m_limbs[i]) return a.m_limbs[i] <=> b.m_limbs[i];
        return std::strong_ordering::equal;
    }
    friend Uint256 operator+(const Uint256& a, const Uint256& b);
    friend Uint256 operator-(const Uint256& a, const Uint256& b);
    friend Uint256 operator*(const Uint256& a, const Uint256& b);
    friend Uint256 operator/(const Uint256& a, const Uint256& b); ///< needs b != 0
    friend Uint256 operator<<(const Uint256& value, unsigned bits);
    friend Uint256 operator>>(const Uint256& value, unsigned bits);
    friend Uint256 operator~(const Uint256& value);
    Uint256& operator+=(const Uint256& other) { return *this = *this + other; }

private:
    Limbs m_limbs{};
};

/// value × numerator ÷ denominator without overflow on the way; at most 2^256 - 1. Needs denominator != 0.
Uint256 scaled(const Uint256& value, std::uint64_t numerator, std::uint64_t denominator);

/// 64 hex digits, most significant first, as Core prints chainwork.
std::string toHex(const Uint256& value);

} // namespace consensus
