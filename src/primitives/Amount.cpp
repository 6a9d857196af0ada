#include "primitives/Amount.h"

#include "util/CheckedMath.h"
#include "util/Decimal.h"
#include "util/Require.h"

#include <cstdlib>
#include <limits>

namespace primitives {
namespace {

constexpr int kPlaces = 8;

} // namespace

void Amount::stopForOverflow() {
    constexpr bool kAmountFitsInt64 = false;
    require(kAmountFitsInt64);
    std::abort();
}

std::optional<Amount> checkedSum(Amount a, Amount b) {
    if (!a.inRange() || !b.inRange()) return std::nullopt;
    const Amount sum = a + b; // both at most 21 million coins: cannot overflow
    if (!sum.inRange()) return std::nullopt;
    return sum;
}

Amount saturatingSum(Amount a, Amount b) {
    const auto sum = util::checkedAdd(a.satoshi(), b.satoshi());
    if (sum) return Amount(*sum);
    using Limits = std::numeric_limits<std::int64_t>;
    return Amount(b.satoshi() > 0 ? Limits::max() : Limits::min());
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
    out.append(std::size_t(kPlaces) - places.size(), '0');
    out += places;
    return out;
}

std::optional<Amount> amountFromDecimal(std::string_view text) {
    const auto satoshi = util::fixedPoint(text, kPlaces);
    if (!satoshi || *satoshi > Amount::kMax || *satoshi < -Amount::kMax) return std::nullopt;
    return Amount(*satoshi);
}

} // namespace primitives
