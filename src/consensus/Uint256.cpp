#include "consensus/Uint256.h"

#include "util/Require.h"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <bit>

namespace consensus {

namespace {

using Number = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    256, 256, boost::multiprecision::unsigned_magnitude, boost::multiprecision::unchecked, void>>;
using Wide = boost::multiprecision::uint512_t;

template <typename T>
T numberOf(const Uint256& value) {
    T out;
    boost::multiprecision::import_bits(out, value.limbs().begin(), value.limbs().end(), 64, false);
    return out;
}

Uint256 fromNumber(const Number& number) {
    Uint256::Limbs limbs{};
    boost::multiprecision::export_bits(number, limbs.begin(), 64, false);
    return Uint256(limbs);
}

} // namespace

int Uint256::bitLength() const {
    for (std::size_t i = 4; i-- > 0;)
        if (m_limbs[i] != 0) return static_cast<int>(64 * i) + static_cast<int>(std::bit_width(m_limbs[i]));
    return 0;
}

double Uint256::toDouble() const {
    return numberOf<Number>(*this).convert_to<double>();
}

Uint256 operator+(const Uint256& a, const Uint256& b) {
    return fromNumber(numberOf<Number>(a) + numberOf<Number>(b));
}
Uint256 operator-(const Uint256& a, const Uint256& b) {
    return fromNumber(numberOf<Number>(a) - numberOf<Number>(b));
}
Uint256 operator*(const Uint256& a, const Uint256& b) {
    return fromNumber(numberOf<Number>(a) * numberOf<Number>(b));
}
Uint256 operator/(const Uint256& a, const Uint256& b) {
    require(b != 0);
    return fromNumber(numberOf<Number>(a) / numberOf<Number>(b));
}
Uint256 operator<<(const Uint256& value, unsigned bits) {
    return fromNumber(numberOf<Number>(value) << bits);
}
Uint256 operator>>(const Uint256& value, unsigned bits) {
    return fromNumber(numberOf<Number>(value) >> bits);
}
Uint256 operator~(const Uint256& value) {
    Uint256::Limbs limbs = value.limbs();
    for (std::uint64_t& limb : limbs)
        limb = ~limb;
    return Uint256(limbs);
}

Uint256 scaled(const Uint256& value, std::uint64_t numerator, std::uint64_t denominator) {
    require(denominator != 0);
    const Wide wide = numberOf<Wide>(value) * numerator / denominator;
    return fromNumber(static_cast<Number>(std::min(wide, Wide((Wide(1) << 256) - 1))));
}

std::string toHex(const Uint256& value) {
    std::string out;
    for (std::size_t i = 4; i-- > 0;)
        for (int shift = 60; shift >= 0; shift -= 4)
            out += "0123456789abcdef"[value.limbs()[i] >> shift & 0xf];
    return out;
}

} // namespace consensus
