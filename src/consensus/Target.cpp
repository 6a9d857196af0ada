#include "consensus/Target.h"

#include <iterator>

namespace consensus {

namespace {

// Compact form: the highest byte counts the bytes of the number, bit 23 is the sign, the rest are its leading
// digits.
constexpr std::uint32_t kSignBit = 0x00800000;
constexpr std::uint32_t kMantissa = 0x007fffff;

bool isTooLarge(std::uint32_t mantissa, std::uint32_t byteCount) {
    return byteCount > 34 || (mantissa > 0xff && byteCount > 33) || (mantissa > 0xffff && byteCount > 32);
}

Uint256 hashNumber(const primitives::BlockHash& hash) {
    Uint256::Limbs limbs{};
    const util::ByteArray<32>& bytes = hash.bytes();
    for (std::size_t i = 0; i < bytes.size(); ++i)
        limbs[i / 8] |= std::uint64_t{bytes[i]} << (8 * (i % 8));
    return Uint256(limbs);
}

} // namespace

std::optional<Uint256> targetFromBits(std::uint32_t bits) {
    const std::uint32_t byteCount = bits >> 24;
    std::uint32_t mantissa = bits & kMantissa;
    if (byteCount <= 3) mantissa >>= 8 * (3 - byteCount);
    if (mantissa == 0 || (bits & kSignBit) != 0 || isTooLarge(mantissa, byteCount)) return std::nullopt;
    const Uint256 target = mantissa;
    return byteCount <= 3 ? target : target << (8 * (byteCount - 3));
}

std::uint32_t bitsFromTarget(const Uint256& target) {
    if (target == 0) return 0;
    std::uint32_t byteCount = static_cast<std::uint32_t>((target.bitLength() + 7) / 8);
    std::uint32_t mantissa = byteCount <= 3
                                 ? static_cast<std::uint32_t>(target.low64()) << (8 * (3 - byteCount))
                                 : static_cast<std::uint32_t>((target >> (8 * (byteCount - 3))).low64());
    if ((mantissa & kSignBit) != 0) { // the top digit would read as a sign
        mantissa >>= 8;
        ++byteCount;
    }
    return mantissa | byteCount << 24;
}

Uint256 workOf(std::uint32_t bits) {
    const std::optional<Uint256> target = targetFromBits(bits);
    if (!target) return 0;
    // 2^256 needs 257 bits: 2^256 / (t + 1) = (2^256 - t - 1) / (t + 1) + 1, and 2^256 - t - 1 is ~t.
    return ~*target / (*target + 1) + 1;
}

bool meetsTarget(const primitives::BlockHash& hash, const Uint256& target) {
    return hashNumber(hash) <= target;
}

bool hasValidWork(const primitives::BlockHash& hash, std::uint32_t bits, const Uint256& powLimit) {
    const std::optional<Uint256> target = targetFromBits(bits);
    return target && *target <= powLimit && meetsTarget(hash, *target);
}

double difficultyOf(std::uint32_t bits) {
    const std::uint32_t mantissa = bits & 0x00ffffff;
    if (mantissa == 0) return 0.0;
    double difficulty = double{0xffff} / mantissa;
    int byteCount = static_cast<int>(bits >> 24);
    for (; byteCount < 29; ++byteCount)
        difficulty *= 256.0;
    for (; byteCount > 29; --byteCount)
        difficulty /= 256.0;
    return difficulty;
}

} // namespace consensus
